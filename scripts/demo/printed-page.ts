/** A source as a page in print: a PDF with a tag tree, printed by Chromium. */
import { launchBrowser } from '../../test/browser.ts'
import type { Block } from './blocks.ts'

const plain = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
const items = (texts: readonly string[]) => texts.map(text => `<li>${plain(text)}</li>`).join('')
const cells = (row: readonly string[], tag: string) =>
  `<tr>${row.map(cell => `<${tag}>${plain(cell)}</${tag.slice(0, 2)}>`).join('')}</tr>`
const tags = { plain: 'span', bold: 'strong', italic: 'em' } as const

function element(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level}>${plain(block.text)}</h${block.level}>`
    case 'paragraph':
      return `<p><${tags[block.voice]}>${plain(block.text)}</${tags[block.voice]}></p>`
    case 'bullets':
      return `<ul>${items(block.items)}</ul>`
    case 'letters':
      return `<ol type="a">${items(block.items)}</ol>`
    case 'table': {
      const rows = block.rows.map(row => cells(row, 'td')).join('')
      return `<table><thead>${cells(block.head, 'th scope="col"')}</thead><tbody>${rows}</tbody></table>`
    }
  }
}

const style = `body { font: 11pt/1.45 "Open Sans", Arial, sans-serif; margin: 0 }
h1 { font-size: 19pt; line-height: 1.25; margin: 0 0 6pt } h2 { font-size: 13pt; margin: 16pt 0 4pt; break-after: avoid }
table { border-collapse: collapse; width: 100%; margin: 8pt 0 } th, td { border: 0.75pt solid #444; padding: 4pt 6pt;
text-align: left; vertical-align: top } th:first-child { width: 26% } th:last-child { width: 17% } tr { break-inside: avoid }`

const footer = `<p style="font-size: 8pt; width: 100%; margin: 0 18mm; text-align: right">
Page <span class="pageNumber"></span> of <span class="totalPages"></span></p>`

/** The file's bytes. */
export async function printedPage(blocks: readonly Block[], title: string): Promise<Uint8Array> {
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage()
    const head = `<meta charset="utf-8"><title>${plain(title)}</title><style>${style}</style>`
    const body = blocks.map(element).join('\n')
    await page.setContent(`<!doctype html><html lang="en-GB"><head>${head}</head><body>${body}</body></html>`)
    const margin = { top: '18mm', bottom: '18mm', left: '18mm', right: '18mm' }
    const running = { displayHeaderFooter: true, headerTemplate: '<span></span>', footerTemplate: footer }
    return new Uint8Array(await page.pdf({ format: 'A4', tagged: true, outline: true, margin, ...running }))
  } finally {
    await browser.close()
  }
}
