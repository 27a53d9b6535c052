/** Blanking words: each character becomes a full block, so that every length and every place stays as it was. */

const block = '█'

/** What may stand unseen between the letters of a word: soft hyphens and spaces without width. */
const unseen = '[\\u00ad\\u200b\\u200c\\u200d\\u2060\\ufeff]*'
const alike: Readonly<Record<string, string>> = {
  "'": "['’‘ʼ]",
  '’': "['’‘ʼ]",
  '-': '[-‐‑‒–]',
  '‐': '[-‐‑‒–]',
  '‑': '[-‐‑‒–]',
  '–': '[-‐‑‒–]',
}

/** A letter with its accent may stand as one character or as two. */
function patternOf(letter: string): string {
  const apart = letter.normalize('NFD')
  if (apart !== letter) return `(?:${letter}|${apart})`
  return alike[letter] ?? letter.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')
}

/** Where what is to be blanked stands in a text: from and to, in UTF-16 units, in order and apart from each other. */
export type Finder = (text: string) => readonly (readonly [from: number, to: number])[]

/**
 * Finds any of the words, whatever their case, the white space between them and the form of apostrophes and hyphens.
 */
export function finderOf(words: readonly string[]): Finder {
  const matcher = matcherOf(words)
  return text => [...text.matchAll(matcher)].map(found => [found.index, found.index + found[0].length])
}

/** The same, but nothing that is a part of a longer word. */
export const wholeWords =
  (find: Finder): Finder =>
  text =>
    find(text).filter(
      ([from, to]) => !/[\p{L}\p{N}]$/u.test(text.slice(0, from)) && !/^[\p{L}\p{N}]/u.test(text.slice(to)),
    )

/** Whether there is anything to blank in a text. */
export const isFound = (find: Finder, text: string): boolean => find(text).length > 0

function matcherOf(words: readonly string[]): RegExp {
  const patterns = words
    .map(each => each.normalize('NFC').trim().split(/\s+/))
    .filter(parts => parts[0])
    .toSorted((a, b) => b.join(' ').length - a.join(' ').length)
    .map(parts => parts.map(part => [...part].map(patternOf).join(unseen)).join(`${unseen}\\s+${unseen}`))
  // Without words nothing is found.
  return new RegExp(patterns.length > 0 ? patterns.join('|') : '(?!)', 'giu')
}

/** The text with every character blanked that is not white space. */
export const blanked = (text: string): string => text.replace(/\S/gu, block)

/** A text in which words were blanked, and in how many places. */
export interface Blanked {
  readonly text: string
  readonly places: number
}

/** The text with each of the found words blanked. The length in code points stays the same. */
export function blankWords(text: string, find: Finder): Blanked {
  const found = find(text)
  const pieces = found.map(([from, to], i) => text.slice(found[i - 1]?.[1] ?? 0, from) + blanked(text.slice(from, to)))
  return { text: pieces.join('') + text.slice(found.at(-1)?.[1] ?? 0), places: found.length }
}

/** Fields of what was read that hold one of Heed's own words and never a document's. */
const ownWords = new Set(['kind', 'act', 'code', 'standing', 'schema', 'id', 'type', 'guidance', 'edition', 'state'])

/** The value with the found words blanked in every text that it holds, however deep. */
export function blankIn(value: unknown, find: Finder): { readonly value: unknown; readonly places: number } {
  let places = 0
  const walk = (each: unknown, name: string): unknown => {
    if (typeof each === 'string') {
      if (ownWords.has(name)) return each
      const done = blankWords(each, find)
      places += done.places
      return done.text
    }
    if (Array.isArray(each)) return each.map(one => walk(one, name))
    if (each === null || typeof each !== 'object') return each
    return Object.fromEntries(Object.entries(each).map(([key, one]) => [key, walk(one, key)]))
  }
  return { value: walk(value, ''), places }
}

/** Whether any of the words stands across two lines of the text, where what was read line by line cannot be blanked. */
export const crossesLines = (text: string, find: Finder): boolean =>
  find(text).some(([from, to]) => text.slice(from, to).includes('\n'))
