/**
 * How pdf.js's two halves talk when both run in one thread: without a copy of every glyph that one hands the other.
 */
import type { getResolvedPDFJS } from 'unpdf'

type Library = Awaited<ReturnType<typeof getResolvedPDFJS>>
type PdfWorker = InstanceType<Library['PDFWorker']>
type Listener = (event: { readonly data: unknown }) => void

interface Message {
  readonly chunk?: { readonly fnArray?: readonly unknown[]; readonly argsArray?: readonly unknown[] }
}

/**
 * A worker of pdf.js that runs in this thread; undefined when the library does not offer its inner half, and then it
 * makes its own. Its own copies each drawing step, glyph by glyph, which takes a fifth of the time that a long file
 * takes.
 */
export function workerHere(library: Library): PdfWorker | undefined {
  const inner = (
    globalThis as { pdfjsWorker?: { WorkerMessageHandler?: { initializeFromPort?(port: unknown): void } } }
  ).pdfjsWorker
  if (!inner?.WorkerMessageHandler?.initializeFromPort) return undefined
  const port = loopback()
  const worker = new library.PDFWorker({ port: port as unknown as null, verbosity: 0 })
  inner.WorkerMessageHandler.initializeFromPort(port)
  return worker
}

/** A port whose messages come back to itself; each half knows its own by the names in them. */
function loopback() {
  const listeners = new Set<Listener>()
  const turn = Promise.resolve()
  return {
    postMessage(message: Message, transfer?: Transferable[]) {
      const event = { data: copyOf(message, transfer) }
      void turn.then(() => {
        for (const listener of listeners) listener(event)
      })
    },
    addEventListener(_: string, listener: Listener) {
      listeners.add(listener)
    },
    removeEventListener(_: string, listener: Listener) {
      listeners.delete(listener)
    },
    terminate() {
      listeners.clear()
    },
  }
}

/** Drawing steps are not changed after they are sent, only the lists that hold them are emptied for the next. */
function copyOf(message: Message, transfer?: Transferable[]): unknown {
  const { fnArray, argsArray } = message.chunk ?? {}
  if (!fnArray || !argsArray) return structuredClone(message, transfer ? { transfer } : undefined)
  return { ...message, chunk: { ...message.chunk, fnArray: fnArray.slice(), argsArray: argsArray.slice() } }
}
