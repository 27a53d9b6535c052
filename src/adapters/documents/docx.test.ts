import { describe, expect, test } from 'vitest'
import type { Block } from '../../core/plain-document.ts'
import { outline } from './fixtures/outline.ts'
import { type WordParts, wordOf } from './fixtures/packed.ts'
import { openDocument } from './open.ts'

const read = async (parts: WordParts): Promise<readonly Block[]> => (await openDocument(wordOf(parts), 'a.docx')).blocks
const run = (text: string, format = ''): string =>
  `<w:r>${format && `<w:rPr>${format}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`
const paragraph = (inner: string, format = ''): string => `<w:p>${format && `<w:pPr>${format}</w:pPr>`}${inner}</w:p>`
const styled = (id: string, text: string): string => paragraph(run(text), `<w:pStyle w:val="${id}"/>`)
const style = (id: string, name: string, more = ''): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`

describe('headings of a Word file', () => {
  const styles =
    style('Title', 'Title') +
    style('Heading2', 'heading 2') +
    style('Own', 'Board heading', '<w:basedOn w:val="Heading2"/>') +
    style('Quote', 'Intense Quote')

  test('are told by their style, by the style it is based on, and by an outline level', async () => {
    const body =
      styled('Title', 'Response') +
      styled('Heading2', 'Actions') +
      styled('Own', 'Police') +
      paragraph(run('Health'), '<w:outlineLvl w:val="2"/>')
    expect(outline(await read({ body, styles }))).toEqual(['h1 Response', 'h2 Actions', 'h2 Police', 'h3 Health'])
  })

  test('are also short lines in bold, below the last real heading', async () => {
    const body =
      styled('Heading2', 'Actions') +
      paragraph(run('Children’s Social Care', '<w:b/>')) +
      paragraph(run('We agree.', '<w:b/>')) +
      paragraph(run('Lead: ', '<w:b/>') + run('the Head of Service'))
    expect(outline(await read({ body, styles }))).toEqual([
      'h2 Actions',
      'h3 Children’s Social Care',
      'p We agree.',
      'p Lead: the Head of Service',
    ])
  })

  test('a paragraph in a style for quotations is quoted', async () => {
    expect(outline(await read({ body: styled('Quote', 'It was hard.'), styles }))).toEqual(['> It was hard.'])
  })

  test('a contents list is paragraphs', async () => {
    const body = styled('TOC1', 'Introduction\t3')
    expect(
      outline(await read({ body, styles: style('TOC1', 'toc 1', '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>') })),
    ).toEqual(['p Introduction 3'])
  })
})

describe('numbers that Word makes', () => {
  const level = (at: number, format: string, text: string, more = '') =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${more}</w:lvl>`
  const numbering =
    [
      `<w:abstractNum w:abstractNumId="0">${level(0, 'decimal', '%1.')}`,
      `${level(1, 'lowerLetter', '(%2)')}${level(2, 'lowerRoman', '%3)')}</w:abstractNum>`,
    ].join('') +
    [
      `<w:abstractNum w:abstractNumId="1">${level(0, 'decimal', 'Recommendation %1:')}`,
      `${level(1, 'decimal', '%1.%2')}</w:abstractNum>`,
    ].join('') +
    `<w:abstractNum w:abstractNumId="2">${level(0, 'bullet', '\uf0b7')}</w:abstractNum>` +
    [
      '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2">',
      '<w:abstractNumId w:val="1"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>',
    ].join('') +
    [
      '<w:num w:numId="4"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">',
      '<w:startOverride w:val="7"/></w:lvlOverride></w:num>',
    ].join('')
  const entry = (list: number, at: number, text: string) =>
    paragraph(run(text), `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr>`)

  test(
    ['count on over paragraphs between, start again ', 'below a new number, and know letters and Roman figures'].join(
      '',
    ),
    async () => {
      const body =
        entry(1, 0, 'one') +
        entry(1, 1, 'a') +
        entry(1, 1, 'b') +
        entry(1, 2, 'i') +
        paragraph(run('between')) +
        entry(1, 0, 'two') +
        entry(1, 1, 'a again')
      expect(outline(await read({ body, numbering }))).toEqual([
        '1. one',
        '  (a) a',
        '  (b) b',
        '    i) i',
        'p between',
        '2. two',
        '  (a) a again',
      ])
    },
  )

  test('may hold words, and the numbers of the levels above', async () => {
    const body = entry(2, 0, 'Review it.') + entry(2, 1, 'By May.') + entry(2, 0, 'Publish it.')
    expect(outline(await read({ body, numbering }))).toEqual([
      'Recommendation 1: Review it.',
      '  1.1 By May.',
      'Recommendation 2: Publish it.',
    ])
  })

  test('start where a list says, and a bullet is one whatever its font', async () => {
    expect(
      outline(await read({ body: entry(4, 0, 'seven') + entry(4, 0, 'eight') + entry(3, 0, 'point'), numbering })),
    ).toEqual(['7. seven', '8. eight', '• point'])
  })

  test('come from a style too, and stand beside a heading', async () => {
    const styles = style('Heading1', 'heading 1', '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
    expect(outline(await read({ body: styled('Heading1', 'Background'), numbering, styles }))).toEqual([
      'h1 [1.] Background',
    ])
    const off = paragraph(run('Preface'), '<w:pStyle w:val="Heading1"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    expect(outline(await read({ body: off, numbering, styles }))).toEqual(['h1 Preface'])
  })

  test('a bullet that was typed is a bullet, and a number that was typed stays in the text', async () => {
    expect(outline(await read({ body: paragraph(run('• typed')) + paragraph(run('1) typed')) }))).toEqual([
      '• typed',
      'p 1) typed',
    ])
  })
})

describe('tables of a Word file', () => {
  const cell = (text: string, format = '') =>
    `<w:tc>${format && `<w:tcPr>${format}</w:tcPr>`}${text
      .split('/')
      .map(line => paragraph(run(line)))
      .join('')}</w:tc>`
  const row = (cells: string, format = '') => `<w:tr>${format && `<w:trPr>${format}</w:trPr>`}${cells}</w:tr>`
  const table = (rows: string) => `<w:tbl>${rows}</w:tbl>`

  test('keep merged cells where they begin, with the columns and rows that they cover', async () => {
    const rows =
      row(cell('Ref') + cell('What', '<w:gridSpan w:val="2"/>'), '<w:tblHeader/>') +
      row(cell('1', '<w:vMerge w:val="restart"/>') + cell('a') + cell('b')) +
      row(cell('', '<w:vMerge/>') + cell('c') + cell('d'))
    expect(outline(await read({ body: table(rows) }))).toEqual(['table #0=Ref 1+2=What | 0v2=1 1=a 2=b | 1=c 2=d'])
  })

  test('keep each paragraph and line break of a cell as a line', async () => {
    const broken = `<w:tc>${paragraph('<w:r><w:t>amend the policy</w:t><w:br/><w:t>brief staff</w:t></w:r>')}</w:tc>`
    expect(outline(await read({ body: table(row(cell('first/second') + broken)) }))).toEqual([
      'table 0=first/second 1=amend the policy/brief staff',
    ])
  })

  test('of one column are frames round text', async () => {
    const body = table(row(cell('Recommendation 1/The Board should agree.')))
    expect(outline(await read({ body }))).toEqual(['p Recommendation 1', 'p The Board should agree.'])
  })

  test('within a cell are read cell after cell', async () => {
    const inner = table(row(cell('x') + cell('y')))
    expect(
      outline(await read({ body: table(row(`${cell('a')}<w:tc>${inner}${paragraph(run('z'))}</w:tc>`)) })),
    ).toEqual(['table 0=a 1=x/y/z'])
  })
})

describe('what is not to be read', () => {
  test('deleted text is left out and inserted text is read', async () => {
    const body = paragraph(
      [
        `${run('The Board will ')}<w:del>${run('not ')}<w:r><w:delText>never `,
        `</w:delText></w:r></w:del><w:ins>${run('gladly ')}</w:ins>${run('agree.')}`,
      ].join(''),
    )
    expect(outline(await read({ body }))).toEqual(['p The Board will gladly agree.'])
  })

  test('a paragraph whose end was deleted goes on with the next', async () => {
    const body = paragraph(run('The Board '), '<w:rPr><w:del/></w:rPr>') + paragraph(run('agrees.'))
    expect(outline(await read({ body }))).toEqual(['p The Board agrees.'])
  })

  test('a deleted row is left out', async () => {
    const cells = `<w:tc>${paragraph(run('a'))}</w:tc><w:tc>${paragraph(run('b'))}</w:tc>`
    expect(
      outline(
        await read({ body: `<w:tbl><w:tr>${cells}</w:tr><w:tr><w:trPr><w:del/></w:trPr>${cells}</w:tr></w:tbl>` }),
      ),
    ).toEqual(['table 0=a 1=b'])
  })

  test('hidden text, field codes, remarks and prompts are left out', async () => {
    const field = [
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF _Ref1',
      '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>',
    ].join('')
    const prompt = [
      '<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr>',
      `<w:sdtContent>${run('Click here')}</w:sdtContent></w:sdt>`,
    ].join('')
    const body = paragraph(`${run('secret ', '<w:vanish/>')}See ${field}${run('section 3')}${prompt}${run(' below')}`)
    expect(outline(await read({ body }))).toEqual(['p section 3 below'])
  })

  test('a text box is read once, though it is drawn twice', async () => {
    const box = `<w:txbxContent>${paragraph(run('In the box.'))}</w:txbxContent>`
    const body = paragraph(
      [
        `${run('Before.')}<w:r><mc:AlternateContent><mc:Choice>`,
        `<wps:txbx>${box}</wps:txbx></mc:Choice><mc:Fallback><v:textbox>`,
        `${box}</v:textbox></mc:Fallback></mc:AlternateContent></w:r>`,
      ].join(''),
    )
    expect(outline(await read({ body }))).toEqual(['p Before.', 'p In the box.'])
  })
})

describe('the rest of a Word file', () => {
  test('notes stand below the text, and their marks are no words of it', async () => {
    const footnotes = [
      `<w:footnote w:id="0">${paragraph(run('separator'))}</w:footnote>`,
      `<w:footnote w:id="2">${paragraph(run('Working Together 2018.'))}</w:footnote>`,
    ].join('')
    const body =
      paragraph(`${run('As guidance says')}<w:r><w:footnoteReference w:id="2"/></w:r>${run('.')}`) +
      paragraph(run('End.'))
    expect(outline(await read({ body, footnotes }))).toEqual([
      'p As guidance says.',
      'p End.',
      'p Working Together 2018.',
    ])
  })

  test('a sentence that a line break cuts is one, and lines that stand alone are not', async () => {
    const body = paragraph('<w:r><w:t>The Board will</w:t><w:br/><w:t>agree.</w:t><w:br/><w:t>Police</w:t></w:r>')
    expect(outline(await read({ body }))).toEqual(['p The Board will agree.', 'p Police'])
  })

  test('any prefix will do for Word’s own names', async () => {
    const body = paragraph(run('Words')).replaceAll('w:', 'x:')
    const xml = `<x:document xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><x:body>${body}</x:body></x:document>`
    expect(outline(await read({ body: '', more: { 'word/document.xml': xml } }))).toEqual(['p Words'])
  })

  test('ticks of a symbol font are ticks', async () => {
    expect(
      outline(
        await read({
          body: paragraph('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:t xml:space="preserve"> Done</w:t></w:r>'),
        }),
      ),
    ).toEqual(['✓ Done'])
  })
})
