import { linkRoutes } from './link-routes.ts'
import { requestRoutes } from './request-routes.ts'
import { ruleRoutes } from './rule-routes.ts'
import { signInRoutes } from './sign-in-routes.ts'

export const routes = [...signInRoutes, ...linkRoutes, ...requestRoutes, ...ruleRoutes]
