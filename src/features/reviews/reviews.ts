/** What a review is here: its facts, its kinds and how long each field may be. */
import type { BoardId } from '../../access/actor.ts'
import type { PlainDate } from '../../core/plain-date.ts'
import type { ReviewType } from '../../reader/reading.ts'
import type { ReviewId } from '../../store/schema.ts'

/** What is known of a review, as people may correct it. */
export interface ReviewFacts {
  readonly title: string
  /** The pseudonym, as published. */
  readonly subject: string | null
  readonly type: ReviewType
  /** When the board considered it. */
  readonly consideredOn: PlainDate | null
  readonly legalBasis: string | null
  readonly leadReviewer: string | null
  readonly methodology: string | null
}

export type Standing = 'restricted' | 'released'

export interface Review extends ReviewFacts {
  readonly id: ReviewId
  readonly boardId: BoardId
  readonly standing: Standing
  readonly createdAt: Date
}

/** The most characters that each field may have; the database holds to the same. */
export const longestFact = {
  title: 300,
  subject: 120,
  legalBasis: 2000,
  leadReviewer: 300,
  methodology: 2000,
  reason: 1000,
} as const

/** What each kind of review is called. */
export const typeNames: Readonly<Record<ReviewType, string>> = {
  scr: 'Serious case review',
  lcspr: 'Local child safeguarding practice review',
  'rapid-review': 'Rapid review',
  sar: 'Safeguarding adults review',
  dhr: 'Domestic homicide or abuse related death review',
  'learning-review': 'Learning review',
  audit: 'Audit',
  unknown: 'Kind not known',
}

/** Where a review begins when nothing else is said. */
export const noFacts: Omit<ReviewFacts, 'title'> = {
  subject: null,
  type: 'unknown',
  consideredOn: null,
  legalBasis: null,
  leadReviewer: null,
  methodology: null,
}

/** What each fact is called. */
export const factNames = {
  title: 'Title',
  subject: 'Subject',
  type: 'Kind of review',
  consideredOn: 'Considered by the Board',
  legalBasis: 'Legal basis',
  leadReviewer: 'Lead reviewer',
  methodology: 'Methodology',
} as const satisfies Record<keyof ReviewFacts, string>
