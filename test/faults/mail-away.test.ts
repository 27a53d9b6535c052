/** The mail server is down for a day: whoever invites is told so, and every letter goes out when it is back. */
import { sql } from 'kysely'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { smtpMail } from '../../src/adapters/smtp.ts'
import { urls } from '../../src/urls.ts'
import { freePort } from '../processes.ts'
import {
  type Board,
  eventually,
  type House,
  makeBoard,
  makePerson,
  openHouse,
  post,
  type Visitor,
  visit,
} from '../world.ts'

let port: number
let house: House
let board: Board
let admin: Visitor
const taken: { to: string; text: string }[] = []

const mailServer = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  onData(stream, { envelope }, done) {
    let text = ''
    stream.on('data', chunk => {
      text += chunk
    })
    stream.on('end', () => {
      taken.push({ to: envelope.rcptTo.map(({ address }) => address).join(), text: text.replace(/=\r\n/g, '') })
      done()
    })
  },
})

beforeAll(async () => {
  port = await freePort()
  house = await openHouse({ mail: smtpMail(`smtp://127.0.0.1:${port}`, 'Heed <heed@heed.test>') })
  board = await makeBoard(house)
  admin = await makePerson(house, [post(board, 'administrator')])
})
afterAll(async () => {
  await new Promise<void>(resolve => mailServer.close(() => resolve()))
  await house?.web.close()
  await house?.store.close()
})

const list = () => visit(house, admin, urls.invitations(board.slug))

async function invite(email: string): Promise<string> {
  const form = { name: 'Ines Moor', email, role: 'reader' }
  expect((await visit(house, admin, urls.invitations(board.slug), { form })).status).toBe(303)
  const row = house.owner.selectFrom('invitation').select('id').where('email', '=', email)
  return (await row.executeTakeFirstOrThrow()).id
}

interface Job {
  readonly state: string
  readonly tries: number
  readonly limit: number
  readonly delay: number
  readonly longest: number
}

async function jobOf(id: string): Promise<Job> {
  const { rows } = await sql<Job>`select state::text as state, retry_count as tries, retry_limit as limit,
    retry_delay as delay, retry_delay_max as longest from jobs.job where data->>'invitation' = ${id}`.execute(
    house.owner,
  )
  const [job] = rows
  if (!job) throw new Error('there is no job')
  return job
}

/** Lets the time pass that the job would wait, and waits for its next try to end. */
async function nextTry(id: string): Promise<Job> {
  const before = await eventually(
    () => jobOf(id),
    ({ state }) => state === 'retry',
  )
  await sql`update jobs.job set start_after = now() where data->>'invitation' = ${id}`.execute(house.owner)
  return eventually(
    () => jobOf(id),
    ({ state, tries }) => state === 'completed' || (state === 'retry' && tries > before.tries),
  )
}

test('a letter is tried for more than a day, more and more seldom but every hour at least', async () => {
  const { limit, delay, longest } = await jobOf(await invite('day@example.test'))
  expect(longest).toBe(3600)
  // A wait is at least half of what doubling gives.
  const waits = Array.from({ length: limit }, (_, n) => Math.min(longest, (delay * 2 ** n) / 2))
  expect(waits.reduce((all, wait) => all + wait, 0)).toBeGreaterThan(24 * 3600)
})

test('meanwhile the list says that it could not be sent and until when it is tried', async () => {
  const id = await invite('ines@example.test')
  for (let n = 0; n < 5; n++) expect((await nextTry(id)).state).toBe('retry')
  const { text } = await list()
  expect(text).toContain('ines@example.test Reader Could not be sent')
  expect(text).toContain('Heed tries again until 23 November 2026, 12:00')
  expect(text).not.toMatch(/ECONNREFUSED|127\.0\.0\.1/)
})

test('a link that was handed over meanwhile stays good: no letter puts it out of use', async () => {
  const id = await invite('handed@example.test')
  await nextTry(id)
  house.clock.set('2026-11-22T12:10:00Z')
  const { html } = await visit(house, admin, urls.invitationLink(board.slug, id), { form: {} })
  const link = /http:\/\/heed\.test(\/invitations\/[\w-]+)/.exec(html)?.[1] ?? ''
  expect((await nextTry(id)).state).toBe('completed')
  expect((await visit(house, null, link)).status).toBe(200)
  expect((await list()).text).not.toMatch(/handed@example\.test Reader Could not be sent Until [\w ]+ Heed tries again/)
})

test('when the server is back, each letter goes out once, with a link that works', async () => {
  await new Promise<void>(resolve => mailServer.listen(port, '127.0.0.1', () => resolve()))
  for (const email of ['day@example.test', 'ines@example.test']) {
    const row = house.owner.selectFrom('invitation').select('id').where('email', '=', email)
    expect((await nextTry((await row.executeTakeFirstOrThrow()).id)).state).toBe('completed')
    const [letter, ...more] = taken.filter(({ to }) => to === email)
    expect(more).toEqual([])
    const link = /http:\/\/heed\.test(\/invitations\/[\w-]+)/.exec(letter?.text ?? '')?.[1] ?? ''
    expect((await visit(house, null, link)).status).toBe(200)
    expect((await list()).text).toContain(`${email} Reader Sent`)
  }
  expect(taken.map(({ to }) => to)).not.toContain('handed@example.test')
})
