import { beforeAll, describe, expect, test } from 'vitest'
import {
  type Board,
  type House,
  makeAgency,
  makeBoard,
  makePerson,
  openBoard,
  post,
  type Visitor,
  visit,
} from '../../../test/world.ts'
import type { AgencyId } from '../../access/actor.ts'

let house: House
let board: Board
let police: AgencyId
let health: AgencyId
let officer: Visitor
let reader: Visitor
beforeAll(async () => {
  ;({ house, board, officer, reader } = await openBoard())
  police = await makeAgency(house, [board], `Police ${house.app.chance.token()}`)
  health = await makeAgency(house, [board], `Health ${house.app.chance.token()}`)
})

const list = (of = board) => `/boards/${of.slug}/groups`
let counter = 0
const fresh = (words: string) => `${words} ${++counter}`
const make = (form: Record<string, string | string[]>, as = officer, of = board) => visit(house, as, list(of), { form })
/** A new group, by its path and its id. */
async function made(form: Record<string, string | string[]>) {
  const { location } = await make(form)
  const path = (location ?? '').split('?')[0] ?? ''
  return { path, id: path.split('/').at(-1) ?? '' }
}
const membersOf = async (id: string) => {
  const rows = await house.owner
    .selectFrom('group_member')
    .selectAll()
    .where('group_id', '=', id as never)
    .execute()
  return rows.filter(({ left_at }) => !left_at).map(({ agency_id }) => agency_id)
}
const rowOf = (id: string) =>
  house.owner
    .selectFrom('board_group')
    .selectAll()
    .where('id', '=', id as never)
    .executeTakeFirst()
const lastEntry = (id: string) =>
  house.owner
    .selectFrom('ledger_entry')
    .select(['kind', 'facts'])
    .where('thing_id', '=', id)
    .orderBy('position', 'desc')
    .executeTakeFirst()
async function change(path: string, form: Record<string, string | string[]>, as = officer) {
  const { html } = await visit(house, officer, path)
  const seen = /name="seen" value="([^"]*)"/.exec(html)?.[1] ?? ''
  return visit(house, as, path, { form: { seen, ...form } })
}

describe('groups', () => {
  test('of a new board are none, and the page says when to make one', async () => {
    const own = await makeBoard(house)
    const oona = await makePerson(house, [post(own, 'support officer')])
    const shown = await visit(house, oona, list(own))
    expect(shown.text).toContain('This board has no group yet Make one when')
    const rhea = await makePerson(house, [post(own, 'reader')])
    expect((await visit(house, rhea, list(own))).text).toContain('The partnership support team makes one')
  })

  test('are listed with what they are for and who is in them', async () => {
    const name = fresh('Partner agencies')
    await make({ name, purpose: 'Those who are asked together', members: [police, health] })
    const shown = await visit(house, reader, list())
    expect(shown.status).toBe(200)
    expect(shown.text).toMatch(new RegExp(`${name} Those who are asked together Health [\\w-]+; Police`))
    expect(shown.text).not.toContain('Make a group')
  })

  test('are shown in pages of 50', async () => {
    const own = await makeBoard(house)
    const oona = await makePerson(house, [post(own, 'support officer')])
    for (let i = 0; i < 52; i++) await make({ name: `Elm ${String(i).padStart(2, '0')}` }, oona, own)
    const [first, second] = [await visit(house, oona, list(own)), await visit(house, oona, `${list(own)}?page=2`)]
    expect(first.text).toContain('52 groups, by name')
    expect([first.text.includes('Elm 49'), first.text.includes('Elm 50')]).toEqual([true, false])
    expect([second.text.includes('Elm 49'), second.text.includes('Elm 51')]).toEqual([false, true])
  })

  test('of a board that a person is not on are not there', async () => {
    const { path } = await made({ name: fresh('Hidden group') })
    const stranger = await makePerson(house, [post(await makeBoard(house), 'support officer')])
    expect((await visit(house, stranger, list())).status).toBe(404)
    expect((await visit(house, stranger, path)).status).toBe(404)
    expect((await visit(house, stranger, `${path}/ending`, { form: {} })).status).toBe(404)
    expect((await make({ name: fresh('Mine') }, stranger)).status).toBe(404)
  })
})

describe('making a group', () => {
  test('fans out to its members, once each', async () => {
    const { path, id } = await made({ name: fresh('Health bodies'), members: [health, health, police] })
    expect((await membersOf(id)).sort()).toEqual([health, police].sort())
    expect(await lastEntry(id)).toEqual({ kind: 'group.made', facts: { members: 2 } })
    const shown = await visit(house, officer, `${path}?said=made`)
    expect(shown.text).toContain('The group is made')
    expect(shown.text).toMatch(/You made the group Health bodies \d+, with 2 agencies/)
  })

  test('says every mistake at once, and keeps what was ticked', async () => {
    const foreign = await makeAgency(house, [await makeBoard(house)])
    const shown = await make({ name: '', purpose: 'p'.repeat(2001), members: [foreign, police] })
    expect(shown.status).toBe(422)
    for (const words of ['Enter the name of the group', '2000 characters or fewer', 'agencies that sit on this board'])
      expect(shown.text).toContain(words)
    expect(shown.html).toMatch(new RegExp(`value="${police}" checked`))
    expect(shown.html).not.toMatch(new RegExp(`value="${health}" checked`))
  })

  test('refuses the name of a group or an agency of the board, and one that is too long', async () => {
    const name = fresh('Twice')
    await make({ name })
    expect((await make({ name: `The ${name.toUpperCase()}` })).text).toContain('is a group of this board already')
    const agency = `Elm Trust ${house.app.chance.token().slice(0, 6)}`
    await makeAgency(house, [board], agency)
    expect((await make({ name: agency })).text).toContain('is an agency of this board already')
    expect((await make({ name: 'n'.repeat(201) })).text).toContain('200 characters or fewer')
  })

  test('is for those who keep the directory alone', async () => {
    expect((await visit(house, reader, `${list()}/new`)).status).toBe(403)
    expect((await make({ name: fresh('No') }, reader)).status).toBe(403)
    const both = await makePerson(house, [post(await makeBoard(house), 'support officer'), post(board, 'chair')])
    expect((await visit(house, both, `${list()}/new`)).status).toBe(403)
    expect((await make({ name: fresh('No') }, both)).status).toBe(403)
  })
})

describe('changing a group', () => {
  test('says who joined and who left, and lets an agency come back', async () => {
    const name = fresh('Changing')
    const { path, id } = await made({ name, members: police })
    const done = await change(path, { name: `${name} now`, purpose: 'New', members: health })
    expect(done.location).toBe(`${path}?said=changed`)
    expect(await membersOf(id)).toEqual([health])
    expect(await rowOf(id)).toMatchObject({ name: `${name} now`, purpose: 'New' })
    expect(await lastEntry(id)).toEqual({ kind: 'group.changed', facts: { joined: 1, left: 1 } })
    expect((await visit(house, officer, path)).text).toContain('1 agency joined and 1 agency left')
    await change(path, { name: `${name} now`, purpose: 'New', members: [health, police] })
    expect((await membersOf(id)).sort()).toEqual([health, police].sort())
  })

  test('to what it is already leaves no entry', async () => {
    const name = fresh('Same')
    const { path, id } = await made({ name, members: police })
    expect((await change(path, { name, purpose: '', members: police })).status).toBe(303)
    expect((await lastEntry(id))?.kind).toBe('group.made')
  })

  test('that somebody else changed meanwhile is refused', async () => {
    const name = fresh('Contested')
    const { path, id } = await made({ name, members: police })
    expect((await change(path, { name: 'Mine', seen: 'older' })).status).toBe(409)
    expect([await membersOf(id), (await rowOf(id))?.name]).toEqual([[police], name])
  })

  test('says what is wrong, and is for those who keep the directory alone', async () => {
    const { path, id } = await made({ name: fresh('Guarded'), members: police })
    const wrong = await change(path, { name: '' })
    expect([wrong.status, wrong.text.includes('Enter the name of the group')]).toEqual([422, true])
    expect((await change(path, { name: 'Mine' }, reader)).status).toBe(403)
    expect(await membersOf(id)).toEqual([police])
  })
})

describe('ending a group', () => {
  test('is asked first, keeps its page, and frees its name', async () => {
    const name = fresh('Ending')
    const { path, id } = await made({ name, members: police })
    expect((await visit(house, officer, `${path}/ending`)).text).toContain('Nothing more can be put to this group')
    const done = await visit(house, officer, `${path}/ending`, { form: {} })
    expect(done.location).toBe(`${list()}?said=ended`)
    expect((await rowOf(id))?.ended_at).not.toBeNull()
    expect(await lastEntry(id)).toEqual({ kind: 'group.ended', facts: {} })
    const shown = await visit(house, officer, path)
    expect(shown.text).toContain('This group ended on 22 November 2026')
    expect(shown.text).not.toContain('Change the group')
    expect((await visit(house, officer, list())).text).not.toContain(name)
    expect((await make({ name })).status).toBe(303)
  })

  test('twice, or changing it afterwards, is refused as changed meanwhile', async () => {
    const { path } = await made({ name: fresh('Over') })
    await visit(house, officer, `${path}/ending`, { form: {} })
    expect((await visit(house, officer, `${path}/ending`)).status).toBe(409)
    expect((await visit(house, officer, `${path}/ending`, { form: {} })).status).toBe(409)
    expect((await change(path, { name: 'Again' })).status).toBe(409)
  })

  test('is for those who keep the directory alone', async () => {
    const { path, id } = await made({ name: fresh('Lasting') })
    expect((await visit(house, reader, `${path}/ending`)).status).toBe(403)
    expect((await visit(house, reader, `${path}/ending`, { form: {} })).status).toBe(403)
    const both = await makePerson(house, [post(await makeBoard(house), 'support officer'), post(board, 'chair')])
    expect((await visit(house, both, `${path}/ending`)).status).toBe(403)
    expect((await visit(house, both, `${path}/ending`, { form: {} })).status).toBe(403)
    expect((await rowOf(id))?.ended_at).toBeNull()
  })
})

describe('another name of a group', () => {
  test('is shown, can be removed, and stands for one thing only', async () => {
    const { path, id } = await made({ name: fresh('Partners'), member: [police] })
    const alias = fresh('The Round Table')
    expect((await visit(house, officer, `${path}/aliases`, { form: { alias } })).location).toContain('said=alias-added')
    expect((await visit(house, reader, path)).text).toContain(alias)
    expect(await lastEntry(id)).toMatchObject({ kind: 'group.alias-added' })
    const taken = await make({ name: alias })
    expect(taken.text).toContain('by that name already')
    expect((await visit(house, officer, `${path}/aliases`, { form: { alias: '' } })).text).toContain(
      'Enter the other name',
    )
    const { id: aliasId } = await house.owner
      .selectFrom('group_alias')
      .select('id')
      .where('group_id', '=', id as never)
      .executeTakeFirstOrThrow()
    const removal = `${path}/aliases/${aliasId}/removal`
    expect((await visit(house, reader, removal, { form: {} })).status).toBe(403)
    expect((await visit(house, officer, removal, { form: {} })).location).toContain('said=alias-removed')
    expect((await visit(house, officer, path)).text).not.toContain(alias)
    expect((await visit(house, officer, removal, { form: {} })).status).toBe(404)
  })

  test('of a group that has ended is free again', async () => {
    const [first, second] = [await made({ name: fresh('Old') }), await made({ name: fresh('New') })]
    const alias = fresh('Network')
    await visit(house, officer, `${first.path}/aliases`, { form: { alias } })
    await visit(house, officer, `${first.path}/ending`, { form: {} })
    expect((await visit(house, officer, `${first.path}/aliases`, { form: { alias: 'x' } })).status).toBe(409)
    const given = await visit(house, officer, `${second.path}/aliases`, { form: { alias } })
    expect(given.location).toContain('said=alias-added')
  })
})
