/** Glyphs into words: a word ends at a space, or at a gap as wide as one. */
import { apply, type Fragment, type Matrix } from './pdf-geometry.ts'

export interface Glyph {
  readonly unicode: string
  /** In units of its font. */
  readonly width: number
  /** Whether it is the one code that word spacing applies to. */
  readonly isSpace: boolean
}

export interface PdfFont {
  readonly bold: boolean
  /** Whether its letters are pictures: bullets and ticks. */
  readonly symbols: boolean
  /** How wide a unit of its glyphs is, in letter sizes. */
  readonly unit: number
}

/** How glyphs are shown; lengths are in the units of `matrix`. */
export interface Showing {
  readonly matrix: Matrix
  readonly x: number
  readonly y: number
  readonly size: number
  readonly letterSpacing: number
  readonly wordSpacing: number
  readonly stretch: number
  readonly face: PdfFont
  readonly mark: number | null
  readonly artifact: boolean
}

export interface Words {
  /** Adds glyphs; answers how far the pen moved, in the units of the showing. */
  show(glyphs: readonly (Glyph | number)[], showing: Showing): number
  end(): readonly Fragment[]
}

interface OpenWord {
  text: string
  readonly x: number
  readonly y: number
  /** Along the writing, from the word's beginning. */
  length: number
  readonly size: number
  readonly turned: Turn
  readonly spaced: boolean
  readonly showing: Showing
}

/** Which way the writing runs: as usual, a quarter turned, or at a slant. */
type Turn = 'level' | 'down' | 'up' | 'slant'

/** A gap of this share of the letters' size parts two words. */
export const wordGap = 0.16

export function startWords(): Words {
  const fragments: Fragment[] = []
  let word: OpenWord | null = null
  let spaced = false
  const end = () => {
    if (word) fragments.push(...fragmentOf(word))
    word = null
  }
  const add = (glyph: Glyph, along: number, showing: Showing, width: number) => {
    const [x, y] = apply(showing.matrix, showing.x + along, showing.y)
    const text = readable(glyph.unicode)
    if (text.trim() === '') {
      if (text !== '') end()
      spaced ||= text !== ''
      return
    }
    const { size, turned, scale } = measure(showing)
    if (word && !continues(word, { x, y, size, turned, showing })) end()
    if (!word) word = { text: '', x, y, length: 0, size, turned, spaced, showing }
    spaced = false
    word.text += text
    word.length = distance(word, x, y) + width * scale
  }
  return {
    show: (glyphs, showing) => walk(glyphs, showing, add),
    end() {
      end()
      return fragments
    },
  }
}

function walk(
  glyphs: readonly (Glyph | number)[],
  showing: Showing,
  add: (glyph: Glyph, along: number, showing: Showing, width: number) => void,
): number {
  const size = Math.abs(showing.size)
  const direction = showing.size < 0 ? -1 : 1
  const stretch = showing.stretch * direction
  let along = 0
  for (const glyph of glyphs) {
    if (typeof glyph === 'number') along -= (glyph * size) / 1000
    else if (glyph) {
      const width = glyph.width * size * showing.face.unit
      add(glyph, along * stretch, showing, width * stretch)
      along += width + (showing.letterSpacing + (glyph.isSpace ? showing.wordSpacing : 0)) * direction
    }
  }
  return along * stretch
}

function measure({ matrix: [a, b, c, d], size }: Showing): { size: number; turned: Turn; scale: number } {
  const tilt =
    Math.abs(b) < 0.05 * Math.abs(a) ? 'level' : Math.abs(a) < 0.05 * Math.abs(b) ? (b > 0 ? 'down' : 'up') : 'slant'
  return { size: Math.hypot(c, d) * Math.abs(size), turned: tilt, scale: Math.hypot(a, b) }
}

/** How far a place lies along the word's writing. */
const distance = (word: OpenWord, x: number, y: number): number => Math.hypot(x - word.x, y - word.y)

function continues(
  word: OpenWord,
  next: { x: number; y: number; size: number; turned: Turn; showing: Showing },
): boolean {
  const { showing } = word
  if (word.turned !== next.turned || showing.face !== next.showing.face || showing.mark !== next.showing.mark)
    return false
  if (Math.abs(word.size - next.size) > 0.05 * word.size || showing.artifact !== next.showing.artifact) return false
  const across = word.turned === 'level' ? next.y - word.y : next.x - word.x
  const ahead = word.turned === 'level' ? next.x - word.x : Math.abs(next.y - word.y)
  // Letters that are spaced out on purpose are one word all the same, because their spacing is not part of the gap.
  const gap =
    ahead - word.length - Math.max(0, showing.letterSpacing) * Math.hypot(showing.matrix[0], showing.matrix[1])
  return Math.abs(across) < 0.1 * word.size && gap < wordGap * word.size && gap > -0.5 * word.size
}

/** Letters that are joined in print are taken apart; other signs stay what they are. */
function readable(unicode: string): string {
  return /[\ufb00-\ufb06]/.test(unicode) ? unicode.normalize('NFKC') : unicode
}

function fragmentOf({ text, x, y, length, size, turned, spaced, showing }: OpenWord): Fragment[] {
  // Text at a slant is a watermark.
  if (turned === 'slant' || size < 0.5) return []
  const shown = showing.face.symbols && /^[\p{L}\p{N}\p{Co}]$/u.test(text) ? '•' : text
  const place =
    turned === 'level' ? { x, y, width: length } : { x: x - size / 2, y: turned === 'down' ? y + size : y, width: size }
  return [
    { text: shown, ...place, size, bold: showing.face.bold, spaced, mark: showing.mark, artifact: showing.artifact },
  ]
}
