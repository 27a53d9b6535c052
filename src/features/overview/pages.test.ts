/** The pages of the overview in Chromium, on a phone and on a desk: axe, and nothing wider than the screen. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { faultsOf, type LookedAt, noFaults, openLookedAt, windowFor } from '../../../test/looked-at.ts'
import { type Furnished, furnish } from '../../../test/overview-world.ts'
import { makeBoard, makePerson, post, type Visitor } from '../../../test/world.ts'

let at: Furnished
let looked: LookedAt
let ada: Visitor
let empty: string

beforeAll(async () => {
  looked = await openLookedAt()
  const home = looked.house
  at = await furnish(home)
  const other = await furnish(home)
  const fresh = await makeBoard(home, { name: 'Stourvale Safeguarding Adults Board' })
  empty = fresh.slug
  const posts = [at.board, other.board, fresh].map(board => post(board, 'support officer'))
  ada = await makePerson(home, [...posts, post(fresh, 'administrator')], 'Ada Marsh')
})
afterAll(() => looked?.close())

describe.each([320, 1280])('at %i pixels', width => {
  const window = windowFor(() => ({ at: looked, visitor: ada }), width)

  const pages: Readonly<Record<string, () => string>> = {
    'the list of boards': () => '/',
    'the home of a board': () => `/boards/${at.board.slug}`,
    'the home of a new board': () => `/boards/${empty}`,
    'guidance that has moved on': () => `/boards/${at.board.slug}/guidance`,
    'an agency across boards': () => `/agencies/${at.police}/register`,
  }
  test.each(Object.entries(pages))('%s has no fault', async (_, path) => {
    const page = window()
    await page.goto(`${looked.address}${path()}`)
    expect(await faultsOf(page)).toEqual(noFaults)
  })

  test('a search is made, and what it finds has no fault', async () => {
    const page = window()
    await page.goto(`${looked.address}/search`)
    expect(await faultsOf(page)).toEqual(noFaults)
    await page.getByLabel('Words').fill(at.words.restricted)
    await page.getByRole('button', { name: 'Search' }).click()
    expect(await page.locator('mark').count()).toBe(3)
    expect(page.url()).toBe(`${looked.address}/search`)
    expect(await faultsOf(page)).toEqual(noFaults)
  })

  test('a search without words says so in the title, the summary and the field, and has no fault', async () => {
    const page = window()
    await page.goto(`${looked.address}/search`)
    await page.getByRole('button', { name: 'Search' }).click()
    expect(await page.title()).toMatch(/^Error: /)
    await page.getByRole('link', { name: 'Enter words to search for' }).click()
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('words')
    expect(await faultsOf(page)).toEqual(noFaults)
  })
})

test('a search works without scripts', async () => {
  const context = await looked.browser.newContext({ javaScriptEnabled: false })
  await context.addCookies([{ name: 'heed-session', value: ada.token, url: looked.address }])
  const page = await context.newPage()
  await page.goto(`${looked.address}/search`)
  await page.getByLabel('Words').fill(at.words.released)
  await page.getByLabel('Board').selectOption(at.board.id)
  await page.getByRole('button', { name: 'Search' }).click()
  expect(await page.locator('mark').count()).toBe(2)
  await context.close()
})
