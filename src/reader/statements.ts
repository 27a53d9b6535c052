/** The statements that lines of prose make: one for each sentence or bullet, with its act and due date. */
import { actOf } from './acts.ts'
import type { Calendar } from './calendar.ts'
import { dueOf } from './dues.ts'
import type { Act, Due, Statement } from './reading.ts'
import { sentences } from './sentences.ts'
import { passageOf, type SourceLine } from './source-lines.ts'

/** What a heading, or a line that introduces a list, gives to entries that do not say it themselves. */
export interface LeadIn {
  readonly act: Act
  readonly due: Due | null
}

/** The statements of a line; a list entry takes the act of its lead-in when it has no verb of its own, and its date. */
export function statementsOf(line: SourceLine, calendar: Calendar, leadIn: LeadIn | null = null): Statement[] {
  return sentences(line.text).map(([start, end]) => {
    const passage = passageOf(line, start, end)
    const act = actOf(passage.text, leadIn?.act)
    const due = act === 'planned' ? (dueOf(passage.text, calendar) ?? leadIn?.due ?? null) : null
    return { ...passage, act, answersParts: [], due }
  })
}

/** What a line that introduces a list gives to its entries, or null when it introduces none. */
export function leadInOf(line: SourceLine, calendar: Calendar): LeadIn | null {
  if (!line.text.endsWith(':')) return null
  const last = sentences(line.text).at(-1)
  if (!last) return null
  const words = line.text.slice(...last)
  const act = actOf(words)
  return { act, due: act === 'planned' ? dueOf(words, calendar) : null }
}
