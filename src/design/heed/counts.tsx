import type { ComponentChildren } from 'preact'
import { classNames } from '../components/class-names.ts'

interface Props {
  readonly count: number
  /** What is counted, in the form that fits the number: "overdue promises", "overdue promise". */
  readonly text: string
  /** The list of exactly the things that were counted. */
  readonly href: string
  /** What the count is a part of; then the share is said after it: "7 of 9, 78%". */
  readonly of?: number | undefined
  /** Whose voice the counted things have. */
  readonly voice?: 'fact' | 'claim' | 'assessment' | undefined
  /** A few words below: since when, by what rule. */
  readonly children?: ComponentChildren
}

const voices = { fact: 'Fact', claim: 'Claim', assessment: 'Assessment' } as const

const grouped = new Intl.NumberFormat('en-GB')

/** A number as it is written for people: 1,204. */
export const writeNumber = (value: number) => grouped.format(value)

/** A count, that links to what it counts. */
export function CountLink({ count, text, href, of, voice, children }: Props) {
  const share = of ? `, ${Math.round((100 * count) / of)}%` : ''
  return (
    <div class={classNames('heed-count', voice && `heed-count--${voice}`)}>
      {voice && <span class="heed-count__voice">{voices[voice]}</span>}
      <a class="heed-count__link" href={href}>
        <span class="heed-count__number">{writeNumber(count)}</span>
        {of !== undefined && (
          <span class="heed-count__of">
            {' '}
            of {writeNumber(of)}
            {share}
          </span>
        )}{' '}
        <span class="heed-count__text">{text}</span>
      </a>
      {children && <div class="heed-count__words">{children}</div>}
    </div>
  )
}

/** Counts beside each other. */
export const CountList = ({ children }: { readonly children: ComponentChildren }) => (
  <div class="heed-counts">{children}</div>
)

interface ProgressProps {
  readonly value: number
  readonly max: number
  /** The same in words: "38 of 41 sentences placed, 3 to look at". */
  readonly text: string
  readonly id: string
}

/** How far something is, as a sentence and a bar. */
export const ProgressBar = ({ value, max, text, id }: ProgressProps) => (
  <div class="heed-progress">
    <label class="heed-progress__text" for={id}>
      {text}
    </label>
    <progress class="heed-progress__bar" id={id} value={value} max={max}>
      {text}
    </progress>
  </div>
)
