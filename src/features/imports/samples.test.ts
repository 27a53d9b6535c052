/**
 * The real and invented documents beside this checkout, each from upload to register. Skips, and says so, without them.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { eventually, house, makeBoard, makePerson, post, visit } from '../../../test/world.ts'
import type { ImportId } from '../../store/schema.ts'
import { urls } from '../../urls.ts'
import type { Draft } from './draft.ts'

const samples = path.resolve(import.meta.dirname, '../../../../shared/samples')
const names = existsSync(samples)
  ? readdirSync(samples).filter(name => /\.(docx|pdf|odt|html|md|xlsx|csv)$/.test(name) && name !== 'README.md')
  : []

if (names.length === 0) test.skip('the samples are not beside this checkout', () => {})

test.each(names)('%s goes from upload to register', async name => {
  const home = await house()
  const board = await makeBoard(home)
  const nadia = await makePerson(home, [post(board, 'support officer')])
  const files = [{ field: 'files', name, bytes: readFileSync(path.join(samples, name)) }]
  const sent = await visit(home, nadia, urls.newImport(board.slug), { form: {}, files })
  const address = sent.location ?? ''
  const check = await eventually(
    () => visit(home, nadia, address),
    answer => !answer.text.includes('Reading the document'),
  )
  expect(check.text).toContain('Check what Heed understood')
  const id = address.split('/').at(-1) as ImportId
  const { draft } = await home.app.db.as(nadia, tx =>
    tx.selectFrom('import').select('draft').where('id', '=', id).executeTakeFirstOrThrow(),
  )
  const { version } = draft as Draft
  const form = { seen: String(version), title: name, standing: 'restricted' }
  const saved = await visit(home, nadia, urls.importSaving(id), { form })
  expect(saved.location).toBe(`${urls.import(id)}?said=saved`)
})
