import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium } from 'playwright-core'

// Chromium's own `args` from its package switch web security off, so these are ours.
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  '--disable-background-networking',
  '--disable-component-update',
  '--no-first-run',
]

const unpacked = fileURLToPath(new URL('../.cache/chromium', import.meta.url))

/** Chromium's path and environment, from the npm package: unpacked once, with the libraries that a bare system lacks. */
async function bundled(): Promise<{ executablePath: string; env: Record<string, string> }> {
  fs.mkdirSync(unpacked, { recursive: true })
  const before = { ...process.env }
  // It unpacks into the folder for temporary files; it takes its libraries along only where it believes to be needed.
  process.env.TMPDIR = unpacked
  process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs22.x'
  try {
    const { default: packed } = await import('@sparticuz/chromium')
    const executablePath = await packed.executablePath()
    const libraries = path.join(unpacked, 'al2023/lib')
    const env = { LD_LIBRARY_PATH: libraries, FONTCONFIG_PATH: path.join(unpacked, 'fonts') }
    return { executablePath, env }
  } finally {
    for (const name of ['TMPDIR', 'AWS_EXECUTION_ENV', 'LD_LIBRARY_PATH', 'FONTCONFIG_PATH', 'HOME']) {
      if (before[name] === undefined) delete process.env[name]
      else process.env[name] = before[name]
    }
  }
}

/** A Chromium that needs nothing of the system: the one in the npm package, or the one that CHROMIUM_PATH names. */
export async function launchBrowser(): Promise<Browser> {
  const given = process.env.CHROMIUM_PATH
  if (given) return chromium.launch({ executablePath: given, args })
  const { executablePath, env } = await bundled()
  const full = Object.fromEntries(
    Object.entries({ ...process.env, ...env }).filter((pair): pair is [string, string] => pair[1] !== undefined),
  )
  return chromium.launch({ executablePath, args, env: full })
}
