/** The pages of legal holds in Chromium, on a phone and on a desk: axe, nothing wider than the screen. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { faultsOf, type LookedAt, noFaults, openLookedAt, windowFor } from '../../../test/looked-at.ts'
import { askFor, furnishReview } from '../../../test/redaction-world.ts'
import { type Board, makeBoard, makePerson, post, type Visitor, visit } from '../../../test/world.ts'

let at: LookedAt
let board: Board
let officer: Visitor
let review: string
let hold: string
let redaction: string

beforeAll(async () => {
  at = await openLookedAt()
  const { house } = at
  board = await makeBoard(house, { name: 'Northshire Safeguarding Children Partnership' })
  officer = await makePerson(house, [post(board, 'support officer')], 'Ada Marsh')
  const second = await makePerson(house, [post(board, 'support officer')], 'Ben Field')
  const { documentId, reviewId } = await furnishReview({ house, board, asker: officer }, 'Zara Featherstonehaugh')
  review = `/reviews/${reviewId}`
  const again = { 'again-day': '1', 'again-month': '11', 'again-year': '2099' }
  const form = { ground: 'inquest', reason: 'The coroner’s letter of 3 May', ...again }
  await visit(house, officer, `${review}/legal-holds`, { form })
  const [row] = await house.owner.selectFrom('legal_hold').select('id').execute()
  hold = `${review}/legal-holds/${row?.id}`
  await visit(house, second, `${hold}/lifting`, { form: { reason: 'The inquest is over' } })
  redaction = await askFor({ house, asker: second }, documentId, { extent: 'words', words: 'Zara' })
})
afterAll(() => at?.close())

describe.each([320, 1280])('at %i pixels', width => {
  const window = windowFor(() => ({ at, visitor: officer }), width)

  test('every page of legal holds can be read and used by everybody', { timeout: 60_000 }, async () => {
    const page = window()
    const paths = [review, `${review}/legal-holds`, hold, `/boards/${board.slug}/legal-holds`, redaction]
    for (const path of paths) {
      const reply = await page.goto(at.address + path)
      expect({ path, status: reply?.status(), ...(await faultsOf(page)) }).toEqual({ path, status: 200, ...noFaults })
    }
  })

  test('a mistake is led to from the top of the page', async () => {
    const page = window()
    await page.goto(`${at.address}${review}/legal-holds`)
    await page.getByRole('button', { name: 'Place the hold' }).click()
    expect(await page.title()).toMatch(/^Error: /)
    expect(await faultsOf(page)).toEqual(noFaults)
    await page.getByRole('link', { name: 'Enter the day on which somebody looks at it again' }).click()
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('again-day')
    await page.goto(at.address + redaction)
    await page.getByRole('button', { name: 'Agree, and redact now' }).click()
    await page.getByRole('link', { name: 'Confirm that a copy of the originals' }).click()
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('kept')
    expect(await faultsOf(page)).toEqual(noFaults)
  })
})
