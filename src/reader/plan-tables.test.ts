import { expect, test } from 'vitest'
import { found, readSketch, told } from './sketch.ts'

test('columns whose headings say nothing are known by what their cells look like', () => {
  const reading = readSketch(`
    | X | Ours | Desk | Sorted | Latest | Hue | Big thing |
    | R1 | List the homes. | Fell Council | 31 Mar 2026 | All nine homes were visited. | Amber | The Council must check each home every year. |
    | R2 | Write to each carer. | Fell Fire Service | June 2026 | Visits are being booked. | Amber | The Fire Service should visit each carer. |`)
  expect(reading.recommendations.map(({ number, text }) => [number, text])).toEqual([
    ['1', 'The Council must check each home every year.'],
    ['2', 'The Fire Service should visit each carer.'],
  ])
  expect(told(reading)).toEqual([
    '1 | Fell Council | planned | List the homes. | ..2026-03-31',
    '1 | Fell Council | done | All nine homes were visited.',
    '2 | Fell Fire Service | planned | Write to each carer. | 2026-06-01..2026-06-30',
    '2 | Fell Fire Service | ongoing | Visits are being booked.',
  ])
})

test('a body in a row across the table answers in the rows below, to the recommendations that they number', () => {
  const reading = readSketch(`
    # Recommendations
    1. Ripple Council should keep a list of families.
    2. The ICB should pay for interpreters.
    # Where each of these is
    | Rec | The job | Whose desk | Wanted for | Light |
    | Ripple Council | < | < | < | < |
    | 1.1 | Start a register. | Head of Homelessness | 1 May 2026 | Finished |
    | 1.2 | Print the register. | Head of Homelessness | 1 June 2027 | Going well |
    | NHS Ripple Integrated Care Board | < | < | < | < |
    | 2.1 | Let a contract. | Director of Nursing | Spring 2027 | Going well |`)
  expect(told(reading)).toEqual([
    '1 | Ripple Council | planned | Start a register. | ..2026-05-01',
    '1 | Ripple Council | planned | Print the register. | ..2027-06-01',
    '2 | NHS Ripple Integrated Care Board | planned | Let a contract. | 2027-03-01..2027-05-31',
  ])
})

test('where labels stand in the first column and each further column is an item, the table is turned', () => {
  const reading = readSketch(`
    | Recommendation | The Council should review its letters. | The Trust should offer telephone calls. |
    | No. | 1 | 2 |
    | Agency | Eller Council | Eller NHS Trust |
    | Action | Rewrite the six letters. | Change the booking rules. |
    | Target date | 30 April 2027 | July 2027 |`)
  expect(told(reading)).toEqual([
    '1 | Eller Council | planned | Rewrite the six letters. | ..2027-04-30',
    '2 | Eller NHS Trust | planned | Change the booking rules. | 2027-07-01..2027-07-31',
  ])
})

test('numbers of actions below a recommendation give way to the number of the recommendation', () => {
  const reading = readSketch(`
    | No. | Recommendation | Action | Agency | Due |
    | 1.1 | The Council should train its staff. | Write the course. | Elm Council | May 2027 |
    | 1.2 | | Run the course. | Elm Council | June 2027 |
    | 2.1 | The Police should do the same. | Book a trainer. | Elm Police | May 2027 |`)
  expect(reading.recommendations.map(({ number }) => number)).toEqual(['1', '2'])
})

test('each body that speaks in one cell behind its name answers for itself', () => {
  const reading = readSketch(`
    | Ref | Recommendation | Who | Progress | Timescale |
    | 3 | Landlords should flag requests. | Fen Homes; Elm Housing Association | Fen Homes: A report is run each Monday. Elm Housing Association: The new system will carry the flag. | Sept 2027 |`)
  expect(told(reading)).toEqual([
    '3 | Fen Homes | ongoing | A report is run each Monday.',
    '3 | Elm Housing Association | planned | The new system will carry the flag. | 2027-09-01..2027-09-30',
  ])
})

test('a table without headings goes on with the one before it, and a legend is no plan', () => {
  const reading = readSketch(`
    | BRAG | Meaning |
    | Blue | Finished |
    | Green | Not late |
    | White | Not begun |
    # Plan
    | No. | Recommendation | Action | Agency | Due | BRAG |
    | 1 | The Council should train its staff. | Write the course. | Elm Council | May 2025 | Blue |
    | 2 | The Police should train its staff. | Book a trainer. | Elm Police | May 2025 | White |`)
  expect(reading.recommendations).toHaveLength(2)
  expect(found(reading)).toContain('overdue 2')
  expect(found(reading)).not.toContain('overdue 1')
})

test('a recommendation may stand among the actions, in a row of its own above those that carry it out', () => {
  const reading = readSketch(`
    | Rec | Who must act | What they must do | When it must be done | Done? | Comment |
    | 1 | Elm GP Federation | The Federation should hold a register. | | | |
    | 1 | Elm GP Federation | Create the register. | 30/06/25 | Yes | It was opened on 12 June 2025. |
    | 2 | Elm Council | The Council should visit each child. | | | |
    | 2 | Elm Council | Recruit two visitors. | 01/09/25 | No | |`)
  expect(reading.recommendations.map(({ number, text }) => [number, text])).toEqual([
    ['1', 'The Federation should hold a register.'],
    ['2', 'The Council should visit each child.'],
  ])
  expect(found(reading)).toEqual(['overdue 2'])
})

test('a column headed by a body holds what that body says, and a blank is its silence', () => {
  const reading = readSketch(`
    # Elm Safeguarding Children Partnership: response to the rapid review
    | No. | Recommendation | Elm Council | Elm Police |
    | 1 | Elm Council and Elm Police should hold discussions at weekends. | Discussions are now held at weekends. | |
    | 2 | Elm Police should print one page for officers. | | A page was printed in May 2026. |`)
  expect(told(reading)).toEqual([
    '1 | Elm Council | ongoing | Discussions are now held at weekends.',
    '2 | Elm Police | done | A page was printed in May 2026.',
  ])
  expect(found(reading)).toEqual(['silent-addressee 1'])
})

test('a recommendation across the first row of a table is asked for by all its rows', () => {
  const reading = readSketch(`
    # Elm Community Safety Partnership: action plan
    | Recommendation 1. Elm Police should review each report. | < | < | < |
    | No. | Step | Lead | By when |
    | 1.1 | Amend the policy | Elm Police | 30/09/2027 |`)
  expect(reading.recommendations.map(({ number, text }) => [number, text])).toEqual([
    ['1', 'Elm Police should review each report.'],
  ])
  expect(told(reading)).toEqual(['1 | Elm Police | planned | Amend the policy | ..2027-09-30'])
})

test('what a post is for is no body where the cell names one', () => {
  const reading = readSketch(`
    | No | Recommendation | Action | Agency | By when |
    | 1 | A meeting should be set up. | Set up a meeting. | Chief Inspector, Vulnerability / Fell Constabulary | May 2027 |
    | 2 | Carers should be visited. | Visit carers. | Manager, Oaktree | June 2027 |`)
  expect(told(reading)).toEqual([
    '1 | Fell Constabulary | planned | Set up a meeting. | 2027-05-01..2027-05-31',
    '2 | Oaktree | planned | Visit carers. | 2027-06-01..2027-06-30',
  ])
})

test('entries stacked beside as many dates are milestones, whatever their column is called', () => {
  const reading = readSketch(`
    | Ref | What the review asked for | Who is leading | What we shall do | Waypoints | Complete by |
    | 1 | Chairs should map places. | Fell Council | Adopt one tool. | Tool chosen / Chairs trained | 31 July 2026 / 30 November 2026 |
    | 2 | Officers should ask. | Fell Police | Add a prompt. | Prompt built / Officers told | 15 May 2027 / 15 June 2027 |`)
  expect(told(reading)).toEqual([
    '1 | Fell Council | planned | Adopt one tool. | ..2026-11-30',
    '1 | Fell Council | planned | Tool chosen | ..2026-07-31',
    '1 | Fell Council | planned | Chairs trained | ..2026-11-30',
    '2 | Fell Police | planned | Add a prompt. | ..2027-06-15',
    '2 | Fell Police | planned | Prompt built | ..2027-05-15',
    '2 | Fell Police | planned | Officers told | ..2027-06-15',
  ])
})

test('a column of what each body says holds its answers', () => {
  const reading = readSketch(`
    # Response to the learning review: Mr Edwin
    ## Recommendation 1
    Fell Hospitals NHS Trust and St Brannock’s Hospice should agree who rings the home.
    | Organisation | What it says |
    | Fell Hospitals NHS Trust | The lounge rings every home. |
    | St Brannock’s Hospice | We will agree a call list by May 2027. |`)
  expect(told(reading)).toEqual([
    '1 | Fell Hospitals NHS Trust | ongoing | The lounge rings every home.',
    '1 | St Brannock’s Hospice | planned | We will agree a call list by May 2027. | ..2027-05-31',
  ])
})

test('in a form without the word what asks is the recommendation, whom it is put to need not lead, and each speaks for itself', () => {
  const reading = readSketch(`
    ## What the neighbours knew
    | Learning theme 3 | Elm Homes and Elm Police should pass on worries about a home on the same day. |
    | Put to | Elm Homes; Elm Police; Elm Council |
    | What has happened so far | Elm Homes has trained its plumbers. / Elm Police sends a photograph with each notice. |
    | Lead | Director of Repairs, Elm Homes |
    | What we still have to do | Set up one mailbox. |
    | By when | 31 May 2027 |
    | Rating | Amber |`)
  expect(reading.recommendations.map(({ number, addressees }) => [number, ...addressees])).toEqual([
    ['3', 'Elm Homes', 'Elm Police', 'Elm Council'],
  ])
  expect(told(reading)).toEqual([
    '3 | Elm Homes | done | Elm Homes has trained its plumbers.',
    '3 | Elm Homes | planned | Set up one mailbox. | ..2027-05-31',
    '3 | Elm Police | ongoing | Elm Police sends a photograph with each notice.',
  ])
})

test('a key of colours in two columns is no recommendation', () => {
  expect(
    readSketch(`
      | Blue | Complete, and seen by the Panel |
      | Green | Going to plan |
      | Amber | Slipping |`).recommendations,
  ).toEqual([])
})

test('in the plan of one hospital trust its units act for it, and whoever else is named for themselves', () => {
  const reading = readSketch(`
    Elm Hospitals NHS Trust
    Action plan: Rapid Review of Baby Jay
    | Rec | Recommendation | Action | Responsible | Target date | Revised |
    | 1 | The Trust should see alerts at night. | Agree a rota. | Matron, Community Midwifery | 30 June 2027 | |
    | 2 | Emergency departments should ask who came. | Add a question. Teach it. | Clinical Director | 1 May 2027 / 1 June 2027 | |
    | 3 | The Trust and Children's Social Care should meet. | Name a deputy. | Team Manager, Children's Social Care | 1 May 2027 | 1 July 2027 |`)
  expect(told(reading)).toEqual([
    '1 | Elm Hospitals NHS Trust | planned | Agree a rota. | ..2027-06-30',
    '2 | Elm Hospitals NHS Trust | planned | Add a question. | ..2027-05-01',
    '2 | Elm Hospitals NHS Trust | planned | Teach it. | ..2027-06-01',
    "3 | Children's Social Care | planned | Name a deputy. | ..2027-07-01",
  ])
})

test('a table may set the words of each body beside its name', () => {
  const reading = readSketch(`
    # Joanna: what the Safeguarding Adults Review found
    ## Recommendation one
    | The review recommended | Elm Council should visit people outside the area every six months. |
    | Elm Council told us | All 61 people were visited by November 2025. |
    | NHS Elm ICB told us | Nurses joined 20 of the visits. |
    ## Recommendation two
    | The review recommended | Care providers should tell families within a day. |
    | Larkside Care Ltd told us | Our policy was changed in August 2025. |`)
  expect(told(reading).map(line => line.replace(/^\S+ \| /, ''))).toEqual([
    'Elm Council | done | All 61 people were visited by November 2025.',
    'NHS Elm ICB | done | Nurses joined 20 of the visits.',
    'Larkside Care Ltd | done | Our policy was changed in August 2025.',
  ])
})

test('few words in a column of learning stand in place of recommendations beside actions and their dates', () => {
  const reading = readSketch(`
    # Elm Health Board: action plan
    | Ref | Learning | Action | By whom | By when |
    | 1.1 | Bruising was not explained | Launch the skin map | Head of Safeguarding | 30/04/2027 |
    | 1.2 | No chronology | Use the chronology tool | Named Nurse | 31/05/2027 |`)
  expect(reading.recommendations.map(({ number, text }) => [number, text])).toEqual([
    ['1.1', 'Bruising was not explained'],
    ['1.2', 'No chronology'],
  ])
})
