import { expect, test } from 'vitest'
import { datesIn } from './dates.ts'

const read = (text: string) => datesIn(text).map(({ asWritten, range }) => `${asWritten}: ${range.from} to ${range.to}`)

test('days are read day first, in figures or words', () => {
  expect(read('29/03/2019')).toEqual(['29/03/2019: 2019-03-29 to 2019-03-29'])
  expect(read('on 3rd of May 2021')).toEqual(['3rd of May 2021: 2021-05-03 to 2021-05-03'])
  expect(read('due 05.04.22')).toEqual(['due 05.04.22: null to 2022-04-05'])
  expect(read('2024-02-30')).toEqual([])
})

test('a month is its first to its last day', () => {
  expect(read('in February 2024')).toEqual(['February 2024: 2024-02-01 to 2024-02-29'])
  expect(read('Sept 2018')).toEqual(['Sept 2018: 2018-09-01 to 2018-09-30'])
  expect(read('Mar-19')).toEqual(['Mar-19: 2019-03-01 to 2019-03-31'])
  expect(read('between September and December 2023')).toEqual(['September and December 2023: 2023-09-01 to 2023-12-31'])
  expect(read('November 2022 to February 2023')).toEqual(['November 2022 to February 2023: 2022-11-01 to 2023-02-28'])
})

test('a financial year runs from April to March and its first quarter is April to June', () => {
  expect(read('the 2016/17 audit')).toEqual(['2016/17: 2016-04-01 to 2017-03-31'])
  expect(read('Q1 2022/23')).toEqual(['Q1 2022/23: 2022-04-01 to 2022-06-30'])
  expect(read('Quarter 4 of 2021/22')).toEqual(['Quarter 4 of 2021/22: 2022-01-01 to 2022-03-31'])
  expect(read('the third quarter of 2019-20')).toEqual(['third quarter of 2019-20: 2019-10-01 to 2019-12-31'])
  expect(read('2023/24 Q2')).toEqual(['2023/24 Q2: 2023-07-01 to 2023-09-30'])
})

test('seasons are three months, and winter runs into the next year', () => {
  expect(read('Spring 2019')).toEqual(['Spring 2019: 2019-03-01 to 2019-05-31'])
  expect(read('winter 2023')).toEqual(['winter 2023: 2023-12-01 to 2024-02-29'])
})

test('"by" has no first day, "before" ends the day before, "from" has no last', () => {
  expect(read('by 31 January 2022')).toEqual(['by 31 January 2022: null to 2022-01-31'])
  expect(read('by the end of March 2024')).toEqual(['by the end of March 2024: null to 2024-03-31'])
  expect(read('before May 2020')).toEqual(['before May 2020: null to 2020-04-30'])
  expect(read('from 1 October 2025')).toEqual(['from 1 October 2025: 2025-10-01 to null'])
})

test('"early", "mid" and "late" are thirds', () => {
  expect(read('in early 2022')).toEqual(['early 2022: 2022-01-01 to 2022-04-30'])
  expect(read('mid-2022')).toEqual(['mid-2022: 2022-05-01 to 2022-08-31'])
  expect(read('late 2022')).toEqual(['late 2022: 2022-09-01 to 2022-12-31'])
})

test('numbers, sums of money, versions and times that are relative are no dates', () => {
  expect(read('1,140 times, £2015, version 1.2, 88 referrals, within three months, by the end of Q2, ongoing')).toEqual(
    [],
  )
})
