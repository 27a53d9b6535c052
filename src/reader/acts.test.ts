import { expect, test } from 'vitest'
import { actOf } from './acts.ts'
import type { Act } from './reading.ts'

function each(act: Act, sentences: readonly string[]): void {
  for (const sentence of sentences) expect({ sentence, act: actOf(sentence) }).toEqual({ sentence, act })
}

test('what is to be done is planned, in whatever words', () => {
  each('planned', [
    'The Trust will revise its discharge policy.',
    'The toolkit is to be piloted in two wards.',
    'A refreshed pathway is due to go live in May 2024.',
    'Housing aims to train all tenancy officers by June.',
    'We intend to re-run the survey.',
    'It is anticipated that the audit will report in the autumn.',
    'Governors are being asked, and head teachers will report each term.',
    'The Council has committed to reviewing, and has agreed to fund, the post.',
    'The Force plans to recruit a second analyst.',
    'Work is planned for the spring.',
    'The ICB will continue to chair the group.',
    'A survey was run in May, which will be repeated next year.',
    'A translation was to be ready by 31 July 2026.',
    'The form was due to be agreed by the end of May.',
    'The south was to follow in 2025, but recruitment has delayed this to summer 2026.',
    'The launch was put back until May 2027.',
    'We had planned to extend it that September; we now expect to get there by May 2027.',
  ])
})

test('what goes on is ongoing', () => {
  each('ongoing', [
    'Ward managers check five records every month.',
    'Referrals are reviewed at the weekly meeting.',
    'The service is working with two charities.',
    'A new system is being built.',
    'The panel meets every six weeks.',
    'The Academy continues to offer counselling.',
    'The Trust has been working on this since 2019.',
    'Recruitment is under way.',
    'The Business Manager is in discussion with the provider.',
    'Supervision arrangements are in place.',
    'Officers now record the language that a family speaks.',
    'Our practices hand them out to every family.',
    'A leaflet for carers about abuse goes out with every letter.',
    'Social Care applies the tool at each referral.',
    'Names of children are now a mandatory field.',
  ])
})

test('what has been carried out is done', () => {
  each('done', [
    'The Board published the guide in May 2019.',
    'A rota was introduced.',
    'All surgeries have signed the agreement.',
    'Training has been delivered to 300 staff.',
    'Completed June 2019.',
    'Policy amended',
    'The practice appointed a named nurse who will lead the work for the federation.',
    'Two events were held, and the slides were sent to every school.',
    'The Group agreed a form of words.',
  ])
})

test('a view without an act is a position', () => {
  each('position', [
    'The Council recognises that families were not heard.',
    'We accept this recommendation.',
    'The Trust fully supports the finding.',
    'The Department remains committed to this work.',
    'It is acknowledged that staff did not feel confident.',
    'The Board welcomed the review.',
    'The College agrees with the reviewer.',
  ])
})

test('background is none of these', () => {
  each('context', [
    'There are forty-one schools in the borough.',
    'The wording of the old form was unclear.',
    'The budget depends on the grant.',
    'Many families do not have a telephone.',
    'Working with people who are frightened takes time.',
    'A key element of this work is ensuring that children are heard.',
    'Around sixty adults are referred to us each month.',
  ])
})

test('a bullet takes the act of its lead-in unless it has a verb of its own', () => {
  expect(actOf('a review of the rota', 'planned')).toBe('planned')
  expect(actOf('publication of the leaflet', 'done')).toBe('done')
  expect(actOf('rewritten the leaflet, which is now shorter', 'done')).toBe('done')
  expect(actOf('Staff will be told', 'done')).toBe('planned')
})

test('a lead-in that breaks off before its verb tells the act of its entries', () => {
  expect(actOf('The Board has:')).toBe('done')
  expect(actOf('Over the next year we will:')).toBe('planned')
})

test('nouns that look like verbs do not mislead', () => {
  each('done', [
    'Footage of thirty visits was viewed by the school, and in nineteen the officer spoke to the child.',
    'Scales were replaced in all fifteen bases during the year.',
    'Leaflets were given to all eleven chairs in April.',
  ])
  each('context', ['A significant aspect of practice is ensuring clear standardised guidance for staff.'])
  each('ongoing', [
    'Elm Homes reviews its list each week.',
    'The Board, with its partners, employs two workers and runs a helpline every evening.',
  ])
})

test('a body whose name looks like a plural takes a verb in the singular', () => {
  each('position', [
    'Elm Homes recognises that its staff are often the only people to call.',
    'Adult Services accepts that its notice was too short.',
  ])
})

/** Sentences as responses in print have them, in words of their own. */
const asPrinted: Readonly<Record<Act, readonly string[]>> = {
  planned: [
    'By the summer all schools will have a named contact.',
    'The group will be asked to consider whether a checklist is needed.',
    'It is intended that learning from this case features in the next newsletter.',
    'The Council, which accepts the finding, will rewrite its letters.',
    'We will continue to monitor compliance through our audit programme.',
    'The Partnership Manager will write to every agency, and their replies will be put before the Executive.',
    'Audit results, which are reported to the Board, will be published from next year.',
    'Discussions have begun and a proposal will follow.',
    'Should funding be agreed, the post will be made permanent.',
    'The review of the strategy will consider this.',
    'The Named GP is due to attend in March.',
    'The report will go to Cabinet.',
    'This will be achieved by training and supervision.',
    'A checklist will help officers.',
    'The service shall be re-tendered in 2024.',
    'Agencies are to report their progress quarterly.',
    'We hope that the film will be ready in the spring.',
    'An options paper is being prepared and will be considered in June.',
    'The Board will hold partners to account for this.',
    'There are plans to extend the scheme.',
    'Consideration will be given to a joint post.',
    'The Chief Nurse has asked that the audit be repeated and it will be in July.',
    'Implementation is planned for the first quarter of 2020/21.',
    'Work to embed the strategy will be overseen by the Quality Assurance Group.',
    'The ICB is committed to delivering a further three sessions before March 2023.',
    'A further audit is scheduled for October 2021.',
    'The policy is being revised and will be launched at the annual conference.',
    'We are planning to roll this out to all wards.',
    'The partnership plans a series of roadshows in the new year.',
    'This work will build on the learning events which took place in May.',
    'Subject to approval, the new service will start in April.',
    'The intention is to publish a leaflet for families.',
    'The Trust expects to complete the roll-out by December 2022.',
    'Schools have agreed to share attendance data each week.',
    'The Police have undertaken to provide a list every month.',
    'The Head of Safeguarding is to meet the charity in June.',
    'Further training has been commissioned and will be delivered from September.',
    'Staff should expect to receive the guidance by May, and managers will check that they have.',
    'It is proposed that the group meets quarterly.',
    'The aim is for all practitioners to be trained by 2020.',
    'The next step will be an evaluation.',
    'We propose to hold a workshop.',
    'The briefing is to be shared with all GP practices.',
    'The Service would like to, and will, recruit two more workers.',
    'There will be a dip sample of cases in January.',
    'A decision about funding is expected in the autumn.',
    'The outcome of the review is due in March 2024.',
    'Once the system has been upgraded, the flag will be added.',
    'To be presented to the Executive in July.',
    'The Council has plans to appoint a lead nurse.',
    'Plans are in place to recruit an additional worker.',
    'Training dates have been set for 2023 and managers will be invited.',
  ],
  ongoing: [
    'Consideration is being given to a joint post.',
    'Every month the manager samples five files.',
    'Families are offered a copy of the plan.',
    'In each school a governor leads on safeguarding.',
    'When a child is admitted the ward informs the health visitor.',
    'Social workers are reminded of this at induction and in supervision.',
    'The audit is repeated each year.',
    'The Trust and the Council hold quarterly meetings.',
    'Compliance is reported to the Quality Committee.',
    'Since May, officers have been completing the new form.',
    'Work with fathers forms part of the parenting programme.',
    'The Trust is reviewing its did-not-attend policy.',
    'The Independent Reviewing Service tracks plans.',
    'Partners meet weekly to discuss children who are missing.',
    'This information is shared with partners through the MASH.',
    'Foster carers receive training every two years.',
    "The Board's website is updated monthly.",
    'Interpreters are booked through a central number.',
    'A duty worker responds to calls out of hours.',
    'Practitioners can now see the plan on the shared record.',
    'Two social workers sit with the police team.',
    'The newsletter goes to every practice.',
    'The strategy is overseen by the Quality Assurance Group.',
    'Supervision takes place every four weeks.',
    'Team managers carry out monthly audits.',
    'Health visitors routinely ask about domestic abuse.',
    'The Trust has a robust process in place for following up missed appointments.',
    'All new starters complete the induction module.',
    'The hub is staffed by police, health and social care.',
    'Referrals are triaged within one working day.',
    'The Board receives a quarterly report on compliance.',
    'The group continues to meet every month.',
    'Learning is disseminated through newsletters.',
    "Children's Services have been working with partners to improve attendance.",
    'The pathway is currently being piloted in two localities.',
    'Practitioners are encouraged to use the toolkit.',
    'Midwives are required to complete the tool at booking.',
    'This is monitored through supervision and case audit.',
    'The LSCB website hosts the procedures.',
    'Work is ongoing to improve recording.',
    'The pilot is in its second year and is reviewed monthly.',
    'Officers use body-worn video at every incident.',
    'A task and finish group is looking at this.',
    'The Designated Nurse chairs the health forum.',
    'The Partnership is developing a new strategy.',
    'Managers sign off every assessment.',
    'Staff have access to a specialist adviser.',
    'The Trust provides level 3 training to all clinical staff.',
    'Regular audits check that the tool is used.',
    'GP practices are supported by a named GP.',
    'The Force now attaches a photograph to each report.',
  ],
  done: [
    'In 2022 the Council opened a family hub.',
    'Staff were reminded of the policy, and posters were displayed in each ward.',
    'The Executive signed off the strategy on 4 May.',
    'An independent consultant carried out an evaluation.',
    'After the review was published, the Chief Executive met the family.',
    'Seven agencies returned the questionnaire.',
    'Having considered the options, the Trust chose a new supplier.',
    'Funding has been secured for three years.',
    'The number of referrals has risen by a third.',
    'The Force brought forward its inspection.',
    'Guidance to GPs has been sent out and a flow chart displayed in surgeries.',
    'The task and finish group completed its work in May 2018.',
    'Since then a second audit has been undertaken.',
    'We held four sessions.',
    'The Designated Doctor gave a presentation to trainees.',
    'All recommendations made to the service have been completed.',
    'The agency commissioned a film in which young people speak of what helped them.',
    'A new question was put on the form.',
    'Terms of reference were agreed, and the first meeting took place on 3 July.',
    'The Head Teacher told governors what the review had found.',
    'The guidance was updated in March 2019 and circulated to all partners.',
    'A multi-agency audit took place in November.',
    'The Trust has since appointed a named doctor.',
    'The recommendation has been fully implemented.',
    'Two hundred staff attended the briefings.',
    'The pathway went live on 1 June.',
    'Following the review, the Trust changed its policy.',
    'The new form came into use in January.',
    'The Board wrote to the Department for Education on 3 May.',
    'All practices have now been visited.',
    'A lead was identified and training rolled out.',
    'The audit found that 80% of records were complete.',
    'Sessions have taken place in each locality.',
    'The group met in May and agreed terms of reference.',
    'Completed.',
    'Action completed May 2020.',
    'Policy reviewed and reissued.',
    'New guidance issued to all staff in June 2021.',
    'The Force introduced a new risk assessment which officers complete at every incident.',
    'Learning from the case was shared at the conference attended by 200 people.',
    'We set up a working group and produced a toolkit.',
    'The contract was let to a new provider in 2019.',
    'The Chair has written to the Minister.',
    'Training was provided to 95% of staff.',
    "Children's Services and the Police ran joint workshops.",
  ],
  position: [
    'The Trust agrees that more could have been done.',
    'It is recognised that the current form is too long.',
    'The Council shares the concern of the panel.',
    'The Police support the recommendation in principle.',
    'We understand the importance of this.',
    'The CCG appreciates that families were let down.',
    'The Board is satisfied that the recommendation has been met.',
    'The Service regrets that this did not happen.',
    'The Partnership values the contribution of the voluntary sector.',
    'The agency disagrees with the recommendation.',
    'The Constabulary considers this recommendation to be a matter for the Home Office.',
    'We are committed to learning from this case.',
    'The Trust fully accepts the findings of the review.',
    'We are sorry for the distress caused to the family.',
    'The Police acknowledge that information was not shared.',
    'The Council notes the recommendation.',
    'The CCG is supportive of this recommendation.',
    'The Partnership believes that this is a matter for national government.',
    'The Board endorses the recommendation.',
    'We agree with this recommendation and recognise its importance.',
    'The Trust does not accept this recommendation.',
    'The Service is keen to contribute.',
    'The Department partially accepts the recommendation.',
    'It is accepted that supervision was not regular.',
    'The agency remains of the view that the threshold was applied correctly.',
    'The Force recognises how important it is to hear from children.',
    'The ICB considers that this recommendation is met by existing guidance.',
    'The Board welcomes the opportunity to respond.',
  ],
  context: [
    'The Trust has two sites.',
    'The law does not allow this.',
    'Not all practices use the same system.',
    'The case concerned a family who had recently moved.',
    'Such cases are rare.',
    'The Council had no record of the call.',
    'There was confusion about who should act.',
    'Nationally, one in five children lives with a parent who has a mental illness.',
    'The service covers a population of 400,000.',
    'There is no national guidance on this subject.',
    'The procedure applies to all staff.',
    'Domestic abuse accounts for a third of contacts.',
    'In 2019 there were 63 such incidents.',
    'Only a minority of fathers live in the household.',
    'This is a complex area of practice.',
    'Neglect can be hard to recognise.',
    'Practitioners may not always have time.',
    'The recommendation relates to a small number of families.',
    'The team consists of a manager and six workers.',
    'The post has been vacant for some time.',
    'Many parents find the forms difficult.',
  ],
}

for (const [act, sentences] of Object.entries(asPrinted)) {
  test(`sentences that are ${act}, as responses in print have them`, () => each(act as Act, sentences))
}

test('more that is to be done, as plans and letters put it', () => {
  each('planned', [
    'A task and finish group has been set up and intends to publish a new policy before the end of December 2025.',
    'It is expected that a new form will be in use by the end of the financial year.',
    'Work to redesign the front door is scheduled to finish in June 2027.',
    'Roll-out to the remaining teams is planned for the spring.',
    'We expect to complete this by March 2027.',
    'The next step is to agree a single referral form.',
    'Discussions are to be held with the local dental committee.',
    'Subject to funding, a second worker will be appointed.',
    'Should funding be confirmed, the scheme is to be extended to Year 6.',
    'A further dip sample is due in the new year.',
    'Each agency is to confirm its position by 31 January 2027.',
    'The Trust is committed to training all of its ward managers by May 2027.',
    'The Trust commits to an annual audit.',
    'An annual audit is to follow.',
    'Audit to be repeated in six months.',
    'Practitioners are going to receive training in the use of the tool.',
    'The podcast goes live on 3 May 2027.',
    'Terms of reference for the audit will be signed off at the next meeting.',
    'The Named GP will continue to visit each practice once a year.',
    'Our aim is for all staff to have been trained by Christmas 2027.',
    'The intention is that the two teams share an office from April 2027.',
    'What the panel learns will be shared with schools before the end of June 2027.',
    'Everyone who answers the telephone is going to be trained by September.',
    'The Council means to open a second hostel in 2027.',
    'It is hoped to have all three posts filled by Christmas.',
    'A further sample is to be drawn in the new year.',
    'We undertake to write to each family within a week.',
    'The Trust has undertaken to publish the findings.',
    'The form, once the unions have seen it, will be rolled out to the wards.',
    'The remaining six are booked on the course in November.',
    'Sign-off is expected at the March meeting.',
    'The new system goes live on 1 April 2027.',
    'The chair has promised to raise it with the minister.',
    'Recruitment starts in January 2027.',
    'Next year’s audit is to look at this again.',
    'The Force plans a further exercise for the autumn.',
    'We would expect to complete this by the end of the financial year.',
    'There are plans for a joint clinic.',
    'By the summer, every ward is to have a named lead.',
    'Neither body will close a case until the other has been told.',
    'Consideration is to be given to a shared record.',
    'Our intention is that no family waits more than a fortnight.',
  ])
})

test('more that goes on', () => {
  each('ongoing', [
    'A report is run each Monday and reviewed by the community safety officer.',
    'The Board’s Business Unit monitors attendance.',
    'Discussions with the local dental committee are continuing.',
    'Recruitment to the second post is under way.',
    'Training remains mandatory and compliance stands at 94%.',
    'In progress.',
    'The Force routinely shares domestic abuse notifications with schools before 9 am.',
    'Every new starter attends a half-day induction, which covers professional curiosity.',
    'Supervision is provided every four weeks.',
    'Compliance is monitored through the quarterly dashboard.',
    'The audit is repeated every six months.',
    'Practitioners are being trained in the use of the tool.',
    'Practitioners have been receiving training in the use of the tool since May.',
    'The Named GP continues to visit each practice once a year.',
    'We are working towards a shared record.',
    'Parents now receive the minutes within ten days.',
    'Managers check that plans are updated before they sign off an assessment.',
    'Managers are required to check that plans are updated.',
    'Practitioners can now view the GP record from the duty desk.',
    'A duty manager reads five of them every Friday.',
    'The consultant midwife phones each family the day after discharge.',
    'Each case is now talked through by two supervisors before it closes.',
    'The panel sits on the second Tuesday of every month.',
    'Our volunteers drive patients to the clinic twice a week.',
    'Health visitors weigh every baby at home at ten days.',
    'Any child who goes missing twice is discussed at the next tasking meeting.',
    'We no longer close a case by letter.',
    'The team has been ringing families back within the hour since Easter.',
    'Work on the joint form is well under way.',
    'A second cohort is being trained.',
    'Schools tell the Hub on the same day, and the Hub writes back.',
    'The Force keeps a list of such addresses and checks it weekly.',
    'Pharmacists ask about medicines at every visit, whoever opens the door.',
    'Referrals go to a single inbox, which two people watch.',
    'The service continues to run a drop-in on Wednesdays.',
    'New starters shadow an experienced colleague for a month.',
    'Talks with the two hospitals are going on.',
    'The Partnership is in the process of choosing a supplier.',
    'Supervisors sign off each plan before it leaves the office.',
  ])
})

test('more that has been carried out', () => {
  each('done', [
    'Head teachers told us that they feel more confident.',
    'This has been confirmed by audit.',
    'Compliance rose from 71% to 94% during the year.',
    'Completed.',
    'Action complete: policy ratified at the Quality Committee on 8 May 2026.',
    'We looked again at all 63 open cases.',
    'All 63 open cases were looked at again.',
    'The Partnership has asked for a report.',
    'The Executive asked each agency to confirm its position.',
    'The audit was repeated six months later.',
    'Practitioners received training in the use of the tool in May.',
    'The Council agreed a new threshold document in March.',
    'Agreement was reached with the school in March.',
    'Funding has been secured for two years.',
    'A business case went to the Executive and was turned down.',
    'Posters, leaflets and a podcast have gone out to all settings.',
    'The podcast went live on 3 May 2025.',
    'Terms of reference for the audit were signed off at the last meeting.',
    'The contract with the provider has ended.',
    'All fourteen nurseries took up the new form in May 2026.',
    'The practice adopted the template in the spring and has not looked back.',
    'The landlord agreed to fit locks on 4 March 2025.',
    'Two school nurses have since been recruited.',
    'Copies were handed to every foster carer at the January meeting.',
    'We took the old leaflet out of circulation last year.',
    'The protocol, which had not been looked at since 2017, was rewritten from scratch.',
    'Governors heard from three pupils at their autumn meeting.',
    'A letter went to all surgeries on 3 June 2025.',
    'The rota, drawn up with the ambulance service, came into use in March.',
    'The audit found that nineteen of twenty files held the child’s own words.',
    'Our duty desk moved in beside the police on 1 April 2025.',
    'The pilot ended in July 2026 and its report went to the Executive.',
    'Having heard from the family, the Trust apologised in writing.',
    'Every one of the forty-two care homes has now had a visit.',
    'The Council bought four more places on the course.',
    'Staff who work nights were given their own session.',
  ])
})

test('more views', () => {
  each('position', [
    'The Trust fully endorses the review’s findings.',
    'We are sorry that we did not act sooner.',
    'This recommendation is accepted.',
    'Accepted.',
    'The Trust is committed to learning from this review.',
    'The Board considers that this has been met.',
    'The Police do not accept this recommendation because the duty already exists.',
    'The Council agrees with the intention but not with the timescale.',
    'The Trust takes the reviewer’s point.',
    'The Council does not share the reviewer’s view of the pathway.',
    'The Board is grateful to the family for speaking to us.',
    'The College regrets that the call was not returned.',
    'The Service is content with the wording.',
    'Children’s Social Care takes the view that the threshold was met.',
    'The agency concurs with the finding.',
    'We fully endorse the direction of the recommendation.',
    'The practice cannot agree that its records were poor.',
    'The Trust is sorry for the distress that this caused.',
  ])
})

test('more background', () => {
  each('context', [
    'The review found that information had not been shared.',
    'Child protection plans in the area number about 240 at any one time.',
    'There are 14 secondary schools in the borough.',
    'The town has two hospitals and no night shelter.',
    'Most of these families live in the north of the county.',
    'There were eleven such deaths in the period.',
    'Mr Harker was seventy-one and lived alone.',
    'The contract is worth £1.2 million a year.',
    'Before 2019 each district had a team of its own.',
    'Waiting times in the region average nine weeks.',
    'Silence is seldom a sign that all is well.',
    'Money for this was not found.',
    'It would have made little difference in this case.',
    'No reply has been received from the Department.',
    'The rest had moved away.',
    'Only one in five knew whom to ring.',
  ])
})

test('what may be looked at is a promise that never ends, and what is now had goes on', () => {
  each('planned', ['We may look at other ways of reaching them.'])
  each('ongoing', ['Our forms now have a box for the mooring.', 'Its staff visit alongside the welfare officer.'])
  each('position', ['The Force is at one with the reviewer.'])
  each('done', ['The return for 2024/25 went to the Board on 6 May 2025.'])
})

test('nouns of the field that look like verbs, and people who are counted, do not mislead', () => {
  each('done', [
    'All thirty-one general practices adopted it in April 2026.',
    'Five families have agreed to take part.',
  ])
  each('ongoing', [
    'Learning disability nurses visit the practices whose rate is low.',
    'A detective sergeant dip-samples thirty of them every quarter.',
  ])
})

test('what is noted or considered each time is work, and no view', () => {
  each('ongoing', ['They note on each report whether the child was seen.', 'The panel considers every case in turn.'])
  each('position', ['The Board notes the finding.', 'The Trust considers that it has met this.'])
})

test('a word to whoever reads the page promises nothing', () => {
  each('context', [
    'Tell us straight away if a child near you is at risk.',
    'Call us when you need this paper in large print.',
    'Councillors will want to know that the grant ended in 2022.',
    'The Cabinet will recall the visit of May 2023.',
  ])
  each('planned', ['Tell every ward by May 2027.', 'The Cabinet will visit the ward.'])
})

test('work that continues goes on, as do hours that are kept and records that are made', () => {
  each('ongoing', [
    'Effort to clear old alerts in both systems continues.',
    'The procedure is under revision by the Policy Group.',
    'Midwives note who else is in the house.',
    'Wardens have one afternoon kept free for visits.',
  ])
  each('position', [
    'The ICB supports the keeping of one list by all wards.',
    'Midwives note the finding.',
    'The Board notes what was found.',
  ])
  each('done', ['Five wards out of nine have had the briefing.'])
  each('context', ['Three other towns have had a case like this.', 'This work builds on the plan of 2019.'])
})

test.each([
  ['We now expect it to be ready in December 2026.', 'planned'],
  ['The supplier now says that the field will go live by the end of March.', 'planned'],
  ['By December 2025 we will have:', 'planned'],
  ['The chapters take account of the guidance of March 2015.', 'ongoing'],
] as const)('%s is %s', (text, act) => {
  expect(actOf(text)).toBe(act)
})

test('an entry that begins with a participle goes on with a promise of what will have been done', () => {
  expect(actOf('asked pharmacies to label the creams that they hand out', 'planned')).toBe('planned')
})

test('what was once foreseen, with no last day, is background', () => {
  each('context', ['A home visit was planned for August.', 'The review was to be finished within nine months.'])
})

test('a name may end with a word that counts elsewhere', () => {
  each('done', ['Members of Oakley People First wrote the questions.'])
})

test('to be of a view is to take a position', () => {
  each('position', ['The Council is of the view that other providers would do well to copy this.'])
})

test('a refusal may be worded as a limit, and what has not been done is background', () => {
  each('position', [
    'Not for local action',
    'We can do this only in part.',
    'We do not use tools of this kind and do not intend to.',
  ])
  each('context', ['Still not started - capacity', '(b) No testing has been done yet.'])
  expect(actOf('No testing has been done yet.', 'done')).toBe('context')
})

test('who is expected to begin on a day begins then, and who moved in a month has moved', () => {
  each('planned', ['The adviser is expected to start in May 2026.', 'The launch was moved to May 2027.'])
  each('ongoing', ['Officers are expected to record it.'])
  expect(actOf('All our schools moved to the new system in September.')).toBe('done')
  each('position', ['Yes, agreed.', 'Agreed and already our policy.', 'We can’t commit to this without funding.'])
})

test('what was felt on reading a review is a position, and what is not shared is none', () => {
  each('position', ['We were sorry to read that nobody asked.', 'We would be happy to help others.'])
  each('context', ['Dentists are not employed by the Trust and do not share its records.'])
})
