/** How long the main pages of a large board take, as a multiple of the sign-in page in the same run: `npm run bench`. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { bundle } from '../scripts/bundle.ts'
import { formToken } from '../src/adapters/http/tokens.ts'
import type { LargeBoard } from './large-board.ts'
import { median } from './whole-process.ts'

const root = path.resolve(import.meta.dirname, '..')
const node = path.join(root, 'node_modules', '.bin', 'node')
const heed = path.join(root, 'node_modules', '.bin', 'heed')

/** The board, made by a process of its own in a folder that is new. */
async function makeBoard(folder: string): Promise<LargeBoard> {
  const built = path.join(root, '.cache')
  await bundle({ 'large-board-folder': 'bench/large-board-folder.ts' }, built)
  const child = spawn(node, [path.join(built, 'large-board-folder.js'), folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const said = await child.stdout.toArray()
  return JSON.parse(said.join('')) as LargeBoard
}

/** Starts Heed on the folder and gives where it is. */
async function serve(folder: string): Promise<{ readonly address: string; stop(): Promise<void> }> {
  const env = { ...process.env, DATA_FOLDER: folder, PORT: '0', LOG_LEVEL: 'silent', DATABASE_URL: '' }
  const child = spawn(heed, ['serve'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'exit')
  for await (const line of createInterface(child.stdout)) {
    const [, address] = /^Heed is at (\S+)/.exec(line) ?? []
    if (address)
      return {
        address,
        async stop() {
          child.kill('SIGTERM')
          await ended
        },
      }
  }
  throw new Error('heed serve did not start')
}

interface Visit {
  readonly path: string
  readonly token: string | null
  /** What is searched for, where that is what is done. */
  readonly words?: string
}

/** The milliseconds until the whole page is here. Throws when it is not the page. */
async function time(address: string, { path, token, words }: Visit): Promise<number> {
  const form = words ? { method: 'POST', body: new URLSearchParams({ words, csrf: formToken(token ?? '') }) } : {}
  const headers: Record<string, string> = token ? { cookie: `heed-session=${token}` } : {}
  const began = performance.now()
  const answer = await fetch(address + path, { ...form, headers, redirect: 'manual' })
  await answer.text()
  if (answer.status !== 200) throw new Error(`${path} gave ${answer.status}`)
  return performance.now() - began
}

const signIn: Visit = { path: '/sign-in', token: null }

/** Visits before those that count. */
const warming = 3

interface Case {
  readonly name: string
  /** The most that it may take, as a multiple of the sign-in page. */
  readonly most: number
  readonly visit: Visit
}

function casesOf({ paths, tokens: { officer, chair } }: LargeBoard): readonly Case[] {
  const search = { path: '/search', token: officer, words: 'missed appointments' }
  return [
    { name: 'the board home', most: 200, visit: { path: paths.board, token: officer } },
    { name: 'the board home, for a chair', most: 200, visit: { path: paths.board, token: chair } },
    { name: "an agency's register", most: 200, visit: { path: paths.agency, token: officer } },
    { name: 'the register', most: 60, visit: { path: paths.register, token: officer } },
    { name: 'a recommendation', most: 60, visit: { path: paths.recommendation, token: officer } },
    { name: 'a search', most: 60, visit: { path: search.path, token: officer, words: search.words } },
  ]
}

async function measure(address: string, { name, visit, most }: Case, rounds: number): Promise<string> {
  const [bare, took]: [number[], number[]] = [[], []]
  for (let i = -warming; i < rounds; i++) {
    const pair = [await time(address, signIn), await time(address, visit)] as const
    if (i < 0) continue
    bare.push(pair[0])
    took.push(pair[1])
  }
  const ratio = median(took.map((ms, i) => ms / (bare[i] ?? 1)))
  const slowest = Math.round(Math.max(...took))
  return `| ${name} | ${ratio.toFixed(0)} | ${most} | ${Math.round(median(took))} ms | ${slowest} ms |`
}

const rounds = 15

/** Makes the board, visits its pages, and gives what was measured as a section of docs/benchmarks.md. */
export async function benchPages(): Promise<string> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'heed-bench-'))
  try {
    const large = await makeBoard(folder)
    const running = await serve(folder)
    const rows: string[] = []
    for (const each of casesOf(large)) rows.push(await measure(running.address, each, rounds))
    await running.stop()
    const { recommendations, statements } = large.counts
    return `## Pages

What \`heed serve\` takes for a whole page on the embedded database, as a multiple of its sign-in page in the same run (median of ${rounds} pairs). The board is made for measuring and no real one: ${recommendations} recommendations in 100 reviews and ${statements} statements, put to 40 agencies and 4 groups.

| page | times the sign-in page | at most | median time | slowest |
| --- | --- | --- | --- | --- |
${rows.join('\n')}
`
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

if (import.meta.main) process.stdout.write(await benchPages())
