import type { PersonId } from '../../access/actor.ts'
import type { Worker } from '../../app.ts'
import type { ImportId } from '../../store/schema.ts'
import { giveUpReading, readImport } from './reading-commands.ts'
import { readQueue } from './upload-commands.ts'

/** Reads an uploaded document for the person who started it. */
export const readImportJob: Worker = {
  queue: readQueue,
  work: (app, data) => readImport(app, data.import as ImportId, data.person as PersonId),
  giveUp: (app, data) => giveUpReading(app, data.import as ImportId),
}
