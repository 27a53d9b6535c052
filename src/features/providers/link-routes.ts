/** The accounts of organisations that a person signs in with. */
import { type Ask, page, personOf, type Reply, type Route, redirect } from '../../app.ts'
import { readId } from '../../core/ids.ts'
import type { Mistake } from '../../core/refusals.ts'
import type { LinkId } from '../../store/schema.ts'
import { urls } from '../../urls.ts'
import { viewOf } from '../accounts/index.ts'
import { showLinks, unlink } from './link-commands.ts'
import { sendOnward } from './onward.ts'
import { LinksPage } from './pages.tsx'

async function show(ask: Ask, mistakes: readonly Mistake[] = []): Promise<Reply> {
  const { links } = await showLinks(ask.app, personOf(ask))
  const { all: providers } = ask.app.providers
  const body = LinksPage({ view: viewOf(ask, mistakes), saidCode: ask.query.get('said'), providers, links })
  const breadcrumbs = [{ text: 'Your account', href: urls.account() }]
  return page({ title: 'Signing in with your organisation', body, breadcrumbs, mistakes })
}

async function takeLink(ask: Ask): Promise<Reply> {
  const { id, sessionId } = personOf(ask)
  return sendOnward(ask, { kind: 'link', personId: id, sessionId })
}

async function takeEnding(ask: Ask): Promise<Reply> {
  const done = await unlink(ask.app, personOf(ask), readId<LinkId>(ask.params.link))
  return done.ok ? redirect(`${urls.providerLinks()}?said=ended`) : show(ask, done.mistakes)
}

const [door, proof, pace] = ['signed in', 'recent', 'sign-in'] as const

export const linkRoutes: readonly Route[] = [
  { method: 'GET', path: urls.providerLinks(), door, proof, handle: ask => show(ask) },
  { method: 'POST', path: urls.newProviderLink(':provider'), door, proof, pace, handle: takeLink },
  { method: 'POST', path: urls.providerLinkEnding(':link'), door, proof, handle: takeEnding },
]
