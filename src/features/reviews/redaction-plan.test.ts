import { expect, test } from 'vitest'
import type { HeldRow } from './blanked-queries.ts'
import { matcherOf } from './blanking.ts'
import { planFile, planWords, summaryOf } from './redaction-plan.ts'

const row = (texts: HeldRow['texts'], values: HeldRow['values'] = {}): HeldRow => ({
  table: 'import',
  name: 'Import',
  keys: { id: '1' },
  texts,
  values,
})

test('a row without the words is not touched', () => {
  expect(planWords([row({ text: 'Nobody is named', failure: null })], matcherOf(['Ann']))).toEqual([])
})

test('a row with the words is written with them blanked, and shown with what stands around the first', () => {
  const [planned] = planWords([row({ text: `${'x'.repeat(80)} Ann and ann`, failure: null })], matcherOf(['Ann']))
  expect(planned).toMatchObject({ places: 2, texts: { text: `${'x'.repeat(80)} ███ and ███` }, values: {} })
  const { text, mark } = planned?.shown ?? { text: '', mark: [0, 0] }
  expect([text.startsWith('…x'), [...text].slice(...mark).join('')]).toEqual([true, 'Ann'])
})

test('what was read line by line is given up when the words stand across two lines', () => {
  const [planned] = planWords([row({ text: 'Ann\nLee' }, { reading: { text: 'Ann' } })], matcherOf(['ann lee']))
  expect(planned?.values).toEqual({ reading: null })
})

test('of a whole file everything is blanked but the ending of its name', () => {
  const document = { ...row({ file_name: 'Ann Lee.plan.docx' }), table: 'document' }
  expect(planFile([document, row({ text: null }, { draft: null })])).toMatchObject([
    { table: 'document', texts: { file_name: '███ ████████.docx' } },
  ])
})

test('the records and places of each kind are counted', () => {
  const rows = planWords([row({ text: 'Ann' }), row({ text: 'Ann Ann' })], matcherOf(['Ann']))
  expect(summaryOf(rows)).toEqual([{ name: 'Import', rows: 2, places: 3 }])
})
