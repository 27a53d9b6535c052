import { expect, test } from 'vitest'
import { readSketch, told } from './sketch.ts'

test('a log of dates and reports below a body is what that body says, and its dates are no target dates', () => {
  const reading = readSketch(`
    # Response to the review: Child Wren
    ## Recommendation 1
    Elm Police and Elm Council should name an officer for each child.
    ### Elm Police (open)
    The Force will name an officer by 30 June 2026.
    | Date | Update |
    | 4 March 2026 | Officers were named for nine children. |
    | 6 May 2026 | The last two are being found. |
    ### Elm Council – closed
    The Council keeps the list.`)
  expect(told(reading)).toEqual([
    '1 | Elm Police | planned | The Force will name an officer by 30 June 2026. | ..2026-06-30',
    '1 | Elm Police | done | Officers were named for nine children.',
    '1 | Elm Police | ongoing | The last two are being found.',
    '1 | Elm Council | ongoing | The Council keeps the list.',
  ])
  expect(reading.kind).toBe('response')
})

test('dates in lines of their own head what the same body reports then', () => {
  const reading = readSketch(`
    # Response to the review: Child Wren
    ## Recommendation 1
    Elm Police should name an officer for each child.
    ### Elm Police
    12 June 2025
    Officers were named.
    Update, March 2026:
    Each child has met the officer.
    As at 1 May 2026
    Two officers have moved on.`)
  expect(told(reading)).toEqual([
    '1 | Elm Police | done | Officers were named.',
    '1 | Elm Police | done | Each child has met the officer.',
    '1 | Elm Police | done | Two officers have moved on.',
  ])
})

test('a name as a sentence of its own says who speaks behind it', () => {
  const reading = readSketch(`
    # Response of the Elm Safeguarding Children Board
    ## Recommendation 1
    Elm Council and Elm Youth Offending Service should agree who visits.
    Elm Council. We agreed a rota on 2 May 2026. It is kept by a clerk.
    Elm Youth Offending Service. The Service accepts its share.`)
  expect(told(reading)).toEqual([
    '1 | Elm Council | done | We agreed a rota on 2 May 2026.',
    '1 | Elm Council | ongoing | It is kept by a clerk.',
    '1 | Elm Youth Offending Service | position | The Service accepts its share.',
  ])
})

test('recommendations told inside paragraphs are those of the summary table, and what follows answers them', () => {
  const reading = readSketch(`
    # Response of Elm Safeguarding Children Board to the thematic review
    ## Visits
    Visits were made by whoever was free. We recommend that Elm Council agree who visits, and how often.
    Elm Council. A rota was agreed in May 2026.
    ## Summary
    | No. | Recommendation | Owner |
    | 1 | Elm Council agree who visits, and how often | Head of Care |`)
  expect(reading.recommendations.map(each => each.number)).toEqual(['1'])
  expect(told(reading)).toEqual(['1 | Elm Council | done | A rota was agreed in May 2026.'])
  expect(reading.unplaced.map(({ text }) => text)).toContain('Visits were made by whoever was free. We recommend that')
})
