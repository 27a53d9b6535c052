/** `heed backup` and `heed restore`: all that a house holds in one encrypted file, and back, on either engine. */
import type { Kysely } from 'kysely'
import packageFile from '../package.json' with { type: 'json' }
import { type Tally, takeBackup } from './adapters/backup/reading.ts'
import { restoreInto } from './adapters/backup/restoring.ts'
import { BadBackup, type Lock, openLines, sealLines } from './adapters/backup/seal.ts'
import { asBackupRole } from './adapters/backup/source.ts'
import { linesOf } from './adapters/backup/writing.ts'
import { machineClock } from './adapters/clock.ts'
import { connect } from './adapters/database/server.ts'
import type { Store } from './adapters/database/store.ts'
import { pinoLog } from './adapters/log.ts'
import type { App } from './app.ts'
import { isThere, onlyWords, readArguments, readText, reportFailure, WrongArguments } from './cli-arguments.ts'
import { explain } from './cli-explanations.ts'
import { appOver, verifyLedger } from './cli-house.ts'
import { type Config, migrationsFolder, readConfig, settings, WrongSettings } from './config.ts'
import { catchUp, sealSecondFactors } from './features.ts'
import { queues } from './house.ts'
import { openStore } from './main.ts'
import { listMigrations } from './store/migrations.ts'
import type { Schema } from './store/schema.ts'

const options = {
  verify: { type: 'boolean' },
  to: { type: 'string' },
  'key-file': { type: 'string' },
  'passphrase-file': { type: 'string' },
} as const

/** Makes a backup, or reads one through with `--verify`: 1 when it could not, or the file is damaged. */
export const backupCommand = (args: readonly string[]): Promise<number> =>
  reportFailure(async () => {
    const { values, positionals } = readArguments(args, options)
    const [file = ''] = onlyWords(positionals, 1, 'heed backup [--verify] FILE …')
    if (values.verify) {
      const tally = await takeBackup(openLines(file, await openingLock(values)), { head: idle, rows: idle })
      process.stdout.write(`${file} is whole.\n${describe(tally)}\n`)
      return
    }
    const lock = await sealingLock(values)
    if (await isThere(file)) throw new WrongArguments(`${file} is there already. Name another file.`)
    await backUp(readConfig(), file, lock)
    process.stdout.write(`Written to ${file}. The installation’s secret is not in it: keep that elsewhere.\n`)
  })

/** Restores a backup into an empty house: 1 when it could not, 3 when the ledger that was restored is not whole. */
export const restoreCommand = async (args: readonly string[]): Promise<number> => {
  let status = 0
  const failure = await reportFailure(async () => {
    const { values, positionals } = readArguments(args, options)
    const [file = ''] = onlyWords(positionals, 1, 'heed restore FILE …')
    const lock = await openingLock(values)
    const config = readConfig()
    const store = await explain(config, () => openStore(config, pinoLog(config.logLevel)))
    try {
      status = await restore(config, store, { file, lock })
    } finally {
      await store.close()
    }
  })
  return failure || status
}

const idle = async () => undefined

/** Makes the backup of the database that the settings name. */
export async function backUp(config: Config, file: string, lock: Lock): Promise<void> {
  const making = { heed: packageFile.version, madeAt: machineClock.now(), queues }
  const seal = (db: Kysely<Schema>) => sealLines(file, lock, linesOf(db, making))
  if (config.databaseUrl || config.databaseBackupUrl) {
    if (!config.databaseBackupUrl)
      throw new WrongSettings(`DATABASE_BACKUP_URL is missing. ${settings.DATABASE_BACKUP_URL.says}`)
    const url = config.databaseBackupUrl
    return explain(config, () => asBackupRole(url, seal))
  }
  const store = await explain(config, () => openStore(config, pinoLog(config.logLevel)))
  try {
    await seal(store.db)
  } finally {
    await store.close()
  }
}

interface Sealed {
  readonly file: string
  readonly lock: Lock
}

async function restore(config: Config, store: Store, sealed: Sealed): Promise<number> {
  const app = appOver(config, store)
  const tally = await asOwner(config, store, owner => restoreRows(app, owner, sealed))
  await sealSecondFactors(app)
  await catchUp(app)
  const ledger = await verifyLedger(app)
  process.stdout.write(`${[`${sealed.file} is restored.`, describe(tally), ...ledger.lines].join('\n')}\n`)
  return ledger.status
}

/** Puts the rows of a backup into the empty house of the app, through a connection that owns its tables. */
export async function restoreRows(app: App, owner: Kysely<Schema>, { file, lock }: Sealed): Promise<Tally> {
  const queueJob = (tx: Kysely<Schema>, queue: string, data: Readonly<Record<string, string>>) =>
    app.jobs.send(tx as Parameters<typeof app.jobs.send>[0], queue, data)
  return restoreInto(owner, {
    lines: openLines(file, lock),
    migrations: await listMigrations(migrationsFolder),
    queueJob,
  })
}

async function asOwner<T>(config: Config, { db }: Store, work: (owner: Kysely<Schema>) => Promise<T>): Promise<T> {
  if (!config.databaseUrl) return work(db)
  if (!config.databaseOwnerUrl)
    throw new WrongSettings('DATABASE_OWNER_URL is missing: only the role that owns the tables can restore them.')
  const owner = connect(config.databaseOwnerUrl, 1, () => undefined)
  try {
    return await work(owner)
  } finally {
    await owner.destroy()
  }
}

type Given = Readonly<Partial<Record<'to' | 'key-file' | 'passphrase-file', string>>>

async function sealingLock({ to, 'key-file': key, 'passphrase-file': file }: Given): Promise<Lock> {
  if (key !== undefined || (to === undefined) === (file === undefined))
    throw new WrongArguments('a backup is encrypted: give either --to with a public key, or --passphrase-file FILE.')
  return to === undefined ? { key: null, passphrase: await passphraseOf(file ?? '') } : { key: to, passphrase: null }
}

async function openingLock({ to, 'key-file': key, 'passphrase-file': file }: Given): Promise<Lock> {
  if (to !== undefined || (key === undefined) === (file === undefined))
    throw new WrongArguments('to open a backup, give either --key-file FILE or --passphrase-file FILE.')
  if (key === undefined) return { key: null, passphrase: await passphraseOf(file ?? '') }
  const lines = (await readText(key)).split('\n').map(line => line.trim())
  const secret = lines.find(line => line !== '' && !line.startsWith('#'))
  if (!secret) throw new BadBackup(`${key} holds no key.`)
  return { key: secret, passphrase: null }
}

async function passphraseOf(file: string): Promise<string> {
  const passphrase = (await readText(file)).replace(/\r?\n$/, '')
  if (passphrase.length < 12) throw new WrongArguments(`The passphrase in ${file} is shorter than 12 characters.`)
  return passphrase
}

function describe({ head, rows }: Tally): string {
  const count = [...rows.values()].reduce((sum, each) => sum + each, 0)
  const last = head.migrations.at(-1)?.name ?? 'no migration'
  return `Made by Heed ${head.heed} on ${head.madeAt.toISOString()}, up to ${last}: ${count} rows in ${rows.size} tables.`
}
