import { expect, test } from 'vitest'
import { found, readSketch } from './sketch.ts'

/** A response to one recommendation: what is asked, then what is said. */
const findings = (asked: string, said: string) =>
  found(
    readSketch(
      `# Elm Safeguarding Adults Board: response to the Safeguarding Adults Review: Adult Q\n## Recommendation 1\n${asked}\n${said}`,
    ),
  )

test('a recommendation without an answer is unanswered', () => {
  expect(findings('Elm Council should act.', '')).toEqual(['unanswered 1'])
})

test('an addressee that does not answer is silent, unless another speaks on its behalf', () => {
  const asked = 'Elm Council and Elm Police should agree a form.'
  expect(findings(asked, '### Elm Council\nA form has been agreed.')).toEqual(['silent-addressee 1'])
  expect(findings(asked, '### Elm Council\nThe Council, on behalf of Elm Police, has agreed a form.')).toEqual([])
})

test('a part is taken up by who does its deed to its thing, however little else is said', () => {
  const asked =
    'Elm Council should:\n- publish data on the waits of children who are referred for help\n- agree a target'
  const said = '### Elm Council\nData were published in July 2024.\nA target is being discussed.'
  expect(findings(asked, said)).toEqual([])
})

test('a letter that was sent keeps the promise to write', () => {
  const said =
    '### Elm Council\nThe Chair will write to the Department in August 2024.\nA letter was sent on 14 August 2024.'
  expect(findings('Elm Council should act.', said)).toEqual([])
})

test('an aim to explore, support or the like can never be finished', () => {
  const endless = (said: string) =>
    findings('Elm Council should act.', `### Elm Council\n${said}`).includes('open-ended 1')
  expect(endless('We aim to explore how this could be recorded.')).toBe(true)
  expect(endless('The Council intends to support practitioners.')).toBe(true)
  expect(endless('We aim to publish a form.')).toBe(false)
})

test('a member of a group that an answer relies on is silent when it says nothing', () => {
  const said =
    '### Elm Council\nThe Council set up a group consisting of Police, Housing and Health.\n### Housing\nHousing takes part.\n### Health\nHealth takes part.'
  expect(findings('Elm Council should act.', said)).toEqual(['silent-addressee 1'])
})

test('a part that no answer takes up is unanswered, and so is evaluation that was asked for', () => {
  const asked =
    'Elm Council should:\n- train its housing officers in hoarding\n- ask tenants each winter whether their boiler works'
  expect(findings(asked, '### Elm Council\nAll housing officers have been trained in hoarding.')).toEqual([
    'part-unanswered 1',
  ])
  expect(
    findings(
      'Elm Council should run a campaign and evaluate its impact.',
      '### Elm Council\nPosters were displayed in May 2024.',
    ),
  ).toEqual(['part-unanswered 1'])
  expect(
    findings(
      'Elm Council should run a campaign and evaluate its impact.',
      '### Elm Council\nPosters were displayed, and a survey was made.',
    ),
  ).toEqual([])
})

test('a promise without a date, past its date, or that cannot be finished is told of once', () => {
  const asked = 'Elm Council should act.'
  expect(findings(asked, '### Elm Council\nThe Council will write a guide. It will print it.')).toEqual(['no-date 1'])
  expect(findings(asked, '### Elm Council\nThe Council will write a guide by May 2024.')).toEqual(['overdue 1'])
  expect(findings(asked, '### Elm Council\nThe Council will explore whether a guide is needed.')).toEqual([
    'no-date 1',
    'open-ended 1',
  ])
  expect(findings(asked, '### Elm Council\nThe Council will write a guide by May 2027.')).toEqual([])
})

test('a promise that was kept is not overdue, and one that was kept in part is', () => {
  const asked = 'Elm Council should act.'
  expect(
    findings(asked, '### Elm Council\nThe guide will be published by May 2024. The guide was published on 3 May 2024.'),
  ).toEqual([])
  expect(
    findings(asked, '### Elm Council\nAll wardens will be trained by May 2024. Two of nine wardens have been trained.'),
  ).toEqual(['overdue 1'])
  const sessions = (held: string) =>
    findings(asked, `### Elm Council\nThe Council will hold six training sessions by 2 May 2024. ${held}`)
  expect(sessions('Four sessions have been held.')).toEqual(['overdue 1'])
  expect(sessions('Eight sessions have been held in 2023 for 40 wardens.')).toEqual([])
})

test('what was to be built is there when it went live, and figures of cases answer what is to be tested', () => {
  const said = (came: string) =>
    `### Elm Council\nThe Council will, by May 2024:\n- build a flag in its system\n${came}`
  expect(findings('Elm Council should act.', said('The flag went live in April 2024.'))).toEqual([])
  expect(findings('Elm Council should act.', said('The flag has been discussed.'))).toEqual(['overdue 1'])
  const asked = 'Elm Council should test whether staff follow the protocol.'
  expect(findings(asked, '### Elm Council\nWe looked at 30 cases in May 2024.')).toEqual([])
})

test('a promise that nobody is named for has no owner', () => {
  const paper =
    '# Serious Case Review: Child D. Response\n## Recommendation 1\nAgencies should act.\nWork will be carried out by May 2027.'
  expect(found(readSketch(paper))).toEqual(['no-owner 1'])
})

test('a time that is told of as to come, before another that is past, is stale', () => {
  const said = '### Elm Council\nA conference will be held in December 2016. The tool was rewritten in June 2018.'
  expect(findings('Elm Council should act.', said)).toEqual(['overdue 1', 'stale-tense 1'])
})

test('two recommendations that ask the same are duplicates', () => {
  const reading = readSketch(
    '# Overview report: Serious Case Review\n## Recommendations\nRecommendation 2: The Board should review its bruising procedure for babies.\nRecommendation 3: The Board should review its bruising procedure for babies.',
  )
  expect(found(reading)).toEqual(['duplicate-recommendation 3'])
})

test('an edition that is only spoken about raises nothing', () => {
  expect(
    found(
      readSketch(
        '# Overview report: Serious Case Review\nThe agreement that cited Working Together 2010 has ended.\nRecommendation 1: Elm Council should act.',
      ),
    ),
  ).toEqual([])
  expect(
    found(
      readSketch(
        '# Overview report: Serious Case Review\nThis follows Working Together 2010.\nRecommendation 1: Elm Council should act.',
      ),
    ),
  ).toEqual(['superseded-guidance'])
})

test('a label says who speaks, and not who does what nobody is named for', () => {
  const asked = 'Elm Council should act.'
  expect(findings(asked, 'Elm Council: A form will be drawn up by May 2027.')).toEqual(['no-owner 1'])
  expect(findings(asked, 'Elm Council: A form will be tried by four schools in May 2027.')).toEqual([])
  expect(findings(asked, 'Elm Council: The Council will draw up a form by May 2027.')).toEqual([])
})

test('finding out from people whether a thing is used is an ask of its own', () => {
  const asked = 'Elm Council should give out fireguards and should find out from tenants whether fireguards are used.'
  expect(findings(asked, '### Elm Council\nSixty fireguards were given out to tenants.')).toEqual(['part-unanswered 1'])
  expect(findings(asked, '### Elm Council\nFireguards were given out, and a survey of tenants was made.')).toEqual([])
})

test('an event that took place keeps the promise of one that was planned', () => {
  const said = '### Elm Council\nA further event on fathers is planned for Spring 2017.\n'
  expect(findings('Elm Council should hear fathers.', `${said}The second event took place on 9 May 2017.`)).toEqual([])
  expect(findings('Elm Council should hear fathers.', `${said}The new form was held back on 9 May 2017.`)).toEqual([
    'overdue 1',
  ])
})

test('a health check evaluates nothing', () => {
  const asked = 'Elm Council should involve fathers in health checks and evaluate what is done.'
  expect(findings(asked, '### Elm Council\nLetters about health checks have gone to fathers.')).toEqual([
    'part-unanswered 1',
  ])
  expect(findings(asked, '### Elm Council\nWe checked in May whether fathers come to health checks.')).toEqual([])
})

test('counting how often and asking whether are ways of finding out', () => {
  const asked = 'Elm Council should publish a guide, and should find out whether it is used.'
  const said = '### Elm Council\nThe guide was published in May 2024.'
  expect(findings(asked, said)).toEqual(['part-unanswered 1'])
  expect(findings(asked, `${said} We count how often the guide is opened.`)).toEqual([])
  expect(findings(asked, `${said} Callers are asked whether they have seen it.`)).toEqual([])
})
