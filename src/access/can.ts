import { Forbidden } from '../core/refusals.ts'
import type { Actor, AgencyId, BoardId, Person, Post } from './actor.ts'
import { type Permission, permissions, type Word } from './permissions.ts'

/** What of a review decides who may see it. */
export interface ReviewAccess {
  readonly standing: 'restricted' | 'released'
  /** Whether the actor sits on its panel, and whether the actor is excluded from it. */
  readonly onPanel: boolean
  readonly excluded: boolean
  /** The agencies that it is released to. */
  readonly releasedTo: readonly AgencyId[]
}

/** What something is done to: always on a board, perhaps an agency's, perhaps within a review. */
export interface Subject {
  readonly boardId: BoardId
  readonly agencyId?: AgencyId
  readonly review?: ReviewAccess
}

const holds: Record<Word, (post: Post, subject: Subject) => boolean> = {
  none: () => false,
  all: () => true,
  own: (post, subject) => post.agencyId !== null && post.agencyId === subject.agencyId,
  team: (_, { review }) => !review?.excluded,
  seen: (_, { review }) => !!review && !review.excluded && (review.onPanel || review.standing === 'released'),
  asked: (post, { review }) => !!review && !review.excluded && (review.onPanel || isReleasedTo(review, post.agencyId)),
  panel: (_, { review }) => !!review && !review.excluded && review.onPanel,
}

const isReleasedTo = (review: ReviewAccess, agencyId: AgencyId | null) =>
  review.standing === 'released' && agencyId !== null && review.releasedTo.includes(agencyId)

/** Whether the table lets the actor do it. Row-level security says the same of what can be seen. */
export function can(actor: Actor, permission: Permission, subject: Subject): boolean {
  if (actor.kind !== 'person') return false
  return actor.posts.some(
    post => post.boardId === subject.boardId && holds[permissions[permission][post.role]](post, subject),
  )
}

/** Throws Forbidden, which names the permission, unless the table lets the actor do it. */
export function authorise(actor: Actor, permission: Permission, subject: Subject): asserts actor is Person {
  if (!can(actor, permission, subject)) throw new Forbidden(permission)
}

/** Whether any post of the person's could ever allow it: what decides if a page is offered at all. */
export const couldEver = (actor: Actor, permission: Permission): boolean =>
  actor.kind === 'person' && actor.posts.some(post => permissions[permission][post.role] !== 'none')

/** Throws Forbidden unless some post of the actor's on the board could allow it for some review: what a list asks. */
export function authoriseSome(actor: Actor, permission: Permission, boardId: BoardId): asserts actor is Person {
  if (!boardsWhere(actor, permission).includes(boardId)) throw new Forbidden(permission)
}

/** The boards on which the person has a post whose cell is not `none`. */
export const boardsWhere = (actor: Actor, permission: Permission): readonly BoardId[] =>
  actor.kind === 'person'
    ? [...new Set(actor.posts.filter(p => permissions[permission][p.role] !== 'none').map(p => p.boardId))]
    : []
