import type { BlockList } from './blocks.ts'
import { isUnseen } from './chrome.ts'
import { innerText } from './element-text.ts'
import { type Element, findElement, isElement } from './element-tree.ts'

/** Terms and definitions of a list, in order; those that a div groups are taken out of it. */
function partsOf(list: Element): Element[] {
  return list.children.filter(isElement).flatMap(child => {
    if (isUnseen(child)) return []
    return child.tag === 'div' ? partsOf(child) : [child]
  })
}

/**
 * Short terms with short definitions are a table of two columns, as they are shown ("Version", "2.3"); else each term
 * is a heading over its definition. `walk` reads a definition's own blocks and `flush` ends its last paragraph.
 */
export function readDefinitions(list: Element, out: BlockList, walk: (part: Element) => void, flush: () => void): void {
  const parts = partsOf(list)
  const facts = readFacts(parts)
  if (facts) out.table(facts.map(fact => ({ header: false, cells: fact.map(cellOf) })))
  for (const part of facts ? [] : parts) {
    if (part.tag === 'dt') out.paragraph([{ text: innerText(part), bold: true }].filter(({ text }) => text !== ''))
    else walk(part)
    flush()
  }
}

const cellOf = (text: string, column: number) => ({
  column,
  columns: 1,
  rows: 1,
  lines: text === '' ? [] : [{ text, page: null, marker: null }],
})

/** "Accepted." is a fact; what is said in a whole sentence is prose. */
const isSentence = (text: string): boolean => text.length > 60 && /[.!?]$/.test(text)

/** One pair for each term, or null where a term has several definitions or a definition has a shape of its own. */
function readFacts(parts: readonly Element[]): string[][] | null {
  const facts: string[][] = []
  for (const [at, part] of parts.entries()) {
    if (part.tag !== (at % 2 === 0 ? 'dt' : 'dd')) return null
    if (findElement(part, ({ tag }) => /^(?:p|ul|ol|table|h[1-6]|br)$/.test(tag)) && part.tag === 'dd') return null
    const text = innerText(part)
    if (text.length > 120 || isSentence(text)) return null
    if (at % 2 === 0) facts.push([text])
    else facts.at(-1)?.push(text)
  }
  return facts.length > 0 && parts.length % 2 === 0 ? facts : null
}
