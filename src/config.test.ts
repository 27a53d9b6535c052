import { expect, test } from 'vitest'
import { readConfig, WrongSettings } from './config.ts'

test('who is written to about accessibility is a name with an address, and when it was reviewed a day', () => {
  const set = { ACCESSIBILITY_CONTACT: 'The Vale team <access@vale.example>', ACCESSIBILITY_REVIEWED_ON: '2026-05-01' }
  expect(readConfig(set).accessibility).toEqual({
    contact: { name: 'The Vale team', email: 'access@vale.example' },
    reviewedOn: '2026-05-01',
  })
  expect(readConfig({}).accessibility).toEqual({ contact: null, reviewedOn: null })
})

test.each([
  ['ACCESSIBILITY_CONTACT', 'access@vale.example'],
  ['ACCESSIBILITY_CONTACT', 'The team <nowhere>'],
  ['ACCESSIBILITY_REVIEWED_ON', '31 May 2026'],
  ['ACCESSIBILITY_REVIEWED_ON', '2026-02-30'],
])('%s cannot be “%s”, and what is said repeats no value', (name, value) => {
  expect(() => readConfig({ [name]: value })).toThrow(WrongSettings)
  expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`^${name} has a value`))
  expect(() => readConfig({ [name]: value })).not.toThrow(value)
})
