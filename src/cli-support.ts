/** `heed support FILE`: what somebody who helps from outside needs to know, without a word of anybody. */
import { statfs, writeFile } from 'node:fs/promises'
import os from 'node:os'
import packageFile from '../package.json' with { type: 'json' }
import { auditor } from './access/actor.ts'
import type { Store } from './adapters/database/store.ts'
import { pinoLog } from './adapters/log.ts'
import { reportOn } from './adapters/support-report.ts'
import { reportFailure, WrongArguments } from './cli-arguments.ts'
import { type Config, installation, migrationsFolder, readConfig, tellSettings } from './config.ts'
import { verify } from './ledger/ledger.ts'
import { openStore } from './main.ts'
import { unitsOfWork } from './store/database.ts'
import { listMigrations } from './store/migrations.ts'

/** Writes the file, which nobody else on the machine may read: 1 when it could not be written. */
export const supportCommand = ([file, ...more]: readonly string[]): Promise<number> =>
  reportFailure(async () => {
    if (!file || more.length > 0) throw new WrongArguments('this is called as: heed support FILE. See heed --help.')
    const config = readConfig()
    const report = {
      schema: 'heed.support/1',
      ...aboutMachine(),
      ...(await aboutDisk(config)),
      settings: tellSettings(),
    }
    const text = JSON.stringify({ ...report, ...(await aboutHouse(config)) }, null, 2)
    await writeFile(file, `${text}\n`, { mode: 0o600 })
    process.stdout.write(`Written to ${file}. It holds no name, no address and no words; read it before you send it.\n`)
  })

const aboutMachine = () => ({
  madeAt: new Date().toISOString(),
  heed: packageFile.version,
  node: process.version,
  machine: {
    system: `${os.platform()} ${os.release()} ${os.arch()}`,
    processors: os.availableParallelism(),
    memoryBytes: os.totalmem(),
    memoryFreeBytes: os.freemem(),
  },
})

async function aboutDisk({ databaseUrl, dataFolder }: Config) {
  const { bavail, bsize } = await statfs(databaseUrl ? installation : dataFolder).catch(() => statfs(installation))
  return { diskFreeBytes: bavail * bsize }
}

/** The database and the ledger as they are; where the database cannot be opened, by what kind of fault. */
async function aboutHouse(config: Config) {
  try {
    // Who asks for help must not change the schema by it: where the database is a server's, its owner is left alone.
    const store = await openStore({ ...config, databaseOwnerUrl: null }, pinoLog('silent'))
    try {
      return { database: await reportOn(store, await listMigrations(migrationsFolder)), ledger: await ledgerOf(store) }
    } finally {
      await store.close()
    }
  } catch (error) {
    const { name, code } = error as NodeJS.ErrnoException
    return { database: { fault: code ?? name } }
  }
}

async function ledgerOf({ kind, db }: Store) {
  const { entries, chains, broken } = await unitsOfWork(kind, db).as(auditor, verify)
  return { entries, chains, brokenChains: broken.length }
}
