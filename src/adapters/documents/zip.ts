/** Packed files (docx, odt, xlsx): their directory, and one part unpacked at a time within limits. */
import { crc32, inflateRawSync } from 'node:zlib'
import { type Budget, unpacksTooLarge } from './limits.ts'
import { encrypted } from './sniffing.ts'
import { corrupt } from './unreadable.ts'

interface Entry {
  readonly method: number
  readonly locked: boolean
  readonly checksum: number
  readonly packed: number
  readonly unpacked: number
  readonly offset: number
}

export interface Zip {
  readonly names: readonly string[]
  /** The bytes of a part, or null when there is no part of that name. */
  read(name: string): Uint8Array | null
}

const endMark = 0x06054b50
const entryMark = 0x02014b50
const partMark = 0x04034b50
const endSize = 22
const mostEntries = 20_000

/**
 * Reads the directory only. Throws UnreadableDocument (corrupt, too-large, encrypted), here or when a part is read.
 */
export function openZip(bytes: Uint8Array, budget: Budget): Zip {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = guarded(() => readDirectory(view, bytes))
  let left = budget.limits.unpackedBytes
  return {
    names: [...entries.keys()],
    read(name) {
      const entry = entries.get(name)
      if (!entry) return null
      budget.checkTime()
      if (entry.locked) throw encrypted()
      left -= entry.unpacked
      const swollen = entry.unpacked > 2 ** 20 && entry.unpacked > entry.packed * budget.limits.unpackedRatio
      if (left < 0 || swollen) throw unpacksTooLarge(budget.limits)
      return guarded(() => unpack(view, bytes, entry))
    },
  }
}

/** Reading beyond the end is how damage shows itself. */
function guarded<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (error instanceof RangeError || (error instanceof Error && 'code' in error))
      throw corrupt('it breaks off or was changed on its way', error)
    throw error
  }
}

function readDirectory(view: DataView, bytes: Uint8Array): Map<string, Entry> {
  const end = findEnd(view)
  const count = view.getUint16(end + 10, true)
  if (count > mostEntries) throw corrupt('it holds too many parts')
  const entries = new Map<string, Entry>()
  let at = view.getUint32(end + 16, true)
  for (let read = 0; read < count; read++) {
    if (view.getUint32(at, true) !== entryMark) throw corrupt('the list of its parts is broken')
    const nameLength = view.getUint16(at + 28, true)
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength))
    entries.set(name.replaceAll('\\', '/').replace(/^\//, ''), readEntry(view, at))
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

const readEntry = (view: DataView, at: number): Entry => ({
  locked: (view.getUint16(at + 8, true) & 1) === 1,
  method: view.getUint16(at + 10, true),
  checksum: view.getUint32(at + 16, true),
  packed: view.getUint32(at + 20, true),
  unpacked: view.getUint32(at + 24, true),
  offset: view.getUint32(at + 42, true),
})

function findEnd(view: DataView): number {
  const first = Math.max(0, view.byteLength - endSize - 0xffff)
  for (let at = view.byteLength - endSize; at >= first; at--) {
    if (view.getUint32(at, true) === endMark) return at
  }
  throw corrupt('it breaks off before its end')
}

function unpack(view: DataView, bytes: Uint8Array, entry: Entry): Uint8Array {
  if (view.getUint32(entry.offset, true) !== partMark) throw corrupt('a part is not where its list says')
  const from = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true)
  if (from + entry.packed > bytes.length) throw corrupt('it breaks off before its end')
  const packed = bytes.subarray(from, from + entry.packed)
  if (entry.method !== 0 && entry.method !== 8) throw corrupt('a part is packed in an unknown way')
  // One byte more than was promised is enough to tell a part that promised too little.
  const part = entry.method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: entry.unpacked + 1 })
  if (part.length !== entry.unpacked || crc32(part) !== entry.checksum) throw corrupt('a part was changed on its way')
  return part
}
