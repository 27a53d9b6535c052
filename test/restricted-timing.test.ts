/**
 * What a list tells by its cost: hidden reviews add no statement to any page, and no time that a visitor could see.
 * That an address of a hidden thing costs the same statements as one of nothing is held by `restricted.test.ts`.
 */
import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Role, roles } from '../src/access/permissions.ts'
import type { Route } from '../src/app.ts'
import { saveToRegister } from '../src/features/recommendations/index.ts'
import { releaseToAsked } from '../src/features/reviews/index.ts'
import { features } from '../src/features.ts'
import { urls } from '../src/urls.ts'
import { emptyInput, makeImport, makeReview, said } from './register-world.ts'
import { type Overheard, overheard } from './traced-statements.ts'
import { type Board, house, makeAgency, makeBoard, makePerson, post, type Visitor, visit } from './world.ts'

interface Place {
  readonly board: Board
  readonly officer: Visitor
  readonly agency: Awaited<ReturnType<typeof makeAgency>>
}

let home: Overheard
beforeAll(async () => {
  home = await overheard(await house())
})

/** A board with one released review. */
async function makePlace(): Promise<Place> {
  const board = await makeBoard(home)
  const place = {
    board,
    officer: await makePerson(home, [post(board, 'support officer')]),
    agency: await makeAgency(home, [board]),
  }
  const reviewId = await addReview(place, 3)
  await home.app.db.as(place.officer, tx => releaseToAsked(home.app, tx, place.officer, reviewId))
  return place
}

/** A restricted review with so many recommendations, each asked of the agency and answered by it. */
async function addReview({ board, officer, agency }: Place, many: number) {
  const reviewId = await makeReview(home, officer, board)
  const source = await makeImport(home, officer, { board, reviewId })
  const recommendations = Array.from({ length: many }, (_, i) => ({
    registered: null,
    number: String(i + 1),
    text: 'Train the staff.',
    span: null,
    parts: [],
    addressees: [{ asWritten: 'The agency', agencyId: agency, groupId: null }],
    statements: [said({ agencyId: agency, text: 'We will train them.' })],
    findings: [],
  }))
  const input = { ...emptyInput(reviewId, source), recommendations }
  const saved = await home.app.db.as(officer, tx => saveToRegister(home.app, tx, officer, input))
  if (!saved.ok) throw new Error(JSON.stringify(saved.mistakes))
  return reviewId
}

/** Every page that is a list, a count, a file or a search: all that are read, and the search, which is sent. */
const lists = features
  .flatMap(feature => feature.routes)
  .filter(({ method, path }) => method === 'GET' || path === urls.search())
  .filter(
    ({ path }) =>
      !/:(review|document|import|recommendation|part|addressee|statement|finding|citation|redaction)\b/.test(path),
  )

async function ask({ board, agency }: Place, visitor: Visitor, route: Route) {
  const known: Record<string, string> = { board: board.slug, agency, person: visitor.id, kind: 'csv', letter: '1' }
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => known[name] ?? randomUUID())
  const sent = route.method === 'POST' ? { form: { words: 'train' } } : undefined
  const [{ status, text, bytes }, statements] = await home.overhear(() => visit(home, visitor, path, sent))
  return { status, size: [text.length, bytes.length], statements }
}

describe('restricted reviews that a person has no standing in', () => {
  test('change neither the statements of a list, a search, a count or an export nor what it says', async () => {
    const place = await makePlace()
    const other = await makeAgency(home, [place.board])
    const agencyOf = (role: Role) => (role.startsWith('agency') ? other : null)
    const without = roles.filter(role => role !== 'support officer')
    const strangers = await Promise.all(
      without.map(async role => ({ role, who: await makePerson(home, [post(place.board, role, agencyOf(role))]) })),
    )
    const look = async () => {
      const seen: Record<string, unknown> = {}
      for (const { role, who } of strangers)
        for (const route of lists) seen[`${role}: ${route.method} ${route.path}`] = await ask(place, who, route)
      return seen
    }
    await look()
    const before = await look()
    for (let i = 0; i < 5; i++) await addReview(place, 4)
    expect(await look()).toEqual(before)
    expect(Object.values(before).filter(seen => (seen as { status: number }).status === 200).length).toBeGreaterThan(60)
  })

  /**
   * Defends against reading from the clock that a board has hidden reviews that hold a word. It compares a board
   * without any to one with 300 hidden recommendations that match; a clock finer than this network and machine allow,
   * and the load that other people's work puts on the machine, are outside of it.
   */
  test.each(['search', 'register'] as const)('cost no time that shows in the %s', async page => {
    const [none, many] = [await makePlace(), await makePlace()]
    for (let i = 0; i < 30; i++) await addReview(many, 10)
    const visits = [none, many].map(async place => ({
      place,
      who: await makePerson(home, [post(place.board, 'chair')]),
      times: [] as number[],
    }))
    const both = await Promise.all(visits)
    for (let round = 0; round < 25; round++) {
      for (const { place, who, times } of both) {
        const from = performance.now()
        const sent = page === 'search' ? { form: { words: 'train', board: place.board.slug } } : undefined
        const path = page === 'search' ? urls.search() : urls.register(place.board.slug)
        expect((await visit(home, who, path, sent)).status).toBe(200)
        if (round >= 5) times.push(performance.now() - from)
      }
    }
    const [few = 0, hidden = 0] = both.map(({ times }) => times.toSorted((a, b) => a - b)[times.length >> 1])
    expect(hidden, `${few} ms without, ${hidden} ms with`).toBeLessThan(few * 2 + 5)
  })
})
