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
} from '../../../test/world.ts'
import type { AgencyId } from '../../access/actor.ts'
import type { PlainDate } from '../../core/plain-date.ts'
import { Forbidden, NotFound } from '../../core/refusals.ts'
import { predecessorsOf, type Succession, successorsOf } from './directory.ts'
import {
  addAgency,
  addAlias,
  addGroup,
  findBoard,
  findBoardById,
  findDirectory,
  listAgencies,
  listBoards,
  listGroups,
  matchAgency,
} from './index.ts'

let house: House
let board: Board
let officer: Visitor
beforeAll(async () => {
  house = await sharedHouse()
  board = await makeBoard(house)
  officer = await makePerson(house, [post(board, 'support officer')])
})

const name = (words: string) => `${words} ${house.app.chance.token().slice(0, 8)}`

describe('what other features add to a directory within their own act', () => {
  test('is there for the rest of the act, and recorded with it', async () => {
    const [trust, group] = [name('Brook Trust'), name('Health bodies')]
    const found = await house.app.db.as(officer, async tx => {
      const agency = await addAgency(house.app, tx, officer, { boardId: board.id, name: trust })
      const agencyId = agency.ok ? agency.value : ('' as AgencyId)
      await addAlias(house.app, tx, officer, { boardId: board.id, agencyId, alias: `${trust} (BT)` })
      await addGroup(house.app, tx, officer, { boardId: board.id, name: group, members: [agencyId] })
      const directory = await findDirectory(tx, board.id)
      return { agencyId, agency: matchAgency('BT', directory), group: matchAgency(`all ${group}`, directory) }
    })
    expect(found.agency).toEqual({ kind: 'agency', id: found.agencyId })
    expect(found.group?.kind).toBe('group')
    const entries = await house.owner
      .selectFrom('ledger_entry')
      .select('kind')
      .where('thing_id', 'in', [found.agencyId, found.group?.id ?? ''])
      .orderBy('position')
      .execute()
    expect(entries.map(({ kind }) => kind)).toEqual(['agency.added', 'agency.alias-added', 'group.made'])
  })

  test('is gone, with its entries, when the act fails', async () => {
    const trust = name('Ghost Trust')
    const failing = house.app.db.as(officer, async tx => {
      await addAgency(house.app, tx, officer, { boardId: board.id, name: trust })
      throw new Error('the import failed')
    })
    await expect(failing).rejects.toThrow('the import failed')
    const rows = await house.owner.selectFrom('agency').select('id').where('name', '=', trust).execute()
    expect(rows).toEqual([])
  })

  test('is refused to whoever may not keep the directory', async () => {
    const chair = await makePerson(house, [post(board, 'chair')])
    const id = await makeAgency(house, [board])
    const of = { boardId: board.id }
    const tries = [
      () => house.app.db.as(chair, tx => addAgency(house.app, tx, chair, { ...of, name: name('No') })),
      () => house.app.db.as(chair, tx => addAlias(house.app, tx, chair, { ...of, agencyId: id, alias: name('No') })),
      () => house.app.db.as(chair, tx => addGroup(house.app, tx, chair, { ...of, name: name('No'), members: [] })),
    ]
    for (const attempt of tries) await expect(attempt()).rejects.toThrow(Forbidden)
  })

  test('names no agency that does not sit on the board', async () => {
    const foreign = await makeAgency(house, [await makeBoard(house)])
    const alias = { boardId: board.id, agencyId: foreign, alias: name('No') }
    await expect(house.app.db.as(officer, tx => addAlias(house.app, tx, officer, alias))).rejects.toThrow(NotFound)
    const group = { boardId: board.id, name: name('No'), members: [foreign] }
    const made = await house.app.db.as(officer, tx => addGroup(house.app, tx, officer, group))
    expect(made).toMatchObject({ ok: false, mistakes: [{ field: 'members' }] })
  })
})

test('a board is found by its address and by its id, by its own people alone', async () => {
  const stranger = await makePerson(house, [post(await makeBoard(house), 'administrator')])
  const [bySlug, byId, all] = await house.app.db.as(officer, async tx => [
    await findBoard(tx, board.slug),
    await findBoardById(tx, board.id),
    await listBoards(tx),
  ])
  expect(byId).toEqual(bySlug)
  expect(all.map(({ id }) => id)).toEqual([board.id])
  await expect(house.app.db.as(stranger, tx => findBoard(tx, board.slug))).rejects.toThrow(NotFound)
  await expect(house.app.db.as(stranger, tx => findBoardById(tx, board.id))).rejects.toThrow(NotFound)
})

test('the agencies and groups of a board are hidden from people of other boards', async () => {
  await makeAgency(house, [board])
  const stranger = await makePerson(house, [post(await makeBoard(house), 'administrator')])
  const seen = await house.app.db.as(stranger, async tx => [
    await listAgencies(tx, board.id),
    await listGroups(tx, board.id),
  ])
  expect(seen).toEqual([[], []])
})

describe('the line of bodies before and after one', () => {
  const step = (from: string, to: string, on: string): Succession => ({
    id: `${from}-${to}`,
    fromId: from as AgencyId,
    fromName: from,
    toId: to as AgencyId,
    toName: to,
    on: on as PlainDate,
  })
  const all = [
    step('pct', 'ccg', '2013-04-01'),
    step('pct', 'council', '2013-04-01'),
    step('ccg', 'icb', '2022-07-01'),
    step('ccg2', 'icb', '2022-07-01'),
  ]
  const ids = (steps: readonly Succession[]) => steps.map(({ id }) => id)

  test('goes as far as is recorded, nearest first', () => {
    expect(ids(successorsOf('pct' as AgencyId, all))).toEqual(['pct-ccg', 'pct-council', 'ccg-icb'])
    expect(ids(predecessorsOf('icb' as AgencyId, all))).toEqual(['ccg-icb', 'ccg2-icb', 'pct-ccg'])
    expect(successorsOf('icb' as AgencyId, all)).toEqual([])
  })

  test('ends even where two records contradict each other', () => {
    const circle = [step('a', 'b', '2020-01-01'), step('b', 'a', '2021-01-01')]
    expect(ids(successorsOf('a' as AgencyId, circle))).toEqual(['a-b', 'b-a'])
  })
})
