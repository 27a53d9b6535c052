/** A data folder of the first release, opened by today's: its migrations are added, and all that it held is still there. */
import { randomUUID } from 'node:crypto'
import { copyFile, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AgencyId, BoardId } from '../src/access/actor.ts'
import { openEmbedded } from '../src/adapters/database/embedded.ts'
import { migrationsFolder } from '../src/config.ts'
import { urls } from '../src/urls.ts'
import { type House, makePerson, openHouse, post, type Visitor, visit } from './world.ts'

/** The migrations of the first release. */
const firstRelease = ['0001_house.sql', '0002_reviews.sql', '0003_register.sql']

const [boardId, agencyId, personId] = [randomUUID() as BoardId, randomUUID() as AgencyId, randomUUID()]
const [reviewId, recommendationId, statementId] = [randomUUID(), randomUUID(), randomUUID()]
const board = { id: boardId, slug: 'an-old-board', name: 'An old board' }

let root: string
let house: House
let officer: Visitor

beforeAll(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'heed-upgraded-'))
  const [folder, migrations] = [path.join(root, 'data'), path.join(root, 'migrations')]
  await mkdir(folder)
  await mkdir(migrations)
  for (const name of firstRelease) await copyFile(path.join(migrationsFolder, name), path.join(migrations, name))
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
  ])
    await statement.execute(db)
}

test('every later migration is added, once', async () => {
  const released = (await readdir(migrationsFolder)).filter(name => name.endsWith('.sql')).sort()
  const { rows } = await sql<{ name: string }>`select name from migration order by name`.execute(house.owner)
  expect(rows.map(({ name }) => name)).toEqual(released)
  expect(released.length).toBeGreaterThan(firstRelease.length)
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
