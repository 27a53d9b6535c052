/** A reading as people check it: every recommendation, part, statement and passage an item that can be corrected. */

import type { AgencyId, PersonId } from '../../access/actor.ts'
import type { Brand } from '../../core/brand.ts'
import type { Act, Due, FindingCode, Kind, Manner, Reading, ReviewFacts, Span } from '../../reader/reading.ts'
import type { GroupId, RecommendationId, StatementId } from '../../store/schema.ts'
import { type SourceText, sortedSpans, sourceText, spanKeeper } from './spans.ts'

export type ItemId = Brand<string, 'ItemId'>

interface Common {
  readonly id: ItemId
  /** The draft's version in which it was last changed. */
  readonly version: number
  /** Things stand in this order: where their first word stands in the source. */
  readonly order: number
}
interface OfSource extends Common {
  /** The words of the source that it holds; none when it was written by hand. */
  readonly spans: readonly Span[]
}

export interface RecommendationItem extends OfSource {
  readonly kind: 'recommendation'
  readonly number: string | null
  readonly text: string
  /** The bodies that it is put to, as written. */
  readonly addressees: readonly string[]
  /** Which recommendation of the register it is: as compared, none, or the one that a person chose. */
  readonly register: 'compared' | 'new' | RecommendationId
  /** Whether a person has looked at what is doubtful about it. */
  readonly seen: boolean
}

export interface PartItem extends OfSource {
  readonly kind: 'part'
  readonly recommendation: ItemId
  readonly text: string
}

export interface StatementItem extends OfSource {
  readonly kind: 'statement'
  readonly recommendation: ItemId
  /** As written; "" when it cannot be told. */
  readonly agency: string
  readonly text: string
  readonly act: Act
  /** The parts that it takes up; none: the whole; null: it cannot be told. */
  readonly answers: readonly ItemId[] | null
  readonly due: Due | null
  /** What the row of a plan says beside it. */
  readonly action: string | null
  readonly owner: string | null
  readonly status: string | null
  readonly evidence: string | null
  /** How the document says who speaks; null once a person has said it. */
  readonly manner: Manner | null
  readonly seen: boolean
  /** Which statement of the register it takes the place of: as compared (also when left out), none, or a chosen one. */
  readonly register?: 'compared' | 'new' | StatementId
}

export const passageRoles = ['unplaced', 'front matter', 'lead-in', 'background'] as const
export type PassageRole = (typeof passageRoles)[number]

/** Words that are no recommendation, part or statement. */
export interface PassageItem extends OfSource {
  readonly kind: 'passage'
  readonly role: PassageRole
  readonly text: string
}

/** What a name in the document stands for in the board's directory. */
export type NameMeaning =
  | { readonly kind: 'agency'; readonly agencyId: AgencyId; readonly remember: boolean }
  | { readonly kind: 'group'; readonly groupId: GroupId; readonly remember?: boolean }
  | { readonly kind: 'new agency'; readonly name: string }
  | { readonly kind: 'new group'; readonly name: string; readonly members: readonly AgencyId[] }
  | { readonly kind: 'nobody' }

/** What a person decided that a name means; a name without one means what the directory says. */
export interface NameItem extends Common {
  readonly kind: 'name'
  readonly name: string
  readonly meaning: NameMeaning | null
}

export interface FindingItem extends Common {
  readonly kind: 'finding'
  readonly code: FindingCode
  readonly recommendation: ItemId | null
  readonly message: string
  readonly span: Span | null
  /** Why a person dismissed it. */
  readonly dismissed: string | null
}

export interface ReviewItem extends Common {
  readonly kind: 'review'
  readonly facts: ReviewFacts
}

export type Item = RecommendationItem | PartItem | StatementItem | PassageItem | NameItem | FindingItem | ReviewItem
export type ItemOf<K extends Item['kind']> = Extract<Item, { kind: K }>

/** How the draft was before its last changes, the newest last: what undoing restores. */
export interface UndoStep {
  /** The change's kind, and the version that it led to. */
  readonly change: string
  readonly version: number
  readonly by: PersonId
  /** Each item that it touched as it was; null: it was not there. */
  readonly before: Readonly<Record<string, Item | null>>
}

export interface Draft {
  readonly schema: 'heed.draft/1'
  readonly version: number
  readonly kind: Kind
  readonly items: Readonly<Record<string, Item>>
  /** The number of the next new item. */
  readonly next: number
  /** How many changes people have made. */
  readonly corrections: number
  readonly undo: readonly UndoStep[]
}

/** Items never change, so that what is sorted once stays sorted: a page of a long plan asks for them many times. */
const sorted = new WeakMap<Draft['items'], Map<Item['kind'], readonly Item[]>>()

/** The items of one kind, in the order of the source. */
export function itemsOf<K extends Item['kind']>({ items }: Pick<Draft, 'items'>, kind: K): readonly ItemOf<K>[] {
  const byKind = sorted.get(items) ?? Map.groupBy<Item['kind'], Item>(inOrder(items), item => item.kind)
  sorted.set(items, byKind)
  return (byKind.get(kind) ?? []) as readonly ItemOf<K>[]
}

const inOrder = (items: Draft['items']): readonly Item[] =>
  Object.values(items).sort((a, b) => a.order - b.order || Number(a.id.slice(1)) - Number(b.id.slice(1)))

/** The item, if it is there and of that kind. */
export function findItem<K extends Item['kind']>(draft: Draft, kind: K, id: string): ItemOf<K> | null {
  const item = Object.hasOwn(draft.items, id) ? draft.items[id] : undefined
  return item?.kind === kind ? (item as ItemOf<K>) : null
}

/** The recommendation's own parts, in order. */
export const partsOf = (draft: Draft, recommendation: ItemId): readonly PartItem[] =>
  itemsOf(draft, 'part').filter(part => part.recommendation === recommendation)

/** What was said to the recommendation, in order. */
export const statementsOf = (draft: Draft, recommendation: ItemId): readonly StatementItem[] =>
  itemsOf(draft, 'statement').filter(statement => statement.recommendation === recommendation)

/** Every stretch of the source that some item holds, in the order of the text. */
export const heldSpans = (draft: Draft): readonly Span[] =>
  sortedSpans(Object.values(draft.items).flatMap(item => ('spans' in item ? item.spans : [])))

/** The id of the only item of its kind: what the document says of the review itself. */
export const reviewItemId = 'v0' as ItemId

type Unnumbered<T> = T extends Item ? Omit<T, 'id' | 'version' | 'order'> : never

/**
 * The first draft: what the reader understood. Where two of its spans overlap, the more exact thing keeps the words.
 * Its findings follow from it: `withFindings` adds them.
 */
export function draftOf(reading: Reading, text: string): Draft {
  const source = sourceText(text)
  const items: Record<string, Item> = {}
  let next = 0
  const keep = spanKeeper(source.points.length)
  const add = (letter: string, item: Unnumbered<Item>, order?: number): ItemId => {
    const id = `${letter}${next++}` as ItemId
    const first = 'spans' in item ? item.spans[0]?.[0] : undefined
    items[id] = { ...item, id, version: 0, order: order ?? first ?? source.points.length } as Item
    return id
  }
  add('v', { kind: 'review', facts: reading.review }, 0)
  addRecommendations(reading, { add, keep })
  addPassages(reading, { add, keep }, source)
  return { schema: 'heed.draft/1', version: 0, kind: reading.kind, items, next, corrections: 0, undo: [] }
}

interface Adding {
  readonly add: (letter: string, item: Unnumbered<Item>, order?: number) => ItemId
  readonly keep: (spans: readonly Span[]) => readonly Span[]
}

/** Statements and parts first: a recommendation's own span may run round its parts. */
function addRecommendations({ recommendations }: Reading, { add, keep }: Adding): void {
  const kept = recommendations.map(each => ({
    parts: each.parts.map((_, i) => keep(each.partSpans[i] ? [each.partSpans[i]] : [])),
    responses: each.responses.map(response => response.statements.map(({ span }) => keep([span]))),
  }))
  recommendations.forEach((each, at) => {
    const spans = keep(sortedSpans([...(each.span ? [each.span] : []), ...each.otherSpans]))
    const { number, text, addressees } = each
    const order = each.span?.[0]
    const recommendation = add(
      'r',
      { kind: 'recommendation', number, text, addressees, register: 'compared', seen: false, spans },
      order,
    )
    const parts = each.parts.map((part, i) =>
      add('p', { kind: 'part', recommendation, text: part, spans: kept[at]?.parts[i] ?? [] }),
    )
    each.responses.forEach(({ agency, action, owner, status, evidence, manner = null, statements }, r) => {
      statements.forEach(({ text: said, act, due, answersParts }, i) => {
        const answers = answersParts?.flatMap(n => parts[n - 1] ?? []) ?? null
        const plan = { action, owner, status, evidence, manner }
        const held = kept[at]?.responses[r]?.[i] ?? []
        const words = { agency, text: said, act, due, answers, spans: held, seen: false }
        add('s', { kind: 'statement', recommendation, ...plan, ...words })
      })
    })
  })
}

function addPassages({ frontMatter, leadIns, unplaced }: Reading, { add, keep }: Adding, source: SourceText): void {
  const all = [
    ...unplaced.map(passage => ({ ...passage, role: 'unplaced' as const })),
    ...frontMatter.map(passage => ({ ...passage, role: 'front matter' as const })),
    ...leadIns.map(passage => ({ ...passage, role: 'lead-in' as const })),
  ]
  for (const { text, span, role } of all) {
    const spans = keep([[span[0], Math.min(span[1], source.points.length)]])
    if (spans.length > 0) add('u', { kind: 'passage', role, text, spans })
  }
}
