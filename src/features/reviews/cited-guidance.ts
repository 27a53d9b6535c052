/** How the guidance that a document cites stands on a day, by the data on editions that ships with Heed. */
import type { PlainDate } from '../../core/plain-date.ts'
import { standingOf } from '../../reader/citations.ts'
import { shippedGuidance } from '../../reader/guidance-data.ts'
import type { EditionStanding } from '../../reader/reading.ts'

/** An edition on a day. */
export interface EditionToday {
  /** The title of the guidance; its identifier when Heed does not know it. */
  readonly title: string
  readonly standing: EditionStanding
  readonly current: string | null
}

/** How an edition stands. Guidance that Heed does not know has the standing `unknown`. */
export function editionToday(guidance: string, edition: string | null, today: PlainDate): EditionToday {
  const known = shippedGuidance().guidance.find(each => each.id === guidance)
  if (!known) return { title: guidance, standing: 'unknown', current: null }
  const { standing, current } = standingOf(known, edition, today)
  return { title: known.title, standing, current }
}

/** Whether work that relies on it should be looked at again. */
export const isOutOfDate = (standing: EditionStanding): boolean => standing === 'superseded' || standing === 'withdrawn'

/** What a standing is called. */
export const standingWords: Readonly<Record<EditionStanding, string>> = {
  current: 'Current',
  superseded: 'Superseded',
  withdrawn: 'Withdrawn',
  draft: 'A draft only',
  'never-existed': 'Never published',
  unknown: 'Not known',
}
