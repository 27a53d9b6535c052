import type { Block, PlainDocument } from '../../core/plain-document.ts'
import { startBlocks } from './blocks.ts'
import type { Budget } from './limits.ts'
import { type OdtWalk, walkOdt } from './odt-body.ts'
import { readListStyles } from './odt-lists.ts'
import { readOdtStyles } from './odt-styles.ts'
import { otherKind } from './packed-parts.ts'
import { encrypted } from './sniffing.ts'
import { corrupt } from './unreadable.ts'
import { childElements, eachChild, elementsNamed, readXml, textOf, type XmlElement } from './xml-tree.ts'
import { openZip, type Zip } from './zip.ts'

const mediaType = 'application/vnd.oasis.opendocument.text'

/** Throws UnreadableDocument (mislabelled, encrypted, corrupt, and what a limit refuses). */
export function readOdt(bytes: Uint8Array, budget: Budget): PlainDocument {
  const zip = openZip(bytes, budget)
  const xml = (part: string) => {
    const read = zip.read(part)
    return read ? readXml(read, budget) : null
  }
  checkKind(zip, xml('META-INF/manifest.xml'))
  const content = zip.read('content.xml')
  if (!content) throw corrupt('its text is missing')
  const styles: XmlElement[] = styleElements(xml('styles.xml'))
  eachChild(content, { within: 'office:automatic-styles', budget }, child => styles.push(child))
  const out = startBlocks()
  const notes = startBlocks()
  const walk: OdtWalk = {
    styles: readOdtStyles(styles),
    lists: readListStyles(styles),
    budget,
    notes: [],
    place: 'text',
    counts: new Map(),
  }
  eachChild(content, { within: 'office:text', budget }, child => walkOdt(child, out, walk))
  for (const note of walk.notes.splice(0)) for (const child of childElements(note)) walkOdt(child, notes, walk)
  const blocks: Block[] = [...out.blocks, ...notes.blocks]
  return { mediaType, pages: null, title: titleOf(xml('meta.xml')), blocks }
}

const styleElements = (root: XmlElement | null): XmlElement[] =>
  root
    ? [...elementsNamed(root, 'office:styles'), ...elementsNamed(root, 'office:automatic-styles')].flatMap(
        childElements,
      )
    : []

function checkKind(zip: Zip, manifest: XmlElement | null): void {
  const kind = new TextDecoder().decode(zip.read('mimetype') ?? new Uint8Array())
  const isText =
    kind === '' ? zip.names.includes('content.xml') : /^application\/vnd\.oasis\.opendocument\.text/.test(kind.trim())
  if (!isText) throw otherKind(zip.names, '', '.odt')
  if (manifest && elementsNamed(manifest, 'manifest:encryption-data').length > 0) throw encrypted()
}

function titleOf(meta: XmlElement | null): string | null {
  const [title] = meta ? elementsNamed(meta, 'dc:title') : []
  return (title && textOf(title).trim()) || null
}
