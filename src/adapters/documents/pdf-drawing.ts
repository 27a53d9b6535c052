/** What a page's drawing steps put on it: words with their places, and straight lines. */
import { type Fragment, type Matrix, multiply, type Rule } from './pdf-geometry.ts'
import { readPath } from './pdf-rules.ts'
import { type Glyph, type PdfFont, startWords, type Words } from './pdf-words.ts'

export interface Operators {
  readonly fnArray: readonly number[]
  readonly argsArray: readonly unknown[]
}

/** The number that pdf.js gives to each drawing step, by the step's name. */
export type Codes = Readonly<Record<string, number>>

export interface Drawing {
  readonly fragments: readonly Fragment[]
  readonly rules: readonly Rule[]
}

/** What a step may change and a "restore" puts back. */
interface State {
  readonly matrix: Matrix
  readonly font: string
  readonly size: number
  readonly letterSpacing: number
  readonly wordSpacing: number
  readonly stretch: number
  readonly leading: number
  readonly rise: number
}

interface Pen {
  now: State
  readonly saved: State[]
  text: Matrix
  x: number
  y: number
  lineX: number
  lineY: number
  readonly marks: { readonly id: number | null; readonly artifact: boolean }[]
  readonly words: Words
  readonly rules: Rule[]
  readonly fontOf: (name: string) => PdfFont
}

const identity: Matrix = [1, 0, 0, 1, 0, 0]

function set(pen: Pen, change: Partial<State>): void {
  pen.now = { ...pen.now, ...change }
}

function enter(pen: Pen, ...matrices: readonly (Matrix | null | undefined)[]): void {
  pen.saved.push(pen.now)
  for (const matrix of matrices) if (matrix) set(pen, { matrix: multiply(pen.now.matrix, matrix) })
}

function leave(pen: Pen): void {
  pen.now = pen.saved.pop() ?? pen.now
}

function begin(pen: Pen, matrix: Matrix): void {
  Object.assign(pen, { text: matrix, x: 0, y: 0, lineX: 0, lineY: 0 })
}

function move(pen: Pen, right: number, up: number): void {
  pen.lineX += right
  pen.lineY += up
  Object.assign(pen, { x: pen.lineX, y: pen.lineY })
}

function show(pen: Pen, glyphs: readonly (Glyph | number)[]): void {
  const { now, words, marks } = pen
  const font = pen.fontOf(now.font)
  pen.x += words.show(glyphs, {
    ...now,
    matrix: multiply(now.matrix, pen.text),
    x: pen.x,
    y: pen.y + now.rise,
    face: font,
    mark: marks.findLast(({ id }) => id !== null)?.id ?? null,
    artifact: marks.some(({ artifact }) => artifact),
  })
}

type Step = (pen: Pen, args: never) => void

const steps: Readonly<Record<string, Step>> = {
  save: pen => enter(pen),
  restore: leave,
  transform: (pen, matrix: Matrix) => set(pen, { matrix: multiply(pen.now.matrix, matrix) }),
  paintFormXObjectBegin: (pen, [matrix]: [Matrix | null]) => enter(pen, matrix),
  paintFormXObjectEnd: leave,
  beginAnnotation: (pen, [, , first, second]: [unknown, unknown, Matrix, Matrix]) => enter(pen, first, second),
  endAnnotation: leave,
  constructPath: (pen, path: Parameters<typeof readPath>[0]) => {
    for (const rule of readPath(path, pen.now.matrix)) pen.rules.push(rule)
  },
  beginText: pen => begin(pen, identity),
  setTextMatrix: (pen, [matrix]: [ArrayLike<number>]) => begin(pen, Array.from(matrix) as unknown as Matrix),
  setFont: (pen, [font, size]: [string, number]) => set(pen, { font, size }),
  moveText: (pen, [right, up]: [number, number]) => move(pen, right, up),
  setLeadingMoveText: (pen, [right, up]: [number, number]) => {
    set(pen, { leading: up })
    move(pen, right, up)
  },
  nextLine: pen => move(pen, 0, pen.now.leading),
  setLeading: (pen, [leading]: [number]) => set(pen, { leading: -leading }),
  setCharSpacing: (pen, [letterSpacing]: [number]) => set(pen, { letterSpacing }),
  setWordSpacing: (pen, [wordSpacing]: [number]) => set(pen, { wordSpacing }),
  setHScale: (pen, [scale]: [number]) => set(pen, { stretch: scale / 100 }),
  setTextRise: (pen, [rise]: [number]) => set(pen, { rise }),
  showText: (pen, [glyphs]: [readonly (Glyph | number)[]]) => show(pen, glyphs),
  beginMarkedContent: (pen, args: [string] | null) => {
    pen.marks.push({ id: null, artifact: args?.[0] === 'Artifact' })
  },
  beginMarkedContentProps: (pen, [tag, id]: [string, unknown]) => {
    pen.marks.push({ id: typeof id === 'number' ? id : null, artifact: tag === 'Artifact' })
  },
  endMarkedContent: pen => {
    pen.marks.pop()
  },
}

export interface DrawingSetting {
  /** Leads from the page's own places to those of the page as it is shown. */
  readonly shown: Matrix
  readonly codes: Codes
  readonly fontOf: (name: string) => PdfFont
  readonly checkTime: () => void
}

export function readDrawing(
  { fnArray, argsArray }: Operators,
  { shown, codes, fontOf, checkTime }: DrawingSetting,
): Drawing {
  const byCode = new Map(Object.entries(steps).map(([name, step]) => [codes[name], step]))
  const words = startWords()
  const plain = { font: '', size: 1, letterSpacing: 0, wordSpacing: 0, stretch: 1, leading: 0, rise: 0 }
  const place = { text: identity, x: 0, y: 0, lineX: 0, lineY: 0 }
  const pen: Pen = { now: { matrix: shown, ...plain }, saved: [], ...place, marks: [], words, rules: [], fontOf }
  for (const [at, code] of fnArray.entries()) {
    checkTime()
    byCode.get(code)?.(pen, argsArray[at] as never)
  }
  return { fragments: words.end(), rules: pen.rules }
}
