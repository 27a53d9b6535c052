import type { Feature } from '../../app.ts'
import { routes } from './routes.ts'

/** Where people begin, what the register comes to, and search. It reads all and owns nothing. */
export const feature: Feature = { name: 'overview', routes, workers: [] }
