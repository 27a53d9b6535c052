import { expect, test } from 'vitest'
import { readSketch, told } from './sketch.ts'

test('a line that is no more than a name begins that body’s fields', () => {
  const reading = readSketch(`
    # Agency responses to the review: Edwin
    ## Recommendation 1
    Elm Council and Elm and Bay Housing should agree who leads.
    Elm Council
    Status: Complete
    A protocol was signed on 14 January 2026.
    Lead officer: Service Manager
    Target: January 2026
    Elm and Bay Housing
    Status: In progress
    We have named eleven officers.
    Lead officer: Director of Homes
    Target: 30/09/2026`)
  expect(told(reading)).toEqual([
    '1 | Elm Council | done | A protocol was signed on 14 January 2026.',
    '1 | Elm and Bay Housing | done | We have named eleven officers.',
  ])
  expect(reading.recommendations[0]?.responses.map(each => each.status)).toEqual(['Complete', 'In progress'])
})

test('a field that says that there is no update holds no statement', () => {
  const reading = readSketch(`
    # Agency responses to the review: Edwin
    ## Recommendation 1
    Elm Council should publish the story.
    Lead: Elm Council
    Target: TBC
    Progress: No update provided.`)
  expect(told(reading)).toEqual([])
})

test('a title with the recommendation’s number in brackets turns to it', () => {
  const reading = readSketch(`
    # Thematic review: what Elm partners are doing
    ## The review asked four things
    1. Exclusions. Elm Council must stop late notices.
    2. Learning. All agencies should report each year.
    ## Elm Council
    Exclusions (1). We changed our form in January 2026.
    Learning (2). We will report each April.
    ## Elm Police
    Learning (2): the first report was sent on 2 April 2026.`)
  expect(told(reading)).toEqual([
    '1 | Elm Council | done | We changed our form in January 2026.',
    '2 | Elm Council | planned | We will report each April.',
    '2 | Elm Police | done | the first report was sent on 2 April 2026.',
  ])
})

test('a label holds for its paragraph; the next one may be somebody else’s', () => {
  const reading = readSketch(`
    # Response to the review: Baby Sorrel
    ## Recommendation 1
    Elm Council and Elm Police to read the briefing.
    ### What did agencies tell us?
    Elm Police: 212 officers have read it.
    According to Elm Council, its staff read it in May 2026.
    ### What will happen next?
    The Elm Safeguarding Children Partnership will visit ten nurseries.`)
  expect(told(reading)).toEqual([
    '1 | Elm Police | done | 212 officers have read it.',
    '1 | Elm Council | done | According to Elm Council, its staff read it in May 2026.',
    '1 | Elm Safeguarding Children Partnership | planned | The Elm Safeguarding Children Partnership will visit ten nurseries.',
  ])
})

test('entries with labels below a heading "Organisation: …" are that organisation’s', () => {
  const reading = readSketch(`
    # Elm Safeguarding Adults Board: agency responses
    ## Recommendation 1: That ward staff ask about pets
    ### Organisation: Elm and District Hospitals NHS FT
    - Accepted? Yes
    - Action: Add a question to the checklist
    - Lead: Matron for Discharge
    - Deadline: 30 November 2026
    - Update (October 2026): The question has been added on nine wards.
    ### Organisation: RSPCA (Elm branch)
    - Accepted? No reply received
    ### Organisation: Elm Council
    - Action: Meet the RSPCA
    - Deadline: 31 December 2026`)
  expect(told(reading).filter(line => !line.includes('Yes'))).toEqual([
    '1 | Elm and District Hospitals NHS FT | planned | Add a question to the checklist | ..2026-11-30',
    '1 | Elm and District Hospitals NHS FT | done | The question has been added on nine wards.',
    '1 | Elm Council | planned | Meet the RSPCA | ..2026-12-31',
  ])
})
