import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { codeAt, enrolmentAddress, fromBase32, matchCode, secretFrom, stepOf, toBase32 } from './totp.ts'

/** RFC 6238, appendix B: the same digits over and over, as many as the hash is long. */
const seeds = { sha1: 20, sha256: 32, sha512: 64 } as const
const seedOf = (algorithm: keyof typeof seeds) => Buffer.from('1234567890'.repeat(7).slice(0, seeds[algorithm]))

const vectors = [
  ['1970-01-01T00:00:59Z', '94287082', '46119246', '90693936'],
  ['2005-03-18T01:58:29Z', '07081804', '68084774', '25091201'],
  ['2005-03-18T01:58:31Z', '14050471', '67062674', '99943326'],
  ['2009-02-13T23:31:30Z', '89005924', '91819424', '93441116'],
  ['2033-05-18T03:33:20Z', '69279037', '90698825', '38618901'],
  ['2603-10-11T11:33:20Z', '65353130', '77737706', '47863826'],
] as const

describe('the codes of RFC 6238, appendix B', () => {
  for (const [at, ...codes] of vectors) {
    for (const [index, algorithm] of (['sha1', 'sha256', 'sha512'] as const).entries()) {
      test(`${algorithm} at ${at}`, () => {
        expect(codeAt(seedOf(algorithm), stepOf(new Date(at)), { digits: 8, algorithm })).toBe(codes[index])
      })
    }
  }
})

describe('the counters of RFC 4226, appendix D', () => {
  const codes = '755224 287082 359152 969429 338314 254676 287922 162583 399871 520489'.split(' ')
  test.each(codes.map((code, counter) => [counter, code] as const))('counter %i gives %s', (counter, code) => {
    expect(codeAt(seedOf('sha1'), counter)).toBe(code)
  })
})

describe('a code that a person gives', () => {
  const secret = toBase32(seedOf('sha1'))
  const now = new Date('2026-11-22T12:00:10Z')
  const present = stepOf(now)
  const given = (step: number) => codeAt(seedOf('sha1'), step)

  test('counts one step before and after, and no further', () => {
    const matched = [-2, -1, 0, 1, 2].map(by => matchCode(secret, given(present + by), { now, lastStep: null }))
    expect(matched).toEqual([null, present - 1, present, present + 1, null])
  })

  test('counts once: its step and those before it are used up', () => {
    expect(matchCode(secret, given(present), { now, lastStep: present })).toBeNull()
    expect(matchCode(secret, given(present - 1), { now, lastStep: present })).toBeNull()
    expect(matchCode(secret, given(present + 1), { now, lastStep: present })).toBe(present + 1)
  })

  test.each(['', '12345', '1234567', 'abcdef'])('is refused when it is no code: "%s"', code => {
    expect(matchCode(secret, code, { now, lastStep: null })).toBeNull()
  })
})

test('base32 gives back every sequence of bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array(), bytes => {
      expect([...fromBase32(toBase32(bytes))]).toEqual([...bytes])
    }),
  )
})

test('base32 is that of RFC 4648, section 10', () => {
  expect(toBase32(Buffer.from('foobar'))).toBe('MZXW6YTBOI')
  expect(Buffer.from(fromBase32('mzxw 6ytb oi======')).toString()).toBe('foobar')
})

test('a secret has 160 bits, and its address names whose it is', () => {
  const secret = secretFrom(Buffer.alloc(32, 7).toString('base64url'))
  expect(fromBase32(secret)).toHaveLength(20)
  const address = new URL(enrolmentAddress(secret, { issuer: 'Heed', account: 'a person@example.test' }))
  expect(address.pathname).toContain('Heed:a%20person%40example.test')
  expect(address.searchParams.get('secret')).toBe(secret)
})
