/** The words by which a body's name is known: heads such as "Trust", names known as a whole, and initials. */
import { isBoardsInitials } from './name-forms.ts'
import { abbreviations } from './vocabulary/abbreviations.ts'
import { type BodyKind, headWords, wholeNames } from './vocabulary/bodies.ts'
import { onlyLast } from './vocabulary/names.ts'

/** A word of a text, in its place. */
export interface Word {
  readonly text: string
  readonly from: number
  readonly to: number
}

/** Whether a single word is a name by itself ("Barnardo's", which keeps its ending). */
export function isWholeName(word: string): boolean {
  return wholes.some(whole => whole.words.length === 1 && whole.words[0] === plain(word))
}

/** How many letters of a word are a possessive ending. */
export function possessiveEnd(word: string): number {
  return /[’']s$/.test(word) ? 2 : /s[’']$/.test(word) ? 1 : 0
}

/** "NHS Denby" is a body, the "NHS Long Term Plan" none. */
const noTrust =
  /^(?:Long|Number|Constitution|Staff|Plan|Mandate|Outcomes|Choices|Standard|Contract|Providers?|Services?)$/

/** The words up to the last one that makes a body of them; "Ministry of Justice" goes on behind its head. */
export function cutAtHead(words: readonly Word[]): { words: readonly Word[]; kind: BodyKind } | null {
  const whole = wholeName(words)
  for (let at = words.length - 1; at >= 0; at--) {
    const word = words[at]?.text ?? ''
    const kind = headOf(word) ?? kindOfInitials(word)
    if (!kind) continue
    const next = words[at + 1]?.text
    const goesOn = next === 'of' || next === 'for'
    if (next !== undefined && !goesOn && onlyLast.has(plain(word))) continue
    const cut = goesOn ? words : words.slice(0, at + 1)
    if (whole && whole.length >= cut.length) break
    return { words: cut, kind: kindOfName(cut.map(each => each.text).join(' '), kind) }
  }
  if (!whole)
    return words[0]?.text === 'NHS' && words.length > 1 && !noTrust.test(words[1]?.text ?? '')
      ? { words, kind: 'health' }
      : null
  // "Age UK Tidewell" and "Barnardo's Kingsport" are known by the charity's name and then the place's.
  const length = whole.kind === 'voluntary' ? words.length : whole.length
  return { words: words.slice(0, length), kind: whole.kind }
}

const wholes = wholeNames.map(([name, kind]) => ({ words: name.split(' ').map(plain), kind }))
const wholesByLast = Map.groupBy(wholes, whole => whole.words.at(-1) ?? '')

/** The longest stretch from the beginning of the words that ends with a name known as a whole. */
export function wholeName(words: readonly Word[]): { length: number; kind: BodyKind } | undefined {
  for (let end = words.length; end > 0; end--) {
    const last = words[end - 1]?.text ?? ''
    const forms = [plain(last), plain(last.slice(0, last.length - possessiveEnd(last)))]
    for (const whole of forms.flatMap(form => wholesByLast.get(form) ?? [])) {
      const stretch = words.slice(end - whole.words.length, end - 1)
      if (
        stretch.length === whole.words.length - 1 &&
        stretch.every((word, at) => plain(word.text) === whole.words[at])
      )
        return { length: end, kind: whole.kind }
    }
  }
  return undefined
}

/** What kind of body a head word makes, in the singular or plural; undefined for any other word. */
export function headOf(word: string): BodyKind | undefined {
  const bare = plain(word)
  return headWords[bare] ?? headWords[singular(bare)] ?? headWords[bare.replace(/ies$/, 'y')]
}

/** Small letters, no apostrophes, no possessive ending. */
export function plain(word: string): string {
  return /^[A-Za-z]+$/.test(word) ? word.toLowerCase() : unmarked(word)
}

function unmarked(word: string): string {
  return word
    .toLowerCase()
    .replace(/[’']s$|[’']/g, match => (match.length > 1 ? 's' : ''))
    .replace(/‑/g, '-')
}

const singular = (word: string): string => word.replace(/[’']?s[’']?$/, '')

/** Whether a word is written in capitals throughout. */
export const isInitials = (word: string): boolean => /^\p{Lu}[\p{Lu}\d&]+s?$/u.test(word)

/** Whether a word is an abbreviation known throughout the field, such as ICB. */
export function isKnownInitials(word: string): boolean {
  return word in abbreviations || singular(word) in abbreviations || isBoardsInitials(word)
}

const alone = new Set([
  'police',
  'ofsted',
  'hmicfrs',
  'cafcass',
  'nspcc',
  'mencap',
  'barnardos',
  'nhs',
  'camhs',
  'probation',
  'housing',
  'gps',
])
/** Whether a head word is a body by itself, such as the Police. */
export const standsAlone = (word: string): boolean => alone.has(plain(word))

function kindOfInitials(word: string): BodyKind | undefined {
  if (isBoardsInitials(word)) return 'board'
  return isKnownInitials(word) ? kindOf(abbreviations[singular(word)] ?? '') : undefined
}

function kindOf(name: string): BodyKind {
  return kindOfName(name, headOf(name.split(' ').at(-1) ?? '') ?? 'services')
}

/** Teams that work with people, and are no group of a board's. */
const ofPractice =
  /\b(?:Mental Health|Drug|Alcohol|Substance|Crisis|Nursing|Hospital|Fostering|Adoption|Disabilit(?:y|ies)|Homeless\w*|Recovery|Housing|Outreach|Education)\b/

/** What safeguarding boards are in Scotland. */
const practitionersCommittee = /\bLocal (?:Medical|Dental|Pharmaceutical|Optical) Committee$/i
export const protectionCommittee = /\b(?:Child|Adult|Public) Protection Committee$/i

/** An Integrated Care Board is no safeguarding board, and a Rehabilitation Company no firm. */
function kindOfName(name: string, kind: BodyKind): BodyKind {
  if (/\bSafeguarding\b|\bCommunity Safety\b/i.test(name) && kind === 'board') return 'board'
  if (protectionCommittee.test(name)) return 'board'
  if (practitionersCommittee.test(name)) return 'health'
  if (/\bSocial Care Partnership$/i.test(name)) return 'services'
  if (/\b(?:NHS|Integrated Care|Clinical|Hospitals?|Healthcare)\b/i.test(name))
    return kind === 'trust' ? 'trust' : 'health'
  if (/\bPolice\b|\bConstabulary\b/.test(name) && kind !== 'group') return 'police'
  if (/\bFire\b/.test(name)) return 'fire'
  if (/\bProbation\b|\bYouth (?:Offending|Justice)\b/.test(name)) return 'probation'
  if (kind === 'group' && /\bTeam$/.test(name) && ofPractice.test(name)) return 'services'
  if (/\bHousing\b/.test(name)) return 'housing'
  if (kind === 'group' && /\b(?:Homes|Healthcare|Academy)\sGroup$/.test(name)) return 'services'
  if (kind === 'trust' && /\b(?:Academy|School|Multi-Academy|Education|Learning)\b/.test(name)) return 'education'
  return kind
}
