/** What this feature records, and the sentence of each. A page puts the person's name before it. */
import type { Entry, Small } from '../../ledger/ledger.ts'
import type { ReviewId } from '../../store/schema.ts'
import type { Sentences } from '../accounts/index.ts'
import { type Ground, groundNames } from './legal-holds.ts'
import type { Review } from './reviews.ts'

/** An entry about the review itself. */
export const ofReview = (
  { id, boardId }: Pick<Review, 'id' | 'boardId'>,
  kind: string,
  facts: Readonly<Record<string, Small>> = {},
): Entry => ({ kind, thing: 'review', thingId: id, boardId, reviewId: id, facts })

/** An entry about a thing within a review. */
export const within = (
  { boardId, reviewId }: { readonly boardId: Review['boardId']; readonly reviewId: ReviewId | null },
  entry: Omit<Entry, 'boardId' | 'reviewId'>,
): Entry => ({ ...entry, boardId, reviewId })

const counted = (count: Small | undefined, one: string, many: string) => `${count} ${count === 1 ? one : many}`

/** "a person", or the name that the page has added as `personName`. */
const whom = (facts: Readonly<Record<string, Small>>) => String(facts.personName ?? 'a person')

const underHold = ', while a legal hold stood and a copy of the originals was kept elsewhere'

export const sentences: Sentences = {
  'review.created': () => 'added the review, as restricted',
  'review.corrected': ({ fields }) => `corrected ${counted(fields, 'fact', 'facts')} of the review`,
  'review.released': ({ agencies }) => `released the review to ${counted(agencies, 'agency', 'agencies')}`,
  'review.taken-back': () => 'took the release back: the review is restricted again',
  'review.refused': () => 'asked for the review and was not let in',
  'document.refused': () => 'asked for a document of the review and was not let in',
  'recommendation.refused': () => 'asked for a recommendation of the review and was not let in',
  'statement.refused': () => 'asked for a statement of the review and was not let in',
  'panel.joined': facts => `put ${whom(facts)} on the panel`,
  'panel.left': facts => `took ${whom(facts)} off the panel`,
  'exclusion.made': facts => `excluded ${whom(facts)} from the review`,
  'exclusion.lifted': facts => `lifted the exclusion of ${whom(facts)}`,
  'document.downloaded': () => 'downloaded the original',
  'redaction.asked': ({ extent }) =>
    extent === 'file' ? 'asked for the whole file to be redacted' : 'asked for words to be redacted',
  'redaction.agreed': ({ places, holds }) =>
    `agreed to the redaction, which was done at once: ${places} places were blanked${holds ? underHold : ''}`,
  'redaction.applied-again': ({ places }) =>
    `applied the redaction to a restored backup: ${places} places were blanked`,
  'redaction.reached': () => 'agreed to the redaction of another document, which reached this one',
  'redaction.refused': () => 'refused the redaction',
  'hold.placed': ({ ground }) => `placed a legal hold on the review: ${groundNames[ground as Ground].toLowerCase()}`,
  'hold.kept': () => 'looked at a legal hold, which goes on, and set when it is looked at again',
  'hold.lifting-asked': () => 'asked for a legal hold to be lifted',
  'hold.lifted': () => 'agreed that a legal hold is lifted, which it was at once',
  'hold.lifting-refused': () => 'refused to lift a legal hold, which goes on',
}
