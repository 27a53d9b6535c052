/** Whether a promise was kept by what else a document tells of. */
import { finiteVerbs } from './clauses.ts'
import { contentWords, coverageOf, stem } from './content-words.ts'
import type { Statement } from './reading.ts'
import { tokens, wordAt } from './tokens.ts'
import { verbForms } from './verbs.ts'
import { numbersInWords } from './vocabulary/grammar.ts'
import { pattern } from './vocabulary/pattern.ts'
import { deedOfThing } from './vocabulary/words.ts'

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
    return (shared >= 0.6 && about.size > 1) || (shared >= 0.2 && pastDeedsOf(text).some(deed => deeds.has(deed)))
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
  \b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty(?:-\w+)?|half|most|some|many|few|
  several|none|part|third|thirds|quarter|quarters|majority) of (?:the )?
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
