/** Starts Heed: reads the settings, opens the store, starts the web and the jobs, and stops them in order. */
import path from 'node:path'
import { machineClock } from './adapters/clock.ts'
import { openEmbedded } from './adapters/database/embedded.ts'
import { openServer } from './adapters/database/server.ts'
import type { Store } from './adapters/database/store.ts'
import { fileKeepsake } from './adapters/keepsake-file.ts'
import { pinoLog } from './adapters/log.ts'
import { findSecret, keepSecret } from './adapters/secret-file.ts'
import { noMail, smtpMail } from './adapters/smtp.ts'
import { vaultOf } from './adapters/vault.ts'
import type { App, Keepsake, Log, Mail, Vault } from './app.ts'
import { type Config, migrationsFolder, settings, WrongSettings } from './config.ts'
import { catchUp, sealSecondFactors } from './features.ts'
import { buildApp, buildWeb, queues, startJobs } from './house.ts'

export interface Running {
  readonly app: App
  /** Where it listens. */
  readonly address: string
  /** Takes no new request, lets those under way and the job at hand finish, then closes the store. */
  stop(): Promise<void>
}

export interface StartOptions {
  readonly demo: boolean
  /** Mail that stays in the house, for the demo. */
  readonly mail?: Mail
  /** Runs before the first request is taken. */
  readonly prepare?: (app: App) => Promise<void>
}

/** Opens the house; throws FolderInUse, RoleTooStrong or the system's own error when it cannot. */
export async function start(config: Config, { demo, mail, prepare }: StartOptions): Promise<Running> {
  const log = pinoLog(config.logLevel)
  const store = await openStore(config, log)
  const address = config.address ?? `http://${config.host}:${config.port}`
  const site = { address, demo, accessibility: config.accessibility }
  try {
    const kept = { vault: openVault(config), keepsake: openKeepsake(config) }
    const ground = { store, ...kept, clock: machineClock, log, site, clamd: config.clamd }
    const app = buildApp({ ...ground, mail: mail ?? mailOf(config) })
    await sealSecondFactors(app)
    await catchUp(app)
    await prepare?.(app)
    const web = await buildWeb(app, { trustProxy: config.trustProxy })
    await startJobs(app, store, 1)
    const address = await web.listen({ host: config.host, port: config.port })
    return {
      app,
      address,
      async stop() {
        await web.close()
        await store.close()
      },
    }
  } catch (error) {
    await store.close()
    throw error
  }
}

/** The store that the settings name. Throws WrongSettings, before anything is opened, where the secret is missing. */
export async function openStore(config: Config, log: Log): Promise<Store> {
  if (config.databaseUrl && !config.secret) throw new WrongSettings(`SECRET is missing. ${settings.SECRET.says}`)
  const common = { migrations: migrationsFolder, queues }
  if (!config.databaseUrl) return openEmbedded({ ...common, folder: config.dataFolder })
  const { databaseUrl: url, databaseOwnerUrl: ownerUrl } = config
  return openServer({ ...common, url, ownerUrl, onError: () => log.warn('database connection lost') })
}

/** The vault that the settings name. The store must be open, for it holds the data folder. */
export function openVault({ databaseUrl, dataFolder, secret, secretsBefore }: Config): Vault {
  // A secret of the folder's own stays good for what it sealed before SECRET was set.
  const own = databaseUrl ? null : secret ? findSecret(dataFolder) : keepSecret(dataFolder)
  const [today, ...before] = [secret ?? [], ...secretsBefore, own ?? []].flat()
  return vaultOf([today ?? '', ...before])
}

/** Where redactions are noted outside of the database, by the settings. */
export const openKeepsake = ({ databaseUrl, dataFolder, redactionsFile }: Config): Keepsake =>
  fileKeepsake(redactionsFile ?? (databaseUrl ? null : path.join(dataFolder, 'redactions')))

const mailOf = ({ smtpUrl, mailFrom }: Config): Mail => (smtpUrl ? smtpMail(smtpUrl, mailFrom) : noMail)

/** Stops once, on the first signal; a second signal ends the process at once. */
export function stopOnSignal(running: Running, log: Log): void {
  let stopping = false
  const stop = (signal: NodeJS.Signals) => {
    if (stopping) process.exit(1)
    stopping = true
    log.info('stopping', { signal })
    running.stop().then(
      () => process.exit(0),
      (error: Error) => {
        log.error('stopped badly', { error: error.name })
        process.exit(1)
      },
    )
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}
