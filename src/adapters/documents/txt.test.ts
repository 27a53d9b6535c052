import { describe, expect, test } from 'vitest'
import { outline } from './fixtures/outline.ts'
import { openDocument } from './open.ts'

const blocks = async (text: string | Uint8Array) =>
  outline((await openDocument(typeof text === 'string' ? new TextEncoder().encode(text) : text, 'a.txt')).blocks)

const wrapped = `The Board considered the report of the review on 20 July 2015 and agreed
that each agency would answer for itself. It asked the subgroup to follow
this up.
`

describe('plain text', () => {
  test('lines that were wrapped are one paragraph, and blank lines part paragraphs', async () => {
    expect(await blocks(`${wrapped}\nThe Police agree.\n`)).toEqual([
      [
        'p The Board considered the report of the review on 20 July 2015 and agreed that ',
        'each agency would answer for itself. It asked the subgroup to follow this up.',
      ].join(''),
      'p The Police agree.',
    ])
  })

  test('a line that was wrapped a word early goes on when its sentence has not ended', async () => {
    const text = [
      'Recommendation 2: Larkmoor Council Children’s Services and Fenmarch Mental',
      'Health NHS Trust should agree who is to lead when a child is open to both teams,',
      'as Working Together to Safeguard Children',
      'says. The Police have a post.',
      'The Board agrees.',
    ].join('\n')
    expect(await blocks(text)).toEqual([
      [
        'p Recommendation 2: Larkmoor Council Children’s Services and Fenmarch Mental Health NHS Trust should agree ',
        'who is to lead when a child is open to both teams, as Working Together to Safeguard Children says. ',
        'The Police have a post.',
      ].join(''),
      'p The Board agrees.',
    ])
  })

  test('lines that were not wrapped are paragraphs of their own', async () => {
    const long = [
      'This is a sentence that goes on for longer than anybody would wrap ',
      'a line, which shows that no line here was wrapped at all, by anybody.',
    ].join('')
    expect(await blocks(`${long}\nA short one.\n${long}`)).toEqual([`p ${long}`, 'p A short one.', `p ${long}`])
  })

  test('underlined lines, capitals and short lines that stand alone are headings', async () => {
    expect(
      await blocks(
        [
          'Response\n========\n\nBackground\n----------\nText follows here.\n\nACTIONS TAKEN\n',
          `\n${wrapped}\nChildren’s Social Care\n\nWe agree.\n\nDate: 4 May 2020\n`,
        ].join(''),
      ),
    ).toEqual([
      'h1 Response',
      'h2 Background',
      'p Text follows here.',
      'h2 ACTIONS TAKEN',
      expect.stringContaining('p The Board considered'),
      'h3 Children’s Social Care',
      'p We agree.',
      'p Date: 4 May 2020',
    ])
  })

  test('lists hang, nest, and are known by bullets, numbers and letters', async () => {
    const text = [
      'The Board will:\n- review the policy and tell\n  everybody about it;\n- publish it:\n',
      '    - in print\n    - on paper\n\n1. First\n2) Second\n(a) Third\niv. Fourth\n',
    ].join('')
    expect(await blocks(text)).toEqual([
      'p The Board will:',
      '- review the policy and tell everybody about it;',
      '- publish it:',
      '  - in print',
      '  - on paper',
      '1. First',
      '2) Second',
      '(a) Third',
      'iv. Fourth',
    ])
  })

  test('the number of a numbered paragraph stays in its text', async () => {
    expect(await blocks('4.1 The family moved.\n4.2 Nobody asked why.')).toEqual([
      'p 4.1 The family moved.',
      'p 4.2 Nobody asked why.',
    ])
  })

  test('a form feed ends a paragraph and quoted lines are quoted', async () => {
    expect(await blocks('One page.\fTwo pages.\n\n> The Board should\n> agree.')).toEqual(
      ['h3 One page.', 'h3 Two pages.', '> The Board should agree.'].map(line => line.replace('h3', 'p')),
    )
  })

  test('lines of the same number of fields are a table', async () => {
    expect(
      await blocks('Ref\tAction\n1\tAgree it\n\n| Ref | Action |\n|-----|--------|\n| 2 | Publish it |\n'),
    ).toEqual(['table 0=Ref 1=Action | 0=1 1=Agree it', 'table 0=Ref 1=Action | 0=2 1=Publish it'])
  })

  test('a list that is set in by tabs is a list', async () => {
    expect(await blocks('\t- one\n\t- two\n\n1.\tFirst\n2.\tSecond\n')).toEqual([
      '- one',
      '- two',
      '1. First',
      '2. Second',
    ])
  })

  test('ornaments are no words', async () => {
    expect(await blocks('* * *\n\n*****\n\nThe Board agrees.\n~~~~~\n')).toEqual(
      expect.arrayContaining([expect.stringContaining('The Board agrees.')]),
    )
  })
})

describe('the characters of plain text', () => {
  const sentence = 'The Board’s report – agreed.'

  test.each([
    ['UTF-8 with a mark', Uint8Array.of(0xef, 0xbb, 0xbf, ...new TextEncoder().encode(sentence))],
    [
      'UTF-16, low byte first',
      Uint8Array.of(
        0xff,
        0xfe,
        ...Array.from(sentence, sign => [sign.charCodeAt(0) & 255, sign.charCodeAt(0) >> 8]).flat(),
      ),
    ],
    [
      'UTF-16, high byte first',
      Uint8Array.of(
        0xfe,
        0xff,
        ...Array.from(sentence, sign => [sign.charCodeAt(0) >> 8, sign.charCodeAt(0) & 255]).flat(),
      ),
    ],
    [
      'UTF-16 without a mark',
      Uint8Array.from(Array.from(sentence, sign => [sign.charCodeAt(0) & 255, sign.charCodeAt(0) >> 8]).flat()),
    ],
    ['Windows-1252', Uint8Array.from(sentence, sign => ({ '’': 0x92, '–': 0x96 })[sign] ?? sign.charCodeAt(0))],
  ])('are known in %s', async (_, bytes) => {
    expect(await blocks(bytes)).toEqual([`p ${sentence}`])
  })

  test('are still UTF-8 when the last one was cut', async () => {
    const cut = new TextEncoder().encode(`${'The Board’s and the Police’s. '.repeat(20)}’`)
    expect((await blocks(cut.slice(0, -1))).join('')).toContain('The Board’s and the Police’s.')
  })
})

test('a line alone that a list goes on with is no heading', async () => {
  const text = 'Elm Council\n\nBy April 2026 the Council will:\n\n  - set up a line\n'
  expect(await blocks(text)).toEqual(['h3 Elm Council', 'p By April 2026 the Council will:', '- set up a line'])
})

test('a field below a numbered line is a line of its own, and so are the words behind it', async () => {
  expect(
    await blocks(`1. Adult Social Care to introduce a protocol for carers who are abused by the person they care for
   Status: Completed
   The protocol went live on 2 September 2019. 74 staff have attended briefings since then, in every team.

2. Meadowshire Police to review the training of call handlers in relation to older victims
   Status: In progress`),
  ).toEqual([
    '1. Adult Social Care to introduce a protocol for carers who are abused by the person they care for',
    'p Status: Completed',
    'p The protocol went live on 2 September 2019. 74 staff have attended briefings since then, in every team.',
    '2. Meadowshire Police to review the training of call handlers in relation to older victims',
    'p Status: In progress',
  ])
})
