/** What this feature records, and the sentence of each. A page puts the person's name before it. */
import type { BoardId, PersonId } from '../../access/actor.ts'
import type { Entry } from '../../ledger/ledger.ts'
import type { RequestId } from '../../store/schema.ts'
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
  facts: { request: id, role: post.role, ...(post.agencyId ? { agency: post.agencyId } : {}) },
})

export const sentences: Sentences = {
  'account.provider-linked': () => 'linked an account of an organisation, to sign in with',
  'account.provider-unlinked': () => 'ended the link to an account of an organisation, which ended all other sessions',
  'request.made': () => 'asked for access to the board, with an account of an organisation',
  'request.confirmed': facts =>
    `confirmed who ${nameOr(facts, 'a person')} is, who had asked for access, ${asPost(facts)}`,
  'request.refused': () => 'refused somebody who had asked for access to the board',
}
