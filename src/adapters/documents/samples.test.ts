import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { layOut } from '../../core/laid-out.ts'
import { openDocument } from './open.ts'

const folder = fileURLToPath(new URL('../../../../shared/samples', import.meta.url))
const names = existsSync(folder) ? readdirSync(folder) : []
const sources = names.filter(name => name.endsWith('.source.txt')).map(name => name.replace('.source.txt', ''))

const words = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(?<=\w)['’‘`](?=\w)|(?<=\w)[-‐‑](?=\w)/g, '')
    .match(/[\p{L}\p{N}]+/gu) ?? []

/** The first word of `wanted` that does not follow, in order, in `found`; null when all do. */
function firstMissing(wanted: readonly string[], found: readonly string[]): string | null {
  let at = 0
  for (const [place, word] of wanted.entries()) {
    const next = found.indexOf(word, at)
    if (next < 0 || next - at > 60) return wanted.slice(Math.max(0, place - 4), place + 3).join(' ')
    at = next + 1
  }
  return null
}

describe('the sample documents', () => {
  if (sources.length === 0) test.skip('were not read, because ../shared/samples is not there', () => {})
  test.each(sources)('every word of %s is read, once and in order', async name => {
    const file = names.find(other => other.startsWith(`${name}.`) && !/\.(?:json|source\.txt)$/.test(other)) ?? ''
    const document = await openDocument(readFileSync(`${folder}/${file}`), file)
    const found = words(layOut(document).text)
    const wanted = words(readFileSync(`${folder}/${name}.source.txt`, 'utf8'))
    expect(firstMissing(wanted, found)).toBeNull()
    // Column headings, headings and numbers are not in the source's list, and nothing else is to be there besides.
    expect(found.length).toBeLessThan(wanted.length * 1.12 + 60)
  })
})
