/** Places on a PDF's page, in points from its top left corner as it is shown. */

/** A word, or part of one, in one font. `y` is its baseline. */
export interface Fragment {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly size: number
  readonly bold: boolean
  /** Whether a space is written before it. */
  readonly spaced: boolean
  /** The number of the marked content that it belongs to in a tagged file. */
  readonly mark: number | null
  /** Whether the file says that it is no content: running lines, page numbers. */
  readonly artifact: boolean
}

/** A straight line that is drawn on the page, along x or along y. */
export interface Rule {
  readonly upright: boolean
  /** Its x when upright, else its y. */
  readonly at: number
  readonly from: number
  readonly to: number
}

export interface PdfPage {
  /** From 1. */
  readonly number: number
  readonly width: number
  readonly height: number
  readonly fragments: readonly Fragment[]
  readonly rules: readonly Rule[]
}

export type Matrix = readonly [number, number, number, number, number, number]

/** The matrix that does first `inner`, then `outer`. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer
  const [g, h, i, j, k, l] = inner
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}

/** Where a matrix puts a place. */
export function apply([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [x: number, y: number] {
  return [a * x + c * y + e, b * x + d * y + f]
}

/** The middle value; 0 of none. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

/** The smallest of any number of values; Infinity of none. */
export function smallest(values: readonly number[]): number {
  return values.reduce((found, value) => Math.min(found, value), Number.POSITIVE_INFINITY)
}

/** The largest of any number of values; -Infinity of none. */
export function largest(values: readonly number[]): number {
  return values.reduce((found, value) => Math.max(found, value), Number.NEGATIVE_INFINITY)
}
