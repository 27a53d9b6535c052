/** The words of one paragraph of an OpenDocument text, without notes, remarks and page numbers. */
import type { Run } from './blocks.ts'
import type { OdtWalk } from './odt-body.ts'
import { attributeOf } from './xml-text.ts'
import { childNamed, type XmlElement } from './xml-tree.ts'

export interface OdtText {
  readonly runs: Run[]
  /** Frames that are anchored in it. */
  readonly boxes: XmlElement[]
}

const skipped = new Set(
  `office:annotation office:annotation-end text:page-number text:page-count text:hidden-text text:hidden-paragraph
   text:placeholder text:tracked-changes text:ruby-text text:bookmark text:note-citation office:event-listeners`.split(
    /\s+/,
  ),
)

const boxed = new Set(['draw:frame', 'draw:custom-shape', 'draw:g', 'draw:rect'])

/**
 * The words that a reader of the page sees, with "\n" for a line break. Notes that it holds are added to the walk.
 */
export function readOdtRuns(paragraph: XmlElement, bold: boolean, walk: OdtWalk): OdtText {
  const read: OdtText = { runs: [], boxes: [] }
  readInto(paragraph, bold, { read, walk })
  return read
}

interface Reading {
  readonly read: OdtText
  readonly walk: OdtWalk
}

function readInto(parent: XmlElement, bold: boolean, reading: Reading): void {
  for (const child of parent.children) {
    // A line break in the file's own text is only where a program broke the line; the space it stands for is folded.
    if (typeof child === 'string') reading.read.runs.push({ text: child.replace(/\s+/g, ' '), bold })
    else if (!skipped.has(child.name)) readElement(child, bold, reading)
  }
}

function readElement(child: XmlElement, bold: boolean, reading: Reading): void {
  const { name, attributes } = child
  const { read, walk } = reading
  if (name === 'text:s' || name === 'text:tab') read.runs.push({ text: ' ', bold })
  else if (name === 'text:line-break') read.runs.push({ text: '\n', bold })
  else if (boxed.has(name)) read.boxes.push(child)
  else if (name === 'text:note') {
    const body = childNamed(child, 'text:note-body')
    if (body) walk.notes.push(body)
  } else {
    const style = walk.styles(name === 'text:span' ? attributeOf(attributes, 'style-name') : undefined)
    if (!style.hidden) readInto(child, style.bold ?? bold, reading)
  }
}
