/** Writes comma-separated values that a spreadsheet opens as they are, and never runs. */

// A cell that begins so would be taken for a formula (OWASP, CSV injection); an apostrophe before it keeps it text.
const runs = /^[=+\-@\t\r]/

const cell = (value: string): string => {
  const safe = runs.test(value) ? `'${value}` : value
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** The rows as RFC 4180 has them, with a byte order mark, without which Excel takes the words for another encoding. */
export const writeCsv = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map(row => `${row.map(cell).join(',')}\r\n`).join('')}`
