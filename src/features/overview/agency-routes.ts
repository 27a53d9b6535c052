import type { AgencyId } from '../../access/actor.ts'
import { boardsWhere } from '../../access/can.ts'
import { type Ask, page, personOf, type Reply, type Route } from '../../app.ts'
import { readId } from '../../core/ids.ts'
import { NotFound } from '../../core/refusals.ts'
import { urls } from '../../urls.ts'
import { readPage } from '../accounts/index.ts'
import { type AgencyFilter, AgencyRegisterPage } from './agency-pages.tsx'
import { type AgencyCounts, countAgency, findAgencyName, listAsked } from './agency-queries.ts'
import { jointMarking } from './marking.ts'

/** The filter of the address; a board that is not among those shown is left out. */
const readFilter = (query: URLSearchParams, counts: readonly AgencyCounts[]): AgencyFilter => ({
  board: counts.find(({ slug }) => slug === query.get('board'))?.slug ?? null,
  silentOnly: query.get('show') === 'silent',
})

async function showAgency(ask: Ask): Promise<Reply> {
  const person = personOf(ask)
  const agencyId = readId<AgencyId>(ask.params.agency)
  const { page: at, ...slice } = readPage(ask.query)
  const of = { agencyId, today: ask.app.clock.today() }
  const shown = await ask.app.db.as(person, async tx => {
    const agency = await findAgencyName(tx, agencyId)
    if (!agency) throw new NotFound('no such agency')
    const counts = await countAgency(tx, { ...of, boards: boardsWhere(person, 'register.see') })
    const filter = readFilter(ask.query, counts)
    const chosen = counts.filter(({ slug }) => filter.board === null || slug === filter.board)
    const boards = chosen.map(({ boardId }) => boardId)
    const { silentOnly } = filter
    const asked = boards.length === 0 ? [] : await listAsked(tx, { ...of, ...slice, boards, silentOnly })
    const total = chosen.reduce((sum, each) => sum + (silentOnly ? each.silent : each.asked), 0)
    return { name: agency.name, boards: counts, filter, asked, total }
  })
  return page({
    title: `What ${shown.name} was asked and what it said`,
    body: AgencyRegisterPage({ agencyId, page: at, ...shown }),
    back: urls.agency(agencyId),
    wide: true,
    ...jointMarking(shown.boards.filter(({ isRestricted }) => isRestricted).map(({ marking }) => marking)),
  })
}

export const agencyRoutes: readonly Route[] = [
  { method: 'GET', path: urls.agencyRegister(':agency'), door: 'register.see', handle: showAgency },
]
