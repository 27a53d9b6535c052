/** What stands in an export, in plain English. */
import packageFile from '../../../package.json' with { type: 'json' }
import type { Exporting } from '../../exporting.ts'
import { columnMeanings, tableMeanings } from './meanings.ts'
import type { BoardTable } from './tables.ts'

/** A table with how many of its rows went along. */
export interface Told extends BoardTable {
  readonly rows: number
}

/** The text of README.txt. */
export function readmeOf({ boardName, marking, madeAt, seenBy }: Exporting, tables: readonly Told[]): string {
  const marked = marking === '' ? [] : [marking, '']
  return `${[
    ...marked,
    ...(seenBy === null ? wholeHead(boardName) : seenHead(boardName, seenBy)),
    `Made by Heed ${packageFile.version} on ${madeAt.toISOString()}.`,
    '',
    'What is here',
    '- tables: each table as .csv (for a spreadsheet) and as .json (for a program). Both hold the same rows.',
    '- files: the documents as they were uploaded, each with its id before its name.',
    '- manifest-sha256.txt: the hash of each file. "sha256sum --check manifest-sha256.txt" says whether one was changed.',
    'In .csv files an apostrophe stands before what a spreadsheet could take for a formula. Times are in UTC.',
    'Passwords, second factors, passkeys, sessions and links that let somebody in are never in an export.',
    '',
    ...(seenBy === null ? wholeHistory : seenHistory),
    '',
    ...tables.flatMap(described),
  ].join('\r\n')}\r\n`
}

const wholeHead = (boardName: string) => [
  `Everything that is ${boardName}’s own in Heed`,
  '',
  'It holds what is restricted, too: keep it as you keep the case files.',
]

const seenHead = (boardName: string, seenBy: string) => [
  `What is ${boardName}’s own in Heed, as far as ${seenBy} may see it`,
  '',
  'It can hold what is restricted: keep it as you keep the case files. What this person may not see is not in it, and',
  'nothing in it tells how much that is. Whoever runs the installation makes an export of everything: heed export-board.',
]

const wholeHistory = [
  'How to check the History',
  'Take the entries of ledger_entry.json in the order of "position". The hash of each is the SHA-256 of this JSON array,',
  'without spaces between its values: chain, position, id, board_id, review_id, thing, thing_id, kind, person_id, facts (as',
  'text: JSON without spaces, its names in order), recorded_at (as 2026-11-22T12:00:00.000Z), previous_hash. Each',
  'previous_hash is the hash of the entry before, and the last hash is that of ledger_head.',
]

const seenHistory = [
  'The History',
  'ledger_entry holds the entries that this person may read, without their places in the chain and their hashes: gaps would',
  'tell how much is left out. Nor are there attempts to see what somebody may not. An export of everything holds all of it,',
  'and says how the chain is checked.',
]

function described({ name, columns, rows }: Told): readonly string[] {
  return [
    `${name} (${rows} ${rows === 1 ? 'row' : 'rows'}). ${tableMeanings[name] ?? ''}`.trim(),
    ...columns.map(column => `  ${column.name}: ${columnMeanings[column.name] ?? ''}`.trimEnd()),
    '',
  ]
}
