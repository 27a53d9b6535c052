/** Looking through every place in which the words of a document can stand, and writing over them. */
import { type RawBuilder, sql } from 'kysely'
import type { BoardId } from '../../access/actor.ts'
import type { Tx } from '../../app.ts'
import type { DocumentId, ReviewId } from '../../store/schema.ts'
import { type Manner, type Place, places } from './place-queries.ts'

/** What a redaction reaches: documents, the reviews whose every record is looked through, and the board's directory. */
export interface Reach {
  readonly documentIds: readonly DocumentId[]
  readonly reviewIds: readonly ReviewId[]
  readonly boardId: BoardId
}

const ids = (list: readonly string[]) => sql`array[${sql.join([...list, nobody])}]::uuid[]`
const nobody = '00000000-0000-0000-0000-000000000000'

/** A row with its texts and values as they stand. */
export interface HeldRow {
  readonly table: string
  readonly name: string
  readonly keys: Readonly<Record<string, string>>
  readonly texts: Readonly<Record<string, string | null>>
  readonly values: Readonly<Record<string, unknown>>
  readonly manner?: Manner
}

/**
 * The rows that came from the documents ('file'), or all that the words could stand in ('words'): what came from the
 * documents, whatever else the reviews hold, and the directory of the board.
 */
export async function listHeldRows(tx: Tx, extent: 'file' | 'words', reach: Reach): Promise<readonly HeldRow[]> {
  const found: HeldRow[] = []
  for (const place of places) {
    const where = whereOf(place, extent)
    if (where) found.push(...(await rowsOf(tx, place, { where, reach })))
  }
  return found
}

function whereOf({ ofDocument, ofReview }: Place, extent: 'file' | 'words'): RawBuilder<boolean> | null {
  if (extent === 'file') return ofDocument
  if (ofDocument && ofReview) return sql<boolean>`(${ofDocument}) or (${ofReview})`
  return ofDocument ?? ofReview
}

async function rowsOf(
  tx: Tx,
  { table, name, keys, texts, values = [], manner }: Place,
  { where, reach }: { readonly where: RawBuilder<boolean>; readonly reach: Reach },
): Promise<HeldRow[]> {
  const columns = [...keys, ...texts, ...values].map(column => sql.ref(`t.${column}`))
  const { rows } = await sql<Record<string, unknown>>`
    select ${sql.join(columns)} from ${sql.table(table)} t, (select ${ids(reach.documentIds)} as d, ${ids(reach.reviewIds)} as r,
      ${ids([reach.boardId])} as b) x
    where ${where}`.execute(tx)
  const pick = (row: Record<string, unknown>, names: readonly string[]) =>
    Object.fromEntries(names.map(each => [each, row[each]]))
  return rows.map(row => ({
    table,
    name,
    keys: pick(row, keys) as Record<string, string>,
    texts: pick(row, texts) as Record<string, string | null>,
    values: pick(row, values),
    ...(manner ? { manner } : {}),
  }))
}

/** What of a row changes: the texts and the values that are written anew. */
export interface BlankedRow extends Pick<HeldRow, 'table' | 'keys'> {
  readonly texts: Readonly<Record<string, string>>
  readonly values: Readonly<Record<string, unknown>>
  /** Whether it is deleted instead. */
  readonly isRemoved: boolean
}

/** Writes the blanked texts over what stood there. */
export async function writeBlanked(tx: Tx, { table, keys, texts, values, isRemoved }: BlankedRow): Promise<void> {
  const sets = [
    ...Object.entries(texts).map(([column, text]) => sql`${sql.ref(column)} = ${text}`),
    ...Object.entries(values).map(
      ([column, value]) => sql`${sql.ref(column)} = ${value === null ? null : JSON.stringify(value)}::jsonb`,
    ),
  ]
  const matches = Object.entries(keys).map(([column, key]) => sql`${sql.ref(column)} = ${key}::uuid`)
  const where = sql.join(matches, sql` and `)
  if (isRemoved) await sql`delete from ${sql.table(table)} where ${where}`.execute(tx)
  else await sql`update ${sql.table(table)} set ${sql.join(sets)} where ${where}`.execute(tx)
}
