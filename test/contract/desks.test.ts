/** What those may do who act for nobody in particular: no more than their name says, on both engines. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type BoardId, doorkeeper, gate, type PersonId, restorerOf } from '../../src/access/actor.ts'
import type { Database } from '../../src/app.ts'
import { record } from '../../src/ledger/ledger.ts'
import { unitsOfWork } from '../../src/store/database.ts'
import type { DocumentId, RecommendationId, RedactionId, ReviewId, StatementId } from '../../src/store/schema.ts'
import { engines, type OpenEngine } from '../engines.ts'

const now = new Date('2026-11-22T12:00:00Z')
const around = {
  chance: { id: <Id extends string>() => randomUUID() as string as Id, token: () => randomUUID() },
  clock: { now: () => now, today: () => '2026-11-22' as never },
}
const [home, elsewhere] = [randomUUID() as BoardId, randomUUID() as BoardId]
const author = randomUUID() as PersonId

/** A restricted review of each board, with a document and a statement. */
async function furnish({ owner }: OpenEngine, boardId: BoardId) {
  const of = { board_id: boardId, review_id: randomUUID() as ReviewId }
  const [documentId, recommendationId] = [randomUUID() as DocumentId, randomUUID() as RecommendationId]
  const board = { id: boardId, slug: `b-${boardId.slice(0, 8)}`, name: 'A board', short_name: 'B', marking: '' }
  await owner
    .insertInto('board')
    .values({ ...board, second_factor_required: false, created_at: now })
    .execute()
  const review = { id: of.review_id, board_id: boardId, title: 'Child Wren', type: 'scr', standing: 'restricted' }
  await owner
    .insertInto('review')
    .values({ ...review, created_by: author, created_at: now } as never)
    .execute()
  const file = { file_name: 'a.txt', media_type: 'text/plain', sha256: 'a', size_bytes: 1, scan: 'clean' } as const
  await owner
    .insertInto('document')
    .values({ id: documentId, ...of, ...file, uploaded_by: author, uploaded_at: now })
    .execute()
  await owner
    .insertInto('stored_file')
    .values({ document_id: documentId, board_id: boardId, bytes: Buffer.from('Wren') })
    .execute()
  const asked = { id: recommendationId, ...of, position: 1, number: '1', text: 'Meet Wren', created_at: now }
  await owner
    .insertInto('recommendation')
    .values(asked as never)
    .execute()
  const said = { recommendation_id: recommendationId, position: 1, agency_as_written: '', text: 'We met Wren' }
  await owner
    .insertInto('statement')
    .values({ id: randomUUID() as StatementId, ...of, ...said, act: 'done', created_at: now } as never)
    .execute()
  return { ...of, documentId }
}

describe.each(engines)('on the $name', engine => {
  let store: OpenEngine
  let db: Database
  let here: Awaited<ReturnType<typeof furnish>>

  beforeAll(async () => {
    store = await engine.open(['contract'])
    db = unitsOfWork(store.kind, store.db)
    const person = { id: author, name: 'Ola', email: 'ola@example.test', password_hash: 'none', created_at: now }
    await store.owner
      .insertInto('person')
      .values({ ...person, totp_secret: null, totp_last_step: null })
      .execute()
    here = await furnish(store, home)
    await furnish(store, elsewhere)
  })
  afterAll(() => store?.close())

  test('the doorkeeper tells where a thing is, sees no file and no person, and changes nothing', async () => {
    const seen = await db.as(doorkeeper, tx => tx.selectFrom('statement').select('review_id').execute())
    expect(seen).toHaveLength(2)
    for (const table of ['review', 'document', 'stored_file', 'document_text', 'person', 'redaction_words'] as const)
      expect(await db.as(doorkeeper, tx => tx.selectFrom(table).selectAll().execute()), table).toEqual([])
    await db.as(doorkeeper, tx => tx.updateTable('statement').set({ text: 'x' }).execute())
    await db.as(doorkeeper, tx => tx.deleteFrom('stored_file').execute())
    const { text } = await store.owner.selectFrom('statement').select('text').limit(1).executeTakeFirstOrThrow()
    expect(text).toBe('We met Wren')
    expect(await store.owner.selectFrom('stored_file').select('board_id').execute()).toHaveLength(2)
  })

  test('the doorkeeper writes to the ledger, reads there where reviews and documents are, and the gate reads nothing of it', async () => {
    const about = { thing: 'review', thingId: here.review_id, boardId: home, reviewId: here.review_id }
    await db.as(doorkeeper, tx => record(around, tx, doorkeeper, [{ kind: 'attempt.unseen', ...about }]))
    await db.as(restorerOf([home]), tx =>
      record(around, tx, gate, [{ ...about, kind: 'import.read', thing: 'import' }]),
    )
    const kinds = (actor: typeof gate) =>
      db.as(actor, async tx => (await tx.selectFrom('ledger_entry').select('kind').execute()).map(({ kind }) => kind))
    expect(await kinds(doorkeeper)).toEqual(['attempt.unseen'])
    expect(await kinds(gate)).toEqual([])
    const nowhere = { ...about, boardId: null, reviewId: null, kind: 'attempt.unseen' }
    await expect(db.as(doorkeeper, tx => record(around, tx, doorkeeper, [nowhere]))).rejects.toThrow()
  })

  test('the restorer of a board blanks what is restricted there, and reaches nothing of another board', async () => {
    const restorer = restorerOf([home])
    await db.as(restorer, async tx => {
      await tx.updateTable('statement').set({ text: 'We met ████' }).execute()
      await tx.deleteFrom('stored_file').execute()
      const kept = { redaction_id: randomUUID() as RedactionId, board_id: home, record: '{}', kept_at: now }
      await tx.insertInto('redaction_record').values(kept).execute()
    })
    const texts = await store.owner.selectFrom('statement').select(['board_id as on', 'text']).execute()
    expect(new Map(texts.map(({ on, text }) => [on, text]))).toEqual(
      new Map([
        [home, 'We met ████'],
        [elsewhere, 'We met Wren'],
      ]),
    )
    expect(await store.owner.selectFrom('stored_file').select('board_id').execute()).toEqual([{ board_id: elsewhere }])
    const foreign = { redaction_id: randomUUID() as RedactionId, board_id: elsewhere, record: '{}', kept_at: now }
    await expect(
      db.as(restorer, tx => tx.insertInto('redaction_record').values(foreign).execute()),
    ).rejects.toMatchObject({ code: '42501' })
    expect(await db.as(restorer, tx => tx.selectFrom('session').selectAll().execute())).toEqual([])
  })
})
