/** Everything that the pages of a check are made from, worked out once. */
import { layOut } from '../../core/laid-out.ts'
import type { PlainDate } from '../../core/plain-date.ts'
import type { Mistake } from '../../core/refusals.ts'
import type { Agency, Group } from '../partnership/index.ts'
import { matchAgency } from '../partnership/index.ts'
import type { Registered } from '../recommendations/index.ts'
import type { Review } from '../reviews/index.ts'
import { type Comparison, compareWithRegister } from './comparison.ts'
import { type Doubt, doubtsOf, type Progress, progressOf } from './doubts.ts'
import { type FindingItem, type Item, type ItemId, itemsOf } from './draft.ts'
import type { Import, Read } from './import-queries.ts'
import { type AskDirectory, isUnknown, type UsedName, usedNames } from './names.ts'
import { numbersOf, pageOfItem, type Section, sectionsOf } from './sections.ts'
import { type SourceUnit, sourceUnits } from './source-units.ts'

export interface Directory {
  readonly agencies: readonly Agency[]
  readonly groups: readonly Group[]
}

/** What the request brought: which page, which thing is open for correction, and what was typed with mistakes. */
export interface Asked {
  readonly csrf: string
  readonly page: number
  /** The id of the open item, or the word for another open form; null when none is open. */
  readonly open: string | null
  /** The id of an item whose page is to be shown, or null. */
  readonly at: string | null
  readonly said: string | null
  readonly mistakes: readonly Mistake[]
  /** What was typed, to be shown again. */
  readonly typed: URLSearchParams
}

export interface CheckView extends Asked {
  readonly found: Import
  readonly read: Read
  readonly today: PlainDate
  readonly directory: Directory
  readonly units: readonly SourceUnit[]
  readonly sections: readonly Section[]
  readonly section: Section
  /** The number that joins each item to its words. */
  readonly numbers: ReadonlyMap<ItemId, number>
  readonly doubts: readonly Doubt[]
  readonly progress: Progress
  readonly names: readonly UsedName[]
  readonly unknownNames: number
  readonly findings: readonly FindingItem[]
  /** Against the register, when the review was there before. */
  readonly comparison: Comparison | null
  /** The reviews of the board that the document may be of. */
  readonly reviews: readonly Pick<Review, 'id' | 'title' | 'standing'>[]
}

interface Grounds {
  readonly found: Import
  readonly read: Read
  readonly directory: Directory
  readonly registered: readonly Registered[] | null
  readonly reviews: CheckView['reviews']
  readonly today: PlainDate
}

/** The directory as names ask it. */
export const askerOf =
  (directory: Directory): AskDirectory =>
  name => {
    const matched = matchAgency(name, directory)
    if (!matched) return null
    if (matched.kind === 'agency') {
      const agency = directory.agencies.find(each => each.id === matched.id)
      return agency ? { kind: 'agency', agencyId: agency.id, name: agency.name } : null
    }
    const group = directory.groups.find(each => each.id === matched.id)
    return group ? { kind: 'group', groupId: group.id, name: group.name } : null
  }

/** Works a check out for its pages. An open item decides the page. */
export function viewOfCheck(grounds: Grounds, asked: Asked): CheckView {
  const { found, read, directory, registered, reviews, today } = grounds
  const { draft, document } = read
  const units = sourceUnits(layOut(document))
  const sections = sectionsOf(draft, units)
  const sought = (asked.open ?? asked.at)?.split('.')[0]
  const opened = sought ? pageOfItem(sections, sought as ItemId) : null
  const page = Math.min(Math.max(1, opened ?? asked.page), sections.length)
  const section = sections[page - 1] ?? sections[0]
  if (!section) throw new Error('a check has at least one section')
  const names = usedNames(draft, askerOf(directory))
  return {
    ...asked,
    page,
    found,
    read,
    today,
    reviews,
    directory,
    units,
    sections,
    section,
    numbers: numbersOf(sections),
    doubts: doubtsOf(draft),
    progress: progressOf(draft),
    names,
    unknownNames: names.filter(isUnknown).length,
    findings: itemsOf(draft, 'finding'),
    comparison: registered && registered.length > 0 ? compareWithRegister(draft, registered) : null,
  }
}

/** The value to show in a field of an open form: what was typed when it came back with mistakes, else what is kept. */
export function valueIn({ typed, mistakes }: Asked, change: string, item: Item | null) {
  const isBack =
    mistakes.length > 0 && typed.get('change') === change && (item === null || typed.get('item') === item.id)
  return {
    one: (field: string, kept: string | null | undefined): string => (isBack ? typed.get(field) : null) ?? kept ?? '',
    many: (field: string, kept: readonly string[]): readonly string[] => (isBack ? typed.getAll(field) : kept),
  }
}

/** Where the doubt after an item stands: its page and its item; null when there is none. */
export function nextDoubt(view: CheckView, after: ItemId | null): { page: number; item: ItemId } | null {
  const items = [...new Set(view.doubts.map(doubt => doubt.item))]
  const at = after === null ? -1 : items.indexOf(after)
  const item = items[at + 1]
  const page = item ? pageOfItem(view.sections, item) : null
  return item && page !== null ? { page, item } : null
}
