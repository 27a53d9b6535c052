import type { PlainDate } from '../core/plain-date.ts'

/** From and to, in Unicode code points of the text that `heed read FILE --text` prints; `to` is not included. */
export type Span = readonly [from: number, to: number]

export const acts = ['done', 'ongoing', 'planned', 'position', 'context'] as const
export type Act = (typeof acts)[number]

export const kinds = ['response', 'action-plan', 'report', 'policy', 'unknown'] as const
export type Kind = (typeof kinds)[number]

export const reviewTypes = [
  'scr',
  'lcspr',
  'rapid-review',
  'sar',
  'dhr',
  'learning-review',
  'audit',
  'unknown',
] as const
export type ReviewType = (typeof reviewTypes)[number]

const editionStandings = ['current', 'superseded', 'withdrawn', 'draft', 'never-existed', 'unknown'] as const
export type EditionStanding = (typeof editionStandings)[number]

const bodyStandings = ['abolished', 'renamed', 'current'] as const
export type BodyStanding = (typeof bodyStandings)[number]

export const findingCodes = [
  'no-recommendations',
  'silent-addressee',
  'unanswered',
  'part-unanswered',
  'no-owner',
  'no-date',
  'overdue',
  'stale-tense',
  'superseded-guidance',
  'never-existed',
  'abolished-body',
  'open-ended',
  'duplicate-recommendation',
] as const
export type FindingCode = (typeof findingCodes)[number]

/** What `heed read` prints: the reading contract, heed.reading/1. */
export interface Reading {
  readonly schema: 'heed.reading/1'
  readonly source: Source
  readonly kind: Kind
  readonly review: ReviewFacts
  readonly recommendations: readonly Recommendation[]
  readonly citations: readonly Citation[]
  readonly bodies: readonly BodyMention[]
  readonly findings: readonly Finding[]
  readonly frontMatter: readonly Passage[]
  readonly leadIns: readonly Passage[]
  /** Headings, labels and the names of columns; beyond the contract's fields, so that every word has its place. */
  readonly headings: readonly Passage[]
  /** Table cells that give no statement, such as a date, an owner or a colour; beyond the contract's fields. */
  readonly cells: readonly Passage[]
  readonly unplaced: readonly Passage[]
}

export interface Source {
  readonly file: string
  readonly sha256: string
  readonly mediaType: string
  readonly pages: number | null
  readonly characters: number
}

export interface ReviewFacts {
  readonly title: string | null
  readonly subject: string | null
  readonly type: ReviewType
  readonly board: string | null
  readonly consideredOn: PlainDate | null
  readonly legalBasis: string | null
  readonly leadReviewer: string | null
  readonly methodology: string | null
}

export interface Recommendation {
  readonly number: string | null
  readonly text: string
  readonly parts: readonly string[]
  readonly addressees: readonly string[]
  readonly responses: readonly Response[]
  /** Where its words stand; beyond the contract's fields, for the check page. */
  readonly span: Span | null
  readonly partSpans: readonly Span[]
  /** Where its words go on or stand again, such as in a summary or in another row; beyond the contract's fields. */
  readonly otherSpans: readonly Span[]
}

export interface Response {
  /** The longest form that the document uses, or "" when no agency can be told. */
  readonly agency: string
  readonly statements: readonly Statement[]
  readonly action: string | null
  readonly owner: string | null
  readonly status: string | null
  readonly evidence: string | null
  /**
   * How the document says who answers; beyond the contract's fields, so that a corrected reading can be judged anew.
   */
  readonly manner?: Manner
}

export interface Manner {
  /** The bodies that its row or heading names, the one that answers first. */
  readonly bodies: readonly string[]
  readonly headed: boolean
  readonly fromTable: boolean
  readonly finished: boolean | null
}

export interface Statement {
  readonly text: string
  readonly act: Act
  /** The recommendation's parts that it takes up, from 1; [] the whole; null cannot be told. */
  readonly answersParts: readonly number[] | null
  readonly due: Due | null
  readonly span: Span
}

export interface Due {
  readonly asWritten: string
  readonly from: PlainDate | null
  readonly to: PlainDate | null
}

export interface Citation {
  readonly asWritten: string
  readonly guidance: string
  readonly edition: string | null
  readonly standing: EditionStanding
  readonly supersededBy: string | null
  readonly current: string | null
  readonly span: Span
}

export interface BodyMention {
  readonly asWritten: string
  readonly standing: BodyStanding
  readonly on: PlainDate | null
  readonly successor: string | null
  readonly span: Span
}

export interface Finding {
  readonly code: FindingCode
  readonly recommendation: string | null
  readonly message: string
  readonly span: Span | null
}

export interface Passage {
  readonly text: string
  readonly span: Span
}
