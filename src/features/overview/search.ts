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

/** The text without the two marks, and where in it, in code points, what stood between them stands. */
export function unmark(marked: string, [open, close]: readonly [string, string]) {
  const points: string[] = []
  const spans: [number, number][] = []
  let from = 0
  for (const point of marked) {
    if (point === open) from = points.length
    else if (point === close) spans.push([from, points.length])
    else points.push(point)
  }
  return { text: points.join(''), spans: spans as readonly (readonly [number, number])[] }
}
