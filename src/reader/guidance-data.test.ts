import { expect, test } from 'vitest'
import type { PlainDate } from '../core/plain-date.ts'
import { standingOf } from './citations.ts'
import { shippedGuidance, withOverlay } from './guidance-data.ts'
import { listGuidance } from './guidance-list.ts'

const asOf = '2026-11-22' as PlainDate
const edition = { edition: '2026', published: '2026-09-01', source: 'our own', sure: 'sure' }

test('everything that ships says where it is from and how sure it is', () => {
  const { editions, bodies } = listGuidance(shippedGuidance(), asOf)
  expect(editions.length).toBeGreaterThan(40)
  for (const { source, sure } of [...editions, ...bodies])
    expect([source.length > 0, sure]).toEqual([true, expect.stringMatching(/^(sure|likely|unsure)$/)])
})

test('an administrator’s own edition is laid over what ships, and ends the one before', () => {
  const data = withOverlay(shippedGuidance(), { guidance: [{ id: 'kcsie', editions: [edition] }] })
  const kcsie = data.guidance.find(({ id }) => id === 'kcsie')
  expect(kcsie && standingOf(kcsie, '2026', asOf)).toMatchObject({ standing: 'current', current: '2026' })
  expect(kcsie && standingOf(kcsie, '2025', asOf)).toMatchObject({ standing: 'superseded', supersededBy: '2026' })
  expect(kcsie?.title).toBe('Keeping Children Safe in Education')
})

test('new guidance and new bodies can be added', () => {
  const data = withOverlay(shippedGuidance(), {
    guidance: [{ id: 'local', title: 'Elm threshold document', editions: [edition] }],
    bodies: [
      {
        id: 'elm',
        name: 'Elm Trust',
        names: ['Elm Trust'],
        standing: 'renamed',
        on: '2020',
        successor: 'Oak Trust',
        source: 'our own',
        sure: 'sure',
      },
    ],
  })
  expect(listGuidance(data, asOf).editions.at(-1)).toMatchObject({ guidance: 'local', standing: 'current' })
  expect(listGuidance(data, asOf).bodies.at(-1)).toMatchObject({ id: 'elm', standing: 'renamed' })
})

test('data of another shape is refused in one line that says where', () => {
  const refuse = (overlay: unknown) => expect(() => withOverlay(shippedGuidance(), overlay))
  refuse([]).toThrow('the file is no object')
  refuse({ guidance: 'all' }).toThrow('guidance is no list')
  refuse({ guidance: [{ title: 'x' }] }).toThrow('the id of entry 1 is missing')
  refuse({ guidance: [{ id: 'x', title: 'X', editions: [{ ...edition, published: 'May' }] }] }).toThrow(
    '"published" of guidance "x" 2026 is "May"',
  )
  refuse({ guidance: [{ id: 'x', title: 'X', editions: [{ ...edition, sure: 'very' }] }] }).toThrow(
    '"sure" of guidance "x" 2026',
  )
})
