import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PersonId } from '../../access/actor.ts'
import type { PlainDate } from '../../core/plain-date.ts'
import type { Act, Reading, Recommendation, Span } from '../../reader/reading.ts'
import { type Change, decideChange } from './changes.ts'
import { type Draft, draftOf, findItem, type ItemId, type ItemOf, itemsOf, partsOf, statementsOf } from './draft.ts'
import { conflictsOf, decideUndo, lastStep, withEdits } from './edits.ts'
import { placedWords, sourceText, wordsOfSpans } from './spans.ts'

const nadia = 'nadia' as PersonId

/** Writes a text line by line and notes where each line stands. */
function writer() {
  const lines: string[] = []
  let at = 0
  return {
    line(text: string): { text: string; span: Span } {
      const start = at
      lines.push(text)
      at += Array.from(text).length + 1
      return { text, span: [start, at - 1] }
    },
    text: () => lines.join('\n'),
  }
}

const facts = {
  title: null,
  subject: null,
  type: 'unknown',
  board: null,
  consideredOn: null,
  legalBasis: null,
  leadReviewer: null,
  methodology: null,
} as const

function readingOf(partial: Partial<Reading>): Reading {
  const source = { file: 'a.md', sha256: '', mediaType: 'text/markdown', pages: null, characters: 0 }
  const nothing = {
    recommendations: [],
    citations: [],
    bodies: [],
    findings: [],
    frontMatter: [],
    leadIns: [],
    headings: [],
    cells: [],
    unplaced: [],
  }
  return { schema: 'heed.reading/1', source, kind: 'response', review: facts, ...nothing, ...partial }
}

/** Two recommendations of an invented response: the first with two parts and two agencies. */
function example(): { draft: Draft; text: string } {
  const { line, text } = writer()
  const title = line('Response of the Marsh Board')
  const first = line('Review how staff share information, so that')
  const parts = [line('schools are told the same day'), line('the record is whole')]
  const police = line('Police will tell schools by May 2027. Officers were trained in 2025.')
  const cut = police.span[0] + 'Police will tell schools by May 2027.'.length
  const health = line('Health recognises the need and will write a protocol')
  const second = line('Run a campaign 🎈 on safe sleep')
  const stray = line('Page 3 of the annex stands here by itself')
  const due = { asWritten: 'May 2027', from: null, to: '2027-05-31' as PlainDate }
  const reading = readingOf({
    frontMatter: [title],
    unplaced: [stray],
    recommendations: [
      {
        number: '1',
        text: first.text,
        span: [first.span[0], parts[1]?.span[1] ?? 0],
        otherSpans: [],
        parts: parts.map(part => part.text),
        partSpans: parts.map(part => part.span),
        addressees: ['Police', 'Health'],
        responses: [
          {
            agency: 'Police',
            action: null,
            owner: null,
            status: null,
            evidence: null,
            statements: [
              {
                text: police.text.slice(0, 37),
                act: 'planned',
                answersParts: [1],
                due,
                span: [police.span[0], cut],
              },
              {
                text: police.text.slice(38),
                act: 'done',
                answersParts: [],
                due: null,
                span: [cut + 1, police.span[1]],
              },
            ],
          },
          {
            agency: 'Health',
            action: null,
            owner: null,
            status: null,
            evidence: null,
            statements: [{ text: health.text, act: 'planned', answersParts: null, due: null, span: health.span }],
          },
        ],
      },
      {
        number: '2',
        text: second.text,
        span: second.span,
        otherSpans: [],
        parts: [],
        partSpans: [],
        addressees: [],
        responses: [],
      },
    ],
  })
  return { draft: draftOf(reading, text()), text: text() }
}

function apply(draft: Draft, change: Change, text: string): Draft {
  const decided = decideChange(draft, change, sourceText(text))
  if (!decided.ok) throw new Error(decided.mistakes.map(mistake => mistake.message).join('; '))
  return withEdits(draft, decided.value, { change: change.kind, by: nadia })
}

function mistakesOf(draft: Draft, change: Change, text: string): readonly string[] {
  const decided = decideChange(draft, change, sourceText(text))
  return decided.ok ? [] : decided.mistakes.map(mistake => mistake.message)
}

const textsOf = (draft: Draft, id: ItemId) => statementsOf(draft, id).map(each => each.text)

function nth<T>(list: readonly T[], at = 0): T {
  const found = list[at]
  if (!found) throw new Error(`there is no item ${at}`)
  return found
}

describe('a reading becomes a draft', () => {
  test('a recommendation keeps its own words and leaves its parts to them', () => {
    const { draft, text } = example()
    const recommendation = nth(itemsOf(draft, 'recommendation'))
    expect(wordsOfSpans(sourceText(text), recommendation.spans)).toBe('Review how staff share information, so that')
    expect(partsOf(draft, recommendation.id).map(part => wordsOfSpans(sourceText(text), part.spans))).toEqual([
      'schools are told the same day',
      'the record is whole',
    ])
  })

  test('a statement knows the parts that it takes up, none of them, or that it cannot be told', () => {
    const { draft } = example()
    const recommendation = nth(itemsOf(draft, 'recommendation'))
    const parts = partsOf(draft, recommendation.id)
    expect(statementsOf(draft, recommendation.id).map(each => each.answers)).toEqual([[nth(parts).id], [], null])
  })
})

describe('statements are corrected', () => {
  test('a statement that is split goes back to the words of the source, and the date stays with its words', () => {
    const { draft, text } = example()
    const recommendation = nth(itemsOf(draft, 'recommendation'))
    const [first, second] = statementsOf(draft, recommendation.id)
    const merged = apply(
      draft,
      { kind: 'statement.merge', item: first?.id as ItemId, next: second?.id as ItemId },
      text,
    )
    expect(textsOf(merged, recommendation.id)).toEqual([
      'Police will tell schools by May 2027. Officers were trained in 2025.',
      'Health recognises the need and will write a protocol',
    ])
    const pieces = 'Police will tell schools by May 2027.\r\nOfficers were trained in 2025.'
    const split = apply(merged, { kind: 'statement.split', item: first?.id as ItemId, pieces }, text)
    expect(statementsOf(split, recommendation.id).map(each => each.due?.asWritten ?? null)).toEqual([
      'May 2027',
      null,
      null,
    ])
  })

  test('splitting refuses other words and a text without a break', () => {
    const { draft, text } = example()
    const statement = nth(itemsOf(draft, 'statement'))
    const split = (pieces: string): Change => ({ kind: 'statement.split', item: statement.id, pieces })
    expect(mistakesOf(draft, split('Police will tell\nparents by May 2027.'), text)).toEqual([
      'Put line breaks between words, and leave the words themselves as they are',
    ])
    expect(mistakesOf(draft, split('Police will tell schools by May 2027.'), text)).toEqual([
      'Put a line break where the next statement begins',
    ])
  })

  test('a merged statement takes the act that binds most, and only neighbours merge', () => {
    const { draft, text } = example()
    const [planned, done, health] = itemsOf(draft, 'statement')
    const merged = apply(draft, { kind: 'statement.merge', item: done?.id as ItemId, next: health?.id as ItemId }, text)
    expect(findItem(merged, 'statement', done?.id as ItemId)?.act).toBe('planned')
    expect(
      mistakesOf(draft, { kind: 'statement.merge', item: planned?.id as ItemId, next: health?.id as ItemId }, text),
    ).toHaveLength(1)
  })

  test('a statement that goes to another recommendation leaves the parts of the first behind', () => {
    const { draft, text } = example()
    const [first, second] = itemsOf(draft, 'recommendation')
    const statement = nth(itemsOf(draft, 'statement'))
    const { text: said, act, agency, answers, due, owner, status } = statement
    const words = { text: said, act, agency, answers, due, owner, status, recommendation: second?.id as ItemId }
    const moved = apply(draft, { kind: 'statement.correct', item: statement.id, words }, text)
    expect(findItem(moved, 'statement', statement.id)).toMatchObject({ recommendation: second?.id, answers: [] })
    expect(textsOf(moved, first?.id as ItemId)).toHaveLength(2)
  })

  test('a due date cannot end before it begins', () => {
    const { draft, text } = example()
    const statement = nth(itemsOf(draft, 'statement'))
    const due = { asWritten: 'soon', from: '2027-02-01' as PlainDate, to: '2027-01-01' as PlainDate }
    const words = { ...statement, due }
    expect(mistakesOf(draft, { kind: 'statement.correct', item: statement.id, words }, text)).toEqual([
      'The last day must be the same as or after the first day',
    ])
  })

  test('all that an agency said can be put under its right name at once', () => {
    const { draft, text } = example()
    const recommendation = nth(itemsOf(draft, 'recommendation')).id
    const moved = apply(
      draft,
      {
        kind: 'response.move',
        from: { recommendation, agency: 'Police' },
        to: { recommendation, agency: 'Northshire Police' },
      },
      text,
    )
    expect(statementsOf(moved, recommendation).map(each => each.agency)).toEqual([
      'Northshire Police',
      'Northshire Police',
      'Health',
    ])
  })
})

describe('recommendations and parts are corrected', () => {
  test('removing a recommendation lists its words, its parts and what was said to it as not placed', () => {
    const { draft, text } = example()
    const recommendation = nth(itemsOf(draft, 'recommendation'))
    const removed = apply(draft, { kind: 'recommendation.remove', item: recommendation.id }, text)
    expect(
      itemsOf(removed, 'passage')
        .filter(each => each.role === 'unplaced')
        .map(each => each.text),
    ).toEqual([
      'Review how staff share information, so that',
      'schools are told the same day',
      'the record is whole',
      'Police will tell schools by May 2027.',
      'Officers were trained in 2025.',
      'Health recognises the need and will write a protocol',
      'Page 3 of the annex stands here by itself',
    ])
  })

  test('merging takes parts and statements along, and a recommendation that stands twice keeps its words once', () => {
    const { draft, text } = example()
    const [first, second] = itemsOf(draft, 'recommendation')
    const merged = apply(
      draft,
      { kind: 'recommendation.merge', item: second?.id as ItemId, into: first?.id as ItemId },
      text,
    )
    expect(nth(itemsOf(merged, 'recommendation')).text).toBe(
      'Review how staff share information, so that Run a campaign 🎈 on safe sleep',
    )
    const added = apply(draft, { kind: 'recommendation.add', number: '3', text: 'Run a campaign on safe sleep.' }, text)
    const third = nth(itemsOf(added, 'recommendation'), 2)
    const once = apply(added, { kind: 'recommendation.merge', item: third.id, into: second?.id as ItemId }, text)
    expect(itemsOf(once, 'recommendation').map(each => each.text)).toEqual([first?.text, second?.text])
  })

  test('a part that is removed is taken up by no statement any more', () => {
    const { draft, text } = example()
    const part = nth(itemsOf(draft, 'part'))
    const removed = apply(draft, { kind: 'part.remove', item: part.id }, text)
    expect(itemsOf(removed, 'statement').map(each => each.answers)).toEqual([null, [], null])
  })

  test('a recommendation must have words', () => {
    const { draft, text } = example()
    expect(mistakesOf(draft, { kind: 'recommendation.add', number: null, text: ' ' }, text)).toEqual([
      'Enter the words of the recommendation',
    ])
  })
})

describe('what cannot be done is refused in a sentence', () => {
  const { draft, text } = example()
  const [first] = itemsOf(draft, 'recommendation')
  const [said] = itemsOf(draft, 'statement')
  const [part] = itemsOf(draft, 'part')
  const [passage] = itemsOf(draft, 'passage')
  const nowhere = 'x99' as ItemId
  const correct = { item: first?.id as ItemId, number: null, text: 'Words', register: 'compared' } as const
  const noLonger = (what: string) => `This ${what} is no longer in the check: somebody moved or removed it`
  const words = { ...said, recommendation: nowhere } as ItemOf<'statement'>
  const inRecommendation = { recommendation: first?.id as ItemId, agency: 'Police' }
  const refusals: readonly (readonly [string, Change])[] = [
    [
      'Enter what the statement says',
      { kind: 'statement.correct', item: said?.id as ItemId, words: { ...words, text: '' } },
    ],
    [noLonger('statement'), { kind: 'statement.split', item: nowhere, pieces: '' }],
    [noLonger('statement'), { kind: 'statement.merge', item: nowhere, next: nowhere }],
    [noLonger('statement'), { kind: 'statement.unplace', item: nowhere }],
    ['Choose the statement that says it now', { kind: 'statement.match', item: nowhere, register: 'new' }],
    [
      noLonger('response'),
      { kind: 'response.move', from: { ...inRecommendation, agency: 'Nobody' }, to: inRecommendation },
    ],
    [
      'Choose another agency or another recommendation',
      { kind: 'response.move', from: inRecommendation, to: inRecommendation },
    ],
    [
      'Each body must be 300 characters or fewer',
      { kind: 'recommendation.correct', ...correct, addressees: ['x'.repeat(301)] },
    ],
    [noLonger('recommendation'), { kind: 'recommendation.correct', ...correct, item: nowhere, addressees: [] }],
    [
      'Choose another recommendation',
      { kind: 'recommendation.merge', item: first?.id as ItemId, into: first?.id as ItemId },
    ],
    [noLonger('recommendation'), { kind: 'recommendation.remove', item: nowhere }],
    ['Enter the words of the part', { kind: 'part.correct', item: part?.id as ItemId, text: ' ' }],
    ['Enter the words of the part', { kind: 'part.add', recommendation: first?.id as ItemId, text: '' }],
    [noLonger('part'), { kind: 'part.remove', item: nowhere }],
    [noLonger('passage'), { kind: 'passage.place', item: nowhere, placing: { as: 'background' } }],
    [
      'Choose a recommendation that is still in the check',
      { kind: 'passage.place', item: passage?.id as ItemId, placing: { as: 'part', recommendation: nowhere } },
    ],
    [noLonger('passage'), { kind: 'passages.place', items: [nowhere], role: 'background' }],
    [noLonger('passage'), { kind: 'passage.split', item: nowhere, pieces: '' }],
    [noLonger('statement'), { kind: 'item.seen', item: nowhere, seen: true }],
    [
      'Enter the full name of the new body',
      { kind: 'name.decide', name: 'Police', meaning: { kind: 'new agency', name: ' ' } },
    ],
    ['Say of one name at least who it is', { kind: 'names.decide', meanings: [] }],
    [noLonger('finding'), { kind: 'finding.dismiss', item: nowhere, reason: 'No' }],
  ]
  test.each(refusals)('%s', (sentence, change) => {
    expect(mistakesOf(draft, change, text)).toContain(sentence)
  })
})

describe('words that stand nowhere are placed', () => {
  const stray = (draft: Draft) => nth(itemsOf(draft, 'passage').filter(each => each.role === 'unplaced'))

  test('as a statement of an agency, whose parts a person must still say', () => {
    const { draft, text } = example()
    const recommendation = nth(itemsOf(draft, 'recommendation')).id
    const placing = { as: 'statement', recommendation, agency: 'Health', act: 'context' } as const
    const placed = apply(draft, { kind: 'passage.place', item: stray(draft).id, placing }, text)
    expect(statementsOf(placed, recommendation).at(-1)).toMatchObject({
      text: 'Page 3 of the annex stands here by itself',
      agency: 'Health',
      act: 'context',
      answers: null,
    })
    expect(itemsOf(placed, 'passage').filter(each => each.role === 'unplaced')).toEqual([])
  })

  test('as a part, as more of a recommendation, as a new one, and as front matter', () => {
    const { draft, text } = example()
    const recommendation = nth(itemsOf(draft, 'recommendation'), 1).id
    const place = (placing: Extract<Change, { kind: 'passage.place' }>['placing']) =>
      apply(draft, { kind: 'passage.place', item: stray(draft).id, placing }, text)
    expect(partsOf(place({ as: 'part', recommendation }), recommendation)).toHaveLength(1)
    expect(nth(itemsOf(place({ as: 'more of a recommendation', recommendation }), 'recommendation'), 1).text).toBe(
      'Run a campaign 🎈 on safe sleep Page 3 of the annex stands here by itself',
    )
    expect(nth(itemsOf(place({ as: 'new recommendation', number: '3' }), 'recommendation'), 2).number).toBe('3')
    expect(stray(draft).role).toBe('unplaced')
    expect(itemsOf(place({ as: 'front matter' }), 'passage').map(each => each.role)).toEqual([
      'front matter',
      'front matter',
    ])
  })

  test('words that the reader left aside can be taken up, but not words that stand somewhere', () => {
    const { line, text } = writer()
    const heading = line('Recommendation three')
    const said = line('Something was said')
    const draft = draftOf(readingOf({ headings: [heading], unplaced: [said] }), text())
    const take = (span: Span): Change => ({ kind: 'words.take', from: span[0], to: span[1] })
    const taken = apply(draft, take(heading.span), text())
    expect(itemsOf(taken, 'passage').map(each => each.text)).toEqual(['Recommendation three', 'Something was said'])
    expect(mistakesOf(taken, take(heading.span), text())).toHaveLength(1)
    expect(mistakesOf(taken, take([0, 10_000]), text())).toHaveLength(1)
  })
})

describe('two people check at once', () => {
  test('changes to different things merge, and a change to a thing that another changed since is a conflict', () => {
    const { draft, text } = example()
    const [first, second] = itemsOf(draft, 'recommendation')
    const correct = (id: ItemId, words: string): Change => ({
      kind: 'recommendation.correct',
      item: id,
      number: '9',
      text: words,
      addressees: [],
      register: 'compared',
    })
    const byOther = apply(draft, correct(first?.id as ItemId, 'Theirs'), text)
    const mine = decideChange(byOther, correct(first?.id as ItemId, 'Mine'), sourceText(text))
    const elsewhere = decideChange(byOther, correct(second?.id as ItemId, 'Mine'), sourceText(text))
    expect(mine.ok && conflictsOf(byOther, mine.value, draft.version)).toEqual([first?.id])
    expect(elsewhere.ok && conflictsOf(byOther, elsewhere.value, draft.version)).toEqual([])
    expect(mine.ok && conflictsOf(byOther, mine.value, byOther.version)).toEqual([])
  })

  test('removing a recommendation is a conflict when somebody has corrected what was said to it', () => {
    const { draft, text } = example()
    const statement = nth(itemsOf(draft, 'statement'))
    const byOther = apply(draft, { kind: 'item.seen', item: statement.id, seen: true }, text)
    const removal = { kind: 'recommendation.remove', item: statement.recommendation } as const
    const mine = decideChange(byOther, removal, sourceText(text))
    expect(mine.ok && conflictsOf(byOther, mine.value, draft.version)).toEqual([statement.id])
  })

  test('undo refuses when the last change is not the one that the page showed', () => {
    const { draft, text } = example()
    const changed = apply(draft, { kind: 'item.seen', item: nth(itemsOf(draft, 'statement')).id, seen: true }, text)
    expect(decideUndo(changed, 0)).toMatchObject({ ok: false })
    expect(decideUndo(draft, 0)).toMatchObject({ ok: false })
  })
})

const words = fc.array(fc.constantFrom('will', 'was', 'Police', 'née', '🎈', 'agree,', '(so)', 'by 2027.'), {
  minLength: 1,
  maxLength: 6,
})

interface Chunk {
  readonly words: readonly string[]
  readonly role: 'recommendation' | 'part' | 'statement' | 'front' | 'leadIn' | 'unplaced' | 'aside'
  readonly act: Act
}

const chunks: fc.Arbitrary<readonly Chunk[]> = fc.array(
  fc.record({
    words,
    role: fc.constantFrom<Chunk['role']>(
      'recommendation',
      'part',
      'part',
      'statement',
      'statement',
      'statement',
      'front',
      'leadIn',
      'unplaced',
      'aside',
    ),
    act: fc.constantFrom<Act>('done', 'ongoing', 'planned', 'position', 'context'),
  }),
  { minLength: 1, maxLength: 14 },
)

function generated(list: readonly Chunk[]): { draft: Draft; text: string } {
  const { line, text } = writer()
  const recommendations: Recommendation[] = []
  const passages = { front: [], leadIn: [], unplaced: [], aside: [] } as Record<string, { text: string; span: Span }[]>
  for (const { words: said, role, act } of list) {
    const passage = line(said.join(' '))
    const last = recommendations.at(-1)
    if (role === 'recommendation' || !last) {
      const empty = { parts: [], partSpans: [], addressees: [], responses: [], otherSpans: [] }
      recommendations.push({ number: String(recommendations.length + 1), ...passage, ...empty })
    } else if (role === 'part') {
      const grown = { parts: [...last.parts, passage.text], partSpans: [...last.partSpans, passage.span] }
      recommendations[recommendations.length - 1] = { ...last, ...grown }
    } else if (role === 'statement') {
      const statement = { ...passage, act, due: null, answersParts: last.parts.length > 0 ? [1] : [] }
      const plan = { action: null, owner: null, status: null, evidence: null }
      const responses = [...last.responses, { agency: `Agency ${act}`, statements: [statement], ...plan }]
      recommendations[recommendations.length - 1] = { ...last, responses }
    } else passages[role]?.push(passage)
  }
  const { front: frontMatter = [], leadIn: leadIns = [], unplaced = [] } = passages
  const reading = readingOf({ recommendations, frontMatter, leadIns, unplaced })
  return { draft: draftOf(reading, text()), text: text() }
}

/** Each word of the source that some item holds, once for each item that holds it. */
const heldWords = (draft: Draft, text: string): readonly string[] =>
  Object.values(draft.items)
    .flatMap(item => ('spans' in item ? placedWords(sourceText(text), item.spans) : []))
    .map(word => `${word.span[0]} ${word.text}`)
    .sort()

/** A change of the kind that numbers pick, to things that the draft has. */
function changeFor(draft: Draft, text: string, [kind, a, b]: readonly [number, number, number]): Change | null {
  const pick = <T>(list: readonly T[], at: number) => list[at % Math.max(1, list.length)]
  const recommendations = itemsOf(draft, 'recommendation')
  const statement = pick(itemsOf(draft, 'statement'), a)
  const recommendation = pick(recommendations, a)
  const other = pick(recommendations, b)
  const part = pick(itemsOf(draft, 'part'), a)
  const passage = pick(itemsOf(draft, 'passage'), a)
  const broken = (spans: readonly Span[]) =>
    placedWords(sourceText(text), spans)
      .map((word, i) => (i % (1 + (b % 3)) === 0 ? `\n${word.text}` : ` ${word.text}`))
      .join('')
  const makers: (() => Change | null | undefined)[] = [
    () =>
      statement &&
      other && {
        kind: 'statement.correct',
        item: statement.id,
        words: { ...statement, text: 'Corrected', recommendation: other.id },
      },
    () => statement && { kind: 'statement.split', item: statement.id, pieces: broken(statement.spans) },
    () => {
      const next = statement && statementsOf(draft, statement.recommendation)
      const after = next?.[next.findIndex(each => each.id === statement?.id) + 1]
      return statement && after && { kind: 'statement.merge', item: statement.id, next: after.id }
    },
    () => statement && { kind: 'statement.unplace', item: statement.id },
    () => recommendation && { kind: 'recommendation.remove', item: recommendation.id },
    () => recommendation && other && { kind: 'recommendation.merge', item: recommendation.id, into: other.id },
    () => part && { kind: 'part.remove', item: part.id },
    () => part && { kind: 'part.correct', item: part.id, text: 'Corrected' },
    () => passage && { kind: 'passage.split', item: passage.id, pieces: broken(passage.spans) },
    () =>
      passage &&
      other && {
        kind: 'passage.place',
        item: passage.id,
        placing: pick(
          [
            { as: 'statement', recommendation: other.id, agency: 'Health', act: 'done' },
            { as: 'part', recommendation: other.id },
            { as: 'more of a recommendation', recommendation: other.id },
            { as: 'new recommendation', number: null },
            { as: 'front matter' },
            { as: 'unplaced' },
          ] as const,
          b,
        ) ?? { as: 'lead-in' },
      },
    () => ({ kind: 'recommendation.add', number: null, text: 'By hand' }),
    () =>
      recommendation && {
        kind: 'recommendation.correct',
        item: recommendation.id,
        number: String(b),
        text: 'Corrected',
        addressees: ['Police', 'Police'],
        register: 'new',
      },
    () =>
      statement &&
      other && {
        kind: 'response.move',
        from: statement,
        to: { recommendation: other.id, agency: 'Health' },
      },
    () => recommendation && { kind: 'part.add', recommendation: recommendation.id, text: 'By hand' },
    () => ({ kind: 'words.take', from: a % text.length, to: (a % text.length) + 1 + (b % 9) }),
  ]
  return pick(makers, kind)?.() ?? null
}

const picks = fc.array(fc.tuple(fc.nat(99), fc.nat(99), fc.nat(99)), { maxLength: 12 })

const plain = (draft: Draft) =>
  Object.values(draft.items)
    .map(item => ({ ...item, version: 0 }))
    .sort((a, b) => (a.id < b.id ? -1 : 1))

describe('no change loses a word', () => {
  test('every word of the source that stood somewhere stands in one place after any changes', () => {
    fc.assert(
      fc.property(chunks, picks, (list, steps) => {
        const { draft: first, text } = generated(list)
        let draft = first
        for (const step of steps) {
          const change = changeFor(draft, text, step)
          const decided = change && decideChange(draft, change, sourceText(text))
          if (!change || !decided?.ok) continue
          draft = withEdits(draft, decided.value, { change: change.kind, by: nadia })
          const held = heldWords(draft, text)
          expect(new Set(held).size).toBe(held.length)
          for (const word of heldWords(first, text)) expect(held).toContain(word)
          for (const item of [...itemsOf(draft, 'statement'), ...itemsOf(draft, 'part')]) {
            expect(findItem(draft, 'recommendation', item.recommendation)).not.toBeNull()
          }
          const parts = new Set(itemsOf(draft, 'part').map(part => `${part.recommendation} ${part.id}`))
          for (const { answers, recommendation } of itemsOf(draft, 'statement')) {
            for (const id of answers ?? []) expect(parts).toContain(`${recommendation} ${id}`)
          }
        }
      }),
      { numRuns: 300 },
    )
  })

  test('undo gives back every item as it was, step by step', () => {
    fc.assert(
      fc.property(chunks, picks, (list, steps) => {
        const { draft: first, text } = generated(list)
        const trail: Draft[] = [first]
        for (const step of steps) {
          const draft = trail.at(-1) ?? first
          const change = changeFor(draft, text, step)
          const decided = change && decideChange(draft, change, sourceText(text))
          if (change && decided?.ok) trail.push(withEdits(draft, decided.value, { change: change.kind, by: nadia }))
        }
        let draft = trail.at(-1) ?? first
        for (const before of trail.slice(0, -1).reverse()) {
          const undone = decideUndo(draft, lastStep(draft)?.version ?? -1)
          if (!undone.ok) throw new Error('undo refused')
          draft = undone.value
          expect(plain(draft)).toEqual(plain(before))
        }
      }),
      { numRuns: 200 },
    )
  })
})
