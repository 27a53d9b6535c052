import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import type { Import } from './import-queries.ts'
import { ReadingPage } from './list-pages.tsx'

const since = new Date('2026-11-23T05:00:00Z')
const waiting = { id: 'i', fileName: 'response.docx', progress: 0, changedAt: since } as unknown as Import
const seenAfter = (minutes: number) =>
  render(<ReadingPage found={waiting} now={new Date(since.getTime() + minutes * 60_000)} />)

test('while a document waits the page says so, and after some minutes that something may have stopped', () => {
  expect(seenAfter(1)).toContain('Waiting for its turn')
  expect(seenAfter(1)).not.toContain('may have stopped')
  expect(seenAfter(5)).toContain('Nothing has happened for 5 minutes')
  expect(seenAfter(5)).toContain('The document is safe')
})
