/** What follows from a whole document: pages, numbers, doubts, names, findings, comparison, and what is saved. */
import { expect, test } from 'vitest'
import { marlResponse } from '../../../test/marl-response.ts'
import type { AgencyId, PersonId } from '../../access/actor.ts'
import { openDocument } from '../../adapters/documents/open.ts'
import { layOut } from '../../core/laid-out.ts'
import type { PlainDate } from '../../core/plain-date.ts'
import { shippedGuidance } from '../../reader/guidance-data.ts'
import { readDocument } from '../../reader/read.ts'
import type { DocumentId, ImportId, RecommendationId, ReviewId, StatementId } from '../../store/schema.ts'
import type { FindingInput, Registered } from '../recommendations/index.ts'
import { type Change, decideChange } from './changes.ts'
import { compareWithRegister } from './comparison.ts'
import { doubtsOf, progressOf, writeProgress } from './doubts.ts'
import { type Draft, draftOf, type ItemId, itemsOf, type StatementItem } from './draft.ts'
import { editionDate } from './edition-date.ts'
import { withEdits } from './edits.ts'
import { withFindings } from './findings.ts'
import type { Read } from './import-queries.ts'
import { likeness, pairAlike } from './likeness.ts'
import { isUnknown, usedNames } from './names.ts'
import { registerInputOf } from './register-input.ts'
import { numbersOf, pageOfItem, sectionsOf } from './sections.ts'
import { sourceUnits } from './source-units.ts'
import { sourceText } from './spans.ts'
import { storable } from './storable.ts'

const asOf = '2026-11-22' as PlainDate

const response = marlResponse()

async function read(text: string, name = 'response.md'): Promise<Read> {
  const document = await openDocument(new TextEncoder().encode(text), name)
  const reading = readDocument(document, { file: name, sha256: '' }, { asOf, guidance: shippedGuidance() })
  const laid = layOut(document)
  return {
    text: laid.text,
    reading,
    document,
    draft: withFindings(draftOf(reading, laid.text), { reading, document, asOf }),
  }
}

function changed(before: Read, change: Change): Read {
  const decided = decideChange(before.draft, change, sourceText(before.text))
  if (!decided.ok) throw new Error(decided.mistakes.map(mistake => mistake.message).join('; '))
  const draft = withEdits(before.draft, decided.value, { change: change.kind, by: 'nadia' as PersonId })
  return { ...before, draft: withFindings(draft, { ...before, asOf }) }
}

const codesOf = (draft: Draft) =>
  itemsOf(draft, 'finding').map(
    each =>
      `${each.code} ${itemsOf(draft, 'recommendation').find(one => one.id === each.recommendation)?.number ?? '-'}`,
  )

test('the findings of an uncorrected check are the reader’s own', async () => {
  const { draft, reading } = await read(response)
  expect(codesOf(draft).sort()).toEqual(
    reading.findings.map(each => `${each.code} ${each.recommendation ?? '-'}`).sort(),
  )
  expect(codesOf(draft)).toContain('unanswered 2')
})

test('a finding that a correction settles is gone, and one that it raises appears', async () => {
  const before = await read(response)
  const [first, second] = itemsOf(before.draft, 'recommendation')
  const said = itemsOf(before.draft, 'statement').find(each => each.act === 'planned')
  if (!first || !second || !said) throw new Error('the example has changed')
  expect(codesOf(before.draft)).toContain('overdue 1')
  const after = changed(before, {
    kind: 'statement.correct',
    item: said.id,
    words: { ...said, due: null, recommendation: second.id, answers: [] },
  })
  expect(codesOf(after.draft)).not.toContain('overdue 1')
  expect(codesOf(after.draft)).not.toContain('unanswered 2')
  expect(codesOf(after.draft)).toContain('no-date 2')
})

test('a dismissed finding stays dismissed through later corrections', async () => {
  const before = await read(response)
  const finding = itemsOf(before.draft, 'finding').find(each => each.code === 'unanswered')
  const said = itemsOf(before.draft, 'statement')[0]
  if (!finding || !said) throw new Error('the example has changed')
  const dismissed = changed(before, { kind: 'finding.dismiss', item: finding.id, reason: 'Answered elsewhere' })
  const after = changed(dismissed, { kind: 'item.seen', item: said.id, seen: true })
  expect(itemsOf(after.draft, 'finding').find(each => each.id === finding.id)?.dismissed).toBe('Answered elsewhere')
})

test('a recommendation whose part nobody takes up is to be looked at, until a person has looked', async () => {
  const before = await read(response)
  const [first] = itemsOf(before.draft, 'recommendation')
  const unsure = itemsOf(before.draft, 'statement').find(each => each.answers === null)
  if (!first || !unsure) throw new Error('the example has changed')
  expect(doubtsOf(before.draft)).toContainEqual({ item: first.id, kind: 'part-open' })
  const after = changed(before, { kind: 'item.seen', item: first.id, seen: true })
  expect(doubtsOf(after.draft)).not.toContainEqual({ item: first.id, kind: 'part-open' })
})

test('the bar counts sentences, those that stand in their place, and what is to be looked at', async () => {
  const before = await read(response)
  const said = itemsOf(before.draft, 'statement')[0]
  if (!said) throw new Error('the example has changed')
  const after = changed(before, { kind: 'statement.unplace', item: said.id })
  const { sentences, placed, doubts } = progressOf(before.draft)
  expect(progressOf(after.draft)).toEqual({ sentences, placed: placed - 1, doubts: doubts + 1 })
  expect(writeProgress({ sentences: 41, placed: 38, doubts: 3 })).toBe('38 of 41 sentences placed, 3 to look at')
})

test('names are counted once whatever their case and article, and only unknown ones are asked about', async () => {
  const { draft } = await read(response)
  const police = 'police' as AgencyId
  const names = usedNames(draft, name => (name === 'Marl Police' ? { kind: 'agency', agencyId: police, name } : null))
  expect(names.map(each => each.key)).toEqual([...new Set(names.map(each => each.key))])
  expect(names.find(each => each.name === 'Marl Police')).toMatchObject({ addressed: 1, says: 2 })
  expect(names.filter(isUnknown).map(each => each.name)).not.toContain('Marl Police')
  expect(names.filter(isUnknown).map(each => each.name)).toContain('Marl Council')
})

test('every word of the source stands on some page, and every number on one', async () => {
  const many = Array.from(
    { length: 70 },
    (_, i) =>
      `## Recommendation ${i + 1}\n\nThe Partnership should do thing ${i}.\n\nMarl Police will do it by May 2027.`,
  )
  const { draft, document } = await read(`# Response to the review\n\n${many.join('\n\n')}`)
  const units = sourceUnits(layOut(document))
  const sections = sectionsOf(draft, units)
  expect(sections.length).toBeGreaterThan(2)
  expect(new Set(sections.flatMap(section => section.units.map(unit => unit.at))).size).toBe(units.length)
  const numbers = numbersOf(sections)
  expect([...numbers.values()].sort((a, b) => a - b)).toEqual(Array.from({ length: numbers.size }, (_, i) => i + 1))
  const last = itemsOf(draft, 'recommendation').at(-1)
  expect(last && pageOfItem(sections, last.id)).toBe(sections.length)
})

test('a table is shown row by row, each row on the page of what it says', async () => {
  const rows = ['1,Train staff,Marl Police,Train all staff,31/05/2027', '2,Write it,Marl Council,Write it,30/06/2027']
  const csv = ['No,Recommendation,Agency,Action,Due', ...rows].join('\n')
  const { document } = await read(csv, 'plan.csv')
  const units = sourceUnits(layOut(document))
  expect(units.map(unit => unit.kind)).toEqual(['row', 'row', 'row'])
  expect(units.map(unit => (unit.kind === 'row' ? unit.cells.length : 0))).toEqual([5, 5, 5])
})

test('the date of an edition is the day that its front matter tells, and not the day of the case', async () => {
  expect(editionDate((await read(response)).draft)).toBe('2026-03-03')
  expect(editionDate((await read(response.replace('Published on 3 March 2026', 'Spring 2026'))).draft)).toBeNull()
})

const registered = (draft: Draft): readonly Registered[] =>
  itemsOf(draft, 'recommendation').map(each => ({
    id: `registered ${each.number}` as RecommendationId,
    number: each.number,
    text: each.text,
    parts: [],
    statements: itemsOf(draft, 'statement')
      .filter(said => said.recommendation === each.id)
      .map(said => ({ ...said, id: `registered ${said.id}` as StatementId, saidOn: '2026-03-03' as PlainDate })),
  }))

test('the same document again has nothing new', async () => {
  const { draft } = await read(response)
  const compared = compareWithRegister(draft, registered(draft))
  expect([...compared.recommendations.values()].map(each => each.standing)).toEqual(['same', 'same'])
  expect(new Set([...compared.statements.values()].map(each => each.standing))).toEqual(new Set(['same']))
  expect(compared.goneStatements).toEqual([])
})

const later = response
  .replace('Published on 3 March 2026', 'Updated on 1 September 2026')
  .replace(
    'Marl Police will tell schools on the same day by May 2026.',
    'Marl Police have told schools on the same day since May 2026.',
  )
  .replace('Marl Council recognises the importance of this.', 'Marl Council has bought a new system.')
  .replace('on safe sleep.\n', 'on safe sleep.\n\nThe Partnership will launch the campaign in March 2027.\n')

test('a later edition shows what is new, changed and gone', async () => {
  const before = await read(response)
  const { draft } = await read(later)
  const compared = compareWithRegister(draft, registered(before.draft))
  const standing = (text: string) => {
    const said = itemsOf(draft, 'statement').find(each => each.text.includes(text))
    return said && compared.statements.get(said.id)?.standing
  }
  expect(standing('have told schools')).toBe('changed')
  expect(standing('Officers were trained')).toBe('same')
  expect(standing('launch the campaign')).toBe('new')
  expect(standing('bought a new system')).toBe('new')
  expect(compared.goneStatements.map(each => each.statement.text)).toEqual([
    'Marl Council recognises the importance of this.',
  ])
})

test('a person may say what a statement takes the place of, or that it is a new one', async () => {
  const before = await read(response)
  const edition = await read(later)
  const register = registered(before.draft)
  const said = (text: string) => {
    const found = itemsOf(edition.draft, 'statement').find(each => each.text.includes(text))
    if (!found) throw new Error('the example has changed')
    return found
  }
  const [system, told] = [said('bought a new system'), said('have told schools')]
  const gone = compareWithRegister(edition.draft, register).goneStatements[0]?.statement
  const match = (item: ItemId, to: StatementItem['register']): Change => ({
    kind: 'statement.match',
    item,
    register: to,
  })
  const matched = compareWithRegister(changed(edition, match(system.id, gone?.id ?? 'new')).draft, register)
  expect(matched.statements.get(system.id)).toEqual({ standing: 'changed', before: gone })
  expect(matched.goneStatements).toEqual([])
  const parted = compareWithRegister(changed(edition, match(told.id, 'new')).draft, register)
  expect(parted.statements.get(told.id)).toEqual({ standing: 'new', before: null })
  expect(parted.goneStatements).toHaveLength(2)
})

test('what an earlier edition raised about the whole document is not raised twice', async () => {
  const { draft, reading } = await read(response)
  const settle = () => ({ agencyId: null, groupId: null })
  const finding = (id: string, message: string) =>
    ({ kind: 'finding', id: id as ItemId, version: 0, order: 0, code: 'superseded-guidance', message }) as const
  const whole = { recommendation: null, span: null, dismissed: null }
  const [f1, f2] = [
    { ...finding('f91', 'The 2013 edition'), ...whole },
    { ...finding('f92', 'The 2015 edition'), ...whole },
  ]
  const cited: Draft = { ...draft, items: { ...draft.items, [f1.id]: f1, [f2.id]: f2 } }
  const input = (noticed: readonly FindingInput[]) =>
    registerInputOf(cited, { settle, comparison: null, noticed, reading, into }).findings
  const all = input([])
  expect(all.map(({ message }) => message)).toContain('The 2013 edition')
  expect(input(all.slice(0, 1))).toEqual(all.slice(1))
})

test('a person may say which recommendation of the register it is, or that it is a new one', async () => {
  const before = await read(response)
  const [first] = itemsOf(before.draft, 'recommendation')
  if (!first) throw new Error('the example has changed')
  const { number, text, addressees } = first
  const correct = (register: 'new' | RecommendationId): Change => ({
    kind: 'recommendation.correct',
    item: first.id,
    number,
    text,
    addressees,
    register,
  })
  const register = registered(before.draft)
  const asNew = compareWithRegister(changed(before, correct('new')).draft, register)
  expect(asNew.recommendations.get(first.id)).toEqual({ standing: 'new', before: null })
  expect(asNew.goneRecommendations.map(each => each.number)).toEqual(['1'])
  const asSecond = compareWithRegister(changed(before, correct('registered 2' as RecommendationId)).draft, register)
  expect(asSecond.recommendations.get(first.id)?.before?.number).toBe('2')
})

const into = {
  reviewId: 'review' as ReviewId,
  documentId: 'document' as DocumentId,
  importId: 'import' as ImportId,
  saidOn: asOf,
}

test('what is saved keeps the words, the places in the source and the parts that are taken up', async () => {
  const { draft, reading, text } = await read(response)
  const police = 'police' as AgencyId
  const settle = (name: string) => ({ agencyId: name === 'Marl Police' ? police : null, groupId: null })
  const input = registerInputOf(draft, { settle, comparison: null, noticed: [], reading, into })
  const [first] = input.recommendations
  expect(first?.parts.map(part => part.text)).toEqual(['schools are told the same day', 'the record is whole'])
  const said = first?.statements[0]
  expect(said).toMatchObject({
    agencyId: police,
    agencyAsWritten: 'Marl Police',
    act: 'planned',
    answersParts: [1],
    follows: null,
  })
  expect(
    said?.span &&
      Array.from(text)
        .slice(...said.span)
        .join(''),
  ).toBe(said?.text)
  expect(input.recommendations[1]?.findings.map(each => each.code)).toEqual(['unanswered'])
})

test('of a later edition only what is new or changed is saved, and a change says what it follows', async () => {
  const before = await read(response)
  const { draft, reading } = await read(later)
  const comparison = compareWithRegister(draft, registered(before.draft))
  const settle = () => ({ agencyId: null, groupId: null })
  const input = registerInputOf(draft, { settle, comparison, noticed: [], reading, into })
  expect(input.recommendations.map(each => each.registered)).toEqual(['registered 1', 'registered 2'])
  const saved = input.recommendations.flatMap(each => each.statements)
  expect(saved.map(each => each.follows !== null)).toEqual([true, false, false])
  expect(saved.some(each => each.text.includes('Officers were trained'))).toBe(false)
})

test('likeness goes from nothing shared to the same words, whatever the punctuation', () => {
  expect(likeness('Train all staff.', 'train all staff')).toBe(1)
  expect(likeness('Train all staff', 'Publish the protocol')).toBe(0)
  expect(likeness('', '')).toBe(1)
})

test('each text stands in one pair at most, the most alike first', () => {
  const pairs = pairAlike(
    ['Train all the staff of the team', 'Train all the staff of the team now'],
    ['Train all the staff of the team now'],
  )
  expect(pairs.map(pair => [pair.left, pair.right])).toEqual([[1, 0]])
})

test('what no database keeps as text is replaced, character for character', () => {
  const line = { kind: 'paragraph' as const, text: 'a\0b\ud800c', page: null, quoted: false }
  const cleaned = storable({ mediaType: 'text/plain', pages: null, title: null, blocks: [line] })
  expect(cleaned.blocks).toEqual([{ ...line, text: 'a\ufffdb\ufffdc' }])
})
