/** The last page before the register: what will be saved, where, and what is still doubtful. */
import { mistakeAt } from '../../core/form-fields.ts'
import { Button, ButtonGroup, DateInput, Form, SummaryList, Textarea, WarningText } from '../../design/index.ts'
import { urls } from '../../urls.ts'
import { type CheckView, valueIn } from './check-view.ts'
import { itemsOf } from './draft.ts'
import { editionDate } from './edition-date.ts'
import { longestTitle } from './forms.ts'
import { meaningWords } from './name-pages.tsx'
import { factsOf } from './review-fact-pages.tsx'
import { dayValues } from './statement-pages.tsx'
import { StandingRadios } from './upload-pages.tsx'

const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`

/** What will be added to the register, in words. */
function addedWords(view: CheckView): string {
  const { draft } = view.read
  const { comparison } = view
  const recommendations = itemsOf(draft, 'recommendation')
  const statements = itemsOf(draft, 'statement')
  if (!comparison) {
    const all = counted(recommendations.length, 'recommendation', 'recommendations')
    return `${all} and ${counted(statements.length, 'statement', 'statements')}`
  }
  const isNew = recommendations.filter(each => comparison.recommendations.get(each.id)?.standing === 'new').length
  const standings = statements.map(each => comparison.statements.get(each.id)?.standing)
  const count = (standing: string) => standings.filter(each => each === standing).length
  const added = counted(count('new'), 'new statement', 'new statements')
  const first = counted(isNew, 'new recommendation', 'new recommendations')
  return `${first}, ${added} and ${count('changed')} changed; ${count('same')} are in the register already`
}

/** The agencies of the directory that a released review would be released to. */
function agencyNames(view: CheckView): readonly string[] {
  const { agencies, groups } = view.directory
  const nameOf = (id: string) => agencies.find(each => each.id === id)?.name ?? []
  const names = view.names.flatMap(({ decided, known }) => {
    const meaning = decided ?? known
    if (meaning?.kind === 'agency') return nameOf(meaning.agencyId)
    if (meaning?.kind === 'new agency') return meaning.name
    if (meaning?.kind === 'new group') return meaning.members.flatMap(nameOf)
    if (meaning?.kind !== 'group') return []
    return groups.find(each => each.id === meaning.groupId)?.members.map(member => member.name) ?? []
  })
  return [...new Set(names)].sort()
}

function Summary({ view }: { readonly view: CheckView }) {
  const { draft } = view.read
  const unplaced = itemsOf(draft, 'passage').filter(each => each.role === 'unplaced').length
  const unknown = view.names.filter(name => !name.decided && !name.known)
  const agencies = agencyNames(view)
  const dismissed = view.findings.filter(each => each.dismissed !== null).length
  const made = view.names.filter(name => name.decided)
  const id = view.found.id
  const rows = [
    { key: 'Document', value: view.found.fileName },
    { key: 'Added to the register', value: addedWords(view) },
    {
      key: 'Still to look at',
      value: doubtWords(view.progress.doubts, unplaced),
      actions: view.progress.doubts > 0 ? [{ href: urls.import(id), text: 'Look at them' }] : [],
    },
    { key: 'Agencies of the board that it asks or that answer', value: agencies.join('; ') || 'None' },
    {
      key: 'Names that are not in the directory',
      value: unknown.length === 0 ? 'None' : `${unknown.map(name => name.name).join('; ')}. They are kept as written.`,
      actions: unknown.length > 0 ? [{ href: urls.importNames(id), text: 'Say who they are' }] : [],
    },
    ...(made.length > 0
      ? [
          {
            key: 'Names that you settled',
            value: made.map(name => `${name.name}: ${meaningWords(view, name)}`).join('; '),
          },
        ]
      : []),
    {
      key: 'Findings',
      value: dismissed > 0 ? `${view.findings.length - dismissed}, and ${dismissed} dismissed` : view.findings.length,
      actions: view.findings.length > 0 ? [{ href: urls.importFindings(id), text: 'Read them' }] : [],
    },
  ]
  return <SummaryList rows={rows} />
}

/** "3 things, 2 of them words that are not placed", and what becomes of those. */
function doubtWords(doubts: number, unplaced: number): string {
  const all = counted(doubts, 'thing', 'things')
  if (doubts === 0) return 'Nothing'
  if (unplaced === 0) return all
  const words =
    doubts === unplaced ? `${all}: words that are not placed` : `${all}, ${unplaced} of them words that are not placed`
  return `${words}. Such words stay in the document and do not come into the register.`
}

/** Asks once more before anything is in the register. */
export function SavingPage({ view }: { readonly view: CheckView }) {
  const { found, mistakes } = view
  const fields = valueIn({ ...view, typed: view.typed }, 'saving', null)
  const isNew = found.reviewId === null
  return (
    <>
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">{found.fileName}</span>
        Save to the register
      </h1>
      <Summary view={view} />
      {itemsOf(view.read.draft, 'recommendation').length === 0 && (
        <WarningText>
          No recommendation was found in this document. If you save it, the register gets a review without one.
        </WarningText>
      )}
      <Form action={urls.importSaving(found.id)} csrf={view.csrf}>
        <input type="hidden" name="change" value="saving" />
        <input type="hidden" name="seen" value={view.read.draft.version} />
        {isNew ? (
          <>
            <Textarea
              name="title"
              label="What the new review is called"
              hint={`At most ${longestTitle} characters.`}
              rows={2}
              value={fields.one('title', factsOf(view)?.title)}
              errorMessage={mistakeAt(mistakes, 'title')}
            />
            <StandingRadios value={fields.one('standing', found.standing)} mistakes={mistakes} />
          </>
        ) : (
          <p class="govuk-body">
            It is saved under the review <b>{found.reviewTitle}</b>. What stands there is not overwritten.
          </p>
        )}
        <DateInput
          id="said-on"
          namePrefix="said-on"
          fieldset={{ legend: 'When was this edition made?' }}
          hint="The statements are dated with it. Leave it empty when it is not known."
          values={dayValues(fields, 'said-on', editionDate(view.read.draft))}
          errorMessage={mistakeAt(mistakes, 'said-on-day')}
        />
        <ButtonGroup>
          <Button preventDoubleClick>Save to the register</Button>
          <a class="govuk-link" href={urls.import(found.id)}>
            Back to the check
          </a>
        </ButtonGroup>
      </Form>
    </>
  )
}
