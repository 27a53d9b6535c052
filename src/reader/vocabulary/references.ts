/** How a paragraph or a heading begins when it turns to a recommendation that stands elsewhere. */
import { pattern, source } from './pattern.ts'

/** Places in order, as words. */
export const ordinals = 'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(' ')

const lead = source`
  (?:on|re:?|regarding|concerning|addressing|considering|under|against|for|as\s(?:to|for|regards)|
  with\s(?:regards?|respect|reference)\sto|in\s(?:relation|respect|regards?|reference|reply|response|answer)\s(?:to|of)|
  (?:our|its|their)\s(?:answer|response|reply)\s(?:to|on)|(?:and\s)?(?:turning|moving|coming)\s
  (?:(?:now|next|on|then|lastly|finally)\s)*to|(?:finally|lastly|next|secondly|thirdly),?\s(?:on|to|for|as\sto))
`
const one = source`
  (?:\((?:\d+[a-z]?|[ivx]+|[a-z])\)|(?:\d+(?:\.\d+)*[a-z]?|[ivx]+|[a-z](?=\s*[:,–]|$)|one|two|three|four|five|six|seven|
  eight|nine|ten)(?![\w’']))
`
const further = String.raw`(?:\s?(?:,\sand|,|and|&|to|–|-)\s?(?:recommendations?\s|the\s)?${one})*`
const ordinal = `(?:${ordinals.join('|')}|last|final)`
const furtherOrdinals = String.raw`(?:(?:,\sand\s|\sand\s|,\s)(?:the\s)?${ordinal})*`

/** Made when it is first needed: few documents turn to a recommendation in such words. */
function once(make: () => RegExp): () => RegExp {
  let made: RegExp | null = null
  return () => {
    made ??= make()
    return made
  }
}

/**
 * Each with a sign that is cheaper to look for, without which the pattern cannot match. With the group `lead` for the
 * words that turn to it, and `numbers`, `ordinals` or `topic` for which it is; what follows the match is the rest.
 */
export const references: readonly (readonly [sign: RegExp, pattern: () => RegExp])[] = [
  [
    /\b[Rr](?:ec|EC)[a-zA-Z]*(?:\.?\s|\.)(?:no|nu|ref|[#(]*(?:\d|[ivx]+\b|[a-zA-Z]\b|one|two|three|four|five|six|seven|eight|nine|ten))/,
    once(
      () => pattern('i')`
    ^\W*(?<lead>${lead}\s)?(?:the\s)?(?:[a-z]+\s)?rec(?:ommendation)?s?\b\.?\s?(?:(?:nos?|numbers?|ref)\b\.?\s?)?#?
    (?<numbers>${one}${further})
  `,
    ),
  ],
  // "The audit that Recommendation 5 asks for will be …"
  [
    /\b(?:that|which)\s[Rr]ecommendation/,
    once(
      () => pattern('i')`
    ^\W*(?<lead>the\s(?:[\w-]+\s){1,5}(?:that|which)\s)recommendation\s(?<numbers>${one})(?=\s(?:asks?|calls?|seeks?|wants?|
    sets?|proposes?|describes?)\b)
  `,
    ),
  ],
  [/\bR\.?\s?\d/, once(() => pattern('i')`^\W*(?<lead>${lead}\s)?R\.?\s?(?<numbers>\d+(?:\.\d+)*)\b`)],
  [
    /(?:th|st|nd|rd|al|ix)\s(?:of\s\w+\s)?(?:\w+\s)?[Rr]ecommendation/,
    once(
      () => pattern('i')`
    ^\W*(?<lead>${lead}\s)?(?:the\s|our\s)?(?<ordinals>${ordinal}${furtherOrdinals})\s(?:of\s(?:the|these|those)\s)?
    (?:[a-z]+\s)?recommendations?\b
  `,
    ),
  ],
  [
    /\s(?:the|that)\s[Rr]ecommendations?\s(?:about|on|concerning|regarding|for|of|that|to)\s/,
    once(
      () => pattern('i')`
    ^\W*(?<lead>${lead}\s)(?:the|that)\srecommendations?\s(?:about|on|concerning|regarding|for|of|that|to)\s
    (?<topic>[^,:.;–—]{4,90}?)(?=\s*[,:.;–—]|\s-\s|$)
  `,
    ),
  ],
  [
    /^.{3,60}\((?:[Rr][a-z]*\.?\s?)?\d/,
    once(
      () =>
        pattern(
          'i',
        )`^\W*[a-z][^.:;(]{2,55}\s\((?:rec(?:ommendation)?s?\.?\s|r\.?\s?)?(?<titled>${one}${further})\)(?=\W)`,
    ),
  ],
]

/** What shows that a recommendation of another review is spoken of. */
export const ofAnother =
  /^\)?\s+(?:of|from|in)\s(?:that|an?|another|the\s(?:earlier|previous|last|other|\d{4}|\p{Lu}))\b/u
