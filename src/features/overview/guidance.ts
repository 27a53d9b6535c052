/** Which of the editions that a board's documents cite have moved on. */
import type { PlainDate } from '../../core/plain-date.ts'
import { type EditionToday, editionToday, isOutOfDate } from '../reviews/index.ts'
import type { CitedEdition } from './guidance-queries.ts'

/** An edition that is superseded or withdrawn today. */
export type StaleEdition = CitedEdition & EditionToday

/** Those of the editions that are superseded or withdrawn on the day. */
export const staleAmong = (cited: readonly CitedEdition[], today: PlainDate): readonly StaleEdition[] =>
  cited
    .map(each => ({ ...each, ...editionToday(each.guidance, each.edition, today) }))
    .filter(({ standing }) => isOutOfDate(standing))

/** "Working Together to Safeguard Children, 2015". */
export const editionName = ({ title, edition }: Pick<StaleEdition, 'title' | 'edition'>): string =>
  edition ? `${title}, ${edition}` : `${title}, no edition named`

/** "Superseded: the 2026 edition is current". */
export const whatItIsNow = ({ standing, current }: EditionToday): string => {
  if (standing === 'withdrawn') return 'Withdrawn'
  return current ? `Superseded: the ${current} edition is current` : 'Superseded'
}
