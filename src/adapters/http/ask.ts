import type { MultipartFile } from '@fastify/multipart'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Person } from '../../access/actor.ts'
import type { Ask, Route, UploadedFile } from '../../app.ts'
import { Forbidden } from '../../core/refusals.ts'
import type { Assets } from '../../design/index.ts'
import type { ServerOptions } from './server.ts'
import { deviceName, formToken, isFormToken, originKey } from './tokens.ts'

interface Exchange {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  /** Null for a page that says that nothing is there. */
  readonly route: Route | null
}

/** The person of a session, and how far its sign-in has come. */
export interface FoundPerson {
  readonly person: Person
  readonly stage: 'password' | 'full'
  readonly mustEnrol: boolean
  /** When the person showed last who they are. */
  readonly provenAt: Date | null
}

export interface Standing {
  readonly stage: 'none' | 'password' | 'full'
  readonly mustEnrol: boolean
  /** When the person showed last who they are. */
  readonly provenAt: Date | null
}

/**
 * The request without HTTP's machinery. Throws Forbidden when a form comes from another site. `isLapsed` says that its
 * page was shown to somebody who is signed out since, or has signed in anew: it must not be handled.
 */
export async function readAsk(
  options: ServerOptions & { asset: Assets },
  { request, reply, route }: Exchange,
): Promise<{ ask: Ask; isLapsed: boolean } & Standing> {
  const { app } = options
  const names = cookieNames(app.site.address)
  const sessionToken = request.cookies[names.session] ?? null
  const found = sessionToken ? await options.findPerson(sessionToken) : null
  const secret = (found && sessionToken) || visitCookie(request, reply, names)
  const { form, files } = route?.method === 'POST' ? await readBody(request, route) : empty
  if (route?.method === 'POST' && request.headers['sec-fetch-site'] === 'cross-site') throw new Forbidden('form')
  const ask: Ask = {
    app,
    person: found?.person ?? null,
    method: request.method === 'POST' ? 'POST' : 'GET',
    path: request.url.split('?')[0] ?? '/',
    params: (request.params ?? {}) as Record<string, string>,
    query: new URLSearchParams(request.url.split('?')[1] ?? ''),
    form,
    files,
    frame: {
      nonce: reply.cspNonce?.script ?? '',
      csrf: formToken(secret),
      asset: options.asset,
      requestId: request.id,
      device: deviceName(request.headers['user-agent'] ?? ''),
      origin: originKey(request.ip),
      sessionToken,
      knownDevice: request.cookies[names.device] ?? null,
    },
  }
  return { ...withStanding(ask, found), isLapsed: route !== null && isLapsed(ask, route, secret) }
}

/** Signed out, whoever sends a form to a page for those signed in may have lost the visit's cookie too. */
function isLapsed({ person, form }: Ask, { method, door }: Route, secret: string): boolean {
  if (method !== 'POST') return false
  return !isFormToken(form.get('csrf'), secret) || (person === null && door !== 'anyone')
}

function withStanding(ask: Ask, found: FoundPerson | null) {
  const { stage, mustEnrol, provenAt } = found ?? { stage: 'none' as const, mustEnrol: false, provenAt: null }
  return { ask, stage, mustEnrol, provenAt }
}

interface CookieNames {
  readonly session: string
  readonly visit: string
  /** Where somebody was who has to sign in first. */
  readonly wayBack: string
  /** That somebody has signed in on this device before. */
  readonly device: string
  readonly secure: boolean
}

/** `__Host-` binds a cookie to this very host, and needs https. */
export function cookieNames(address: string): CookieNames {
  const secure = address.startsWith('https:')
  const prefix = secure ? '__Host-' : ''
  const named = (name: string) => `${prefix}heed-${name}`
  return { session: named('session'), visit: named('form'), wayBack: named('way'), device: named('device'), secure }
}

function visitCookie(request: FastifyRequest, reply: FastifyReply, names: CookieNames): string {
  const known = request.cookies[names.visit]
  if (known && /^[\w-]{20,64}$/.test(known)) return known
  const fresh = `${request.id}-${Buffer.from(crypto.getRandomValues(new Uint8Array(24))).toString('base64url')}`
  reply.setCookie(names.visit, fresh, { path: '/', httpOnly: true, sameSite: 'lax', secure: names.secure })
  return fresh
}

const empty = { form: new URLSearchParams(), files: [] as readonly UploadedFile[] }

async function readBody(request: FastifyRequest, route: Route): Promise<typeof empty> {
  if (!request.isMultipart()) return { form: new URLSearchParams(asPairs(request.body)), files: [] }
  const form = new URLSearchParams()
  const files: UploadedFile[] = []
  const most = route.upload ?? { files: 0, bytes: 0 }
  const limits = { files: most.files, fileSize: most.bytes }
  // The types of the library leave `throwFileSizeLimit` out here, where it is heeded all the same.
  const options = { limits, throwFileSizeLimit: !isBounded(request, most) }
  for await (const part of request.parts(options)) {
    if (part.type === 'field') form.append(part.fieldname, String(part.value))
    else files.push(...(await readFile(part)))
  }
  return { form, files }
}

/**
 * Whether what comes is known to end soon: then a file that is too large is read to its end and left out, so that the
 * route can say which it was and take the others. Anything else is refused as a whole.
 */
const isBounded = ({ headers }: FastifyRequest, { files, bytes }: NonNullable<Route['upload']>): boolean =>
  Number(headers['content-length']) <= 4 * files * bytes

/** A file field that was left empty comes as a file without a name. */
async function readFile(part: MultipartFile): Promise<readonly UploadedFile[]> {
  const bytes = await part.toBuffer()
  const named = { field: part.fieldname, name: part.filename.slice(0, 255) }
  if (part.file.truncated) return [{ ...named, bytes: new Uint8Array(), isTooLarge: true }]
  return part.filename ? [{ ...named, bytes }] : []
}

function asPairs(body: unknown): [string, string][] {
  if (typeof body !== 'object' || body === null) return []
  return Object.entries(body).flatMap(([name, value]) => [value].flat().map(v => [name, String(v)] as [string, string]))
}
