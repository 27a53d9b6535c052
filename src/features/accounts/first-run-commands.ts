/** Making boards: the first one with its administrator, and further ones by whoever runs the installation. */
import { type BoardId, gate, type Person, type PersonId, type SessionId, setup } from '../../access/actor.ts'
import { hashToken } from '../../access/secrets.ts'
import type { App, Tx } from '../../app.ts'
import { type Decided, decide, NotFound, refuse } from '../../core/refusals.ts'
import { record } from '../../ledger/ledger.ts'
import type { InvitationId, MembershipId } from '../../store/schema.ts'
import { addBoard, awaitBoardMaking, countBoards, isSlugTaken } from './board-queries.ts'
import { type Board, longestSlug, suggestSlug, usualMarking } from './boards.ts'
import type { FirstRun } from './forms.ts'
import { expiry } from './invitation.ts'
import { addInvitation } from './invitation-queries.ts'
import { decidePassword } from './password-decide.ts'
import { addPerson, addPost } from './person-queries.ts'
import { openSession } from './session-commands.ts'

/** Whether there is no board yet, so that everything begins with the first-run page. */
export const isEmpty = (app: App): Promise<boolean> => app.db.as(gate, async tx => (await countBoards(tx)) === 0)

/**
 * Makes the first board and its administrator, and signs the administrator in: gives the session's token.
 * Throws NotFound once there is a board.
 */
export async function makeFirstBoard(app: App, input: FirstRun, device: string): Promise<Decided<string>> {
  const { board, name, email, password } = input
  const mistake = decidePassword(password, { name, email, boards: [board.name, board.shortName] })
  if (mistake) return refuse(mistake)
  const passwordHash = await app.passwords.hash(password)
  const personId = app.chance.id<PersonId>()
  await app.db.as(setup, async tx => {
    await awaitBoardMaking(tx)
    if ((await countBoards(tx)) > 0) throw new NotFound('the first board is there')
    const now = app.clock.now()
    const made = newBoard(app, board)
    await addBoard(tx, made, now)
    await addPerson(tx, { id: personId, name, email, passwordHash }, now)
    const post = { boardId: made.id, role: 'administrator', agencyId: null } as const
    await addPost(tx, { id: app.chance.id<MembershipId>(), personId, ...post }, now)
    const person: Person = { kind: 'person', id: personId, name, sessionId: app.chance.id<SessionId>(), posts: [post] }
    await record(app, tx, person, [
      { kind: 'board.made', thing: 'board', thingId: made.id, boardId: made.id },
      { kind: 'account.made', thing: 'person', thingId: personId, boardId: null },
    ])
  })
  const { token } = await app.db.as(gate, tx => openSession(app, tx, { personId, stage: 'full', device }))
  return decide(token)
}

const newBoard = (app: App, { name, shortName, slug }: FirstRun['board']): Board => ({
  id: app.chance.id<BoardId>(),
  slug,
  name,
  shortName,
  marking: usualMarking,
  secondFactorRequired: true,
})

export interface FurtherBoard {
  readonly name: string
  readonly shortName: string
  readonly administrator: { readonly name: string; readonly email: string }
}

/** Makes another board, and an invitation for its first administrator: gives the address of the board and the link. */
export const makeFurtherBoard = (app: App, input: FurtherBoard): Promise<{ slug: string; token: string }> =>
  app.db.as(setup, async tx => {
    await awaitBoardMaking(tx)
    const now = app.clock.now()
    const slug = await freeSlug(tx, suggestSlug(input.shortName))
    const board = newBoard(app, { name: input.name, shortName: input.shortName, slug })
    await addBoard(tx, board, now)
    const [id, token] = [app.chance.id<InvitationId>(), app.chance.token()]
    await addInvitation(tx, {
      id,
      tokenHash: hashToken(token),
      boardId: board.id,
      agencyId: null,
      role: 'administrator',
      ...input.administrator,
      invitedBy: null,
      now,
      expiresAt: expiry(now),
    })
    const about = { thingId: id, boardId: board.id, facts: { role: 'administrator' } }
    await record(app, tx, setup, [
      { kind: 'board.made', thing: 'board', thingId: board.id, boardId: board.id },
      { kind: 'invitation.made', thing: 'invitation', ...about },
    ])
    return { slug, token }
  })

/** The slug, or the first of it with a number behind that no board has. */
async function freeSlug(tx: Tx, slug: string): Promise<string> {
  let free = slug
  for (let number = 2; await isSlugTaken(tx, free); number++) free = `${slug.slice(0, longestSlug - 5)}-${number}`
  return free
}
