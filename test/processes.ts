/** The built command line as processes of their own, for the tests that start, stop and kill it. */
import { type ChildProcess, spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'
import path from 'node:path'
import { expect } from 'vitest'

const root = path.resolve(import.meta.dirname, '..')

export interface Called {
  readonly process: ChildProcess
  /** All that was printed by then. */
  printed(): string
  readonly ended: Promise<number | null>
}

type Settings = Readonly<Record<string, string>>

/** Calls the built command line in the folder. No other setting of this machine gets in. */
export function heedIn(folder: string, words: readonly string[], settings: Settings = {}): Called {
  const child = spawn(path.join(root, 'bin/heed'), words, {
    cwd: folder,
    env: { PATH: '/usr/bin:/bin', PORT: '0', ...settings },
  })
  let printed = ''
  const keep = (chunk: Buffer) => {
    printed += chunk
  }
  child.stdout.on('data', keep)
  child.stderr.on('data', keep)
  const ended = new Promise<number | null>(resolve => child.on('exit', code => resolve(code)))
  return { process: child, printed: () => printed, ended }
}

/** Waits until the words were printed, or the process has ended. */
export async function until(called: Called, words: RegExp): Promise<string> {
  let hasEnded = false
  called.ended.then(() => {
    hasEnded = true
  })
  while (!words.test(called.printed()) && !hasEnded) await new Promise(resolve => setTimeout(resolve, 50))
  expect(called.printed()).toMatch(words)
  return called.printed()
}

/** Where a house that was called says that it is. */
export async function addressOf(served: Called): Promise<string> {
  return /Heed is at (\S+)/.exec(await until(served, /Heed is at \S+/))?.[1] ?? ''
}

/**
 * A port of the loopback that nobody listens on. It lies below those that Linux gives to outgoing connections, one of
 * which could take it before whoever asked listens there.
 */
export async function freePort(): Promise<number> {
  const port = 15_000 + randomInt(17_000)
  const isFree = await new Promise<boolean>(resolve => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })
  return isFree ? port : freePort()
}
