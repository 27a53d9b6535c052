/** What runs in the worker of open-in-worker.ts: one document is read, and the thread ends. */
import { enableCompileCache } from 'node:module'
import { parentPort, workerData } from 'node:worker_threads'
import type { ThreadAnswer, ThreadTask } from './open-in-worker.ts'

const { bytes, fileName, limits, cache } = workerData as ThreadTask
if (cache) enableCompileCache(cache)

const { openDocument, UnreadableDocument } = await import('./open.ts')

async function answer(): Promise<ThreadAnswer> {
  try {
    return { document: await openDocument(bytes, fileName, limits) }
  } catch (error) {
    if (error instanceof UnreadableDocument) return { refused: { reason: error.reason, message: error.message } }
    throw error
  }
}

parentPort?.postMessage(await answer())
