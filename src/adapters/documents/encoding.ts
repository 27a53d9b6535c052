/** Which characters a text file's bytes stand for. */

const marks: readonly [label: string, bytes: readonly number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]

/**
 * The text of a file: by its byte order mark, else by what the file declares, else as UTF-8 where that fits, else as
 * Windows-1252. Never fails: a byte that stands for nothing becomes the replacement character.
 */
export function decodeText(bytes: Uint8Array, declared?: string | null): string {
  const marked = marks.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte))
  if (marked) return decodeAs(marked[0], bytes)
  const wide = withoutMark(bytes)
  if (wide) return decodeAs(wide, bytes)
  if (declared && !/^(?:utf-?8|utf-?16.*|ascii|us-ascii)$/i.test(declared) && isKnown(declared))
    return decodeAs(declared, bytes)
  const text = decodeAs('utf-8', bytes)
  return fits(text) ? text : decodeAs('windows-1252', bytes)
}

/** UTF-16 without a mark shows itself by a zero in every other byte of Latin text. */
function withoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const head = bytes.subarray(0, 2048)
  if (head.length < 8) return null
  let even = 0
  let odd = 0
  for (let at = 0; at < head.length; at++) {
    if (head[at] !== 0) continue
    if (at % 2 === 0) even++
    else odd++
  }
  const most = head.length * 0.35
  if (odd > most && even < head.length * 0.05) return 'utf-16le'
  return even > most && odd < head.length * 0.05 ? 'utf-16be' : null
}

/** A file that is nearly all good UTF-8 (one that was cut in the middle of a character, say) is UTF-8. */
function fits(text: string): boolean {
  const bad = text.split('\ufffd').length - 1
  if (bad === 0) return true
  const good = text.match(/[\u0080-\ufffc]/g)?.length ?? 0
  return good > bad * 20
}

const decodeAs = (label: string, bytes: Uint8Array): string => new TextDecoder(label).decode(bytes)

function isKnown(label: string): boolean {
  try {
    new TextDecoder(label)
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

/** Whether bytes that claim to be text hold what no text holds. */
export function looksBinary(text: string): boolean {
  const head = text.slice(0, 65_536)
  const odd = head.match(/(?!\s)\p{Cc}|\ufffd/gu)?.length ?? 0
  return head.includes('\0') || odd > Math.max(8, head.length * 0.01)
}
