/** Every place in which the words of a document can stand, for redacting them: one row of `places` for each table. */
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../app.ts'
import type { DocumentId, ReviewId } from '../../store/schema.ts'

/** What a redaction reaches: documents, and the reviews whose every record is looked through. */
export interface Reach {
  readonly documentIds: readonly DocumentId[]
  readonly reviewIds: readonly ReviewId[]
}

interface Place {
  readonly table: string
  /** What people call a row of it. */
  readonly name: string
  readonly keys: readonly string[]
  readonly texts: readonly string[]
  /** Columns with values whose texts are looked through, however deep. */
  readonly values?: readonly string[]
  /** Whether a row came from the documents, and whether it belongs to the reviews; null for "never". */
  readonly ofDocument: RawBuilder<boolean> | null
  readonly ofReview: RawBuilder<boolean> | null
}

const id = ['id']
const ids = (list: readonly string[]) => sql`array[${sql.join([...list, nobody])}]::uuid[]`
const nobody = '00000000-0000-0000-0000-000000000000'

const fromDocument = sql<boolean>`document_id = any (d)`
const inReview = sql<boolean>`review_id = any (r)`
/** What hangs on a recommendation came from the document too when the recommendation did. */
const underRecommendation = sql<boolean>`document_id = any (d) or document_id is null and recommendation_id in
  (select id from recommendation where document_id = any (d))`
const aboutWhatCame = sql<boolean>`thing_id in (
  select id from recommendation where document_id = any (d)
  union all select id from recommendation_part where document_id = any (d)
  union all select id from addressee where document_id = any (d)
  union all select id from statement where document_id = any (d)
  union all select id from citation where document_id = any (d))`

const places: readonly Place[] = [
  {
    table: 'document',
    name: 'Name of the file',
    keys: id,
    texts: ['file_name'],
    ofDocument: sql<boolean>`id = any (d)`,
    ofReview: null,
  },
  {
    table: 'document_text',
    name: 'Text of the document',
    keys: ['document_id'],
    texts: ['text'],
    ofDocument: fromDocument,
    ofReview: null,
  },
  {
    table: 'import',
    name: 'Import, with its reading and its check',
    keys: id,
    texts: ['text', 'failure'],
    values: ['reading', 'draft'],
    ofDocument: fromDocument,
    ofReview: null,
  },
  {
    table: 'review',
    name: 'Facts of the review',
    keys: id,
    texts: ['title', 'subject', 'legal_basis', 'lead_reviewer', 'methodology'],
    ofDocument: null,
    ofReview: sql<boolean>`id = any (r)`,
  },
  {
    table: 'recommendation',
    name: 'Recommendation',
    keys: id,
    texts: ['text'],
    ofDocument: fromDocument,
    ofReview: inReview,
  },
  {
    table: 'recommendation_part',
    name: 'Part of a recommendation',
    keys: id,
    texts: ['text'],
    ofDocument: underRecommendation,
    ofReview: inReview,
  },
  {
    table: 'addressee',
    name: 'Body that is asked',
    keys: id,
    texts: ['as_written'],
    ofDocument: underRecommendation,
    ofReview: inReview,
  },
  {
    table: 'statement',
    name: 'Statement',
    keys: id,
    texts: ['text', 'agency_as_written', 'due_as_written', 'owner', 'status'],
    ofDocument: fromDocument,
    ofReview: inReview,
  },
  {
    table: 'finding',
    name: 'Finding',
    keys: id,
    texts: ['message', 'dismissed_reason'],
    ofDocument: fromDocument,
    ofReview: inReview,
  },
  {
    table: 'citation',
    name: 'Guidance that is cited',
    keys: id,
    texts: ['as_written'],
    ofDocument: fromDocument,
    ofReview: inReview,
  },
  {
    table: 'correction',
    name: 'Correction',
    keys: id,
    texts: ['was', 'became', 'reason'],
    ofDocument: aboutWhatCame,
    ofReview: inReview,
  },
  {
    table: 'review_exclusion',
    name: 'Reason of an exclusion',
    keys: ['review_id', 'person_id'],
    texts: ['reason'],
    ofDocument: null,
    ofReview: inReview,
  },
  {
    table: 'redaction',
    name: 'Reason of a redaction',
    keys: id,
    texts: ['reason'],
    ofDocument: null,
    ofReview: sql<boolean>`review_id = any (r) or document_id = any (d)`,
  },
]

/** A row with its texts and values as they stand. */
export interface HeldRow {
  readonly table: string
  readonly name: string
  readonly keys: Readonly<Record<string, string>>
  readonly texts: Readonly<Record<string, string | null>>
  readonly values: Readonly<Record<string, unknown>>
}

/**
 * The rows that came from the documents ('file'), or all that the words could stand in ('words'): what came from the
 * documents and whatever else the reviews hold.
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
  { table, name, keys, texts, values = [] }: Place,
  { where, reach }: { readonly where: RawBuilder<boolean>; readonly reach: Reach },
): Promise<HeldRow[]> {
  const columns = [...keys, ...texts, ...values].map(column => sql.ref(`t.${column}`))
  const { rows } = await sql<Record<string, unknown>>`
    select ${sql.join(columns)} from ${sql.table(table)} t, (select ${ids(reach.documentIds)} as d, ${ids(reach.reviewIds)} as r) x
    where ${where}`.execute(tx)
  const pick = (row: Record<string, unknown>, names: readonly string[]) =>
    Object.fromEntries(names.map(each => [each, row[each]]))
  return rows.map(row => ({
    table,
    name,
    keys: pick(row, keys) as Record<string, string>,
    texts: pick(row, texts) as Record<string, string | null>,
    values: pick(row, values),
  }))
}

/** What of a row changes: the texts and the values that are written anew. */
export interface BlankedRow extends Pick<HeldRow, 'table' | 'keys'> {
  readonly texts: Readonly<Record<string, string>>
  readonly values: Readonly<Record<string, unknown>>
}

/** Writes the blanked texts over what stood there. */
export async function writeBlanked(tx: Tx, { table, keys, texts, values }: BlankedRow): Promise<void> {
  const sets = [
    ...Object.entries(texts).map(([column, text]) => sql`${sql.ref(column)} = ${text}`),
    ...Object.entries(values).map(
      ([column, value]) => sql`${sql.ref(column)} = ${value === null ? null : JSON.stringify(value)}::jsonb`,
    ),
  ]
  const matches = Object.entries(keys).map(([column, key]) => sql`${sql.ref(column)} = ${key}::uuid`)
  await sql`update ${sql.table(table)} set ${sql.join(sets)} where ${sql.join(matches, sql` and `)}`.execute(tx)
}
