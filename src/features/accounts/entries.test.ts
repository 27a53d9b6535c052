import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { asPost, sentences } from './entries.ts'

const kinds = readdirSync(import.meta.dirname)
  .filter(name => name.endsWith('commands.ts') || name === 'lifecycle.ts' || name === 'refusal.ts')
  .flatMap(
    name =>
      readFileSync(`${import.meta.dirname}/${name}`, 'utf8').match(/'(board|invitation|account|attempt)\.[a-z-]+'/g) ??
      [],
  )
  .map(kind => kind.slice(1, -1))

test('every kind of entry that is recorded has its sentence, and every sentence its entry', () => {
  expect([...new Set(kinds)].sort()).toEqual(Object.keys(sentences).sort())
})

test('a sentence names the person and the agency when the page knows them, and does without when it does not', () => {
  const facts = { role: 'agency lead', thingName: 'Nadia Khan', agencyName: 'Vale Police' }
  expect(sentences['invitation.made']?.(facts)).toBe('invited Nadia Khan as agency safeguarding lead of Vale Police')
  expect(sentences['invitation.made']?.({ role: 'chair' })).toBe('invited a person as chair or scrutineer')
  expect(asPost({})).toBe('as a member')
})
