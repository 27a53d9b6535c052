/** What a stranger sees and asks who came through a provider, and has no account. */
import { gate } from '../../access/actor.ts'
import { hashToken } from '../../access/secrets.ts'
import type { App, Tx } from '../../app.ts'
import { type Decided, decide, NotFound, refuse } from '../../core/refusals.ts'
import { record } from '../../ledger/ledger.ts'
import type { RequestId } from '../../store/schema.ts'
import { later, listBoards } from '../accounts/index.ts'
import { browserHash } from './begin-commands.ts'
import { requestEntry } from './entries.ts'
import type { RequestInput } from './forms.ts'
import { requestQueue } from './letter-commands.ts'
import { awaitSubject } from './link-queries.ts'
import { decideAsking, requestLasts } from './request-decide.ts'
import { countRequests, insertRequest, listRequestsOf } from './request-queries.ts'
import { findAttempt, insertAttempt } from './underway-queries.ts'
import { openVisitor, sealVisitor, type Visitor } from './visitor.ts'

/** In milliseconds: how long a stranger may take to ask. */
const visitLasts = 30 * 60_000

/** Keeps who a stranger is by the word of the provider, for this browser; gives the token of the page. */
export async function keepVisitor(app: App, tx: Tx, visitor: Visitor, csrf: string): Promise<string> {
  const [token, now] = [app.chance.token(), app.clock.now()]
  await insertAttempt(tx, {
    id: app.chance.id<string>(),
    tokenHash: hashToken(token),
    browserHash: browserHash({ csrf }),
    sealed: sealVisitor(app, visitor),
    now,
    expiresAt: later(now, visitLasts),
  })
  return token
}

export interface Place {
  readonly token: string
  readonly csrf: string
}

async function findVisitor(app: App, tx: Tx, { token, csrf }: Place): Promise<Visitor> {
  const asked = { tokenHash: hashToken(token), browserHash: browserHash({ csrf }), now: app.clock.now() }
  const sealed = await findAttempt(tx, asked)
  const visitor = sealed === null ? null : openVisitor(app, sealed)
  if (!visitor) throw new NotFound('no such visitor')
  return visitor
}

/** The stranger, what the stranger asked before, and the boards. Throws NotFound once the page is too old. */
export const showVisitor = (app: App, place: Place) =>
  app.db.as(gate, async tx => {
    const visitor = await findVisitor(app, tx, place)
    const boards = (await listBoards(tx)).map(({ id, name }) => ({ id, name }))
    return { visitor, boards, requests: await listRequestsOf(tx, visitor) }
  })

/** Asks a board for access; its administrators are told. Throws NotFound as above. The mistakes' field is `board`. */
export const askForAccess = (app: App, place: Place, { boardId, reason }: RequestInput): Promise<Decided<null>> =>
  app.db.as(gate, async tx => {
    const { issuer, subject, name, email, emailVerified } = await findVisitor(app, tx, place)
    const now = app.clock.now()
    if (!name || !email) throw new NotFound('nobody can be asked for without a name')
    if (!(await listBoards(tx)).some(({ id }) => id === boardId))
      return refuse({ field: 'board', message: 'Choose a board' })
    await awaitSubject(tx, { issuer, subject })
    const before = await listRequestsOf(tx, { issuer, subject })
    const { waiting } = await countRequests(tx, boardId, now)
    const decided = decideAsking({ boardId, before, waiting, now })
    if (!decided.ok) return decided
    const id = app.chance.id<RequestId>()
    const who = { issuer, subject, name, email, emailVerified }
    await insertRequest(tx, { id, boardId, ...who, reason, askedAt: now, expiresAt: later(now, requestLasts) })
    await app.jobs.send(tx, requestQueue, { request: id })
    await record(app, tx, gate, [requestEntry('request.made', { id, boardId })])
    return decide(null)
  })
