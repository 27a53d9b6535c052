/** What the forms for making and correcting by hand bring. */
import type { AgencyId } from '../../access/actor.ts'
import { formReader } from '../../core/form-fields.ts'
import { isId } from '../../core/ids.ts'
import { writeDate } from '../../core/plain-date.ts'
import type { Decided } from '../../core/refusals.ts'
import { plainCalendar } from '../../reader/calendar.ts'
import { dueOf } from '../../reader/dues.ts'
import { acts, type Due } from '../../reader/reading.ts'
import type { GroupId, StatementId } from '../../store/schema.ts'
import { dateFields, readDay, readReason } from '../reviews/index.ts'
import type { Fields, ThingKind } from './hand.ts'
import { longest } from './register-input.ts'
import { handCodes } from './register-plan.ts'

type Reader = ReturnType<typeof formReader>
type Readers = { readonly [K in ThingKind]: (form: URLSearchParams, read: Reader) => Fields[K] }

const idIn = <Id extends string>(form: URLSearchParams, field: string): Id | null => {
  const id = form.get(field)
  return isId(id) ? (id as Id) : null
}

const orNull = (text: string) => text || null

const readers: Readers = {
  recommendation: (_, read) => ({
    number: orNull(read.line('number', { longest: longest.number, label: 'The number' })),
    text: read.text('text', {
      missing: 'Enter the words of the recommendation',
      longest: longest.recommendation,
      label: 'The recommendation',
    }),
  }),
  part: (_, read) => ({
    text: read.text('text', { missing: 'Enter the words of the part', longest: longest.part, label: 'The part' }),
  }),
  addressee: (form, read) => {
    const [kind, id] = (form.get('body') ?? '').split(':')
    const known = isId(id) ? id : null
    return {
      asWritten: read.line('asWritten', { longest: longest.addressee, label: 'The body' }),
      agencyId: kind === 'agency' ? (known as AgencyId | null) : null,
      groupId: kind === 'group' ? (known as GroupId | null) : null,
    }
  },
  statement: (form, read) => ({
    agencyId: idIn<AgencyId>(form, 'agency'),
    agencyAsWritten: read.line('agencyAsWritten', { longest: longest.agency, label: 'The name' }),
    text: read.text('text', { missing: 'Enter what was said', longest: longest.statement, label: 'The statement' }),
    act: read.choice('act', acts, 'Choose what the statement does') ?? 'context',
    answersParts: readAnswers(form, read),
    due: readDue(form, read),
    owner: orNull(read.line('owner', { longest: longest.owner, label: 'Who is to do it' })),
    status: orNull(read.line('status', { longest: longest.status, label: 'The status' })),
    reportedDone: form.get('reportedDone') === 'yes',
    saidOn: readDay(form, 'said', mistake => read.say(mistake.field, mistake.message)),
    followsId: idIn<StatementId>(form, 'follows'),
  }),
  citation: (form, read) => ({
    guidance: (form.get('guidance') ?? '').slice(0, longest.guidance),
    edition: orNull(read.line('edition', { longest: longest.edition, label: 'The edition' })),
    asWritten: read.line('asWritten', { longest: longest.citation, label: 'The citation' }),
  }),
  finding: (form, read) => ({
    code: read.choice('code', handCodes, 'Choose what is wrong or missing') ?? 'part-unanswered',
    message: read.text('message', {
      missing: 'Enter what you noticed, in words',
      longest: longest.message,
      label: 'What you noticed',
    }),
    statementId: idIn<StatementId>(form, 'statement'),
  }),
}

function readAnswers(form: URLSearchParams, read: Reader): readonly number[] | null {
  const answers = form.get('answers') ?? 'whole'
  if (answers === 'unknown') return null
  if (answers !== 'parts') return []
  const parts = form.getAll('part').map(Number).filter(Number.isInteger)
  if (parts.length === 0) read.say('part', 'Choose the parts that it takes up')
  return [...new Set(parts)].sort((a, b) => a - b)
}

/** Days that are left empty are those that the words come to. */
function readDue(form: URLSearchParams, read: Reader): Due | null {
  const say = (mistake: { field: string; message: string }) => read.say(mistake.field, mistake.message)
  const written = read.line('due', { longest: longest.due, label: 'The due date' })
  const [from, to] = [readDay(form, 'due-from', say), readDay(form, 'due-to', say)]
  const last = to ?? from
  if (last) return { asWritten: written || writeDate(last), from, to }
  if (written === '') return null
  const understood = dueOf(written, plainCalendar)
  return { asWritten: written, from: understood?.from ?? null, to: understood?.to ?? null }
}

/** A thing as it was filled in, with why. */
export interface Filled<K extends ThingKind> {
  readonly fields: Fields[K]
  readonly reason: string
  /** How the thing stood when the form was shown; empty for a new one. */
  readonly seen: string
}

/** The fields with why; every mistake of both at once. */
export function readThing<K extends ThingKind>(kind: K, form: URLSearchParams): Decided<Filled<K>> {
  const read = formReader(form)
  const fields = readers[kind](form, read)
  const reason = readReason(form, 'Enter why')
  const mistakes = [...read.mistakes, ...(reason.ok ? [] : reason.mistakes)]
  if (mistakes.length > 0 || !reason.ok) return { ok: false, mistakes }
  return { ok: true, value: { fields, reason: reason.value, seen: (form.get('seen') ?? '').slice(0, 16) }, entries: [] }
}

type Shown = readonly (readonly [string, string])[]
type Fillers = { readonly [K in ThingKind]: (fields: Fields[K]) => Shown }

const fillers: Fillers = {
  recommendation: ({ number, text }) => [
    ['number', number ?? ''],
    ['text', text],
  ],
  part: ({ text }) => [['text', text]],
  addressee: ({ asWritten, agencyId, groupId }) => [
    ['asWritten', asWritten],
    ['body', agencyId ? `agency:${agencyId}` : groupId ? `group:${groupId}` : ''],
  ],
  statement: fields => [
    ['agency', fields.agencyId ?? ''],
    ['agencyAsWritten', fields.agencyAsWritten],
    ['text', fields.text],
    ['act', fields.act],
    ['answers', fields.answersParts === null ? 'unknown' : fields.answersParts.length > 0 ? 'parts' : 'whole'],
    ...(fields.answersParts ?? []).map(part => ['part', String(part)] as const),
    ['due', fields.due?.asWritten ?? ''],
    ...Object.entries(dateFields('due-from', fields.due?.from ?? null)),
    ...Object.entries(dateFields('due-to', fields.due?.to ?? null)),
    ['owner', fields.owner ?? ''],
    ['status', fields.status ?? ''],
    ['reportedDone', fields.reportedDone ? 'yes' : ''],
    ...Object.entries(dateFields('said', fields.saidOn)),
    ['follows', fields.followsId ?? ''],
  ],
  citation: ({ guidance, edition, asWritten }) => [
    ['guidance', guidance],
    ['edition', edition ?? ''],
    ['asWritten', asWritten],
  ],
  finding: ({ code, message, statementId }) => [
    ['code', code],
    ['message', message],
    ['statement', statementId ?? ''],
  ],
}

/** A thing as its form shows it. */
export const fillForm = <K extends ThingKind>(kind: K, fields: Fields[K]): URLSearchParams =>
  new URLSearchParams(fillers[kind](fields).map(([name, value]) => [name, value] as [string, string]))
