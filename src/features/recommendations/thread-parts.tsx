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
}

/** The ways to correct and to withdraw a thing. */
export const Ways = ({ kind, id, about }: WaysProps) => (
  <p class="govuk-body-s">
    <Link href={urls.thingCorrections(kind, id)}>
      Correct<span class="govuk-visually-hidden"> {about}</span>
    </Link>{' '}
    <Link href={urls.thingWithdrawal(kind, id)}>
      Withdraw<span class="govuk-visually-hidden"> {about}</span>
    </Link>
  </p>
)

interface DismissProps {
  readonly href: string
  readonly about: string
}

/** The way to pass over a fact, with a reason. */
export const Dismiss = ({ href, about }: DismissProps) => (
  <p class="govuk-body-s">
    <Link href={href}>
      Dismiss with a reason<span class="govuk-visually-hidden">: {about}</span>
    </Link>
  </p>
)
