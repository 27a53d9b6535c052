/** What an agency was asked and said on the boards of the person who looks, in one unit of work. */
import type { AgencyId, Person } from '../../access/actor.ts'
import { boardsWhere } from '../../access/can.ts'
import type { App } from '../../app.ts'
import { NotFound } from '../../core/refusals.ts'
import type { AgencyFilter } from './agency-pages.tsx'
import { countAgency, findAgencyName, listAsked } from './agency-queries.ts'

interface Asked {
  readonly agencyId: AgencyId
  /** A board that is not among those shown narrows nothing. */
  readonly wanted: AgencyFilter
  readonly limit: number
  readonly offset: number
}

/** Throws NotFound. */
export const showAgencyRegister = (app: App, person: Person, { agencyId, wanted, ...slice }: Asked) =>
  app.db.as(person, async tx => {
    const of = { agencyId, today: app.clock.today() }
    const agency = await findAgencyName(tx, agencyId)
    if (!agency) throw new NotFound('no such agency')
    const counts = await countAgency(tx, { ...of, boards: boardsWhere(person, 'register.see') })
    const { silentOnly } = wanted
    const filter = { board: counts.find(({ slug }) => slug === wanted.board)?.slug ?? null, silentOnly }
    const chosen = counts.filter(({ slug }) => filter.board === null || slug === filter.board)
    const boards = chosen.map(({ boardId }) => boardId)
    const asked = boards.length === 0 ? [] : await listAsked(tx, { ...of, ...slice, boards, silentOnly })
    const total = chosen.reduce((sum, each) => sum + (silentOnly ? each.silent : each.asked), 0)
    return { name: agency.name, boards: counts, filter, asked, total }
  })
