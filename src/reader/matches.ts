/**
 * Every match of a pattern (with the flag g, and of one character at least) in a text, in order. `matchAll` copies the
 * pattern first, which takes many times as long as the search where the pattern is long and the text short.
 */
export function matchesOf(pattern: RegExp, text: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) found.push(match)
  return found
}
