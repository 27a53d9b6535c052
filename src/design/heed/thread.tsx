/**
 * The thread of one recommendation, read from top to bottom: what was asked, answered, promised, proved and published.
 */
import type { ComponentChildren } from 'preact'
import { type PlainDate, writeDate } from '../../core/plain-date.ts'
import { classNames } from '../components/class-names.ts'
import { Heading } from '../components/typography.tsx'
import { type SaidAt, SourceLink } from './voices.tsx'

/** The list around the steps. */
export const Thread = ({ children }: { readonly children: ComponentChildren }) => (
  <ol class="heed-thread">{children}</ol>
)

interface StepProps {
  readonly title: ComponentChildren
  readonly on?: PlainDate | null | undefined
  readonly children?: ComponentChildren
  readonly source?: SaidAt | undefined
  readonly headingLevel?: 2 | 3 | 4 | undefined
  readonly id?: string | undefined
}

/** Something that happened or was said, with its day, its words and where it was said. */
export const ThreadStep = ({ title, on, children, source, headingLevel = 2, id }: StepProps) => (
  <li class="heed-thread__step" id={id}>
    <Heading level={headingLevel} size="s" classes="heed-thread__title">
      {title}
    </Heading>
    {on && <p class="heed-thread__date">{writeDate(on)}</p>}
    <div class="heed-thread__words">{children}</div>
    {source && <SourceLink source={source} />}
  </li>
)

interface MissingProps {
  /** What is missing: "No answer to part 2". */
  readonly title: ComponentChildren
  /** What is needed and who can do it. */
  readonly children: ComponentChildren
  /** The way to do it, for a person who may. */
  readonly action?: { readonly href: string; readonly text: string } | undefined
  readonly headingLevel?: 2 | 3 | 4 | undefined
  readonly id?: string | undefined
}

/** What should stand here and does not. */
export const MissingStep = ({ title, children, action, headingLevel = 2, id }: MissingProps) => (
  <li class={classNames('heed-thread__step', 'heed-thread__step--missing')} id={id}>
    <div class="heed-missing">
      <Heading level={headingLevel} size="s" classes="heed-thread__title">
        <span class="govuk-visually-hidden">Missing: </span>
        {title}
      </Heading>
      <div class="heed-thread__words">{children}</div>
      {action && (
        <a class="govuk-link" href={action.href}>
          {action.text}
        </a>
      )}
    </div>
  </li>
)
