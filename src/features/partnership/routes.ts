import { agencyRoutes } from './agency-routes.ts'
import { boardRoutes } from './board-routes.ts'
import { exportRoutes } from './export-routes.ts'
import { groupRoutes } from './group-routes.ts'
import { leavingRoutes } from './leaving-routes.ts'
import { peopleRoutes } from './people-routes.ts'

export const routes = [
  ...boardRoutes,
  ...exportRoutes,
  ...peopleRoutes,
  ...leavingRoutes,
  ...agencyRoutes,
  ...groupRoutes,
]
