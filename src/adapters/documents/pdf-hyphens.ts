/** Words that a line's end divides. */
import { endOf } from './folding.ts'

export interface Hyphens {
  /** Two lines as one text: a hyphen that only divided a word at the line's end is taken out. */
  join(before: string, after: string): string
}

const prefixes = new Set(
  `multi inter non self co pre post re sub semi anti ex well long short part full half on off follow face two three four
   five six seven eight nine ten twenty thirty forty fifty sixty seventy eighty ninety first second third cross joint
   single low high mid child family person evidence trauma need`.split(/\s+/),
)

/** `words` are all the words of the document as it writes them within its lines. */
export function readHyphens(lines: Iterable<string>): Hyphens {
  const whole = new Set<string>()
  const hyphened = new Set<string>()
  for (const line of lines) {
    for (const [word] of line.toLowerCase().matchAll(/\p{L}+(?:-\p{L}+)*/gu))
      (word.includes('-') ? hyphened : whole).add(word)
  }
  return {
    join(before, after) {
      const end = endOf(before)
      const head = /(\p{L}+)[-‐]$/u.exec(end)?.[1]
      const tail = /^\p{Ll}+/u.exec(after)?.[0]
      if (/[-‐]$/.test(end) && head && tail) {
        const [front, back] = [head.toLowerCase(), tail.toLowerCase()]
        const keeps = !whole.has(front + back) && (hyphened.has(`${front}-${back}`) || prefixes.has(front))
        return (keeps ? before : before.slice(0, -1)) + after
      }
      // "2025-09-" and "30", "31/12/" and "2025": a date that a narrow column divides.
      if (/\d[-/]$/.test(end) && /^\d/.test(after)) return before + after
      // A dash between two words of a range or a name stays as it is, without a space.
      if (/\p{L}[-‐–/]$/u.test(end) && /^[\p{L}\d]/u.test(after) && !/\s[-–]$/.test(end)) return before + after
      return `${before} ${after}`
    },
  }
}
