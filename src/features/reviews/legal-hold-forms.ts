/** What the forms of legal holds bring. */
import { formReader } from '../../core/form-fields.ts'
import type { PlainDate } from '../../core/plain-date.ts'
import type { Decided } from '../../core/refusals.ts'
import { readDay } from './day-fields.ts'
import { type Ground, grounds } from './legal-holds.ts'
import { longestFact } from './reviews.ts'

export interface HoldAsked {
  readonly ground: Ground
  readonly reason: string
  readonly lookAgainOn: PlainDate
}

/** What a hold is for, and when it is to be looked at again. */
export function readHold(form: URLSearchParams): Decided<HoldAsked> {
  const read = formReader(form)
  const ground = read.choice('ground', grounds, 'Choose why nothing may be destroyed')
  const reason = read.text('reason', {
    missing: 'Enter what it is about and who asked for it',
    longest: longestFact.reason,
    label: 'What it is about',
  })
  const on = again(read, form)
  return read.settle(() => ({ ground: ground ?? 'other', reason, lookAgainOn: on as PlainDate }))
}

/** The day on which it is to be looked at again. */
export function readLookingAgain(form: URLSearchParams): Decided<PlainDate> {
  const read = formReader(form)
  const on = again(read, form)
  return read.settle(() => on as PlainDate)
}

function again({ say, mistakes }: ReturnType<typeof formReader>, form: URLSearchParams): PlainDate | null {
  const before = mistakes.length
  const on = readDay(form, 'again', ({ field, message }) => say(field, message))
  if (on === null && mistakes.length === before) say('again-day', 'Enter the day on which somebody looks at it again')
  return on
}
