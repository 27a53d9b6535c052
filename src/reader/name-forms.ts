/** When two forms of a name mean the same body. */
import { remembering } from './remembering.ts'
import { abbreviations } from './vocabulary/abbreviations.ts'
import type { BodyKind } from './vocabulary/bodies.ts'

/**
 * Small letters, no articles, abbreviations written out, plurals and apostrophes evened: what two forms of a name
 * share.
 */
export const nameKey = remembering((name): string => {
  const written = name
    .split(/\s+/)
    .map(word => abbreviations[word] ?? abbreviations[word.replace(/s$/, '')] ?? word)
    .join(' ')
  return written
    .toLowerCase()
    .replace(/[’']/g, '')
    .replace(/[^\p{L}\p{N}& -]/gu, ' ')
    .split(/[\s-]+/)
    .filter(word => word !== '' && word !== 'the' && word !== 'local')
    .map(word => (word.length > 4 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word))
    .join(' ')
})

/** Whether an abbreviation can stand for a name: its letters are first letters of the name's words, in order. */
export function isInitialsOf(short: string, name: string): boolean {
  if (!/^\p{Lu}[\p{L}&]{1,7}$/u.test(short)) return false
  const firsts = name
    .split(/[\s-]+/)
    .filter(word => !/^(?:and|of|the|for|&)$/.test(word))
    .map(word => word[0]?.toUpperCase() ?? '')
  const letters = short
    .toUpperCase()
    .replace(/S$/, match => (firsts.at(-1) === 'S' ? match : ''))
    .replace('&', '')
  let at = 0
  for (const first of firsts) if (first === letters[at]) at++
  return at === letters.length && letters.length >= 2
}

/** "WMLSCB", "OSAB": letters for a place before those for a safeguarding board or a community safety partnership. */
export const isBoardsInitials = (word: string): boolean => /^\p{Lu}{1,5}(?:SCB|SCP|SAB|SPB|CSP|CPC|APC)$/u.test(word)

/** "MLFSAB" may be the board that is written as "Safeguarding Adults Board", its places left out. */
function isBoardsOwnInitials(short: string, long: Named): boolean {
  const firsts = long.name.split(/\s+/).map(word => word.charAt(0))
  return (
    long.kind === 'board' &&
    isBoardsInitials(short) &&
    /^S[CA]B$|^SCP$|^CSP$/.test(firsts.join('')) &&
    short.endsWith(firsts.join(''))
  )
}

/** One plain word of a sector may mean any body of it. */
const tooBroad = new Set(
  'health,education,housing,service,group,social care,primary care,early help,care,public health,team,nhs'.split(','),
)

/** A name and the kind of body that it is. */
export interface Named {
  readonly name: string
  readonly kind: BodyKind
}

/**
 * Whether the first may be a shorter form of the second: its end ("Adult Social Care"), its initials, or the same ends
 * ("Elm Council", "Elm Borough Council").
 */
export function isFormOf(short: Named, long: Named): boolean {
  const [a, b] = [nameKey(short.name), nameKey(long.name)]
  if (a === b) return true
  if (tooBroad.has(a)) return false
  if (a === 'police' || a === 'probation') return long.kind === a
  if (isInitialsOf(short.name, long.name) && short.name.length > 2) return true
  if (isBoardsOwnInitials(short.name, long)) return true
  if (b.endsWith(` ${a}`)) return short.kind === long.kind || a.includes(' ')
  if (short.kind === 'board' && long.kind === 'board' && isPlacelessForm(a.split(' '), b.split(' '))) return true
  if (short.kind === long.kind && isHeadOnly(a.split(' '), b.split(' '))) return true
  return sharesEnds(a.split(' '), b.split(' '))
}

/** "Safeguarding Partnership" is "Elm Safeguarding Children Partnership" without its place and those it is for. */
function isPlacelessForm(a: readonly string[], b: readonly string[]): boolean {
  return a.length >= 2 && a[0] === 'safeguarding' && a.at(-1) === b.at(-1) && isWithin(a, b)
}

/** "Hospitals Trust" is "Elm and Ash Hospitals NHS Trust" without its places. */
function isHeadOnly(a: readonly string[], b: readonly string[]): boolean {
  return (
    a.length === 2 &&
    b.length > 3 &&
    /^(?:trust|council|association|college)$/.test(a[1] ?? '') &&
    a[1] === b.at(-1) &&
    isWithin(a, b)
  )
}

/** "Elm Council" and "Elm Borough Council"; "Vale Hospitals" and "Vale Hospitals NHS Trust". */
function sharesEnds(a: readonly string[], b: readonly string[]): boolean {
  if (a.length < 2 || a[0] !== b[0] || a.length >= b.length) return false
  if (!isWithin(a, b)) return false
  return (
    a.at(-1) === b.at(-1) ||
    (/^(?:nhs|foundation|trust|ltd|limited|plc|cic)$/.test(b.at(-1) ?? '') &&
      a.every((word, index) => word === b[index]))
  )
}

/** Whether the words of the first stand in the second, in their order. */
function isWithin(a: readonly string[], b: readonly string[]): boolean {
  let at = 0
  for (const word of b) if (word === a[at]) at++
  return at === a.length
}
