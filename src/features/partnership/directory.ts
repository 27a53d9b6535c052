/** What a board's directory holds: the agencies that sit on the board, by all their names, and its groups. */
import type { AgencyId } from '../../access/actor.ts'
import type { PlainDate } from '../../core/plain-date.ts'
import type { GroupId } from '../../store/schema.ts'

export const longestAgencyName = 200
export const longestGroupName = 200
export const longestPurpose = 2000

/** "On 1 July 2022 Stourvale CCG became NHS Stourvale ICB": one body that took the place of another. */
export interface Succession {
  readonly id: string
  readonly fromId: AgencyId
  readonly fromName: string
  readonly toId: AgencyId
  readonly toName: string
  readonly on: PlainDate
}

export interface Alias {
  readonly id: string
  readonly alias: string
}

/** What an agency was called until it was renamed. */
export interface FormerName {
  readonly name: string
  readonly until: PlainDate
}

export interface Agency {
  readonly id: AgencyId
  readonly name: string
  /** The day on which another body took its place, which may be to come; null when none has. */
  readonly endedOn: PlainDate | null
  /** Other names that this board knows it by. */
  readonly aliases: readonly Alias[]
  /** The latest first. */
  readonly formerNames: readonly FormerName[]
  /** What it became, and what that became in its turn, nearest first. */
  readonly successors: readonly Succession[]
  /** What it came from, and what that came from in its turn, nearest first. */
  readonly predecessors: readonly Succession[]
}

export interface Member {
  readonly id: AgencyId
  readonly name: string
}

/** Bodies that are asked together, as "partner agencies" are: what is put to the group is put to each member. */
export interface Group {
  readonly id: GroupId
  readonly name: string
  /** Other names that this board knows it by. */
  readonly aliases: readonly Alias[]
  readonly purpose: string
  readonly members: readonly Member[]
}

/** Everything that a name in a document can stand for on a board. */
export interface Directory {
  readonly agencies: readonly Pick<Agency, 'id' | 'name' | 'aliases' | 'formerNames' | 'predecessors'>[]
  readonly groups: readonly Pick<Group, 'id' | 'name' | 'aliases'>[]
}

/** The successions that lead away from an agency, nearest first. */
export const successorsOf = (id: AgencyId, all: readonly Succession[]): readonly Succession[] =>
  walk(id, all, { here: each => each.fromId, there: each => each.toId })

/** The successions that lead to an agency, nearest first. */
export const predecessorsOf = (id: AgencyId, all: readonly Succession[]): readonly Succession[] =>
  walk(id, all, { here: each => each.toId, there: each => each.fromId })

interface Direction {
  readonly here: (succession: Succession) => AgencyId
  readonly there: (succession: Succession) => AgencyId
}

function walk(id: AgencyId, all: readonly Succession[], { here, there }: Direction): readonly Succession[] {
  const found: Succession[] = []
  const seen = new Set([id])
  let edge: readonly AgencyId[] = [id]
  while (edge.length > 0) {
    const steps = all.filter(each => edge.includes(here(each)) && !found.includes(each))
    found.push(...steps)
    edge = [...new Set(steps.map(there))].filter(next => !seen.has(next))
    for (const next of edge) seen.add(next)
  }
  return found
}
