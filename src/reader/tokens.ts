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

const tokenPattern = /[\p{L}\p{N}][\p{L}\p{N}’'‑/-]*/gu

/** The words of a text, in order. */
export function tokens(text: string): Token[] {
  const found: Token[] = []
  let end = 0
  for (const match of text.matchAll(tokenPattern)) {
    const between = text.slice(end, match.index)
    const word = match[0].toLowerCase().replace(/[’‘]/g, "'").replace(/‑/g, '-')
    end = match.index + match[0].length
    found.push({
      word,
      from: match.index,
      to: end,
      parted: /[,;:–—()]|\s-\s/.test(between),
      capital: /^\p{Lu}/u.test(match[0]),
    })
  }
  return found
}

/** The word at a place, or "" beyond either end. */
export function wordAt(words: readonly Token[], at: number): string {
  return words[at]?.word ?? ''
}
