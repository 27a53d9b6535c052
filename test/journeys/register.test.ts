/** The register as a support officer uses it: from a count to the words in the source, and back with a correction. */
import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seedDemo } from '../../src/demo/index.ts'
import { launchBrowser } from '../browser.ts'
import { type House, openHouse } from '../world.ts'
import { type Walk, walk } from './walk.ts'

let house: House
let browser: Browser
let address: string

beforeAll(async () => {
  house = await openHouse({ demo: true })
  await seedDemo(house.app)
  address = await house.web.listen({ port: 0, host: '127.0.0.1' })
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await house?.web.close()
  await house?.store.close()
  await house?.sink.close()
})

/** The recommendation of the demo's first review that a walk reads and puts right. */
interface Course {
  readonly number: string
  /** The edition that was superseded, as the document names it. */
  readonly cites: string
  /** Words of the promise that is corrected. */
  readonly promise: string
  readonly owner: string
  /** A word that stands in the recommendation's thread, and one that the search is asked for. */
  readonly searched: string
}

const review = 'Local Child Safeguarding Practice Review: Child Saffron'
const main = (page: Page) => page.locator('main').innerText()
const countOf = async (page: Page) => Number.parseInt(await page.locator('.heed-list-sentence__words').innerText(), 10)

/** Signs in as the support officer of the demo, and goes to the board's home. */
async function begin({ page, look }: Walk): Promise<void> {
  await page.goto('/demo')
  await page.getByRole('button', { name: 'Sign in as Miriam Castellan' }).click()
  await look()
  await page.getByRole('link', { name: /^Tarnwold/ }).click()
  await page.getByRole('heading', { level: 1, name: /^Tarnwold/ }).waitFor()
  await look()
}

/** Follows the count of what is silent to the register, which shows as many, and narrows it down to the course's. */
async function findInRegister({ page, look }: Walk, { number }: Course): Promise<void> {
  const count = page.locator('.heed-count__link', { hasText: 'is silent' })
  const silent = Number(await count.locator('.heed-count__number').innerText())
  expect(silent).toBeGreaterThan(1)
  await count.click()
  expect(await countOf(page)).toBe(silent)
  expect(await page.locator('main tbody tr').count()).toBe(silent)
  await look()
  await page.getByLabel('Review', { exact: true }).selectOption({ label: review })
  await page.getByLabel('Finding').selectOption({ label: 'Cites superseded guidance' })
  await page.getByRole('button', { name: 'Apply filters' }).click()
  expect(new URL(page.url()).search).toContain('finding=superseded-guidance')
  expect(await page.locator('.heed-list-sentence__words').innerText()).toContain(`(${review}; cites superseded`)
  expect(await page.locator('main tbody').innerText()).not.toContain('Rapid review')
  await look()
  await page.getByRole('link', { name: `Recommendation ${number}`, exact: true }).click()
  await page.getByRole('heading', { level: 1, name: `Recommendation ${number}` }).waitFor()
  await look()
}

/** Reads the words of the document that a finding was raised by, and comes back. */
async function readSource({ page, look }: Walk, { cites }: Course): Promise<void> {
  const finding = page.getByRole('listitem').filter({ hasText: cites })
  await finding.getByRole('link', { name: 'The words that raised it' }).first().click()
  await page.getByRole('heading', { level: 1, name: 'The words in the document' }).waitFor()
  expect(await page.locator('main mark').allInnerTexts()).toEqual([cites])
  await look()
  await page.goBack()
}

async function dismiss({ page, look }: Walk, { cites }: Course): Promise<void> {
  await page.getByRole('link', { name: new RegExp(`Dismiss with a reason.*${cites}`) }).click()
  await look()
  await page.getByLabel('Why does it not count?').fill('The new edition says the same here.')
  await page.getByRole('button', { name: 'Dismiss' }).click()
  expect(await page.getByRole('alert').innerText()).toContain('It is dismissed, with your reason')
  await page.getByText('1 dismissed').click()
  expect(await main(page)).toMatch(/Dismissed by Miriam Castellan.*: The new edition says the same here\./)
}

async function correct({ page, look }: Walk, { promise, owner }: Course): Promise<void> {
  const statement = page.locator('[id^=statement-]', { hasText: promise })
  await statement.getByRole('link', { name: /^Correct/ }).click()
  await look()
  await page.getByLabel('Who is to do it').fill(owner)
  await page.getByLabel('Why is it corrected?').fill('It stands on the page before.')
  await page.getByRole('button', { name: 'Save the correction' }).click()
  expect(await page.getByRole('alert').innerText()).toContain('It is corrected')
  expect(await statement.innerText()).toContain(`To be done by: ${owner}`)
  expect(await main(page)).toContain(`who is to do it was not given and is “${owner}”. Reason: It stands on the page`)
  const history = page.getByRole('region', { name: 'History' })
  expect(await history.innerText()).toMatch(/You corrected a statement: 1 field.*You dismissed with a reason/s)
  await look()
}

/** Searches by a form that is posted, so that no word of it stands in an address. */
async function search({ page, look }: Walk, { searched, number }: Course): Promise<void> {
  await page.getByRole('link', { name: 'Search', exact: true }).click()
  await look()
  await page.getByLabel('Words').fill(searched)
  await page.getByRole('button', { name: 'Search' }).click()
  await page.getByRole('heading', { name: 'What was found' }).waitFor()
  expect(page.url()).toBe(`${address}/search`)
  const marks = await page.locator('main mark').allInnerTexts()
  expect(new Set(marks.map(words => words.toLowerCase()))).toEqual(new Set([searched]))
  await look()
  await page
    .getByRole('link', { name: `Recommendation ${number}, ${review}` })
    .first()
    .click()
  expect((await main(page)).toLowerCase()).toContain(searched)
}

/** Takes home what the register shows, which is what the file holds. */
async function download({ page }: Walk, { owner }: Course): Promise<void> {
  await page.getByRole('link', { name: 'Recommendations', exact: true }).first().click()
  await page.getByRole('link', { name: 'What was said' }).click()
  const shown = await countOf(page)
  const coming = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download as csv' }).click()
  const file = await coming
  expect(file.suggestedFilename()).toMatch(/\.csv$/)
  const text = await readFile(await file.path(), 'utf8')
  expect(text).toMatch(/^\uFEFFOFFICIAL-SENSITIVE\r\nReview,/)
  expect(text.trim().split('\r\n')).toHaveLength(shown + 2)
  expect(text).toContain(owner)
}

async function follow(each: Walk, course: Course): Promise<void> {
  await begin(each)
  await findInRegister(each, course)
  await readSource(each, course)
  await dismiss(each, course)
  await correct(each, course)
  await search(each, course)
  await download(each, course)
  expect({ complaints: each.complaints, faults: each.faults }).toEqual({ complaints: [], faults: [] })
  await each.context.close()
}

test('from a count to the words in the source, with a dismissal, a correction, a search and a file', async () => {
  await follow(await walk(browser, address), {
    number: '7',
    cites: 'Working Together to Safeguard Children 2023',
    promise: 'The Independent Scrutineer will lead an audit',
    owner: 'Independent Scrutineer',
    searched: 'scrutineer',
  })
})

test('the same without scripts', async () => {
  await follow(await walk(browser, address, { scripts: false }), {
    number: '3',
    cites: 'Keeping Children Safe in Education 2024',
    promise: 'The other fourteen schools will have theirs',
    owner: 'Designated leads of fourteen schools',
    searched: 'inhaler',
  })
})
