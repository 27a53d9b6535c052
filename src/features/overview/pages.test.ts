/** The pages of the overview in Chromium, on a phone and on a desk: axe, and nothing wider than the screen. */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findFaults } from '../../../test/axe.ts'
import { launchBrowser } from '../../../test/browser.ts'
import { type Furnished, furnish } from '../../../test/overview-world.ts'
import { makeBoard, makePerson, openHouse, post, type Visitor } from '../../../test/world.ts'

let at: Furnished
let browser: Browser
let address: string
let ada: Visitor
let empty: string

beforeAll(async () => {
  const home = await openHouse()
  address = await home.web.listen({ port: 0, host: '127.0.0.1' })
  browser = await launchBrowser()
  at = await furnish(home)
  const other = await furnish(home)
  const fresh = await makeBoard(home, { name: 'Stourvale Safeguarding Adults Board' })
  empty = fresh.slug
  const posts = [at.board, other.board, fresh].map(board => post(board, 'support officer'))
  ada = await makePerson(home, [...posts, post(fresh, 'administrator')], 'Ada Marsh')
})
afterAll(async () => {
  await browser?.close()
  await at?.home.web.close()
})

const faultsOf = async (page: Page) => ({
  faults: await findFaults(page),
  sideways: await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth),
})
const none = { faults: [], sideways: false }

describe.each([320, 1280])('at %i pixels', width => {
  let context: BrowserContext
  let page: Page
  beforeAll(async () => {
    context = await browser.newContext({ viewport: { width, height: 900 } })
    await context.addCookies([{ name: 'heed-session', value: ada.token, url: address }])
    page = await context.newPage()
  })
  afterAll(() => context?.close())

  const pages: Readonly<Record<string, () => string>> = {
    'the list of boards': () => '/',
    'the home of a board': () => `/boards/${at.board.slug}`,
    'the home of a new board': () => `/boards/${empty}`,
    'guidance that has moved on': () => `/boards/${at.board.slug}/guidance`,
    'an agency across boards': () => `/agencies/${at.police}/register`,
  }
  test.each(Object.entries(pages))('%s has no fault', async (_, path) => {
    await page.goto(`${address}${path()}`)
    expect(await faultsOf(page)).toEqual(none)
  })

  test('a search is made, and what it finds has no fault', async () => {
    await page.goto(`${address}/search`)
    expect(await faultsOf(page)).toEqual(none)
    await page.getByLabel('Words').fill(at.words.restricted)
    await page.getByRole('button', { name: 'Search' }).click()
    expect(await page.locator('mark').count()).toBe(3)
    expect(page.url()).toBe(`${address}/search`)
    expect(await faultsOf(page)).toEqual(none)
  })

  test('a search without words says so in the title, the summary and the field, and has no fault', async () => {
    await page.goto(`${address}/search`)
    await page.getByRole('button', { name: 'Search' }).click()
    expect(await page.title()).toMatch(/^Error: /)
    await page.getByRole('link', { name: 'Enter words to search for' }).click()
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('words')
    expect(await faultsOf(page)).toEqual(none)
  })
})

test('a search works without scripts', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  await context.addCookies([{ name: 'heed-session', value: ada.token, url: address }])
  const page = await context.newPage()
  await page.goto(`${address}/search`)
  await page.getByLabel('Words').fill(at.words.released)
  await page.getByLabel('Board').selectOption(at.board.id)
  await page.getByRole('button', { name: 'Search' }).click()
  expect(await page.locator('mark').count()).toBe(2)
  await context.close()
})
