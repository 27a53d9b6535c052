/** Which stretch of a document's text is shown. Places are in code points. */
import type { Span } from '../../reader/reading.ts'

/** A span to show with what stands around it, or a page of the whole text, from 1. */
export type Wanted = { readonly span: Span } | { readonly page: number }

/** How many code points of the text stand on a page, and how many are shown before and after a span. */
export const pageLength = 8000
const around = 1200
const longestSpan = 20_000

/** What an address asks for; what is no span is passed over. */
export function readWanted(query: URLSearchParams): Wanted {
  const [from, to] = [place(query.get('from')), place(query.get('to'))]
  if (from !== null && to !== null && from < to) return { span: [from, Math.min(to, from + longestSpan)] }
  return { page: Math.max(1, place(query.get('page')) ?? 1) }
}

const place = (text: string | null): number | null => (text && /^\d{1,8}$/.test(text) ? Number(text) : null)

/** Where the stretch begins and how long it is. */
export function windowOf(wanted: Wanted): { readonly from: number; readonly count: number } {
  if ('page' in wanted) return { from: (wanted.page - 1) * pageLength, count: pageLength }
  const [from, to] = wanted.span
  const begin = Math.max(0, from - around)
  return { from: begin, count: to + around - begin }
}

/** A line of the stretch, with the part of the span that stands in it, counted from the line's beginning. */
export interface ShownLine {
  readonly text: string
  readonly mark: Span | null
}

/** The stretch line by line; lines without words are left out. */
export function linesOf(text: string, from: number, span: Span | null): readonly ShownLine[] {
  let start = from
  return text.split('\n').flatMap(line => {
    const begin = start
    const end = begin + [...line].length
    start = end + 1
    if (line.trim() === '') return []
    const mark = span ? ([Math.max(span[0], begin) - begin, Math.min(span[1], end) - begin] as const) : null
    return [{ text: line, mark: mark && mark[0] < mark[1] ? mark : null }]
  })
}
