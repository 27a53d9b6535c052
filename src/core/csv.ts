/** Writes comma-separated values that a spreadsheet opens as they are, and never runs. */

// A cell that begins so would be taken for a formula (OWASP, CSV injection); an apostrophe before it keeps it text.
const runs = /^[=+\-@\t\r]/

const cell = (value: string): string => {
  const safe = runs.test(value) ? `'${value}` : value
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Without it Excel takes the words for another encoding. */
export const byteOrderMark = '\uFEFF'

/** A row as RFC 4180 has it, with its line break. */
export const csvLine = (row: readonly string[]): string => `${row.map(cell).join(',')}\r\n`

/** The rows as a file, with a byte order mark before them. */
export const writeCsv = (rows: readonly (readonly string[])[]): string =>
  `${byteOrderMark}${rows.map(csvLine).join('')}`
