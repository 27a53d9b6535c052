import { expect, test } from 'vitest'
import type { HeldRow } from './blanked-queries.ts'
import { finderOf } from './blanking.ts'
import { planFile, planWords, summaryOf } from './redaction-plan.ts'

const row = (texts: HeldRow['texts'], values: HeldRow['values'] = {}): HeldRow => ({
  table: 'import',
  name: 'Import',
  keys: { id: '1' },
  texts,
  values,
})

test('a row without the words is not touched', () => {
  expect(planWords([row({ text: 'Nobody is named', failure: null })], finderOf(['Ann']))).toEqual([])
})

test('a row with the words is written with them blanked, and shown with what stands around the first', () => {
  const [planned] = planWords([row({ text: `${'x'.repeat(80)} Ann and ann`, failure: null })], finderOf(['Ann']))
  expect(planned).toMatchObject({ places: 2, texts: { text: `${'x'.repeat(80)} ███ and ███` }, values: {} })
  const { text, mark } = planned?.shown ?? { text: '', mark: [0, 0] }
  expect([text.startsWith('…x'), [...text].slice(...mark).join('')]).toEqual([true, 'Ann'])
})

test('what was read line by line is given up when the words stand across two lines', () => {
  const [planned] = planWords([row({ text: 'Ann\nLee' }, { reading: { text: 'Ann' } })], finderOf(['ann lee']))
  expect(planned?.values).toEqual({ reading: null })
})

test('of a whole file everything is blanked but the ending of its name', () => {
  const document = { ...row({ file_name: 'Ann Lee.plan.docx' }), table: 'document' }
  expect(planFile([document, row({ text: null }, { draft: null })])).toMatchObject([
    { table: 'document', texts: { file_name: '███ ████████.docx' } },
  ])
})

test('the records and places of each kind are counted', () => {
  const rows = planWords([row({ text: 'Ann' }), row({ text: 'Ann Ann' })], finderOf(['Ann']))
  expect(summaryOf(rows)).toEqual([{ name: 'Import', rows: 2, places: 3 }])
})

test('a file that was blanked before changes nothing more', () => {
  expect(planFile([row({ text: '███ ██' })])).toEqual([])
})

test('a name that must be the only one of its kind is told apart once it is blanked', () => {
  const manner = { wholeWords: true, unique: ['name'], isRemoved: false }
  const [planned] = planWords(
    [{ ...row({ name: 'Ann Lee Trust' }), keys: { id: '00000000-0000-7000-8000-0000abcdef01' }, manner }],
    finderOf(['Ann Lee']),
  )
  expect(planned?.texts).toEqual({ name: '███ ███ Trust abcdef01' })
  expect(planWords([{ ...row({ name: 'Planning' }), manner }], finderOf(['Ann']))).toEqual([])
})
