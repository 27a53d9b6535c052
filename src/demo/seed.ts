/** Fills an empty house with the demo's boards and people. */
import {
  type AgencyId,
  type BoardId,
  gate,
  type Person,
  type PersonId,
  type SessionId,
  setup,
} from '../access/actor.ts'
import type { App, Tx } from '../app.ts'
import { addAgency, addAlias, addGroup, recordSuccessor } from '../features/partnership/index.ts'
import { record } from '../ledger/ledger.ts'
import {
  boards,
  type CastBoard,
  type CastPerson,
  cast,
  edith,
  miriam,
  type Slug,
  sharedPassword,
  slugs,
  sunita,
  tobias,
} from './cast.ts'
import { seedReviews } from './first-reviews.ts'
import { countPeople, listSlugs, makeBoard, makePerson } from './queries.ts'
import { settled } from './settled.ts'

/** The data folder holds something else than the demo in full, so its doors stay shut. The message says what to do. */
export class NotTheDemo extends Error {
  override readonly name = 'NotTheDemo'
}

/**
 * Makes the demo in an empty house, and does nothing in one that has it. Throws NotTheDemo for any other house, because
 * the demo lets anybody in, and for a demo whose making was cut short.
 */
export async function seedDemo(app: App): Promise<void> {
  const { present, people } = await app.db.as(gate, async tx => ({
    present: await listSlugs(tx),
    people: await countPeople(tx, emails),
  }))
  if (present.some(slug => !slugs.some(mine => mine === slug)))
    throw new NotTheDemo('The data folder holds boards that are not the demo’s. Set DATA_FOLDER to an empty folder.')
  if (present.length === 0) return makeDemo(app)
  if (people < cast.length)
    throw new NotTheDemo('The demo was cut short while it was made. Delete its data folder, and start it again.')
}

const emails = cast.map(({ email }) => email)

/** The ids of a board, and of the agencies on it by name. */
interface Made {
  readonly boardId: BoardId
  readonly agencies: Map<string, AgencyId>
}
type MadeBoards = Readonly<Record<Slug, Made>>

async function makeDemo(app: App): Promise<void> {
  const passwordHash = await app.passwords.hash(sharedPassword)
  const made = await app.db.as(setup, async tx => {
    const entries: [Slug, Made][] = []
    for (const board of boards)
      entries.push([board.slug, { boardId: await makeBoard(app, tx, board), agencies: new Map() }])
    return Object.fromEntries(entries) as MadeBoards
  })
  // An administrator comes first on every board, and those who answer for an agency once it sits there.
  const isAdministrator = ({ posts }: CastPerson) => posts.some(({ role }) => role === 'administrator')
  const answersForNone = ({ posts }: CastPerson) => posts.every(({ agency }) => agency === undefined)
  const first = cast.filter(answersForNone).sort((a, b) => Number(isAdministrator(b)) - Number(isAdministrator(a)))
  const people = await makePeople(app, first, { made, passwordHash })
  const officer = people.get(miriam) as Person
  await app.db.as(officer, async tx => {
    for (const board of boards) await seat(app, tx, officer, { board, made: made[board.slug] })
  })
  for (const { slug, successions } of boards) {
    for (const { from, to, on } of successions) {
      const of = { slug, agencyId: made[slug].agencies.get(from) as AgencyId }
      settled(await recordSuccessor(app, officer, of, { successor: to, on }))
    }
  }
  await seedReviews(app, officer, {
    ...made.tarnwold,
    panel: [edith, sunita].map(each => people.get(each) as Person),
    excluded: people.get(tobias) as Person,
  })
  // The last to be made: that all are there says that nothing was cut short.
  const rest = cast.filter(person => !people.has(person))
  await makePeople(app, rest, { made, passwordHash })
}

interface Ground {
  readonly made: MadeBoards
  readonly passwordHash: string
}

function makePeople(app: App, people: readonly CastPerson[], { made, passwordHash }: Ground) {
  return app.db.as(setup, async tx => {
    const persons = new Map<CastPerson, Person>()
    for (const each of people) {
      const person = personOf(app, each, made)
      await makePerson(app, tx, { ...person, email: each.email, passwordHash })
      await recordArrival(app, tx, person)
      persons.set(each, person)
    }
    return persons
  })
}

/**
 * Somebody of the cast as an actor. Such a person acts without a session: nobody is signed in while the seed is sown.
 */
function personOf(app: App, { name, posts }: CastPerson, made: MadeBoards): Person {
  const held = posts.map(({ board, role, agency }) => {
    const { boardId, agencies } = made[board]
    return { boardId, role, agencyId: agency ? (agencies.get(agency) ?? null) : null }
  })
  return { kind: 'person', id: app.chance.id<PersonId>(), name, sessionId: app.chance.id<SessionId>(), posts: held }
}

async function recordArrival(app: App, tx: Tx, person: Person): Promise<void> {
  const self = { thing: 'person', thingId: person.id }
  const arrivals = person.posts.map(({ boardId, role, agencyId }) =>
    role === 'administrator'
      ? { kind: 'board.made', thing: 'board', thingId: boardId, boardId }
      : { kind: 'invitation.accepted', ...self, boardId, facts: { role, ...(agencyId ? { agency: agencyId } : {}) } },
  )
  await record(app, tx, person, [{ kind: 'account.made', ...self, boardId: null }, ...arrivals])
}

interface Seating {
  readonly board: CastBoard
  readonly made: Made
}

/** Seats the board's agencies, with the names that it knows them by, and makes its groups. */
async function seat(app: App, tx: Tx, officer: Person, { board, made: { boardId, agencies } }: Seating): Promise<void> {
  for (const { name, aliases } of board.agencies) {
    const agencyId = settled(await addAgency(app, tx, officer, { boardId, name }))
    agencies.set(name, agencyId)
    for (const alias of aliases) settled(await addAlias(app, tx, officer, { boardId, agencyId, alias }))
  }
  const idOf = (name: string) => agencies.get(name) as AgencyId
  for (const { name, purpose, members } of board.groups)
    settled(await addGroup(app, tx, officer, { boardId, name, purpose, members: members.map(idOf) }))
}
