import type { Feature } from '../app.ts'
import { routes } from './routes.ts'

export { type CastPerson, cast, postLines, sharedPassword } from './cast.ts'
export { NotTheDemo, seedDemo } from './seed.ts'

/** The demo: who one can be, one click to be them, documents to try, and the e-mail that was sent. */
export const feature: Feature = { name: 'demo', routes, workers: [] }
