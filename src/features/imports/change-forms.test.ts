import { describe, expect, test } from 'vitest'
import { formReader } from '../../core/form-fields.ts'
import { readChange } from './change-forms.ts'
import { readDay, readSaving, readSeen, readUpload } from './forms.ts'

const form = (fields: Record<string, string>) => new URLSearchParams(fields)

const read = (fields: Record<string, string>) => {
  const decided = readChange(form(fields))
  return decided.ok ? decided.value : decided.mistakes.map(mistake => mistake.message)
}

describe('a form becomes a change', () => {
  test('a kind that nobody knows is refused', () => {
    expect(read({ change: 'everything' })).toEqual(['Choose what to change'])
    expect(read({})).toEqual(['Choose what to change'])
  })

  const statement = { change: 'statement.correct', item: 's1', text: 'Words', act: 'planned', recommendation: 'r1' }

  test('a due date in words alone is worked out, and days that are given win', () => {
    expect(read({ ...statement, due: 'by September 2027' })).toMatchObject({
      words: { due: { asWritten: 'by September 2027', from: null, to: '2027-09-30' } },
    })
    const days = { 'due-to-day': '1', 'due-to-month': '2', 'due-to-year': '2027' }
    expect(read({ ...statement, due: 'soon', ...days })).toMatchObject({
      words: { due: { asWritten: 'soon', from: null, to: '2027-02-01' } },
    })
    expect(read({ ...statement, ...days })).toMatchObject({ words: { due: { asWritten: '1 February 2027' } } })
    expect(read({ ...statement, due: 'when there is time' })).toMatchObject({
      words: { due: { asWritten: 'when there is time', from: null, to: null } },
    })
    expect(read(statement)).toMatchObject({ words: { due: null } })
  })

  test('what a statement takes up is the whole, some parts, or cannot be told', () => {
    expect(read({ ...statement, answers: 'unknown' })).toMatchObject({ words: { answers: null } })
    expect(read({ ...statement, answers: 'parts', part: 'p2' })).toMatchObject({ words: { answers: ['p2'] } })
    expect(read({ ...statement, answers: 'whole', part: 'p2' })).toMatchObject({ words: { answers: [] } })
  })

  test('a name is one of the document or another one, which must be typed', () => {
    expect(read({ ...statement, agency: 'Police' })).toMatchObject({ words: { agency: 'Police' } })
    expect(read({ ...statement, 'agency-is': 'listed', agency: 'Police', 'agency-name': 'Fire' })).toMatchObject({
      words: { agency: 'Police' },
    })
    expect(read({ ...statement, 'agency-is': 'unknown', agency: 'Police' })).toMatchObject({ words: { agency: '' } })
    expect(read({ ...statement, 'agency-is': 'another' })).toEqual(['Enter the name of the agency'])
    expect(read({ ...statement, 'agency-is': 'another', 'agency-name': 'Fire' })).toMatchObject({
      words: { agency: 'Fire' },
    })
  })

  test('each field has its longest, and says so', () => {
    expect(read({ ...statement, text: 'x'.repeat(20_001), owner: 'y'.repeat(301) })).toEqual([
      'The statement must be 20000 characters or fewer',
      'The owner must be 300 characters or fewer',
    ])
  })

  test('bodies are read line by line, and what the register knows only by its id', () => {
    const change = { change: 'recommendation.correct', item: 'r1', text: 'Words', addressees: ' Police \n\nHealth\n' }
    expect(read({ ...change, register: 'something' })).toMatchObject({
      addressees: ['Police', 'Health'],
      register: 'compared',
      number: null,
    })
  })

  test('words are placed as one of the things that they can be', () => {
    expect(read({ change: 'passage.place', item: 'u1', as: 'poem' })).toEqual(['Choose what these words are'])
    expect(read({ change: 'passage.place', item: 'u1', as: 'statement', recommendation: 'r1', act: 'x' })).toEqual([
      'Choose what the statement does',
    ])
    expect(read({ change: 'passage.place', item: 'u1', as: 'new recommendation', number: '3' })).toMatchObject({
      placing: { as: 'new recommendation', number: '3' },
    })
    expect(read({ change: 'words.take', words: 'here there' })).toEqual(['Choose the words'])
  })

  test('a name stands for one of the things that it can, chosen or typed', () => {
    const name = { change: 'name.decide', name: 'Police' }
    expect(read(name)).toEqual(['Choose what the name stands for'])
    expect(read({ ...name, meaning: 'agency' })).toEqual(['Choose an agency of the directory'])
    expect(read({ ...name, meaning: 'group' })).toEqual(['Choose a group of the board'])
    expect(read({ ...name, meaning: 'new agency' })).toEqual(['Enter the full name of the new body'])
    expect(read({ ...name, meaning: 'as the directory says' })).toMatchObject({ meaning: null })
    expect(read({ change: 'names.decide', name: 'Police', 'meaning-0': 'agency nobody' })).toMatchObject({
      meanings: [],
    })
  })

  test('a dismissal needs its reason, and taking it back does not', () => {
    expect(read({ change: 'finding.dismiss', item: 'f1' })).toEqual(['Enter why this finding does not hold'])
    expect(read({ change: 'finding.dismiss', item: 'f1', 'take-back': 'yes' })).toMatchObject({ reason: null })
  })
})

describe('what is asked before and after', () => {
  test('a day must be one of the calendar', () => {
    const day = (fields: Record<string, string>) => {
      const reader = formReader(form(fields))
      return [readDay(reader, form(fields), 'on'), reader.mistakes.map(mistake => mistake.field)]
    }
    expect(day({})).toEqual([null, []])
    expect(day({ 'on-day': '29', 'on-month': '2', 'on-year': '2028' })).toEqual(['2028-02-29', []])
    expect(day({ 'on-day': '29', 'on-month': '2', 'on-year': '2027' })).toEqual([null, ['on-day']])
    expect(day({ 'on-day': '1', 'on-year': '2027' })).toEqual([null, ['on-day']])
  })

  test('an upload is for a new review or one of the list, restricted unless one says otherwise', () => {
    expect(readUpload(form({}))).toMatchObject({ value: { reviewId: null, standing: 'restricted', again: false } })
    expect(readUpload(form({ review: 'all of them' }))).toMatchObject({ ok: false })
    expect(readUpload(form({ standing: 'published' }))).toMatchObject({ ok: false })
  })

  test('saving a new review asks its title and standing; saving to one that is there asks neither', () => {
    expect(readSaving(form({ standing: 'restricted' }), true)).toMatchObject({ ok: false })
    expect(readSaving(form({ title: 'Child T' }), true)).toMatchObject({ ok: false })
    expect(readSaving(form({}), false)).toMatchObject({ ok: true })
  })

  test('the version that a page showed is a number, whatever is sent', () => {
    expect([readSeen(form({ seen: '7' })), readSeen(form({ seen: 'all' })), readSeen(form({}))]).toEqual([7, 0, 0])
  })
})
