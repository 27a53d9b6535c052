/** A process that is killed in the middle of saving an import: what was confirmed is there, and no half of the saving. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { bundle } from '../scripts/bundle.ts'
import { openEmbedded } from '../src/adapters/database/embedded.ts'
import { migrationsFolder } from '../src/config.ts'
import type { Draft } from '../src/features/imports/draft.ts'
import { queues } from '../src/house.ts'

const built = path.resolve(import.meta.dirname, '../.cache')

beforeAll(() => bundle({ 'killed-saving-story': 'test/killed-saving-story.ts' }, built))

async function left(folder: string) {
  const { db, close } = await openEmbedded({ folder, migrations: migrationsFolder, queues })
  const count = async (table: 'review' | 'recommendation' | 'statement' | 'finding') =>
    (await db.selectFrom(table).select('id').execute()).length
  const { state, draft } = await db.selectFrom('import').select(['state', 'draft']).executeTakeFirstOrThrow()
  const entries = await db.selectFrom('ledger_entry').select('kind').execute()
  const counts = {
    reviews: await count('review'),
    recommendations: await count('recommendation'),
    statements: await count('statement'),
    findings: await count('finding'),
  }
  await close()
  return { state, draft: draft as Draft, kinds: entries.map(entry => entry.kind), counts }
}

test.each([7, 1000])('killed at new thing number %i of a saving, all of it is there or nothing', async nth => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'heed-killed-'))
  try {
    const words = [path.join(built, 'killed-saving-story.js'), folder, String(nth)]
    const { signal, stdout, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8', timeout: 60_000 })
    const wasSaved = stdout.includes('saved')
    expect({ signal, wasSaved, stderr }).toEqual({
      signal: nth < 1000 ? 'SIGKILL' : null,
      wasSaved: nth >= 1000,
      stderr: '',
    })
    const { state, draft, kinds, counts } = await left(folder)
    expect(JSON.stringify(draft)).toContain('Confirmed before the end')
    expect(state).toBe(wasSaved ? 'saved' : 'ready')
    expect(kinds.includes('import.saved')).toBe(wasSaved)
    if (wasSaved) expect(counts).toMatchObject({ reviews: 1, recommendations: 2, statements: 1 })
    else expect(counts).toEqual({ reviews: 0, recommendations: 0, statements: 0, findings: 0 })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
