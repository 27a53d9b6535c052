/** What can be made and corrected by hand in the register, and how it is written when it is compared. */
import { createHash } from 'node:crypto'
import type { AgencyId, BoardId } from '../../access/actor.ts'
import type { StateOf } from '../../core/lifecycle.ts'
import { type PlainDate, writeDate } from '../../core/plain-date.ts'
import { shippedGuidance } from '../../reader/guidance-data.ts'
import type { FindingCode } from '../../reader/reading.ts'
import type { GroupId, RecommendationId, ReviewId, StatementId } from '../../store/schema.ts'
import type { NamedAgency, Written } from '../reviews/index.ts'
import type { finding, statement } from './lifecycle.ts'
import type { Part, Statement, StatementWords } from './recommendation.ts'
import { findingWords } from './register-words.ts'

/** Everything in the register that is made and corrected by hand. */
export const thingKinds = ['recommendation', 'part', 'addressee', 'statement', 'citation', 'finding'] as const
export type ThingKind = (typeof thingKinds)[number]

/** What a person fills in of each kind of thing. */
export interface Fields {
  readonly recommendation: { readonly number: string | null; readonly text: string }
  readonly part: { readonly text: string }
  readonly addressee: {
    readonly asWritten: string
    readonly agencyId: AgencyId | null
    readonly groupId: GroupId | null
  }
  readonly statement: StatementWords & {
    readonly saidOn: PlainDate | null
    readonly followsId: StatementId | null
  }
  readonly citation: {
    /** As the guidance data names it: "working-together". */
    readonly guidance: string
    /** Its year, or null where none is named. */
    readonly edition: string | null
    readonly asWritten: string
  }
  readonly finding: {
    readonly code: FindingCode
    /** What is wrong or missing, in a person's own words or in the reader's. */
    readonly message: string
    readonly statementId: StatementId | null
  }
}

/**
 * The recommendation that a thing belongs to, or is; null for what belongs to the review itself, as a citation does and
 * a finding can.
 */
export type Under<K extends ThingKind> = K extends 'citation'
  ? null
  : K extends 'finding'
    ? RecommendationId | null
    : RecommendationId

/** Which state of its lifecycle a thing is in. */
export type ThingState<K extends ThingKind> = StateOf<K extends 'finding' ? typeof finding : typeof statement>

/** A thing that stands in the register, with what can be corrected about it. */
export interface Thing<K extends ThingKind> {
  readonly kind: K
  readonly id: string
  readonly recommendationId: Under<K>
  readonly reviewId: ReviewId
  readonly boardId: BoardId
  readonly state: ThingState<K>
  readonly fields: Fields[K]
}

/** What a form can choose from, and what ids are called. */
export interface Around {
  readonly agencies: readonly NamedAgency[]
  readonly groups: readonly { readonly id: GroupId; readonly name: string }[]
  readonly parts: readonly Part[]
  readonly statements: readonly Statement[]
  /** What a finding can be of. */
  readonly codes: readonly FindingCode[]
}

type Writers = { readonly [K in ThingKind]: (fields: Fields[K], around: Around) => Written }

const nameIn = (things: readonly { readonly id: string; readonly name: string }[], id: string | null) =>
  things.find(each => each.id === id)?.name ?? (id === null ? null : 'a body that is no longer on the board')

const writers: Writers = {
  recommendation: ({ number, text }) => ({ number, text }),
  part: ({ text }) => ({ text }),
  addressee: ({ asWritten, agencyId, groupId }, { agencies, groups }) => ({
    asWritten,
    body: nameIn(agencies, agencyId) ?? nameIn(groups, groupId),
  }),
  statement: (fields, { agencies, statements }) => ({
    agency: nameIn(agencies, fields.agencyId),
    agencyAsWritten: fields.agencyAsWritten,
    text: fields.text,
    act: fields.act,
    answersParts: writeParts(fields.answersParts),
    dueAsWritten: fields.due?.asWritten ?? null,
    dueFrom: fields.due?.from ? writeDate(fields.due.from) : null,
    dueTo: fields.due?.to ? writeDate(fields.due.to) : null,
    owner: fields.owner,
    status: fields.status,
    reportedDone: fields.reportedDone ? 'yes' : 'no',
    saidOn: fields.saidOn && writeDate(fields.saidOn),
    follows: statements.find(({ id }) => id === fields.followsId)?.text ?? null,
  }),
  citation: ({ guidance, edition, asWritten }) => ({ guidance: titleOf(guidance), edition, asWritten }),
  finding: ({ code, message, statementId }, { statements }) => ({
    code: findingWords[code],
    message,
    statement: statements.find(({ id }) => id === statementId)?.text ?? null,
  }),
}

const titleOf = (guidance: string) => shippedGuidance().guidance.find(({ id }) => id === guidance)?.title ?? guidance

const writeParts = (parts: readonly number[] | null) =>
  parts === null ? 'cannot be told' : parts.length === 0 ? 'the whole' : parts.join(', ')

/** The fields as words, for comparing and for keeping what they said. */
export const writeFields = <K extends ThingKind>(kind: K, fields: Fields[K], around: Around): Written =>
  writers[kind](fields, around)

/** The words that a thing is known by. */
export function mainWords<K extends ThingKind>(kind: K, fields: Fields[K]): string {
  if (kind === 'finding') return (fields as Fields['finding']).message
  return kind === 'addressee' || kind === 'citation'
    ? (fields as Fields['addressee' | 'citation']).asWritten
    : (fields as Fields['part']).text
}

/** Tells whether a thing is still as a page showed it. */
export const stampOf = <K extends ThingKind>(kind: K, fields: Fields[K], around: Around): string =>
  createHash('sha256')
    .update(JSON.stringify(writeFields(kind, fields, around)))
    .digest('hex')
    .slice(0, 16)
