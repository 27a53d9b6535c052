import type { Route } from '../../app.ts'
import { aboutRoutes } from './about-routes.ts'
import { agencyRoutes } from './agency-routes.ts'
import { boardRoutes } from './board-routes.ts'
import { handoverRoutes } from './handover-routes.ts'
import { searchRoutes } from './search-routes.ts'

export const routes: readonly Route[] = [
  ...aboutRoutes,
  ...boardRoutes,
  ...agencyRoutes,
  ...handoverRoutes,
  ...searchRoutes,
]
