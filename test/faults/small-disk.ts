/** A disk of its own for a test, small enough to be filled. */
import { spawnSync } from 'node:child_process'
import { chownSync, mkdtempSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

export interface SmallDisk {
  readonly folder: string
  /** Leaves so many bytes free. */
  fill(left: number): void
  /** Gives the room back that was filled. */
  clear(): void
  close(): void
}

/**
 * A disk of so many megabytes in memory, which the owner of a folder may write to, where one is named. Null where this
 * machine does not let a test mount one.
 */
export function openSmallDisk(megabytes: number, like?: string): SmallDisk | null {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'heed-disk-'))
  const filler = path.join(folder, 'filler')
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder]).status !== 0) {
    rmSync(folder, { recursive: true })
    return null
  }
  if (like) {
    const { uid, gid } = statSync(like)
    chownSync(folder, uid, gid)
  }
  return {
    folder,
    fill(left) {
      const { bavail, bsize } = statfsSync(folder)
      writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - left)))
    },
    clear: () => rmSync(filler, { force: true }),
    close() {
      spawnSync('umount', [folder])
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
