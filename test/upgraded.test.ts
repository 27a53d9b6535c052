/**
 * A data folder of an earlier release, opened by today's: the later migrations are added, and all that it held is still
 * there.
 */
import { createHash, randomUUID } from 'node:crypto'
import { copyFile, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AgencyId, BoardId } from '../src/access/actor.ts'
import { openEmbedded } from '../src/adapters/database/embedded.ts'
import { verifyLedger } from '../src/cli-house.ts'
import { migrationsFolder } from '../src/config.ts'
import type { DocumentId, ReviewId } from '../src/store/schema.ts'
import { urls } from '../src/urls.ts'
import { type House, makePerson, openHouse, post, type Visitor, visit } from './world.ts'

/** The last migration of each release that people may have opened a data folder with. */
const releases = ['0003', '0005', '0006', '0008']

const [boardId, agencyId, personId] = [randomUUID() as BoardId, randomUUID() as AgencyId, randomUUID()]
const [recommendationId, statementId, findingId] = [randomUUID(), randomUUID(), randomUUID()]
const [reviewId, documentId, importId] = [randomUUID() as ReviewId, randomUUID() as DocumentId, randomUUID()]
const text = 'Elm Police should train its officers. The Force will train every officer by May 2026.'
const board = { id: boardId, slug: 'an-old-board', name: 'An old board' }

const released = async () => (await readdir(migrationsFolder)).filter(name => name.endsWith('.sql')).sort()

/** A review with one recommendation and one promise, in the words of the first release's tables. */
async function fill(db: House['owner']): Promise<void> {
  const at = '2026-03-01T09:00:00Z'
  for (const statement of [
    sql`insert into board (id, slug, name, short_name, created_at)
      values (${boardId}, ${board.slug}, ${board.name}, 'AOB', ${at})`,
    sql`update board set second_factor_required = false`,
    sql`insert into agency (id, name, created_at) values (${agencyId}, 'Elm Police', ${at})`,
    sql`insert into board_agency (board_id, agency_id, joined_at) values (${boardId}, ${agencyId}, ${at})`,
    sql`insert into person (id, name, email, password_hash, created_at)
      values (${personId}, 'Olive Marsh', 'olive@example.test', 'none', ${at})`,
    sql`insert into membership (id, board_id, person_id, role, started_at)
      values (${randomUUID()}, ${boardId}, ${personId}, 'support officer', ${at})`,
    sql`insert into review (id, board_id, title, type, standing, created_by, created_at)
      values (${reviewId}, ${boardId}, 'Child Elm', 'lcspr', 'released', ${personId}, ${at})`,
    sql`insert into recommendation (id, board_id, review_id, position, number, text, created_at)
      values (${recommendationId}, ${boardId}, ${reviewId}, 1, '1', 'Elm Police should train its officers.', ${at})`,
    ...['in law', 'in listening'].map(
      (part, index) =>
        sql`insert into recommendation_part (id, board_id, review_id, recommendation_id, position, text)
          values (${randomUUID()}, ${boardId}, ${reviewId}, ${recommendationId}, ${index + 1}, ${part})`,
    ),
    sql`insert into addressee (id, board_id, review_id, recommendation_id, position, as_written, agency_id)
      values (${randomUUID()}, ${boardId}, ${reviewId}, ${recommendationId}, 1, 'Elm Police', ${agencyId})`,
    sql`insert into statement (id, board_id, review_id, recommendation_id, position, agency_id, agency_as_written, text,
        act, due_as_written, due_to, created_at)
      values (${statementId}, ${boardId}, ${reviewId}, ${recommendationId}, 1, ${agencyId}, 'Elm Police',
        'The Force will train every officer.', 'planned', 'by May 2026', '2026-05-31', ${at})`,
    sql`insert into document (id, board_id, review_id, file_name, media_type, sha256, size_bytes, scan, uploaded_by,
        uploaded_at)
      values (${documentId}, ${boardId}, ${reviewId}, 'old.txt', 'text/plain', ${sha256(text)}, ${text.length},
        'not scanned', ${personId}, ${at})`,
    sql`insert into stored_file (document_id, board_id, bytes) values (${documentId}, ${boardId}, ${Buffer.from(text)})`,
    sql`insert into document_text (document_id, board_id, text) values (${documentId}, ${boardId}, ${text})`,
    sql`insert into import (id, board_id, review_id, document_id, state, progress, text, started_by, started_at,
        changed_at, saved_by, saved_at)
      values (${importId}, ${boardId}, ${reviewId}, ${documentId}, 'saved', 100, ${text}, ${personId}, ${at}, ${at},
        ${personId}, ${at})`,
    sql`update statement set document_id = ${documentId}, import_id = ${importId}, answers_parts = array[2],
      span_from = 38, span_to = 85 where id = ${statementId}`,
    sql`insert into finding (id, board_id, review_id, document_id, recommendation_id, statement_id, code, message,
        span_from, span_to, created_at)
      values (${findingId}, ${boardId}, ${reviewId}, ${documentId}, ${recommendationId}, ${statementId}, 'open-ended',
        'There is nothing here that can be finished.', 38, 85, ${at})`,
    sql`insert into citation (id, board_id, review_id, document_id, as_written, guidance, edition, span_from, span_to)
      values (${randomUUID()}, ${boardId}, ${reviewId}, ${documentId}, 'Working Together 2018', 'working-together',
        '2018', 0, 4)`,
    ...oldEntries(at),
  ])
    await statement.execute(db)
}

const sha256 = (words: string) => createHash('sha256').update(words).digest('hex')

/** The board's chain, linked as every release has linked them. */
const entries = [
  { kind: 'review.created', thing: 'review', thingId: reviewId, facts: {} },
  { kind: 'review.corrected', thing: 'review', thingId: reviewId, facts: { fields: 2 } },
  {
    kind: 'recommendation.saved',
    thing: 'recommendation',
    thingId: recommendationId,
    facts: { import: importId, parts: 2, statements: 1 },
  },
]

function oldEntries(at: string) {
  let previous = ''
  const rows = entries.map(({ kind, thing, thingId, facts }, index) => {
    const row = [boardId, index + 1, randomUUID(), boardId, reviewId, thing, thingId, kind, personId]
    const values = [...row, JSON.stringify(facts), new Date(at).toISOString(), previous]
    previous = sha256(JSON.stringify(values))
    return sql`insert into ledger_entry (chain, position, id, board_id, review_id, thing, thing_id, kind, person_id,
        facts, recorded_at, previous_hash, hash)
      values (${sql.join([...values, previous])})`
  })
  const head = sql`insert into ledger_head (chain, length, hash) values (${boardId}, ${entries.length}, ${previous})`
  return [...rows, head]
}

describe.each(releases)('a data folder of the release whose last migration is %s', last => {
  let root: string
  let house: House
  let officer: Visitor

  beforeAll(async () => {
    root = await mkdtemp(path.join(os.tmpdir(), 'heed-upgraded-'))
    const [folder, migrations] = [path.join(root, 'data'), path.join(root, 'migrations')]
    await mkdir(folder)
    await mkdir(migrations)
    for (const name of (await released()).filter(each => each.slice(0, 4) <= last))
      await copyFile(path.join(migrationsFolder, name), path.join(migrations, name))
    const old = await openEmbedded({ folder, migrations, queues: [] })
    await fill(old.db)
    await old.close()
    house = await openHouse({ folder })
    officer = await makePerson(house, [post(board, 'support officer')])
  })

  afterAll(async () => {
    await house?.web.close()
    await house?.store.close()
    await rm(root, { recursive: true, force: true })
  })

  test('every later migration is added, once', async () => {
    const { rows } = await sql<{ name: string }>`select name from migration order by name`.execute(house.owner)
    expect(rows.map(({ name }) => name)).toEqual(await released())
  })

  test('what it held stands in the register, and is shown and counted', async () => {
    const shown = await visit(house, officer, urls.recommendation(recommendationId))
    expect(shown.status).toBe(200)
    for (const words of ['Elm Police should train its officers.', 'The Force will train every officer.', 'Child Elm'])
      expect(shown.text).toContain(words)
    for (const part of ['in law', 'in listening']) expect(shown.text).toContain(part)
    expect((await visit(house, officer, urls.register(board.slug))).text).toContain(
      'Elm Police should train its officers.',
    )
    const home = await visit(house, officer, urls.board(board.slug))
    expect(home.text).toMatch(/\b1 recommendation/i)
    const agency = await visit(house, officer, urls.agencyRegister(agencyId))
    // Asked, silent, statements, promises, without a date, overdue.
    expect(agency.text).toContain('An old board 1 0 1 1 0 1')
    expect(agency.text).toContain('Elm Police should train its officers.')
  })

  test('the import that it came from is shown as saved', async () => {
    const shown = await visit(house, officer, urls.document(documentId))
    expect([shown.status, shown.text.includes('old.txt')]).toEqual([200, true])
    expect((await visit(house, officer, urls.imports(board.slug))).text).toContain('old.txt')
  })

  test('who may not see it still may not', async () => {
    const stranger = await makePerson(house, [])
    expect((await visit(house, stranger, urls.recommendation(recommendationId))).status).toBe(404)
    const { rows } = await sql`select relname from pg_class
      where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'migration'
        and not (relrowsecurity and relforcerowsecurity)`.execute(house.owner)
    expect(rows).toEqual([])
  })

  test('the document opens at the words that it was read from, and its bytes are whole', async () => {
    const words = await visit(house, officer, urls.documentWords(documentId, [38, 85]))
    expect(words.status).toBe(200)
    expect(words.html).toContain('<mark')
    expect(words.text).toContain('The Force will train every officer by May 2026.')
    const original = await visit(house, officer, urls.documentOriginal(documentId))
    expect(original.status).toBe(200)
    expect(original.html).toContain(text)
  })

  test('what was noticed is shown, and can be corrected and dismissed', async () => {
    const path = urls.thingCorrections('finding', findingId)
    expect((await visit(house, officer, path)).text).toContain('There is nothing here that can be finished.')
    const form = { reason: 'It can be' }
    expect((await visit(house, officer, urls.findingDismissal(findingId), { form })).status).toBe(303)
    expect((await visit(house, officer, urls.recommendation(recommendationId))).text).toContain('1 dismissed')
    expect((await visit(house, officer, urls.review(reviewId))).text).toContain('Working Together')
  })

  test('what was said is corrected, and the old words stay in sight', async () => {
    const form = { agency: agencyId, text: 'The Force will train all officers.', act: 'planned', answers: 'whole' }
    expect((await correct('statement', statementId, { ...form, due: 'by June 2026' })).status).toBe(303)
    const { text: shown } = await visit(house, officer, urls.recommendation(recommendationId))
    for (const words of ['The Force will train all officers.', 'by June 2026', 'The Force will train every officer.'])
      expect(shown).toContain(words)
  })

  test('its history is told, goes on in one chain, and holds', async () => {
    expect((await correct('recommendation', recommendationId, { text: 'That all train.', number: '1' })).status).toBe(
      303,
    )
    const history = (await visit(house, officer, urls.review(reviewId))).text
    expect(history).toContain('Olive Marsh added the review, as restricted')
    expect(history).toContain('Olive Marsh corrected 2 facts of the review')
    expect(history).toContain('Olive Marsh saved recommendation 1 from an import, with 2 parts and 1 statement')
    expect((await verifyLedger(house.app)).status).toBe(0)
    const { rows } = await sql<{ length: number }>`select length from ledger_head
      where chain = ${boardId}`.execute(house.owner)
    // A refusal, a download, a dismissal and two corrections came to it.
    expect(rows).toEqual([{ length: entries.length + 5 }])
  })

  /** Sends the form of the correction as it was opened, with the fields that are given. */
  async function correct(kind: 'statement' | 'recommendation', id: string, form: Readonly<Record<string, string>>) {
    const path = urls.thingCorrections(kind, id)
    const seen = /name="seen" value="([^"]*)"/.exec((await visit(house, officer, path)).html)?.[1] ?? ''
    return visit(house, officer, path, { form: { reason: 'Read again', ...form, seen } })
  }
})
