/** What is wrong with promises: no owner, no date, overdue, never to be finished, or told of as future too late. */
import { type PlainDate, writeDate } from '../core/plain-date.ts'
import type { Answer, Answered } from './answers.ts'
import { finiteVerbs } from './clauses.ts'
import { datesIn } from './dates.ts'
import { isKept } from './kept-promises.ts'
import { namesIn } from './names.ts'
import type { Finding, FindingCode, Statement } from './reading.ts'
import { tokens, wordAt } from './tokens.ts'
import { verbForms } from './verbs.ts'
import { pattern } from './vocabulary/pattern.ts'
import { planVerbs } from './vocabulary/verbs.ts'
import { openVerbs, openWhenContinued } from './vocabulary/words.ts'

interface Promised {
  readonly statement: Statement
  readonly answer: Answer
}

/**
 * The findings about what one recommendation's answers promise: at most one of each code, at the first promise that
 * raises it.
 */
export function promiseFindings(recommendation: Answered, asOf: PlainDate): Finding[] {
  const promises = promisesOf(recommendation)
  if (promises.length === 0) return []
  const told = recommendation.answers.flatMap(answer => answer.statements)
  const raise = (
    code: FindingCode,
    test: (promise: Promised) => boolean,
    message: (statement: Statement) => string,
  ): Finding[] => {
    const first = promises.find(test)
    return first
      ? [{ code, recommendation: recommendation.number, message: message(first.statement), span: first.statement.span }]
      : []
  }
  return [
    ...raise('no-owner', lacksOwner, ({ text }) => `Nobody is named who will do this: “${text}”`),
    ...raise(
      'no-date',
      ({ statement }) => statement.due === null,
      ({ text }) => `There is no date by which this is to be done: “${text}”`,
    ),
    ...raise(
      'overdue',
      promise => isOverdue(promise, told, asOf),
      ({ text, due }) =>
        `This was due by ${due?.to ? writeDate(due.to) : 'a day that has passed'} and is not reported done: “${text}”`,
    ),
    ...raise('open-ended', isOpenEnded, ({ text }) => `There is nothing here that can be finished: “${text}”`),
  ]
}

/** The planned statements, without those of finished rows and without lines that only introduce a list. */
function promisesOf({ answers }: Answered): Promised[] {
  return answers
    .filter(answer => answer.finished !== true)
    .flatMap(answer => answer.statements.map(statement => ({ statement, answer })))
    .filter(({ statement }) => statement.act === 'planned' && !statement.text.endsWith(':'))
    .filter(({ statement, answer }) => !answer.finishedAt?.includes(statement.span[0]))
}

/** Whether neither the row, the heading, the speaker nor the sentence names somebody to do it. */
function lacksOwner({ statement, answer }: Promised): boolean {
  if (answer.agency === '' && answer.owner === null) return !namesSomebody(statement.text)
  return !answer.headed && isPassive(statement.text) && !namesAgent(statement.text)
}

function namesSomebody(text: string): boolean {
  return namesIn(text).length > 0 || /^(?:we|the (?:head|director|chair|manager|lead|named|designated))\b/i.test(text)
}

function isPassive(text: string): boolean {
  const words = tokens(text)
  const verb = finiteVerbs(words).find(
    each =>
      each.clause !== 'subordinate' &&
      (each.tense === 'future' || each.tense === 'infinitive' || each.tense === 'passive'),
  )
  if (!verb) return false
  return words
    .slice(verb.first, verb.last + 4)
    .some(
      (word, at, rest) =>
        /^(?:be|been)$/.test(word.word) &&
        rest.slice(at + 1, at + 3).some(next => verbForms(next.word).participle !== undefined),
    )
}

const agentWithArticle = pattern('iu')`
  \bby (?:the|a|an|our|its|each|all|both|every)\s(?!end|use|time|start|beginning|close|middle|imaginative)\p{L}|
  \bby (?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?!days|weeks|months|years|hours|per|o[’'])\p{L}
`
/** A name behind "by" that is no month. */
const agentByName = /\bby \p{Lu}(?!an|eb|ar|pr|ay|un|ul|ug|ep|ct|ov|ec)/u

/** "by the named nurse" names who does it; "by May" and "by using" do not. */
function namesAgent(text: string): boolean {
  return agentWithArticle.test(text) || agentByName.test(text)
}

function isOverdue({ statement, answer }: Promised, told: readonly Statement[], asOf: PlainDate): boolean {
  const last = statement.due?.to
  if (!last || last >= asOf || endsFinished.test(statement.text)) return false
  const alone = answer.statements.filter(({ act, due }) => act === 'planned' && due !== null).length === 1
  return (answer.finished === false && alone) || !isKept(statement, [...answer.statements, ...told])
}

/** "Train 12 trainers. Complete (November 2025)". */
const endsFinished =
  /[.;–—-]\s*(?:now )?(?:completed?|done|closed|achieved|finished)\b(?!\s(?:by|in|for|due))[^.]{0,30}\.?$/i

/** A promise to explore, consider, support or contribute, in the active voice and without a date. */
function isOpenEnded({ statement }: Promised): boolean {
  if (statement.due !== null) return false
  const words = tokens(statement.text)
  const verb = finiteVerbs(words).find(each => each.clause === 'main')
  if (!verb) return openVerbs.has(words.find(({ word }) => verbForms(word).base !== undefined)?.word ?? '')
  if (isPassive(statement.text)) return false
  const furtherVerb = wordAt(words, verb.last + 1) === 'to' ? wordAt(words, verb.last + 2) : ''
  if (planVerbs.has(verb.verb) || (verb.verb === 'go' && verb.tense === 'continuous')) return openVerbs.has(furtherVerb)
  if (verb.verb !== 'continue') return openVerbs.has(verb.verb) && verb.tense !== 'present'
  return openVerbs.has(furtherVerb) || openWhenContinued.has(furtherVerb)
}

/** "the 2025/26 contract" tells of no time. */
const aboutYear = /^\s(?:contract|budget|plan|programme|strategy|work ?plan|business plan|training plan)s?\b/i

/** "Has asked for a second audit in spring 2026" fixes a time to come. */
const setsTime =
  /\b(?:asked for|requested|scheduled|planned|booked|arranged|agreed|commissioned|set|fixed|timetabled|extended|deferred|postponed|moved)\b/i

/** Raised when a document tells of a time as to come that lies before another that it tells of as past. */
export function staleTense(recommendations: readonly Answered[]): Finding[] {
  const prose = recommendations.flatMap(each =>
    each.answers
      .filter(answer => !answer.fromTable)
      .flatMap(({ statements }) => statements.map(statement => ({ number: each.number, statement }))),
  )
  const past = prose
    .filter(({ statement }) => statement.act === 'done' && !setsTime.test(statement.text))
    .flatMap(({ statement }) =>
      datesIn(statement.text).flatMap(date =>
        date.bound === 'in' && !aboutYear.test(statement.text.slice(date.to)) ? (date.range.from ?? []) : [],
      ),
    )
  const latest = past.reduce<string>((most, day) => (day > most ? day : most), '')
  const told = prose.map(({ statement }) => statement)
  const stale = prose.find(
    ({ statement: { due, act }, statement }) =>
      act === 'planned' && due?.to != null && due.to < latest && !isKept(statement, told),
  )
  if (!stale) return []
  const message = `The document tells of a later time as past, and of this as to come: “${stale.statement.text}”`
  return [{ code: 'stale-tense', recommendation: stale.number, message, span: stale.statement.span }]
}
