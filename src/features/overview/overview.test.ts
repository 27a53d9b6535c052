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
import { urls } from '../../urls.ts'

let home: House
let board: Board
let officer: Visitor
let police: AgencyId
const word = `wren${randomUUID().slice(0, 8)}`

beforeAll(async () => {
  home = await house()
  board = await makeBoard(home)
  police = await makeAgency(home, [board])
  officer = await makePerson(home, [post(board, 'support officer')])
  await furnish()
})

/** One restricted review: a recommendation that is answered with an overdue promise, and one that is not answered. */
async function furnish() {
  const now = home.app.clock.now()
  const of = { board_id: board.id, review_id: randomUUID() as ReviewId }
  const [first, second] = [randomUUID() as RecommendationId, randomUUID() as RecommendationId]
  const nowhere = { document_id: null, span_from: null, span_to: null }
  const facts = {
    subject: null,
    type: 'scr',
    standing: 'restricted',
    considered_on: null,
    legal_basis: null,
    lead_reviewer: null,
    methodology: null,
  } as const
  await home.app.db.as(officer, async tx => {
    await tx
      .insertInto('review')
      .values({
        id: of.review_id,
        board_id: board.id,
        title: 'Child Wren',
        ...facts,
        created_by: officer.id,
        created_at: now,
      })
      .execute()
    for (const [position, id] of [first, second].entries()) {
      await tx
        .insertInto('recommendation')
        .values({
          id,
          ...of,
          ...nowhere,
          position,
          number: String(position + 1),
          text: `Train <b>${word}</b> staff`,
          created_at: now,
        })
        .execute()
      await tx
        .insertInto('addressee')
        .values({
          id: randomUUID() as AddresseeId,
          ...of,
          recommendation_id: id,
          position: 1,
          as_written: 'The Police',
          agency_id: police,
          group_id: null,
        })
        .execute()
    }
    await tx
      .insertInto('statement')
      .values({
        id: randomUUID() as StatementId,
        ...of,
        ...nowhere,
        recommendation_id: first,
        import_id: null,
        position: 1,
        agency_id: police,
        agency_as_written: 'The Police',
        text: `We will train ${word}.`,
        act: 'planned',
        answers_parts: null,
        due_as_written: '2020',
        due_from: null,
        due_to: '2020-12-31' as never,
        owner: null,
        status: null,
        said_on: null,
        created_at: now,
      })
      .execute()
  })
}

test('a person with one board is led straight to it, and one with several chooses', async () => {
  expect((await visit(home, officer, '/')).location).toBe(`/boards/${board.slug}`)
  const other = await makeBoard(home)
  const both = await makePerson(home, [post(board, 'support officer'), post(other, 'chair')])
  expect((await visit(home, officer, '/?said=accepted')).location).toBe(`/boards/${board.slug}?said=accepted`)
  expect((await visit(home, officer, '/?said=https://elsewhere.example')).location).toBe(`/boards/${board.slug}`)
  const { text, html } = await visit(home, both, '/?said=accepted')
  expect(text).toContain('You have accepted the invitation')
  expect(text).toContain('Your boards')
  expect(text).toContain(board.name)
  expect(html).toContain(`href="/boards/${board.slug}/imports/new"`)
  expect(html).not.toContain(`href="/boards/${other.slug}/imports/new"`)
})

test('who answers for an agency on several boards is led to all that it was asked on them', async () => {
  const lead = await makePerson(home, [
    post(board, 'agency lead', police),
    post(await makeBoard(home), 'agency lead', police),
  ])
  const { html } = await visit(home, lead, '/')
  expect(html.match(new RegExp(`href="/agencies/${police}/register"`, 'g'))).toHaveLength(1)
})

test('a person without a role is told what to do, and nobody signed in is led to sign in', async () => {
  const nobody = await makePerson(home, [])
  expect((await visit(home, nobody, '/')).text).toContain('You have no role on a board')
  expect((await visit(home, null, '/')).location).toBe('/sign-in')
})

test('the home of a board counts what it links to', async () => {
  const { text, html } = await visit(home, officer, `/boards/${board.slug}`)
  expect(text).toContain('Import a response')
  expect(text).toContain('2 recommendations')
  expect(text).toContain('1 of 2, 50% without any response')
  expect(text).toContain('1 of 1, 100% open promises whose due date has passed')
  const [, overdue = ''] = /href="([^"]*due=overdue[^"]*)"/.exec(html) ?? []
  expect((await visit(home, officer, overdue.replaceAll('&amp;', '&'))).text).toContain('1 statement (')
})

test('an administrator finds what to do first and what the board is run with, and a chair does not', async () => {
  const admin = await makePerson(home, [post(board, 'administrator')])
  const { text } = await visit(home, admin, `/boards/${board.slug}`)
  expect(text).toContain('Settings of the board')
  expect(text).toContain('What to do first')
  const chair = await makePerson(home, [post(board, 'chair')])
  expect((await visit(home, chair, `/boards/${board.slug}`)).text).not.toContain('Settings of the board')
})

test('what a person may not see is not counted either', async () => {
  const chair = await makePerson(home, [post(board, 'chair')])
  const { text } = await visit(home, chair, `/boards/${board.slug}`)
  expect(text).toContain('There is nothing in the register that you may see')
  expect(text).not.toContain('Import a response')
})

test('an agency’s page counts what it was asked and what it said on each board', async () => {
  const { text } = await visit(home, officer, `/agencies/${police}/register`)
  expect(text).toContain('What it was asked and what it said')
  expect(text).toContain(board.name)
})

test('help, cookies and accessibility are open to anybody', async () => {
  for (const path of ['/help', '/cookies', '/accessibility']) expect((await visit(home, null, path)).status).toBe(200)
})

test('a person on several boards gets from one to the other, and from a page of no board back to their own', async () => {
  const onBoth = await makePerson(home, [
    post(board, 'support officer'),
    post(await makeBoard(home), 'support officer'),
  ])
  const waysOn = async (person: Visitor, path: string) =>
    /<div class="heed-signed-in__place">(.*?)<\/div>/s.exec((await visit(home, person, path)).html)?.[1] ?? ''
  expect(await waysOn(onBoth, urls.board(board.slug))).toContain('<a class="govuk-link" href="/">Your boards</a>')
  expect(await waysOn(officer, urls.board(board.slug))).not.toContain('<a')
  expect(await waysOn(officer, urls.search())).toBe('<a class="govuk-link" href="/">Your board</a>')
})
