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
import { migrationsFolder } from '../src/config.ts'
import { verify } from '../src/ledger/ledger.ts'
import type { DocumentId, ReviewId } from '../src/store/schema.ts'
import { urls } from '../src/urls.ts'
import { type House, makePerson, openHouse, post, type Visitor, visit } from './world.ts'

/** The last migration of each release that people may have opened a data folder with. */
const releases = ['0003', '0005', '0006', '0008']

const [boardId, agencyId, personId] = [randomUUID() as BoardId, randomUUID() as AgencyId, randomUUID()]
const [recommendationId, statementId, findingId] = [randomUUID(), randomUUID(), randomUUID()]
const [reviewId, documentId] = [randomUUID() as ReviewId, randomUUID() as DocumentId]
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
    sql`insert into review (id, board_id, title, type, standing, created_by, created_at)
      values (${reviewId}, ${boardId}, 'Child Elm', 'lcspr', 'released', ${personId}, ${at})`,
    sql`insert into recommendation (id, board_id, review_id, position, number, text, created_at)
      values (${recommendationId}, ${boardId}, ${reviewId}, 1, '1', 'Elm Police should train its officers.', ${at})`,
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
    sql`update statement set document_id = ${documentId}, span_from = 38, span_to = 85 where id = ${statementId}`,
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

/** Two entries of the board's chain, linked as every release has linked them. */
function oldEntries(at: string) {
  let previous = ''
  const entries = ['review.added', 'recommendation.added'].map((kind, index) => {
    const [thing, thingId] = index === 0 ? ['review', reviewId] : ['recommendation', recommendationId]
    const row = [boardId, index + 1, randomUUID(), boardId, reviewId, thing, thingId, kind, personId, '{}']
    const values = [...row, new Date(at).toISOString(), previous]
    previous = sha256(JSON.stringify(values))
    return sql`insert into ledger_entry (chain, position, id, board_id, review_id, thing, thing_id, kind, person_id,
        facts, recorded_at, previous_hash, hash)
      values (${sql.join([...values, previous])})`
  })
  const head = sql`insert into ledger_head (chain, length, hash) values (${boardId}, 2, ${previous})`
  return [...entries, head]
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
    expect((await visit(house, officer, urls.register(board.slug))).text).toContain(
      'Elm Police should train its officers.',
    )
    expect((await visit(house, officer, urls.board(board.slug))).text).toMatch(/1\s+recommendation/i)
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
    expect(words.text).toContain('old.txt')
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

  test('its history goes on in one chain, which holds', async () => {
    const reason = { reason: 'Read again' }
    const form = { text: 'That officers are trained.', number: '1', seen: await stampOn(), ...reason }
    expect(
      (await visit(house, officer, urls.thingCorrections('recommendation', recommendationId), { form })).status,
    ).toBe(303)
    const verdict = await house.app.db.as({ kind: 'auditor' }, verify)
    expect(verdict.broken).toEqual([])
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from ledger_entry
      where chain = ${boardId}`.execute(house.owner)
    expect(rows[0]?.count).toBeGreaterThan(2)
  })

  /** The stamp that the form of the recommendation gives back. */
  async function stampOn(): Promise<string> {
    const { html } = await visit(house, officer, urls.thingCorrections('recommendation', recommendationId))
    return /name="seen" value="([^"]*)"/.exec(html)?.[1] ?? ''
  }
})
