/** The two guards agree: the permission table in code and row-level security, for every role and every kind of review. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AgencyId, BoardId, Person, PersonId, Post, SessionId } from '../../src/access/actor.ts'
import { can, type ReviewAccess } from '../../src/access/can.ts'
import { type Permission, type Role, roles } from '../../src/access/permissions.ts'
import type { Database } from '../../src/app.ts'
import { unitsOfWork } from '../../src/store/database.ts'
import type { DocumentId, ImportId, RecommendationId, ReviewId, StatementId } from '../../src/store/schema.ts'
import { engines, type OpenEngine } from './engines.ts'

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
}

/** Each table of a review, and the permission that says who sees its rows. */
const tables = [
  ['review', 'review.see'],
  ['recommendation', 'register.see'],
  ['statement', 'register.see'],
  ['document', 'document.see'],
  ['import', 'import.check'],
] as const satisfies readonly (readonly [string, Permission])[]

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

  test('only those whom the table lets correct the register can change a row of it', async () => {
    for (const who of cast) {
      const changed = await db.as(who.person, tx =>
        tx.updateTable('statement').set({ owner: 'A role' }).returning('review_id').execute(),
      )
      const allowed = cases.filter(review => may(who, 'register.correct', review)).map(review => review.id)
      expect(changed.map(row => row.review_id).sort(), who.name).toEqual([...allowed].sort())
    }
  })

  test('nobody can move a statement to a board on which they do not serve', async () => {
    const officer = cast.find(who => who.name === 'support officer')
    const moved = db.as(officer?.person as Person, tx =>
      tx.updateTable('statement').set({ board_id: elsewhere }).execute(),
    )
    await expect(moved).rejects.toMatchObject({ code: '42501' })
  })

  test('who sits on a panel or is excluded from a review is told to the support team and to that person only', async () => {
    for (const who of cast) {
      for (const table of ['panel_member', 'review_exclusion'] as const) {
        const rows = await db.as(who.person, tx => tx.selectFrom(table).select(['person_id', 'board_id']).execute())
        const isOfficer = who.person.posts.some(({ role }) => role === 'support officer')
        expect(
          rows.every(row => row.person_id === who.person.id || (isOfficer && row.board_id === home)),
          who.name,
        ).toBe(true)
      }
    }
  })
})
