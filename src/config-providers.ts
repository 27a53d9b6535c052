/** The providers by which people may sign in, as the operator lists them in a file; their secrets stand elsewhere. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

/** An organisation's service that says who somebody is, with what Heed shows to it. */
export interface ProviderSettings {
  /** A short word for addresses: small letters, figures and hyphens. */
  readonly key: string
  /** What people know it as. */
  readonly name: string
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  readonly scope: string
  /** The claims whose values the rules of boards may ask for. */
  readonly claims: readonly string[]
  /** What of `amr` and `acr` says that a second factor was given there; empty: Heed asks for its own. */
  readonly secondFactor: { readonly amr: readonly string[]; readonly acr: readonly string[] }
}

const loopback = ['127.0.0.1', 'localhost', '[::1]']

/** Without https only on this very machine, for trials. */
function isIssuer(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, search, hash } = new URL(text)
  return (
    search === '' && hash === '' && (protocol === 'https:' || (protocol === 'http:' && loopback.includes(hostname)))
  )
}

const words = z.array(z.string().min(1).max(200)).max(20)

const listed = z
  .array(
    z.strictObject({
      key: z.string().regex(/^[a-z0-9][a-z0-9-]{0,29}$/),
      name: z.string().min(1).max(60),
      issuer: z.string().max(500).refine(isIssuer),
      clientId: z.string().min(1).max(200),
      clientSecretFile: z.string().min(1).optional(),
      scope: z
        .string()
        .max(300)
        .regex(/(^| )openid( |$)/)
        .default('openid profile email'),
      claims: z
        .array(z.string().regex(/^[\w:/.-]{1,100}$/))
        .max(5)
        .default(['groups']),
      secondFactor: z.strictObject({ amr: words.default([]), acr: words.default([]) }).default({ amr: [], acr: [] }),
    }),
  )
  .max(20)
  .refine(all => new Set(all.map(({ key }) => key)).size === all.length)
  .refine(all => new Set(all.map(({ issuer }) => issuer)).size === all.length)

/**
 * The providers of a file; `secrets` holds "key=secret", parted by spaces, for those that name no file for theirs.
 * Throws, with a sentence that repeats no value, when the file or a secret cannot be read.
 */
export function readProviders(file: string, secrets: string): readonly ProviderSettings[] {
  const read = listed.safeParse(parsed(readText(file)))
  if (!read.success) {
    const where = [...new Set(read.error.issues.map(issue => issue.path.join('.') || 'the list'))]
    throw new Error(`What PROVIDERS_FILE lists cannot stand: ${where.join(', ')}.`)
  }
  const given = new Map(
    secrets.split(/\s+/).map(pair => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
  )
  return read.data.map(({ clientSecretFile, ...provider }) => {
    const named = clientSecretFile && path.resolve(path.dirname(file), clientSecretFile)
    const clientSecret = named ? readText(named).trim() : given.get(provider.key)
    if (!clientSecret) throw new Error(`PROVIDERS_FILE: no secret was given for ${provider.key}.`)
    return { ...provider, clientSecret }
  })
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    throw new Error('A file that PROVIDERS_FILE names, or the file itself, cannot be read.')
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Error('What PROVIDERS_FILE names is not JSON.')
  }
}
