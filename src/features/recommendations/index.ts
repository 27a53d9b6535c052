import type { Feature } from '../../app.ts'
import { routes } from './routes.ts'

export { sentences } from './entries.ts'
export { listWholeFindings } from './finding-queries.ts'
export { addThing } from './hand-commands.ts'
export * as lifecycles from './lifecycle.ts'
export type {
  AddresseeInput,
  CitationInput,
  FindingInput,
  PartInput,
  RecommendationInput,
  RegisterInput,
  Saved,
  StatementInput,
} from './register-input.ts'
export { longest } from './register-input.ts'
export { computedCodes } from './register-plan.ts'
export { listRegistered, type Registered, type RegisteredStatement } from './registered-queries.ts'
export { saveToRegister } from './saving-commands.ts'

/** The register: recommendations, who was asked, and what was said to each. */
export const feature: Feature = { name: 'recommendations', routes, workers: [] }
