/** The rules for changing statements. */
import { type Decided, type Mistake, refuse } from '../../core/refusals.ts'
import type { Act, acts, Due, Span } from '../../reader/reading.ts'
import type { StatementWords } from './changes.ts'
import {
  type Draft,
  findItem,
  type ItemId,
  type PassageItem,
  partsOf,
  type StatementItem,
  statementsOf,
} from './draft.ts'
import { type Edits, edits, newIds } from './edits.ts'
import { type PlacedWord, placedWords, type SourceText, sortedSpans, spansOfWords, wordsOfSpans } from './spans.ts'

/** The most characters that each field of a statement may have. */
export const longestStatement = { text: 20_000, agency: 300, dueAsWritten: 200, owner: 300, status: 200 } as const

export const gone = (field: string, what: string): Decided<never> =>
  refuse({ field, message: `This ${what} is no longer in the check: somebody moved or removed it` })

/** Corrects everything that is told of a statement, or takes it to another recommendation. */
export function decideStatementCorrected(
  draft: Draft,
  { item, words }: { readonly item: ItemId; readonly words: StatementWords },
): Decided<Edits> {
  const statement = findItem(draft, 'statement', item)
  if (!statement) return gone('text', 'statement')
  const mistakes = wrongWords(draft, words)
  if (mistakes.length > 0) return refuse(...mistakes)
  const parts = partsOf(draft, words.recommendation).map(part => part.id)
  const moved = words.recommendation !== statement.recommendation
  const answers = moved ? answersOfStranger(draft, words.recommendation) : sortedLike(parts, words.answers)
  const manner = words.agency === statement.agency ? statement.manner : null
  return edits([{ ...statement, ...words, answers, manner, seen: true }])
}

function wrongWords(draft: Draft, { text, recommendation, answers, due }: StatementWords): readonly Mistake[] {
  const mistakes: Mistake[] = []
  if (text.trim() === '') mistakes.push({ field: 'text', message: 'Enter what the statement says' })
  if (!findItem(draft, 'recommendation', recommendation)) {
    const message = 'Choose a recommendation that is still in the check: this one was removed'
    mistakes.push({ field: 'recommendation', message })
  } else if (answers?.some(id => !findItem(draft, 'part', id))) {
    mistakes.push({ field: 'answers', message: 'Choose parts that are still in the check: one was removed' })
  }
  if (due?.from && due.to && due.from > due.to) {
    mistakes.push({ field: 'due-to', message: 'The last day must be the same as or after the first day' })
  }
  return mistakes
}

const sortedLike = (parts: readonly ItemId[], answers: readonly ItemId[] | null) =>
  answers && parts.filter(id => answers.includes(id))

/** Says which statement of the register one of a later edition takes the place of. */
export function decideStatementMatched(
  draft: Draft,
  { item, register = 'compared' }: { readonly item: ItemId; readonly register?: StatementItem['register'] },
): Decided<Edits> {
  const statement = findItem(draft, 'statement', item)
  if (!statement) return refuse({ field: 'item', message: 'Choose the statement that says it now' })
  return edits([{ ...statement, register }])
}

/** Which parts a statement takes up under a recommendation that it did not stand under before. */
export const answersOfStranger = (draft: Draft, recommendation: ItemId): readonly ItemId[] | null =>
  partsOf(draft, recommendation).length > 0 ? null : []

/** Cuts words where line breaks stand between them; the words themselves must be the source's. */
export function piecesOf(source: SourceText, spans: readonly Span[], pieces: string): Decided<readonly Span[][]> {
  const words = placedWords(source, spans)
  const lines = pieces
    .split(/\r\n|\r|\n/)
    .map(line => line.split(/\s+/u).filter(word => word !== ''))
    .filter(line => line.length > 0)
  const typed = lines.flat()
  if (typed.length !== words.length || typed.some((word, i) => word !== words[i]?.text)) {
    const message = 'Put line breaks between words, and leave the words themselves as they are'
    return refuse({ field: 'pieces', message })
  }
  if (lines.length < 2) return refuse({ field: 'pieces', message: 'Put a line break where the next statement begins' })
  let at = 0
  const cut = lines.map(line => {
    const piece: readonly PlacedWord[] = words.slice(at, at + line.length)
    at += line.length
    return [...spansOfWords(source, piece)]
  })
  return { ok: true, value: cut, entries: [] }
}

/** Splits it into as many statements as there are lines. Each goes back to the words of the source. */
export function decideStatementSplit(
  draft: Draft,
  { item, pieces }: { readonly item: ItemId; readonly pieces: string },
  source: SourceText,
): Decided<Edits> {
  const statement = findItem(draft, 'statement', item)
  if (!statement) return gone('pieces', 'statement')
  const cut = piecesOf(source, statement.spans, pieces)
  if (!cut.ok) return cut
  const id = newIds(draft)
  return edits(
    cut.value.map((spans, i) => {
      const text = wordsOfSpans(source, spans)
      const due = isDueIn(statement, text, source) ? statement.due : null
      const piece: StatementItem = {
        ...statement,
        text,
        spans,
        due,
        seen: false,
        order: spans[0]?.[0] ?? statement.order,
      }
      return i === 0 ? piece : { ...piece, id: id('s') }
    }),
  )
}

/** The date stands among the piece's words, or beside all of them in another column. */
function isDueIn({ due, spans }: StatementItem, piece: string, source: SourceText): boolean {
  if (!due) return false
  return piece.includes(due.asWritten) || !wordsOfSpans(source, spans).includes(due.asWritten)
}

/** The one that binds the speaker most: reading contract, "Acts". */
const binding: readonly Act[] = ['planned', 'ongoing', 'done', 'position', 'context'] satisfies (typeof acts)[number][]

/** The statement that follows under the same recommendation, or null. */
export function nextStatement(draft: Draft, { id, recommendation }: StatementItem): StatementItem | null {
  const all = statementsOf(draft, recommendation)
  return all[all.findIndex(each => each.id === id) + 1] ?? null
}

/** Makes one of two that follow each other; they keep all their words. */
export function decideStatementMerged(
  draft: Draft,
  change: { readonly item: ItemId; readonly next: ItemId },
): Decided<Edits> {
  const first = findItem(draft, 'statement', change.item)
  const next = findItem(draft, 'statement', change.next)
  if (!first || !next) return gone('merge', 'statement')
  if (nextStatement(draft, first)?.id !== next.id) {
    const message = 'These two statements no longer follow each other: somebody changed what stands between them'
    return refuse({ field: 'merge', message })
  }
  const merged: StatementItem = {
    ...first,
    text: `${first.text} ${next.text}`,
    spans: sortedSpans([...first.spans, ...next.spans]),
    act: binding.find(act => act === first.act || act === next.act) ?? first.act,
    agency: first.agency || next.agency,
    answers: mergedAnswers(first.answers, next.answers),
    due: mergedDue(first.due, next.due),
    owner: first.owner ?? next.owner,
    seen: true,
  }
  return edits([merged], [next.id])
}

/** Either takes up the whole, or both take up what each does; unknown wins, for a person must say. */
function mergedAnswers(a: StatementItem['answers'], b: StatementItem['answers']): StatementItem['answers'] {
  if (a === null || b === null) return null
  return a.length === 0 || b.length === 0 ? [] : [...new Set([...a, ...b])]
}

const mergedDue = (a: Due | null, b: Due | null): Due | null => a ?? b

/** What was a statement becomes words that stand nowhere yet. */
export const asPassage = ({
  id,
  order,
  spans,
  text,
}: StatementItem | Omit<PassageItem, 'kind' | 'role'>): PassageItem => ({
  kind: 'passage',
  role: 'unplaced',
  id,
  order,
  spans,
  text,
  version: 0,
})

/** Takes a statement back to words that stand nowhere. */
export function decideStatementUnplaced(
  draft: Draft,
  { item }: { readonly item: ItemId },
  source: SourceText,
): Decided<Edits> {
  const statement = findItem(draft, 'statement', item)
  if (!statement) return gone('unplace', 'statement')
  return unplaced(draft, [statement], source)
}

/** Items that come from the source become words that stand nowhere; those written by hand are dropped. */
export function unplaced(
  draft: Draft,
  items: readonly Omit<PassageItem, 'kind' | 'role'>[],
  source: SourceText,
): Decided<Edits> {
  const id = newIds(draft)
  const put = items
    .filter(item => item.spans.length > 0)
    .map(item => asPassage({ ...item, id: id('u'), text: wordsOfSpans(source, item.spans) }))
  return edits(
    put,
    items.map(item => item.id),
  )
}

interface ResponsePlace {
  readonly recommendation: ItemId
  readonly agency: string
}

/** Everything that one agency said to a recommendation goes to another agency, another recommendation, or both. */
export function decideResponseMoved(
  draft: Draft,
  { from, to }: { readonly from: ResponsePlace; readonly to: ResponsePlace },
): Decided<Edits> {
  const target = findItem(draft, 'recommendation', to.recommendation)
  if (!target) return gone('recommendation', 'recommendation')
  const moved = statementsOf(draft, from.recommendation).filter(each => each.agency === from.agency)
  if (moved.length === 0) return gone('agency', 'response')
  const stays = from.recommendation === to.recommendation
  if (stays && from.agency === to.agency) {
    return refuse({ field: 'agency', message: 'Choose another agency or another recommendation' })
  }
  return edits(
    moved.map(each => ({
      ...each,
      agency: to.agency,
      recommendation: to.recommendation,
      manner: from.agency === to.agency ? each.manner : null,
      answers: stays ? each.answers : answersOfStranger(draft, to.recommendation),
    })),
  )
}
