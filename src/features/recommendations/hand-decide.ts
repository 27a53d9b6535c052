/** Whether what was filled in by hand can stand in the register. */
import { type Decided, decide, type Mistake, refuse } from '../../core/refusals.ts'
import { shippedGuidance } from '../../reader/guidance-data.ts'
import type { FindingCode } from '../../reader/reading.ts'
import type { Around, Fields, ThingKind } from './hand.ts'

type Deciders = {
  readonly [K in ThingKind]: (fields: Fields[K], around: Around, id: string | null) => Decided<Fields[K]>
}

const deciders: Deciders = {
  recommendation: fields => decide(fields),
  part: fields => decide(fields),
  addressee: decideAddressee,
  statement: decideStatement,
  citation: decideCitation,
  finding: decideFinding,
}

/** `id` is the thing's own where it stands in the register already. */
export const decideFields = <K extends ThingKind>(
  kind: K,
  fields: Fields[K],
  { around, id }: { readonly around: Around; readonly id: string | null },
): Decided<Fields[K]> => deciders[kind](fields, around, id)

/** Where the body is not written out, it is written as the directory calls it. */
function decideAddressee(fields: Fields['addressee'], { agencies, groups }: Around): Decided<Fields['addressee']> {
  const known = [...agencies, ...groups].find(({ id }) => id === (fields.agencyId ?? fields.groupId))
  if ((fields.agencyId || fields.groupId) && !known)
    return refuse({ field: 'body', message: 'Choose a body from the list' })
  const asWritten = fields.asWritten || (known?.name ?? '')
  if (asWritten === '') return refuse({ field: 'asWritten', message: 'Enter the body as it is written, or choose one' })
  return decide({ ...fields, asWritten })
}

/** A new one cites what Heed knows; where it is not written out, it is called by the guidance’s title. */
function decideCitation(fields: Fields['citation'], _: Around, id: string | null): Decided<Fields['citation']> {
  const known = shippedGuidance().guidance.find(each => each.id === fields.guidance)
  if (!known && id === null) return refuse({ field: 'guidance', message: 'Choose the guidance from the list' })
  const asWritten = fields.asWritten || [known?.title, fields.edition].filter(Boolean).join(' ')
  return decide({ ...fields, asWritten })
}

/** What is said of a promise names the promise, as the register counts it by that. */
function decideFinding(fields: Fields['finding'], { codes, statements }: Around): Decided<Fields['finding']> {
  const { code, statementId } = fields
  const about = statements.find(({ id }) => id === statementId)
  if (!codes.includes(code)) return refuse({ field: 'code', message: 'Choose what is wrong from the list' })
  if (statementId && !about) return refuse({ field: 'statement', message: 'Choose a statement from the list' })
  if (ofPromises.includes(code) && about?.act !== 'planned')
    return refuse({ field: 'statement', message: 'Choose the promise that it is about' })
  return decide(fields)
}

const ofPromises: readonly FindingCode[] = ['no-owner', 'open-ended']

function decideStatement(
  fields: Fields['statement'],
  { agencies, parts, statements }: Around,
  id: string | null,
): Decided<Fields['statement']> {
  const { agencyId, answersParts, due, followsId } = fields
  const mistakes: Mistake[] = []
  const agency = agencies.find(each => each.id === agencyId)
  if (agencyId && !agency) mistakes.push({ field: 'agency', message: 'Choose an agency from the list' })
  if (answersParts?.some(position => !parts.some(part => part.position === position)))
    mistakes.push({ field: 'part', message: 'Choose parts from the list' })
  if (due?.from && due.to && due.to < due.from)
    mistakes.push({ field: 'due-to-day', message: 'The last day must be the first day or later' })
  if (followsId && (followsId === id || !statements.some(each => each.id === followsId)))
    mistakes.push({ field: 'follows', message: 'Choose an earlier statement from the list' })
  else if (followsId && leadsTo(followsId, id, statements))
    mistakes.push({ field: 'follows', message: 'That statement takes the place of this one already' })
  if (mistakes.length > 0) return refuse(...mistakes)
  return decide({ ...fields, agencyAsWritten: fields.agencyAsWritten || (agency?.name ?? '') })
}

/** Whether a statement follows another, by however many steps. */
function leadsTo(from: string, to: string | null, statements: Around['statements']): boolean {
  const seen = new Set<string>()
  let at: string | null = from
  while (at !== null && !seen.has(at)) {
    if (at === to) return true
    seen.add(at)
    at = statements.find(each => each.id === at)?.followsId ?? null
  }
  return false
}
