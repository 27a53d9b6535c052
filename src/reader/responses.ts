/** What is said under a recommendation, by whom: the statements of its prose, one answer for each body. */
import type { Answer } from './answers.ts'
import { answersBySubject } from './answers-by-subject.ts'
import type { ReadingContext } from './context.ts'
import type { Body, Directory } from './directory.ts'
import { formIn } from './forms.ts'
import { numberLabel, numberValue } from './labels.ts'
import { isNoAnswer } from './no-answers.ts'
import { answerOf } from './plan-answers.ts'
import { voicesOf } from './plan-voices.ts'
import { partOf, type SourceLine } from './source-lines.ts'
import { bodyOfMany, isBodyHeading, isDateLabel, isNameOnly, leadingLabel } from './speaker-lines.ts'
import { bodyNamed } from './speakers.ts'
import { isLeadLine, proseAnswer, type State, type Told, takeLead, takeLine } from './spoken-lines.ts'
import { type LeadIn, leadInOf } from './statements.ts'
import { asideHeading, headingActs, paragraphNumber, responseHeading, updateHeading } from './vocabulary/labels.ts'

export interface Said {
  readonly answers: readonly Answer[]
  /** Headings, and the labels in front of paragraphs. */
  readonly headings: readonly SourceLine[]
  /** Values of a form that give no statement. */
  readonly cells: readonly SourceLine[]
}

/**
 * Reads the lines behind a recommendation as answers: a form's fields as a plan's row, all else sentence by sentence.
 * `heading` is the body whose heading they all stand under, when one does.
 */
export function answersIn(body: readonly SourceLine[], context: ReadingContext, heading: Body | null = null): Said {
  const form = formIn(body, context.directory)
  if (!form) return proseAnswers(body, context, heading)
  const said = proseAnswers(form.before, context, heading)
  const answers = form.records.flatMap(voicesOf).flatMap(record => {
    const answer = answerOf(record, context)
    const body = heading ?? (answer?.agency === '' ? (context.author ?? context.addressed) : null)
    const headed = answer && body && !record.cells.has('agency')
    if (headed) return [{ ...answer, agency: body.name, bodies: [body] }]
    return answer ? answersBySubject(answer, context.directory) : []
  })
  return {
    answers: [...said.answers, ...answers],
    headings: [...said.headings, ...form.headings],
    cells: [...said.cells, ...form.cells],
  }
}

function proseAnswers(body: readonly SourceLine[], context: ReadingContext, heading: Body | null): Said {
  const { directory, calendar, author, addressed } = context
  const speaker = heading ?? author ?? addressed
  const nothing = { labelled: false, entry: null, leadIn: null, listed: false, under: null, aside: false }
  const state: State = { speaker, headed: heading !== null, ...nothing }
  const said = new Map<string, Told>()
  const headings: SourceLine[] = []
  const cells: SourceLine[] = []
  for (const line of body.map(withoutNumber)) {
    // Behind the words it says who leads; before them it says who speaks.
    if (said.size > 0 && isLeadLine(line)) {
      takeLead(line, { said, cells, context })
      continue
    }
    if (takeHeading(line, state, directory)) {
      headings.push(line)
      continue
    }
    if (state.aside) continue
    if (isNoAnswer(line.text)) {
      cells.push(line)
      continue
    }
    const number = state.listed ? typedNumber(line) : 0
    if (number > 0) headings.push(partOf(line, 0, number))
    else if (line.kind !== 'item') {
      state.leadIn = state.under
      endLabel(state)
    } else if (state.entry !== null && line.level <= state.entry) endLabel(state)
    const { words: marked, part } = withoutMark(partOf(line, number), headings)
    const words = takeLabel(marked, state, headings, directory)
    if (isNoAnswer(words.text)) {
      cells.push(words)
      continue
    }
    state.listed = words.text.endsWith(':') || number > 0
    takeLine({ words, part }, state, { said, cells, context })
    state.leadIn = leadInOf(words, calendar) ?? state.leadIn
  }
  return { answers: [...said.values()].map(told => proseAnswer(told, context)), headings, cells }
}

/** "(ii)" before what answers the second part. */
const partMark = /^\(?([a-h]|[ivx]{1,4})[.)]\s+(?=\S)/

/** A line without the letter of the part that it answers, and which part that is; 0 for none. */
function withoutMark(line: SourceLine, headings: SourceLine[]): { words: SourceLine; part: number } {
  const [mark = '', letter = ''] = partMark.exec(line.text) ?? []
  if (mark === '') return { words: line, part: 0 }
  headings.push(partOf(line, 0, mark.length))
  return { words: partOf(line, mark.length), part: numberValue(letter) }
}

/** Behind a labelled paragraph the first words say again who speaks; else it is still the one of the label. */
function endLabel(state: State): void {
  if (state.labelled) state.headed = false
  state.labelled = false
  state.entry = null
}

/** "2.4 The Trust will …": the number of a paragraph is no word of it, and belongs to its place. */
function withoutNumber(line: SourceLine): SourceLine {
  const number = line.kind === 'paragraph' ? paragraphNumber.exec(line.text)?.[0].length : undefined
  return number ? partOf(line, number, undefined, number) : line
}

/** "1. Agree a set of questions" behind "The Board will:": how long the number is that was typed before an entry. */
const typedNumber = (line: SourceLine): number => (line.kind === 'paragraph' ? (numberLabel(line)?.textFrom ?? 0) : 0)

/** A heading that names a body says who speaks from there on; one that dates an update changes nothing. */
function takeHeading(line: SourceLine, state: State, directory: Directory): boolean {
  if (line.kind === 'item') return false
  if (line.kind !== 'heading' && !isLabelLine(line, directory)) return false
  state.aside = asideHeading.test(line.text)
  state.under = state.aside ? null : actUnder(line.text)
  state.leadIn = state.under
  const named = isBodyHeading(line, directory) ? bodyNamed(line.text, directory) : bodyOfMany(line.text)
  endLabel(state)
  if (named) {
    state.speaker = named
    state.headed = true
  }
  return true
}

/** The act that a heading or a label gives to entries without a verb. */
function actUnder(heading: string): LeadIn | null {
  const act = headingActs.find(([pattern]) => pattern.test(heading))?.[1]
  return act ? { act, due: null } : null
}

/** A paragraph that is no more than a name, a response's or update's heading, or the heading of an explanation. */
function isLabelLine(line: SourceLine, directory: Directory): boolean {
  return (
    isNameOnly(line.text, directory) ||
    updateHeading.test(line.text) ||
    isDateLabel(line.text) ||
    (line.text.length < 60 && (responseHeading.test(line.text) || asideHeading.test(line.text)))
  )
}

/** A label before the words says who speaks, or when; the words behind it are left. */
function takeLabel(line: SourceLine, state: State, headings: SourceLine[], directory: Directory): SourceLine {
  const label = leadingLabel(line, directory, state.speaker)
  if (!label) return line
  if (label.body) {
    state.speaker = label.body
    state.headed = true
    state.labelled = true
    state.entry = line.kind === 'item' ? line.level : null
  }
  headings.push(partOf(line, 0, label.to))
  state.leadIn = actUnder(line.text.slice(0, label.to)) ?? state.leadIn
  return partOf(line, label.to)
}
