import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { outline } from './fixtures/outline.ts'
import { type DrawnPage, type DrawnText, linesAt, pdfOf } from './fixtures/pages.ts'
import { openDocument } from './open.ts'

const read = async (...pages: DrawnPage[]) => openDocument(pdfOf({ pages }), 'a.pdf')
const blocks = async (...pages: DrawnPage[]) => outline((await read(...pages)).blocks)

const long = (subject: string): string =>
  [
    `The ${subject}`,
    [
      ' told the panel that practice had changed since the review and that ',
      'staff now ask about every adult in the home, write down what they are told, ',
      'and share it with the other agencies within one working day of the visit.',
    ].join(''),
  ].join('')

/** A column of paragraphs, one below the other, from a place on the page. */
function column(texts: readonly string[], { x, y, letters }: { x: number; y: number; letters: number }): DrawnText[] {
  const drawn: DrawnText[] = []
  let next = y
  for (const text of texts) {
    const lines = linesAt(text, { x, y: next, letters })
    drawn.push(...lines)
    next += lines.length * 14 + 10
  }
  return drawn
}

const body = (...texts: string[]): DrawnText[] => column(texts, { x: 60, y: 120, letters: 88 })

describe('the paragraphs of a PDF', () => {
  test('are lines joined, and are parted by more than the usual space', async () => {
    expect(await blocks({ texts: body(long('Board'), long('Trust')) })).toEqual([
      `p ${long('Board')}`,
      `p ${long('Trust')}`,
    ])
  })

  test('are also parted by a short last line', async () => {
    const first = linesAt(long('Board'), { x: 60, y: 100, letters: 88 })
    const second = linesAt(long('Trust'), { x: 60, y: 100 + first.length * 14, letters: 88 })
    expect(await blocks({ texts: [...first, ...second] })).toEqual([`p ${long('Board')}`, `p ${long('Trust')}`])
  })

  test('go on over a page, with the page on which they began', async () => {
    const lines = linesAt(long('Board'), { x: 60, y: 700, letters: 88 })
    const rest = lines.splice(2).map((line, at) => ({ ...line, y: 100 + at * 14 }))
    const document = await read(
      { texts: [...body(long('Police')), ...lines] },
      { texts: [...rest, ...linesAt(long('Trust'), { x: 60, y: 200, letters: 88 })] },
    )
    expect(outline(document.blocks)).toEqual([`p ${long('Police')}`, `p ${long('Board')}`, `p ${long('Trust')}`])
    expect(document.blocks.map(block => block.kind !== 'table' && block.page)).toEqual([1, 1, 2])
    expect(document.pages).toBe(2)
  })

  test('lose the hyphens of words that a line’s end divided, and keep those of others', async () => {
    const lines = [
      'Nobody goes home at a weekend or on a bank holiday without the con-',
      'sultant and the duty manager agreeing, and each case is for the multi-',
      'agency meeting, and is then taken by a well-',
      'known member of the staff, who is well-known to everybody in the team.',
    ]
    const texts = lines.map((text, at) => ({ x: 60, y: 100 + at * 14, text }))
    const read = await blocks({ texts })
    expect(read.join(' ')).toContain('without the consultant and')
    expect(read.join(' ')).toContain('for the multi-agency meeting')
  })

  test('numbered as in a report keep their numbers', async () => {
    const one = linesAt(long('Board'), { x: 100, y: 100, letters: 80 })
    const two = linesAt(long('Trust'), { x: 100, y: 100 + one.length * 14 + 8, letters: 80 })
    const texts = [{ x: 60, y: 100, text: '4.1' }, ...one, { x: 60, y: two[0]?.y ?? 0, text: '4.2' }, ...two]
    expect(await blocks({ texts })).toEqual([`p 4.1 ${long('Board')}`, `p 4.2 ${long('Trust')}`])
  })

  test('have no marks of notes in them', async () => {
    const line = { x: 60, y: 100, text: 'This was agreed' }
    const texts = [line, { x: 135, y: 96, text: '12', size: 6 }, { x: 145, y: 100, text: 'by the whole of the Board.' }]
    expect(await blocks({ texts })).toEqual(['p This was agreed by the whole of the Board.'])
  })

  test('stand in two columns that are read one after the other, below what goes over both', async () => {
    const title = { x: 60, y: 70, text: 'Briefing about Adult Q', size: 20, bold: true }
    const left = column([long('Board'), long('Trust'), long('council')], { x: 60, y: 120, letters: 40 })
    const right = column([long('Force'), long('school'), long('surgery')], { x: 310, y: 120, letters: 40 })
    expect(await blocks({ texts: [title, ...right, ...left] })).toEqual([
      'h1 Briefing about Adult Q',
      ...['Board', 'Trust', 'council', 'Force', 'school', 'surgery'].map(subject => `p ${long(subject)}`),
    ])
  })
})

describe('what a PDF repeats', () => {
  const page = (number: number, subject: string): DrawnPage => ({
    texts: [
      { x: 60, y: 40, text: 'Overview report: Child Z' },
      ...body(long(subject)),
      { x: 60, y: 800, text: 'OFFICIAL' },
      { x: 500, y: 800, text: `Page ${number} of 4` },
    ],
  })

  test('at the top and bottom of its pages is no text of the document', async () => {
    expect(await blocks(page(1, 'Board'), page(2, 'Trust'), page(3, 'Force'), page(4, 'school'))).toEqual(
      ['Board', 'Trust', 'Force', 'school'].map(subject => `p ${long(subject)}`),
    )
  })

  test('may be no more than a number that grows', async () => {
    const pages = ['Board', 'Trust'].map(
      (subject, at): DrawnPage => ({ texts: [...body(long(subject)), { x: 300, y: 800, text: String(at + 7) }] }),
    )
    expect(await blocks(...pages)).toEqual([`p ${long('Board')}`, `p ${long('Trust')}`])
  })

  test('but for its number, as a heading does, is text', async () => {
    const pages = ['Board', 'Trust', 'Force'].map(
      (subject, at): DrawnPage => ({
        texts: [{ x: 60, y: 60, text: `Recommendation ${at + 1}`, size: 14 }, ...body(long(subject))],
      }),
    )
    expect((await blocks(...pages)).filter(line => line.startsWith('h1'))).toEqual([
      'h1 Recommendation 1',
      'h1 Recommendation 2',
      'h1 Recommendation 3',
    ])
  })

  test('elsewhere on a page is text', async () => {
    const pages = ['Board', 'Trust', 'Force'].map(
      (subject): DrawnPage => ({
        texts: [
          ...body(long(subject)),
          { x: 60, y: 400, text: 'The panel agreed.' },
          ...linesAt(long(`other ${subject}`), { x: 60, y: 500, letters: 88 }),
        ],
      }),
    )
    expect((await blocks(...pages)).filter(line => line === 'p The panel agreed.')).toHaveLength(3)
  })
})

describe('headings and lists of a PDF', () => {
  test('two headings one below the other are two, however much space parts all lines of that size', async () => {
    const texts = [
      { x: 60, y: 60, text: 'Oakmoor Safeguarding Adults Board', size: 20, bold: true },
      { x: 60, y: 105, text: 'Learning review: Adult T', size: 20, bold: true },
      ...body(long('Board'), long('Trust')).map(line => ({ ...line, y: line.y + 40 })),
    ]
    expect((await blocks({ texts })).slice(0, 2)).toEqual([
      'h1 Oakmoor Safeguarding Adults Board',
      'h1 Learning review: Adult T',
    ])
  })

  test('are told by size and weight, larger ones first', async () => {
    const texts = [
      { x: 60, y: 60, text: 'Serious Case Review', size: 24, bold: true },
      { x: 60, y: 100, text: '1. Introduction', size: 16, bold: true },
      ...linesAt(long('Board'), { x: 60, y: 130, letters: 88 }),
      { x: 60, y: 200, text: 'Police', bold: true },
      ...linesAt(long('Force'), { x: 60, y: 220, letters: 88 }),
    ]
    expect(await blocks({ texts })).toEqual([
      'h1 Serious Case Review',
      'h2 1. Introduction',
      `p ${long('Board')}`,
      'h3 Police',
      `p ${long('Force')}`,
    ])
  })

  test('over two lines are one heading', async () => {
    const texts = [
      { x: 60, y: 60, text: 'Joint Hospital Discharge', size: 24, bold: true },
      { x: 60, y: 88, text: 'Protocol', size: 24, bold: true },
      ...body(long('Board')),
    ]
    expect(await blocks({ texts })).toEqual(['h1 Joint Hospital Discharge Protocol', `p ${long('Board')}`])
  })

  test('hang, nest and carry their markers', async () => {
    const texts = [
      { x: 60, y: 100, text: 'The Board should:' },
      { x: 75, y: 118, text: '\x95' },
      ...linesAt(long('subgroup').toLowerCase(), { x: 90, y: 118, letters: 78 }),
      { x: 75, y: 178, text: '\x95' },
      { x: 90, y: 178, text: 'publish it:' },
      { x: 95, y: 194, text: '(a)' },
      { x: 115, y: 194, text: 'in print; and' },
      { x: 95, y: 210, text: '(b)' },
      { x: 115, y: 210, text: 'on its website.' },
    ]
    expect(await blocks({ texts })).toEqual([
      'p The Board should:',
      `• ${long('subgroup').toLowerCase()}`,
      '• publish it:',
      '  (a) in print; and',
      '  (b) on its website.',
    ])
  })

  test('in a contents list are paragraphs, each with its page', async () => {
    const texts = [
      { x: 60, y: 60, text: 'Contents', size: 16, bold: true },
      { x: 60, y: 90, text: '1. Introduction ................................ 3' },
      { x: 60, y: 106, text: '2. Recommendations ............................. 9' },
      ...body(long('Board')).map(line => ({ ...line, y: line.y + 40 })),
    ]
    expect((await blocks({ texts })).slice(0, 3)).toEqual([
      'h1 Contents',
      'p 1. Introduction ................................ 3',
      'p 2. Recommendations ............................. 9',
    ])
  })
})

describe('tables of a PDF', () => {
  const xs = [60, 120, 320, 500]
  const grid = (ys: readonly number[]): [number, number, number, number][] => [
    ...ys.map((y): [number, number, number, number] => [60, y, 500, y]),
    ...xs.map((x): [number, number, number, number] => [x, ys[0] ?? 0, x, ys.at(-1) ?? 0]),
  ]
  const cells = (y: number, texts: readonly string[], bold = false): DrawnText[] =>
    texts.map((text, at) => ({ x: (xs[at] ?? 0) + 5, y, text, bold }))

  test('with drawn lines keep their cells, and the lines that wrap in them', async () => {
    const texts = [
      ...cells(114, ['Ref', 'Action', 'By when'], true),
      ...cells(134, ['1', 'Agree one form of words for', '31/03/2025']),
      ...cells(148, ['', 'every agency.', '30/06/2025']),
      ...cells(174, ['2', 'Publish it.', 'Ongoing']),
    ]
    expect(
      await blocks({
        texts: [...body(long('Board')).map(line => ({ ...line, y: line.y - 80 })), ...texts],
        rules: grid([100, 120, 160, 180]),
      }),
    ).toEqual([
      `p ${long('Board')}`,
      [
        'table #0=Ref 1=Action 2=By when | 0=1 1=Agree one form of words for ',
        'every agency. 2=31/03/2025/30/06/2025 | 0=2 1=Publish it. 2=Ongoing',
      ].join(''),
    ])
  })

  test('have merged cells where no line is drawn', async () => {
    const rules = [
      ...grid([100, 120, 140]).filter(([x, , u]) => !(x === u && x === 120)),
      [120, 120, 120, 140] as [number, number, number, number],
    ]
    const texts = [
      { x: 65, y: 114, text: 'Recommendation 1' },
      { x: 325, y: 114, text: 'Done' },
      ...cells(134, ['a', 'b', 'c']),
    ]
    expect(await blocks({ texts, rules })).toEqual(['table 0+2=Recommendation 1 2=Done | 0=a 1=b 2=c'])
  })

  test('go on over a page without their repeated header, and a row that was cut is whole', async () => {
    const head = cells(74, ['Ref', 'Action', 'By when'], true)
    const first = {
      texts: [...head, ...cells(94, ['1', 'Agree a form of words that', 'March 2025'])],
      rules: grid([60, 80, 100]),
    }
    const second = {
      texts: [
        ...cells(54, ['Ref', 'Action', 'By when'], true),
        ...cells(74, ['', 'is used by everybody.', '']),
        ...cells(94, ['2', 'Publish it.', 'Ongoing']),
      ],
      rules: grid([40, 60, 80, 100]),
    }
    expect(await blocks(first, second)).toEqual([
      [
        'table #0=Ref 1=Action 2=By when | 0=1 1=Agree a form of words that ',
        'is used by everybody. 2=March 2025 | 0=2 1=Publish it. 2=Ongoing',
      ].join(''),
    ])
  })

  test('go on over a page that draws no line where it cuts a row', async () => {
    const open = (ys: readonly number[], from: number, to: number): [number, number, number, number][] => [
      ...ys.map((y): [number, number, number, number] => [60, y, 500, y]),
      ...xs.map((x): [number, number, number, number] => [x, from, x, to]),
    ]
    const first = {
      texts: [...cells(74, ['Ref', 'Action', 'By when'], true), ...cells(94, ['1', 'Agree a form', 'March 2025'])],
      rules: open([60, 80], 60, 110),
    }
    const second = {
      texts: [...cells(54, ['', 'Print the form', '']), ...cells(94, ['2', 'Publish it.', 'Ongoing'])],
      rules: open([80, 100], 40, 100),
    }
    expect(await blocks(first, second)).toEqual([
      [
        'table #0=Ref 1=Action 2=By when | 0=1 1=Agree a form Print the form 2=March 2025',
        ' | 0=2 1=Publish it. 2=Ongoing',
      ].join(''),
    ])
  })

  test('go on over a page that cuts a merged cell alone, and leaves it without a floor', async () => {
    const edges = [60, 100, 240, 380, 500]
    const row = (y: number, texts: readonly string[], bold = false): DrawnText[] =>
      texts.map((text, at) => ({ x: (edges[at] ?? 0) + 5, y, text, bold }))
    const upright = edges.map((x): [number, number, number, number] => [x, 60, x, 100])
    const level = (y: number, from = 60): [number, number, number, number] => [from, y, 500, y]
    const head = row(74, ['No', 'Asked', 'Action', 'By when'], true)
    const first = {
      texts: [
        ...head,
        ...row(94, ['1', 'Publish a guide to it all', 'Write it.', 'March 2025']),
        ...row(108, ['', 'that tells']),
      ],
      rules: [...upright, level(60), level(80), level(100, 240)],
    }
    const second = {
      texts: [...head, ...row(94, ['', 'friends how.', 'Count its readers.', '31/12/2026'])],
      rules: [...upright, level(60), level(80), level(100)],
    }
    expect(await blocks(first, second)).toEqual([
      [
        'table #0=No 1=Asked 2=Action 3=By when',
        ' | 0=1 1=Publish a guide to it all that tells friends how. 2=Write it. 3=March 2025',
        ' | 2=Count its readers. 3=31/12/2026',
      ].join(''),
    ])
  })

  test('without drawn lines are told by their columns', async () => {
    const texts = [
      ...cells(114, ['Version', '2.3']),
      ...cells(130, ['Owner', 'The Board']),
      ...cells(146, ['Date', '4 May 2020']),
      ...linesAt(long('Board'), { x: 60, y: 200, letters: 88 }),
    ]
    expect(await blocks({ texts })).toEqual([
      'table 0=Version 1=2.3 | 0=Owner 1=The Board | 0=Date 1=4 May 2020',
      `p ${long('Board')}`,
    ])
  })

  test('with lines drawn between their rows only are told by their columns and parted by the lines', async () => {
    const rules = [100, 120, 160, 200].map((y): [number, number, number, number] => [60, y, 500, y])
    const texts = [
      ...cells(114, ['Ref', 'Action', 'By when'], true),
      ...cells(134, ['1', 'Agree one form of words for', 'March 2025']),
      ...cells(148, ['', 'every agency in the county.', '']),
      ...cells(174, ['2', 'Publish it and tell all the', 'Ongoing']),
      ...cells(188, ['', 'staff about it.', '']),
    ]
    expect(await blocks({ texts, rules })).toEqual([
      [
        'table #0=Ref 1=Action 2=By when | 0=1 1=Agree one form of words for every agency in the county. 2=March 2025',
        ' | 0=2 1=Publish it and tell all the staff about it. 2=Ongoing',
      ].join(''),
    ])
  })

  test('a frame round text is no table', async () => {
    const rules = [
      [50, 90, 550, 90],
      [50, 180, 550, 180],
      [50, 90, 50, 180],
      [550, 90, 550, 180],
    ] as const
    expect(await blocks({ texts: body(long('Board')), rules })).toEqual([`p ${long('Board')}`])
  })
})

describe('a printed page, with its tags and without', () => {
  const expected = [
    'h1 Action plan: Adult K',
    expect.stringMatching(/^p This plan answers .* in June 2022\.$/),
    'h2 What each agency will do',
    expect.stringMatching(
      new RegExp(
        [
          '^table #0=Ref 1=Recommendation 2=Lead 3=Milestones 4=By when 5=Progress \\| 0=1 1=The Board .* is used\\.',
          ' 2=Board Manager, Eastmoor Safeguarding Adults Board',
          ' 3=• Form agreed by all four agencies/• First test reported to the Board 4=30/09/2022/31/03/2023 5=The form .*',
          ' \\| 0=2 .* 3=• Agreement signed with the company .* \\| 0=3 .* helped on the same day\\.$',
        ].join(''),
      ),
    ),
    'h2 Facts',
    'table 0=Version 1=3 | 0=Owner 1=Board Manager | 0=Next look 1=January 2023',
    'h2 How the plan was made',
    expect.stringMatching(/^p The agencies met twice\. .* anybody else\.$/),
    expect.stringMatching(/^p At the second .* they were done\.$/),
    expect.stringMatching(/^p The sister .* by a month\.$/),
    expect.stringMatching(/^p The Board will look .* changed something\.$/),
    'h2 Agreed by',
    'a. Eastmoor Council;',
    'b. Eastmoor Homes; and',
    'c. the Board.',
  ]

  test.each(['plan.pdf', 'plan.tagged.pdf'])('%s is read the same', async name => {
    const document = await openDocument(readFileSync(new URL(`fixtures/${name}`, import.meta.url)), name)
    expect(outline(document.blocks)).toEqual(expected)
    expect(document.title).toBe('Action plan: Adult K')
  })
})

describe('a printed table with narrow columns, over two pages', () => {
  test.each(['stacked.pdf', 'stacked.tagged.pdf'])(
    '%s has its stacked entries apart and its cells in their columns',
    async name => {
      const { blocks } = await openDocument(readFileSync(new URL(`fixtures/${name}`, import.meta.url)), name)
      const tables = blocks.filter(block => block.kind === 'table')
      const filled = tables.flatMap(({ rows }) =>
        rows.map(({ cells }) =>
          cells.flatMap(({ column, lines }) =>
            lines.length > 0 ? `${column}=${lines.map(line => line.text).join('/')}` : [],
          ),
        ),
      )
      expect(filled).toEqual([
        ['0=Ref', '1=Recommendation', '2=Milestones', '3=By when', '4=Lead', '5=Progress'],
        [
          '0=1',
          '1=The Board should agree one form for telling of a concern.',
          '2=Form drafted with three agencies/Form agreed by the Board/Use of the form sampled',
          '3=By 30/09/2022/By 31/10/2022/To be confirmed',
          '4=Board Manager Eastmoor Homes',
          '5=The form was agreed on 14 October 2022.',
        ],
        ['2=Form printed', '4=Eastmoor Council', '5=Six thousand copies are with the printer.'],
        [
          '0=2',
          expect.stringMatching(/^1=Eastmoor Council should tell .* of that adult\.$/),
          '2=Agreement signed/First lists sent to the company',
          '3=2023-01-31/2023-03-31',
          '4=Eastmoor Council',
          expect.stringMatching(/^5=Talks are going on\. .* by the Council\.$/),
        ],
        [
          '0=3',
          expect.stringMatching(/^1=Eastmoor Homes should visit .* in the winter\.$/),
          '4=Eastmoor Homes',
          expect.stringMatching(/^5=Visits have been made .* without heating\.$/),
        ],
      ])
    },
  )
})
