import { UnreadableDocument } from './unreadable.ts'

/** How much of a file is read before it is refused. */
export interface Limits {
  /** Bytes of the file as it lies on disk. */
  readonly bytes: number
  /** Bytes that a packed file (docx, odt, xlsx) may unpack to. */
  readonly unpackedBytes: number
  /** How many times larger than its packed form an unpacked part may be, once it is larger than a megabyte. */
  readonly unpackedRatio: number
  readonly pages: number
  readonly cells: number
  /** Levels of elements within elements, or of lists within lists. */
  readonly depth: number
  readonly milliseconds: number
  /** Megabytes of objects that reading may need, where it has a thread of its own. A million cells take about half. */
  readonly memory: number
}

const megabyte = 1024 * 1024

export const defaultLimits: Limits = {
  bytes: 25 * megabyte,
  unpackedBytes: 200 * megabyte,
  unpackedRatio: 300,
  pages: 500,
  cells: 1_000_000,
  depth: 200,
  milliseconds: 30_000,
  memory: 1024,
}

/**
 * The limits of one reading and what of them is spent. Each method throws UnreadableDocument once a limit is passed.
 */
export interface Budget {
  readonly limits: Limits
  /** To be called in every loop that a file's content can make long. */
  checkTime(): void
  spendCells(count: number): void
  checkPages(count: number): void
  checkDepth(depth: number): void
}

/** A budget with nothing spent, whose time begins now. */
export function startBudget(limits: Limits): Budget {
  const until = performance.now() + limits.milliseconds
  let cells = 0
  let asked = 0
  return {
    limits,
    checkTime() {
      // Asking the clock costs more than most steps do, so only every 64th call asks.
      if ((asked++ & 63) === 0 && performance.now() > until) throw tooSlow(limits)
    },
    spendCells(count) {
      cells += count
      if (cells > limits.cells) throw tooManyCells(limits)
    },
    checkPages(count) {
      if (count > limits.pages) throw tooManyPages(count, limits)
    },
    checkDepth(depth) {
      if (depth > limits.depth) throw tooDeep(limits)
    },
  }
}

/** Throws UnreadableDocument (too-large) for a file of more bytes than the limits allow. */
export function checkBytes(bytes: number, limits: Limits): void {
  if (bytes <= limits.bytes) return
  const [size, most] = [inMegabytes(bytes), inMegabytes(limits.bytes)]
  throw new UnreadableDocument(
    'too-large',
    `The file is too large: it has ${size} MB and at most ${most} MB are read. Take pictures out, or split it.`,
  )
}

/** The refusal of a packed file that is larger inside than the limits allow. */
export function unpacksTooLarge(limits: Limits): UnreadableDocument {
  const most = inMegabytes(limits.unpackedBytes)
  return new UnreadableDocument(
    'too-large',
    `The file is too large once it is unpacked: at most ${most} MB are read. Do not trust it, or split it.`,
  )
}

/** The refusal of a file that took longer than the limits allow. */
export function tooSlow(limits: Limits): UnreadableDocument {
  const seconds = Math.round(limits.milliseconds / 1000)
  return new UnreadableDocument(
    'too-slow',
    `The file took longer than ${seconds} seconds to read. Save it as a simpler document, or split it, and try again.`,
  )
}

function tooManyCells(limits: Limits): UnreadableDocument {
  return new UnreadableDocument(
    'too-many-cells',
    `The file has too many cells: at most ${inWords(limits.cells)} are read. Keep only the sheets that matter.`,
  )
}

function tooManyPages(pages: number, limits: Limits): UnreadableDocument {
  return new UnreadableDocument(
    'too-many-pages',
    `The file has too many pages: it has ${inWords(pages)} and at most ${inWords(limits.pages)} are read. Split it.`,
  )
}

function tooDeep(limits: Limits): UnreadableDocument {
  return new UnreadableDocument(
    'too-deep',
    `The file is nested too deeply: at most ${limits.depth} levels are read. Save it again as a simpler document.`,
  )
}

const inMegabytes = (bytes: number): string => (Math.ceil((bytes / megabyte) * 10) / 10).toString()

const inWords = (count: number): string => count.toLocaleString('en-GB')
