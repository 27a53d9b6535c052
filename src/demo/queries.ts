/**
 * What the seed stores that no page makes in one go: boards that ask for no second factor, and people with their posts.
 */
import type { BoardId, PersonId, Post } from '../access/actor.ts'
import type { App, Tx } from '../app.ts'
import type { MembershipId } from '../store/schema.ts'
import type { CastBoard } from './cast.ts'

/** The slugs of all boards in the house. */
export async function listSlugs(tx: Tx): Promise<readonly string[]> {
  const rows = await tx.selectFrom('board').select('slug').execute()
  return rows.map(({ slug }) => slug)
}

/** Makes a board. Gives its id. */
export async function makeBoard(app: App, tx: Tx, { slug, name, shortName }: CastBoard): Promise<BoardId> {
  const id = app.chance.id<BoardId>()
  const rest = { marking: 'OFFICIAL-SENSITIVE', second_factor_required: false, created_at: app.clock.now() }
  await tx
    .insertInto('board')
    .values({ id, slug, name, short_name: shortName, ...rest })
    .execute()
  return id
}

interface NewPerson {
  readonly id: PersonId
  readonly name: string
  readonly email: string
  readonly passwordHash: string
  readonly posts: readonly Post[]
}

/** Makes a person with the posts. */
export async function makePerson(app: App, tx: Tx, { id, name, email, passwordHash, posts }: NewPerson): Promise<void> {
  const now = app.clock.now()
  const account = { id, name, email, password_hash: passwordHash, created_at: now }
  await tx.insertInto('person').values(account).execute()
  const memberships = posts.map(({ boardId, role, agencyId }) => ({
    id: app.chance.id<MembershipId>(),
    board_id: boardId,
    person_id: id,
    agency_id: agencyId,
    role,
    started_at: now,
  }))
  await tx.insertInto('membership').values(memberships).execute()
}

/** How many of the e-mail addresses have an account. */
export async function countPeople(tx: Tx, emails: readonly string[]): Promise<number> {
  const rows = await tx.selectFrom('person').select('id').where('email', 'in', emails).execute()
  return rows.length
}
