import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { fromKysely } from 'pg-boss'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { auditor, type BoardId, gate, type PersonId, type SessionId, setup } from '../../src/access/actor.ts'
import type { Database } from '../../src/app.ts'
import { migrationsFolder } from '../../src/config.ts'
import { record, verify } from '../../src/ledger/ledger.ts'
import { unitsOfWork } from '../../src/store/database.ts'
import { listMigrations, migrate } from '../../src/store/migrations.ts'
import { engines, isServerMissing } from '../engines.ts'
import { traced } from '../traced-statements.ts'

if (isServerMissing)
  test.skip('the PostgreSQL server keeps the promises too, and the parts of the product stand on it: skipped, for TEST_DATABASE_URL is not set', () =>
    undefined)

const chanceAndClock = {
  chance: { id: <Id extends string>() => randomUUID() as string as Id, token: () => randomUUID() },
  clock: { now: () => new Date('2026-11-22T12:00:00Z'), today: () => '2026-11-22' as never },
}

const newBoard = (name = 'A board') => ({
  id: randomUUID() as BoardId,
  slug: `b-${randomUUID().slice(0, 8)}`,
  name,
  short_name: 'B',
  marking: '',
  second_factor_required: false,
  created_at: new Date('2026-11-22T12:00:00Z'),
})

describe.each(engines)('the store on the $name', engine => {
  let store: Awaited<ReturnType<typeof engine.open>>
  let db: Database
  beforeAll(async () => {
    store = await engine.open(['contract'])
    db = unitsOfWork(store.kind, store.db)
  })
  afterAll(() => store?.close())

  test('every table but those of the store itself has forced row-level security', async () => {
    const { rows } = await sql<{
      name: string
    }>`select relname as name from pg_class c join pg_namespace n on n.oid = relnamespace
      where n.nspname = 'public' and relkind = 'r' and not (relrowsecurity and relforcerowsecurity) and relname <> 'migration'`.execute(
      store.db,
    )
    expect(rows).toEqual([])
  })

  test('no view and no function lends rights that are not the asker’s own, or keeps what another asker was told', async () => {
    const { rows } = await sql<{ name: string }>`select relname as name from pg_class c
        where relnamespace = 'public'::regnamespace and relkind in ('v', 'm')
          and not coalesce(reloptions, '{}') && array['security_invoker=true', 'security_invoker=on']
      union all select proname from pg_proc where pronamespace = 'public'::regnamespace
        and (prosecdef or provolatile = 'i')`.execute(store.db)
    expect(rows).toEqual([])
  })

  test('a unit of work runs as a role that owns nothing, and leaves nothing of its standing behind', async () => {
    const during = await db.as(gate, tx =>
      sql<{ role: string; acting: string }>`select current_user as role, acting_as() as acting`.execute(tx),
    )
    expect(during.rows).toEqual([{ role: 'heed_app', acting: 'gate' }])
    const after = await sql<{ acting: string }>`select acting_as() as acting`.execute(store.db)
    expect(after.rows).toEqual([{ acting: 'nobody' }])
  })

  test('a unit of work inside another is refused, not left waiting', async () => {
    await expect(db.as(gate, () => db.as(gate, async () => 1))).rejects.toThrow('inside another')
  })

  test('what a unit of work that fails has written is gone', async () => {
    const board = newBoard()
    const failing = db.as(setup, async tx => {
      await tx.insertInto('board').values(board).execute()
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(await db.as(setup, tx => tx.selectFrom('board').where('id', '=', board.id).selectAll().execute())).toEqual(
      [],
    )
  })

  test('dates come back as text, instants as dates, bytes as bytes and counts as numbers', async () => {
    const { rows } = await sql`select date '2024-02-29' as day, timestamptz '2024-02-29 10:00:00.5+01' as at,
      '\\x00ff'::bytea as bytes, count(*) as count, 1.5::numeric as share, array[1, 2] as list, '{"a": [1]}'::jsonb as json
      from pg_class where false`.execute(store.db)
    expect(rows).toEqual([
      {
        day: '2024-02-29',
        at: new Date('2024-02-29T09:00:00.500Z'),
        bytes: Buffer.from([0, 255]),
        count: 0,
        share: 1.5,
        list: [1, 2],
        json: { a: [1] },
      },
    ])
  })

  test('a job is queued with the act that asks for it, and gone when the act fails', async () => {
    const queue = (work: 'holds' | 'fails') =>
      db.as(setup, async tx => {
        await store.boss.send('contract', { work }, { db: fromKysely(tx) })
        if (work === 'fails') throw new Error('no')
      })
    await queue('holds')
    await expect(queue('fails')).rejects.toThrow('no')
    const jobs = await store.boss.fetch<{ work: string }>('contract', { batchSize: 10 })
    expect(jobs.map(job => job.data.work)).toEqual(['holds'])
  })

  test('the migrations are applied once, and an edited one is refused', async () => {
    const migrations = await listMigrations(migrationsFolder)
    expect(await migrate(store.owner, migrations)).toEqual([])
    const edited = migrations.map((m, i) => (i === 0 ? { ...m, text: `${m.text} ` } : m))
    await expect(migrate(store.owner, edited)).rejects.toThrow('was edited')
  })

  describe('the ledger', () => {
    const entryOf = (board: BoardId) => ({
      kind: 'board.made',
      thing: 'board',
      thingId: board,
      boardId: board,
      facts: { b: 2, a: 'x' },
    })
    const makeBoard = async () => {
      const board = newBoard()
      await db.as(setup, async tx => {
        await tx.insertInto('board').values(board).execute()
        for (let i = 0; i < 3; i++) await record(chanceAndClock, tx, setup, [entryOf(board.id)])
      })
      return board
    }

    test('is a chain that verifies', async () => {
      await makeBoard()
      const verdict = await db.as(auditor, verify)
      expect(verdict.broken).toEqual([])
      expect(verdict.entries).toBeGreaterThanOrEqual(3)
    })

    test('takes as many statements for four hundred entries as for one', async () => {
      const board = newBoard()
      await db.as(setup, tx => tx.insertInto('board').values(board).execute())
      const listened = traced(store.db)
      const heard = (count: number) => {
        const entries = Array.from({ length: count }, () => entryOf(board.id))
        const work = unitsOfWork(store.kind, listened.db)
        return listened.during(() => work.as(setup, tx => record(chanceAndClock, tx, setup, entries)))
      }
      const [one, many] = [await heard(1), await heard(400)]
      expect(one.filter(text => text.includes('ledger_entry'))).toHaveLength(1)
      expect(many).toHaveLength(one.length)
      expect((await db.as(auditor, verify)).broken).toEqual([])
    })

    test('keeps each chain whole when many write at once, in several chains and in any order, in more than one statement', async () => {
      const boards = [newBoard(), newBoard()]
      await db.as(setup, tx => tx.insertInto('board').values(boards).execute())
      const entries = boards.flatMap(({ id }) => Array.from({ length: 301 }, () => entryOf(id)))
      const before = (await db.as(auditor, verify)).entries
      const write = (turn: number) =>
        db.as(setup, tx => record(chanceAndClock, tx, setup, turn % 2 ? entries : entries.toReversed()))
      await Promise.all(Array.from({ length: 8 }, (_, turn) => write(turn)))
      await db.as(setup, tx =>
        record(
          chanceAndClock,
          tx,
          setup,
          Array.from({ length: 1001 }, () => entryOf(boards[0]?.id as BoardId)),
        ),
      )
      const verdict = await db.as(auditor, verify)
      expect(verdict.broken).toEqual([])
      expect(verdict.entries - before).toBe(8 * 602 + 1001)
    })

    test('refuses to have an entry changed or removed, even by its owner', async () => {
      const board = await makeBoard()
      for (const act of [
        sql`update ledger_entry set kind = 'x' where board_id = ${board.id}`,
        sql`delete from ledger_entry where board_id = ${board.id}`,
      ]) {
        await expect(db.as(setup, tx => act.execute(tx))).rejects.toMatchObject({ code: '42501' })
        await expect(act.execute(store.owner)).rejects.toMatchObject({ code: 'HD001' })
      }
    })

    test('takes no words: a long fact is refused and the act with it', async () => {
      const board = newBoard()
      const act = db.as(setup, async tx => {
        await tx.insertInto('board').values(board).execute()
        await record(chanceAndClock, tx, setup, [{ ...entryOf(board.id), facts: { words: 'x'.repeat(200) } }])
      })
      await expect(act).rejects.toThrow('too long')
      expect(await db.as(setup, tx => tx.selectFrom('board').where('id', '=', board.id).selectAll().execute())).toEqual(
        [],
      )
    })

    test('acts at the same time make one chain without a gap', async () => {
      const board = await makeBoard()
      await Promise.all(
        Array.from({ length: 12 }, () => db.as(setup, tx => record(chanceAndClock, tx, setup, [entryOf(board.id)]))),
      )
      const head = await db.as(auditor, tx =>
        tx.selectFrom('ledger_head').selectAll().where('chain', '=', board.id).executeTakeFirstOrThrow(),
      )
      expect(head.length).toBe(15)
      expect((await db.as(auditor, verify)).broken).toEqual([])
    })

    test('a row that was changed by hand is found, and where', async () => {
      const board = await makeBoard()
      await sql`alter table ledger_entry disable trigger ledger_entry_is_append_only`.execute(store.owner)
      await sql`update ledger_entry set kind = 'board.sold' where chain = ${board.id} and position = 2`.execute(
        store.owner,
      )
      expect((await db.as(auditor, verify)).broken).toEqual([{ chain: board.id, position: 2 }])
      await sql`update ledger_entry set kind = 'board.made' where chain = ${board.id} and position = 2`.execute(
        store.owner,
      )
      await sql`alter table ledger_entry enable trigger ledger_entry_is_append_only`.execute(store.owner)
      expect((await db.as(auditor, verify)).broken).toEqual([])
    })
  })

  test('somebody who acts as nobody in particular sees no board, no person and no entry', async () => {
    const stranger = {
      kind: 'person',
      id: randomUUID() as PersonId,
      name: 'S',
      sessionId: randomUUID() as SessionId,
      posts: [],
    } as const
    await db.as(setup, tx => tx.insertInto('board').values(newBoard()).execute())
    for (const table of [
      'board',
      'person',
      'membership',
      'ledger_entry',
      'review',
      'import',
      'stored_file',
      'statement',
    ] as const) {
      expect(await db.as(stranger, tx => tx.selectFrom(table).selectAll().execute())).toEqual([])
    }
  })
})
