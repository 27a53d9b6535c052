/** What this feature records, and the sentence of each. A page puts the person's name before it. */
import type { BoardId, PersonId } from '../../access/actor.ts'
import type { Entry } from '../../ledger/ledger.ts'
import type { RequestId, RuleId } from '../../store/schema.ts'
import { asPost, nameOr, type PostInput, type Sentences } from '../accounts/index.ts'

interface OfRequest {
  readonly id: RequestId
  readonly boardId: BoardId
}

/** An entry about what a stranger asked of a board. */
export const requestEntry = (kind: 'request.made' | 'request.refused', { id, boardId }: OfRequest): Entry => ({
  kind,
  thing: 'request',
  thingId: id,
  boardId,
  facts: kind === 'request.made' ? { by: 'stranger' } : {},
})

interface Confirmed extends OfRequest {
  readonly personId: PersonId
  readonly post: PostInput
}

/** An entry about a person whose request was confirmed. */
export const confirmedEntry = ({ id, boardId, personId, post }: Confirmed): Entry => ({
  kind: 'request.confirmed',
  thing: 'person',
  thingId: personId,
  boardId,
  facts: { request: id, ...factsOf(post) },
})

interface OfRule extends PostInput {
  readonly id: RuleId
  readonly boardId: BoardId
}

const factsOf = ({ role, agencyId }: PostInput) => ({ role, ...(agencyId ? { agency: agencyId } : {}) })

/** An entry about a rule of a board: what it gives, and not whom it names. */
export const ruleEntry = (kind: 'rule.made' | 'rule.ended', { id, boardId, ...post }: OfRule): Entry => ({
  kind,
  thing: 'rule',
  thingId: id,
  boardId,
  facts: factsOf(post),
})

interface ByRule extends PostInput {
  readonly boardId: BoardId
  readonly ruleId: RuleId
}

/** An entry about a role that a rule gave to the person who signed in, or gives no more. */
export const givenEntry = (
  kind: 'post.granted' | 'post.lapsed',
  personId: PersonId,
  { boardId, ruleId, ...post }: ByRule,
): Entry => ({ kind, thing: 'person', thingId: personId, boardId, facts: { rule: ruleId, ...factsOf(post) } })

export const sentences: Sentences = {
  'account.provider-linked': () => 'linked an account of an organisation, to sign in with',
  'account.provider-unlinked': () => 'ended the link to an account of an organisation, which ended all other sessions',
  'request.made': () => 'asked for access to the board, with an account of an organisation',
  'request.confirmed': facts =>
    `confirmed who ${nameOr(facts, 'a person')} is, who had asked for access, ${asPost(facts)}`,
  'rule.made': facts => `made a rule that gives people of an organisation a role, ${asPost(facts)}`,
  'rule.ended': facts => `ended a rule that gave people of an organisation a role, ${asPost(facts)}`,
  'post.granted': facts => `signed in and was given a role by a rule of the board, ${asPost(facts)}`,
  'post.lapsed': facts => `signed in and lost a role that no rule of the board gives any more, ${asPost(facts)}`,
  'request.refused': () => 'refused somebody who had asked for access to the board',
}
