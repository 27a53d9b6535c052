import type { AgencyId } from '../../access/actor.ts'
import { type Ask, page, personOf, type Reply, type Route } from '../../app.ts'
import { readId } from '../../core/ids.ts'
import { urls } from '../../urls.ts'
import { readPage } from '../accounts/index.ts'
import { showAgencyRegister } from './agency-commands.ts'
import { AgencyRegisterPage } from './agency-pages.tsx'
import { jointMarking } from './marking.ts'

async function showAgency(ask: Ask): Promise<Reply> {
  const agencyId = readId<AgencyId>(ask.params.agency)
  const { page: at, ...slice } = readPage(ask.query)
  const wanted = { board: ask.query.get('board'), silentOnly: ask.query.get('show') === 'silent' }
  const shown = await showAgencyRegister(ask.app, personOf(ask), { agencyId, wanted, ...slice })
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
