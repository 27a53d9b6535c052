/** A PDF's pages as pdf.js gives them: opening, fonts, text with its place, and drawn lines. */
import { getDocumentProxy, getResolvedPDFJS } from 'unpdf'
import type { Budget } from './limits.ts'
import { type Codes, readDrawing } from './pdf-drawing.ts'
import type { Matrix, PdfPage } from './pdf-geometry.ts'
import { workerHere } from './pdf-port.ts'
import type { Tag } from './pdf-tag-words.ts'
import type { PdfFont } from './pdf-words.ts'
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

/** Throws UnreadableDocument (encrypted, corrupt, too-many-pages). To be closed after use. */
export async function openPdf(bytes: Uint8Array, budget: Budget): Promise<PdfSource> {
  const proxy = await open(bytes)
  budget.checkPages(proxy.numPages)
  const { OPS } = await getResolvedPDFJS()
  const fonts = new Map<string, PdfFont>()
  const load = async (number: number) => {
    budget.checkTime()
    return proxy.getPage(number)
  }
  return {
    pages: proxy.numPages,
    title: await titleOf(proxy),
    async readPage(number) {
      const page = await load(number)
      const read = await readPage(page, { number, fonts, codes: OPS, budget })
      page.cleanup()
      return read
    },
    async readTags(number) {
      return (await (await load(number)).getStructTree()) as Tag | null
    },
    async showsPictures(number) {
      // Pictures are not decoded, so all that is left of one is that something was put in its place.
      const { fnArray } = await (await load(number)).getOperatorList()
      return fnArray.includes(OPS.transform)
    },
    close: () => proxy.loadingTask.destroy(),
  }
}

async function open(bytes: Uint8Array): Promise<Proxy> {
  const worker = workerHere(await getResolvedPDFJS())
  try {
    // A copy, because pdf.js keeps what it is given.
    return await getDocumentProxy(new Uint8Array(bytes), {
      verbosity: 0,
      disableFontFace: true,
      maxImageSize: 1,
      ...(worker ? { worker } : {}),
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
  /** The fonts met so far, by name. */
  readonly fonts: Map<string, PdfFont>
  readonly codes: Codes
  readonly budget: Budget
}

async function readPage(page: PageProxy, { number, fonts, codes, budget }: PageReading): Promise<PdfPage> {
  const { width, height, transform } = page.getViewport({ scale: 1 })
  const operators = await page.getOperatorList()
  const fontOf = (name: string) => {
    const font = fonts.get(name) ?? readFont(page, name)
    fonts.set(name, font)
    return font
  }
  const shown = transform as unknown as Matrix
  const { fragments, rules } = readDrawing(operators, { shown, codes, fontOf, checkTime: budget.checkTime })
  const inside = fragments.filter(({ x, y, size }) => x < width && y > 0 && y - size < height && x > -size)
  return { number, width, height, fragments: inside, rules }
}

interface LoadedFont {
  readonly name?: string
  readonly bold?: boolean
  readonly black?: boolean
  readonly fontMatrix?: readonly number[]
}

function readFont(page: PageProxy, id: string): PdfFont {
  const font = page.commonObjs.has(id) ? (page.commonObjs.get(id) as LoadedFont | null) : null
  const name = font?.name ?? ''
  return {
    bold: Boolean(font?.bold || font?.black || /bold|black|heavy|demi/i.test(name)),
    symbols: /symbol|wingding|dingbat|webding/i.test(name),
    unit: font?.fontMatrix?.[0] ?? 0.001,
  }
}
