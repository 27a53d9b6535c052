/** A backup from before a redaction, restored: what was redacted since is redacted again, in every column of every table. */
import { cp, mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifyLedger } from '../src/cli-house.ts'
import { applyRedactions } from '../src/features/reviews/cli.ts'
import { catchUp, exportRecords } from '../src/features.ts'
import type { DocumentId } from '../src/store/schema.ts'
import { asking, differ, furnishDirectory, furnishReview, newName, redact, whereIs } from './redaction-world.ts'
import { makeImport } from './register-world.ts'
import { type Board, type House, makeBoard, makePerson, openHouse, post, type Visitor, visit } from './world.ts'

const [name, fileName] = [newName(), newName()]
const [word = '', wordOfFile = ''] = [name.split(' ')[1], fileName.split(' ')[1]]

let root: string
let exported: readonly string[]
let team: { board: Board; asker: Visitor; second: Visitor }
let documentId: DocumentId
let wrongFile: DocumentId

const folder = (which: string) => path.join(root, which)
const keepsake = () => path.join(root, 'outside', 'redactions')
const close = async (house: House) => {
  await house.web.close()
  await house.store.close()
}

/** A board with the name everywhere and a wrong file; a backup of it; and then both redacted, one after the other. */
beforeAll(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'heed-restored-'))
  const before = await openHouse({ folder: folder('data') })
  const board = await makeBoard(before)
  const asker = await makePerson(before, [post(board, 'support officer')], 'Ola Brook')
  team = { board, asker, second: await makePerson(before, [post(board, 'support officer')], 'Ben Field') }
  const furnished = await furnishReview({ house: before, ...team }, name)
  documentId = furnished.documentId
  await furnishDirectory({ house: before, ...team }, name)
  wrongFile = (await furnishReview({ house: before, ...team }, fileName)).documentId
  for (const id of [documentId, wrongFile]) await differ({ house: before, ...team }, id)
  // One of the redactions waits already, so that its words stand in the backup in full.
  await visit(before, asker, asking(documentId), {
    form: { extent: 'words', words: name, reason: `${name} was named` },
  })
  await close(before)
  await cp(folder('data'), folder('backup'), { recursive: true })

  const since = await openHouse({ folder: folder('data'), keepsake: keepsake() })
  await makeImport(since, asker, { board, reviewId: furnished.reviewId, text: `Later, about ${name}.` })
  const [waiting] = await since.owner.selectFrom('redaction').select('id').execute()
  await visit(since, team.second, `${asking(documentId)}/${waiting?.id}/agreement`, { form: {} })
  await redact({ house: since, ...team }, wrongFile, { extent: 'file' })
  expect([await whereIs(since, word), await whereIs(since, wordOfFile)]).toEqual([
    [],
    [
      'public.review.lead_reviewer',
      'public.review.legal_basis',
      'public.review.methodology',
      'public.review.subject',
      'public.review.title',
    ],
  ])
  exported = await exportRecords(since.app)
  await close(since)
}, 120_000)

afterAll(() => rm(root, { recursive: true, force: true }))

/** A house on a copy of the backup. */
async function restored(which: string, kept: { keepsake?: string; secret?: string } = {}): Promise<House> {
  await cp(folder('backup'), folder(which), { recursive: true })
  const house = await openHouse({ folder: folder(which), ...kept })
  expect((await whereIs(house, word)).length).toBeGreaterThan(30)
  return house
}

test('what is kept of a redaction holds none of its words, and stands in a file that nobody else may read', async () => {
  const kept = await readFile(keepsake(), 'utf8')
  expect(kept).toBe(exported.map(line => `${line}\n`).join(''))
  expect(exported).toHaveLength(2)
  for (const each of [word, name, wordOfFile, 'zara', 'was named']) expect(kept.toLowerCase()).not.toContain(each)
  expect((await stat(keepsake())).mode & 0o777).toBe(0o600)
})

test('`heed redactions apply` blanks the words and the file again everywhere, and says what it blanked', async () => {
  const house = await restored('by hand')
  const { status, lines } = await applyRedactions(house.app, exported)
  expect(status).toBe(0)
  expect(lines).toEqual([
    expect.stringMatching(/^Redaction \S+ of 22 November 2026: \d\d places blanked, 2 originals deleted\.$/),
    expect.stringMatching(/^Redaction \S+ of 22 November 2026: \d\d records blanked, 1 original deleted\.$/),
  ])
  expect(await whereIs(house, word)).toEqual([])
  expect((await whereIs(house, wordOfFile)).filter(column => !column.startsWith('public.review.'))).toEqual([])

  const again = await applyRedactions(house.app, exported)
  expect(again.lines.every(line => line.endsWith('nothing of it stood here.'))).toBe(true)
  expect((await verifyLedger(house.app)).status).toBe(0)
  await close(house)
}, 60_000)

test('who asked, who agreed, when and why stand in the restored house, though the backup knew only half of it', async () => {
  const house = await restored('history')
  await applyRedactions(house.app, exported)
  const page = await visit(house, team.asker, `/documents/${documentId}`)
  expect(page.text).toContain('Whoever runs this installation applied the redaction to a restored backup')
  const list = await visit(house, team.asker, asking(wrongFile))
  expect(list.text).toContain('The whole file Ola Brook, 22 November 2026')
  const rows = await house.owner.selectFrom('redaction').selectAll().orderBy('extent').execute()
  expect(rows).toMatchObject([
    { extent: 'file', reason: 'A name got out', asked_by: team.asker.id, agreed_by: team.second.id },
    { extent: 'words', reason: `████ ${'█'.repeat(14)} was named`, agreed_by: team.second.id },
  ])
  expect(await exportRecords(house.app)).toEqual(exported)
  await close(house)
}, 60_000)

test('a start with the file of redactions beside it does the same by itself, and then nothing more', async () => {
  const house = await restored('by itself', { keepsake: keepsake() })
  await catchUp(house.app)
  expect(await whereIs(house, word)).toEqual([])
  const told = () => house.logged.filter(line => line.includes('redaction applied to a restored backup')).length
  expect(told()).toBe(2)
  await catchUp(house.app)
  expect(told()).toBe(2)
  expect(await readFile(keepsake(), 'utf8')).toBe(exported.map(line => `${line}\n`).join(''))
  await close(house)
}, 60_000)

test('a start whose file of redactions was lost writes it anew', async () => {
  const file = path.join(root, 'outside', 'anew')
  const house = await openHouse({ folder: folder('data'), keepsake: file })
  await catchUp(house.app)
  expect(await readFile(file, 'utf8')).toBe(exported.map(line => `${line}\n`).join(''))
  await close(house)
}, 60_000)

test('under another secret words cannot be found again, which is said, and the file is still blanked', async () => {
  const house = await restored('other secret', { secret: 'another secret, which is long enough as well' })
  const { status, lines } = await applyRedactions(house.app, [...exported, 'no record'])
  expect([status, lines.length]).toEqual([1, 3])
  expect(lines[0]).toContain('NOT applied, for it was made under a secret that is not known')
  expect(lines[1]).toContain('1 original deleted')
  expect(lines[2]).toBe('1 line is no redaction and had no effect.')
  expect(await whereIs(house, word)).toContain('public.statement.text')
  await close(house)
}, 60_000)

test('a database that knows nothing of the board is left alone', async () => {
  const house = await openHouse()
  const { status, lines } = await applyRedactions(house.app, exported)
  expect([status, lines.every(line => line.includes('its board is not in this database'))]).toEqual([1, true])
  await close(house)
}, 60_000)
