import { expect, test } from 'vitest'
import type { AgencyId, BoardId, Person, PersonId, SessionId } from './actor.ts'
import { authorise, authoriseSome, boardsWhere, can, couldEver, type ReviewAccess } from './can.ts'
import { type Permission, permissionNames, permissions, type Role, roles } from './permissions.ts'

const [board, other] = ['b1' as BoardId, 'b2' as BoardId]
const [health, police] = ['health' as AgencyId, 'police' as AgencyId]

const person = (role: Role, agencyId: AgencyId | null = null): Person => ({
  kind: 'person',
  id: 'p' as PersonId,
  name: 'P',
  sessionId: 's' as SessionId,
  posts: [{ boardId: board, role, agencyId }],
})
const review = (facts: Partial<ReviewAccess> = {}): ReviewAccess => ({
  standing: 'restricted',
  onPanel: false,
  excluded: false,
  releasedTo: [],
  ...facts,
})

test('every permission says something of every role', () => {
  for (const name of permissionNames) expect(Object.keys(permissions[name])).toEqual([...roles])
})

test('an administrator of a board sees no case of it', () => {
  const caseData = permissionNames.filter(name => /^(review|document|import|register|redaction)\./.test(name))
  for (const name of caseData) expect(permissions[name].administrator).toBe('none')
})

test('a restricted review is open to the support team and to its panel, and to nobody else', () => {
  const sees = (role: Role, onPanel: boolean) =>
    can(person(role, health), 'review.see', { boardId: board, review: review({ onPanel }) })
  expect(roles.filter(role => sees(role, false))).toEqual(['support officer'])
  expect(roles.filter(role => sees(role, true))).toEqual([
    'support officer',
    'chair',
    'subgroup member',
    'agency lead',
    'agency contributor',
    'lead reviewer',
  ])
})

test('a review that is released to Health is seen by Health and not by the Police', () => {
  const released = review({ standing: 'released', releasedTo: [health] })
  const sees = (agency: AgencyId) =>
    can(person('agency lead', agency), 'review.see', { boardId: board, review: released })
  expect([sees(health), sees(police)]).toEqual([true, false])
})

test('whoever is excluded from a review sees nothing of it, whatever the role', () => {
  const facts = review({ standing: 'released', onPanel: true, excluded: true, releasedTo: [health] })
  for (const role of roles)
    expect(can(person(role, health), 'review.see', { boardId: board, review: facts })).toBe(false)
})

test('a post on one board allows nothing on another', () => {
  for (const name of permissionNames) {
    for (const role of roles) expect(can(person(role), name, { boardId: other, review: review() })).toBe(false)
  }
})

test('a permission about reviews is not given where no review is told', () => {
  const asked: Permission = 'review.see'
  expect(can(person('chair'), asked, { boardId: board })).toBe(false)
})

test('what is not permitted is refused by the name of the permission', () => {
  expect(() => authorise(person('reader'), 'people.manage', { boardId: board })).toThrow('people.manage')
})

test('a list of a board is refused to whoever has no post there that could see any of it', () => {
  for (const role of roles) {
    const asks = () => authoriseSome(person(role, health), 'register.see', board)
    if (role === 'administrator' || role === 'reader') expect(asks, role).toThrow('register.see')
    else expect(asks, role).not.toThrow()
    expect(() => authoriseSome(person(role, health), 'register.see', other)).toThrow('register.see')
  }
})

test('a page is offered to whoever could ever use it, on the boards where that is so', () => {
  expect(couldEver(person('chair'), 'import.check')).toBe(false)
  expect(couldEver(person('support officer'), 'import.check')).toBe(true)
  expect(boardsWhere(person('support officer'), 'import.check')).toEqual([board])
  expect(boardsWhere({ kind: 'gate' }, 'board.see')).toEqual([])
})
