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
