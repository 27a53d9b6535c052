/** The check page in Chromium: by keyboard alone, without scripts, on a phone and on a desk, with axe. */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findFaults } from '../../../test/axe.ts'
import { openLookedAt } from '../../../test/looked-at.ts'
import {
  type Board,
  eventually,
  type House,
  makeAgency,
  makeBoard,
  makePerson,
  post,
  type Visitor,
  visit,
} from '../../../test/world.ts'
import { urls } from '../../urls.ts'

let house: House
let browser: Browser
let address: string
let close: () => Promise<void>
let board: Board
let nadia: Visitor

beforeAll(async () => {
  ;({ house, browser, address, close } = await openLookedAt())
  board = await makeBoard(house, { name: 'Marl Safeguarding Children Partnership' })
  await makeAgency(house, [board], 'Marl Police')
  nadia = await makePerson(house, [post(board, 'support officer')], 'Nadia Brook')
})
afterAll(() => close?.())

const plan = (mark: string) => `<!doctype html><title>Response</title>
<h1>Response of the Marl Safeguarding Children Partnership to the review of Child ${mark}</h1>
<p>Published on 3 March 2026</p>
<h2>Recommendation 1</h2>
<p>Marl Police and Marl Council should make sure that:</p>
<ul><li>a) schools are told the same day</li><li>b) the record is whole</li></ul>
<p>Marl Police will tell schools on the same day by May 2027. Officers were trained in 2025.</p>
<p>Marl Council recognises the importance of this.</p>
<h2>Recommendation 2</h2>
<p>The Partnership should run a campaign on safe sleep.</p>
<table><tr><th>Recommendation</th><th>Lead agency</th><th>Action</th><th>By when</th></tr>
<tr><td>2</td><td>Marl Council</td>
<td>Launch the campaign in every children’s centre</td><td>31/05/2027</td></tr></table>
`

let uploads = 0

/** The address of a document that was read. */
async function uploaded(form: Record<string, string> = {}): Promise<string> {
  uploads++
  const files = [{ field: 'files', name: 'response.html', bytes: new TextEncoder().encode(plan(`T${uploads}`)) }]
  const sent = await visit(house, nadia, urls.newImport(board.slug), { form, files })
  const path = sent.location ?? ''
  await eventually(
    () => visit(house, nadia, path),
    answer => answer.text.includes('Check what Heed understood'),
  )
  return path
}

async function opened(
  options: { width?: number; scripts?: boolean } = {},
): Promise<{ context: BrowserContext; page: Page }> {
  const { width = 1280, scripts = true } = options
  const context = await browser.newContext({ viewport: { width, height: 900 }, javaScriptEnabled: scripts })
  await context.addCookies([{ name: 'heed-session', value: nadia.token, url: address }])
  const page = await context.newPage()
  page.on('pageerror', error => {
    throw error
  })
  return { context, page }
}

const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'
const focused = 'document.activeElement.closest(".heed-joined")?.id ?? null'
const marked = '[...document.querySelectorAll(".heed-mark--current > a")].map(a => a.getAttribute("href").slice(1))'

test.each([320, 1280])('every page of a check holds to WCAG 2.2 AA and fits a screen of %i pixels', async width => {
  const path = await uploaded()
  const said = /id="(s\d+)"/.exec((await visit(house, nadia, path)).html)?.[1] ?? ''
  const { context, page } = await opened({ width })
  const suffixes = ['', `?open=${said}`, '?open=r1', '?open=r1.part', '?open=add', '/names', '/names?open=n-1']
  const pages = [...suffixes, '/findings', '/review', '/saving', '/discarding'].map(each => path + each)
  for (const each of [...pages, urls.newImport(board.slug), urls.imports(board.slug)]) {
    await page.goto(address + each)
    expect({ page: each, faults: await findFaults(page), wider: await page.evaluate(overflow) }).toEqual({
      page: each,
      faults: [],
      wider: 0,
    })
  }
  await context.close()
})

test.each([320, 1280])('the pages that few people see hold to the same, at %i pixels', async width => {
  const { context, page } = await opened({ width })
  const check = async (name: string) =>
    expect({ name, faults: await findFaults(page), wider: await page.evaluate(overflow) }).toEqual({
      name,
      faults: [],
      wider: 0,
    })
  const path = await uploaded()
  await page.goto(`${address}${path}?open=r1`)
  const form = { change: 'recommendation.correct', item: 'r1', number: '1', text: 'Theirs', seen: '0' }
  await visit(house, nadia, `${path}/changes`, { form })
  await page.getByRole('button', { name: 'Keep this correction' }).click()
  expect(await page.locator('h1').innerText()).toBe('Somebody else changed this meanwhile')
  await check('two versions')
  await page.getByRole('button', { name: 'Use mine' }).click()
  await page.goto(`${address}${path}?open=r1`)
  await page.fill('textarea[name=text]', '')
  await page.getByRole('button', { name: 'Keep this correction' }).click()
  expect(await page.title()).toMatch(/^Error: /)
  await check('a mistake')
  await visit(house, nadia, `${path}/saving`, { form: { seen: '2', title: 'Child T', standing: 'restricted' } })
  await page.goto(address + path)
  await check('saved')
  const review = /reviews\/([0-9a-f-]{36})/.exec(await page.content())?.[1] ?? ''
  const later = await uploaded({ review })
  await page.goto(`${address}${later}/comparison`)
  expect(await page.locator('h1').innerText()).toContain('Against the register')
  await check('against the register')
  const files = [{ field: 'files', name: 'broken.pdf', bytes: new TextEncoder().encode(`%PDF-1.4 broken ${width}`) }]
  const broken = await visit(house, nadia, urls.newImport(board.slug), { form: {}, files })
  await eventually(
    () => visit(house, nadia, broken.location ?? ''),
    answer => answer.text.includes('could not be read'),
  )
  await page.goto(address + (broken.location ?? ''))
  await check('failed')
  await context.close()
})

test('a whole check by keyboard alone: from doubt to doubt, a correction, and saved', async () => {
  const path = await uploaded()
  const { context, page } = await opened()
  await page.goto(address + path)
  await page.keyboard.press('n')
  const doubtful = (await page.evaluate(focused)) as string
  expect(doubtful).toMatch(/^[rsu]\d+$/)
  expect(new Set((await page.evaluate(marked)) as string[])).toEqual(new Set([doubtful]))
  for (const side of [`#${doubtful}`, `#w-${doubtful}`]) {
    const box = await page.locator(side).boundingBox()
    expect({ side, y: box && box.y > 0 && box.y < 880 }).toEqual({ side, y: true })
  }
  await page.keyboard.press('j')
  expect(await page.evaluate(focused)).not.toBe(doubtful)
  await page.keyboard.press('k')
  expect(await page.evaluate(focused)).toBe(doubtful)
  await page.keyboard.press('c')
  await page.waitForURL(/open=/)
  await page.focus('textarea[name=text]')
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' now n j k ?')
  await page.getByRole('button', { name: 'Keep this correction' }).focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(/at=/)
  expect(await page.evaluate(focused)).toBe(doubtful)
  expect(await page.locator(`#${doubtful}`).innerText()).toContain('now n j k ?')
  await page.getByRole('button', { name: 'Save to the register' }).focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(/saving/)
  await page.locator('main button', { hasText: 'Save to the register' }).focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(/said=saved/)
  expect(await page.locator('main').innerText()).toContain('Saved to the register')
  await context.close()
})

test('keys can be switched off, and stay off', async () => {
  const path = await uploaded()
  const { context, page } = await opened()
  await page.goto(address + path)
  await page.keyboard.press('?')
  await page.getByRole('checkbox', { name: 'Keys are on' }).uncheck()
  await page.reload()
  await page.keyboard.press('n')
  expect(await page.evaluate(focused)).toBeNull()
  await context.close()
})

test('pressing marked words goes to what was understood of them', async () => {
  const path = await uploaded()
  const { context, page } = await opened()
  await page.goto(address + path)
  const words = page.locator('mark > a', { hasText: 'Officers were trained' })
  const href = await words.getAttribute('href')
  await words.click()
  expect(`#${await page.evaluate(focused)}`).toBe(href)
  await context.close()
})

test('without scripts: words and things are joined by links, and a correction and a saving are forms', async () => {
  const path = await uploaded()
  const { context, page } = await opened({ width: 320, scripts: false })
  await page.goto(address + path)
  expect(await page.locator('table.heed-source__table td', { hasText: 'Launch the campaign' }).count()).toBe(1)
  await page.locator('mark > a', { hasText: 'Officers were trained' }).click()
  const card = page.locator('.heed-joined:target')
  expect(await card.innerText()).toContain('Officers were trained in 2025.')
  await card.getByRole('link', { name: /Correct/ }).click()
  await page.locator('select[name=act]').selectOption('ongoing')
  const typed = page.getByLabel('Name of the agency')
  expect(await typed.isVisible(), 'a name is asked for when it is another only').toBe(false)
  await page.getByLabel('Another name').check()
  expect(await page.getByLabel('Agency, as the document names it').isVisible()).toBe(false)
  await typed.fill('Marl Constabulary')
  await page.getByRole('button', { name: 'Keep this correction' }).click()
  expect(await page.locator('.heed-joined:target').innerText()).toContain('Ongoing')
  expect(await page.locator('main').innerText()).toContain('Marl Constabulary')
  await page.getByRole('button', { name: /Undo/ }).click()
  expect(await page.locator('.heed-joined', { hasText: 'Officers were trained' }).innerText()).toContain('Done')
  await page.getByRole('button', { name: 'Save to the register' }).click()
  await page.getByRole('button', { name: 'Save to the register' }).click()
  expect(await page.locator('main').innerText()).toContain('Go to the review')
  await context.close()
})

test('a document is chosen in the browser, its reading shows progress, and the check follows by itself', async () => {
  const { context, page } = await opened()
  await page.goto(address + urls.newImport(board.slug))
  const buffer = Buffer.from(plan('Chosen'))
  await page.locator('input[type=file]').setInputFiles({ name: 'chosen.html', mimeType: 'text/html', buffer })
  await page.getByRole('button', { name: 'Upload' }).click()
  await page.waitForSelector('text=Check what Heed understood')
  expect(await page.locator('h1').innerText()).toContain('chosen.html')
  await context.close()
})
