import { expect, test } from 'vitest'
import { directoryOf } from './directory.ts'
import { subjectOf } from './speakers.ts'

const directory = directoryOf([
  'Elm Safeguarding Children Board (ESCB) met. The Learning Subgroup of the Board agreed.',
  'Elm Vale NHS Foundation Trust and Elm Constabulary were there.',
  'NHS Elm Clinical Commissioning Group (CCG)',
  "Children's Services, Health and Housing",
  'Education and the Education Safeguarding Team',
])
const speaker = (sentence: string, heading: string | null = null) =>
  subjectOf(sentence, directory, heading === null ? null : directory.find(heading))?.name ?? null

test('the first words name the body that acts', () => {
  expect(speaker('Elm Constabulary will write to the Board.')).toBe('Elm Constabulary')
  expect(speaker('The Police have met Elm Constabulary.')).toBe('Elm Constabulary')
  expect(speaker("Children's Services has updated its procedures.")).toBe("Children's Services")
  expect(speaker('In May 2019, Housing wrote to its tenants.')).toBe('Housing')
})

test('a body that is only spoken of does not speak', () => {
  expect(speaker('Work will be carried out to support the CCG.')).toBeNull()
  expect(speaker('A letter was sent to Elm Constabulary.')).toBeNull()
})

test('a subgroup and the support team speak for the Board, and a health group for Health', () => {
  expect(speaker('The Learning Subgroup will audit ten cases.')).toBe('Elm Safeguarding Children Board')
  expect(speaker('ESCB will act.')).toBe('Elm Safeguarding Children Board')
  expect(speaker('The Health Working Group has met.')).toBe('Health')
  expect(speaker('The Education Safeguarding Team has met.')).toBe('Education Safeguarding Team')
})

test('"the Trust" and "the CCG" are the bodies of that kind', () => {
  expect(speaker('The Trust will act.')).toBe('Elm Vale NHS Foundation Trust')
  expect(speaker('The CCG will act.')).toBe('NHS Elm Clinical Commissioning Group')
  expect(speaker('The Force will act.', 'Elm Constabulary')).toBe('Elm Constabulary')
})

test('the aim, plan or view of a body is its own', () => {
  expect(speaker('The aim for health is to publish a guide.')).toBe('Health')
})

test('what stands in front, up to a comma, does not speak', () => {
  expect(speaker('For the Board, Elm Constabulary has kept the list.')).toBe('Elm Constabulary')
  expect(speaker('As to the second recommendation, Housing drew up a list.')).toBe('Housing')
})

test('a post of the body acts for it, and who does what is told in the passive speaks', () => {
  expect(speaker('The Chair of the Board wrote to the minister.')).toBe('Elm Safeguarding Children Board')
  expect(speaker('The audit will be repeated by the Learning Subgroup in June.')).toBe(
    'Elm Safeguarding Children Board',
  )
})

test('workers of a sector are no body of that name', () => {
  expect(speaker('Health visitors are invited to each meeting.')).toBeNull()
  expect(speaker('Health has written to its staff.')).toBe('Health')
  expect(speaker('The Head of Midwifery will report twice a year.')).toBeNull()
})

test('the Chief Constable speaks for the police', () => {
  expect(speaker('The Assistant Chief Constable has agreed funding.')).toBe('Elm Constabulary')
})
