/** A later edition of a response held against the register: what is new, changed and gone. Nothing is overwritten. */
import type { Registered, RegisteredStatement } from '../recommendations/index.ts'
import { type Draft, type ItemId, itemsOf, type RecommendationItem, type StatementItem } from './draft.ts'
import { areSame, pairAlike } from './likeness.ts'

export type Standing = 'new' | 'changed' | 'same'

/** What an item is to the register: the thing there that it repeats or changes, if there is one. */
export interface Compared<Thing> {
  readonly standing: Standing
  readonly before: Thing | null
}

export interface Comparison {
  readonly recommendations: ReadonlyMap<ItemId, Compared<Registered>>
  readonly statements: ReadonlyMap<ItemId, Compared<RegisteredStatement>>
  /** What stands in the register and no longer in this edition. */
  readonly goneRecommendations: readonly Registered[]
  readonly goneStatements: readonly { readonly under: Registered; readonly statement: RegisteredStatement }[]
}

/** Holds the draft against what the register has of the review. */
export function compareWithRegister(draft: Draft, register: readonly Registered[]): Comparison {
  const pairs = pairRecommendations(itemsOf(draft, 'recommendation'), register)
  const byRecommendation = Map.groupBy(itemsOf(draft, 'statement'), statement => statement.recommendation)
  const statements = new Map<ItemId, Compared<RegisteredStatement>>()
  const goneStatements: Comparison['goneStatements'][number][] = []
  for (const [id, { before }] of pairs) {
    const said = compareStatements(byRecommendation.get(id) ?? [], before?.statements ?? [])
    for (const [statement, compared] of said.found) statements.set(statement, compared)
    if (before) goneStatements.push(...said.gone.map(statement => ({ under: before, statement })))
  }
  const kept = new Set([...pairs.values()].map(pair => pair.before?.id))
  return {
    recommendations: pairs,
    statements,
    goneRecommendations: register.filter(each => !kept.has(each.id)),
    goneStatements,
  }
}

/** From this likeness on two recommendations are one when they have the same number too. */
const alikeWithNumber = 0.3

function pairRecommendations(
  items: readonly RecommendationItem[],
  register: readonly Registered[],
): ReadonlyMap<ItemId, Compared<Registered>> {
  const chosen = new Map(items.map(item => [item.id, register.find(each => each.id === item.register) ?? null]))
  const taken = new Set([...chosen.values()].map(each => each?.id))
  const open = items.filter(item => item.register === 'compared')
  const free = register.filter(each => !taken.has(each.id))
  for (const { left, right } of likeliest(open, free)) {
    const [item, before] = [open[left], free[right]]
    if (item && before) chosen.set(item.id, before)
  }
  return new Map(
    items.map(item => {
      const before = chosen.get(item.id) ?? null
      const isSame = before !== null && before.number === item.number && areSame(before.text, item.text)
      return [item.id, { before, standing: before === null ? 'new' : isSame ? 'same' : 'changed' }]
    }),
  )
}

/** Those with the same number first, though their words may have changed much; then those with like words. */
function likeliest(items: readonly RecommendationItem[], register: readonly Registered[]) {
  const texts = [items.map(item => item.text), register.map(each => each.text)] as const
  const numbered = pairAlike(...texts, alikeWithNumber).filter(
    ({ left, right }) => items[left]?.number !== null && items[left]?.number === register[right]?.number,
  )
  const [lefts, rights] = [new Set(numbered.map(pair => pair.left)), new Set(numbered.map(pair => pair.right))]
  const others = pairAlike(...texts).filter(({ left, right }) => !lefts.has(left) && !rights.has(right))
  return [...numbered, ...others]
}

function compareStatements(items: readonly StatementItem[], register: readonly RegisteredStatement[]) {
  const found = new Map<ItemId, Compared<RegisteredStatement>>(
    items.map(item => [item.id, { standing: 'new', before: null }]),
  )
  const pair = (item: StatementItem | undefined, before: RegisteredStatement | undefined) => {
    if (item && before) found.set(item.id, { before, standing: isRepeated(item, before) ? 'same' : 'changed' })
  }
  for (const item of items)
    pair(
      item,
      register.find(each => each.id === item.register),
    )
  const paired = () => new Set([...found.values()].map(({ before }) => before?.id))
  const free = register.filter(each => !paired().has(each.id))
  const open = items.filter(item => item.register !== 'new' && found.get(item.id)?.before === null)
  const pairs = pairAlike(
    open.map(item => item.text),
    free.map(each => each.text),
  )
  for (const { left, right } of pairs) pair(open[left], free[right])
  const kept = paired()
  const lastSaid = register.reduce<string>(
    (latest, { saidOn }) => ((saidOn ?? '') > latest ? (saidOn ?? '') : latest),
    '',
  )
  const gone = register.filter(each => !kept.has(each.id) && (each.saidOn ?? '') === lastSaid)
  return { found, gone }
}

/** The same words, the same act and the same date. */
const isRepeated = (item: StatementItem, before: RegisteredStatement): boolean =>
  areSame(item.text, before.text) &&
  item.act === before.act &&
  item.due?.from === before.due?.from &&
  item.due?.to === before.due?.to
