import { type Expression, expressionBuilder } from 'kysely'
import type { BoardId, PersonId, Post } from '../../access/actor.ts'
import type { Tx } from '../../app.ts'
import { NotFound } from '../../core/refusals.ts'
import type { MembershipId, RuleId, Schema } from '../../store/schema.ts'
import { noPassword } from './password-decide.ts'

/** A person as the one who signs in: with what proves who they are. */
export interface Account {
  readonly id: PersonId
  readonly name: string
  readonly email: string
  readonly passwordHash: string
  /** The second factor's secret as it is sealed, once its first code was given; else null. */
  readonly secret: string | null
  /** The time step whose code was used last. */
  readonly lastStep: number | null
  readonly secondFactorSince: Date | null
  readonly hasPasskey: boolean
}

/** Whether a person has a passkey, as part of a query. */
export function hasPasskey(personId: Expression<PersonId>) {
  const eb = expressionBuilder<Schema, never>()
  const theirs = eb.selectFrom('passkey as k').select('k.id').where('k.person_id', '=', personId)
  return eb.exists(theirs).$castTo<boolean>()
}

const account = (tx: Tx) =>
  tx
    .selectFrom('person')
    .select(eb => [
      'id',
      'name',
      'email',
      'password_hash as passwordHash',
      'totp_secret as secret',
      'totp_last_step as lastStep',
      'totp_confirmed_at as secondFactorSince',
      hasPasskey(eb.ref('person.id')).as('hasPasskey'),
    ])

/** The account of an e-mail address, whatever the case of its letters. */
export async function findAccount(tx: Tx, email: string): Promise<Account | null> {
  const found = await account(tx)
    .where(eb => eb.fn('lower', ['email']), '=', email.toLowerCase())
    .executeTakeFirst()
  return found ?? null
}

/** The account of a person. Throws NotFound. */
export async function findOwnAccount(tx: Tx, id: PersonId): Promise<Account> {
  const found = await account(tx).where('id', '=', id).executeTakeFirst()
  if (!found) throw new NotFound('no such person')
  return found
}

/** The account of a person, for change: nobody else changes it meanwhile. Throws NotFound. */
export async function holdAccount(tx: Tx, id: PersonId): Promise<Account> {
  const found = await account(tx).where('id', '=', id).forUpdate().executeTakeFirst()
  if (!found) throw new NotFound('no such person')
  return found
}

interface NewPerson {
  readonly id: PersonId
  readonly name: string
  readonly email: string
  /** Left out for whoever signs in with a provider alone. */
  readonly passwordHash?: string
}

/** Stores a new person without a second factor. The e-mail address must be free. */
export async function addPerson(
  tx: Tx,
  { id, name, email, passwordHash = noPassword }: NewPerson,
  now: Date,
): Promise<void> {
  await tx
    .insertInto('person')
    .values({ id, name, email, password_hash: passwordHash, totp_secret: null, totp_last_step: null, created_at: now })
    .execute()
}

/** Puts a new password’s hash in the place of the one before. */
export async function setPassword(tx: Tx, id: PersonId, passwordHash: string): Promise<void> {
  await tx.updateTable('person').set({ password_hash: passwordHash }).where('id', '=', id).execute()
}

/** Changes what a person is called. */
export async function setName(tx: Tx, id: PersonId, name: string): Promise<void> {
  await tx.updateTable('person').set({ name }).where('id', '=', id).execute()
}

/** Uses a step of the second factor up. */
export async function setLastStep(tx: Tx, id: PersonId, step: number): Promise<void> {
  await tx.updateTable('person').set({ totp_last_step: step }).where('id', '=', id).execute()
}

interface SecondFactor {
  /** Sealed. */
  readonly secret: string
  readonly step: number
  readonly now: Date
}

/** Puts a second factor in the place of the one before; null takes it off. */
export async function setSecondFactor(tx: Tx, id: PersonId, factor: SecondFactor | null): Promise<void> {
  await tx
    .updateTable('person')
    .set({
      totp_secret: factor?.secret ?? null,
      totp_last_step: factor?.step ?? null,
      totp_confirmed_at: factor?.now ?? null,
    })
    .where('id', '=', id)
    .execute()
}

/** Every second factor as it is sealed. */
export const listFactors = (tx: Tx): Promise<{ id: PersonId; sealed: string }[]> =>
  tx
    .selectFrom('person')
    .select(['id', 'totp_secret as sealed'])
    .where('totp_secret', 'is not', null)
    .$narrowType<{ sealed: string }>()
    .execute()

/** Puts another seal in the place of one, unless the factor has changed meanwhile. */
export async function resealFactor(tx: Tx, id: PersonId, seal: { was: string; becomes: string }): Promise<void> {
  await tx
    .updateTable('person')
    .set({ totp_secret: seal.becomes })
    .where('id', '=', id)
    .where('totp_secret', '=', seal.was)
    .execute()
}

/** A post with what its board is called and asks for. */
export interface HeldPost extends Post {
  readonly boardName: string
  readonly boardShortName: string
  readonly boardSlug: string
  readonly agencyName: string | null
  readonly secondFactorRequired: boolean
  /** The rule that gave it; null where a person did. */
  readonly ruleId: RuleId | null
  /** The provider that the rule goes by, as far as the acting person may know. */
  readonly ruleIssuer: string | null
}

/** What a person may act as now, by board. */
export const listPosts = (tx: Tx, id: PersonId): Promise<HeldPost[]> =>
  tx
    .selectFrom('membership as m')
    .innerJoin('board as b', 'b.id', 'm.board_id')
    .leftJoin('agency as a', 'a.id', 'm.agency_id')
    .leftJoin('access_rule as r', 'r.id', 'm.rule_id')
    .select([
      'm.board_id as boardId',
      'm.role',
      'm.agency_id as agencyId',
      'b.name as boardName',
      'b.short_name as boardShortName',
      'b.slug as boardSlug',
      'a.name as agencyName',
      'b.second_factor_required as secondFactorRequired',
      'm.rule_id as ruleId',
      'r.issuer as ruleIssuer',
    ])
    .where('m.person_id', '=', id)
    .where('m.ended_at', 'is', null)
    .orderBy('b.name')
    .orderBy('m.role')
    .execute()

interface NewPost extends Post {
  readonly id: MembershipId
  readonly personId: PersonId
  /** The rule that gives it; left out where a person does. */
  readonly ruleId?: RuleId
}

/**
 * Gives a person a post. False, and nothing is changed, when the person has this very post already; but one that a rule
 * gave becomes one that a person gave, and stays when the rule gives it no more.
 */
export async function addPost(tx: Tx, post: NewPost, now: Date): Promise<boolean> {
  const { id, personId, boardId, role, agencyId, ruleId = null } = post
  const held = await tx
    .selectFrom('membership')
    .select(['id', 'rule_id as ruleId'])
    .where('person_id', '=', personId)
    .where('board_id', '=', boardId)
    .where('role', '=', role)
    .where('agency_id', agencyId === null ? 'is' : '=', agencyId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (held && held.ruleId !== null && ruleId === null) {
    await tx.updateTable('membership').set({ rule_id: null }).where('id', '=', held.id).execute()
    return true
  }
  if (held) return false
  await tx
    .insertInto('membership')
    .values({ id, person_id: personId, board_id: boardId, role, agency_id: agencyId, started_at: now, rule_id: ruleId })
    .execute()
  return true
}

/** Whether somebody with this e-mail address has a post on the board, as far as the acting person may see. */
export async function hasPost(tx: Tx, email: string, { boardId, role, agencyId }: Post & { boardId: BoardId }) {
  const found = await tx
    .selectFrom('membership as m')
    .innerJoin('person as p', 'p.id', 'm.person_id')
    .select('m.id')
    .where(eb => eb.fn('lower', ['p.email']), '=', email.toLowerCase())
    .where('m.board_id', '=', boardId)
    .where('m.role', '=', role)
    .where('m.agency_id', agencyId === null ? 'is' : '=', agencyId)
    .where('m.ended_at', 'is', null)
    .executeTakeFirst()
  return found !== undefined
}

/** The e-mail addresses of those who hold a role on the board now. */
export async function listAddresses(tx: Tx, boardId: BoardId, role: Post['role']): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('membership as m')
    .innerJoin('person as p', 'p.id', 'm.person_id')
    .select('p.email')
    .distinct()
    .where('m.board_id', '=', boardId)
    .where('m.role', '=', role)
    .where('m.ended_at', 'is', null)
    .orderBy('p.email')
    .execute()
  return rows.map(({ email }) => email)
}
