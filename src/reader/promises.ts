/** What is wrong with promises: no owner, no date, overdue, never to be finished, or told of as future too late. */
import { type PlainDate, writeDate } from '../core/plain-date.ts'
import type { Answer, Answered } from './answers.ts'
import { finiteVerbs } from './clauses.ts'
import { contentWords, coverageOf, stem } from './content-words.ts'
import { datesIn } from './dates.ts'
import { namesIn } from './names.ts'
import type { Finding, FindingCode, Statement } from './reading.ts'
import { tokens, wordAt } from './tokens.ts'
import { verbForms } from './verbs.ts'
import { numbersInWords } from './vocabulary/grammar.ts'
import { pattern } from './vocabulary/pattern.ts'
import { planVerbs } from './vocabulary/verbs.ts'
import { deedOfThing, openVerbs, openWhenContinued } from './vocabulary/words.ts'

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
    each => each.tense === 'future' || each.tense === 'infinitive' || each.tense === 'passive',
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
  if (!last || last >= asOf) return false
  const alone = answer.statements.filter(({ act, due }) => act === 'planned' && due !== null).length === 1
  return (answer.finished === false && alone) || !isKept(statement, [...answer.statements, ...told])
}

/**
 * Whether another statement says that what was promised has been done: the same deed, about the same thing, and not in
 * part.
 */
export function isKept(promise: Statement, told: readonly Statement[]): boolean {
  const reported = told.filter(({ act, span }) => (act === 'done' || act === 'ongoing') && span[0] !== promise.span[0])
  if (reported.length === 0) return false
  const about = contentWords(promise.text)
  const deeds = deedsOf(promise.text)
  return reported.some(({ text, span }) => {
    if (isInPart(text) || isFewer(text, promise.text)) return false
    if (span[0] < promise.span[0] && anew.test(promise.text)) return false
    const shared = coverageOf(about, contentWords(text))
    if (shared >= 0.2 && arranged.test(promise.text) && tookPlace.test(text)) return true
    if (shared >= 0.2 && makes.test(promise.text) && isThere.test(text)) return true
    if (shared >= 0.4 && alters.test(promise.text) && altered.test(text)) return true
    return shared >= 0.6 || (shared >= 0.2 && pastDeedsOf(text).some(deed => deeds.has(deed)))
  })
}

/** "Include a question in the letter" is kept by "The letter has been changed". */
const alters = /^(?:to )?(?:include|add|insert|amend|change|revise|update|rewrite|redraft|refresh)\b/i
const altered = /\b(?:included|added|inserted|amended|changed|revised|updated|rewritten|redrafted|refreshed)\b/i

/** "Build a flag" is kept by "The flag went live". */
const makes = pattern('i')`
  ^(?:to )?(?:(?:design|develop) and )?(?:build|develop|create|launch|introduce|set up|establish|implement|commission|
  procure|install)\b
`
const isThere = pattern('i')`
  \b(?:(?:went|gone|is|are|now) live|(?:was|were|been|is|are) (?:now )?(?:launched|introduced|installed|set up|
  established|in (?:use|place|operation))|came into use)\b
`

/** "A further event is planned for May" is kept by "The second event took place on 9 May". */
const arranged = /\b(?:planned|scheduled|arranged|booked|(?:be|is|are) held|take place)\b/i
const tookPlace = /\b(?:took place|(?:was|were|has been|have been) held|(?:has|have) taken place|went ahead)\b/i

/** What is to be done once more was not done by what was told of before. */
const anew = /\b(?:again|once more|another|further|more|second|third|next|remaining|widen|extend)\b/i

const someOfMany = pattern('iu')`
  \b(?!all\b)[\p{L}\d-]+ of (?:the )?
  (?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty(?:-\w+)?)\b
`

const countOfThings = new RegExp(
  `\\b((?!(?:19|20)\\d\\d)\\d{1,4}|${numbersInWords.join('|')})\\s((?:[a-z-]+\\s){0,3}[a-z-]+)`,
  'g',
)

/** "Two of nine teams have been briefed": not all that was promised. */
function isInPart(text: string): boolean {
  return someOfMany.test(text)
}

/** "Four sessions have been held" does not keep the promise of six sessions. */
function isFewer(told: string, promised: string): boolean {
  const wanted = countsIn(promised)
  return [...countsIn(told)].some(([thing, count]) => count < (wanted.get(thing) ?? 0))
}

/** How many of each thing a text speaks of: "six multi-agency training sessions" are six sessions. */
function countsIn(text: string): Map<string, number> {
  const found = new Map<string, number>()
  const begun = text.charAt(0).toLowerCase() + text.slice(1)
  for (const [, count = '', things = ''] of begun.matchAll(countOfThings)) {
    const thing = things.split(/\s/).find(word => word.endsWith('s'))
    const number = /^\d/.test(count) ? Number(count) : numbersInWords.indexOf(count) + 1
    if (thing) found.set(stem(thing), number)
  }
  return found
}

/** The base forms of the words that can be verbs. */
function deedsOf(text: string): Set<string> {
  return new Set(
    tokens(text).flatMap(({ word }, at) => {
      const { base, participle, past, ing } = verbForms(word)
      return participle ?? past ?? ing ?? (at === 0 && base ? base : (base ?? []))
    }),
  )
}

const pastTenses = new Set(['perfect', 'past', 'passive-past'])

/** What a text says has happened: its verbs, and the deeds that its things tell of ("a letter was sent"). */
function pastDeedsOf(text: string): string[] {
  const words = tokens(text)
  // "Named on 2 June": a note leaves its subject out.
  const noted = verbForms(wordAt(words, 0)).participle
  const told = finiteVerbs(words).filter(({ tense, negated }) => pastTenses.has(tense) && !negated)
  const deeds = [...(noted ? [noted] : []), ...told.map(({ verb }) => verb)]
  return deeds.length === 0 ? [] : [...deeds, ...words.flatMap(({ word }) => deedOfThing.get(word) ?? [])]
}

/** A promise to explore, consider, support or contribute, in the active voice and without a date. */
function isOpenEnded({ statement }: Promised): boolean {
  if (statement.due !== null) return false
  const words = tokens(statement.text)
  const verb = finiteVerbs(words).find(each => each.clause === 'main')
  if (!verb) return openVerbs.has(words.find(({ word }) => verbForms(word).base !== undefined)?.word ?? '')
  if (isPassive(statement.text)) return false
  const furtherVerb = wordAt(words, verb.last + 1) === 'to' ? wordAt(words, verb.last + 2) : ''
  if (planVerbs.has(verb.verb)) return openVerbs.has(furtherVerb)
  if (verb.verb !== 'continue') return openVerbs.has(verb.verb) && verb.tense !== 'present'
  return openVerbs.has(furtherVerb) || openWhenContinued.has(furtherVerb)
}

/** "the 2025/26 contract" tells of no time. */
const aboutYear = /^\s(?:contract|budget|plan|programme|strategy|work ?plan|business plan|training plan)s?\b/i

/** Raised when a document tells of a time as to come that lies before another that it tells of as past. */
export function staleTense(recommendations: readonly Answered[]): Finding[] {
  const prose = recommendations.flatMap(each =>
    each.answers
      .filter(answer => !answer.fromTable)
      .flatMap(({ statements }) => statements.map(statement => ({ number: each.number, statement }))),
  )
  const past = prose
    .filter(({ statement }) => statement.act === 'done')
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
