import { mkdtempSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { readConfig, WrongSettings } from './config.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'heed-providers-'))
const one = { key: 'vale', name: 'Vale Council', issuer: 'https://login.vale.example/', clientId: 'heed' }
let count = 0

/** Settings whose file of providers holds this. */
function settingsWith(listed: unknown, more: Record<string, string> = {}): Record<string, string> {
  const file = path.join(folder, `${++count}.json`)
  writeFileSync(file, typeof listed === 'string' ? listed : JSON.stringify(listed))
  return { PROVIDERS_FILE: file, ...more }
}
const secrets = { PROVIDER_SECRETS: 'other=x vale=a-secret=of-it' }

describe('the providers', () => {
  test('are none where no file is named', () => {
    expect(readConfig({}).providers).toEqual([])
  })

  test('are read with what may be left out, and their secrets from the environment', () => {
    expect(readConfig(settingsWith([one], secrets)).providers).toEqual([
      {
        ...one,
        clientSecret: 'a-secret=of-it',
        scope: 'openid profile email',
        claims: ['groups'],
        secondFactor: { amr: [], acr: [] },
      },
    ])
  })

  test('have their secrets in files as well, from the folder of the list', () => {
    writeFileSync(path.join(folder, 'vale.secret'), 'from-the-file\n')
    const [provider] = readConfig(settingsWith([{ ...one, clientSecretFile: 'vale.secret' }], secrets)).providers
    expect(provider?.clientSecret).toBe('from-the-file')
  })

  test('may be on this machine without https, and nowhere else', () => {
    expect(readConfig(settingsWith([{ ...one, issuer: 'http://127.0.0.1:9/' }], secrets)).providers).toHaveLength(1)
  })

  test.each([
    ['an issuer that is not https', [{ ...one, issuer: 'http://login.vale.example' }]],
    ['an issuer that is no address', [{ ...one, issuer: 'vale' }]],
    ['a key that could be an address', [{ ...one, key: '../x' }]],
    ['two of one key', [one, { ...one, issuer: 'https://other.example' }]],
    ['two of one issuer', [one, { ...one, key: 'other' }]],
    ['a name that Heed does not know', [{ ...one, clientSecretFiel: 'x' }]],
    ['a scope without openid', [{ ...one, scope: 'profile' }]],
    ['no list', one],
    ['no JSON', 'providers: vale'],
  ])('cannot be %s, and what is said repeats no value', (_, listed) => {
    const settings = settingsWith(listed, secrets)
    expect(() => readConfig(settings)).toThrow(WrongSettings)
    expect(() => readConfig(settings)).not.toThrow(/a-secret|login\.vale|\.\.\/x/)
  })

  test('must each have a secret, and files that can be read', () => {
    expect(() => readConfig(settingsWith([one]))).toThrow('no secret was given for vale')
    expect(() => readConfig(settingsWith([{ ...one, clientSecretFile: 'nowhere' }]))).toThrow('cannot be read')
    expect(() => readConfig({ PROVIDERS_FILE: path.join(folder, 'nowhere') })).toThrow(WrongSettings)
  })
})
