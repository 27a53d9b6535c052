import { mkdir, open, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Keepsake } from '../app.ts'

/** A file that only grows and that nobody else on the machine may read. Without a file, nothing is kept. */
export const fileKeepsake = (file: string | null): Keepsake => ({
  async keep(line) {
    if (file === null) return
    await mkdir(path.dirname(file), { recursive: true })
    const handle = await open(file, 'a', 0o600)
    try {
      await handle.appendFile(`${line}\n`)
      await handle.sync()
    } finally {
      await handle.close()
    }
  },
  lines: async () => (file === null ? [] : readLines(file)),
})

async function readLines(file: string): Promise<readonly string[]> {
  try {
    return (await readFile(file, 'utf8')).split('\n').filter(line => line !== '')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}
