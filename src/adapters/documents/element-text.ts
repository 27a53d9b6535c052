import { isUnseen } from './chrome.ts'
import { type Element, isElement } from './element-tree.ts'
import { fold } from './folding.ts'

/** A raised number that only leads to a note is no word of the sentence it stands in. */
export function isNoteMark(found: Element): boolean {
  if (found.tag !== 'sup') return false
  const text = rawText(found).trim()
  return /^[[(]?[\d*†‡]{1,3}[\])]?$/.test(text) && found.children.some(child => isElement(child) && child.tag === 'a')
}

/** All words of an element on one line, whatever stands in it; used where it can hold no block of its own. */
export function innerText(found: Element): string {
  return fold(rawText(found))
}

/** The same with its line breaks and spaces as they are written. */
export function rawText(found: Element): string {
  let text = ''
  for (const child of found.children) {
    if (!isElement(child)) text += child
    else if (child.tag === 'br') text += '\n'
    else if (child.tag === 'button' || !isUnseen(child)) text += isNoteMark(child) ? '' : rawText(child)
  }
  return text
}
