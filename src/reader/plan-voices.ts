/** Cells of progress in which several bodies speak, each behind its name: "Elm Homes: … Ash Housing: …". */
import type { PlanRecord } from './plan-records.ts'
import { partOf, type SourceLine } from './source-lines.ts'
import { isNameAlone } from './table-looks.ts'
import type { ColumnRole } from './vocabulary/columns.ts'

interface Voice {
  /** The name in front; null for what stands before the first. */
  readonly name: SourceLine | null
  readonly lines: SourceLine[]
}

const isNamed = ({ name }: Voice): boolean => name !== null

/** The record, or one record for each body that speaks in its cell of progress, with the row's date and status. */
export function voicesOf(record: PlanRecord): readonly PlanRecord[] {
  const told = record.cells.get('progress')
  if (!told || record.carried.has('progress')) return [record]
  const labelled = told.some(({ text }) => text.includes(':')) ? voicesIn(told) : []
  const voices = labelled.filter(isNamed).length > 1 ? labelled : voicesOfAsked(record, told)
  if (!voices.some(isNamed)) return [record]
  const [first] = voices
  const before = first?.name === null ? first.lines : []
  const own = new Map(record.cells)
  own.delete('progress')
  if (before.length > 0) own.set('progress', before)
  const others = voices.flatMap(({ name, lines }) => (name ? [voiceRecord(record, name, lines)] : []))
  if (ownWords.some(role => own.has(role))) return [{ ...record, cells: own }, ...others]
  // Where the row says nothing itself, the first who speaks opens it.
  const words = record.cells.get('recommendation')
  const [opening, ...more] = others
  if (!opening || !words) return others
  return [{ ...opening, cells: new Map([...opening.cells, ['recommendation', words]]), opens: record.opens }, ...more]
}

/** Paragraphs that begin with the names of bodies which the row asks, but for those of its lead: a voice for each. */
function voicesOfAsked({ cells }: PlanRecord, told: readonly SourceLine[]): Voice[] {
  const asked = told.length > 1 ? (cells.get('addressee') ?? []).flatMap(namesPartedIn) : []
  if (asked.length < 2) return []
  const lead = [...(cells.get('agency') ?? []), ...(cells.get('owner') ?? [])].map(({ text }) => text).join('\n')
  const said = told.map(line => ({ line, name: asked.find(name => beginsWith(line.text, name.text)) ?? null }))
  if (new Set(said.map(({ name }) => name)).size < 2) return []
  const own = said.flatMap(({ line, name }) => (name === null || lead.includes(name.text) ? [line] : []))
  const others = said.flatMap(({ line, name }) => (name && !lead.includes(name.text) ? [{ name, lines: [line] }] : []))
  return [...(own.length > 0 ? [{ name: null, lines: own }] : []), ...others]
}

/** The names that semicolons part in a line. */
function namesPartedIn(line: SourceLine): SourceLine[] {
  return [...line.text.matchAll(/[^;]+/g)].map(({ 0: name, index }) => partOf(line, index, index + name.length))
}

/** Whether a text begins with a name, or with the two words that it begins with: "In Elm Vale’s clinics …". */
function beginsWith(text: string, name: string): boolean {
  const words = text.replace(/^(?:(?:In|At|The|For|Within)\s)+/, '')
  const [first = '', second = ''] = name.replace(/^the\s/i, '').split(' ')
  return words.startsWith(`${first} ${second}`.trim())
}

const ownWords: readonly ColumnRole[] = ['action', 'milestone', 'progress', 'evidence']
/** What the row tells of once, and each voice goes by. */
const shared: readonly ColumnRole[] = ['due', 'revised', 'status', 'completed', 'number']

function voiceRecord(record: PlanRecord, name: SourceLine, lines: readonly SourceLine[]): PlanRecord {
  const cells = new Map<ColumnRole, readonly SourceLine[]>([
    ['agency', [name]],
    ['progress', lines],
  ])
  for (const role of shared) {
    const own = record.cells.get(role)
    if (own) cells.set(role, own)
  }
  return { cells, carried: new Set(shared), number: record.number, opens: false }
}

const label = /(?<=^|[.;!?]\s)\p{Lu}[^:.;!?]{2,70}(?=:\s)/gu

function voicesIn(lines: readonly SourceLine[]): Voice[] {
  const voices: Voice[] = []
  const add = (line: SourceLine): void => {
    if (line.text === '') return
    const last = voices.at(-1)
    if (last) last.lines.push(line)
    else voices.push({ name: null, lines: [line] })
  }
  for (const line of lines) {
    let at = 0
    for (const { 0: name, index } of line.text.matchAll(label)) {
      if (!isNameAlone(name)) continue
      add(partOf(line, at, index))
      const end = index + name.length
      voices.push({ name: partOf(line, index, end), lines: [] })
      at = pastSpace(line.text, end + 1)
    }
    add(at === 0 ? line : partOf(line, at))
  }
  return voices
}

function pastSpace(text: string, from: number): number {
  let at = from
  while (text[at] === ' ') at++
  return at
}
