/** How papers set recommendations out without a label of their own, and who answers them then. */
import { expect, test } from 'vitest'
import { found, readSketch, told } from './sketch.ts'

const asked = (text: string) => readSketch(text).recommendations.map(each => [each.number, each.text])

test('what a review asked may stand behind a label of the paper’s own, with its points below', () => {
  const reading = readSketch(`
    # Elm Safeguarding Children Partnership: our answer to the review about Baby Linnet
    ## Theme A
    What the review asked of us. Elm Hospitals NHS Trust should see each baby awake.
    Elm Hospitals NHS Trust: We hold our hands up. What we can offer is a look at 60 cases by May 2027.
    ## Theme B
    What the review asked of us. The Partnership should:
    - agree one set of questions; and
    - tell us whether they are asked.
    Elm Police: No response had been received at the time of publication.`)
  expect(reading.recommendations.map(({ text, parts }) => [text, parts.length])).toEqual([
    ['Elm Hospitals NHS Trust should see each baby awake.', 0],
    ['The Partnership should:', 2],
  ])
  expect(told(reading)).toEqual([
    '- | Elm Hospitals NHS Trust | position | We hold our hands up.',
    '- | Elm Hospitals NHS Trust | planned | What we can offer is a look at 60 cases by May 2027. | ..2027-05-31',
  ])
})

test('a heading that comes again and again heads recommendations when what stands below it asks', () => {
  const reading = readSketch(`
    # Safeguarding Adults Review: Edith
    ## You said...
    Carers should be offered an assessment before somebody leaves hospital.
    ## We did...
    - Elm Council changed its checklist
    ## You said...
    The Board should hear from people who have been through safeguarding.
    ## We did...
    - Set up a group of nine people
    - No progress yet with the second group`)
  expect(reading.recommendations.map(({ text }) => text)).toEqual([
    'Carers should be offered an assessment before somebody leaves hospital.',
    'The Board should hear from people who have been through safeguarding.',
  ])
  expect(told(reading)).toEqual([
    '- | Elm Council | done | Elm Council changed its checklist',
    '- | Board | done | Set up a group of nine people',
    '- | Board | context | No progress yet with the second group',
  ])
})

test('a paper for a meeting recounts recommendations in prose, and what it asks of the meeting is none', () => {
  const reading = readSketch(`
    # Cabinet, 18 September 2025
    ## Practice review of Child Sable: progress of the Council and its partners
    3.1 Recommendation 1 called on Elm Hospitals NHS Trust to review each bruise.
    3.2 The Trust has done so since May. An audit is booked for February 2027.
    3.3 Recommendation 2 called on Elm Police to hold discussions within a day.
    3.4 From September they are moving to weekends too.
    ## Recommendations
    5.1 That Cabinet notes the progress made.`)
  expect(told(reading)).toEqual([
    '1 | Elm Hospitals NHS Trust | done | The Trust has done so since May.',
    '1 | Elm Hospitals NHS Trust | planned | An audit is booked for February 2027. | 2027-02-01..2027-02-28',
    '2 | Elm Police | planned | From September they are moving to weekends too.',
  ])
  expect(reading.recommendations.map(({ number }) => number)).toEqual(['1', '2'])
})

test('a statement may tell what it was asked first, second and third, each with its answer behind it', () => {
  const reading = readSketch(`
    # Statement from Elm Academy Trust after the review into the death of Kai
    The review asked two things of us.
    First, to change how we record worries. We have moved all schools to one system.
    Second, to agree part-time timetables. None will start unless the Council consents.`)
  expect(reading.recommendations.map(({ number, text }) => [number, text])).toEqual([
    ['1', 'to change how we record worries.'],
    ['2', 'to agree part-time timetables.'],
  ])
  expect(told(reading)).toEqual([
    '1 | Elm Academy Trust | done | We have moved all schools to one system.',
    '2 | Elm Academy Trust | planned | None will start unless the Council consents.',
  ])
})

test('an e-mail answers below labels that only have a title in brackets, for whom it is from', () => {
  const reading = readSketch(`
    From: Superintendent, Elm Police
    To: Chair, Elm Safeguarding Children Partnership
    Subject: the review of Child Rowan
    Dear Ms Fair
    Rec 4 (voice of the child)
    Recordings are now seen by a sergeant. What we have done is agree a form.
    Rec 5 (timeliness)
    We cannot accept this as worded.`)
  expect(reading.recommendations.map(({ number, text }) => [number, text])).toEqual([
    ['4', 'voice of the child'],
    ['5', 'timeliness'],
  ])
  expect(told(reading)).toEqual([
    '4 | Elm Police | ongoing | Recordings are now seen by a sergeant.',
    '4 | Elm Police | done | What we have done is agree a form.',
    '5 | Elm Police | position | We cannot accept this as worded.',
  ])
})

test('capitals with a number head what stands below, and a bullet with its status is one promise', () => {
  const reading = readSketch(`
    ELM CHILD PROTECTION COMMITTEE
    Learning Review: Child F
    LEARNING POINT 1: Neglect
    What needs to change: All services should use one tool.
    Lead: Head of Service, Elm Council
    Actions:
    - Train 12 trainers. Complete (Nov 2025)
    - Audit 30 cases. Due September 2026.
    LEARNING POINT 2: Sharing
    What needs to change: Police Scotland should share reports.
    Lead: Detective Inspector, Police Scotland
    Actions:
    - Publish a measure. First figures April 2027.`)
  expect(told(reading)).toEqual([
    '1 | Elm Council | planned | Train 12 trainers. Complete (Nov 2025)',
    '1 | Elm Council | planned | Audit 30 cases. Due September 2026. | ..2026-09-30',
    '2 | Police Scotland | planned | Publish a measure. First figures April 2027. | 2027-04-01..2027-04-30',
  ])
  expect(found(reading).filter(finding => finding.startsWith('overdue'))).toEqual(['overdue 1'])
})

test('a row that names nobody goes on with the owner above, and of one rating at two times the last counts', () => {
  const reading = readSketch(`
    | Ref | What the review said | Who owns it | What we said we would do | Target | RAG Dec 24 | RAG Sept 25 |
    | 1 | Police should review missing episodes | Superintendent (Elm Police) | Review the policy | By Easter 2026 | Red | Green |
    | | | | Train all officers | Christmas 2026 | Red | Amber |`)
  expect(told(reading)).toEqual([
    '1 | Elm Police | planned | Review the policy | ..2026-04-05',
    '1 | Elm Police | planned | Train all officers | ..2026-12-25',
  ])
  expect(reading.recommendations[0]?.responses.map(({ status }) => status)).toEqual(['Green', 'Amber'])
})

test('headings that end with the number of a recommendation of the table above hold its answers', () => {
  expect(
    told(
      readSketch(`
    # Elm Safeguarding Children Board: response to the review of Child B
    | Recommendation | Board position |
    | 1. The Board should make the protocol known. | Accepted |
    | 2. Elm CCG should look at six-week checks. | Accepted |
    ## What we are doing – recommendation 1
    The protocol was sent out in July.
    ## What we are doing – recommendation 2
    Elm CCG has asked its practices to use one template.`),
    ),
  ).toEqual([
    '1 | Elm Safeguarding Children Board | done | The protocol was sent out in July.',
    '1 | Elm Safeguarding Children Board | position | Accepted',
    '2 | Elm CCG | done | Elm CCG has asked its practices to use one template.',
    '2 | Elm Safeguarding Children Board | position | Accepted',
  ])
})

test('quotations below numbered headings are recommendations though they only say "to do"', () => {
  expect(
    asked(`
    # Elm Community Safety Partnership: response
    ## 1. Elm ICB
    > To make sure that every practice has a lead.
    Of 31 practices, 27 now have one. The others have until 31 March 2027.
    ## 2. Elm Council
    > The Council should stop asking for two proofs.
    We stopped this in October 2025.`),
  ).toEqual([
    ['1', 'To make sure that every practice has a lead.'],
    ['2', 'The Council should stop asking for two proofs.'],
  ])
})

test('tables under the same headings, one for each recommendation, are read alike, however short', () => {
  const reading = readSketch(`
    # Elm Safeguarding Adults Board: the review of Mr Hollis
    ## 1) Personal
    Practitioners should record what the adult wants.
    | Who | What | Deadline | Where are we now? |
    | Elm Council | Change the form | June 2027 | The form was changed on 12 June and is checked. |
    | Elm Police | Brief its teams | Sept 2027 | All teams have been briefed. |
    Supplement
    ## 2) Fire
    The Board should adopt one scale.
    | Who | What | Deadline | Where are we now? |
    | Elm Homes | Adopt the scale | July 2027 | Adopted in July |`)
  expect(told(reading).at(-1)).toBe('2 | Elm Homes | done | Adopted in July')
})

test('a rating in hundreds, a note of a new date, and who is meant by health agencies', () => {
  const reading = readSketch(`
    | Rec | Recommendation | Lead agency | Action | Due | Percent done | Comment |
    | 1 | Health agencies (Elm Trust and Ash Trust) to share a flag | Elm Trust | Build the flag | May 2025 | 100 | Flag seen at a visit |
    | 2 | Elm Council to change its form | Elm Council | Change the form | May 2025 | 40 | Supplier delay; now expected May 2027 |`)
  expect(reading.recommendations[0]?.addressees).toEqual(['Elm Trust', 'Ash Trust'])
  expect(told(reading)).toContain('2 | Elm Council | planned | Change the form | 2027-05-01..2027-05-31')
  expect(found(reading)).toEqual(['silent-addressee 1'])
})

test('a table with a column for each body is read though its recommendations only say "Detail"', () => {
  const reading = readSketch(`
    | Rec | Detail | Elm Council | Elm Police | Due |
    | 1 | Agencies to attend all core groups that they are asked to | Attendance is monitored each month | Will send a report from June 2027 | 30/06/2027 |
    | 2 | Interpreters to be offered at every home visit | A contract was let in January 2026 | n/a | 31/03/2027 |`)
  expect(told(reading)).toEqual([
    '1 | Elm Council | ongoing | Attendance is monitored each month',
    '1 | Elm Police | planned | Will send a report from June 2027 | 2027-06-01..',
    '2 | Elm Council | done | A contract was let in January 2026',
  ])
})

test('what the review asked may be told in italics or under a title with its number, and answered behind or below', () => {
  const letter = readSketch(`
    # Letter to the Chair of the Elm Safeguarding Partnership
    Ash Academies Trust
    Dear Dr Bell,
    Practice review of Child Priya
    It asks that schools treat such a request as a safeguarding matter. We agree. Our schools now ring on the day.
    It asks that data be shared weekly. We will pay for this from 1 September 2027.
    Yours sincerely,
    Chief Executive Officer`)
  expect(told(letter)).toEqual([
    '- | Ash Academies Trust | position | We agree.',
    '- | Ash Academies Trust | ongoing | Our schools now ring on the day.',
    '- | Ash Academies Trust | planned | We will pay for this from 1 September 2027. | 2027-09-01..',
  ])
  const response = readSketch(`
    # Our response to the Safeguarding Adults Review of Mr A
    Elm Hospitals NHS Trust – Trust Board, 27 March 2025
    ## Discharge (recommendation 2)
    The review recommended that the Trust should name a contact.
    We have appointed one.
    ## Capacity (recommendation 4)
    The review recommended that the Trust should audit its records.
    The audit is finished.`)
  expect(response.recommendations.map(({ number, text }) => [number, text])).toEqual([
    ['2', 'the Trust should name a contact.'],
    ['4', 'the Trust should audit its records.'],
  ])
  expect(told(response)[0]).toBe('2 | Elm Hospitals NHS Trust | done | We have appointed one.')
})

test('a rating before what is told, a number in the title’s column, and what is in place keeps its promise', () => {
  const reading = readSketch(`
    | Title | Recommendation | Lead | Action | By | Commentary |
    | Rec 1 - Harm | Elm Council should chart each concern | Head of Early Help, Elm Council | Add the chart to the record | May 2025 | In place since 17 March. |
    | Rec 2 - Teeth | Elm ICB should set a standard | Designated Nurse, Elm ICB | Set the standard | May 2025 | AMBER Standard drafted, audit to begin on 8 September 2027. |`)
  expect(told(reading)).toEqual([
    '1 | Elm Council | planned | Add the chart to the record | 2025-05-01..2025-05-31',
    '1 | Elm Council | ongoing | In place since 17 March.',
    '2 | Elm ICB | planned | Set the standard | 2025-05-01..2025-05-31',
    '2 | Elm ICB | planned | Standard drafted, audit to begin on 8 September 2027. | 2027-09-08..2027-09-08',
  ])
  expect(reading.recommendations[1]?.responses[0]?.status).toBe('AMBER')
  expect(found(reading)).toEqual(['overdue 2'])
})

test('headings of a council’s department with a long name divide answers as other bodies’ headings do', () => {
  const reading = readSketch(`
    # Response of Elm Safeguarding Adults Board and its members to the review concerning Beatrice
    ## What each organisation says
    Rec 1 – Care services should use the same tool.
    ##### Elm Hospitals NHS Trust
    The Trust has used the tool since May 2019.
    ##### Elm Council Adult Social Care and Commissioning
    The Council wrote it into its contract. We have also:
    - halved the waiting time
    Rec 2 – Elm Homes should put up rails.
    ##### Elm Homes
    Officers have, since August, asked each tenant.`)
  expect(told(reading)).toEqual([
    '1 | Elm Hospitals NHS Trust | done | The Trust has used the tool since May 2019.',
    '1 | Elm Council Adult Social Care and Commissioning | done | The Council wrote it into its contract.',
    '1 | Elm Council Adult Social Care and Commissioning | done | We have also:',
    '1 | Elm Council Adult Social Care and Commissioning | done | halved the waiting time',
    '2 | Elm Homes | done | Officers have, since August, asked each tenant.',
  ])
})

test('fields tell what was found, what was done and what comes next, with several dates in one line', () => {
  const reading = readSketch(`
    # Our response to the review about Ollie
    ## Recommendation 1: moves
    > The Partnership should set out what is expected of each agency.
    ### Elm Safeguarding Children Partnership
    What we found:
    There was no shared procedure for cases open to two services in March 2024.
    What we will do next:
    - Consult on the draft
    - Publish it
    When: July 2027 (consultation); by 30 September 2027 (publication)
    How we will keep track
    The Delivery Group looks at this response every quarter.`)
  expect(told(reading)).toEqual([
    '1 | Elm Safeguarding Children Partnership | context | There was no shared procedure for cases open to two services in March 2024.',
    '1 | Elm Safeguarding Children Partnership | planned | Consult on the draft | 2027-07-01..2027-07-31',
    '1 | Elm Safeguarding Children Partnership | planned | Publish it | ..2027-09-30',
  ])
})

test('a list for each body counts anew, and "1 · …" is a number too', () => {
  const plan = readSketch(`
    # Domestic Homicide Review, progress: Mrs Kaur
    ## Single Agency Recommendations
    ### Elm Council
    1. Assessments to consider risk to the carer.
    Progress: The form was amended.
    Outcome: Completed
    2. Interpreters to be used.
    Progress: The contract started on 1 March 2021.
    Outcome: Completed
    ### Ash Hospitals NHS Trust
    1. The emergency department to introduce routine enquiry.
    Progress: It will resume in June 2027.
    Outcome: Delayed`)
  expect(plan.recommendations.map(({ number, text }) => [number, text])).toEqual([
    ['1', 'Assessments to consider risk to the carer.'],
    ['2', 'Interpreters to be used.'],
    ['1', 'The emergency department to introduce routine enquiry.'],
  ])
  expect(told(plan).at(-1)).toBe(
    '1 | Ash Hospitals NHS Trust | planned | It will resume in June 2027. | 2027-06-01..2027-06-30',
  )
  const promises = readSketch(`
    # Safeguarding Adults Review "Adult Kestrel": promises kept
    1 · Elm Council should tell people how to ask.
    Promise (March 2025): to write to all by July 2027.
    What happened: 1,312 letters were sent.
    Verdict of the Board: kept
    2 · Elm ICB should end the wait.
    Promise (March 2025): to bring it down by December 2027.
    What happened: the wait is now nine weeks.
    Verdict of the Board: not kept`)
  expect(told(promises)).toEqual([
    '1 | Elm Council | planned | to write to all by July 2027. | ..2027-07-31',
    '1 | Elm Council | done | 1,312 letters were sent.',
    '2 | Elm ICB | planned | to bring it down by December 2027. | ..2027-12-31',
    '2 | Elm ICB | context | the wait is now nine weeks.',
  ])
})

test('"Response from the police" heads a column, and the Police and Crime Commissioner is not the police', () => {
  const reading = readSketch(`
    | Recommendation | Response from Children's Services | Response from Police | RAG |
    | 1. Review the joint protocol on children who go missing | The protocol was reviewed in June 2025. | Contributed to review. The Force has told the Police and Crime Commissioner of this risk. | Amber |
    | 2. Raise awareness of exploitation in hotels and guest houses | The rest by end of November 2027. | Operation in July 2025; repeat planned for March 2027. | Green |`)
  expect(told(reading)).toEqual([
    "1 | Children's Services | done | The protocol was reviewed in June 2025.",
    '1 | Police | done | Contributed to review.',
    '1 | Police | done | The Force has told the Police and Crime Commissioner of this risk.',
    "2 | Children's Services | planned | The rest by end of November 2027. | ..2027-11-30",
    '2 | Police | planned | Operation in July 2025; repeat planned for March 2027. | 2027-03-01..2027-03-31',
  ])
})

test('"Trust:" and "Council:" speak for the one that the recommendation names, and lead nothing', () => {
  const reading = readSketch(`
    # Safeguarding Adults Review: George. Response of the partners
    ## Recommendation 1
    Elm Hospitals NHS Trust and Elm Council should hold joint visits.
    ### Progress at March 2025
    - Trust: a procedure was agreed
    - Council: it was signed off in May`)
  expect(told(reading)).toEqual([
    '1 | Elm Hospitals NHS Trust | done | a procedure was agreed',
    '1 | Elm Council | done | it was signed off in May',
  ])
})

test('a key of letters tells what is finished, and of two posts the first one’s body leads', () => {
  const reading = readSketch(`
    # Action plan: Leo
    Key: C = completed; O = on target; D = delayed
    Recommendation 1: That the Council and the police agree what they do.
    Action 1.1: Protocol to be written
    Lead: Service Manager (Elm Council) and Detective Inspector (Ash Police)
    Deadline: 1 May 2026
    Status: C
    Action 1.2: Protocol to be trained
    Lead: Service Manager (Elm Council)
    Deadline: 31 May 2026
    Status: D`)
  expect(reading.recommendations[0]?.responses.map(({ agency, owner }) => [agency, owner])).toEqual([
    ['Elm Council', 'Service Manager, Detective Inspector'],
    ['Elm Council', 'Service Manager'],
  ])
  expect(reading.findings.filter(({ code }) => code === 'overdue').map(({ message }) => message)).toEqual([
    expect.stringContaining('Protocol to be trained'),
  ])
})

test('the regional boards of Wales were not abolished', () => {
  const bodies = (name: string) => readSketch(`# ${name}\n${name} met in May.`).bodies.map(({ standing }) => standing)
  expect(bodies('Cwm Taran Regional Safeguarding Children Board')).toEqual([])
  expect(bodies('Cwm Taran Safeguarding Children Board')).toEqual(['abolished'])
})

test('a recommendation that numbers itself keeps its number beside those of the actions, and new dates count', () => {
  const reading = readSketch(`
    | ID | Recommendation | Agency | Action | Due | Revised due | RAG | Latest update | Evidence |
    | S-001 | Rec 1: The Board should manage risk. | Elm Safeguarding Adults Board | Appoint a chair / Hold a panel | 30/04/2024 | 31/07/2027 | Amber | Returns received. | Panel dates on shared drive |
    | S-002 | Rec 2: Elm Council should train its staff. | Elm Council | Train them | Completed August 2021 | | Complete | The Council intends to repeat its 2018 audit in the spring of 2027. | |`)
  expect(told(reading)).toEqual([
    '1 | Elm Safeguarding Adults Board | planned | Appoint a chair | ..2027-07-31',
    '1 | Elm Safeguarding Adults Board | planned | Hold a panel | ..2027-07-31',
    '1 | Elm Safeguarding Adults Board | done | Returns received.',
    '1 | Elm Safeguarding Adults Board | context | Panel dates on shared drive',
    '2 | Elm Council | planned | Train them',
    '2 | Elm Council | planned | The Council intends to repeat its 2018 audit in the spring of 2027. | 2027-03-01..2027-05-31',
  ])
})

test('learning points are numbered by their titles, and a plan behind them turns to them as LP1 and LP2', () => {
  const reading = readSketch(`
    # Board response to the learning points: Child Practice Review
    ## Learning Point 1: neglect
    > Practitioners need to recognise missed appointments as possible neglect.
    Elm University Health Board has changed its letters. The Health Board accepts that nobody went to the house.
    ## Learning Point 2: licence
    > Elm Police should tell schools of a release.
    Since the services were joined in June 2021, Elm Police has had a single mailbox.
    # Action plan
    | Learning point | Action | Lead agency | Timescale |
    | LP1 | Write a guide | Elm University Health Board | May 2027 |
    | LP2 | Check twenty plans | Elm Police | June 2027 |`)
  expect(told(reading)).toEqual([
    '1 | Elm University Health Board | done | Elm University Health Board has changed its letters.',
    '1 | Elm University Health Board | position | The Health Board accepts that nobody went to the house.',
    '1 | Elm University Health Board | planned | Write a guide | 2027-05-01..2027-05-31',
    '2 | Elm Police | done | Since the services were joined in June 2021, Elm Police has had a single mailbox.',
    '2 | Elm Police | planned | Check twenty plans | 2027-06-01..2027-06-30',
  ])
})

test('a plan over two pages: a recommendation that goes on in the next row, numbers of actions in one cell, posts in brackets', () => {
  const reading = readSketch(`
    # Elm Child Protection Committee: improvement plan
    | Ref | Recommendation | Action | Lead | Timescale |
    | 1.1 / 1.2 | The Committee should commission guidance and see that it is used. | Draft the guidance | Elm Child Protection Committee (Lead Officer) | May 2027 |
    | 1.3 | | Print it | Elm Child Protection Committee (Lead Officer) | June 2027 |
    | 2.1 | Elm Health Trust should reshape its service for young people who use | Rewrite the contract | Elm Health Trust (Head of Service) | May 2027 |
    | 2.2 | substances so that it goes out to them. | Support parents to take part | Orran Families Together (Chief Executive) | June 2027 |
    | 3.1 | Elm Police should keep a log. | Keep it | Elm Police (Superintendent) | May 2027 |
    | 4.1 | Elm Council should train its staff. | Train them | Elm Council (Head of Service) | May 2027 |`)
  expect(reading.recommendations.slice(0, 2).map(({ number, text }) => [number, text])).toEqual([
    ['1', 'The Committee should commission guidance and see that it is used.'],
    [
      '2',
      'Elm Health Trust should reshape its service for young people who use substances so that it goes out to them.',
    ],
  ])
  expect(told(reading)).toContain(
    '2 | Orran Families Together | planned | Support parents to take part | 2027-06-01..2027-06-30',
  )
})

test('who speaks before a closing title, an unknown name in a column of agencies, and a body of several places', () => {
  const page = readSketch(`
    # Winifred: twelve months on
    ## Recommendation 1
    The Council's commissioners and the Integrated Care Board should revisit the contract.
    Council Commissioning: The framework was made in 2019.
    NHS Ashby, Lorne and Teme Integrated Care Board: The ICB has nothing further to report.
    ## What happens next
    The Board's Chair is grateful to everyone who replied.`)
  expect(told(page)).toEqual([
    '1 | Council Commissioning | done | The framework was made in 2019.',
    '1 | NHS Ashby, Lorne and Teme Integrated Care Board | context | The ICB has nothing further to report.',
  ])
  expect(found(page)).toEqual([])
  const plan = readSketch(`
    | Recommendation | Partner | Position | What we will do | By when | Lead officer |
    | 1. Schools should use the prompts. | Schools and early years settings | Accepted on behalf of the heads' groups. | Use them with every child | May 2027 | Head of Inclusion |
    | 2. Dentists should flag missed appointments. | Dene Local Dental Committee | Noted. | Explore recall systems | May 2027 | Secretary |`)
  expect([...new Set(told(plan).map(line => line.split(' | ')[1]))]).toEqual([
    'Schools and early years settings',
    'Dene Local Dental Committee',
  ])
  expect(told(plan)[0]).toContain('| position | Accepted on behalf')
})

test('codes of the document’s own that count on, in numbered paragraphs', () => {
  const reading = readSketch(`
    # Scrutiny Panel: Safeguarding Adults Review "Mr Tolland"
    3.1 LR1 – Elm Council and Elm Fire Service should agree when an assessment must be asked for.
    3.2 Elm Fire Service signed a protocol on 9 April 2025.
    3.3 LR2 – Elm Health Trust should train its nurses in recognising the risk of fire.
    3.4 The Trust reports that 86 per cent of its nurses had completed the training at the end of July.`)
  expect(reading.recommendations.map(({ number }) => number)).toEqual(['LR1', 'LR2'])
  expect(told(reading)).toEqual([
    'LR1 | Elm Fire Service | done | Elm Fire Service signed a protocol on 9 April 2025.',
    'LR2 | Elm Health Trust | done | The Trust reports that 86 per cent of its nurses had completed the training at the end of July.',
  ])
})

test('a code that does not count on, or asks nothing, is no label', () => {
  const text = (second: string) => `
    # Elm Safeguarding Adults Board: report
    LP1: The Council should answer the line.
    ${second}`
  expect(asked(text('LP4: The Police should answer the line.')).map(([number]) => number)).not.toContain('LP4')
  expect(asked(text('LP2: Two children were seen in May.'))).toEqual([])
})

test('numbers in words that run into what is asked, each with its answer behind it', () => {
  const reading = readSketch(`
    # Moss Safeguarding Adults Board: annual report
    One: every provider of home care should use the same tool. Moss Council wrote this into its contract in December 2024.
    Two: nurses should see the records of the provider. Moss Health Trust expects shared access in autumn 2026.
    Three: the Board should check that the protocol is followed. The Board audited 25 cases in February 2025.`)
  expect(reading.recommendations.map(({ number, text }) => [number, text])).toEqual([
    ['1', 'every provider of home care should use the same tool.'],
    ['2', 'nurses should see the records of the provider.'],
    ['3', 'the Board should check that the protocol is followed.'],
  ])
  expect(told(reading)[0]).toBe('1 | Moss Council | done | Moss Council wrote this into its contract in December 2024.')
})

test('what a line of the dates calls complete is kept, and the others are still promised', () => {
  const plan = readSketch(`
    # Elm Safeguarding Adults Board: action plan
    | Recommendation | Agency | What will be done | When |
    | 1. Elm Council should train its staff. | Elm Council | 1. Lead appointed / 2. All staff to complete the module | 1. Complete – September 2025 / 2. 31 July 2026 |`)
  expect(told(plan)).toEqual([
    '1 | Elm Council | planned | Lead appointed',
    '1 | Elm Council | planned | All staff to complete the module | ..2026-07-31',
  ])
  expect(found(plan).filter(code => code.startsWith('no-date'))).toEqual([])
})

test('a label that ends as a sentence does is none, and says when what follows is', () => {
  const reading = readSketch(`
    # Safeguarding Adults Review – Adult P: response of Fenwick Health NHS Trust
    1. Coordinators should see a person's home before discharging them.
    What we think. We accept this.
    What we have done. The standard was rewritten in December.
    What is still to do. An audit of all discharges in May 2027.
    2. The Trust should stop using letters as its only response.
    What we think. We can do this only in part.
    What we have done. Nothing further.`)
  expect(told(reading)).toEqual([
    '1 | Fenwick Health NHS Trust | position | We accept this.',
    '1 | Fenwick Health NHS Trust | done | The standard was rewritten in December.',
    '1 | Fenwick Health NHS Trust | planned | An audit of all discharges in May 2027. | 2027-05-01..2027-05-31',
    '2 | Fenwick Health NHS Trust | position | We can do this only in part.',
  ])
})

test('a completion date is a target where a plan has no other, and the board is the safeguarding one', () => {
  const plan = readSketch(`
    Action plan of the Elm Safeguarding Children Partnership
    | Learning | Action | Agency | Completion date | Progress |
    | 1. The father was not seen by anybody before the birth | Add a section to the form | Early Help Partnership | 30/05/2027 | Forms printed |
    | 2. Midwives were not told when a case was closed | Send a letter | Early Help Partnership | Completed 12/01/2026 | In use |`)
  expect(told(plan).filter(line => line.includes('planned'))).toEqual([
    '1 | Early Help Partnership | planned | Add a section to the form | ..2027-05-30',
    '2 | Early Help Partnership | planned | Send a letter',
  ])
  expect(found(plan)).toEqual([])
  expect(plan.review.board).toBe('Elm Safeguarding Children Partnership')
})
