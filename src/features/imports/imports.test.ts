import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { eventually, house, makeBoard, makePerson, post, visit } from '../../../test/world.ts'
import { urls } from '../../urls.ts'

test('smoke', async () => {
  const home = await house()
  const board = await makeBoard(home)
  const nadia = await makePerson(home, [post(board, 'support officer')])
  const bytes = readFileSync('/work/shared/samples/child-u-response.md')
  const form = await visit(home, nadia, urls.newImport(board.slug))
  expect(form.status).toBe(200)
  const sent = await visit(home, nadia, urls.newImport(board.slug), { form: {}, files: [{ field: 'files', name: 'child-u.md', bytes }] })
  expect(sent.status).toBe(303)
  const page = await eventually(() => visit(home, nadia, sent.location ?? ''), answer => /Check what|could not be read/.test(answer.text))
  const { writeFileSync } = await import('node:fs')
  writeFileSync('/tmp/imp/check.html', page.html)
  console.log(page.status, page.html.length, page.text.slice(0, 3000))
})
