/** What the steps of a recommendation's thread are made from, and the ways that stand beside a thing in it. */
import type { PlainDate } from '../../core/plain-date.ts'
import { Link } from '../../design/index.ts'
import { urls } from '../../urls.ts'
import type { Source } from './recommendation.ts'
import type { Thread } from './thread.ts'
import type { ThreadView } from './thread-commands.ts'

export interface ThreadProps extends ThreadView {
  readonly saidCode: string | null
  readonly today: PlainDate
}

/** What each step of the thread is made from. */
export interface StepProps extends ThreadProps {
  readonly thread: Thread
}

/** The link to the words in the document. */
export const sourceAt = (source: Source | null) =>
  source ? { href: urls.documentWords(source.documentId, source.span) } : undefined

interface WaysProps {
  readonly kind: 'recommendation' | 'part' | 'addressee' | 'statement'
  readonly id: string
  /** Said after each link to those who cannot see what it stands beside. */
  readonly about: string
  /** What can be dismissed about it: where, and what it says. */
  readonly dismissals?: readonly { readonly href: string; readonly about: string }[]
}

interface WayProps {
  readonly href: string
  readonly text: string
  readonly about: string
}

const Way = ({ href, text, about }: WayProps) => (
  <Link href={href} classes="govuk-!-margin-right-3 govuk-!-padding-top-1 govuk-!-padding-bottom-1">
    {text}
    <span class="govuk-visually-hidden">: {about}</span>
  </Link>
)

/** The ways to correct and to withdraw a thing, and to dismiss what it lacks. */
export const Ways = ({ kind, id, about, dismissals = [] }: WaysProps) => (
  <p class="govuk-body-s">
    <Way href={urls.thingCorrections(kind, id)} text="Correct" about={about} />
    <Way href={urls.thingWithdrawal(kind, id)} text="Withdraw" about={about} />
    {dismissals.map(each => (
      <Way href={each.href} text={dismissals.length > 1 ? `Dismiss: ${each.about}` : 'Dismiss'} about={each.about} />
    ))}
  </p>
)

/** The way to pass over a fact, with a reason. */
export const Dismiss = ({ href, about }: Pick<WayProps, 'href' | 'about'>) => (
  <p class="govuk-body-s">
    <Way href={href} text="Dismiss with a reason" about={about} />
  </p>
)
