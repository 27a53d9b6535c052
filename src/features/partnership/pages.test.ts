/** The pages of the partnership in Chromium, on a phone and on a desk: axe, nothing wider than the screen. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { faultsOf, type LookedAt, noFaults, openLookedAt, windowFor } from '../../../test/looked-at.ts'
import { type Board, makeAgency, makeBoard, makePerson, post, type Visitor, visit } from '../../../test/world.ts'
import type { AgencyId } from '../../access/actor.ts'

let at: LookedAt
let board: Board
let ada: Visitor
let ccg: AgencyId
let lena: Visitor
let group: string
let ending: string

beforeAll(async () => {
  at = await openLookedAt()
  const { house } = at
  board = await makeBoard(house, { name: 'Northshire Safeguarding Children Partnership' })
  const other = await makeBoard(house, { name: 'Stourvale Safeguarding Adults Board' })
  const posts = [post(board, 'administrator'), post(board, 'support officer'), post(other, 'support officer')]
  ada = await makePerson(house, posts, 'Ada Marsh')
  ccg = await makeAgency(house, [board, other], 'NHS North Vale Clinical Commissioning Group')
  lena = await makePerson(house, [post(board, 'agency lead', ccg)], 'Lena Brook-Featherstonehaugh')
  const send = (path: string, form: Record<string, string>) => visit(house, ada, path, { form })
  const agency = (rest: string) => `/agencies/${ccg}/${rest}?board=${board.slug}`
  await send(agency('aliases'), { alias: 'the CCG' })
  await send(agency('name'), { name: 'NHS North Vale and Stour CCG' })
  await send(agency('successors'), {
    successor: 'NHS Northshire ICB',
    'on-day': '1',
    'on-month': '7',
    'on-year': '2022',
  })
  const made = await send(`/boards/${board.slug}/groups`, { name: 'Partner agencies', members: ccg })
  group = (made.location ?? '').split('?')[0] ?? ''
  const [held] = await house.owner.selectFrom('membership').select('id').where('person_id', '=', lena.id).execute()
  ending = `/boards/${board.slug}/people/${lena.id}/posts/${held?.id}/ending`
})
afterAll(() => at?.close())

describe.each([320, 1280])('at %i pixels', width => {
  const window = windowFor(() => ({ at, visitor: ada }), width)

  test('every page can be read and used by everybody', { timeout: 120_000 }, async () => {
    const page = window()
    const under = `/boards/${board.slug}`
    const paths = [
      `${under}/settings?said=saved`,
      `${under}/history`,
      `${under}/export`,
      `${under}/people?role=agency+lead&agency=${ccg}`,
      `${under}/people/${lena.id}`,
      ending,
      `${under}/agencies`,
      `${under}/agencies/new`,
      `${under}/agencies/${ccg}/removal`,
      `/agencies/${ccg}?board=${board.slug}`,
      `/agencies/${ccg}/name?board=${board.slug}`,
      `${under}/groups`,
      group,
      `${group}/ending`,
    ]
    for (const path of paths) {
      const reply = await page.goto(at.address + path)
      expect({ path, status: reply?.status(), ...(await faultsOf(page)) }).toEqual({ path, status: 200, ...noFaults })
    }
  })

  test('a mistake is led to from the top of the page', async () => {
    const page = window()
    await page.goto(`${at.address}/agencies/${ccg}?board=${board.slug}`)
    await page.getByRole('button', { name: 'Record the successor' }).click()
    expect(await page.title()).toMatch(/^Error: /)
    expect(await faultsOf(page)).toEqual(noFaults)
    await page.getByRole('link', { name: 'Enter the name of the body that took its place' }).click()
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('successor')
    await page.getByRole('link', { name: 'Enter the day of the change' }).click()
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('on-day')
  })
})
