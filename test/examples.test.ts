/** Each example of the reader, as it stands, and restated in other shapes: what it says stays the same. */
import { expect, test } from 'vitest'
import { openDocument } from '../src/adapters/documents/open.ts'
import type { Block, PlainDocument } from '../src/core/plain-document.ts'
import { counted, exampleNames, missedRecommendations, openExample, readAs } from './examples.ts'

/** The least share of a document's statements that must be right, and of all documents' together. */
const least = { ofOne: 0.75, ofAll: 0.95 }
const all = { wanted: 0, agency: 0, act: 0 }

test.each(exampleNames)('%s: its recommendations are read, and who said what to them', async name => {
  const { expected, document } = await openExample(name)
  const read = readAs(expected, document)
  expect(missedRecommendations(expected, read)).toEqual([])
  const { wanted, agency, act } = counted(expected, read)
  all.wanted += wanted
  all.agency += agency
  all.act += act
  expect(agency).toBeGreaterThanOrEqual(wanted * least.ofOne)
  expect(act).toBeGreaterThanOrEqual(wanted * least.ofOne)
})

test('of all examples’ statements nearly every one stands under the right body with the right act', () => {
  expect(all.wanted).toBeGreaterThan(500)
  expect(all.agency / all.wanted).toBeGreaterThanOrEqual(least.ofAll)
  expect(all.act / all.wanted).toBeGreaterThanOrEqual(least.ofAll)
})

const inTable = (document: PlainDocument) => document.blocks.some(({ kind }) => kind === 'table')
const restate = (document: PlainDocument, block: (block: Block) => Block): PlainDocument => ({
  ...document,
  blocks: document.blocks.map(block),
})

/** The same words in another shape; null where a document does not have what is restated. */
const shapes: Readonly<Record<string, (document: PlainDocument) => PlainDocument | Promise<PlainDocument> | null>> = {
  'all headings below the title of one level, as where bold lines stand for them': document =>
    restate(document, block => (block.kind === 'heading' && block.level > 1 ? { ...block, level: 2 } : block)),
  'the numbers and letters of lists typed in paragraphs': document =>
    restate(document, block => {
      if (block.kind !== 'item' || !/[0-9a-z]/i.test(block.marker)) return block
      return { kind: 'paragraph', text: `${block.marker} ${block.text}`, page: block.page, quoted: false }
    }),
  'recommendations labelled “R1”': document => relabelled(document, 'R'),
  'recommendations labelled “Rec. 1”': document => relabelled(document, 'Rec. '),
  'plain text, in lines of 76 letters': document =>
    inTable(document) ? null : openDocument(new TextEncoder().encode(asText(document)), 'restated.txt'),
}

/** A document without tables as people type it: headings alone on their lines, the highest in capitals. */
function asText({ blocks }: PlainDocument): string {
  const written = blocks.flatMap((block, at) => {
    if (block.kind === 'table') return []
    const goesOn = block.kind === 'item' && blocks[at - 1]?.kind === 'item'
    const gap = goesOn ? '' : '\n'
    if (block.kind === 'heading') {
      const text = [block.marker, block.level < 3 ? block.text.toUpperCase() : block.text].filter(Boolean).join(' ')
      return [gap + wrapped(text, '')]
    }
    if (block.kind === 'paragraph') return [gap + wrapped(block.text, '')]
    const indent = '  '.repeat(block.depth + 1)
    return [
      gap + indent + wrapped(`${/[0-9a-z]/i.test(block.marker) ? block.marker : '-'} ${block.text}`, `${indent}  `),
    ]
  })
  return `${written.join('\n')}\n`
}

/** Words in lines of at most 76 letters, those behind the first set in. */
function wrapped(text: string, indent: string): string {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && `${last} ${word}`.length <= 76) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(last === undefined ? word : indent + word)
  }
  return lines.join('\n')
}

function relabelled(document: PlainDocument, label: string): PlainDocument | null {
  // A sentence that begins so is no label.
  const written = /^Recommendation (?=\d+(?:\.\d+)*\s*(?:$|[.:)–—-]))/
  const labelled = document.blocks.some(block => block.kind !== 'table' && written.test(block.text))
  if (!labelled || inTable(document)) return null
  return restate(document, block =>
    block.kind === 'table' ? block : { ...block, text: block.text.replace(written, label) },
  )
}

test.each(Object.entries(shapes))('restated with %s, the examples read as well', async (_, reshape) => {
  const total = { documents: 0, wanted: 0, agency: 0, act: 0 }
  const missed: string[] = []
  for (const name of exampleNames) {
    const { expected, document } = await openExample(name)
    const restated = await reshape(document)
    if (!restated) continue
    const read = readAs(expected, restated)
    missed.push(...missedRecommendations(expected, read).map(({ number }) => `${name} ${JSON.stringify(number)}`))
    const { wanted, agency, act } = counted(expected, read)
    total.documents++
    total.wanted += wanted
    total.agency += agency
    total.act += act
  }
  expect(total.documents).toBeGreaterThan(9)
  expect(missed).toEqual([])
  expect(total.agency / total.wanted).toBeGreaterThanOrEqual(least.ofAll)
  expect(total.act / total.wanted).toBeGreaterThanOrEqual(least.ofAll)
})
