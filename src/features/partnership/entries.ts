/** What this feature records, and the sentence of each. A page puts the person's name before it. */
import type { AgencyId, BoardId } from '../../access/actor.ts'
import type { Entry } from '../../ledger/ledger.ts'
import type { GroupId } from '../../store/schema.ts'
import { type Facts, nameOr, type Sentences } from '../accounts/index.ts'

interface OfAgency {
  readonly boardId: BoardId
  readonly agencyId: AgencyId
}

const ofAgency = (kind: string, { boardId, agencyId }: OfAgency, facts: Facts = {}): Entry => ({
  kind,
  thing: 'agency',
  thingId: agencyId,
  boardId,
  facts,
})

export const agencyAdded = ({ isNew, ...of }: OfAgency & { readonly isNew: boolean }): Entry =>
  ofAgency('agency.added', of, { isNew })

export const aliasAdded = ({ alias, ...of }: OfAgency & { readonly alias: string }): Entry =>
  ofAgency('agency.alias-added', of, { alias })

interface OfGroup {
  readonly boardId: BoardId
  readonly groupId: GroupId
}

const ofGroup = (kind: string, { boardId, groupId }: OfGroup, facts: Facts = {}): Entry => ({
  kind,
  thing: 'group',
  thingId: groupId,
  boardId,
  facts,
})

export const groupMade = ({ members, ...of }: OfGroup & { readonly members: number }): Entry =>
  ofGroup('group.made', of, { members })

/** Facts to which a page has added `thingName`, the name of the agency or group that it happened to. */
export const sentences: Sentences = {
  'agency.added': facts => `added ${nameOr(facts, 'an agency')} to the board${facts.isNew ? ', as a new agency' : ''}`,
  'agency.alias-added': facts => `added another name for ${nameOr(facts, 'an agency')}`,
  'group.made': facts => `made the group ${nameOr(facts, 'of agencies')}, with ${counted(facts.members, 'agency')}`,
}

const counted = (count: Facts[string] | undefined, noun: 'agency'): string =>
  count === 1 ? `1 ${noun}` : `${count} agencies`
