/** Acting for a person who started something that goes on without them. */
import { gate, type Person, type PersonId, type SessionId } from '../../access/actor.ts'
import type { App } from '../../app.ts'
import { findOwnAccount, listPosts } from './person-queries.ts'

/** No session: for whoever acts before there is one, or after. */
export const noSession = '00000000-0000-0000-0000-000000000000' as SessionId

/** The person with the posts that the person holds now, for a job that the person started. Throws NotFound. */
export const findPersonForJob = (app: App, id: PersonId): Promise<Person> =>
  app.db.as(gate, async tx => {
    const { name } = await findOwnAccount(tx, id)
    const posts = (await listPosts(tx, id)).map(({ boardId, role, agencyId }) => ({ boardId, role, agencyId }))
    return { kind: 'person', id, name, sessionId: noSession, posts }
  })
