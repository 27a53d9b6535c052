/**
 * Names of bodies that no word gives away ("Turning Corner", "Oaktree"), found by where they stand in this document.
 */

import { namesIn } from './names.ts'
import { groupWords } from './vocabulary/bodies.ts'
import { recommendationLabel, shortLabel, typedNumber } from './vocabulary/labels.ts'
import { pattern } from './vocabulary/pattern.ts'
import { roleWord } from './vocabulary/roles.ts'

const asked = pattern('u')`
    ^(?:the\s)?((?:\p{Lu}[\p{L}\p{N}’'&-]*|of|and|for|the|in|,)(?:,?\s(?:\p{Lu}[\p{L}\p{N}’'&-]*|of|and|for|the|
    in))*)\s(?:should|must|ought to|needs? to)\b
  `

/** The names in front of "should" in recommendations, where no known word gives a body away. */
export function namesAsked(texts: readonly string[]): string[] {
  return texts.flatMap(text => {
    const words = withoutLabel(text)
    const subject = asked.exec(words)?.[1]
    return subject ? splitNames(subject).filter(name => isUnknown(name) && /\s/.test(name)) : []
  })
}

/** The names that cells of agencies hold ("Oaktree / Elm Council" holds two). */
export function namesInCells(cells: readonly string[]): string[] {
  return cells
    .flatMap(cell => cell.replace(/\([^)]*\)/g, '').split(/\s*(?:[/;,&]|\band\b)\s*/))
    .map(name => name.trim())
    .filter(name => name.length > 2 && name.length < 60 && /^\p{Lu}/u.test(name) && isUnknown(name))
}

function withoutLabel(text: string): string {
  const label = recommendationLabel.exec(text) ?? shortLabel.exec(text) ?? typedNumber.exec(text)
  return label?.groups?.rest ?? text
}

function splitNames(subject: string): string[] {
  return subject.split(/,\s*|\s+and\s+(?:the\s+)?/).map(name => name.replace(/^the\s/i, '').trim())
}

const noBody = pattern('i')`
  ^(?:All|Any|Both|Each|Every|Everybody|Everyone|It|They|We|This|That|These|Those|Staff|N/?A|TBC|None|Various|
  Partnership|Multi|Single|Local|National|Regional)\b
`

function isUnknown(name: string): boolean {
  if (name === '' || namesIn(name).length > 0 || groupWords.test(name) || roleWord.test(name)) return false
  return !noBody.test(name)
}
