/** Replies for whoever is sent to a provider, or comes back in vain. */
import { type Ask, page, type Reply } from '../../app.ts'
import { NotFound } from '../../core/refusals.ts'
import type { Provider } from '../../identity.ts'
import { type Begun, beginErrand } from './begin-commands.ts'
import { type Errand, findProvider, type Problem, wayBackOf } from './errand.ts'
import { OnwardPage } from './pages.tsx'
import { ProblemPage, problemWords } from './problem-pages.tsx'

/** The provider of the address. Throws NotFound. */
export function providerOf({ app, params }: Ask): Provider {
  const found = findProvider(app, params.provider)
  if (!found) throw new NotFound('no such provider')
  return found
}

/** What is said when an errand fails. */
export function problemReply({ name }: Provider, problem: Problem, errand: Errand | null): Reply {
  const words = problemWords(problem, name)
  const body = ProblemPage({ words, way: wayBackOf(errand) })
  return page({ title: words.title, body }, words.status)
}

/** Sends somebody to the provider of the address. */
export async function sendOnward(ask: Ask, errand: Errand): Promise<Reply> {
  const provider = providerOf(ask)
  return onwardReply(provider, errand, await beginErrand(ask.app, provider, errand, ask.frame))
}

function onwardReply(provider: Provider, errand: Errand, begun: Begun): Reply {
  if (begun.kind === 'fault') return problemReply(provider, begun.fault, errand)
  if (begun.kind === 'wait') {
    const title = 'Too many attempts'
    return page({ title, body: ProblemPage({ words: { title, says: [begun.sentence] }, way: wayBackOf(errand) }) }, 429)
  }
  const title = `Going on to ${provider.name}`
  return page({ title, body: OnwardPage({ name: provider.name, to: begun.to }), goesTo: begun.to })
}
