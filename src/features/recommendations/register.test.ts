import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import {
  type Board,
  type House,
  house,
  makeAgency,
  makeBoard,
  makePerson,
  post,
  type Visitor,
  visit,
} from '../../../test/world.ts'
import type { AgencyId } from '../../access/actor.ts'
import type { AddresseeId, RecommendationId, ReviewId, StatementId } from '../../store/schema.ts'
import { readFilter, writeFilter } from './register-filter.ts'

let home: House
let board: Board
let officer: Visitor
let police: AgencyId
let health: AgencyId

beforeAll(async () => {
  home = await house()
  board = await makeBoard(home)
  police = await makeAgency(home, [board], 'Ridley Police')
  health = await makeAgency(home, [board], 'Ridley Health Trust')
  officer = await makePerson(home, [post(board, 'support officer')])
  const review = await addReview('Child Heron', 'restricted')
  const first = await addRecommendation(review, '1', 'Share what is known before a birth', [police, health])
  await addStatement(review, first, { text: 'We will train every team', agency: health, to: '2026-03-31' })
  await addStatement(review, first, { text: '=cmd|calc will be reviewed', agency: health, to: null })
  await addRecommendation(review, '2', 'Agree who leads', [police])
})

async function addReview(title: string, standing: 'restricted' | 'released'): Promise<ReviewId> {
  const id = randomUUID() as ReviewId
  const facts = { subject: null, considered_on: null, legal_basis: null, lead_reviewer: null, methodology: null }
  await home.app.db.as(officer, tx =>
    tx
      .insertInto('review')
      .values({
        id,
        board_id: board.id,
        title,
        type: 'lcspr',
        standing,
        ...facts,
        created_by: officer.id,
        created_at: home.app.clock.now(),
      })
      .execute(),
  )
  return id
}

async function addRecommendation(review: ReviewId, number: string, text: string, asked: readonly AgencyId[]) {
  const id = randomUUID() as RecommendationId
  const of = { board_id: board.id, review_id: review }
  await home.app.db.as(officer, async tx => {
    const row = { id, ...of, document_id: null, span_from: null, span_to: null, position: Number(number), number, text }
    await tx
      .insertInto('recommendation')
      .values({ ...row, created_at: home.app.clock.now() })
      .execute()
    for (const [at, agency_id] of asked.entries()) {
      const addressee = { id: randomUUID() as AddresseeId, ...of, recommendation_id: id, position: at, group_id: null }
      await tx
        .insertInto('addressee')
        .values({ ...addressee, as_written: `Body ${at}`, agency_id })
        .execute()
    }
  })
  return id
}

interface Said {
  readonly text: string
  readonly agency: AgencyId
  readonly to: string | null
}

async function addStatement(review: ReviewId, recommendation_id: RecommendationId, { text, agency, to }: Said) {
  const nothing = {
    document_id: null,
    import_id: null,
    answers_parts: null,
    owner: null,
    status: null,
    said_on: null,
    span_from: null,
    span_to: null,
  }
  await home.app.db.as(officer, tx =>
    tx
      .insertInto('statement')
      .values({
        id: randomUUID() as StatementId,
        board_id: board.id,
        review_id: review,
        recommendation_id,
        position: 1,
        ...nothing,
        agency_id: agency,
        agency_as_written: 'Health',
        text,
        act: 'planned',
        due_as_written: to,
        due_from: null,
        due_to: to as never,
        created_at: home.app.clock.now(),
      })
      .execute(),
  )
}

const register = (query = '') => visit(home, officer, `/boards/${board.slug}/recommendations${query}`)

test('the register shows what was asked, of whom, and what is silent or overdue, and carries the marking', async () => {
  const { status, text } = await register()
  expect(status).toBe(200)
  expect(text).toContain('2 recommendations, by review and number')
  expect(text).toContain('Share what is known before a birth')
  expect(text).toContain('Body 0; Body 1')
  expect(text).toContain('OFFICIAL-SENSITIVE')
})

test('a recommendation of which somebody says nothing is found by that', async () => {
  const unanswered = await register('?finding=unanswered')
  expect(unanswered.text).toContain('1 recommendation (')
  expect(unanswered.text).toContain('Agree who leads')
  expect((await register('?finding=silent-addressee')).text).toContain('2 recommendations (')
  expect((await register(`?agency=${police}&finding=unanswered`)).text).toContain('Agree who leads')
})

test('promises are filtered by agency and by when they are due', async () => {
  const overdue = await register(`?due=overdue&agency=${health}`)
  expect(overdue.text).toContain('1 statement (')
  expect(overdue.text).toContain('We will train every team')
  expect(overdue.text).toContain('Due date passed')
  expect((await register('?due=none')).text).toContain('=cmd|calc will be reviewed')
  expect((await register(`?due=overdue&agency=${police}`)).text).toContain('Nothing in the register fits these filters')
})

test('a filter that is in force can be taken away, and the address says all of it', async () => {
  const { html } = await register('?due=overdue&act=planned')
  expect(html).toContain(`href="/boards/${board.slug}/recommendations?show=statements&amp;act=planned"`)
  const filter = readFilter(new URLSearchParams('?due=soon&sort=due&finding=nonsense&review=1'))
  expect(filter).toMatchObject({ show: 'statements', due: 'soon', sort: 'due', finding: null, review: null })
  expect(writeFilter(filter)).toBe('?show=statements&due=soon&sort=due')
})

test('the csv holds the same rows, the marking and no formula', async () => {
  const { bytes, headers } = await register('/files/csv?show=statements')
  expect(bytes.toString()).toContain("'=cmd|calc will be reviewed")
  expect(bytes.toString()).toMatch(/^\uFEFFOFFICIAL-SENSITIVE\r\n/)
  expect(headers['content-disposition']).toContain('attachment; filename="OFFICIAL-SENSITIVE-')
})

test('the workbook is an xlsx', async () => {
  const { bytes, headers } = await register('/files/xlsx')
  expect(bytes.subarray(0, 2).toString()).toBe('PK')
  expect(headers['content-type']).toContain('spreadsheetml')
})

test('a file of another kind, a board of others and a person without a sign-in get nothing', async () => {
  expect((await register('/files/pdf')).status).toBe(404)
  const stranger = await makePerson(home, [post(await makeBoard(home), 'support officer')])
  expect((await visit(home, stranger, `/boards/${board.slug}/recommendations`)).status).toBe(404)
  expect((await visit(home, null, `/boards/${board.slug}/recommendations`)).status).toBe(303)
})

test('an agency to which nothing is released is told why its register is empty', async () => {
  const lead = await makePerson(home, [post(board, 'agency lead', police)])
  const { text } = await visit(home, lead, `/boards/${board.slug}/recommendations`)
  expect(text).toContain('There is nothing in the register that you may see')
})
