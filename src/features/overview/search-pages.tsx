import { mistakeAt } from '../../core/form-fields.ts'
import type { Mistake } from '../../core/refusals.ts'
import {
  Button,
  EmptyState,
  Form,
  Heading,
  Input,
  Link,
  ListSentence,
  Marked,
  Select,
  writeNumber,
} from '../../design/index.ts'
import { urls } from '../../urls.ts'
import { type Board, Reading } from '../accounts/index.ts'
import { closing, countedUpTo, excerpt, longestSearch, opening, type Search, shownAtMost, unmark } from './search.ts'
import type { Hit, SearchResult } from './search-queries.ts'

export interface SearchProps {
  readonly csrf: string
  readonly boards: readonly Board[]
  readonly search: Search
  readonly mistakes: readonly Mistake[]
  /** Null before anything was searched. */
  readonly found: SearchResult | null
}

export const SearchPage = ({ csrf, boards, search, mistakes, found }: SearchProps) => (
  <Reading>
    <Heading level={1}>Search the register</Heading>
    <Form action={urls.search()} csrf={csrf}>
      <Input
        id="words"
        name="words"
        label="Words"
        hint={`Whole words, in any form; a phrase in quotation marks; a word after a minus sign is left out. At most ${longestSearch} characters.`}
        value={search.words}
        errorMessage={mistakeAt(mistakes, 'words')}
      />
      {boards.length > 1 && (
        <Select
          id="board"
          name="board"
          label="Board"
          items={[{ text: 'All your boards', value: '' }, ...boards.map(({ id, name }) => ({ value: id, text: name }))]}
          value={search.boardId}
        />
      )}
      <Button>Search</Button>
    </Form>
    {found && <Found found={found} isOneBoard={boards.length < 2 || search.boardId !== null} />}
  </Reading>
)

interface FoundProps {
  readonly found: SearchResult
  /** Whether all of it is of one board, which then need not be said with each. */
  readonly isOneBoard: boolean
}

function Found({ found: { hits, total, isSearchable }, isOneBoard }: FoundProps) {
  if (!isSearchable) {
    return (
      <EmptyState title="These words stand in nearly every text">
        Words such as “the” and “will” are not searched for by themselves. Add a word that says what you look for.
      </EmptyState>
    )
  }
  if (hits.length === 0) {
    return (
      <EmptyState title="Nothing in the register that you may see holds these words">
        Try fewer words, or another form of them. Recommendations, their parts and what was said to them are searched.
      </EmptyState>
    )
  }
  const count = total > countedUpTo ? `More than ${writeNumber(countedUpTo)}` : writeNumber(total)
  return (
    <>
      <Heading level={2}>What was found</Heading>
      <ListSentence>
        {count} {total === 1 ? 'place' : 'places'}, the best first{total > shownAtMost ? `, ${shownAtMost} shown` : ''}
      </ListSentence>
      <ol class="govuk-list govuk-list--spaced">
        {hits.map(hit => (
          <li>
            <HitPlace hit={hit} isOneBoard={isOneBoard} />
          </li>
        ))}
      </ol>
    </>
  )
}

const kinds = { recommendation: 'Asked', part: 'Asked, a part', statement: 'Said' } as const

function HitPlace({ hit, isOneBoard }: { readonly hit: Hit; readonly isOneBoard: boolean }) {
  const { text, spans } = excerpt(unmark(hit.marked, [opening, closing]))
  const anchor = hit.kind === 'statement' ? `#statement-${hit.id}` : ''
  return (
    <>
      <Heading level={3} classes="govuk-!-margin-bottom-1">
        <Link href={`${urls.recommendation(hit.recommendationId)}${anchor}`}>
          {hit.number ? `Recommendation ${hit.number}` : 'A recommendation'}, {hit.reviewTitle}
        </Link>
      </Heading>
      <p class="govuk-hint govuk-!-margin-top-0 govuk-!-margin-bottom-1">
        {[kinds[hit.kind], hit.agency, !isOneBoard && hit.boardName].filter(Boolean).join(' · ')}
      </p>
      <p class="govuk-body">
        <Marked text={text} marks={spans} />
      </p>
    </>
  )
}
