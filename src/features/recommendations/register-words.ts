/** The words for what is filtered, sorted and found. */
import type { Act, FindingCode } from '../../reader/reading.ts'
import type { RegisterFilter } from './register-filter.ts'
import { soonDays } from './register-filter.ts'

export const actWords: Readonly<Record<Act, string>> = {
  done: 'Done',
  ongoing: 'Ongoing',
  planned: 'Planned',
  position: 'Position',
  context: 'Context',
}

export const dueWords: Readonly<Record<NonNullable<RegisterFilter['due']>, string>> = {
  overdue: 'Due date passed',
  soon: `Due within ${soonDays} days`,
  later: 'Due later',
  none: 'No due date',
}

export const sortWords: Readonly<Record<RegisterFilter['sort'], string>> = {
  review: 'By review and number',
  due: 'By due date, oldest first',
  agency: 'By agency',
  newest: 'Newest first',
}

export const findingWords: Readonly<Record<FindingCode, string>> = {
  'no-recommendations': 'No recommendations found',
  'silent-addressee': 'A body that was asked is silent',
  unanswered: 'No response at all',
  'part-unanswered': 'A part is not taken up',
  'no-owner': 'A promise without an owner',
  'no-date': 'A promise without a date',
  overdue: 'A promise whose date has passed',
  'stale-tense': 'Speaks of a past date as still to come',
  'superseded-guidance': 'Cites superseded guidance',
  'never-existed': 'Cites an edition that never existed',
  'abolished-body': 'Names a body that no longer exists',
  'open-ended': 'A promise with no end',
  'duplicate-recommendation': 'Asks the same as another',
}
