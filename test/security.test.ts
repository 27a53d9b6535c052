/** The threats of docs/security.md name the tests that show their defence: each of them must be there. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const root = path.resolve(import.meta.dirname, '..')
const text = readFileSync(path.join(root, 'docs', 'security.md'), 'utf8')
const threats = text.split(/^### /m).slice(1)
const named = [...text.matchAll(/^- `(?<file>[^`]+)` “(?<name>.+)”$/gm)].map(({ groups }) => groups ?? {})

test('there are 15 threats or more, and each names a test', () => {
  expect(threats.length).toBeGreaterThanOrEqual(15)
  const without = threats.filter(threat => !/^- `[^`]+\.test\.tsx?` “/m.test(threat))
  expect(without.map(threat => threat.split('\n')[0])).toEqual([])
})

test('every test that is named is there', () => {
  const missing = named.filter(({ file = '', name = '' }) => {
    const at = path.join(root, file)
    return !existsSync(at) || !readFileSync(at, 'utf8').includes(`test('${name}'`)
  })
  expect(missing).toEqual([])
})
