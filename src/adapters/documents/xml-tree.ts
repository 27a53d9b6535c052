/** XML as elements in elements, for parts that are small or are read one child at a time. */
import type { Budget } from './limits.ts'
import { scanXml } from './xml.ts'
import { attributeOf } from './xml-text.ts'

export interface XmlElement {
  readonly name: string
  readonly attributes: string
  readonly children: (XmlElement | string)[]
}

/** A whole part; its one child is the root element. Throws what scanXml throws. */
export function readXml(bytes: Uint8Array, budget: Budget): XmlElement {
  const root: XmlElement = { name: '', attributes: '', children: [] }
  eachChild(bytes, { within: null, budget }, child => root.children.push(child))
  return root
}

interface Which {
  /** The element whose children are wanted; null is the document, whose one child is the root element. */
  readonly within: string | null
  readonly budget: Budget
}

/** Hands over each child of an element as soon as it is whole, so that a long document is never held at once. */
export function eachChild(bytes: Uint8Array, { within, budget }: Which, take: (child: XmlElement) => void): void {
  const open: XmlElement[] = []
  let inside = within === null
  const handler = {
    open(name: string, attributes: string): undefined {
      if (inside) open.push({ name, attributes, children: [] })
      else if (name === within) inside = true
    },
    text(text: string) {
      open.at(-1)?.children.push(text)
    },
    close(name: string) {
      const child = open.pop()
      const parent = open.at(-1)
      if (!child) inside = within === null || (inside && name !== within)
      else if (parent) parent.children.push(child)
      else take(child)
    },
  }
  scanXml(bytes, handler, budget)
}

const isXmlElement = (node: XmlElement | string): node is XmlElement => typeof node !== 'string'

export const childElements = (parent: XmlElement): XmlElement[] => parent.children.filter(isXmlElement)

/** The first child of that name, if there is one. */
export function childNamed(parent: XmlElement | undefined, name: string): XmlElement | undefined {
  return parent?.children.find((child): child is XmlElement => isXmlElement(child) && child.name === name)
}

export const childrenNamed = (parent: XmlElement | undefined, name: string): XmlElement[] =>
  parent ? childElements(parent).filter(child => child.name === name) : []

/** Every element of that name at any depth, in the order of the document. */
export function elementsNamed(root: XmlElement, name: string): XmlElement[] {
  return childElements(root).flatMap(child => (child.name === name ? [child] : elementsNamed(child, name)))
}

/** All text within, in order. */
export function textOf(node: XmlElement | string): string {
  return isXmlElement(node) ? node.children.map(textOf).join('') : node
}

/** The value of a child's attribute, as in `<w:pStyle w:val="Title"/>`. */
export function settingOf(parent: XmlElement | undefined, name: string, attribute = 'val'): string | undefined {
  const child = childNamed(parent, name)
  return child ? attributeOf(child.attributes, attribute) : undefined
}

/** Whether a switch such as `<w:b/>` is on, off, or not mentioned. */
export function switchOf(parent: XmlElement | undefined, name: string): boolean | undefined {
  const child = childNamed(parent, name)
  if (!child) return undefined
  return !/^(?:0|false|off|none)$/i.test(attributeOf(child.attributes, 'val') ?? '')
}
