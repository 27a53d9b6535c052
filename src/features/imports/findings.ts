/** What the reader's own rules find in a check as it stands now, with what people said about earlier findings. */
import { layOut } from '../../core/laid-out.ts'
import type { PlainDate } from '../../core/plain-date.ts'
import type { PlainDocument } from '../../core/plain-document.ts'
import type { Answer, Answered } from '../../reader/answers.ts'
import { type Directory, directoryOf } from '../../reader/directory.ts'
import { findingsOf } from '../../reader/findings.ts'
import type { Finding, Reading, Span, Statement } from '../../reader/reading.ts'
import { sourceLines } from '../../reader/source-lines.ts'
import {
  type Draft,
  type FindingItem,
  type ItemId,
  itemsOf,
  type PartItem,
  type RecommendationItem,
  type StatementItem,
} from './draft.ts'

interface Grounds {
  readonly reading: Pick<Reading, 'citations' | 'bodies'>
  readonly document: PlainDocument
  readonly asOf: PlainDate
}

/** The draft with the findings that follow from it. One that was found before keeps its dismissal. */
export function withFindings(draft: Draft, grounds: Grounds): Draft {
  const found = findingsIn(draft, grounds)
  const known = itemsOf(draft, 'finding')
  const byKey = new Map(known.map(item => [keyOf(item), item]))
  const kept = Object.entries(draft.items).filter(([, item]) => item.kind !== 'finding')
  let next = draft.next
  const items = found.map((finding): FindingItem => {
    const before = byKey.get(keyOf(finding))
    const order = finding.span?.[0] ?? Number.MAX_SAFE_INTEGER
    if (before) return { ...before, ...finding, order }
    return { kind: 'finding', id: `f${next++}` as ItemId, version: draft.version, order, dismissed: null, ...finding }
  })
  return { ...draft, next, items: { ...Object.fromEntries(kept), ...Object.fromEntries(items.map(f => [f.id, f])) } }
}

type FoundNow = Pick<FindingItem, 'code' | 'recommendation' | 'message' | 'span'>

const keyOf = ({ code, recommendation, span }: FoundNow) => `${code} ${recommendation} ${span?.[0] ?? ''}`

/** The reader asks for numbers that tell recommendations apart, so each goes to it under its id. */
function findingsIn(draft: Draft, { reading, document, asOf }: Grounds): readonly FoundNow[] {
  const lines = sourceLines(layOut(document))
  const directory = directoryOf([...new Set(lines.map(line => line.text))])
  const recommendations = answeredIn(draft, directory)
  const { citations, bodies } = reading
  const found = findingsOf({ kind: draft.kind, recommendations, citations, bodies, directory, asOf, lines })
  const numbers = new Map(itemsOf(draft, 'recommendation').map(each => [each.id as string, each.number]))
  const seen = new Set<string>()
  return found
    .map(finding => namedAsPeopleDo(finding, numbers))
    .filter(finding => !seen.has(keyOf(finding)) && seen.add(keyOf(finding)))
}

type NumberOf = ReadonlyMap<string, string | null>

/** A message names a recommendation by its id here; people know it by its number. */
function namedAsPeopleDo({ code, recommendation, message, span }: Finding, numbers: NumberOf): FoundNow {
  const words = message.replace(/\b([Rr])ecommendation (r\d+)\b/g, (as, initial, id) => {
    if (!numbers.has(id)) return as
    const number = numbers.get(id) ?? null
    if (number !== null) return `${initial}ecommendation ${number}`
    return initial === 'R' ? 'This recommendation' : 'this recommendation'
  })
  return { code, recommendation: recommendation as ItemId | null, message: words, span }
}

function answeredIn(draft: Draft, directory: Directory): readonly Answered[] {
  const parts = Map.groupBy(itemsOf(draft, 'part'), part => part.recommendation)
  const statements = Map.groupBy(itemsOf(draft, 'statement'), statement => statement.recommendation)
  return itemsOf(draft, 'recommendation').map(each =>
    answered(each, parts.get(each.id) ?? [], { statements: statements.get(each.id) ?? [], directory }),
  )
}

interface Said {
  readonly statements: readonly StatementItem[]
  readonly directory: Directory
}

function answered(recommendation: RecommendationItem, parts: readonly PartItem[], said: Said): Answered {
  const { id, text, addressees, spans } = recommendation
  const rows = Map.groupBy(said.statements, rowOf)
  return {
    number: id,
    text,
    addressees,
    parts: parts.map(part => part.text),
    span: spans[0] ?? null,
    otherSpans: spans.slice(1),
    partSpans: parts.map(part => part.spans[0] ?? nowhere),
    answers: [...rows.values()].map(row => answerOf(row, parts, said.directory)),
  }
}

const nowhere: Span = [0, 0]

/** What one agency says in one row of a plan, or in all of the prose, is one answer. */
const rowOf = ({ agency, action, owner, status, evidence, manner }: StatementItem): string =>
  JSON.stringify([agency, action, owner, status, evidence, manner])

function answerOf(row: readonly StatementItem[], parts: readonly PartItem[], directory: Directory): Answer {
  const [first] = row
  const { agency = '', action = null, owner = null, status = null, evidence = null, manner = null } = first ?? {}
  const names = manner ? manner.bodies : [agency].filter(name => name !== '')
  return {
    agency,
    action,
    owner,
    status,
    evidence,
    statements: row.map(each => asStatement(each, parts)),
    bodies: names.flatMap(name => directory.find(name) ?? { name, kind: 'services' as const }),
    headed: manner ? manner.headed : agency !== '',
    fromTable: manner?.fromTable ?? false,
    finished: manner?.finished ?? false,
  }
}

function asStatement({ text, act, due, answers, spans }: StatementItem, parts: readonly PartItem[]): Statement {
  const numbers = answers?.map(id => parts.findIndex(part => part.id === id) + 1).filter(number => number > 0) ?? null
  return { text, act, due, answersParts: numbers, span: spans[0] ?? nowhere }
}
