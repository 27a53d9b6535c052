/** Who sees and changes what signing in with an organisation keeps: row-level security says what the table says. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type Actor,
  type AgencyId,
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
import { can } from '../../src/access/can.ts'
import { type Permission, roles } from '../../src/access/permissions.ts'
import type { Database, Tx } from '../../src/app.ts'
import { unitsOfWork } from '../../src/store/database.ts'
import type { LinkId, MembershipId, RequestId, RuleId } from '../../src/store/schema.ts'
import { engines, type OpenEngine } from '../engines.ts'

const now = new Date('2026-11-22T12:00:00Z')
const boards = [randomUUID() as BoardId, randomUUID() as BoardId]
const [home] = boards
const police = randomUUID() as AgencyId
const [byRule, byHand] = [randomUUID() as MembershipId, randomUUID() as MembershipId]

const cast: readonly Person[] = roles.map(role => ({
  kind: 'person',
  id: randomUUID() as PersonId,
  name: role,
  sessionId: randomUUID() as SessionId,
  posts: [{ boardId: home as BoardId, role, agencyId: role.startsWith('agency') ? police : null }],
}))
const [author] = cast

const issuer = 'https://vale.example'
const ruleOn = (board_id: BoardId) => ({
  id: randomUUID() as RuleId,
  board_id,
  issuer,
  claim: 'groups',
  value: randomUUID(),
  role: 'reader' as const,
  agency_id: null,
  made_by: author?.id as PersonId,
  made_at: now,
})
const requestOn = (board_id: BoardId) => ({
  id: randomUUID() as RequestId,
  board_id,
  issuer,
  subject: randomUUID(),
  name: 'Zelda Quist',
  email: 'zelda@example.test',
  email_verified: true,
  asked_at: now,
  expires_at: now,
  decided_by: null,
  outcome: null,
})

async function furnish({ owner }: OpenEngine): Promise<void> {
  for (const id of boards) {
    const board = { id, slug: `b-${id.slice(0, 8)}`, name: 'A board', short_name: 'B', marking: '', created_at: now }
    await owner
      .insertInto('board')
      .values({ ...board, second_factor_required: false })
      .execute()
  }
  for (const { id, name } of cast) {
    const person = { id, name, email: `${id}@example.test`, password_hash: '', totp_secret: null, totp_last_step: null }
    await owner
      .insertInto('person')
      .values({ ...person, created_at: now })
      .execute()
    const link = { id: randomUUID() as LinkId, person_id: id, issuer, subject: id, linked_at: now }
    await owner.insertInto('provider_link').values(link).execute()
  }
  const rules = boards.map(ruleOn)
  await owner.insertInto('access_rule').values(rules).execute()
  await owner.insertInto('access_request').values(boards.map(requestOn)).execute()
  const attempt = { id: randomUUID(), token_hash: 'x', browser_hash: 'y', sealed: 'z', begun_at: now, expires_at: now }
  await owner.insertInto('provider_attempt').values(attempt).execute()
  const held = { board_id: home as BoardId, person_id: author?.id as PersonId, agency_id: null, started_at: now }
  await owner
    .insertInto('membership')
    .values({ id: byRule, ...held, role: 'reader', rule_id: rules[0]?.id ?? null })
    .execute()
  await owner
    .insertInto('membership')
    .values({ id: byHand, ...held, role: 'administrator' })
    .execute()
}

const undone = new Error('undone')

/** Whether row-level security lets somebody do it to a row or more; it is undone. */
async function isLet(db: Database, actor: Actor, work: (tx: Tx) => Promise<number>): Promise<boolean> {
  let count = 0
  const attempt = db.as(actor, async tx => {
    count = await work(tx)
    throw undone
  })
  return attempt.catch((error: Error & { code?: string }) => {
    if (error === undone) return count > 0
    if (error.code === '42501') return false
    throw error
  })
}

const desks: readonly Actor[] = [setup, auditor, caretaker, doorkeeper, restorerOf(boards)]

describe.each(engines)('on the $name', engine => {
  let store: OpenEngine
  let db: Database
  beforeAll(async () => {
    store = await engine.open([])
    db = unitsOfWork(store.kind, store.db)
    await furnish(store)
  })
  afterAll(() => store?.close())

  test.each([
    ['access_rule', 'rule.manage'],
    ['access_request', 'request.decide'],
  ] as const)(
    '%s is seen by whom the table lets %s, of the own board, and by the gate',
    async (table, permission: Permission) => {
      const seen = (actor: Actor) =>
        db.as(actor, async tx => (await tx.selectFrom(table).select('board_id').execute()).map(row => row.board_id))
      for (const person of cast) {
        const allowed = boards.filter(boardId => can(person, permission, { boardId }))
        expect(await seen(person), person.name).toEqual(allowed)
      }
      expect((await seen(gate)).length).toBe(2)
      for (const desk of desks) expect(await seen(desk), desk.kind).toEqual([])
    },
  )

  test('a rule is made and ended by whom the table lets, on the own board, and not by the gate', async () => {
    for (const actor of [...cast, gate, ...desks]) {
      for (const boardId of boards) {
        const allowed = can(actor, 'rule.manage', { boardId })
        const name = actor.kind === 'person' ? actor.name : actor.kind
        const made = await isLet(
          db,
          actor,
          async tx => (await tx.insertInto('access_rule').values(ruleOn(boardId)).execute()).length,
        )
        const ended = await isLet(
          db,
          actor,
          async tx =>
            (
              await tx
                .updateTable('access_rule')
                .set({ ended_at: now })
                .where('board_id', '=', boardId)
                .returning('id')
                .execute()
            ).length,
        )
        expect({ name, made, ended }).toEqual({ name, made: allowed, ended: allowed })
      }
    }
  })

  test('a request is made by the gate alone, and decided by whom the table lets, through the gate where an account is made', async () => {
    for (const actor of [...cast, gate, ...desks]) {
      for (const boardId of boards) {
        const name = actor.kind === 'person' ? actor.name : actor.kind
        const made = await isLet(
          db,
          actor,
          async tx => (await tx.insertInto('access_request').values(requestOn(boardId)).execute()).length,
        )
        const decided = await isLet(
          db,
          actor,
          async tx =>
            (
              await tx
                .updateTable('access_request')
                .set({ outcome: 'refused', decided_at: now })
                .where('board_id', '=', boardId)
                .returning('id')
                .execute()
            ).length,
        )
        const isGate = actor.kind === 'gate'
        expect({ name, made, decided }).toEqual({
          name,
          made: isGate,
          decided: isGate || can(actor, 'request.decide', { boardId }),
        })
      }
    }
  })

  test('a link is seen by its person and made by the gate alone; a sign-in on its way is the gate’s', async () => {
    for (const person of cast) {
      const seen = await db.as(person, tx => tx.selectFrom('provider_link').select('person_id').execute())
      expect(seen, person.name).toEqual([{ person_id: person.id }])
      const link = { id: randomUUID() as LinkId, person_id: person.id, issuer: 'https://other.example', subject: 's' }
      expect(
        await isLet(
          db,
          person,
          async tx =>
            (
              await tx
                .insertInto('provider_link')
                .values({ ...link, linked_at: now })
                .execute()
            ).length,
        ),
      ).toBe(false)
      expect(
        await isLet(
          db,
          person,
          async tx => (await tx.updateTable('provider_link').set({ ended_at: now }).returning('id').execute()).length,
        ),
      ).toBe(false)
      expect(await db.as(person, tx => tx.selectFrom('provider_attempt').select('id').execute())).toEqual([])
    }
    for (const desk of desks) {
      expect(await db.as(desk, tx => tx.selectFrom('provider_link').select('id').execute()), desk.kind).toEqual([])
      expect(await db.as(desk, tx => tx.selectFrom('provider_attempt').select('id').execute()), desk.kind).toEqual([])
    }
    expect(await db.as(gate, tx => tx.selectFrom('provider_attempt').select('id').execute())).toHaveLength(1)
  })

  test('the gate takes back what a rule gave, and nothing that a person gave', async () => {
    const ended = await isLet(
      db,
      gate,
      async tx =>
        (await tx.updateTable('membership').set({ ended_at: now }).where('id', '=', byRule).returning('id').execute())
          .length,
    )
    const other = await isLet(
      db,
      gate,
      async tx =>
        (await tx.updateTable('membership').set({ ended_at: now }).where('id', '=', byHand).returning('id').execute())
          .length,
    )
    expect([ended, other]).toEqual([true, false])
  })
})
