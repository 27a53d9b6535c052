/** A stored document: what is known of it, its original, and the words that the register rests on. */
import { beforeAll, describe, expect, test } from 'vitest'
import { emptyInput, makeImport, makeReview } from '../../../test/register-world.ts'
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
import type { DocumentId, ReviewId } from '../../store/schema.ts'
import { saveToRegister } from '../recommendations/index.ts'

let house: House
let board: Board
let officer: Visitor
let chair: Visitor
let lead: Visitor
let police: AgencyId
let reviewId: ReviewId
let documentId: DocumentId
const text = 'Response of the Board.\nRecommendation 1 is accepted by all.\nThe end & more <b>'
beforeAll(async () => {
  house = await sharedHouse()
  board = await makeBoard(house)
  police = await makeAgency(house, [board])
  officer = await makePerson(house, [post(board, 'support officer')], 'Olga Reed')
  chair = await makePerson(house, [post(board, 'chair')])
  lead = await makePerson(house, [post(board, 'agency lead', police)])
  reviewId = await makeReview(house, officer, board, { title: 'Review of Child Wren' })
  const source = await makeImport(house, officer, { board, reviewId, text })
  documentId = source.documentId
  await house.app.db.as(officer, tx => saveToRegister(house.app, tx, officer, emptyInput(reviewId, source)))
})

const see = (visitor: Visitor, path = '') => visit(house, visitor, `/documents/${documentId}${path}`)

describe('the page of a document', () => {
  test('says what came in, when, by whom, how large, with its hash and whether it was scanned', async () => {
    const { status, text } = await see(officer)
    expect(status).toBe(200)
    for (const words of [
      'response.txt',
      'Review of Child Wren',
      'Olga Reed',
      'Scanned, nothing found',
      '78 bytes',
      'a'.repeat(64),
    ])
      expect(text).toContain(words)
    expect(text).toContain('22 November 2026')
  })

  test('is not there for a person without standing', async () => {
    for (const path of ['', '/original', '/words', '/words?from=0&to=5']) {
      expect((await see(chair, path)).status).toBe(404)
    }
  })

  test('is there, without redaction and history, for an agency that the review is released to', async () => {
    const form = { agency: police, confirmed: 'yes' }
    await visit(house, officer, `/reviews/${reviewId}/release`, { form })
    const { status, text } = await see(lead)
    expect(status).toBe(200)
    expect(text).not.toMatch(/Redact|History/)
    expect((await see(lead, '/redactions')).status).toBe(403)
    expect((await see(lead, '/words?from=0&to=8')).text).toContain('Response of the Board.')
    await visit(house, officer, `/reviews/${reviewId}/release/ending`, { form: {} })
    expect((await see(lead)).status).toBe(404)
  })
})

describe('the original', () => {
  test('comes as a file to keep, byte for byte, never as a page, and who had it is recorded', async () => {
    const file = await see(officer, '/original')
    expect(file.bytes.toString()).toBe(text)
    expect(file.headers['content-type']).toBe('application/octet-stream')
    expect(file.headers['content-disposition']).toContain('attachment; filename="OFFICIAL-SENSITIVE-response.txt"')
    expect(file.headers['content-security-policy']).toContain('sandbox')
    expect((await see(officer)).text).toContain('You downloaded the original')
  })
})

describe('an attempt at a document without standing', () => {
  test('is answered as if there were nothing, and is an entry of its review', async () => {
    await see(officer, '/original')
    const nothing = await visit(house, chair, `/documents/${house.app.chance.id()}`)
    const refused = await see(chair)
    // The sheet of a printed page ends with the address that was asked for, which differs.
    const address = /\/documents\/[0-9a-f-]{36}/g
    expect(refused.status).toBe(404)
    expect(refused.text.replace(address, '')).toBe(nothing.text.replace(address, ''))
    const entries = await house.owner
      .selectFrom('ledger_entry')
      .select(['kind', 'review_id', 'person_id'])
      .where('thing_id', '=', documentId)
      .orderBy('position', 'desc')
      .execute()
    expect(entries).toContainEqual({ kind: 'attempt.unseen', review_id: reviewId, person_id: chair.id })
  })
})

describe('the words in a document', () => {
  test('are highlighted where they stand, with what is around them', async () => {
    const { html, text } = await see(officer, '/words?from=23&to=39')
    expect(html).toMatch(/<mark[^>]*>Recommendation 1<\/mark>/)
    expect(text).toContain('Response of the Board.')
  })

  test('are only ever text', async () => {
    const { html } = await see(officer, '/words')
    expect(html).toContain('&lt;b>')
  })

  test('say so when the place lies behind the end', async () => {
    const { status, text } = await see(officer, '/words?from=90000&to=90010')
    expect(status).toBe(200)
    expect(text).toContain('The text ends before this place')
  })

  test.each(['from=a&to=b', 'from=-5&to=2', 'from=9&to=3', 'page=x'])('take "%s" for the beginning', async query => {
    const { status, text } = await see(officer, `/words?${query}`)
    expect([status, text.includes('The text of the document')]).toEqual([200, true])
  })

  test('are not there before the document is in the register', async () => {
    const other = await makeReview(house, officer, board)
    const source = await makeImport(house, officer, { board, reviewId: other })
    const answer = await visit(house, officer, `/documents/${source.documentId}/words`)
    expect(answer.text).toContain('The text of this document is not in the register')
  })
})
