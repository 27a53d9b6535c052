/**
 * What happened: append-only, hash-chained, written in the act's own transaction. Ids and small values, never words.
 */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Actor, BoardId, PersonId } from '../access/actor.ts'
import type { App, Tx } from '../app.ts'
import type { ReviewId } from '../store/schema.ts'

/** A small value: what a fact of an entry may be. */
export type Small = string | number | boolean | null

export interface Entry {
  /** What happened, as "review.released": each kind has one sentence in `entries.ts` of its feature. */
  readonly kind: string
  /** The kind of thing that it happened to, and its id. */
  readonly thing: string
  readonly thingId: string
  readonly boardId: BoardId | null
  readonly reviewId?: ReviewId | null
  readonly facts?: Readonly<Record<string, Small>>
}

export interface Recorded extends Required<Entry> {
  readonly position: number
  readonly personId: PersonId | null
  readonly recordedAt: Date
}

const nilChain = '00000000-0000-0000-0000-000000000000'
const longestFact = 100

/** More than this in one statement would come near the most parameters that one can carry. */
const mostAtOnce = 500

/**
 * Appends the entries, in a number of statements that grows with the chains and not with the entries (one more for each
 * `mostAtOnce`). Throws when a fact is longer than a small value may be: words belong elsewhere.
 */
export async function record(
  app: Pick<App, 'clock' | 'chance'>,
  tx: Tx,
  actor: Actor,
  entries: readonly Entry[],
): Promise<void> {
  for (const entry of entries) refuseWords(entry)
  const byChain = Map.groupBy(entries, ({ boardId }) => boardId ?? nilChain)
  // Whoever writes to several chains locks them in the same order as everybody else, so that nobody waits in a circle.
  for (const [chain, its] of [...byChain].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const head = await lockHead(tx, chain)
    const rows = link(app, actor, its, head)
    for (let from = 0; from < rows.length; from += mostAtOnce)
      await tx
        .insertInto('ledger_entry')
        .values(rows.slice(from, from + mostAtOnce))
        .execute()
    const hash = rows.at(-1)?.hash ?? head.hash
    await tx
      .updateTable('ledger_head')
      .set({ length: head.length + rows.length, hash })
      .where('chain', '=', chain)
      .execute()
  }
}

interface Head {
  readonly chain: string
  readonly length: number
  readonly hash: string
}

/** The end of the chain, which nobody else can append to until this transaction ends. */
async function lockHead(tx: Tx, chain: string): Promise<Head> {
  await tx
    .insertInto('ledger_head')
    .values({ chain, length: 0, hash: '' })
    .onConflict(c => c.doNothing())
    .execute()
  return tx.selectFrom('ledger_head').selectAll().where('chain', '=', chain).forUpdate().executeTakeFirstOrThrow()
}

/** The entries as rows, each with the hash of the one before it. */
function link({ clock, chance }: Pick<App, 'clock' | 'chance'>, actor: Actor, entries: readonly Entry[], head: Head) {
  let previous = head.hash
  return entries.map((entry, index) => {
    const row = {
      id: chance.id<string>(),
      chain: head.chain,
      position: head.length + index + 1,
      board_id: entry.boardId,
      review_id: entry.reviewId ?? null,
      thing: entry.thing,
      thing_id: entry.thingId,
      kind: entry.kind,
      person_id: actor.kind === 'person' ? actor.id : null,
      facts: JSON.stringify(sorted(entry.facts ?? {})),
      recorded_at: clock.now(),
      previous_hash: previous,
    }
    previous = digest(row)
    return { ...row, hash: previous }
  })
}

function refuseWords({ kind, facts = {} }: Entry): void {
  for (const [name, value] of Object.entries(facts)) {
    if (typeof value === 'string' && value.length > longestFact)
      throw new Error(`${kind}: ${name} is too long for the ledger`)
  }
}

interface Chained {
  readonly id: string
  readonly chain: string
  readonly position: number
  readonly board_id: string | null
  readonly review_id: string | null
  readonly thing: string
  readonly thing_id: string
  readonly kind: string
  readonly person_id: string | null
  readonly facts: string
  readonly recorded_at: Date
  readonly previous_hash: string
}

const digest = (row: Chained) =>
  createHash('sha256')
    .update(
      JSON.stringify([
        row.chain,
        row.position,
        row.id,
        row.board_id,
        row.review_id,
        row.thing,
        row.thing_id,
        row.kind,
        row.person_id,
        row.facts,
        row.recorded_at.toISOString(),
        row.previous_hash,
      ]),
    )
    .digest('hex')

const sorted = (facts: Readonly<Record<string, Small>>) =>
  Object.fromEntries(Object.entries(facts).sort(([a], [b]) => (a < b ? -1 : 1)))

export interface Verdict {
  readonly entries: number
  readonly chains: number
  /** The chains that do not hold, each with the position of the first entry that is wrong. */
  readonly broken: readonly { readonly chain: string; readonly position: number }[]
}

/** Walks every chain from its beginning. Must act as the auditor, who may read entries and nothing else. */
export async function verify(tx: Tx): Promise<Verdict> {
  const heads = await tx.selectFrom('ledger_head').selectAll().orderBy('chain').execute()
  // A chain whose head was taken away is walked as well, as one that should hold nothing.
  const lost = await tx
    .selectFrom('ledger_entry as e')
    .leftJoin('ledger_head as h', 'h.chain', 'e.chain')
    .select('e.chain')
    .distinct()
    .where('h.chain', 'is', null)
    .execute()
  const all = [...heads, ...lost.map(({ chain }) => ({ chain, length: 0, hash: '' }))]
  const broken: { chain: string; position: number }[] = []
  let entries = 0
  for (const head of all) {
    const { count, wrongAt } = await walk(tx, head)
    entries += count
    if (wrongAt !== null) broken.push({ chain: head.chain, position: wrongAt })
  }
  return { entries, chains: all.length, broken }
}

const pageSize = 1000

async function walk(tx: Tx, head: { chain: string; length: number; hash: string }) {
  let previous = ''
  let count = 0
  for (;;) {
    const rows = await tx
      .selectFrom('ledger_entry')
      .selectAll()
      .where('chain', '=', head.chain)
      .where('position', '>', count)
      .orderBy('position')
      .limit(pageSize)
      .execute()
    for (const row of rows) {
      const facts = JSON.stringify(sorted(row.facts as Record<string, Small>))
      const right =
        row.position === count + 1 && row.previous_hash === previous && row.hash === digest({ ...row, facts })
      if (!right) return { count, wrongAt: count + 1 }
      previous = row.hash
      count++
    }
    if (rows.length < pageSize) break
  }
  return { count, wrongAt: count === head.length && previous === head.hash ? null : count + 1 }
}

/** What happened to a thing, or within a review, newest first; only what the acting person may see. */
export async function listHistory(
  tx: Tx,
  of: { thingId: string } | { reviewId: ReviewId },
  limit = 100,
): Promise<readonly (Recorded & { personName: string | null })[]> {
  const rows = await tx
    .selectFrom('ledger_entry as e')
    .leftJoin('person as p', 'p.id', 'e.person_id')
    .select([
      'e.kind',
      'e.thing',
      'e.thing_id',
      'e.board_id',
      'e.review_id',
      'e.facts',
      'e.position',
      'e.person_id',
      'e.recorded_at',
      'p.name',
    ])
    .where(sql<boolean>`${'thingId' in of ? sql`e.thing_id = ${of.thingId}` : sql`e.review_id = ${of.reviewId}`}`)
    .orderBy('e.recorded_at', 'desc')
    .orderBy('e.position', 'desc')
    .limit(limit)
    .execute()
  return rows.map(row => ({
    kind: row.kind,
    thing: row.thing,
    thingId: row.thing_id,
    boardId: row.board_id,
    reviewId: row.review_id,
    facts: row.facts as Record<string, Small>,
    position: row.position,
    personId: row.person_id,
    recordedAt: row.recorded_at,
    personName: row.name,
  }))
}
