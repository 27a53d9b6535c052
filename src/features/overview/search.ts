/** What a search found, as text with the places of the words in it. */

import type { BoardId } from '../../access/actor.ts'
import { formReader } from '../../core/form-fields.ts'
import { isId } from '../../core/ids.ts'
import type { Mistake } from '../../core/refusals.ts'

export const longestSearch = 200

/** Characters of no script, which stand round a word that was found; the text itself is cleared of them. */
export const opening = '\uE000'
export const closing = '\uE001'
/** Hits are counted up to here, and so many of the best are shown. */
export const countedUpTo = 1000
export const shownAtMost = 50

export interface Search {
  readonly words: string
  readonly boardId: BoardId | null
}

/** What a person searches for; the words are kept even when there is a mistake in them. */
export function readSearch(form: URLSearchParams): { readonly search: Search; readonly mistakes: readonly Mistake[] } {
  const read = formReader(form)
  const words = read.line('words', {
    missing: 'Enter words to search for',
    longest: longestSearch,
    label: 'Your search',
  })
  const board = form.get('board')
  return { search: { words, boardId: isId(board) ? (board as BoardId) : null }, mistakes: read.mistakes }
}

type Span = readonly [from: number, to: number]

/** Text, and where in it, in code points, the words stand that were found. */
export interface Found {
  readonly text: string
  readonly spans: readonly Span[]
}

/** The text without the two marks, and where in it what stood between them stands. */
export function unmark(marked: string, [open, close]: readonly [string, string]): Found {
  const points: string[] = []
  const spans: Span[] = []
  let from = 0
  for (const point of marked) {
    if (point === open) from = points.length
    else if (point === close) spans.push([from, points.length])
    else points.push(point)
  }
  return { text: points.join(''), spans }
}

/** How many characters stand in an excerpt, and before the first word that was found. */
const longestExcerpt = 400
const before = 120

/** The text about the first words that were found, cut between words, with an ellipsis where something is left out. */
export function excerpt({ text, spans }: Found): Found {
  const points = [...text]
  if (points.length <= longestExcerpt) return { text, spans }
  const first = spans[0]?.[0] ?? 0
  const from = wordBegin(points, Math.max(0, Math.min(first - before, points.length - longestExcerpt)), first)
  const to = Math.max(wordEnd(points, from + longestExcerpt, from), spans[0]?.[1] ?? 0)
  const [head, tail] = [from > 0 ? '… ' : '', to < points.length ? ' …' : '']
  const shift = head.length - from
  return {
    text: `${head}${points.slice(from, to).join('')}${tail}`,
    spans: spans.filter(span => span[1] <= to).map(([a, b]) => [a + shift, b + shift] as const),
  }
}

const isSpace = (point: string | undefined) => point !== undefined && /\s/.test(point)

/** The first place from `at` on where a word begins; `at` itself when none does before `limit`. */
function wordBegin(points: readonly string[], at: number, limit: number): number {
  if (at === 0) return 0
  for (let place = at; place < limit; place++) if (isSpace(points[place])) return place + 1
  return at
}

/** The last place up to `at` where a word ends; `at` itself when none does after `limit`. */
function wordEnd(points: readonly string[], at: number, limit: number): number {
  if (at >= points.length) return points.length
  for (let place = at; place > limit; place--) if (isSpace(points[place])) return place
  return at
}
