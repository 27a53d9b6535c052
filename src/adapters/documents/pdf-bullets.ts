/** Bullets that a page draws as shapes, as browsers do, and not as letters. */
import type { Fragment } from './pdf-geometry.ts'

/** A small shape, about as wide as high. */
export interface Dot {
  readonly left: number
  readonly right: number
  /** Its middle. */
  readonly y: number
  readonly mark: number | null
}

/** So many small shapes on a page are a picture. */
const mostDots = 500

/** The words with a bullet before each that a dot stands before, halfway up its letters and not far off. */
export function withBullets(fragments: readonly Fragment[], dots: readonly Dot[]): Fragment[] {
  if (dots.length === 0 || dots.length > mostDots) return [...fragments]
  return [...fragments, ...dots.flatMap(dot => bulletOf(dot, fragments))]
}

function bulletOf({ left, right, y, mark }: Dot, fragments: readonly Fragment[]): Fragment[] {
  const beside = fragments.filter(word => Math.abs(word.y - 0.33 * word.size - y) < 0.3 * word.size)
  const words = beside.filter(word => word.x >= right && word.x - right < 2.5 * word.size)
  const word = words.reduce<Fragment | null>((nearest, next) => (nearest && nearest.x <= next.x ? nearest : next), null)
  // A dot right behind another word is a full stop or a picture within the line.
  if (
    !word ||
    right - left > 0.75 * word.size ||
    beside.some(other => other.x < left && left - other.x - other.width < word.size)
  )
    return []
  return [{ ...word, text: '•', x: left, width: right - left, spaced: true, mark: mark ?? word.mark }]
}
