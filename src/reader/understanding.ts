/** What the reader makes of a document: its recommendations with their answers, and the place of every line round them. */
import type { PlainDocument } from '../core/plain-document.ts'
import { addresseesIn } from './addressees.ts'
import type { Answer, Answered } from './answers.ts'
import { type Directory, directoryOf } from './directory.ts'
import { kindOfTitle } from './kinds.ts'
import { legendIn } from './legends.ts'
import { merged, withAnswers } from './merging.ts'
import { openingsIn } from './openings.ts'
import { roleTies } from './owners.ts'
import { withPartsAnswered } from './parts-answered.ts'
import type { PlanContext } from './plan-answers.ts'
import { recommendationsOf } from './plan-recommendations.ts'
import { type Plan, planOf } from './plan-tables.ts'
import type { Kind } from './reading.ts'
import { answersIn } from './responses.ts'
import { isBodyHeading, type Section, sectionsOf } from './sections.ts'
import { passageOf, type SourceLine } from './source-lines.ts'

export interface Understanding {
  readonly directory: Directory
  readonly recommendations: readonly Answered[]
  readonly headings: readonly SourceLine[]
  readonly leadIns: readonly SourceLine[]
  /** The blocks that are plans: their other cells are told of as cells. */
  readonly planBlocks: ReadonlySet<number>
}

/** Reads the lines of a document. */
export function understand(lines: readonly SourceLine[], document: PlainDocument): Understanding {
  const texts = [...new Set(lines.map(line => line.text))]
  const directory = directoryOf(texts)
  const context: PlanContext = { directory, ties: roleTies(texts, directory), legend: legendIn(texts) }
  const plans = plansIn(lines, document)
  const prose = readProse(lines, directory, kindOfTitle(lines, document.title))
  const tables = readPlans(plans, context)
  const found = merged([...prose.recommendations, ...tables.flatMap(table => table.recommendations)])
  const answered = placeLoose(found, tables, prose.sections)
  return {
    directory,
    recommendations: answered.map(each =>
      withPartsAnswered({ ...each, addressees: addressees(each, prose.announced) }),
    ),
    headings: [...prose.headings, ...[...plans.values()].flatMap(plan => plan.headings)],
    leadIns: prose.leadIns,
    planBlocks: new Set(plans.keys()),
  }
}

function plansIn(lines: readonly SourceLine[], document: PlainDocument): Map<number, Plan> {
  const byBlock = Map.groupBy(
    lines.filter(line => line.kind === 'table'),
    line => line.laid.block,
  )
  const plans = new Map<number, Plan>()
  for (const [block, tableLines] of byBlock) {
    const table = document.blocks[block]
    const plan = table?.kind === 'table' ? planOf(table, tableLines) : null
    if (plan) plans.set(block, plan)
  }
  return plans
}

interface PlacedTable {
  readonly at: number
  readonly recommendations: readonly Answered[]
  readonly loose: readonly { readonly number: string | null; readonly answer: Answer }[]
}

function readPlans(plans: ReadonlyMap<number, Plan>, context: PlanContext): PlacedTable[] {
  return [...plans].map(([, plan]) => {
    const at = plan.headings[0]?.at ?? 0
    return { at, ...recommendationsOf(plan, context) }
  })
}

interface Prose {
  readonly sections: readonly Section[]
  readonly recommendations: readonly Answered[]
  readonly headings: readonly SourceLine[]
  readonly leadIns: readonly SourceLine[]
  /** The line that announces a recommendation, by where the recommendation begins. */
  readonly announced: ReadonlyMap<number, SourceLine>
}

function readProse(lines: readonly SourceLine[], directory: Directory, titled: Kind | null): Prose {
  const prose = lines.filter(line => line.kind !== 'table')
  const sections = sectionsOf(openingsIn(prose), prose)
  const said = sections.map(section => answersIn(answering(section, titled, directory), directory))
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
    announced: new Map(
      sections.flatMap(section =>
        section.announcedBy && section.text[0] ? [[section.text[0].line.laid.start, section.announcedBy] as const] : [],
      ),
    ),
  }
}

/** The lines of a section that answer its recommendation; in a report only what stands under somebody's heading does. */
function answering({ body }: Section, titled: Kind | null, directory: Directory): readonly SourceLine[] {
  if (titled === 'response' || titled === 'action-plan') return body
  const headed = body.findIndex(line => isBodyHeading(line))
  if (headed >= 0) return body.slice(headed)
  if (titled === 'report') return []
  const speaks = answersIn(body, directory).answers.some(
    answer => answer.agency !== '' && answer.statements.some(({ act }) => act !== 'context'),
  )
  return speaks ? body : []
}

function wordsOf(section: Section): Pick<Answered, 'number' | 'text' | 'parts' | 'span' | 'partSpans' | 'otherSpans'> {
  const text = section.text.map(({ line, from }) => passageOf(line, from))
  const parts = section.parts.map(({ line, from }) => passageOf(line, from))
  const first = section.text[0]
  const [passage] = text
  return {
    number: section.number,
    text: text.map(each => each.text).join(' '),
    parts: parts.map(each => each.text),
    span: first && passage ? [first.line.laid.start, passage.span[1]] : null,
    partSpans: parts.map(each => each.span),
    otherSpans: text.slice(1).map(each => each.span),
  }
}

function addressees(recommendation: Answered, announced: ReadonlyMap<number, SourceLine>): string[] {
  const announcedBy = recommendation.span ? announced.get(recommendation.span[0]) : undefined
  return addresseesIn(recommendation.text, announcedBy?.text ?? null)
}

/** Rows that give only a number, or none, belong to the recommendation of that number or to the section that holds the table. */
function placeLoose(
  found: readonly Answered[],
  tables: readonly PlacedTable[],
  sections: Prose['sections'],
): Answered[] {
  const additions = new Map<Answered, Answer[]>()
  for (const table of tables) {
    const section = sections.findLast(
      each => (each.text[0]?.line.at ?? each.headings[0]?.at ?? Number.POSITIVE_INFINITY) < table.at,
    )
    for (const { number, answer } of table.loose) {
      const byNumber = number === null ? undefined : found.find(each => each.number === number)
      const target = byNumber ?? found.find(each => section && each.number === section.number)
      if (target) additions.set(target, [...(additions.get(target) ?? []), answer])
    }
  }
  return found.map(each => withAnswers(each, additions.get(each) ?? []))
}
