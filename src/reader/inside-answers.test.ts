import { expect, test } from 'vitest'
import { readSketch, told } from './sketch.ts'

test('a recommendation between quotation marks may have its answer behind it in the same entry', () => {
  const reading = readSketch(`
    # Safeguarding Adults Review: Mrs Quill. What we have done
    The Elm Safeguarding Adults Board has checked each answer.
    1. "Elm Council should answer the line within ten minutes." The Council tested it in May 2026.
    2. "Elm Homes should fit a key safe for any tenant who asks." Elm Homes will fit twenty by the end of August 2026.
    Yours sincerely,
    Ottoline Marsh, Chair`)
  expect(reading.recommendations.map(({ text }) => text)).toEqual([
    'Elm Council should answer the line within ten minutes.',
    'Elm Homes should fit a key safe for any tenant who asks.',
  ])
  expect(told(reading)).toEqual([
    '1 | Elm Council | done | The Council tested it in May 2026.',
    '2 | Elm Homes | planned | Elm Homes will fit twenty by the end of August 2026. | ..2026-08-31',
  ])
})

test('a label may say whom the recommendation is for, and its paragraph what has become of it', () => {
  const reading = readSketch(`
    # Newsletter of the Elm Safeguarding Adults Board
    ## Alder: one year on
    Recommendation 1 (Elm Police): meet weekly about young people at risk. The meeting has taken place since May 2025.
    Recommendation 2 (all schools): have a named person for carers. The Council is visiting schools.
    Recommendation 3 (NHS Elm ICB): put a youth worker in the hospital. The ICB will look again in 2027.`)
  expect(reading.recommendations.map(({ text, addressees }) => [text, ...addressees])).toEqual([
    ['meet weekly about young people at risk.', 'Elm Police'],
    ['have a named person for carers.', 'all schools'],
    ['put a youth worker in the hospital.', 'NHS Elm ICB'],
  ])
  expect(told(reading).map(line => line.slice(0, 1))).toEqual(['1', '2', '3'])
})

test('an explanation behind what a report recommends is no answer', () => {
  const reading = readSketch(`
    # Overview report of the serious case review: Child Z
    ## Recommendations
    Recommendation 1: The Board should audit ten cases. This will show whether practice has changed.
    Recommendation 2: Elm Police should name an officer. The review found that none was named in 2019.`)
  expect(reading.recommendations.map(({ text, responses }) => [text, responses.length])).toEqual([
    ['The Board should audit ten cases. This will show whether practice has changed.', 0],
    ['Elm Police should name an officer. The review found that none was named in 2019.', 0],
  ])
})

test('questions may be the labels of fields', () => {
  const reading = readSketch(`
    # Elm Hospitals NHS Foundation Trust: our answer to the Safeguarding Adults Review
    ## Recommendation 3
    > The Trust should ask each patient what home is like.
    What have we done? The form was changed on 1 December 2025: it has a question about home.
    What will we do, and by when? Read 50 forms by the end of March 2027.
    Who is responsible? Deputy Chief Nurse`)
  expect(told(reading)).toEqual([
    '3 | Elm Hospitals NHS Foundation Trust | done | The form was changed on 1 December 2025: it has a question about home.',
    '3 | Elm Hospitals NHS Foundation Trust | planned | Read 50 forms by the end of March 2027. | ..2027-03-31',
  ])
  expect(reading.recommendations[0]?.responses[0]?.owner).toBe('Deputy Chief Nurse')
})
