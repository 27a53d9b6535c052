/**
 * Writes the demo's documents to demo/ from their words in scripts/demo: `node scripts/demo-documents.ts`. The files are
 * kept with the code, so this runs only when a word of theirs changes.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type Block, readBlocks } from './demo/blocks.ts'
import { printedPage } from './demo/printed-page.ts'
import { wordDocument } from './demo/word-document.ts'
import { workbook } from './demo/workbook.ts'

const folder = path.resolve(import.meta.dirname, '..', 'demo')

async function write(name: string, make: (blocks: readonly Block[], title: string) => Promise<Uint8Array>) {
  const source = path.join(import.meta.dirname, 'demo', `${path.parse(name).name}.md`)
  const blocks = readBlocks(readFileSync(source, 'utf8'))
  const title = blocks.find(block => block.kind === 'heading')?.text ?? ''
  writeFileSync(path.join(folder, name), await make(blocks, `${title} (fictional)`))
}

mkdirSync(folder, { recursive: true })
await write('child-saffron-response.docx', wordDocument)
await write('adult-tansy-response.pdf', printedPage)
await write('marram-children-action-plan.xlsx', workbook)
