/** Every part of the design in Chromium: axe at WCAG 2.2 AA, no sideways scrolling, nothing that the console complains of. */
import fs from 'node:fs'
import http from 'node:http'
import os from 'node:os'
import path from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { VNode } from 'preact'
import { extractText } from 'unpdf'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildAssets } from '../scripts/assets.ts'
import { assetPaths, errorPages, helpPage, type PageFrame, renderPage, Page as Sheet } from '../src/design/index.ts'
import { accessibilityPage, cookiesPage } from '../src/design/static-pages.tsx'
import { findFaults } from './axe.ts'
import { launchBrowser } from './browser.ts'
import { Gallery, Reading } from './gallery/pages.tsx'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'heed-assets-'))
const nonce = 'c2FtcGxl'
const mediaTypes: Record<string, string> = {
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

let browser: Browser
let address: string
let server: http.Server
let pages: Record<string, VNode>

beforeAll(async () => {
  const assets = assetPaths(buildAssets(folder))
  const navigation = [
    { text: 'Board', href: '/', current: true },
    { text: 'Reviews', href: '/reviews' },
    { text: 'Recommendations', href: '/register' },
    { text: 'Agencies', href: '/agencies' },
    { text: 'Search', href: '/search' },
  ]
  const signedIn = {
    name: 'Ruth Adeyemi',
    boardName: 'Northshire Safeguarding Children Partnership',
    boards: null,
    navigation,
    signOutHref: '/sign-out',
    csrf: 'token',
  }
  const frame: PageFrame = { assets, nonce, signedIn }
  const alone = ({ title, body }: { title: string; body: VNode }) => (
    <Sheet assets={assets} nonce={nonce} title={title}>
      {body}
    </Sheet>
  )
  pages = {
    gallery: <Gallery frame={frame} />,
    wide: <Gallery frame={frame} wide />,
    reading: <Reading frame={frame} />,
    help: alone(helpPage()),
    cookies: alone(cookiesPage()),
    accessibility: alone(accessibilityPage({ contact: null, preparedOn: '23 November 2026', reviewedOn: null })),
    ...Object.fromEntries(
      ([403, 404, 409, 413, 422, 429, 500, 503, 507] as const).map(status => [
        status,
        alone(errorPages(status, 'f3a9')),
      ]),
    ),
  }
  server = http.createServer((request, reply) => {
    const url = request.url?.split('?')[0] ?? '/'
    const page = pages[url.slice(1)]
    if (page) {
      reply.setHeader('content-type', 'text/html; charset=utf-8')
      reply.setHeader(
        'content-security-policy',
        `default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; script-src 'self' 'nonce-${nonce}'; form-action 'self'; base-uri 'none'`,
      )
      reply.end(renderPage(page))
      return
    }
    const file = path.join(folder, path.normalize(url.replace(/^\/assets\//, '/')))
    if (!fs.existsSync(file)) {
      reply.statusCode = 404
      reply.end()
      return
    }
    reply.setHeader('content-type', mediaTypes[path.extname(file)] ?? 'text/plain')
    reply.end(fs.readFileSync(file))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const bound = server.address()
  address = `http://127.0.0.1:${typeof bound === 'object' ? bound?.port : bound}`
  browser = await launchBrowser()
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await new Promise(resolve => server?.close(resolve))
  fs.rmSync(folder, { recursive: true, force: true })
})

interface Visit {
  readonly width?: number
  readonly scripts?: boolean
}

/** Opens a page, gives it to the function, and fails when the console or the network complained. */
async function visit(name: string, { width = 1280, scripts = true }: Visit, look: (page: Page) => Promise<void>) {
  const context: BrowserContext = await browser.newContext({
    viewport: { width, height: 900 },
    javaScriptEnabled: scripts,
  })
  const complaints: string[] = []
  const page = await context.newPage()
  page.on('console', message => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', error => complaints.push(String(error)))
  page.on('response', response => response.status() >= 400 && complaints.push(`${response.status()} ${response.url()}`))
  try {
    await page.goto(`${address}/${name}`)
    await look(page)
    expect(complaints).toEqual([])
  } finally {
    await context.close()
  }
}

const overflow = (page: Page) =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth') as Promise<number>

/** Leaves pictures for the eye, a screen and a half each, when HEED_PICTURES names a folder. */
async function picture(page: Page, name: string) {
  const pictures = process.env.HEED_PICTURES
  if (!pictures) return
  const { width, height } = (await page.evaluate(
    '({ width: document.documentElement.clientWidth, height: document.documentElement.scrollHeight })',
  )) as { width: number; height: number }
  for (let y = 0; y < height; y += 1500) {
    const clip = { x: 0, y, width, height: Math.min(1500, height - y) }
    await page.screenshot({ path: path.join(pictures, `${name}-${y / 1500}.png`), fullPage: true, clip })
  }
}

const names = [
  'gallery',
  'wide',
  'reading',
  'help',
  'cookies',
  'accessibility',
  '403',
  '404',
  '409',
  '413',
  '422',
  '429',
  '500',
  '503',
]

describe.each([320, 1280])('at %i pixels', width => {
  test.each(names)('%s has no fault that axe finds and does not scroll sideways', async name => {
    await visit(name, { width }, async page => {
      await page.waitForFunction('document.fonts.ready.then(() => true)')
      await picture(page, `${name}-${width}`)
      expect(await overflow(page)).toBe(0)
      expect(await findFaults(page)).toEqual([])
    })
  })
})

test('every field and every word is there without JavaScript', async () => {
  await visit('gallery', { scripts: false, width: 320 }, async page => {
    await picture(page, 'gallery-320-no-scripts')
    expect(await page.locator('.govuk-service-navigation__list').isVisible()).toBe(true)
  })
})

test('the file upload is named by its label and all its words', async () => {
  await visit('gallery', {}, async page => {
    const name = /^Upload a published response.*No file chosen.*Choose file or drop file$/
    expect(await page.getByRole('button', { name }).count()).toBe(1)
  })
})

test('what a radio reveals appears with it and goes with it, with or without a script', async () => {
  for (const scripts of [true, false]) {
    await visit('gallery', { scripts }, async page => {
      expect(await page.locator('#since').isVisible()).toBe(false)
      await page.locator('#access-2').check()
      expect(await page.locator('#since').isVisible()).toBe(true)
      await page.locator('#access').check()
      expect(await page.locator('#since').isVisible()).toBe(false)
    })
  }
})

test('every sheet of paper carries the marking, the day and the headings of its table, and no navigation', async () => {
  await visit('reading', {}, async page => {
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true })
    if (process.env.HEED_PICTURES) fs.writeFileSync(path.join(process.env.HEED_PICTURES, 'reading.pdf'), pdf)
    const { text } = await extractText(new Uint8Array(pdf), { mergePages: false })
    expect(text.length).toBeGreaterThan(1)
    for (const sheet of text) {
      expect(sheet.match(/OFFICIAL-SENSITIVE/g)).toHaveLength(2)
      expect(sheet).toContain('As of 23 November 2026')
      expect(sheet).not.toMatch(/Sign out|Apply filters|Accessibility/)
    }
    expect(text.join(' ').match(/Row number/g)?.length).toBeGreaterThan(1)
    expect(text.join(' ')).toContain('Where this was said')
    // An address within Heed cannot be followed on paper; the page's own stands at its foot.
    expect(text.join(' ')).not.toContain('/documents/1')
  })
})

test('by keyboard alone, the first stop skips to the content, and the menu of a phone opens', async () => {
  await visit('reading', { width: 320 }, async page => {
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to main content')
    await page.keyboard.press('Enter')
    expect(await page.evaluate('document.activeElement.id')).toBe('main-content')
    const menu = page.getByRole('button', { name: 'Menu' })
    expect(await page.getByRole('link', { name: 'Recommendations', exact: true }).isVisible()).toBe(false)
    await menu.focus()
    await page.keyboard.press('Enter')
    expect(await page.getByRole('link', { name: 'Recommendations', exact: true }).isVisible()).toBe(true)
  })
})
