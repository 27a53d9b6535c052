import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { layOut } from '../../core/laid-out.ts'
import { type Chance, chanceFrom } from './fixtures/chance.ts'
import { wordOf, workbookOf, writingOf } from './fixtures/packed.ts'
import { defaultLimits, openDocument, UnreadableDocument } from './open.ts'

/** How often each file is damaged, and each time in a new way. */
const rounds = 30
const limits = { ...defaultLimits, milliseconds: 3000 }

const words = (count: number): string =>
  Array.from({ length: count }, (_, at) => `word${at} of the Board’s plan`).join(' ')
const table = (row: string, cell: (text: string) => string) =>
  Array.from({ length: 12 }, (_, at) => `<${row}>${cell(`ref ${at}`)}${cell(words(4))}</${row}>`).join('')

const wordCell = (text: string): string =>
  `<w:tc><w:tcPr><w:gridSpan w:val="1"/><w:vMerge/></w:tcPr><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`

const made: Readonly<Record<string, Uint8Array>> = {
  'made.docx': wordOf({
    body: [
      '<w:p><w:pPr><w:pStyle w:val="H"/></w:pPr><w:r><w:t>Plan</w:t></w:r></w:p><w:tbl>',
      [[`${table('w:tr', wordCell)}`].join('')].join(''),
      '</w:tbl>',
    ].join(''),
    styles: '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/><w:basedOn w:val="H"/></w:style>',
  }),
  'made.xlsx': workbookOf({
    sheets: [
      {
        name: 'Plan',
        xml: [
          `<sheetData>${table('row', text => `<c t="inlineStr"><is><t>${text}</t></is></c>`)}`,
          '</sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells>',
        ].join(''),
      },
    ],
    styles: '<cellXfs><xf numFmtId="14"/></cellXfs>',
  }),
  'made.odt': writingOf({
    body: [
      '<text:h text:outline-level="1">Plan</text:h><text:list>',
      `<text:list-item><text:p>${words(5)}</text:p></text:list-item></text:list>`,
      '<table:table>',
      [
        `${table('table:table-row', text => `<table:table-cell><text:p>${text}</text:p></table:table-cell>`)}`,
        '</table:table>',
      ].join(''),
    ].join(''),
  }),
  'made.html': new TextEncoder().encode(
    [
      '<!doctype html><title>Plan</title><main><h1>Plan</h1><table>',
      `${table('tr', text => `<td rowspan="2">${text}</td>`)}</table><ul><li>${words(9)}</ul></main>`,
    ].join(''),
  ),
  'made.md': new TextEncoder().encode(
    `# Plan\n\n| a | b |\n|---|---|\n| **c** | d |\n\n- one\n  - two\n\n${words(40)}\n\n<b>html</b>`,
  ),
  'made.csv': new TextEncoder().encode(`ref;"what; and how"\n1;"${words(5)}\n• more"\n`),
  'made.txt': new TextEncoder().encode(`PLAN\n====\n\n- one\n  two\n\n${words(40)}`),
}

const printed = fileURLToPath(new URL('fixtures', import.meta.url))
const samples = fileURLToPath(new URL('../../../../shared/samples', import.meta.url))
const isDocument = (name: string): boolean => /\.(?:docx|pdf|odt|html|md|xlsx)$/.test(name) && name !== 'README.md'
const filesOf = (folder: string): [string, Uint8Array][] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter(isDocument)
        .map(name => [name, new Uint8Array(readFileSync(`${folder}/${name}`))])
    : []
const files = [...Object.entries(made), ...filesOf(printed), ...filesOf(samples)]

/** Bytes with some changed, cut out, put in twice, or cut off. */
function damage(bytes: Uint8Array, chance: Chance): Uint8Array {
  const at = chance.below(bytes.length)
  const length = 1 + chance.below(Math.min(2000, bytes.length))
  const kind = chance.below(5)
  if (kind === 0) return bytes.slice(0, at)
  if (kind === 1) return Uint8Array.of(...bytes.subarray(0, at), ...bytes.subarray(at + length))
  if (kind === 2)
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(Math.max(0, at - length), at), bytes.subarray(at)])
  const changed = bytes.slice()
  for (let times = kind === 3 ? 1 : 60; times > 0; times--) changed[chance.below(bytes.length)] = chance.below(256)
  return changed
}

/** A packed file with one part damaged and the rest, and every checksum, right. */
function damagePart(bytes: Uint8Array, chance: Chance): Uint8Array {
  const parts = unzipSync(bytes)
  const names = Object.keys(parts).filter(name => (parts[name]?.length ?? 0) > 0 && !name.endsWith('.jpeg'))
  const name = names[chance.below(names.length)] ?? ''
  const part = parts[name] ?? new Uint8Array(1)
  const damaged = chance.below(2) === 0 ? damage(part, chance) : swapNames(part, chance)
  return zipSync({ ...parts, [name]: damaged }, { level: 1 })
}

/** Markup that is still whole, but in which one name or number has become another. */
function swapNames(part: Uint8Array, chance: Chance): Uint8Array {
  const text = new TextDecoder().decode(part)
  const found = [...text.matchAll(/"[^"]*"|<\/?[\w:]+/g)].map(match => match[0])
  const from = found[chance.below(found.length)] ?? '<'
  const to = found[chance.below(found.length)] ?? '<'
  const odd = ['"-1"', '"99999999999"', '""', '"1e9"', to, to][chance.below(6)] ?? to
  return new TextEncoder().encode(from.startsWith('"') === odd.startsWith('"') ? text.replaceAll(from, odd) : text)
}

/** Reads it; what comes out is a document or a refusal, never anything else, and within the time. */
async function readOrRefuse(bytes: Uint8Array, name: string): Promise<'read' | 'refused'> {
  const started = performance.now()
  const outcome = await openDocument(bytes, name, limits).then(
    document => {
      const { text, lines } = layOut(document)
      expect(lines.every(line => line.text !== '' && line.text === line.text.trim() && !line.text.includes('\n'))).toBe(
        true,
      )
      expect(text.isWellFormed()).toBe(true)
      return 'read' as const
    },
    error => {
      expect(error).toBeInstanceOf(UnreadableDocument)
      expect(error.message).toMatch(/^[A-Z“].*[.]$/)
      return 'refused' as const
    },
  )
  expect(performance.now() - started).toBeLessThan(limits.milliseconds + 2000)
  return outcome
}

describe('a damaged file is a document or a refusal, and soon', () => {
  test.each(files)('%s', async (name, bytes) => {
    expect(await readOrRefuse(bytes, name)).toBe('read')
    const chance = chanceFrom(name.length * 7919 + bytes.length)
    for (let round = 0; round < rounds; round++) {
      await readOrRefuse(damage(bytes, chance), name)
      if (/\.(?:docx|xlsx|odt)$/.test(name)) await readOrRefuse(damagePart(bytes, chance), name)
    }
  })
})
