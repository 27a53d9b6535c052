/** How many statements the main pages run: within a limit, and as many for sixty things as for three. */
import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import type { AgencyId } from '../src/access/actor.ts'
import { type RecommendationInput, saveToRegister } from '../src/features/recommendations/index.ts'
import { buildWeb } from '../src/house.ts'
import { unitsOfWork } from '../src/store/database.ts'
import { urls } from '../src/urls.ts'
import { emptyInput, makeImport, makeReview, said } from './register-world.ts'
import { type Traced, traced } from './traced-statements.ts'
import {
  type Board,
  eventually,
  type House,
  house,
  makeAgency,
  makeBoard,
  makePerson,
  post,
  type Visitor,
  visit,
} from './world.ts'

interface Furnished {
  readonly officer: Visitor
  readonly paths: Readonly<Record<string, string>>
}

let home: House
let listener: Traced
let small: Furnished
let large: Furnished

beforeAll(async () => {
  const shared = await house()
  listener = traced(shared.store.db)
  const app = { ...shared.app, db: unitsOfWork(shared.store.kind, listener.db) }
  home = {
    ...shared,
    app,
    web: await buildWeb(app, { paces: { every: 1e6, 'sign-in': 1e6, search: 1e6, upload: 1e6 } }),
  }
  small = await furnish(3)
  large = await furnish(60)
})

/** So many boards, agencies, reviews, and recommendations with as many statements and bodies under the first of them. */
async function furnish(many: number): Promise<Furnished> {
  const boards = []
  for (let i = 0; i < many; i++) boards.push(await makeBoard(home))
  const [board] = boards
  if (!board) throw new Error('there is no board')
  const agencies: AgencyId[] = []
  for (let i = 0; i < many; i++) agencies.push(await makeAgency(home, [board]))
  const leads = agencies.map(agencyId => post(board, 'agency lead', agencyId))
  const posts = [...boards.map(each => post(each, 'support officer')), ...leads]
  const officer = await makePerson(home, posts)
  const reviewId = await makeReview(home, officer, board)
  for (let i = 1; i < many; i++) await makeReview(home, officer, board, { title: `Review ${i}` })
  const source = await makeImport(home, officer, { board, reviewId })
  for (let i = 1; i < many; i++) await makeImport(home, officer, { board, reviewId })
  const recommendations = Array.from({ length: many }, (_, i) => asks(agencies, i))
  const input = { ...emptyInput(reviewId, source), recommendations }
  const saved = await home.app.db.as(officer, tx => saveToRegister(home.app, tx, officer, input))
  if (!saved.ok) throw new Error(JSON.stringify(saved.mistakes))
  const first = await home.app.db.as(officer, tx =>
    tx
      .selectFrom('recommendation')
      .select('id')
      .where('review_id', '=', reviewId)
      .orderBy('position')
      .executeTakeFirstOrThrow(),
  )
  const check = await readResponse(officer, board, many)
  return {
    officer,
    paths: {
      check,
      home: urls.home(),
      board: urls.board(board.slug),
      reviews: urls.reviews(board.slug),
      review: urls.review(reviewId),
      register: urls.register(board.slug),
      recommendation: urls.recommendation(first.id),
      agencies: urls.agencies(board.slug),
      agency: urls.agencyRegister(agencies[0] ?? ''),
      imports: urls.imports(board.slug),
      people: urls.people(board.slug),
      search: urls.search(),
    },
  }
}

/** The check page of a response that has been read: so many recommendations, bodies that answer, and statements. */
async function readResponse(officer: Visitor, { slug }: Board, many: number): Promise<string> {
  const section = (i: number) => `## Recommendation ${i}\n\nMarl Council should train team ${i}.\n\n${answers(i)}\n`
  const answers = (i: number) =>
    `Elm${'abcdefghij'[i % 10]} Council ${i} Housing Association will train team ${i} by May 2027.`
  const sections = Array.from({ length: many }, (_, i) => section(i + 1))
  const text = `# Response of the Marl Safeguarding Children Partnership to the review of Child Teal\n\n${sections.join('\n')}`
  const files = [{ field: 'files', name: `${randomUUID()}.md`, bytes: new TextEncoder().encode(text) }]
  const { location } = await visit(home, officer, urls.newImport(slug), { form: {}, files })
  const read = await eventually(
    () => visit(home, officer, location ?? ''),
    answer => !answer.text.includes('Reading the document'),
  )
  expect(read.text).toContain(`train team 1`)
  return location ?? ''
}

/** The first recommendation is put to every agency and each promises something; of the others, one is asked and none answers. */
function asks(agencies: readonly AgencyId[], index: number): RecommendationInput {
  const asked = index === 0 ? agencies : agencies.slice(0, 1)
  return {
    registered: null,
    number: String(index + 1),
    text: 'Train the staff.',
    span: null,
    parts: asked.map(() => ({ registered: null, text: 'Every team.', span: null })),
    addressees: asked.map((agencyId, at) => ({ asWritten: `Body ${at}`, agencyId, groupId: null })),
    statements: index === 0 ? asked.map(agencyId => said({ agencyId, text: 'We will train them.' })) : [],
    findings: [],
  }
}

async function count({ officer, paths }: Furnished, name: string): Promise<readonly string[]> {
  const sent = name === 'search' ? { form: { words: 'train' } } : undefined
  return listener.during(async () => {
    const { status, text } = await visit(home, officer, paths[name] ?? '', sent)
    expect(status, text).toBe(200)
  })
}

/** The most statements that each page may run, those that find out who asks among them. */
const limits = {
  check: 16,
  home: 12,
  board: 14,
  reviews: 11,
  review: 20,
  register: 15,
  recommendation: 23,
  agencies: 17,
  agency: 11,
  imports: 11,
  people: 15,
  search: 11,
} as const

test.each(Object.entries(limits))(
  'the page "%s" runs no more than %i statements, however much it shows',
  async (name, most) => {
    await count(small, name)
    const few = await count(small, name)
    const many = await count(large, name)
    expect(few.length).toBeGreaterThan(3)
    expect(many.length, many.join('\n')).toBe(few.length)
    expect(many.length, many.join('\n')).toBeLessThanOrEqual(most)
  },
)
