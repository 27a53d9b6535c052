import { expect, test } from 'vitest'
import { directoryOf } from './directory.ts'
import { ownerOf, roleTies } from './owners.ts'

const texts = [
  'Elm Council Education Service',
  'Elm Constabulary',
  "Children's Social Care",
  'Head of Inclusion, Elm Council Education Service',
  'Elm Safeguarding Children Partnership',
]
const directory = directoryOf(texts)
const owner = (agency: string, cell = '') => {
  const { body, bodies, role } = ownerOf(agency, cell, directory, roleTies(texts, directory))
  return { agency: body?.name ?? '', all: bodies.map(({ name }) => name), role }
}

test('a cell may hold the post and the agency', () => {
  expect(owner('', 'Detective Superintendent, Public Protection, Elm Constabulary')).toMatchObject({
    agency: 'Elm Constabulary',
    role: 'Detective Superintendent, Public Protection',
  })
  expect(owner('', "Service Manager, MASH (Children's Social Care)")).toMatchObject({
    agency: "Children's Social Care",
    role: 'Service Manager, MASH',
  })
})

test('a post may stand behind the council that it serves, without "of"', () => {
  const paper = directoryOf(['Elm Council, Assistant Director Early Help', 'Elm Council, Adult Care'])
  const ties = roleTies([], paper)
  expect(ownerOf('Elm Council, Assistant Director Early Help', '', paper, ties)).toMatchObject({
    body: { name: 'Elm Council' },
    role: 'Assistant Director Early Help',
  })
})

test('a service that names a post is not who answers, where a body stands beside it', () => {
  expect(owner('', 'Education Service Manager, Elm Constabulary')).toMatchObject({ agency: 'Elm Constabulary' })
})

test('a post alone is a role, and its agency is told where the document ties it to one', () => {
  expect(owner('', 'Head of Inclusion')).toMatchObject({
    agency: 'Elm Council Education Service',
    role: 'Head of Inclusion',
  })
  expect(owner('', 'DCI')).toMatchObject({ agency: '', role: 'DCI' })
  expect(owner('', 'Chair / Director of Housing')).toMatchObject({ agency: '', role: 'Chair, Director of Housing' })
})

test('joined owners are all heard, the first of them leads', () => {
  expect(owner("Elm Constabulary / Children's Social Care")).toMatchObject({
    agency: 'Elm Constabulary',
    all: ['Elm Constabulary', "Children's Social Care"],
  })
})

test('all agencies lead as a group, and a status is no owner', () => {
  expect(owner('All agencies')).toMatchObject({ agency: 'All agencies' })
  expect(owner('', 'TBC')).toMatchObject({ agency: '', role: null })
})

test('a post of the board’s own stands for it, and so does one that the text ties to it', () => {
  const texts = [
    'Elm Safeguarding Children Partnership',
    'Send comments to the Partnership’s Domestic Abuse Coordinator, who keeps this for the Independent Chair of the Board.',
  ]
  const own = directoryOf(texts)
  const agency = (cell: string) => ownerOf('', cell, own, roleTies(texts, own)).body?.name ?? ''
  for (const post of [
    'Partnership Business Manager',
    'Domestic Abuse Coordinator',
    'Independent Chair',
    'Chair of the Partnership',
  ])
    expect({ post, agency: agency(post) }).toEqual({ post, agency: 'Elm Safeguarding Children Partnership' })
  expect(agency('Service Manager')).toBe('')
})
