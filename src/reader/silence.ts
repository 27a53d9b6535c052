/** Who and what is left without an answer: recommendations, bodies that they are put to, and parts of what they ask. */

import { isGroup, people } from './addressees.ts'
import type { Answer, Answered } from './answers.ts'
import type { Body, Directory } from './directory.ts'
import { matchesOf } from './matches.ts'
import { nameKey } from './name-forms.ts'
import { asksLeftOut, partsLeftOut } from './parts-answered.ts'
import type { Finding, Kind, Statement } from './reading.ts'
import { bodyOf, subjectOf } from './speakers.ts'
import { pattern } from './vocabulary/pattern.ts'

/** The findings unanswered, silent-addressee and part-unanswered of one recommendation. */
export function silenceFindings(whole: Answered, kind: Kind, directory: Directory): Finding[] {
  const isTold = whole.answers.some(({ statements }) => statements.some(saysSilence))
  const recommendation = isTold ? { ...whole, answers: whole.answers.map(withoutSilence) } : whole
  const { number, span, answers } = recommendation
  const statements = answers.flatMap(answer => answer.statements)
  if (statements.length === 0) {
    if (recommendation.answeredWith !== undefined) return []
    if (kind !== 'response' && kind !== 'action-plan') return []
    return [{ code: 'unanswered', recommendation: number, message: `${named(number)} has no response.`, span }]
  }
  return [...silentFinding(recommendation, directory), ...partFinding(recommendation)]
}

const silence = /\bno (?:response|reply|answer|return) (?:has|have|had|was|were) (?:yet )?(?:been )?received\b/i
const saysSilence = ({ text }: Statement): boolean => text.includes('received') && silence.test(text)

/** "The agency has closed and no response had been received from it" answers nothing. */
const withoutSilence = (answer: Answer): Answer => ({
  ...answer,
  statements: answer.statements.filter(statement => !saysSilence(statement)),
})

const named = (number: string | null): string => (number === null ? 'This recommendation' : `Recommendation ${number}`)
const inSentence = (number: string | null): string => named(number).replace(/^[RT]/, letter => letter.toLowerCase())

function silentFinding(recommendation: Answered, directory: Directory): Finding[] {
  const asked = [...addressed(recommendation, directory), ...reliedOn(recommendation, directory)]
  const answering = bodiesAnswering(recommendation)
  const unnamed = recommendation.answers.some(({ agency, statements }) => agency === '' && statements.length > 0)
  // An answer that nobody is named for may be the addressee's own.
  const quiet = unnamed ? [] : asked.filter(body => !isHeard(body, answering))
  if (quiet.length === 0) return []
  const told = bodiesToldOf(recommendation, directory)
  const silent = [...new Set(quiet.filter(body => !isHeard(body, told)).map(body => body.name))]
  if (silent.length === 0) return []
  const give = silent.length > 1 ? 'give' : 'gives'
  const message = `${silent.join(', ')} ${give} no answer under ${inSentence(recommendation.number)}.`
  return [{ code: 'silent-addressee', recommendation: recommendation.number, message, span: recommendation.span }]
}

/**
 * Whether a body answers itself, by a department of its own, or, where a whole sector is asked ("Health"), by a body of
 * that sector.
 */
function isHeard(body: Body, heard: ReadonlySet<string>): boolean {
  const key = nameKey(body.name)
  const partOf = (whole: string, part: string): boolean =>
    /\b(?:council|borough|authority)$/.test(whole) && part.startsWith(`${whole} `)
  return [...heard].some(
    name =>
      name === key ||
      partOf(key, name) ||
      (key.endsWith(' council') && name.startsWith('council ')) ||
      (name.endsWith(' council') && councilDepartment.test(key)) ||
      partOf(name, key) ||
      (sectors.has(key) && name.includes(key)) ||
      (sectors.has(name) && key.includes(name)),
  )
}

/** Without a place in their names these are departments of whichever council answers. */
const councilDepartment =
  /^(?:adult|children'?s?) (?:social care|services)$|^housing (?:needs?|options?|services?|solutions?)$|^public health$/

const sectors = new Set(['health', 'education', 'housing', 'police', 'probation', 'school', 'social care'])

/** The bodies that answer, and those that a row names beside its lead. */
function bodiesAnswering({ answers }: Answered): Set<string> {
  const answering = answers.filter(({ statements }) => statements.length > 0)
  return new Set(answering.flatMap(({ agency, bodies }) => [agency, ...bodies.map(body => body.name)]).map(nameKey))
}

/** "Elm Housing has not answered." */
const notAnswered =
  /\b(?:(?:ha(?:s|ve|d)|did|does|do) not (?:yet )?(?:answer|repl|respond)|no (?:answer|reply|response) (?:came|from|was|has)\b)/i

/** The bodies that statements tell of as acting, and those on whose behalf they speak. */
function bodiesToldOf({ answers }: Answered, directory: Directory): Set<string> {
  const told = new Set<string>()
  for (const { text } of answers.flatMap(({ statements }) => statements)) {
    const subject = notAnswered.test(text) ? null : subjectOf(text, directory, null)
    if (subject) told.add(nameKey(subject.name))
    const behalf = /\bon behalf of (?:the )?(.{3,80})/i.exec(text)?.[1]
    const mention = behalf ? directory.mentions(behalf)[0] : undefined
    if (mention) told.add(nameKey(directory.find(mention.name)?.name ?? mention.name))
  }
  return told
}

/** The bodies that the recommendation is put to; who "should be asked" or "should be told" is not asked to answer. */
function addressed({ addressees, text }: Answered, directory: Directory): Body[] {
  if (
    /\b(?:should|must) be (?:asked|told|given|invited|informed|offered|consulted|notified|included|involved)\b/.test(
      text,
    )
  )
    return []
  return addressees
    .filter(name => !isGroup(name))
    .flatMap(name => {
      const [mention] = directory.mentions(name)
      // "Housing officers" are people, and no body called Housing.
      const arePeople = mention !== undefined && people.test(name.slice(mention.to))
      return mention && !arePeople ? (bodyOf(mention, directory, null) ?? []) : []
    })
}

const membership = pattern('gi')`
    \b(?:group|panel|team|forum)\s(?:\w+\s){0,4}?(?:consisting of|comprising|comprised of|made up of|composed of|
    consists of|comprises|including|with (?:members|representatives|representation) from)\s([^.;]+)
  `

/** The members of a group that an answer relies on: "a task and finish group consisting of Police and Housing". */
function reliedOn({ answers }: Answered, directory: Directory): Body[] {
  const texts = answers
    .flatMap(({ statements }) => statements.map(({ text }) => text))
    .filter(text => /\b(?:group|panel|team|forum)\s/i.test(text))
  return texts.flatMap(text =>
    matchesOf(membership, text).flatMap(match =>
      directory.mentions(match[1] ?? '').flatMap(mention => bodyOf(mention, directory, null) ?? []),
    ),
  )
}

function partFinding(recommendation: Answered): Finding[] {
  const left = [
    ...partsLeftOut(recommendation).map(at => recommendation.parts[at - 1] ?? ''),
    ...asksLeftOut(recommendation),
  ]
  const [first] = left
  if (first === undefined) return []
  const more = left.length > 1 ? ` and ${left.length - 1} more` : ''
  const asked = first.replace(/[;,.]$/, '')
  const message = `No response to ${inSentence(recommendation.number)} takes up: “${asked}”${more}.`
  const at = recommendation.parts.indexOf(first)
  return [
    {
      code: 'part-unanswered',
      recommendation: recommendation.number,
      message,
      span: recommendation.partSpans[at] ?? recommendation.span,
    },
  ]
}
