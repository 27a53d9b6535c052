/** The words of a text, one by one. */

export interface Token {
  /** In small letters. */
  readonly word: string
  readonly from: number
  readonly to: number
  /** Whether a comma, dash, bracket, semicolon or colon stands before it. */
  readonly parted: boolean
  /** Whether it is written with a capital letter. */
  readonly capital: boolean
}

// Latin letters with accents; a pattern for every script's letters takes several times as long.
const tokenPattern = /[A-Za-z0-9À-ÖØ-öø-ɏ][A-Za-z0-9À-ÖØ-öø-ɏ’'‑/-]*/g
const parting = /[,;:–—()]|\s-\s/
const unusual = /[’‘‑]/

/** The words of a text, in order. */
export function tokens(text: string): Token[] {
  const found: Token[] = []
  let end = 0
  for (const match of text.matchAll(tokenPattern)) {
    const written = match[0]
    const from = match.index
    const parted = from - end > 1 && parting.test(text.slice(end, from))
    end = from + written.length
    const small = written.toLowerCase()
    const word = unusual.test(small) ? small.replace(/[’‘]/g, "'").replace(/‑/g, '-') : small
    found.push({ word, from, to: end, parted, capital: written.charCodeAt(0) !== small.charCodeAt(0) })
  }
  return found
}

/** The word at a place, or "" beyond either end. */
export function wordAt(words: readonly Token[], at: number): string {
  return words[at]?.word ?? ''
}
