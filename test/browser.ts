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

const cache = fileURLToPath(new URL('../.cache', import.meta.url))
const home = path.join(cache, 'chromium')

/** The package's own list of font folders is of another machine; this one is of ours. */
const fontList = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>${path.join(folder, 'fonts')}</dir>
  <cachedir>${path.join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`

/** Unpacks Chromium with the libraries that a bare system lacks. Several processes may try at once: the first to end wins. */
async function unpack(): Promise<void> {
  const folder = `${home}-${process.pid}`
  fs.mkdirSync(folder, { recursive: true })
  const before = { ...process.env }
  // It unpacks into the folder for temporary files; it takes its libraries along only where it believes to be needed.
  process.env.TMPDIR = folder
  process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs22.x'
  try {
    const { default: packed } = await import('@sparticuz/chromium')
    await packed.executablePath()
  } finally {
    for (const name of ['TMPDIR', 'AWS_EXECUTION_ENV', 'LD_LIBRARY_PATH', 'FONTCONFIG_PATH', 'HOME']) {
      if (before[name] === undefined) delete process.env[name]
      else process.env[name] = before[name]
    }
  }
  fs.writeFileSync(path.join(folder, 'fonts.conf'), fontList(home))
  if (fs.existsSync(home)) fs.rmSync(folder, { recursive: true, force: true })
  else fs.renameSync(folder, home)
}

/** A Chromium that needs nothing of the system: the one in the npm package, or the one that CHROMIUM_PATH names. */
export async function launchBrowser(): Promise<Browser> {
  const given = process.env.CHROMIUM_PATH
  if (given) return chromium.launch({ executablePath: given, args })
  if (!fs.existsSync(home)) await unpack()
  const libraries = path.join(home, 'al2023/lib')
  const own = { LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: path.join(home, 'fonts.conf') }
  const env = Object.entries({ ...process.env, ...own }).filter(
    (pair): pair is [string, string] => pair[1] !== undefined,
  )
  return chromium.launch({ executablePath: path.join(home, 'chromium'), args, env: Object.fromEntries(env) })
}
