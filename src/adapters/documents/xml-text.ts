/** The characters of XML's text and attributes. */
import { corrupt } from './unreadable.ts'

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Text with its references resolved. XML's own five are the only names known, so none can expand into more. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([^;\s&]{0,40}));?/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) {
      const sign = named[name]
      if (sign === undefined || !whole.endsWith(';')) throw corrupt('it uses a name that it does not explain')
      return sign
    }
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })
}

/** The value of an attribute by its local name, out of the raw text of a tag; undefined when it is not there. */
export function attributeOf(attributes: string, name: string): string | undefined {
  const quick = ` ${name}="`
  const found = attributes.indexOf(quick)
  if (found >= 0)
    return decodeEntities(attributes.slice(found + quick.length, attributes.indexOf('"', found + quick.length)))
  for (let at = attributes.indexOf(name); at >= 0; at = attributes.indexOf(name, at + 1)) {
    const before = attributes.charCodeAt(at - 1)
    if (before !== 0x3a && before > 0x20) continue
    const [whole, quote] = /^\s*=\s*(["'])/.exec(attributes.slice(at + name.length, at + name.length + 8)) ?? []
    if (!whole || !quote) continue
    const from = at + name.length + whole.length
    const to = attributes.indexOf(quote, from)
    return to < 0 ? undefined : decodeEntities(attributes.slice(from, to))
  }
  return undefined
}
