/** Markers that stand in the text itself, where no format says what is a list: "•", "1.", "(a)", "iv)". */

export interface TypedMarker {
  readonly marker: string
  readonly kind: 'bullet' | 'number' | 'letter'
  /** The words after it. */
  readonly rest: string
}

const bullet = /^([•·∙●○◦▪▫■□◆◇❖➢➤►▶‣⁃✓✔✗➔→*]|[-–—](?=\s)|o(?=\s{2,}|\t)|[\uf000-\uf0ff])\s*(?=\S)/u
const number = /^(\(\d{1,3}\)|\d{1,3}[.)])\s+(?=\S)/
const letter = /^(\([a-zA-Z]\)|[a-zA-Z]\)|[a-z]\.|\([ivxlIVXL]{1,6}\)|[ivxl]{1,6}[.)]|[IVXL]{2,6}[.)])\s+(?=\S)/

/**
 * The list marker that a line begins with, or null. A number of several levels ("4.12") is a paragraph's and stays.
 */
export function readMarker(line: string): TypedMarker | null {
  const found = take(line, bullet, 'bullet') ?? take(line, number, 'number') ?? take(line, letter, 'letter')
  // A symbol font's private characters are bullets of one shape or another.
  return found && /^[\uf000-\uf0ff]$/.test(found.marker) ? { ...found, marker: '•' } : found
}

function take(line: string, pattern: RegExp, kind: TypedMarker['kind']): TypedMarker | null {
  const [whole, marker] = pattern.exec(line) ?? []
  return whole && marker ? { marker, kind, rest: line.slice(whole.length) } : null
}

/** Whether a line begins a numbered paragraph of a report: "4.12 The health visitor …". */
export function beginsNumberedParagraph(line: string): boolean {
  return /^\d{1,3}(?:\.\d{1,3})+\.?\s+\S/.test(line)
}

/** A line without the bullet that was typed before it; numbers stay where they are. */
export function readBullet(line: string): { readonly text: string; readonly marker: string | null } {
  const found = take(line, bullet, 'bullet')
  return found && found.marker !== 'o' ? { text: found.rest, marker: found.marker } : { text: line, marker: null }
}
