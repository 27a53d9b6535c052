import type { AddressInfo } from 'node:net'
import { simpleParser } from 'mailparser'
import { createTransport } from 'nodemailer'
import { SMTPServer } from 'smtp-server'
import type { Letter, Mail } from '../app.ts'

/** Sends through a mail server, as `smtps://name:password@host:465`. */
export function smtpMail(url: string, from: string): Mail {
  const transport = createTransport(url)
  return {
    async send(letter) {
      await transport.sendMail({ from, ...letter, headers: { 'Auto-Submitted': 'auto-generated' } })
    },
    sent: () => null,
  }
}

/** For a house without a mail server: every letter fails with a sentence that says what to set. */
export const noMail: Mail = {
  send: () => Promise.reject(new Error('No mail server is set up. Set SMTP_URL and start Heed again.')),
  sent: () => null,
}

export interface MailSink {
  readonly mail: Mail
  close(): Promise<void>
}

/**
 * A real mail server on this machine that delivers to nobody and keeps what it was given, for the demo and the tests.
 */
export async function openMailSink(now: () => Date): Promise<MailSink> {
  const kept: (Letter & { at: string })[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, _session, done) {
      simpleParser(stream).then(letter => {
        const to = [letter.to ?? []]
          .flat()
          .map(address => address.text)
          .join(', ')
        kept.unshift({ to, subject: letter.subject ?? '', text: letter.text ?? '', at: now().toISOString() })
        done()
      }, done)
    },
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  const { send } = smtpMail(`smtp://127.0.0.1:${port}`, 'Heed <heed@localhost>')
  return {
    mail: { send, sent: () => kept },
    close: () => new Promise(resolve => server.close(resolve)),
  }
}
