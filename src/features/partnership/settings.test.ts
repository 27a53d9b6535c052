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

let house: House
let board: Board
let admin: Visitor
let officer: Visitor
beforeAll(async () => {
  ;({ house, board, admin, officer } = await openBoard())
})

const path = (of = board) => `/boards/${of.slug}/settings`
const rowOf = (of = board) =>
  house.owner.selectFrom('board').selectAll().where('id', '=', of.id).executeTakeFirstOrThrow()
const entriesOf = (of = board) =>
  house.owner
    .selectFrom('ledger_entry')
    .select(['kind', 'facts', 'person_id'])
    .where('thing_id', '=', of.id)
    .orderBy('position')
    .execute()

/** The settings as their page shows them, with what is changed. */
async function send(changes: Record<string, string>, { as = admin, of = board } = {}) {
  const { html } = await visit(house, admin, path(of))
  const seen = /name="seen" value="([^"]*)"/.exec(html)?.[1] ?? ''
  const { name, short_name: shortName, marking, second_factor_required: required } = await rowOf(of)
  const form = { name, shortName, marking, secondFactor: required ? 'yes' : 'no', seen, ...changes }
  return visit(house, as, path(of), { form })
}

describe('the settings of a board', () => {
  test('are shown as they stand, with how many people have no second factor', async () => {
    const shown = await visit(house, admin, path())
    expect(shown.status).toBe(200)
    expect(shown.html).toContain(`value="${board.name}"`)
    expect(shown.html).toContain('value="OFFICIAL-SENSITIVE"')
    expect(shown.text).toContain('3 people on the board have none now')
  })

  test('change, and the history says what changed without the words', async () => {
    const own = await makeBoard(house)
    const ada = await makePerson(house, [post(own, 'administrator')], 'Ada Marsh')
    const { html } = await visit(house, ada, path(own))
    const seen = /name="seen" value="([^"]*)"/.exec(html)?.[1] ?? ''
    const form = { name: 'Elm Vale  SCP', shortName: 'Elm', marking: '', secondFactor: 'yes', seen }
    const done = await visit(house, ada, path(own), { form })
    expect(done).toMatchObject({ status: 303, location: `${path(own)}?said=saved` })
    expect(await rowOf(own)).toMatchObject({
      name: 'Elm Vale SCP',
      short_name: 'Elm',
      marking: '',
      second_factor_required: true,
    })
    expect(await entriesOf(own)).toEqual([
      { kind: 'board.renamed', facts: {}, person_id: ada.id },
      { kind: 'board.marking-changed', facts: { removed: true }, person_id: ada.id },
      { kind: 'board.second-factor-changed', facts: { required: true }, person_id: ada.id },
    ])
  })

  test('that are sent as they stood leave no entry', async () => {
    const before = await entriesOf()
    expect((await send({})).status).toBe(303)
    expect(await entriesOf()).toEqual(before)
  })

  test('say after saving that they are saved', async () => {
    expect((await visit(house, admin, `${path()}?said=saved`)).text).toContain('The settings are saved')
  })

  test('say every mistake at once, and show what was typed', async () => {
    const shown = await send({ name: '', shortName: 'x'.repeat(41), marking: 'm'.repeat(61), secondFactor: 'perhaps' })
    expect(shown.status).toBe(422)
    for (const words of [
      'Enter the name of the board',
      'The short name must be 40 characters or fewer',
      'The protective marking must be 60 characters or fewer',
      'Choose whether everybody must have a second factor',
    ])
      expect(shown.text).toContain(words)
    expect(shown.html).toContain('x'.repeat(41))
    expect((await rowOf()).name).toBe(board.name)
  })

  test('that somebody else changed meanwhile are not overwritten', async () => {
    const stale = await send({ name: 'Other name', seen: 'of an older page' })
    expect(stale.status).toBe(409)
    expect((await rowOf()).name).toBe(board.name)
  })

  test('are the administrator’s alone', async () => {
    expect((await visit(house, officer, path())).status).toBe(403)
    expect((await send({ name: 'Taken over' }, { as: officer })).status).toBe(403)
    const other = await makeBoard(house)
    const both = await makePerson(house, [post(other, 'administrator'), post(board, 'chair')])
    expect((await visit(house, both, path())).status).toBe(403)
    expect((await send({ name: 'Taken over' }, { as: both })).status).toBe(403)
    expect((await rowOf()).name).toBe(board.name)
  })

  test('of a board that a person is not on are not there', async () => {
    const stranger = await makePerson(house, [post(await makeBoard(house), 'administrator')])
    expect((await visit(house, stranger, path())).status).toBe(404)
    expect((await send({ name: 'Taken over' }, { as: stranger })).status).toBe(404)
  })
})
