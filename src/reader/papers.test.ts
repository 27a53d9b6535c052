/** Papers as boards, councils and meetings write them: who says what, and which recommendations there are. */
import { expect, test } from 'vitest'
import type { Reading } from './reading.ts'
import { found, readSketch, told } from './sketch.ts'

const numbersIn = ({ recommendations }: Reading) => recommendations.map(({ number }) => number)

test('minutes: what was reported is as good as said, and a post speaks for its body', () => {
  const reading = readSketch(`
    Notes of the meeting of the Thornby Safeguarding Children Partnership held on 12 May 2025
    Child Safeguarding Practice Review: Family R
    4.2 Recommendation 1 – Thornby Partnership to commission training. The Business Manager confirmed that a provider had been appointed and that eight sessions would be delivered by December 2025.
    4.3 Recommendation 2 – Thornby Police and Thornby Probation to share actions. Superintendent Hale advised that the force had recruited two coordinators. Thornby Probation would confirm its position by June 2025.
    4.4 Recommendation 3 – NHS Thornby ICB to review capacity. The Designated Nurse said that a decision was expected in July 2025.
    4.5 Recommendation 4 – Schools to ensure that leads have supervision. There was nobody from schools at the meeting. ACTION: Business Manager to write to head teachers by 30 May 2025.`)
  expect(told(reading)).toEqual([
    '1 | Thornby Safeguarding Children Partnership | planned | The Business Manager confirmed that a provider had been appointed and that eight sessions would be delivered by December 2025. | ..2025-12-31',
    '2 | Thornby Police | done | Superintendent Hale advised that the force had recruited two coordinators.',
    '2 | Thornby Probation | planned | Thornby Probation would confirm its position by June 2025. | ..2025-06-30',
    '3 | NHS Thornby ICB | planned | The Designated Nurse said that a decision was expected in July 2025. | 2025-07-01..2025-07-31',
    '4 |  | context | There was nobody from schools at the meeting.',
    '4 | Thornby Safeguarding Children Partnership | planned | ACTION: Business Manager to write to head teachers by 30 May 2025. | ..2025-05-30',
  ])
})

test('numbered headings that ask are recommendations, and what is still to be done is planned', () => {
  const reading = readSketch(`
    # What we have done since the review into the death of Child Robin
    Published by the Northmoor Safeguarding Children Partnership. The Partnership accepted both recommendations.
    ## 1. Strengthen the voice of the child in strategy discussions
    Northmoor Council has revised the form. An audit shows that it is used.
    Still to do: School staff to be included (December 2025, lead: Director of Education).
    ## 2. Improve the quality of notifications
    Northmoor Police reports that the form has been redesigned. The target of 85% should be reached by March 2026.`)
  expect(reading.recommendations.map(({ text }) => text)).toEqual([
    'Strengthen the voice of the child in strategy discussions',
    'Improve the quality of notifications',
  ])
  expect(told(reading)).toEqual([
    '1 | Northmoor Council | done | Northmoor Council has revised the form.',
    '1 | Northmoor Council | context | An audit shows that it is used.',
    '1 | Northmoor Council | planned | School staff to be included (December 2025, lead: Director of Education). | 2025-12-01..2025-12-31',
    '2 | Northmoor Police | done | Northmoor Police reports that the form has been redesigned.',
    '2 | Northmoor Police | planned | The target of 85% should be reached by March 2026. | ..2026-03-31',
  ])
})

test('numbered headings of a report that ask nothing are no recommendations', () => {
  const reading = readSketch(`
    # Learning review: Mrs Vale
    ## 1. Introduction
    The review makes no recommendations.
    ## 2. What happened
    Mrs Vale lived alone.`)
  expect(numbersIn(reading)).toEqual([])
})

test('a status at the end of a paragraph is the status, and no promise', () => {
  const reading = readSketch(`
    # Wyre Safeguarding Children Partnership: response to the review of Child Ash
    Recommendation 1: The Partnership should review its strategy.
    The strategy was relaunched in February 2025. COMPLETE
    Recommendation 2: Wyre Police should speak to children alone.
    The date of June 2025 has slipped to March 2026. DELAYED`)
  expect(told(reading)).toEqual([
    '1 | Wyre Safeguarding Children Partnership | done | The strategy was relaunched in February 2025.',
    '2 | Wyre Safeguarding Children Partnership | planned | The date of June 2025 has slipped to March 2026. | 2026-03-01..2026-03-31',
  ])
  expect(reading.recommendations.flatMap(({ responses }) => responses.map(({ status }) => status))).toEqual([
    'COMPLETE',
    'DELAYED',
  ])
})

test('a form names nobody: the first words of each sentence, or the name behind the label, say who speaks', () => {
  const reading = readSketch(`
    # Response to the Serious Case Review concerning Child Q
    ## Recommendation 1
    That Elm Council reviews the transfer of files.
    Response: Elm Council reviewed it in September 2024.
    Status: Complete
    ## Recommendation 2
    That all agencies (a) use the tool; (b) record the child's view; and (c) escalate when plans drift.
    Response – Elm Police: Officers record the child's view.
    Response – Elm Health: The tool is used.
    Status: Ongoing`)
  expect(told(reading).map(line => line.split(' | ').slice(0, 3))).toEqual([
    ['1', 'Elm Council', 'done'],
    ['2', 'Elm Police', 'ongoing'],
    ['2', 'Elm Health', 'ongoing'],
  ])
  expect(reading.recommendations[1]?.parts).toHaveLength(3)
})

test('milestones achieved tell of what was done, whatever the target date', () => {
  const reading = readSketch(`
    # Domestic Homicide Review: Ruth. Action plan
    | Recommendation | Action | Lead Agency | Milestones achieved | Target date | Date of completion and outcome |
    | 1. Vale Council should tell employers | Develop a toolkit | Vale Council | Toolkit drafted. First audit complete; second audit under way | May 2025 | Response awaited |`)
  expect(told(reading).map(line => line.split(' | ').slice(2, 4))).toEqual([
    ['planned', 'Develop a toolkit'],
    ['done', 'Toolkit drafted.'],
    ['ongoing', 'First audit complete; second audit under way'],
  ])
})

test('in a plan, who gave no response is silent, how success is known is no action, and blue is finished', () => {
  const reading = readSketch(`
    # Safeguarding Adults Review: Yusuf. Action plan
    | No | Recommendation | Agency | Response | What we will do | By | How we will know | Status |
    | 1 | Elm Care Association and Elm Hospitals NHS Trust should train staff | Elm Hospitals NHS Trust | Accepted | Train all wards | Feb 2025 | Ward audit | Blue |
    |  |  | Elm Care Association | No response received |  |  |  |  |`)
  expect(told(reading)).toEqual([
    '1 | Elm Hospitals NHS Trust | position | Accepted',
    '1 | Elm Hospitals NHS Trust | planned | Train all wards | 2025-02-01..2025-02-28',
  ])
  expect(found(reading).filter(line => line.startsWith('overdue'))).toEqual([])
})

test('fields that recommend are recommendations, with the number that stands before them', () => {
  const reading = readSketch(`
    # Orrin Safeguarding Children Partnership: progress against the learning from Baby Y
    Action 1 – Recommendation: Orrin NHS Trust to agree a joint handover.
    Owner: Named Midwife, Orrin NHS Trust
    Due: 30 September 2023
    Progress: Handover template agreed.
    Action 2 – Recommendation: The Partnership to write a guide for fathers.
    Owner: Communications Officer, Orrin Safeguarding Children Partnership
    Due: 31 December 2023
    Progress: Guide published in December 2023.`)
  expect(reading.recommendations.map(({ number, text }) => [number, text])).toEqual([
    ['1', 'Orrin NHS Trust to agree a joint handover.'],
    ['2', 'The Partnership to write a guide for fathers.'],
  ])
  expect(told(reading)).toEqual([
    '1 | Orrin NHS Trust | done | Handover template agreed.',
    '2 | Orrin Safeguarding Children Partnership | done | Guide published in December 2023.',
  ])
})

test('bodies are known by the initials that only they have, by the ages that they serve, and by who was asked', () => {
  const reading = readSketch(`
    # Response to the review: Anna
    Recommendation 1: The Metropolitan Police Service should remind its officers.
    The MPS has issued a reminder. [Completed]
    The 0–19 Public Health Nursing Service has added it to its induction.
    Kestrel Academy Trust delivered the training to all safeguarding leads in May 2023.
    Recommendation 2: Vale Hospitals NHS Trust should ask about fathers.
    The Trust's booking form now asks about fathers.
    Recommendation 3: Vale Housing should name a contact.
    Update: No update received from Vale Housing.
    Page last reviewed: 3 December 2024`)
  expect(told(reading).map(line => line.split(' | ').slice(0, 3))).toEqual([
    ['1', 'Metropolitan Police Service', 'done'],
    ['1', '0–19 Public Health Nursing Service', 'done'],
    ['1', 'Kestrel Academy Trust', 'done'],
    ['2', 'Vale Hospitals NHS Trust', 'ongoing'],
  ])
  expect(found(reading)).toContain('unanswered 3')
  expect(reading.unplaced.map(({ text }) => text)).toEqual(['Page last reviewed: 3 December 2024'])
})

test('resolutions are recommendations: "That the Board satisfies itself", numbered in paragraphs of their own', () => {
  const reading = readSketch(`
    # Response of West Marches Local Safeguarding Children Board to the review: Child LL
    1. That WMLSCB satisfies itself that the strategy is understood.
    WMLSCB accepts this recommendation.
    2. That Mercia Police and the CCG consider how intelligence is recorded.
    Mercia Police considered this in June 2015.`)
  expect(reading.recommendations.map(({ addressees }) => addressees)).toEqual([
    ['WMLSCB'],
    ['Mercia Police', 'the CCG'],
  ])
  expect(told(reading).map(line => line.split(' | ').slice(0, 3))).toEqual([
    ['1', 'West Marches Local Safeguarding Children Board', 'position'],
    ['2', 'Mercia Police', 'done'],
  ])
})

test('who is responsible may be bodies that no word gives away, beside others that are known', () => {
  const reading = readSketch(`
    # Child practice review: Linnet. Action plan
    | Ref | Recommendation | Action | Responsible | Timescale | Progress |
    | 1 | Dogs should be asked about | Change the form | Betsan Health Board | March 2025 | Form being amended |
    | 2 | Officers should be told | Brief all staff | Northern Heddlu | June 2025 | Completed. A note was sent in May 2025. |
    | 3 | The offer should be made | Record the offer | Gwyrfai County Council | June 2025 | Not started |`)
  expect(told(reading).map(line => line.split(' | ').slice(0, 4))).toEqual([
    ['1', 'Betsan Health Board', 'planned', 'Change the form'],
    ['1', 'Betsan Health Board', 'ongoing', 'Form being amended'],
    ['2', 'Northern Heddlu', 'planned', 'Brief all staff'],
    ['2', 'Northern Heddlu', 'done', 'A note was sent in May 2025.'],
    ['3', 'Gwyrfai County Council', 'planned', 'Record the offer'],
  ])
  expect(found(reading)).not.toContain('overdue 2')
})

test('recommendations that only begin paragraphs are parted from what came of them, by whom they were put to', () => {
  const reading = readSketch(`
    # Action since the thematic review. Its recommendations begin each paragraph.
    Devon and Dale Police should train response officers. A session has been given to 640 officers. The others will be trained by May 2026.
    Peninsula Council should buy cots. There is no budget for this in 2025/26 and the Council will look again.
    Vale Hospitals NHS Trust should record smoking. This is now mandatory.
    Chief Superintendent R. Amadi, Devon and Dale Police, 10 November 2025`)
  expect(told(reading).map(line => line.split(' | ').slice(1))).toEqual([
    ['Devon and Dale Police', 'done', 'A session has been given to 640 officers.'],
    ['Devon and Dale Police', 'planned', 'The others will be trained by May 2026.', '..2026-05-31'],
    ['Peninsula Council', 'planned', 'There is no budget for this in 2025/26 and the Council will look again.'],
    ['Vale Hospitals NHS Trust', 'ongoing', 'This is now mandatory.'],
  ])
})

test('a heading over a plan may name whose it is, and actions that are numbered have the dates beside them', () => {
  const reading = readSketch(`
    # Domestic Homicide Review: Maria
    ## Recommendations of the management review – Stour Valley Housing Association
    | No. | Recommendation | Action to take | Lead officer | Target date |
    | 1 | Champions should be found | 1. Find six / 2. Train them | Head of Housing | 31/10/2023 / 31/01/2024 |
    | 2 | The policy should be reviewed | Revise it | Policy Lead | March 2024 |`)
  expect(told(reading)).toEqual([
    '1 | Stour Valley Housing Association | planned | Find six | ..2023-10-31',
    '1 | Stour Valley Housing Association | planned | Train them | ..2024-01-31',
    '2 | Stour Valley Housing Association | planned | Revise it | 2024-03-01..2024-03-31',
  ])
})

test('entries that count the recommendations again, and letters before what answers a part', () => {
  const reading = readSketch(`
    # Statement following the Safeguarding Adults Review: Mr Ng
    ## Recommendations
    1. Greyfriars NHS Trust should use interpreters.
    2. The Partnership should (i) review the flag, and (ii) share it.
    ## What we have done
    1. Greyfriars NHS Trust has introduced video interpreting.
    2. The Partnership has agreed a plan. (i) Complete. The flag was reviewed in May 2025.`)
  expect(told(reading)).toEqual([
    '1 | Greyfriars NHS Trust | done | Greyfriars NHS Trust has introduced video interpreting.',
    '2 | Partnership | done | The Partnership has agreed a plan.',
    '2 | Partnership | done | (i) Complete.',
    '2 | Partnership | done | The flag was reviewed in May 2025.',
  ])
  const lettered = readSketch(`
    # Response to the review: Mr Ng
    Recommendation 1: Vale Police should (i) review the flag, and (ii) tell the court.
    Vale Police says:
    - (i) Complete. The old one was removed in May 2025.
    - (ii) Not yet started. Nothing is agreed.`)
  const [, removed, agreed] = lettered.recommendations[0]?.responses.flatMap(each => each.statements) ?? []
  expect([removed?.answersParts, agreed?.answersParts]).toEqual([[1], [2]])
})

test('Scotland: a Child Protection Committee is the board, and Social Work and Police Scotland are bodies', () => {
  const reading = readSketch(`
    # Inver and the Braes Child Protection Committee
    ## Learning Review: Child Rowan. Response
    Inver and the Braes Child Protection Committee (IBCPC) met in May.
    It is recommended that the Committee and its partners:
    1. agree one procedure for discussions
    IBCPC agrees that a record which is not read is of little value.
    Police Scotland welcome a single procedure.
    Children and Families Social Work have issued a note.
    2. run a campaign
    The Committee ran the campaign in May 2024.
    Braes Family Support will repeat it.`)
  expect(reading.review.board).toBe('Inver and the Braes Child Protection Committee')
  expect(told(reading).map(line => line.split(' | ').slice(0, 3))).toEqual([
    ['1', 'Inver and the Braes Child Protection Committee', 'position'],
    ['1', 'Police Scotland', 'position'],
    ['1', 'Children and Families Social Work', 'done'],
    ['2', 'Inver and the Braes Child Protection Committee', 'done'],
    ['2', 'Braes Family Support', 'planned'],
  ])
})

test('a council’s paper: paragraphs that are numbered are no recommendations, and a director speaks for the service', () => {
  const reading = readSketch(`
    # Elm Council: monitoring of recommendations
    1. This report sets out progress.
    2. Members are asked to note it. In the column headed Responsibility, DCS is the Director of Children's Services.
    3. The review was published in May.
    4. There are no financial implications.
    | No. | Recommendation | Responsibility | Date | Progress |
    | 1.1 | Children's Services should write to the others | DCS | May 2026 | The letter was brought in. |
    | 1.2 | Elm Safeguarding Children Partnership (ESCP) should ask for advice | Chair of ESCP | June 2026 | The Chair will write. |`)
  expect(numbersIn(reading)).toEqual(['1.1', '1.2'])
  expect(told(reading).map(line => line.split(' | ').slice(0, 3))).toEqual([
    ['1.1', "Children's Services", 'done'],
    ['1.2', 'Elm Safeguarding Children Partnership', 'planned'],
  ])
})

test('who leads may be said behind the words, and dates before what a form tells', () => {
  const reading = readSketch(`
    # Joint response to the review: Dylan
    Recommendation 1: Safeguarding partners should share data.
    A dashboard will be presented in September 2026. Lead: Assistant Director, Westmere Council
    Recommendation 2: Westmere Police should send notices.
    Westmere Police have begun.
    Recommendation 3: Westmere Council should support children.`)
  expect(told(reading)).toEqual([
    '1 | Westmere Council | planned | A dashboard will be presented in September 2026. | 2026-09-01..2026-09-30',
    '2 | Westmere Police | done | Westmere Police have begun.',
  ])
  expect(reading.recommendations[0]?.responses[0]?.owner).toBe('Assistant Director')
  const form = readSketch(`
    # Action log: Child Alder
    ## Recommendation 1
    Schools should have a deputy.
    Owner: Elm Council
    Status: Closed
    Jan 2026 - Two are booked on a course.
    Mar 2026 - Both have completed the course. Marl to follow in May 2026.`)
  expect(told(form).map(line => line.split(' | ').slice(2))).toEqual([
    ['ongoing', 'Two are booked on a course.'],
    ['done', 'Both have completed the course.'],
    ['planned', 'Marl to follow in May 2026.', '2026-05-01..2026-05-31'],
  ])
})

test('the title of a recommendation may name whose it is to answer, in a paper of the board’s', () => {
  const reading = readSketch(`
    # Domestic Abuse Related Death Review: Sandra. Redvale Community Safety Partnership response
    ## Recommendation 1 - Redvale Housing
    Redvale Housing to ensure that its officers understand economic abuse.
    Position: Accepted
    What has been done: All officers have been trained.
    ## Recommendation 2 - Redvale Police
    Redvale Police to ensure that breaches are recorded.
    Position: Partially accepted. We agree with the aim.
    For further information contact the Assistant Director.`)
  expect(told(reading)).toEqual([
    '1 | Redvale Housing | position | Accepted',
    '1 | Redvale Housing | done | All officers have been trained.',
    '2 | Redvale Police | position | Partially accepted.',
    '2 | Redvale Police | position | We agree with the aim.',
  ])
})

test('what a reviewer recommended, told under numbered headings with what came of it', () => {
  const reading = readSketch(`
    # Learning from the review "Keith": one year on
    The reviewer made two recommendations.
    ## 1. Assessments
    The reviewer said that Saltmarsh Council should refuse nobody. The Council has changed its guidance.
    ## 2. Primary care
    The reviewer recommended that NHS Fens ICB commission a service. The ICB did not approve it. This will begin in April 2026.`)
  expect(numbersIn(reading)).toEqual(['1', '2'])
  expect(told(reading).map(line => line.split(' | ').slice(0, 3))).toEqual([
    ['1', 'Saltmarsh Council', 'done'],
    ['2', 'NHS Fens ICB', 'context'],
    ['2', 'NHS Fens ICB', 'planned'],
  ])
})

test('a form that one body fills in: its questions are no answers, and "Yes" is no status', () => {
  const reading = readSketch(`
    # Agency response form
    Name of agency: Ridgeway Probation Service
    ## Recommendation 2: Agencies should find out about children
    Do you accept the recommendation? Yes
    What action have you taken? An enquiry is now made in every case.
    What further action will you take, and by when? We will reach 95% by 30 September 2025.`)
  expect(told(reading)).toEqual([
    '2 | Ridgeway Probation Service | ongoing | An enquiry is now made in every case.',
    '2 | Ridgeway Probation Service | planned | We will reach 95% by 30 September 2025. | ..2025-09-30',
  ])
  expect(reading.recommendations[0]?.responses[0]?.status).toBeNull()
})

test('the numbers of a report’s recommendations go on from heading to heading, also where an agency says "will"', () => {
  const reading = readSketch(`
    # Overview report: Louise
    ## 10. Recommendations
    ### Multi-agency recommendations
    10.1 The Partnership should commission an audit.
    ### Single agency recommendations
    Fell Homes
    10.2 Fell Homes will review its policy.
    10.3 Fell Homes will appoint a champion.
    ### National recommendation
    10.4 The Home Office should issue guidance.`)
  expect(numbersIn(reading)).toEqual(['10.1', '10.2', '10.3', '10.4'])
})

test('of two words that could be the verb the first is a noun, and what is due by a day is planned', () => {
  const reading = readSketch(`
    # Pembury Council: response to the review
    Recommendation 1: Pembury Council should act.
    Rates in the borough fell from 14% to 9%.
    a. Champions in each team by October 2023. COMPLETE`)
  expect(told(reading).map(line => line.split(' | ').slice(2))).toEqual([
    ['done', 'Rates in the borough fell from 14% to 9%.'],
    ['planned', 'Champions in each team by October 2023.', '..2023-10-31'],
  ])
})

test('one action that is complete hides no other that is overdue', () => {
  const reading = readSketch(`
    # Elm Council: response to the review
    Recommendation 1: Elm Council should write its policies.
    The Council will write the first policy by December 2023. COMPLETE
    The Council will write the second policy by June 2024.`)
  expect(found(reading)).toContain('overdue 1')
  expect(reading.findings.find(({ code }) => code === 'overdue')?.message).toContain('second policy')
})

test('a body may tell in its own words what it was asked, and give the number', () => {
  const reading = readSketch(`
    # SAR "Nadia": statement by Westbrook Care Homes Group
    We accept both recommendations.
    The Safeguarding Adults Board asked us to review staffing at night (recommendation 4). We did this in May 2025.
    The Board also asked us to write a plan for every resident (recommendation 6). All residents have been assessed.`)
  expect(reading.recommendations.map(({ number, text }) => [number, text])).toEqual([
    ['4', 'The Safeguarding Adults Board asked us to review staffing at night (recommendation 4).'],
    ['6', 'The Board also asked us to write a plan for every resident (recommendation 6).'],
  ])
  expect(told(reading)).toEqual([
    '4 | Westbrook Care Homes Group | done | We did this in May 2025.',
    '6 | Westbrook Care Homes Group | done | All residents have been assessed.',
  ])
})

test('columns of what was changed and what difference it made tell, and promise nothing', () => {
  const reading = readSketch(`
    # Improvement report: Child Z
    | Agency | What the review said | What we have changed | What difference it has made |
    | Elm Police | Officers should speak to children | New guidance, May 2019 | 82% of children were spoken to |
    | Elm Schools | Bruises should be shared | A system was bought | Report delayed |`)
  expect(told(reading).map(line => line.split(' | ').slice(1, 3))).toEqual([
    ['Elm Police', 'context'],
    ['Elm Police', 'done'],
    ['Elm Schools', 'done'],
    ['Elm Schools', 'context'],
  ])
})

test('a heading that runs into the answer is its label, and a lead below the answer is its owner', () => {
  const reading = readSketch(`
    # Working together to keep babies safe: response of the Eastmarch Safeguarding Children Partnership
    ## 1. Eastmarch Safeguarding Children Partnership should develop a pathway.
    Our response. We agree. The pathway will be launched in January 2026.
    Lead: Designated Nurse, Eastmarch ICB
    ## 2. Eastmarch Police should share concerns.
    Our response. Eastmarch Police reviewed 50 warrants.
    Lead: Detective Superintendent, Public Protection`)
  expect(told(reading)).toEqual([
    '1 | Eastmarch Safeguarding Children Partnership | position | We agree.',
    '1 | Eastmarch Safeguarding Children Partnership | planned | The pathway will be launched in January 2026. | 2026-01-01..2026-01-31',
    '2 | Eastmarch Police | done | Eastmarch Police reviewed 50 warrants.',
  ])
  expect(reading.recommendations[0]?.responses[0]?.owner).toBe('Designated Nurse')
  expect(reading.citations).toEqual([])
})

test('who leads is told once above several actions', () => {
  const reading = readSketch(`
    # Action plan: LCSPR Oliver
    Recommendation 1: Review the escalation procedure
    Lead: Safeguarding Manager, Dunbrook Council
    Action 1.1: Revise procedure by 30 June 2025
    Status: Blue
    Action 1.2: Report use every quarter
    Status: Green`)
  expect(told(reading).map(line => line.split(' | ').slice(1, 4))).toEqual([
    ['Dunbrook Council', 'planned', 'Revise procedure by 30 June 2025'],
    ['Dunbrook Council', 'planned', 'Report use every quarter'],
  ])
})

test('what was asked may stand in brackets behind the number, under the name of who answers', () => {
  const reading = readSketch(`
    # Lakeshire Safeguarding Adults Board: response to the review "Mrs Bell"
    ## Lakeshire County Council
    - Recommendation 1 (checklist for care homes): we will issue one by 31 May 2026.
    - Recommendation 3 (enquiries within 60 days): we have recruited a second team.
    ## Borders NHS Trust
    - Recommendation 2 (falls assessments): already in place.`)
  expect(reading.recommendations.map(({ number, text }) => [number, text])).toEqual([
    ['1', 'checklist for care homes'],
    ['3', 'enquiries within 60 days'],
    ['2', 'falls assessments'],
  ])
  expect(told(reading)).toEqual([
    '1 | Lakeshire County Council | planned | we will issue one by 31 May 2026. | ..2026-05-31',
    '3 | Lakeshire County Council | done | we have recruited a second team.',
    '2 | Borders NHS Trust | ongoing | already in place.',
  ])
})

test('a statement that names its board is the board’s, and who signs it at the end says nothing', () => {
  const reading = readSketch(`
    # Eastmoor Safeguarding Adults Board: statement on the review "Mr Doyle"
    The Board accepts the recommendations. Below we say what has been done.
    ## Recommendation 1: That the self-neglect guidance be rewritten.
    Underway. A group has met twice and the draft will be ready in September 2026.
    ## Recommendation 2: That Eastmoor Council review its thresholds.
    The Council has reviewed them.

    J. M. Pryce

    Independent Chair

    June 2026`)
  expect(told(reading)).toEqual([
    '1 | Eastmoor Safeguarding Adults Board | ongoing | Underway.',
    '1 | Eastmoor Safeguarding Adults Board | planned | A group has met twice and the draft will be ready in September 2026. | 2026-09-01..2026-09-30',
    '2 | Eastmoor Council | done | The Council has reviewed them.',
  ])
  expect(found(reading)).toEqual(['overdue 1'])
})

test('a date alone in a cell is no statement', () => {
  const reading = readSketch(`
    # Action tracker: Olive
    | Ref | Agency | Recommendation | Action agreed | Due | Completed |
    | 1 | Elm Council | Staff should be trained | Commission training | 30-Apr-26 | 28-Apr-26 |
    | 2 | Elm Council | Letters should be sent | Change the letter | June 2026 | March 2026 |`)
  expect(told(reading)).toEqual([
    '1 | Elm Council | planned | Commission training | ..2026-04-30',
    '2 | Elm Council | planned | Change the letter | 2026-06-01..2026-06-30',
  ])
  expect(found(reading)).toEqual([])
})

test('findings with questions for the board stand in place of recommendations, where there are none', () => {
  const reading = readSketch(`
    # Fallow Safeguarding Adults Board
    ## Board response to the review "Gwen"
    ### Finding 1: Weight loss is taken for a part of ageing
    #### Questions for the Board
    - Is the Board content that all homes weigh their residents?
    - How will the Board know whether it makes a difference?
    #### Board response
    The Board accepts this finding.
    ### Finding 2: Professionals rely on visits of others
    #### Board response
    The Board will decide by January 2027 whether to extend the agreement.`)
  expect(reading.recommendations.map(({ number, text, parts }) => [number, text, parts.length])).toEqual([
    ['1', 'Weight loss is taken for a part of ageing', 2],
    ['2', 'Professionals rely on visits of others', 0],
  ])
  expect(told(reading)).toEqual([
    '1 | Fallow Safeguarding Adults Board | position | The Board accepts this finding.',
    '2 | Fallow Safeguarding Adults Board | planned | The Board will decide by January 2027 whether to extend the agreement. | ..2027-01-31',
  ])
  const report = readSketch(`
    # Review: Mr Ash
    ## Finding 1
    Visits were missed.
    ## Finding 2
    Records were thin.
    ## Recommendations
    1. Elm Council should keep a log of visits.
    2. Elm Council should check the log each month.`)
  expect(report.recommendations.map(({ text }) => text)).toEqual([
    'Elm Council should keep a log of visits.',
    'Elm Council should check the log each month.',
  ])
})

test.each(['What the agency says', 'In their own words'])(
  'what each agency says may stand in a table below the recommendation: %s',
  heading => {
    const reading = readSketch(`
      # Siblings K: published response of the Orrin Safeguarding Children Partnership
      ## Recommendation 1
      Orrin Council Children’s Services and Orrin Health CIC should settle on one tool.
      | Agency | Accepted? | ${heading} | By when |
      | Orrin Council Children’s Services | Accepted | The tool was loaded in 2022. Monthly counts to be sent to the group. | Jan 2024 |
      | Orrin Health CIC | In part | The Trust is not persuaded that one tool is enough. | n/a |`)
    expect(told(reading)).toEqual([
      '1 | Orrin Council Children’s Services | done | The tool was loaded in 2022.',
      '1 | Orrin Council Children’s Services | planned | Monthly counts to be sent to the group. | 2024-01-01..2024-01-31',
      '1 | Orrin Health CIC | position | The Trust is not persuaded that one tool is enough.',
    ])
  },
)

test('the letters of actions are those of the parts, and a new date that was agreed takes the place of the old', () => {
  const reading = readSketch(`
    # Action plan: Nadine
    | Rec | Recommendation | Action | Lead agency | Target date | Completion date and outcome |
    | 1 | Elm Council should (a) agree a pathway and (b) train its staff in it | (a) Draft it / (b) Training to follow | Elm Council | (a) May 2026 / (b) Nov 2026 | (a) Signed off on 20 May. |
    | 2 | Elm Police should look at its cases | Review 100 cases | Elm Police | 31/03/2026 | Delayed: the analyst left in February. A new date of October 2026 has been agreed. |`)
  const statements = reading.recommendations.flatMap(({ responses }) => responses.flatMap(each => each.statements))
  expect(statements.map(({ text, answersParts }) => [text, answersParts])).toEqual([
    ['Draft it', [1]],
    ['Training to follow', [2]],
    ['(a) Signed off on 20 May.', [1]],
    ['Review 100 cases', []],
    ['Delayed: the analyst left in February.', []],
    ['A new date of October 2026 has been agreed.', []],
  ])
  expect(told(reading)).toContain('2 | Elm Police | planned | Review 100 cases | 2026-10-01..2026-10-31')
  expect(found(reading)).toContain('overdue 2')
})
