import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { pdfOf } from './fixtures/pages.ts'
import { defaultLimits, openDocument, UnreadableDocument } from './open.ts'
import { openDocumentGuarded, openDocumentInWorker } from './open-in-worker.ts'

const plan = readFileSync(new URL('fixtures/plan.tagged.pdf', import.meta.url))

/** The reason why reading fails. */
async function reasonOf(reading: Promise<unknown>): Promise<string> {
  return reading.then(
    () => 'read',
    error => (error instanceof UnreadableDocument ? error.reason : String(error)),
  )
}

test('a document read in a process of its own is the same as one read at once', async () => {
  expect(await openDocumentInWorker(plan, 'plan.pdf')).toEqual(await openDocument(plan, 'plan.pdf'))
  expect(plan.length).toBeGreaterThan(0)
})

test('a refusal comes back with its reason', async () => {
  expect(await reasonOf(openDocumentInWorker(new Uint8Array(), 'a.pdf'))).toBe('empty')
  expect(await reasonOf(openDocumentInWorker(plan, 'a.docx'))).toBe('mislabelled')
  expect(await reasonOf(openDocumentInWorker(plan, 'a.exe'))).toBe('wrong-type')
  expect(await reasonOf(openDocumentGuarded(plan, 'a.pdf', { ...defaultLimits, bytes: 10 }))).toBe('too-large')
})

test('a reading that never asks the clock is ended all the same', async () => {
  // The library takes many seconds over so many references and asks nobody in between.
  const slow = new TextEncoder().encode(`${'[a]: b\n'.repeat(150_000)}${'[a] '.repeat(400_000)}`)
  const started = performance.now()
  expect(await reasonOf(openDocumentInWorker(slow, 'a.md', { ...defaultLimits, milliseconds: 200 }))).toBe('too-slow')
  expect(performance.now() - started).toBeLessThan(8000)
})

test('a reading that needs more memory than there is takes nothing else down', async () => {
  const large = new TextEncoder().encode('<p>Words.</p>'.repeat(400_000))
  expect(await reasonOf(openDocumentInWorker(large, 'a.html', { ...defaultLimits, memory: 64 }))).toBe('too-large')
})

test('a guarded reading reads small text at once and every PDF apart', async () => {
  expect((await openDocumentGuarded(new TextEncoder().encode('Words.'), 'a.md')).blocks).toHaveLength(1)
  expect(
    (await openDocumentGuarded(pdfOf({ pages: [{ texts: [{ x: 50, y: 50, text: 'Words.' }] }] }), 'a.pdf')).blocks,
  ).toHaveLength(1)
})
