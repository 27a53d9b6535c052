/** Arguments that several commands take. */
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import { type PlainDate, plainDate, readPlainDate } from './core/plain-date.ts'

/** A command called in a way that it does not know: exit status 2. The message is one line. */
export class WrongArguments extends Error {
  override readonly name = 'WrongArguments'
}

/** The options and the words of a call; throws WrongArguments for one that the command does not have. */
export function readArguments(args: readonly string[], options: ParseArgsOptionsConfig) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch (error) {
    throw new WrongArguments(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error))
  }
}

/** The day of `--as-of`, or today in the United Kingdom; throws WrongArguments for what is no day. */
export function readAsOf(written: string | undefined): PlainDate {
  const day = written === undefined ? today() : readPlainDate(written)
  if (!day) throw new WrongArguments(`--as-of "${written}" is no day of the calendar; write it as 2026-11-22.`)
  return day
}

function today(): PlainDate | null {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London' }).formatToParts(new Date())
  const part = (type: string) => Number(parts.find(each => each.type === type)?.value)
  return plainDate(part('year'), part('month'), part('day'))
}

/** Runs a command; what it cannot do becomes one line on standard error and an exit status. */
export async function reportFailure(run: () => Promise<void>): Promise<number> {
  try {
    await run()
    return 0
  } catch (error) {
    if (!(error instanceof Error)) throw error
    const known = error instanceof WrongArguments ? 2 : 1
    process.stderr.write(`heed: ${error.message.replace(/\s+/g, ' ')}\n`)
    return known
  }
}
