import { expect, test } from 'vitest'
import type { Reading } from './reading.ts'
import { found, readSketch, told } from './sketch.ts'

const askedIn = ({ recommendations }: Reading) =>
  recommendations.map(({ number, text, parts }) => [number, text, ...parts])
const asked = (text: string) => askedIn(readSketch(text))

test('answers that stand in a part of their own go to the recommendation that they name', () => {
  const reading = readSketch(`
    Millbrook Safeguarding Adults Board
    Response to the Safeguarding Adults Review: Mr K
    Recommendations
    1. Millbrook Borough Council should allocate a worker within five days.
    2. Millbrook Police should tell the Board how many calls there were.
    # Response to Recommendation 1
    The Council accepts this. Allocation is checked every Monday.
    # Response to Recommendation 2
    The Force will send the numbers by 30 April 2022.`)
  expect(told(reading)).toEqual([
    '1 | Millbrook Borough Council | position | The Council accepts this.',
    '1 | Millbrook Borough Council | ongoing | Allocation is checked every Monday.',
    '2 | Millbrook Police | planned | The Force will send the numbers by 30 April 2022. | ..2022-04-30',
  ])
  expect(reading.review).toMatchObject({ subject: 'Mr K', type: 'sar', board: 'Millbrook Safeguarding Adults Board' })
})

test('fields told line by line are read as a row of a plan', () => {
  const reading = readSketch(`
    # Progress on the recommendations of the Domestic Homicide Review (Rowena)
    ## Recommendation 1
    Brindle Council Housing Service should train every housing officer.
    Lead: Head of Housing, Brindle Council
    Timescale: September 2022
    Progress: Training was delivered to all officers. A refresher will be run in autumn 2027.
    Status: Complete
    ## Recommendation 2
    Brindle Women's Refuge and Victim Support should agree a form.
    Lead: Brindle Women's Refuge
    Timescale: TBC
    Progress: The form is being drafted.
    Status: In progress`)
  expect(told(reading)).toEqual([
    '1 | Brindle Council | done | Training was delivered to all officers.',
    '1 | Brindle Council | planned | A refresher will be run in autumn 2027. | 2027-09-01..2027-11-30',
    "2 | Brindle Women's Refuge | ongoing | The form is being drafted.",
  ])
  expect(reading.recommendations[0]?.responses[0]).toMatchObject({ owner: 'Head of Housing', status: 'Complete' })
  expect(reading).toMatchObject({ kind: 'action-plan', review: { subject: 'Rowena', type: 'dhr' } })
  expect(found(reading)).toEqual(['silent-addressee 2'])
})

test('entries behind "The panel recommends that:" are recommendations, though none says "should"', () => {
  const reading = readSketch(`
    # Local Child Safeguarding Practice Review: Sunny
    ## Recommendations
    The panel recommends that:
    - Tidewell Hospital Trust reviews how missed appointments are recorded;
    - schools share attendance data each half term;
    - the Probation Service and Tidewell Constabulary jointly audit ten cases.
    ## Next steps
    The Partnership will publish an update.`)
  expect(reading.recommendations.map(({ number, addressees }) => [number, addressees])).toEqual([
    [null, ['Tidewell Hospital Trust']],
    [null, ['schools']],
    [null, ['the Probation Service', 'Tidewell Constabulary']],
  ])
  expect(reading.leadIns.map(({ text }) => text)).toEqual(['The panel recommends that:'])
})

test('recommendations for different bodies are numbered from one each time, and are put to those bodies', () => {
  const reading = readSketch(`
    # Overview report: Serious Case Review, Child Z
    ## Recommendations for Elmstow Constabulary
    1. Consider how officers record what children say.
    2. Ensure that supervisors read the record.
    ## Recommendations for the Department for Education
    1. Clarify paragraph 12 of Working Together 2013.`)
  expect(reading.recommendations.map(({ number, addressees }) => [number, addressees])).toEqual([
    ['1', ['Elmstow Constabulary']],
    ['2', ['Elmstow Constabulary']],
    ['1', ['Department for Education']],
  ])
  expect(reading.kind).toBe('report')
})

test('a row that goes across the table is a recommendation over its actions, and the legend says what is finished', () => {
  const reading = readSketch(`
    # Oxley Community Safety Partnership: Domestic Homicide Review "Ivy" action plan
    Key: 1 = fully achieved; 2 = on track; 3 = slipped; 4 = not achieved.
    | Ref | Action | Responsibility | Original date | Revised date | Progress presented to committee | Assessment |
    | Recommendation 1: Oxley Council should review its exit interviews. | < | < | < | < | < | < |
    | 1.1 | Rewrite the form | Chair / Director of Housing | 30/06/2025 | 30/09/2025 | The form has been rewritten. | 1 |
    | 1.2 | Train tenancy officers | Oxley Council Housing Service | 31/12/2025 | | Twelve of thirty have been trained. | 3 |
    | Recommendation 2: NHS Oxley ICB should tell GPs about the helpline. | < | < | < | < | < | < |
    | 2.1 | Send a bulletin / Add the number | NHS Oxley ICB | May 2025 / July 2027 | | A bulletin was sent on 6 May 2025. | 2 |`)
  expect(told(reading)).toEqual([
    '1 |  | planned | Rewrite the form | ..2025-09-30',
    '1 |  | done | The form has been rewritten.',
    '1 | Oxley Council Housing Service | planned | Train tenancy officers | ..2025-12-31',
    '1 | Oxley Council Housing Service | done | Twelve of thirty have been trained.',
    '2 | NHS Oxley ICB | planned | Send a bulletin | 2025-05-01..2025-05-31',
    '2 | NHS Oxley ICB | planned | Add the number | 2027-07-01..2027-07-31',
    '2 | NHS Oxley ICB | done | A bulletin was sent on 6 May 2025.',
  ])
  expect(found(reading)).toEqual(['overdue 1'])
})

test('a table below each recommendation answers it, and an agency named once goes on in the rows below', () => {
  const reading = readSketch(`
    # Partnership improvement plan following Child Wren LCSPR
    ## Recommendation 1: Knowing who lives in the home
    Partners should agree what to ask about adults in the household.
    | Agency | What we will do | Who | By when | How will we know it has worked | Update (June 2024) |
    | Wrenfield Police | Add a question to the form | DCI, Public Protection | 30 June 2023 | 90% of forms | Done in May 2023. |
    | | Brief response teams | Training Sergeant | Sept 2023 | All teams briefed | |
    ## Recommendation 2: Supervision
    Each agency should make sure that staff have supervision monthly.
    | Agency | What we will do | Who | By when | How will we know it has worked | Update (June 2024) |
    | All agencies | Report rates to the Partnership | Safeguarding leads | Quarterly from April 2024 | | Nine of eleven agencies report. |`)
  expect(told(reading)).toEqual([
    '1 | Wrenfield Police | planned | Add a question to the form | ..2023-06-30',
    '1 | Wrenfield Police | done | Done in May 2023.',
    '1 | Wrenfield Police | planned | Brief response teams | 2023-09-01..2023-09-30',
    '2 | All agencies | planned | Report rates to the Partnership | 2024-04-01..',
    '2 | All agencies | ongoing | Nine of eleven agencies report.',
  ])
  expect(reading.recommendations[0]?.text).toBe('Partners should agree what to ask about adults in the household.')
})

test('a table of labels and values is one recommendation, whatever the labels are called', () => {
  const reading = readSketch(`
    # Safeguarding Adults Review: Mrs D – where we are now
    ## Recommendation 1 – Self-neglect pathway
    | What the review said | The Board should publish a pathway and check that it is used. |
    | Who is responsible | Coldwater Safeguarding Adults Board |
    | Timescale | March 2026 |
    | What has happened | The pathway was published on 3 March 2026. |
    | Status | In progress |`)
  expect(
    asked(
      `# SAR plan\n| Recommendation 4 | The Board should act. |\n| Lead agency | Elm Council |\n| Status | Green |`,
    ),
  ).toEqual([['4', 'The Board should act.']])
  expect(reading.recommendations[0]).toMatchObject({
    number: '1',
    text: 'The Board should publish a pathway and check that it is used.',
  })
  expect(told(reading)).toEqual([
    '1 | Coldwater Safeguarding Adults Board | done | The pathway was published on 3 March 2026.',
  ])
})

test('a row for each body that answers makes one recommendation', () => {
  const reading = readSketch(`
    # Response to the Serious Case Review: Children P and Q
    | No | Recommendation | Agency | Response |
    | R1 | GPs should hear of every attendance. | Stoneley Hospitals NHS Trust | A daily list is sent to practices. |
    | R1 | GPs should hear of every attendance. | Stoneley ICB | The ICB will check the list by the end of 2027. |
    | R2 | The Home Office should change the form. | | |`)
  expect(reading.recommendations.map(({ number }) => number)).toEqual(['1', '2'])
  expect(told(reading)).toEqual([
    '1 | Stoneley Hospitals NHS Trust | ongoing | A daily list is sent to practices.',
    '1 | Stoneley ICB | planned | The ICB will check the list by the end of 2027. | ..2027-12-31',
  ])
  expect(found(reading)).toEqual(['unanswered 2'])
})

test('in a paper by one body "we" is that body, and a date before a colon dates an update', () => {
  const reading = readSketch(`
    # Kingsport Hospitals NHS Foundation Trust: response to the Domestic Homicide Review into the death of Orla
    8.1 Recommendation 1 .......... 4
    ### 8.1 Recommendation 1 (75%)
    The emergency department should ask every patient whether they are safe at home.
    We have rewritten our triage form.
    August 2023: Compliance is checked weekly. We will re-audit in January 2027.
    ### 8.2 Recommendation 2 (100%)
    The maternity service must: (a) ask at booking; (b) record the answer; and (c) offer the helpline.
    Community midwives ask at both appointments.`)
  expect(reading.recommendations.map(({ number, parts }) => [number, parts])).toEqual([
    ['1', []],
    ['2', ['ask at booking;', 'record the answer; and', 'offer the helpline.']],
  ])
  expect(told(reading)).toEqual([
    '1 | Kingsport Hospitals NHS Foundation Trust | done | We have rewritten our triage form.',
    '1 | Kingsport Hospitals NHS Foundation Trust | ongoing | Compliance is checked weekly.',
    '1 | Kingsport Hospitals NHS Foundation Trust | planned | We will re-audit in January 2027. | 2027-01-01..2027-01-31',
    '2 | Kingsport Hospitals NHS Foundation Trust | ongoing | Community midwives ask at both appointments.',
  ])
})

test('headings tell the act of entries without a verb, and a rationale answers nothing', () => {
  const reading = readSketch(`
    # Ashdale Safeguarding Children Partnership response to the CSPR "Baby Q"
    ## Recommendation 1
    The safeguarding partners should seek assurance that practitioners recognise perplexing presentations.
    ### Rationale
    Three hospitals saw the child within a fortnight.
    ### What we have done
    - A pathway, agreed with the Royal College guidance
    - Training for 45 consultants
    ### What we will do next
    - Audit of twenty cases`)
  expect(told(reading)).toEqual([
    '1 | Ashdale Safeguarding Children Partnership | done | A pathway, agreed with the Royal College guidance',
    '1 | Ashdale Safeguarding Children Partnership | done | Training for 45 consultants',
    '1 | Ashdale Safeguarding Children Partnership | planned | Audit of twenty cases',
  ])
  expect(reading.unplaced.map(({ text }) => text)).toEqual(['Three hospitals saw the child within a fortnight.'])
})

test('a recommendation that stands again in a summary is one', () => {
  const reading = readSketch(`
    # Learning review: Family Finch. Response of partner agencies
    ## Summary
    1. Kingsport Schools Federation should appoint a lead for children who move often.
    ## Detail
    ### Recommendation 1
    Kingsport Schools Federation should appoint a lead for children who move often.
    #### Kingsport Schools Federation
    We have appointed a lead.
    #### Barnardo's Kingsport
    Barnardo's supports this recommendation.`)
  expect(reading.recommendations).toHaveLength(1)
  expect(reading.recommendations[0]?.otherSpans).toHaveLength(1)
  expect(told(reading).map(line => line.split(' | ')[1])).toEqual([
    'Kingsport Schools Federation',
    "Barnardo's Kingsport",
  ])
})

test('labels in front of paragraphs say who speaks', () => {
  const reading = readSketch(`
    Denby and Coldwater Local Safeguarding Children Board
    Serious Case Review Child 14. Board response, November 2013
    Recommendation 1
    That the Board reissues its threshold document to all partner agencies by April 2014.
    Response: Accepted. The document was reissued in March 2014.
    Recommendation 2
    That NHS Denby invites GPs to child protection conferences.
    NHS Denby – Invitations are sent by secure email. The CCG will audit attendance in quarter 1 of 2014/15.`)
  expect(told(reading)).toEqual([
    '1 | Denby and Coldwater Local Safeguarding Children Board | position | Accepted.',
    '1 | Denby and Coldwater Local Safeguarding Children Board | done | The document was reissued in March 2014.',
    '2 | NHS Denby | ongoing | Invitations are sent by secure email.',
    '2 | NHS Denby | planned | The CCG will audit attendance in quarter 1 of 2014/15. | 2014-04-01..2014-06-30',
  ])
})

test('a document without recommendations says so, and minutes are of no known kind', () => {
  const reading = readSketch(`
    # Harbour Safeguarding Children Partnership – Minutes of the meeting held on 4 June 2024
    Present: the Chair. Apologies: none.
    The Business Manager will circulate the plan by Friday.`)
  expect(found(reading)).toEqual(['no-recommendations'])
  expect(reading).toMatchObject({ kind: 'unknown', recommendations: [] })
})

test('recommendations of earlier reviews are told of, and not made', () => {
  const reading = readSketch(`
    # Serious Case Review: Child V. Overview report
    ## 3 What earlier reviews recommended
    Recommendation 2: the hospital should hold a meeting for every baby.
    Recommendation 2 was reported complete in 2012.
    ## 6 Recommendations
    Recommendation 1: The Board should ask whether that change has lasted.`)
  expect(reading.recommendations.map(({ number, text }) => [number, text])).toEqual([
    ['1', 'The Board should ask whether that change has lasted.'],
  ])
})

test('a committee paper in plain text: numbered headings, numbered paragraphs, fields, and a list that ties roles to bodies', () => {
  const reading = readSketch(`
    # WEST HARROW DISTRICT COUNCIL
    Report title: Domestic Homicide Review "Petra": six-month progress
    1. Who is who
    Tenancy Sustainment Manager, West Harrow District Council
    Area Director, Greenbank Housing Association
    2. Recommendations and progress
    2.1 Greenbank Housing Association should tell the police about lock changes.
    Lead: Area Director
    Due: 30 September 2022
    Forty lock changes have been reported since.
    2.2 West Harrow District Council should consider its allocations policy.
    Lead: Tenancy Sustainment Manager
    Due: Spring 2023
    Cabinet is expected to decide in May 2023.
    3. Conclusion
    Members are asked to note the report.`)
  expect(told(reading)).toEqual([
    '2.1 | Greenbank Housing Association | done | Forty lock changes have been reported since.',
    '2.2 | West Harrow District Council | planned | Cabinet is expected to decide in May 2023. | 2023-05-01..2023-05-31',
  ])
  expect(reading).toMatchObject({ kind: 'action-plan', review: { subject: 'Petra', type: 'dhr' } })
})

test('a numbered list that nothing announces is one of recommendations when most of it asks, and answers stand below each', () => {
  const reading = readSketch(`
    # Rapid review of Baby Jay: partners' reply to the national Panel
    1. Maternity to contact children's social care when a mother leaves with her baby.
    Maternity have amended the procedure.
    2. Children's social care to check the address of every unborn baby.
    Children's social care will dip-sample fifteen cases in the new year.`)
  expect(reading.recommendations.map(({ addressees }) => addressees)).toEqual([
    ['Maternity'],
    ["Children's social care"],
  ])
  expect(told(reading)).toEqual([
    '1 | Maternity | done | Maternity have amended the procedure.',
    "2 | Children's social care | planned | Children's social care will dip-sample fifteen cases in the new year.",
  ])
})

test('a list for each body, numbered from one each time', () => {
  const reading = readSketch(`
    # Serious Case Review in respect of Child H: Overview Report
    ## Individual agency recommendations
    Copperfield Constabulary
    1. The Constabulary to ensure that forms are reviewed by a supervisor.
    2. The Constabulary to provide training on neglect.
    NSPCC
    1. The NSPCC to review its case closure guidance.`)
  expect(asked(`# X`)).toEqual([])
  expect(reading.recommendations.map(({ number, addressees }) => [number, addressees[0]])).toEqual([
    ['1', 'The Constabulary'],
    ['2', 'The Constabulary'],
    ['1', 'The NSPCC'],
  ])
})

test('a target that was extended, a colour by its first letter, and two actions in one line', () => {
  const reading = readSketch(`
    # Partnership Learning Review – Child Sage: Action Plan
    BRAG key: Blue – complete. Green – on track. Amber – at risk. Red – off track.
    | Rec. no. | Recommendation | Sub-actions | Organisation | Completion date (target) | Outcome sought | Update | BRAG |
    | 1 | Strengthen the response to children not in school. | 1a. Agree a list. 1b. Check it monthly. | Sage Council | 31/07/2024 | Every child is known | | G |
    | 2 | Improve handover between wards. | Write a form | Sage Vale NHS Trust | 30/06/2024 (extended to 30/11/2027) | | | B |`)
  expect(told(reading)).toEqual([
    '1 | Sage Council | planned | Agree a list. | ..2024-07-31',
    '1 | Sage Council | planned | Check it monthly. | ..2024-07-31',
    '2 | Sage Vale NHS Trust | planned | Write a form | ..2027-11-30',
  ])
  expect(found(reading)).toEqual(['overdue 1'])
})

test('the number of a paragraph is no word of it, and does not hide who acts', () => {
  const reading = readSketch(`
# Elm Safeguarding Children Partnership: response to the review of Child P
2.1 Recommendation A: Elm Police should brief its officers.
2.2 Elm Police has briefed every officer.
2.3 Public Health will print a leaflet by May 2027.
`)
  expect(told(reading)).toEqual([
    'A | Elm Police | done | Elm Police has briefed every officer.',
    'A | Public Health | planned | Public Health will print a leaflet by May 2027. | ..2027-05-31',
  ])
})

test('a lead-in gives its entries its date as well as its act', () => {
  const reading = readSketch(`
# Elm Council: response to the review of Child P
## Recommendation 1
Elm Council should help carers.
### Elm Council
By April 2027 the Council will:
- set up a line for carers
- print a leaflet by May 2026
`)
  expect(told(reading).slice(1)).toEqual([
    '1 | Elm Council | planned | set up a line for carers | ..2027-04-30',
    '1 | Elm Council | planned | print a leaflet by May 2026 | ..2026-05-31',
  ])
})

test('an answer below "Our response" is that of the body whose paper it is, however flat the paper', () => {
  const reading = readSketch(`
# Elm Healthcare NHS Trust
# Response to the Domestic Homicide Review concerning Mrs P
## Approved by the Trust Board on 25 September 2025
Recommendation 1. The Trust should ask every patient whether they are safe.
## Our response
We accept this recommendation.
## We will:
- ask every patient by March 2027
`)
  expect(told(reading)).toEqual([
    '1 | Elm Healthcare NHS Trust | position | We accept this recommendation.',
    '1 | Elm Healthcare NHS Trust | planned | ask every patient by March 2027 | ..2027-03-31',
  ])
})

test('an answer may say what should be known by a date, and asks for nothing', () => {
  const reading = readSketch(`
# Elm Safeguarding Adults Board: responses to the review
The reviewer recommends that:
1. Elm Council reads each closure.
2. Elm Police leaves a card.
## Elm Council
### Recommendation 1
Closures are read each Friday. The first results should be known by May 2027.
## Elm Police
### Recommendation 2
Officers leave a card.
`)
  expect(reading.recommendations.map(({ number, text }) => `${number} ${text}`)).toEqual([
    '1 Elm Council reads each closure.',
    '2 Elm Police leaves a card.',
  ])
})

test('a recommendation about others is no recommendation of others', () => {
  const reading = readSketch(`
# Elm Safeguarding Children Partnership: response
## Recommendation 1: Other children
The Partnership should find out how many other children live so.
### Elm Safeguarding Children Partnership
An audit was carried out in May 2025.
`)
  expect(told(reading)).toEqual([
    '1 | Elm Safeguarding Children Partnership | done | An audit was carried out in May 2025.',
  ])
})

test('a table that sets a body beside its words, below a numbered heading, answers what is asked there', () => {
  const reading = readSketch(`
# Elm Safeguarding Adults Board: response to the Safeguarding Adults Review
## 1. Skin
Larch Care Ltd should look at the skin of each resident.
| Larch Care Ltd | A weekly check was brought in. / It is carried out by a nurse each Monday. |
| Elm Council | The Council will ask about checks by May 2027. |
## 2. Families
Elm Council should write to families.
| Elm Council | A letter has been written to families. |
`)
  expect(told(reading)).toEqual([
    '1 | Larch Care Ltd | done | A weekly check was brought in.',
    '1 | Larch Care Ltd | ongoing | It is carried out by a nurse each Monday.',
    '1 | Elm Council | planned | The Council will ask about checks by May 2027. | ..2027-05-31',
    '2 | Elm Council | done | A letter has been written to families.',
  ])
})

test('"Partnership response" is the document’s own partnership’s', () => {
  const reading = readSketch(`
# Elm Safeguarding Children Partnership
## What partners said about the review
### Recommendation 1
The Partnership should count such children.
#### Partnership response
A definition was agreed in October 2024.
`)
  expect(told(reading)).toEqual([
    '1 | Elm Safeguarding Children Partnership | done | A definition was agreed in October 2024.',
  ])
})

test('a row that is still open is overdue, though half of its action is done', () => {
  const reading = readSketch(`
    # Oxley Safeguarding Children Partnership: action plan, Local Child Safeguarding Practice Review "Ivo"
    | Recommendation | Action | Lead | Target date | Progress | Status |
    | 1. The Partnership should use one form. | Choose a form and withdraw the rest | Oxley Council | 31/03/2024 | A form was chosen in January 2024. | Open |
    | 2. The Council should print a card. | Print a card | Oxley Council | 31/03/2024 | The card was printed in May 2024. | Closed |`)
  expect(found(reading)).toContain('overdue 1')
  expect(found(reading)).not.toContain('overdue 2')
})

test('a titled label heads what is asked, though that is a heading too, with its sub-points', () => {
  const reading = readSketch(`
    # Our response to the Safeguarding Adults Review: Mr K
    ## Recommendation 1 – Fire
    ### Millbrook Council should satisfy itself that its guidance on fire:
    - says who is to visit
    - names a lead
    ## Millbrook Council
    Guidance that says who is to visit and names a lead was published in May 2024.`)
  expect(askedIn(reading)).toEqual([
    ['1', 'Millbrook Council should satisfy itself that its guidance on fire:', 'says who is to visit', 'names a lead'],
  ])
  expect(found(reading)).toEqual([])
})

test('headings that stand under several recommendations divide what is said, whatever their level', () => {
  const reading = readSketch(`
    # Response to the thematic review: Adult K
    ## Recommendation 1
    Millbrook Council should set up a rota.
    ## What we said
    Millbrook Council will set up a rota.
    ## What came of it
    Millbrook Council started the rota on 2 September 2024.
    ## Recommendation 2
    Millbrook Police should write a guide.
    ## What we said
    Millbrook Police will write a guide.
    ## March 2026
    Millbrook Police wrote the guide.
    ## What came of it
    Millbrook Police published the guide on 9 December 2024.
    ## How this page was made
    Millbrook Council wrote it.`)
  expect(told(reading)).toEqual([
    '1 | Millbrook Council | planned | Millbrook Council will set up a rota.',
    '1 | Millbrook Council | done | Millbrook Council started the rota on 2 September 2024.',
    '2 | Millbrook Police | planned | Millbrook Police will write a guide.',
    '2 | Millbrook Police | done | Millbrook Police wrote the guide.',
    '2 | Millbrook Police | done | Millbrook Police published the guide on 9 December 2024.',
  ])
})

test('numbers and letters that were typed make entries as those of a list do', () => {
  const reading = readSketch(`
    # Millbrook Safeguarding Adults Board
    # Response to the Safeguarding Adults Review: Mr K
    2 WHAT THE PANEL RECOMMENDS
    The panel recommends that:
    1) Millbrook Council makes sure that its homes
    (a) write down who visits;
    (b) ring the family;
    2) Millbrook Police reviews its rules.
    # Recommendation 1
    # Millbrook Council
    The Council will:
    1) write to each home by May 2027
    2) visit ten of them
    Homes now write down who visits and ring the family.`)
  expect(askedIn(reading)).toEqual([
    ['1', 'Millbrook Council makes sure that its homes', 'write down who visits;', 'ring the family;'],
    ['2', 'Millbrook Police reviews its rules.'],
  ])
  expect(told(reading)).toEqual([
    '1 | Millbrook Council | planned | The Council will:',
    '1 | Millbrook Council | planned | write to each home by May 2027 | ..2027-05-31',
    '1 | Millbrook Council | planned | visit ten of them',
    '1 | Millbrook Council | ongoing | Homes now write down who visits and ring the family.',
  ])
})

test('the name of the board above the whole paper does not speak for all of it', () => {
  const reading = readSketch(`
    # Millbrook Safeguarding Adults Board
    The partners' paper in answer to the Safeguarding Adults Review: Mr K
    The panel recommends that:
    (i) Millbrook Fire Service tells the nurse within two days;
    (ii) Millbrook Council draws up a list.
    ### Recommendation (i)
    Millbrook Fire Service has written the rule into its procedure.
    As to the second recommendation, Millbrook Council drew up the list in May 2025.`)
  expect(told(reading)).toEqual([
    'i | Millbrook Fire Service | done | Millbrook Fire Service has written the rule into its procedure.',
    'ii | Millbrook Council | done | As to the second recommendation, Millbrook Council drew up the list in May 2025.',
  ])
})

test('who signs a letter, or else whose head it has, answers in it', () => {
  const letter = (head: string, signature: string) =>
    readSketch(`
      ${head}
      12 June 2025
      Ms Clothilde Achterberg, Independent Scrutineer
      Millbrook Safeguarding Children Partnership
      Dear Ms Achterberg,
      # Local Child Safeguarding Practice Review: Child Tern
      Recommendation 2: Larkfield Homes should record whether a child was seen.
      We accept this without reservation. My Director of Housing is drafting a form.
      Yours sincerely,
      Rosalind Okafor
      Chief Executive
      ${signature}`)
  for (const reading of [letter('# Larkfield Homes', ''), letter('Beacon House', 'Larkfield Homes')]) {
    expect(told(reading)).toEqual([
      '2 | Larkfield Homes | position | We accept this without reservation.',
      '2 | Larkfield Homes | ongoing | My Director of Housing is drafting a form.',
    ])
    expect(reading.review.subject).toBe('Child Tern')
    expect(reading.kind).toBe('response')
  }
})

test('a name that no word gives away speaks behind its label, as known bodies do', () => {
  const reading = readSketch(`
    # Responses to the Domestic Homicide Review: Hazel
    Recommendation 1: Millbrook Council should train its officers.
    Millbrook Council: Training was bought in from Haven House in October 2025.
    Haven House: We have given every officer a card.
    Millbrook Police: We agree.
    Next Steps: We will meet again.`)
  expect(told(reading).map(line => line.split(' | ')[1])).toEqual([
    'Millbrook Council',
    'Haven House',
    'Millbrook Police',
    'Millbrook Police',
  ])
})

test('entries that accept a recommendation answer it, and are no sub-points', () => {
  const reading = readSketch(`
    # Response to the learning review: Mr Edwin
    ## Recommendation 1
    Millbrook Council should tell the family when an enquiry is closed.
    - Millbrook Council accepts the recommendation.
    - The closing letter was rewritten in June 2025.`)
  expect(askedIn(reading)).toEqual([['1', 'Millbrook Council should tell the family when an enquiry is closed.']])
  expect(told(reading)).toHaveLength(2)
})

test('a name over two places is one, where its initials or the names of others show it', () => {
  const board = (title: string) =>
    readSketch(`
      # Walter: what the agencies say
      ${title}
      # Recommendation 1
      Millbrook Fire and Rescue Service and Millbrook Council should share visits.
      ## The Board
      The Board welcomes this.`).review.board
  expect(board('Kernow and the Isles Safeguarding Adults Board (KISAB)')).toBe(
    'Kernow and the Isles Safeguarding Adults Board',
  )
  expect(board('Millbrook and the Moors Safeguarding Adults Board')).toBe(
    'Millbrook and the Moors Safeguarding Adults Board',
  )
})

test('a quotation may begin with the number of its recommendation', () => {
  const reading = readSketch(`
    # What we did after the review about Ned
    ## Thinking about visitors
    > 1. Elm Hospitals NHS Trust should write down who visits.
    ### Elm Hospitals NHS Trust
    Every ward has had a visitors' book since May 2025.
    ## Sharing
    > 2. Elm Police should tell schools.
    ### Elm Police
    The Force will tell schools from June 2027.`)
  expect(askedIn(reading)).toEqual([
    ['1', 'Elm Hospitals NHS Trust should write down who visits.'],
    ['2', 'Elm Police should tell schools.'],
  ])
})

test('a paper that numbers its paragraphs sets its own number before that of a recommendation', () => {
  const reading = readSketch(`
    # Progress on the review of Ada
    ## 3. Theme one
    3.1 R1.1 Elm Council should visit each week.
    3.2 Elm Council has named a visitor for every child.
    3.3 R1.2 Elm Police should call a meeting after three reports.
    3.4 Elm Police will do so from June 2027.`)
  expect(askedIn(reading)).toEqual([
    ['1.1', 'Elm Council should visit each week.'],
    ['1.2', 'Elm Police should call a meeting after three reports.'],
  ])
  expect(told(reading)).toEqual([
    '1.1 | Elm Council | done | Elm Council has named a visitor for every child.',
    '1.2 | Elm Police | planned | Elm Police will do so from June 2027. | 2027-06-01..',
  ])
})

test('"Rec 1/5" is the first of five, and "By" says who or when by what stands behind it', () => {
  const reading = readSketch(`
    # Elm Safeguarding Adults Board
    Summary of recommendations and responses
    Rec 1/2
    That Elm Council reviews how it closes cases.
    RESPONSE: The policy was rewritten in May 2024.
    BY: Elm Council
    Rec 2/2
    That Elm Homes tells families before it goes to court.
    RESPONSE: Elm Homes will add a check.
    BY: 31 October 2027`)
  expect(askedIn(reading).map(([number]) => number)).toEqual(['1', '2'])
  expect(told(reading)).toEqual([
    '1 | Elm Council | done | The policy was rewritten in May 2024.',
    '2 | Elm Homes | planned | Elm Homes will add a check. | ..2027-10-31',
  ])
})

test('headings count on by letters too, and questions may stand in place of recommendations', () => {
  const lettered = asked(`
    # Update on the review of Family Orme
    ### Action A – Training
    Housing officers at Elm Homes ought to be trained.
    ### Action B – Out of hours
    Elm Council should have a manager on call.`)
  expect(lettered.map(([number]) => number)).toEqual(['A', 'B'])
  const questions = readSketch(`
    # Elm Safeguarding Children Partnership: our answer to the review of Dilys
    Q1. How will the Partnership know that meetings include health?
    The Partnership audits thirty meetings each quarter.
    Q2. Who checks that visits take place?
    Team managers at Elm Council check each week.`)
  expect(askedIn(questions)).toEqual([
    ['Q1', 'How will the Partnership know that meetings include health?'],
    ['Q2', 'Who checks that visits take place?'],
  ])
})

test('one body answers what it was asked among others: numbers that leave some out', () => {
  const reading = readSketch(`
    # Domestic Abuse Related Death Review "Lena": response of Elm Borough Council
    2. Housing Needs should assess the risk. Agreed. The assessment was added in August 2025.
    6. Adult Social Care should consider carers. Agreed. It will be in use by 1 April 2027.`)
  expect(askedIn(reading)).toEqual([
    ['2', 'Housing Needs should assess the risk.'],
    ['6', 'Adult Social Care should consider carers.'],
  ])
  expect(told(reading)).toHaveLength(4)
  expect(found(reading).filter(each => each.startsWith('silent-addressee'))).toEqual([])
})

test('what was asked may stand in a title before its answer, in brackets or before a colon', () => {
  const letter = readSketch(`
    # Elm Hospitals NHS Trust: response to the SAR Winifred
    Recommendation 3 (pressure ulcers on discharge). We accept this. Each ward has used a form since December.
    Recommendation 5 (carers). We accept this in part. The passport is offered in four wards.`)
  expect(askedIn(letter)).toEqual([
    ['3', 'pressure ulcers on discharge'],
    ['5', 'carers'],
  ])
  const byAgency = readSketch(`
    # Serious Case Review: Family Tansy
    ## Elm Police
    - R2 – Officers should attend meetings: officers have attended 44 of 51 meetings.
    - R4 – Share bail conditions: a letter is sent on the day.
    ## Elm Council
    - R2 – Officers should attend meetings: the Council has set up a mailbox.`)
  expect(told(byAgency)).toEqual([
    '2 | Elm Police | done | officers have attended 44 of 51 meetings.',
    '2 | Elm Council | done | the Council has set up a mailbox.',
    '4 | Elm Police | ongoing | a letter is sent on the day.',
  ])
})

test('a numbered list may be answered by paragraphs that count it again', () => {
  const reading = readSketch(`
    # Report on the rapid review of Baby Finn
    6.2 The rapid review identified the following recommendations:
    i. Community midwives to weigh babies at each visit;
    ii. The ICB to circulate a briefing.
    6.3 Progress is as follows.
    i. Scales have been bought for all teams.
    ii. A briefing went to practices on 2 February 2026.`)
  expect(told(reading).map(each => each.split(' | ')[0])).toContain('i')
  expect(told(reading).at(-1)).toMatch(/^ii .*briefing went/)
})

test('plain words over a list say what was asked, and titles that take up its entries head the answers', () => {
  const reading = readSketch(`
    # Kelby Safeguarding Children Partnership
    ## Practice review "Otto": one year on
    What we were asked to do
    1. Make sure that fathers are seen.
    2. Ask families what they thought.
    What has been done
    ### Fathers are seen
    Kelby Council has changed its assessment.
    ### Asking families
    The Partnership rang twenty families.`)
  expect(told(reading)).toEqual([
    '1 | Kelby Council | done | Kelby Council has changed its assessment.',
    '2 | Kelby Safeguarding Children Partnership | done | The Partnership rang twenty families.',
  ])
})

test('learning points in plain text are headings, and what somebody needs to do below them is asked', () => {
  const reading = readSketch(`
    CHILD PRACTICE REVIEW: ACTION PLAN
    Learning point 1
    Health visitors need to know when a partner changes.
    Action: Elm Health Board will add a question.
    Responsible: Head of Health Visiting, Elm Health Board
    Completion date: 31 March 2027
    Learning point 2
    Schools should share attendance.
    Action: Elm Council will share a list.
    Responsible: Chief Education Officer, Elm Council
    Completion date: 30 September 2027`)
  expect(told(reading)).toEqual([
    '1 | Elm Health Board | planned | Elm Health Board will add a question. | ..2027-03-31',
    '2 | Elm Council | planned | Elm Council will share a list. | ..2027-09-30',
  ])
})

test('a recommendation may be retold by its number in words', () => {
  const reading = readSketch(`
    # Response from Bridge Housing Group
    Recommendation Eleven asks that we train contractors. All 46 staff completed a course by December 2025.
    Recommendation Thirteen asks that we agree a protocol. We will sign it in June 2027.`)
  expect(askedIn(reading)).toEqual([
    ['11', 'we train contractors.'],
    ['13', 'we agree a protocol.'],
  ])
})

test('the return of one body answers the quotations of what it was asked', () => {
  const reading = readSketch(`
    # LCSPR "Bertie": return from Saltmarsh Academies Trust
    (6) "Schools should make sure that children who are educated at home are seen."
    We have told the Council since January 2026.
    (9) "Designated Safeguarding Leads should have supervision."
    All nine leads have had supervision since September 2025.`)
  expect(told(reading)).toEqual([
    '6 | Saltmarsh Academies Trust | done | We have told the Council since January 2026.',
    '9 | Saltmarsh Academies Trust | done | All nine leads have had supervision since September 2025.',
  ])
})

test('what was found may stand between a counted heading and what is asked', () => {
  expect(
    asked(`
      # Domestic Abuse Related Death Review: Marian
      ## FINDING 1
      Assessments were about the person being cared for.
      Adult Social Care should speak with carers on their own.
      Adult Social Care has rewritten the assessment.
      ## FINDING 2
      Her landlord noticed the damage and mended it.
      Housing providers should sign up to the standard.
      Elm Homes was accredited in May 2025.`),
  ).toEqual([
    ['1', 'Adult Social Care should speak with carers on their own.'],
    ['2', 'Housing providers should sign up to the standard.'],
  ])
})

test('fields may hold the number and the words of a recommendation apart, and "says" may stand in a label', () => {
  const fields = asked(`
    # Case Management Review: "Aoife"
    Recommendation: 1
    Detail: The Trust should audit its assessments.
    Action to be taken: Audit 50 assessments.
    Timescale: 31 March 2027
    Recommendation: 2
    Detail: The Trust should review handover.
    Action to be taken: Agree a form.
    Timescale: 30 September 2027`)
  expect(fields).toEqual([
    ['1', 'The Trust should audit its assessments.'],
    ['2', 'The Trust should review handover.'],
  ])
  const said = readSketch(`
    # Response: Child Safeguarding Practice Review "Jude"
    ### 1. Curiosity
    We recommend: that Elm Council reviews how visits are recorded.
    Elm Council says: A new template has been used since January 2026.
    ### 2. Voice
    We recommend: that Elm Academies Trust gives each child a way of asking.
    Elm Academies Trust says: Pupils will evaluate it in June 2027.`)
  expect(told(said)).toEqual([
    '1 | Elm Council | done | A new template has been used since January 2026.',
    '2 | Elm Academies Trust | planned | Pupils will evaluate it in June 2027. | 2027-06-01..2027-06-30',
  ])
})
