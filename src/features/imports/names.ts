/** The names of bodies in a document, and what each stands for in the board's directory. */
import type { AgencyId } from '../../access/actor.ts'
import type { GroupId } from '../../store/schema.ts'
import { type Draft, itemsOf, type NameMeaning } from './draft.ts'
import { nameKey, plainName } from './remark-decide.ts'

/** What the board's directory knows under a name. */
export type Known =
  | { readonly kind: 'agency'; readonly agencyId: AgencyId; readonly name: string }
  | { readonly kind: 'group'; readonly groupId: GroupId; readonly name: string }

/** Asks the directory for a name as written. */
export type AskDirectory = (name: string) => Known | null

/** A name as the document uses it. */
export interface UsedName {
  readonly key: string
  /** As it is written where it first stands, less an article. */
  readonly name: string
  /** How many recommendations are put to it, and how many statements it makes. */
  readonly addressed: number
  readonly says: number
  /** What a person decided, and what the directory says. */
  readonly decided: NameMeaning | null
  readonly known: Known | null
}

/** Every name that speaks or is addressed, in the order of the document. */
export function usedNames(draft: Draft, ask: AskDirectory): readonly UsedName[] {
  const meanings = new Map(itemsOf(draft, 'name').map(item => [nameKey(item.name), item.meaning]))
  const found = new Map<string, { name: string; addressed: number; says: number }>()
  const note = (name: string, counted: 'addressed' | 'says') => {
    if (name.trim() === '') return
    const entry = found.get(nameKey(name)) ?? { name: plainName(name), addressed: 0, says: 0 }
    entry[counted]++
    found.set(nameKey(name), entry)
  }
  const statements = Map.groupBy(itemsOf(draft, 'statement'), statement => statement.recommendation)
  for (const { id, addressees } of itemsOf(draft, 'recommendation')) {
    for (const name of addressees) note(name, 'addressed')
    for (const { agency } of statements.get(id) ?? []) note(agency, 'says')
  }
  return [...found].map(([key, used]) => ({
    key,
    ...used,
    decided: meanings.get(key) ?? null,
    known: ask(used.name),
  }))
}

/** Whether nobody knows yet what a name stands for. */
export const isUnknown = ({ decided, known }: UsedName): boolean => decided === null && known === null
