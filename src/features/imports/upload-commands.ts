import { createHash } from 'node:crypto'
import type { Actor, Person } from '../../access/actor.ts'
import { authorise } from '../../access/can.ts'
import type { App, Tx, UploadedFile } from '../../app.ts'
import { type Mistake, NotFound } from '../../core/refusals.ts'
import { record } from '../../ledger/ledger.ts'
import type { DocumentId, ImportId, ReviewId } from '../../store/schema.ts'
import { type Board, findBoard } from '../accounts/index.ts'
import { listReviewsFor, reviewFor } from '../reviews/index.ts'
import { addHeldDocument, type Earlier, listEarlier } from './document-queries.ts'
import { mostFiles, mostMegabytes, readable, readableWords, type UploadChoice } from './forms.ts'
import { addImport } from './import-queries.ts'

/** The queue of the job that reads a document. */
export const readQueue = 'read-import'

/**
 * What became of one file: taken to be read, or refused with a sentence and perhaps the earlier upload of the same
 * bytes.
 */
export type Taken = { readonly fileName: string } & (
  | { readonly importId: ImportId }
  | { readonly refusal: string; readonly earlier: Earlier | null }
)

export interface Uploaded {
  readonly board: Board
  readonly taken: readonly Taken[]
  /** Mistakes in the form itself; then no file was taken. */
  readonly mistakes: readonly Mistake[]
}

interface Upload {
  readonly files: readonly UploadedFile[]
  readonly choice: UploadChoice
}

/**
 * Stores each file that can be read, and queues its reading in the same transaction. Nothing of it is in the register.
 */
export async function upload(app: App, person: Person, slug: string, { files, choice }: Upload): Promise<Uploaded> {
  const named = files.map(file => ({ ...file, sha256: createHash('sha256').update(file.bytes).digest('hex') }))
  const { board, earlier } = await app.db.as(person, tx => prepare(tx, person, slug, { named, choice }))
  const mistakes = wrongFiles(files)
  if (mistakes.length > 0) return { board, taken: [], mistakes }
  const taken: Taken[] = []
  const known = new Map(choice.again ? [] : earlier.map(each => [each.sha256, each]))
  const here = new Set<string>()
  for (const file of named) {
    const refused = refusalOf(file, known.get(file.sha256) ?? null, here)
    here.add(file.sha256)
    taken.push(refused ?? (await scanAndStore(app, person, { board, file, choice })))
  }
  return { board, taken, mistakes: [] }
}

type NamedFile = UploadedFile & { readonly sha256: string }

interface Prepared {
  readonly named: readonly NamedFile[]
  readonly choice: UploadChoice
}

async function prepare(tx: Tx, person: Person, slug: string, { named, choice }: Prepared) {
  const board = await findBoard(tx, slug)
  authorise(person, 'document.upload', { boardId: board.id })
  if (choice.reviewId) await refuseOther(tx, person, board, choice.reviewId)
  const hashes = named.map(file => file.sha256)
  return { board, earlier: await listEarlier(tx, board.id, hashes) }
}

async function refuseOther(tx: Tx, person: Person, board: Board, reviewId: ReviewId): Promise<void> {
  const { boardId } = await reviewFor(tx, person, reviewId, 'import.check')
  if (boardId !== board.id) throw new NotFound('no such review of the board')
}

function wrongFiles(files: readonly UploadedFile[]): readonly Mistake[] {
  const say = (message: string) => [{ field: 'files', message }]
  if (files.length === 0) return say('Choose a document')
  if (files.length > mostFiles) return say(`Choose at most ${mostFiles} documents at a time`)
  return []
}

function refusalOf({ name, bytes, sha256, isTooLarge }: NamedFile, earlier: Earlier | null, here: ReadonlySet<string>) {
  const refuse = (refusal: string): Taken => ({ fileName: name, refusal, earlier })
  const ending = endingOf(name)
  if (!Object.hasOwn(readable, ending))
    return refuse(`${name} is of a kind that cannot be read. Heed reads ${readableWords}`)
  if (isTooLarge) return refuse(`${name} is larger than ${mostMegabytes} MB. Take pictures out of it, or split it`)
  if (bytes.length === 0) return refuse(`${name} is empty. Check that it is the right file`)
  if (here.has(sha256)) return refuse(`${name} holds the same as another file that you chose. It was taken once`)
  if (earlier) return refuse(`${name} was uploaded before, to the last byte`)
  return null
}

const endingOf = (name: string) => /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''

interface Checked {
  readonly board: Board
  readonly file: NamedFile
  readonly choice: UploadChoice
}

/**
 * The scan takes long, so it stands outside of the unit of work. A scanner that does not answer lets nothing through.
 */
async function scanAndStore(app: App, person: Person, checked: Checked): Promise<Taken> {
  const { name: fileName, bytes } = checked.file
  const scan = await app.documents.scan(bytes).catch(() => 'failed' as const)
  if (scan === 'infected') {
    const refusal = `${fileName} holds a virus, so it was not taken. Tell whoever looks after your computers`
    return { fileName, refusal, earlier: null }
  }
  if (scan === 'failed') {
    app.log.warn('virus scanner did not answer')
    const refusal = `${fileName} could not be scanned for viruses, so it was not taken. Try again in a few minutes`
    return { fileName, refusal, earlier: null }
  }
  return { fileName, importId: await store(app, person, { ...checked, scan }) }
}

function store(
  app: App,
  person: Person,
  { board, file, choice, scan }: Checked & { readonly scan: 'clean' | 'not scanned' },
): Promise<ImportId> {
  return app.db.as(person, async tx => {
    authorise(person, 'document.upload', { boardId: board.id })
    const [documentId, id, now] = [app.chance.id<DocumentId>(), app.chance.id<ImportId>(), app.clock.now()]
    const { reviewId, standing } = choice
    const shared = { boardId: board.id, reviewId }
    const mediaType = readable[endingOf(file.name)] ?? 'application/octet-stream'
    const stored = { ...shared, id: documentId, mediaType, fileName: file.name, sha256: file.sha256, scan } as const
    await addHeldDocument(tx, { ...stored, bytes: file.bytes, uploadedBy: person.id }, now)
    await addImport(tx, { ...shared, id, documentId, standing, startedBy: person.id }, now)
    await app.jobs.send(tx, readQueue, { import: id, person: person.id })
    const facts = { sha256: file.sha256, scan, bytes: file.bytes.length }
    await record(app, tx, person, [
      { kind: 'document.uploaded', thing: 'document', thingId: documentId, ...shared, facts },
      { kind: 'import.started', thing: 'import', thingId: id, ...shared, facts: { document: documentId } },
    ])
    return id
  })
}

/** What the form for uploading offers. Throws NotFound for a board that the person may not upload to. */
export const showUploading = (app: App, actor: Actor, slug: string) =>
  app.db.as(actor, async tx => {
    const board = await findBoard(tx, slug)
    authorise(actor, 'document.upload', { boardId: board.id })
    return { board, reviews: await listReviewsFor(tx, board.id) }
  })
