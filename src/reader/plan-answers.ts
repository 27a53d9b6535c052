/** What one record of a plan answers: its actions with their dates, who owns them, and what is said of progress. */

import type { Answer } from './answers.ts'
import type { Directory } from './directory.ts'
import { dueInColumn, dueOf } from './dues.ts'
import { isFinished, type Legend } from './legends.ts'
import { ownerOf, type RoleTies } from './owners.ts'
import type { PlanRecord } from './plan-tables.ts'
import type { Due, Statement } from './reading.ts'
import { passageOf, type SourceLine } from './source-lines.ts'
import { statementsOf } from './statements.ts'
import { type ColumnRole, statusWord } from './vocabulary/columns.ts'

export interface PlanContext {
  readonly directory: Directory
  readonly ties: RoleTies
  readonly legend: Legend
}

/** The answer that a record gives, or null when it only names a recommendation. */
export function answerOf(record: PlanRecord, context: PlanContext): Answer | null {
  const lines = (role: ColumnRole): readonly SourceLine[] => record.cells.get(role) ?? []
  const fresh = (role: ColumnRole): readonly SourceLine[] => (record.carried.has(role) ? [] : lines(role))
  const owner = ownerOf(
    [...lines('agency'), ...lines('owner')].map(line => line.text),
    context.directory,
    context.ties,
  )
  const planned = plannedStatements(fresh('action'), fresh('milestone'), datesOf(lines('due'), lines('revised')))
  const rowDue = planned.length === 0 ? (dueLines(datesOf(lines('due'), lines('revised'))).at(-1) ?? null) : null
  const told = [
    ...fresh('progress'),
    ...fresh('evidence'),
    ...fresh('completed'),
    ...fresh('due').filter(isProse),
  ].flatMap(line => tellings(line, rowDue))
  const status = joined(lines('status'))
  const statements = [...planned, ...told].sort((a, b) => a.span[0] - b.span[0])
  if (statements.length === 0 && owner.body === null && owner.role === null) return null
  return {
    agency: owner.body?.name ?? '',
    statements,
    action: joined(lines('action')) ?? joined(lines('milestone')),
    owner: owner.role,
    status,
    evidence: joined(lines('evidence')),
    bodies: owner.bodies,
    fromTable: true,
    headed: true,
    finished: isFinished(status ?? '', context.legend) || lines('completed').some(line => completes(line.text)),
  }
}

/** Each line of the actions and each milestone is planned, whatever its tense, with the date stacked beside it. */
function plannedStatements(
  actions: readonly SourceLine[],
  milestones: readonly SourceLine[],
  dates: readonly string[],
): Statement[] {
  const dues = dates.map(date => dueInColumn(date))
  const last = dueLines(dates).at(-1) ?? null
  const stacked = milestones.length > 0 ? milestones : actions
  const paired = (at: number): Due | null => (dues.length === stacked.length ? (dues[at] ?? null) : last)
  const plan = (line: SourceLine, due: Due | null): Statement => ({
    ...passageOf(line),
    act: 'planned',
    answersParts: null,
    due: due ?? dueOf(line.text),
  })
  if (milestones.length === 0) return actions.map((line, at) => plan(line, paired(at)))
  return [...actions.map(line => plan(line, last)), ...milestones.map((line, at) => plan(line, paired(at)))]
}

/** The lines of the date column; where a date was revised, the revised one counts. */
function datesOf(due: readonly SourceLine[], revised: readonly SourceLine[]): string[] {
  const newer = revised.map(line => line.text).filter(text => dueInColumn(text) !== null)
  return newer.length > 0 ? newer : due.map(line => line.text)
}

const dueLines = (dates: readonly string[]): Due[] => dates.map(date => dueInColumn(date)).filter(due => due !== null)

/** Sentences of progress or evidence, each with its own act; a bare status ("Ongoing") is no statement. */
function tellings(line: SourceLine, rowDue: Due | null): Statement[] {
  if (statusWord.test(line.text) || /^[\d/.\s-]+$/.test(line.text)) return []
  return statementsOf(line).map(statement =>
    statement.act === 'planned' && !statement.due && rowDue ? { ...statement, due: rowDue } : statement,
  )
}

/** A date column that also tells of progress in sentences. */
function isProse(line: SourceLine): boolean {
  return line.text.length > 60 && /[.]$/.test(line.text)
}

function completes(text: string): boolean {
  return (
    /^(?:y|yes|✓|✔)$/i.test(text.trim()) ||
    (dueInColumn(text) !== null && !/\b(?:by|due|expected|ongoing|target)\b/i.test(text)) ||
    isFinished(text, new Map())
  )
}

function joined(lines: readonly SourceLine[]): string | null {
  return lines.length > 0 ? lines.map(line => line.text).join('\n') : null
}
