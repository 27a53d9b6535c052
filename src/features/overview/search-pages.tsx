import { mistakeAt } from '../../core/form-fields.ts'
import type { Mistake } from '../../core/refusals.ts'
import { Button, EmptyState, Form, Heading, Input, Link, ListSentence, Marked, Select } from '../../design/index.ts'
import { urls } from '../../urls.ts'
import type { Board } from '../accounts/index.ts'
import { closing, countedUpTo, longestSearch, opening, type Search, shownAtMost, unmark } from './search.ts'
import type { Hit } from './search-queries.ts'

export interface SearchProps {
  readonly csrf: string
  readonly boards: readonly Board[]
  readonly search: Search
  readonly mistakes: readonly Mistake[]
  /** Null before anything was searched. */
  readonly found: { readonly hits: readonly Hit[]; readonly total: number } | null
}

export const SearchPage = (props: SearchProps) => (
  <>
    <Heading level={1}>Search the register</Heading>
    <Form action={urls.search()} csrf={props.csrf}>
      <Input
        id="words"
        name="words"
        label="Words"
        hint={`Whole words, in any form; a phrase in quotation marks; a word after a minus sign is left out. At most ${longestSearch} characters.`}
        value={props.search.words}
        errorMessage={mistakeAt(props.mistakes, 'words')}
      />
      {props.boards.length > 1 && (
        <Select
          id="board"
          name="board"
          label="Board"
          items={[
            { text: 'All your boards', value: '' },
            ...props.boards.map(({ id, name }) => ({ value: id, text: name })),
          ]}
          value={props.search.boardId}
        />
      )}
      <Button>Search</Button>
    </Form>
    {props.found && <Found found={props.found} />}
  </>
)

function Found({ found: { hits, total } }: { readonly found: NonNullable<SearchProps['found']> }) {
  if (hits.length === 0) {
    return (
      <EmptyState title="Nothing in the register that you may see holds these words">
        Try fewer words, or another form of them. Recommendations, their parts and what was said to them are searched.
      </EmptyState>
    )
  }
  const count = total > countedUpTo ? `More than ${countedUpTo}` : String(total)
  return (
    <>
      <ListSentence>
        {count} {total === 1 ? 'place' : 'places'}, the best first{total > shownAtMost ? `, ${shownAtMost} shown` : ''}
      </ListSentence>
      <ol class="govuk-list heed-hits">
        {hits.map(hit => (
          <li>
            <HitPlace hit={hit} />
          </li>
        ))}
      </ol>
    </>
  )
}

const kinds = { recommendation: 'Asked', part: 'Asked, a part', statement: 'Said' } as const

function HitPlace({ hit }: { readonly hit: Hit }) {
  const { text, spans } = unmark(hit.marked, [opening, closing])
  const anchor = hit.kind === 'statement' ? `#statement-${hit.id}` : ''
  return (
    <>
      <h2 class="govuk-heading-s govuk-!-margin-bottom-1">
        <Link href={`${urls.recommendation(hit.recommendationId)}${anchor}`}>
          {hit.number ? `Recommendation ${hit.number}` : 'A recommendation'}, {hit.reviewTitle}
        </Link>
      </h2>
      <p class="govuk-hint govuk-!-margin-bottom-1">
        {[kinds[hit.kind], hit.agency, hit.boardName].filter(Boolean).join(' · ')}
      </p>
      <p class="govuk-body">
        <Marked text={text} marks={spans} />
      </p>
    </>
  )
}
