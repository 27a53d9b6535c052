import type { CellLine, Row } from '../../core/plain-document.ts'
import { cellLines, type Piece, piecesOf, type Run } from './blocks.ts'
import { isUnseen } from './chrome.ts'
import { listMarkers } from './element-lists.ts'
import { innerText, isNoteMark } from './element-text.ts'
import { type Element, findElement, isElement } from './element-tree.ts'
import type { Budget } from './limits.ts'
import { type GridCell, type GridRow, layGrid } from './table-grid.ts'

/** Whether a table only arranges the page: said so, or headings stand in it, or it has a single column. */
export function isLayoutTable(table: Element): boolean {
  if (/^(?:presentation|none)$/i.test(table.attributes.role ?? '')) return true
  if (findElement(table, found => found.tag === 'th')) return false
  const rows = rowsOf(table)
  return (
    rows.every(({ row }) => cellsOf(row).length <= 1) ||
    findElement(table, found => /^h[1-3]$/.test(found.tag)) !== null
  )
}

/** The caption, which stands above, and the rows with merged cells in their places. */
export function readTable(table: Element, budget: Budget): { caption: Piece[]; rows: Row[] } {
  const captions = table.children.filter(isElement).filter(child => child.tag === 'caption')
  const caption = captions.map(innerText).filter(text => text !== '')
  const rows = rowsOf(table).map(({ row, head }): GridRow => {
    const cells = cellsOf(row)
    budget.spendCells(cells.length)
    budget.checkTime()
    return { header: head || (cells.length > 0 && cells.every(cell => cell.tag === 'th')), cells: cells.map(readCell) }
  })
  return { caption: caption.map(text => ({ text, bold: false })), rows: layGrid(rows) }
}

function rowsOf(table: Element): { row: Element; head: boolean }[] {
  return table.children.filter(isElement).flatMap(child => {
    if (isUnseen(child)) return []
    if (child.tag === 'tr') return [{ row: child, head: false }]
    if (!['thead', 'tbody', 'tfoot'].includes(child.tag)) return []
    const rows = child.children.filter(isElement).filter(row => row.tag === 'tr' && !isUnseen(row))
    return rows.map(row => ({ row, head: child.tag === 'thead' }))
  })
}

const cellsOf = (row: Element): Element[] =>
  row.children.filter(isElement).filter(cell => (cell.tag === 'td' || cell.tag === 'th') && !isUnseen(cell))

function readCell(cell: Element): GridCell {
  const { colspan, rowspan } = cell.attributes
  return { columns: spanOf(colspan, 1), rows: spanOf(rowspan, 1), lines: linesOf(cell) }
}

function spanOf(text: string | undefined, otherwise: number): number {
  return text !== undefined && /^\s*\d{1,5}\s*$/.test(text) ? Number(text) : otherwise
}

const inlineTags = new Set(
  `a abbr acronym b bdi bdo big cite code data dfn em font i ins kbd label mark q s samp small span strike strong sub
   sup time tt u var wbr ruby rb rt output progress meter nobr`.split(/\s+/),
)

/** The paragraphs, entries and line breaks of a cell; a table within it is read cell after cell. */
function linesOf(cell: Element): CellLine[] {
  const lines: CellLine[] = []
  const runs: Run[] = []
  let marker: string | null = null
  const flush = () => {
    const found = cellLines(piecesOf(runs, 'cell'), marker)
    runs.length = 0
    if (found.length > 0) marker = null
    lines.push(...found)
  }
  const walk = (parent: Element, markers: Map<Element, string> | null) => {
    for (const child of parent.children) {
      if (!isElement(child)) runs.push({ text: child.replace(/\s+/g, ' '), bold: false })
      else if (child.tag === 'br') runs.push({ text: '\n', bold: false })
      else if (isUnseen(child) || child.tag === 'del' || isNoteMark(child)) continue
      else if (inlineTags.has(child.tag)) walk(child, null)
      else {
        flush()
        marker = markers?.get(child) ?? marker
        walk(child, child.tag === 'ul' || child.tag === 'ol' ? listMarkers(child) : null)
        flush()
        if (child.tag === 'li') marker = null
      }
    }
  }
  walk(cell, null)
  flush()
  return lines
}
