/** What the outside world is to those who take something out of the house. */
import type { Readable } from 'node:stream'
import type { Transaction } from 'kysely'
import type { BoardId } from './access/actor.ts'
import type { Schema } from './store/schema.ts'

export interface Workbooks {
  /** An xlsx file with one sheet; the first row heads the columns. */
  write(sheet: string, rows: readonly (readonly string[])[]): Promise<Uint8Array>
}

/** What an export says of the board that it is of. */
export interface Exporting {
  readonly boardId: BoardId
  readonly boardName: string
  /** The protective marking of what is restricted; empty where the board has none. */
  readonly marking: string
  readonly madeAt: Date
  /** The name of the person whose sight it keeps to; null when it is whole. */
  readonly seenBy: string | null
}

export interface BoardArchives {
  /**
   * A zip archive of what the acting person may see of the board, to be read once. It is made when this returns, so
   * that a slow reader holds no transaction, and nothing of it stays when it was read or given up.
   */
  make(tx: Transaction<Schema>, exporting: Exporting): Promise<Readable>
}
