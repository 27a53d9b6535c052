/** Lines and labels that say who speaks below or behind them, or when. */
import { datesIn } from './dates.ts'
import type { Body, Directory } from './directory.ts'
import { partOf, type SourceLine } from './source-lines.ts'
import { bodyNamed } from './speakers.ts'
import { badge, badgeEnds, manyBodies, responseHeading, updateHeading } from './vocabulary/labels.ts'
import { roleHeads } from './vocabulary/names.ts'

/** Whether a line heads what one body says, a response or an update. */
export function isBodyHeading(line: SourceLine, directory: Directory): boolean {
  return responseHeading.test(line.text) || updateHeading.test(line.text) || isNameOnly(line.text, directory)
}

const besideName =
  /\b(?:letter|submission|feedback|response|responses|repl(?:y|ies)|answers?|returns?|views?|own|update|progress|notes?|comments?|action|actions|position|statement|lead)\b/gi

/** A line with bodies' names and nothing else but brackets, articles, or words such as "response from". */
export function isNameOnly(text: string, directory: Directory): boolean {
  if (text.length > 120 || /[.?!;,]$/.test(text)) return false
  const bare = withoutTail(withoutNumber(text))
    .replace(/\([^)]*\)/g, '')
    .replace(besideName, '')
  const names = directory.mentions(bare)
  if (names.length === 0 || /[.?!]$/.test(bare.trim())) return false
  const rest = names.reduceRight((left, { from, to }) => left.slice(0, from) + left.slice(to), bare)
  return rest.split(/[\s,;:&/–—-]+/).every(word => small.test(word) || roleHeads.has(word.toLowerCase()))
}

/** Without what stands behind a name: a day, a badge, those for whom it speaks. Each is looked for only by its sign. */
function withoutTail(text: string): string {
  const undated = /\d{4}\)?$/.test(text) ? text.replace(dated, '') : text
  const last = /([A-Za-z]+)[\])]?$/.exec(undated)?.[1]?.toLowerCase() ?? ''
  const bare = badgeEnds.has(last) ? undated.replace(badge, '') : undated
  return /\s(?:for|behalf)\s/.test(bare) ? bare.replace(forOthers, '') : bare
}

/** What may stand beside names and posts: articles, prepositions, an apostrophe left behind. */
const small = /^(?:[’']s?|the|and|for|from|of|by|on|behalf|to)?$/i

/** "From Elm Police, 9 January 2026": when it was written. */
const dated =
  /[,(–—-]?\s*(?:\b\d{1,2}(?:st|nd|rd|th)?\s)?\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\s\d{4}\)?\s*$/i

/** "NHS Elm ICB, for GP practices": those whose part it takes. */
const forOthers = /,?\s(?:for|on behalf of)\s(?:the\s)?(?:GPs?|all|its|our|general|primary|local|other)\b.*$/i

/** "Organisation: Elm Police": what says that a name follows. */
const nameLabel =
  /^(?:(?:lead|responsible|responding) )?(?:organisation|organization|agency|partner|body|respondent|provider|(?:response|received|reply) from)(?: name)?\s*[:–—-]\s+/i

/** "4. Elm Police" is a heading with its number. */
function withoutNumber(text: string): string {
  return text.replace(/^\(?(?:\d+(?:\.\d+)*|[A-Z]|[ivx]+)[.):]\s+(?=\p{Lu})/u, '').replace(nameLabel, '')
}

/** "Schools", "GP practices": many bodies that speak as one under a heading or a label; null for any other text. */
export function bodyOfMany(text: string): Body | null {
  return text.length < 50 && manyBodies.test(text) ? { name: text.trim(), kind: 'services' } : null
}

const department =
  /^(?:the )?Council(?:[’']s)? (?:Commissioning|Procurement|Housing|Education|Legal|Licensing|Public Health|Environmental Health|Social (?:Work|Care)|Adult\w*|Children\w*|\p{Lu}\p{L}+ Services?)(?: (?:Team|Service|Services|Department|Directorate|Unit))?$/u

/** "Council Commissioning" speaks under the name that it is given, where the council has one of its own. */
const departmentOf = (label: string): Body | null =>
  department.test(label) ? { name: label.replace(/^the /i, ''), kind: 'services' } : null

export interface LeadingLabel {
  /** Who speaks behind it; null for a label that only dates or announces. */
  readonly body: Body | null
  /** Where the words behind it begin. */
  readonly to: number
}

const labelled = /^([^?]{2,110}?)\s*(?:[–—:?]|\s-)\s+(?=\S)/u

/**
 * The label before the words of a paragraph: "Elm Police – …", "Housing: …", "Update, May 2025: …"; null when it has
 * none.
 */
export function leadingLabel(line: SourceLine, directory: Directory, context: Body | null): LeadingLabel | null {
  if (line.kind === 'heading') return null
  const question = asked.exec(line.text)?.[0].length ?? 0
  if (question > 0) return { body: null, to: question }
  const run = runIn.exec(line.text)?.[0].length ?? 0
  if (run > 0) return { body: null, to: run }
  const [whole, written = ''] = named(line.text, directory) ?? labelled.exec(line.text) ?? []
  if (!whole) return null
  // "Elm Council says: …"
  const label = written.replace(/\s(?:says?|said|told us|tells us|responds|responded|replied|writes)$/, '')
  const many = bodyOfMany(label) ?? departmentOf(label)
  if (many) return { body: many, to: whole.length }
  if (isNameOnly(label, directory)) return { body: bodyNamed(label, directory, context), to: whole.length }
  if (!responseHeading.test(label) && !isDateLabel(label)) return null
  // "Response – Elm Police: …" and "May 2025: Elm Police: …" say who behind what.
  const inner = leadingLabel(partOf(line, whole.length), directory, context)
  return inner?.body ? { body: inner.body, to: whole.length + inner.to } : { body: null, to: whole.length }
}

/** "Our response. We agree …", "What we have done. The …": a heading that runs into the paragraph. */
const runIn =
  /^(?:(?:(?:our|the|board|partnership|agency|joint) )?(?:response|update|progress|position|next steps)|(?:what|how) (?:we|the \p{L}+|has|is|happens|remains)\b[^.:?!,]{0,30}|(?:still|yet|left) to do)\.\s+(?=\p{Lu})/iu

/** "What action have you taken? …": what a form asks before its answer. */
const asked = /^(?:what|how|do|does|did|is|are|has|have|will|when|who|which|why|can)\b[^.?!]{3,110}\?\s+(?=\S)/i

/** "Elm Council. We have …": a name as a sentence of its own. */
function named(text: string, directory: Directory): RegExpExecArray | null {
  const match = /^([^.:]{3,90})\.\s+(?=[“"'‘]?\p{Lu})/u.exec(text)
  return match && isNameOnly(match[1] ?? '', directory) ? match : null
}

/** "March 2020", "Update (12/03/2020)": a date and at most the word that it is an update. */
export function isDateLabel(label: string): boolean {
  if (label.length > 60 || !/\d/.test(label)) return false
  const [date, more] = datesIn(label)
  if (!date || more) return false
  const rest = `${label.slice(0, date.from)} ${label.slice(date.to)}`
  return /^[\s(),.]*(?:(?:update|updated|progress|position|as at|as of|on|in|at)[\s(),.:–-]*)*$/i.test(rest)
}
