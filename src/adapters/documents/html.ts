import { type DefaultTreeAdapterMap, defaultTreeAdapter, html as names, parse, type TreeAdapter } from 'parse5'
import type { PlainDocument } from '../../core/plain-document.ts'
import { findContent } from './chrome.ts'
import { elementBlocks } from './element-blocks.ts'
import { type Element, element, findElement } from './element-tree.ts'
import { decodeText } from './encoding.ts'
import { fold } from './folding.ts'
import type { Budget } from './limits.ts'

/** The document within a web page. Throws UnreadableDocument (too-deep, too-many-cells, too-slow). */
export function readHtml(bytes: Uint8Array, budget: Budget): PlainDocument {
  const root = parseHtml(decodeText(bytes, declaredCharset(bytes)), budget)
  const content = findContent(root)
  let { blocks } = elementBlocks(content, budget)
  if (blocks.length === 0) blocks = elementBlocks(root, budget, true).blocks
  const title = findElement(root, found => found.tag === 'title')
  return { mediaType: 'text/html', pages: null, title: title ? fold(title.children.join('')) || null : null, blocks }
}

function declaredCharset(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048))
  return /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1] ?? null
}

/** The elements of a page or of a piece of one; comments are left out. */
export function parseHtml(text: string, budget: Budget): Element {
  return toElements(parse(text, { treeAdapter: watched(budget), scriptingEnabled: false }), budget)
}

type Parsed = DefaultTreeAdapterMap['parentNode']

/** Stops the parser itself at too deep a page: its work grows with the square of the depth. */
function watched(budget: Budget): TreeAdapter<DefaultTreeAdapterMap> {
  let depth = 0
  return {
    ...defaultTreeAdapter,
    onItemPush() {
      budget.checkTime()
      budget.checkDepth(++depth)
    },
    onItemPop() {
      depth--
    },
  }
}

function toElements(document: Parsed, budget: Budget): Element {
  const root = element('html')
  const waiting: [Parsed, Element, number][] = [[document, root, 0]]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [parsed, into, depth] = next
    budget.checkTime()
    budget.checkDepth(depth)
    for (const node of parsed.childNodes) {
      if ('value' in node && node.nodeName === '#text') into.children.push(node.value)
      if (!('tagName' in node) || node.tagName === names.TAG_NAMES.TEMPLATE) continue
      const child = element(node.tagName, Object.fromEntries(node.attrs.map(({ name, value }) => [name, value])))
      into.children.push(child)
      waiting.push([node, child, depth + 1])
    }
  }
  return root
}
