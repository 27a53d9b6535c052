import { expect, test } from 'vitest'
import { sentences } from './sentences.ts'

const split = (text: string) => sentences(text).map(([from, to]) => text.slice(from, to))

test('sentences end at full stops, question and exclamation marks', () => {
  expect(split('One. Two? Three! “Four.” Five.* Six.')).toEqual(['One.', 'Two?', 'Three!', '“Four.”', 'Five.*', 'Six.'])
})

test('abbreviations, initials, numbers and list numbers end none', () => {
  expect(split('Use guidance (e.g. NICE guidance) and para. 4.')).toEqual([
    'Use guidance (e.g. NICE guidance) and para. 4.',
  ])
  expect(split('Dr. A. Smith met 1,140 people on 3.5 days at St. Mary’s.')).toEqual([
    'Dr. A. Smith met 1,140 people on 3.5 days at St. Mary’s.',
  ])
  expect(split('1. The form was changed. It works.')).toEqual(['1. The form was changed.', 'It works.'])
  expect(split('Posters, films, etc. The rest followed.')).toEqual(['Posters, films, etc.', 'The rest followed.'])
})
