/** Starts Heed: reads the settings, opens the store, starts the web and the jobs, and stops them in order. */
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { machineClock } from './adapters/clock.ts'
import { openEmbedded } from './adapters/database/embedded.ts'
import { openServer } from './adapters/database/server.ts'
import type { Store } from './adapters/database/store.ts'
import { listenForMetrics } from './adapters/http/probes.ts'
import { fileKeepsake } from './adapters/keepsake-file.ts'
import { pinoLog } from './adapters/log.ts'
import { openMetrics } from './adapters/metrics.ts'
import { readinessOf } from './adapters/readiness.ts'
import { findSecret, keepSecret } from './adapters/secret-file.ts'
import { noMail, smtpMail } from './adapters/smtp.ts'
import { vaultOf } from './adapters/vault.ts'
import type { App, Keepsake, Log, Mail, Vault } from './app.ts'
import { type Config, migrationsFolder, settings, WrongSettings } from './config.ts'
import { catchUp, sealSecondFactors } from './features.ts'
import { askedOf, buildApp, buildWeb, queues, startJobs } from './house.ts'
import { listMigrations } from './store/migrations.ts'

export interface Running {
  readonly app: App
  /** Where it listens. */
  readonly address: string
  /**
   * Says at `/ready` that it stops, and after so many seconds takes no new request, lets those under way and the job at
   * hand finish and closes the store.
   */
  stop(afterSeconds?: number): Promise<void>
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
    const ground = { store, ...kept, clock: machineClock, log, site, clamd: config.clamd, providers: config.providers }
    const app = buildApp({ ...ground, mail: mail ?? mailOf(config) })
    await sealSecondFactors(app)
    await catchUp(app)
    await prepare?.(app)
    const opened = await openDoors(config, app, store)
    return {
      app,
      address: opened.address,
      async stop(afterSeconds) {
        await opened.close(afterSeconds)
        await store.close()
      },
    }
  } catch (error) {
    await store.close()
    throw error
  }
}

interface Doors {
  readonly address: string
  close(afterSeconds?: number): Promise<void>
}

/** Starts the jobs and takes requests, and gives figures where the settings say so. */
async function openDoors(config: Config, app: App, store: Store): Promise<Doors> {
  const readiness = readinessOf({ store, queues, migrations: await listMigrations(migrationsFolder) })
  const metrics = config.metrics ? { metrics: openMetrics(store) } : {}
  const web = await buildWeb(app, { trustProxy: config.trustProxy, ...askedOf(store), readiness, ...metrics })
  await startJobs(app, store, 1)
  const figures = config.metrics && metrics.metrics ? await listenForMetrics(metrics.metrics, config.metrics) : null
  try {
    const address = await web.listen({ host: config.host, port: config.port })
    return {
      address,
      async close(afterSeconds = 0) {
        readiness.stop()
        await delay(afterSeconds * 1000)
        await closeWeb(web)
        await figures?.close()
      },
    }
  } catch (error) {
    await figures?.close()
    throw error
  }
}

/** Ends when the requests under way are answered. */
async function closeWeb(web: FastifyInstance): Promise<void> {
  // A connection on which an answer was just under way would otherwise be waited for until its asker lets it go.
  const timer = setInterval(() => web.server.closeIdleConnections(), 250)
  await web.close()
  clearInterval(timer)
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

/** Stops once, on the first signal, after SIGTERM with the delay in seconds; a second signal ends the process. */
export function stopOnSignal(running: Running, { stopDelay }: Pick<Config, 'stopDelay'>): void {
  const { log } = running.app
  let stopping = false
  const stop = (signal: NodeJS.Signals) => {
    if (stopping) process.exit(1)
    stopping = true
    log.info('stopping', { signal })
    running.stop(signal === 'SIGTERM' ? stopDelay : 0).then(
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
