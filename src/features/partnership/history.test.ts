import { beforeAll, describe, expect, test } from 'vitest'
import {
  type Board,
  type House,
  makeBoard,
  makePerson,
  openBoard,
  post,
  type Visitor,
  visit,
} from '../../../test/world.ts'
import { record } from '../../ledger/ledger.ts'
import type { ReviewId } from '../../store/schema.ts'
import { agencyEntry, sentences } from './entries.ts'

let house: House
let board: Board
let admin: Visitor
let officer: Visitor
beforeAll(async () => {
  ;({ house, board, admin, officer } = await openBoard())
})

const path = (of = board) => `/boards/${of.slug}/history`

describe('the history of a board', () => {
  test('says who did what, the latest first, with the names of today', async () => {
    const tom = await makePerson(house, [post(board, 'reader')], 'Tom Hale')
    const name = `Larkmoor Trust ${house.app.chance.token().slice(0, 6)}`
    await visit(house, officer, `/boards/${board.slug}/agencies`, { form: { name } })
    await visit(house, admin, `/boards/${board.slug}/people/${tom.id}/posts`, { form: { role: 'chair' } })
    await visit(house, admin, `/boards/${board.slug}/people/invitations`, {
      form: { name: 'Ivy Stone', email: 'ivy.stone@example.test', role: 'chair' },
    })
    const shown = await visit(house, officer, path())
    expect(shown.text).toMatch(
      new RegExp(`Ada Marsh gave Tom Hale a role: as chair or scrutineer.*You added ${name} to the board`),
    )
    const whole = await visit(house, admin, path())
    expect(whole.text).toMatch(
      new RegExp(`You invited Ivy Stone as chair.*You gave Tom Hale a role: as chair.*Oona Field added ${name}`),
    )
  })

  test('does not tell a support officer whom an administrator invited', async () => {
    expect((await visit(house, officer, path())).text).not.toContain('Ivy Stone')
    expect((await visit(house, officer, path())).text).toContain('Ada Marsh invited a person')
  })

  test('of a new board says that nothing has happened', async () => {
    const own = await makeBoard(house)
    const ada = await makePerson(house, [post(own, 'administrator')])
    expect((await visit(house, ada, path(own))).text).toContain('Nothing has happened yet')
  })

  test('is shown in pages of 50', async () => {
    const own = await makeBoard(house)
    const ada = await makePerson(house, [post(own, 'administrator')], 'Ada Marsh')
    const entry = agencyEntry('agency.renamed', { boardId: own.id, agencyId: own.id as never })
    await house.app.db.as(ada, tx =>
      record(
        house.app,
        tx,
        ada,
        Array.from({ length: 53 }, () => entry),
      ),
    )
    const [first, second] = [await visit(house, ada, path(own)), await visit(house, ada, `${path(own)}?page=2`)]
    expect(first.text).toContain('53 entries, the latest first')
    expect(first.text.match(/You renamed/g)).toHaveLength(50)
    expect(second.text.match(/You renamed/g)).toHaveLength(3)
    expect((await visit(house, ada, `${path(own)}?page=9`)).text).toContain('This page of the history is empty')
  })

  test('holds nothing of a review', async () => {
    const own = await makeBoard(house)
    const oona = await makePerson(house, [post(own, 'support officer')])
    const reviewId = crypto.randomUUID() as ReviewId
    const entry = agencyEntry('agency.renamed', { boardId: own.id, agencyId: own.id as never })
    await house.app.db.as(oona, tx => record(house.app, tx, oona, [{ ...entry, reviewId }]))
    expect((await visit(house, oona, path(own))).text).toContain('Nothing has happened yet')
  })

  test('is for those who run the board alone', async () => {
    for (const role of ['chair', 'subgroup member', 'lead reviewer', 'reader'] as const)
      expect((await visit(house, await makePerson(house, [post(board, role)]), path())).status).toBe(403)
    const other = await makeBoard(house)
    const both = await makePerson(house, [post(other, 'administrator'), post(board, 'chair')])
    expect((await visit(house, both, path())).status).toBe(403)
    const stranger = await makePerson(house, [post(other, 'administrator')])
    expect((await visit(house, stranger, path())).status).toBe(404)
  })
})

test('every kind of entry has a sentence that stands by itself, even when nothing is known of it any more', () => {
  for (const [kind, sentence] of Object.entries(sentences)) {
    expect(sentence({}), kind).toMatch(/^[a-z]/)
    expect(sentence({}), kind).not.toMatch(/undefined|null/)
  }
})
