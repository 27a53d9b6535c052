/**
 * A check cut into pages: recommendations that stand together, each page with the part of the source that it speaks
 * of.
 */
import type { TextSpan } from '../../core/laid-out.ts'
import {
  type Draft,
  type Item,
  type ItemId,
  itemsOf,
  type PartItem,
  type PassageItem,
  type RecommendationItem,
  type StatementItem,
} from './draft.ts'
import { type SourceUnit, unitsWithin } from './source-units.ts'

/** A recommendation with its parts and what was said to it. */
export interface Understood {
  readonly recommendation: RecommendationItem
  readonly parts: readonly PartItem[]
  /** By agency as written, in the order in which they first speak. */
  readonly responses: readonly { readonly agency: string; readonly statements: readonly StatementItem[] }[]
}

export interface Section {
  /** From 1. */
  readonly page: number
  readonly understood: readonly Understood[]
  /** The passages of its part of the source. */
  readonly passages: readonly PassageItem[]
  /** Its part of the source; where two neighbours do not follow each other, something is left out. */
  readonly units: readonly SourceUnit[]
}

/** How many recommendations, parts and statements stand on a page before the next recommendation begins another. */
const fullPage = 60

/**
 * The sections of a check; there is always one. Each unit of the source and each passage stands in one section at
 * least.
 */
export function sectionsOf(draft: Draft, units: readonly SourceUnit[]): readonly Section[] {
  const pages = pagesOf(draft)
  const owners = ownersOf(pages, units)
  const passages = Map.groupBy(itemsOf(draft, 'passage'), passage => pageOfPassage(passage, units, owners))
  return pages.map((understood, at) => ({
    page: at + 1,
    understood,
    passages: passages.get(at) ?? [],
    units: units.filter(unit => owners[unit.at]?.includes(at)),
  }))
}

function pagesOf(draft: Draft): readonly (readonly Understood[])[] {
  const parts = Map.groupBy(itemsOf(draft, 'part'), part => part.recommendation)
  const statements = Map.groupBy(itemsOf(draft, 'statement'), statement => statement.recommendation)
  const pages: Understood[][] = [[]]
  let weight = 0
  for (const recommendation of itemsOf(draft, 'recommendation')) {
    const own = { parts: parts.get(recommendation.id) ?? [], statements: statements.get(recommendation.id) ?? [] }
    const weighs = 1 + own.parts.length + own.statements.length
    if (weight > 0 && weight + weighs > fullPage) {
      pages.push([])
      weight = 0
    }
    weight += weighs
    const byAgency = Map.groupBy(own.statements, statement => statement.agency)
    const responses = [...byAgency].map(([agency, said]) => ({ agency, statements: said }))
    pages.at(-1)?.push({ recommendation, parts: own.parts, responses })
  }
  return pages
}

/** Every item of a page's recommendations. */
const itemsOfUnderstood = (understood: readonly Understood[]): readonly (Item & { spans: readonly TextSpan[] })[] =>
  understood.flatMap(({ recommendation, parts, responses }) => [
    recommendation,
    ...parts,
    ...responses.flatMap(response => response.statements),
  ])

/** The pages that each unit stands on: those whose items it holds, else the page of the unit before it. */
function ownersOf(
  pages: readonly (readonly Understood[])[],
  units: readonly SourceUnit[],
): readonly (readonly number[])[] {
  const touching: Set<number>[] = units.map(() => new Set())
  pages.forEach((understood, page) => {
    for (const { spans } of itemsOfUnderstood(understood)) {
      for (const span of spans) for (const unit of unitsWithin(units, span)) touching[unit.at]?.add(page)
    }
  })
  let last = 0
  return touching.map(set => {
    const owners = set.size > 0 ? [...set] : [last]
    last = owners.at(-1) ?? last
    return owners
  })
}

function pageOfPassage(
  passage: PassageItem,
  units: readonly SourceUnit[],
  owners: readonly (readonly number[])[],
): number {
  const [span] = passage.spans
  const [unit] = span ? unitsWithin(units, span) : []
  return (unit && owners[unit.at]?.[0]) ?? 0
}

/** The page on which an item stands, from 1; null when it stands on none. */
export function pageOfItem(sections: readonly Section[], id: ItemId): number | null {
  const found = sections.find(
    ({ understood, passages }) =>
      passages.some(passage => passage.id === id) || itemsOfUnderstood(understood).some(item => item.id === id),
  )
  return found?.page ?? null
}

/** What is marked in a section's source: everything understood, and the words that stand nowhere. */
export const markedItems = ({ understood, passages }: Section) => [
  ...itemsOfUnderstood(understood),
  ...passages.filter(passage => passage.role === 'unplaced'),
]

/** The number that joins an item to its words: its place among all that is marked there, from 1. */
export function numbersOf(sections: readonly Section[]): ReadonlyMap<ItemId, number> {
  const ordered = sections.flatMap(section => markedItems(section).toSorted((a, b) => a.order - b.order))
  return new Map(ordered.map((item, at) => [item.id, at + 1]))
}
