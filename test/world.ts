/** A house for the tests, and what they need to build a board of their own in it and visit its pages without a socket. */
import { randomBytes, randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { Kysely } from 'kysely'
import type { AgencyId, BoardId, Person, PersonId, Post, SessionId } from '../src/access/actor.ts'
import { setup } from '../src/access/actor.ts'
import type { Role } from '../src/access/permissions.ts'
import { hashToken } from '../src/access/secrets.ts'
import { formToken } from '../src/adapters/http/tokens.ts'
import { fileKeepsake } from '../src/adapters/keepsake-file.ts'
import { type MailSink, openMailSink } from '../src/adapters/smtp.ts'
import { vaultOf } from '../src/adapters/vault.ts'
import type { App, Clock, Log, Mail } from '../src/app.ts'
import type { ProviderSettings } from '../src/config-providers.ts'
import type { PlainDate } from '../src/core/plain-date.ts'
import { buildApp, buildWeb, queues, startJobs } from '../src/house.ts'
import type { MembershipId, Schema } from '../src/store/schema.ts'
import { embedded, engineOfHouses, type OpenEngine } from './engines.ts'

/** A clock that a test can set; it starts at noon on 22 November 2026. */
export interface TestClock extends Clock {
  set(instant: string): void
}

export interface House {
  readonly app: App
  readonly web: FastifyInstance
  readonly store: OpenEngine
  /** The tables as their owner sees them, whatever the engine: for what a test puts there or looks up by itself. */
  readonly owner: Kysely<Schema>
  readonly clock: TestClock
  readonly sink: MailSink
  /** What was logged, as lines of JSON. */
  readonly logged: readonly string[]
}

/** A person with a session, ready to visit. */
export interface Visitor extends Person {
  readonly token: string
  readonly email: string
}

export interface Board {
  readonly id: BoardId
  readonly slug: string
  readonly name: string
}

function testClock(): TestClock {
  let instant = new Date('2026-11-22T12:00:00Z')
  return {
    now: () => instant,
    today: () => instant.toISOString().slice(0, 10) as PlainDate,
    set(to) {
      instant = new Date(to)
    },
  }
}

function listeningLog(lines: string[]): Log {
  const note = (event: string, facts: object = {}) => {
    lines.push(JSON.stringify({ event, ...facts }))
  }
  return { info: note, warn: note, error: note }
}

interface Opening {
  readonly demo?: boolean
  readonly clamd?: string | null
  /** Where it is reached. */
  readonly address?: string
  readonly providers?: readonly ProviderSettings[]
  /** Mail that goes elsewhere than to the house's own sink. */
  readonly mail?: Mail
  /** Where the database lives; in memory, when left out. */
  readonly folder?: string | null
  /** A database of the tests' server that is there already; one of its own, when left out. */
  readonly database?: string
  readonly secret?: string
  /** The file of what is kept outside of the database. */
  readonly keepsake?: string
}

/** A house of its own; with a folder always on the embedded engine. Most tests share one: `house()`. */
export async function openHouse({
  demo = false,
  clamd = null,
  mail,
  providers = [],
  ...place
}: Opening = {}): Promise<House> {
  const clock = testClock()
  const logged: string[] = []
  const sink = await openMailSink(() => clock.now())
  const { folder = null, database = null, ...kept } = place
  const store = await (folder ? embedded : engineOfHouses).open(queues, folder ?? database)
  const site = { address: place.address ?? 'http://heed.test', demo }
  const vault = vaultOf([kept.secret ?? 'a secret of the tests, long enough to be one'])
  const keepsake = fileKeepsake(kept.keepsake ?? null)
  const ground = { store, vault, keepsake, clock, log: listeningLog(logged), site, clamd, providers }
  const app = buildApp({ ...ground, mail: mail ?? sink.mail })
  const paces = { every: 1e6, 'sign-in': 1e6, search: 1e6, upload: 1e6 }
  const web = await buildWeb(app, { paces, hasRoom: store.hasRoom })
  await startJobs(app, store, 0.5)
  return { app, web, store, owner: store.owner, clock, sink, logged }
}

let shared: Promise<House> | null = null

/** The house that all tests of a process share. Each test makes its own board in it, so nothing needs cleaning. */
export function house(): Promise<House> {
  shared ??= openHouse()
  return shared
}

const word = () => randomBytes(5).toString('hex')

/** A new board. Its people may sign in without a second factor unless the test says otherwise. */
export async function makeBoard(
  { app }: House,
  { name = `Board ${word()}`, secondFactor = false, marking = 'OFFICIAL-SENSITIVE' } = {},
): Promise<Board> {
  const id = randomUUID() as BoardId
  const slug = `board-${word()}`
  await app.db.as(setup, tx =>
    tx
      .insertInto('board')
      .values({
        id,
        slug,
        name,
        short_name: 'Board',
        marking,
        second_factor_required: secondFactor,
        created_at: app.clock.now(),
      })
      .execute(),
  )
  return { id, slug, name }
}

/** A new agency that sits on the boards. */
export async function makeAgency(
  { app }: House,
  boards: readonly Board[],
  name = `Agency ${word()}`,
): Promise<AgencyId> {
  const id = randomUUID() as AgencyId
  const now = app.clock.now()
  await app.db.as(setup, async tx => {
    await tx.insertInto('agency').values({ id, name, ended_on: null, created_at: now }).execute()
    const rows = boards.map(board => ({ board_id: board.id, agency_id: id, joined_at: now }))
    await tx.insertInto('board_agency').values(rows).execute()
  })
  return id
}

/** A post on a board, for `makePerson`. */
export const post = (board: Board, role: Role, agencyId: AgencyId | null = null): Post => ({
  boardId: board.id,
  role,
  agencyId,
})

/** A new person with the posts and with a session. */
export async function makePerson({ app }: House, posts: readonly Post[], name = `Person ${word()}`): Promise<Visitor> {
  const [id, sessionId, token] = [randomUUID() as PersonId, randomUUID() as SessionId, app.chance.token()]
  const email = `${word()}@example.test`
  const now = app.clock.now()
  const person: Visitor = { kind: 'person', id, name, sessionId, posts, token, email }
  await app.db.as(setup, async tx => {
    await tx
      .insertInto('person')
      .values({ id, name, email, password_hash: 'none', totp_secret: null, totp_last_step: null, created_at: now })
      .execute()
    for (const { boardId, role, agencyId } of posts) {
      const membership = {
        id: randomUUID() as MembershipId,
        board_id: boardId,
        person_id: id,
        agency_id: agencyId,
        role,
      }
      await tx
        .insertInto('membership')
        .values({ ...membership, started_at: now })
        .execute()
    }
  })
  await openSession(app, person)
  return person
}

/** Gives somebody a password to sign in with, and whatever else the row of the account is to hold. */
export async function setPassword(
  { app, owner }: House,
  { id }: Visitor,
  password: string,
  more: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const password_hash = await app.passwords.hash(password)
  await owner
    .updateTable('person')
    .set({ password_hash, ...more })
    .where('id', '=', id)
    .execute()
}

async function openSession(app: App, { id, sessionId, token }: Visitor): Promise<void> {
  const now = app.clock.now()
  const expires = new Date(now.getTime() + 365 * 86_400_000)
  const row = { id: sessionId, token_hash: hashToken(token), person_id: id, stage: 'full', device: 'A test' } as const
  await app.db.as({ kind: 'gate' }, tx =>
    tx
      .insertInto('session')
      .values({ ...row, started_at: now, seen_at: now, proven_at: expires, expires_at: expires })
      .execute(),
  )
}

export interface Answer {
  readonly status: number
  readonly html: string
  /** The words on the page, without markup, white space folded. */
  readonly text: string
  readonly location: string | null
  readonly headers: Readonly<Record<string, unknown>>
  readonly bytes: Buffer
  readonly session: string | null
  /** What the device is to keep after a sign-in. */
  readonly knownDevice: string | null
}

export interface Sent {
  readonly form?: Readonly<Record<string, string | readonly string[]>>
  readonly files?: readonly { readonly field: string; readonly name: string; readonly bytes: Uint8Array }[]
  /** A session's token that is not the visitor's own. */
  readonly session?: string
  /** What the device keeps since somebody signed in on it. */
  readonly knownDevice?: string
}

const visitCookie = 'a-visit-of-the-tests-00'

/** Asks for a page, or sends its form when there is one, as the visitor (null: nobody is signed in). */
export async function visit({ web }: House, visitor: Visitor | null, path: string, sent?: Sent): Promise<Answer> {
  const session = sent?.session ?? visitor?.token ?? null
  const cookies: Record<string, string> = {
    'heed-form': visitCookie,
    ...(session ? { 'heed-session': session } : {}),
    ...(sent?.knownDevice ? { 'heed-device': sent.knownDevice } : {}),
  }
  const csrf = formToken(session ?? visitCookie)
  const body = sent?.form || sent?.files ? encode({ csrf, ...sent.form }, sent.files) : null
  const reply = await web.inject({
    method: body ? 'POST' : 'GET',
    url: path,
    cookies,
    ...(body ? { payload: body.payload, headers: { 'content-type': body.type } } : {}),
  })
  const html = reply.body
  return {
    status: reply.statusCode,
    html,
    text: wordsOf(html),
    location: (reply.headers.location as string | undefined) ?? null,
    headers: reply.headers,
    bytes: reply.rawPayload,
    session: reply.cookies.find(({ name }) => name === 'heed-session')?.value ?? null,
    knownDevice: reply.cookies.find(({ name }) => name === 'heed-device')?.value ?? null,
  }
}

function encode(form: Record<string, string | readonly string[]>, files: Sent['files']) {
  const fields = Object.entries(form).flatMap(([name, value]) => [value].flat().map(v => [name, v] as [string, string]))
  if (!files) {
    return { payload: new URLSearchParams(fields).toString(), type: 'application/x-www-form-urlencoded' }
  }
  const boundary = `boundary-${word()}`
  const head = (disposition: string) => `--${boundary}\r\nContent-Disposition: form-data; ${disposition}\r\n`
  const parts = [
    ...fields.map(([name, value]) => Buffer.from(`${head(`name="${name}"`)}\r\n${value}\r\n`)),
    ...files.flatMap(({ field, name, bytes }) => [
      Buffer.from(`${head(`name="${field}"; filename="${name}"`)}Content-Type: application/octet-stream\r\n\r\n`),
      Buffer.from(bytes),
      Buffer.from('\r\n'),
    ]),
    Buffer.from(`--${boundary}--\r\n`),
  ]
  return { payload: Buffer.concat(parts), type: `multipart/form-data; boundary=${boundary}` }
}

const wordsOf = (html: string): string =>
  html
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/&lt;/g, '<')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/\s+/g, ' ')
    .trim()

/** Asks again until the answer is as wanted, while a job does its work; fails after 20 seconds. */
export async function eventually<T>(ask: () => Promise<T>, isRight: (answer: T) => boolean): Promise<T> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const answer = await ask()
    if (isRight(answer)) return answer
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  throw new Error('it did not happen within 20 seconds')
}

/** A new board of the shared house, with somebody who runs it, an officer of its support team and a reader. */
export async function openBoard() {
  const shared = await house()
  const board = await makeBoard(shared)
  return {
    house: shared,
    board,
    admin: await makePerson(shared, [post(board, 'administrator')], 'Ada Marsh'),
    officer: await makePerson(shared, [post(board, 'support officer')], 'Oona Field'),
    reader: await makePerson(shared, [post(board, 'reader')], 'Rhea Down'),
  }
}
