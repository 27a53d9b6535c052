/** A board with a restricted and a released review, for the tests of what is counted, searched and told first. */
import { randomUUID } from 'node:crypto'
import type { AgencyId } from '../src/access/actor.ts'
import { type RecommendationInput, type RegisterInput, saveToRegister } from '../src/features/recommendations/index.ts'
import { releaseToAsked } from '../src/features/reviews/index.ts'
import type { GroupId, ReviewId } from '../src/store/schema.ts'
import { day, emptyInput, makeImport, makeReview, said } from './register-world.ts'
import { type Board, type House, makeAgency, makeBoard, makePerson, post, type Visitor } from './world.ts'

export interface Furnished {
  readonly home: House
  readonly board: Board
  readonly officer: Visitor
  /** Sees what is released, and nothing else. */
  readonly chair: Visitor
  /** Answers for the police, to whom one of the reviews is released. */
  readonly lead: Visitor
  readonly police: AgencyId
  readonly health: AgencyId
  readonly restricted: ReviewId
  readonly released: ReviewId
  /** A word that stands in the restricted review alone, and one of the released review. */
  readonly words: { readonly restricted: string; readonly released: string }
}

const asked = (words: Partial<RecommendationInput>): RecommendationInput => ({
  registered: null,
  number: null,
  text: 'Do it.',
  span: null,
  parts: [],
  addressees: [],
  statements: [],
  findings: [],
  ...words,
})
const put = (asWritten: string, agencyId: AgencyId | null, groupId: GroupId | null = null) => ({
  asWritten,
  agencyId,
  groupId,
})
const due = (to: string) => ({ asWritten: to, from: null, to: day(to) })

export async function furnish(home: House): Promise<Furnished> {
  const board = await makeBoard(home)
  const [police, health] = [await makeAgency(home, [board]), await makeAgency(home, [board])]
  const officer = await makePerson(home, [post(board, 'support officer')])
  const group = await makeGroup(home, { board, officer, agency: health })
  const words = { restricted: `wren${randomUUID().slice(0, 8)}`, released: `rook${randomUUID().slice(0, 8)}` }
  const of = { home, board, officer, police, health }
  const restricted = await fillRestricted(of, { word: words.restricted, group })
  const released = await fillReleased(of, words.released)
  return {
    ...of,
    restricted,
    released,
    words,
    chair: await makePerson(home, [post(board, 'chair')]),
    lead: await makePerson(home, [post(board, 'agency lead', police)]),
  }
}

type Of = Pick<Furnished, 'home' | 'board' | 'officer' | 'police' | 'health'>

async function makeGroup(
  { app }: House,
  { board, officer, agency }: { board: Board; officer: Visitor; agency: AgencyId },
): Promise<GroupId> {
  const id = randomUUID() as GroupId
  const now = app.clock.now()
  await app.db.as(officer, async tx => {
    await tx
      .insertInto('board_group')
      .values({ id, board_id: board.id, name: 'Health Group', purpose: '', created_at: now })
      .execute()
    await tx
      .insertInto('group_member')
      .values({ group_id: id, board_id: board.id, agency_id: agency, joined_at: now })
      .execute()
  })
  return id
}

async function save({ home, officer }: Of, input: RegisterInput): Promise<void> {
  const saved = await home.app.db.as(officer, tx => saveToRegister(home.app, tx, officer, input))
  if (!saved.ok) throw new Error(JSON.stringify(saved.mistakes))
}

/** Three recommendations: one answered in part, one put to a group and not answered, one answered by nobody named. */
async function fillRestricted(of: Of, { word, group }: { word: string; group: GroupId }): Promise<ReviewId> {
  const { home, officer, board, police, health } = of
  const reviewId = await makeReview(home, officer, board, { title: 'Child Wren' })
  const source = await makeImport(home, officer, { board, reviewId })
  const cited = (edition: string | null, from: number) => ({
    asWritten: `Working Together ${edition ?? ''}`,
    guidance: 'working-together',
    edition,
    span: [from, from + 5] as const,
  })
  await save(of, {
    ...emptyInput(reviewId, source),
    recommendations: [
      asked({
        number: '1',
        text: `Train <b>${word}</b> staff.`,
        parts: [{ registered: null, text: `Every ${word} team.`, span: null }],
        addressees: [put('The police', police), put('Health', health)],
        statements: [
          said({ agencyId: police, text: `We will train ${word}.`, due: due('2020-12-31') }),
          said({ agencyId: police, text: 'We will look again.' }),
          said({ agencyId: police, text: 'We have met.', act: 'done' }),
          said({ agencyId: police, text: 'It was planned, and is done.', due: due('2021-01-31'), reportedDone: true }),
        ],
      }),
      asked({ number: '2', text: 'Agree who leads.', addressees: [put('Health Group', null, group)] }),
      asked({
        number: '3',
        text: 'Look at the audit.',
        addressees: [put('The police', police)],
        statements: [said({ text: 'The audit will be looked at.', due: due('2031-12-31') })],
      }),
    ],
    citations: [cited('2015', 0), cited('2015', 10), cited('2018', 20), cited(null, 30)],
  })
  return reviewId
}

/** One recommendation to the police, who say that they go on with it. */
async function fillReleased(of: Of, word: string): Promise<ReviewId> {
  const { home, officer, board, police } = of
  const reviewId = await makeReview(home, officer, board, { title: 'Adult Rook' })
  const source = await makeImport(home, officer, { board, reviewId })
  const addressees = [put('The police', police)]
  const statements = [said({ agencyId: police, text: `We go on with ${word}.`, act: 'ongoing' })]
  await save(of, {
    ...emptyInput(reviewId, source),
    recommendations: [asked({ number: '1', text: `Go on with ${word}.`, addressees, statements })],
  })
  await home.app.db.as(officer, tx => releaseToAsked(home.app, tx, officer, reviewId))
  return reviewId
}
