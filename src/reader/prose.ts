/** What is said outside tables: recommendations with their answers, and the lines that only head or announce. */
import { addresseesIn } from './addressees.ts'
import type { Answered } from './answers.ts'
import { withoutClosing } from './closings.ts'
import type { ReadingContext } from './context.ts'
import type { Body, Directory } from './directory.ts'
import { formIn } from './forms.ts'
import { namedLabel } from './labels.ts'
import { openingsIn } from './openings.ts'
import type { Kind } from './reading.ts'
import { answersIn } from './responses.ts'
import { type Section, sectionsOf } from './sections.ts'
import { partOf, passageOf, type SourceLine, spanOf } from './source-lines.ts'
import { isBodyHeading, isNameOnly, leadingLabel } from './speaker-lines.ts'
import { bodyNamed, bodyOf, subjectOf } from './speakers.ts'
import { isLeadLine } from './spoken-lines.ts'
import { statementsOf } from './statements.ts'
import { updateHeading } from './vocabulary/labels.ts'

export interface Prose {
  readonly sections: readonly Section[]
  readonly recommendations: readonly Answered[]
  readonly headings: readonly SourceLine[]
  readonly leadIns: readonly SourceLine[]
  readonly cells: readonly SourceLine[]
  /** The line that announces a recommendation, by where the recommendation begins. */
  readonly announced: ReadonlyMap<number, SourceLine>
}

export interface Surroundings {
  readonly context: ReadingContext
  /** The kind that the title gives. */
  readonly titled: Kind | null
  /** The recommendations that tables hold. */
  readonly inTables: readonly Answered[]
}

/** Reads the lines of a document that stand in no table. */
export function readProse(lines: readonly SourceLine[], { context, titled, inTables }: Surroundings): Prose {
  const { directory } = context
  const prose = lines.filter(line => line.kind !== 'table')
  const sections = sectionsOf(openingsIn(prose, directory, inTables), prose, directory)
  const isAnswered = sections.some(({ body }) => speaks(body, context))
  const said = sections.map((section, at) => {
    const body = at === sections.length - 1 ? withoutClosing(section, sections.slice(0, at)) : section.body
    if (section.speaker) return answersIn(body, context, bodyNamed(section.speaker.text, directory))
    const owner = section.owner ? bodyNamed(section.owner.text, directory) : null
    const answers = section.answersOnly ? body : answering({ ...section, body }, titled, { ...context, isAnswered })
    const titledFor = bodyOfTitle(section, directory)
    if (titledFor) return answersIn(answers, { ...context, author: titledFor })
    return answersIn(answers, { ...context, author: owner ?? context.author, ...askedIn(section, directory) })
  })
  const recommendations = sections.map(
    (section, at): Answered => ({ ...wordsOf(section), addressees: [], answers: said[at]?.answers ?? [] }),
  )
  const announcers = [...new Set(sections.map(section => section.announcedBy).filter(line => line !== null))]
  return {
    sections,
    recommendations,
    headings: [
      ...prose.filter(line => line.kind === 'heading'),
      ...sections.flatMap(section => section.headings),
      ...said.flatMap(each => each.headings),
    ],
    leadIns: announcers.filter(line => line.kind !== 'heading'),
    cells: said.flatMap(each => each.cells),
    announced: new Map([
      ...sections.flatMap(labelledFor),
      ...sections.flatMap(section =>
        section.announcedBy &&
        (section.announcedBy.kind !== 'heading' ||
          isNameOnly(section.announcedBy.text, directory) ||
          /\brecommendations?\s(?:for|to)\s/i.test(section.announcedBy.text)) &&
        section.text[0]
          ? [[spanOf(section.text[0])[0], section.announcedBy] as const]
          : [],
      ),
    ]),
  }
}

/** "Recommendation 1 – Elm Housing" over a recommendation: the body whose it is to answer, or null. */
function bodyOfTitle({ headings: [heading] }: Section, directory: Directory): Body | null {
  const label = heading?.kind === 'heading' ? namedLabel(heading) : null
  const title = label && heading ? heading.text.slice(label.textFrom) : ''
  return title !== '' && isNameOnly(title, directory) ? bodyNamed(title, directory) : null
}

/**
 * The bodies that a recommendation names, as "the Trust" of its answers is the one of them that is a trust, and the one
 * to which it is put.
 */
function askedIn(
  { text, parts }: Section,
  directory: Directory,
): Pick<ReadingContext, 'asked' | 'addressed' | 'hasParts'> {
  const words = text.map(line => line.text).join(' ')
  const bodiesIn = (of: string) => directory.mentions(of).flatMap(mention => bodyOf(mention, directory, null) ?? [])
  const [only, other] = addresseesIn(words, null, directory)
  const addressed = only && !other ? (bodiesIn(only)[0] ?? null) : null
  return { asked: bodiesIn(words), addressed, hasParts: parts.length > 0 }
}

/** "Recommendation 3 (Elm Police): …": the part of the label that says whom it is for. */
function labelledFor({ headings: [label], text: [words] }: Section): (readonly [number, SourceLine])[] {
  const match = label && /\(((?!\d)[^)]{3,80})\)\s*[:–—-]?$/.exec(label.text)
  if (!match || !words) return []
  return [[spanOf(words)[0], partOf(label, match.index + 1, match.index + 1 + (match[1]?.length ?? 0))]]
}

/**
 * Whether a paragraph before the first body's heading tells what a body does, rather than why the recommendation was
 * made.
 */
function answers(line: SourceLine, { directory, calendar }: ReadingContext): boolean {
  if (line.kind !== 'paragraph' || leadingLabel(line, directory, null) !== null) return true
  return statementsOf(line, calendar).some(
    ({ act, text }) => act !== 'context' && subjectOf(text, directory, null) !== null,
  )
}

/**
 * The lines of a section that answer its recommendation; in a report only what stands under somebody's heading does.
 */
function answering(
  { body }: Section,
  titled: Kind | null,
  context: ReadingContext & { readonly isAnswered: boolean },
): readonly SourceLine[] {
  if (formIn(body, context.directory)) return body
  const headed = body.findIndex(
    (line, at) =>
      isBodyHeading(line, context.directory) && !updateHeading.test(line.text) && !(at > 0 && isLeadLine(line)),
  )
  const before = body.slice(0, Math.max(0, headed))
  if (titled === 'response' || titled === 'action-plan')
    return [...before.filter(line => answers(line, context)), ...body.slice(Math.max(0, headed))]
  if (headed >= 0)
    return [...before.filter(line => leadingLabel(line, context.directory, null)?.body), ...body.slice(headed)]
  if (titled === 'report') return []
  return context.author || context.isAnswered ? body : []
}

/** Whether lines tell of what a body that they name has done, does or will do. */
const speaks = (lines: readonly SourceLine[], context: ReadingContext): boolean =>
  answersIn(lines, { ...context, author: null }).answers.some(
    answer => answer.agency !== '' && answer.statements.some(({ act }) => act !== 'context'),
  )

function wordsOf({
  number,
  text,
  parts,
}: Section): Pick<Answered, 'number' | 'text' | 'parts' | 'span' | 'partSpans' | 'otherSpans'> {
  const [first, ...more] = text
  return {
    number,
    text: text.map(line => passageOf(line).text).join(' '),
    parts: parts.map(line => passageOf(line).text),
    span: first ? spanOf(first) : null,
    partSpans: parts.map(spanOf),
    otherSpans: more.map(spanOf),
  }
}
