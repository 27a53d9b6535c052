/**
 * Reading a document in a process of its own, which can be stopped however the file makes it hang or swell. A thread
 * would start sooner, but one that runs out of memory at the wrong moment takes the whole process down with it.
 */
import type { ChildProcess } from 'node:child_process'
import { getCompileCacheDir } from 'node:module'
import { fileURLToPath } from 'node:url'
import type { PlainDocument } from '../../core/plain-document.ts'
import { checkBytes, defaultLimits, type Limits, tooSlow } from './limits.ts'
import { formatOfName } from './media.ts'
import { openDocument } from './open.ts'
import { corrupt, UnreadableDocument, type UnreadableReason } from './unreadable.ts'

export interface Task {
  readonly bytes: Uint8Array
  readonly fileName: string
  readonly limits: Limits
  /** The folder of compiled modules that the calling process uses, when it uses one. */
  readonly cache: string | undefined
}

export type Answer =
  | { readonly document: PlainDocument }
  | { readonly refused: { readonly reason: UnreadableReason; readonly message: string } }

/** How much longer than its limit of time a process is given to say itself that it ran out of it. */
const grace = 1500

/**
 * The same as openDocument, apart from the calling process: a reading that does not end is ended, and one that needs
 * too much memory takes nothing else down. For servers, and for files whose format a library reads.
 */
export async function openDocumentInWorker(
  bytes: Uint8Array,
  fileName: string,
  limits = defaultLimits,
): Promise<PlainDocument> {
  formatOfName(fileName)
  checkBytes(bytes.length, limits)
  const answer = await ask({ bytes, fileName, limits, cache: getCompileCacheDir() })
  if ('document' in answer) return answer.document
  throw new UnreadableDocument(answer.refused.reason, answer.refused.message)
}

async function ask(task: Task): Promise<Answer> {
  const child = await start(task.limits)
  const end = () => child.kill('SIGKILL')
  process.once('exit', end)
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => finish(() => reject(tooSlow(task.limits))), task.limits.milliseconds + grace)
    const finish = (settle: () => void) => {
      clearTimeout(timer)
      process.removeListener('exit', end)
      settle()
      end()
    }
    child.once('message', (answer: Answer) => finish(() => resolve(answer)))
    child.once('error', error => finish(() => reject(corrupt('reading it broke off', error))))
    child.once('exit', (_, signal) =>
      finish(() => reject(signal === 'SIGABRT' ? swollen() : corrupt('reading it broke off'))),
    )
    child.send(task)
  })
}

/** It is given no environment, and may write no file and start nothing. */
async function start({ memory }: Limits): Promise<ChildProcess> {
  // Loaded when it is first needed: a small file is read without it, and it is a good part of the start.
  const { fork } = await import('node:child_process')
  // The sources run as they are, and so does what is built of them.
  const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
  return fork(fileURLToPath(new URL(`./document-process.${ending}`, import.meta.url)), {
    execArgv: ['--permission', '--allow-fs-read=*', `--max-old-space-size=${memory}`, '--max-semi-space-size=8'],
    env: {},
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
}

function swollen(): UnreadableDocument {
  const message = 'The file is too large to be read in the memory there is. Take pictures out of it, or split it.'
  return new UnreadableDocument('too-large', message)
}

/**
 * Below this many bytes the formats that we read step by step cannot take long, and a process costs more than it
 * saves.
 */
const smallEnough = 512 * 1024

/**
 * For a process that reads one file: in a process of its own where the file could hold it up (every PDF, and large
 * text that a library reads in one step), else at once. Our own readers ask the clock as they go.
 */
export function openDocumentGuarded(
  bytes: Uint8Array,
  fileName: string,
  limits = defaultLimits,
): Promise<PlainDocument> {
  const format = formatOfName(fileName)
  const isSafe = ['docx', 'odt', 'xlsx', 'csv'].includes(format) || (format !== 'pdf' && bytes.length < smallEnough)
  return isSafe ? openDocument(bytes, fileName, limits) : openDocumentInWorker(bytes, fileName, limits)
}
