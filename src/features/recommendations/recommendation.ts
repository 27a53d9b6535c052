/** A recommendation of the register and what belongs to it, as its page shows them. */
import type { AgencyId, BoardId } from '../../access/actor.ts'
import type { PlainDate } from '../../core/plain-date.ts'
import type { Act, Due, Span } from '../../reader/reading.ts'
import type {
  AddresseeId,
  DocumentId,
  GroupId,
  PartId,
  RecommendationId,
  ReviewId,
  StatementId,
} from '../../store/schema.ts'

/** Where words stand in a document of the review; null for what was entered by hand. */
export interface Source {
  readonly documentId: DocumentId
  readonly span: Span
}

export interface Recommendation {
  readonly id: RecommendationId
  readonly boardId: BoardId
  readonly reviewId: ReviewId
  readonly number: string | null
  readonly text: string
  readonly source: Source | null
  readonly withdrawnAt: Date | null
}

export interface Part {
  readonly id: PartId
  /** From 1; what statements call it by. A withdrawn part leaves a gap. */
  readonly position: number
  readonly text: string
  readonly source: Source | null
}

export interface Addressee {
  readonly id: AddresseeId
  readonly asWritten: string
  readonly agencyId: AgencyId | null
  readonly agencyName: string | null
  readonly groupId: GroupId | null
  readonly groupName: string | null
}

/** A body that is asked, by itself or in a group, and whether anything was heard from it. */
export interface AskedBody {
  readonly addresseeId: AddresseeId
  readonly agencyId: AgencyId | null
  /** What the agency is called, or the addressee as it is written. */
  readonly name: string
  /** The group through which it is asked, if it is. */
  readonly throughGroup: string | null
  readonly isHeard: boolean
  readonly isDismissed: boolean
}

/** What a statement says: of whom, in which words, to which part, by when. */
export interface StatementWords {
  readonly agencyId: AgencyId | null
  /** "" when it cannot be told. */
  readonly agencyAsWritten: string
  readonly text: string
  readonly act: Act
  /** The positions of the parts that it takes up, from 1; [] the whole; null cannot be told. */
  readonly answersParts: readonly number[] | null
  readonly due: Due | null
  /** Who is to do it. */
  readonly owner: string | null
  readonly status: string | null
  /** Whether the document itself reports it complete, so that it is overdue no more. */
  readonly reportedDone: boolean
}

export interface Statement extends StatementWords {
  readonly id: StatementId
  readonly agencyName: string | null
  readonly saidOn: PlainDate | null
  readonly followsId: StatementId | null
  readonly source: Source | null
  readonly createdAt: Date
  /** Whether it is a promise that stands: planned, not reported done, and not followed by a later edition. */
  readonly isOpen: boolean
  /** What an open promise lacks. */
  readonly isDateless: boolean
  readonly isOwnerless: boolean
  readonly isLatenessDismissed: boolean
}

/** A thing of a recommendation that was withdrawn, and can be put back. */
export interface Withdrawn {
  readonly kind: 'part' | 'addressee' | 'statement' | 'finding'
  readonly id: string
  readonly text: string
  readonly withdrawnAt: Date
}

/** "Recommendation 3", or words for one without a number. */
export const recommendationName = (number: string | null): string =>
  number === null ? 'A recommendation without a number' : `Recommendation ${number}`

/** A part as it stands by itself: without the comma or "; and" that joined it to the next in the document. */
export const partWords = (text: string): string => text.replace(/\s*[,;](\s*(and|or))?\s*$/i, '')
