import { type Element, isElement } from './element-tree.ts'
import { type NumberStyle, writeNumber } from './markers.ts'

const styleOfType: Readonly<Record<string, NumberStyle>> = {
  '1': 'decimal',
  a: 'lower-alpha',
  A: 'upper-alpha',
  i: 'lower-roman',
  I: 'upper-roman',
}

const styleNames: Readonly<Record<string, NumberStyle>> = {
  decimal: 'decimal',
  'lower-alpha': 'lower-alpha',
  'lower-latin': 'lower-alpha',
  'upper-alpha': 'upper-alpha',
  'upper-latin': 'upper-alpha',
  'lower-roman': 'lower-roman',
  'upper-roman': 'upper-roman',
}

/** What a browser shows before each entry of a list: "•", "3.", "b." and, where Markdown says so, "3)". */
export function listMarkers(list: Element): Map<Element, string> {
  const entries = list.children.filter(isElement).filter(child => child.tag === 'li')
  if (list.tag === 'ul') return new Map(entries.map(entry => [entry, '•']))
  const style = styleOf(list)
  if (style === null) return new Map(entries.map(entry => [entry, '']))
  const step = 'reversed' in list.attributes ? -1 : 1
  let number = integer(list.attributes.start) ?? (step === 1 ? 1 : entries.length)
  const markers = new Map<Element, string>()
  for (const entry of entries) {
    number = integer(entry.attributes.value) ?? number
    markers.set(entry, writeNumber(number, style) + (list.attributes['data-delimiter'] ?? '.'))
    number += step
  }
  return markers
}

function styleOf({ attributes }: Element): NumberStyle | null {
  const named = /list-style(?:-type)?\s*:\s*([a-z-]+)/i.exec(attributes.style ?? '')?.[1]?.toLowerCase()
  if (named === 'none') return null
  return styleNames[named ?? ''] ?? styleOfType[attributes.type ?? '1'] ?? 'decimal'
}

function integer(text: string | undefined): number | null {
  return text !== undefined && /^\s*-?\d{1,6}\s*$/.test(text) ? Number(text) : null
}
