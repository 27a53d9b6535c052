import { sql } from 'kysely'
import type { BoardId } from '../../access/actor.ts'
import type { Tx } from '../../app.ts'
import { type RedactionRecord, readRecord } from './redaction-record.ts'

/** The boards of the installation. Must act as the one who sets up boards. */
export async function listBoardIds(tx: Tx): Promise<readonly BoardId[]> {
  const rows = await tx.selectFrom('board').select('id').execute()
  return rows.map(({ id }) => id)
}

/** Whether the acting one has anything to do with such a board. */
export async function hasBoard(tx: Tx, id: BoardId): Promise<boolean> {
  return (await tx.selectFrom('board').select('id').where('id', '=', id).executeTakeFirst()) !== undefined
}

/** The records of the boards that the acting one runs, in the order in which they were agreed to. */
export async function listRecords(tx: Tx): Promise<readonly RedactionRecord[]> {
  const rows = await tx.selectFrom('redaction_record').select('record').orderBy('kept_at').execute()
  return rows.flatMap(({ record }) => readRecord(record) ?? [])
}

/** Keeps a record, unless it is kept already. */
export async function keepRecord(tx: Tx, record: RedactionRecord): Promise<void> {
  await tx
    .insertInto('redaction_record')
    .values({
      redaction_id: record.redaction,
      board_id: record.board,
      record: JSON.stringify(record),
      kept_at: new Date(record.agreedAt),
    })
    .onConflict(c => c.doNothing())
    .execute()
}

/**
 * Brings a redaction that a backup does not know, or knows as still waiting, to where it was; its words are forgotten.
 * Where the backup does not know its document or its people either, the record alone tells of it.
 */
export async function settleAgain(tx: Tx, record: RedactionRecord): Promise<void> {
  const { redaction, board, document, extent, reason, askedBy, askedAt, agreedBy, agreedAt } = record
  await sql`insert into redaction (id, board_id, review_id, document_id, extent, reason, asked_by, asked_at)
    select ${redaction}::uuid, ${board}::uuid, d.review_id, d.id, ${extent}, ${reason}, p.id, ${askedAt}::timestamptz
    from document d, person p where d.id = ${document} and p.id = ${askedBy}
    on conflict do nothing`.execute(tx)
  await sql`update redaction set agreed_by = p.id, agreed_at = ${agreedAt}::timestamptz, reason = ${reason}
    from person p where p.id = ${agreedBy} and redaction.id = ${redaction} and agreed_at is null`.execute(tx)
  await tx.deleteFrom('redaction_words').where('redaction_id', '=', redaction).execute()
}
