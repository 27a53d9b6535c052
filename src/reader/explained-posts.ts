/** Short names of posts that a document explains ("DCS the Director of Children's Services of Elm Council"). */
import type { Body, Directory } from './directory.ts'
import { bodyOf } from './speakers.ts'
import { pattern } from './vocabulary/pattern.ts'
import { roleWord } from './vocabulary/roles.ts'

const explains = /\b(?:means|stands for|refers to)\b|\p{Lu}\s[=–-]\s\p{Lu}/u

const explained = pattern('u')`
    (?:^|,\s|:\s)(?<short>\p{Lu}[\p{L}/&]{1,12}|(?:\p{Lu}\p{Ll}+\s?){1,3})\s*
    (?:(?:means|stands for|refers to|=|–|-|:)\s+(?:the\s)?|\s(?=the\s))(?<long>.+)$
  `

/** The body of each post that a text explains, by the post's short name in small letters. */
export function postsExplained(text: string, directory: Directory): Map<string, Body> {
  const found = new Map<string, Body>()
  if (text.length > 1500 || !explains.test(text)) return found
  for (const clause of text.split(/;\s+(?:and\s+)?/)) {
    const { short = '', long = '' } = explained.exec(clause)?.groups ?? {}
    const mention = roleWord.test(long) ? directory.mentions(long).at(-1) : undefined
    const body = mention && bodyOf(mention, directory, null)
    if (body) found.set(short.trim().toLowerCase(), body)
  }
  return found
}
