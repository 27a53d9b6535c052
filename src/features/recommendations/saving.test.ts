/** Saving to the register: what an import brings is added, and nothing is ever overwritten. */
import { beforeAll, describe, expect, test } from 'vitest'
import { day, emptyInput, makeImport, makeReview, said } from '../../../test/register-world.ts'
import {
  type Board,
  type House,
  makeAgency,
  makeBoard,
  makePerson,
  post,
  house as sharedHouse,
  type Visitor,
} from '../../../test/world.ts'
import type { AgencyId } from '../../access/actor.ts'
import type { ReviewId } from '../../store/schema.ts'
import { listRegistered, type RegisterInput, saveToRegister } from './index.ts'

let house: House
let board: Board
let officer: Visitor
let police: AgencyId
let health: AgencyId
let reviewId: ReviewId
beforeAll(async () => {
  house = await sharedHouse()
  board = await makeBoard(house)
  ;[police, health] = [await makeAgency(house, [board]), await makeAgency(house, [board])]
  officer = await makePerson(house, [post(board, 'support officer')])
  reviewId = await makeReview(house, officer, board)
})

const save = async (part: Partial<RegisterInput>) => {
  const source = await makeImport(house, officer, { board, reviewId })
  return house.app.db.as(officer, tx =>
    saveToRegister(house.app, tx, officer, { ...emptyInput(reviewId, source), ...part }),
  )
}

describe('saving to the register', () => {
  test('keeps recommendations, parts, who was asked and what was said, and records it for each recommendation', async () => {
    const done = await save({
      saidOn: day('2026-01-15'),
      recommendations: [
        {
          registered: null,
          number: '1',
          text: 'That handovers are checked.',
          span: [0, 27],
          parts: [
            { registered: null, text: 'by the Police', span: [28, 41] },
            { registered: null, text: 'by the Trust', span: [42, 54] },
          ],
          addressees: [{ asWritten: 'the Police', agencyId: police, groupId: null }],
          statements: [said({ agencyId: police, text: 'We will check them.', answersParts: [2], span: [60, 79] })],
          findings: [
            { code: 'no-date', message: 'No date.', span: [60, 79], dismissed: null },
            { code: 'open-ended', message: 'Never ends.', span: [60, 79], dismissed: null },
          ],
        },
      ],
    })
    expect(done).toMatchObject({ ok: true, value: { recommendations: 1, statements: 1 } })
    const rows = await house.owner.selectFrom('statement').selectAll().where('review_id', '=', reviewId).execute()
    expect(rows).toMatchObject([{ answers_parts: [2], said_on: '2026-01-15', span_from: 60 }])
    const findings = await house.owner.selectFrom('finding').selectAll().where('review_id', '=', reviewId).execute()
    expect(findings, 'what can be computed is not stored').toMatchObject([
      { code: 'open-ended', statement_id: rows[0]?.id },
    ])
    const entries = await house.owner
      .selectFrom('ledger_entry')
      .select(['kind', 'facts'])
      .where('thing_id', '=', rows[0]?.recommendation_id ?? '')
      .execute()
    expect(entries).toMatchObject([{ kind: 'recommendation.saved', facts: { parts: 2, statements: 1 } }])
  })

  test('adds to a recommendation that is registered, and leaves its own words as they are', async () => {
    const [before] = await house.app.db.as(officer, tx => listRegistered(tx, reviewId))
    const { id = null, statements = [], parts = [] } = before ?? {}
    await save({
      saidOn: day('2026-06-15'),
      recommendations: [
        {
          registered: id,
          number: '1',
          text: 'That all handovers are checked.',
          span: null,
          parts: [
            { registered: parts[1]?.id ?? null, text: 'by the Trust itself', span: null },
            { registered: null, text: 'by the school', span: null },
          ],
          addressees: [
            { asWritten: 'Police', agencyId: police, groupId: null },
            { asWritten: 'the Trust', agencyId: health, groupId: null },
          ],
          statements: [
            said({
              follows: statements[0]?.id ?? null,
              agencyId: police,
              text: 'We checked them.',
              act: 'done',
              answersParts: [1, 2],
            }),
          ],
          findings: [],
        },
      ],
    })
    const [after] = await house.app.db.as(officer, tx => listRegistered(tx, reviewId))
    expect(after?.text).toBe('That handovers are checked.')
    expect(after?.parts.map(part => part.text)).toEqual(['by the Police', 'by the Trust', 'by the school'])
    expect(after?.statements).toMatchObject([{ text: 'We checked them.', saidOn: '2026-06-15' }])
    const rows = await house.owner
      .selectFrom('statement')
      .selectAll()
      .where('review_id', '=', reviewId)
      .orderBy('position')
      .execute()
    expect(rows.map(row => [row.position, row.text, row.answers_parts])).toEqual([
      [1, 'We will check them.', [2]],
      [2, 'We checked them.', [2, 3]],
    ])
    const asked = await house.owner.selectFrom('addressee').selectAll().where('review_id', '=', reviewId).execute()
    expect(asked.map(row => row.as_written)).toEqual(['the Police', 'the Trust'])
  })

  test('keeps why a silent body was passed over, and counts it as silent no more', async () => {
    await save({
      recommendations: [
        {
          registered: null,
          number: '2',
          text: 'That schools are told.',
          span: null,
          parts: [],
          addressees: [
            { asWritten: 'the Trust', agencyId: health, groupId: null },
            { asWritten: 'the Police', agencyId: police, groupId: null },
          ],
          statements: [said({ agencyId: police, text: 'Schools are told.', act: 'ongoing' })],
          findings: [
            { code: 'silent-addressee', message: 'The Trust.', span: null, dismissed: 'The Police speak for both' },
          ],
        },
      ],
    })
    const asked = await house.app.db.as(officer, tx =>
      tx.selectFrom('asked_body').selectAll().where('review_id', '=', reviewId).where('is_heard', '=', false).execute(),
    )
    expect(
      asked
        .filter(each => each.agency_id === health)
        .map(each => each.is_dismissed)
        .sort(),
    ).toEqual([false, true])
  })

  test('hears a body by the one that took its place, or whose place it took, and not once that was withdrawn', async () => {
    const [before, after, neither] = [
      await makeAgency(house, [board]),
      await makeAgency(house, [board]),
      await makeAgency(house, [board]),
    ]
    const asks = (number: string, asked: AgencyId, speaks: AgencyId) => ({
      registered: null,
      number,
      text: `That letters are kept, ${number}.`,
      span: null,
      parts: [],
      addressees: [asked, neither].map(agencyId => ({ asWritten: `Body ${agencyId}`, agencyId, groupId: null })),
      statements: [said({ agencyId: speaks, agencyAsWritten: 'the one who speaks', text: 'Kept.', act: 'ongoing' })],
      findings: [],
    })
    await save({ recommendations: [asks('11', before, after), asks('12', after, before)] })
    const heard = () =>
      house.app.db.as(officer, tx =>
        tx
          .selectFrom('asked_body as a')
          .innerJoin('recommendation as r', 'r.id', 'a.recommendation_id')
          .select(['r.number', 'a.is_heard'])
          .where('a.agency_id', 'in', [before, after, neither])
          .where('a.is_heard', '=', true)
          .orderBy('r.number')
          .execute(),
      )
    expect(await heard()).toEqual([])
    const id = house.app.chance.id()
    const facts = { happened_on: day('2020-01-01'), created_at: house.app.clock.now() }
    await house.owner
      .insertInto('agency_succession')
      .values({ id, agency_id: before, successor_id: after, ...facts })
      .execute()
    expect((await heard()).map(each => each.number)).toEqual(['11', '12'])
    await house.owner
      .updateTable('agency_succession')
      .set({ withdrawn_at: facts.created_at })
      .where('id', '=', id)
      .execute()
    expect(await heard()).toEqual([])
  })

  test('refuses words that are longer than the register can hold, and saves nothing', async () => {
    const text = 'x'.repeat(20_001)
    const done = await save({
      recommendations: [
        { registered: null, number: '9', text, span: null, parts: [], addressees: [], statements: [], findings: [] },
      ],
    })
    expect(done).toEqual({
      ok: false,
      mistakes: [{ field: 'register', message: 'Recommendation 9: its words must be 20000 characters or fewer' }],
    })
  })

  test('is refused to whoever may not correct the register', async () => {
    const chair = await makePerson(house, [post(board, 'chair')])
    const source = await makeImport(house, officer, { board, reviewId })
    await house.app.db.as(officer, tx =>
      tx.updateTable('review').set({ standing: 'released' }).where('id', '=', reviewId).execute(),
    )
    const refused = house.app.db.as(chair, tx => saveToRegister(house.app, tx, chair, emptyInput(reviewId, source)))
    await expect(refused).rejects.toMatchObject({ name: 'Forbidden', permission: 'register.correct' })
  })
})
