/** What the outside world is to a command: everything that it may reach arrives through one `App` value. */
import type { Readable } from 'node:stream'
import type { Transaction } from 'kysely'
import type { VNode } from 'preact'
import type { Actor, BoardId, Person } from './access/actor.ts'
import type { Passkeys } from './access/passkeys.ts'
import type { Permission } from './access/permissions.ts'
import type { AccessibilityFacts } from './config.ts'
import type { PlainDate } from './core/plain-date.ts'
import type { PlainDocument } from './core/plain-document.ts'
import { type Mistake, NotFound } from './core/refusals.ts'
import type { Assets } from './design/index.ts'
import type { BoardArchives, Workbooks } from './exporting.ts'
import type { Providers } from './identity.ts'
import type { Schema } from './store/schema.ts'

export type Tx = Transaction<Schema>

export interface App {
  readonly db: Database
  readonly clock: Clock
  readonly chance: Chance
  readonly passwords: Passwords
  readonly passkeys: Passkeys
  readonly vault: Vault
  readonly providers: Providers
  readonly keepsake: Keepsake
  readonly documents: Documents
  readonly workbooks: Workbooks
  readonly boardArchives: BoardArchives
  readonly mail: Mail
  readonly jobs: Jobs
  readonly log: Log
  readonly site: Site
}

/** The only way to the data: one transaction, as the restricted role, with the actor's standing set for policies. */
export interface Database {
  readonly kind: 'embedded' | 'server'
  /** One that `sees` one moment writes nothing, and nobody's writing changes what it reads. */
  as<T>(actor: Actor, work: (tx: Tx) => Promise<T>, how?: { readonly sees?: 'one moment' }): Promise<T>
}

export interface Clock {
  now(): Date
  /** The day in the United Kingdom. */
  today(): PlainDate
}

export interface Chance {
  /** A new id: a UUID whose first part rises with time. */
  id<Id extends string>(): Id
  /** 32 random bytes as 43 characters that are safe in an address. */
  token(): string
}

export interface Passwords {
  hash(password: string): Promise<string>
  /** Takes as long for an account that does not exist (`hash` null) as for one that does. */
  verify(password: string, hash: string | null): Promise<boolean>
}

/** What only this installation can do, by the secret that it is configured with and that its database never holds. */
export interface Vault {
  /** Encrypts a text. `about` says what it belongs to: in any other place it will not open. */
  seal(text: string, about: string): string
  /** The text again, or null when it was sealed with an unknown secret, for something else, or was changed since. */
  open(sealed: string, about: string): string | null
  /** Whether it was sealed, and with the secret of today. */
  isFresh(sealed: string): boolean
  /** A key of 32 bytes for a purpose: of today's secret, or of the one of that name; null when that is unknown. */
  key(purpose: string, name?: string): VaultKey | null
}

/** Lines that stand outside of the database, and so outlive a backup of it that is restored. */
export interface Keepsake {
  /** Adds a line. It is on disk when this returns. */
  keep(line: string): Promise<void>
  lines(): Promise<readonly string[]>
}

export interface VaultKey {
  /** Tells one secret from another, and nothing about it. */
  readonly name: string
  readonly bytes: Uint8Array
}

/** Opens files that came from outside, in a worker that is ended when it takes too long. */
export interface Documents {
  open(bytes: Uint8Array, fileName: string): Promise<PlainDocument>
  /** 'not scanned' when no virus scanner is configured. */
  scan(bytes: Uint8Array): Promise<'clean' | 'infected' | 'not scanned'>
}

export interface Letter {
  readonly to: string
  readonly subject: string
  /** Plain text. No case detail and no name but the reader's. */
  readonly text: string
}
export interface Mail {
  send(letter: Letter): Promise<void>
  /** What was sent so far, newest first, where mail stays in the house (the demo); else null. */
  sent(): readonly (Letter & { readonly at: string })[] | null
}

export interface Jobs {
  /** Queues inside the caller's transaction: a rollback takes the job with it. */
  send(tx: Tx, queue: string, data: Readonly<Record<string, string>>): Promise<void>
}

/** A job that a feature knows how to do. It runs again after a failure, so it must be safe to repeat. */
export interface Worker {
  readonly queue: string
  /** How long it is tried again after failures: some seconds, or long enough for what is away to be mended. */
  readonly triedFor?: 'a day'
  work(app: App, data: Readonly<Record<string, string>>): Promise<void>
  /** Called when the last try has failed, or its process was killed. Safe to repeat as well. */
  giveUp?(app: App, data: Readonly<Record<string, string>>): Promise<void>
}

export interface Log {
  info(event: string, facts?: Readonly<Record<string, unknown>>): void
  warn(event: string, facts?: Readonly<Record<string, unknown>>): void
  error(event: string, facts?: Readonly<Record<string, unknown>>): void
}

export interface Site {
  /** Where it is reached, without a slash at the end: what links in e-mails begin with. */
  readonly address: string
  /** Whether this is the demo, whose boards and people are fictional. */
  readonly demo: boolean
  /** What the body that runs the installation says in its accessibility statement; left out, nothing. */
  readonly accessibility?: AccessibilityFacts
}

export interface UploadedFile {
  readonly field: string
  readonly name: string
  /** Empty where it is too large. */
  readonly bytes: Uint8Array
  /** Whether it is larger than the route takes. */
  readonly isTooLarge?: boolean
}

/** One request, with nothing of HTTP's machinery. */
export interface Ask {
  readonly app: App
  /** Who asks; null when nobody is signed in. */
  readonly person: Person | null
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  readonly form: URLSearchParams
  readonly files: readonly UploadedFile[]
  /** What a page needs that is the request's own. */
  readonly frame: Frame
}

export interface Frame {
  readonly nonce: string
  readonly csrf: string
  readonly asset: Assets
  readonly requestId: string
  /** The device that asks, in a few words, for the list of sessions. */
  readonly device: string
  /** A key for counting what comes from one address; a hash, never the address. */
  readonly origin: string
  readonly sessionToken: string | null
  /** What the device keeps since somebody signed in on it; null on any other. */
  readonly knownDevice: string | null
}

export interface PageContent {
  readonly title: string
  readonly body: VNode
  readonly board?: { readonly id: BoardId; readonly slug: string; readonly name: string; readonly marking: string }
  /** The item of the navigation that this page belongs to. */
  readonly section?: string
  readonly back?: string
  readonly breadcrumbs?: readonly { readonly text: string; readonly href?: string }[]
  readonly mistakes?: readonly Mistake[]
  /** Whether the page shows what is restricted, and so must carry the board's protective marking. */
  readonly restricted?: boolean
  /** The marking of a restricted page that speaks of more boards than one; else that of `board`. */
  readonly marking?: string
  readonly wide?: boolean
  /** The address of another site that the browser goes on to at once. */
  readonly goesTo?: string
  /** Seconds after which the page asks again by itself, while a job runs. */
  readonly refreshAfter?: number
}

export type Reply =
  | { readonly kind: 'page'; readonly status: number; readonly content: PageContent }
  | {
      readonly kind: 'redirect'
      readonly to: string
      readonly session?: string | null
      /** What the device keeps from now on. */
      readonly knownDevice?: string
    }
  | {
      readonly kind: 'file'
      readonly name: string
      readonly mediaType: string
      readonly bytes: Uint8Array
      readonly inline: boolean
    }
  | { readonly kind: 'stream'; readonly name: string; readonly mediaType: string; readonly stream: Readable }
  | { readonly kind: 'data'; readonly status: number; readonly data: unknown }

/** Who may even ask: anybody, anybody signed in, or whoever has a post that could ever be permitted this. */
export type Door = 'anyone' | 'signed in' | Permission

export interface Route {
  readonly method: 'GET' | 'POST'
  /** With `:name` for a parameter. */
  readonly path: string
  readonly door: Door
  /** Takes files, so many and so large at the most. */
  readonly upload?: { readonly files: number; readonly bytes: number }
  /** An act of weight: whoever signed in a while ago shows first again who they are. */
  readonly proof?: 'recent'
  /** A tighter limit on how often one address may ask. */
  readonly pace?: 'sign-in' | 'search' | 'upload'
  handle(ask: Ask): Promise<Reply>
}

/** What a feature brings to the house. */
export interface Feature {
  readonly name: string
  readonly routes: readonly Route[]
  readonly workers: readonly Worker[]
}

export const page = (content: PageContent, status = 200): Reply => ({
  kind: 'page',
  status: content.mistakes?.length ? 422 : status,
  content,
})
export const redirect = (to: string): Reply => ({ kind: 'redirect', to })

/** The person who asks, behind a door that only the signed in pass. Throws NotFound when there is nobody. */
export function personOf({ person }: Pick<Ask, 'person'>): Person {
  if (!person) throw new NotFound('nobody is signed in')
  return person
}
