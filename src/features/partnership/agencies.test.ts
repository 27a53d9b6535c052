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
let admin: Visitor
let officer: Visitor
let reader: Visitor
beforeAll(async () => {
  ;({ house, board, admin, officer, reader } = await openBoard())
})

let counter = 0
/** A name that no other test has. */
const fresh = (words: string) => `${words} ${++counter}${house.app.chance.token().slice(0, 5).replace(/\W|_/g, 'x')}`

const list = (of = board) => `/boards/${of.slug}/agencies`
const pageOf = (id: AgencyId, of = board) => `/agencies/${id}?board=${of.slug}`
const under = (id: AgencyId, rest: string, of = board) => `/agencies/${id}/${rest}?board=${of.slug}`
const seatOf = (id: AgencyId, of = board) =>
  house.owner
    .selectFrom('board_agency')
    .selectAll()
    .where('agency_id', '=', id)
    .where('board_id', '=', of.id)
    .executeTakeFirst()
const rowNamed = (name: string) =>
  house.owner.selectFrom('agency').selectAll().where('name', '=', name).executeTakeFirst()
const lastEntry = (thing: string) =>
  house.owner
    .selectFrom('ledger_entry')
    .select(['kind', 'facts', 'person_id', 'board_id'])
    .where('thing_id', '=', thing)
    .orderBy('recorded_at', 'desc')
    .orderBy('position', 'desc')
    .executeTakeFirst()
const aliasesOf = (id: AgencyId) =>
  house.owner.selectFrom('agency_alias').selectAll().where('agency_id', '=', id).orderBy('alias').execute()

describe('the list of agencies', () => {
  test('of a new board says that it is empty and what to do', async () => {
    const own = await makeBoard(house)
    const oona = await makePerson(house, [post(own, 'support officer'), post(own, 'reader')])
    expect((await visit(house, oona, list(own))).text).toContain('No agency sits on this board yet Add the bodies')
    const rhea = await makePerson(house, [post(own, 'reader')])
    expect((await visit(house, rhea, list(own))).text).toContain('The partnership support team adds the bodies')
  })

  test('gives other names, groups and how many roles are held for each', async () => {
    const own = await makeBoard(house)
    const ada = await makePerson(house, [post(own, 'administrator')])
    const police = await makeAgency(house, [own])
    await makePerson(house, [post(own, 'agency lead', police)])
    await visit(house, ada, under(police, 'aliases', own), { form: { alias: 'The Force' } })
    await visit(house, ada, `/boards/${own.slug}/groups`, { form: { name: 'Partner agencies', members: police } })
    const shown = await visit(house, ada, list(own))
    expect(shown.text).toContain('1 agency sits on this board, by name')
    expect(shown.text).toMatch(/The Force Partner agencies 1 role/)
    expect(shown.html).toContain(`/boards/${own.slug}/people?agency=${police}`)
  })

  test('is seen by everybody on the board, who then can change nothing, and by nobody else', async () => {
    const id = await makeAgency(house, [board])
    const shown = await visit(house, reader, list())
    expect(shown.status).toBe(200)
    expect(shown.html).not.toContain('/removal')
    expect(shown.text).not.toContain('Add an agency')
    expect(shown.html).not.toContain(`people?agency=${id}`)
    const stranger = await makePerson(house, [post(await makeBoard(house), 'administrator')])
    expect((await visit(house, stranger, list())).status).toBe(404)
  })

  test('is shown in pages of 50', async () => {
    const own = await makeBoard(house)
    const ada = await makePerson(house, [post(own, 'administrator')])
    for (let i = 0; i < 52; i++) await makeAgency(house, [own], fresh(`Elm ${String(i).padStart(2, '0')}`))
    const [first, second] = [await visit(house, ada, list(own)), await visit(house, ada, `${list(own)}?page=2`)]
    expect([first.text.includes('Elm 49'), first.text.includes('Elm 50')]).toEqual([true, false])
    expect([second.text.includes('Elm 49'), second.text.includes('Elm 51')]).toEqual([false, true])
    expect((await visit(house, ada, `${list(own)}?page=9`)).text).toContain('Elm 51')
  })
})

describe('adding an agency', () => {
  const add = (form: Record<string, string>, as = officer, of = board) => visit(house, as, list(of), { form })

  test('that is new makes it, seats it and stands in the history', async () => {
    const name = fresh('Larkmoor Fire and Rescue')
    const done = await add({ name: `  ${name.replaceAll(' ', '  ')} ` })
    const row = await rowNamed(name)
    expect(done).toMatchObject({ status: 303, location: `/agencies/${row?.id}?board=${board.slug}&said=added` })
    expect(await lastEntry(row?.id ?? '')).toMatchObject({ kind: 'agency.added', facts: { isNew: true } })
    const shown = await visit(house, officer, done.location ?? '')
    expect(shown.text).toContain('The agency is added to the board')
    expect(shown.text).toContain(`You added ${name} to the board, as a new agency`)
  })

  test('that another board knows seats the same agency here, chosen from the list or typed in any case', async () => {
    const other = await makeBoard(house)
    for (const way of ['chosen', 'typed']) {
      const name = fresh('Shared Police')
      const id = await makeAgency(house, [other], name)
      expect((await visit(house, officer, `${list()}/new`)).text).toContain(name)
      await add(way === 'chosen' ? { agency: id, name: '' } : { name: name.toUpperCase() })
      expect(await seatOf(id)).toMatchObject({ left_at: null })
      expect((await rowNamed(name))?.id).toBe(id)
      expect(await lastEntry(id)).toMatchObject({ facts: { isNew: false } })
    }
  })

  test('refuses no name, a name too long, and one chosen and another typed', async () => {
    expect((await add({ name: ' ' })).text).toContain('Enter the name of the agency')
    expect((await add({ name: '—' })).text).toContain('Enter the name of the agency')
    expect((await add({ name: 'x'.repeat(201) })).text).toContain('must be 200 characters or fewer')
    const id = await makeAgency(house, [await makeBoard(house)])
    const both = await add({ agency: id, name: 'Another' })
    expect([both.status, both.text.includes('not both')]).toEqual([422, true])
  })

  test('refuses a name that stands for an agency, an alias or a group of the board', async () => {
    const name = fresh('Vale Council')
    const id = await makeAgency(house, [board], name)
    await visit(house, officer, under(id, 'aliases'), { form: { alias: `${name} Borough` } })
    await visit(house, officer, `/boards/${board.slug}/groups`, { form: { name: `${name} partners` } })
    expect((await add({ name: `the ${name.toUpperCase()}` })).text).toContain(
      `${name} is an agency of this board already`,
    )
    expect((await add({ name: `${name} Borough` })).text).toContain(`This board knows ${name} by that name already`)
    expect((await add({ name: `${name} Partners` })).text).toContain('is a group of this board already')
    expect(await rowNamed(`${name} Borough`)).toBeUndefined()
  })

  test('is for those who keep the directory alone', async () => {
    const name = fresh('Nobody’s Trust')
    expect((await visit(house, reader, `${list()}/new`)).status).toBe(403)
    expect((await add({ name }, reader)).status).toBe(403)
    const both = await makePerson(house, [post(await makeBoard(house), 'support officer'), post(board, 'chair')])
    expect((await add({ name }, both)).status).toBe(403)
    const stranger = await makePerson(house, [post(await makeBoard(house), 'support officer')])
    expect((await add({ name }, stranger)).status).toBe(404)
    expect(await rowNamed(name)).toBeUndefined()
  })
})

describe('taking an agency off the board', () => {
  test('is asked first, and leaves the agency to other boards and its page to this one', async () => {
    const other = await makeBoard(house)
    const id = await makeAgency(house, [board, other], fresh('Leaving Trust'))
    const made = await visit(house, officer, `/boards/${board.slug}/groups`, {
      form: { name: fresh('Health bodies'), members: id },
    })
    const path = `${list()}/${id}/removal`
    const asked = await visit(house, officer, path)
    expect(asked.text).toContain('It leaves these groups too: Health bodies')
    const done = await visit(house, officer, path, { form: {} })
    expect(done).toMatchObject({ status: 303, location: `${list()}?said=removed` })
    expect((await seatOf(id))?.left_at).not.toBeNull()
    expect((await seatOf(id, other))?.left_at).toBeNull()
    expect(await lastEntry(id)).toMatchObject({ kind: 'agency.removed', facts: { groups: 1 } })
    expect((await visit(house, officer, made.location ?? '')).text).toContain('No agency is in it')
    const shown = await visit(house, officer, pageOf(id))
    expect(shown.text).toContain('This agency left the board on 22 November 2026')
    expect(shown.html).not.toContain('/aliases')
    expect((await visit(house, officer, path)).status).toBe(404)
    expect((await visit(house, officer, under(id, 'aliases'), { form: { alias: 'Gone' } })).status).toBe(404)
  })

  test('can be undone by adding it again, with its other names', async () => {
    const id = await makeAgency(house, [board])
    await visit(house, officer, under(id, 'aliases'), { form: { alias: fresh('Back again') } })
    await visit(house, officer, `${list()}/${id}/removal`, { form: {} })
    await visit(house, officer, list(), { form: { agency: id, name: '' } })
    expect(await seatOf(id)).toMatchObject({ left_at: null })
    expect((await visit(house, officer, pageOf(id))).text).toContain('Back again')
  })

  test('is refused while people hold roles for it, with who can end them', async () => {
    const id = await makeAgency(house, [board])
    await makePerson(house, [post(board, 'agency lead', id)])
    const path = `${list()}/${id}/removal`
    expect((await visit(house, officer, path)).text).toContain('1 role is held for it')
    const shown = await visit(house, officer, path, { form: {} })
    expect(shown.status).toBe(422)
    expect(shown.text).toContain('Ask an administrator to end the role first')
    await makePerson(house, [post(board, 'agency contributor', id)])
    expect((await visit(house, officer, path, { form: {} })).text).toContain('People have 2 roles for')
    expect((await seatOf(id))?.left_at).toBeNull()
  })

  test('is for those who keep the directory alone, and only for agencies of this board', async () => {
    const id = await makeAgency(house, [board])
    expect((await visit(house, reader, `${list()}/${id}/removal`, { form: {} })).status).toBe(403)
    const foreign = await makeAgency(house, [await makeBoard(house)])
    expect((await visit(house, officer, `${list()}/${foreign}/removal`, { form: {} })).status).toBe(404)
  })
})

describe('an agency’s page', () => {
  test('is seen by everybody on the board, and shows the history to those who run it', async () => {
    const id = await makeAgency(house, [board])
    const shown = await visit(house, reader, pageOf(id))
    expect(shown.status).toBe(200)
    const chair = await makePerson(house, [post(board, 'chair')])
    expect((await visit(house, chair, pageOf(id))).html).toContain(`/agencies/${id}/register`)
    // A reader sees no review, so what the agency was asked is not offered.
    expect(shown.html).not.toContain(`/agencies/${id}/register`)
    expect(shown.html).not.toContain('<form action="/agencies')
    expect(shown.text).not.toContain('History')
    expect((await visit(house, officer, pageOf(id))).text).toContain('History')
  })

  test('without a board is that of the first of the reader’s boards, with links to the others', async () => {
    const [a, b] = [await makeBoard(house, { name: fresh('A') }), await makeBoard(house, { name: fresh('B') })]
    const id = await makeAgency(house, [a, b])
    const both = await makePerson(house, [post(b, 'chair'), post(a, 'reader')])
    const shown = await visit(house, both, `/agencies/${id}`)
    expect(shown.text).toContain(`On your other boards ${b.name}`)
    expect((await visit(house, both, pageOf(id, b))).text).toContain(`On your other boards ${a.name}`)
    const one = await makePerson(house, [post(b, 'chair')])
    expect((await visit(house, one, `/agencies/${id}`)).text).not.toContain(a.name)
    expect((await visit(house, one, pageOf(id, a))).status).toBe(404)
  })

  test('that sits on none of the reader’s boards is not there', async () => {
    const id = await makeAgency(house, [await makeBoard(house)])
    expect((await visit(house, officer, `/agencies/${id}`)).status).toBe(404)
    expect((await visit(house, officer, pageOf(id))).status).toBe(404)
    expect((await visit(house, officer, '/agencies/none')).status).toBe(404)
  })

  test('shows no board what another board calls it', async () => {
    const other = await makeBoard(house)
    const id = await makeAgency(house, [board, other])
    const secret = fresh('Their pet name')
    const theirs = await makePerson(house, [post(other, 'support officer')])
    await visit(house, theirs, under(id, 'aliases', other), { form: { alias: secret } })
    expect((await visit(house, theirs, pageOf(id, other))).text).toContain(secret)
    expect((await visit(house, officer, pageOf(id))).text).not.toContain(secret)
    expect((await visit(house, officer, pageOf(id))).text).not.toContain('added another name')
  })
})

describe('another name', () => {
  test('is added and taken away, and both stand in the history without the name', async () => {
    const id = await makeAgency(house, [board])
    const alias = fresh('The Shire Force')
    const done = await visit(house, officer, under(id, 'aliases'), { form: { alias } })
    expect(done.location).toBe(`${pageOf(id)}&said=alias-added`)
    const [row] = await aliasesOf(id)
    expect(row).toMatchObject({ alias, board_id: board.id })
    expect(await lastEntry(id)).toMatchObject({ kind: 'agency.alias-added', facts: { alias: row?.id } })
    expect((await visit(house, officer, done.location ?? '')).text).toContain('knows the agency by this name')
    const gone = await visit(house, officer, under(id, `aliases/${row?.id}/removal`), { form: {} })
    expect(gone.location).toBe(`${pageOf(id)}&said=alias-removed`)
    expect(await aliasesOf(id)).toEqual([])
    expect(await lastEntry(id)).toMatchObject({ kind: 'agency.alias-removed' })
  })

  test('that is empty, too long or stands for something already is refused beside its field', async () => {
    const [id, name] = [await makeAgency(house, [board]), fresh('Taken Council')]
    await makeAgency(house, [board], name)
    const give = (alias: string) => visit(house, officer, under(id, 'aliases'), { form: { alias } })
    expect((await give('')).text).toContain('Enter the other name')
    expect((await give('a'.repeat(201))).status).toBe(422)
    const taken = await give(`The ${name}`)
    expect([taken.status, taken.text.includes(`${name} is an agency of this board already`)]).toEqual([422, true])
    expect(taken.html).toContain(`value="The ${name}"`)
    const mine = fresh('Mine')
    await give(mine)
    expect((await give(mine.toLowerCase())).text).toContain('by that name already')
    expect(await aliasesOf(id)).toHaveLength(1)
  })

  test('that an agency had which left the board is free for another', async () => {
    const [gone, here] = [await makeAgency(house, [board]), await makeAgency(house, [board])]
    const alias = fresh('The Trust')
    await visit(house, officer, under(gone, 'aliases'), { form: { alias } })
    await visit(house, officer, `${list()}/${gone}/removal`, { form: {} })
    expect((await visit(house, officer, under(here, 'aliases'), { form: { alias } })).status).toBe(303)
    expect(await aliasesOf(gone)).toEqual([])
  })

  test('that the agency does not have cannot be taken away', async () => {
    const [id, other] = [await makeAgency(house, [board]), await makeAgency(house, [board])]
    await visit(house, officer, under(other, 'aliases'), { form: { alias: fresh('Kept') } })
    const [row] = await aliasesOf(other)
    expect((await visit(house, officer, under(id, `aliases/${row?.id}/removal`), { form: {} })).status).toBe(404)
    expect((await visit(house, officer, under(id, 'aliases/none/removal'), { form: {} })).status).toBe(404)
    expect(await aliasesOf(other)).toHaveLength(1)
  })

  test('is given and taken by those who keep the directory alone', async () => {
    const id = await makeAgency(house, [board])
    await visit(house, officer, under(id, 'aliases'), { form: { alias: fresh('Held') } })
    const [row] = await aliasesOf(id)
    expect((await visit(house, reader, under(id, 'aliases'), { form: { alias: 'Mine' } })).status).toBe(403)
    expect((await visit(house, reader, under(id, `aliases/${row?.id}/removal`), { form: {} })).status).toBe(403)
    const both = await makePerson(house, [post(await makeBoard(house), 'support officer'), post(board, 'chair')])
    expect((await visit(house, both, under(id, 'aliases'), { form: { alias: 'Mine' } })).status).toBe(403)
    expect(await aliasesOf(id)).toHaveLength(1)
  })
})

describe('renaming an agency', () => {
  const rename = (id: AgencyId, name: string, as = officer) => visit(house, as, under(id, 'name'), { form: { name } })

  test('keeps the name before for every board, with its last day', async () => {
    const [before, after] = [fresh('Old Constabulary'), fresh('New Police')]
    const other = await makeBoard(house)
    const id = await makeAgency(house, [board, other], before)
    expect((await visit(house, officer, under(id, 'name'))).text).toContain('changes on every board')
    expect((await rename(id, after)).location).toBe(`${pageOf(id)}&said=renamed`)
    const theirs = await makePerson(house, [post(other, 'reader')])
    const shown = await visit(house, theirs, pageOf(id, other))
    expect(shown.text).toContain(`Called before ${before}, until 22 November 2026`)
    expect(await lastEntry(id)).toMatchObject({ kind: 'agency.renamed', facts: {} })
    expect((await rename(id, before)).status).toBe(303)
    expect((await rowNamed(before))?.id).toBe(id)
  })

  test('to what it is called already, or in other letters, keeps no name before', async () => {
    const name = fresh('Even Trust')
    const id = await makeAgency(house, [board], name)
    await rename(id, name)
    await rename(id, name.toUpperCase())
    expect((await visit(house, officer, pageOf(id))).text).not.toContain('Called before')
    expect(await rowNamed(name.toUpperCase())).toBeDefined()
  })

  test('refuses no name, one that stands for something here, and one of an agency of other boards', async () => {
    const [id, here, there] = [await makeAgency(house, [board]), fresh('Here Trust'), fresh('There Trust')]
    await makeAgency(house, [board], here)
    await makeAgency(house, [await makeBoard(house)], there)
    expect((await rename(id, '')).text).toContain('Enter the name of the agency')
    expect((await rename(id, here)).text).toContain(`${here} is an agency of this board already`)
    const shown = await rename(id, there.toLowerCase())
    expect([shown.status, shown.text.includes(`${there} is another agency`)]).toEqual([422, true])
  })

  test('is for those who keep the directory alone', async () => {
    const name = fresh('Steady Trust')
    const id = await makeAgency(house, [board], name)
    expect((await visit(house, reader, under(id, 'name'))).status).toBe(403)
    expect((await rename(id, 'Taken over', reader)).status).toBe(403)
    expect((await rename(id, `${name} of Ada`, admin)).status).toBe(303)
  })
})
