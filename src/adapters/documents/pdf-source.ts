/** A PDF's pages as pdf.js gives them: opening, fonts, text with its place, and drawn lines. */
import { getDocumentProxy, getResolvedPDFJS } from 'unpdf'
import type { Budget } from './limits.ts'
import { apply, type Fragment, type Matrix, multiply, type PdfPage } from './pdf-geometry.ts'
import { findRules, type PathCodes } from './pdf-rules.ts'
import { encrypted } from './sniffing.ts'
import { corrupt } from './unreadable.ts'

type Proxy = Awaited<ReturnType<typeof getDocumentProxy>>
type PageProxy = Awaited<ReturnType<Proxy['getPage']>>

export interface PdfSource {
  readonly pages: number
  readonly title: string | null
  readPage(number: number): Promise<PdfPage>
  /** The page's part of the tag tree, or null when the file has none. */
  readTags(number: number): Promise<Tag | null>
  /** Whether a page without text shows pictures. */
  showsPictures(number: number): Promise<boolean>
  close(): Promise<void>
}

export interface Tag {
  readonly role?: string
  readonly type?: string
  readonly id?: string
  readonly alt?: string
  readonly children?: readonly Tag[]
}

export async function openPdf(bytes: Uint8Array, budget: Budget): Promise<PdfSource> {
  const proxy = await open(bytes)
  budget.checkPages(proxy.numPages)
  const { OPS } = await getResolvedPDFJS()
  const fonts = new Map<string, boolean>()
  const load = async (number: number) => {
    budget.checkTime()
    return proxy.getPage(number)
  }
  return {
    pages: proxy.numPages,
    title: await titleOf(proxy),
    async readPage(number) {
      const page = await load(number)
      const read = await readPage(page, { number, fonts, codes: OPS })
      page.cleanup()
      return read
    },
    async readTags(number) {
      return (await (await load(number)).getStructTree()) as Tag | null
    },
    async showsPictures(number) {
      const { fnArray } = await (await load(number)).getOperatorList()
      const pictures = new Set([OPS.paintImageXObject, OPS.paintInlineImageXObject, OPS.paintImageMaskXObject])
      return fnArray.some(code => pictures.has(code))
    },
    close: () => proxy.loadingTask.destroy(),
  }
}

async function open(bytes: Uint8Array): Promise<Proxy> {
  try {
    // A copy, because pdf.js keeps what it is given.
    return await getDocumentProxy(new Uint8Array(bytes), {
      verbosity: 0,
      disableFontFace: true,
      maxImageSize: 1,
    })
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') throw encrypted()
    throw corrupt('it is not a whole PDF', error)
  }
}

async function titleOf(proxy: Proxy): Promise<string | null> {
  const { info } = await proxy.getMetadata().catch(() => ({ info: {} }))
  const title = 'Title' in info && typeof info.Title === 'string' ? info.Title.trim() : ''
  return title === '' ? null : title
}

interface PageReading {
  readonly number: number
  /** Whether each font met so far is bold. */
  readonly fonts: Map<string, boolean>
  readonly codes: PathCodes
}

async function readPage(page: PageProxy, { number, fonts, codes }: PageReading): Promise<PdfPage> {
  const view = page.getViewport({ scale: 1 })
  const shown = view.transform as unknown as Matrix
  const content = await page.getTextContent({ includeMarkedContent: true })
  const operators = await page.getOperatorList()
  for (const name of Object.keys(content.styles)) if (!fonts.has(name)) fonts.set(name, isBoldFont(page, name))
  const fragments: Fragment[] = []
  const marks: (Mark | null)[] = []
  for (const item of content.items) {
    if ('str' in item) fragments.push(...readItem(item, { shown, fonts, marks }))
    else if (item.type.startsWith('begin')) marks.push({ id: item.id ?? null, artifact: 'tag' in item && item.tag === 'Artifact' })
    else marks.pop()
  }
  return { number, width: view.width, height: view.height, fragments, rules: findRules(operators, shown, codes) }
}

interface Mark {
  readonly id: string | null
  readonly artifact: boolean
}

interface TextItem {
  readonly str: string
  readonly transform: readonly number[]
  readonly width: number
  readonly height: number
  readonly fontName: string
}

interface ItemSetting {
  readonly shown: Matrix
  readonly fonts: ReadonlyMap<string, boolean>
  readonly marks: readonly (Mark | null)[]
}

function readItem(item: TextItem, { shown, fonts, marks }: ItemSetting): Fragment[] {
  if (item.str.trim() === '') return []
  const [a, b, c, d] = multiply(shown, item.transform as unknown as Matrix)
  const [x, y] = apply(shown, item.transform[4] ?? 0, item.transform[5] ?? 0)
  const size = Math.hypot(c, d)
  const upright = Math.abs(b) < 0.05 * Math.abs(a)
  const sideways = Math.abs(a) < 0.05 * Math.abs(b)
  // Text at a slant is a watermark.
  if (!upright && !sideways) return []
  const place = upright ? { x, y, width: item.width } : { x: x - size, y: b > 0 ? y : y - item.width / 2, width: size }
  const marked = marks.findLast(mark => mark?.id)
  return [
    {
      text: item.str,
      ...place,
      size,
      font: item.fontName,
      bold: fonts.get(item.fontName) ?? false,
      mark: marked?.id ?? null,
      artifact: marks.some(mark => mark?.artifact),
    },
  ]
}

function isBoldFont(page: PageProxy, name: string): boolean {
  if (!page.commonObjs.has(name)) return false
  const font = page.commonObjs.get(name) as { name?: string; bold?: boolean; black?: boolean } | null
  return Boolean(font?.bold || font?.black || /bold|black|heavy|semi-?bold|demi/i.test(font?.name ?? ''))
}
