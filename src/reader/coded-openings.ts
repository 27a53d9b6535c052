/** Recommendations behind a code of the document's own that counts on: "LR1 – …", "3.1 SAR/2: …", or "One: …". */
import { beginsByAsking } from './asking.ts'
import { tidyNumber } from './labels.ts'
import { mostThatAsk } from './repeated-labels.ts'
import type { SourceLine } from './source-lines.ts'
import type { Unlabelled } from './unlabelled-openings.ts'
import { numbersInWords } from './vocabulary/grammar.ts'

const coded = new RegExp(
  String.raw`^\W{0,2}(?:\d+(?:\.\d+)*\.?\s+)?(?:(?<code>\p{Lu}{1,5}(?:[-/]\p{Lu}{1,5})?[-/ ]?)(?<count>\d{1,2})|(?<word>${numbersInWords
    .map(word => word.charAt(0).toUpperCase() + word.slice(1))
    .join('|')}))(?:\s*[:.)\]]|\s+[–—-])\s+(?=\S)`,
  'u',
)

/** What stands behind the one code that counts on from 1, two times or more, and asks nearly each time. */
export function codedOpenings(lines: readonly SourceLine[]): Unlabelled[] {
  const byCode = new Map<string, Coded[]>()
  for (const line of lines) {
    const found = codedIn(line)
    const known = byCode.get(found?.code ?? '') ?? []
    if (found && found.count === known.length + 1) byCode.set(found.code, [...known, found])
  }
  return mostThatAsk([...byCode.values()], asks).map(({ line, number, textFrom }) => ({
    line,
    number,
    textFrom,
    announcedBy: null,
  }))
}

interface Coded {
  readonly code: string
  readonly count: number
  readonly line: SourceLine
  readonly number: string
  readonly textFrom: number
}

function codedIn(line: SourceLine): Coded | null {
  const match = coded.exec(line.text)
  const { code = '', count, word = '' } = match?.groups ?? {}
  const number = count === undefined ? tidyNumber(word) : `${code}${count}`
  return match && { code, count: Number(count ?? number), line, number, textFrom: match[0].length }
}

/** A review may put questions to a board in place of recommendations: "Q2. How will you know that …?" */
const asks = ({ line, textFrom, code }: Coded): boolean =>
  beginsByAsking(line.text.slice(textFrom)) || (code.startsWith('Q') && line.text.endsWith('?'))
