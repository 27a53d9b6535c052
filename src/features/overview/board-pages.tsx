/** The home of a board: what needs attention first, counts that link to what they count, and what happened last. */
import type { PlainDate } from '../../core/plain-date.ts'
import { Button, Heading, History, type HistoryEntry, Link, List } from '../../design/index.ts'
import { urls } from '../../urls.ts'
import type { Board } from '../accounts/index.ts'
import { Attention, type AttentionProps } from './attention-pages.tsx'
import { Counts } from './counts-pages.tsx'
import type { BoardCounts } from './counts-queries.ts'
import type { Step } from './first-steps.ts'

export interface BoardProps extends AttentionProps {
  readonly board: Board
  readonly counts: BoardCounts
  /** How often reviews rely on an edition that is superseded or withdrawn today. */
  readonly staleCitations: number
  readonly mayImport: boolean
  readonly today: PlainDate
  /** What the person can do while the register shows nothing. */
  readonly steps: readonly Step[]
  /** Null for who may not see it. */
  readonly latest: readonly HistoryEntry[] | null
  /** What is there to run the board with, for whoever may. */
  readonly running: readonly { readonly text: string; readonly href: string }[]
}

export const BoardPage = (props: BoardProps) => {
  const { board, counts, mayImport, running, latest } = props
  const isEmpty = counts.recommendations === 0
  return (
    <>
      <Heading level={1}>{board.name}</Heading>
      {mayImport && <Button href={urls.newImport(board.slug)}>Import a response</Button>}
      <Attention {...props} isEmpty={isEmpty} />
      {isEmpty && <FirstSteps {...props} />}
      {(!isEmpty || counts.restricted + counts.released > 0) && <Counts {...props} />}
      {latest && latest.length > 0 && <History title="What happened last" entries={latest} />}
      {running.length > 0 && (
        <>
          <Heading level={2}>Running the board</Heading>
          <List items={running.map(({ text, href }) => <Link href={href}>{text}</Link>)} />
        </>
      )}
    </>
  )
}

const FirstSteps = ({ mayImport, steps, counts }: BoardProps) => (
  <>
    <Heading level={2}>
      {mayImport && counts.restricted + counts.released === 0
        ? 'Nothing is in the register yet'
        : 'There is nothing in the register that you may see'}
    </Heading>
    <List
      spaced
      items={steps.map(({ words, link }) => (
        <>
          {words} {link && <Link href={link.href}>{link.text}</Link>}
        </>
      ))}
    />
  </>
)
