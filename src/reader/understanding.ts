/**
 * What the reader makes of a document: its recommendations with their answers, and the place of every line round them.
 */
import type { PlainDocument, Table } from '../core/plain-document.ts'
import { addresseesIn } from './addressees.ts'
import type { Answer, Answered } from './answers.ts'
import { contextOf, type ReadingContext } from './context.ts'
import type { Directory } from './directory.ts'
import { kindOfTitle } from './kinds.ts'
import { logHeads } from './logs.ts'
import { merged, withAnswers, withRepeats } from './merging.ts'
import { linesOfOthers } from './other-reviews.ts'
import { withPartsAnswered } from './parts-answered.ts'
import { recommendationNumbered } from './plan-numbers.ts'
import { recommendationsOf } from './plan-recommendations.ts'
import type { Plan } from './plan-records.ts'
import { type FoundPlan, planOf } from './plan-tables.ts'
import { type Prose, readProse } from './prose.ts'
import type { Section } from './sections.ts'
import type { SourceLine } from './source-lines.ts'
import { headingScore } from './table-columns.ts'
import { type LinedRow, linedRows, wordsOfCell } from './table-rows.ts'

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
      withPartsAnswered({
        ...each,
        ...answeredWith(each, prose.sections),
        addressees: addressees(each, prose.announced, directory),
      }),
    ),
    headings: [...prose.headings, ...plans.flatMap(plan => plan.headings), ...logHeads(lines)],
    leadIns: prose.leadIns,
    cells: prose.cells,
    begins: beginningOf(lines, prose.sections, plans),
    planBlocks: new Set(plans.map(plan => plan.block)),
  }
}

/** "Recommendations 2 and 3: …" answers the third under the second. */
function answeredWith({ number }: Answered, sections: readonly Section[]): Pick<Answered, 'answeredWith'> {
  const shared = number === null ? null : sections.find(each => each.also.includes(number))?.number
  return shared ? { answeredWith: shared } : {}
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
  const plans: FoundPlan[] = []
  const others = linesOfOthers(lines)
  const alike = rowsUnderHeadings(lines, document)
  let heading: string | null = null
  for (let at = 0; at < lines.length; ) {
    const block = lines[at]?.laid.block ?? 0
    const table = document.blocks[block]
    let end = at + 1
    while (lines[end]?.laid.block === block) end++
    const [first, final] = [lines[at], lines[end - 1]]
    const isTable = table?.kind === 'table' && final?.kind === 'table' && first !== undefined && !others.has(first)
    const last = plans.at(-1)
    const columns = last && last.block === block - 1 ? last.columns : null
    const plan = isTable ? planOf(table, lines.slice(at, end), { heading, columns, alike: alike(table) }) : null
    if (plan) plans.push(plan)
    if (first?.kind === 'heading') heading = first.text
    at = end
  }
  return plans
}

/** More rows than these tell for themselves what their columns hold. */
const smallTable = 40

/** Gives the rows of other small tables with the same headings: papers set one out for each recommendation. */
function rowsUnderHeadings(
  lines: readonly SourceLine[],
  { blocks }: PlainDocument,
): (of: Table) => readonly LinedRow[] {
  const tables = blocks.flatMap((table, block) =>
    table.kind === 'table' && table.rows.length < smallTable ? [{ table, block }] : [],
  )
  if (tables.length < 2) return () => []
  const byBlock = Map.groupBy(lines, line => line.laid.block)
  const rows = new Map(tables.map(({ table, block }) => [table, linedRows(table, byBlock.get(block) ?? [])]))
  const head = (of: Table): string => (rows.get(of)?.[0]?.cells ?? []).map(wordsOfCell).join('|')
  const isHeaded = (of: Table): boolean => headingScore(rows.get(of)?.[0] ?? { header: false, cells: [] }) >= 3
  return of =>
    tables.flatMap(({ table }) =>
      table !== of && isHeaded(table) && head(table) === head(of) ? (rows.get(table) ?? []).slice(1) : [],
    )
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

function addressees(
  recommendation: Answered,
  announced: ReadonlyMap<number, SourceLine>,
  directory: Directory,
): string[] {
  const told = recommendation.addressees
  const announcedBy = recommendation.span ? announced.get(recommendation.span[0]) : undefined
  const words = recommendation.text.replace(/^\p{Lu}[\p{L} ,’'-]{3,40}\.\s+(?=\p{Lu})/u, '')
  const found = addresseesIn(words, announcedBy?.text ?? null, directory)
  // A column of its own may name more of them than the words do.
  return told.length > found.length ? [...told] : found
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
      const byNumber = number === null ? undefined : recommendationNumbered(found, number)
      const target = byNumber ?? found.find(each => section && each.number === section.number)
      if (target) additions.set(target, [...(additions.get(target) ?? []), answer])
    }
  }
  return found.map(each => withAnswers(each, additions.get(each) ?? []))
}
