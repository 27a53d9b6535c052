/** Reviews through the app: added and corrected by hand, opened and closed to people and agencies. */
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
import type { ReviewId } from '../../store/schema.ts'
import { saveToRegister } from '../recommendations/index.ts'

let house: House
let board: Board
let officer: Visitor
let chair: Visitor
let lead: Visitor
let reviewer: Visitor
let police: AgencyId
let health: AgencyId
beforeAll(async () => {
  house = await sharedHouse()
  board = await makeBoard(house)
  police = await makeAgency(house, [board], `Vale Police ${house.app.chance.token().slice(0, 6)}`)
  health = await makeAgency(house, [board], `Vale Trust ${house.app.chance.token().slice(0, 6)}`)
  officer = await makePerson(house, [post(board, 'support officer')], 'Olive Officer')
  chair = await makePerson(house, [post(board, 'chair')], 'Charlie Chair')
  lead = await makePerson(house, [post(board, 'agency lead', police)], 'Lena Lead')
  reviewer = await makePerson(house, [post(board, 'lead reviewer')], 'Rita Reviewer')
})

const see = (visitor: Visitor, path: string) => visit(house, visitor, path)
const send = (visitor: Visitor, path: string, form: Record<string, string | readonly string[]>) =>
  visit(house, visitor, path, { form })
const newReview = (title = 'Review of Child A') => makeReview(house, officer, board, { title })
const kinds = async (id: ReviewId) =>
  (
    await house.owner
      .selectFrom('ledger_entry')
      .select('kind')
      .where('review_id', '=', id)
      .orderBy('position')
      .execute()
  ).map(row => row.kind)

/** A review that asks the Police, who answer, and the Trust, who do not. */
async function asked(title: string): Promise<ReviewId> {
  const reviewId = await newReview(title)
  const source = await makeImport(house, officer, { board, reviewId })
  await house.app.db.as(officer, tx =>
    saveToRegister(house.app, tx, officer, {
      ...emptyInput(reviewId, source),
      recommendations: [
        {
          registered: null,
          number: '1',
          text: 'That absences are reported.',
          span: [0, 9],
          parts: [],
          addressees: [
            { asWritten: 'the Police', agencyId: police, groupId: null },
            { asWritten: 'the Trust', agencyId: health, groupId: null },
          ],
          statements: [said({ agencyId: police, due: { asWritten: 'May 2025', from: null, to: day('2025-05-31') } })],
          findings: [],
        },
      ],
      findings: [
        { code: 'never-existed', message: 'The 2016 edition was never published.', span: [4, 9], dismissed: null },
      ],
      citations: [{ asWritten: 'Working Together 2015', guidance: 'working-together', edition: '2015', span: [4, 9] }],
    }),
  )
  return reviewId
}

describe('the list of reviews', () => {
  test('says how many there are, marks what is restricted and counts what stands in each register', async () => {
    const id = await asked('Review of Child Wren')
    const { status, text, html } = await see(officer, `/boards/${board.slug}/reviews`)
    expect(status).toBe(200)
    expect(text).toContain('Review of Child Wren')
    expect(text).toContain('Restricted')
    expect(text).toContain('OFFICIAL-SENSITIVE')
    expect(html).toContain(`/boards/${board.slug}/recommendations?review=${id}&amp;show=statements&amp;due=overdue`)
  })

  test('shows to each person the reviews that the person may see, and tells the others why it is empty', async () => {
    await newReview('Review of Child Robin')
    const { text } = await see(lead, `/boards/${board.slug}/reviews`)
    expect(text).toContain('There is no review that you can see')
    expect(text).not.toContain('Child Robin')
  })

  test('narrows to a kind, and says so when nothing is of that kind', async () => {
    const { text } = await see(officer, `/boards/${board.slug}/reviews?type=dhr`)
    expect(text).toContain('Kind: Domestic homicide or abuse related death review')
    expect(text).toContain('No review is as you asked')
  })
})

describe('a review by hand', () => {
  test('is added as restricted, and its history says who did it', async () => {
    const form = {
      title: 'Review of Child Jay',
      type: 'sar',
      'considered-day': '1',
      'considered-month': '2',
      'considered-year': '2024',
    }
    const done = await send(officer, `/boards/${board.slug}/reviews`, form)
    expect(done.status).toBe(303)
    const { text } = await see(officer, done.location ?? '')
    expect(text).toContain('Safeguarding adults review Review of Child Jay')
    expect(text).toContain('1 February 2024')
    expect(text).toContain('You added the review, as restricted')
  })

  test('is not added without a title, and every mistake is said at once', async () => {
    const { status, text } = await send(officer, `/boards/${board.slug}/reviews`, {
      'considered-day': '31',
      'considered-month': '2',
    })
    expect(status).toBe(422)
    for (const words of ['Enter the title of the review', 'Choose the kind of review', 'Enter a real day'])
      expect(text).toContain(words)
  })

  test('is corrected with a reason, and what it said before is kept', async () => {
    const id = await newReview('Review of Child Finch')
    const form = { title: 'Review of Child Siskin', type: 'scr' }
    expect(await send(officer, `/reviews/${id}/corrections`, form)).toMatchObject({ status: 422 })
    const done = await send(officer, `/reviews/${id}/corrections`, { ...form, reason: 'Published under another name' })
    expect(done.location).toBe(`/reviews/${id}?said=corrected`)
    const { text } = await see(officer, `/reviews/${id}`)
    expect(text).toContain('Review of Child Siskin')
    expect(text).toContain(
      'was “Review of Child Finch” and is “Review of Child Siskin”. Reason: Published under another name',
    )
    expect(text).toContain('You corrected 2 facts of the review')
  })

  test('is not added or corrected by a chair', async () => {
    const id = await newReview()
    expect(await send(chair, `/boards/${board.slug}/reviews`, { title: 'X' })).toMatchObject({ status: 403 })
    expect(await send(chair, `/reviews/${id}/corrections`, { title: 'X' })).toMatchObject({ status: 403 })
  })
})

describe('the page of a review', () => {
  test('shows what is missing, late, noticed and out of date, each with the way to it', async () => {
    const id = await asked('Review of Child Dunnock')
    const { text, html } = await see(officer, `/reviews/${id}`)
    expect(text).toContain('1 body silent')
    expect(text).toContain('1 promise overdue')
    expect(text).toContain('The 2016 edition was never published.')
    expect(text).toContain('Superseded, the current edition is 2026')
    expect(html).toMatch(/documents\/[0-9a-f-]+\/words\?from=4&amp;to=9/)
  })
})

describe('the panel', () => {
  test('opens a restricted review to a person once it is confirmed, and closes it again', async () => {
    const id = await newReview('Review of Child Merlin')
    expect(await see(reviewer, `/reviews/${id}`)).toMatchObject({ status: 404 })
    const look = await send(officer, `/reviews/${id}/panel`, { person: reviewer.id })
    expect(look.text).toContain('Put Rita Reviewer on the panel')
    expect(await see(reviewer, `/reviews/${id}`)).toMatchObject({ status: 404 })
    await send(officer, `/reviews/${id}/panel`, { person: reviewer.id, confirmed: 'yes' })
    expect((await see(reviewer, `/reviews/${id}`)).text).toContain('Review of Child Merlin')
    expect((await see(officer, `/reviews/${id}/panel/${reviewer.id}/leaving`)).text).toContain('Take Rita Reviewer off')
    await send(officer, `/reviews/${id}/panel/${reviewer.id}/leaving`, { confirmed: 'yes' })
    expect((await see(officer, `/reviews/${id}/panel/${reviewer.id}/leaving`)).status).toBe(404)
    expect(await see(reviewer, `/reviews/${id}`)).toMatchObject({ status: 404 })
    const { text } = await see(officer, `/reviews/${id}`)
    expect(text).toContain('You put Rita Reviewer on the panel')
    expect(text).toContain('You took Rita Reviewer off the panel')
  })

  test('takes nobody twice, nobody who is excluded and nobody from elsewhere', async () => {
    const id = await newReview()
    const seat = (person: Visitor) => send(officer, `/reviews/${id}/panel`, { person: person.id, confirmed: 'yes' })
    await seat(reviewer)
    expect((await seat(reviewer)).text).toContain('Rita Reviewer is on the panel already')
    await send(officer, `/reviews/${id}/exclusions`, { person: chair.id, reason: 'Related', confirmed: 'yes' })
    expect((await seat(chair)).text).toContain('Charlie Chair is excluded from this review')
    const stranger = await makePerson(house, [post(await makeBoard(house), 'chair')])
    expect((await seat(stranger)).text).toContain('Choose a person from the list')
  })
})

describe('an exclusion', () => {
  test('ends all sight of the review at once, also for a support officer, and can be lifted', async () => {
    const id = await newReview('Review of Child Kite')
    const other = await makePerson(house, [post(board, 'support officer')], 'Otto Officer')
    expect((await see(other, `/reviews/${id}`)).status).toBe(200)
    const form = { person: other.id, reason: 'A relative of the family' }
    expect((await send(officer, `/reviews/${id}/exclusions`, { ...form, reason: '' })).text).toContain('Enter why')
    expect((await send(officer, `/reviews/${id}/exclusions`, form)).text).toContain('Exclude Otto Officer')
    expect((await see(other, `/reviews/${id}`)).status).toBe(200)
    await send(officer, `/reviews/${id}/exclusions`, { ...form, confirmed: 'yes' })
    expect((await see(other, `/reviews/${id}`)).status).toBe(404)
    expect((await see(other, `/boards/${board.slug}/reviews`)).text).not.toContain('Child Kite')
    expect((await see(officer, `/reviews/${id}/exclusions`)).text).toContain('A relative of the family')
    expect((await see(officer, `/reviews/${id}/exclusions/${other.id}/lifting`)).text).toContain('Lift the exclusion')
    await send(officer, `/reviews/${id}/exclusions/${other.id}/lifting`, { confirmed: 'yes' })
    expect((await see(other, `/reviews/${id}`)).status).toBe(200)
    expect(await kinds(id)).toEqual(expect.arrayContaining(['exclusion.made', 'exclusion.lifted']))
  })

  test('can be of oneself, and is recorded', async () => {
    const id = await newReview('Review of Child Harrier')
    const other = await makePerson(house, [post(board, 'support officer')])
    const done = await send(other, `/reviews/${id}/exclusions`, {
      person: other.id,
      reason: 'I knew her',
      confirmed: 'yes',
    })
    expect(done).toMatchObject({ status: 303, location: '/?said=excluded' })
    expect((await see(other, `/reviews/${id}`)).status).toBe(404)
    expect(await kinds(id)).toContain('exclusion.made')
  })
})

describe('the last of the support team', () => {
  test('cannot be excluded, because nobody could lift it', async () => {
    const small = await makeBoard(house)
    const only = await makePerson(house, [post(small, 'support officer')])
    const id = await makeReview(house, only, small)
    const form = { person: only.id, reason: 'I know the family', confirmed: 'yes' }
    const answer = await send(only, `/reviews/${id}/exclusions`, form)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Nobody of the support team would see this review')
    expect((await see(only, `/reviews/${id}`)).status).toBe(200)
  })
})

describe('a release', () => {
  test('is offered to the agencies that are asked or answer, and opens the review to their people alone', async () => {
    const id = await asked('Review of Child Osprey')
    const form = await see(officer, `/reviews/${id}/release`)
    expect(form.html.match(/checked/g)).toHaveLength(2)
    expect((await send(officer, `/reviews/${id}/release`, {})).text).toContain(
      'Choose the agencies that may see the review',
    )
    expect((await send(officer, `/reviews/${id}/release`, { agency: [police] })).text).toContain('Vale Police')
    expect((await see(lead, `/reviews/${id}`)).status).toBe(404)
    await send(officer, `/reviews/${id}/release`, { agency: [police], confirmed: 'yes' })
    expect((await see(lead, `/reviews/${id}`)).status).toBe(200)
    expect((await see(chair, `/reviews/${id}`)).status).toBe(200)
    const nurse = await makePerson(house, [post(board, 'agency lead', health)])
    expect((await see(nurse, `/reviews/${id}`)).status).toBe(404)
    expect((await see(officer, `/reviews/${id}`)).text).toContain('You released the review to 1 agency')
  })

  test('is taken back from everybody, after a page that says from whom', async () => {
    const id = await asked('Review of Child Falcon')
    await send(officer, `/reviews/${id}/release`, { agency: [police, health], confirmed: 'yes' })
    expect((await see(officer, `/reviews/${id}/release/ending`)).text).toContain('Vale Trust')
    await send(officer, `/reviews/${id}/release/ending`, { confirmed: 'yes' })
    expect((await see(lead, `/reviews/${id}`)).status).toBe(404)
    expect(await kinds(id)).toContain('review.taken-back')
  })

  test('goes to no agency that does not sit on the board, and is not given by a chair', async () => {
    const id = await asked('Review of Child Hobby')
    const foreign = await makeAgency(house, [await makeBoard(house)])
    const done = await send(officer, `/reviews/${id}/release`, { agency: [foreign], confirmed: 'yes' })
    expect(done.text).toContain('Choose only agencies that sit on the board')
    expect((await send(chair, `/reviews/${id}/release`, { agency: [police] })).status).toBe(403)
  })
})

describe('an attempt at a review without standing', () => {
  test('is answered as if there were nothing, and is an entry that the support team reads', async () => {
    const id = await newReview('Review of Child Shrike')
    const admin = await makePerson(house, [post(board, 'administrator')], 'Ada Admin')
    const nothing = await see(admin, `/reviews/${house.app.chance.id()}`)
    const refused = await see(admin, `/reviews/${id}`)
    expect(refused.status).toBe(404)
    // The sheet of a printed page ends with the address that was asked for, which differs.
    const address = /\/reviews\/[0-9a-f-]{36}/g
    expect(refused.text.replace(address, '')).toBe(nothing.text.replace(address, ''))
    expect(await kinds(id)).toContain('attempt.unseen')
    expect((await see(officer, `/reviews/${id}`)).text).toContain('Ada Admin asked for a review and was not let in')
  })

  test('leaves no entry where there is nothing', async () => {
    const before = await house.owner.selectFrom('ledger_entry').select('id').execute()
    await see(lead, `/reviews/${house.app.chance.id()}`)
    expect(await house.owner.selectFrom('ledger_entry').select('id').execute()).toHaveLength(before.length)
  })
})
