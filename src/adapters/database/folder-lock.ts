import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** Another process has the embedded database open. The message says what to do. */
export class FolderInUse extends Error {
  override readonly name = 'FolderInUse'
}

/**
 * Takes the folder for this process; the embedded database itself takes no lock, and two processes would lose each
 * other's writes. Survives a killed holder and a reused process number. Returns what gives the folder back.
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true })
  const file = path.join(folder, 'lock')
  const mine = `${process.pid} ${startedAt(process.pid)}`
  for (let attempt = 0; attempt < 5; attempt++) {
    try {
      writeFileSync(file, mine, { flag: 'wx' })
      return () => rmSync(file, { force: true })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    refuseLiving(folder, readFileSync(file, 'utf8'))
    rmSync(file, { force: true })
  }
  throw new FolderInUse(`${folder} could not be locked. Try again in a moment.`)
}

function refuseLiving(folder: string, holder: string): void {
  const [pid = '', since = ''] = holder.split(' ')
  if (startedAt(Number(pid)) === since && since !== '') {
    throw new FolderInUse(
      `${folder} is in use by process ${pid}. Stop that Heed first, or set DATA_FOLDER to another folder.`,
    )
  }
}

/** When a process began, in clock ticks since the machine did; '' when there is no such process. */
function startedAt(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[19] ?? ''
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return ''
    throw error
  }
}
