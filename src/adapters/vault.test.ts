import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { findSecret, keepSecret } from './secret-file.ts'
import { vaultOf } from './vault.ts'

const [today, before] = ['the secret of today, which is long', 'the secret of yesterday, which was long']
const vault = vaultOf([today, before])

test('what is sealed opens for what it was sealed for, and holds nothing of the text', () => {
  const sealed = vault.seal('A text with é', 'row 1')
  expect(sealed).not.toContain('text')
  expect(vault.open(sealed, 'row 1')).toBe('A text with é')
  expect(vault.open(sealed, 'row 2')).toBeNull()
})

test('the same text sealed twice is not the same', () => {
  expect(vault.seal('text', 'row')).not.toBe(vault.seal('text', 'row'))
})

test('no part of what is sealed can be changed', () => {
  const sealed = vault.seal('text', 'row')
  for (let at = 0; at < sealed.length; at++) {
    const changed = sealed.slice(0, at) + (sealed[at] === 'x' ? 'y' : 'x') + sealed.slice(at + 1)
    const opened = vault.open(changed, 'row')
    // The last character of base64url may carry bits that stand for nothing.
    if (at < sealed.length - 1) expect(opened, String(at)).toBeNull()
  }
  expect(vault.open('', 'row')).toBeNull()
  expect(vault.open('sealed1', 'row')).toBeNull()
})

test('an earlier secret opens what it sealed and seals no more', () => {
  const old = vaultOf([before]).seal('text', 'row')
  expect([vault.open(old, 'row'), vault.isFresh(old)]).toEqual(['text', false])
  expect(vault.isFresh(vault.seal('text', 'row'))).toBe(true)
  expect(vaultOf([today]).open(old, 'row')).toBeNull()
})

test('each purpose has a key of its own, which only its secret gives', () => {
  const key = vault.key('marks')
  expect(key?.bytes).toHaveLength(32)
  expect(key).toEqual(vaultOf([today]).key('marks'))
  expect(key?.bytes).not.toEqual(vault.key('other')?.bytes)
  const old = vaultOf([before]).key('marks')
  expect(vault.key('marks', old?.name)).toEqual(old)
  expect(vaultOf([today]).key('marks', old?.name)).toBeNull()
})

const folder = mkdtempSync(path.join(os.tmpdir(), 'heed-secret-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('a data folder gets a secret of its own once, which nobody else may read', () => {
  const inner = path.join(folder, 'data')
  expect(findSecret(inner)).toBeNull()
  const made = keepSecret(inner)
  expect(made).toHaveLength(43)
  expect([keepSecret(inner), findSecret(inner)]).toEqual([made, made])
  expect(statSync(path.join(inner, 'secret')).mode & 0o777).toBe(0o600)
  expect(readFileSync(path.join(inner, 'secret'), 'utf8')).toBe(`${made}\n`)
})
