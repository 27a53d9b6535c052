/** The statements that lines of prose make: one for each sentence or bullet, with its act and due date. */
import { actOf } from './acts.ts'
import type { Calendar } from './calendar.ts'
import { dueOf } from './dues.ts'
import type { Act, Statement } from './reading.ts'
import { sentences } from './sentences.ts'
import { passageOf, type SourceLine } from './source-lines.ts'

/** The statements of a line; a list entry takes the act of its lead-in when it has no verb of its own. */
export function statementsOf(line: SourceLine, calendar: Calendar, leadIn: Act | null = null): Statement[] {
  return sentences(line.text).map(([start, end]) => {
    const passage = passageOf(line, start, end)
    const act = actOf(passage.text, leadIn)
    return { ...passage, act, answersParts: [], due: act === 'planned' ? dueOf(passage.text, calendar) : null }
  })
}

/** The act that a line which introduces a list gives to its entries, or null when it introduces none. */
export function leadInAct(line: SourceLine): Act | null {
  if (!line.text.endsWith(':')) return null
  const last = sentences(line.text).at(-1)
  return last ? actOf(line.text.slice(...last)) : null
}
