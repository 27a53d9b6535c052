import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AgencyId } from '../../access/actor.ts'
import type { PlainDate } from '../../core/plain-date.ts'
import type { GroupId } from '../../store/schema.ts'
import { isSameName, matchAgency } from './agency-match.ts'
import type { Agency, Directory } from './directory.ts'

const agency = (
  id: string,
  name: string,
  rest: { aliases?: string[]; before?: string[]; once?: string } = {},
): Agency => ({
  id: id as AgencyId,
  name,
  endedOn: null,
  aliases: (rest.aliases ?? []).map(alias => ({ id: alias, alias })),
  formerNames: rest.once ? [{ name: rest.once, until: '2020-04-01' as PlainDate }] : [],
  successors: [],
  predecessors: (rest.before ?? []).map(before => ({
    id: before,
    fromId: before as AgencyId,
    fromName: before,
    toId: id as AgencyId,
    toName: name,
    on: '2022-07-01' as PlainDate,
  })),
})

const directory: Directory = {
  agencies: [
    agency('police', 'Northshire Constabulary', { aliases: ['Northshire Police', 'the Force'] }),
    agency('icb', 'NHS Northshire Integrated Care Board (NICB)', {
      before: ['NHS North Vale CCG', 'NHS South Vale CCG'],
    }),
    agency('board', 'Northshire Safeguarding Children Partnership (NSCP)'),
    agency('council', 'Northshire County Council', { once: 'County of Northshire' }),
    agency('hospitals', 'St Brannoc’s & Vale Hospitals NHS Trust'),
  ],
  groups: [{ id: 'partners' as GroupId, name: 'Partner agencies', aliases: [{ id: 'a', alias: 'the Round Table' }] }],
}

const match = (name: string) => matchAgency(name, directory)?.id ?? null

describe('a name in a document', () => {
  test.each([
    ['Northshire Constabulary', 'police'],
    ['Northshire Police', 'police'],
    ['NORTHSHIRE POLICE', 'police'],
    ['The Force', 'police'],
    ['the Northshire County Council', 'council'],
    ['Northshire County Council.', 'council'],
    ["St Brannoc's and Vale Hospitals NHS Trust", 'hospitals'],
    ['Northshire Safeguarding Children Partnership', 'board'],
    ['NSCP', 'board'],
    ['the NSCP', 'board'],
    ['Round Table', 'partners'],
    ['Northshire County Council (NCC)', 'council'],
    ['NHS Northshire ICB', 'icb'],
    ['Safeguarding partnership of the county (NSCP)', 'board'],
  ])('"%s" stands for %s', (name, id) => expect(match(name)).toBe(id))

  test('that an agency had before it was renamed still stands for it', () => {
    expect(match('the County of Northshire')).toBe('council')
  })

  test('of a body that was taken over stands for the body that took over', () => {
    expect(match('NHS North Vale Clinical Commissioning Group')).toBe('icb')
    expect(match('NHS South Vale CCG')).toBe('icb')
  })

  test('of a body that the board still lists stands for that body, as it was when it was written', () => {
    const listed = { ...directory, agencies: [...directory.agencies, agency('ccg', 'NHS North Vale CCG')] }
    expect(matchAgency('NHS North Vale CCG', listed)).toEqual({ kind: 'agency', id: 'ccg' })
  })

  test('may stand for a group', () => {
    for (const name of ['Partner agencies', 'all its partner agencies', 'the Partner Agencies', 'Partner Agency'])
      expect(matchAgency(name, directory)).toEqual({ kind: 'group', id: 'partners' })
  })

  test('with two names in it stands for the one before the brackets', () => {
    expect(match('Northshire County Council (the Force)')).toBe('council')
  })

  test('in the plural stands for the body in the singular, and the other way round', () => {
    expect(match('Northshire County Councils')).toBe('council')
    expect(match('St Brannoc’s and Vale Hospital NHS Trust')).toBe('hospitals')
  })

  test('without its leading NHS stands for the same body', () => {
    expect(match('Northshire Integrated Care Board')).toBe('icb')
  })

  test.each(['', '()', 'the', 'NHS', 'Southshire Police', 'Northshire', 'all', 'Health'])(
    '"%s" stands for nobody',
    name => expect(match(name)).toBeNull(),
  )

  test('that could be two stands for neither', () => {
    const two = { ...directory, agencies: [agency('a', 'Vale Trust (VT)'), agency('b', 'Vine Trust (VT)')] }
    expect(matchAgency('VT', two)).toBeNull()
    expect(matchAgency('Vale Trust (VT)', two)?.id).toBe('a')
  })
})

test('every agency is found by its own name, whatever its case and with an article before it', () => {
  const names = fc.stringMatching(/^[A-Z][a-z]{2,8}( [A-Z][a-z]{2,8}){1,3} (Council|Trust|Police)$/)
  fc.assert(
    fc.property(fc.uniqueArray(names, { minLength: 1, maxLength: 6, selector: name => name.toLowerCase() }), all => {
      const made = { agencies: all.map(name => agency(name, name)), groups: [] }
      for (const name of all) {
        expect(matchAgency(name, made)?.id).toBe(name)
        const other = matchAgency(`the ${name.toUpperCase()}`, made)
        if (other) expect(other.id).toBe(name)
      }
    }),
  )
})

test('two names are one whatever their case, marks and articles, and not when a word differs', () => {
  expect(isSameName('The St Brannoc’s & Vale Trust', "st brannoc's and vale trust")).toBe(true)
  expect(isSameName('Vale Trust', 'Vale Trusts')).toBe(false)
})
