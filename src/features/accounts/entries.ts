/** What this feature records, and the sentence of each. A page puts the person's name before it. */
import type { Permission, Role } from '../../access/permissions.ts'
import type { Small } from '../../ledger/ledger.ts'
import { permissionWords } from './permission-words.ts'
import { type Thing, things } from './refusal.ts'
import { roleNames } from './role-words.ts'

/**
 * The facts of an entry, to which a page may have added `thingName` and `agencyName`: what the thing and the agency are
 * called now. The ledger itself holds no names.
 */
export type Facts = Readonly<Record<string, Small>>

/** One sentence for each kind of entry. */
export type Sentences = Readonly<Record<string, (facts: Facts) => string>>

/** "as agency safeguarding lead of Northshire Police", from the facts `role` and `agencyName`. */
export function asPost({ role, agencyName }: Facts): string {
  const name = roleNames[role as Role]
  return `as ${name ? name.toLowerCase() : 'a member'}${agencyName ? ` of ${agencyName}` : ''}`
}

/** The name of the thing that it happened to, or words for it. */
export const nameOr = ({ thingName }: Facts, otherwise: string): string => String(thingName ?? otherwise)

/** What was shown at a sign-in, where it is worth telling; older entries do not know it. */
const signedInBy: Readonly<Record<string, string>> = {
  passkey: 'with a passkey',
  'password and passkey': 'with the password and a passkey',
  'password and code': 'with the password and a code',
  provider: 'with an organisation’s account',
  'provider and passkey': 'with an organisation’s account and a passkey',
  'provider and code': 'with an organisation’s account and a code',
}

export const sentences: Sentences = {
  'board.made': () => 'set up the board',
  'board.exported': () => 'had everything that is the board’s own exported, by heed export-board',
  'invitation.made': facts => `invited ${nameOr(facts, 'a person')} ${asPost(facts)}`,
  'invitation.renewed': facts => `sent the invitation of ${nameOr(facts, 'a person')} again`,
  'invitation.link-shown': facts => `made a link for ${nameOr(facts, 'a person')} to hand over by hand`,
  'invitation.withdrawn': facts => `withdrew the invitation of ${nameOr(facts, 'a person')}`,
  'invitation.accepted': facts => `accepted the invitation ${asPost(facts)}`,
  'invitation.refused': facts =>
    `let nobody accept the invitation of ${nameOr(facts, 'a person')}: ${facts.agencyName ?? 'its agency'} has left the board`,
  'account.made': () => 'made the account',
  'account.signed-in': ({ by }) => ['signed in', signedInBy[String(by)]].filter(Boolean).join(' '),
  'account.renamed': () => 'changed the name of the account',
  'account.password-changed': () => 'changed the password, which ended all other sessions',
  'account.password-recovered': () => 'chose a new password by a link in an e-mail, which ended all sessions',
  'account.second-factor-set': () => 'set up the second factor, which ended all other sessions',
  'account.passkey-added': () => 'added a passkey, which ended all other sessions',
  'account.passkey-renamed': () => 'changed the name of a passkey',
  'account.passkey-removed': () => 'removed a passkey, which ended all other sessions',
  'account.passkey-refused': () => 'had a passkey refused whose counter went back, for it may have been copied',
  'account.sessions-ended': ({ count }) => `ended ${count === 1 ? 'a session' : `${count} sessions`}`,
  'account.recovered': facts =>
    `gave ${nameOr(facts, 'a person')} a new password, took the second factor and all passkeys off and ended all sessions`,
  'attempt.unseen': facts => `asked for ${refusedThing(facts) ?? 'the board'} and was not let in${andMore(facts)}`,
  'attempt.forbidden': facts => `tried to ${refusedAct(facts)}, which the role does not allow${andMore(facts)}`,
}

const refusedAct = ({ permission }: Facts) => permissionWords[permission as Permission] ?? 'do something'
const refusedThing = ({ thing }: Facts) => things[thing as Thing] ?? null
const andMore = ({ isLast }: Facts) => (isLast ? '; what this person tried in the rest of the hour is not listed' : '')
