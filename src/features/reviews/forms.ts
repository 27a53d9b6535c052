/** What the forms of reviews bring. */
import type { AgencyId, PersonId } from '../../access/actor.ts'
import { formReader } from '../../core/form-fields.ts'
import { isId } from '../../core/ids.ts'
import { type PlainDate, plainDate } from '../../core/plain-date.ts'
import type { Decided } from '../../core/refusals.ts'
import { reviewTypes } from '../../reader/reading.ts'
import type { ReviewFilter, ReviewSort } from './list-queries.ts'
import { longestFact, type ReviewFacts } from './reviews.ts'

/** The facts of a review as they were typed. */
export function readFacts(form: URLSearchParams): Decided<ReviewFacts> {
  const read = formReader(form)
  const title = read.line('title', {
    missing: 'Enter the title of the review',
    longest: longestFact.title,
    label: 'The title',
  })
  const subject = read.line('subject', { longest: longestFact.subject, label: 'The pseudonym' })
  const type = read.choice('type', reviewTypes, 'Choose the kind of review')
  const leadReviewer = read.line('leadReviewer', { longest: longestFact.leadReviewer, label: 'The lead reviewer' })
  const legalBasis = read.text('legalBasis', { longest: longestFact.legalBasis, label: 'The legal basis' })
  const methodology = read.text('methodology', { longest: longestFact.methodology, label: 'The methodology' })
  const considered = readConsidered(form)
  if (considered === 'no day') read.say('considered', 'Enter a real day, as in 27 3 2024, or leave it empty')
  return read.settle(() => ({
    title,
    subject: subject || null,
    type: type ?? 'unknown',
    consideredOn: considered === 'no day' ? null : considered,
    legalBasis: legalBasis || null,
    leadReviewer: leadReviewer || null,
    methodology: methodology || null,
  }))
}

function readConsidered(form: URLSearchParams): PlainDate | null | 'no day' {
  const parts = ['year', 'month', 'day'].map(part => form.get(`considered-${part}`)?.trim() ?? '')
  if (parts.every(part => part === '')) return null
  const [year = 0, month = 0, day = 0] = parts.map(Number)
  const date = plainDate(year, month, day)
  return date !== null && date >= '1900-01-01' && date <= '2100-12-31' ? date : 'no day'
}

/** Why something is done; `missing` is what to say when it is left out. */
export function readReason(form: URLSearchParams, missing: string): Decided<string> {
  const read = formReader(form)
  const reason = read.text('reason', { missing, longest: longestFact.reason, label: 'The reason' })
  return read.settle(() => reason)
}

/** Corrected facts with why; every mistake of both. */
export function readCorrection(form: URLSearchParams): Decided<{ facts: ReviewFacts; reason: string }> {
  const [facts, reason] = [readFacts(form), readReason(form, 'Enter why the facts are corrected')]
  if (facts.ok && reason.ok) return { ok: true, value: { facts: facts.value, reason: reason.value }, entries: [] }
  return { ok: false, mistakes: [facts, reason].flatMap(read => (read.ok ? [] : read.mistakes)) }
}

/** The person whom a form names, or null. */
export const readPerson = (form: URLSearchParams): PersonId | null => {
  const id = form.get('person')
  return isId(id) ? (id as PersonId) : null
}

/** The agencies that are ticked, each once. */
export const readAgencies = (form: URLSearchParams): readonly AgencyId[] =>
  [...new Set(form.getAll('agency'))].filter(isId).map(id => id as AgencyId)

/** Whether the form is the one of the page that asks "are you sure". */
export const isConfirmed = (form: URLSearchParams): boolean => form.get('confirmed') === 'yes'

const standings = ['restricted', 'released'] as const
const sorts: readonly ReviewSort[] = ['considered', 'title', 'added']

/** What a list of reviews is narrowed to and sorted by; what is not known narrows nothing. */
export const readReviewList = (query: URLSearchParams): ReviewFilter & { readonly sort: ReviewSort } => ({
  type: reviewTypes.find(each => each === query.get('type')) ?? null,
  standing: standings.find(each => each === query.get('standing')) ?? null,
  sort: sorts.find(each => each === query.get('sort')) ?? 'considered',
})
