/** What the whole document settles, so that any part of it can be read. */
import { type Calendar, calendarOf } from './calendar.ts'
import {
  namesActing,
  namesAsked,
  namesHeading,
  namesInCells,
  namesOfDepartments,
  namesOfLabels,
  namesOverPlaces,
  namesOverTwoPlaces,
} from './declared-names.ts'
import { type Body, type Directory, directoryOf } from './directory.ts'
import { dueInColumn } from './dues.ts'
import { titleLines } from './kinds.ts'
import { type Legend, legendIn } from './legends.ts'
import { senderOf } from './letters.ts'
import { type Owner, ownerOf, roleTies } from './owners.ts'
import type { Plan } from './plan-tables.ts'
import type { Due } from './reading.ts'
import { remembering } from './remembering.ts'
import type { SourceLine } from './source-lines.ts'
import { isNameOnly } from './speaker-lines.ts'
import { bodyNamed, bodyOf } from './speakers.ts'

export interface ReadingContext {
  readonly directory: Directory
  readonly calendar: Calendar
  readonly legend: Legend
  /** The one body whose paper it is by its title, or whose letter; it speaks where nobody else is named. Else null. */
  readonly author: Body | null
  /** The one body whose action plan it is: it answers in rows that name nobody. Else null. */
  readonly planner: Body | null
  /** The bodies that the recommendation at hand names; empty where none is at hand. */
  readonly asked: readonly Body[]
  /** Whether it has parts, so that a letter before an answer may mean one of them. */
  readonly hasParts: boolean
  /** The one body to which it is put; else null. */
  readonly addressed: Body | null
  /** Whom a cell of agencies and one of owners name; the lines of each are parted by line breaks. */
  readonly ownerOf: (agency: string, owner: string) => Owner
  /** The due date that a line of a date column gives, or null. */
  readonly dueInColumn: (line: string) => Due | null
}

/** A plan of thousands of rows names its bodies in the first of them, and in its cells of agencies. */
const mostLines = 5_000

/** Reads the context from all lines of a document; `title` is the one in the file's own metadata. */
export function contextOf(lines: readonly SourceLine[], plans: readonly Plan[], title: string | null): ReadingContext {
  const titles = titleLines(lines)
  const texts = [...new Set(lines.slice(0, mostLines).map(line => line.text))]
  const around = linesAround(lines, plans).map(line => line.text)
  const cells = namingCells(plans)
  const declared = [
    ...namesAsked(texts),
    ...namesInCells(cells.whole),
    ...namesHeading(lines.slice(0, mostLines)),
    ...namesOfLabels(texts),
    ...namesActing(texts),
    ...namesOverTwoPlaces(texts),
    ...namesOverPlaces(texts),
    ...namesOfDepartments(texts),
  ]
  const directory = directoryOf([...texts, ...cells.agency], declared)
  const calendar = calendarOf(around, [...titles, ...(title ? [title] : [])])
  const ties = roleTies([...around, ...cells.agency, ...cells.owner], directory)
  const planner = plannerIn(titles, directory)
  const author =
    authorIn(title ? [...titles, title] : titles, directory) ??
    planner ??
    respondentIn(lines, directory) ??
    senderOf(lines, directory)
  const owners = remembering(cells => {
    const [agency = '', owner = ''] = cells.split('\u0000')
    return withinTrust(ownerOf(agency, owner, directory, ties), planner)
  })
  return {
    directory,
    calendar,
    author,
    planner,
    asked: [],
    addressed: null,
    hasParts: false,
    legend: legendIn(around),
    ownerOf: (agency, owner) => owners(`${agency}\u0000${owner}`),
    dueInColumn: remembering(line => dueInColumn(line, calendar)),
  }
}

const ownPaper =
  /\b(?:single[- ]agency|statement (?:by|on|about|following|in response)|statement from|response|returns? (?:from|of|by)|improvement|answers?|will do|doing|has done|done|progress)\b/i

/** "Report of the Director", "progress of the Council and its partners": a paper that tells of several. */
const ofOthers =
  /^(?:(?:joint )?report (?:of|by|to|author)|author|presented by|lead officer|to|from)\b|\band (?:its |our |other )?partners\b/i

const ownBoard = /^(?:Trust Board|Governing B\w+|Board of \w+)$/

/** "Elm Hospitals NHS Trust: response to the review", "Board response": the one body that the title names. */
function authorIn(titles: readonly string[], directory: Directory): Body | null {
  const own = titles.filter(title => ownPaper.test(title) && !ofOthers.test(title))
  if (own.length === 0) return null
  const named = titles.filter(title => isNameOnly(title, directory))
  for (const texts of [named, titles.filter(title => !ofOthers.test(title)), own]) {
    // "Elm Hospitals – Trust Board" names the one that its board is of.
    const mentions = texts.flatMap(text => directory.mentions(text)).filter(({ name }) => !ownBoard.test(name))
    const [only, other] = new Set(mentions.flatMap(mention => bodyOf(mention, directory, null) ?? []))
    if (only && !other) return only
  }
  return null
}

/** "Elm Hospitals NHS Trust", then "Action plan": the one body, and no board, whose plan it is by its first line. */
function plannerIn([first = '', ...more]: readonly string[], directory: Directory): Body | null {
  if (!isNameOnly(first, directory) || !more.some(title => /\baction plan\b/i.test(title))) return null
  const body = bodyNamed(first, directory)
  return body?.kind === 'board' ? null : body
}

const clinicalUnit = /\b(?:midwifery|maternity|nursing|pa?ediatrics?|emergency|obstetrics|medicine|surgery|theatres)\b/i

/** "Matron, Community Midwifery", in the plan of one hospital trust, is the trust's. */
function withinTrust(owner: Owner, planner: Body | null): Owner {
  const isUnit = planner?.kind === 'trust' && owner.body !== null && clinicalUnit.test(owner.body.name)
  return isUnit && !/\b(?:trust|hospitals?|board)\b/i.test(owner.body.name)
    ? { ...owner, body: planner, bodies: [planner] }
    : owner
}

/** "Name of agency: Elm Probation Service" at the top of a form that one body fills in. */
function respondentIn(lines: readonly SourceLine[], directory: Directory): Body | null {
  const label = /^(?:name of )?(?:the )?(?:responding )?(?:agency|organisation|partner)(?: name)?\s*:\s+(?=\S)/i
  const head = lines.slice(0, 12).filter(line => line.kind !== 'table' && label.test(line.text))
  const [only, other] = head.map(line => bodyNamed(line.text.replace(label, ''), directory))
  return only && other === undefined ? only : null
}

/** The lines that stand in no row of a plan. */
function linesAround(lines: readonly SourceLine[], plans: readonly Plan[]): SourceLine[] {
  const blocks = new Set(plans.map(plan => plan.block))
  return [
    ...lines.filter(line => !blocks.has(line.laid.block)),
    ...plans.flatMap(plan => [...plan.headings, ...plan.loose]),
  ]
}

/** What the cells of agencies and of owners say, each wording once: line by line, and those of agencies whole. */
function namingCells(plans: readonly Plan[]): Record<'agency' | 'owner' | 'whole', string[]> {
  const found = { agency: new Set<string>(), owner: new Set<string>(), whole: new Set<string>() }
  for (const { records, agency } of plans) {
    if (agency) {
      found.agency.add(agency)
      found.whole.add(agency)
    }
    for (const { cells } of records) {
      for (const role of ['agency', 'owner'] as const)
        for (const line of cells.get(role) ?? []) found[role].add(line.text)
      const lines = cells.get('agency')
      if (lines) found.whole.add(lines.map(line => line.text).join('\n'))
    }
  }
  return { agency: [...found.agency], owner: [...found.owner], whole: [...found.whole] }
}
