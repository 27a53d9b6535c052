/** A marked-up document as elements in elements, whether it came from HTML or from Markdown. */

export interface Element {
  /** In lower case. */
  readonly tag: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: (Element | string)[]
}

/** An element with nothing in it yet. */
export function element(tag: string, attributes: Readonly<Record<string, string>> = {}): Element {
  return { tag, attributes, children: [] }
}

export const isElement = (node: Element | string): node is Element => typeof node !== 'string'

/** The first element, in the order of the document, that passes the test. */
export function findElement(root: Element, test: (found: Element) => boolean): Element | null {
  const waiting: Element[] = [root]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (test(next)) return next
    for (const child of next.children.toReversed()) if (isElement(child)) waiting.push(child)
  }
  return null
}

/** Whether an element holds any visible character. */
export function hasWords(root: Element | string): boolean {
  return isElement(root) ? root.children.some(hasWords) : /\S/.test(root)
}
