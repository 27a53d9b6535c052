import type { Feature } from '../../app.ts'
import { routes } from './routes.ts'

export { type EditionToday, editionToday, isOutOfDate, standingWords } from './cited-guidance.ts'
export { insertCorrections, listCorrections, type ShownCorrection } from './correction-queries.ts'
export { type ChangedField, changedFields, type Written } from './corrections.ts'
export { dateFields, readDay } from './day-fields.ts'
export { sentences } from './entries.ts'
export { ConfirmPage, DateField, formView, ReasonField, StandingTag, TextField } from './form-parts.tsx'
export { isConfirmed, readReason } from './forms.ts'
export { crumbsTo, frameOf } from './frame.ts'
export { historyOf } from './history.ts'
export * as lifecycles from './lifecycle.ts'
export { exclude, joinPanel } from './people-commands.ts'
export { releaseToAsked } from './release-commands.ts'
export { listSeated, type NamedAgency } from './release-queries.ts'
export { catchUp, exportRecords } from './restoring-commands.ts'
export { holdReviewFor, type ReviewSubject, reviewFor, subjectOf } from './review-access.ts'
export { createReview } from './review-commands.ts'
export { findReview, holdReview, listReviewsFor, reviewAccess } from './review-queries.ts'
export { noFacts, type Review, type ReviewFacts, typeNames } from './reviews.ts'

/** Reviews: their facts, who may see them, their documents, and redaction. */
export const feature: Feature = { name: 'reviews', routes, workers: [] }
