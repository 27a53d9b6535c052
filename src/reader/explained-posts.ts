/** Short names of posts that a document explains ("DCS the Director of Children's Services of Elm Council"). */
import type { Body, Directory } from './directory.ts'
import { bodyOf } from './speakers.ts'
import { pattern } from './vocabulary/pattern.ts'
import { roleWord } from './vocabulary/roles.ts'

const explains = /\b(?:means|is the|stands for|refers to)\b|\p{Lu}\s[=–-]\s\p{Lu}/u

const explained = pattern('u')`
    (?:^|,\s|:\s)(?!(?:In|The|For|Here|This|These|Where)\s)(?<short>\p{Lu}[\p{L}/&]{1,12}|(?:\p{Lu}\p{Ll}+\s?){1,3})\s*
    (?:(?:means|is|stands for|refers to|=|–|-|:)\s+(?:the\s)?|\s(?=the\s))(?<long>.+)$
  `

/** The body of each post that a text explains, by the post's short name in small letters. */
export function postsExplained(text: string, directory: Directory): Map<string, Body> {
  const found = new Map<string, Body>()
  if (text.length > 1500 || !explains.test(text)) return found
  for (const clause of text.split(/;\s+(?:and\s+)?/)) {
    const { short = '', long = '' } = explained.exec(clause)?.groups ?? {}
    const body = roleWord.test(long) ? bodyOfPost(long, directory) : null
    if (body) found.set(short.trim().toLowerCase(), body)
  }
  return found
}

/** Whose post it is: "the Director of Children's Services of Elm Council" is the council's. */
function bodyOfPost(post: string, directory: Directory): Body | null {
  const mention = directory.mentions(post).at(-1)
  if (!mention) return null
  const whole = mention.name.split(/\s(?:of|at|for)\s(?:the\s)?/).at(-1) ?? ''
  const owner = whole === mention.name ? null : directory.find(whole)
  if (owner) return owner.name.endsWith(` of ${whole}`) ? { ...owner, name: whole } : owner
  return bodyOf(mention, directory, null)
}
