import { sql } from 'kysely'
import type { BoardId, PersonId } from '../../access/actor.ts'
import type { Tx } from '../../app.ts'
import type { ReviewId } from '../../store/schema.ts'
import type { Thing } from './refusal.ts'

const tables: Readonly<Record<Thing, string>> = {
  review: 'review',
  document: 'document',
  import: 'import',
  redaction: 'redaction',
  recommendation: 'recommendation',
  part: 'recommendation_part',
  addressee: 'addressee',
  statement: 'statement',
  finding: 'finding',
  citation: 'citation',
  group: 'board_group',
}

/** Where a thing is: its board, and its review where it has one. */
export interface Known {
  readonly boardId: BoardId
  readonly reviewId: ReviewId | null
}

/** Where a thing is, or null when there is no such thing. Must act as the doorkeeper, who is told no more than this. */
export async function findKnown(tx: Tx, { kind, id }: { kind: Thing; id: string }): Promise<Known | null> {
  if (kind === 'review' || kind === 'document') return findInLedger(tx, id)
  const reviewId = kind === 'group' ? sql`null::uuid` : sql`review_id`
  const { rows } = await sql<Known>`select board_id as "boardId", ${reviewId} as "reviewId"
    from ${sql.table(tables[kind])} where id = ${id}`.execute(tx)
  return rows[0] ?? null
}

/** Who sees a review or a document sees all that belongs to it: the doorkeeper does not, and asks the ledger. */
async function findInLedger(tx: Tx, id: string): Promise<Known | null> {
  const { rows } = await sql<Known>`select board_id as "boardId", review_id as "reviewId" from ledger_entry
    where thing_id = ${id} and board_id is not null order by review_id is null, position limit 1`.execute(tx)
  return rows[0] ?? null
}

/** Whether the acting person sees the thing. */
export async function isVisible(tx: Tx, { kind, id }: { kind: Thing; id: string }): Promise<boolean> {
  const { rows } = await sql`select id from ${sql.table(tables[kind])} where id = ${id}`.execute(tx)
  return rows.length > 0
}

/** The board of a slug, or null. Must act as the doorkeeper. */
export async function findKnownBoard(tx: Tx, slug: string): Promise<Known | null> {
  const row = await tx.selectFrom('board').select('id').where('slug', '=', slug).executeTakeFirst()
  return row ? { boardId: row.id, reviewId: null } : null
}

interface Attempts {
  /** Of the person. */
  readonly all: number
  /** Of the person, of this kind and at this thing. */
  readonly same: number
}

/** How often a person was refused since then. Must act as the doorkeeper. */
export async function countAttempts(
  tx: Tx,
  personId: PersonId,
  { since, kind, thingId }: { readonly since: Date; readonly kind: string; readonly thingId: string },
): Promise<Attempts> {
  const { rows } = await sql<Attempts>`select count(*) as "all",
      count(*) filter (where kind = ${kind} and thing_id = ${thingId}) as same
    from ledger_entry where person_id = ${personId} and recorded_at > ${since} and kind like 'attempt.%'`.execute(tx)
  return rows[0] ?? { all: 0, same: 0 }
}
