/** The home of a board: what needs attention first, counts that link to what they count, and what happened last. */
import type { PlainDate } from '../../core/plain-date.ts'
import { Button, Heading, History, type HistoryEntry, Link, List, Said } from '../../design/index.ts'
import { urls } from '../../urls.ts'
import type { Board } from '../accounts/index.ts'
import { arrivalWords } from './arrivals.ts'
import { Attention, type AttentionProps } from './attention-pages.tsx'
import { Counts } from './counts-pages.tsx'
import type { BoardCounts } from './counts-queries.ts'
import type { Step } from './first-steps.ts'

export interface BoardProps extends AttentionProps {
  readonly saidCode: string | null
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
      <Said code={props.saidCode} words={arrivalWords} />
      <Heading level={1}>{board.name}</Heading>
      {mayImport && <Button href={urls.newImport(board.slug)}>Import a response</Button>}
      <Attention {...props} isEmpty={isEmpty} />
      {isEmpty && <FirstSteps {...props} />}
      {(!isEmpty || counts.restricted + counts.released > 0) && <Counts {...props} />}
      {latest && latest.length > 0 && <History title="What happened last" entries={latest} />}
      {running.length > 0 && (
        <section class="heed-on-screen" aria-labelledby="running">
          <Heading level={2} id="running">
            Running the board
          </Heading>
          <List items={running.map(({ text, href }) => <Link href={href}>{text}</Link>)} />
        </section>
      )}
    </>
  )
}

/** Who runs the board is told what to do first; others, that there is nothing for them. */
function firstTitle({ mayImport, counts, running, board }: BoardProps): string {
  if (mayImport && counts.restricted + counts.released === 0) return 'Nothing is in the register yet'
  if (running.some(({ href }) => href === urls.settings(board.slug))) return 'What to do first'
  return 'There is nothing in the register that you may see'
}

const FirstSteps = (props: BoardProps) => (
  <>
    <Heading level={2}>{firstTitle(props)}</Heading>
    <List
      spaced
      items={props.steps.map(({ words, link }) => (
        <>
          {words} {link && <Link href={link.href}>{link.text}</Link>}
        </>
      ))}
    />
  </>
)
