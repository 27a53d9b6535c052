/** The words of a text, one by one. */

export interface Token {
  /** In small letters. */
  readonly word: string
  readonly from: number
  readonly to: number
  /** Whether a comma, dash, bracket, semicolon or colon stands before it. */
  readonly parted: boolean
  /** Whether a semicolon stands before it, which parts two sentences. */
  readonly apart: boolean
  /** Whether it is written with a capital letter. */
  readonly capital: boolean
}

const parting = /[,;:–—()]|\s-\s/

/** What a character code below 0x250 is: Latin letters with accents and figures make words; -, / and ' go on in one. */
const letters = Uint8Array.from({ length: 0x250 }, (_, code) =>
  /[A-Za-z0-9À-ÖØ-öø-ɏ]/.test(String.fromCharCode(code)) ? 1 : /['/-]/.test(String.fromCharCode(code)) ? 2 : 0,
)
const curly = 0x2019
const unbroken = 0x2011

/** Whether a character goes on in a word that has begun. */
function goesOn(code: number): boolean {
  return code < 0x250 ? letters[code] !== 0 : code === curly || code === unbroken
}

/** The words of a text, in order. */
export function tokens(text: string): Token[] {
  const found: Token[] = []
  let end = 0
  for (let at = 0; at < text.length; at++) {
    if (letters[text.charCodeAt(at)] !== 1) continue
    const from = at
    do at++
    while (at < text.length && goesOn(text.charCodeAt(at)))
    const between = from - end > 1 ? text.slice(end, from) : ''
    const parted = parting.test(between)
    const apart = parted && between.includes(';')
    end = at
    const small = text.slice(from, at).toLowerCase()
    const capital = text.charCodeAt(from) !== small.charCodeAt(0)
    found.push({ word: plainMarks(small), from, to: end, parted, apart, capital })
  }
  return found
}

const unusual = /[’‑]/

/** Apostrophes and hyphens as a keyboard writes them. */
function plainMarks(word: string): string {
  for (let at = 0; at < word.length; at++) {
    if (word.charCodeAt(at) >= unbroken) return unusual.test(word) ? word.replace(/’/g, "'").replace(/‑/g, '-') : word
  }
  return word
}

/** The word at a place, or "" beyond either end. */
export function wordAt(words: readonly Token[], at: number): string {
  return words[at]?.word ?? ''
}
