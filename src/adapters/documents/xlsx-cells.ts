/**
 * The elements that make up nearly all of a workbook, read at one go: `<c r="B2" t="s"><v>17</v></c>` in a sheet, and
 * `<si><t>words</t></si>` among the texts that cells share.
 */
import { decodeEntities } from './xml-text.ts'

export interface PlainCell {
  /** The raw text after the name, for attributeOf. */
  readonly attributes: string
  readonly value: string
  /** The place behind the cell. */
  readonly end: number
}

const value = '<v>'
const close = '</v></c>'

/**
 * The cell whose start is at `open`, if it holds one value, written without references, and nothing else; null for any
 * other one, and for one that goes on beyond the text.
 */
export function plainCell(text: string, open: number): PlainCell | null {
  if (text.charCodeAt(open + 1) !== 0x63 || text.charCodeAt(open + 2) !== 0x20) return null
  const end = text.indexOf('>', open)
  if (end < 0 || !text.startsWith(value, end + 1)) return null
  const from = end + 1 + value.length
  const to = text.indexOf('<', from)
  if (to < 0 || !text.startsWith(close, to)) return null
  const attributes = text.slice(open + 2, end)
  const words = text.slice(from, to)
  // A ">" within quotation marks would have ended the start too early.
  const whole = attributes.endsWith('"') && !/[<'&]|=\s*"$|xmlns/.test(attributes)
  return whole && !words.includes('&') ? { attributes, value: words, end: to + close.length } : null
}

export interface PlainText {
  readonly text: string
  /** The place behind it. */
  readonly end: number
}

const plainOpen = /<si><t(?: xml:space="preserve")?>/y
const textClose = '</t></si>'

/** The shared text whose start is at `open`, if it is in one piece; null for any other, and for one that goes on. */
export function plainText(text: string, open: number): PlainText | null {
  plainOpen.lastIndex = open
  if (!plainOpen.test(text)) return null
  const from = plainOpen.lastIndex
  const to = text.indexOf('<', from)
  if (to < 0 || !text.startsWith(textClose, to)) return null
  return { text: decodeEntities(text.slice(from, to)), end: to + textClose.length }
}
