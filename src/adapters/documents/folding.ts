/**
 * Marks that nobody sees on the page: soft hyphens, zero-width spaces, byte order marks, directions, picture holders.
 */
const invisible = /\u00ad|\u200b|\u200e|\u200f|[\u202a-\u202e]|\u2060|[\u2066-\u2069]|\ufeff|[\ufff9-\ufffc]/g
const unprintable = /\p{Cc}/gu
const spaces = /[\s\u0085]+/g
const anythingToFold = /\p{Cc}|\p{Cf}|\ufffc|[^\S ]| {2}|^ | $/u

/** The text with each run of white space made one space, none at either end, and without what cannot be seen. */
export function fold(text: string): string {
  const formed = text.isWellFormed() ? text : text.toWellFormed()
  if (!anythingToFold.test(formed)) return formed
  return formed.replace(spaces, ' ').replace(invisible, '').replace(unprintable, '').replace(spaces, ' ').trim()
}

/** The lines of a text that holds line breaks, folded, empty ones left out. */
export function foldLines(text: string): string[] {
  if (!breaks.test(text)) {
    const line = fold(text)
    return line === '' ? [] : [line]
  }
  return text
    .split(breaks)
    .map(fold)
    .filter(line => line !== '')
}

const breaks = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/

/** As much of a text's end as can tell how it ends: a long text is not to be searched through for that. */
export const endOf = (text: string): string => text.slice(-60)

/** Whether the words after a line break carry on the sentence before it, so that the break means nothing. */
export function runsOn(before: string, after: string): boolean {
  return (
    !/[.:;!?…]["'”’)\]]*$/.test(endOf(before)) &&
    /^["'“‘(]?\p{Ll}/u.test(after) &&
    !/^\(?(?:[a-z]|[ivx]{1,5})[.)]\s/.test(after)
  )
}

/** Pieces of one paragraph, parted by its line breaks, with those joined that run on. */
export function joinRunOn(pieces: readonly string[]): string[] {
  const joined: string[] = []
  for (const piece of pieces) {
    const before = joined.at(-1)
    if (before !== undefined && runsOn(before, piece)) joined[joined.length - 1] = `${before} ${piece}`
    else joined.push(piece)
  }
  return joined
}

/**
 * Whether a text breaks off before a list that goes on with it ("By May we will:"), and so heads nothing, however it
 * stands.
 */
export function breaksOff(text: string): boolean {
  if (!text.endsWith(':')) return false
  return text.split(' ').length >= 8 || /\b(?:should|must|will|shall|has|have|to|that)\s?:$/i.test(text)
}
