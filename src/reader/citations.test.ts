import { expect, test } from 'vitest'
import type { PlainDate } from '../core/plain-date.ts'
import { citationsIn } from './citations.ts'
import { shippedGuidance } from './guidance-data.ts'
import { sketchedLines } from './sketch.ts'

const cited = (text: string, asOf = '2026-11-22') =>
  citationsIn(sketchedLines(text), shippedGuidance(), asOf as PlainDate).map(
    ({ asWritten, guidance, edition, standing }) => `${asWritten} = ${guidance} ${edition} ${standing}`,
  )

test('an edition is found by its year behind the title or before it, in any wording', () => {
  expect(cited("as laid out in HM Government 'Working Together to Safeguard Children', 2015.")).toEqual([
    "Working Together to Safeguard Children', 2015 = working-together 2015 superseded",
  ])
  expect(cited('Working Together (July 2018)')).toEqual([
    'Working Together (July 2018) = working-together 2018 superseded',
  ])
  expect(cited('the 2010 edition of Working Together was in use')).toEqual([
    '2010 edition of Working Together = working-together 2010 superseded',
  ])
  expect(cited('NICE guideline CG89 (2009) and the SAR Quality Markers (2022)')).toEqual([
    'CG89 (2009) = nice-cg89 2009 current',
    'SAR Quality Markers (2022) = sar-quality-markers 2022 current',
  ])
})

test('a factual update is cited as its edition, an edition that never was is said to be none, and a draft is no edition', () => {
  expect(cited('Working Together 2020')).toEqual(['Working Together 2020 = working-together 2018 superseded'])
  expect(cited('Working Together 2021')).toEqual(['Working Together 2021 = working-together 2021 never-existed'])
  expect(cited('Keeping Children Safe in Education (2017)')).toEqual([
    'Keeping Children Safe in Education (2017) = kcsie 2017 never-existed',
  ])
  expect(cited('the 2026 consultation draft of Keeping Children Safe in Education')).toEqual([
    '2026 consultation draft of Keeping Children Safe in Education = kcsie 2026 draft',
  ])
})

test('how an edition stands depends on the day', () => {
  expect(cited('Working Together 2018', '2019-01-01')).toEqual([
    'Working Together 2018 = working-together 2018 current',
  ])
  expect(cited('Working Together 2023', '2019-01-01')).toEqual([
    'Working Together 2023 = working-together 2023 unknown',
  ])
})

test('advice on information sharing is cited by its year, and spoken of without one', () => {
  expect(cited('the Government’s advice on information sharing (2018)')).toEqual([
    'advice on information sharing (2018) = information-sharing 2018 superseded',
  ])
  expect(cited('An information sharing guidance note was written. Staff are working together.')).toEqual([])
})

test('of laws only those that are no longer in force are told of', () => {
  expect(cited('the Data Protection Act 1998, the Care Act 2014 and the Children Act 1989')).toEqual([
    'Data Protection Act 1998 = data-protection-act 1998 superseded',
  ])
})

test('short names carry their year behind them, and descriptions in small letters need one', () => {
  expect(cited('as WT2018 says, and WTSC 2023')).toEqual([
    'WT2018 = working-together 2018 superseded',
    'WTSC 2023 = working-together 2023 superseded',
  ])
  expect(cited('KCSIE ’23 replaced KCSIE22')).toEqual([
    'KCSIE ’23 = kcsie 2023 superseded',
    'KCSIE22 = kcsie 2022 superseded',
  ])
  expect(cited('It quotes Information Sharing (2018).')).toEqual([
    'Information Sharing (2018) = information-sharing 2018 superseded',
  ])
  expect(cited('the statutory guidance on domestic homicide reviews, 2013')).toEqual([
    'statutory guidance on domestic homicide reviews, 2013 = dhr-guidance 2013 superseded',
  ])
  expect(cited('guidance on domestic homicide reviews and WT were read; information sharing improved in 2018')).toEqual(
    [],
  )
})

test('a date behind a title is that of its edition only where something is published then', () => {
  expect(cited('Government published Working Together in December 2023.')).toEqual([
    'Working Together in December 2023 = working-together 2023 superseded',
  ])
  expect(cited('The chapters were checked against Working Together in January 2018.')).toEqual([
    'Working Together = working-together null unknown',
  ])
})
