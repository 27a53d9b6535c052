/** Elements of a web page or of Markdown into blocks. */
import { type BlockList, piecesOf, type Run, startBlocks } from './blocks.ts'
import { isChrome, isUnseen } from './chrome.ts'
import { readDefinitions } from './element-definitions.ts'
import { listMarkers } from './element-lists.ts'
import { isLayoutTable, readTable } from './element-tables.ts'
import { innerText, isNoteMark, rawText } from './element-text.ts'
import { type Element, findElement, isElement } from './element-tree.ts'
import type { Budget } from './limits.ts'

/** What an element inherits from those round it. */
interface Setting {
  readonly depth: number
  readonly list: number
  readonly quoted: boolean
  readonly bold: boolean
  /** Whether nothing is to be taken for the site round the document. */
  readonly all: boolean
  /** Whether a header element here is the content's own and not the site's. */
  readonly inside: boolean
}

interface Pending {
  readonly runs: Run[]
  /** The marker of a list entry whose first words have not come yet. */
  item: { readonly marker: string; readonly depth: number } | null
}

interface Walk {
  readonly out: BlockList
  readonly budget: Budget
  readonly pending: Pending
}

const blockTags = new Set(
  `address article body blockquote center dd details dialog div dl dt fieldset figcaption figure footer form header
   hgroup hr html legend li main ol p pre section summary table tbody td tfoot th thead tr ul caption`.split(/\s+/),
)
const boldTags = new Set(['b', 'strong'])
const headingTag = /^h([1-6])$/

/** `all` reads also what looks like the site round the document. */
export function elementBlocks(content: Element, budget: Budget, all = false): BlockList {
  const walk: Walk = { out: startBlocks(), budget, pending: { runs: [], item: null } }
  const inside = content.tag === 'main' || content.tag === 'article' || content.attributes.role === 'main'
  walkChildren(content, { depth: 0, list: -1, quoted: false, bold: false, inside, all }, walk)
  flush(walk, false)
  return walk.out
}

function walkChildren(parent: Element, setting: Setting, walk: Walk): void {
  walk.budget.checkTime()
  walk.budget.checkDepth(setting.depth)
  for (const child of parent.children) {
    if (!isElement(child)) walk.pending.runs.push({ text: child.replace(/\s+/g, ' '), bold: setting.bold })
    else if (isShown(child, setting)) walkElement(child, setting, walk)
  }
}

function isShown(found: Element, { inside, all }: Setting): boolean {
  return !isUnseen(found) && (all || !isChrome(found, inside))
}

function walkElement(found: Element, setting: Setting, walk: Walk): void {
  const { tag } = found
  const deeper = { ...setting, depth: setting.depth + 1 }
  if (tag === 'br') walk.pending.runs.push({ text: '\n', bold: setting.bold })
  else if (tag === 'del' || isNoteMark(found)) return
  else if (!isBlock(tag)) walkChildren(found, { ...deeper, bold: setting.bold || isBold(found) }, walk)
  else {
    flush(walk, setting.quoted)
    walkBlock(found, deeper, walk)
    flush(walk, setting.quoted || tag === 'blockquote')
  }
}

const isBlock = (tag: string): boolean => blockTags.has(tag) || headingTag.test(tag) || tag.includes('-')

function walkBlock(found: Element, setting: Setting, walk: Walk): void {
  const { tag } = found
  const level = headingTag.exec(tag)?.[1]
  if (level) walk.out.heading(innerText(found), Number(level))
  else if (tag === 'ul' || tag === 'ol') walkList(found, setting, walk)
  else if (tag === 'table' && !isLayoutTable(found)) walkTable(found, walk)
  else if (tag === 'dl')
    readDefinitions(
      found,
      walk.out,
      part => walkChildren(part, setting, walk),
      () => flush(walk, false),
    )
  else if (tag === 'pre') walkLines(found, setting, walk)
  else if (tag === 'summary' && findElement(found, ({ tag: inner }) => headingTag.test(inner)) === null)
    walk.out.paragraph([{ text: innerText(found), bold: true }].filter(({ text }) => text !== ''))
  else if (tag === 'li') walkItem(found, setting, walk, '•')
  else if (tag === 'details')
    walk.out.apart(() => {
      walkChildren(found, settingWithin(found, setting), walk)
      flush(walk, setting.quoted)
    })
  else walkChildren(found, settingWithin(found, setting), walk)
}

function settingWithin(found: Element, setting: Setting): Setting {
  return {
    ...setting,
    quoted: setting.quoted || found.tag === 'blockquote',
    bold: setting.bold || isBold(found),
    inside: setting.inside || ['main', 'article', 'section'].includes(found.tag),
  }
}

function walkList(list: Element, setting: Setting, walk: Walk): void {
  const markers = listMarkers(list)
  const within = { ...setting, list: setting.list + 1 }
  for (const child of list.children) {
    if (!isElement(child)) continue
    const marker = markers.get(child)
    if (marker === undefined) walkElement(child, within, walk)
    else if (isShown(child, setting)) walkItem(child, within, walk, marker)
  }
}

function walkItem(found: Element, setting: Setting, walk: Walk, marker: string): void {
  flush(walk, setting.quoted)
  walk.pending.item = { marker, depth: Math.max(0, setting.list) }
  walkChildren(found, { ...setting, depth: setting.depth + 1 }, walk)
  flush(walk, setting.quoted)
  walk.pending.item = null
}

function walkTable(table: Element, walk: Walk): void {
  const { caption, rows } = readTable(table, walk.budget)
  walk.pending.item = null
  walk.out.paragraph(caption)
  walk.out.table(rows)
}

/** Preformatted text keeps its line breaks, and its blank lines part paragraphs. */
function walkLines(found: Element, setting: Setting, walk: Walk): void {
  for (const part of rawText(found).split(/\n\s*\n/)) {
    walk.pending.runs.push({ text: part, bold: setting.bold })
    flush(walk, setting.quoted)
  }
}

function flush({ out, pending }: Walk, quoted: boolean): void {
  const pieces = piecesOf(pending.runs)
  pending.runs.length = 0
  if (pieces.length === 0) return
  if (pending.item) out.item(pieces, pending.item.depth, pending.item.marker)
  else out.paragraph(pieces, quoted)
  pending.item = null
}

function isBold({ tag, attributes }: Element): boolean {
  return boldTags.has(tag) || /font-weight\s*:\s*(?:bold|[6-9]00)/i.test(attributes.style ?? '')
}
