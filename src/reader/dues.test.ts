import { expect, test } from 'vitest'
import { calendarOf, plainCalendar } from './calendar.ts'
import { dueInColumn, dueOf } from './dues.ts'

const due = (sentence: string, calendar = plainCalendar) => {
  const found = dueOf(sentence, calendar)
  return found && `${found.from ?? ''}..${found.to ?? ''}`
}
const inColumn = (cell: string, calendar = plainCalendar) => {
  const found = dueInColumn(cell, calendar)
  return found && `${found.from ?? ''}..${found.to ?? ''}`
}

test('the date behind the promise is its due date, and one before it when there is none', () => {
  expect(due('The guide, issued in May 2019, will be reviewed by June 2021.')).toBe('..2021-06-30')
  expect(due('The 2018/19 audit will ask about this.')).toBe('2018-04-01..2019-03-31')
  expect(due('From 1 November 2025 sergeants will chair every meeting.')).toBe('2025-11-01..')
})

test('a year in a name and a date since when something has been so are no due dates', () => {
  expect(due('The form will follow Keeping Children Safe in Education 2024.')).toBeNull()
  expect(due('The group, which has met since March 2019, will continue.')).toBeNull()
  expect(due('Staff will be trained within three months.')).toBeNull()
})

test('in a column of target dates a bare day is a last day, and the later wording of a revised date counts', () => {
  expect(inColumn('29/03/2019')).toBe('..2019-03-29')
  expect(inColumn('end Feb 26')).toBe('..2026-02-28')
  expect(inColumn('Mar-26')).toBe('2026-03-01..2026-03-31')
  expect(inColumn('31 March 2026 (first set for 30 September 2025)')).toBe('..2026-03-31')
  expect(inColumn('31/03/2026, revised to 30/06/2026')).toBe('..2026-06-30')
  expect(inColumn('TBC')).toBeNull()
})

test('a document may say when its terms are, whose quarters it counts, and when its deadlines began', () => {
  const calendar = calendarOf(
    [
      'Quarters in this paper are quarters of the calendar year, and “the autumn term” means 1 September to 19 December 2025.',
      'Published: 31 January 2025',
    ],
    ['Action plan 2025/26'],
  )
  expect(due('They will put it in writing by Q3 2025.', calendar)).toBe('..2025-09-30')
  expect(due('A form will be tried out in the autumn term.', calendar)).toBe('2025-09-01..2025-12-19')
  expect(due('A guide will be written within three months of publication.', calendar)).toBe('..2025-04-30')
  expect(due('A form will be tried out in the autumn term.')).toBeNull()
  expect(inColumn('End of Q2', calendarOf([], ['Action plan 2025/26']))).toBe('..2025-09-30')
})

test('a date that was promised once gives way to the one that is promised now', () => {
  expect(due('The film was to be shown in March 2025 and will now be shown on 4 November 2025.')).toBe(
    '2025-11-04..2025-11-04',
  )
})

test('of a date that was moved the new one counts, and a term ends on its last day', () => {
  const due = (text: string) => dueOf(text, plainCalendar)
  expect(due('The south was to follow in autumn 2025, but recruitment has delayed this to summer 2026.')).toMatchObject(
    {
      asWritten: 'summer 2026',
    },
  )
  expect(due('It will be taught in the term which ends on 3 July 2026.')).toMatchObject({
    from: null,
    to: '2026-07-03',
  })
})

test('the end of a month is no past event, wherever in the sentence it stands', () => {
  expect(due('Its results should be known by the end of October 2026 and will decide what follows.')).toBe(
    '..2026-10-31',
  )
})
