/** A passkey from its making to the sign-in with it, by Chromium's own authenticator. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../browser.ts'
import { freePort } from '../processes.ts'
import { type House, makeBoard, makePerson, openHouse, post, setPassword, type Visitor } from '../world.ts'
import { type Walk, walk } from './walk.ts'

const password = 'kettle-orbit-plaster'
let house: House
let browser: Browser
let address: string
let ada: Visitor
let board: string

beforeAll(async () => {
  // The address is known before the house is opened, because passkeys count for it alone.
  const port = await freePort()
  address = `http://localhost:${port}`
  house = await openHouse({ address })
  await house.web.listen({ port, host: '127.0.0.1' })
  const made = await makeBoard(house, { name: 'Northshire Partnership', secondFactor: true })
  board = made.name
  ada = await makePerson(house, [post(made, 'administrator')], 'Ada Marsh')
  await setPassword(house, ada, password)
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await house?.web.close()
  await house?.store.close()
  await house?.sink.close()
})

/** Gives the page a device that holds passkeys; whether its person is the right one can be switched. */
async function plugIn({ context, page }: Walk) {
  const cdp = await context.newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return {
    verify: (isUserVerified: boolean) => cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified }),
  }
}

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true }).waitFor()
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

async function givePassword(page: Page): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('E-mail address').fill(ada.email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await press(page, 'Sign in')
}

test('whoever must set up a second factor adds a passkey, signs in with it alone, beside the password, and shows again who she is', async () => {
  const hers = await walk(browser, address)
  const { page, look } = hers
  const device = await plugIn(hers)
  await givePassword(page)
  await heading(page, 'Second factor')
  await page.getByRole('link', { name: 'add a passkey instead' }).click()
  await heading(page, 'Add a passkey')
  await look()
  await press(page, 'Add the passkey')
  await page.getByRole('link', { name: 'Enter a name, such as the device that the passkey is on' }).waitFor()
  await page.getByLabel('Name of the passkey').fill('The laptop at work')
  await press(page, 'Add the passkey')
  await heading(page, board)

  await page.goto('/account')
  await page.getByRole('link', { name: 'See your passkeys' }).click()
  expect(await page.getByRole('row', { name: /The laptop at work.*Not yet/ }).count()).toBe(1)
  await look()
  await page.getByRole('link', { name: 'Rename or remove the passkey The laptop at work' }).click()
  await heading(page, 'A passkey of yours')
  await look()
  await page.getByRole('link', { name: 'Remove this passkey' }).click()
  await press(page, 'Remove the passkey')
  expect(await page.locator('main').innerText()).toContain('this passkey is the only one that you have')
  await look()

  await press(page, 'Sign out')
  await heading(page, 'Sign in')
  await device.verify(false)
  await press(page, 'Sign in with a passkey')
  await page.getByText('No passkey was used: it was cancelled, or it took too long.').waitFor()
  await look()
  await device.verify(true)
  await press(page, 'Sign in with a passkey')
  await heading(page, board)

  await press(page, 'Sign out')
  await givePassword(page)
  await heading(page, 'Use your passkey')
  await look()
  await press(page, 'Use a passkey')
  await heading(page, board)

  await house.owner.updateTable('session').set({ proven_at: null }).where('person_id', '=', ada.id).execute()
  await page.goto('/account/passkeys/new')
  await heading(page, 'Show that it is you')
  await look()
  await press(page, 'Use a passkey')
  await heading(page, 'Add a passkey')
  // The device holds one for this account: it says so, and nothing is sent.
  await page.getByLabel('Name of the passkey').fill('Again')
  await press(page, 'Add the passkey')
  await page.getByText('This device holds a passkey for your account already.').waitFor()
  // A form with a mistake is answered with 422, which the console calls an error.
  const complaints = hers.complaints.filter(line => !line.includes('status of 422'))
  expect({ complaints, faults: hers.faults }).toEqual({ complaints: [], faults: [] })
  await hers.context.close()
})

test('without JavaScript every page works but the passkey, and says why', async () => {
  const { page, context, look, faults } = await walk(browser, address, { scripts: false })
  await page.goto('/sign-in')
  await look()
  expect(await page.getByText('A passkey needs JavaScript, which is switched off').isVisible()).toBe(true)
  expect(await page.getByRole('button', { name: 'Sign in with a passkey' }).isVisible()).toBe(false)
  await givePassword(page)
  await heading(page, 'Use your passkey')
  await look()
  expect(await page.getByText('A passkey needs JavaScript, which is switched off').isVisible()).toBe(true)
  expect(faults).toEqual([])
  await context.close()
})
