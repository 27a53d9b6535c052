/** Notes in a column of progress: what is left to do, and what only looks like an order. */
import { isToBe } from './acts.ts'
import { asksTo } from './asking.ts'
import { finiteVerbs } from './clauses.ts'
import type { Statement } from './reading.ts'
import { type Token, tokens, wordAt } from './tokens.ts'
import { verbForms } from './verbs.ts'
import { auxiliaryWords, dated, determiners, pronouns } from './vocabulary/grammar.ts'
import { planVerbs } from './vocabulary/verbs.ts'

/** The statement with the act that it has as a note of progress. */
export const asNoted = (statement: Statement): Statement =>
  asReported(isLeftToDo(statement.text) ? { ...statement, act: 'planned' } : statement)

/** "Manager to write to schools", "Findings to be presented in May". */
const isToDo = (text: string): boolean => asksTo(text) || isToBe(tokens(text))

/** "Monthly counts to be sent to the group", "Inspectors to audit all shifts": notes of what is still to be done. */
function isLeftToDo(text: string): boolean {
  const words = tokens(text)
  const at = words.findIndex(({ word }) => word === 'to')
  if (at < 1 || at > 5) return false
  const { past, participle, present, base } = verbForms(wordAt(words, at - 1))
  const verb = past ?? participle ?? present ?? base ?? ''
  // "Contributed to review" tells of what was done.
  if (at === 1 && participle !== undefined && past !== undefined) return false
  if (planVerbs.has(verb) || leadsOn.has(wordAt(words, at - 1)) || leadsOn.has(verb)) return false
  if (words.slice(0, at).some(({ word }) => auxiliaryWords.has(word) || pronouns.has(word))) return false
  // "counts" before "to be sent" may look like a verb, and is none.
  if (finiteVerbs(words).some(({ tense, last }) => tense !== 'infinitive' && last !== at - 1)) return false
  const next = wordAt(words, at + 1)
  // "611 downloads to date"
  if (next === 'date') return false
  if (next === 'be') return verbForms(wordAt(words, at + 2)).participle !== undefined
  return verbForms(next.replace(/^re-/, '')).base !== undefined
}

/** Before "to" and a verb they are no subject of it. */
const leadsOn = new Set(
  'due able need ready likely begin start continue ask try help seem tend go order how what'.split(' '),
)

/** "Repeat planned for March 2026", "The rest by November 2025", "Starts 5 January". */
function isAhead(words: readonly Token[]): boolean {
  const at = words.findIndex(({ word }) => /^(?:planned|scheduled|due|expected|booked|starts?|begins?|by)$/.test(word))
  return at >= 0 && words.slice(at + 1, at + 6).some(({ word }) => dated.test(word))
}

/** In a column of progress "Audit report, March 2023" is a note and no promise, though it could be read as one. */
function asReported(statement: Statement): Statement {
  if (statement.act !== 'planned') return statement
  const words = tokens(statement.text)
  // "Review the policy" orders, as an action does; "Review report" is a note.
  const orders = wordAt(words, 0) === 'to' || determiners.has(wordAt(words, 1)) || isToDo(statement.text)
  const note = !orders && !isAhead(words) && finiteVerbs(words).length === 0
  return note ? { ...statement, act: 'context', due: null } : statement
}
