/** `heed read`: a file in, its reading out, on standard output. */
import { createHash } from 'node:crypto'
import { readFileSync, type Stats, statSync } from 'node:fs'
import { basename } from 'node:path'
import { defaultLimits, UnreadableDocument } from './adapters/documents/open.ts'
import { openDocumentGuarded } from './adapters/documents/open-in-worker.ts'
import { readArguments, readAsOf, reportFailure, WrongArguments } from './cli-arguments.ts'
import { loadGuidance } from './cli-guidance-file.ts'
import { layOut } from './core/laid-out.ts'
import type { Reading } from './reader/reading.ts'

const options = {
  json: { type: 'boolean' },
  text: { type: 'boolean' },
  'as-of': { type: 'string' },
  guidance: { type: 'string' },
} as const

/** Prints the reading of one file; 0 when it was read, 1 when it cannot be, 2 for wrong arguments. */
export function readCommand(args: readonly string[]): Promise<number> {
  return reportFailure(async () => {
    const { values, positionals } = readArguments(args, options)
    const [file] = positionals
    if (!file || positionals.length > 1) throw new WrongArguments('heed read takes one file: heed read FILE [--json].')
    if (values.json && values.text) throw new WrongArguments('Choose --json or --text, not both.')
    const asOf = readAsOf(values['as-of'])
    const guidance = await loadGuidance(values.guidance)
    const bytes = bytesOf(file)
    const document = await openDocumentGuarded(bytes, file)
    if (values.text) return print(`${layOut(document).text}\n`)
    const { readDocument } = await import('./reader/read.ts')
    const source = { file: basename(file), sha256: createHash('sha256').update(bytes).digest('hex') }
    const reading = readDocument(document, source, { asOf, guidance })
    if (values.json) return printReading(reading)
    const { summaryOf } = await import('./reader/summary.ts')
    print(summaryOf(reading))
  })
}

/** The file's bytes; what stands in the way is an UnreadableDocument. A file that is too large is not read at all. */
function bytesOf(file: string): Uint8Array {
  const found = factsOf(file)
  if (!found)
    throw new UnreadableDocument('missing', `There is no file "${file}" (missing). Check the name and the folder.`)
  if (!found.isFile()) throw new UnreadableDocument('wrong-type', `"${file}" is a folder and no file: the wrong type.`)
  if (found.size > defaultLimits.bytes) {
    const megabytes = Math.round(found.size / 1024 / 1024)
    throw new UnreadableDocument(
      'too-large',
      `The file is too large: ${megabytes} MB. Heed reads files up to ${defaultLimits.bytes / 1024 / 1024} MB.`,
    )
  }
  return readFileSync(file)
}

/** What the system knows of a file; null when there is none, or none by that name that it lets us see. */
function factsOf(file: string): Stats | null {
  try {
    return statSync(file)
  } catch {
    return null
  }
}

const chunk = 1 << 18

/**
 * Prints a reading as one JSON object, piece by piece: a plan of thousands of rows would else stand in memory three
 * times over.
 */
function printReading({ schema, source, kind, review, recommendations, ...rest }: Reading): void {
  let piece = `${JSON.stringify({ schema, source, kind, review }, null, 1).slice(0, -2)},\n "recommendations": [`
  for (const [at, recommendation] of recommendations.entries()) {
    piece += `${at === 0 ? '' : ','}\n  ${JSON.stringify(recommendation)}`
    if (piece.length < chunk) continue
    print(piece)
    piece = ''
  }
  print(piece)
  const lists = Object.entries(rest).map(([name, list]) => `,\n "${name}": ${JSON.stringify(list)}`)
  print(` ]${lists.join('')}\n}\n`)
}

function print(text: string): void {
  process.stdout.write(text)
}
