import fc from 'fast-check'
import { parseFragment } from 'parse5'
import type { VNode } from 'preact'
import { render } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { addDays, type PlainDate, plainDate } from '../../core/plain-date.ts'
import {
  ActTag,
  Assessment,
  Claim,
  CountLink,
  DueDate,
  dueFact,
  EmptyState,
  Fact,
  FilterBar,
  History,
  type Mark,
  Marked,
  MissingStep,
  ThreadStep,
  writeElapsed,
} from '../index.ts'

const day = (text: string) => text as PlainDate
const today = day('2026-11-23')

/** What a reader sees and hears, white space folded. */
function words(node: VNode): string {
  const text = (part: { nodeName: string; value?: string; childNodes?: unknown[] }): string =>
    part.value ?? (part.childNodes ?? []).map(child => text(child as typeof part)).join('')
  return text(parseFragment(render(node)) as never)
    .replace(/\s+/g, ' ')
    .trim()
}

describe('the three voices', () => {
  test('a fact says that it is one', () => {
    expect(words(<Fact>Due date passed 14 days ago</Fact>)).toBe('Fact: Due date passed 14 days ago')
  })
  test('a claim says whose it is and when, quotes the words and leads to them', () => {
    const html = render(
      <Claim by="Northshire Police" on={day('2025-05-03')} source={{ href: '/documents/1' }}>
        All are trained.
      </Claim>,
    )
    expect(html).toMatch(/<figcaption.*<b>Northshire Police<\/b> say, 3 May 2025<\/figcaption><blockquote/)
    expect(html).toContain('href="/documents/1">Where this was said</a>')
  })
  test('a claim under a heading that says whose it is says so to screen readers alone', () => {
    const under = (what: 'who' | 'who and when') =>
      render(
        <Claim by="Northshire Police" on={day('2025-05-03')} under={what}>
          All are trained.
        </Claim>,
      )
    expect(under('who and when')).toMatch(/<figcaption class="[^"]*govuk-visually-hidden"><b>Northshire Police/)
    expect(under('who')).toMatch(
      /<figcaption class="[^"]*who"><span class="govuk-visually-hidden">Northshire Police say/,
    )
    expect(under('who')).toContain('</span>3 May 2025</figcaption>')
  })
  test('an assessment says who judged, what and when', () => {
    expect(words(<Assessment by="Board" verdict="not yet acceptable" on={day('2025-06-12')} inline />)).toBe(
      'Board: not yet acceptable 12 June 2025',
    )
  })
  test('what a statement does is a word, not a colour alone', () => {
    expect(words(<ActTag act="ongoing" />)).toBe('Ongoing')
  })
})

describe('the thread', () => {
  test('a step has its day and the way to where it was said', () => {
    const step = (
      <ThreadStep title="Answered" on={day('2025-03-02')} source={{ href: '/d' }}>
        Accepted.
      </ThreadStep>
    )
    expect(words(step)).toBe('Answered2 March 2025Accepted.Where this was said')
  })
  test('what is missing says so, and what is needed and who can give it', () => {
    const step = (
      <MissingStep title="No answer from Health" action={{ href: '/ask', text: 'Ask for an answer' }}>
        Its lead can answer.
      </MissingStep>
    )
    expect(words(step)).toBe('Missing: No answer from HealthIts lead can answer.Ask for an answer')
  })
})

describe('due dates', () => {
  test.each([
    ['2026-11-22', 'Due date passed 1 day ago'],
    ['2026-11-09', 'Due date passed 14 days ago'],
    ['2026-11-23', 'Due today'],
    ['2026-11-24', 'Due in 1 day'],
    ['2026-08-25', 'Due date passed 90 days ago'],
    ['2026-08-24', 'Due date passed 2 months ago'],
    ['2024-11-24', 'Due date passed 23 months ago'],
    ['2024-11-23', 'Due date passed 2 years ago'],
    ['2018-09-30', 'Due date passed 8 years ago'],
  ])('%s, seen on 23 November 2026: %s', (to, fact) => {
    expect(dueFact(day(to), today)).toBe(fact)
  })

  test('the words of the source stand first, and the days that they come to beside them', () => {
    const due = { asWritten: 'Q2 2025', from: day('2025-04-01'), to: day('2025-06-30') }
    expect(words(<DueDate due={due} today={today} />)).toBe(
      'Q2 2025 (1 April 2025 to 30 June 2025) Fact: Due date passed 16 months ago',
    )
  })
  test('days that only repeat the words are left out', () => {
    const date = { asWritten: '31 March 2027', from: day('2027-03-31'), to: day('2027-03-31') }
    expect(words(<DueDate due={date} today={today} />)).toBe('31 March 2027 Fact: Due in 4 months')
    const month = { asWritten: 'September 2026', from: day('2026-09-01'), to: day('2026-09-30') }
    expect(words(<DueDate due={month} today={today} />)).toBe('September 2026 Fact: Due date passed 54 days ago')
  })
  test.each([
    ['by 30 September 2018', '2018-09-30', true],
    ['To be completed by 30th September 2018.', '2018-09-30', true],
    ['Due on the 1st of May 2018', '2018-05-01', true],
    ['by the end of September 2018', '2018-09-30', false],
    ['30/09/2018', '2018-09-30', false],
    ['by 29 September 2018', '2018-09-30', false],
  ])('“%s” says itself that it is %s: %s', (asWritten, to, repeats) => {
    const shown = words(<DueDate due={{ asWritten, from: null, to: day(to) }} today={today} settled />)
    expect(shown === asWritten).toBe(repeats)
  })
  test('a date that nobody gave is said to be none, and words without a day cannot pass', () => {
    expect(words(<DueDate due={null} today={today} />)).toBe('Fact: No date given')
    expect(words(<DueDate due={{ asWritten: 'ongoing', from: null, to: null }} today={today} />)).toBe(
      'ongoing Fact: No day that can pass',
    )
  })
  test('what is settled says no more whether its date has passed', () => {
    const due = { asWritten: '1 May 2026', from: day('2026-05-01'), to: day('2026-05-01') }
    expect(words(<DueDate due={due} today={today} settled />)).toBe('1 May 2026')
  })

  test('time never runs backwards: a longer time is never written as fewer days, months or years', () => {
    const length = (text: string) => {
      const [count, unit = ''] = text.split(' ')
      return Number(count) * (unit.startsWith('day') ? 1 : unit.startsWith('month') ? 27.5 : 365)
    }
    const start = plainDate(2000, 1, 31) as PlainDate
    fc.assert(
      fc.property(fc.nat(9000), fc.nat(9000), (offset, days) => {
        const from = addDays(start, offset)
        const shorter = length(writeElapsed(from, addDays(from, days)))
        const longer = length(writeElapsed(from, addDays(from, days + 400)))
        expect(longer).toBeGreaterThan(shorter)
      }),
    )
  })
})

describe('marked text', () => {
  test('words are marked by code points, so that letters beyond the basic plane count as one', () => {
    expect(render(<Marked text="𝒜 child 𝒜" marks={[[2, 7]]} />)).toBe('𝒜 <mark class="heed-mark">child</mark> 𝒜')
  })
  test('a mark carries the number and the link that join it to the other side', () => {
    const mark: Mark = { span: [0, 4], id: 'w1', number: 1, href: '#u1', current: true }
    const html = render(<Marked text="Done." marks={[mark]} />)
    expect(html).toBe(
      '<mark class="heed-mark heed-mark--current" id="w1"><a href="#u1"><span class="heed-mark__number">1</span>Done</a></mark>.',
    )
  })
  test('whatever is marked, in whatever order, every word stays, once and in its place', () => {
    const span = fc.tuple(fc.integer({ min: -3, max: 60 }), fc.integer({ min: -3, max: 60 }))
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 50 }), fc.array(span), (text, marks) => {
        const clean = text.replace(/[\r\0]/g, '')
        const shown = parseFragment(`<p>${render(<Marked text={clean} marks={marks} />)}</p>`)
        const read = (node: { value?: string; childNodes?: unknown[] }): string =>
          node.value ?? (node.childNodes ?? []).map(child => read(child as typeof node)).join('')
        expect(read(shown as never)).toBe(clean)
      }),
    )
  })
})

describe('lists', () => {
  test('a count links to what it counts, and a share stands beside the count that it came from', () => {
    const html = render(<CountLink count={7} of={9} text="promises proven" href="/proven" />)
    expect(html).toContain('href="/proven"')
    expect(words(<CountLink count={1204} text="promises" href="/p" />)).toBe('1,204 promises')
    expect(words(<CountLink count={7} of={9} text="promises proven" href="/p" />)).toBe('7 of 9, 78% promises proven')
    expect(words(<CountLink count={0} of={0} text="promises proven" href="/p" />)).toBe('0 of 0 promises proven')
  })
  test('each chosen filter is a link that removes it alone', () => {
    const bar = (
      <FilterBar
        action="/register"
        clearHref="/register"
        chosen={[{ label: 'Agency', text: 'Police', removeHref: '/register?act=planned' }]}
      >
        fields
      </FilterBar>
    )
    expect(render(bar)).toContain('href="/register?act=planned"')
    expect(words(bar)).toContain('Remove this filter: Agency: Police')
  })
  test('without chosen filters nothing offers to clear them', () => {
    const bar = (
      <FilterBar action="/register" clearHref="/register" chosen={[]}>
        fields
      </FilterBar>
    )
    expect(words(bar)).not.toContain('Clear')
  })
  test('an empty list says why and what to do', () => {
    expect(words(<EmptyState title="Nothing is overdue" action={{ href: '/all', text: 'See all' }} />)).toBe(
      'Nothing is overdueSee all',
    )
  })
  test('history says when, what and why, and says when there is none', () => {
    const entries = [{ at: '3 May 2025, 09:30', sentence: 'Released.', reason: 'Agreed.' }]
    expect(words(<History entries={entries} />)).toBe('History3 May 2025, 09:30Released.Agreed.')
    expect(words(<History entries={[]} />)).toBe('HistoryNothing has happened yet.')
  })
})
