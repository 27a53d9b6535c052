/** Pages in Chromium, as the tests of each feature look at them: on a phone and on a desk, with axe. */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { findFaults } from './axe.ts'
import { launchBrowser } from './browser.ts'
import { type House, openHouse, type Visitor } from './world.ts'

/** A house of its own that listens, with a browser that looks at it. */
export interface LookedAt {
  readonly house: House
  readonly browser: Browser
  readonly address: string
  close(): Promise<void>
}

export async function openLookedAt(): Promise<LookedAt> {
  const house = await openHouse()
  const address = await house.web.listen({ port: 0, host: '127.0.0.1' })
  const browser = await launchBrowser()
  return {
    house,
    browser,
    address,
    async close() {
      await browser.close()
      await house.web.close()
    },
  }
}

/** What is wrong with a page: what axe finds, and whether it is wider than its screen. */
export const faultsOf = async (page: Page) => ({
  faults: await findFaults(page),
  sideways: await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth),
})

/** What `faultsOf` says of a page with which nothing is wrong. */
export const noFaults = { faults: [], sideways: false }

/** Opens a window of a width for the tests of the group that it is called in, with somebody signed in. */
export function windowFor(who: () => { readonly at: LookedAt; readonly visitor: Visitor }, width: number): () => Page {
  let context: BrowserContext
  let page: Page
  beforeAll(async () => {
    const { at, visitor } = who()
    context = await at.browser.newContext({ viewport: { width, height: 900 } })
    await context.addCookies([{ name: 'heed-session', value: visitor.token, url: at.address }])
    page = await context.newPage()
  })
  afterAll(() => context?.close())
  return () => page
}
