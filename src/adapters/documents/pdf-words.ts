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
export interface Style {
  readonly matrix: Matrix
  readonly size: number
  readonly letterSpacing: number
  readonly wordSpacing: number
  readonly stretch: number
  readonly face: PdfFont
  readonly mark: number | null
  readonly artifact: boolean
}

/** Which way the writing runs: as usual, a quarter turned, or at a slant. */
type Turn = 'level' | 'down' | 'up' | 'slant'

export interface Showing extends Style {
  /** The letters' size on the page. */
  readonly height: number
  readonly turned: Turn
  /** How long a unit along the writing is on the page. */
  readonly scale: number
}

/** The same with what follows from it, worked out once for all glyphs that are shown so. */
export function showingOf(style: Style): Showing {
  const [a, b, c, d] = style.matrix
  const level = Math.abs(b) < 0.05 * Math.abs(a)
  const turned = level ? 'level' : Math.abs(a) >= 0.05 * Math.abs(b) ? 'slant' : b > 0 ? 'down' : 'up'
  return { ...style, height: Math.hypot(c, d) * Math.abs(style.size), turned, scale: Math.hypot(a, b) }
}

interface Place {
  readonly x: number
  readonly y: number
}

export interface Words {
  /** Adds glyphs from a place, in the units of the showing, on; answers how far along the pen moved. */
  show(glyphs: readonly (Glyph | number)[], showing: Showing, from: Place): number
  end(): readonly Fragment[]
}

interface OpenWord {
  text: string
  readonly x: number
  readonly y: number
  /** Along the writing, from the word's beginning. */
  length: number
  readonly spaced: boolean
  readonly showing: Showing
}

/** A gap of this share of the letters' size parts two words. */
export const wordGap = 0.16

/** No words yet. */
export function startWords(): Words {
  const fragments: Fragment[] = []
  let word: OpenWord | null = null
  let spaced = false
  const end = () => {
    if (word) addFragment(word, fragments)
    word = null
  }
  const add = (text: string, place: Place, width: number, showing: Showing) => {
    const [x, y] = apply(showing.matrix, place.x, place.y)
    // Turned writing is kept whole, since the order of its words is not that of the lines of the page.
    if (text.trim() === '' && (!word || showing.turned === 'level')) {
      if (text !== '') end()
      spaced ||= text !== ''
      return
    }
    if (word && !continues(word, x, y, showing)) end()
    word ??= { text: '', x, y, length: 0, spaced, showing }
    spaced = false
    word.text += text
    word.length = Math.hypot(x - word.x, y - word.y) + width * showing.scale
  }
  return {
    show: (glyphs, showing, from) =>
      walk(glyphs, showing, (text, along, width) => add(text, { x: from.x + along, y: from.y }, width, showing)),
    end() {
      end()
      return fragments
    },
  }
}

function walk(
  glyphs: readonly (Glyph | number)[],
  showing: Showing,
  add: (text: string, along: number, width: number) => void,
): number {
  const size = Math.abs(showing.size)
  const direction = showing.size < 0 ? -1 : 1
  const stretch = showing.stretch * direction
  let along = 0
  for (const glyph of glyphs) {
    if (typeof glyph === 'number') along -= (glyph * size) / 1000
    else if (glyph) {
      const width = glyph.width * size * showing.face.unit
      add(readable(glyph.unicode), along * stretch, width * stretch)
      along += width + (showing.letterSpacing + (glyph.isSpace ? showing.wordSpacing : 0)) * direction
    }
  }
  return along * stretch
}

function continues(word: OpenWord, x: number, y: number, next: Showing): boolean {
  const now = word.showing
  if (now !== next && !isSameStyle(now, next)) return false
  const level = now.turned === 'level'
  const across = level ? y - word.y : x - word.x
  const ahead = level ? x - word.x : Math.abs(y - word.y)
  // Letters that are spaced out on purpose are one word all the same: their spacing is no gap.
  const gap = ahead - word.length - Math.max(0, now.letterSpacing) * now.scale
  return Math.abs(across) < 0.1 * now.height && gap < wordGap * now.height && gap > -0.5 * now.height
}

function isSameStyle(now: Showing, next: Showing): boolean {
  if (now.turned !== next.turned || now.face !== next.face || now.mark !== next.mark) return false
  return Math.abs(now.height - next.height) <= 0.05 * now.height && now.artifact === next.artifact
}

/** Letters that are joined in print are taken apart; other signs stay what they are. */
function readable(unicode: string): string {
  return /[\ufb00-\ufb06]/.test(unicode) ? unicode.normalize('NFKC') : unicode
}

function addFragment({ text, x, y, length, spaced, showing }: OpenWord, fragments: Fragment[]): void {
  const { height: size, turned, face, mark, artifact } = showing
  // Text at a slant is a watermark.
  if (turned === 'slant' || size < 0.5) return
  const shown = face.symbols && /^[\p{L}\p{N}\p{Co}]$/u.test(text) ? '•' : text
  const place =
    turned === 'level' ? { x, y, width: length } : { x: x - size / 2, y: turned === 'down' ? y + size : y, width: size }
  fragments.push({ text: shown, ...place, size, bold: face.bold, spaced, mark, artifact })
}
