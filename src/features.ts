/** The features, in order: each may import only the index of those above it. */
import type { Feature } from './app.ts'
import {
  sentences as accountSentences,
  feature as accounts,
  findPerson,
  isEmpty,
  noteRefusal,
  sealSecondFactors,
} from './features/accounts/index.ts'
import { sentences as importSentences, feature as imports } from './features/imports/index.ts'
import { feature as overview } from './features/overview/index.ts'
import { feature as partnership, sentences as partnershipSentences } from './features/partnership/index.ts'
import { sentences as recommendationSentences, feature as recommendations } from './features/recommendations/index.ts'
import { sentences as reviewSentences, feature as reviews } from './features/reviews/index.ts'
import { tell } from './ledger/sentences.ts'

export { findPerson, isEmpty, noteRefusal, sealSecondFactors }
export const features: readonly Feature[] = [accounts, partnership, reviews, recommendations, imports, overview]

// A page shows the History of a thing whose entries later features record as well, so the sentences meet here.
for (const sentences of [
  accountSentences,
  partnershipSentences,
  reviewSentences,
  recommendationSentences,
  importSentences,
])
  tell(sentences)
