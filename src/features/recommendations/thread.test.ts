/** The page of a recommendation: who answered what, what is missing, what was noticed, and dismissing it. */
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
  visit,
} from '../../../test/world.ts'
import type { AgencyId } from '../../access/actor.ts'
import type { RecommendationId } from '../../store/schema.ts'
import { listRegistered, type RecommendationInput, saveToRegister } from './index.ts'

let house: House
let board: Board
let officer: Visitor
let police: AgencyId
let trust: AgencyId
let school: AgencyId
const unique = () => house.app.chance.token().slice(0, 6)
beforeAll(async () => {
  house = await sharedHouse()
  board = await makeBoard(house)
  police = await makeAgency(house, [board], `Vale Police ${unique()}`)
  trust = await makeAgency(house, [board], `Vale Trust ${unique()}`)
  school = await makeAgency(house, [board], `Vale Academy ${unique()}`)
  officer = await makePerson(house, [post(board, 'support officer')], 'Olive Officer')
})

const see = (visitor: Visitor, path: string) => visit(house, visitor, path)
const send = (visitor: Visitor, path: string, form: Record<string, string>) => visit(house, visitor, path, { form })

const recommended: RecommendationInput = {
  registered: null,
  number: '4',
  text: 'That absences are reported on the same day.',
  span: [0, 43],
  parts: [
    { registered: null, text: 'by schools', span: [44, 54] },
    { registered: null, text: 'by clubs', span: [55, 63] },
  ],
  addressees: [
    { asWritten: 'the Police', agencyId: null, groupId: null },
    { asWritten: 'the Trust', agencyId: null, groupId: null },
    { asWritten: 'Parish councils', agencyId: null, groupId: null },
  ],
  statements: [],
  findings: [],
}

async function register(given: Partial<RecommendationInput>, saidOn = day('2025-03-02')) {
  const reviewId = await makeReview(house, officer, board, { title: `Review of Child ${unique()}` })
  const source = await makeImport(house, officer, {
    board,
    reviewId,
    text: `${recommended.text}\nby schools\nby clubs`,
  })
  const addressees = recommended.addressees.map((each, i) => ({ ...each, agencyId: [police, trust, null][i] ?? null }))
  await house.app.db.as(officer, tx =>
    saveToRegister(house.app, tx, officer, {
      ...emptyInput(reviewId, source),
      saidOn,
      recommendations: [{ ...recommended, addressees, ...given }],
    }),
  )
  const [first] = await house.app.db.as(officer, tx => listRegistered(tx, reviewId))
  return { reviewId, id: first?.id as RecommendationId, statements: first?.statements ?? [], source }
}

const late = { asWritten: 'May 2025', from: day('2025-05-01'), to: day('2025-05-31') }

describe('the thread', () => {
  test('shows the words, the parts, who was asked, who said what to which part, and where it was said', async () => {
    const { id } = await register({
      statements: [
        said({
          agencyId: police,
          text: 'We will ring every school.',
          answersParts: [1],
          due: late,
          owner: 'Head of safeguarding',
          span: [0, 10],
        }),
      ],
    })
    const { status, text, html } = await see(officer, `/recommendations/${id}`)
    expect(status).toBe(200)
    for (const words of [
      'Recommendation 4',
      'That absences are reported on the same day.',
      'Part 1: by schools',
      'Parish councils (not in the board’s directory)',
      'Answered by Vale Police',
      'say, 2 March 2025 We will ring every school.',
      'Takes up part 1',
      'To be done by: Head of safeguarding',
      'Fact: Due date passed 17 months ago',
    ])
      expect(text).toContain(words)
    expect(html).toMatch(/documents\/[0-9a-f-]+\/words\?from=0&amp;to=10/)
    expect(text).toContain('OFFICIAL-SENSITIVE')
  })

  test('says in its place what is missing: silent bodies, parts that nobody takes up, dates and owners', async () => {
    const { id } = await register({
      statements: [
        said({ agencyId: police, answersParts: [1] }),
        said({ agencyId: null, agencyAsWritten: '', text: 'It will be done.', answersParts: null }),
      ],
    })
    const { text } = await see(officer, `/recommendations/${id}`)
    expect(text).toContain('Missing: No answer from Vale Trust')
    expect(text).toContain('Missing: No answer from Parish councils')
    expect(text).not.toContain('No answer from Vale Police')
    expect(text).toContain('Missing: No answer to part 2')
    expect(text).toContain('Of one statement it cannot be told which part it takes up.')
    expect(text).toContain('This promise has no date.')
    expect(text).toContain('Nobody is named who is to do this.')
  })

  test('says that there is no response, and not that parts of one are missing', async () => {
    const { id } = await register({})
    const { text } = await see(officer, `/recommendations/${id}`)
    expect(text).toContain('Missing: No response')
    expect(text).not.toContain('No answer to part')
  })

  test('shows what a later edition says, with what was said before, which no longer counts', async () => {
    const { reviewId, id, statements } = await register({ statements: [said({ agencyId: police, due: late })] })
    const source = await makeImport(house, officer, { board, reviewId })
    const done = said({ agencyId: police, act: 'done', text: 'We did it.', follows: statements[0]?.id ?? null })
    await house.app.db.as(officer, tx =>
      saveToRegister(house.app, tx, officer, {
        ...emptyInput(reviewId, source),
        saidOn: day('2026-02-01'),
        recommendations: [{ ...recommended, registered: id, parts: [], addressees: [], statements: [done] }],
      }),
    )
    const { text } = await see(officer, `/recommendations/${id}`)
    expect(text).toContain('say, 1 February 2026 We did it.')
    expect(text).toContain('What was said before')
    expect(text).toContain('say, 2 March 2025 We will do it. (due: May 2025)')
    expect(text).not.toContain('Due date passed')
    const register2 = await see(officer, `/boards/${board.slug}/recommendations?review=${reviewId}&due=overdue`)
    expect(register2.text).toContain('Nothing in the register fits these filters')
  })

  test('leads from a statement to its place', async () => {
    const { id, statements } = await register({ statements: [said({ agencyId: police })] })
    const { location } = await see(officer, `/statements/${statements[0]?.id}`)
    expect(location).toBe(`/recommendations/${id}#statement-${statements[0]?.id}`)
    expect((await see(officer, `/recommendations/${id}`)).html).toContain(`id="statement-${statements[0]?.id}"`)
  })

  test('is not there for an agency until the review is released to it, and the attempt is an entry', async () => {
    const { id, reviewId } = await register({ statements: [said({ agencyId: police })] })
    const lead = await makePerson(house, [post(board, 'agency lead', police)], 'Lena Lead')
    expect((await see(lead, `/recommendations/${id}`)).status).toBe(404)
    expect((await see(officer, `/reviews/${reviewId}`)).text).toContain(
      'Lena Lead asked for a recommendation and was not let in',
    )
    await visit(house, officer, `/reviews/${reviewId}/release`, { form: { agency: [police], confirmed: 'yes' } })
    const seen = await see(lead, `/recommendations/${id}`)
    expect(seen.text).toContain('We will do it.')
    expect(seen.text).not.toContain('Dismiss')
    expect(seen.text).not.toContain('Withdraw')
  })

  test('hears a group when it speaks as a whole, and its members one by one when they do', async () => {
    const groupId = house.app.chance.id<never>()
    await house.app.db.as(officer, async tx => {
      const now = house.app.clock.now()
      await tx
        .insertInto('board_group')
        .values({ id: groupId, board_id: board.id, name: `Partners ${unique()}`, created_at: now })
        .execute()
      const members = [police, trust, school].map(agency_id => ({
        group_id: groupId,
        board_id: board.id,
        agency_id,
        joined_at: now,
      }))
      await tx.insertInto('group_member').values(members).execute()
    })
    const addressees = [{ asWritten: 'Partner agencies', agencyId: null, groupId }]
    const some = await register({ addressees, statements: [said({ agencyId: police })] })
    const { text } = await see(officer, `/recommendations/${some.id}`)
    expect(text).toContain('No answer from Vale Trust')
    expect(text).toContain('No answer from Vale Academy')
    expect(text).not.toContain('No answer from Vale Police')
    const all = await register({ addressees, statements: [said({ agencyAsWritten: 'Partner agencies' })] })
    expect((await see(officer, `/recommendations/${all.id}`)).text).not.toContain('No answer from')
  })
})

describe('dismissing', () => {
  const finding = { code: 'open-ended', message: 'It commits to explore.', span: [0, 5], dismissed: null } as const

  test('what the reader noticed asks a reason, keeps it, and can be taken back', async () => {
    const { id, reviewId } = await register({
      statements: [said({ agencyId: police, span: [0, 20] })],
      findings: [finding],
    })
    const row = await house.owner
      .selectFrom('finding')
      .select('id')
      .where('recommendation_id', '=', id)
      .executeTakeFirst()
    const path = `/findings/${row?.id}/dismissal`
    expect((await see(officer, path)).text).toContain('It commits to explore.')
    expect(await send(officer, path, { reason: '' })).toMatchObject({ status: 422 })
    expect((await send(officer, path, { reason: 'Agreed with the Board' })).location).toBe(
      `/recommendations/${id}?said=dismissed`,
    )
    const { text } = await see(officer, `/recommendations/${id}`)
    expect(text).toContain('Dismissed by Olive Officer on 22 November 2026: Agreed with the Board')
    expect(text).toContain('You dismissed with a reason: A promise with no end')
    expect(
      (await see(officer, `/boards/${board.slug}/recommendations?review=${reviewId}&finding=open-ended`)).text,
    ).toContain('Nothing in the register')
    expect((await send(officer, path, { reason: 'Again' })).text).toContain('Somebody has dismissed this already')
    expect((await see(officer, `/findings/${row?.id}/raising`)).text).toContain('Agreed with the Board')
    await send(officer, `/findings/${row?.id}/raising`, { confirmed: 'yes' })
    expect((await see(officer, `/recommendations/${id}`)).text).not.toContain('1 dismissed')
  })

  test('a silent body, a missing date and a passed date no longer count, and the reason stays', async () => {
    const { id, reviewId } = await register({
      statements: [said({ agencyId: police, due: late }), said({ agencyId: police })],
    })
    const page = await see(officer, `/recommendations/${id}`)
    const paths = [...page.html.matchAll(/href="(\/recommendations\/[^"]+\/dismissals\?[^"]+)"/g)].map(match =>
      (match[1] ?? '').replaceAll('&amp;', '&'),
    )
    expect(paths.map(path => new URLSearchParams(path.split('?')[1]).get('code')).sort()).toEqual([
      'no-date',
      'overdue',
      'silent-addressee',
      'silent-addressee',
    ])
    for (const path of paths) {
      expect((await see(officer, path)).status).toBe(200)
      const fields = Object.fromEntries(new URLSearchParams(path.split('?')[1]))
      expect(await send(officer, path.split('?')[0] ?? '', fields)).toMatchObject({ status: 422 })
      const done = await send(officer, path.split('?')[0] ?? '', { ...fields, reason: 'Settled at the meeting' })
      expect(done.location).toBe(`/recommendations/${id}?said=dismissed`)
    }
    const { text } = await see(officer, `/recommendations/${id}`)
    expect(text).toContain('4 dismissed')
    expect(text).not.toContain('No answer from')
    const lists = ['due=overdue', 'due=none', 'finding=silent-addressee']
    for (const list of lists) {
      const found = await see(officer, `/boards/${board.slug}/recommendations?review=${reviewId}&${list}`)
      expect(found.text, list).toContain('Nothing in the register fits these filters')
    }
  })

  test('is not for a chair, and nothing that does not hold can be dismissed', async () => {
    const { id, reviewId } = await register({ statements: [said({ agencyId: police })] })
    expect((await see(officer, `/recommendations/${id}/dismissals?code=unanswered`)).status).toBe(404)
    await visit(house, officer, `/reviews/${reviewId}/release`, { form: { agency: [police], confirmed: 'yes' } })
    const chair = await makePerson(house, [post(board, 'chair')])
    expect((await see(chair, `/recommendations/${id}`)).status).toBe(200)
    expect((await send(chair, `/recommendations/${id}/dismissals`, { code: 'no-date', reason: 'x' })).status).toBe(403)
  })
})
