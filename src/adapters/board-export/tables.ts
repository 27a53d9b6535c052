/** Which rows of which tables are a board's own, from the database's own catalogue, so that no table is forgotten. */
import { type Kysely, sql } from 'kysely'
import type { BoardId } from '../../access/actor.ts'
import type { Schema } from '../../store/schema.ts'
import { quoted } from '../database/whole-reading.ts'

/** The tables that no export holds, each with why. */
export const leftOut: Readonly<Record<string, string>> = {
  migration: 'It tells of the installation.',
  asking: 'It counts for a minute.',
  session: 'It lets somebody in.',
  password_recovery: 'It lets somebody in.',
  provider_link: 'It lets somebody in, and is no board’s.',
  provider_attempt: 'It lasts for minutes, and is nobody’s yet.',
  passkey: 'It lets its person in, who may be of other boards too.',
  passkey_challenge: 'It counts for minutes.',
  sign_in_failure: 'It counts for an hour, and is nobody’s.',
  stored_file: 'Its bytes are the files in the folder "files".',
  redaction_words: 'It holds what is to be told nowhere any more.',
}

/** The columns that no export holds, each with why; besides those that are made from others. */
export const columnsLeftOut: Readonly<Record<string, string>> = {
  'person.password_hash': 'It lets somebody in.',
  'person.totp_secret': 'It lets somebody in.',
  'person.totp_confirmed_at': 'It goes with the secret.',
  'person.totp_last_step': 'It goes with the secret.',
  'invitation.token_hash': 'It lets somebody in.',
  'access_request.subject': 'It names an account elsewhere.',
}

/**
 * What tells, by its gaps, how much there is that a person may not see: tables and columns that only an export of
 * everything holds, each with why.
 */
export const leftOutOfSeen: Readonly<Record<string, string>> = {
  redaction_record: 'It names documents and reviews, whoever may see them.',
  ledger_head: 'It tells how many entries there are.',
  'ledger_entry.chain': 'It goes with the place.',
  'ledger_entry.position': 'Its gaps tell how many entries cannot be seen.',
  'ledger_entry.previous_hash': 'It is the hash of an entry that perhaps cannot be seen.',
  'ledger_entry.hash': 'It cannot be made again without the place.',
}

/** What a row of the board belongs to, by the name of the column that says so. */
const belongsTo = {
  review_id: 'review',
  document_id: 'document',
  import_id: 'import',
  recommendation_id: 'recommendation',
}

/**
 * The tables as an export holds them that keeps to what one person may see. Row-level security decides which rows; but
 * whoever may see that a review is hidden from somebody, or the attempts to see it, is not told so of their own.
 */
export const seenOf = (tables: readonly BoardTable[]): readonly BoardTable[] =>
  tables
    .filter(({ name }) => !Object.hasOwn(leftOutOfSeen, name))
    .map(({ name, columns, own }) => {
      const open = Object.entries(belongsTo)
        .filter(([column]) => columns.some(each => each.name === column))
        .map(([column, to]) => `(${column} is null or ${column} in (select id from public.${to}))`)
      if (name === 'ledger_entry') open.push(`kind not like 'attempt.%'`)
      return {
        name,
        columns: columns.filter(column => !Object.hasOwn(leftOutOfSeen, `${name}.${column.name}`)),
        own: [`(${own})`, ...open].join(' and '),
      }
    })

export interface BoardTable {
  readonly name: string
  readonly columns: readonly { readonly name: string; readonly type: string }[]
  /** The condition, in SQL, that a board's own rows meet. */
  readonly own: string
}

interface Reference {
  readonly table: string
  readonly column: string
  readonly to: string
}

/** The tables of a board, by name. Throws when the catalogue names a table of which nothing is said here. */
export async function tablesOf(db: Kysely<Schema>, boardId: BoardId): Promise<readonly BoardTable[]> {
  const { rows } = await sql<{ table: string; name: string; type: string }>`
    select c.relname as "table", a.attname as name, format_type(a.atttypid, a.atttypmod) as type
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0
      and not a.attisdropped and a.attgenerated = ''
    order by c.relname, a.attnum`.execute(db)
  const references = await listReferences(db)
  const tables = Map.groupBy(
    rows.filter(({ table }) => !Object.hasOwn(leftOut, table)),
    ({ table }) => table,
  )
  const ofBoard = new Set(rows.filter(({ name }) => name === 'board_id').map(({ table }) => table))
  const namedBy = (to: string) =>
    references
      .filter(each => each.to === to && ofBoard.has(each.table))
      .map(({ table, column }) => `select ${quoted(column)} from public.${quoted(table)} where board_id = '${boardId}'`)
      .join(' union ')
  const own = (table: string): string => {
    if (ofBoard.has(table)) return `board_id = '${boardId}'`
    if (table === 'board') return `id = '${boardId}'`
    if (table === 'ledger_head') return `chain = '${boardId}'`
    if (table === 'person') return `id in (${namedBy('person')})`
    if (table === 'agency')
      return `id in (${namedBy('agency')}) or id in (select successor_id from public.agency_succession
        where agency_id in (${namedBy('agency')}))`
    const ofAgency = references.find(each => each.table === table && each.to === 'agency')
    if (ofAgency) return `agency_id in (${namedBy('agency')})`
    throw new Error(`It is not known which rows of the table ${table} are a board's.`)
  }
  return [...tables].map(([name, columns]) => ({
    name,
    columns: columns.filter(column => !Object.hasOwn(columnsLeftOut, `${name}.${column.name}`)),
    own: own(name),
  }))
}

/** Which column of which table names a row of which other. */
async function listReferences(db: Kysely<Schema>): Promise<readonly Reference[]> {
  const { rows } = await sql<Reference>`
    select c.relname as "table", a.attname as "column", t.relname as "to"
    from pg_constraint k
    join pg_class c on c.oid = k.conrelid join pg_class t on t.oid = k.confrelid
    join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
    where k.contype = 'f' and c.relnamespace = 'public'::regnamespace and array_length(k.conkey, 1) = 1
    order by 1, 2`.execute(db)
  return rows
}
