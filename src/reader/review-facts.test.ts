import { expect, test } from 'vitest'
import { readSketch } from './sketch.ts'

const facts = (text: string) => readSketch(text).review

test('title, subject, type and board are read from the top of the document', () => {
  expect(
    facts(
      'Elm Safeguarding Children Board\nResponse to the Recommendations from the\nSerious Case Review of Child V\nThe case was considered by the serious case review subgroup on 20 July 2015 under Regulation 5 of the Local Safeguarding Children Board Regulations 2006.',
    ),
  ).toMatchObject({
    title: 'Serious Case Review of Child V',
    subject: 'Child V',
    type: 'scr',
    board: 'Elm Safeguarding Children Board',
    consideredOn: '2015-07-20',
    legalBasis: 'Regulation 5 of the Local Safeguarding Children Board Regulations 2006',
  })
})

test('a pseudonym may be a name, and words such as "Child Protection" are none', () => {
  expect(facts('# Safeguarding Adults Review “Joan” - Action Plan').subject).toBe('Joan')
  expect(facts('# Domestic Homicide Review (Rowena)').subject).toBe('Rowena')
  expect(facts('# Hazel: what has been done since the Safeguarding Adults Review').subject).toBe('Hazel')
  expect(facts('# Elm Child Protection audit 2022').subject).toBeNull()
})

test('a first name alone is the subject when the text tells of that person', () => {
  expect(facts('# Walter: what the agencies say\nWalter was 68 when he died in a fire.').subject).toBe('Walter')
  expect(facts('# Our response to the review about Ada and Bel\nAda and Bel are sisters.').subject).toBe('Ada and Bel')
  expect(facts('# Ivy’s review\nThe report is about Ivy, who lived alone.').subject).toBe('Ivy')
  expect(facts('# Tollgate: a progress report on the review\nThe Council has met.').subject).toBe('Tollgate')
  expect(facts('# Progress: the plan after the audit\nProgress has been good.').subject).toBeNull()
})

test('the lead reviewer and the method are read as they are written', () => {
  const text =
    '# LCSPR: Child B\nAmara Osei, an independent consultant, was commissioned as the lead reviewer. She used a systems approach.'
  expect(facts(text)).toMatchObject({ leadReviewer: 'Amara Osei', methodology: 'systems approach', type: 'lcspr' })
  expect(facts('# SAR\nLead reviewer: Dr Per Lind').leadReviewer).toBe('Dr Per Lind')
})

test('a rapid review and an audit are known for what they are', () => {
  expect(facts('# Rapid Review: Child C').type).toBe('rapid-review')
  expect(facts('# Multi-agency audit of strategy discussions').type).toBe('audit')
  expect(facts('# Multi-agency learning review about Family D').type).toBe('learning-review')
})

test.each([
  ['The case was brought to the Learning Panel on Tuesday 13 June 2023.', '2023-06-13'],
  ['On 22 February 2024 the Partnership resolved to hold a Local Child Safeguarding Practice Review.', '2024-02-22'],
  ['The Review Panel met on 7 May 2024 and held that section 44 of the Care Act 2014 applied.', '2024-05-07'],
  ['The Case Review Group considered what had happened on 19 March 2024.', '2024-03-19'],
])('the day on which the case was considered: %s', (sentence, day) => {
  expect(facts(`# Local Child Safeguarding Practice Review: Child B\n${sentence}`).consideredOn).toBe(day)
})

test('the one by whom a review was led is its lead reviewer', () => {
  const text = '# SAR: Tansy\nThe review was led by Ambrose Kettle, an independent reviewer, and was checked.'
  expect(facts(text).leadReviewer).toBe('Ambrose Kettle')
})

test('a pseudonym in capitals is one, and small words of a committee’s name are none', () => {
  expect(facts('# Progress on recommendations: LCSPR “CHILD BRAMBLE”').subject).toBe('CHILD BRAMBLE')
  expect(facts('# CHILDREN AND YOUNG PEOPLE COMMITTEE\nProgress on a review').subject).toBeNull()
})

test('the minutes of a meeting are of no review', () => {
  const text = '# Elm Safeguarding Adults Board\nMinutes of the meeting of 16 October 2025\nMr Hale told of a SAR.'
  expect(facts(text)).toMatchObject({ subject: null, type: 'unknown' })
})

test('who led the review is named in several ways', () => {
  for (const sentence of [
    'The safeguarding partners asked Gwen Hill to lead it.',
    'Gwen Hill, who is independent of all agencies, led it.',
    'Gwen Hill chaired the review panel and wrote its report.',
    'The partners commissioned an independent reviewer, Gwen Hill, to find out more.',
  ])
    expect(facts(`# Serious Case Review of Child V\n${sentence}`).leadReviewer).toBe('Gwen Hill')
})
