import { beforeAll, describe, expect, test } from 'vitest'
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
import { matchAgency } from './agency-match.ts'
import { findDirectory } from './directory-commands.ts'

let house: House
let board: Board
let officer: Visitor
beforeAll(async () => {
  house = await sharedHouse()
  board = await makeBoard(house)
  officer = await makePerson(house, [post(board, 'support officer')], 'Oona Field')
})

let counter = 0
const fresh = (words: string) => `${words} ${++counter}${house.app.chance.token().slice(0, 5).replace(/\W|_/g, 'x')}`
const path = (id: AgencyId, rest = '') => `/agencies/${id}${rest}?board=${board.slug}`
const july = { 'on-day': '1', 'on-month': '7', 'on-year': '2022' }
const succeed = (id: AgencyId, form: Record<string, string>, as = officer) =>
  visit(house, as, path(id, '/successors'), { form: { ...july, ...form } })
const endOf = async (id: AgencyId) =>
  (await house.owner.selectFrom('agency').select('ended_on').where('id', '=', id).executeTakeFirst())?.ended_on
const rowsOf = (id: AgencyId) =>
  house.owner.selectFrom('agency_succession').selectAll().where('agency_id', '=', id).execute()
const match = (name: string) =>
  house.app.db.as(officer, async tx => matchAgency(name, await findDirectory(tx, board.id))?.id)

describe('what took an agency’s place', () => {
  test('is recorded in a sentence, seats the successor and ends the body that went', async () => {
    const [ccg, icb] = [fresh('NHS Stour CCG'), fresh('NHS Stour ICB')]
    const id = await makeAgency(house, [board], ccg)
    expect((await succeed(id, { successor: icb })).location).toBe(`${path(id)}&said=succeeded`)
    const shown = await visit(house, officer, path(id))
    expect(shown.text).toContain(`On 1 July 2022 ${ccg} became ${icb}`)
    expect(shown.text).toContain(`You recorded that ${icb} took the place of ${ccg} on 1 July 2022`)
    expect(await endOf(id)).toBe('2022-07-01')
    const list = await visit(house, officer, `/boards/${board.slug}/agencies`)
    expect(list.text).toContain(`Ended on 1 July 2022: now ${icb}`)
    const heir = (await rowsOf(id))[0]?.successor_id as AgencyId
    expect((await visit(house, officer, path(heir))).text).toContain(`On 1 July 2022 ${ccg} became ${icb}`)
  })

  test('is the body that a document’s old name stands for once the old body is off the board', async () => {
    const [pct, ccg, icb] = [fresh('Stour PCT'), fresh('Stour CCG'), fresh('Stour ICB')]
    const [first, second] = [await makeAgency(house, [board], pct), await makeAgency(house, [board], ccg)]
    await succeed(first, { successor: ccg, 'on-year': '2013', 'on-month': '4' })
    await succeed(second, { successor: icb })
    expect(await match(pct)).toBe(first)
    const heir = (await rowsOf(second))[0]?.successor_id
    for (const id of [first, second])
      await visit(house, officer, `/boards/${board.slug}/agencies/${id}/removal`, { form: {} })
    expect(await match(pct)).toBe(heir)
    expect(await match(ccg)).toBe(heir)
    const shown = await visit(house, officer, path(heir as AgencyId))
    expect(shown.text).toContain(`On 1 April 2013 ${pct} became ${ccg}`)
  })

  test('may be an agency of the board by any of its names, or one that other boards know', async () => {
    const [a, b] = [await makeAgency(house, [board]), await makeAgency(house, [board])]
    const alias = fresh('The Heir')
    await visit(house, officer, path(b, '/aliases'), { form: { alias } })
    await succeed(a, { successor: alias })
    expect((await rowsOf(a))[0]?.successor_id).toBe(b)
    const name = fresh('Neighbour Trust')
    const known = await makeAgency(house, [await makeBoard(house)], name)
    await succeed(b, { successor: name.toUpperCase() })
    expect((await rowsOf(b))[0]?.successor_id).toBe(known)
  })

  test('may be to come', async () => {
    const [id, next] = [await makeAgency(house, [board]), fresh('Next Body')]
    await succeed(id, { successor: next, 'on-year': '2027' })
    expect((await visit(house, officer, path(id))).text).toContain('On 1 July 2027')
    expect((await visit(house, officer, path(id))).text).toContain(`becomes ${next}`)
    expect((await visit(house, officer, `/boards/${board.slug}/agencies`)).text).toContain('Ends on 1 July 2027')
  })

  test('may be several bodies, and the last day counts', async () => {
    const id = await makeAgency(house, [board])
    await succeed(id, { successor: fresh('North') })
    await succeed(id, { successor: fresh('South'), 'on-year': '2023' })
    expect(await endOf(id)).toBe('2023-07-01')
  })

  test('recorded by mistake is withdrawn, which stands in the history, and can be recorded again', async () => {
    const [id, next] = [await makeAgency(house, [board]), fresh('Wrong Body')]
    await succeed(id, { successor: next })
    const [row] = await rowsOf(id)
    const withdrawal = path(id, `/successors/${row?.id}/withdrawal`)
    expect((await visit(house, officer, withdrawal, { form: {} })).location).toBe(`${path(id)}&said=withdrawn`)
    const shown = await visit(house, officer, path(id))
    expect(shown.text).toContain('No body is recorded that it came from')
    expect(shown.text).toContain(`withdrew the record that ${next} took the place of`)
    expect(await endOf(id)).toBeNull()
    expect((await visit(house, officer, withdrawal, { form: {} })).status).toBe(404)
    await succeed(id, { successor: next, 'on-year': '2021' })
    expect(await endOf(id)).toBe('2021-07-01')
    expect(await rowsOf(id)).toHaveLength(1)
  })

  test('cannot be itself, what it is already, or a body that it came from', async () => {
    const [a, b] = [fresh('First Body'), fresh('Second Body')]
    const id = await makeAgency(house, [board], a)
    expect((await succeed(id, { successor: a })).text).toContain('cannot take its own place')
    await succeed(id, { successor: b })
    expect((await succeed(id, { successor: b })).text).toContain('This is recorded already')
    const heir = (await rowsOf(id))[0]?.successor_id as AgencyId
    const back = await succeed(heir, { successor: a })
    expect([back.status, back.text.includes('cannot be the other way round')]).toEqual([422, true])
  })

  test('cannot be a group, and needs a name and a day of the calendar', async () => {
    const id = await makeAgency(house, [board])
    const group = fresh('All health bodies')
    await visit(house, officer, `/boards/${board.slug}/groups`, { form: { name: group } })
    expect((await succeed(id, { successor: group })).text).toContain('is a group of this board already')
    const empty = await succeed(id, { successor: '', 'on-day': '30', 'on-month': '2' })
    expect(empty.status).toBe(422)
    expect(empty.text).toContain('Enter the name of the body that took its place')
    expect(empty.text).toContain('Enter the day of the change')
    expect(empty.html).toContain('value="30"')
    expect(await rowsOf(id)).toEqual([])
  })

  test('is recorded and withdrawn by those who keep the directory alone', async () => {
    const id = await makeAgency(house, [board])
    await succeed(id, { successor: fresh('Heir') })
    const [row] = await rowsOf(id)
    const reader = await makePerson(house, [post(board, 'reader')])
    expect((await succeed(id, { successor: fresh('Mine') }, reader)).status).toBe(403)
    expect((await visit(house, reader, path(id, `/successors/${row?.id}/withdrawal`), { form: {} })).status).toBe(403)
    const other = await makeAgency(house, [board])
    expect((await visit(house, officer, path(other, `/successors/${row?.id}/withdrawal`), { form: {} })).status).toBe(
      404,
    )
    expect((await rowsOf(id))[0]?.withdrawn_at).toBeNull()
  })
})
