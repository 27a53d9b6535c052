/** The bodies that a document speaks of: which names mean the same body, and what its longest name is. */
import { type NameMention, namesIn } from './names.ts'
import { remembering } from './remembering.ts'
import { abbreviations, type BodyKind } from './vocabulary/bodies.ts'

export interface Body {
  /** The longest form that the document uses. */
  readonly name: string
  readonly kind: BodyKind
}

export interface Directory {
  /** The bodies that a text names, in order, with those that this document alone makes known. */
  mentions(text: string): readonly NameMention[]
  /** The review's own board or partnership, when the document has one. */
  readonly board: Body | null
  /** The body that a name means, given whose heading it stands under; null when it cannot be told. */
  find(name: string, context?: Body | null): Body | null
  readonly bodies: readonly Body[]
}

interface Entry {
  name: string
  readonly kind: BodyKind
  readonly keys: Set<string>
  count: number
}

/** The directory of a document, from its lines in order and the names that it declares (see declared-names.ts). */
export function directoryOf(texts: readonly string[], declared: readonly string[] = []): Directory {
  const found = mentionsWith(declared)
  const entries = gather(texts, found)
  const short = declareAbbreviations(texts, entries, found)
  const mentions = mentionsWith([...declared, ...short])
  const merged = mergeShortForms(entries)
  const bodies = merged.map(entry => ({ entry, body: { name: entry.name, kind: entry.kind } }))
  const board = bodies.find(({ entry }) => entry === mainBoard(merged))?.body ?? null
  const byKey = new Map(bodies.flatMap(({ entry, body }) => [...entry.keys].map(key => [key, body] as const)))
  const known: Known = { mentions, byKey, board, all: bodies.map(({ body }) => body) }
  const findAlone = remembering(name => findBody(name, null, known))
  return {
    mentions,
    board,
    bodies: known.all,
    find: (name, context = null) => (context ? findBody(name, context, known) : findAlone(name)),
  }
}

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

type Mentions = (text: string) => readonly NameMention[]

/** Names known by their words, and between them the declared ones. */
function mentionsWith(declared: readonly string[]): Mentions {
  const longestFirst = [...new Set(declared)].sort((a, b) => b.length - a.length)
  if (longestFirst.length === 0) return namesIn
  return text => {
    const known = namesIn(text)
    const more = longestFirst
      .flatMap(name => placesOf(name, text))
      .filter(each => !known.some(other => overlaps(each, other)))
    return more.length === 0 ? known : [...known, ...withoutOverlaps(more)].sort((a, b) => a.from - b.from)
  }
}

function placesOf(name: string, text: string): NameMention[] {
  const found: NameMention[] = []
  for (let from = text.indexOf(name); from >= 0; from = text.indexOf(name, from + name.length)) {
    const to = from + name.length
    const whole = !/[\p{L}\p{N}]/u.test(text[from - 1] ?? '') && !/[\p{L}\p{N}]/u.test(text[to] ?? '')
    if (whole) found.push({ name, from, to, kind: 'services', generic: false, unit: null })
  }
  return found
}

const overlaps = (a: NameMention, b: NameMention): boolean => a.from < b.to && b.from < a.to

function withoutOverlaps(mentions: readonly NameMention[]): NameMention[] {
  const kept: NameMention[] = []
  for (const mention of mentions) if (!kept.some(other => overlaps(mention, other))) kept.push(mention)
  return kept
}

function gather(texts: readonly string[], mentions: Mentions): Entry[] {
  const entries = new Map<string, Entry>()
  for (const text of texts) {
    for (const mention of mentions(text)) {
      if (mention.generic) continue
      const key = nameKey(mention.name)
      const entry = entries.get(key)
      if (entry) {
        entry.count++
        if (mention.name.length > entry.name.length) entry.name = mention.name
      } else entries.set(key, { name: mention.name, kind: mention.kind, keys: new Set([key]), count: 1 })
    }
  }
  return [...entries.values()]
}

const inBrackets = /\(((?:the\s|or\s|and\s|known as\s|hereafter\s|“|"|‘|')*[\p{L}&’'“”"‘, -]{2,40})\)/gu

/** "Oakmoor Safeguarding Adults Board (OSAB)" makes OSAB another form of that name; gives the short forms. */
function declareAbbreviations(texts: readonly string[], entries: Entry[], mentions: Mentions): string[] {
  const declared: string[] = []
  for (const text of texts) {
    for (const match of text.matchAll(inBrackets)) {
      const before = mentions(text.slice(0, match.index)).at(-1)
      if (!before || !/^\s*$/.test(text.slice(before.to, match.index))) continue
      const entry = entries.find(each => each.keys.has(nameKey(before.name)))
      for (const short of (match[1] ?? '').split(/,|\bor\b|\band\b/)) {
        const form = short.replace(/[“”"‘]|^\s*the\s/g, '').trim()
        if (!entry || !isInitialsOf(form, before.name)) continue
        entry.keys.add(nameKey(form)).add(form.toLowerCase())
        declared.push(form)
      }
    }
  }
  return declared
}

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

/**
 * A shorter form joins the one longer name that ends with it ("Adult Social Care"), or shares its ends ("Elm Council",
 * "Elm Borough Council").
 */
function mergeShortForms(entries: readonly Entry[]): Entry[] {
  const byLength = [...entries].sort((a, b) => nameKey(b.name).split(' ').length - nameKey(a.name).split(' ').length)
  const kept: Entry[] = []
  for (const entry of byLength) {
    const longer = kept.filter(other => isFormOf(entry, other))
    const only = longer.length === 1 ? longer[0] : undefined
    if (!only) kept.push(entry)
    else {
      for (const key of entry.keys) only.keys.add(key)
      only.count += entry.count
    }
  }
  return kept.sort((a, b) => entries.indexOf(a) - entries.indexOf(b))
}

const tooBroad = new Set([
  'health',
  'education',
  'housing',
  'service',
  'group',
  'social care',
  'primary care',
  'early help',
  'care',
  'public health',
  'team',
  'nhs',
])

function isFormOf(short: Entry, long: Entry): boolean {
  const [a, b] = [nameKey(short.name), nameKey(long.name)]
  if (a === b) return true
  if (tooBroad.has(a)) return false
  if (isInitialsOf(short.name, long.name) && short.name.length > 2) return true
  if (b.endsWith(` ${a}`)) return short.kind === long.kind || a.includes(' ')
  return sharesEnds(a.split(' '), b.split(' '))
}

/** "Elm Council" and "Elm Borough Council"; "Vale Hospitals" and "Vale Hospitals NHS Trust". */
function sharesEnds(a: readonly string[], b: readonly string[]): boolean {
  if (a.length < 2 || a[0] !== b[0] || a.length >= b.length) return false
  let at = 0
  for (const word of b) if (word === a[at]) at++
  if (at < a.length) return false
  return (
    a.at(-1) === b.at(-1) ||
    (/^(?:nhs|foundation|trust)$/.test(b.at(-1) ?? '') && a.every((word, index) => word === b[index]))
  )
}

/** The safeguarding board, adults board or community safety partnership that the document names most. */
function mainBoard(entries: readonly Entry[]): Entry | undefined {
  const boards = entries.filter(
    entry =>
      entry.kind === 'board' &&
      !/\b(?:sub-?group|executive|committee)\b/i.test(entry.name) &&
      /\bsafeguarding\b|\bcommunity safety\b|\bpartnership\b/i.test(entry.name),
  )
  return boards.reduce<Entry | undefined>(
    (best, entry) => (best && best.count >= entry.count ? best : entry),
    undefined,
  )
}

interface Known {
  readonly mentions: Mentions
  readonly byKey: ReadonlyMap<string, Body>
  readonly board: Body | null
  readonly all: readonly Body[]
}

function findBody(name: string, context: Body | null, known: Known): Body | null {
  const mention = known.mentions(name)[0]
  const key = nameKey(mention?.name ?? name)
  const direct = known.byKey.get(key) ?? known.byKey.get(name.toLowerCase())
  if (direct) return direct
  const initials = name.replace(/^the\s/i, '')
  const meant = /^\p{Lu}{3,7}$/u.test(initials) ? known.all.find(body => isInitialsOf(initials, body.name)) : undefined
  if (meant) return meant
  if (!mention) return null
  return mention.generic ? findGeneric(mention, context, known) : null
}

/** "The Trust" is the body of that kind whose heading it is, else the only one of that kind. */
function findGeneric(mention: NameMention, context: Body | null, { board, all }: Known): Body | null {
  const head = nameKey(mention.name)
  const fits = (body: Body): boolean =>
    nameKey(body.name).split(' ').includes(head) || (head === 'force' && body.kind === 'police')
  if (context && fits(context)) return context
  if (/^(?:board|partnership|executive)$/.test(head) && board) return board
  const fitting = all.filter(fits)
  return fitting.length === 1 ? (fitting[0] ?? null) : null
}
