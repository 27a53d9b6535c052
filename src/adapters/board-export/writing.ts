/** The files of a board's export: each table as csv and as json, the original documents, and a readme. */
import type { Kysely } from 'kysely'
import type { BoardId } from '../../access/actor.ts'
import type { Tx } from '../../app.ts'
import { byteOrderMark, csvLine } from '../../core/csv.ts'
import type { Exporting } from '../../exporting.ts'
import type { Schema } from '../../store/schema.ts'
import { fetching, quoted, startReading, writeAlike } from '../database/whole-reading.ts'
import { type ArchiveFile, each } from './archive.ts'
import { readmeOf, type Told } from './readme.ts'
import { type BoardTable, seenOf, tablesOf } from './tables.ts'

const atOnce = 500

/** Everything of the board as it stood at one moment. `db` must be one that reads every row. */
export async function* filesOf(db: Kysely<Schema>, exporting: Exporting): AsyncGenerator<ArchiveFile> {
  const tx = await startReading(db)
  try {
    yield* filesIn(tx, exporting, await tablesOf(tx, exporting.boardId))
  } finally {
    await tx.rollback().execute()
  }
}

/** What whoever acts in the transaction may see of the board, by row-level security. */
export async function* seenFilesOf(tx: Tx, exporting: Exporting): AsyncGenerator<ArchiveFile> {
  await writeAlike(tx)
  yield* filesIn(tx, exporting, seenOf(await tablesOf(tx, exporting.boardId)))
}

async function* filesIn(
  tx: Kysely<Schema>,
  exporting: Exporting,
  tables: readonly BoardTable[],
): AsyncGenerator<ArchiveFile> {
  const told: Told[] = []
  for (const table of tables) {
    const count = { rows: 0 }
    yield { name: `tables/${table.name}.csv`, chunks: asCsv(tx, table, count) }
    yield { name: `tables/${table.name}.json`, chunks: asJson(tx, table) }
    told.push({ ...table, rows: count.rows })
  }
  yield* originals(tx, exporting.boardId)
  yield { name: 'README.txt', chunks: each([readmeOf(exporting, told)]) }
}

const from = ({ name, own }: BoardTable) => `from public.${quoted(name)} where ${own} order by 1`

async function* asCsv(tx: Kysely<Schema>, table: BoardTable, count: { rows: number }): AsyncGenerator<string> {
  yield byteOrderMark + csvLine(table.columns.map(({ name }) => name))
  const cells = table.columns.map(({ name }) => `coalesce(${quoted(name)}::text, '')`).join(', ')
  const select = `select json_build_array(${cells})::text as line ${from(table)}`
  for await (const rows of fetching<{ line: string }>(tx, select, atOnce)) {
    count.rows += rows.length
    yield rows.map(({ line }) => csvLine(JSON.parse(line))).join('')
  }
}

async function* asJson(tx: Kysely<Schema>, table: BoardTable): AsyncGenerator<string> {
  const columns = table.columns.map(({ name }) => quoted(name)).join(', ')
  const select = `select row_to_json(r)::text as line from (select ${columns} ${from(table)}) r`
  let mark = '[\n'
  for await (const rows of fetching<{ line: string }>(tx, select, atOnce)) {
    yield mark + rows.map(({ line }) => line).join(',\n')
    mark = ',\n'
  }
  yield mark === '[\n' ? '[]\n' : '\n]\n'
}

interface Original {
  readonly id: string
  readonly name: string
  readonly bytes: Uint8Array
}

/** The documents as they were uploaded, never more than one in memory. A redacted file has no bytes any more. */
async function* originals(tx: Kysely<Schema>, boardId: BoardId): AsyncGenerator<ArchiveFile> {
  const select = `select d.id, d.file_name as name, f.bytes from public.document d
    join public.stored_file f on f.document_id = d.id where d.board_id = '${boardId}' order by d.id`
  for await (const rows of fetching<Original>(tx, select, 1))
    for (const { id, name, bytes } of rows) yield { name: `files/${id}-${safe(name)}`, chunks: each([bytes]) }
}

/** A name that no system takes for a folder or anything else. */
const safe = (name: string): string =>
  name
    .replace(/[^\p{L}\p{N}._ -]+/gu, '_')
    .replace(/^\.+/, '_')
    .slice(-100)
