import { describe, expect, test } from 'vitest'
import { outline } from './fixtures/outline.ts'
import { type WorkbookParts, workbookOf } from './fixtures/packed.ts'
import { openDocument } from './open.ts'

const open = async (parts: WorkbookParts) => openDocument(workbookOf(parts), 'a.xlsx')
const sheet = (xml: string, name = 'Plan', state?: string) => ({ name, xml, ...(state ? { state } : {}) })
const rows = async (xml: string, parts: Omit<WorkbookParts, 'sheets'> = {}) =>
  outline((await open({ ...parts, sheets: [sheet(xml)] })).blocks)
const text = (ref: string, words: string) =>
  `<c r="${ref}" t="inlineStr"><is><t xml:space="preserve">${words}</t></is></c>`
const number = (ref: string, value: number | string, style = 0) => `<c r="${ref}" s="${style}"><v>${value}</v></c>`

describe('the cells of a workbook', () => {
  test('hold shared text, rich text, text of formulas, and what a formula came to', async () => {
    const texts = '<si><t>shared</t></si><si><r><t>rich </t></r><r><rPr/><t>text</t></r><rPh><t>said</t></rPh></si>'
    const xml = [
      '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s">',
      '<v>1</v></c><c r="C1" t="str"><f>A1&amp;"x"</f><v>made</v></c><c r="D1" t="b">',
      '<v>1</v></c><c r="E1" t="e"><v>#REF!</v></c></row></sheetData>',
    ].join('')
    expect(await rows(xml, { texts })).toEqual(['table 0=shared 1=rich text 2=made 3=TRUE'])
  })

  test('keep line breaks as lines, and bullets that were typed as bullets', async () => {
    expect(
      await rows(`<sheetData><row r="1">${text('A1', 'Agree it&#10;• say so\n- publish')}</row></sheetData>`),
    ).toEqual(['table 0=Agree it/• say so/- publish'])
  })

  test('need not say where they are', async () => {
    expect(
      await rows(
        [
          '<sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row>',
          '<c t="inlineStr"><is><t>x</t></is></c></row></sheetData>',
        ].join(''),
      ),
    ).toEqual(['table 0=1 1=2 | 0=x'])
  })

  test('that are merged stand once, and cover only rows that are there', async () => {
    const xml = [
      `<sheetData><row r="1">${text('A1', 'Title')}</row><row r="3">`,
      `${text('A3', '1')}${text('B3', 'a')}</row><row r="4">${text('B4', 'b')}`,
      `</row><row r="9">${text('B9', 'c')}</row></sheetData><mergeCells>`,
      '<mergeCell ref="A1:C1"/><mergeCell ref="A3:A8"/></mergeCells>',
    ].join('')
    expect(await rows(xml)).toEqual(['table 0+3=Title | 0v2=1 1=a | 1=b | 1=c'])
  })
})

const numberFormat = (code: string, at: number): string =>
  `<numFmt numFmtId="${200 + at}" formatCode="${code.replaceAll('"', '&quot;')}"/>`

describe('numbers of a workbook', () => {
  const formats = [
    'General',
    'dd/mm/yyyy',
    'mmm\\-yy',
    '0.0',
    '0%',
    '"£"#,##0.00',
    'dd/mm/yyyy hh:mm',
    'h:mm',
    '[$-809]d mmmm yyyy;@',
    '"due" 0',
    'yyyy',
  ]
  const styles = [
    '<numFmts>',
    [[`${formats.map(numberFormat).join('')}`].join('')].join(''),
    `</numFmts><cellXfs>${formats.map((_, at) => `<xf numFmtId="${200 + at}"/>`).join('')}`,
    '<xf numFmtId="14"/><xf numFmtId="17"/></cellXfs>',
  ].join('')
  const shown = async (value: number | string, style: number, settings = '') =>
    (
      await rows(`<sheetData><row r="1">${number('A1', value, style)}</row></sheetData>`, { styles, settings })
    )[0]?.replace('table 0=', '')

  test.each([
    [43553, 1, '29/03/2019'],
    [43553, 2, 'March 2019'],
    [43553.75, 6, '29/03/2019 18:00'],
    [43553, 6, '29/03/2019'],
    [0.5, 7, '12:00'],
    [43553, 8, '29/03/2019'],
    [43553, 10, '2019'],
    [43553, 11, '29/03/2019'],
    [43553, 12, 'March 2019'],
    [1, 1, '01/01/1900'],
    [60, 1, '28/02/1900'],
    [61, 1, '01/03/1900'],
  ])('%d in format %d is the date %s', async (value, style, written) => {
    expect(await shown(value, style)).toBe(written)
  })

  test.each([
    [1, 3, '1.0'],
    [0.85, 4, '85%'],
    [1234.5, 5, '£1,234.50'],
    [3, 9, '3'],
    [43553, 0, '43553'],
    ['0.30000000000000004', 0, '0.3'],
  ])('%s in format %d is shown as %s', async (value, style, written) => {
    expect(await shown(value, style)).toBe(written)
  })

  test('dates count from 1904 where the workbook says so', async () => {
    expect(await shown(42091, 1, '<workbookPr date1904="1"/>')).toBe('29/03/2019')
  })

  test('a date may be written as one', async () => {
    expect(
      await rows('<sheetData><row r="1"><c r="A1" t="d"><v>2019-03-29T00:00:00</v></c></row></sheetData>'),
    ).toEqual(['table 0=29/03/2019'])
  })
})

describe('the sheets of a workbook', () => {
  const one = (words: string) => `<sheetData><row r="1">${text('A1', words)}</row></sheetData>`

  test('are tables in their order, by name', async () => {
    const { blocks } = await open({ sheets: [sheet(one('a'), 'Plan'), sheet(one('b'), 'Log')] })
    expect(blocks.map(block => block.kind === 'table' && block.name)).toEqual(['Plan', 'Log'])
  })

  test('are left out when hidden, and that is said', async () => {
    const { blocks, notices } = await open({
      sheets: [sheet(one('a')), sheet(one('b'), 'Lists', 'hidden'), sheet(one('c'), 'Deep', 'veryHidden')],
    })
    expect(outline(blocks)).toEqual(['table 0=a'])
    expect(notices).toEqual([
      'The sheet “Lists” is hidden. It was left out.',
      'The sheet “Deep” is hidden. It was left out.',
    ])
  })

  test('leave out hidden rows and columns, and that is said', async () => {
    const xml = [
      '<cols><col min="2" max="2" hidden="1"/></cols><sheetData>',
      `<row r="1">${text('A1', 'a')}${text('B1', 'no')}</row>`,
      `<row r="2" hidden="1">${text('A2', 'no')}</row></sheetData>`,
    ].join('')
    const { blocks, notices } = await open({ sheets: [sheet(xml)] })
    expect(outline(blocks)).toEqual(['table 0=a'])
    expect(notices).toEqual(['The sheet “Plan” has hidden rows or columns. They were left out.'])
  })

  test('keep rows that only a filter hides', async () => {
    const xml = [
      `<sheetData><row r="1">${text('A1', 'a')}</row><row r="2" hidden="1">${text('A2', 'b')}`,
      '</row></sheetData><autoFilter ref="A1:A2"><filterColumn colId="0"/></autoFilter>',
    ].join('')
    expect(await rows(xml)).toEqual(['table 0=a | 0=b'])
  })

  test('have a header row where they are frozen below one, or are filtered by one', async () => {
    const data = [
      `<sheetData><row r="1">${text('A1', 'Title')}</row><row r="2">`,
      `${text('A2', 'Ref')}${text('B2', 'Action')}</row><row r="3">`,
      `${text('A3', '1')}${text('B3', 'a')}</row></sheetData>`,
    ].join('')
    const expected = ['table 0=Title | #0=Ref 1=Action | 0=1 1=a']
    expect(
      await rows(`<sheetViews><sheetView><pane ySplit="2" state="frozen"/></sheetView></sheetViews>${data}`),
    ).toEqual(expected)
    expect(await rows(`${data}<autoFilter ref="A2:B3"/>`)).toEqual(expected)
  })

  test('may use any prefix for their names', async () => {
    const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
    const xml = [
      `<x:worksheet xmlns:x="${main}"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr">`,
      '<x:is><x:t>words</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>',
    ].join('')
    const { blocks } = await open({ sheets: [sheet('')], more: { 'xl/worksheets/sheet1.xml': xml } })
    expect(outline(blocks)).toEqual(['table 0=words'])
  })
})
