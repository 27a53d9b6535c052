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
