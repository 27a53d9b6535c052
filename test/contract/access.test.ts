/** The two guards agree: the permission table in code and row-level security, for every role and every kind of review. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type AgencyId,
  auditor,
  type BoardId,
  gate,
  type Person,
  type PersonId,
  type Post,
  type SessionId,
  setup,
} from '../../src/access/actor.ts'
import { can, type ReviewAccess } from '../../src/access/can.ts'
import { type Permission, type Role, roles } from '../../src/access/permissions.ts'
import type { Database, Tx } from '../../src/app.ts'
import type { PlainDate } from '../../src/core/plain-date.ts'
import { unitsOfWork } from '../../src/store/database.ts'
import type {
  AddresseeId,
  CitationId,
  DocumentId,
  FindingId,
  ImportId,
  LegalHoldId,
  PartId,
  RecommendationId,
  ReviewId,
  StatementId,
} from '../../src/store/schema.ts'
import { engines, type OpenEngine } from '../engines.ts'

const now = new Date('2026-11-22T12:00:00Z')
const [home, elsewhere] = [randomUUID() as BoardId, randomUUID() as BoardId]
const [health, police] = [randomUUID() as AgencyId, randomUUID() as AgencyId]
const author = randomUUID() as PersonId

interface Case {
  readonly name: string
  readonly id: ReviewId
  readonly boardId: BoardId
  readonly standing: 'restricted' | 'released'
  readonly releasedTo: readonly AgencyId[]
}

const reviewCase = (
  name: string,
  boardId: BoardId,
  standing: Case['standing'],
  releasedTo: readonly AgencyId[] = [],
): Case => ({
  name,
  id: randomUUID() as ReviewId,
  boardId,
  standing,
  releasedTo,
})

/** Every kind of review that differs for somebody. A release that outlives its review's standing must not count. */
const cases: readonly Case[] = [
  reviewCase('restricted', home, 'restricted'),
  reviewCase('restricted again after it was released to Health', home, 'restricted', [health]),
  reviewCase('released to nobody', home, 'released'),
  reviewCase('released to Health', home, 'released', [health]),
  reviewCase('released to the Police', home, 'released', [police]),
  reviewCase('another board’s, restricted', elsewhere, 'restricted'),
  reviewCase('another board’s, released to Health there', elsewhere, 'released', [health]),
]

interface Somebody {
  readonly name: string
  readonly person: Person
  readonly onPanel: boolean
  readonly excluded: boolean
}

const agencyOf = (role: Role) => (role.startsWith('agency') ? health : null)

function somebody(name: string, posts: readonly Post[], { onPanel = false, excluded = false } = {}): Somebody {
  const person = {
    kind: 'person',
    id: randomUUID() as PersonId,
    name,
    sessionId: randomUUID() as SessionId,
    posts,
  } as const
  return { name, person, onPanel, excluded }
}

/** Each role on the home board: off and on the panel of every review, and excluded from every review; and two outsiders. */
const cast: readonly Somebody[] = [
  ...roles.flatMap(role => {
    const posts: Post[] = [{ boardId: home, role, agencyId: agencyOf(role) }]
    return [
      somebody(role, posts),
      somebody(`${role} on the panel`, posts, { onPanel: true }),
      somebody(`${role} who is excluded`, posts, { excluded: true }),
      somebody(`${role} on the panel who is excluded`, posts, { onPanel: true, excluded: true }),
    ]
  }),
  somebody('lead of Health on both boards', [
    { boardId: home, role: 'agency lead', agencyId: health },
    { boardId: elsewhere, role: 'agency lead', agencyId: health },
  ]),
  somebody('a person without a post who was left on the panel', [], { onPanel: true }),
]

const accessOf = (who: Somebody, review: Case): ReviewAccess => ({
  standing: review.standing,
  onPanel: who.onPanel,
  excluded: who.excluded,
  releasedTo: review.releasedTo,
})

const may = (who: Somebody, permission: Permission, review: Case) =>
  can(who.person, permission, { boardId: review.boardId, review: accessOf(who, review) })

async function furnish({ owner }: OpenEngine): Promise<void> {
  for (const [id, name] of [
    [home, 'Home'],
    [elsewhere, 'Elsewhere'],
  ] as const) {
    const board = { id, slug: name.toLowerCase(), name, short_name: name, marking: '', second_factor_required: false }
    await owner
      .insertInto('board')
      .values({ ...board, created_at: now })
      .execute()
  }
  for (const [id, name] of [
    [health, 'Health'],
    [police, 'Police'],
  ] as const) {
    await owner.insertInto('agency').values({ id, name, ended_on: null, created_at: now }).execute()
  }
  const people = [{ id: author, name: 'The author' }, ...cast.map(({ person }) => person)]
  for (const { id, name } of people) {
    const row = { id, name, email: `${id}@example.test`, password_hash: '', totp_secret: null, totp_last_step: null }
    await owner
      .insertInto('person')
      .values({ ...row, created_at: now })
      .execute()
  }
  for (const review of cases) await furnishReview(owner, review)
}

async function furnishReview(
  owner: OpenEngine['owner'],
  { id, boardId, name, standing, releasedTo }: Case,
): Promise<void> {
  const [documentId, importId] = [randomUUID() as DocumentId, randomUUID() as ImportId]
  const of = { board_id: boardId, review_id: id }
  const facts = {
    subject: null,
    type: 'unknown',
    considered_on: null,
    legal_basis: null,
    lead_reviewer: null,
    methodology: null,
  } as const
  await owner
    .insertInto('review')
    .values({ id, board_id: boardId, title: name, standing, ...facts, created_by: author, created_at: now })
    .execute()
  for (const agency_id of releasedTo)
    await owner
      .insertInto('review_release')
      .values({ ...of, agency_id, released_at: now })
      .execute()
  for (const { person, onPanel, excluded } of cast) {
    if (onPanel)
      await owner
        .insertInto('panel_member')
        .values({ ...of, person_id: person.id, joined_at: now })
        .execute()
    const exclusion = {
      ...of,
      person_id: person.id,
      reason: 'A conflict of interest',
      excluded_by: author,
      excluded_at: now,
    }
    if (excluded) await owner.insertInto('review_exclusion').values(exclusion).execute()
  }
  const document = {
    id: documentId,
    ...of,
    file_name: 'a.md',
    media_type: 'text/markdown',
    sha256: '0',
    size_bytes: 1,
    scan: 'clean',
  } as const
  await owner
    .insertInto('document')
    .values({ ...document, uploaded_by: author, uploaded_at: now })
    .execute()
  await owner
    .insertInto('stored_file')
    .values({ document_id: documentId, board_id: boardId, bytes: Buffer.from('x') })
    .execute()
  const check = {
    id: importId,
    ...of,
    document_id: documentId,
    state: 'ready',
    failure: null,
    text: 'x',
    reading: null,
    draft: null,
  } as const
  await owner
    .insertInto('import')
    .values({ ...check, started_by: author, started_at: now, changed_at: now, saved_by: null })
    .execute()
  const recommendationId = randomUUID() as RecommendationId
  const source = { document_id: documentId, span_from: 0, span_to: 1 }
  await owner
    .insertInto('recommendation')
    .values({ id: recommendationId, ...of, ...source, position: 1, number: '1', text: 'Do it', created_at: now })
    .execute()
  const said = {
    act: 'planned',
    answers_parts: null,
    due_as_written: null,
    due_from: null,
    due_to: null,
    owner: null,
    status: null,
    said_on: null,
  } as const
  await owner
    .insertInto('statement')
    .values({
      id: randomUUID() as StatementId,
      ...of,
      ...source,
      recommendation_id: recommendationId,
      import_id: importId,
      position: 1,
      agency_id: health,
      agency_as_written: 'Health',
      text: 'We will',
      ...said,
      created_at: now,
    })
    .execute()
  await furnishAround(owner, { ...of, recommendation_id: recommendationId, document_id: documentId })
}

/** What stands in the register beside a recommendation and what was said to it. */
async function furnishAround(
  owner: OpenEngine['owner'],
  row: { board_id: BoardId; review_id: ReviewId; recommendation_id: RecommendationId; document_id: DocumentId },
): Promise<void> {
  const { recommendation_id: _, ...document } = row
  const { document_id: __, ...of } = document
  const span = { span_from: 0, span_to: 1 }
  await owner
    .insertInto('recommendation_part')
    .values({ id: randomUUID() as PartId, ...row, ...span, position: 1, text: 'First' })
    .execute()
  await owner
    .insertInto('addressee')
    .values({
      id: randomUUID() as AddresseeId,
      ...row,
      position: 1,
      as_written: 'Police',
      agency_id: police,
      group_id: null,
    })
    .execute()
  await owner
    .insertInto('finding')
    .values({
      id: randomUUID() as FindingId,
      ...row,
      ...span,
      code: 'stale-tense',
      message: 'Done?',
      created_at: now,
      dismissed_by: null,
      dismissed_reason: null,
    })
    .execute()
  await owner
    .insertInto('citation')
    .values({
      id: randomUUID() as CitationId,
      ...document,
      ...span,
      as_written: 'WT 2015',
      guidance: 'working-together',
      edition: '2015',
    })
    .execute()
  await owner
    .insertInto('legal_hold')
    .values({
      id: randomUUID() as LegalHoldId,
      ...of,
      ground: 'inquest',
      reason: 'A letter',
      look_again_on: '2027-01-01' as PlainDate,
      placed_by: author,
      placed_at: now,
      lifting_reason: null,
      lifting_asked_by: null,
      lifted_by: null,
    })
    .execute()
  const changed = { thing: 'recommendation', thing_id: row.recommendation_id, field: 'text', was: 'a', became: 'b' }
  await owner
    .insertInto('correction')
    .values({ id: randomUUID(), ...of, ...changed, reason: 'Misread', person_id: author, corrected_at: now })
    .execute()
}

/** The tables of the register: each is seen with the review, and kept by whoever may correct it. */
const registerTables = [
  'recommendation',
  'recommendation_part',
  'addressee',
  'statement',
  'finding',
  'citation',
  'correction',
] as const

const ofRegister = [...registerTables, 'asked_body', 'open_promise'].map(name => [name, 'register.see'] as const)

/** Each table and view of a review, and the permission that says who sees its rows. */
const tables = [
  ['review', 'review.see'],
  ...ofRegister,
  ['document', 'document.see'],
  ['legal_hold', 'review.see'],
  ['import', 'import.check'],
] as const satisfies readonly (readonly [string, Permission])[]

const countOf = async (tx: Tx, table: string): Promise<number> =>
  (await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(tx)).rows[0]?.n ?? 0

const seenReviews = async (tx: Tx): Promise<ReviewId[]> =>
  (await sql<{ id: ReviewId }>`select seen_reviews() as id`.execute(tx)).rows.map(({ id }) => id).sort()

/** A way to add one more row like the one that a review has in a table, as the statement that does it. */
async function copiesOf(owner: OpenEngine['owner'], table: string) {
  const { rows: columns } = await sql<{ name: string }>`select attname as name from pg_attribute
    where attrelid = ${table}::regclass and attnum > 0 and not attisdropped and attgenerated = ''`.execute(owner)
  const { rows } = await sql<{
    row: { review_id: ReviewId }
  }>`select to_jsonb(t) as row from ${sql.table(table)} t`.execute(owner)
  const names = sql.join(columns.map(({ name }) => sql.ref(name)))
  return (review: Case) => {
    const row = rows.find(each => each.row.review_id === review.id)?.row
    const copy = JSON.stringify({ ...row, id: randomUUID() })
    return sql`insert into ${sql.table(table)} (${names})
      select ${names} from jsonb_populate_record(null::${sql.table(table)}, ${copy}::jsonb)`
  }
}

const undone = new Error('undone')

/** Whether row-level security lets somebody do it; it is undone. Throws when anything else prevents it. */
async function isAdded(db: Database, who: Somebody, adding: ReturnType<typeof sql>): Promise<boolean> {
  const attempt = db.as(who.person, async tx => {
    await adding.execute(tx)
    throw undone
  })
  return attempt.catch((error: Error & { code?: string }) => {
    if (error === undone) return true
    if (error.code === '42501' && error.message.includes('row-level security')) return false
    throw error
  })
}

describe.each(engines)('access on the $name', engine => {
  let store: OpenEngine
  let db: Database
  beforeAll(async () => {
    store = await engine.open([])
    db = unitsOfWork(store.kind, store.db)
    await furnish(store)
  })
  afterAll(() => store?.close())

  test.each(tables)(
    'row-level security on %s says what the table says of %s, for every role and review',
    async (table, permission) => {
      for (const who of cast) {
        const column = table === 'review' ? 'id' : 'review_id'
        const rows = await db.as(who.person, tx =>
          tx
            .selectFrom(table as 'statement')
            .select(column as 'review_id')
            .execute(),
        )
        const seen = new Set(rows.map(row => (row as unknown as Record<string, ReviewId>)[column]))
        const shown = Object.fromEntries(cases.map(review => [review.name, seen.has(review.id)]))
        const allowed = Object.fromEntries(cases.map(review => [review.name, may(who, permission, review)]))
        expect(shown, `${who.name}, ${table}`).toEqual(allowed)
      }
    },
  )

  test('the bytes of a document are seen by whoever sees the document, and by nobody else', async () => {
    for (const who of cast) {
      const rows = await db.as(who.person, tx =>
        tx
          .selectFrom('stored_file as f')
          .innerJoin('document as d', 'd.id', 'f.document_id')
          .select('d.review_id')
          .execute(),
      )
      const bare = await db.as(who.person, tx => tx.selectFrom('stored_file').select('document_id').execute())
      expect(rows.length, who.name).toBe(cases.filter(review => may(who, 'document.see', review)).length)
      expect(bare.length, who.name).toBe(rows.length)
    }
  })

  test.each(registerTables)(
    'only those whom the table lets correct the register can change a row of %s',
    async table => {
      for (const who of cast) {
        const { rows } = await db.as(who.person, tx =>
          sql<{ id: ReviewId }>`update ${sql.table(table)} set board_id = board_id returning review_id as id`.execute(
            tx,
          ),
        )
        const allowed = cases.filter(review => may(who, 'register.correct', review)).map(review => review.id)
        expect(rows.map(row => row.id).sort(), who.name).toEqual([...allowed].sort())
      }
    },
  )

  test.each(registerTables)('only they can add a row to %s, and only of a review that they see', async table => {
    const copies = await copiesOf(store.owner, table)
    for (const who of cast) {
      const made = await Promise.all(cases.map(async review => [review.name, await isAdded(db, who, copies(review))]))
      const allowed = cases.map(review => [review.name, may(who, 'register.correct', review)])
      expect(Object.fromEntries(made), who.name).toEqual(Object.fromEntries(allowed))
    }
  })

  test('nobody but a person sees anything of the register, and nobody at all where nobody acts', async () => {
    for (const actor of [gate, setup, auditor])
      for (const [table] of ofRegister)
        expect([table, await db.as(actor, tx => countOf(tx, table))], actor.kind).toEqual([table, 0])
    await store.db.transaction().execute(async tx => {
      await sql`set local role heed_app`.execute(tx)
      for (const [table] of ofRegister) expect([table, await countOf(tx, table)]).toEqual([table, 0])
      expect(await seenReviews(tx)).toEqual([])
    })
  })

  test('the reviews that are seen are those of whoever asks now, whoever asked before on the same connection', async () => {
    const named = (name: string) => cast.find(who => who.name === name) as Somebody
    await store.owner.transaction().execute(async tx => {
      expect(await seenReviews(tx)).toHaveLength(cases.length)
      await sql`set local role heed_app`.execute(tx)
      for (const name of [
        'support officer',
        'chair',
        'support officer who is excluded',
        'reader',
        'agency lead',
        'chair',
      ]) {
        const who = named(name)
        await sql`select set_config('heed.acting', 'person', true), set_config('heed.person', ${who.person.id}, true),
          set_config('heed.standing', ${JSON.stringify(who.person.posts)}, true)`.execute(tx)
        const allowed = cases.filter(review => may(who, 'review.see', review)).map(({ id }) => id)
        expect(await seenReviews(tx), name).toEqual(allowed.sort())
      }
      await sql`reset role`.execute(tx)
      expect(await seenReviews(tx)).toHaveLength(cases.length)
    })
  })

  test('nobody can move a statement to a board on which they do not serve', async () => {
    const officer = cast.find(who => who.name === 'support officer')
    const moved = db.as(officer?.person as Person, tx =>
      tx.updateTable('statement').set({ board_id: elsewhere }).execute(),
    )
    await expect(moved).rejects.toMatchObject({ code: '42501' })
  })

  test('who sits on a panel or is excluded from a review is told to the support team and to that person only, and the seats of somebody without a role to an administrator', async () => {
    const held = await store.owner.selectFrom('membership').select('person_id').where('ended_at', 'is', null).execute()
    const holders = new Set(held.map(({ person_id }) => person_id))
    for (const who of cast) {
      const has = (wanted: Role) => who.person.posts.some(({ role }) => role === wanted)
      for (const table of ['panel_member', 'review_exclusion'] as const) {
        const rows = await db.as(who.person, tx => tx.selectFrom(table).select(['person_id', 'board_id']).execute())
        const mayEnd = (personId: PersonId) =>
          has('administrator') && table === 'panel_member' && !holders.has(personId)
        expect(
          rows.every(
            ({ person_id, board_id }) =>
              person_id === who.person.id || (board_id === home && (has('support officer') || mayEnd(person_id))),
          ),
          who.name,
        ).toBe(true)
      }
    }
  })
})
