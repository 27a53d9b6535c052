import type { Workbooks } from '../exporting.ts'

/** Workbooks of one sheet, every cell of it text, so that nothing in it is a formula. */
export const excelWorkbooks: Workbooks = {
  async write(name, rows) {
    const { default: writeExcelFile } = await import('write-excel-file/node')
    const cells = rows.map((row, at) =>
      row.map(value => ({ value, type: String, wrap: true, ...(at === 0 ? { fontWeight: 'bold' as const } : {}) })),
    )
    return writeExcelFile(cells, { sheet: name.slice(0, 31), stickyRowsCount: 1 }).toBuffer()
  },
}
