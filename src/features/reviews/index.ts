import type { Feature } from '../../app.ts'

export { insertCorrections, listCorrections, type ShownCorrection } from './correction-queries.ts'
export { type ChangedField, changedFields, type Written } from './corrections.ts'
export { sentences } from './entries.ts'
export { holdReviewFor, type ReviewSubject, reviewFor, subjectOf } from './review-access.ts'
export { createReview } from './review-commands.ts'
export { findReview, holdReview, listReviewsFor, reviewAccess } from './review-queries.ts'
export { noFacts, type Review, type ReviewFacts, typeNames } from './reviews.ts'

/** Reviews: their facts, who may see them, their documents, and redaction. */
export const feature: Feature = { name: 'reviews', routes: [], workers: [] }
