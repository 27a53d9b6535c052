/** A person's own passkeys: added, named, removed. */
import { gate, type Person } from '../../access/actor.ts'
import type { App, Tx } from '../../app.ts'
import { type Decided, decide, Forbidden, refuse } from '../../core/refusals.ts'
import { record } from '../../ledger/ledger.ts'
import type { PasskeyId } from '../../store/schema.ts'
import { aboutAccount } from './account-commands.ts'
import {
  addChallenge,
  addPasskey,
  type Bound,
  deletePasskey,
  findPasskey,
  listPasskeys,
  setPasskeyName,
  takeChallenge,
} from './passkey-queries.ts'
import { findOwnAccount, holdAccount, listPosts } from './person-queries.ts'
import { endOtherSessions, findSessionById } from './session-queries.ts'
import { challengeLasts, later, mostPasskeys } from './sign-in-limits.ts'

/** The queue of letters that tell somebody what happened to a passkey. */
export const passkeyQueue = 'tell-passkey'

/** Makes a challenge and keeps it, bound to what it is for. */
export async function makeChallenge(app: App, tx: Tx, bound: Bound): Promise<string> {
  const [challenge, now] = [app.chance.token(), app.clock.now()]
  await addChallenge(tx, { ...bound, challenge, now, expiresAt: later(now, challengeLasts) })
  return challenge
}

/** All that the pages of passkeys show. */
export const showPasskeys = (app: App, person: Person) => app.db.as(person, tx => listPasskeys(tx, person.id))

/** One of the person's passkeys. Throws NotFound. */
export const showPasskey = (app: App, person: Person, id: PasskeyId) =>
  app.db.as(person, tx => findPasskey(tx, person.id, id))

const adding = ({ id, sessionId }: Person): Bound => ({ purpose: 'add', personId: id, sessionId })

const tooMany = refuse({
  field: 'passkey',
  message: `You can have ${mostPasskeys} passkeys at the most. Remove one that you no longer use first`,
})

/** What the browser needs to make a passkey. Throws Forbidden while a second factor is awaited. */
export const askForNewPasskey = (app: App, person: Person): Promise<object> =>
  app.db.as(gate, async tx => {
    await requireFull(app, tx, person)
    const { email, name } = await findOwnAccount(tx, person.id)
    const known = await listPasskeys(tx, person.id)
    const challenge = await makeChallenge(app, tx, adding(person))
    return app.passkeys.askForNew(challenge, { personId: person.id, email, name, known })
  })

async function requireFull(app: App, tx: Tx, { sessionId }: Person): Promise<void> {
  const { stage } = await findSessionById(tx, sessionId, app.clock.now())
  if (stage !== 'full') throw new Forbidden('passkey')
}

/** Keeps the passkey that a browser has made, tells its person by e-mail, and ends all other sessions. */
export const keepPasskey = (
  app: App,
  person: Person,
  { name, answer }: { readonly name: string; readonly answer: string },
): Promise<Decided<null>> =>
  app.db.as(gate, async tx => {
    const now = app.clock.now()
    await requireFull(app, tx, person)
    // Held, so that two at the same moment are not one too many.
    await holdAccount(tx, person.id)
    const claim = app.passkeys.read(answer)
    const isAsked = claim !== null && (await takeChallenge(tx, claim.challenge, { ...adding(person), now }))
    const made = isAsked ? await app.passkeys.checkNew(answer, claim.challenge) : null
    if (!made) return notMade
    if ((await listPasskeys(tx, person.id)).length >= mostPasskeys) return tooMany
    const id = app.chance.id<PasskeyId>()
    if (!(await addPasskey(tx, { ...made, id, personId: person.id, name, now }))) return notMade
    await tellAndRecord(app, tx, person, 'added')
    return decide(null)
  })

const notMade = refuse({ field: 'passkey', message: 'The passkey could not be added. Try again' })

const recorded = { added: { kind: 'account.passkey-added' }, removed: { kind: 'account.passkey-removed' } } as const

async function tellAndRecord(app: App, tx: Tx, person: Person, what: keyof typeof recorded): Promise<void> {
  await endOtherSessions(tx, person.id, { but: person.sessionId, now: app.clock.now() })
  await app.jobs.send(tx, passkeyQueue, { person: person.id, what })
  await record(app, tx, person, [aboutAccount(recorded[what].kind, person)])
}

/** Changes what the person calls a passkey. Throws NotFound. */
export const renamePasskey = (app: App, person: Person, id: PasskeyId, name: string): Promise<void> =>
  app.db.as(person, async tx => {
    const passkey = await findPasskey(tx, person.id, id)
    if (passkey.name === name) return
    await setPasskeyName(tx, id, name)
    await record(app, tx, person, [aboutAccount('account.passkey-renamed', person)])
  })

/**
 * Removes a passkey, tells its person by e-mail, and ends all other sessions. Refuses the last second factor of
 * somebody whose board asks for one. Throws NotFound.
 */
export const removePasskey = (app: App, person: Person, id: PasskeyId): Promise<Decided<null>> =>
  app.db.as(person, async tx => {
    const { secondFactorSince } = await holdAccount(tx, person.id)
    await findPasskey(tx, person.id, id)
    const isLast = secondFactorSince === null && (await listPasskeys(tx, person.id)).length === 1
    if (isLast && (await listPosts(tx, person.id)).some(post => post.secondFactorRequired)) return lastFactor
    await deletePasskey(tx, id)
    await tellAndRecord(app, tx, person, 'removed')
    return decide(null)
  })

const lastFactor = refuse({
  field: 'confirmed',
  message:
    'A board of yours asks for a second factor, and this passkey is the only one that you have. Add another passkey, or set up an authenticator app, before you remove it',
})
