/** A tagged PDF by its tag tree: what is a heading, a list, a table and a paragraph stands there. */
import { splitAligned } from './pdf-alignment.ts'
import { type Fragment, largest, smallest } from './pdf-geometry.ts'
import { linesInOrder, linesOf } from './pdf-lines.ts'
import { type PdfPart, partsOf } from './pdf-paragraphs.ts'
import { joinLines, labelOf, type Tag, type TagWalk, wordsOf } from './pdf-tag-words.ts'
import { readTaggedTable } from './pdf-tagged-tables.ts'
import { readMarker } from './typed-markers.ts'

const blockRoles = new Set(
  `H H1 H2 H3 H4 H5 H6 Title P L LI LBody Table Caption Note FENote TOC TOCI BlockQuote Index Sect Div Part Art Document
   DocumentFragment Aside`.split(/\s+/),
)

/** Those that hold the words of one paragraph. */
const wordedRoles = new Set('P LBody Caption Note FENote TOCI'.split(' '))

interface Within {
  /** How many lists stand round it. */
  readonly lists: number
  readonly quoted: boolean
  /** Whether a paragraph, a heading or an entry of a list stands round it. */
  readonly worded: boolean
  /** The label of a list entry whose words have not come yet. */
  readonly entry: { marker: string | null } | null
}

/** Adds what a page's tree holds to the walk, in the order of the tree. */
export function readTags(root: Tag, walk: TagWalk): void {
  walkTag(root, { lists: 0, quoted: false, worded: false, entry: null }, walk)
}

function walkTag(tag: Tag, within: Within, walk: TagWalk): void {
  walk.budget.checkTime()
  let loose: Fragment[] = []
  const flush = () => {
    if (within.worded) addPart(loose, null, within, walk)
    else addLoose(loose, within, walk)
    loose = []
  }
  for (const child of tag.children ?? []) {
    if (child.role === 'Lbl' && within.entry) within.entry.marker = labelOf(child, walk)
    else if (isBlock(child)) {
      flush()
      walkBlock(child, within, walk)
    } else loose.push(...wordsOf(child, walk))
  }
  flush()
}

/** A group that holds blocks is one itself, whatever it is called. */
function isBlock(tag: Tag): boolean {
  return blockRoles.has(tag.role ?? '') || (tag.role !== 'Lbl' && (tag.children ?? []).some(isBlock))
}

function walkBlock(tag: Tag, within: Within, walk: TagWalk): void {
  const role = tag.role ?? ''
  const heading = /^(?:H([1-6]?)|Title)$/.exec(role)
  if (heading) addPart(wordsOf(tag, walk), Number(heading[1] || 1), within, walk)
  else if (role === 'Table') walk.found.push({ kind: 'table', table: readTaggedTable(tag, walk) })
  else if (role === 'L') walkTag(tag, { ...within, lists: within.lists + 1, worded: false, entry: null }, walk)
  else if (role === 'LI') walkTag(tag, { ...within, worded: true, entry: { marker: '' } }, walk)
  else
    walkTag(
      tag,
      { ...within, quoted: within.quoted || role === 'BlockQuote', worded: within.worded || wordedRoles.has(role) },
      walk,
    )
}

/** Words that no paragraph's tag holds are read by their places: what looks like a table may be one. */
function addLoose(words: readonly Fragment[], { quoted }: Within, walk: TagWalk): void {
  const lines = linesOf(words, walk.page.number)
  const [left, right] = [smallest(lines.map(line => line.left)), largest(lines.map(line => line.right))]
  for (const stretch of splitAligned({ lines, left, right }, walk.setting, null)) {
    if (stretch.kind === 'table') walk.found.push(stretch)
    else
      for (const part of partsOf(stretch.region, walk.setting))
        walk.found.push({ kind: 'part', part: { ...part, tag: { level: null, depth: 0, quoted } } })
  }
}

function addPart(
  words: readonly Fragment[],
  level: number | null,
  { lists, quoted, entry }: Within,
  walk: TagWalk,
): void {
  const lines = linesInOrder(words, walk.page.number)
  const first = lines[0]
  const last = lines.at(-1)
  if (!first || !last) return
  const written = joinLines(lines, walk)
  const { text, marker } =
    entry?.marker === '' && level === null ? unlabelled(written) : { text: written, marker: entry?.marker ?? null }
  if (entry) entry.marker = null
  const part: PdfPart = {
    text,
    marker: level === null ? marker : null,
    first,
    last,
    size: first.size,
    bold: lines.every(line => line.bold),
    left: smallest(lines.map(line => line.left)),
    right: walk.page.width,
    lines: lines.length,
    tag: { level, depth: Math.max(0, lists - 1), quoted },
  }
  walk.found.push({ kind: 'part', part })
}

/** An entry without a label of its own has it in its text, or has none that can be read. */
function unlabelled(text: string): { text: string; marker: string } {
  const found = readMarker(text)
  return found ? { text: found.rest, marker: found.marker } : { text, marker: '•' }
}
