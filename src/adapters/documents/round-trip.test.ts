import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { layOut } from '../../core/laid-out.ts'
import { wordOf, workbookOf, writingOf } from './fixtures/packed.ts'
import { openDocument } from './open.ts'

/** A document to be written out in a format and read again. */
type Part =
  | { readonly kind: 'heading' | 'paragraph'; readonly words: string[] }
  | { readonly kind: 'list'; readonly entries: string[][] }
  | { readonly kind: 'table'; readonly rows: string[][][] }

const letters = fc.string({
  unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzäéœßАбв漢字🙂'),
  minLength: 2,
  maxLength: 9,
})
const word = fc.oneof(
  { weight: 8, arbitrary: letters },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'R&D',
      '5<6',
      '"so"',
      'it’s',
      'a/b',
      '50%',
      '£20',
      'x;y',
      'x,y',
      'well-known',
      '2018/19',
    ),
  },
)
const words = fc.array(word, { minLength: 1, maxLength: 12 })
const cells = fc
  .integer({ min: 2, max: 4 })
  .chain(columns =>
    fc.array(fc.array(words, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 4 }),
  )
const part: fc.Arbitrary<Part> = fc.oneof(
  fc.record({ kind: fc.constantFrom('heading' as const, 'paragraph' as const), words }),
  fc.record({ kind: fc.constant('list' as const), entries: fc.array(words, { minLength: 1, maxLength: 4 }) }),
  fc.record({ kind: fc.constant('table' as const), rows: cells }),
)
const parts = fc.array(part, { minLength: 1, maxLength: 8 })

/** Each word of each part, in order. */
const wordsOf = (document: readonly Part[]): string[] =>
  document.flatMap(part =>
    part.kind === 'list' ? part.entries.flat() : part.kind === 'table' ? part.rows.flat(2) : part.words,
  )

const xml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const line = (found: readonly string[]): string => found.join(' ')
const marked = (found: readonly string[]): string => xml(line(found))

const asHtml = (document: readonly Part[]): string =>
  `<main>${document
    .map(part => {
      if (part.kind === 'list') return `<ul>${part.entries.map(entry => `<li>${marked(entry)}</li>`).join('')}</ul>`
      if (part.kind === 'table')
        return [
          `<table>${part.rows.map(row => `<tr>${row.map(cell => `<td>${marked(cell)}</td>`).join('')}</tr>`).join('')}`,
          '</table>',
        ].join('')
      return part.kind === 'heading' ? `<h2>${marked(part.words)}</h2>` : `<p>${marked(part.words)}</p>`
    })
    .join('')}</main>`

/** Signs that Markdown gives a meaning are written so that they have none. */
const plain = (found: readonly string[]): string => line(found).replace(/[\\`*_{}[\]()<>#+\-.!|&~]/g, '\\$&')

const asMarkdown = (document: readonly Part[]): string =>
  document
    .map(part => {
      if (part.kind === 'list') return part.entries.map(entry => `- ${plain(entry)}`).join('\n')
      if (part.kind !== 'table') return `${part.kind === 'heading' ? '## ' : ''}${plain(part.words)}`
      const rows = part.rows.map(row => `| ${row.map(plain).join(' | ')} |`)
      return [rows[0], `|${'---|'.repeat(part.rows[0]?.length ?? 0)}`, ...rows.slice(1)].join('\n')
    })
    .join('\n\n<!-- -->\n\n')

const asText = (document: readonly Part[]): string =>
  document
    .map(part => {
      if (part.kind === 'list') return part.entries.map(entry => `- ${line(entry)}`).join('\n')
      if (part.kind === 'table') return part.rows.map(row => row.map(line).join('   ')).join('\n\n')
      return line(part.words)
    })
    .join('\n\n')

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`

const asCsv = (document: readonly Part[]): string =>
  document
    .flatMap(part => {
      if (part.kind === 'table') return part.rows.map(row => row.map(cell => quoted(line(cell))).join(','))
      return [quoted(part.kind === 'list' ? part.entries.map(line).join('\n') : line(part.words))]
    })
    .join('\r\n')

const paragraph = (found: readonly string[], style = ''): string =>
  [
    `<w:p>${style && `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}`,
    `<w:r><w:t xml:space="preserve">${marked(found)}</w:t></w:r></w:p>`,
  ].join('')

const wordCell = (found: readonly string[]): string => `<w:tc>${paragraph(found)}</w:tc>`

const asWord = (document: readonly Part[]): Uint8Array =>
  wordOf({
    styles: '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 2"/></w:style>',
    body: document
      .map(part => {
        if (part.kind === 'list') return part.entries.map(entry => paragraph(entry)).join('')
        if (part.kind === 'table')
          return [
            [[`<w:tbl>${part.rows.map(row => `<w:tr>${row.map(wordCell).join('')}</w:tr>`).join('')}`].join('')].join(
              '',
            ),
            '</w:tbl>',
          ].join('')
        return paragraph(part.words, part.kind === 'heading' ? 'H' : '')
      })
      .join(''),
  })

const asWorkbook = (document: readonly Part[]): Uint8Array => {
  const cell = (found: readonly string[]) =>
    `<c t="inlineStr"><is><t xml:space="preserve">${marked(found)}</t></is></c>`
  const rows = document.flatMap(part =>
    part.kind === 'table' ? part.rows : part.kind === 'list' ? part.entries.map(entry => [entry]) : [[part.words]],
  )
  return workbookOf({
    sheets: [
      {
        name: 'Plan',
        xml: `<sheetData>${rows.map(row => `<row>${row.map(cell).join('')}</row>`).join('')}</sheetData>`,
      },
    ],
  })
}

const asWriting = (document: readonly Part[]): Uint8Array => {
  const p = (found: readonly string[]) => `<text:p>${marked(found)}</text:p>`
  const td = (found: readonly string[]) => `<table:table-cell>${p(found)}</table:table-cell>`
  return writingOf({
    body: document
      .map(part => {
        if (part.kind === 'list')
          return [
            '<text:list>',
            `${part.entries.map(entry => `<text:list-item>${p(entry)}</text:list-item>`).join('')}</text:list>`,
          ].join('')
        if (part.kind === 'table')
          return [
            '<table:table>',
            [
              [`${part.rows.map(row => `<table:table-row>${row.map(td).join('')}</table:table-row>`).join('')}`].join(
                '',
              ),
            ].join(''),
            '</table:table>',
          ].join('')
        return part.kind === 'heading' ? `<text:h text:outline-level="2">${marked(part.words)}</text:h>` : p(part.words)
      })
      .join(''),
  })
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

const writers: readonly [name: string, write: (document: readonly Part[]) => Uint8Array][] = [
  ['a.html', document => bytesOf(asHtml(document))],
  ['a.md', document => bytesOf(asMarkdown(document))],
  ['a.txt', document => bytesOf(asText(document))],
  ['a.csv', document => bytesOf(asCsv(document))],
  ['a.docx', asWord],
  ['a.xlsx', asWorkbook],
  ['a.odt', asWriting],
]

describe('a document that is written out and read again', () => {
  test.each(writers)('has each word once and in order, as %s', async (name, write) => {
    await fc.assert(
      fc.asyncProperty(parts, async document => {
        const { text } = layOut(await openDocument(write(document), name))
        expect(text.split(/\s+/)).toEqual(wordsOf(document))
      }),
      { numRuns: 60 },
    )
  })

  test.each(writers.filter(([name]) => !/csv|txt|xlsx/.test(name)))(
    'has its tables with their rows and columns, as %s',
    async (name, write) => {
      await fc.assert(
        fc.asyncProperty(cells, async rows => {
          const { blocks } = await openDocument(write([{ kind: 'table', rows }]), name)
          const [table] = blocks
          expect(blocks).toHaveLength(1)
          expect(
            table?.kind === 'table' &&
              table.rows.map(row => row.cells.map(cell => cell.lines.map(found => found.text))),
          ).toEqual(rows.map(row => row.map(cell => [line(cell)])))
        }),
        { numRuns: 30 },
      )
    },
  )
})
