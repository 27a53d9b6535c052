/** What happened last on a board, as sentences, each with the way to the review that it happened in. */
import type { BoardId, Person } from '../../access/actor.ts'
import type { Tx } from '../../app.ts'
import { type HistoryEntry, Link } from '../../design/index.ts'
import { allSentences } from '../../ledger/sentences.ts'
import { urls } from '../../urls.ts'
import { tellHistory } from '../accounts/index.ts'
import { listLatest } from './latest-queries.ts'

interface Asked {
  readonly boardId: BoardId
  readonly limit: number
}

/** The latest entries of the board's ledger that the person may see, the latest first. */
export async function tellLatest(tx: Tx, person: Person, { boardId, limit }: Asked): Promise<readonly HistoryEntry[]> {
  const sentences = allSentences()
  const entries = await listLatest(tx, boardId, { kinds: Object.keys(sentences), limit })
  return entries.flatMap(({ review, ...entry }) =>
    tellHistory([entry], sentences, person.id).map(told => ({
      ...told,
      sentence: review ? (
        <>
          {told.sentence}: <Link href={urls.review(review.id)}>{review.title}</Link>
        </>
      ) : (
        told.sentence
      ),
    })),
  )
}
