/** A source as a workbook: a sheet that explains the plan, and one whose rows are the actions of every recommendation. */
import writeExcelFile, { type SheetData } from 'write-excel-file/node'
import type { Block } from './blocks.ts'

type Cell = NonNullable<SheetData[number][number]>

const widths = [6, 44, 28, 38, 22, 16, 46, 18, 10]
const colours: Readonly<Record<string, string>> = { Blue: '#9DC3E6', Green: '#A9D18E', Amber: '#FFD966' }

const around = { wrap: true, alignVertical: 'top', borderStyle: 'thin', borderColor: '#808080' } as const

/** A day is a date in the sheet; every other text stays one, and a colour's name is written on its colour. */
function cell(text: string): Cell {
  if (text === '') return { ...around }
  if (/^\d{4}-\d\d-\d\d$/.test(text)) {
    return { ...around, type: Date, value: new Date(`${text}T00:00:00Z`), format: 'dd/mm/yyyy' }
  }
  const colour = colours[text]
  return { ...around, type: String, value: text, ...(colour ? { backgroundColor: colour } : {}) }
}

const bold = (text: string): Cell => ({ ...cell(text), fontWeight: 'bold' })

/** The rows of one recommendation's table, behind its number and its text, which span them all. */
function actions(rows: readonly (readonly string[])[], number: number, text: string): SheetData {
  const first: Cell[] = [{ ...around, type: Number, value: number, rowSpan: rows.length }]
  first.push({ ...cell(text), rowSpan: rows.length })
  return rows.map((row, i) => [...(i === 0 ? first : [null, null]), ...row.map(cell)])
}

/** The file's bytes. */
export async function workbook(blocks: readonly Block[]): Promise<Uint8Array> {
  const firstOfAll = blocks.findIndex(({ kind }) => kind === 'table') - 2
  const about = blocks.slice(0, firstOfAll).map(block => ('text' in block ? [{ value: block.text, wrap: true }] : []))
  const tables = blocks.flatMap((block, i) => {
    const asked = blocks[i - 1]
    return block.kind === 'table' && asked?.kind === 'paragraph' ? [{ ...block, asked: asked.text }] : []
  })
  const head = ['No.', 'Recommendation', ...(tables[0]?.head ?? [])].map(bold)
  const rows = tables.flatMap((table, i) => actions(table.rows, i + 1, table.asked))
  const plan = { sheet: 'Action plan', data: [head, ...rows], columns: widths.map(width => ({ width })) }
  const file = writeExcelFile([
    { sheet: 'About this plan', data: about, columns: [{ width: 110 }] },
    { ...plan, stickyRowsCount: 1, orientation: 'landscape' },
  ])
  return new Uint8Array(await file.toBuffer())
}
