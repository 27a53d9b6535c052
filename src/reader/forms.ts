/**
 * Fields told line by line in prose: "Lead: …", "Timescale: …", "Progress: …". Such a form is read as a row of a plan.
 */
import type { Directory } from './directory.ts'
import { isNoAnswer } from './no-answers.ts'
import type { PlanRecord } from './plan-tables.ts'
import { sentences } from './sentences.ts'
import { partOf, type SourceLine } from './source-lines.ts'
import { isDateLabel, isNameOnly, leadingLabel } from './speaker-lines.ts'
import { roleOf } from './table-columns.ts'
import { isBodyName } from './table-looks.ts'
import type { ColumnRole } from './vocabulary/columns.ts'
import { updateHeading } from './vocabulary/labels.ts'
import { roleWord } from './vocabulary/roles.ts'

export interface Form {
  /** What stands before the first field. */
  readonly before: readonly SourceLine[]
  readonly records: readonly PlanRecord[]
  readonly headings: readonly SourceLine[]
  /** Values that give no statement: owners, dates, statuses. */
  readonly cells: readonly SourceLine[]
}

interface Field {
  readonly role: ColumnRole
  /** The label as a line of its own, and the words behind it, which may be none. */
  readonly label: SourceLine
  readonly value: SourceLine | null
}

const settling = new Set<ColumnRole>(['agency', 'owner', 'due', 'status', 'completed'])

/** The form that lines make; null when they hold fewer than two kinds of field. */
export function formIn(lines: readonly SourceLine[], directory: Directory): Form | null {
  const labels = withTargets(lines.map(line => fieldOf(line, directory)))
  const fields = lines.map((line, at) => labels[at] ?? (isOpen(labels[at - 1]) ? null : nameField(line, directory)))
  const roles = new Set(fields.flatMap((field, at) => (field && lines[at] !== field.value ? [field.role] : [])))
  if (roles.size < 2 || ![...roles].some(role => settling.has(role))) return null
  const first = fields.findIndex(field => field !== null)
  const records: OpenRecord[] = []
  const headings: SourceLine[] = []
  const none: SourceLine[] = []
  const take = (role: ColumnRole, line: SourceLine, isLabelled = false): void => {
    if (!settling.has(role) && isNoAnswer(line.text)) none.push(line)
    else
      for (const each of role === 'action' && line.kind !== 'item' ? sentencesOf(line) : [line])
        put(records, role, each, isLabelled && each.skipped === line.skipped)
  }
  let role: ColumnRole = 'progress'
  for (const [at, line] of lines.entries()) {
    if (at < first) continue
    const field = fields[at]
    if (field) {
      headings.push(field.label)
      role = field.role
      // A heading or a line that is a name begins another record, though nothing was told under the one before.
      if (field.value && field.label.text === '') begin(records, role, field.value)
      else if (field.value) take(role, field.value, true)
    } else if (line.kind === 'heading') headings.push(line)
    else {
      // "May 2026 - Tested in two teams": when it was told.
      const dated = leadingLabel(line, directory, null)
      const told = dated?.body === null ? dated.to : 0
      if (told > 0) headings.push(partOf(line, 0, told))
      take(role, partOf(line, told))
    }
    // What follows a name or a date in lines of its own tells of progress.
    if (settling.has(role) && (field?.value || (!field && line.kind !== 'item'))) role = 'progress'
  }
  const cells = records.flatMap(record =>
    [...record.cells].flatMap(([kind, values]) =>
      (settling.has(kind) || kind === 'revised') && !record.carried.has(kind) ? values : [],
    ),
  )
  return { before: lines.slice(0, first), records, headings, cells: [...cells, ...none] }
}

/** "Completion date" is the target of a form that has no other, as of a plan. */
function withTargets(fields: readonly (Field | null)[]): readonly (Field | null)[] {
  const isTarget = (field: Field | null): boolean =>
    field?.role === 'completed' && /^\W*completion date\W*$/i.test(field.label.text)
  if (fields.some(field => field?.role === 'due')) return fields
  return fields.map(field => (field && isTarget(field) ? { ...field, role: 'due' } : field))
}

/** In prose each sentence promises for itself, where the cell of a table lists a line each. */
const sentencesOf = (line: SourceLine): readonly SourceLine[] =>
  sentences(line.text).map(([from, to]) => partOf(line, from, to))

const beginning = new Set<ColumnRole>(['agency', 'owner', 'action'])

interface OpenRecord extends PlanRecord {
  readonly cells: Map<ColumnRole, SourceLine[]>
}

function begin(records: OpenRecord[], role: ColumnRole, line: SourceLine): void {
  if (records.at(-1)?.cells.has(role) === false) put(records, role, line)
  else records.push({ cells: new Map([[role, [line]]]), carried: new Set(), number: null, opens: false })
}

/** Adds a value to the record at hand; a second lead or a second action after progress begins another. */
function put(records: OpenRecord[], role: ColumnRole, line: SourceLine, labelled = false): void {
  const current = records.at(-1)
  const begins = labelled && beginning.has(role) && current?.cells.has(role) && current.cells.size > 1
  if (!current || begins) records.push(begun(role, line, begins ? current : undefined))
  else current.cells.set(role, [...(current.cells.get(role) ?? []), line])
}

/** A further record; who was named before the first action of the one above leads the next action too. */
function begun(role: ColumnRole, line: SourceLine, above?: OpenRecord): OpenRecord {
  const order = [...(above?.cells.keys() ?? [])]
  const leads = (['agency', 'owner'] as const).filter(
    lead => role === 'action' && order.includes(lead) && order.indexOf(lead) < order.indexOf('action'),
  )
  const cells = new Map<ColumnRole, SourceLine[]>(leads.map(lead => [lead, above?.cells.get(lead) ?? []]))
  return { cells: cells.set(role, [line]), carried: new Set(leads), number: null, opens: false }
}

const questions: readonly (readonly [pattern: RegExp, role: ColumnRole])[] = [
  [/^who\b/i, 'owner'],
  [/^(?:by )?when\b/i, 'due'],
  [/^what (?:will|are|do|is) .*\b(?:do|doing|going|next|happen|left)\b/i, 'action'],
  [/^(?:accept\w*|agree\w*|what|how|do|does|is|has|have|did)\b/i, 'progress'],
]

const labelled = /^([^:–—?]{2,60}?)\s*(?:[:?]|\s[–—-]\s)\s*(?<value>.*)$/

function fieldOf(line: SourceLine, directory: Directory): Field | null {
  if (line.kind === 'heading') return headingField(line, directory)
  const heads = updateHeading.test(line.text) && (!/:\s+\S/.test(line.text) || isDateLabel(line.text))
  const match = heads ? null : labelled.exec(line.text)
  const role = match ? (questionRole(match[0], match[1] ?? '') ?? fieldRole(match[1] ?? '')) : null
  if (!match || !role) return null
  const value = match.groups?.value ?? ''
  const from = line.text.length - value.length
  const parts = { label: partOf(line, 0, from), value: value === '' ? null : partOf(line, from) }
  const isWho = isBodyName(value) || roleWord.test(value)
  // "By: Elm Council" says who, and "By: May" when.
  if (isWho && /^by$/i.test(match[1] ?? '')) return { role: 'agency', ...parts }
  // "Trust: the procedure was agreed" says who speaks, and not who leads.
  if (role === 'agency' && value !== '' && !isWho) return null
  return { role, ...parts }
}

/** A label without words waits for those of the next line. */
const isOpen = (field: Field | null | undefined): boolean => field?.value === null && settling.has(field.role)

/** A line that is no more than a name begins what that body says of itself. */
function nameField(line: SourceLine, directory: Directory): Field | null {
  if (line.kind !== 'paragraph' || !isNameOnly(line.text, directory)) return null
  return { role: 'agency', label: partOf(line, 0, 0), value: line }
}

/** A heading may be a field's label ("Timescale") or name the body that the next fields are about. */
function headingField(line: SourceLine, directory: Directory): Field | null {
  if (isNameOnly(line.text, directory)) return { role: 'agency', label: partOf(line, 0, 0), value: line }
  const role = fieldRole(line.text)
  return role ? { role, label: line, value: null } : null
}

/** "What have we done?" asks for progress, "What will we do, and by when?" for actions. */
function questionRole(line: string, label: string): ColumnRole | null {
  if (!line.startsWith(`${label}?`)) return null
  return questions.find(([pattern]) => pattern.test(label))?.[1] ?? null
}

/** "What we found" tells of how things were. */
const looked =
  /^what (?:we|they|you|(?:our|the) \w+) (?:have )?(?:found|saw|see|learned|learnt|heard|knew|know|noticed)\b/i

/** Only a label of few words is one: "Lead agency", "By when", "Action taken to date". */
function fieldRole(label: string): ColumnRole | null {
  if (looked.test(label)) return 'progress'
  const most = /^(?:what|how|who|when|why)\b/i.test(label) ? 10 : 6
  const role = label.split(/\s+/).length <= most ? roleOf(label.replace(/[*_]/g, '')) : null
  if (role === 'addressee') return 'agency'
  return role === 'recommendation' || role === 'number' || role === 'other' ? null : role
}
