import { type Ask, page, personOf, type Reply, type Route, redirect } from '../../app.ts'
import { isOwnPath } from '../../core/own-path.ts'
import type { Mistake } from '../../core/refusals.ts'
import { urls } from '../../urls.ts'
import { viewOf } from './form-view.ts'
import { readProof } from './forms.ts'
import { passkeyScriptOf } from './passkey-form.tsx'
import { findFactors, prove } from './proof-commands.ts'
import { ProofPage } from './proof-pages.tsx'

/** The page to go on to, as the address carries it; the first page for what is none of this house. */
export function wayOn({ query }: Ask): string {
  const to = query.get('to') ?? ''
  return isOwnPath(to) ? to : urls.home()
}

/** The page on which somebody shows again who they are, with the mistakes of what was given. */
export async function showProof(ask: Ask, mistakes: readonly Mistake[] = []): Promise<Reply> {
  const factors = await findFactors(ask.app, personOf(ask))
  const [view, script, providers] = [viewOf(ask, mistakes), passkeyScriptOf(ask), ask.app.providers.all]
  const body = ProofPage({ view, factors, script, providers, to: wayOn(ask) })
  return page({ title: 'Show that it is you', body, mistakes })
}

async function take(ask: Ask): Promise<Reply> {
  const person = personOf(ask)
  const read = readProof(ask.form, (await findFactors(ask.app, person)).hasCode)
  const done = read.ok ? await prove(ask.app, person, read.value) : read
  return done.ok ? redirect(wayOn(ask)) : showProof(ask, done.mistakes)
}

const [path, door] = [urls.proof(), 'signed in'] as const

export const proofRoutes: readonly Route[] = [
  { method: 'GET', path, door, handle: ask => showProof(ask) },
  { method: 'POST', path, door, pace: 'sign-in', handle: take },
]
