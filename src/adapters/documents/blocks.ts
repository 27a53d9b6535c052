/** What each adapter builds its blocks with, so that folding and fake headings are decided in one place. */
import type { Block, CellLine, Row } from '../../core/plain-document.ts'
import { breaksOff, fold, foldLines, joinRunOn } from './folding.ts'
import { readBullet } from './typed-markers.ts'

/** A stretch of text in one weight; "\n" in it is a line break within the paragraph. */
export interface Run {
  readonly text: string
  readonly bold: boolean
}

/** A piece of a paragraph between two line breaks, folded. */
export interface Piece {
  readonly text: string
  /** Whether every letter of it is bold. */
  readonly bold: boolean
}

/**
 * A paragraph's pieces: parted at its line breaks, empty ones left out. Those that run on are joined again, except in
 * the cell of a table, where people stack what they list.
 */
export function piecesOf(runs: readonly Run[], place: 'text' | 'cell' = 'text'): Piece[] {
  const whole = runs.map(run => run.text).join('')
  if (!whole.includes('\n')) {
    const text = fold(whole)
    return text === '' ? [] : [{ text, bold: isAllBold(runs) }]
  }
  const pieces = splitRuns(runs).flatMap(part => piecesOf(part))
  return place === 'cell' ? pieces : joinPieces(pieces)
}

function splitRuns(runs: readonly Run[]): Run[][] {
  const parts: Run[][] = [[]]
  for (const { text, bold } of runs) {
    for (const [at, stretch] of text.split('\n').entries()) {
      if (at > 0) parts.push([])
      parts.at(-1)?.push({ text: stretch, bold })
    }
  }
  return parts
}

function joinPieces(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = []
  for (const piece of pieces) {
    const before = joined.at(-1)
    const text = before && before.bold === piece.bold ? joinRunOn([before.text, piece.text]) : []
    if (text.length === 1 && text[0]) joined[joined.length - 1] = { text: text[0], bold: piece.bold }
    else joined.push(piece)
  }
  return joined
}

const isAllBold = (runs: readonly Run[]): boolean => runs.every(run => run.bold || !/[\p{L}\p{N}]/u.test(run.text))

/**
 * Whether a paragraph that is bold throughout stands as a heading, as it does in many documents that have no styles.
 */
function looksLikeHeading({ text, bold }: Piece): boolean {
  if (!bold || text.length > 120 || !/\p{L}/u.test(text) || /[.;,]$/.test(text)) return false
  return !breaksOff(text)
}

/** A cell's lines out of its pieces. */
export function cellLines(
  pieces: readonly Piece[],
  marker: string | null = null,
  page: number | null = null,
): CellLine[] {
  return pieces.map(({ text }, at) =>
    at === 0 && marker !== null ? { text, page, marker } : { page, ...readBullet(text) },
  )
}

/** The lines of a cell out of plain text, in which a bullet can only have been typed. */
export function typedLines(text: string): CellLine[] {
  if (plain.test(text)) return [{ text, page: null, marker: null }]
  return foldLines(text).map(line => {
    const { text, marker } = readBullet(line)
    return { text, page: null, marker }
  })
}

/** Most cells: words of printable ASCII with one space between them, with nothing to fold and no bullet in front. */
const plain = /^[A-Za-z0-9][!-~]*(?: [!-~]+)*$/

/** Blocks as they are found, in order. */
export interface BlockList {
  readonly blocks: readonly Block[]
  heading(text: string, level: number, marker?: string): void
  /** What a section that folds holds: its headings say nothing of the level of what comes after it. */
  apart(section: () => void): void
  /**
   * The pieces of one paragraph; one that is bold throughout and short becomes a heading below the last real one.
   */
  paragraph(pieces: readonly Piece[], quoted?: boolean): void
  /** The first piece is the item, others are paragraphs below it. */
  item(pieces: readonly Piece[], depth: number, marker: string): void
  table(rows: readonly Row[], name?: string | null): void
  /** Blocks that were made apart, such as those of a text box. */
  add(blocks: readonly Block[]): void
}

/** An empty list of blocks to add to. */
export function startBlocks(): BlockList {
  const blocks: Block[] = []
  let level = 1
  const add = (piece: Piece, quoted: boolean) => {
    const { text, marker } = readBullet(piece.text)
    if (marker !== null) blocks.push({ kind: 'item', text, page: null, depth: 0, marker })
    else if (!quoted && looksLikeHeading(piece))
      blocks.push({ kind: 'heading', text, page: null, level: Math.min(6, level + 1) })
    else blocks.push({ kind: 'paragraph', text, page: null, quoted })
  }
  return {
    blocks,
    heading(text, at, marker) {
      if (text === '') return
      level = Math.max(1, Math.min(6, at))
      blocks.push({ kind: 'heading', text, page: null, level, ...(marker ? { marker } : {}) })
    },
    apart(section) {
      const before = level
      section()
      level = before
    },
    paragraph(pieces, quoted = false) {
      for (const piece of pieces) add(piece, quoted)
    },
    item([first, ...rest], depth, marker) {
      if (first) blocks.push({ kind: 'item', text: first.text, page: null, depth, marker })
      for (const { text } of rest) blocks.push({ kind: 'paragraph', text, page: null, quoted: false })
    },
    table(rows, name = null) {
      if (rows.some(row => row.cells.some(cell => cell.lines.length > 0))) blocks.push({ kind: 'table', name, rows })
    },
    add(made) {
      for (const block of made) blocks.push(block)
    },
  }
}

/** A block's lines as they stand in a cell. */
export function blockLines(block: Block): CellLine[] {
  if (block.kind === 'table') return block.rows.flatMap(row => row.cells.flatMap(cell => cell.lines))
  const marker = block.kind === 'item' ? block.marker : block.kind === 'heading' ? (block.marker ?? null) : null
  return [{ text: block.text, page: block.page, marker }]
}
