/** What the forms of the partnership bring. */
import type { AgencyId } from '../../access/actor.ts'
import { roles } from '../../access/permissions.ts'
import { formReader } from '../../core/form-fields.ts'
import { isId } from '../../core/ids.ts'
import { plainDate } from '../../core/plain-date.ts'
import type { Decided } from '../../core/refusals.ts'
import { longestMarking, readAgency, readBoardNames } from '../accounts/index.ts'
import { longestAgencyName } from './directory.ts'
import type { GroupInput } from './group-decide.ts'
import type { Left } from './leaving-decide.ts'
import type { Settings } from './settings-decide.ts'

/** The settings of a board, every mistake at once. */
export function readSettings(form: URLSearchParams): Decided<Settings> {
  const read = formReader(form)
  const names = readBoardNames(read, 'name')
  const marking = read.line('marking', { longest: longestMarking, label: 'The protective marking' })
  const answer = read.choice('secondFactor', ['yes', 'no'], 'Choose whether everybody must have a second factor')
  return read.settle(() => ({ ...names, marking, secondFactorRequired: answer === 'yes' }))
}

/** What the list of people is narrowed to; what is no role and no id narrows nothing. */
export const readPeopleFilter = (query: URLSearchParams) => ({
  role: roles.find(role => role === query.get('role')) ?? null,
  agencyId: readAgency(query),
})

/** What somebody leaves, or null where nothing was chosen. */
export function readLeft(form: URLSearchParams): Left | null {
  const left = form.get('left')
  return left === 'board' ? left : isId(left) ? (left as AgencyId) : null
}

/** The name of an agency: one that was chosen from the list of those that are known, or else typed. */
export function readNewAgency(
  form: URLSearchParams,
  known: readonly { readonly id: AgencyId; readonly name: string }[],
): Decided<string> {
  const read = formReader(form)
  const chosen = known.find(({ id }) => id === form.get('agency'))
  const typed = read.line('name', {
    ...(chosen ? {} : { missing: 'Enter the name of the agency' }),
    longest: longestAgencyName,
    label: 'The name',
  })
  if (chosen && typed !== '') read.say('name', 'Choose an agency or enter the name of a new one, not both')
  return read.settle(() => chosen?.name ?? typed)
}

export interface SuccessorInput {
  readonly successor: string
  readonly on: NonNullable<ReturnType<typeof plainDate>>
}

/** What took an agency's place, and on what day. */
export function readSuccessor(form: URLSearchParams): Decided<SuccessorInput> {
  const read = formReader(form)
  const successor = read.line('successor', {
    missing: 'Enter the name of the body that took its place',
    longest: longestAgencyName,
    label: 'The name',
  })
  const part = (name: string) => Number(form.get(`on-${name}`)?.trim() || Number.NaN)
  const on = plainDate(part('year'), part('month'), part('day'))
  const isPossible = on !== null && on >= '1900-01-01' && on <= '2100-12-31'
  if (!isPossible) read.say('on-day', 'Enter the day of the change, as in 1 7 2022')
  return read.settle(() => ({ successor, on: on as SuccessorInput['on'] }))
}

export const readGroup = (form: URLSearchParams): GroupInput => ({
  name: form.get('name') ?? '',
  purpose: (form.get('purpose') ?? '').replace(/\r\n?/g, '\n').trim(),
  members: [...new Set(form.getAll('members').filter(isId))] as AgencyId[],
})
