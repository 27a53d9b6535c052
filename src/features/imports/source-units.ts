/**
 * The source in its own layout, cut into units (a heading, a paragraph, a list entry, a table's row) that are shown in
 * pieces.
 */
import type { LaidLine, LaidOut, TextSpan } from '../../core/laid-out.ts'
import type { Cell } from '../../core/plain-document.ts'

/** One cell of a row with its lines. */
export interface UnitCell {
  readonly cell: Cell
  readonly lines: readonly LaidLine[]
}

interface CommonUnit {
  /** Its place in the document, from 0. */
  readonly at: number
  readonly block: number
  readonly span: TextSpan
}
export interface LineUnit extends CommonUnit {
  readonly kind: 'heading' | 'paragraph' | 'item'
  /** A heading's level from 1, a list entry's depth from 0. */
  readonly level: number
  readonly quoted: boolean
  readonly line: LaidLine
}
export interface RowUnit extends CommonUnit {
  readonly kind: 'row'
  readonly header: boolean
  readonly cells: readonly UnitCell[]
}
export type SourceUnit = LineUnit | RowUnit

/** The units of a document, in order. A row without words is left out. */
export function sourceUnits(laidOut: LaidOut): readonly SourceUnit[] {
  const units: SourceUnit[] = []
  laidOut.byBlock.forEach((lines, block) => {
    const source = laidOut.document.blocks[block]
    if (source?.kind === 'table') {
      const byRow = Map.groupBy(lines, line => line.cell?.row ?? 0)
      source.rows.forEach(({ header, cells }, rowAt) => {
        const own = byRow.get(rowAt) ?? []
        const span = spanOf(own)
        if (!span) return
        const withLines = cells.map((cell, i) => ({ cell, lines: own.filter(line => line.cell?.cell === i) }))
        units.push({ kind: 'row', at: units.length, block, span, header, cells: withLines })
      })
      return
    }
    const [line] = lines
    if (!source || !line) return
    const level = source.kind === 'heading' ? source.level : source.kind === 'item' ? source.depth : 0
    const quoted = source.kind === 'paragraph' && source.quoted
    units.push({ kind: source.kind, at: units.length, block, span: [line.start, line.end], level, quoted, line })
  })
  return units
}

function spanOf(lines: readonly LaidLine[]): TextSpan | null {
  const [first, last] = [lines[0], lines.at(-1)]
  return first && last ? [first.start, last.end] : null
}

/** The units that a span touches. */
export function unitsWithin(units: readonly SourceUnit[], [from, to]: TextSpan): readonly SourceUnit[] {
  let low = 0
  let high = units.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((units[middle]?.span[1] ?? 0) <= from) low = middle + 1
    else high = middle
  }
  const found: SourceUnit[] = []
  for (let at = low; at < units.length; at++) {
    const unit = units[at]
    if (!unit || unit.span[0] >= to) break
    found.push(unit)
  }
  return found
}
