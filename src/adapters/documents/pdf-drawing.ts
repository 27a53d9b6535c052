/** What a page's drawing steps put on it: words with their places, and straight lines. */

import { type Dot, withBullets } from './pdf-bullets.ts'
import { type Fragment, type Matrix, multiply, type Rule } from './pdf-geometry.ts'
import { readDot, readPath } from './pdf-rules.ts'
import { type Glyph, type PdfFont, type Showing, showingOf, startWords, type Words } from './pdf-words.ts'

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
  matrix: Matrix
  font: string
  size: number
  letterSpacing: number
  wordSpacing: number
  stretch: number
  leading: number
  rise: number
}

interface Mark {
  readonly id: number | null
  readonly artifact: boolean
}

interface Pen {
  now: State
  readonly saved: State[]
  text: Matrix
  x: number
  y: number
  lineX: number
  lineY: number
  readonly marks: Mark[]
  /** How glyphs are shown now; null once a step has changed what it depends on. */
  showing: Showing | null
  readonly words: Words
  readonly rules: Rule[]
  readonly dots: Dot[]
  readonly fontOf: (name: string) => PdfFont
}

const identity: Matrix = [1, 0, 0, 1, 0, 0]

function set(pen: Pen, change: Partial<State>): void {
  Object.assign(pen.now, change)
  pen.showing = null
}

function enter(pen: Pen, ...matrices: readonly (Matrix | null | undefined)[]): void {
  pen.saved.push({ ...pen.now })
  for (const matrix of matrices) if (matrix) set(pen, { matrix: multiply(pen.now.matrix, matrix) })
}

function leave(pen: Pen): void {
  pen.now = pen.saved.pop() ?? pen.now
  pen.showing = null
}

function begin(pen: Pen, matrix: Matrix): void {
  pen.text = matrix
  pen.lineX = 0
  pen.lineY = 0
  pen.showing = null
  move(pen, 0, 0)
}

function move(pen: Pen, right: number, up: number): void {
  pen.lineX += right
  pen.lineY += up
  pen.x = pen.lineX
  pen.y = pen.lineY
}

function mark(pen: Pen, made: Mark | null): void {
  if (made) pen.marks.push(made)
  else pen.marks.pop()
  pen.showing = null
}

const markOf = ({ marks }: Pen): number | null => marks.findLast(({ id }) => id !== null)?.id ?? null

function show(pen: Pen, glyphs: readonly (Glyph | number)[]): void {
  const { now, marks } = pen
  pen.showing ??= showingOf({
    ...now,
    matrix: multiply(now.matrix, pen.text),
    face: pen.fontOf(now.font),
    mark: markOf(pen),
    artifact: marks.some(({ artifact }) => artifact),
  })
  pen.x += pen.words.show(glyphs, pen.showing, { x: pen.x, y: pen.y + now.rise })
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
    const dot = readDot(path, pen.now.matrix)
    if (dot) pen.dots.push({ ...dot, mark: markOf(pen) })
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
  beginMarkedContent: (pen, args: [string] | null) => mark(pen, { id: null, artifact: args?.[0] === 'Artifact' }),
  beginMarkedContentProps: (pen, [tag, id]: [string, unknown]) =>
    mark(pen, { id: typeof id === 'number' ? id : null, artifact: tag === 'Artifact' }),
  endMarkedContent: pen => mark(pen, null),
}

export interface DrawingSetting {
  /** Leads from the page's own places to those of the page as it is shown. */
  readonly shown: Matrix
  readonly codes: Codes
  readonly fontOf: (name: string) => PdfFont
  readonly checkTime: () => void
}

/** Runs through a page's steps once. Throws UnreadableDocument (too-slow). */
export function readDrawing(
  { fnArray, argsArray }: Operators,
  { shown, codes, fontOf, checkTime }: DrawingSetting,
): Drawing {
  const byCode = new Map(Object.entries(steps).map(([name, step]) => [codes[name], step]))
  const words = startWords()
  const plain = { font: '', size: 1, letterSpacing: 0, wordSpacing: 0, stretch: 1, leading: 0, rise: 0 }
  const place = { text: identity, x: 0, y: 0, lineX: 0, lineY: 0 }
  const pen: Pen = {
    now: { matrix: shown, ...plain },
    saved: [],
    ...place,
    marks: [],
    showing: null,
    words,
    rules: [],
    dots: [],
    fontOf,
  }
  for (const [at, code] of fnArray.entries()) {
    checkTime()
    byCode.get(code)?.(pen, argsArray[at] as never)
  }
  return { fragments: withBullets(words.end(), pen.dots), rules: pen.rules }
}
