/** What a text is about: its telling words, cut down to their stems so that forms of one word meet. */
import { remembering } from './remembering.ts'
import { tokens } from './tokens.ts'
import { verbForms } from './verbs.ts'
import { deedOfThing, emptyWords } from './vocabulary/words.ts'

/** The stems of a text's telling words. */
export const contentWords = remembering((text): ReadonlySet<string> => {
  const found = new Set<string>()
  for (const { word } of tokens(text)) {
    if (emptyWords.has(word) || word.length < 3 || /^\d+$/.test(word)) continue
    for (const piece of word.split(/[-/]/)) if (piece.length > 2 && !emptyWords.has(piece)) found.add(stem(piece))
  }
  return found
})

/** "reviews", "reviewed" and "reviewing" are "review"; "referral" and "refer" meet too. */
export function stem(word: string): string {
  const bare = word.replace(/[’']s?$/, '')
  const { past, participle, ing, present } = verbForms(bare)
  const form = participle ?? past ?? ing ?? present ?? bare
  const base = deedOfThing.get(form) ?? form
  const cut = base.replace(/(?:ies|ied)$/, 'y').replace(/(?:ations?|ments?|ings?|ions?|ers?|als?|ly|ed|es|s|e)$/, '')
  return cut.length >= 3 ? cut : base
}

/** The share of the words of `about` that stand in `text`, from 0 to 1. */
export function coverageOf(about: ReadonlySet<string>, text: ReadonlySet<string>): number {
  if (about.size === 0) return 0
  let shared = 0
  for (const word of about) if (text.has(word)) shared++
  return shared / about.size
}

/** How alike two texts are by their telling words, from 0 to 1. */
export function likeness(a: string, b: string): number {
  const [x, y] = [contentWords(a), contentWords(b)]
  if (x.size + y.size === 0) return a.trim().toLowerCase() === b.trim().toLowerCase() ? 1 : 0
  let shared = 0
  for (const word of x) if (y.has(word)) shared++
  return (2 * shared) / (x.size + y.size)
}
