/** Reading an uploaded document: begun, carried on and ended in units of work of their own, so that progress shows. */
import { caretaker, type Person, type PersonId } from '../../access/actor.ts'
import { authorise } from '../../access/can.ts'
import type { App, Tx } from '../../app.ts'
import { layOut } from '../../core/laid-out.ts'
import { allows } from '../../core/lifecycle.ts'
import type { PlainDocument } from '../../core/plain-document.ts'
import { type Decided, decide, Forbidden, NotFound, refuse } from '../../core/refusals.ts'
import { record } from '../../ledger/ledger.ts'
import { shippedGuidance } from '../../reader/guidance-data.ts'
import { readDocument } from '../../reader/read.ts'
import type { ImportId } from '../../store/schema.ts'
import { findPersonForJob } from '../accounts/index.ts'
import { findBytes } from './document-queries.ts'
import { draftOf, itemsOf } from './draft.ts'
import { withFindings } from './findings.ts'
import {
  findEnded,
  findImport,
  holdImport,
  type Import,
  type Read,
  setFailed,
  setProgress,
  setRead,
} from './import-queries.ts'
import { lifecycle } from './lifecycle.ts'
import { storable } from './storable.ts'
import { readQueue } from './upload-commands.ts'

const { acts } = lifecycle

/** Why a reading ended, in words for people. */
const failures = {
  gone: [
    'The person who uploaded the document may no longer check imports here, so nobody read it.',
    'Start the reading again to read it yourself.',
  ].join(' '),
  noBytes: 'The document is no longer stored, so it cannot be read. Upload it again.',
  fault: [
    'Heed could not finish reading this document. Start the reading again.',
    'If it fails again, save the document in another format and upload that.',
  ].join(' '),
} as const

/** Reads a document for the person who started it. Safe to repeat: a reading that is done is left alone. */
export async function readImport(app: App, id: ImportId, personId: PersonId): Promise<void> {
  try {
    const person = await findPersonForJob(app, personId)
    await readAs(app, person, id)
  } catch (error) {
    if (!(error instanceof NotFound || error instanceof Forbidden)) throw error
    await endReading(app, id, failures.gone)
  }
}

async function readAs(app: App, person: Person, id: ImportId): Promise<void> {
  const begun = await begin(app, person, id)
  if (!begun) return
  const { found, bytes } = begun
  if (!bytes) return fail(app, person, found, failures.noBytes)
  const document = await open(app, bytes, found.fileName)
  if (typeof document === 'string') return fail(app, person, found, document)
  await app.db.as(person, tx => setProgress(tx, id, { state: 'reading', progress: 50, now: app.clock.now() }))
  const read = understand(app, document, found)
  await finish(app, person, found, read)
}

const isUnderWay = ({ state }: Import) => allows(lifecycle, state, 'finish')

const begin = (app: App, person: Person, id: ImportId) =>
  app.db.as(person, async tx => {
    const found = await holdOwn(tx, person, id)
    if (!isUnderWay(found)) return null
    await setProgress(tx, id, { state: 'reading', progress: 10, now: app.clock.now() })
    return { found, bytes: await findBytes(tx, found.documentId) }
  })

async function holdOwn(tx: Tx, person: Person, id: ImportId): Promise<Import> {
  await holdImport(tx, id)
  const found = await findImport(tx, id)
  authorise(person, acts['read again'].by, found)
  return found
}

/** The document, or the plain sentence that says why it cannot be read. */
async function open(app: App, bytes: Uint8Array, fileName: string): Promise<PlainDocument | string> {
  try {
    return storable(await app.documents.open(bytes, fileName))
  } catch (error) {
    if (error instanceof Error && error.name === 'UnreadableDocument') return error.message
    throw error
  }
}

function understand(app: App, document: PlainDocument, { fileName, sha256 }: Import): Read {
  const asOf = app.clock.today()
  const { text } = layOut(document)
  const reading = readDocument(document, { file: fileName, sha256 }, { asOf, guidance: shippedGuidance() })
  return { text, reading, document, draft: withFindings(draftOf(reading, text), { reading, document, asOf }) }
}

const entryOf = (kind: string, { id, boardId, reviewId }: Pick<Import, 'id' | 'boardId' | 'reviewId'>) => ({
  kind,
  thing: 'import',
  thingId: id,
  boardId,
  reviewId,
})

const finish = (app: App, person: Person, { id }: Import, read: Read) =>
  app.db.as(person, async tx => {
    const found = await holdOwn(tx, person, id)
    if (!isUnderWay(found)) return
    await setRead(tx, id, read, app.clock.now())
    const counts = {
      recommendations: itemsOf(read.draft, 'recommendation').length,
      statements: itemsOf(read.draft, 'statement').length,
    }
    await record(app, tx, person, [{ ...entryOf(acts.finish.entry, found), facts: counts }])
  })

const fail = (app: App, person: Person, found: Import, sentence: string) =>
  app.db.as(person, async tx => {
    if (await setFailed(tx, found.id, sentence, app.clock.now()))
      await record(app, tx, person, [entryOf(acts.fail.entry, found)])
  })

/** Ends a reading that its person may no longer do, or that has failed too often. */
const endReading = (app: App, id: ImportId, sentence: string): Promise<void> =>
  app.db.as(caretaker, async tx => {
    const ended = await findEnded(tx, id)
    if (ended && (await setFailed(tx, id, sentence, app.clock.now())))
      await record(app, tx, caretaker, [entryOf(acts.end.entry, { id, ...ended })])
  })

/** Marks a reading that failed every time. */
export const giveUpReading = (app: App, id: ImportId): Promise<void> => endReading(app, id, failures.fault)

/** Starts a reading that failed once more, now for the person who asks. */
export const restartReading = (app: App, person: Person, id: ImportId): Promise<Decided<null>> =>
  app.db.as(person, async tx => {
    const found = await holdOwn(tx, person, id)
    if (!allows(lifecycle, found.state, 'read again')) {
      return refuse({ field: 'reading', message: 'This reading did not fail: the page shows how it stands now' })
    }
    await setProgress(tx, id, { state: 'waiting', progress: 0, now: app.clock.now() })
    await app.jobs.send(tx, readQueue, { import: id, person: person.id })
    await record(app, tx, person, [entryOf(acts['read again'].entry, found)])
    return decide(null)
  })
