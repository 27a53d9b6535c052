/** `heed export-board`: gives a board all that is its own, in open formats. */
import type { Kysely } from 'kysely'
import { asBackupRole } from './adapters/backup/source.ts'
import { writeArchive } from './adapters/board-export/archive.ts'
import { filesOf } from './adapters/board-export/writing.ts'
import type { Store } from './adapters/database/store.ts'
import { pinoLog } from './adapters/log.ts'
import type { App } from './app.ts'
import { isThere, onlyWords, reportFailure, WrongArguments } from './cli-arguments.ts'
import { explain } from './cli-explanations.ts'
import { appOver } from './cli-house.ts'
import { type Config, readConfig, settings, WrongSettings } from './config.ts'
import { noteExport } from './features.ts'
import { openStore } from './main.ts'
import type { Schema } from './store/schema.ts'

/** Writes the archive and notes in the board's History that it was made: 1 when it could not. */
export const exportBoardCommand = (args: readonly string[]): Promise<number> =>
  reportFailure(async () => {
    const [slug = '', file = ''] = onlyWords(args, 2, 'heed export-board BOARD FILE.zip')
    if (await isThere(file)) throw new WrongArguments(`${file} is there already. Name another file.`)
    const config = readConfig()
    const store = await explain(config, () => openStore(config, pinoLog(config.logLevel)))
    try {
      const app = appOver(config, store)
      await exportBoard(app, { slug, file, source: sourceOf(config, store) })
    } finally {
      await store.close()
    }
    process.stdout.write(`Written to ${file}. It holds what is restricted, and is not encrypted: keep it safe.\n`)
  })

/** Gives work a database whose every row it reads. */
export type Source = <T>(work: (db: Kysely<Schema>) => Promise<T>) => Promise<T>

function sourceOf(config: Config, store: Store): Source {
  if (!config.databaseUrl) return work => work(store.db)
  const url = config.databaseBackupUrl
  if (!url) throw new WrongSettings(`DATABASE_BACKUP_URL is missing. ${settings.DATABASE_BACKUP_URL.says}`)
  return work => asBackupRole(url, work)
}

interface Wanted {
  readonly slug: string
  readonly file: string
  readonly source: Source
}

/**
 * Exports a board. Its History tells of it first, so that no copy can be made that it does not know of. Throws NotFound
 * when there is no such board.
 */
export async function exportBoard(app: App, { slug, file, source }: Wanted): Promise<void> {
  const board = await noteExport(app, slug)
  const exporting = { ...board, madeAt: app.clock.now(), seenBy: null }
  await source(db => writeArchive(file, filesOf(db, exporting)))
}
