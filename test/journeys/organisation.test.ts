/** Somebody whom nobody knows comes in with the account of their organisation: asks, is confirmed, and is let in. */
import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../browser.ts'
import { freePort } from '../processes.ts'
import { openProvider, type TestProvider } from '../provider.ts'
import { type Board, type House, makeAgency, makeBoard, makePerson, openHouse, post, type Visitor } from '../world.ts'
import { type Walk, walk } from './walk.ts'

let provider: TestProvider
let house: House
let browser: Browser
let address: string
let board: Board
let admin: Visitor

beforeAll(async () => {
  const port = await freePort()
  address = `http://127.0.0.1:${port}`
  provider = await openProvider({ heed: address, showsPage: true })
  house = await openHouse({ address, providers: [provider.settings] })
  house.clock.set(new Date().toISOString())
  board = await makeBoard(house, { name: 'Tarnwold Safeguarding Children Partnership' })
  await makeAgency(house, [board], 'Vale Council')
  admin = await makePerson(house, [post(board, 'administrator')], 'Ada Marsh')
  await house.web.listen({ port, host: '127.0.0.1' })
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await house?.web.close()
  await house?.store.close()
  await house?.sink.close()
  await provider?.close()
})

const nadia = { sub: 'nadia', name: 'Nadia Khan', email: 'nadia.khan@vale.example', email_verified: true }
const headingOf = ({ page }: Walk) => page.locator('h1').innerText()

/** From the sign-in page of Heed to the organisation's, and back. */
async function signIn({ page }: Walk): Promise<void> {
  provider.enter(nadia)
  await page.goto('/sign-in')
  await page.getByRole('button', { name: 'Sign in with Vale Council' }).click()
  await page.getByRole('button', { name: 'Let me in' }).click()
  await page.waitForURL(url => url.origin === address && !url.pathname.endsWith('/return'))
}

async function signedIn(context: BrowserContext, visitor: Visitor): Promise<void> {
  await context.addCookies([{ name: 'heed-session', value: visitor.token, url: address }])
}

/** Whoever has no password shows the organisation again who they are, before an act of weight. */
async function showAgain(hers: Walk): Promise<void> {
  await hers.context.clearCookies()
  await signIn(hers)
  await house.owner.updateTable('session').set({ proven_at: null }).where('link_id', 'is not', null).execute()
  await hers.page.goto('/account/providers')
  expect(await headingOf(hers)).toBe('Show that it is you')
  await hers.look()
  await hers.page.getByRole('button', { name: 'Show it with Vale Council' }).click()
  await hers.page.getByRole('button', { name: 'Let me in' }).click()
  await hers.page.waitForURL('**/account/providers')
  expect(await headingOf(hers)).toBe('Signing in with your organisation')
  await hers.page.goto('/account')
  await hers.look()
  await hers.context.clearCookies()
}

/** The page that sends the browser on is left at once, unless the browser cannot go there. */
async function lookOnTheWay(hers: Walk): Promise<void> {
  await hers.page.route(`${provider.settings.issuer}/**`, route => route.abort('aborted'))
  await hers.page.goto('/sign-in')
  await hers.page.getByRole('button', { name: 'Sign in with Vale Council' }).click()
  await hers.page.getByRole('link', { name: 'go on to Vale Council' }).waitFor()
  await hers.look()
  await hers.page.unroute(`${provider.settings.issuer}/**`)
}

test('a stranger asks for access, an administrator confirms, and the stranger is in: all of it without scripts too', async () => {
  const [hers, plain, office] = [
    await walk(browser, address),
    await walk(browser, address, { scripts: false }),
    await walk(browser, address),
  ]
  await hers.page.goto('/sign-in')
  await hers.look()
  await signIn(hers)
  expect(await headingOf(hers)).toBe('Nobody has let you in yet')
  await hers.look()
  await hers.page.getByRole('radio', { name: board.name }).check()
  await hers.page.getByLabel('What should the board know?').fill('I lead for safeguarding at the council')
  await hers.page.getByRole('button', { name: 'Ask for access' }).click()
  expect(await hers.page.locator('main').innerText()).toContain('Waits for an administrator of the board')

  await signedIn(office.context, admin)
  await office.page.goto(`/boards/${board.slug}/people/requests`)
  await office.look()
  await office.page.getByRole('link', { name: 'Nadia Khan' }).click()
  await office.look()
  await office.page.getByRole('radio', { name: 'Agency safeguarding lead' }).check()
  await office.page.getByLabel('Agency', { exact: true }).selectOption({ label: 'Vale Council' })
  await office.page.getByRole('button', { name: 'Confirm and give the role' }).click()
  expect(await office.page.locator('main').innerText()).toContain('The person has the role')

  await signIn(plain)
  expect(await headingOf(plain)).toContain(board.name)
  await plain.page.goto('/account/providers')
  expect(await plain.page.locator('main').innerText()).toContain('Vale Council')
  await plain.look()

  await office.page.goto(`/boards/${board.slug}/settings/rules`)
  await office.look()
  await office.page.getByLabel('What the rule goes by').selectOption({ index: 1 })
  await office.page.getByLabel('Value').fill('vale.example')
  await office.page.getByRole('radio', { name: 'Reader' }).check()
  await office.page.getByRole('button', { name: 'Make the rule' }).click()
  expect(await office.page.locator('main').innerText()).toContain(
    'Verified e-mail address at vale.example, by Vale Council',
  )
  await office.look()
  await office.page.goto('/account/providers')
  await office.look()

  await showAgain(hers)
  await lookOnTheWay(hers)
  await provider.stop()
  await hers.page.goto('/sign-in')
  await hers.page.getByRole('button', { name: 'Sign in with Vale Council' }).click()
  expect(await headingOf(hers)).toBe('Vale Council does not answer')
  await hers.look()
  await provider.listen()

  for (const each of [hers, plain, office]) {
    expect(each.faults).toEqual([])
    // The browser notes that a page is not available, which is what was tried.
    expect(each.complaints.filter(line => !line.includes('503'))).toEqual([])
  }
})
