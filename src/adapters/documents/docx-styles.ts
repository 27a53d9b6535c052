/** What a Word file's styles say about paragraphs and runs. */
import { attributeOf } from './xml-text.ts'
import { childNamed, childrenNamed, settingOf, switchOf, type XmlElement } from './xml-tree.ts'

export interface NumberingLink {
  readonly numId: string
  readonly level: number
}

export interface Style {
  /** In lower case, as Word shows it: "heading 2", "list bullet". */
  readonly name: string
  /** 0 for level 1; 9 is body text. */
  readonly outline: number | null
  readonly numbering: Partial<NumberingLink>
  readonly bold: boolean | undefined
  readonly hidden: boolean | undefined
}

const plain: Style = { name: '', outline: null, numbering: {}, bold: undefined, hidden: undefined }

export interface Styles {
  of(id: string | undefined): Style
  readonly normal: Style
}

/** The styles of word/styles.xml; none when there is no such part. */
export function readStyles(root: XmlElement | null): Styles {
  const elements = new Map<string, XmlElement>()
  const styles = childrenNamed(childNamed(root ?? undefined, 'w:styles'), 'w:style')
  for (const style of styles) elements.set(attributeOf(style.attributes, 'styleId') ?? '', style)
  const known = new Map<string, Style>()
  const of = (id: string | undefined, depth = 0): Style => {
    const style = id === undefined ? undefined : elements.get(id)
    // A chain longer than this goes in a circle.
    if (!style || id === undefined || depth > 20) return plain
    const found = known.get(id) ?? inherit(style, of(settingOf(style, 'w:basedOn'), depth + 1))
    known.set(id, found)
    return found
  }
  const normal = styles.find(
    ({ attributes }) =>
      attributeOf(attributes, 'type') === 'paragraph' && /^(?:1|true)$/.test(attributeOf(attributes, 'default') ?? ''),
  )
  return { of, normal: of(normal && attributeOf(normal.attributes, 'styleId')) }
}

function inherit(style: XmlElement, base: Style): Style {
  const paragraph = childNamed(style, 'w:pPr')
  const run = childNamed(style, 'w:rPr')
  const name = settingOf(style, 'w:name')?.toLowerCase() ?? ''
  return {
    name,
    outline: outlineOf(paragraph) ?? headingOutline(name) ?? base.outline,
    numbering: { ...base.numbering, ...numberingOf(paragraph) },
    bold: switchOf(run, 'w:b') ?? base.bold,
    hidden: switchOf(run, 'w:vanish') ?? base.hidden,
  }
}

function headingOutline(name: string): number | null {
  const level = /^heading (\d)$/.exec(name)?.[1]
  if (level) return Number(level) - 1
  return name === 'title' ? 0 : name === 'subtitle' ? 1 : null
}

/** The outline level that properties give themselves (0 for level 1), else null. */
export function outlineOf(paragraph: XmlElement | undefined): number | null {
  const level = settingOf(paragraph, 'w:outlineLvl')
  return level !== undefined && /^\d$/.test(level) ? Number(level) : null
}

/** What a paragraph's own properties say; an absent part is inherited. */
export function numberingOf(paragraph: XmlElement | undefined): Partial<NumberingLink> {
  const link = childNamed(paragraph, 'w:numPr')
  const numId = settingOf(link, 'w:numId')
  const level = settingOf(link, 'w:ilvl')
  return {
    ...(numId === undefined ? {} : { numId }),
    ...(level !== undefined && /^\d$/.test(level) ? { level: Number(level) } : {}),
  }
}
