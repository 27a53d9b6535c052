/** What a redaction reaches, and doing it: when two have agreed, and again in a restored backup. */
import type { BoardId } from '../../access/actor.ts'
import type { Tx } from '../../app.ts'
import type { DocumentId, RedactionId, ReviewId } from '../../store/schema.ts'
import { listHeldRows, writeBlanked } from './blanked-queries.ts'
import { type Finder, isFound } from './blanking.ts'
import {
  deleteOriginals,
  deleteWords,
  discardImports,
  listNearDocuments,
  listOtherWords,
  type NearDocument,
} from './reach-queries.ts'
import type { Extent } from './redaction-decide.ts'
import { type PlannedRow, planFile, planWords } from './redaction-plan.ts'

/** A redaction with what it is about and how its words are found. */
export interface Redacting {
  readonly id: RedactionId
  readonly boardId: BoardId
  readonly reviewId: ReviewId | null
  /** Documents that it reaches whatever stands in them. */
  readonly documentIds: readonly DocumentId[]
  readonly extent: Extent
  readonly find: Finder
}

/** Everything that it would change. */
export interface RedactionPlan {
  readonly documents: readonly NearDocument[]
  /** Documents of the review of which nobody can tell, for they were never read. */
  readonly unread: readonly NearDocument[]
  readonly rows: readonly PlannedRow[]
}

/** Works out what it would change, as far as the acting one sees it. Nothing is written. */
export async function planRedaction(tx: Tx, redacting: Redacting): Promise<RedactionPlan> {
  const { extent, find, boardId, reviewId } = redacting
  const near = await listNearDocuments(tx, redacting)
  const holds = ({ fileName, text }: NearDocument) => isFound(find, fileName) || (text !== null && isFound(find, text))
  const documents = near.filter(each => each.isCopy || (extent === 'words' && holds(each)))
  const documentIds = documents.map(each => each.id)
  const reviewIds = [...new Set([reviewId, ...documents.map(each => each.reviewId)])].filter(each => each !== null)
  const rows = await listHeldRows(tx, extent, { documentIds, reviewIds, boardId })
  const isUnread = ({ id, text, ...each }: NearDocument) =>
    text === null && each.reviewId !== null && each.reviewId === reviewId && !documentIds.includes(id)
  return {
    documents,
    unread: extent === 'words' ? near.filter(isUnread) : [],
    rows: extent === 'file' ? planFile(rows) : planWords(rows, find),
  }
}

/** What was done: in how many places words were blanked, and how many originals were deleted. */
export interface Blanking {
  readonly places: number
  readonly originals: number
}

/** Deletes the originals and blanks the words, everywhere that was planned. */
export async function carryOut(
  tx: Tx,
  { id, extent, find }: Redacting,
  { plan, at }: { readonly plan: RedactionPlan; readonly at: Date },
): Promise<Blanking> {
  const documentIds = plan.documents.map(each => each.id)
  const originals = await deleteOriginals(tx, documentIds, at)
  for (const row of plan.rows) await writeBlanked(tx, row)
  const unreadable = plan.rows.filter(hasLostReading).map(({ keys }) => keys.id ?? '')
  await discardImports(tx, unreadable, at)
  for (const other of await listOtherWords(tx, id, documentIds)) {
    if (extent === 'file' || isFound(find, other.words)) await deleteWords(tx, other.redactionId, other.words)
  }
  return { places: plan.rows.reduce((sum, row) => sum + row.places, 0), originals }
}

const hasLostReading = ({ table, values }: PlannedRow) =>
  table === 'import' && Object.values(values).some(value => value === null)
