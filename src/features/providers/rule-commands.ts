/** The rules of a board, by its administrators; and what they do when somebody signs in. */
import type { Actor, BoardId, Person } from '../../access/actor.ts'
import { authorise } from '../../access/can.ts'
import type { App, Tx } from '../../app.ts'
import { type Decided, decide } from '../../core/refusals.ts'
import type { Identity } from '../../identity.ts'
import { type Entry, record } from '../../ledger/ledger.ts'
import type { MembershipId, RuleId } from '../../store/schema.ts'
import { addPost, findBoard, listAgencyNames } from '../accounts/index.ts'
import { endSeats, seatEntry } from '../partnership/index.ts'
import { givenEntry, ruleEntry } from './entries.ts'
import type { RuleInput } from './forms.ts'
import { rule as lifecycle } from './lifecycle.ts'
import { decideRoles, decideRule } from './rule-decide.ts'
import {
  endRule,
  holdsRole,
  insertRule,
  lapse,
  listEndedByPeople,
  listGiven,
  listRules,
  listRulesOf,
  setRule,
} from './rule-queries.ts'

/** The board with its rules, and the agencies that a rule can give a role for. */
export const showRules = (app: App, actor: Actor, slug: string) =>
  app.db.as(actor, async tx => {
    const board = await findBoard(tx, slug)
    authorise(actor, 'rule.manage', { boardId: board.id })
    return { board, rules: await listRules(tx, board.id), agencies: await listAgencyNames(tx, board.id) }
  })

/** Makes a rule, which gives its role at the next sign-in of each whom it names. Mistakes are those of `decideRule`. */
export const makeRule = (app: App, actor: Actor, slug: string, input: RuleInput): Promise<Decided<null>> =>
  app.db.as(actor, async tx => {
    const board = await findBoard(tx, slug)
    authorise(actor, 'rule.manage', { boardId: board.id })
    const rule = { boardId: board.id, ...input }
    const agencies = (await listAgencyNames(tx, board.id)).map(({ id }) => id)
    const decided = decideRule({ rule, present: await listRules(tx, board.id), agencies })
    if (!decided.ok) return decided
    const id = app.chance.id<RuleId>()
    await insertRule(tx, { id, ...rule, madeBy: actor.id, now: app.clock.now() })
    await record(app, tx, actor, [ruleEntry('rule.made', { id, ...rule })])
    return decide(null)
  })

/** Ends a rule. What it gave ends at the next sign-in of each. Throws NotFound. */
export const stopRule = (app: App, actor: Actor, { slug, id }: { slug: string; id: RuleId }): Promise<void> =>
  app.db.as(actor, async tx => {
    const board = await findBoard(tx, slug)
    authorise(actor, lifecycle.acts.end.by, { boardId: board.id })
    const ended = await endRule(tx, board.id, { id, now: app.clock.now() })
    await record(app, tx, actor, [ruleEntry(lifecycle.acts.end.entry, { ...ended, boardId: board.id })])
  })

/** How many roles somebody was given, and how many ended. */
export interface Synced {
  readonly given: number
  readonly ended: number
}

/**
 * Gives what the rules of the boards give to somebody whom a provider has just named, and ends what they gave before
 * and give no more; with the last role on a board go the seats on its panels. `identity` is null when the link has
 * ended. Must act as the gate, which holds the person's account.
 */
export async function syncRoles(
  app: App,
  tx: Tx,
  person: Person,
  { issuer, identity }: { readonly issuer: string; readonly identity: Identity | null },
): Promise<Synced> {
  const given = await listGiven(tx, person.id, issuer)
  const rules = await listRulesOf(tx, issuer)
  if (given.length === 0 && rules.length === 0) return { given: 0, ended: 0 }
  const { gives, keeps, ends } = decideRoles({ rules, given, ended: await listEndedByPeople(tx, person.id) }, identity)
  const now = app.clock.now()
  for (const { id, by } of keeps) await setRule(tx, id, by)
  for (const { id } of ends) await lapse(tx, id, now)
  const entries: Entry[] = ends.map(each => givenEntry('post.lapsed', person.id, each))
  for (const boardId of new Set(ends.map(each => each.boardId)))
    entries.push(...(await endSeatsOfLast(app, tx, person, boardId)))
  let count = 0
  for (const { id: ruleId, boardId, role, agencyId } of gives) {
    const post = { id: app.chance.id<MembershipId>(), personId: person.id, boardId, role, agencyId, ruleId }
    if (!(await addPost(tx, post, now))) continue
    count++
    entries.push(givenEntry('post.granted', person.id, { boardId, role, agencyId, ruleId }))
  }
  await record(app, tx, person, entries)
  return { given: count, ended: ends.length }
}

async function endSeatsOfLast(app: App, tx: Tx, person: Person, boardId: BoardId): Promise<readonly Entry[]> {
  if (await holdsRole(tx, boardId, person.id)) return []
  const reviews = await endSeats(tx, boardId, person.id, app.clock.now())
  return reviews.map(reviewId => seatEntry({ personId: person.id, boardId, reviewId }))
}

/** Whether any rule names somebody who has no account yet. Must act as the gate. */
export async function isNamed(tx: Tx, identity: Identity): Promise<boolean> {
  const rules = await listRulesOf(tx, identity.issuer)
  return decideRoles({ rules, given: [], ended: [] }, identity).gives.length > 0
}
