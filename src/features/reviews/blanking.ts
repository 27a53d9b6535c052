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

/**
 * Finds any of the words, whatever their case, the white space between them and the form of apostrophes and hyphens.
 */
export function matcherOf(words: readonly string[]): RegExp {
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
export function blankWords(text: string, matcher: RegExp): Blanked {
  let places = 0
  const done = text.replace(matcher, found => {
    places++
    return blanked(found)
  })
  return { text: done, places }
}

/** Fields of what was read that hold one of Heed's own words and never a document's. */
const ownWords = new Set(['kind', 'act', 'code', 'standing', 'schema', 'id', 'type', 'guidance', 'edition', 'state'])

/** The value with the found words blanked in every text that it holds, however deep. */
export function blankIn(value: unknown, matcher: RegExp): { readonly value: unknown; readonly places: number } {
  let places = 0
  const walk = (each: unknown, name: string): unknown => {
    if (typeof each === 'string') {
      if (ownWords.has(name)) return each
      const done = blankWords(each, matcher)
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
export const crossesLines = (text: string, matcher: RegExp): boolean =>
  [...text.matchAll(matcher)].some(([found]) => found.includes('\n'))
