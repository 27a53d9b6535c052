/** Which bodies a text names that have been abolished or renamed, and what took their place. */
import { type PlainDate, readPlainDate } from '../core/plain-date.ts'
import type { GuidanceData, SuccessorBody } from './guidance-data.ts'
import { nameKey } from './name-forms.ts'
import { namesIn } from './names.ts'
import type { BodyMention } from './reading.ts'
import { passageOf, type SourceLine } from './source-lines.ts'

/** Each wording of a body that the data knows, where it first stands. */
export function bodyMentionsIn(lines: readonly SourceLine[], data: GuidanceData, asOf: PlainDate): BodyMention[] {
  const known = data.bodies.flatMap(body =>
    body.names.map(name => ({ body, key: nameKey(name), others: body.butNot.map(nameKey) })),
  )
  const hint = hintOf(data)
  const found = new Map<string, BodyMention>()
  for (const line of lines) {
    if (!hint.test(line.text)) continue
    for (const mention of [...namesIn(line.text), ...inSmallLetters(line.text, known)]) {
      if (found.has(mention.name)) continue
      const key = nameKey(mention.name)
      const body = known
        .filter(each => key === each.key || key.endsWith(` ${each.key}`))
        .filter(({ others }) => !others.some(other => key === other || key.endsWith(` ${other}`)))
        .sort((a, b) => b.key.length - a.key.length)[0]?.body
      if (body) found.set(mention.name, tellOf(body, line, mention, asOf))
    }
  }
  return [...found.values()]
}

/** Matches any line that could name one of the bodies: cheap, so that the others need not be looked through. */
function hintOf({ bodies }: GuidanceData): RegExp {
  const words = bodies.flatMap(body => body.names.map(name => name.split(' ').slice(-2).join(' ')))
  return new RegExp([...new Set(words)].map(word => word.replace(/[^A-Za-z0-9 ]/g, '.')).join('|'), 'i')
}

interface Place {
  readonly name: string
  readonly from: number
  readonly to: number
}

/** "The primary care trust" in small letters, which no list of names would hold. */
function inSmallLetters(text: string, known: readonly { readonly body: SuccessorBody }[]): Place[] {
  return known.flatMap(({ body }) => {
    const name = body.name.toLowerCase()
    const from = name.includes(' ') ? text.indexOf(name) : -1
    return from < 0 ? [] : [{ name: text.slice(from, from + name.length), from, to: from + name.length }]
  })
}

function tellOf(body: SuccessorBody, line: SourceLine, { from, to }: Place, asOf: PlainDate): BodyMention {
  const { text, span } = passageOf(line, from, to)
  const gone = body.on === null || body.on <= asOf
  const several = /s$/i.test(text) && !/s$/i.test(body.name)
  return {
    asWritten: text,
    standing: gone ? body.standing : 'current',
    on: body.on === null ? null : readPlainDate(body.on),
    successor: gone ? (several ? body.successorOfSeveral : body.successor) : null,
    span,
  }
}
