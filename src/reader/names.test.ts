import { expect, test } from 'vitest'
import { namesIn } from './names.ts'

const names = (text: string) => namesIn(text).map(mention => mention.name)

test('a body is known by the last word of its name', () => {
  expect(names('Oakmoor Constabulary met Vale of Elm Housing Association.')).toEqual([
    'Oakmoor Constabulary',
    'Vale of Elm Housing Association',
  ])
  expect(names('The Harbour Road Medical Practice and Larkhill Primary School took part.')).toEqual([
    'Harbour Road Medical Practice',
    'Larkhill Primary School',
  ])
})

test('"and" parts two names and joins the words of one', () => {
  expect(names('Police and the CCG should agree.')).toEqual(['Police', 'CCG'])
  expect(names('Wexley Fire and Rescue Service and Adult Social Care')).toEqual([
    'Wexley Fire and Rescue Service',
    'Adult Social Care',
  ])
  expect(names('Marl and Stourvale Community Rehabilitation Company')).toEqual([
    'Marl and Stourvale Community Rehabilitation Company',
  ])
  expect(names("Children's Services, Health and Education")).toEqual(["Children's Services", 'Health', 'Education'])
})

test('what a body owns is its unit and not part of its name', () => {
  expect(namesIn("the Board's Learning and Improvement Subgroup")[0]).toMatchObject({
    name: 'Board',
    unit: 'Learning and Improvement Subgroup',
  })
})

test('a department or ministry keeps the words behind it', () => {
  expect(names('The Department for Education and the Ministry of Justice')).toEqual([
    'Department for Education',
    'Ministry of Justice',
  ])
})

test('capital letters that begin a sentence make no name', () => {
  expect(names('All housing officers will be trained. Practice is better. A Serious Case Review was held.')).toEqual([])
})

test('a head word alone is generic', () => {
  expect(namesIn('The Trust will act.')[0]).toMatchObject({ name: 'Trust', generic: true })
  expect(namesIn('The Police will act.')[0]).toMatchObject({ name: 'Police', generic: false })
})

test('a forum or group joined by "and" is one name', () => {
  expect(names('Fenmoor Early Years and Schools Forum')).toEqual(['Fenmoor Early Years and Schools Forum'])
})

test('a subgroup of a board is the board’s, and a director of a service the service’s', () => {
  expect(namesIn('The Case Review Subgroup of Fenmoor Safeguarding Adults Board met.')[0]).toMatchObject({
    name: 'Fenmoor Safeguarding Adults Board',
    unit: 'Case Review Subgroup',
  })
  expect(names('the Director of Public Health')).toEqual(['Public Health'])
  expect(names('The Head of Service for Assessment will look.')).toEqual([])
  expect(names('Elm Council, Assistant Director Early Help')).toEqual(['Elm Council', 'Early Help'])
  expect(names('the Head of Service for the Elm Probation Service')).toEqual(['Elm Probation Service'])
})

test('a department without a place of its own belongs to its council, and one service may be for two things', () => {
  const named = (text: string) => namesIn(text).map(({ name }) => name)
  expect(named("The Council's Housing Service has met.")).toEqual(['Council'])
  expect(named('Elm Maternity and Health Visiting Service')).toEqual(['Elm Maternity and Health Visiting Service'])
  expect(named('Elm Housing and Elm Police')).toEqual(['Elm Housing', 'Elm Police'])
  expect(named('ACC: the Assistant Chief Constable of Elm Police')).toEqual(['Elm Police'])
})

test('a verb in front of "the" is no part of a name', () => {
  expect(namesIn('Meet the RSPCA by May.').map(({ name }) => name)).toEqual(['RSPCA'])
  expect(namesIn('Write to the Department of the Environment.').map(({ name }) => name)).toEqual([
    'Department of the Environment',
  ])
})

test('a ministry’s name may hold "and", but not a council’s', () => {
  const named = (text: string) => namesIn(text).map(({ name }) => name)
  expect(named('The Department for Children and Elm Council')).toEqual(['Department for Children', 'Elm Council'])
  expect(named('The Department for Work and Pensions')).toEqual(['Department for Work and Pensions'])
  expect(named('The Department of Health and Social Care')).toEqual(['Department of Health and Social Care'])
})

test("a council's housing department may be called solutions, options or needs", () => {
  expect(names('Brackley District Council Housing Solutions and Housing Needs will meet.')).toEqual([
    'Brackley District Council Housing Solutions',
    'Housing Needs',
  ])
})

test('a name may begin with a number in words', () => {
  expect(names('Two Rivers Housing Association joined, and Three Counties Police did.')).toEqual([
    'Two Rivers Housing Association',
    'Three Counties Police',
  ])
  expect(names('Two Trusts and the Elm Trust met.')).toEqual(['Elm Trust'])
})
