/** Where recommendations begin: labelled ones first, else those of lists, else such as layout or words show. */
import { actOf } from './acts.ts'
import { beginsByAsking, isAsked } from './asking.ts'
import { codedOpenings } from './coded-openings.ts'
import type { Directory } from './directory.ts'
import type { Answerable } from './inside-answers.ts'
import { namedLabel } from './labels.ts'
import { listedRecommendations } from './recommendation-lists.ts'
import { askingEntries, ordinalOpenings, recountedOpenings } from './recounted-openings.ts'
import { answersUnderName } from './reference-openings.ts'
import type { Told } from './references.ts'
import { repeatedLabelOpenings } from './repeated-labels.ts'
import type { SourceLine } from './source-lines.ts'
import { isNameOnly } from './speaker-lines.ts'
import {
  answeredParagraphs,
  askingHeadings,
  countedOpenings,
  fieldOpenings,
  headedOpenings,
  puttingHeadings,
  quotedOpenings,
  retoldOpenings,
  soleOpenings,
  toldOpenings,
} from './unlabelled-openings.ts'
import { leadInToMany, manyBodies } from './vocabulary/labels.ts'

type Found = Answerable

/** What is known of the lines round them. */
export interface Known {
  readonly above: (line: SourceLine) => SourceLine | undefined
  readonly inTables: readonly Told[]
}

/** The beginnings of the recommendations among lines, in order. */
export function recommendationsIn(
  own: readonly SourceLine[],
  directory: Directory,
  { above, inTables }: Known,
): Found[] {
  const all = namedOpenings(own)
  const answering = new Set(
    all.filter(
      ({ line, textFrom }) =>
        above(line) !== undefined && answersUnderName(line.text.slice(textFrom), after(line, own)),
    ),
  )
  const rest = all.filter(each => !answering.has(each))
  const quoted = all.length === 0 ? [...fieldOpenings(own), ...quotedOpenings(own)] : []
  if (quoted.length > 0) return quoted
  const isAnswered = rest.every(each => headsAnswers(each, own))
  const listed = isAnswered ? listedRecommendations(own, directory) : []
  const held = new Set(listed.map(({ number }) => number))
  if (listed.length > 0 && all.every(({ number }) => held.has(number))) return listed
  const [first] = all
  const numbers = all.flatMap(({ number }) => number ?? [])
  const counted = isAnswered && first && numbers.length > 1 ? countedOpenings(own, numbers, first.line) : []
  if (counted.length > 0) return counted
  const told = new Set([...rest, ...inTables].map(({ number }) => number))
  const entitled = entitledOpenings(all, own, directory)
  if (entitled.length > 0) return entitled
  if (all.length > 0)
    return announced(
      withTitlesApart(
        all.filter(each => !answering.has(each) || !told.has(each.number)),
        { answering, directory },
      ),
      own,
    )
  return unlabelledIn(own, inTables)
}

/** Where no label tells them, what is surest is looked for first. */
function unlabelledIn(own: readonly SourceLine[], inTables: readonly Told[]): Found[] {
  const retold = (lines: readonly SourceLine[]) => retoldOpenings(lines, inTables)
  const inProse = [recountedOpenings, repeatedLabelOpenings, ordinalOpenings]
  const looser = [askingEntries, toldOpenings, answeredParagraphs, puttingHeadings]
  const finders: ((lines: readonly SourceLine[]) => Found[])[] =
    inTables.length === 0
      ? [headedOpenings, askingHeadings, codedOpenings, ...inProse, ...looser, soleOpenings]
      : [headedOpenings, askingHeadings, retold, soleOpenings]
  for (const find of finders) {
    const found = find(own)
    if (found.length > 0) return found
  }
  return []
}

/** "Rec 4 (voice of the child)", and an answer below: where no label has more, what was asked stands in brackets. */
function entitledOpenings(all: readonly Found[], lines: readonly SourceLine[], directory: Directory): Found[] {
  const entitled = all.flatMap(each => {
    const title = /\((?!\d)([^)]{3,80})\)\s*[:–—-]?$/.exec(each.line.text)
    const next = after(each.line, lines)
    if (!title?.[1] || each.textFrom < each.line.text.length || isNameOnly(title[1], directory)) return []
    if (next?.kind !== 'paragraph' || beginsByAsking(next.text)) return []
    return [{ ...each, textFrom: title.index + 1, textTo: title.index + 1 + title[1].length }]
  })
  return entitled.length > 1 && entitled.length === all.length ? entitled : []
}

const titledLabel = /^\W*rec(?:ommendation)?s?\b\.?\s*\S+\s*\((?<title>(?!\d)[^)]{3,80})\)\s*[:.–—-]\s+(?=\S)/i
const titleWithColon = /^(?<title>\p{Lu}[^:.]{4,140}):\s+(?=\S)/u

/**
 * "Recommendation 3 (discharge). We accept this …", "R4 – Share bail conditions: an e-mail is sent …": what was asked
 * stands in the title, and the rest of the line answers. Null where there is no title, or one that says whom it is for.
 */
function byTitle(each: Found, directory: Directory): Found | null {
  const inBrackets = titledLabel.exec(each.line.text)
  const words = each.line.text.slice(each.textFrom)
  const match = inBrackets ?? (each.line.kind === 'heading' ? null : titleWithColon.exec(words))
  const title = match?.groups?.title ?? ''
  const answerFrom = (inBrackets ? 0 : each.textFrom) + (match?.[0].length ?? 0)
  const isFor = isNameOnly(title, directory) || manyBodies.test(title)
  if (title === '' || isFor || beginsByAsking(each.line.text.slice(answerFrom))) return null
  const textFrom = inBrackets ? inBrackets[0].indexOf('(') + 1 : each.textFrom
  return { ...each, textFrom, textTo: textFrom + title.length, answerFrom }
}

/**
 * Parts title and answer of those that answer under a body's name; of all, where two or more are told so with something
 * told behind most.
 */
function withTitlesApart(
  found: readonly Found[],
  { answering, directory }: { readonly answering: ReadonlySet<Found>; readonly directory: Directory },
): readonly Found[] {
  const apart = found.map(each => byTitle(each, directory))
  const told = apart.filter(each => {
    const answer = each ? each.line.text.slice(each.answerFrom) : ''
    return actOf(answer) !== 'context' && !isAsked(answer)
  })
  const all = told.length > 1 && told.length * 2 >= found.length
  return found.map((each, at) => (all || answering.has(each) ? (apart[at] ?? each) : each))
}

/** The line behind a line. */
export function after(line: SourceLine, lines: readonly SourceLine[]): SourceLine | undefined {
  return lines[lines.indexOf(line) + 1]
}

/**
 * A label with nothing asked behind it, or without words and nothing asked in the next line, heads answers to a list
 * that stands elsewhere.
 */
function headsAnswers({ line, textFrom }: Found, lines: readonly SourceLine[]): boolean {
  const words = line.text.slice(textFrom).trim()
  if (words !== '') return line.kind !== 'heading' && !isAsked(words) && actOf(words) !== 'context'
  const [next, further] = lines.slice(lines.indexOf(line) + 1)
  const said = next?.kind === 'heading' && !namedLabel(next) ? further : next
  return said !== undefined && said.kind === 'paragraph' && !beginsByAsking(said.text)
}

function namedOpenings(lines: readonly SourceLine[]): Found[] {
  return lines.flatMap(line => {
    const label = namedLabel(line)
    if (!label) return []
    return [{ line, number: label.number, textFrom: label.textFrom, announcedBy: null }]
  })
}

/** The line right before the first of them that introduces them all. */
function announced(openings: readonly Found[], lines: readonly SourceLine[]): Found[] {
  const first = openings[0] ? lines.indexOf(openings[0].line) : -1
  const before = lines.slice(Math.max(0, first - 3), Math.max(0, first)).findLast(line => line.kind !== 'heading')
  const announcedBy = before && leadInToMany.test(before.text) && /[:.]$/.test(before.text) ? before : null
  return openings.map(opening => ({ ...opening, announcedBy }))
}
