import { linkRoutes } from './link-routes.ts'
import { signInRoutes } from './sign-in-routes.ts'

export const routes = [...signInRoutes, ...linkRoutes]
