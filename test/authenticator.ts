/** An authenticator in a few lines: real keys and real signatures (ES256, attestation "none"), and ways to go wrong. */
import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'

interface Asked {
  readonly challenge: string
  readonly user?: { readonly id: string }
}

/** How an answer differs from what is right. */
export interface Wrongly {
  readonly origin?: string
  readonly rpId?: string
  readonly challenge?: string
  /** Whether the device made sure who holds it. */
  readonly isVerified?: boolean
  readonly counter?: number
  readonly userHandle?: string | null
  readonly key?: KeyObject
}

const site = { origin: 'http://heed.test', rpId: 'heed.test' }
const encode = (bytes: Uint8Array | string) => Buffer.from(bytes).toString('base64url')
const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest()

/** One CBOR head: the major type with a small number or a length. */
const head = (major: number, value: number) =>
  value < 24
    ? Buffer.from([(major << 5) | value])
    : value < 256
      ? Buffer.from([(major << 5) | 24, value])
      : Buffer.from([(major << 5) | 25, value >> 8, value & 255])
const int = (value: number) => (value < 0 ? head(1, -1 - value) : head(0, value))
const cborBytes = (bytes: Uint8Array) => Buffer.concat([head(2, bytes.length), bytes])
const text = (words: string) => Buffer.concat([head(3, words.length), Buffer.from(words)])
const map = (...pairs: readonly (readonly [Buffer, Buffer])[]) =>
  Buffer.concat([head(5, pairs.length), ...pairs.flat()])

function authData({ rpId = site.rpId, isVerified = true, counter = 0 }: Wrongly, attested = Buffer.alloc(0)): Buffer {
  const count = Buffer.alloc(4)
  count.writeUInt32BE(counter)
  const flags = 0x01 | (isVerified ? 0x04 : 0) | (attested.length > 0 ? 0x40 : 0)
  return Buffer.concat([sha256(rpId), Buffer.from([flags]), count, attested])
}

const clientData = (type: string, asked: Asked, wrongly: Wrongly) =>
  Buffer.from(
    JSON.stringify({
      type,
      challenge: wrongly.challenge ?? asked.challenge,
      origin: wrongly.origin ?? site.origin,
      crossOrigin: false,
    }),
  )

/** A device that holds one passkey. */
export function makeAuthenticator() {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const id = randomBytes(32)
  let handle: string | null = null
  const credential = { id: encode(id), rawId: encode(id), type: 'public-key', clientExtensionResults: {} }
  return {
    id: encode(id),
    /** What a browser sends after `navigator.credentials.create`. */
    make(asked: Asked, wrongly: Wrongly = {}): string {
      handle = asked.user?.id ?? null
      const coordinates = [x, y].map(each => cborBytes(Buffer.from(each, 'base64url'))) as [Buffer, Buffer]
      const cose = map(
        [int(1), int(2)],
        [int(3), int(-7)],
        [int(-1), int(1)],
        [int(-2), coordinates[0]],
        [int(-3), coordinates[1]],
      )
      const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, cose])
      const data = cborBytes(authData(wrongly, attested))
      const attestationObject = map([text('fmt'), text('none')], [text('attStmt'), map()], [text('authData'), data])
      const clientDataJSON = encode(clientData('webauthn.create', asked, wrongly))
      const response = { clientDataJSON, attestationObject: encode(attestationObject), transports: ['internal'] }
      return JSON.stringify({ ...credential, response })
    },
    /** What a browser sends after `navigator.credentials.get`. */
    use(asked: Asked, wrongly: Wrongly = {}): string {
      const [authenticatorData, clientDataBytes] = [authData(wrongly), clientData('webauthn.get', asked, wrongly)]
      const signed = Buffer.concat([authenticatorData, sha256(clientDataBytes)])
      const response = {
        clientDataJSON: encode(clientDataBytes),
        authenticatorData: encode(authenticatorData),
        signature: encode(sign('sha256', signed, wrongly.key ?? privateKey)),
        userHandle: wrongly.userHandle === undefined ? handle : wrongly.userHandle,
      }
      return JSON.stringify({ ...credential, response })
    },
  }
}

export type Authenticator = ReturnType<typeof makeAuthenticator>
