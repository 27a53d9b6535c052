/** Certificates for a server on this machine, made by hand so that a test can say from when and until when they are good. */
import { generateKeyPairSync, sign } from 'node:crypto'
import type { Certificate } from './provider.ts'

const wrap = (tag: number, ...parts: readonly Uint8Array[]): Buffer => {
  const body = Buffer.concat(parts)
  const { length } = body
  const head =
    length < 128 ? [tag, length] : length < 256 ? [tag, 0x81, length] : [tag, 0x82, length >> 8, length & 255]
  return Buffer.concat([Buffer.from(head), body])
}
const hex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex')
const sequence = (...parts: readonly Uint8Array[]) => wrap(0x30, ...parts)
const time = (at: Date) => wrap(0x17, Buffer.from(`${at.toISOString().replace(/[-:T]/g, '').slice(2, 14)}Z`))

/** ecdsa-with-SHA256, commonName, subjectAltName, basicConstraints: RFC 5758 and RFC 5280. */
const [withEcdsa, commonName] = [sequence(hex('06082a8648ce3d040302')), hex('0603550403')]
const [subjectAltName, basicConstraints] = [hex('0603551d11'), hex('0603551d13')]

/** A certificate for 127.0.0.1 that vouches for itself (RFC 5280, section 4.1). */
export function certificateFor({ from, until }: { readonly from: Date; readonly until: Date }): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const name = sequence(wrap(0x31, sequence(commonName, wrap(0x0c, Buffer.from(`Vale ${until.getTime()}`)))))
  const extensions = sequence(
    sequence(basicConstraints, wrap(0x04, sequence(hex('0101ff')))),
    sequence(subjectAltName, wrap(0x04, sequence(wrap(0x87, hex('7f000001'))))),
  )
  const told = sequence(
    wrap(0xa0, hex('020102')),
    wrap(0x02, hex('01')),
    withEcdsa,
    name,
    sequence(time(from), time(until)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    wrap(0xa3, extensions),
  )
  const signature = sign('sha256', told, privateKey)
  const der = sequence(told, withEcdsa, wrap(0x03, hex('00'), signature))
  const lines = der
    .toString('base64')
    .match(/.{1,64}/g)
    ?.join('\n')
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
  }
}
