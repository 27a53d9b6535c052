/** When a planned statement is to be done. */

import type { Calendar } from './calendar.ts'
import { finiteVerbs } from './clauses.ts'
import { type DateMention, datesIn } from './dates.ts'
import type { Due } from './reading.ts'
import { tokens } from './tokens.ts'
import { finishedInPlaceOfDate } from './vocabulary/columns.ts'
import { pattern } from './vocabulary/pattern.ts'

/** What promises; "was to be launched in June" tells of a promise that is no longer made. */
const planning = pattern('i')`
    \b(?<!\b(?:was|were|been) )(?:will|would|shall|is to|are to|to be|aims?|intends?|plans?|hopes?|expect(?:s|ed)?|due|scheduled|planned|
    proposed|anticipated)\b
  `
/** What stands before a date that is not the one to keep: a past event, or the name of a document. */
const past = pattern('i')`
    \b(?:since|published|reported|agreed|issued|held|introduced|launched|revised|updated|dated|completed|created|
    established|began|started|signed|approved|met|(?<!\b(?:end|close|start|beginning|middle|course|part) )of)\s(?:in|on|at)?\s*(?:the\s)?$
  `

/** "was received on", "took place in": what stands behind is when it happened. */
const tookPlaceOn =
  /\b(?:was|were|has been|have been|been|took place|came|went|met|wrote|sat)\b(?: (?!due|planned|scheduled|expected|to )[a-z]+){0,3} (?:on|in|at)\s(?:the\s)?$/i

/** "has delayed this to summer 2026", "was put back until May": what stands behind is the date that now counts. */
export const movedTo =
  /\b(?:delay\w*|put back|postpon\w+|deferr\w+|mov(?:ed|es)|push(?:ed|es) back|extended|slipped|rescheduled)\b(?:\s\w+){0,4}?\s(?:to|until|till)\b/i

/** The due date that a planned sentence gives, or null: the first date behind the promise, else one before it. */
export function dueOf(sentence: string, calendar: Calendar): Due | null {
  const dates = datesIn(sentence, calendar)
  if (dates.length === 0) return null
  const promise = planning.exec(sentence)?.index ?? 0
  const usable = dates.filter(
    date =>
      !isPast(sentence, date, promise) && !isPartOfName(sentence, date) && !isOfEarlierClause(sentence, date, promise),
  )
  const moved = movedTo.exec(sentence)
  const chosen =
    (moved && usable.find(date => date.to > moved.index + moved[0].length)) ??
    usable.find(date => date.from > promise && date.bound === 'by') ??
    usable.find(date => date.from > promise && saidWhen.test(sentence.slice(0, date.from))) ??
    usable.find(date => date.from > promise) ??
    usable[0]
  return chosen ? { asWritten: chosen.asWritten, ...chosen.range } : null
}

/** In "to repeat its 2018 audit in the spring of 2022" the second tells when. */
const saidWhen =
  /\b(?:in|on|during|from|before|until|for|over|within)\s(?:(?:the|early|mid|late|(?:the )?(?:spring|summer|autumn|winter) of)\s?)*$/i

/** "There is no budget in 2025/26 and the Council will …": a date behind the verb of a clause before the promise's. */
const isOfEarlierClause = (sentence: string, date: DateMention, promise: number): boolean =>
  date.bound !== 'by' &&
  date.from < promise &&
  /\b(?:and|but)\b|;/.test(sentence.slice(date.to, promise)) &&
  finiteVerbs(tokens(sentence.slice(0, date.from))).length > 0

/** "Keeping Children Safe in Education 2024": a bare year behind a name belongs to the name. */
function isPartOfName(sentence: string, { from, to }: DateMention): boolean {
  return (
    /^\d{4}$/.test(sentence.slice(from, to)) &&
    /\p{Lu}[\p{L}’'-]+\s\(?$/u.test(sentence.slice(0, from)) &&
    !/^\W*\p{Lu}\p{L}*\s\(?$/u.test(sentence.slice(0, from))
  )
}

function isPast(sentence: string, date: DateMention, promise: number): boolean {
  const before = sentence.slice(Math.max(0, date.from - 40), date.from)
  return (
    /\bsince\s(?:the\s)?$|\bcompleted?\s\($/i.test(before) ||
    (date.from < promise && (past.test(before) || tookPlaceOn.test(before)))
  )
}

const revision = /\b(?:revised|extended|moved|changed|amended|new (?:date|deadline|target))\b[^\d]*/i

/**
 * The due date that a cell of target dates gives, or null: a bare day is a last day, and of a revised date the later
 * wording counts.
 */
export function dueInColumn(cell: string, calendar: Calendar): Due | null {
  if (finishedInPlaceOfDate.test(cell)) return null
  const revised = revision.exec(cell)
  const dates = datesIn(cell, calendar, true)
  const chosen = (revised && dates.find(date => date.from >= revised.index)) ?? dates[0]
  if (!chosen) return null
  const { from, to } = chosen.range
  return { asWritten: chosen.asWritten, from: from === to ? null : from, to }
}
