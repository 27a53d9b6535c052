import type { Route } from '../../app.ts'
import { citationRoutes } from './citation-routes.ts'
import { dismissalRoutes } from './dismissal-routes.ts'
import { handRoutes } from './hand-routes.ts'
import { moveRoutes } from './move-routes.ts'
import { registerRoutes } from './register-routes.ts'
import { reviewFindingRoutes } from './review-finding-routes.ts'
import { threadRoutes } from './thread-routes.ts'

export const routes: readonly Route[] = [
  ...registerRoutes,
  ...threadRoutes,
  ...dismissalRoutes,
  ...handRoutes,
  ...moveRoutes,
  ...citationRoutes,
  ...reviewFindingRoutes,
]
