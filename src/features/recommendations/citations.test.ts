/** Citations of guidance: added, corrected, withdrawn and put back by hand, and what counts then. */
import { beforeAll, expect, test } from 'vitest'
import { emptyInput, makeImport, makeReview, said } from '../../../test/register-world.ts'
import { type Board, type House, makePerson, openBoard, post, type Visitor, visit } from '../../../test/world.ts'
import type { ReviewId } from '../../store/schema.ts'
import { saveToRegister } from './index.ts'

let house: House
let board: Board
let officer: Visitor
let reviewId: ReviewId
beforeAll(async () => {
  ;({ house, board, officer } = await openBoard())
  reviewId = await makeReview(house, officer, board)
  const source = await makeImport(house, officer, { board, reviewId })
  const citations = [
    { asWritten: 'Working Together 2015', guidance: 'working-together', edition: '2015', span: [40, 61] as const },
  ]
  await house.app.db.as(officer, tx =>
    saveToRegister(house.app, tx, officer, {
      ...emptyInput(reviewId, source),
      citations,
      recommendations: [
        {
          registered: null,
          number: '1',
          text: 'That visits are recorded.',
          span: [0, 10],
          parts: [],
          addressees: [],
          statements: [said({})],
          findings: [],
        },
      ],
    }),
  )
})

const see = (path: string, visitor = officer) => visit(house, visitor, path)
const send = (path: string, form: Record<string, string>, visitor = officer) => visit(house, visitor, path, { form })
const idOf = async (words: string) => {
  const row = await house.owner
    .selectFrom('citation')
    .select('id')
    .where('review_id', '=', reviewId)
    .where('as_written', '=', words)
    .executeTakeFirstOrThrow()
  return row.id
}
const guidance = async () => (await see(`/boards/${board.slug}/guidance`)).text
const stampOf = async (path: string) => /name="seen" value="([^"]+)"/.exec((await see(path)).html)?.[1] ?? ''

test('one that is withdrawn no longer counts, and can be put back', async () => {
  const id = await idOf('Working Together 2015')
  expect(await guidance()).toContain('Working Together')
  expect((await send(`/citations/${id}/withdrawal`, { reason: 'It is the title of a course' })).location).toBe(
    `/reviews/${reviewId}/citations?said=withdrawn`,
  )
  expect(await guidance()).not.toContain('2015')
  expect((await see(`/reviews/${reviewId}`)).text).toContain('None is recorded')
  const list = await see(`/reviews/${reviewId}/citations`)
  expect(list.text).toContain('Withdrawn from the register on 22 November 2026')
  expect(list.text).toContain('withdrew a citation of guidance: “Working Together 2015”. Reason: It is the title of')
  expect((await see(`/citations/${id}/corrections`)).status).toBe(404)
  expect((await send(`/citations/${id}/reinstatement`, { reason: 'It was right' })).status).toBe(303)
  expect(await guidance()).toContain('2015')
  expect((await see(`/reviews/${reviewId}`)).text).toContain('put a citation of guidance back')
})

test('one whose edition was misread is corrected, with what it said before', async () => {
  const id = await idOf('Working Together 2015')
  const path = `/citations/${id}/corrections`
  const form = { guidance: 'working-together', asWritten: 'Working Together 2015', seen: await stampOf(path) }
  expect((await send(path, { ...form, edition: '2018', reason: '' })).text).toContain('Enter why')
  await send(path, { ...form, edition: '2018', reason: 'The page says 2018' })
  const list = (await see(`/reviews/${reviewId}/citations`)).text
  expect(list).toContain('the edition was “2015” and is “2018”')
  expect((await send(path, { ...form, edition: '2013', reason: 'x' })).status).toBe(409)
})

test('one that was missed is added, and stands in no document', async () => {
  const path = `/reviews/${reviewId}/citations`
  expect((await send(path, { guidance: '', edition: '', asWritten: '', reason: 'x' })).text).toContain(
    'Choose the guidance from the list',
  )
  const added = { guidance: 'working-together', edition: '2013', asWritten: '', reason: 'Page 4 of the annex' }
  expect((await send(path, added)).location).toBe(`${path}?said=added`)
  const list = (await see(path)).text
  expect(list).toContain('2013 (added by hand)')
  expect(list).toContain('Reason: Page 4 of the annex')
  expect(await guidance()).toContain('2013')
})

test('is the support team’s alone', async () => {
  const chair = await makePerson(house, [post(board, 'chair')])
  await house.owner.updateTable('review').set({ standing: 'released' }).where('id', '=', reviewId).execute()
  const id = await idOf('Working Together 2015')
  expect((await see(`/reviews/${reviewId}`, chair)).status).toBe(200)
  expect((await see(`/reviews/${reviewId}/citations`, chair)).status).toBe(403)
  const forms = [`/reviews/${reviewId}/citations`, `/citations/${id}/corrections`, `/citations/${id}/withdrawal`]
  for (const path of forms) expect((await send(path, { reason: 'x' }, chair)).status, path).toBe(403)
})
