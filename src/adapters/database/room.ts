import { statfsSync } from 'node:fs'

/**
 * So many bytes must be free for a change to be taken. The embedded database writes its log ahead in pieces of 16 MB,
 * and where there is no room for the next it neither fails nor ends: this leaves room for four, which it uses in turn.
 */
export const roomNeeded = 64 * 1024 * 1024

/** The disk under the data folder is too full for a change to be taken. It has the code that the system gives. */
export class NoRoom extends Error {
  override readonly name = 'NoRoom'
  readonly code = 'ENOSPC'
}

/** Whether the disk that holds the folder has room for changes. */
export function hasRoomIn(folder: string): boolean {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize >= roomNeeded
}
