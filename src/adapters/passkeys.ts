/** Passkeys by the library, which is loaded when the first is asked for. */
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import { z } from 'zod'
import type { PersonId } from '../access/actor.ts'
import type { PasskeyClaim, Passkeys } from '../access/passkeys.ts'
import { isId } from '../core/ids.ts'

const library = () => import('@simplewebauthn/server')

/** How long a browser waits for its person, in milliseconds. */
const timeout = 120_000
/** COSE: EdDSA, ECDSA with P-256 and SHA-256, RSA PKCS#1 with SHA-256. */
const algorithms = [-8, -7, -257]

const base64url = z.string().regex(/^[\w-]+$/)
const credential = {
  id: base64url.min(16).max(1400),
  rawId: base64url.max(1400),
  type: z.literal('public-key'),
  clientExtensionResults: z.looseObject({}).default({}),
}
const clientDataJSON = base64url.max(8000)
const made = z.object({
  ...credential,
  response: z.object({
    clientDataJSON,
    attestationObject: base64url.max(30_000),
    transports: z
      .array(z.string().regex(/^[a-z-]{1,20}$/))
      .max(8)
      .default([]),
  }),
})
const used = z.object({
  ...credential,
  response: z.object({
    clientDataJSON,
    authenticatorData: base64url.max(8000),
    signature: base64url.max(8000),
    userHandle: z.string().max(200).nullish(),
  }),
})
const clientData = z.object({ challenge: z.string().regex(/^[\w-]{43}$/) })

const longestText = 60_000
/** As base64url: a key of RSA with 8192 bits has fewer than 1500. */
const longestKey = 8000

function parse<T>(schema: z.ZodType<T>, text: string): T | null {
  if (text.length > longestText) return null
  try {
    return schema.safeParse(JSON.parse(text)).data ?? null
  } catch {
    // What is no JSON is no answer.
    return null
  }
}

const wordsOf = (encoded: string) => Buffer.from(encoded, 'base64url').toString('utf8')
const bytesOf = (encoded: string) => new Uint8Array(Buffer.from(encoded, 'base64url'))

/** The library throws a plain Error for whatever is wrong with an answer, be it forged, stale or broken. */
async function unlessWrong<T>(check: () => Promise<T | null>): Promise<T | null> {
  try {
    return await check()
  } catch {
    return null
  }
}

interface Place {
  readonly origin: string
  readonly host: string
}

const listed = (known: Parameters<Passkeys['askForUse']>[1]) =>
  known.map(({ credentialId, transports }) => ({ id: credentialId, transports: [...transports] }))

const asking = ({ host: rpID }: Place): Pick<Passkeys, 'askForNew' | 'askForUse'> => ({
  async askForNew(challenge, { personId, email, name, known }) {
    const { generateRegistrationOptions } = await library()
    return generateRegistrationOptions({
      rpName: 'Heed',
      rpID,
      userName: email,
      userDisplayName: name,
      userID: new Uint8Array(Buffer.from(personId)),
      challenge: bytesOf(challenge),
      timeout,
      attestationType: 'none',
      excludeCredentials: listed(known),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      supportedAlgorithmIDs: algorithms,
    })
  },
  async askForUse(challenge, known) {
    const { generateAuthenticationOptions } = await library()
    const allowed = known.length > 0 ? { allowCredentials: listed(known) } : {}
    const signed = bytesOf(challenge)
    return generateAuthenticationOptions({ rpID, challenge: signed, timeout, userVerification: 'required', ...allowed })
  },
})

const checking = ({ origin: expectedOrigin, host: expectedRPID }: Place): Pick<Passkeys, 'checkNew' | 'checkUse'> => ({
  async checkNew(text, expectedChallenge) {
    const [response, { verifyRegistrationResponse }] = [parse(made, text), await library()]
    if (!response) return null
    return unlessWrong(async () => {
      const { registrationInfo } = await verifyRegistrationResponse({
        response: response as unknown as RegistrationResponseJSON,
        expectedChallenge,
        expectedOrigin,
        expectedRPID,
        requireUserVerification: true,
        supportedAlgorithmIDs: algorithms,
      })
      if (!registrationInfo) return null
      const { id, publicKey, counter } = registrationInfo.credential
      const encoded = Buffer.from(publicKey).toString('base64url')
      // What the device calls it stands in the answer twice, and only one of the two was measured.
      if (id !== response.id || encoded.length > longestKey) return null
      return { credentialId: id, publicKey: encoded, counter, transports: response.response.transports }
    })
  },
  async checkUse(text, expectedChallenge, { credentialId, publicKey }) {
    const [response, { verifyAuthenticationResponse }] = [parse(used, text), await library()]
    if (!response) return null
    return unlessWrong(async () => {
      const { verified, authenticationInfo } = await verifyAuthenticationResponse({
        response: response as unknown as AuthenticationResponseJSON,
        expectedChallenge,
        expectedOrigin,
        expectedRPID,
        // Whether it counts back is judged by whoever knows what it counted before, who has to record it.
        credential: { id: credentialId, publicKey: bytesOf(publicKey), counter: 0 },
        requireUserVerification: true,
      })
      return verified ? authenticationInfo.newCounter : null
    })
  },
})

function read(text: string): PasskeyClaim | null {
  const answer = parse(z.union([used, made]), text)
  const said = answer && parse(clientData, wordsOf(answer.response.clientDataJSON))
  if (!answer || !said) return null
  const handle = 'userHandle' in answer.response ? answer.response.userHandle : null
  const person = handle ? wordsOf(handle) : null
  return {
    challenge: said.challenge,
    credentialId: answer.id,
    personId: person !== null && isId(person) ? (person as PersonId) : null,
  }
}

/** Passkeys of the site that is reached at the address: they count for its host name, and only from its very origin. */
export function webPasskeys(address: string): Passkeys {
  const { origin, hostname: host } = new URL(address)
  return { ...asking({ origin, host }), ...checking({ origin, host }), read }
}
