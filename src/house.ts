/** Puts the house together from its adapters: the store, the outside things, the web server and the jobs. */
import type { FastifyInstance } from 'fastify'
import { temporaryArchives } from './adapters/board-export/browser.ts'
import { machineChance } from './adapters/chance.ts'
import type { Store } from './adapters/database/store.ts'
import { openDocumentInWorker } from './adapters/documents/open-in-worker.ts'
import { buildServer, type ServerOptions } from './adapters/http/server.ts'
import { sharedCounts } from './adapters/http/shared-counts.ts'
import { bossJobs, startWorkers } from './adapters/jobs.ts'
import { webPasskeys } from './adapters/passkeys.ts'
import { argonPasswords } from './adapters/passwords.ts'
import { oidcProviders } from './adapters/providers.ts'
import { clamScanner } from './adapters/scanner.ts'
import { excelWorkbooks } from './adapters/workbook.ts'
import type { App, Clock, Keepsake, Log, Mail, Site, Vault } from './app.ts'
import { assetsFolder } from './config.ts'
import type { ProviderSettings } from './config-providers.ts'
import { feature as demo } from './demo/index.ts'
import { features, findPerson, isEmpty, noteRefusal } from './features.ts'
import { unitsOfWork } from './store/database.ts'

/** What differs between a house in use, the demo and a test. */
export interface Ground {
  readonly store: Store
  readonly vault: Vault
  readonly keepsake: Keepsake
  readonly clock: Clock
  readonly mail: Mail
  readonly log: Log
  readonly site: Site
  readonly clamd: string | null
  readonly providers?: readonly ProviderSettings[]
}

const workers = features.flatMap(feature => feature.workers)

export const queues = workers.map(worker => worker.queue)

export const buildApp = ({ store, vault, keepsake, clock, mail, log, site, clamd, providers = [] }: Ground): App => ({
  db: unitsOfWork(store.kind, store.db),
  clock,
  chance: machineChance(clock),
  passwords: argonPasswords(),
  passkeys: webPasskeys(site.address),
  vault,
  providers: oidcProviders(providers, { clock, log, address: site.address }),
  keepsake,
  documents: { open: openDocumentInWorker, scan: clamScanner(clamd) },
  workbooks: excelWorkbooks,
  boardArchives: temporaryArchives,
  mail,
  jobs: bossJobs(store.boss, workers),
  log,
  site,
})

export type WebOptions = Pick<ServerOptions, 'trustProxy' | 'paces' | 'counts' | 'hasRoom' | 'readiness' | 'metrics'>

/** The web server with every feature's routes, not yet listening. */
export async function buildWeb(app: App, options: WebOptions = {}): Promise<FastifyInstance> {
  let settled = false
  return buildServer({
    app,
    routes: (app.site.demo ? [...features, demo] : features).flatMap(feature => feature.routes),
    assets: assetsFolder,
    findPerson: token => findPerson(app, token),
    noteRefusal,
    // Once there is a board there is always one, so the question is asked no more.
    isEmpty: async () => {
      settled ||= !(await isEmpty(app))
      return !settled
    },
    ...options,
  })
}

/**
 * What the web server asks of the store: whether it has room, and to count for the paces where several processes share
 * it; the embedded database has but one.
 */
export const askedOf = ({ kind, db, hasRoom }: Store): Pick<WebOptions, 'counts' | 'hasRoom'> =>
  kind === 'server' ? { counts: sharedCounts(db), hasRoom } : { hasRoom }

export const startJobs = (app: App, store: Store, pollingSeconds: number): Promise<void> =>
  startWorkers(app, store.boss, workers, pollingSeconds)
