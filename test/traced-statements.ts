/** Listens to the statements that a store is asked to run, for the tests of how many a page or an act takes. */
import type { Kysely, KyselyPlugin, RootOperationNode } from 'kysely'
import { buildWeb } from '../src/house.ts'
import { unitsOfWork } from '../src/store/database.ts'
import type { Schema } from '../src/store/schema.ts'
import type { House } from './world.ts'

export interface Traced {
  /** The same database, listened to. */
  readonly db: Kysely<Schema>
  /** Runs the work and gives the texts of the statements it ran, in their order. */
  during(work: () => Promise<unknown>): Promise<readonly string[]>
}

/** The database, listened to from here on. Works that overlap hear each other. */
export function traced(db: Kysely<Schema>): Traced {
  let heard: string[] = []
  const texts = new WeakMap<object, string>()
  const listener: KyselyPlugin = {
    transformQuery({ node, queryId }) {
      texts.set(queryId, db.getExecutor().compileQuery(node as RootOperationNode, queryId).sql)
      return node
    },
    // What is only a piece of another statement passes the first as well, and has no result.
    async transformResult({ queryId, result }) {
      heard.push(texts.get(queryId) ?? '')
      return result
    },
  }
  return {
    db: db.withPlugin(listener),
    async during(work) {
      heard = []
      await work()
      return [...heard]
    },
  }
}

/** A house whose visits can be listened to. */
export type Overheard = House & {
  /** What the work gives, and the texts of the statements that it ran. */
  overhear<T>(work: () => Promise<T>): Promise<readonly [T, readonly string[]]>
}

/** The house over again, its store listened to. */
export async function overheard(shared: House): Promise<Overheard> {
  const listener = traced(shared.owner)
  const app = { ...shared.app, db: unitsOfWork(shared.store.kind, listener.db) }
  const web = await buildWeb(app, { paces: { every: 1e6, 'sign-in': 1e6, search: 1e6, upload: 1e6 } })
  return {
    ...shared,
    app,
    web,
    async overhear(work) {
      const answers: Awaited<ReturnType<typeof work>>[] = []
      const heard = await listener.during(async () => answers.push(await work()))
      return [answers[0] as Awaited<ReturnType<typeof work>>, heard]
    },
  }
}
