/** The parts of a Word or Excel file and the links between them. */
import type { Budget } from './limits.ts'
import { UnreadableDocument } from './unreadable.ts'
import { attributeOf } from './xml-text.ts'
import { childNamed, childrenNamed, readXml, textOf, type XmlElement } from './xml-tree.ts'
import { openZip, type Zip } from './zip.ts'

export interface OfficeFile {
  readonly zip: Zip
  /** The name of the main part. */
  readonly main: string
  /**
   * The names of the parts that the main part links to, by the last word of the link's kind ("styles"), in order.
   */
  linked(kind: string): readonly Link[]
  /** The same for another part. */
  linkedFrom(part: string, kind: string): readonly Link[]
  /** A part as elements, or null when there is none. */
  xml(part: string | undefined): XmlElement | null
  readonly title: string | null
  readonly notices: readonly string[]
}

export interface Link {
  readonly id: string
  readonly kind: string
  readonly part: string
}

/** Opens a packed Office file whose main part has that root element; throws UnreadableDocument for another kind. */
export function openOffice(
  bytes: Uint8Array,
  { folder, kind }: { folder: string; kind: string },
  budget: Budget,
): OfficeFile {
  const zip = openZip(bytes, budget)
  const xml = (part: string | undefined) => {
    const read = part === undefined ? null : zip.read(part)
    return read ? readXml(read, budget) : null
  }
  const roots = linksOf('', xml('_rels/.rels'))
  const main = roots.find(link => link.kind === 'officeDocument')?.part ?? ''
  if (!main.startsWith(`${folder}/`) || !zip.names.includes(main)) throw otherKind(zip.names, main, kind)
  const linksFrom = (part: string) => linksOf(part, xml(part.replace(/([^/]*)$/, '_rels/$1.rels')))
  const links = linksFrom(main)
  const notices = zip.names.some(name => name.endsWith('vbaProject.bin'))
    ? ['The file holds macros. They were not run.']
    : []
  const core = childNamed(
    xml(roots.find(link => link.kind === 'core-properties')?.part) ?? undefined,
    '?cp:coreProperties',
  )
  return {
    zip,
    main,
    linked: wanted => links.filter(link => link.kind === wanted),
    linkedFrom: (part, wanted) => linksFrom(part).filter(link => link.kind === wanted),
    xml,
    title: titleOf(core),
    notices,
  }
}

function titleOf(core: XmlElement | undefined): string | null {
  const title = childNamed(core, 'dc:title')
  return (title && textOf(title).trim()) || null
}

function linksOf(from: string, root: XmlElement | null): Link[] {
  const folder = from.slice(0, from.lastIndexOf('/') + 1)
  return childrenNamed(childNamed(root ?? undefined, 'Relationships'), 'Relationship').flatMap(({ attributes }) => {
    // What lies outside the file is never fetched, so it is no part of it.
    if (attributeOf(attributes, 'TargetMode') === 'External') return []
    const target = attributeOf(attributes, 'Target') ?? ''
    const kind = (attributeOf(attributes, 'Type') ?? '').replace(/^.*\//, '')
    return [{ id: attributeOf(attributes, 'Id') ?? '', kind, part: resolve(folder, target) }]
  })
}

function resolve(folder: string, target: string): string {
  const path = target.startsWith('/') ? target.slice(1) : folder + target
  const steps: string[] = []
  for (const step of path.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.') steps.push(step)
  }
  return steps.join('/')
}

const kinds: readonly [holds: RegExp, name: string][] = [
  [/^word\//, 'a Word document'],
  [/^xl\//, 'an Excel workbook'],
  [/^ppt\//, 'a presentation'],
  [/^(?:content\.xml|mimetype)$/, 'an OpenDocument file'],
]

/** The refusal of a packed file that is none of the kind that its name promises. */
export function otherKind(names: readonly string[], main: string, wanted: string): UnreadableDocument {
  const found = kinds.find(([holds]) => (main === '' ? names.some(name => holds.test(name)) : holds.test(main)))
  const what = found ? found[1] : 'a packed (zip) file'
  const advice = 'Give it the right name, or choose the right file.'
  return new UnreadableDocument(
    'mislabelled',
    `The file is mislabelled: it is called ${wanted} but is ${what}. ${advice}`,
  )
}
