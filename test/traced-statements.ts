/** Listens to the statements that a store is asked to run, for the tests of how many a page or an act takes. */
import type { Kysely, KyselyPlugin, RootOperationNode } from 'kysely'
import type { Schema } from '../src/store/schema.ts'

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
      return heard
    },
  }
}
