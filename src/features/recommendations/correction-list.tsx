/** What was made, corrected and withdrawn by hand about a recommendation: before, after, who, when and why. */
import { dayOf, writeInstant } from '../../core/instants.ts'
import { writeDate } from '../../core/plain-date.ts'
import { Heading, Link, List } from '../../design/index.ts'
import { urls } from '../../urls.ts'
import type { ShownCorrection } from '../reviews/index.ts'
import type { Withdrawn } from './recommendation.ts'

const thingWords: Readonly<Record<string, string>> = {
  recommendation: 'the recommendation',
  part: 'a part',
  addressee: 'a body that is asked',
  statement: 'a statement',
  citation: 'a citation of guidance',
  finding: 'a finding',
}

/** What the fields are called in a sentence. */
const fieldWords: Readonly<Record<string, string>> = {
  number: 'the number',
  guidance: 'the guidance',
  edition: 'the edition',
  recommendation: 'the recommendation that it answers',
  text: 'the wording',
  asWritten: 'the body as written',
  body: 'the body in the directory',
  agency: 'the agency',
  agencyAsWritten: 'the agency as written',
  act: 'what it does',
  answersParts: 'the parts that it takes up',
  dueAsWritten: 'the due date as written',
  dueFrom: 'the first day on which it is due',
  dueTo: 'the last day on which it is due',
  owner: 'who is to do it',
  status: 'the status',
  reportedDone: 'whether it is reported complete',
  saidOn: 'when it was said',
  follows: 'the earlier statement that it takes the place of',
  code: 'the kind of finding',
  message: 'the wording',
  statement: 'the statement that it is about',
}

/** The corrections, the latest first; nothing when there are none. */
export const CorrectionList = ({ corrections }: { readonly corrections: readonly ShownCorrection[] }) =>
  corrections.length === 0 ? null : (
    <section aria-labelledby="corrections">
      <Heading level={2} id="corrections">
        Made and corrected by hand
      </Heading>
      <List spaced items={corrections.map(each => `${writeInstant(each.correctedAt)}, ${sentence(each)}`)} />
    </section>
  )

function sentence({ thing, field, was, became, reason, personName }: ShownCorrection): string {
  const who = personName ?? 'somebody'
  const what = thingWords[thing] ?? thing
  const why = `Reason: ${reason}`
  if (field === 'added') return `${who} added ${what}: “${became ?? ''}”. ${why}`
  if (field === 'withdrawn') return `${who} withdrew ${what}: “${was ?? ''}”. ${why}`
  if (field === 'left') return `${who} moved a statement to ${became ?? ''}: “${was ?? ''}”. ${why}`
  if (field === 'reinstated') return `${who} put ${what} back. ${why}`
  const name = fieldWords[field] ?? field
  return `${who} corrected ${what}: ${name} was ${quoted(was)} and is ${quoted(became)}. ${why}`
}

/** What was withdrawn, each with the way to put it back; nothing when there is none. */
export const WithdrawnList = ({ withdrawn }: { readonly withdrawn: readonly Withdrawn[] }) =>
  withdrawn.length === 0 ? null : (
    <section aria-labelledby="withdrawn">
      <Heading level={2} id="withdrawn">
        Withdrawn
      </Heading>
      <List
        spaced
        items={withdrawn.map(({ kind, id, text, withdrawnAt }) => (
          <>
            {withdrawnNames[kind]}, withdrawn on {writeDate(dayOf(withdrawnAt))}: “{text}”{' '}
            <Link href={urls.thingReinstatement(kind, id)}>
              Put it back<span class="govuk-visually-hidden">: {text.slice(0, 60)}</span>
            </Link>
          </>
        ))}
      />
    </section>
  )

const withdrawnNames: Readonly<Record<Withdrawn['kind'], string>> = {
  part: 'A part',
  addressee: 'A body that was asked',
  statement: 'A statement',
  finding: 'A finding',
}

const quoted = (value: string | null) => (value === null ? 'not given' : `“${value}”`)
