import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const nameOf = (folder: string) => path.join(folder, 'secret')

/** The secret of a data folder; null when it has none. */
export function findSecret(folder: string): string | null {
  try {
    return readFileSync(nameOf(folder), 'utf8').trim() || null
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** The secret of a data folder. Where there is none, one is made that nobody else on the machine may read. */
export function keepSecret(folder: string): string {
  const found = findSecret(folder)
  if (found) return found
  const made = randomBytes(32).toString('base64url')
  mkdirSync(folder, { recursive: true })
  writeFileSync(nameOf(folder), `${made}\n`, { mode: 0o600, flag: 'wx' })
  return made
}
