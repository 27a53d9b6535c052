import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { makeImport, makeReview } from '../../../test/register-world.ts'
import {
  type Board,
  type House,
  makeBoard,
  makePerson,
  post,
  house as sharedHouse,
  type Visitor,
  visit,
} from '../../../test/world.ts'
import { urls } from '../../urls.ts'
import { exclude, joinPanel } from '../reviews/index.ts'

let house: House
let board: Board
let admin: Visitor
let officer: Visitor
let leaver: Visitor
const word = `zq${randomUUID().slice(0, 8)}`

/** Somebody with an import, a redaction that waits, a seat on a panel and an invitation. */
beforeAll(async () => {
  house = await sharedHouse()
  board = await makeBoard(house)
  admin = await makePerson(house, [post(board, 'administrator')], 'Ada Marsh')
  officer = await makePerson(house, [post(board, 'support officer')], 'Oona Field')
  leaver = await makePerson(house, [post(board, 'support officer'), post(board, 'administrator')], 'Lee Ward')
  const reviewId = await makeReview(house, officer, board, { title: `Review ${word}` })
  const { documentId, importId } = await makeImport(house, leaver, { board, reviewId, text: 'That it is done.' })
  await house.app.db.as(leaver, tx =>
    tx.updateTable('import').set({ state: 'ready' }).where('id', '=', importId).execute(),
  )
  const redaction = { extent: 'words', words: 'done', reason: 'A name' }
  await visit(house, leaver, urls.documentRedactions(documentId), { form: redaction })
  await joinPanel(house.app, officer, reviewId, { personId: leaver.id, confirmed: true })
  await visit(house, leaver, urls.invitations(board.slug), {
    form: { name: 'Ivy Dunn', email: `${word}@example.test`, role: 'chair' },
  })
})

const handover = (by: Visitor) => visit(house, by, urls.handover(board.slug, leaver.id))

test('lists for the support team the imports, redactions and panels, each where somebody can go on with it', async () => {
  const { text, html, status } = await handover(officer)
  expect(status).toBe(200)
  for (const words of [
    'Imports that are neither saved',
    'Redactions that wait',
    'Panels on which they sit',
    `Review ${word}`,
  ])
    expect(text).toContain(words)
  expect(text).toContain('OFFICIAL-SENSITIVE')
  expect(html).toMatch(/href="\/imports\/[0-9a-f-]+"/)
  expect(text).not.toContain('Ivy Dunn')
})

test('lists for an administrator the invitations, and nothing of any review', async () => {
  const { text } = await handover(admin)
  expect(text).toContain('Ivy Dunn: Chair or scrutineer')
  expect(text).not.toContain('OFFICIAL-SENSITIVE')
  expect(text).not.toContain(word)
})

test('lists nothing of a review from which the reader is excluded', async () => {
  const kept = await makePerson(house, [post(board, 'support officer')])
  const review = await house.owner
    .selectFrom('review')
    .select('id')
    .where('title', '=', `Review ${word}`)
    .executeTakeFirstOrThrow()
  await exclude(house.app, officer, review.id, { personId: kept.id, reason: 'Knows the family', confirmed: true })
  expect((await handover(kept)).text).not.toContain(word)
})

test('says when there is nothing, and is for the support team and administrators of the board alone', async () => {
  const empty = await visit(house, officer, urls.handover(board.slug, admin.id))
  expect(empty.text).toContain('Nothing that you may see is open in their name')
  const chair = await makePerson(house, [post(board, 'chair')])
  expect((await handover(chair)).status).toBe(403)
  const elsewhere = await makePerson(house, [post(await makeBoard(house), 'support officer')])
  expect((await handover(elsewhere)).status).toBe(404)
  expect((await visit(house, officer, urls.handover(board.slug, elsewhere.id))).status).toBe(404)
})
