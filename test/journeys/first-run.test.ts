/** How a house begins: from nothing to a support officer who signs in with a password and a code. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { codeAt, fromBase32, stepOf, stepSeconds } from '../../src/access/totp.ts'
import { launchBrowser } from '../browser.ts'
import { eventually, type House, openHouse } from '../world.ts'
import { tabTo, type Walk, walk } from './walk.ts'

let house: House
let browser: Browser
let address: string

beforeAll(async () => {
  house = await openHouse()
  address = await house.web.listen({ port: 0, host: '127.0.0.1' })
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await house?.web.close()
  await house?.store.close()
  await house?.sink.close()
})

const ada = { name: 'Ada Marsh', email: 'ada.marsh@northshire.example', password: 'kettle-orbit-plaster' }
const nadia = { name: 'Nadia Brook', email: 'nadia.brook@northshire.example', password: 'walnut-anchor-drizzle' }
const board = 'Northshire Safeguarding Children Partnership'

/** The code that an authenticator app shows now. Each step counts once, so the next one is waited for. */
function nextCode(secret: string): string {
  const later = new Date(house.clock.now().getTime() + stepSeconds * 1000)
  house.clock.set(later.toISOString())
  return codeAt(fromBase32(secret), stepOf(later))
}

const headingOf = (page: Page) => page.locator('h1').innerText()

/** Goes through the pages of the second factor, from where a board demands it. Gives the key that the app keeps. */
async function enrol({ page, look }: Walk): Promise<string> {
  expect(await headingOf(page)).toBe('Second factor')
  expect(await page.locator('main').innerText()).toContain('Your board asks for a second factor')
  await look()
  await page.getByRole('button', { name: 'Set up the second factor' }).click()
  expect(await page.getByRole('img', { name: 'QR code with the key that is written below' }).count()).toBe(1)
  await look()
  const secret = await page.locator('main code').innerText()
  await page.getByLabel('Code', { exact: true }).fill(nextCode(secret))
  await page.getByRole('button', { name: 'Finish' }).click()
  await page.getByRole('heading', { level: 1, name: board }).waitFor()
  await look()
  return secret
}

/** The first board and its administrator, from the very first page that a new house shows. */
async function setUp({ page, look }: Walk): Promise<void> {
  await page.goto('/')
  expect(new URL(page.url()).pathname).toBe('/first-run')
  expect(await headingOf(page)).toBe('Set up the first board')
  await look()
  await page.getByLabel('Name of the board').fill(board)
  await page.getByLabel('Short name').fill('Northshire SCP')
  await page.getByLabel('Your name').fill(ada.name)
  await page.getByLabel('Your e-mail address').fill(ada.email)
  await page.getByLabel('Choose a password').fill(ada.password)
  await page.getByRole('button', { name: 'Set up the board' }).click()
}

async function invite({ page, look }: Walk): Promise<void> {
  await page.getByRole('link', { name: 'Invitations' }).first().click()
  expect(await page.locator('main').innerText()).toContain('Nobody has been invited yet')
  await look()
  await page.getByRole('button', { name: 'Invite a person' }).click()
  await look()
  await page.getByLabel('Name', { exact: true }).fill(nadia.name)
  await page.getByLabel('E-mail address').fill(nadia.email)
  await page.getByRole('radio', { name: 'Partnership support officer' }).check()
  await page.getByRole('button', { name: 'Send the invitation' }).click()
  expect(await page.getByRole('alert').innerText()).toContain('The person is invited')
  await look()
}

/** The link in the letter to the person invited, once it has arrived. */
async function linkInLetter(): Promise<string> {
  const letters = await eventually(
    async () => house.sink.mail.sent() ?? [],
    ({ length }) => length > 0,
  )
  expect(letters.map(({ to }) => to)).toEqual([nadia.email])
  const link = /http:\/\/heed\.test(\/invitations\/\S+)/.exec(letters[0]?.text ?? '')?.[1]
  expect(letters[0]?.text).toContain(board)
  return link ?? ''
}

async function accept({ page, look }: Walk, link: string): Promise<void> {
  await page.goto(link)
  expect(await headingOf(page)).toBe('Accept the invitation')
  expect(await page.locator('main').innerText()).toContain('Partnership support officer')
  expect(await page.getByLabel('Your name').inputValue()).toBe(nadia.name)
  await look()
  await page.getByLabel('Choose a password').fill(nadia.password)
  await page.getByRole('button', { name: 'Accept and go on' }).click()
}

/** Signs in with nothing but the keyboard, from the page to the board's home. */
async function signInByKeyboard({ page, look }: Walk, secret: string): Promise<void> {
  const type = async (label: string, words: string) => {
    await tabTo(page, page.getByLabel(label, { exact: true }))
    await page.keyboard.type(words)
  }
  await type('E-mail address', nadia.email)
  await type('Password', nadia.password)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Enter your code' }).waitFor()
  await look()
  await type('Code', nextCode(secret))
  await tabTo(page, page.getByRole('button', { name: 'Continue' }))
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: board }).waitFor()
}

test('an empty house becomes a board whose support officer signs in with a password and a code', async () => {
  const hers = await walk(browser, address)
  await setUp(hers)
  await enrol(hers)
  await invite(hers)
  const link = await linkInLetter()

  const officers = await walk(browser, address)
  await accept(officers, link)
  const secret = await enrol(officers)
  expect(await officers.page.getByRole('button', { name: 'Import a response' }).count()).toBe(1)
  await tabTo(officers.page, officers.page.getByRole('button', { name: 'Sign out' }))
  await officers.page.keyboard.press('Enter')
  await officers.page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor()
  await officers.look()
  await signInByKeyboard(officers, secret)

  await hers.page.reload()
  expect(await hers.page.locator('main').innerText()).toContain('Accepted')
  for (const { complaints, faults } of [hers, officers]) {
    expect({ complaints, faults }).toEqual({ complaints: [], faults: [] })
  }
  await officers.page.goto(link)
  expect(await headingOf(officers.page)).toBe('This invitation can no longer be used')
  await officers.look()
  expect(officers.faults).toEqual([])
  await hers.context.close()
  await officers.context.close()
})

test('the password alone opens no page, nor does it with a wrong code', async () => {
  const { page, context, look, faults } = await walk(browser, address)
  await page.goto('/sign-in')
  await page.getByLabel('E-mail address').fill(ada.email)
  await page.getByLabel('Password', { exact: true }).fill(ada.password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByRole('heading', { name: 'Enter your code' }).waitFor()
  await page.goto('/boards/northshire-scp')
  expect(await headingOf(page)).toBe('Enter your code')
  await page.getByLabel('Code', { exact: true }).fill('000000')
  await page.getByRole('button', { name: 'Continue' }).click()
  expect(await page.title()).toMatch(/^Error: Enter your code/)
  await look()
  await page.goto('/account')
  expect(await headingOf(page)).toBe('Enter your code')
  expect(faults).toEqual([])
  await context.close()
})
