import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { buildAssets, withoutCrown } from '../scripts/assets.ts'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'heed-assets-'))
const manifest = buildAssets(folder)
const read = (name: string) => fs.readFileSync(path.join(folder, manifest[name] ?? name), 'utf8')

afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

test('every asset is there under a name with its hash, and the same source gives the same names', () => {
  expect(Object.keys(manifest).sort()).toEqual([
    'check.js',
    'favicon.svg',
    'fonts/atkinson-hyperlegible-next-latin-400-normal.woff2',
    'fonts/atkinson-hyperlegible-next-latin-700-normal.woff2',
    'fonts/atkinson-hyperlegible-next-latin-ext-400-normal.woff2',
    'fonts/atkinson-hyperlegible-next-latin-ext-700-normal.woff2',
    'govuk.css',
    'govuk.js',
    'heed.css',
    'heed.js',
    'passkey.js',
  ])
  for (const hashed of Object.values(manifest)) {
    expect(hashed).toMatch(/-[0-9a-f]{12}\.[a-z0-9]+$/)
    expect(fs.existsSync(path.join(folder, hashed))).toBe(true)
  }
  const again = fs.mkdtempSync(path.join(os.tmpdir(), 'heed-assets-'))
  expect(buildAssets(again)).toEqual(manifest)
  fs.rmSync(again, { recursive: true, force: true })
})

test('every file that a style or a script asks for is there, and nothing comes from another site', () => {
  const asked = [...read('heed.css').matchAll(/url\("([^"]+)"\)/g), ...read('heed.js').matchAll(/from '\.\/([^']+)'/g)]
  expect(asked.length).toBe(5)
  for (const [, name = ''] of asked) expect(fs.existsSync(path.join(folder, name))).toBe(true)
  const elsewhere = /(url\(|@import|from)\s*["']?(https?:)?\/\//
  for (const name of ['govuk.css', 'heed.css', 'heed.js']) expect(elsewhere.test(read(name))).toBe(false)
})

test('nothing is left of the typeface and the crown that only gov.uk may use', () => {
  expect(/GDS Transport|Calvert|crown|crest|@font-face/i.exec(read('govuk.css'))?.[0]).toBeUndefined()
  expect(() => withoutCrown('.a{font-family:"GDS Transport"}')).toThrow('GDS Transport')
  expect(() => withoutCrown('.b{background:url(/assets/images/govuk-crest.svg)}')).toThrow('only gov.uk may use')
})

test('the typeface comes with its licence', () => {
  expect(fs.readFileSync(path.join(folder, 'fonts/LICENSE.txt'), 'utf8')).toContain('SIL OPEN FONT LICENSE')
})
