/**
 * The three voices: a fact follows from dates and records, a claim is what an agency says, an assessment is what the
 * Board judges. They are told apart on every page by form and words, never by colour alone.
 */
import type { ComponentChildren } from 'preact'
import { type PlainDate, writeDate } from '../../core/plain-date.ts'
import { classNames } from '../components/class-names.ts'

/** Where something was said: the way to the words themselves. */
export interface SaidAt {
  readonly href: string
  readonly text?: string | undefined
}

/** The link to the place where something was said. */
export const SourceLink = ({ source }: { readonly source: SaidAt }) => (
  <a class="govuk-link heed-source" href={source.href}>
    {source.text ?? 'Where this was said'}
  </a>
)

interface FactProps {
  readonly children: ComponentChildren
  /** Inside a line or a cell instead of on a line of its own. */
  readonly inline?: boolean | undefined
}

/** What follows from dates and records: "Due date passed 14 days ago". */
export function Fact({ children, inline }: FactProps) {
  const words = (
    <>
      <span class="govuk-visually-hidden">Fact: </span>
      {children}
    </>
  )
  return inline ? <span class="heed-fact heed-fact--inline">{words}</span> : <div class="heed-fact">{words}</div>
}

interface ClaimProps {
  /** The agency that says it. */
  readonly by: string
  readonly on?: PlainDate | null | undefined
  /** Its words, as they were said. */
  readonly children: ComponentChildren
  readonly source?: SaidAt | undefined
  /** Whether a heading right above says who, and when, of several claims; screen readers are told with each. */
  readonly under?: 'who' | 'who and when' | undefined
}

/** What an agency says, in its words: "Northshire Police say, 3 May 2025". */
export const Claim = ({ by, on, children, source, under }: ClaimProps) => (
  <figure class="heed-claim">
    <figcaption class={classNames('heed-claim__who', under === 'who and when' && 'govuk-visually-hidden')}>
      {under === 'who' ? (
        <>
          <span class="govuk-visually-hidden">{by} say </span>
          {on && writeDate(on)}
        </>
      ) : (
        <>
          <b>{by}</b> say{on ? `, ${writeDate(on)}` : ''}
        </>
      )}
    </figcaption>
    <blockquote class="heed-claim__words">{children}</blockquote>
    {source && <SourceLink source={source} />}
  </figure>
)

interface AssessmentProps {
  /** Who judges, as a role: "Board", "Scrutineer". */
  readonly by: string
  readonly on?: PlainDate | null | undefined
  /** The judgement in a few words: "Not yet acceptable". */
  readonly verdict: string
  /** Why. */
  readonly children?: ComponentChildren
  readonly inline?: boolean | undefined
}

/** What the Board judges: "Board: not yet acceptable", with who and when. */
export function Assessment({ by, on, verdict, children, inline }: AssessmentProps) {
  const line = (
    <>
      <strong class="heed-assessment__verdict">
        {by}: {verdict}
      </strong>
      {on && <span class="heed-assessment__when"> {writeDate(on)}</span>}
    </>
  )
  if (inline) return <span class="heed-assessment heed-assessment--inline">{line}</span>
  return (
    <div class={classNames('heed-assessment')}>
      <div class="heed-assessment__line">{line}</div>
      {children && <div class="heed-assessment__why">{children}</div>}
    </div>
  )
}
