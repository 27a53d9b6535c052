import { expect, test } from 'vitest'
import type { PlainDate } from '../core/plain-date.ts'
import { shippedGuidance } from './guidance-data.ts'
import { sketchedLines } from './sketch.ts'
import { bodyMentionsIn } from './successors.ts'

const bodies = (text: string, asOf = '2026-11-22') =>
  bodyMentionsIn(sketchedLines(text), shippedGuidance(), asOf as PlainDate).map(
    ({ asWritten, standing, on, successor }) => `${asWritten}: ${standing} ${on} ${successor}`,
  )

test('a body that was abolished is told of in each wording, with its successor', () => {
  expect(bodies('Elm Clinical Commissioning Group. The CCG and other CCGs replied.')).toEqual([
    'Elm Clinical Commissioning Group: abolished 2022-07-01 Integrated Care Board',
    'CCG: abolished 2022-07-01 Integrated Care Board',
    'CCGs: abolished 2022-07-01 Integrated Care Boards',
  ])
  expect(bodies('Public Health England’s team and the primary care trust')).toEqual([
    'Public Health England: abolished 2021-10-01 UK Health Security Agency and Office for Health Improvement and Disparities',
    'primary care trust: abolished 2013-04-01 Clinical Commissioning Group, now Integrated Care Board',
  ])
})

test('before its last day a body is current', () => {
  expect(bodies('The National Probation Service', '2020-01-01')).toEqual([
    'National Probation Service: current 2021-06-26 null',
  ])
})

test('bodies that are still there are not told of', () => {
  expect(bodies('The Integrated Care Board, the Safeguarding Children Partnership and Elm Police')).toEqual([])
})
