/**
 * What the reader makes of a document: its recommendations with their answers, and the place of every line round them.
 */
import type { PlainDocument } from '../core/plain-document.ts'
import { addresseesIn } from './addressees.ts'
import type { Answer, Answered } from './answers.ts'
import { contextOf, type ReadingContext } from './context.ts'
import type { Directory } from './directory.ts'
import { formIn } from './forms.ts'
import { kindOfTitle } from './kinds.ts'
import { merged, withAnswers, withRepeats } from './merging.ts'
import { openingsIn } from './openings.ts'
import { withPartsAnswered } from './parts-answered.ts'
import { recommendationsOf } from './plan-recommendations.ts'
import { type Plan, planOf } from './plan-tables.ts'
import type { Kind } from './reading.ts'
import { answersIn } from './responses.ts'
import { type Section, sectionsOf } from './sections.ts'
import { passageOf, type SourceLine, spanOf } from './source-lines.ts'
import { isBodyHeading, isNameOnly, leadingLabel } from './speaker-lines.ts'
import { bodyNamed, subjectOf } from './speakers.ts'
import { statementsOf } from './statements.ts'
import { updateHeading } from './vocabulary/labels.ts'

export interface Understanding {
  readonly directory: Directory
  readonly recommendations: readonly Answered[]
  readonly headings: readonly SourceLine[]
  readonly leadIns: readonly SourceLine[]
  /** Lines that are told of as cells though they stand in no table: the values of forms. */
  readonly cells: readonly SourceLine[]
  /** Where the first recommendation begins with its label, in code points; what stands before is the front. */
  readonly begins: number
  /** The blocks that are plans: their other cells are told of as cells. */
  readonly planBlocks: ReadonlySet<number>
}

/** Reads the lines of a document. */
export function understand(lines: readonly SourceLine[], document: PlainDocument): Understanding {
  const plans = plansIn(lines, document)
  const context = contextOf(lines, plans, document.title)
  const { directory } = context
  const readings = readPlans(plans, context)
  const inTables = readings.flatMap(table => table.recommendations)
  const prose = readProse(lines, { context, titled: kindOfTitle(lines, document.title), inTables })
  const tables = readings.map(table => numbered(table, prose.sections))
  const told = merged([...prose.recommendations, ...tables.flatMap(table => table.recommendations)])
  const found = withRepeats(
    told.filter(each => each.text !== '' || each.parts.length > 0 || each.answers.length > 0),
    lines,
  )
  const answered = placeLoose(found, tables, prose.sections)
  return {
    directory,
    recommendations: answered.map(each =>
      withPartsAnswered({ ...each, addressees: addressees(each, prose.announced, directory) }),
    ),
    headings: [...prose.headings, ...plans.flatMap(plan => plan.headings)],
    leadIns: prose.leadIns,
    cells: prose.cells,
    begins: beginningOf(lines, prose.sections, plans),
    planBlocks: new Set(plans.map(plan => plan.block)),
  }
}

function beginningOf(lines: readonly SourceLine[], sections: readonly Section[], plans: readonly Plan[]): number {
  const places = [
    ...sections.map(section => section.at),
    ...plans.flatMap(plan => plan.headings.slice(0, 1).map(line => line.at)),
  ]
  const first = places.length > 0 ? lines[Math.min(...places)] : undefined
  return first?.laid.start ?? Number.POSITIVE_INFINITY
}

function plansIn(lines: readonly SourceLine[], document: PlainDocument): Plan[] {
  const plans: Plan[] = []
  for (let at = 0; at < lines.length; ) {
    const block = lines[at]?.laid.block ?? 0
    const table = document.blocks[block]
    let end = at + 1
    while (lines[end]?.laid.block === block) end++
    const plan = table?.kind === 'table' ? planOf(table, lines.slice(at, end)) : null
    if (plan) plans.push(plan)
    at = end
  }
  return plans
}

interface PlacedTable {
  readonly at: number
  readonly recommendations: readonly Answered[]
  readonly loose: readonly { readonly number: string | null; readonly answer: Answer }[]
}

function readPlans(plans: readonly Plan[], context: ReadingContext): PlacedTable[] {
  return plans.map(plan => {
    const at = plan.headings[0]?.at ?? 0
    return { at, ...recommendationsOf(plan, context) }
  })
}

/** The one recommendation that a table below "Recommendation 3: Supervision" tells of is the third. */
function numbered(table: PlacedTable, sections: readonly Section[]): PlacedTable {
  const section = sections.findLast(each => each.at < table.at)
  const [only, more] = table.recommendations
  if (!section || section.number === null || section.text.length > 0 || !only || more || only.number !== null)
    return table
  return { ...table, recommendations: [{ ...only, number: section.number }] }
}

interface Prose {
  readonly sections: readonly Section[]
  readonly recommendations: readonly Answered[]
  readonly headings: readonly SourceLine[]
  readonly leadIns: readonly SourceLine[]
  readonly cells: readonly SourceLine[]
  /** The line that announces a recommendation, by where the recommendation begins. */
  readonly announced: ReadonlyMap<number, SourceLine>
}

interface Surroundings {
  readonly context: ReadingContext
  /** The kind that the title gives. */
  readonly titled: Kind | null
  /** The recommendations that tables hold. */
  readonly inTables: readonly Answered[]
}

function readProse(lines: readonly SourceLine[], { context, titled, inTables }: Surroundings): Prose {
  const { directory } = context
  const prose = lines.filter(line => line.kind !== 'table')
  const sections = sectionsOf(openingsIn(prose, directory, inTables), prose, directory)
  const said = sections.map((section, at) => {
    const body = at === sections.length - 1 ? withoutClosing(section) : section.body
    if (section.speaker) return answersIn(body, context, bodyNamed(section.speaker.text, directory))
    return answersIn(answering({ ...section, body }, titled, context), context)
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
    announced: new Map(
      sections.flatMap(section =>
        section.announcedBy &&
        (section.announcedBy.kind !== 'heading' ||
          isNameOnly(section.announcedBy.text, directory) ||
          /\brecommendations?\s(?:for|to)\s/i.test(section.announcedBy.text)) &&
        section.text[0]
          ? [[spanOf(section.text[0])[0], section.announcedBy] as const]
          : [],
      ),
    ),
  }
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

/** Behind the last response there may stand a word about the paper itself, which answers nothing. */
function withoutClosing({ body }: Section): readonly SourceLine[] {
  const last = body.findLastIndex(line => line.kind !== 'paragraph' || !aboutPaper.test(line.text))
  return body.slice(0, last + 1)
}

const aboutPaper = /^(?:this|the) (?:paper|report|response|action plan|plan|document|page|statement)\b/i

/**
 * The lines of a section that answer its recommendation; in a report only what stands under somebody's heading does.
 */
function answering({ body }: Section, titled: Kind | null, context: ReadingContext): readonly SourceLine[] {
  if (formIn(body, context.directory)) return body
  const headed = body.findIndex(line => isBodyHeading(line, context.directory) && !updateHeading.test(line.text))
  if (titled === 'response' || titled === 'action-plan')
    return [
      ...body.slice(0, Math.max(0, headed)).filter(line => answers(line, context)),
      ...body.slice(Math.max(0, headed)),
    ]
  if (headed >= 0) return body.slice(headed)
  if (titled === 'report') return []
  const speaks = answersIn(body, { ...context, author: null }).answers.some(
    answer => answer.agency !== '' && answer.statements.some(({ act }) => act !== 'context'),
  )
  return speaks ? body : []
}

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

function addressees(
  recommendation: Answered,
  announced: ReadonlyMap<number, SourceLine>,
  directory: Directory,
): string[] {
  const announcedBy = recommendation.span ? announced.get(recommendation.span[0]) : undefined
  return addresseesIn(recommendation.text, announcedBy?.text ?? null, directory)
}

/**
 * Rows that give only a number, or none, belong to the recommendation of that number or to the section that holds the
 * table.
 */
function placeLoose(
  found: readonly Answered[],
  tables: readonly PlacedTable[],
  sections: Prose['sections'],
): Answered[] {
  const additions = new Map<Answered, Answer[]>()
  for (const table of tables) {
    const section = sections.findLast(each => each.at < table.at)
    for (const { number, answer } of table.loose) {
      const byNumber = number === null ? undefined : found.find(each => each.number === number)
      const target = byNumber ?? found.find(each => section && each.number === section.number)
      if (target) additions.set(target, [...(additions.get(target) ?? []), answer])
    }
  }
  return found.map(each => withAnswers(each, additions.get(each) ?? []))
}
