/**
 * The data on guidance editions and on bodies that came and went: what ships, and an administrator's own laid over it.
 */
import bodiesFile from './data/bodies.json' with { type: 'json' }
import guidanceFile from './data/guidance.json' with { type: 'json' }

/** How sure an entry is: what a source says, what follows from sources, what is believed without one. */
const sureness = ['sure', 'likely', 'unsure'] as const
export type Sure = (typeof sureness)[number]

export interface Edition {
  /** What it is cited by: its year. */
  readonly edition: string
  /** A year, a month or a day ("2018", "2018-07", "2018-07-04"); null for a draft, or when it is not known. */
  readonly published: string | null
  /** When the next edition took its place, in the same form; null while none has, or when that is not known. */
  readonly superseded: string | null
  readonly draft: boolean
  /** Years of factual updates, by which the same edition is cited too. */
  readonly alsoCitedAs: readonly string[]
  readonly source: string
  readonly sure: Sure
  readonly note: string | null
}

export interface Guidance {
  /** As a reading names it: "working-together". */
  readonly id: string
  readonly title: string
  readonly aliases: readonly string[]
  readonly kind: 'guidance' | 'law'
  /** Whether every edition is listed, so that another year between the first and the last never existed. */
  readonly complete: boolean
  /** Set when the title has no current edition. */
  readonly withdrawn: {
    readonly on: string | null
    readonly source: string
    readonly sure: Sure
    readonly note: string | null
  } | null
  /** The oldest first. */
  readonly editions: readonly Edition[]
  readonly note: string | null
}

export interface SuccessorBody {
  readonly id: string
  readonly name: string
  /** The forms that it is known by; a name that ends with one of them is one of these bodies. */
  readonly names: readonly string[]
  /** Longer names of other bodies that end with one of them. */
  readonly butNot: readonly string[]
  readonly standing: 'abolished' | 'renamed'
  /** In the form of Edition.published; null when the day is not known. */
  readonly on: string | null
  readonly successor: string
  readonly successorOfSeveral: string
  readonly source: string
  readonly sure: Sure
  readonly note: string | null
}

export interface GuidanceData {
  /** The day on which what ships was last looked into. */
  readonly asAt: string
  readonly guidance: readonly Guidance[]
  readonly bodies: readonly SuccessorBody[]
}

/** Guidance data that has not the shape it must have; the message says where and what. */
class WrongGuidanceData extends Error {
  override readonly name = 'WrongGuidanceData'
}

let shipped: GuidanceData | null = null

/** The data that ships with Heed. */
export function shippedGuidance(): GuidanceData {
  shipped ??= readGuidanceData({ ...guidanceFile, ...bodiesFile })
  return shipped
}

/**
 * Lays data of the same shape over other data: entries with a known id are replaced field by field, editions by their
 * year, new ones added.
 */
export function withOverlay(base: GuidanceData, overlay: unknown): GuidanceData {
  const file = record(overlay, 'the file')
  const merged = (field: 'guidance' | 'bodies') => mergeById(base[field], list(file[field], field))
  return readGuidanceData({
    asAt: text(file.asAt, 'asAt', base.asAt),
    guidance: merged('guidance'),
    bodies: merged('bodies'),
  })
}

function mergeById(known: readonly { readonly id: string }[], given: readonly unknown[]): unknown[] {
  const merged = new Map<string, object>(known.map(entry => [entry.id, entry]))
  for (const [at, each] of given.entries()) {
    const entry = record(each, `entry ${at + 1}`)
    const id = text(entry.id, `the id of entry ${at + 1}`)
    merged.set(id, mergeEntry(merged.get(id) as Fields | undefined, entry))
  }
  return [...merged.values()]
}

function mergeEntry(known: Fields | undefined, given: Fields): Fields {
  if (!known?.editions || !given.editions) return { ...known, ...given }
  const editions = new Map<unknown, Fields>()
  for (const each of [...list(known.editions, 'editions'), ...list(given.editions, 'editions')]) {
    const edition = record(each, 'an edition')
    editions.set(edition.edition, edition)
  }
  return { ...known, ...given, editions: [...editions.values()] }
}

/** Checks the shape and fills in what may be left out; throws WrongGuidanceData. */
function readGuidanceData(given: unknown): GuidanceData {
  const file = record(given, 'the file')
  return {
    asAt: text(file.asAt, 'asAt', ''),
    guidance: list(file.guidance, 'guidance').map((entry, at) => readGuidance(record(entry, `guidance ${at + 1}`), at)),
    bodies: list(file.bodies, 'bodies').map((entry, at) => readBody(record(entry, `body ${at + 1}`), at)),
  }
}

function readGuidance(entry: Fields, at: number): Guidance {
  const where = `guidance "${entry.id ?? at + 1}"`
  const editions = list(entry.editions, `the editions of ${where}`).map(each =>
    readEdition(record(each, `an edition of ${where}`), where),
  )
  return {
    id: text(entry.id, `the id of ${where}`),
    title: text(entry.title, `the title of ${where}`),
    aliases: texts(entry.aliases, `the aliases of ${where}`),
    kind: entry.kind === 'law' ? 'law' : 'guidance',
    complete: entry.complete === true,
    withdrawn: entry.withdrawn ? readWithdrawn(record(entry.withdrawn, `"withdrawn" of ${where}`), where) : null,
    editions: chained(editions),
    note: optional(entry.note, `the note of ${where}`),
  }
}

function readWithdrawn(entry: Fields, where: string): NonNullable<Guidance['withdrawn']> {
  return {
    on: day(entry.on, `"on" of ${where}`),
    source: text(entry.source, `the source of ${where}`),
    sure: sure(entry.sure, where),
    note: optional(entry.note, where),
  }
}

function readEdition(entry: Fields, where: string): Edition {
  const edition = text(entry.edition, `an edition of ${where}`)
  return {
    edition,
    published: day(entry.published, `"published" of ${where} ${edition}`),
    superseded: day(entry.superseded, `"superseded" of ${where} ${edition}`),
    draft: entry.draft === true,
    alsoCitedAs: texts(entry.alsoCitedAs, `"alsoCitedAs" of ${where} ${edition}`),
    source: text(entry.source, `the source of ${where} ${edition}`),
    sure: sure(entry.sure, `${where} ${edition}`),
    note: optional(entry.note, `the note of ${where} ${edition}`),
  }
}

/** The oldest edition first; one without a last day ends when the next was published. */
function chained(editions: readonly Edition[]): Edition[] {
  const begins = ({ published, edition }: Edition): string => published ?? edition
  const sorted = [...editions].sort((a, b) => (begins(a) < begins(b) ? -1 : begins(a) > begins(b) ? 1 : 0))
  return sorted.map((edition, at) => {
    const next = sorted.slice(at + 1).find(later => !later.draft)
    return edition.draft || edition.superseded || !next
      ? edition
      : { ...edition, superseded: next.published ?? next.edition }
  })
}

function readBody(entry: Fields, at: number): SuccessorBody {
  const where = `body "${entry.id ?? at + 1}"`
  const successor = text(entry.successor, `the successor of ${where}`)
  return {
    id: text(entry.id, `the id of ${where}`),
    name: text(entry.name, `the name of ${where}`),
    names: texts(entry.names, `the names of ${where}`),
    butNot: texts(entry.butNot, `"butNot" of ${where}`),
    standing: entry.standing === 'renamed' ? 'renamed' : 'abolished',
    on: day(entry.on, `"on" of ${where}`),
    successor,
    successorOfSeveral: text(entry.successorOfSeveral, where, successor),
    source: text(entry.source, `the source of ${where}`),
    sure: sure(entry.sure, where),
    note: optional(entry.note, `the note of ${where}`),
  }
}

type Fields = Readonly<Record<string, unknown>>

function record(value: unknown, where: string): Fields {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields
  throw new WrongGuidanceData(`Guidance data: ${where} is no object.`)
}

function list(value: unknown, where: string): readonly unknown[] {
  if (value === undefined || value === null) return []
  if (Array.isArray(value)) return value
  throw new WrongGuidanceData(`Guidance data: ${where} is no list.`)
}

function text(value: unknown, where: string, otherwise?: string): string {
  if (typeof value === 'string' && value !== '') return value
  if (value === undefined && otherwise !== undefined) return otherwise
  throw new WrongGuidanceData(`Guidance data: ${where} is missing or no text.`)
}

function optional(value: unknown, where: string): string | null {
  return value === undefined || value === null ? null : text(value, where)
}

function texts(value: unknown, where: string): string[] {
  return list(value, where).map(each => text(each, where))
}

function day(value: unknown, where: string): string | null {
  const written = optional(value, where)
  if (written === null || /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/.test(written)) return written
  throw new WrongGuidanceData(`Guidance data: ${where} is "${written}"; write a year, a month or a day, as 2018-07-04.`)
}

function sure(value: unknown, where: string): Sure {
  const found = sureness.find(each => each === value)
  if (found) return found
  throw new WrongGuidanceData(`Guidance data: "sure" of ${where} must be one of ${sureness.join(', ')}.`)
}
