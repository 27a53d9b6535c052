/** Checking what was read: every change is kept at once, and no change overwrites another person's. */
import type { Actor, Person } from '../../access/actor.ts'
import { authorise } from '../../access/can.ts'
import type { App, Tx } from '../../app.ts'
import { allows } from '../../core/lifecycle.ts'
import type { Mistake } from '../../core/refusals.ts'
import type { ImportId } from '../../store/schema.ts'
import { type Change, type ChangeKind, decideChange } from './changes.ts'
import type { Draft, Item, ItemId } from './draft.ts'
import { conflictsOf, decideUndo, type Edits, withEdits } from './edits.ts'
import { withFindings } from './findings.ts'
import { findImport, findRead, holdImport, type Import, type Read, setDraft } from './import-queries.ts'
import { isRead, lifecycle } from './lifecycle.ts'
import { sourceText } from './spans.ts'

/** An import with what was read; null while it is read, when that failed, and once it was discarded. */
export interface Check {
  readonly found: Import
  readonly read: Read | null
}

/** Loads an import for its page. Throws NotFound, and Forbidden for whoever may not check. */
export async function loadCheck(tx: Tx, actor: Actor, id: ImportId): Promise<Check> {
  const found = await findImport(tx, id)
  authorise(actor, lifecycle.acts.change.by, found)
  return { found, read: isRead(found.state) ? await findRead(tx, id) : null }
}

/** The same, and whoever else changes it waits. */
export async function holdCheck(tx: Tx, actor: Actor, id: ImportId): Promise<Check> {
  await holdImport(tx, id)
  return loadCheck(tx, actor, id)
}

/** Two people changed the same things: how they are now, and how the change would make them. */
export interface Conflict {
  readonly version: number
  readonly both: readonly { readonly id: ItemId; readonly now: Item | null; readonly mine: Item | null }[]
}

export type Outcome =
  | { readonly kind: 'done'; readonly draft: Draft }
  | { readonly kind: 'mistakes'; readonly mistakes: readonly Mistake[] }
  | { readonly kind: 'conflict'; readonly conflict: Conflict; readonly draft: Draft }

const closed: Outcome = {
  kind: 'mistakes',
  mistakes: [{ field: 'change', message: 'This import can no longer be changed: the page shows how it stands now' }],
}

/** Makes one change. `seen` is the version that the person's page showed. */
export const changeCheck = (
  app: App,
  person: Person,
  id: ImportId,
  { change, seen }: { readonly change: Change; readonly seen: number },
): Promise<Outcome> =>
  app.db.as(person, async tx => {
    const { found, read } = await holdCheck(tx, person, id)
    if (!allows(lifecycle, found.state, 'change') || !read) return closed
    const decided = decideChange<ChangeKind>(read.draft, change, sourceText(read.text))
    if (!decided.ok) return { kind: 'mistakes', mistakes: decided.mistakes }
    const conflicts = conflictsOf(read.draft, decided.value, seen)
    if (conflicts.length > 0) {
      return { kind: 'conflict', conflict: conflictOf(read.draft, decided.value, conflicts), draft: read.draft }
    }
    const draft = withEdits(read.draft, decided.value, { change: change.kind, by: person.id })
    return { kind: 'done', draft: await keep(app, tx, id, { ...read, draft }) }
  })

function conflictOf(draft: Draft, { put }: Edits, ids: readonly ItemId[]): Conflict {
  const mine = new Map(put.map(item => [item.id, item]))
  return {
    version: draft.version,
    both: ids.map(id => ({ id, now: draft.items[id] ?? null, mine: mine.get(id) ?? null })),
  }
}

async function keep(app: App, tx: Tx, id: ImportId, read: Read): Promise<Draft> {
  const draft = withFindings(read.draft, { ...read, asOf: app.clock.today() })
  await setDraft(tx, id, draft, app.clock.now())
  return draft
}

/** Takes the last change back, when it is still the one that the person's page showed. */
export const undoChange = (app: App, person: Person, id: ImportId, step: number): Promise<Outcome> =>
  app.db.as(person, async tx => {
    const { found, read } = await holdCheck(tx, person, id)
    if (!allows(lifecycle, found.state, 'change') || !read) return closed
    const decided = decideUndo(read.draft, step)
    if (!decided.ok) return { kind: 'mistakes', mistakes: decided.mistakes }
    return { kind: 'done', draft: await keep(app, tx, id, { ...read, draft: decided.value }) }
  })
