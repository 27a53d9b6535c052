/** What an OpenDocument file's styles say about paragraphs and stretches of text. */
import { attributeOf } from './xml-text.ts'
import { childNamed, type XmlElement } from './xml-tree.ts'

export interface OdtStyle {
  /** As it is shown, in lower case: "heading 1", "quotations". */
  readonly name: string
  readonly bold: boolean | undefined
  readonly hidden: boolean
  /** The list that a paragraph of this style belongs to without being in one. */
  readonly list: string | undefined
}

const plain: OdtStyle = { name: '', bold: undefined, hidden: false, list: undefined }

export type OdtStyles = (id: string | undefined) => OdtStyle

/** The styles by their identifiers, each with what it inherits. */
export function readOdtStyles(elements: readonly XmlElement[]): OdtStyles {
  const byId = new Map<string, XmlElement>()
  for (const element of elements) {
    if (element.name === 'style:style') byId.set(attributeOf(element.attributes, 'name') ?? '', element)
  }
  const known = new Map<string, OdtStyle>()
  const of = (id: string | undefined, depth: number): OdtStyle => {
    const element = id === undefined ? undefined : byId.get(id)
    // A chain longer than this goes in a circle. A built-in style that nothing describes still has its name.
    if (!element || id === undefined || depth > 20) return id === undefined ? plain : { ...plain, name: shown(id) }
    const found =
      known.get(id) ?? inherit(element, id, of(attributeOf(element.attributes, 'parent-style-name'), depth + 1))
    known.set(id, found)
    return found
  }
  return id => of(id, 0)
}

const shown = (id: string): string =>
  id.replace(/_([0-9a-f]{2})_/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16))).toLowerCase()

function inherit(element: XmlElement, id: string, base: OdtStyle): OdtStyle {
  const text = childNamed(element, 'style:text-properties')?.attributes ?? ''
  const weight = attributeOf(text, 'font-weight')
  const display = attributeOf(text, 'display')
  // The styles that a program makes up on its way (P1, T3) have no name of their own.
  const name = /^[A-Z]{1,2}\d+$/.test(id) ? base.name : shown(attributeOf(element.attributes, 'display-name') ?? id)
  return {
    name,
    bold: weight === undefined ? base.bold : /^(?:bold|[6-9]00)$/.test(weight),
    hidden: display === undefined ? base.hidden : display === 'none',
    list: attributeOf(element.attributes, 'list-style-name') ?? base.list,
  }
}
