/** The features, in order: each may import only the index of those above it. */
import type { Feature } from './app.ts'
import { feature as accounts, findPerson, isEmpty } from './features/accounts/index.ts'
import { feature as partnership } from './features/partnership/index.ts'
import { feature as recommendations } from './features/recommendations/index.ts'
import { feature as reviews } from './features/reviews/index.ts'

export { findPerson, isEmpty }
export const features: readonly Feature[] = [accounts, partnership, reviews, recommendations]
