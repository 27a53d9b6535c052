import type { Tx } from '../../app.ts'
import { Unseen } from '../../core/refusals.ts'
import type { AddresseeId, PartId, RecommendationId, StatementId } from '../../store/schema.ts'
import { citation } from './citation-queries.ts'
import { finding } from './finding-queries.ts'
import type { Fields, Thing, ThingKind } from './hand.ts'
import { type Added, asThing, byHand, type Store } from './thing-rows.ts'

const nextPosition = async (tx: Tx, table: 'recommendation_part' | 'addressee' | 'statement', id: RecommendationId) => {
  const row = await tx
    .selectFrom(table)
    .select(eb => eb.fn.max('position').as('last'))
    .where('recommendation_id', '=', id)
    .executeTakeFirst()
  return (row?.last ?? 0) + 1
}

const recommendation: Store['recommendation'] = {
  async find(tx, id) {
    const row = await tx
      .selectFrom('recommendation')
      .select(['id', 'id as recommendation_id', 'board_id', 'review_id', 'withdrawn_at', 'number', 'text'])
      .where('id', '=', id as RecommendationId)
      .executeTakeFirst()
    return row ? asThing('recommendation', row, { number: row.number, text: row.text }) : null
  },
  async insert(tx, { id, boardId, reviewId, now }, fields) {
    const last = await tx
      .selectFrom('recommendation')
      .select(eb => eb.fn.max('position').as('last'))
      .where('review_id', '=', reviewId)
      .executeTakeFirst()
    const of = { id: id as RecommendationId, board_id: boardId, review_id: reviewId, created_at: now }
    await tx
      .insertInto('recommendation')
      .values({ ...of, ...byHand, ...fields, position: (last?.last ?? 0) + 1 })
      .execute()
  },
  async update(tx, id, fields) {
    await tx
      .updateTable('recommendation')
      .set(fields)
      .where('id', '=', id as RecommendationId)
      .execute()
  },
}

const part: Store['part'] = {
  async find(tx, id) {
    const row = await tx
      .selectFrom('recommendation_part')
      .select(['id', 'recommendation_id', 'board_id', 'review_id', 'withdrawn_at', 'text'])
      .where('id', '=', id as PartId)
      .executeTakeFirst()
    return row ? asThing('part', row, { text: row.text }) : null
  },
  async insert(tx, { id, recommendationId, boardId, reviewId }, { text }) {
    const position = await nextPosition(tx, 'recommendation_part', recommendationId)
    const of = { id: id as PartId, board_id: boardId, review_id: reviewId, recommendation_id: recommendationId }
    await tx
      .insertInto('recommendation_part')
      .values({ ...of, ...byHand, position, text })
      .execute()
  },
  async update(tx, id, fields) {
    await tx
      .updateTable('recommendation_part')
      .set(fields)
      .where('id', '=', id as PartId)
      .execute()
  },
}

const addresseeRow = ({ asWritten, agencyId, groupId }: Fields['addressee']) => ({
  as_written: asWritten,
  agency_id: agencyId,
  group_id: groupId,
})

const addressee: Store['addressee'] = {
  async find(tx, id) {
    const row = await tx
      .selectFrom('addressee')
      .select([
        'id',
        'recommendation_id',
        'board_id',
        'review_id',
        'withdrawn_at',
        'as_written',
        'agency_id',
        'group_id',
      ])
      .where('id', '=', id as AddresseeId)
      .executeTakeFirst()
    const fields = row && { asWritten: row.as_written, agencyId: row.agency_id, groupId: row.group_id }
    return row && fields ? asThing('addressee', row, fields) : null
  },
  async insert(tx, { id, recommendationId, boardId, reviewId }, fields) {
    const position = await nextPosition(tx, 'addressee', recommendationId)
    const of = { id: id as AddresseeId, board_id: boardId, review_id: reviewId, recommendation_id: recommendationId }
    await tx
      .insertInto('addressee')
      .values({ ...of, ...addresseeRow(fields), position })
      .execute()
  },
  async update(tx, id, fields) {
    await tx
      .updateTable('addressee')
      .set(addresseeRow(fields))
      .where('id', '=', id as AddresseeId)
      .execute()
  },
}

const statementRow = (fields: Fields['statement']) => ({
  agency_id: fields.agencyId,
  agency_as_written: fields.agencyAsWritten,
  text: fields.text,
  act: fields.act,
  answers_parts: fields.answersParts ? [...fields.answersParts] : null,
  due_as_written: fields.due?.asWritten ?? null,
  due_from: fields.due?.from ?? null,
  due_to: fields.due?.to ?? null,
  owner: fields.owner,
  status: fields.status,
  reported_done: fields.reportedDone,
  said_on: fields.saidOn,
  follows_id: fields.followsId,
})

const statement: Store['statement'] = {
  async find(tx, id) {
    const row = await tx
      .selectFrom('statement')
      .selectAll()
      .where('id', '=', id as StatementId)
      .executeTakeFirst()
    if (!row) return null
    const { due_as_written: asWritten, due_from: from, due_to: to } = row
    return asThing('statement', row, {
      agencyId: row.agency_id,
      agencyAsWritten: row.agency_as_written,
      text: row.text,
      act: row.act,
      answersParts: row.answers_parts,
      due: asWritten === null && from === null && to === null ? null : { asWritten: asWritten ?? '', from, to },
      owner: row.owner,
      status: row.status,
      reportedDone: row.reported_done,
      saidOn: row.said_on,
      followsId: row.follows_id,
    })
  },
  async insert(tx, { id, recommendationId, boardId, reviewId, now }, fields) {
    const position = await nextPosition(tx, 'statement', recommendationId)
    const of = { id: id as StatementId, board_id: boardId, review_id: reviewId, recommendation_id: recommendationId }
    await tx
      .insertInto('statement')
      .values({ ...of, ...byHand, ...statementRow(fields), import_id: null, position, created_at: now })
      .execute()
  },
  async update(tx, id, fields) {
    await tx
      .updateTable('statement')
      .set(statementRow(fields))
      .where('id', '=', id as StatementId)
      .execute()
  },
}

const stores: Store = { recommendation, part, addressee, statement, citation, finding }

/** A thing of the register, withdrawn or not. Throws Unseen where it cannot be seen. */
export async function findThing<K extends ThingKind>(tx: Tx, kind: K, id: string): Promise<Thing<K>> {
  const found = await stores[kind].find(tx, id)
  if (found) return found
  throw new Unseen(kind, id)
}

/** Adds a thing, after those of its kind that are there. */
export const insertThing = <K extends ThingKind>(tx: Tx, kind: K, added: Added<K> & { readonly fields: Fields[K] }) =>
  stores[kind].insert(tx, added, added.fields)

export const updateThing = <K extends ThingKind>(tx: Tx, kind: K, { id, fields }: Pick<Thing<K>, 'id' | 'fields'>) =>
  stores[kind].update(tx, id, fields)

const tables = {
  recommendation: 'recommendation',
  part: 'recommendation_part',
  addressee: 'addressee',
  statement: 'statement',
  citation: 'citation',
  finding: 'finding',
} as const

/** Takes a thing out of what counts, or puts it back when `at` is null. */
export async function setWithdrawn(tx: Tx, kind: ThingKind, id: string, at: Date | null): Promise<void> {
  await tx
    .updateTable(tables[kind] as 'statement')
    .set({ withdrawn_at: at })
    .where('id', '=', id as StatementId)
    .execute()
}
