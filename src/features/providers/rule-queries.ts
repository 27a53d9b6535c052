import type { BoardId, PersonId } from '../../access/actor.ts'
import type { Tx } from '../../app.ts'
import { NotFound } from '../../core/refusals.ts'
import type { MembershipId, RuleId } from '../../store/schema.ts'
import type { Given, Rule } from './rule-decide.ts'

const columns = [
  'r.id',
  'r.board_id as boardId',
  'r.issuer',
  'r.claim',
  'r.value',
  'r.role',
  'r.agency_id as agencyId',
] as const

/** The rules of every board that are in force and go by the provider; none for an agency that has left the board. */
export const listRulesOf = (tx: Tx, issuer: string): Promise<Rule[]> =>
  tx
    .selectFrom('access_rule as r')
    .leftJoin('board_agency as s', join =>
      join.onRef('s.agency_id', '=', 'r.agency_id').onRef('s.board_id', '=', 'r.board_id').on('s.left_at', 'is', null),
    )
    .select(columns)
    .where('r.issuer', '=', issuer)
    .where('r.ended_at', 'is', null)
    .where(eb => eb.or([eb('r.agency_id', 'is', null), eb('s.board_id', 'is not', null)]))
    .orderBy('r.made_at')
    .orderBy('r.id')
    .execute()

/** A rule with what a page says of it. */
export interface ShownRule extends Rule {
  readonly agencyName: string | null
  readonly madeAt: Date
  /** How many people hold a role by it now. */
  readonly people: number
}

/** The rules of a board that are in force, in the order in which they were made. */
export async function listRules(tx: Tx, boardId: BoardId): Promise<ShownRule[]> {
  const rows = await tx
    .selectFrom('access_rule as r')
    .leftJoin('agency as a', 'a.id', 'r.agency_id')
    .select(columns)
    .select(['a.name as agencyName', 'r.made_at as madeAt'])
    .select(eb =>
      eb
        .selectFrom('membership as m')
        .select(m => m.fn.countAll<number>().as('count'))
        .whereRef('m.rule_id', '=', 'r.id')
        .where('m.ended_at', 'is', null)
        .as('people'),
    )
    .where('r.board_id', '=', boardId)
    .where('r.ended_at', 'is', null)
    .orderBy('r.made_at')
    .orderBy('r.id')
    .execute()
  return rows.map(row => ({ ...row, people: Number(row.people) }))
}

interface NewRule extends Rule {
  readonly madeBy: PersonId
  readonly now: Date
}

export async function insertRule(tx: Tx, rule: NewRule): Promise<void> {
  const { id, boardId, issuer, claim, value, role, agencyId, madeBy, now } = rule
  await tx
    .insertInto('access_rule')
    .values({ id, board_id: boardId, issuer, claim, value, role, agency_id: agencyId, made_by: madeBy, made_at: now })
    .execute()
}

/** Ends a rule of the board and gives what it was. Throws NotFound for another board's, and for one that has ended. */
export async function endRule(tx: Tx, boardId: BoardId, { id, now }: { id: RuleId; now: Date }) {
  const ended = await tx
    .updateTable('access_rule')
    .set({ ended_at: now })
    .where('id', '=', id)
    .where('board_id', '=', boardId)
    .where('ended_at', 'is', null)
    .returning(['id', 'role', 'agency_id as agencyId'])
    .executeTakeFirst()
  if (!ended) throw new NotFound('no such rule')
  return ended
}

/** The roles that a person holds by rules of the provider. */
export const listGiven = (tx: Tx, personId: PersonId, issuer: string): Promise<Given[]> =>
  tx
    .selectFrom('membership as m')
    .innerJoin('access_rule as r', 'r.id', 'm.rule_id')
    .select(['m.id', 'm.board_id as boardId', 'm.role', 'm.agency_id as agencyId', 'r.id as ruleId'])
    .where('m.person_id', '=', personId)
    .where('m.ended_at', 'is', null)
    .where('r.issuer', '=', issuer)
    .execute()

/** The boards on which a person, and no rule, has ended a role of somebody. */
export async function listEndedByPeople(tx: Tx, personId: PersonId): Promise<readonly BoardId[]> {
  const rows = await tx
    .selectFrom('membership')
    .select('board_id as boardId')
    .distinct()
    .where('person_id', '=', personId)
    .where('ended_at', 'is not', null)
    .where('ended_by_rule', '=', false)
    .execute()
  return rows.map(({ boardId }) => boardId)
}

/** Ends a role that no rule gives any more. Must act as the gate. */
export async function lapse(tx: Tx, id: MembershipId, now: Date): Promise<void> {
  await tx.updateTable('membership').set({ ended_at: now, ended_by_rule: true }).where('id', '=', id).execute()
}

/** A role is given by another rule from now on. Must act as the gate. */
export async function setRule(tx: Tx, id: MembershipId, ruleId: RuleId): Promise<void> {
  await tx.updateTable('membership').set({ rule_id: ruleId }).where('id', '=', id).execute()
}

/** Whether a person holds any role on the board now. */
export async function holdsRole(tx: Tx, boardId: BoardId, personId: PersonId): Promise<boolean> {
  const held = await tx
    .selectFrom('membership')
    .select('id')
    .where('board_id', '=', boardId)
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return held !== undefined
}
