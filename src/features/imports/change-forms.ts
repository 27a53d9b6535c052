/** What the forms of the check page bring: each a change. */

import type { AgencyId } from '../../access/actor.ts'
import { formReader } from '../../core/form-fields.ts'
import { isId } from '../../core/ids.ts'
import { writeDate } from '../../core/plain-date.ts'
import { type Decided, decide, refuse } from '../../core/refusals.ts'
import { plainCalendar } from '../../reader/calendar.ts'
import { dueOf } from '../../reader/dues.ts'
import { acts, type Due, reviewTypes } from '../../reader/reading.ts'
import type { GroupId } from '../../store/schema.ts'
import { type Change, type ChangeKind, changeKinds, type Placing } from './changes.ts'
import { readRegister } from './comparison-forms.ts'
import { type ItemId, type NameMeaning, passageRoles } from './draft.ts'
import { readDay } from './forms.ts'
import { longestRecommendation } from './recommendation-decide.ts'
import { longestStatement } from './statement-decide.ts'

type Reader = ReturnType<typeof formReader>
type ReaderOf<K extends ChangeKind> = (form: URLSearchParams, read: Reader) => Extract<Change, { kind: K }>

const id = (form: URLSearchParams, field: string) => (form.get(field) ?? '') as ItemId
const orNull = (text: string) => (text === '' ? null : text)

/** One of the document's names, or another that is typed; "" where it cannot be told. */
function readAgency(form: URLSearchParams, read: Reader): string {
  const is = form.get('agency-is')
  if (is === 'unknown') return ''
  if (is !== 'another') return (form.get('agency') ?? '').trim().slice(0, longestStatement.agency)
  const missing = 'Enter the name of the agency'
  return read.line('agency-name', { missing, longest: longestStatement.agency, label: 'The name' })
}

/** Days that are left empty are those that the words come to. */
function readDue(form: URLSearchParams, read: Reader): Due | null {
  const written = read.line('due', { longest: longestStatement.dueAsWritten, label: 'The date in words' })
  const [from, to] = [readDay(read, form, 'due-from'), readDay(read, form, 'due-to')]
  const last = to ?? from
  if (written === '') return last ? { asWritten: writeDate(last), from, to } : null
  if (last) return { asWritten: written, from, to }
  const understood = dueOf(written, plainCalendar)
  return { asWritten: written, from: understood?.from ?? null, to: understood?.to ?? null }
}

function readAnswers(form: URLSearchParams): readonly ItemId[] | null {
  const answers = form.get('answers')
  if (answers === 'unknown') return null
  return answers === 'parts' ? form.getAll('part').map(part => part as ItemId) : []
}

const readStatement: ReaderOf<'statement.correct'> = (form, read) => ({
  kind: 'statement.correct',
  item: id(form, 'item'),
  words: {
    text: read.text('text', {
      missing: 'Enter what the statement says',
      longest: longestStatement.text,
      label: 'The statement',
    }),
    act: read.choice('act', acts, 'Choose what the statement does') ?? 'context',
    agency: readAgency(form, read),
    recommendation: id(form, 'recommendation'),
    answers: readAnswers(form),
    due: readDue(form, read),
    owner: orNull(read.line('owner', { longest: longestStatement.owner, label: 'The owner' })),
    status: orNull(read.line('status', { longest: longestStatement.status, label: 'The status' })),
  },
})

const readRecommendation: ReaderOf<'recommendation.correct'> = (form, read) => ({
  kind: 'recommendation.correct',
  item: id(form, 'item'),
  number: readNumber(read),
  text: readWords(read, 'recommendation', longestRecommendation.text),
  addressees: read
    .text('addressees', { longest: 10_000, label: 'The bodies' })
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== ''),
  register: readRegister(form),
})

const readNumber = (read: Reader): string | null =>
  orNull(read.line('number', { longest: longestRecommendation.number, label: 'The number' }))

const readWords = (read: Reader, what: string, longest: number): string =>
  read.text('text', { missing: `Enter the words of the ${what}`, longest, label: `The ${what}` })

const placings = ['statement', 'part', 'more of a recommendation', 'new recommendation', ...passageRoles] as const

function readPlacing(form: URLSearchParams, read: Reader): Placing {
  const as = read.choice('as', placings, 'Choose what these words are') ?? 'unplaced'
  const recommendation = id(form, 'recommendation')
  switch (as) {
    case 'statement': {
      const act = read.choice('act', acts, 'Choose what the statement does') ?? 'context'
      return { as, recommendation, agency: readAgency(form, read), act }
    }
    case 'part':
    case 'more of a recommendation':
      return { as, recommendation }
    case 'new recommendation':
      return { as, number: readNumber(read) }
    default:
      return { as }
  }
}

const meanings = ['as the directory says', 'agency', 'group', 'new agency', 'new group', 'nobody'] as const

function readMeaning(form: URLSearchParams, read: Reader): NameMeaning | null {
  const chosen = read.choice('meaning', meanings, 'Choose what the name stands for')
  const listed = (field: string, missing: string) => read.line(field, { missing, longest: 60, label: 'The choice' })
  const typed = (field: string) =>
    read.line(field, { missing: 'Enter the full name of the new body', longest: 200, label: 'The full name' })
  switch (chosen) {
    case 'agency': {
      const agencyId = listed('agency', 'Choose an agency of the directory') as AgencyId
      return { kind: 'agency', agencyId, remember: form.get('remember') === 'yes' }
    }
    case 'group':
      return {
        kind: 'group',
        groupId: listed('group', 'Choose a group of the board') as GroupId,
        remember: form.get('remember-group') === 'yes',
      }
    case 'new agency':
      return { kind: 'new agency', name: typed('new-name') }
    case 'new group':
      return {
        kind: 'new group',
        name: typed('new-group-name'),
        members: form.getAll('member').map(member => member as AgencyId),
      }
    case 'nobody':
      return { kind: 'nobody' }
    default:
      return null
  }
}

/** One answer of the list of unknown names; null: to be decided later. */
function readAnswer(name: string, answer: string): NameMeaning | null {
  const [kind, chosen = ''] = answer.split(' ')
  if (kind === 'new') return { kind: 'new agency', name }
  if (kind === 'nobody') return { kind: 'nobody' }
  if (!isId(chosen)) return null
  if (kind === 'agency') return { kind, agencyId: chosen as AgencyId, remember: true }
  return kind === 'group' ? { kind, groupId: chosen as GroupId, remember: true } : null
}

const readAnswersAboutNames: ReaderOf<'names.decide'> = form => ({
  kind: 'names.decide',
  meanings: form.getAll('name').flatMap((name, at) => {
    const meaning = readAnswer(name.slice(0, longestStatement.agency), form.get(`meaning-${at}`) ?? '')
    return meaning ? [{ name, meaning }] : []
  }),
})

const readFacts: ReaderOf<'review.correct'> = (form, read) => {
  const line = (field: string, longest: number, label: string) => orNull(read.line(field, { longest, label }))
  return {
    kind: 'review.correct',
    facts: {
      title: line('title', 300, 'The title'),
      subject: line('subject', 120, 'The subject'),
      type: read.choice('type', reviewTypes, 'Choose the type of review') ?? 'unknown',
      board: line('board', 300, 'The board'),
      consideredOn: readDay(read, form, 'considered-on'),
      legalBasis: line('legal-basis', 2000, 'The legal basis'),
      leadReviewer: line('lead-reviewer', 300, 'The lead reviewer'),
      methodology: line('methodology', 2000, 'The methodology'),
    },
  }
}

const readers: { readonly [K in ChangeKind]: ReaderOf<K> } = {
  'statement.correct': readStatement,
  'statement.split': (form, read) => ({ kind: 'statement.split', item: id(form, 'item'), pieces: readPieces(read) }),
  'statement.merge': form => ({ kind: 'statement.merge', item: id(form, 'item'), next: id(form, 'next') }),
  'statement.unplace': form => ({ kind: 'statement.unplace', item: id(form, 'item') }),
  'response.move': (form, read) => ({
    kind: 'response.move',
    from: { recommendation: id(form, 'from-recommendation'), agency: form.get('from-agency') ?? '' },
    to: { recommendation: id(form, 'recommendation'), agency: readAgency(form, read) },
  }),
  'recommendation.correct': readRecommendation,
  'recommendation.add': (_form, read) => ({
    kind: 'recommendation.add',
    number: readNumber(read),
    text: readWords(read, 'recommendation', longestRecommendation.text),
  }),
  'recommendation.merge': form => ({ kind: 'recommendation.merge', item: id(form, 'item'), into: id(form, 'into') }),
  'recommendation.remove': form => ({ kind: 'recommendation.remove', item: id(form, 'item') }),
  'part.correct': (form, read) => ({
    kind: 'part.correct',
    item: id(form, 'item'),
    text: readWords(read, 'part', longestRecommendation.part),
  }),
  'part.add': (form, read) => ({
    kind: 'part.add',
    recommendation: id(form, 'item'),
    text: readWords(read, 'part', longestRecommendation.part),
  }),
  'part.remove': form => ({ kind: 'part.remove', item: id(form, 'item') }),
  'passage.place': (form, read) => ({
    kind: 'passage.place',
    item: id(form, 'item'),
    placing: readPlacing(form, read),
  }),
  'passages.place': (form, read) => ({
    kind: 'passages.place',
    items: form.getAll('item').map(item => item as ItemId),
    role: read.choice('as', passageRoles, 'Choose what these words are') ?? 'unplaced',
  }),
  'passage.split': (form, read) => ({ kind: 'passage.split', item: id(form, 'item'), pieces: readPieces(read) }),
  'words.take': (form, read) => {
    const [from = Number.NaN, to = Number.NaN] = (form.get('words') ?? '').split(' ').map(Number)
    if (!Number.isInteger(from) || !Number.isInteger(to)) read.say('words', 'Choose the words')
    return { kind: 'words.take', from, to }
  },
  'statement.match': form => ({ kind: 'statement.match', item: id(form, 'item'), register: readRegister(form) }),
  'item.seen': form => ({ kind: 'item.seen', item: id(form, 'item'), seen: form.get('seen-by-person') !== 'no' }),
  'name.decide': (form, read) => ({
    kind: 'name.decide',
    name: read.line('name', { missing: 'Choose a name', longest: longestStatement.agency, label: 'The name' }),
    meaning: readMeaning(form, read),
  }),
  'names.decide': readAnswersAboutNames,
  'finding.dismiss': (form, read) => ({
    kind: 'finding.dismiss',
    item: id(form, 'item'),
    reason:
      form.get('take-back') === 'yes'
        ? null
        : read.text('reason', { missing: 'Enter why this finding does not hold', longest: 1000, label: 'The reason' }),
  }),
  'review.correct': readFacts,
}

const readPieces = (read: Reader): string => read.text('pieces', { longest: 30_000, label: 'The text' })

/** The change that a form asks for, or every mistake in it. */
export function readChange(form: URLSearchParams): Decided<Change> {
  const kind = changeKinds.find(each => each === form.get('change'))
  if (!kind) return refuse({ field: 'change', message: 'Choose what to change' })
  const read = formReader(form)
  const change: Change = readers[kind](form, read)
  return read.mistakes.length > 0 ? refuse(...read.mistakes) : decide(change)
}
