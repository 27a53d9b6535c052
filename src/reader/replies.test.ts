import { expect, test } from 'vitest'
import { found, readSketch, told } from './sketch.ts'

test.each([
  'Reply of Elm Hospice',
  'Response from Elm Hospice',
  'Elm Hospice’s answer',
  'Elm Hospice – response',
  '3. Elm Hospice',
  'Elm Hospice (Closed)',
  'Update from Elm Hospice',
])('what stands below “%s” is said by that body', heading => {
  const reading = readSketch(`
    # Response of Elm Safeguarding Adults Board to the review of Mr Ash
    ## Recommendation 1
    Elm Council and Elm Hospice should share a rota.
    ### ${heading}
    A rota has been shared.`)
  expect(told(reading)).toEqual(['1 | Elm Hospice | done | A rota has been shared.'])
})

test('recommendations set apart as quotations take the numbers of the headings above', () => {
  const reading = readSketch(`
    # Response to the review of Mr and Mrs Alder
    ## 1. Asking
    > Elm Council should ask people over seventy whether they are afraid.
    ### Elm Council
    We have shown all staff how to ask.
    ## 2. Firearms
    > Elm Police should visit each certificate holder.
    ### Elm Police
    We have visited within 48 hours since July 2025:
    - 41 of 44 holders in 2025;
    - 60 of 60 so far this year.`)
  expect(told(reading)).toEqual([
    '1 | Elm Council | done | We have shown all staff how to ask.',
    '2 | Elm Police | done | We have visited within 48 hours since July 2025:',
    '2 | Elm Police | done | 41 of 44 holders in 2025;',
    '2 | Elm Police | done | 60 of 60 so far this year.',
  ])
})

test('labels say what was to be done and what has been', () => {
  const reading = readSketch(`
    # Response of Elm Safeguarding Adults Board
    ## Recommendation 1
    > The Board should look at each death within eight weeks.
    - What we said we would do: Set up a small panel by Easter 2026.
    - What we have done: The panel sat in April 2026.
    - What is still to do: Tell families what was found.`)
  expect(told(reading).map(line => line.split(' | ').slice(2, 4).join(': '))).toEqual([
    'planned: Set up a small panel by Easter 2026.',
    'done: The panel sat in April 2026.',
    'planned: Tell families what was found.',
  ])
})

test('fields below the heading of a body are that body’s, whose owner is only a post', () => {
  const reading = readSketch(`
    # Responses to the review: Child Osier
    ## Recommendations
    1. Elm Infirmary and Elm Ambulance Service should agree what is handed over.
    2. Elm Homes should tell the Council of new locks.
    ## Response from Elm Infirmary NHS Trust
    ### Recommendation 1
    Response: We agreed a sheet in April 2026.
    Owner: Matron, Emergency Department
    By when: Complete
    ## Response from Elm Ambulance Service
    ### Recommendation 1
    Response: Crews carry the sheet.
    Owner: Head of Safeguarding
    By when: None set
    ### Recommendation 2
    Not applicable`)
  expect(told(reading)).toEqual([
    '1 | Elm Infirmary NHS Trust | done | We agreed a sheet in April 2026.',
    '1 | Elm Ambulance Service | ongoing | Crews carry the sheet.',
  ])
  expect(found(reading)).toContain('unanswered 2')
})

test('headings that count an announced list again head what was done about each', () => {
  const reading = readSketch(`
    # Learning from Child AB: our response
    ## What the review asked us to do
    1. Elm Council and Elm Police to agree a standard.
    2. All agencies to use interpreters.
    ## What has happened since
    ### 1. Strategy discussions
    Elm Council and Elm Police signed the standard in May 2026.
    Next: an audit in November 2026.
    ### 2. Interpreters
    - Elm Police reminded all officers.
    - Schools: A template is to be shared by 1 March 2027.`)
  expect(told(reading)).toEqual([
    '1 | Elm Council | done | Elm Council and Elm Police signed the standard in May 2026.',
    '1 | Elm Council | planned | an audit in November 2026. | 2026-11-01..2026-11-30',
    '2 | Elm Police | done | Elm Police reminded all officers.',
    '2 | Schools | planned | A template is to be shared by 1 March 2027. | ..2027-03-01',
  ])
})

test('who is told or sent something does not speak', () => {
  const reading = readSketch(`
    # Response to the review: Child AB
    ## Recommendation 1
    The Trust should tell general practices of missed appointments.
    ### Update
    Elm Hospitals NHS Trust has changed its letters. GPs are told within two days.`)
  expect(told(reading)).toEqual([
    '1 | Elm Hospitals NHS Trust | done | Elm Hospitals NHS Trust has changed its letters.',
    '1 | Elm Hospitals NHS Trust | ongoing | GPs are told within two days.',
  ])
})

test('an empty field is no answer, and a word about the paper at its end is none either', () => {
  const reading = readSketch(`
    # Improvement plan
    Recommendation 1
    What was asked: Elm Police should name a lead.
    Who: Elm Police
    What we will do: Name a lead.
    By when: end of June 2025
    Progress: Named on 2 June 2025.
    Recommendation 2
    What was asked: The Crown Prosecution Service should publish its rules.
    Who: Crown Prosecution Service
    What we will do:
    By when:
    Progress:
    The next version of this plan is expected in September 2026.`)
  expect(found(reading)).toEqual(['unanswered 2'])
})

test('letters in answer are those of the bodies whose names stand over them, with the day and the post', () => {
  const reading = readSketch(`
    # Domestic homicide review: letters received in answer to the report
    ## Recommendations of the review
    1. GPs in Elm should ask a patient how an injury came about.
    2. Elm Constabulary and Victim Support should keep a note of every call.
    ## FROM NHS ELM INTEGRATED CARE BOARD, 9 JANUARY 2026
    R1 is accepted. We sent practices a card in December.
    ## From the Chief Constable, Elm Constabulary, 20 January 2026
    As regards R2, a pop-up was added on 5 January 2026.
    Victim Support has not answered.`)
  expect(told(reading).map(line => line.split(' | ').slice(0, 2).join(' '))).toEqual([
    '1 NHS ELM INTEGRATED CARE BOARD',
    '1 NHS ELM INTEGRATED CARE BOARD',
    '2 Elm Constabulary',
    '2 Elm Constabulary',
  ])
  expect(found(reading)).toContain('silent-addressee 2')
})

test('a recommendation in quotation marks is read without them', () => {
  const reading = readSketch(`
    # Progress on the recommendations of the review: Child Merle
    ## 1. Plans
    “Elm Council should make sure that every unborn child has a plan.”
    Who is leading: Elm Council
    What has been done: A plan was written in May 2026.
    Rating: Amber
    ## 2. Visits
    “Elm Health Board should ring the parent on the day.”
    Who is leading: Elm Health Board
    What has been done: A trial ran until March 2026.
    Rating: Green`)
  expect(reading.recommendations.map(({ number, text }) => `${number} ${text}`)).toEqual([
    '1 Elm Council should make sure that every unborn child has a plan.',
    '2 Elm Health Board should ring the parent on the day.',
  ])
  expect(told(reading)).toEqual([
    '1 | Elm Council | done | A plan was written in May 2026.',
    '2 | Elm Health Board | done | A trial ran until March 2026.',
  ])
})

test('a dated note from a body is a heading of its own, and what stands above it stays an answer', () => {
  const reading = readSketch(`
    # Millbrook Safeguarding Children Board: statement on the Serious Case Review, Child V
    ## R1
    > The Board should write a leaflet.
    The Board: A leaflet will be printed by the Board in May 2017.
    Progress note from the Board, July 2018
    The leaflet was printed on 3 May 2017.`)
  expect(told(reading)).toEqual([
    '1 | Millbrook Safeguarding Children Board | planned | A leaflet will be printed by the Board in May 2017. | 2017-05-01..2017-05-31',
    '1 | Millbrook Safeguarding Children Board | done | The leaflet was printed on 3 May 2017.',
  ])
})
