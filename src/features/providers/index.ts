import type { Feature } from '../../app.ts'
import { tellConfirmed, tellLinked, tellRequest } from './jobs.ts'
import { routes } from './routes.ts'

export { sentences } from './entries.ts'
export * as lifecycles from './lifecycle.ts'

/** Signing in with an account of one's organisation: links, requests of strangers, and rules that give roles. */
export const feature: Feature = { name: 'providers', routes, workers: [tellLinked, tellRequest, tellConfirmed] }
