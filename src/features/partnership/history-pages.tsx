/** What happened to the board, its people, its agencies and its groups. */
import { EmptyState, Heading, History, type HistoryEntry, ListSentence, Paragraph } from '../../design/index.ts'
import { urls } from '../../urls.ts'
import { type Board, PageLinks, Reading } from '../accounts/index.ts'

interface Props {
  readonly board: Board
  readonly entries: readonly HistoryEntry[]
  /** Over all pages. */
  readonly total: number
  readonly page: number
}

export const BoardHistoryPage = ({ board, entries, total, page }: Props) => (
  <Reading>
    <Heading level={1} caption={board.name}>
      History of the board
    </Heading>
    <Paragraph>
      The settings of the board, its people, its agencies and its groups, and who was refused what. What happened to a
      review stands on the page of the review.
    </Paragraph>
    {entries.length === 0 ? (
      <EmptyState
        title={total === 0 ? 'Nothing has happened yet' : 'This page of the history is empty'}
        {...(total === 0 ? {} : { action: { href: urls.boardHistory(board.slug), text: 'See the latest' } })}
      />
    ) : (
      <>
        <ListSentence>
          {total} {total === 1 ? 'entry' : 'entries'}, the latest first
        </ListSentence>
        <History title="What happened" entries={entries} />
        <PageLinks page={page} total={total} href={number => `${urls.boardHistory(board.slug)}?page=${number}`} />
      </>
    )}
  </Reading>
)
