/**
 * A reader of the XML in packed documents: no document type, no entities but the five of XML, a limit on nesting.
 * Names carry the prefix that this project gives to a namespace, whatever prefix the file chose.
 */
import type { Budget } from './limits.ts'
import { corrupt } from './unreadable.ts'
import { decodeEntities } from './xml-text.ts'

export interface XmlHandler {
  /** `attributes` is the raw text after the name, for attributeOf. Answer false to skip everything within. */
  open(name: string, attributes: string): boolean | undefined
  text(text: string): void
  close(name: string): void
  /**
   * May take a whole element of a very common kind at once, when names have no prefix: `text[open]` is the "<" of a
   * start. Answers the place behind its end, or -1 to have it read step by step.
   */
  take?(text: string, open: number): number
}

const prefixes: readonly [pattern: RegExp, prefix: string][] = [
  [/\/wordprocessingml\/(?:2006\/)?main$/, 'w:'],
  [/\/spreadsheetml\/(?:2006\/)?main$/, ''],
  [/\/markup-compatibility\/2006$/, 'mc:'],
  [/\/officeDocument\/(?:2006\/)?math$/, 'm:'],
  [/\/package\/2006\/relationships$/, ''],
  [/\/extended-properties$|\/officeDocument\/(?:2006\/)?extendedProperties$/, ''],
  [/\/dc\/elements\/1\.1\/$/, 'dc:'],
  [/opendocument:xmlns:drawing:1\.0$/, 'draw:'],
  [/opendocument:xmlns:(office|text|table|style|manifest|meta):1\.0$/, '$1:'],
]

const sliceBytes = 1 << 18

/** Reads bytes from beginning to end; throws UnreadableDocument (corrupt, too-deep, too-slow). */
export function scanXml(bytes: Uint8Array, handler: XmlHandler, budget: Budget): void {
  const scanner = startScanner(handler, budget)
  const decoder = new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : bytes[0] === 0xfe ? 'utf-16be' : 'utf-8')
  let rest = ''
  for (let from = 0; from < bytes.length; from += sliceBytes) {
    const last = from + sliceBytes >= bytes.length
    const text = rest + decoder.decode(bytes.subarray(from, from + sliceBytes), { stream: !last })
    rest = text.slice(scanner.read(text, last))
  }
  scanner.end(rest)
}

interface Scanner {
  /** Reads as far as markup is whole; answers how far that was. */
  read(text: string, last: boolean): number
  end(rest: string): void
}

function startScanner(handler: XmlHandler, budget: Budget): Scanner {
  const open: string[] = []
  const names = nameTable()
  let skipFrom = Number.POSITIVE_INFINITY
  const enter = (raw: string, attributes: string, empty: boolean) => {
    if (attributes.includes('xmlns')) names.declare(attributes)
    const name = names.of(raw)
    budget.checkDepth(open.length)
    const skipped = open.length >= skipFrom
    if (!skipped && handler.open(name, attributes) === false) skipFrom = open.length
    const wanted = !skipped && open.length < skipFrom
    if (empty) {
      if (wanted) handler.close(name)
      if (skipFrom === open.length) skipFrom = Number.POSITIVE_INFINITY
    } else open.push(raw)
  }
  const leave = (raw: string) => {
    if (open.pop() !== raw) throw corrupt('its markup does not fit together')
    if (open.length < skipFrom) handler.close(names.of(raw))
    else if (open.length === skipFrom) skipFrom = Number.POSITIVE_INFINITY
  }
  const words = (text: string) => {
    if (open.length > 0 && open.length <= skipFrom && text !== '') handler.text(text)
  }
  const take = (text: string, at: number): number =>
    handler.take && names.plain && open.length > 0 && open.length < skipFrom ? handler.take(text, at) : -1
  return {
    read: (text, last) => readMarkup(text, last, { enter, leave, words, take, check: budget.checkTime }),
    end(rest) {
      if (open.length > 0 || rest.trim() !== '') throw corrupt('it breaks off before its end')
    },
  }
}

interface Steps {
  enter(raw: string, attributes: string, empty: boolean): void
  leave(raw: string): void
  words(text: string): void
  take(text: string, open: number): number
  check(): void
}

function readMarkup(text: string, last: boolean, steps: Steps): number {
  let at = 0
  for (;;) {
    steps.check()
    const open = text.indexOf('<', at)
    if (open < 0) {
      if (last) steps.words(decodeEntities(text.slice(at)))
      return last ? text.length : at
    }
    const whole = steps.take(text, open)
    const end = whole < 0 ? markupEnd(text, open) : whole
    if (end < 0) return at
    if (open > at) steps.words(decodeEntities(text.slice(at, open)))
    if (whole < 0) readOne(text, open, end, steps)
    at = end
  }
}

/** The place after the markup that begins at `open`, or -1 when its end has not come yet. */
function markupEnd(text: string, open: number): number {
  const next = text.charCodeAt(open + 1)
  if (next === exclamation) {
    if (text.startsWith('<!--', open)) return after(text, '-->', open + 4)
    if (text.startsWith('<![CDATA[', open)) return after(text, ']]>', open + 9)
    if (text.length - open < 9) return -1
    throw corrupt('it declares names of its own, which no document of this kind does')
  }
  if (next === question) return after(text, '?>', open + 2)
  const end = after(text, '>', open)
  return end < 0 || next === slash ? end : tagEnd(text, open)
}

const exclamation = 0x21
const question = 0x3f
const slash = 0x2f

function after(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from)
  return at < 0 ? -1 : at + mark.length
}

/** The end of a start, past every ">" that stands within quotation marks. */
function tagEnd(text: string, open: number): number {
  let quote = 0
  for (let at = open + 1; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (quote !== 0) {
      if (code === quote) quote = 0
    } else if (code === 0x22 || code === 0x27) quote = code
    else if (code === 0x3e) return at + 1
  }
  return -1
}

function readOne(text: string, open: number, end: number, steps: Steps): void {
  const next = text.charCodeAt(open + 1)
  if (next === question) return
  if (next === exclamation) {
    if (text.startsWith('<![CDATA[', open)) steps.words(text.slice(open + 9, end - 3))
    return
  }
  if (next === slash) {
    steps.leave(text.slice(open + 2, end - 1).trimEnd())
    return
  }
  const empty = text.charCodeAt(end - 2) === slash
  const inner = text.slice(open + 1, empty ? end - 2 : end - 1)
  const space = spaceIn(inner)
  if (space < 0) steps.enter(inner, '', empty)
  else steps.enter(inner.slice(0, space), inner.slice(space), empty)
}

/** Where white space first stands in a text, or -1. */
function spaceIn(text: string): number {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 0x20 || (code >= 0x09 && code <= 0x0d)) return at
  }
  return -1
}

/** Prefixes as this project writes them, by the namespaces that the file declares. */
function nameTable(): { of(raw: string): string; declare(attributes: string): void; readonly plain: boolean } {
  const known = new Map<string, string>()
  const prefixOf = new Map<string, string>()
  return {
    /** Whether a name without a prefix is one that this project writes without one. */
    get plain() {
      return (prefixOf.get('') ?? '') === ''
    },
    of(raw) {
      const found = known.get(raw)
      if (found !== undefined) return found
      const colon = raw.indexOf(':')
      const prefix = raw.slice(0, Math.max(0, colon))
      const name = (prefixOf.get(prefix) ?? (colon < 0 ? '' : `?${prefix}:`)) + raw.slice(colon + 1)
      known.set(raw, name)
      return name
    },
    declare(attributes) {
      for (const [, prefix = '', , uri = ''] of attributes.matchAll(/\bxmlns(?::([\w.-]+))?\s*=\s*(["'])(.*?)\2/g)) {
        const rule = prefixes.find(([pattern]) => pattern.test(uri))
        prefixOf.set(prefix, rule ? uri.replace(new RegExp(`^.*${rule[0].source}`), rule[1]) : `?${prefix}:`)
      }
      known.clear()
    },
  }
}
