/** What runs in the process of open-in-worker.ts: one document is read, and the process ends. */
import { enableCompileCache } from 'node:module'
import type { Answer, Task } from './open-in-worker.ts'

process.once('message', async (task: Task) => {
  if (task.cache) enableCompileCache(task.cache)
  const answer = await read(task)
  process.send?.(answer, () => process.disconnect())
})

async function read({ bytes, fileName, limits }: Task): Promise<Answer> {
  const { openDocument, UnreadableDocument } = await import('./open.ts')
  try {
    return { document: await openDocument(bytes, fileName, limits) }
  } catch (error) {
    if (error instanceof UnreadableDocument) return { refused: { reason: error.reason, message: error.message } }
    throw error
  }
}
