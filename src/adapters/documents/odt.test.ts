import { describe, expect, test } from 'vitest'
import { outline } from './fixtures/outline.ts'
import { type WritingParts, writingOf } from './fixtures/packed.ts'
import { openDocument } from './open.ts'

const blocks = async (parts: WritingParts) => outline((await openDocument(writingOf(parts), 'a.odt')).blocks)
const p = (words: string, style = 'Standard') => `<text:p text:style-name="${style}">${words}</text:p>`

describe('an OpenDocument text', () => {
  const bold = [
    '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Standard">',
    '<style:text-properties fo:font-weight="bold"/>',
    '</style:style><style:style style:name="T1" style:family="text">',
    '<style:text-properties fo:font-weight="bold"/></style:style>',
  ].join('')

  test('has headings by level, by style, and by their looks', async () => {
    const body = [
      `${p('Response', 'Title')}<text:h text:outline-level="2">Actions`,
      `</text:h>${p('Police', 'Heading_20_3')}${p('Health', 'P1')}`,
      `${p('<text:span text:style-name="T1">Schools</text:span>')}${p('Text.')}`,
    ].join('')
    expect(await blocks({ body, automatic: bold })).toEqual([
      'h1 Response',
      'h2 Actions',
      'h3 Police',
      'h4 Health',
      'h4 Schools',
      'p Text.',
    ])
  })

  test('numbers its headings where its outline says so', async () => {
    const styles = [
      '<text:outline-style><text:outline-level-style text:level="1" style:num-format="1" style:num-suffix="."/>',
      '<text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/>',
      '</text:outline-style>',
    ].join('')
    const body = [
      '<text:h text:outline-level="1">One</text:h><text:h text:outline-level="2">Below',
      '</text:h><text:h text:outline-level="1" text:is-list-header="true">Bare',
      '</text:h><text:h text:outline-level="1">Two</text:h>',
    ].join('')
    expect(await blocks({ body, styles })).toEqual(['h1 [1.] One', 'h2 [1.1] Below', 'h1 Bare', 'h1 [2.] Two'])
  })

  test('has lists that nest, continue, and start where they are told to', async () => {
    const list = [
      '<text:list-style style:name="L1">',
      '<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix=")"/>',
      '<text:list-level-style-number text:level="2" style:num-format="a" style:num-prefix="(" style:num-suffix=")"/>',
      '</text:list-style><text:list-style style:name="L2">',
      '<text:list-level-style-bullet text:level="1" text:bullet-char="–"/></text:list-style>',
    ].join('')
    const item = (words: string, more = '', attributes = '') =>
      `<text:list-item ${attributes}>${p(words)}${more}</text:list-item>`
    const body = [
      `<text:list text:style-name="L1">${item('one', `<text:list>${item('a')}${item('b')}</text:list>`)}`,
      `${item('two')}</text:list>${p('Between.')}`,
      `<text:list text:style-name="L1" text:continue-numbering="true">${item('three')}`,
      `${item('nine', '', 'text:start-value="9"')}</text:list><text:list text:style-name="L1">`,
      `${item('again')}</text:list><text:list text:style-name="L2">${item('dash')}</text:list>`,
    ].join('')
    expect(await blocks({ body, automatic: list })).toEqual([
      '1) one',
      '  (a) a',
      '  (b) b',
      '2) two',
      'p Between.',
      '3) three',
      '9) nine',
      '1) again',
      '• dash',
    ])
  })

  test('has tables with header rows and merged cells', async () => {
    const cell = (words: string, attributes = '') => `<table:table-cell ${attributes}>${p(words)}</table:table-cell>`
    const covered = '<table:covered-table-cell/>'
    const body = [
      `<table:table><table:table-header-rows><table:table-row>${cell('Ref')}`,
      `${cell('What', 'table:number-columns-spanned="2"')}${covered}</table:table-row>`,
      `</table:table-header-rows><table:table-row>${cell('1', 'table:number-rows-spanned="2"')}`,
      `${cell('a')}${cell('amend it<text:line-break/>brief staff')}</table:table-row>`,
      `<table:table-row>${covered}${cell('c')}${cell('d')}</table:table-row></table:table>`,
    ].join('')
    expect(await blocks({ body })).toEqual(['table #0=Ref 1+2=What | 0v2=1 1=a 2=amend it/brief staff | 1=c 2=d'])
  })

  test('keeps its spaces, tabs and line breaks as a reader sees them', async () => {
    expect(await blocks({ body: p('a<text:s text:c="3"/>b<text:tab/>c\n   d<text:line-break/>E') })).toEqual([
      'p a b c d',
      'p E',
    ])
  })

  test('leaves out deleted text, remarks, page numbers and hidden text', async () => {
    const remark = '<office:annotation><text:p>remark</text:p></office:annotation>'
    const page = '<text:page-number>3</text:page-number>'
    const automatic =
      '<style:style style:name="T9" style:family="text"><style:text-properties text:display="none"/></style:style>'
    const body = [
      `<text:tracked-changes><text:changed-region><text:deletion>${p('gone')}`,
      '</text:deletion></text:changed-region></text:tracked-changes>',
      [[`${p(`Seen${remark}<text:span text:style-name="T9">hidden</text:span> on page ${page}.`)}`].join('')].join(''),
    ].join('')
    expect(await blocks({ body, automatic })).toEqual(['p Seen on page .'])
  })

  test('has its notes below the text and its frames after their paragraph', async () => {
    const note = [
      '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>',
      '<text:note-body><text:p>Working Together 2018.</text:p></text:note-body></text:note>',
    ].join('')
    const frame = '<draw:frame><draw:text-box><text:p>In the box.</text:p></draw:text-box></draw:frame>'
    expect(await blocks({ body: `${p(`As it says${note}.${frame}`)}${p('End.')}` })).toEqual([
      'p As it says.',
      'p In the box.',
      'p End.',
      'p Working Together 2018.',
    ])
  })

  test('reads sections and contents lists, but not hidden sections', async () => {
    const body = [
      `<text:table-of-content><text:index-body>${p('Actions 3', 'Contents_20_1')}`,
      `</text:index-body></text:table-of-content><text:section>${p('In a section.')}`,
      `</text:section><text:section text:display="none">${p('hidden')}</text:section>`,
    ].join('')
    expect(await blocks({ body })).toEqual(['p Actions 3', 'p In a section.'])
  })
})
