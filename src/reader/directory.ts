/** The bodies that a document speaks of: which names mean the same body, and what its longest name is. */
import { type Mentions, mentionsWith } from './mentions.ts'
import { isFormOf, isInitialsOf, nameKey } from './name-forms.ts'
import { protectionCommittee } from './name-heads.ts'
import type { NameMention } from './names.ts'
import { remembering } from './remembering.ts'
import type { BodyKind } from './vocabulary/bodies.ts'
import { roleWord } from './vocabulary/roles.ts'

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
  const short = [...declareAbbreviations(texts, entries, found), ...initialsUsed(texts, entries)]
  const mentions = mentionsWith([...declared, ...short])
  const named = mergeShortForms(entries)
  const merged = mainBoard(named) ? named : [...named, ...unnamedBoard(texts)]
  const bodies = merged.map(entry => ({ entry, body: { name: entry.name, kind: entry.kind } }))
  const board = bodies.find(({ entry }) => entry === (mainBoard(named) ?? merged[named.length]))?.body ?? null
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

function gather(texts: readonly string[], mentions: Mentions): Entry[] {
  const entries = new Map<string, Entry>()
  const add = ({ name, kind }: NameMention, key: string): void => {
    const entry = entries.get(key)
    if (entry) {
      entry.count++
      if (isFuller(name, entry.name)) entry.name = name
    } else entries.set(key, { name, kind, keys: new Set([key]), count: 1 })
  }
  const behindPosts: NameMention[] = []
  for (const text of texts) {
    for (const mention of mentions(text)) {
      if (mention.generic) continue
      if (standsBehindPost(mention, text)) behindPosts.push(mention)
      else add(mention, nameKey(mention.name))
    }
  }
  const begins = new Set([...entries.values()].map(({ name }) => firstWord(name)))
  for (const mention of behindPosts) {
    const key = nameKey(mention.name)
    const known = endsOf(mention.name).flatMap(end => entries.get(nameKey(end)) ?? [])[0]
    // A word that other names begin with, such as a place's, is part of this one too.
    const isPart = begins.has(firstWord(mention.name))
    if (!known?.name.includes(' ') || entries.has(key) || isPart) add(mention, key)
    else {
      known.count++
      known.keys.add(key)
    }
  }
  return [...entries.values()]
}

/** "Board Manager Elm Trust", "Director of Nursing Elm Trust": what the post is for may look like part of the name. */
function standsBehindPost({ name, from }: NameMention, text: string): boolean {
  const [first = '', second = ''] = name.split(' ')
  // No post is for "NHS": a name begins with it.
  if (first === 'NHS') return false
  return roleWord.test(`${first} ${second}`) || roleWord.test(text.slice(Math.max(0, from - 24), from))
}

const firstWord = (name: string): string => name.split(' ', 1)[0] ?? ''

/** The name without its first word, its first two, and so on. */
function endsOf(name: string): string[] {
  const words = name.split(' ')
  return words.slice(1, -1).map((_, at) => words.slice(at + 1).join(' '))
}

/** A longer form, or the same in small letters where a title had it in capitals. */
function isFuller(name: string, than: string): boolean {
  return name.length > than.length || (than === than.toUpperCase() && name !== name.toUpperCase())
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

const spoken = /\b[Tt]he (\p{Lu}{3,6}) (?:has|have|is|are|was|were|will|did|does|also|\p{Ll}+(?:ed|s))\b/gu

/** "The MPS has …", where the Metropolitan Police Service alone has just these initials; gives such forms. */
function initialsUsed(texts: readonly string[], entries: readonly Entry[]): string[] {
  const used = new Set(texts.flatMap(text => [...text.matchAll(spoken)].flatMap(match => match[1] ?? [])))
  return [...used].filter(short => {
    const meant = entries.filter(({ name }) => !name.includes(short) && initialsOf(name) === short)
    const [only, other] = meant
    if (only && !other) only.keys.add(nameKey(short)).add(short.toLowerCase())
    return only !== undefined && !other
  })
}

const initialsOf = (name: string): string =>
  name
    .split(/[\s-]+/)
    .filter(word => /^\p{Lu}/u.test(word))
    .map(word => word.charAt(0))
    .join('')

/**
 * A shorter form joins the one longer name that ends with it ("Adult Social Care"), or shares its ends ("Elm Council",
 * "Elm Borough Council").
 */
function mergeShortForms(entries: readonly Entry[]): Entry[] {
  const byLength = [...entries].sort((a, b) => nameKey(b.name).split(' ').length - nameKey(a.name).split(' ').length)
  const kept: Entry[] = []
  for (const entry of byLength) {
    const longer = kept.filter(other => isFormOf(entry, other) && !isAnother(entry.name, other.name))
    const only = longer.length === 1 ? longer[0] : undefined
    if (!only) kept.push(entry)
    else {
      for (const key of entry.keys) only.keys.add(key)
      only.count += entry.count
    }
  }
  return kept.sort((a, b) => entries.indexOf(a) - entries.indexOf(b))
}

/** The police are not the Police and Crime Commissioner, and the Probation Service not those that came before it. */
const isAnother = (name: string, longer: string): boolean =>
  /\bCrime Commissioner\b/i.test(longer) ||
  (nameKey(name) === 'probation service' && /^(?:the )?(?:HM Prison and|National) Probation/i.test(longer))

const statutoryBoard = /\bsafeguarding\b|\bcommunity safety\b|\b(?:SAB|L?SCB|L?SCP|CSP)$/i

/** The safeguarding board, adults board or community safety partnership that the document names most. */
function mainBoard(entries: readonly Entry[]): Entry | undefined {
  const boards = entries.filter(
    entry =>
      entry.kind === 'board' &&
      (protectionCommittee.test(entry.name) ||
        (!/\b(?:sub-?group|executive|committee)\b/i.test(entry.name) &&
          (statutoryBoard.test(entry.name) || /\bpartnership\b/i.test(entry.name)))),
  )
  const statutory = boards.filter(({ name }) => statutoryBoard.test(name) || protectionCommittee.test(name))
  return (statutory.length > 0 ? statutory : boards).reduce<Entry | undefined>(
    (best, entry) => (best && best.count >= entry.count ? best : entry),
    undefined,
  )
}

/** A document may speak of "the Partnership" or "the Board" and never say of which place. */
function unnamedBoard(texts: readonly string[]): Entry[] {
  const name = ['Partnership', 'Board'].find(word => {
    const speaks = new RegExp(
      `\\b[Tt]he ${word}(?:[’']s)? (?:has|have|is|will|was|agreed|accepts?|should|must|needs)\\b`,
    )
    return texts.some(text => speaks.test(text))
  })
  return name === undefined ? [] : [{ name, kind: 'board', keys: new Set([name.toLowerCase()]), count: 1 }]
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
  // "The Health Board" is the one that speaks, where several are named.
  if (context && key.includes(' ') && nameKey(context.name).endsWith(` ${key}`)) return context
  const direct = known.byKey.get(key) ?? known.byKey.get(name.toLowerCase())
  if (direct) return direct
  const initials = name.replace(/^the\s/i, '')
  const meant = /^\p{Lu}{3,7}$/u.test(initials) ? known.all.find(body => isInitialsOf(initials, body.name)) : undefined
  if (meant) return meant
  if (!mention) return null
  if (key === 'police' || key === 'probation') return onlyOf(key, known)
  return mention.generic ? findGeneric(mention, context, known) : null
}

/** "The Police" are the only police that the document names. */
function onlyOf(kind: BodyKind, { all }: Known): Body | null {
  const found = all.filter(body => body.kind === kind && !/\bcommissioner\b/i.test(body.name))
  return found.length === 1 ? (found[0] ?? null) : null
}

/** "The Trust" is the body of that kind whose heading it is, else the only one of that kind. */
function findGeneric(mention: NameMention, context: Body | null, { board, all }: Known): Body | null {
  const head = nameKey(mention.name)
  const fits = (body: Body): boolean =>
    (nameKey(body.name).split(' ').includes(head) && !(head === 'board' && body.kind !== 'board')) ||
    (head === 'force' && body.kind === 'police' && !/\bcommissioner\b/i.test(body.name))
  if (context && fits(context)) return context
  // "The Board" of what the Integrated Care Board says of itself, where the review's own is called a partnership.
  const isOwn = head === 'board' && board !== null && !/\bboard\b/i.test(board.name)
  if (context && isOwn && nameKey(context.name).endsWith(' board')) return context
  if (board && (/^(?:board|partnership|executive)$/.test(head) || (head === 'committee' && fits(board)))) return board
  const fitting = all.filter(fits)
  return fitting.length === 1 ? (fitting[0] ?? null) : null
}
