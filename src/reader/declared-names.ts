/**
 * Names of bodies that no word gives away ("Turning Corner", "Oaktree"), found by where they stand in this document.
 */

import { isInitialsOf } from './name-forms.ts'
import { namesIn } from './names.ts'
import { groupWords } from './vocabulary/groups.ts'
import { recommendationLabel, responseHeading, shortLabel, typedNumber } from './vocabulary/labels.ts'
import { pattern } from './vocabulary/pattern.ts'
import { roleWord } from './vocabulary/roles.ts'

const asked = pattern('u')`
    ^(?:the\s)?((?:\p{Lu}[\p{L}\p{N}’'&-]*|of|and|for|the|in|,)(?:,?\s(?:\p{Lu}[\p{L}\p{N}’'&-]*|of|and|for|the|
    in))*)\s(?:should|must|ought to|needs? to)\b
  `

/** The names in front of "should" in recommendations, where no known word gives a body away. */
export function namesAsked(texts: readonly string[]): string[] {
  return texts.flatMap(text => {
    const words = withoutLabel(text)
    const subject = asked.exec(words)?.[1]
    return subject ? splitNames(subject).filter(name => isUnknown(name) && /\s/.test(name)) : []
  })
}

/** The names that cells of agencies hold ("Oaktree / Elm Council" holds two); line breaks part a cell's lines. */
export function namesInCells(cells: readonly string[]): string[] {
  return cells
    .flatMap(cell => {
      const lines = cell.split('\n')
      const isNamed = lines.some(line => namesIn(line).length > 0)
      return isNamed ? lines.map(withoutRemit) : lines
    })
    .flatMap(line => line.replace(/\([^)]*\)/g, '').split(/\s*(?:[/;,&]|\band\b)\s*/))
    .map(name => name.trim())
    .filter(name => name.length > 2 && name.length < 60 && /^\p{Lu}/u.test(name) && isUnknown(name))
}

/** "Chief Inspector, Vulnerability", beside a line that names the force, says what the post is for. */
function withoutRemit(line: string): string {
  const [post = ''] = line.split(',')
  return roleWord.test(post) ? post : line
}

/** What declared names need to know of a line. */
interface TitledLine {
  readonly kind: string
  readonly level: number
  readonly text: string
}

/**
 * The names that headings hold beside those of known bodies ("Bluebell Residential" next to "Elm Police"), where the
 * text uses them too.
 */
export function namesHeading(lines: readonly TitledLine[]): string[] {
  const headings = lines.filter(line => line.kind === 'heading' && line.text.length < 60)
  const levels = new Set(headings.filter(line => isBody(unnumbered(line.text))).map(line => line.level))
  const longer = lines
    .filter(line => line.kind === 'heading' && line.text.length < 90 && levels.has(line.level))
    .map(line => unnumbered(line.text))
    .filter(goesOnAsName)
  const told = headings
    .map(line => ({ ...line, text: unnumbered(line.text) }))
    .filter(line => levels.has(line.level) && titled.test(line.text) && isUnknown(line.text))
    .map(line => line.text.replace(/^The\s/, ''))
  const answering = headings
    .filter(line => levels.has(line.level) && headsLabels(line, lines))
    .map(line => unnumbered(line.text))
    .filter(name => isUnknown(name) && /^\p{Lu}[^.:;?!]{3,58}$/u.test(name))
  if (told.length === 0) return [...answering, ...longer]
  const words = lines.filter(line => line.kind !== 'heading')
  const used = [...new Set(told)].filter(name => words.some(line => line.text.includes(name)))
  return [...answering, ...longer, ...used.filter(name => !answering.includes(name))]
}

/** "Elm Council Adult Social Care and Commissioning": a body's name with its department's, and no paper's. */
function goesOnAsName(text: string): boolean {
  const [first, more] = namesIn(text)
  if (!first || more || first.generic || first.from > 0 || !/\s(?:Council|Authority)\b/.test(first.name)) return false
  const rest = text.slice(first.to)
  return (
    /^,? \p{L}/u.test(rest) && /^(?:,?\s(?:of|and|for|the|in|&|\p{Lu}[\p{L}’'-]*))+$/u.test(rest) && !ofPaper.test(rest)
  )
}

const ofPaper =
  /\b(?:Responses?|Repl(?:y|ies)|Answers?|Updates?|Progress|Plans?|Actions?|Reports?|Reviews?|Polic(?:y|ies)|Strategy|Statement|Position|Recommendations?|Comments?)\b/

/** Whether the next line is a recommendation's label, as below the name of the body that answers it. */
function headsLabels(heading: TitledLine, lines: readonly TitledLine[]): boolean {
  const next = lines[lines.indexOf(heading) + 1]
  return (
    next !== undefined && /^\W*(?:on |response to |re:? )?rec(?:ommendation)?s?\b\.?\s?(?:no\.?\s?)?\d/i.test(next.text)
  )
}

const titled = /^\p{Lu}[\p{L}’'&-]+(?:\s(?:of|and|for|the|in|\p{Lu}[\p{L}’'&-]*)){1,5}$/u

const joinedPlaces =
  /(?<first>\p{Lu}[\p{L}’-]+(?:\s(?:of\s)?\p{Lu}[\p{L}’-]+){0,2})\sand\sthe\s(?:\p{Lu}[\p{L}’-]+\s(?:of\s)?){1,4}(?:Safeguarding\s(?:\p{Lu}\p{L}+\s)?|Community\sSafety\s|(?:Child|Adult|Public)\sProtection\s)?(?:Board|Partnership|Committee|Council|Constabulary|Police)(?:\s\((?<short>\p{Lu}+)\))?/gu

/**
 * "Culverdale and the Moors Safeguarding Board" is one name, where its initials follow it or other bodies bear the
 * first of its places.
 */
export function namesOverTwoPlaces(texts: readonly string[]): string[] {
  const found = texts.flatMap(text => (text.includes(' and the ') ? [...text.matchAll(joinedPlaces)] : []))
  const isFirstElsewhere = (place: string): boolean =>
    texts.some(text => namesIn(text).some(({ name }) => name.startsWith(`${place} `) && !name.includes(' and the ')))
  return found.flatMap(({ 0: whole, groups: { first = '', short = '' } = {} }) => {
    const name = whole.replace(/\s\([^)]*\)$/, '')
    // What stands before the first place may be words of the sentence: "The Group of Elm and the Dales Board (EDB)".
    const tails = first.split(' ').map((_, at, words) => words.slice(at).join(' '))
    const place = tails.find(
      tail => isInitialsOf(short, name.slice(first.length - tail.length)) && isAllOf(short, tail),
    )
    if (place) return [name.slice(first.length - place.length)]
    return isFirstElsewhere(first) ? [name] : []
  })
}

const overPlaces =
  /\bNHS \p{Lu}[\p{L}’-]+(?: (?:and )?\p{Lu}[\p{L}’-]+){0,4}(?:, \p{Lu}[\p{L}’-]+(?: (?:and )?\p{Lu}[\p{L}’-]+){0,4}){1,3},? and \p{Lu}[\p{L}’-]+(?: \p{Lu}[\p{L}’-]+){0,3} (?:Integrated Care Board|ICB|Clinical Commissioning Group|CCG|(?:NHS )?(?:Foundation )?Trust)\b/gu

/** "NHS Elm, Ash and Thorn Integrated Care Board": one body for several places. */
export const namesOverPlaces = (texts: readonly string[]): string[] =>
  texts.flatMap(text => (text.includes('NHS ') ? (text.match(overPlaces) ?? []) : []))

/** Whether the initials begin with the place's, and not with those of a word before it. */
const isAllOf = (short: string, place: string): boolean => short.charAt(0) === place.charAt(0)

const label = /^(\p{Lu}[\p{L}’'&-]+(?:\s(?:of|and|for|the|\p{Lu}[\p{L}’'&-]*)){1,4})(\s\([^)]{3,60}\))?:\s+["“]?\p{Lu}/u

/** "Haven House (housing provider): …" says what it is. */
function speakerIn(text: string): string[] {
  const [, name = '', remit = ''] = label.exec(text) ?? []
  return /\b(?:provider|service|charity|landlord|commissioned|organisation)\b/i.test(remit) ? [name] : []
}

/** "Age Concern Elm: We welcome …" speaks for itself. */
function firstPersonIn(text: string): string[] {
  const [whole = '', name = ''] = label.exec(text) ?? []
  return name !== '' && !responseHeading.test(name) && /^["“]?(?:We|Our)\b/.test(text.slice(whole.length - 1))
    ? [name]
    : []
}

/** The names before what is said ("Haven House: We have …") where known bodies speak so too, and the text uses them. */
export function namesOfLabels(texts: readonly string[]): string[] {
  const labels = texts.flatMap(text => label.exec(text)?.[1] ?? [])
  if (labels.filter(isBody).length < 2) return []
  const speaking = new Set([...texts.flatMap(speakerIn), ...texts.flatMap(firstPersonIn)])
  return labels.filter(
    name =>
      isUnknown(name) && (speaking.has(name) || texts.some(text => new RegExp(`\\p{Ll}\\s${name}\\b`, 'u').test(text))),
  )
}

const acting =
  /^(\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}’'-]+){0,2}\s(?:Support|Advocacy|Action|Futures|Voices?|Links?|Counselling|Advice|Together|Recovery|Horizons))\s(?:has|have|will|is|are|was|were)\b/u

/** The names of charities before what they do ("Braes Family Support has …"), where paragraphs begin with bodies. */
export function namesActing(texts: readonly string[]): string[] {
  const found = texts.flatMap(text => acting.exec(text)?.[1] ?? []).filter(isUnknown)
  if (found.length === 0) return []
  const bodies = texts.filter(text => {
    const [first] = namesIn(text)
    return first !== undefined && !first.generic && first.from <= 4
  })
  return bodies.length >= 3 ? found : []
}

const department = /^([^,–—]{4,60}?)(?:,\s|\s[–—-]\s)(\p{Lu}[^,:.;–—]{3,50})$/u

/** "Elm Council, Adult Care": a council's department, named in a heading or a line of its own. */
export function namesOfDepartments(texts: readonly string[]): string[] {
  return texts.map(unnumbered).filter(text => {
    const [, council = '', part = ''] = (text.length < 100 && department.exec(text)) || []
    const [of] = namesIn(council)
    const [named] = namesIn(part)
    if (
      of?.kind !== 'council' ||
      of.generic ||
      of.to < council.length ||
      !named ||
      named.from > 4 ||
      named.to < part.length
    )
      return false
    return ['services', 'housing', 'education', 'health'].includes(named.kind)
  })
}

const unnumbered = (text: string): string => text.replace(/^\d+(?:\.\d+)*[.):]?\s+/, '')

function isBody(text: string): boolean {
  const [name, more] = namesIn(text)
  return name !== undefined && more === undefined && !name.generic && name.from <= 4 && name.to >= text.length - 2
}

function withoutLabel(text: string): string {
  const label = recommendationLabel.exec(text) ?? shortLabel.exec(text) ?? typedNumber.exec(text)
  return label?.groups?.rest ?? text
}

function splitNames(subject: string): string[] {
  return subject.split(/,\s*|\s+and\s+(?:the\s+)?/).map(name => name.replace(/^the\s/i, '').trim())
}

const noBody = pattern('i')`
  ^(?:Who|What|When|Where|Why|How|All|Any|Both|Each|Every|Everybody|Everyone|It|They|We|This|That|These|Those|Staff|N/?A|TBC|None|Various|
  Partnership|Multi|Single|Local|National|Regional)\b
`

function isUnknown(name: string): boolean {
  if (name === '' || namesIn(name).length > 0 || groupWords.test(name) || roleWord.test(name)) return false
  return !noBody.test(name)
}
