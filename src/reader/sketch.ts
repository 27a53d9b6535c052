/** A plain document sketched in a few lines, for tests: "# heading", "- entry", "> quotation", "| cell | cell |". */
import { layOut } from '../core/laid-out.ts'
import type { PlainDate } from '../core/plain-date.ts'
import type { Block, PlainDocument, Row } from '../core/plain-document.ts'
import { type GuidanceData, shippedGuidance } from './guidance-data.ts'
import { readDocument } from './read.ts'
import type { Reading } from './reading.ts'
import { type SourceLine, sourceLines } from './source-lines.ts'

/** The document of a sketch. Empty lines part nothing but tables; in a cell " / " begins another line. */
export function sketch(text: string): PlainDocument {
  const blocks: Block[] = []
  let rows: Row[] = []
  const endTable = () => {
    if (rows.length > 0) blocks.push({ kind: 'table', name: null, rows })
    rows = []
  }
  for (const line of text.split('\n').map(each => each.trim())) {
    if (line.startsWith('|')) {
      rows.push(rowOf(line))
      continue
    }
    endTable()
    if (line !== '') blocks.push(blockOf(line))
  }
  endTable()
  return { mediaType: 'text/plain', pages: null, title: null, blocks }
}

function blockOf(line: string): Block {
  const heading = /^(#+)\s+(.*)$/.exec(line)
  if (heading) return { kind: 'heading', level: heading[1]?.length ?? 1, text: heading[2] ?? '', page: null }
  const entry = /^(-|\d+\.|\([a-z]+\))\s+(.*)$/.exec(line)
  if (entry)
    return {
      kind: 'item',
      depth: 0,
      marker: entry[1] === '-' ? '•' : (entry[1] ?? ''),
      text: entry[2] ?? '',
      page: null,
    }
  const quoted = line.startsWith('> ')
  return { kind: 'paragraph', quoted, text: quoted ? line.slice(2) : line, page: null }
}

function rowOf(line: string): Row {
  const cells = line
    .replace(/^\||\|$/g, '')
    .split('|')
    .map(cell => cell.trim())
  const across = cells.length > 1 && cells.slice(1).every(cell => cell === '<')
  return {
    header: false,
    cells: (across ? cells.slice(0, 1) : cells).map((cell, column) => ({
      column,
      columns: across ? cells.length : 1,
      rows: 1,
      lines: cell
        .split(' / ')
        .filter(text => text !== '')
        .map(text => ({ text, page: null, marker: null })),
    })),
  }
}

/** The lines of a sketch. */
export function sketchedLines(text: string): SourceLine[] {
  return sourceLines(layOut(sketch(text)))
}

/** The reading of a sketch, as of 22 November 2026. */
export function readSketch(text: string, guidance: GuidanceData = shippedGuidance()): Reading {
  return readDocument(sketch(text), { file: 'sketch.txt', sha256: '' }, { asOf: '2026-11-22' as PlainDate, guidance })
}

/** A reading's responses, a line each: "1 | Elm Police | planned | The Force will act. | ..2024-03-31". */
export function told(reading: Reading): string[] {
  return reading.recommendations.flatMap(({ number, responses }) =>
    responses.flatMap(({ agency, statements }) =>
      statements.map(({ act, text, due }) => {
        const when = due ? ` | ${due.from ?? ''}..${due.to ?? ''}` : ''
        return `${number ?? '-'} | ${agency} | ${act} | ${text}${when}`
      }),
    ),
  )
}

/** A reading's findings, a line each: "overdue 1". */
export function found(reading: Reading): string[] {
  return reading.findings.map(({ code, recommendation }) =>
    recommendation === null ? code : `${code} ${recommendation}`,
  )
}
