/**
 * Makes two boards of size S on the server of TEST_DATABASE_URL with two hundred people who are signed in, prints where
 * they are and what each of them visits, and takes all of it away when its input ends: what `bench/load.ts` measures.
 */
import { sql } from 'kysely'
import { urls } from '../src/urls.ts'
import { administer, droppingRole, makingRole, newServerName, urlOf } from '../test/engines.ts'
import { makePerson, openHouse, post, type Visitor } from '../test/world.ts'
import { makeBoardOf, type Size, type World } from './large-board.ts'

/** Size S: two boards with 20 reviews and 200 recommendations, and 40 agencies between them. */
const half: Size = { reviews: 10, recommendations: 100, agencies: 20, groups: 2 }
const peopleOfBoard = 100

/** Somebody who is signed in, and the pages that this person opens. */
export interface Visiting {
  readonly token: string
  readonly paths: readonly string[]
}

export interface LoadedHouse {
  /** The address of the database for the role that Heed runs as. */
  readonly url: string
  readonly people: readonly Visiting[]
}

/** Support officers, chairs, members and leads, as many as a partnership has of each, and what each of them opens. */
async function peopleOf({ home, board, agencies }: World): Promise<Visiting[]> {
  const { rows } = await sql<{ id: string }>`select c.id from recommendation c join review r on r.id = c.review_id
    where r.standing = 'released' and r.board_id = ${board.id} order by c.id`.execute(home.owner)
  const shared = [urls.board(board.slug), urls.register(board.slug)]
  const recommendation = (i: number) => urls.recommendation(rows[i % rows.length]?.id ?? '')
  const people: Visiting[] = []
  for (let i = 0; i < peopleOfBoard; i++) {
    const agencyId = agencies[i % agencies.length] ?? null
    const role =
      i % 10 === 0 ? 'support officer' : i % 10 === 1 ? 'chair' : i % 10 < 5 ? 'subgroup member' : 'agency lead'
    const person: Visitor = await makePerson(home, [post(board, role, role === 'agency lead' ? agencyId : null)])
    const own = role === 'agency lead' ? urls.agencyRegister(agencyId ?? '') : recommendation(i)
    people.push({ token: person.token, paths: [...shared, own, urls.account()] })
  }
  return people
}

const home = await openHouse()
home.clock.set(new Date().toISOString())
const worlds = [await makeBoardOf(home, half, 'one place'), await makeBoardOf(home, half, 'another place')]
const people: Visiting[] = []
for (const world of worlds) people.push(...(await peopleOf(world)))
const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(home.owner)
const role = newServerName()
await administer([makingRole(role, 'in role heed_app')])
const made: LoadedHouse = { url: urlOf(rows[0]?.name ?? '', role), people }
process.stdout.write(`${JSON.stringify(made)}\n`)
for await (const _ of process.stdin);
await home.web.close()
await home.store.close()
await administer([droppingRole(role)])
process.exit(0)
