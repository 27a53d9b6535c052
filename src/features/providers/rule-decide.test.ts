import { describe, expect, test } from 'vitest'
import type { AgencyId, BoardId } from '../../access/actor.ts'
import type { MembershipId, RuleId } from '../../store/schema.ts'
import { decideRoles, decideRule, type Given, names, type Rule } from './rule-decide.ts'

const [here, there] = ['here' as BoardId, 'there' as BoardId]
const police = 'police' as AgencyId
const rule = (more: Partial<Rule> = {}): Rule => ({
  id: 'r1' as RuleId,
  boardId: here,
  issuer: 'https://vale.example',
  claim: 'groups',
  value: 'safeguarding',
  role: 'chair',
  agencyId: null,
  ...more,
})
const identity = {
  issuer: 'https://vale.example',
  email: 'n@Police.example',
  emailVerified: true,
  values: { groups: ['safeguarding'] },
}
const given = (more: Partial<Given> = {}): Given => ({
  id: 'm1' as MembershipId,
  boardId: here,
  role: 'chair',
  agencyId: null,
  ruleId: 'r1' as RuleId,
  ...more,
})
const domain = rule({ claim: null, value: 'police.example' })

describe('whom a rule names', () => {
  test('whoever has the very value among those of the claim, at the rule’s own provider', () => {
    expect(names(rule(), identity)).toBe(true)
    expect(names(rule({ value: 'safe' }), identity)).toBe(false)
    expect(names(rule({ claim: 'roles' }), identity)).toBe(false)
    expect(names(rule({ issuer: 'https://other.example' }), identity)).toBe(false)
  })

  test('whoever has a verified e-mail address at the very domain, and nobody whose address is not verified', () => {
    expect(names(domain, identity)).toBe(true)
    expect(names(domain, { ...identity, emailVerified: false })).toBe(false)
    expect(names(domain, { ...identity, email: null })).toBe(false)
    for (const email of [
      'n@evil.police.example',
      'n@police.example.evil',
      'police.example@evil',
      'n@notpolice.example',
    ])
      expect(names(domain, { ...identity, email }), email).toBe(false)
  })
})

describe('what changes at a sign-in', () => {
  test('a rule that names the person gives its role, once, however many rules give the same', () => {
    const { gives } = decideRoles({ rules: [rule(), domain], given: [], ended: [] }, identity)
    expect(gives).toHaveLength(1)
  })

  test('what a rule gave ends when none gives it any more, and when its rule has ended', () => {
    expect(decideRoles({ rules: [rule()], given: [given()], ended: [] }, { ...identity, values: {} }).ends).toEqual([
      given(),
    ])
    expect(decideRoles({ rules: [], given: [given()], ended: [] }, identity).ends).toEqual([given()])
    expect(decideRoles({ rules: [rule()], given: [given()], ended: [] }, null).ends).toEqual([given()])
  })

  test('what another rule still gives stays, by that rule', () => {
    const other = rule({ id: 'r2' as RuleId, value: 'chairs' })
    const named = { ...identity, values: { groups: ['chairs'] } }
    expect(decideRoles({ rules: [rule(), other], given: [given()], ended: [] }, named)).toEqual({
      gives: [],
      keeps: [{ id: 'm1', by: 'r2' }],
      ends: [],
    })
  })

  test('on a board where an administrator has ended a role of the person no rule gives one again', () => {
    const rules = [rule(), rule({ id: 'r2' as RuleId, boardId: there })]
    expect(decideRoles({ rules, given: [], ended: [here] }, identity).gives.map(({ boardId }) => boardId)).toEqual([
      there,
    ])
  })
})

describe('a new rule', () => {
  const asked = (more: Partial<Rule>, present: readonly Rule[] = []) =>
    decideRule({ rule: rule(more), present, agencies: [police] })
  test('may give any role but an administrator’s, for an agency that sits on the board', () => {
    expect(asked({}).ok).toBe(true)
    expect(asked({ role: 'agency lead', agencyId: police }).ok).toBe(true)
    expect(asked({ role: 'administrator' })).toMatchObject({ mistakes: [{ field: 'role' }] })
    expect(asked({ role: 'agency lead', agencyId: 'fire' as AgencyId })).toMatchObject({
      mistakes: [{ field: 'agency' }],
    })
  })

  test('is no second one that says the same, and there is an end to them', () => {
    expect(asked({ id: 'r2' as RuleId }, [rule()])).toMatchObject({ mistakes: [{ field: 'value' }] })
    const many = Array.from({ length: 50 }, (_, at) => rule({ value: `group ${at}` }))
    expect(asked({}, many)).toMatchObject({ mistakes: [{ field: 'value' }] })
  })
})
