/** Two people changed the same thing: both versions, and the choice between them. */
import { writeDate } from '../../core/plain-date.ts'
import { Button, ButtonGroup, Form } from '../../design/index.ts'
import { urls } from '../../urls.ts'
import type { Conflict } from './check-commands.ts'
import type { Draft, Item, StatementItem } from './draft.ts'
import type { Import } from './import-queries.ts'

interface Props {
  readonly found: Import
  readonly draft: Draft
  readonly conflict: Conflict
  readonly csrf: string
  /** The change as it was sent, to be sent again. */
  readonly form: URLSearchParams
}

/** "by summer 2026 (1 June 2026 to 31 August 2026)". */
function dueWords({ asWritten, from, to }: NonNullable<StatementItem['due']>): string {
  const days = [...new Set([from, to])].flatMap(day => (day ? writeDate(day) : []))
  return [asWritten, days.length > 0 && `(${days.join(' to ')})`].filter(Boolean).join(' ')
}

/** An item as people compare it: each field that can differ. */
function linesOf(item: Item | null, draft: Draft): readonly (readonly [string, string])[] {
  if (!item) return [['', 'It would stand here no more']]
  switch (item.kind) {
    case 'recommendation':
      return [
        ['Number', item.number ?? 'none'],
        ['Words', item.text],
        ['Put to', item.addressees.join('; ') || 'nobody'],
      ]
    case 'statement':
      return [
        ['Words', item.text],
        ['Says', item.agency || 'cannot be told'],
        ['Act', item.act],
        ['Due', item.due ? dueWords(item.due) : 'no date'],
        ['Takes up', answersOf(item.answers, draft)],
        ['Owner', item.owner ?? 'none'],
        ['Looked at', item.seen ? 'yes' : 'no'],
      ]
    case 'part':
      return [['Words', item.text]]
    case 'passage':
      return [
        ['Words', item.text],
        ['Role', item.role],
      ]
    case 'name':
      return [
        [
          item.name,
          item.meaning
            ? [item.meaning.kind, 'name' in item.meaning ? item.meaning.name : ''].join(' ')
            : 'as the directory says',
        ],
      ]
    case 'finding':
      return [['Dismissed', item.dismissed ?? 'no']]
    case 'review':
      return Object.entries(item.facts).map(([name, value]) => [name, value ?? 'not known'] as const)
  }
}

function answersOf(answers: readonly string[] | null, draft: Draft): string {
  if (answers === null) return 'cannot be told'
  if (answers.length === 0) return 'the whole'
  return answers
    .map(id => (draft.items[id]?.kind === 'part' ? (draft.items[id] as { text: string }).text : ''))
    .join('; ')
}

const Version = ({ title, lines }: { title: string; lines: readonly (readonly [string, string])[] }) => (
  <div class="heed-check-finding">
    <h2 class="govuk-heading-s">{title}</h2>
    {lines.map(([name, value]) => (
      <p class="govuk-body">
        {name && <b>{name}: </b>}
        {value}
      </p>
    ))}
  </div>
)

/** Shows both, and lets the person choose. Nothing was changed. */
export function ConflictPage({ found, draft, conflict, csrf, form }: Props) {
  const again = [...form].filter(([name]) => name !== 'csrf' && name !== 'seen')
  return (
    <>
      <h1 class="govuk-heading-l">Somebody else changed this meanwhile</h1>
      <p class="govuk-body">
        Another person who checks this document changed it after your page was shown. Your change is not made yet, and
        is kept on this page. Choose which of the two is to stand.
      </p>
      {conflict.both.map(({ now, mine }) => (
        <div class="heed-check-both">
          <Version title="As it stands now" lines={linesOf(now, draft)} />
          <Version title="As you would have it" lines={linesOf(mine, draft)} />
        </div>
      ))}
      <Form action={urls.importChanges(found.id)} csrf={csrf}>
        {again.map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <input type="hidden" name="seen" value={conflict.version} />
        <ButtonGroup>
          <Button>Use mine</Button>
          <a class="govuk-link" href={`${urls.import(found.id)}?page=${Number(form.get('page')) || 1}`}>
            Keep it as it stands now
          </a>
        </ButtonGroup>
      </Form>
    </>
  )
}
