/** Legal holds: placed by one, lifted by two, told to everybody who sees the review, and what they forbid meanwhile. */
import { beforeAll, describe, expect, test } from 'vitest'
import { askFor, furnishReview, newName } from '../../../test/redaction-world.ts'
import { makeImport, makeReview } from '../../../test/register-world.ts'
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
import type { DocumentId, LegalHoldId, ReviewId } from '../../store/schema.ts'

let house: House
let board: Board
let officer: Visitor
let second: Visitor
let lead: Visitor
let police: AgencyId
beforeAll(async () => {
  house = await sharedHouse()
  board = await makeBoard(house)
  police = await makeAgency(house, [board], `Vale Police ${house.app.chance.token().slice(0, 6)}`)
  officer = await makePerson(house, [post(board, 'support officer')], 'Olive Officer')
  second = await makePerson(house, [post(board, 'support officer')], 'Sam Second')
  lead = await makePerson(house, [post(board, 'agency lead', police)], 'Lena Lead')
})

const see = (visitor: Visitor, path: string) => visit(house, visitor, path)
const send = (visitor: Visitor, path: string, form: Record<string, string> = {}) =>
  visit(house, visitor, path, { form })
const newReview = () => makeReview(house, officer, board, { title: 'Review of Child A' })
const holdsOf = (id: ReviewId) => `/reviews/${id}/legal-holds`
const inOneYear = { 'again-day': '1', 'again-month': '11', 'again-year': '2099' }
const inquest = { ground: 'inquest', reason: 'The coroner’s letter of 3 May', ...inOneYear }

async function place(reviewId: ReviewId): Promise<string> {
  expect((await send(officer, holdsOf(reviewId), inquest)).location).toBe(`${holdsOf(reviewId)}?said=placed`)
  const { id } = await house.owner
    .selectFrom('legal_hold')
    .select('id')
    .where('review_id', '=', reviewId)
    .orderBy('placed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  return `${holdsOf(reviewId)}/${id satisfies LegalHoldId}`
}

async function lift(hold: string): Promise<void> {
  await send(officer, `${hold}/lifting`, { reason: 'The inquest is over' })
  expect((await send(second, `${hold}/agreement`)).location).toBe(`${hold}?said=lifted`)
}

describe('placing a hold', () => {
  test('says what is missing beside each field, and keeps what was typed', async () => {
    const reviewId = await newReview()
    const shown = await send(officer, holdsOf(reviewId), { reason: 'A letter', 'again-day': '31', 'again-month': '2' })
    for (const mistake of ['Choose why nothing may be destroyed', 'Enter a real day, as in 27 3 2026', 'A letter'])
      expect(shown.text).toContain(mistake)
    const past = { ...inquest, 'again-year': '2001' }
    expect((await send(officer, holdsOf(reviewId), past)).text).toContain(
      'The day to look at it again must be in the future',
    )
    expect((await see(officer, holdsOf(reviewId))).text).toContain('No hold was ever placed on this review')
  })

  test('tells everybody who sees the review, but not why, and stands in its History', async () => {
    const reviewId = await newReview()
    await send(officer, `/reviews/${reviewId}/release`, { agency: police, confirmed: 'yes' })
    await place(reviewId)
    const page = await see(lead, `/reviews/${reviewId}`)
    expect(page.text).toContain('Legal hold. Inquest, since')
    expect(page.text).toContain('Destroy nothing that belongs to this review')
    expect(page.text).not.toContain('coroner’s letter')
    expect(page.text).not.toContain('Look at the legal holds')
    expect((await see(lead, holdsOf(reviewId))).status).toBe(403)
    expect((await see(officer, `/reviews/${reviewId}`)).text).toContain(
      'You placed a legal hold on the review: inquest',
    )
  })

  test('puts it on the list of the board, at the head when its day has come', async () => {
    const [later, sooner] = [await newReview(), await newReview()]
    await place(later)
    const hold = await place(sooner)
    await house.owner
      .updateTable('legal_hold')
      .set({ look_again_on: '2020-01-01' as never })
      .where('review_id', '=', sooner)
      .execute()
    const list = await see(officer, `/boards/${board.slug}/legal-holds`)
    expect(list.text).toContain('1 January 2020 Look now')
    expect(list.html.indexOf(sooner)).toBeLessThan(list.html.indexOf(later))
    expect((await see(lead, `/boards/${board.slug}/legal-holds`)).status).toBe(403)
    expect((await send(officer, `${hold}/keeping`, inOneYear)).location).toBe(`${hold}?said=kept`)
    expect((await see(officer, hold)).text).toContain('To be looked at again 1 November 2099')
  })
})

describe('lifting a hold', () => {
  test('takes a second person, and is told with both names and why', async () => {
    const reviewId = await newReview()
    const hold = await place(reviewId)
    expect((await send(officer, `${hold}/lifting`)).text).toContain('Enter why the hold is no longer needed')
    await send(officer, `${hold}/lifting`, { reason: 'The inquest is over' })
    expect((await send(officer, `${hold}/agreement`)).text).toContain('somebody else must agree')
    expect((await see(officer, `/reviews/${reviewId}`)).text).toContain('Legal hold. Inquest')
    expect((await send(second, `${hold}/agreement`)).location).toBe(`${hold}?said=lifted`)
    const page = await see(second, hold)
    for (const words of ['Lifting asked by Olive Officer', 'The inquest is over', 'Lifted by Sam Second'])
      expect(page.text).toContain(words)
    expect((await see(officer, `/reviews/${reviewId}`)).text).not.toContain('Legal hold.')
  })

  test('can be refused or taken back, and then asked for anew', async () => {
    const hold = await place(await newReview())
    await send(officer, `${hold}/lifting`, { reason: 'Over' })
    expect((await send(officer, `${hold}/refusal`)).location).toBe(`${hold}?said=refused`)
    expect((await send(second, `${hold}/agreement`)).text).toContain('The hold was changed meanwhile')
    await lift(hold)
    expect((await send(second, `${hold}/lifting`, { reason: 'Again' })).status).toBe(422)
    expect((await see(second, hold)).text).not.toContain('Again')
  })
})

describe('while a hold stands', () => {
  const waiting = (id: DocumentId, form: Record<string, string>) => askFor({ house, asker: officer }, id, form)
  const originals = (id: DocumentId) =>
    house.owner.selectFrom('stored_file').select('document_id').where('document_id', '=', id).execute()
  const furnish = (name: string) => furnishReview({ house, board, asker: officer }, name)

  test('no file is redacted as a whole, until two people have lifted it', async () => {
    const { documentId, reviewId } = await furnish(newName())
    const hold = await place(reviewId as ReviewId)
    const asked = await waiting(documentId, { extent: 'file' })
    const shown = await see(second, asked)
    expect(shown.text).toContain('A legal hold stands: Inquest, since')
    expect(shown.text).not.toContain('Agree, and redact now')
    await send(second, `${asked}/agreement`, { kept: 'yes' })
    expect(await originals(documentId)).toHaveLength(1)
    await lift(hold)
    expect((await send(second, `${asked}/agreement`)).location).toBe(`/documents/${documentId}?said=redacted`)
    expect(await originals(documentId)).toEqual([])
  })

  test('words are redacted once somebody says that the originals are kept elsewhere, which the History tells', async () => {
    const name = newName()
    const { documentId, reviewId } = await furnish(name)
    await place(reviewId as ReviewId)
    const asked = await waiting(documentId, { extent: 'words', words: name })
    expect((await see(second, asked)).text).toContain('A copy of these originals is kept as evidence elsewhere')
    expect((await send(second, `${asked}/agreement`)).text).toContain(
      'Confirm that a copy of the originals is kept as evidence elsewhere',
    )
    expect(await originals(documentId)).toHaveLength(1)
    expect((await send(second, `${asked}/agreement`, { kept: 'yes' })).location).toBe(
      `/documents/${documentId}?said=redacted`,
    )
    expect((await see(officer, `/documents/${documentId}`)).text).toContain('while a legal hold stood')
  })

  test('what was written of a hold is redacted as well', async () => {
    const name = newName()
    const { documentId, reviewId } = await furnish(name)
    const hold = await place(reviewId as ReviewId)
    await house.owner
      .updateTable('legal_hold')
      .set({ reason: `The inquest into ${name}` })
      .where('review_id', '=', reviewId as ReviewId)
      .execute()
    const asked = await waiting(documentId, { extent: 'words', words: name })
    await send(second, `${asked}/agreement`, { kept: 'yes' })
    const page = await see(officer, hold)
    expect(page.text).toContain('The inquest into ████')
    expect(page.text).not.toContain(name)
  })

  test('no upload to the review is discarded', async () => {
    const reviewId = await newReview()
    const { importId, documentId } = await makeImport(house, officer, { board, reviewId })
    await house.owner.updateTable('import').set({ state: 'failed' }).where('id', '=', importId).execute()
    await place(reviewId)
    const discarding = `/imports/${importId}/discarding`
    expect((await see(officer, discarding)).text).toContain('Legal hold. Inquest')
    expect((await send(officer, discarding)).location).toBe(discarding)
    expect(await originals(documentId)).toHaveLength(1)
  })
})
