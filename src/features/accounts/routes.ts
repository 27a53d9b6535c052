import { accountRoutes } from './account-routes.ts'
import { invitationRoutes } from './invitation-routes.ts'
import { passkeyRoutes } from './passkey-routes.ts'
import { proofRoutes } from './proof-routes.ts'
import { recoveryRoutes } from './recovery-routes.ts'
import { signInRoutes } from './sign-in-routes.ts'

export const routes = [
  ...signInRoutes,
  ...recoveryRoutes,
  ...accountRoutes,
  ...proofRoutes,
  ...passkeyRoutes,
  ...invitationRoutes,
]
