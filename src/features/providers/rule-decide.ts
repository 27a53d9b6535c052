/** What the rules of boards give somebody whom a provider names, and what they give no more. */
import type { AgencyId, BoardId } from '../../access/actor.ts'
import type { Role } from '../../access/permissions.ts'
import { type Decided, decide, refuse } from '../../core/refusals.ts'
import type { Identity } from '../../identity.ts'
import type { MembershipId, RuleId } from '../../store/schema.ts'

/** So many rules a board may have. */
const mostRules = 50

/** What a rule asks of whom a provider names, and what it gives. */
export interface Rule {
  readonly id: RuleId
  readonly boardId: BoardId
  readonly issuer: string
  /** The claim whose value is asked for; null asks for the domain of a verified e-mail address. */
  readonly claim: string | null
  readonly value: string
  readonly role: Role
  readonly agencyId: AgencyId | null
}

type Named = Pick<Identity, 'issuer' | 'email' | 'emailVerified' | 'values'>

/** Whether the rule names somebody. An e-mail address counts only where the provider says that it is the person's. */
export function names({ issuer, claim, value }: Rule, identity: Named): boolean {
  if (issuer !== identity.issuer) return false
  if (claim !== null) return identity.values[claim]?.includes(value) ?? false
  return identity.emailVerified && domainOf(identity.email) === value
}

const domainOf = (email: string | null): string | null => email?.split('@').at(-1)?.toLowerCase() ?? null

/** A role that a rule of the provider's gave, and that is still held. */
export interface Given extends Pick<Rule, 'boardId' | 'role' | 'agencyId'> {
  readonly id: MembershipId
  readonly ruleId: RuleId
}

interface Standing {
  /** The rules of the provider that are in force. */
  readonly rules: readonly Rule[]
  readonly given: readonly Given[]
  /** The boards on which an administrator has ended a role of the person. */
  readonly ended: readonly BoardId[]
}

export interface Changes {
  readonly gives: readonly Rule[]
  readonly keeps: readonly { readonly id: MembershipId; readonly by: RuleId }[]
  readonly ends: readonly Given[]
}

type Post = Pick<Rule, 'boardId' | 'role' | 'agencyId'>
const postOf = ({ boardId, role, agencyId }: Post) => [boardId, role, agencyId].join(' ')

/**
 * What changes at a sign-in; `identity` is null once the person's link has ended. Where an administrator has ended a
 * role of the person, only an administrator gives one again. Two rules that give the same role give it once.
 */
export function decideRoles({ rules, given, ended }: Standing, identity: Named | null): Changes {
  const naming = rules.filter(rule => identity !== null && names(rule, identity))
  const wanted = new Map(naming.map(rule => [postOf(rule), rule]))
  const held = new Set(given.map(postOf))
  return {
    gives: [...wanted.values()].filter(rule => !held.has(postOf(rule)) && !ended.includes(rule.boardId)),
    keeps: given.flatMap(each => {
      const rule = wanted.get(postOf(each))
      return rule && rule.id !== each.ruleId ? [{ id: each.id, by: rule.id }] : []
    }),
    ends: given.filter(each => !wanted.has(postOf(each))),
  }
}

interface NewRule {
  readonly rule: Omit<Rule, 'id'>
  readonly present: readonly Rule[]
  /** The agencies that sit on the board. */
  readonly agencies: readonly AgencyId[]
}

const same = (a: Omit<Rule, 'id'>, b: Omit<Rule, 'id'>) =>
  postOf(a) === postOf(b) && a.issuer === b.issuer && a.claim === b.claim && a.value === b.value

/** Whether a board may have one rule more. The mistakes are at `role`, `agency` and `value`. */
export function decideRule({ rule, present, agencies }: NewRule): Decided<null> {
  if (rule.role === 'administrator')
    return refuse({ field: 'role', message: 'A rule gives no administrator’s role. Give that to each person yourself' })
  if (rule.agencyId !== null && !agencies.includes(rule.agencyId))
    return refuse({ field: 'agency', message: 'Choose an agency that sits on this board' })
  if (present.some(each => same(each, rule)))
    return refuse({ field: 'value', message: 'This board has such a rule already' })
  if (present.length >= mostRules)
    return refuse({ field: 'value', message: `A board may have ${mostRules} rules. End one first` })
  return decide(null)
}
