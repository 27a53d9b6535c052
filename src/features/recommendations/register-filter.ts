/** What of the register is asked for: read from the address, so that an address can be shared. */
import type { AgencyId } from '../../access/actor.ts'
import { isId } from '../../core/ids.ts'
import { type Act, acts, type FindingCode, findingCodes } from '../../reader/reading.ts'
import type { ReviewId } from '../../store/schema.ts'
import { urls } from '../../urls.ts'

export const shows = ['recommendations', 'statements'] as const
export const dues = ['overdue', 'soon', 'later', 'none'] as const
export const sorts = ['review', 'due', 'agency', 'newest'] as const

export interface RegisterFilter {
  /** Recommendations, or the statements made to them. */
  readonly show: (typeof shows)[number]
  readonly review: ReviewId | null
  readonly agency: AgencyId | null
  readonly act: Act | null
  readonly due: (typeof dues)[number] | null
  readonly finding: FindingCode | null
  readonly sort: (typeof sorts)[number]
}

const oneOf = <Value extends string>(values: readonly Value[], given: string | null): Value | null =>
  values.find(value => value === given) ?? null

const idIn = <Id extends string>(given: string | null): Id | null => (isId(given) ? (given as Id) : null)

/** Words that the address cannot mean are left out, so that an old or mistyped address still shows a list. */
export function readFilter(query: URLSearchParams): RegisterFilter {
  const [act, due] = [oneOf(acts, query.get('act')), oneOf(dues, query.get('due'))]
  return {
    // Acts and due dates are of statements, so asking for them asks for statements.
    show: act || due ? 'statements' : (oneOf(shows, query.get('show')) ?? 'recommendations'),
    review: idIn(query.get('review')),
    agency: idIn(query.get('agency')),
    act,
    due,
    finding: oneOf(findingCodes, query.get('finding')),
    sort: oneOf(sorts, query.get('sort')) ?? 'review',
  }
}

const plain: Partial<Record<string, string>> = { show: 'recommendations', sort: 'review' }

/** The filter as the query of an address, the usual values left out. */
export function writeFilter(filter: RegisterFilter, page = 1): string {
  const given = Object.entries(filter).filter(([name, value]) => value !== null && value !== plain[name])
  const query = new URLSearchParams(given as [string, string][])
  if (page > 1) query.set('page', String(page))
  return query.size > 0 ? `?${query}` : ''
}

/** The address of the register with this filter. */
export const registerHref = (slug: string, filter: RegisterFilter, page = 1): string =>
  urls.register(slug, writeFilter(filter, page))

/** How many days from today still count as soon. */
export const soonDays = 90
