import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decidePassword, longestPassword, shortestPassword } from './password-decide.ts'

const known = {
  name: 'Nadia Khan',
  email: 'nadia.khan@northshire.gov.uk',
  boards: ['Northshire Safeguarding Children Partnership', 'Northshire SCP'],
}
const objection = (password: string) => decidePassword(password, known)?.message ?? null

test('a few random words make a good password', () => {
  expect(objection('kettle-orbit-plaster')).toBeNull()
  expect(objection('three blue herons')).toBeNull()
})

test('a password is neither missing, nor too short, nor endless', () => {
  expect(objection('')).toContain('Enter a password')
  expect(objection('kettleorbit')).toContain('12 characters or more')
  expect(objection('kettle-orbit-plaster'.repeat(7))).toContain('128 characters or fewer')
})

test.each(['nadiakhan123', 'Nadia.Khan-2026', 'northshire12', 'NorthshireSCP1', 'nadia.khan@northshire.gov.uk'])(
  'what everybody knows of the person is no password: %s',
  password => expect(objection(password)).toContain('must not be made of your name'),
)

test.each([
  'password1234',
  'Password1234!',
  'qwertyuiop12',
  'letmeinletmein',
  'safeguarding1',
  '123456789012',
  'aaaaaaaaaaaa',
])('what somebody would try first is no password: %s', password =>
  expect(objection(password)).toContain('among the first'),
)

test('nothing that is too short or too long is ever accepted', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), password => {
      const length = [...password].length
      if (length < shortestPassword || length > longestPassword) expect(objection(password)).not.toBeNull()
    }),
  )
})
