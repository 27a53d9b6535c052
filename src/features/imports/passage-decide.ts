/** The rules for words that stand nowhere yet: taking them up, cutting them, putting them in their place. */
import { type Decided, refuse } from '../../core/refusals.ts'
import type { Placing } from './changes.ts'
import { type Draft, findItem, heldSpans, type Item, type ItemId, type PassageItem, type PassageRole } from './draft.ts'
import { type Edits, edits, newIds } from './edits.ts'
import { newRecommendation } from './recommendation-decide.ts'
import { freeWithin, type SourceText, sortedSpans, wordsOfSpans } from './spans.ts'
import { answersOfStranger, asPassage, gone, piecesOf } from './statement-decide.ts'

/** Puts a passage in its place; its words are those of the source. */
export function decidePassagePlacing(
  draft: Draft,
  { item, placing }: { readonly item: ItemId; readonly placing: Placing },
  source: SourceText,
): Decided<Edits> {
  const passage = findItem(draft, 'passage', item)
  if (!passage) return gone('as', 'passage')
  const words = { order: passage.order, spans: passage.spans, text: wordsOfSpans(source, passage.spans) }
  const id = newIds(draft)
  switch (placing.as) {
    case 'unplaced':
    case 'front matter':
    case 'lead-in':
    case 'background':
      return edits([{ ...passage, role: placing.as }])
    case 'new recommendation':
      return edits([newRecommendation({ ...words, id: id('r'), number: placing.number })], [passage.id])
    default:
      return placedUnder(draft, passage, { ...words, placing })
  }
}

interface Words extends Pick<PassageItem, 'order' | 'spans' | 'text'> {
  readonly placing: Extract<Placing, { recommendation: ItemId }>
}

function placedUnder(draft: Draft, passage: PassageItem, { placing, ...words }: Words): Decided<Edits> {
  const recommendation = findItem(draft, 'recommendation', placing.recommendation)
  if (!recommendation) {
    return refuse({ field: 'recommendation', message: 'Choose a recommendation that is still in the check' })
  }
  const id = newIds(draft)
  const under = { version: 0, recommendation: recommendation.id, ...words }
  const put = (item: Item) => edits([item], [passage.id])
  switch (placing.as) {
    case 'part':
      return put({ kind: 'part', id: id('p'), ...under })
    case 'more of a recommendation': {
      const text = `${recommendation.text} ${words.text}`
      return put({ ...recommendation, text, spans: sortedSpans([...recommendation.spans, ...words.spans]) })
    }
    case 'statement': {
      const { agency, act } = placing
      const plan = { action: null, owner: null, status: null, evidence: null, manner: null, due: null }
      const answers = answersOfStranger(draft, recommendation.id)
      return put({ kind: 'statement', id: id('s'), ...under, ...plan, agency, act, answers, seen: false })
    }
  }
}

/** Gives several passages one role, such as the story that a report tells, which is background. */
export function decidePassagesPlaced(
  draft: Draft,
  { items, role }: { readonly items: readonly ItemId[]; readonly role: PassageRole },
): Decided<Edits> {
  const found = items.flatMap(item => findItem(draft, 'passage', item) ?? [])
  if (found.length === 0) return gone('as', 'passage')
  return edits(found.map(passage => ({ ...passage, role })))
}

/** Cuts it into as many passages as there are lines. */
export function decidePassageSplit(
  draft: Draft,
  { item, pieces }: { readonly item: ItemId; readonly pieces: string },
  source: SourceText,
): Decided<Edits> {
  const passage = findItem(draft, 'passage', item)
  if (!passage) return gone('pieces', 'passage')
  const cut = piecesOf(source, passage.spans, pieces)
  if (!cut.ok) return cut
  const id = newIds(draft)
  return edits(
    cut.value.map((spans, i) => {
      const piece = { ...passage, spans, text: wordsOfSpans(source, spans), order: spans[0]?.[0] ?? passage.order }
      return i === 0 ? piece : { ...piece, id: id('u') }
    }),
  )
}

/** Takes up words that the reader left aside as a heading or a table's cell, as words that stand nowhere yet. */
export function decideWordsTaken(
  draft: Draft,
  { from, to }: { readonly from: number; readonly to: number },
  source: SourceText,
): Decided<Edits> {
  const isWithin = Number.isInteger(from) && Number.isInteger(to) && from >= 0 && to <= source.points.length
  const spans = isWithin ? freeWithin(source, [from, to], heldSpans(draft)) : []
  if (spans.length === 0) {
    return refuse({ field: 'words', message: 'Choose words that do not stand anywhere in the check yet' })
  }
  const words = { spans, text: wordsOfSpans(source, spans), order: spans[0]?.[0] ?? from }
  return edits([asPassage({ id: newIds(draft)('u'), version: 0, ...words })])
}
