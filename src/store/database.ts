import { AsyncLocalStorage } from 'node:async_hooks'
import { type Kysely, sql } from 'kysely'
import type { Actor } from '../access/actor.ts'
import type { Database, Tx } from '../app.ts'
import type { Schema } from './schema.ts'

/**
 * Units of work over a connection. Each runs as `heed_app`, which owns nothing, with the acting person and the person's
 * posts set for the transaction only, so that row-level security guards every statement in it.
 * A unit of work inside another is refused: on the embedded database it would wait for itself.
 */
export function unitsOfWork(kind: Database['kind'], db: Kysely<Schema>): Database {
  const busy = new AsyncLocalStorage<true>()
  return {
    kind,
    as(actor, work, { sees } = {}) {
      if (busy.getStore()) throw new Error('a unit of work was asked for inside another')
      return busy.run(true, () =>
        db.transaction().execute(async tx => {
          // Before anything is asked, or the database refuses it.
          if (sees) await sql`set transaction isolation level repeatable read, read only`.execute(tx)
          await takeStanding(tx, actor)
          return work(tx)
        }),
      )
    },
  }
}

async function takeStanding(tx: Tx, actor: Actor): Promise<void> {
  const person = actor.kind === 'person' ? actor.id : ''
  const standing = 'posts' in actor ? JSON.stringify(actor.posts) : '[]'
  await sql`set local role heed_app`.execute(tx)
  await sql`select set_config('heed.acting', ${actor.kind}, true), set_config('heed.person', ${person}, true),
    set_config('heed.standing', ${standing}, true)`.execute(tx)
}
