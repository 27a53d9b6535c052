/** Sub-points that stand in a running text: "(a) …; (b) …", "i. …; ii. …". */
import { follows, isFirst } from './labels.ts'
import { partOf, type SourceLine } from './source-lines.ts'

export interface Enumeration {
  /** What stands before the first sub-point; its text may be empty. */
  readonly intro: SourceLine
  readonly points: readonly SourceLine[]
}

interface Mark {
  readonly number: string
  readonly style: string
  readonly from: number
  readonly to: number
}

const mark = /(?<=^|[\s;:,(])(\(?)(\d?[a-h]|[ivx]{1,4}|[1-9]\d?)([.)])\s+(?=\S)/g

/** Two marks at least, which is rare, and cheap to look for. */
const mayHold = /[a-z\d][.)]\s.*[a-z\d][.)]\s/

/** The first of them may be what the format shows before the line. */
const mayGoOn = /[;,]\s+(?:and\s+)?\(?(?:b|ii|2)[.)]\s/

/** The sub-points of a line, each without its mark; null when fewer than two follow one another. */
export function enumerationIn(line: SourceLine): Enumeration | null {
  const marker = /^(\(?)(a|i|1)([.)])$/.exec(line.marker ?? '')
  if (!(marker ? mayGoOn : mayHold).test(line.text)) return null
  const first = marker ? [{ number: marker[2] ?? '', style: `${marker[1]}${marker[3]}`, from: 0, to: 0 }] : []
  const typed = [...line.text.matchAll(mark)].map(match => ({
    number: match[2] ?? '',
    style: `${match[1]}${match[3]}`,
    from: match.index,
    to: match.index + match[0].length,
  }))
  const marks = [...first, ...typed]
  const run = firstRun(marks)
  const [begins] = run
  if (!begins || run.length < 2) return null
  if (!introduces(line.text.slice(0, begins.from)) && !areParted(run, line.text)) return null
  const points = run.map(({ from, to }, at) => partOf(line, to, run[at + 1]?.from, to - from))
  return { intro: partOf(line, 0, begins.from), points }
}

/** The first run of marks that begins at 1, a or i and goes on in one style. */
function firstRun(marks: readonly Mark[]): Mark[] {
  const start = marks.findIndex(({ number }) => isFirst(number))
  const run: Mark[] = []
  for (const each of start < 0 ? [] : marks.slice(start)) {
    const before = run.at(-1)
    if (!before || (before.style === each.style && follows(before.number, each.number))) run.push(each)
  }
  return run
}

/** "all agencies (a) use the tool; (b) record it; and (c) …": bracketed letters, each behind a comma or semicolon. */
function areParted([begins, ...more]: readonly Mark[], text: string): boolean {
  const isLettered = begins !== undefined && /^\(\)$/.test(begins.style) && /[a-i]/.test(begins.number)
  return isLettered && more.every(({ from }) => /[;,]\s*(?:(?:and|or)\s*)?$/.test(text.slice(0, from)))
}

function introduces(text: string): boolean {
  return text.trim() === '' || /[:;,–—-]\s*$|\b(?:to|that|by|and|should|will|how|including)\s*$/i.test(text)
}
