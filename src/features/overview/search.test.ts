import { beforeAll, describe, expect, test } from 'vitest'
import { type Furnished, furnish } from '../../../test/overview-world.ts'
import { house, makePerson, post, type Visitor, visit } from '../../../test/world.ts'
import { excerpt, unmark } from './search.ts'

let at: Furnished
beforeAll(async () => {
  at = await furnish(await house())
})

const search = (reader: Visitor, words: string, board = '') =>
  visit(at.home, reader, '/search', { form: { words, board } })

describe('a search', () => {
  test('finds recommendations, parts and statements, marks the words and shows markup as words', async () => {
    const { text, html } = await search(at.officer, at.words.restricted)
    expect(text).toContain('3 places, the best first')
    expect(html).toContain(`<mark class="heed-mark">${at.words.restricted}</mark>`)
    expect(html).toContain('&lt;b')
    expect(html).not.toContain(`<b>${at.words.restricted}`)
    expect(text).toContain('OFFICIAL-SENSITIVE')
  })

  test('finds the other forms of a word', async () => {
    const { html } = await search(at.officer, `training ${at.words.restricted}`)
    expect(html).toContain('<mark class="heed-mark">Train</mark>')
  })

  test('leads from a statement to its place in the thread', async () => {
    const [, href = ''] =
      /href="(\/recommendations\/[^"]*#statement-[^"]*)"/.exec((await search(at.officer, at.words.restricted)).html) ??
      []
    const thread = await visit(at.home, at.officer, href.replace(/#.*/, ''))
    expect(thread.html).toContain(`id="${href.replace(/.*#/, '')}"`)
  })

  test('finds nothing of a restricted review for who may not see it, and marks nothing', async () => {
    for (const reader of [at.chair, at.lead]) {
      const { text } = await search(reader, at.words.restricted)
      expect(text).toContain('Nothing in the register that you may see holds these words')
      expect(text).not.toContain('OFFICIAL-SENSITIVE')
      expect((await search(reader, at.words.released)).text).toContain('2 places')
    }
    const admin = await makePerson(at.home, [post(at.board, 'administrator')])
    expect((await search(admin, at.words.released)).text).toContain('Nothing in the register')
  })

  test('finds what is not said of a restricted review only by leaving words out', async () => {
    const { text } = await search(at.chair, `-${at.words.released}`)
    expect(text).not.toContain('Child Wren')
  })

  test('can be narrowed to a board, but to none of somebody else', async () => {
    const other = await furnish(at.home)
    const both = await makePerson(at.home, [post(at.board, 'support officer'), post(other.board, 'support officer')])
    expect((await search(both, at.words.restricted, at.board.id)).text).toContain('3 places')
    expect((await search(both, at.words.restricted, other.board.id)).text).toContain('Nothing in the register')
    expect((await search(at.officer, other.words.released, other.board.id)).text).toContain('Nothing in the register')
    expect((await search(at.officer, at.words.restricted, 'no id')).text).toContain('3 places')
  })

  test('for words that stand in every text says so', async () => {
    expect((await search(at.officer, 'the will')).text).toContain('These words stand in nearly every text')
  })

  test('without words, or with too many, says what to do and keeps the words', async () => {
    expect((await search(at.officer, ' ')).text).toContain('Enter words to search for')
    const long = await search(at.officer, 'x'.repeat(201))
    expect(long.status).toBe(422)
    expect(long.html).toContain('x'.repeat(201))
  })

  test.each([`"'`, `'; drop table review; --`, '\\', '%_%', '-', '!!! & | <->', '\uE000\uE001', '\u0000', '😀', ':*'])(
    'for %j breaks nothing',
    async words => {
      expect((await search(at.officer, `${words} ${at.words.restricted}`)).status).toBe(200)
      expect([200, 422]).toContain((await search(at.officer, words)).status)
    },
  )

  test('takes wildcards as words: they stand for nothing', async () => {
    expect((await search(at.officer, `${at.words.restricted.slice(0, 6)}%`)).text).toContain('Nothing in the register')
    expect((await search(at.officer, `${at.words.restricted.slice(0, 6)}:*`)).text).toContain('Nothing in the register')
  })

  test('is not in the address, and nobody signed in does not search', async () => {
    expect((await visit(at.home, at.officer, `/search?words=${at.words.restricted}`)).text).not.toContain('places')
    expect((await visit(at.home, null, '/search', { form: { words: 'x' } })).location).toBe('/sign-in')
  })

  test('is not written to the log', async () => {
    await search(at.officer, at.words.restricted)
    expect(at.home.logged.join('\n')).not.toContain(at.words.restricted)
  })
})

describe('an excerpt', () => {
  test('of a short text is the text', () => {
    expect(excerpt({ text: 'a \u{1F600} bc', spans: [[4, 6]] })).toEqual({ text: 'a \u{1F600} bc', spans: [[4, 6]] })
  })

  test('of a long text is cut between words about the first word that was found, which stays marked', () => {
    const text = `${'early words '.repeat(100)}found${' later words'.repeat(100)}`
    const cut = excerpt({
      text,
      spans: [
        [1200, 1205],
        [2300, 2305],
      ],
    })
    expect(cut.text).toMatch(/^… (early|words) /)
    expect(cut.text).toMatch(/ (later|words) …$/)
    expect(cut.spans).toHaveLength(1)
    const [[from, to] = [0, 0]] = cut.spans
    expect(cut.text.slice(from, to)).toBe('found')
    expect(cut.text.length).toBeLessThan(420)
  })

  test('keeps a word at the very end, and one without spaces round it', () => {
    const end = excerpt({ text: `${'word '.repeat(200)}last`, spans: [[1000, 1004]] })
    expect(end.text.endsWith('last')).toBe(true)
    const solid = excerpt({ text: 'x'.repeat(2000), spans: [[1500, 1510]] })
    expect(solid.spans).toHaveLength(1)
    expect(excerpt({ text: 'y'.repeat(2000), spans: [[0, 2000]] }).spans).toHaveLength(1)
  })
})

test('the words that a search marked are found in the text without its marks', () => {
  expect(unmark('a \u{1F600} [bc] d', ['[', ']'])).toEqual({ text: 'a \u{1F600} bc d', spans: [[4, 6]] })
})
