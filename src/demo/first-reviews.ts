/** The reviews that the demo begins with, made in the way in which people make them. */
import type { Person } from '../access/actor.ts'
import type { App } from '../app.ts'
import type { PlainDate } from '../core/plain-date.ts'
import { readImport, saveCheck, showCheck, upload } from '../features/imports/index.ts'
import type { ReviewId } from '../store/schema.ts'
import { readDemoFile, saffron } from './documents.ts'
import { settled } from './settled.ts'

/** Reads the response that is in the register from the start, and saves it as it was read. */
export async function importFirst(app: App, officer: Person): Promise<ReviewId> {
  const file = { field: 'files', name: saffron.file, bytes: await readDemoFile(saffron) }
  const choice = { reviewId: null, standing: 'restricted', again: false } as const
  const { taken } = await upload(app, officer, saffron.board, { files: [file], choice })
  const [only] = taken
  if (!only || !('importId' in only)) throw new Error('the first document of the demo is refused')
  await readImport(app, only.importId, officer.id)
  const { read } = await showCheck(app, officer, only.importId)
  if (!read) throw new Error('the first document of the demo could not be read')
  const saving = {
    seen: read.draft.version,
    title: 'Local Child Safeguarding Practice Review: Child Saffron',
    standing: 'restricted',
    saidOn: '2026-09-04' as PlainDate,
  } as const
  return settled(await saveCheck(app, officer, only.importId, saving)).reviewId
}
