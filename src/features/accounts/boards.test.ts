import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isSlug, suggestSlug } from './boards.ts'

test.each([
  ['Northshire SCP', 'northshire-scp'],
  ["St Brannoc's & Vale SAB", 'st-brannocs-and-vale-sab'],
  ['Sîr Ddôl', 'sir-ddol'],
  ['X', 'board-x'],
  ['…', 'board'],
])('the address of "%s" is %s', (name, slug) => expect(suggestSlug(name)).toBe(slug))

test('every name gives an address that can stand', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), name => {
      expect(isSlug(suggestSlug(name))).toBe(true)
    }),
  )
})
