/** What stands in an export, in plain English. */
import { columnMeanings, tableMeanings } from './meanings.ts'
import type { BoardTable } from './tables.ts'
import type { Exporting } from './writing.ts'

/** A table with how many of its rows went along. */
export interface Told extends BoardTable {
  readonly rows: number
}

/** The text of README.txt. */
export function readmeOf({ boardName, marking, heed, madeAt }: Exporting, tables: readonly Told[]): string {
  const marked = marking === '' ? [] : [marking, '']
  return `${[
    ...marked,
    `Everything that is ${boardName}’s own in Heed`,
    '',
    `Made by Heed ${heed} on ${madeAt.toISOString()}. It holds what is restricted, too: keep it as you keep the case files.`,
    '',
    'What is here',
    '- tables: each table as .csv (for a spreadsheet) and as .json (for a program). Both hold the same rows.',
    '- files: the documents as they were uploaded, each with its id before its name.',
    '- manifest-sha256.txt: the hash of each file. "sha256sum --check manifest-sha256.txt" says whether one was changed.',
    'In .csv files an apostrophe stands before what a spreadsheet could take for a formula. Times are in UTC.',
    'Passwords, second factors, passkeys, sessions and links that let somebody in are never in an export.',
    '',
    'How to check the History',
    'Take the entries of ledger_entry.json in the order of "position". The hash of each is the SHA-256 of this JSON array,',
    'without spaces between its values: chain, position, id, board_id, review_id, thing, thing_id, kind, person_id, facts (as',
    'text: JSON without spaces, its names in order), recorded_at (as 2026-11-22T12:00:00.000Z), previous_hash. Each',
    'previous_hash is the hash of the entry before, and the last hash is that of ledger_head.',
    '',
    ...tables.flatMap(described),
  ].join('\r\n')}\r\n`
}

function described({ name, columns, rows }: Told): readonly string[] {
  return [
    `${name} (${rows} ${rows === 1 ? 'row' : 'rows'}). ${tableMeanings[name] ?? ''}`.trim(),
    ...columns.map(column => `  ${column.name}: ${columnMeanings[column.name] ?? ''}`.trimEnd()),
    '',
  ]
}
