/**
 * Makes large boards, as the application makes them, and tells where their pages are. Every body, review and word in
 * them is made up, and says so.
 */
import { randomUUID } from 'node:crypto'
import type { AgencyId } from '../src/access/actor.ts'
import { addDays, type PlainDate } from '../src/core/plain-date.ts'
import { type RecommendationInput, type StatementInput, saveToRegister } from '../src/features/recommendations/index.ts'
import { releaseToAsked } from '../src/features/reviews/index.ts'
import type { GroupId } from '../src/store/schema.ts'
import { urls } from '../src/urls.ts'
import { emptyInput, makeImport, makeReview, said } from '../test/register-world.ts'
import { type Board, type House, makeAgency, makeBoard, makePerson, post, type Visitor } from '../test/world.ts'

/** How much of each a board for measuring holds. */
export interface Size {
  readonly reviews: number
  readonly recommendations: number
  readonly agencies: number
  readonly groups: number
}

const large: Size = { reviews: 100, recommendations: 5000, agencies: 40, groups: 4 }

/** Where the large board's pages are. */
export interface LargeBoard {
  /** How much it holds. */
  readonly counts: Readonly<Record<'recommendations' | 'statements', number>>
  /** The session of an officer of the board, and of a chair who sees half of it. */
  readonly tokens: Readonly<Record<'officer' | 'chair', string>>
  readonly paths: Readonly<Record<'board' | 'agency' | 'register' | 'recommendation', string>>
}

const made = 'Made for measuring'
const things = ['sharing information', 'planning before a birth', 'missed appointments', 'the voice of the child']
const acts = ['planned', 'done', 'planned', 'ongoing', 'planned', 'position', 'context', 'done'] as const

export interface World {
  readonly home: House
  readonly size: Size
  /** Of whose bodies it is; no two boards of a house have agencies of the same names. */
  readonly place: string
  readonly board: Board
  readonly officer: Visitor
  readonly agencies: readonly AgencyId[]
  readonly groups: readonly GroupId[]
  readonly today: PlainDate
}

async function makeGroup(
  { app }: House,
  officer: Visitor,
  of: { board: Board; name: string; members: readonly AgencyId[] },
) {
  const [id, now, board_id] = [randomUUID() as GroupId, app.clock.now(), of.board.id]
  await app.db.as(officer, async tx => {
    await tx.insertInto('board_group').values({ id, board_id, name: of.name, purpose: made, created_at: now }).execute()
    const members = of.members.map(agency_id => ({ group_id: id, board_id, agency_id, joined_at: now }))
    await tx.insertInto('group_member').values(members).execute()
  })
  return id
}

const agencyName = (place: string, i: number) => `${made}: agency ${i} of ${place}`
const groupName = (i: number) => `${made}: group ${i}`

/** The body that something is put to or said by; one in nine is in no directory. */
const bodyOf = ({ agencies, place }: World, i: number) =>
  i % 9 === 0
    ? { agencyId: null, name: `${made}: a body unknown ${i % 27}` }
    : { agencyId: agencies[i % agencies.length] ?? null, name: agencyName(place, i % agencies.length) }

function statement(world: World, i: number): StatementInput {
  const { agencyId, name } = bodyOf(world, i)
  const act = acts[i % acts.length] ?? 'planned'
  const dueTo = act === 'planned' && i % 5 > 0 ? addDays(world.today, (i % 800) - 400) : null
  const due = dueTo ? { asWritten: dueTo, from: null, to: dueTo } : null
  const text = `${made}: ${name} says something of ${things[i % 4]} in matter ${i}, at the length that such things have.`
  return said({ agencyId, agencyAsWritten: name, act, due, text, owner: i % 3 ? 'Head of Service' : null })
}

/** A third of them is put to a group as well; one in ten is answered by nobody, others by several. */
function recommendation(world: World, i: number): RecommendationInput {
  const { groups } = world
  const answers = i % 10 === 0 ? 0 : i % 9 < 4 ? 5 : 4
  const asked = [i * 7, i * 7 + 1].map(at => bodyOf(world, at))
  const addressees = asked.map(({ agencyId, name }) => ({ asWritten: name, agencyId, groupId: null as GroupId | null }))
  const at = i % groups.length
  if (i % 3 === 0) addressees.push({ asWritten: groupName(at), agencyId: null, groupId: groups[at] ?? null })
  const dismissed = i % 50 === 0 ? `${made}: no answer is expected` : null
  return {
    registered: null,
    number: String((i % 50) + 1),
    text: `${made}: the board should review ${things[i % 4]} in area ${i} and report on what came of it within a year.`,
    span: null,
    parts: [0, 1].map(part => ({ registered: null, text: `${made}: part ${part} of area ${i}`, span: null })),
    addressees,
    statements: Array.from({ length: answers }, (_, at) => statement(world, i * 7 + at)),
    findings: dismissed ? [{ code: 'unanswered', message: dismissed, span: null, dismissed }] : [],
  }
}

async function makeReviewed(world: World, n: number): Promise<void> {
  const { home, board, officer, size } = world
  const reviewId = await makeReview(home, officer, board, { title: `${made}: review ${n}` })
  const source = await makeImport(home, officer, { board, reviewId, text: made })
  const perReview = size.recommendations / size.reviews
  const recommendations = Array.from({ length: perReview }, (_, i) => recommendation(world, n * perReview + i))
  const cited = {
    asWritten: 'Working Together 2015',
    guidance: 'working-together',
    edition: '2015',
    span: [0, 1] as const,
  }
  const input = { ...emptyInput(reviewId, source), recommendations, citations: [cited] }
  const saved = await home.app.db.as(officer, tx => saveToRegister(home.app, tx, officer, input))
  if (!saved.ok) throw new Error(JSON.stringify(saved.mistakes))
  if (n % 2 === 0) await home.app.db.as(officer, tx => releaseToAsked(home.app, tx, officer, reviewId))
}

/** A board with its directory and its register, made as the application makes them. */
export async function makeBoardOf(home: House, size: Size, place: string): Promise<World> {
  const board = await makeBoard(home, { name: `${made}: the board of ${place}` })
  const officer = await makePerson(home, [post(board, 'administrator'), post(board, 'support officer')])
  const [agencies, groups]: [AgencyId[], GroupId[]] = [[], []]
  for (let i = 0; i < size.agencies; i++) agencies.push(await makeAgency(home, [board], agencyName(place, i)))
  for (let i = 0; i < size.groups; i++) {
    const members = agencies.filter((_, at) => at % 8 === i)
    groups.push(await makeGroup(home, officer, { board, name: groupName(i), members }))
  }
  const world = { home, size, place, board, officer, agencies, groups, today: home.app.clock.today() }
  for (let n = 0; n < size.reviews; n++) await makeReviewed(world, n)
  return world
}

export async function makeLargeBoard(home: House): Promise<LargeBoard> {
  const { board, officer, agencies } = await makeBoardOf(home, large, 'a place')
  const chair = await makePerson(home, [post(board, 'chair')])
  const { db } = home.store
  const one = await db.selectFrom('recommendation').select('id').orderBy('id').offset(2500).executeTakeFirstOrThrow()
  const paths = {
    board: urls.board(board.slug),
    agency: urls.agencyRegister(agencies[1] ?? ''),
    register: urls.register(board.slug),
    recommendation: urls.recommendation(one.id),
  }
  const count = async (table: 'recommendation' | 'statement') =>
    (
      await db
        .selectFrom(table)
        .select(eb => eb.fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow()
    ).n
  const counts = { recommendations: await count('recommendation'), statements: await count('statement') }
  return { counts, tokens: { officer: officer.token, chair: chair.token }, paths }
}
