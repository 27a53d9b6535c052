/** Reading a document in a thread of its own, which can be stopped however the file makes it hang or swell. */
import { getCompileCacheDir } from 'node:module'
import { Worker } from 'node:worker_threads'
import type { PlainDocument } from '../../core/plain-document.ts'
import { checkBytes, defaultLimits, type Limits, tooSlow } from './limits.ts'
import { formatOfName } from './media.ts'
import { openDocument } from './open.ts'
import { corrupt, UnreadableDocument, type UnreadableReason } from './unreadable.ts'

export interface ThreadTask {
  readonly bytes: Uint8Array
  readonly fileName: string
  readonly limits: Limits
  /** The folder of compiled modules that the calling thread uses, when it uses one. */
  readonly cache: string | undefined
}

export type ThreadAnswer =
  | { readonly document: PlainDocument }
  | { readonly refused: { readonly reason: UnreadableReason; readonly message: string } }

/** Megabytes of objects that one reading may need; a sheet of a million cells takes about half of it. */
const mostMemory = 1024

/** How much longer than its limit of time a thread is given to say itself that it ran out of it. */
const grace = 1500

/**
 * The same as openDocument, off the calling thread: a reading that does not end is ended, and one that needs too much
 * memory takes nothing else down. For servers, and for files whose format a library reads.
 */
export async function openDocumentInWorker(
  bytes: Uint8Array,
  fileName: string,
  limits = defaultLimits,
): Promise<PlainDocument> {
  formatOfName(fileName)
  checkBytes(bytes.length, limits)
  const answer = await runThread({ bytes: new Uint8Array(bytes), fileName, limits, cache: getCompileCacheDir() })
  if ('document' in answer) return answer.document
  throw new UnreadableDocument(answer.refused.reason, answer.refused.message)
}

function runThread(task: ThreadTask): Promise<ThreadAnswer> {
  // The sources run as they are, and so does what is built of them.
  const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
  const worker = new Worker(new URL(`./document-thread.${ending}`, import.meta.url), {
    workerData: task,
    transferList: [task.bytes.buffer as ArrayBuffer],
    resourceLimits: { maxOldGenerationSizeMb: mostMemory, maxYoungGenerationSizeMb: 64 },
    stdout: true,
    stderr: true,
  })
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => finish(() => reject(tooSlow(task.limits))), task.limits.milliseconds + grace)
    const finish = (settle: () => void) => {
      clearTimeout(timer)
      settle()
      void worker.terminate()
    }
    worker.once('message', (answer: ThreadAnswer) => finish(() => resolve(answer)))
    worker.once('error', error => finish(() => reject(refusalOf(error))))
    worker.once('exit', () => finish(() => reject(corrupt('reading it broke off'))))
  })
}

function refusalOf(error: unknown): UnreadableDocument {
  if (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
    const message =
      'The file is too large to be read in the memory there is. Take pictures and appendices out of it, or split it.'
    return new UnreadableDocument('too-large', message, { cause: error })
  }
  return corrupt('reading it broke off', error)
}

/**
 * Below this many bytes the formats that we read step by step cannot take long, and a thread costs more than it
 * saves.
 */
const smallEnough = 512 * 1024

/**
 * For a process that reads one file: in a thread where the file could hold it up (every PDF, and large text that a
 * library
 * reads in one step), else at once. Our own readers ask the clock as they go.
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
