/** The only reader of the environment: every setting has a type, a default and a sentence. */
import path from 'node:path'
import { z } from 'zod'
import { type ProviderSettings, readProviders } from './config-providers.ts'
import { type PlainDate, readPlainDate } from './core/plain-date.ts'

export const settings = {
  PORT: {
    type: z.coerce.number().int().min(0).max(65_535).default(3000),
    says: 'The port that Heed listens on. 0 takes a free one.',
  },
  HOST: {
    type: z.string().default('127.0.0.1'),
    says: 'The address that Heed listens on. Behind a reverse proxy, leave it.',
  },
  ADDRESS: {
    type: z.url().optional(),
    says: 'Where people reach Heed, as https://heed.example.gov.uk: what links in e-mails begin with. With https, cookies are secure. Passkeys belong to its host name and are lost when that changes; they need https.',
  },
  DATA_FOLDER: {
    type: z.string().default('data'),
    says: 'Where the embedded database lives. Not used with DATABASE_URL.',
  },
  DATABASE_URL: {
    type: z.string().startsWith('postgres').optional(),
    says: 'PostgreSQL 15 or newer, as a role that is a member of heed_app and owns nothing. Without it, the embedded database is used.',
  },
  DATABASE_OWNER_URL: {
    type: z.string().startsWith('postgres').optional(),
    says: 'The role that owns the tables; with it, Heed brings the schema up to date when it starts.',
  },
  DATABASE_BACKUP_URL: {
    type: z.string().startsWith('postgres').optional(),
    says: 'A role that may read every table and passes over row-level security (bypassrls), for heed backup alone. Heed never runs as it.',
  },
  SECRET: {
    type: z.string().min(32).optional(),
    says: 'At least 32 characters of chance (openssl rand -base64 32), from which Heed derives its keys: it encrypts second factors and recognises redacted words. Needed with DATABASE_URL; the embedded database keeps one in DATA_FOLDER/secret.',
  },
  SECRET_BEFORE: {
    type: z.string().min(32).optional(),
    says: 'Earlier values of SECRET, parted by spaces, after it was changed: what they encrypted is encrypted anew at the next start.',
  },
  REDACTIONS_FILE: {
    type: z.string().optional(),
    says: 'A file outside of the database in which each redaction is noted, without its words, so that a backup from before it is redacted again when Heed starts. The embedded database keeps DATA_FOLDER/redactions.',
  },
  SMTP_URL: {
    type: z.string().startsWith('smtp').optional(),
    says: 'The mail server, as smtps://name:password@host:465. Without it, no e-mail is sent.',
  },
  MAIL_FROM: { type: z.string().default('Heed <heed@localhost>'), says: 'The sender of e-mails.' },
  PROVIDERS_FILE: {
    type: z.string().optional(),
    says: 'A file of JSON that lists the providers (OpenID Connect) by which people may sign in with an account of their organisation: see operating.md. Without it, people sign in with a password alone.',
  },
  PROVIDER_SECRETS: {
    type: z
      .string()
      .regex(/^\s*([a-z0-9][a-z0-9-]*=\S+\s*)*$/)
      .default(''),
    says: 'The secrets of the providers that name no file for theirs, as key=secret, parted by spaces.',
  },
  CLAMD: {
    type: z
      .string()
      .regex(/^[^:]+:\d+$/)
      .optional(),
    says: 'A ClamAV daemon, as host:port, that looks at each upload. Without it, uploads are not scanned, and pages say so.',
  },
  METRICS: {
    type: z
      .string()
      .regex(/^[^:]+:\d+$/)
      .optional(),
    says: 'Where figures for Prometheus are given at /metrics, as host:port: an address that only what watches over Heed can reach, apart from HOST and PORT. Without it, there are none.',
  },
  STOP_DELAY: {
    type: z.coerce.number().int().min(0).max(600).default(5),
    says: 'How many seconds Heed goes on taking requests after SIGTERM, while /ready already answers 503, so that a proxy can send them elsewhere. SIGINT stops it at once.',
  },
  TRUST_PROXY: {
    type: z.enum(['yes', 'no']).default('no'),
    says: 'Whether one reverse proxy stands in front and ends X-Forwarded-For with the address that a request comes from. What stands before that is not believed.',
  },
  ACCESSIBILITY_CONTACT: {
    type: z
      .string()
      .regex(/^[^<>]{1,120} <[^<>@\s]+@[^<>@\s]+>$/)
      .optional(),
    says: 'Whom people write to who cannot use a page, as Name <address@example.gov.uk>: it stands in the accessibility statement. Without it, the statement says to write to the board.',
  },
  ACCESSIBILITY_REVIEWED_ON: {
    type: z.iso.date().optional(),
    says: 'The day, as 2027-03-31, on which the body that runs this installation last reviewed its accessibility statement. Without it, the statement gives only the day on which the project prepared it.',
  },
  LOG_LEVEL: {
    type: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
    says: 'How much is logged. No level logs personal detail.',
  },
} as const

/** What the body that runs the installation says in its accessibility statement. */
export interface AccessibilityFacts {
  readonly contact: { readonly name: string; readonly email: string } | null
  readonly reviewedOn: PlainDate | null
}

export interface Config {
  readonly port: number
  readonly host: string
  readonly address: string | null
  readonly dataFolder: string
  readonly databaseUrl: string | null
  readonly databaseOwnerUrl: string | null
  readonly databaseBackupUrl: string | null
  readonly secret: string | null
  readonly secretsBefore: readonly string[]
  readonly redactionsFile: string | null
  readonly smtpUrl: string | null
  readonly mailFrom: string
  readonly providers: readonly ProviderSettings[]
  readonly clamd: string | null
  readonly metrics: { readonly host: string; readonly port: number } | null
  readonly stopDelay: number
  readonly trustProxy: boolean
  readonly accessibility: AccessibilityFacts
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent'
}

/** A setting has a value that it cannot have. The message names each and says what it is for. */
export class WrongSettings extends Error {
  override readonly name = 'WrongSettings'
}

/** The folder that Heed is installed in. */
export const installation = path.resolve(import.meta.dirname, '..')
export const migrationsFolder = path.join(installation, 'migrations')
export const assetsFolder = path.join(installation, 'dist', 'assets')
export const demoFolder = path.join(installation, 'demo')

const schema = z.object({
  PORT: settings.PORT.type,
  HOST: settings.HOST.type,
  ADDRESS: settings.ADDRESS.type,
  DATA_FOLDER: settings.DATA_FOLDER.type,
  DATABASE_URL: settings.DATABASE_URL.type,
  DATABASE_OWNER_URL: settings.DATABASE_OWNER_URL.type,
  DATABASE_BACKUP_URL: settings.DATABASE_BACKUP_URL.type,
  SECRET: settings.SECRET.type,
  SECRET_BEFORE: settings.SECRET_BEFORE.type,
  REDACTIONS_FILE: settings.REDACTIONS_FILE.type,
  SMTP_URL: settings.SMTP_URL.type,
  MAIL_FROM: settings.MAIL_FROM.type,
  PROVIDERS_FILE: settings.PROVIDERS_FILE.type,
  PROVIDER_SECRETS: settings.PROVIDER_SECRETS.type,
  CLAMD: settings.CLAMD.type,
  METRICS: settings.METRICS.type,
  STOP_DELAY: settings.STOP_DELAY.type,
  TRUST_PROXY: settings.TRUST_PROXY.type,
  ACCESSIBILITY_CONTACT: settings.ACCESSIBILITY_CONTACT.type,
  ACCESSIBILITY_REVIEWED_ON: settings.ACCESSIBILITY_REVIEWED_ON.type,
  LOG_LEVEL: settings.LOG_LEVEL.type,
})

type Environment = Readonly<Record<string, string | undefined>>

/**
 * Throws WrongSettings, which says every mistake at once and repeats no value, for it may be a secret. `otherwise`
 * holds what stands for a setting that is left out, where that is not the usual default.
 */
export function readConfig(environment: Environment = process.env, otherwise: Environment = {}): Config {
  const given = Object.entries(environment).filter(([, value]) => value !== '' && value !== undefined)
  const filled = { ...otherwise, ...Object.fromEntries(given) }
  const read = schema.safeParse(filled)
  if (!read.success) {
    const names = [...new Set(read.error.issues.map(issue => String(issue.path[0])))] as (keyof typeof settings)[]
    throw new WrongSettings(
      names.map(name => `${name} has a value that it cannot have. ${settings[name].says}`).join('\n'),
    )
  }
  const set = read.data
  return {
    port: set.PORT,
    host: set.HOST,
    address: set.ADDRESS?.replace(/\/$/, '') ?? null,
    dataFolder: path.resolve(set.DATA_FOLDER),
    databaseUrl: set.DATABASE_URL ?? null,
    databaseOwnerUrl: set.DATABASE_OWNER_URL ?? null,
    databaseBackupUrl: set.DATABASE_BACKUP_URL ?? null,
    secret: set.SECRET ?? null,
    secretsBefore: set.SECRET_BEFORE?.split(/\s+/).filter(each => each !== '') ?? [],
    redactionsFile: set.REDACTIONS_FILE ? path.resolve(set.REDACTIONS_FILE) : null,
    smtpUrl: set.SMTP_URL ?? null,
    mailFrom: set.MAIL_FROM,
    providers: set.PROVIDERS_FILE ? providersOf(path.resolve(set.PROVIDERS_FILE), set.PROVIDER_SECRETS) : [],
    clamd: set.CLAMD ?? null,
    metrics: set.METRICS ? placeOf(set.METRICS) : null,
    stopDelay: set.STOP_DELAY,
    trustProxy: set.TRUST_PROXY === 'yes',
    accessibility: {
      contact: set.ACCESSIBILITY_CONTACT ? contactOf(set.ACCESSIBILITY_CONTACT) : null,
      reviewedOn: set.ACCESSIBILITY_REVIEWED_ON ? readPlainDate(set.ACCESSIBILITY_REVIEWED_ON) : null,
    },
    logLevel: set.LOG_LEVEL,
  }
}

/** Their values say nothing of anybody and are no secret. */
const harmless = new Set(['PORT', 'STOP_DELAY', 'TRUST_PROXY', 'LOG_LEVEL'])

/** Which settings are set, and the values of those that may be told to anybody. */
export const tellSettings = (environment: Environment = process.env): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.keys(settings).map(name => {
      const value = environment[name]
      return [name, value ? (harmless.has(name) ? value : 'set') : 'not set']
    }),
  )

function providersOf(file: string, secrets: string): readonly ProviderSettings[] {
  try {
    return readProviders(file, secrets)
  } catch (error) {
    throw new WrongSettings(error instanceof Error ? error.message : 'PROVIDERS_FILE')
  }
}

function placeOf(written: string): { host: string; port: number } {
  const [host = '', port = ''] = written.split(':')
  return { host, port: Number(port) }
}

function contactOf(written: string): { name: string; email: string } {
  const [name = '', email = ''] = written.slice(0, -1).split('<')
  return { name: name.trim(), email }
}
