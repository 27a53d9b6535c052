import { expect, test } from 'vitest'
import { directoryOf } from './directory.ts'

test('a body is known by the longest form that the document uses', () => {
  const directory = directoryOf([
    'Adult Social Care met.',
    'Millbrook Council Adult Social Care agreed.',
    'Elm Council and Elm Borough Council are one.',
  ])
  expect(directory.find('Adult Social Care')?.name).toBe('Millbrook Council Adult Social Care')
  expect(directory.find('the Elm Council')?.name).toBe('Elm Borough Council')
})

test('a board without its place, or without whom it is for, is the one board that the document names', () => {
  const directory = directoryOf(['Elm Safeguarding Children Partnership', 'The Safeguarding Partnership replied.'])
  expect(directory.find('The Safeguarding Partnership')?.name).toBe('Elm Safeguarding Children Partnership')
  const both = directoryOf(['Elm Safeguarding Children Board', 'Elm Safeguarding Adults Board', 'Safeguarding Board'])
  expect(both.find('Safeguarding Board')?.name).toBe('Safeguarding Board')
})

test('an abbreviation in brackets, or known throughout the field, is the same body', () => {
  const directory = directoryOf([
    'The Coldwater Safeguarding Adults Board (CSAB) met NHS Elm and Oak ICB.',
    'NHS Elm and Oak Integrated Care Board replied.',
  ])
  expect(directory.find('CSAB')?.name).toBe('Coldwater Safeguarding Adults Board')
  expect(directory.find('NHS Elm and Oak ICB')?.name).toBe('NHS Elm and Oak Integrated Care Board')
})

test('a short form that could be either of two bodies is neither', () => {
  const directory = directoryOf(['North Vale NHS Trust wrote to South Vale NHS Trust.'])
  expect(directory.find('the Trust')).toBeNull()
})

test('the review’s board is the safeguarding board, adults board or partnership that is named most', () => {
  const directory = directoryOf([
    'Elm Safeguarding Adults Board',
    'Elm Safeguarding Adults Board met.',
    'The Health and Wellbeing Board was told.',
  ])
  expect(directory.board?.name).toBe('Elm Safeguarding Adults Board')
  expect(directory.find('the Board')?.name).toBe('Elm Safeguarding Adults Board')
})

test('a name in capitals gives way to the same in small letters', () => {
  expect(directoryOf(['ELM BOROUGH COUNCIL', 'Elm Borough Council']).find('Elm Borough Council')?.name).toBe(
    'Elm Borough Council',
  )
})

test('declared names are bodies though no word gives them away', () => {
  const directory = directoryOf(['Turning Corner should tell the Police.'], ['Turning Corner'])
  expect(directory.mentions('Then Turning Corner replied.').map(({ name }) => name)).toEqual(['Turning Corner'])
})

test('what a post is for is no part of the name behind it, unless other names begin so too', () => {
  const { find } = directoryOf([
    'Saltmarsh Constabulary and Brightwater Homes should meet.',
    'Brightwater Adult Social Care',
    'Chief Inspector, Vulnerability Saltmarsh Constabulary',
    'Tenancy Manager Brightwater Homes',
    'Head of Service, Brightwater Borough Council',
  ])
  expect(find('Vulnerability Saltmarsh Constabulary')?.name).toBe('Saltmarsh Constabulary')
  expect(find('Tenancy Manager Brightwater Homes')?.name).toBe('Brightwater Homes')
  expect(find('Brightwater Borough Council')?.name).toBe('Brightwater Borough Council')
})

test('a head with one word before it is the one body that it can shorten, and "the Board" may be that which speaks', () => {
  const directory = directoryOf([
    'Elm Community Safety Partnership',
    'Elm and Ash Hospitals NHS Trust',
    'The Hospitals Trust met the Elm Integrated Care Board.',
  ])
  expect(directory.find('The Hospitals Trust')?.name).toBe('Elm and Ash Hospitals NHS Trust')
  const speaker = directory.find('Elm Integrated Care Board')
  expect(directory.find('The Board', speaker)?.name).toBe('Elm Integrated Care Board')
  expect(directory.find('The Board')?.name).toBe('Elm Community Safety Partnership')
})
