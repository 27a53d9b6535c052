/** The archive that a person is given in the browser. */
import { mkdtemp, open, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { BoardArchives } from '../../exporting.ts'
import { writeArchive } from './archive.ts'
import { seenFilesOf } from './writing.ts'

/**
 * Archives that are made in a folder that nobody else on the machine may open. The file has no name any more when it is
 * read, so that the system forgets it with the last byte, or with the process.
 */
export const temporaryArchives: BoardArchives = {
  async make(tx, exporting) {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'heed-board-'))
    try {
      const file = path.join(folder, 'board.zip')
      await writeArchive(file, seenFilesOf(tx, exporting))
      return (await open(file)).createReadStream()
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  },
}
