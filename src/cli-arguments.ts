/** Arguments that several commands take. */
import { access, readFile } from 'node:fs/promises'
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import { type PlainDate, plainDate, readPlainDate } from './core/plain-date.ts'

/** A command called in a way that it does not know: exit status 2. The message is one line. */
export class WrongArguments extends Error {
  override readonly name = 'WrongArguments'
}

/** The options and the words of a call; throws WrongArguments for one that the command does not have. */
export function readArguments<Options extends ParseArgsOptionsConfig>(args: readonly string[], options: Options) {
  try {
    return parseArgs<{ args: string[]; options: Options; allowPositionals: true; strict: true }>({
      args: [...args],
      options,
      allowPositionals: true,
      strict: true,
    })
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

/**
 * Reckoned by the rule of the Summer Time Order 2002, since loading the machine's time zones takes longer than reading
 * most files.
 */
function today(): PlainDate | null {
  const now = new Date()
  const year = now.getUTCFullYear()
  const inSummer = now >= lastSunday(year, 3) && now < lastSunday(year, 10)
  const there = new Date(now.getTime() + (inSummer ? 3_600_000 : 0))
  return plainDate(there.getUTCFullYear(), there.getUTCMonth() + 1, there.getUTCDate())
}

/** One o'clock in the morning, Greenwich mean time, of the last Sunday of a month of 31 days. */
function lastSunday(year: number, month: number): Date {
  const last = new Date(Date.UTC(year, month - 1, 31, 1))
  return new Date(last.getTime() - last.getUTCDay() * 86_400_000)
}

/** The words of a call, which must be so many; throws WrongArguments that tells how it is called. */
export function onlyWords(words: readonly string[], count: number, usage: string): readonly string[] {
  if (words.length !== count || words.includes(''))
    throw new WrongArguments(`this is called as: ${usage}. See heed --help.`)
  return words
}

export const isThere = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  )

/** What stands in a file that a call names; throws WrongArguments where it cannot be read. */
export async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    throw new WrongArguments(`${file} cannot be read (${(error as NodeJS.ErrnoException).code}).`)
  }
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
