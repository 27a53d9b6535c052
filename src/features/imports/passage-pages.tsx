/** Words that stand nowhere yet, and those that are no recommendation, part or statement. */
import { mistakeAt } from '../../core/form-fields.ts'
import { Button, Details, Input, Joined, Radios, Select, Tag } from '../../design/index.ts'
import { type CheckView, valueIn } from './check-view.ts'
import { heldSpans, type ItemId, itemsOf, type PassageItem, type PassageRole } from './draft.ts'
import {
  ActSelect,
  AgencyRadios,
  ChangeForm,
  closedHref,
  KeepOrClose,
  OpenLink,
  RecommendationSelect,
  shortened,
} from './form-parts.tsx'
import { freeWithin, sourceText, wordsOfSpans } from './spans.ts'
import { Doubts, NumberLink, PiecesField } from './statement-pages.tsx'

const roleWords: Readonly<Record<PassageRole, string>> = {
  unplaced: 'Not placed',
  'front matter': 'Front matter',
  'lead-in': 'Lead-in',
  background: 'Background',
}

interface PassageProps {
  readonly view: CheckView
  readonly passage: PassageItem
}

/** One passage, or its forms when it is open. */
function PassageCard({ view, passage }: PassageProps) {
  const { id, role, text } = passage
  return (
    <Joined id={id} doubtful={role === 'unplaced'}>
      <div class="heed-check-line">
        {role === 'unplaced' && <NumberLink view={view} id={id} />}
        <Tag classes={role === 'unplaced' ? 'govuk-tag--orange' : 'govuk-tag--grey'}>{roleWords[role]}</Tag>
        <OpenLink
          view={view}
          id={id}
          text={role === 'unplaced' ? 'Place' : 'Change'}
          about={`“${shortened(text, 40)}”`}
        />
      </div>
      <p class="heed-check-words">{text}</p>
      <Doubts view={view} id={id} />
      {view.open === id && <PassageForms view={view} passage={passage} />}
    </Joined>
  )
}

function PassageForms({ view, passage }: PassageProps) {
  return (
    <div class="heed-check-forms">
      <PlaceForm view={view} passage={passage} />
      <ChangeForm view={view} change="passage.split" item={passage.id}>
        <PiecesField view={view} change="passage.split" item={passage} />
        <Button classes="govuk-button--secondary">Split</Button>
      </ChangeForm>
    </div>
  )
}

function PlaceForm({ view, passage }: PassageProps) {
  const change = 'passage.place'
  const fields = valueIn(view, change, passage)
  const shared = { view, change, item: passage } as const
  const near = nearestRecommendation(view, passage)
  const items = [
    near && { value: 'statement', text: 'A statement of an agency' },
    near && { value: 'part', text: 'A part of a recommendation' },
    near && { value: 'more of a recommendation', text: 'More words of a recommendation' },
    { value: 'new recommendation', text: 'A recommendation of its own' },
    { value: 'front matter', text: 'Front matter: title, method, dates' },
    { value: 'lead-in', text: 'A lead-in to several recommendations' },
    { value: 'background', text: 'Background that need not be in the register' },
    { value: 'unplaced', text: 'Not placed: decide later' },
  ]
  return (
    <ChangeForm view={view} change={change} item={passage.id}>
      <Radios
        name="as"
        fieldset={{ legend: 'What are these words?' }}
        value={fields.one('as', passage.role === 'unplaced' ? (near ? 'statement' : 'background') : passage.role)}
        errorMessage={mistakeAt(view.mistakes, 'as')}
        classes="govuk-radios--small"
        items={items}
      />
      {near && (
        <>
          <RecommendationSelect {...shared} value={near} />
          <AgencyRadios {...shared} value={null} />
          <ActSelect {...shared} value="context" />
        </>
      )}
      <Input
        name="number"
        label="Number of a recommendation of its own, if it has one"
        classes="govuk-input--width-5"
        value={fields.one('number', '')}
        errorMessage={mistakeAt(view.mistakes, 'number')}
      />
      <KeepOrClose keep="Place these words" href={closedHref(view, passage.id)} />
    </ChangeForm>
  )
}

/** The recommendation that stands last before the words, else the first. */
function nearestRecommendation(view: CheckView, { order }: PassageItem): ItemId | null {
  const all = itemsOf(view.read.draft, 'recommendation')
  return (all.findLast(each => each.order <= order) ?? all[0])?.id ?? null
}

/** The passages of the section: what is not placed, then the rest behind a line. */
export function Passages({ view }: { readonly view: CheckView }) {
  const open = view.section.passages.filter(each => each.role === 'unplaced')
  const others = view.section.passages.filter(each => each.role !== 'unplaced')
  return (
    <>
      {open.length > 0 && (
        <section aria-labelledby="not-placed">
          <h3 class="govuk-heading-m" id="not-placed">
            Words that stand nowhere yet
          </h3>
          {open.length > 3 && <AllToBackground view={view} passages={open} />}
          {open.map(passage => (
            <PassageCard view={view} passage={passage} />
          ))}
        </section>
      )}
      {others.length > 0 && (
        <Details
          summary={`Front matter, lead-ins and background (${others.length})`}
          open={others.some(each => each.id === view.open)}
        >
          {others.map(passage => (
            <PassageCard view={view} passage={passage} />
          ))}
        </Details>
      )}
      <TakeWords view={view} />
    </>
  )
}

function AllToBackground({ view, passages }: { readonly view: CheckView; readonly passages: readonly PassageItem[] }) {
  return (
    <ChangeForm view={view} change="passages.place">
      {passages.map(passage => (
        <input type="hidden" name="item" value={passage.id} />
      ))}
      <input type="hidden" name="as" value="background" />
      <Button classes="govuk-button--secondary">
        All {passages.length} are background
        <span class="govuk-visually-hidden"> that need not be in the register</span>
      </Button>
    </ChangeForm>
  )
}

const mostAside = 300

/** Headings and cells that the reader left aside can be taken up and then placed. */
function TakeWords({ view }: { readonly view: CheckView }) {
  const source = sourceText(view.read.text)
  const held = heldSpans(view.read.draft)
  const within = view.section.units.slice(0, mostAside)
  const aside = within.flatMap(unit => freeWithin(source, unit.span, held))
  if (aside.length === 0) return null
  return (
    <Details
      summary={`Headings, labels and cells (${aside.length})`}
      open={view.mistakes.some(mistake => mistake.field === 'words')}
    >
      <p class="govuk-body">
        The reader took these words for headings, labels or cells of a table. If some belong in the register, take them
        up, then place them.
      </p>
      <ChangeForm view={view} change="words.take">
        <Select
          name="words"
          label="Words"
          items={aside.map(([from, to]) => ({
            value: `${from} ${to}`,
            text: shortened(wordsOfSpans(source, [[from, to]]), 80),
          }))}
          errorMessage={mistakeAt(view.mistakes, 'words')}
        />
        <Button classes="govuk-button--secondary">List these words as not placed</Button>
      </ChangeForm>
    </Details>
  )
}
