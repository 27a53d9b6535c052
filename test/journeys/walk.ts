/** A person's walk through a listening house in Chromium, watched for what no page may do. */
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { findFaults } from '../axe.ts'

export interface Walk {
  readonly context: BrowserContext
  readonly page: Page
  /** What the browser's console complained of, and what scripts threw. */
  readonly complaints: readonly string[]
  /** What was wrong on the pages that were looked at: a line for each fault, with the page's title. */
  readonly faults: readonly string[]
  /** Looks at the page that is open: axe on a desk and on a phone, and that nothing is wider than the phone. */
  look(): Promise<void>
}

const [desk, phone] = [
  { width: 1280, height: 900 },
  { width: 320, height: 640 },
]

const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'

/** Opens a browser of its own for one person. axe needs scripts, so without them only the width is looked at. */
export async function walk(browser: Browser, address: string, { scripts = true } = {}): Promise<Walk> {
  const context = await browser.newContext({ viewport: desk, baseURL: address, javaScriptEnabled: scripts })
  context.setDefaultTimeout(15_000)
  const page = await context.newPage()
  const complaints: string[] = []
  const faults: string[] = []
  page.on('console', message => {
    if (message.type() === 'error') complaints.push(`${page.url()}: ${message.text()}`)
  })
  page.on('pageerror', error => complaints.push(`${page.url()}: ${error.message}`))
  const look = async () => {
    const note = async (found: readonly string[]) => {
      const title = await page.title()
      faults.push(...found.map(fault => `${title}, ${page.viewportSize()?.width} px: ${fault}`))
    }
    for (const size of [phone, desk]) {
      await page.setViewportSize(size)
      if (scripts) await note(await findFaults(page))
      const wider = Number(await page.evaluate(overflow))
      if (wider > 0) await note([`it is ${wider} px too wide`])
    }
  }
  return { context, page, complaints, faults, look }
}

const mostTabs = 100

/** Presses Tab until the wanted element has the focus; throws when a hundred times do not lead there. */
export async function tabTo(page: Page, wanted: Locator): Promise<void> {
  for (let tabs = 0; tabs < mostTabs; tabs++) {
    await page.keyboard.press('Tab')
    if (await wanted.evaluate(element => element === element.ownerDocument.activeElement)) return
  }
  throw new Error(`${wanted} is not reached by ${mostTabs} tabs`)
}
