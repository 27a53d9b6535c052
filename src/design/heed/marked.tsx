import type { ComponentChildren } from 'preact'
import { classNames } from '../components/class-names.ts'

/** Words to highlight: where they stand in the text, in Unicode code points, `to` not included. */
export interface Mark {
  readonly span: readonly [from: number, to: number]
  readonly id?: string | undefined
  /** Said before the words, to join them to the thing with the same number elsewhere. */
  readonly number?: number | undefined
  /** The thing that they are joined to. */
  readonly href?: string | undefined
  /** Whether the pair is the one under focus. */
  readonly current?: boolean | undefined
}

interface Props {
  readonly text: string
  /** In any order. Where two overlap, the later one gives way. */
  readonly marks: readonly (Mark | Mark['span'])[]
}

function Highlight({ mark, children }: { readonly mark: Mark; readonly children: ComponentChildren }) {
  const words = (
    <>
      {mark.number !== undefined && <span class="heed-mark__number">{mark.number}</span>}
      {children}
    </>
  )
  return (
    <mark class={classNames('heed-mark', mark.current && 'heed-mark--current')} id={mark.id}>
      {mark.href ? <a href={mark.href}>{words}</a> : words}
    </mark>
  )
}

/** Text in which some words are highlighted: what a search found, or what a reading rests on. */
export function Marked({ text, marks }: Props) {
  const points = [...text]
  const cut = (from: number, to?: number) => points.slice(from, to).join('')
  const sorted = marks
    .map((mark): Mark => ('span' in mark ? mark : { span: mark }))
    .toSorted((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1])
  const parts: ComponentChildren[] = []
  let done = 0
  for (const mark of sorted) {
    const from = Math.max(done, mark.span[0])
    const to = Math.min(points.length, mark.span[1])
    if (to <= from) continue
    parts.push(cut(done, from), <Highlight mark={mark}>{cut(from, to)}</Highlight>)
    done = to
  }
  return (
    <>
      {parts}
      {cut(done)}
    </>
  )
}
