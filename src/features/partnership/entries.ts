/** What this feature records, and the sentence of each. A page puts the person's name before it. */
import type { AgencyId, BoardId, PersonId } from '../../access/actor.ts'
import type { PlainDate } from '../../core/plain-date.ts'
import { writeDate } from '../../core/plain-date.ts'
import type { Entry } from '../../ledger/ledger.ts'
import type { GroupId, ReviewId } from '../../store/schema.ts'
import { asPost, type Facts, nameOr, type Sentences } from '../accounts/index.ts'

interface OfAgency {
  readonly boardId: BoardId
  readonly agencyId: AgencyId
}

/** An entry about an agency as a board knows it. */
export const agencyEntry = (kind: AgencyKind, { boardId, agencyId }: OfAgency, facts: Facts = {}): Entry => ({
  kind,
  thing: 'agency',
  thingId: agencyId,
  boardId,
  facts,
})
type AgencyKind =
  | 'agency.added'
  | 'agency.removed'
  | 'agency.renamed'
  | 'agency.alias-added'
  | 'agency.alias-removed'
  | 'agency.succeeded'
  | 'agency.succession-withdrawn'

interface OfGroup {
  readonly boardId: BoardId
  readonly groupId: GroupId
}

/** An entry about a group of agencies. */
export const groupEntry = (kind: GroupKind, { boardId, groupId }: OfGroup, facts: Facts = {}): Entry => ({
  kind,
  thing: 'group',
  thingId: groupId,
  boardId,
  facts,
})
type GroupKind = 'group.made' | 'group.changed' | 'group.ended' | 'group.alias-added' | 'group.alias-removed'

interface OfPost {
  readonly id: string
  readonly personId: PersonId
  readonly boardId: BoardId
  readonly role: string
  readonly agencyId: AgencyId | null
}

/** An entry about a role that a person has on a board. */
export const postEntry = (kind: PostKind, post: OfPost): Entry => ({
  kind,
  thing: 'person',
  thingId: post.personId,
  boardId: post.boardId,
  facts: { role: post.role, post: post.id, ...(post.agencyId ? { agency: post.agencyId } : {}) },
})

type PostKind = 'post.given' | 'post.ended'

interface Leaver {
  readonly personId: PersonId
  readonly boardId: BoardId
  /** Null for whoever leaves the board altogether. */
  readonly agencyId: AgencyId | null
  /** How many roles ended, and how many seats on panels. */
  readonly roles: number
  readonly seats: number
}

interface Seat {
  readonly personId: PersonId
  readonly boardId: BoardId
  readonly reviewId: ReviewId
}

/** An entry of a review whose panel somebody left with their last role on the board; the reviews have its sentence. */
export const seatEntry = ({ personId, boardId, reviewId }: Seat): Entry => ({
  kind: 'panel.left',
  thing: 'review',
  thingId: reviewId,
  boardId,
  reviewId,
  facts: { person: personId },
})

/** An entry about a person who left an agency or the board. */
export const leftEntry = ({ personId, boardId, agencyId, roles, seats }: Leaver): Entry => ({
  kind: 'person.left',
  thing: 'person',
  thingId: personId,
  boardId,
  facts: { roles, seats, ...(agencyId ? { agency: agencyId } : {}) },
})

/** An entry about the settings of a board. */
export const boardEntry = (kind: BoardKind, boardId: BoardId, facts: Facts = {}): Entry => ({
  kind,
  thing: 'board',
  thingId: boardId,
  boardId,
  facts,
})
type BoardKind = 'board.exported-as-seen' | 'board.renamed' | 'board.marking-changed' | 'board.second-factor-changed'

const anAgency = (facts: Facts): string => nameOr(facts, 'an agency')
const aGroup = (facts: Facts): string => nameOr(facts, 'of agencies')
const agencies = (count: Facts[string] | undefined): string => (count === 1 ? '1 agency' : `${count ?? 0} agencies`)
const counted = (count: Facts[string] | undefined, one: string, many = `${one}s`): string =>
  `${count ?? 0} ${count === 1 ? one : many}`
const day = (on: Facts[string] | undefined): string => (on ? ` on ${writeDate(String(on) as PlainDate)}` : '')
const mentioned = (facts: Facts): string => String(facts.agencyName ?? 'another body')

function membersChanged({ joined, left }: Facts): string {
  const came = joined ? `${agencies(joined)} joined` : ''
  const went = left ? `${agencies(left)} left` : ''
  const words = [came, went].filter(Boolean).join(' and ')
  return words ? `: ${words}` : ''
}

/**
 * Facts to which a page has added `thingName`, the name of the agency, group or person that it happened to, and
 * `agencyName`, the name of the agency that the fact `agency` holds.
 */
export const sentences: Readonly<Record<Kind, Sentences[string]>> = {
  'board.exported-as-seen': () => 'exported what they may see of the board, in the browser',
  'board.renamed': () => 'changed the name of the board',
  'board.marking-changed': ({ removed }) =>
    removed ? 'took the protective marking off the board' : 'changed the protective marking of the board',
  'board.second-factor-changed': ({ required }) =>
    required ? 'made the second factor required of everybody on the board' : 'made the second factor a choice',
  'post.given': facts => `gave ${nameOr(facts, 'a person')} a role: ${asPost(facts)}`,
  'post.ended': facts => `ended the role of ${nameOr(facts, 'a person')} ${asPost(facts)}`,
  'person.left': facts =>
    `recorded that ${nameOr(facts, 'a person')} left ${facts.agency ? String(facts.agencyName ?? 'an agency') : 'the board'}: ` +
    `${counted(facts.roles, 'role')} and ${counted(facts.seats, 'seat on a panel', 'seats on panels')} ended`,
  'agency.added': facts => `added ${anAgency(facts)} to the board${facts.isNew ? ', as a new agency' : ''}`,
  'agency.removed': facts =>
    `took ${anAgency(facts)} off the board${facts.groups ? ` and out of its groups (${facts.groups})` : ''}`,
  'agency.renamed': facts => `renamed the agency that is now called ${anAgency(facts)}`,
  'agency.alias-added': facts => `added another name for ${anAgency(facts)}`,
  'agency.alias-removed': facts => `removed another name of ${anAgency(facts)}`,
  'agency.succeeded': facts => `recorded that ${mentioned(facts)} took the place of ${anAgency(facts)}${day(facts.on)}`,
  'agency.succession-withdrawn': facts =>
    `withdrew the record that ${mentioned(facts)} took the place of ${anAgency(facts)}`,
  'group.made': facts => `made the group ${aGroup(facts)}, with ${agencies(facts.members)}`,
  'group.changed': facts => `changed the group ${aGroup(facts)}${membersChanged(facts)}`,
  'group.alias-added': facts => `added another name for the group ${aGroup(facts)}`,
  'group.alias-removed': facts => `removed another name of the group ${aGroup(facts)}`,
  'group.ended': facts => `ended the group ${aGroup(facts)}`,
}

type Kind = AgencyKind | GroupKind | PostKind | BoardKind | 'person.left'
