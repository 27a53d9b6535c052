/**
 * To whom a recommendation is put: the bodies and groups that its first words name, else those of the line that
 * announces it.
 */

import { finiteVerbs } from './clauses.ts'
import type { Directory } from './directory.ts'
import { matchesOf } from './matches.ts'
import { sentences } from './sentences.ts'
import { tokens } from './tokens.ts'
import { groupWords } from './vocabulary/groups.ts'
import { pattern } from './vocabulary/pattern.ts'

/**
 * The addressees as written, in order; [] when none is named. `announcedBy` is the line that introduces it and others.
 */
export function addresseesIn(words: string, announcedBy: string | null, directory: Directory): string[] {
  const found = [...namedIn(subjectOf(words, directory), directory), ...requiredOf(words)]
  if (found.length > 0) return found
  // A sentence that ends before them tells of something else.
  const announces = announcedBy !== null && (!/[.]$/.test(announcedBy) || announcedTo.test(announcedBy))
  return announces ? namedIn(announcedBy.replace(announcedTo, ''), directory) : []
}

/** In "Recommendations for Elm Police" only what stands behind names addressees. */
const announcedTo = /^.*\brecommendations?\s(?:for|to)\s(?:the\s)?/i

/** In front of a subject: "Within six months, …", "It is recommended that …", "The panel recommends that …". */
const introduction = pattern('i')`
    ^(?:(?:within|by|before|in|from|as|when|where|to|for|following|given|once|after|during|through|
    working with)\b[^,]{2,120},\s*)?(?:(?:(?!\b(?:should|must)\b).){0,80}?\b(?:recommend(?:s|ed)?\s(?:that\s)?|(?:said|advised|asked) that\s))?
  `
const asking = pattern('i')`
    \s(?:should|must|ought to|needs? to|is asked to|are asked to|is requested to|are requested to|is invited to|
    are invited to|has to|have to)\b
  `
/** Who "should be asked" or "should be told" is not the one to act. */
const passive = pattern('i')`
    ^\s(?:should|must) be (?:asked|told|given|invited|informed|offered|consulted|notified|included|involved|able|
    aware)\b
  `

/** What stands before the first "should", or, where there is none, the names at the very beginning. */
function subjectOf(words: string, directory: Directory): string {
  const told = words.slice(introduction.exec(words)?.[0].length ?? 0)
  const rest = told.replace(/^that\s/i, '')
  const asked = asking.exec(rest)
  if (asked && !/\b(?:that|which|who)\b/.test(rest.slice(0, asked.index)))
    return passive.test(rest.slice(asked.index)) ? '' : withinBrackets(lastSentence(rest.slice(0, asked.index)))
  // "The Board asked us to …": whoever tells it is asked, and not the Board.
  if (/\b(?:asked|wanted|required|told) us to\b/.test(rest)) return ''
  const clause = rest === told ? '' : subjectOfClause(rest)
  if (directory.mentions(clause).length > 0) return clause
  return sectorOf.exec(rest)?.[1] ?? (leadingNames(rest, directory) || (groupWords.exec(rest)?.[0] ?? ''))
}

/** "Health agencies (Elm Trust and Ash Trust)" are those in the brackets. */
const sectorOf =
  /^(?:the )?\p{Lu}?\p{Ll}+ (?:agencies|partners|providers|services|trusts|bodies|organisations) \(([^)]*(?:,| and )[^)]*)\)/u
const withinBrackets = (subject: string): string => sectorOf.exec(subject)?.[1] ?? subject

/** What led to a recommendation may be told before it, in sentences of its own. */
const lastSentence = (text: string): string => text.slice(...(sentences(text).at(-1) ?? [0]))

/** "[that] mental health services and the Trust agree …": what stands before the verb. */
function subjectOfClause(text: string): string {
  const words = tokens(text)
  const verb = finiteVerbs(words)[0]
  const subject = verb ? text.slice(0, words[verb.first]?.from) : ''
  return subject.length < 160 ? subject : ''
}

/** "the Trust and Housing review …": the names that follow one another from the beginning on. */
function leadingNames(text: string, directory: Directory): string {
  let end = 0
  for (const { from, to } of directory.mentions(text)) {
    if (!/^[\s,]*(?:(?:the|and|both|all)\s+)*$/i.test(text.slice(end, from))) break
    // "The Board's policy" is what is told of, and not the Board.
    if (/^[’']s?\s/.test(text.slice(to))) break
    end = to
  }
  return text.slice(0, end)
}

const groupHead = pattern('i')`
    \b(?:agenc(?:y|ies)|partners|partnerships?|organisations?|services|providers?|schools|colleges|practices|
    bodies|boards|trusts|councils|authorit(?:y|ies)|employers|commissioners|hospitals|academies|settings|gps|
    nurseries|landlords|forces|departments|charities|universities)\b|
    ^(?:the|each|every)\s.*\b(?:department|service|sector|school|college|hospital|provider|commissioner)$
  `

/** The bodies and groups in a subject, as written, with an article where they have one. */
function namedIn(subject: string, directory: Directory): string[] {
  if (sectorsOfOne.test(subject)) return [subject.trim()]
  const names = directory
    .mentions(subject)
    .filter(({ from, to }) => !isShortForm(subject, from, to))
    .map(({ from, to, name }) => {
      // "Health visitors" are asked, and no body called Health.
      const end = to + (name.includes(' ') ? 0 : (people.exec(subject.slice(to))?.[0].length ?? 0))
      return { from, to: end, name: withArticle(subject, from) + subject.slice(from, end) }
    })
  if (names.length === 0)
    return groupHead.test(subject) && subject.length < 120 ? [subject.trim().replace(/[,:]$/, '')] : []
  return [...names, ...groupsBeside(subject, names)].sort((a, b) => a.from - b.from).map(each => each.name)
}

/** Whether what is asked is several bodies at once, and none by its name. */
export const isGroup = (name: string): boolean =>
  groupWords.exec(name)?.[0].length === name.length || sectorsOfOne.test(name)

/** "Housing, health and substance misuse commissioners" are commissioners, and none is called Housing. */
const sectorsOfOne =
  /^\p{Lu}\p{Ll}+(?:, [\p{Ll} ]+)*,? and [\p{Ll} ]+\s(?:commissioners|services|providers|agencies|professionals|practitioners|partners|organisations|teams)$/u

/** Workers or bodies of a kind, said behind the word for their sector. */
export const people =
  /^\s(?:visitors?|associations?|providers?|professionals|practitioners|staff|workers?|services|organisations|agencies|trusts|settings|bodies|partners|teams|leads?|officers?)\b/

/** "(CAMHS)" behind a name says how it is called further on. */
const isShortForm = (subject: string, from: number, to: number): boolean =>
  /\S\s\((?:the\s)?[“"‘']?$/i.test(subject.slice(0, from)) && /^[”"’']?\)/.test(subject.slice(to))

interface Named {
  readonly from: number
  readonly to: number
  readonly name: string
}

/** What stands between commas and "and". */
const between = /(?:^|,\s(?:and\s)?|\band\s)([^,]+?)(?=,|\sand\s|:|$)/g

/** "… and its partner agencies": the groups that stand beside names, between commas and "and". */
function groupsBeside(subject: string, names: readonly Named[]): Named[] {
  const found: Named[] = []
  for (const match of matchesOf(between, subject)) {
    const from = match.index + match[0].length - (match[1]?.length ?? 0)
    const piece = { from, to: match.index + match[0].length, name: (match[1] ?? '').trim() }
    const free = !names.some(name => name.from < piece.to && piece.from < name.to)
    if (free && groupHead.test(piece.name) && piece.name.split(' ').length <= 6) found.push(piece)
  }
  return found
}

const requiring = pattern('iu')`
  \b(?:require|ask|request|expect)s?\s
  ((?:each|all|every|its|their|both|partner)\s(?:[\p{L}-]+\s){0,3}?
  (?:agenc(?:y|ies)|partners|organisations?|services|providers|schools))\sto\b
`

/** "The Board should require each partner agency to …" is put to those agencies too. */
function requiredOf(words: string): string[] {
  const required = requiring.exec(words)?.[1]
  return required ? [required] : []
}

function withArticle(subject: string, at: number): string {
  return /(?:^|[\s,])(the )$/i.exec(subject.slice(0, at))?.[1] ?? ''
}
