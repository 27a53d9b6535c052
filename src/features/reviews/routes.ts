import type { Route } from '../../app.ts'
import { documentRoutes } from './document-routes.ts'
import { legalHoldRoutes } from './legal-hold-routes.ts'
import { peopleRoutes } from './people-routes.ts'
import { redactionRoutes } from './redaction-routes.ts'
import { releaseRoutes } from './release-routes.ts'
import { reviewRoutes } from './review-routes.ts'

export const routes: readonly Route[] = [
  ...reviewRoutes,
  ...peopleRoutes,
  ...releaseRoutes,
  ...documentRoutes,
  ...redactionRoutes,
  ...legalHoldRoutes,
]
