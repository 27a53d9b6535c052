/** The letters of this feature, written when they are sent. */
import { gate, type PersonId } from '../../access/actor.ts'
import type { App, Letter } from '../../app.ts'
import type { RequestId } from '../../store/schema.ts'
import { urls } from '../../urls.ts'
import { findOwnAccount, listAddresses, listBoards } from '../accounts/index.ts'
import { confirmedLetter, linkedLetter, requestLetter } from './letters.ts'
import { findRequestById } from './request-queries.ts'

/** The queues of letters that tell of a link, of a request, and of a request that was confirmed. */
export const linkedQueue = 'tell-linked-account'
export const requestQueue = 'tell-access-request'
export const confirmedQueue = 'tell-confirmed-request'

/** Tells a person of a link. */
export const writeLinked = (app: App, id: PersonId): Promise<Letter> =>
  app.db.as(gate, async tx => {
    const { email } = await findOwnAccount(tx, id)
    return linkedLetter({ to: email, link: app.site.address + urls.providerLinks() })
  })

/** Tells the administrators of a board that somebody asks for access. */
export const writeRequest = (app: App, id: RequestId): Promise<readonly Letter[]> =>
  app.db.as(gate, async tx => {
    const request = await findRequestById(tx, id)
    const board = request && (await listBoards(tx)).find(each => each.id === request.boardId)
    if (!board) return []
    const link = app.site.address + urls.accessRequestOf(board.slug, id)
    return (await listAddresses(tx, board.id, 'administrator')).map(to =>
      requestLetter({ to, link, board: board.name }),
    )
  })

/** Tells somebody that they may sign in now; null for a request that is not there. */
export const writeConfirmed = (app: App, id: RequestId): Promise<Letter | null> =>
  app.db.as(gate, async tx => {
    const request = await findRequestById(tx, id)
    if (!request) return null
    return confirmedLetter({ to: request.email, link: app.site.address + urls.signIn(), board: request.boardName })
  })
