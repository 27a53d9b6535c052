/** What proves who somebody is, is seen and changed by that person and by the gate: by nobody else, on both engines. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type Actor,
  auditor,
  type BoardId,
  caretaker,
  doorkeeper,
  gate,
  type Person,
  type PersonId,
  restorerOf,
  type SessionId,
  setup,
} from '../../src/access/actor.ts'
import { type Role, roles } from '../../src/access/permissions.ts'
import type { Database } from '../../src/app.ts'
import { unitsOfWork } from '../../src/store/database.ts'
import type { MembershipId, PasskeyId } from '../../src/store/schema.ts'
import { engines, type OpenEngine } from '../engines.ts'

const now = new Date('2026-11-22T12:00:00Z')
const [home, elsewhere] = [randomUUID() as BoardId, randomUUID() as BoardId]

const somebody = (name: string, boardId: BoardId, role: Role): Person => ({
  kind: 'person',
  id: randomUUID() as PersonId,
  name,
  sessionId: randomUUID() as SessionId,
  posts: [{ boardId, role, agencyId: null }],
})
const owner = somebody('Ola', home, 'reader')
const administrator = somebody('Ada', home, 'administrator')
const others = roles
  .filter(role => role !== 'administrator' && role !== 'agency lead' && role !== 'agency contributor')
  .map(role => somebody(role, home, role))
const strangers: readonly (readonly [string, Actor])[] = [
  ...others.map(person => [`a ${person.name} of the board`, person] as const),
  ['an administrator of another board', somebody('Bo', elsewhere, 'administrator')],
  ...[setup, auditor, caretaker, doorkeeper].map(desk => [desk.kind, desk] as const),
  ['the restorer', restorerOf([home])],
]

const passkeyOf = (personId: PersonId) => ({
  id: randomUUID() as PasskeyId,
  person_id: personId,
  credential_id: randomUUID(),
  public_key: 'key',
  counter: 0,
  transports: 'internal',
  name: 'A phone',
  added_at: now,
})

async function furnish({ owner: db }: OpenEngine) {
  for (const id of [home, elsewhere]) {
    const board = { id, slug: `b-${id.slice(0, 8)}`, name: 'A board', short_name: 'B', marking: '', created_at: now }
    await db
      .insertInto('board')
      .values({ ...board, second_factor_required: false })
      .execute()
  }
  for (const { id, name, posts } of [owner, administrator, ...others]) {
    const row = { id, name, email: `${id}@example.test`, password_hash: '', totp_secret: null, totp_last_step: null }
    await db
      .insertInto('person')
      .values({ ...row, created_at: now })
      .execute()
    for (const { boardId, role } of posts) {
      const membership = { id: randomUUID() as MembershipId, board_id: boardId, person_id: id, agency_id: null, role }
      await db
        .insertInto('membership')
        .values({ ...membership, started_at: now })
        .execute()
    }
  }
  const session = { id: owner.sessionId, token_hash: 'hash', person_id: owner.id, stage: 'full', device: '' } as const
  await db
    .insertInto('session')
    .values({ ...session, started_at: now, seen_at: now, expires_at: now })
    .execute()
  const bound = { purpose: 'add', person_id: owner.id, session_id: owner.sessionId } as const
  await db
    .insertInto('passkey_challenge')
    .values({ hash: 'hash', ...bound, expires_at: now })
    .execute()
  await db.insertInto('passkey').values(passkeyOf(owner.id)).execute()
}

describe.each(engines)('on the $name', engine => {
  let store: OpenEngine
  let db: Database
  beforeAll(async () => {
    store = await engine.open(['contract'])
    db = unitsOfWork(store.kind, store.db)
    await furnish(store)
  })
  afterAll(() => store?.close())

  const passkeys = (actor: Actor) => db.as(actor, tx => tx.selectFrom('passkey').select('name').execute())
  const challenges = (actor: Actor) => db.as(actor, tx => tx.selectFrom('passkey_challenge').select('hash').execute())

  test('a person and the gate see the person’s passkeys, and the gate alone what they are asked to sign', async () => {
    expect([await passkeys(owner), await passkeys(gate)]).toEqual([[{ name: 'A phone' }], [{ name: 'A phone' }]])
    expect([await challenges(owner), await challenges(gate)]).toEqual([[], [{ hash: 'hash' }]])
  })

  test.each(strangers)('%s sees none of them, and can neither change nor add one', async (_, actor) => {
    expect([await passkeys(actor), await challenges(actor)]).toEqual([[], []])
    await db.as(actor, async tx => {
      await tx.updateTable('passkey').set({ name: 'Mine', public_key: 'another' }).execute()
      await tx.deleteFrom('passkey').execute()
      await tx.deleteFrom('passkey_challenge').execute()
    })
    const adding = db.as(actor, tx => tx.insertInto('passkey').values(passkeyOf(owner.id)).execute())
    await expect(adding).rejects.toMatchObject({ code: '42501' })
    const rows = await store.owner.selectFrom('passkey').select(['name', 'public_key']).execute()
    expect(rows).toEqual([{ name: 'A phone', public_key: 'key' }])
    expect(await store.owner.selectFrom('passkey_challenge').select('hash').execute()).toHaveLength(1)
  })

  test('an administrator can count the passkeys of the board’s people, and change none', async () => {
    expect(await passkeys(administrator)).toHaveLength(1)
    await db.as(administrator, async tx => {
      await tx.updateTable('passkey').set({ public_key: 'another' }).execute()
      await tx.deleteFrom('passkey').execute()
    })
    const adding = db.as(administrator, tx => tx.insertInto('passkey').values(passkeyOf(owner.id)).execute())
    await expect(adding).rejects.toMatchObject({ code: '42501' })
    expect(await store.owner.selectFrom('passkey').select('public_key').execute()).toEqual([{ public_key: 'key' }])
  })

  test('nobody gives a passkey of their own to somebody else', async () => {
    const giving = db.as(owner, tx => tx.updateTable('passkey').set({ person_id: administrator.id }).execute())
    await expect(giving).rejects.toMatchObject({ code: '42501' })
  })
})
