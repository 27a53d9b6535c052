import type { Feature } from '../../app.ts'
import { readImportJob } from './jobs.ts'
import { routes } from './routes.ts'

export { sentences } from './entries.ts'
export * as lifecycles from './lifecycle.ts'
export { readImport } from './reading-commands.ts'
export { saveCheck, showCheck } from './saving-commands.ts'
export { type Taken, upload } from './upload-commands.ts'

/** Imports: a document uploaded, read, checked beside its source, and saved to the register. */
export const feature: Feature = { name: 'imports', routes, workers: [readImportJob] }
