/** A process that is killed in the middle of saving an import: what was confirmed is there, and no half of the saving. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { openEmbedded } from '../src/adapters/database/embedded.ts'
import { migrationsFolder } from '../src/config.ts'
import type { Draft } from '../src/features/imports/draft.ts'
import { queues } from '../src/house.ts'

const dist = path.resolve(import.meta.dirname, '../dist')

/** Runs on the built product: imports a document, corrects it, and saves it, killing itself at the nth new id of the saving. */
const story = `
const [dist, folder, nth] = process.argv.slice(2)
const from = file => import(dist + '/' + file)
const { openEmbedded } = await from('adapters/database/embedded.js')
const { buildApp, queues } = await from('house.js')
const { machineClock } = await from('adapters/clock.js')
const { noMail } = await from('adapters/smtp.js')
const { migrationsFolder } = await from('config.js')
const { setup } = await from('access/actor.js')
const imports = await from('features/imports/index.js')
const { changeCheck } = await from('features/imports/check-commands.js')
const store = await openEmbedded({ folder, migrations: migrationsFolder, queues })
const quiet = { info() {}, warn() {}, error() {} }
const site = { address: 'http://heed.test', demo: false }
const app = buildApp({ store, clock: machineClock, mail: noMail, log: quiet, site, clamd: null })
const [boardId, personId] = [app.chance.id(), app.chance.id()]
const now = app.clock.now()
await app.db.as(setup, async tx => {
  const board = { id: boardId, slug: 'marl', name: 'Marl', short_name: 'Marl', marking: '', created_at: now }
  await tx.insertInto('board').values({ ...board, second_factor_required: false }).execute()
  const person = { id: personId, name: 'Nadia', email: 'nadia@example.test', password_hash: 'none', created_at: now }
  await tx.insertInto('person').values(person).execute()
  const post = { id: app.chance.id(), board_id: boardId, person_id: personId, role: 'support officer', started_at: now }
  await tx.insertInto('membership').values(post).execute()
})
const posts = [{ boardId, role: 'support officer', agencyId: null }]
const nadia = { kind: 'person', id: personId, name: 'Nadia', sessionId: app.chance.id(), posts }
const text = '# Response\\n\\n## Recommendation 1\\n\\nThe Board should train staff.\\n\\nMarl Police will train all staff by May 2027.'
const files = [{ field: 'files', name: 'a.md', bytes: new TextEncoder().encode(text) }]
const choice = { reviewId: null, standing: 'restricted', again: false }
const { taken: [{ importId }] } = await imports.upload(app, nadia, 'marl', { files, choice })
await imports.readImport(app, importId, personId)
const change = { kind: 'recommendation.add', number: '2', text: 'Confirmed before the end' }
const outcome = await changeCheck(app, nadia, importId, { change, seen: 0 })
const { draft } = outcome
let left = Number(nth)
const chance = { ...app.chance, id: () => (left-- === 0 ? process.kill(process.pid, 'SIGKILL') : app.chance.id()) }
const saving = { seen: draft.version, title: 'Half', standing: 'restricted', saidOn: null }
await imports.saveCheck({ ...app, chance }, nadia, importId, saving)
console.log('saved')
process.exit(0)
`

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
    const script = path.join(folder, 'story.mjs')
    writeFileSync(script, story)
    const words = [script, dist, folder, String(nth)]
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
