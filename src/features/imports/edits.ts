/** How a change becomes part of the draft: what it puts and drops, who was in its way, and how it is undone. */
import type { PersonId } from '../../access/actor.ts'
import { type Decided, decide, refuse } from '../../core/refusals.ts'
import type { Draft, Item, ItemId, UndoStep } from './draft.ts'

/** What a change does to the items: puts them as new or changed ones, and drops others. */
export interface Edits {
  readonly put: readonly Item[]
  readonly drop?: readonly ItemId[]
}

export const edits = (put: readonly Item[], drop: readonly ItemId[] = []): Decided<Edits> => decide({ put, drop })

/** The ids of the draft's next new items, in order: "s41", "s42" … */
export function newIds(draft: Draft): (letter: string) => ItemId {
  let next = draft.next
  return letter => `${letter}${next++}` as ItemId
}

const longestUndo = 20

/** The draft with the edits made. What they changed gets the new version, and can be undone. */
export function withEdits(draft: Draft, { put, drop = [] }: Edits, made: { change: string; by: PersonId }): Draft {
  const version = draft.version + 1
  const before = Object.fromEntries(
    [...put.map(item => item.id), ...drop].map(id => [id, draft.items[id] ?? null] as const),
  )
  const undo = [...draft.undo, { ...made, version, before }].slice(-longestUndo)
  return { ...replaced(draft, put, drop), version, corrections: draft.corrections + 1, undo }
}

function replaced(draft: Draft, put: readonly Item[], drop: readonly ItemId[]): Draft {
  const version = draft.version + 1
  const gone = new Set<string>(drop)
  const kept = Object.entries(draft.items).filter(([id]) => !gone.has(id))
  const items = { ...Object.fromEntries(kept), ...Object.fromEntries(put.map(item => [item.id, { ...item, version }])) }
  const numbers = put.map(item => Number(item.id.slice(1)) + 1)
  return { ...draft, items, next: Math.max(draft.next, ...numbers) }
}

/** What the next undo would take back, or null. */
export const lastStep = (draft: Draft): UndoStep | null => draft.undo.at(-1) ?? null

/** Takes the last change back. The items get a new version, so that a page shown before does not overwrite them. */
export function decideUndo(draft: Draft, stepVersion: number): Decided<Draft> {
  const step = lastStep(draft)
  if (!step) return refuse({ field: 'undo', message: 'There is nothing to undo' })
  if (step.version !== stepVersion) {
    const message = 'Somebody changed something after this page was shown. Look at it, then undo what is to be undone'
    return refuse({ field: 'undo', message })
  }
  const put = Object.values(step.before).filter(item => item !== null)
  const drop = Object.entries(step.before).flatMap(([id, item]) => (item ? [] : [id as ItemId]))
  const restored = replaced(draft, put, drop)
  return decide({
    ...restored,
    version: draft.version + 1,
    corrections: Math.max(0, draft.corrections - 1),
    undo: draft.undo.slice(0, -1),
  })
}

/** The items that the edits touch and that somebody changed after the page with this version was shown. */
export function conflictsOf(draft: Draft, { put, drop = [] }: Edits, seen: number): readonly ItemId[] {
  const touched = [...put.map(item => item.id), ...drop]
  return [...new Set(touched)].filter(id => (draft.items[id]?.version ?? 0) > seen)
}
