/** What the steps of a recommendation's thread are made from, and the ways that stand beside a thing in it. */
import type { PlainDate } from '../../core/plain-date.ts'
import { Link } from '../../design/index.ts'
import { urls } from '../../urls.ts'
import type { ThingKind } from './hand.ts'
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
  readonly kind: ThingKind
  readonly id: string
  /** Said after each link to those who cannot see what it stands beside. */
  readonly about: string
  /** Whether the one who looks may correct it. */
  readonly mayCorrect: boolean
  /** Where it was said. */
  readonly source?: ReturnType<typeof sourceAt>
  /** What can be dismissed about it: where, and what it says. */
  readonly dismissals?: readonly { readonly href: string; readonly about: string }[]
}

interface WayProps {
  readonly href: string
  readonly text: string
  readonly about: string
}

/** One way beside a thing. */
export const Way = ({ href, text, about }: WayProps) => (
  <Link href={href} classes="heed-ways__way">
    {text}
    <span class="govuk-visually-hidden">: {about}</span>
  </Link>
)

/** The way to the words of a thing, and the ways to correct and to withdraw it and to dismiss what it lacks. */
export function Ways({ kind, id, about, source, mayCorrect, dismissals = [] }: WaysProps) {
  if (!source && !mayCorrect) return null
  return (
    <p class="heed-ways">
      {source && <Way href={source.href} text="Where this was said" about={about} />}
      {mayCorrect && <Way href={urls.thingCorrections(kind, id)} text="Correct" about={about} />}
      {mayCorrect && <Way href={urls.thingWithdrawal(kind, id)} text="Withdraw" about={about} />}
      {mayCorrect && kind === 'statement' && <Way href={urls.statementMove(id)} text="Move" about={about} />}
      {mayCorrect &&
        dismissals.map(each => (
          <Way
            href={each.href}
            text={dismissals.length > 1 ? `Dismiss: ${each.about}` : 'Dismiss'}
            about={each.about}
          />
        ))}
    </p>
  )
}

/** The way to pass over a fact, with a reason. */
export const Dismiss = ({ href, about }: Pick<WayProps, 'href' | 'about'>) => (
  <p class="heed-ways">
    <Way href={href} text="Dismiss with a reason" about={about} />
  </p>
)
