/**
 * Two hundred people who are signed in at work on two boards for ten minutes, on PostgreSQL: whether anything fails,
 * whether memory stays flat, and how long the slowest wait, as a multiple of what one person alone waits.
 * `npm run bench:load -- [MINUTES]`, with TEST_DATABASE_URL; writes its section of docs/benchmarks.md.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as delay } from 'node:timers/promises'
import { bundle } from '../scripts/bundle.ts'
import { formToken } from '../src/adapters/http/tokens.ts'
import type { LoadedHouse, Visiting } from './load-boards.ts'
import { median } from './whole-process.ts'

const root = path.resolve(import.meta.dirname, '..')
const bin = (name: string) => path.join(root, 'node_modules', '.bin', name)

/** The first line of a child's output that matches, and what it holds. */
async function lineOf(child: ChildProcess, words: RegExp): Promise<string> {
  for await (const line of createInterface(child.stdout as NodeJS.ReadableStream)) {
    const [, found] = words.exec(line) ?? []
    if (found) return found
  }
  throw new Error('a process ended before it was ready')
}

async function makeHouse(): Promise<{ house: LoadedHouse; close(): Promise<void> }> {
  const built = path.join(root, '.cache')
  await bundle({ 'load-boards': 'bench/load-boards.ts' }, built)
  const env = { ...process.env, HEED_TEST_ENGINE: 'server', HEED_TEST_RUN: `load${process.pid}` }
  const child = spawn(bin('node'), [path.join(built, 'load-boards.js')], { env, stdio: ['pipe', 'pipe', 'inherit'] })
  const ended = once(child, 'exit')
  const house = JSON.parse(await lineOf(child, /^(\{.*\})$/)) as LoadedHouse
  return {
    house,
    async close() {
      child.stdin.end()
      await ended
    },
  }
}

/** Opens a page, or searches, as the person; gives the milliseconds. Throws when it is not the page. */
async function visit(address: string, { token, paths }: Visiting, i: number): Promise<number> {
  const searches = i % (paths.length + 1) === paths.length
  const form = { method: 'POST', body: new URLSearchParams({ words: 'missed appointments', csrf: formToken(token) }) }
  const headers = { cookie: `heed-session=${token}`, 'x-forwarded-for': addressOf(token) }
  const to = searches ? '/search' : (paths[i % (paths.length + 1)] ?? '/')
  const began = performance.now()
  const answer = await fetch(address + to, { ...(searches ? form : {}), headers, redirect: 'manual' })
  await answer.text()
  if (answer.status !== 200) throw new Error(`${to} gave ${answer.status}`)
  return performance.now() - began
}

/** Everybody works from an address of their own, as limits count by address. */
function addressOf(token: string): string {
  const bytes = Buffer.from(token)
  return `10.${bytes[0]}.${bytes[1]}.${bytes[2]}`
}

/** The memory of a process and of those that it began, in MB. */
function megabytesOf(pid: number): number {
  const children = readdirSync('/proc')
    .filter(name => /^\d+$/.test(name) && existsSync(`/proc/${name}/stat`))
    .filter(name => Number(/\) \S (\d+)/.exec(tryRead(`/proc/${name}/stat`))?.[1]) === pid)
  const own = Number(/VmRSS:\s+(\d+) kB/.exec(tryRead(`/proc/${pid}/status`))?.[1] ?? 0) / 1024
  return children.reduce((sum, child) => sum + megabytesOf(Number(child)), own)
}

function tryRead(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

const percentile = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0

/** How long a person reads before the next page, at most; five seconds in the middle. */
const longestRead = 10_000

interface Measured {
  readonly took: number[]
  readonly failures: string[]
  readonly memory: number[]
}

async function work(address: string, people: readonly Visiting[], minutes: number, pid: number): Promise<Measured> {
  const end = performance.now() + minutes * 60_000
  const [took, failures, memory]: [number[], string[], number[]] = [[], [], []]
  const each = async (person: Visiting, at: number) => {
    for (let i = at; ; i++) {
      await delay(Math.random() * longestRead)
      if (performance.now() > end) return
      try {
        took.push(await visit(address, person, i))
      } catch (error) {
        failures.push(String(error))
      }
    }
  }
  const watch = async () => {
    while (performance.now() < end) {
      memory.push(megabytesOf(pid))
      await delay(5000)
    }
  }
  await Promise.all([watch(), ...people.map(each)])
  return { took, failures, memory }
}

function sectionOf(alone: readonly number[], { took, failures, memory }: Measured, minutes: number): string {
  const sorted = [...took].sort((a, b) => a - b)
  const [one, half, slow] = [median(alone), percentile(sorted, 0.5), percentile(sorted, 0.99)]
  const early = median(memory.slice(Math.floor(memory.length * 0.2), Math.floor(memory.length * 0.4)))
  const late = median(memory.slice(Math.floor(memory.length * 0.8)))
  return `## Load

200 signed-in people of four roles at work for ${minutes} minutes on two boards of size S (20 reviews, 200 recommendations, 40 agencies) on PostgreSQL, with one process of \`heed serve\`, everything on the same ${os.availableParallelism()} cores: pages of the board, the register, a recommendation or an agency, the account, and searches, with up to ${longestRead / 1000} seconds of reading between them. Written by \`npm run bench:load\`.

| requests | a second | failed | half wait less than | 99 in 100 wait less than | as a multiple of one person's half | memory in the first half | at the end |
| --- | --- | --- | --- | --- | --- | --- | --- |
| ${took.length + failures.length} | ${(took.length / minutes / 60).toFixed(0)} | ${failures.length} | ${half.toFixed(0)} ms | ${slow.toFixed(0)} ms | ${(slow / one).toFixed(1)} | ${early.toFixed(0)} MB | ${late.toFixed(0)} MB |

One person alone waits ${one.toFixed(0)} ms for half of the same pages.
`
}

/** Puts the section in place of the one before. */
function write(section: string): void {
  const file = path.join(root, 'docs', 'benchmarks.md')
  const [others = ''] = readFileSync(file, 'utf8').split('## Load\n')
  writeFileSync(file, `${others.trimEnd()}\n\n${section}`)
}

if (!process.env.TEST_DATABASE_URL) throw new Error('TEST_DATABASE_URL names no server.')
const minutes = Number(process.argv[2] ?? 10)
const folder = mkdtempSync(path.join(os.tmpdir(), 'heed-load-'))
const { house, close } = await makeHouse()
const settings = { DATABASE_URL: house.url, SECRET: 'a secret for measuring, and for nothing else', TRUST_PROXY: 'yes' }
const env = { ...process.env, ...settings, DATA_FOLDER: folder, PORT: '0', LOG_LEVEL: 'silent' }
const server = spawn(bin('heed'), ['serve'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
try {
  const address = await lineOf(server, /^Heed is at (\S+)/)
  const [first] = house.people
  const alone: number[] = []
  for (let i = -10; i < 100; i++) {
    const ms = first ? await visit(address, first, i + 10) : 0
    if (i >= 0) alone.push(ms)
    await delay(100)
  }
  const measured = await work(address, house.people, minutes, server.pid ?? 0)
  const section = sectionOf(alone, measured, minutes)
  if (process.argv[2] === undefined) write(section)
  process.stdout.write(`${section}\n${[...new Set(measured.failures)].slice(0, 10).join('\n')}\n`)
  process.exitCode = measured.failures.length > 0 ? 1 : 0
} finally {
  server.kill('SIGTERM')
  await once(server, 'exit')
  await close()
  rmSync(folder, { recursive: true, force: true })
}
