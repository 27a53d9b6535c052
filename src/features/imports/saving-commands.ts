/** Saving a check to the register, all of it or nothing, and discarding an import. */
import type { Actor, Person } from '../../access/actor.ts'
import type { App, Tx } from '../../app.ts'
import { allows } from '../../core/lifecycle.ts'
import { type Decided, decide, type Mistake, refuse } from '../../core/refusals.ts'
import { listHistory, record } from '../../ledger/ledger.ts'
import type { ImportId, ReviewId } from '../../store/schema.ts'
import { findDirectory } from '../partnership/index.ts'
import { listRegistered, listWholeFindings, saveToRegister } from '../recommendations/index.ts'
import { createReview, holdReviewFor, holdStandingHolds, listReviewsFor, releaseToAsked } from '../reviews/index.ts'
import { holdCheck, loadCheck } from './check-commands.ts'
import { askerOf } from './check-view.ts'
import { compareWithRegister } from './comparison.ts'
import { deleteBytes, fileUnder } from './document-queries.ts'
import { findItem, itemsOf, reviewItemId } from './draft.ts'
import type { SavingChoice } from './forms.ts'
import { type Import, type Read, setDiscarded, setSaved } from './import-queries.ts'
import { lifecycle } from './lifecycle.ts'
import { settleNames } from './name-commands.ts'
import { usedNames } from './names.ts'
import { NotSaved } from './not-saved.ts'
import { registerInputOf } from './register-input.ts'

const { acts } = lifecycle

/** Where it was saved. */
export interface SavedCheck {
  readonly reviewId: ReviewId
}

/** Saves a check in one transaction. Whatever stands in the way, nothing at all is saved. */
export async function saveCheck(
  app: App,
  person: Person,
  id: ImportId,
  choice: SavingChoice,
): Promise<Decided<SavedCheck>> {
  try {
    return decide(await app.db.as(person, tx => save(app, tx, person, { id, choice })))
  } catch (error) {
    if (error instanceof NotSaved) return refuse(...error.mistakes)
    throw error
  }
}

const stop = (field: string, message: string): never => {
  throw new NotSaved([{ field, message } satisfies Mistake])
}

async function save(
  app: App,
  tx: Tx,
  person: Person,
  { id, choice }: { id: ImportId; choice: SavingChoice },
): Promise<SavedCheck> {
  const { found, read } = await holdCheck(tx, person, id)
  if (!allows(lifecycle, found.state, 'save') || !read)
    return stop('saving', 'This import was saved or discarded already')
  if (read.draft.version !== choice.seen) {
    return stop('saving', 'Somebody changed the check after this page was shown. Look at it again, then save it')
  }
  if (itemsOf(read.draft, 'recommendation').length === 0) {
    return stop(
      'saving',
      'There is no recommendation to save. Place words as one, add one by hand, or discard the import',
    )
  }
  const reviewId = await reviewOf(app, tx, person, { found, read, choice })
  const saved = await intoRegister(app, tx, person, { found, read, reviewId, choice })
  if (!saved.ok) throw new NotSaved(saved.mistakes)
  if (found.reviewId === null && choice.standing === 'released') await release(app, tx, person, reviewId)
  await fileUnder(tx, found.documentId, reviewId)
  await setSaved(tx, id, { reviewId, by: person.id, now: app.clock.now() })
  const facts = { ...saved.value, corrections: read.draft.corrections, document: found.documentId }
  const filed = { thing: 'document', thingId: found.documentId, facts: { import: id } }
  await record(app, tx, person, [
    { kind: 'document.filed', ...filed, boardId: found.boardId, reviewId },
    { kind: acts.save.entry, thing: 'import', thingId: id, boardId: found.boardId, reviewId, facts },
  ])
  return { reviewId }
}

async function release(app: App, tx: Tx, person: Person, reviewId: ReviewId): Promise<void> {
  const released = await releaseToAsked(app, tx, person, reviewId)
  if (released.ok) return
  stop(
    'standing',
    'No agency of the directory is asked or answers. Say who the names are, or keep the review restricted',
  )
}

interface Saving {
  readonly found: Import
  readonly read: Read
  readonly choice: SavingChoice
}

/** The review that the import is for, or a new one with the facts as they were checked. */
async function reviewOf(app: App, tx: Tx, person: Person, { found, read, choice }: Saving): Promise<ReviewId> {
  if (found.reviewId) return (await holdReviewFor(tx, person, found.reviewId, 'import.check')).id
  const facts = findItem(read.draft, 'review', reviewItemId)?.facts
  if (!facts) throw new Error('a check has the facts of its review')
  const { subject, type, consideredOn, legalBasis, leadReviewer, methodology } = facts
  const checked = { title: choice.title, subject, type, consideredOn, legalBasis, leadReviewer, methodology }
  return createReview(app, tx, person, { boardId: found.boardId, facts: checked })
}

async function intoRegister(app: App, tx: Tx, person: Person, saving: Saving & { readonly reviewId: ReviewId }) {
  const { found, read, reviewId, choice } = saving
  const { boardId, documentId } = found
  const directory = await findDirectory(tx, boardId)
  const names = usedNames(read.draft, askerOf(directory))
  const settle = await settleNames(app, tx, person, { names, boardId, directory })
  const registered = found.reviewId ? await listRegistered(tx, reviewId) : []
  const comparison = registered.length > 0 ? compareWithRegister(read.draft, registered) : null
  const noticed = found.reviewId ? await listWholeFindings(tx, reviewId) : []
  const into = { reviewId, documentId, importId: found.id, saidOn: choice.saidOn }
  return saveToRegister(
    app,
    tx,
    person,
    registerInputOf(read.draft, { settle, comparison, noticed, reading: read.reading, into }),
  )
}

/** Discards an import: its document's bytes and all that was read are deleted. The register is not touched. */
export const discardImport = (app: App, person: Person, id: ImportId): Promise<Decided<Import>> =>
  app.db.as(person, async tx => {
    const { found } = await holdCheck(tx, person, id)
    if (!allows(lifecycle, found.state, 'discard')) {
      return refuse({ field: 'discarding', message: 'This import was saved or discarded already' })
    }
    const holds = found.reviewId ? await holdStandingHolds(tx, [found.reviewId]) : []
    if (holds.length > 0) return refuse({ field: 'discarding', message: 'A legal hold stands on its review' })
    await deleteBytes(tx, found.documentId)
    await setDiscarded(tx, id, app.clock.now())
    const { boardId, reviewId, documentId } = found
    await record(app, tx, person, [
      { kind: acts.discard.entry, thing: 'import', thingId: id, boardId, reviewId, facts: { document: documentId } },
    ])
    return decide(found)
  })

/** Everything that the pages of a check show; what happened, where there is nothing to check. */
export const showCheck = (app: App, actor: Actor, id: ImportId) =>
  app.db.as(actor, async tx => {
    const check = await loadCheck(tx, actor, id)
    if (!check.read || !allows(lifecycle, check.found.state, 'change')) {
      return { ...check, grounds: null, history: await listHistory(tx, { thingId: id }) }
    }
    const directory = await findDirectory(tx, check.found.boardId)
    const registered = check.found.reviewId ? await listRegistered(tx, check.found.reviewId) : null
    const { found, read } = check
    const reviews = await listReviewsFor(tx, found.boardId)
    const grounds = { found, read, directory, registered, reviews, today: app.clock.today() }
    return { found, read, grounds, history: [] }
  })
