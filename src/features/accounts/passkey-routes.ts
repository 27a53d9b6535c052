/** Passkeys: a person's own, and their use to sign in, as the second factor and to show again who one is. */
import { type Ask, page, personOf, type Reply, type Route, redirect } from '../../app.ts'
import { readId } from '../../core/ids.ts'
import type { Mistake } from '../../core/refusals.ts'
import type { PasskeyId } from '../../store/schema.ts'
import { urls } from '../../urls.ts'
import { viewOf } from './form-view.ts'
import { readPasskeyAnswer, readPasskeyName } from './forms.ts'
import {
  askForNewPasskey,
  keepPasskey,
  removePasskey,
  renamePasskey,
  showPasskey,
  showPasskeys,
} from './passkey-commands.ts'
import { passkeyScriptOf } from './passkey-form.tsx'
import { NewPasskeyPage, PasskeyPage, PasskeyRemovalPage, PasskeysPage } from './passkey-pages.tsx'
import {
  askForOwnPasskey,
  askForSignIn,
  givePasskey,
  proveWithPasskey,
  signInWithPasskey,
} from './passkey-use-commands.ts'
import { showProof, wayOn } from './proof-routes.ts'
import { inside, invitationOf, keeping, showCode, showSignIn, standingOf } from './sign-in-routes.ts'

const account = { text: 'Your account', href: urls.account() }
const breadcrumbs = [account, { text: 'Your passkeys', href: urls.passkeys() }]
const said = (code: string): Reply => redirect(`${urls.passkeys()}?said=${code}`)
const data = (value: object): Reply => ({ kind: 'data', status: 200, data: value })
const idOf = ({ params }: Ask) => readId<PasskeyId>(params.passkey)

async function showList(ask: Ask): Promise<Reply> {
  const passkeys = await showPasskeys(ask.app, personOf(ask))
  const body = PasskeysPage({ passkeys, saidCode: ask.query.get('said') })
  return page({ title: 'Your passkeys', body, breadcrumbs: [account] })
}

async function showNew(ask: Ask, mistakes: readonly Mistake[] = []): Promise<Reply> {
  const mustEnrol = (await standingOf(ask))?.mustEnrol ?? false
  const [view, script, invitation] = [viewOf(ask, mistakes), passkeyScriptOf(ask), invitationOf(ask)]
  const body = NewPasskeyPage({ view, script, mustEnrol, invitation })
  return page({ title: 'Add a passkey', body, ...(mustEnrol ? {} : { breadcrumbs }), mistakes })
}

async function takeNew(ask: Ask): Promise<Reply> {
  const mustEnrol = (await standingOf(ask))?.mustEnrol
  const [name, answer] = [readPasskeyName(ask.form), readPasskeyAnswer(ask.form)]
  if (!name.ok || !answer.ok)
    return showNew(
      ask,
      [name, answer].flatMap(each => (each.ok ? [] : each.mistakes)),
    )
  const kept = await keepPasskey(ask.app, personOf(ask), { name: name.value, answer: answer.value })
  if (!kept.ok) return showNew(ask, kept.mistakes)
  return mustEnrol || invitationOf(ask) ? redirect(inside(ask, 'second-factor-set')) : said('passkey-added')
}

async function showOne(ask: Ask, mistakes: readonly Mistake[] = []): Promise<Reply> {
  const passkey = await showPasskey(ask.app, personOf(ask), idOf(ask))
  const body = PasskeyPage({ view: viewOf(ask, mistakes), passkey })
  return page({ title: 'A passkey of yours', body, breadcrumbs, mistakes })
}

async function takeName(ask: Ask): Promise<Reply> {
  const name = readPasskeyName(ask.form)
  if (!name.ok) return showOne(ask, name.mistakes)
  await renamePasskey(ask.app, personOf(ask), idOf(ask), name.value)
  return said('passkey-renamed')
}

async function showRemoval(ask: Ask, mistakes: readonly Mistake[] = []): Promise<Reply> {
  const passkey = await showPasskey(ask.app, personOf(ask), idOf(ask))
  const body = PasskeyRemovalPage({ view: viewOf(ask, mistakes), passkey })
  return page({ title: 'Remove a passkey', body, breadcrumbs, mistakes })
}

async function takeRemoval(ask: Ask): Promise<Reply> {
  const removed = await removePasskey(ask.app, personOf(ask), idOf(ask))
  return removed.ok ? said('passkey-removed') : showRemoval(ask, removed.mistakes)
}

async function takeSignIn(ask: Ask): Promise<Reply> {
  const { device, origin, sessionToken, knownDevice } = ask.frame
  const read = readPasskeyAnswer(ask.form)
  const signed = read.ok
    ? await signInWithPasskey(ask.app, read.value, { device, origin, sessionToken, knownDevice })
    : read
  if (!signed.ok) return showSignIn(ask, signed.mistakes)
  return { kind: 'redirect', to: inside(ask), session: signed.value.token, ...keeping(signed.value) }
}

async function takeSecondFactor(ask: Ask): Promise<Reply> {
  const standing = await standingOf(ask)
  if (standing?.stage !== 'password') return redirect(inside(ask))
  const read = readPasskeyAnswer(ask.form)
  const given = read.ok ? await givePasskey(ask.app, standing.person, read.value) : read
  if (!given.ok) return showCode(ask, given.mistakes)
  return { kind: 'redirect', to: inside(ask), session: given.value.token, ...keeping(given.value) }
}

async function takeProof(ask: Ask): Promise<Reply> {
  const read = readPasskeyAnswer(ask.form)
  const proven = read.ok ? await proveWithPasskey(ask.app, personOf(ask), read.value) : read
  return proven.ok ? redirect(wayOn(ask)) : showProof(ask, proven.mistakes)
}

const [get, post, door, pace, proof] = ['GET', 'POST', 'signed in', 'sign-in', 'recent'] as const
const [one, removal] = [urls.passkey(':passkey'), urls.passkeyRemoval(':passkey')]
const own = (purpose: 'second factor' | 'proof') => async (ask: Ask) =>
  data(await askForOwnPasskey(ask.app, personOf(ask), purpose))

/** To an address that answers forms alone, a browser that asks for it is shown the page that the form is on. */
const back = (path: string, door: Route['door'], to: (ask: Ask) => string): Route => ({
  method: get,
  path,
  door,
  handle: async ask => redirect(to(ask)),
})

export const passkeyRoutes: readonly Route[] = [
  { method: get, path: urls.passkeys(), door, handle: showList },
  { method: get, path: urls.newPasskey(), door, proof, handle: ask => showNew(ask) },
  { method: post, path: urls.newPasskey(), door, proof, pace, handle: takeNew },
  {
    method: post,
    path: urls.newPasskeyChallenge(),
    door,
    proof,
    pace,
    handle: async ask => data(await askForNewPasskey(ask.app, personOf(ask))),
  },
  { method: get, path: one, door, handle: ask => showOne(ask) },
  { method: post, path: one, door, handle: takeName },
  { method: get, path: removal, door, proof, handle: ask => showRemoval(ask) },
  { method: post, path: removal, door, proof, handle: takeRemoval },
  back(urls.signInPasskey(), 'anyone', ask => urls.signIn(invitationOf(ask))),
  { method: post, path: urls.signInPasskey(), door: 'anyone', pace, handle: takeSignIn },
  {
    method: post,
    path: urls.signInPasskeyChallenge(),
    door: 'anyone',
    pace,
    handle: async ask => data(await askForSignIn(ask.app)),
  },
  back(urls.signInCodePasskey(), door, ask => urls.signInCode(invitationOf(ask))),
  { method: post, path: urls.signInCodePasskey(), door, pace, handle: takeSecondFactor },
  { method: post, path: urls.signInCodePasskeyChallenge(), door, pace, handle: own('second factor') },
  back(urls.proofPasskey(), door, ask => urls.proof(wayOn(ask))),
  { method: post, path: urls.proofPasskey(), door, pace, handle: takeProof },
  { method: post, path: urls.proofPasskeyChallenge(), door, pace, handle: own('proof') },
]
