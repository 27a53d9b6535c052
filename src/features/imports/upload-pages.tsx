/** The form for uploading, and what is said of files that were not taken. */
import { mistakeAt } from '../../core/form-fields.ts'
import { writeInstant } from '../../core/instants.ts'
import type { Mistake } from '../../core/refusals.ts'
import { Button, Checkboxes, FileUpload, Form, InsetText, List, Radios, Select } from '../../design/index.ts'
import { urls } from '../../urls.ts'
import type { Board } from '../accounts/index.ts'
import type { Review } from '../reviews/index.ts'
import { mostBytes, mostFiles, mostMegabytes, readable, readableWords } from './forms.ts'
import type { Taken } from './upload-commands.ts'

interface Props {
  readonly board: Board
  readonly reviews: readonly Pick<Review, 'id' | 'title' | 'standing'>[]
  readonly csrf: string
  readonly form: URLSearchParams
  readonly mistakes: readonly Mistake[]
  /** What became of the files that were sent just now. */
  readonly taken: readonly Taken[]
}

/** What restricted and released mean, for those who choose. */
const standingHints = {
  restricted: 'Only the review’s panel and the board’s support team see it, less anyone excluded from it.',
  released: 'The agencies that it asks or that answer it see it too, from the moment that it is saved.',
} as const

/** Restricted or released, with what each means. */
export const StandingRadios = ({ value, mistakes }: { value: string; mistakes: readonly Mistake[] }) => (
  <Radios
    name="standing"
    fieldset={{ legend: 'Who may see the new review' }}
    value={value}
    errorMessage={mistakeAt(mistakes, 'standing')}
    items={[
      { value: 'restricted', text: 'Restricted', hint: standingHints.restricted },
      { value: 'released', text: 'Released', hint: standingHints.released },
    ]}
  />
)

export function UploadPage({ board, reviews, csrf, form, mistakes, taken }: Props) {
  const endings = Object.keys(readable).map(ending => `.${ending}`)
  const refusals = mistakes.filter(({ field }) => field === 'files')
  const isAgain = taken.some(each => 'earlier' in each && each.earlier)
  return (
    <>
      <h1 class="govuk-heading-l">Import documents</h1>
      <TakenFiles taken={taken} />
      <p class="govuk-body">
        Heed reads a published response, action plan or report, and finds its recommendations and who said what to them.
        You check what it understood beside the source. Nothing is in the register until you save it.
      </p>
      <Form action={urls.newImport(board.slug)} csrf={csrf} multipart>
        <FileUpload
          name="files"
          label="Documents"
          multiple
          chooseText="Choose files"
          dropText="or drop them here"
          javascript
          accept={endings.join(',')}
          attributes={{ 'data-most-bytes': mostBytes }}
          hint={`${readableWords}. At most ${mostMegabytes} MB each, ${mostFiles} at a time.`}
          errorMessage={refusals.length > 0 ? refusals.map(({ message }) => message).join('. ') : undefined}
        />
        {reviews.length > 0 && (
          <Select
            name="review"
            label="Review that they are for"
            hint="For a later edition of a response that is in the register, choose its review."
            items={[
              { value: 'new', text: 'A new review' },
              ...reviews.map(review => ({ value: review.id, text: `${review.title} (${review.standing})` })),
            ]}
            value={form.get('review') ?? 'new'}
            errorMessage={mistakeAt(mistakes, 'review')}
          />
        )}
        <StandingRadios value={form.get('standing') ?? 'restricted'} mistakes={mistakes} />
        {isAgain && (
          <Checkboxes
            name="again"
            items={[{ value: 'yes', text: 'Take it though it was uploaded before (choose the file again above)' }]}
          />
        )}
        <Button preventDoubleClick>Upload</Button>
      </Form>
    </>
  )
}

/**
 * What was taken of several files when some were not, and where an earlier upload of the same bytes stands. The
 * mistakes tell why the others were not taken.
 */
function TakenFiles({ taken }: { readonly taken: readonly Taken[] }) {
  const lines = taken.flatMap(file => {
    if ('importId' in file) {
      return (
        <>
          {file.fileName} was taken.{' '}
          <a class="govuk-link" href={urls.import(file.importId)}>
            See its reading<span class="govuk-visually-hidden">: {file.fileName}</span>
          </a>
        </>
      )
    }
    const { earlier, fileName } = file
    if (!earlier) return []
    return (
      <>
        {fileName} was uploaded on {writeInstant(earlier.uploadedAt)}
        {earlier.byName && ` by ${earlier.byName}`}, as {earlier.fileName}.{' '}
        <a class="govuk-link" href={urls.import(earlier.importId)}>
          Go to that import<span class="govuk-visually-hidden">: {earlier.fileName}</span>
        </a>
      </>
    )
  })
  if (lines.length === 0) return null
  return (
    <InsetText>
      <List items={lines} spaced />
    </InsetText>
  )
}
