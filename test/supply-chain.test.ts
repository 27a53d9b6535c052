/** What Heed is made with: nothing runs at installation, every licence is one that we may have, the bill is whole. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { isAllowed, type Locked, lockedPackages } from '../scripts/licences.ts'

const root = path.resolve(import.meta.dirname, '..')
const packages = lockedPackages()
const read = (file: string) => JSON.parse(readFileSync(path.join(root, file), 'utf8'))
const names = (some: readonly Locked[]) => some.map(({ place }) => place)

/** Those that are installed here: of what differs by system, only this system's is. */
const installed = packages.filter(({ place }) => existsSync(path.join(root, place, 'package.json')))

describe('the lock file', () => {
  test('names packages, each with a hash and none with an address of its own', () => {
    expect(packages.length).toBeGreaterThan(100)
    expect(names(packages.filter(({ integrity }) => !integrity?.startsWith('sha512-')))).toEqual([])
    expect(readFileSync(path.join(root, 'package-lock.json'), 'utf8')).not.toMatch(/"resolved": "(?!bin")/)
  })

  test('names no package that runs something when it is installed', () => {
    expect(names(packages.filter(({ hasInstallScript }) => hasInstallScript))).toEqual([])
  })

  test('names no package whose licence we may not have', () => {
    expect(packages.filter(each => !isAllowed(each)).map(({ place, licence }) => `${place}: ${licence}`)).toEqual([])
  })
})

describe('what is installed', () => {
  test('is what the lock file names, under the licence that it names', () => {
    expect(installed.length).toBeGreaterThan(100)
    const others = installed.filter(({ place, version, licence }) => {
      const own = read(`${place}/package.json`)
      return own.version !== version || (own.license ?? '') !== licence
    })
    expect(names(others)).toEqual([])
  })

  test('has no script that npm would run at installation', () => {
    const scripts = ['preinstall', 'install', 'postinstall']
    const running = installed.filter(({ place }) => {
      const own = read(`${place}/package.json`).scripts ?? {}
      return scripts.some(name => name in own) || existsSync(path.join(root, place, 'binding.gyp'))
    })
    expect(names(running)).toEqual([])
  })
})

describe('a licence', () => {
  const of = (licence: string, otherwise: Partial<Locked> = {}) =>
    isAllowed({
      place: '',
      name: 'a',
      version: '1',
      licence,
      runs: true,
      hasInstallScript: false,
      integrity: '',
      ...otherwise,
    })

  test.each(['MIT', 'Apache-2.0', '(MIT OR EUPL-1.1+)', 'MIT OR Apache-2.0'])('%s is allowed', licence => {
    expect(of(licence)).toBe(true)
  })

  test.each(['', 'UNLICENSED', 'GPL-3.0-only', 'AGPL-3.0', 'MPL-2.0', 'OFL-1.1', 'MIT AND GPL-2.0'])(
    '"%s" is not',
    licence => {
      expect(of(licence)).toBe(false)
    },
  )

  test('that binds whoever hands a package on is allowed where it only builds', () => {
    expect(of('MPL-2.0', { name: 'axe-core', runs: false })).toBe(true)
    expect(of('MPL-2.0', { name: 'axe-core', runs: true })).toBe(false)
  })
})

test('the bill that the build writes names all that runs, with its version and hash, and nothing that only builds', () => {
  const bill = read('dist/heed.cdx.json')
  expect([bill.bomFormat, bill.metadata.component.name]).toEqual(['CycloneDX', 'heed'])
  const listed = (bill.components as { purl: string; hashes?: { content: string }[] }[])
    .filter(({ purl }) => !purl.startsWith('pkg:npm/heed-command@'))
    .map(({ purl, hashes }) => `${decodeURIComponent(purl)} ${hashes?.[0]?.content}`)
  const hashOf = (integrity: string | null) =>
    Buffer.from(integrity?.slice('sha512-'.length) ?? '', 'base64').toString('hex')
  const wanted = packages
    .filter(({ runs }) => runs)
    .map(({ name, version, integrity }) => `pkg:npm/${name}@${version} ${hashOf(integrity)}`)
  expect([...new Set(listed)].sort()).toEqual([...new Set(wanted)].sort())
})
