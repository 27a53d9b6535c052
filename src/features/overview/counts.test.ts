/** Each number on a board's home and on an agency's page is as long as the list that it links to, for each reader. */
import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Furnished, furnish } from '../../../test/overview-world.ts'
import { emptyInput, makeImport } from '../../../test/register-world.ts'
import { house, makeAgency, makeBoard, makePerson, post, type Visitor, visit } from '../../../test/world.ts'
import { saveToRegister } from '../recommendations/index.ts'

let at: Furnished
beforeAll(async () => {
  at = await furnish(await house())
})

const plain = (href: string) => href.replaceAll('&amp;', '&').replace(/#.*/, '')

/** The counts of a page, with the words and the address of each. */
const countsOn = (html: string) =>
  [...html.matchAll(/<a class="heed-count__link" href="([^"]*)">([\s\S]*?)<\/a>/g)].map(([, href = '', inner = '']) => {
    const words = inner.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ')
    return { words, count: Number(words.replace(/\D.*/, '')), href: plain(href) }
  })

/** How many things the sentence over a list says that it has; 0 for a list that says why it is empty. */
const lengthOf = (html: string): number => {
  const [, words = ''] = /heed-list-sentence__words">([\s\S]*?)<\/p>/.exec(html) ?? []
  const numbers = words.replace(/<[^>]*>/g, '').match(/\d+/g) ?? ['0']
  return Number(words.includes('relied on') ? numbers[1] : numbers[0])
}

const homeOf = async (reader: Visitor) => (await visit(at.home, reader, `/boards/${at.board.slug}`)).html

describe('what is counted on the home of a board is what the link lists', () => {
  const readers = {
    'a support officer': () => at.officer,
    'a chair': () => at.chair,
    'an agency lead': () => at.lead,
  }
  test.each(Object.entries(readers))('for %s', async (_, reader) => {
    const counts = countsOn(await homeOf(reader()))
    expect(counts).toHaveLength(12)
    for (const { words, count, href } of counts) {
      const { status, html } = await visit(at.home, reader(), href)
      expect([words, status, lengthOf(html)]).toEqual([words, 200, count])
    }
  })
})

test('a support officer is told both reviews, a chair the released one alone', async () => {
  const numbers = async (reader: Visitor) =>
    Object.fromEntries(
      countsOn(await homeOf(reader)).map(({ words, count }) => [words.replace(/^\d+ (of \d+, \d+% )?/, ''), count]),
    )
  expect(await numbers(at.officer)).toEqual({
    recommendations: 4,
    'without any response': 1,
    'with a body that was asked and is silent': 3,
    'said to be done': 1,
    'said to go on': 1,
    promises: 4,
    'open promises whose due date has passed': 1,
    'open promises without a date': 1,
    'promise without an owner': 1,
    'citations of guidance that has moved on': 2,
    'restricted review': 1,
    'released review': 1,
  })
  expect(await numbers(at.chair)).toMatchObject({ recommendation: 1, 'said to go on': 1, promises: 0 })
  expect(await numbers(at.chair)).toMatchObject({ 'restricted reviews': 0, 'released review': 1 })
})

test('what is overdue comes first, then what nobody answered, then who is silent', async () => {
  const { text } = await visit(at.home, at.officer, `/boards/${at.board.slug}`)
  const places = ['Due date passed 5 years ago', 'No response at all', 'Asked, and silent'].map(each =>
    text.indexOf(each),
  )
  expect(places.every(place => place > 0)).toBe(true)
  expect(places.toSorted((a, b) => a - b)).toEqual(places)
})

test('an agency lead is told first what waits for that agency and for no other', async () => {
  const other = await makePerson(at.home, [post(at.board, 'agency lead', at.health)])
  const text = async (reader: Visitor) => (await visit(at.home, reader, `/boards/${at.board.slug}`)).text
  expect(await text(at.lead)).toContain('Nothing that was put to your agency is overdue or without an answer')
  expect(await text(other)).toContain('There is nothing in the register that you may see')
  expect(await text(other)).toContain('once it is released to your agency')
})

test('imports to check and imports that failed are told to the support team alone', async () => {
  for (const state of ['ready', 'failed', 'saved'] as const) await addImport(state)
  const told = ['1 import waits to be checked', '1 import could not be read']
  const [officers, chairs] = [await homeOf(at.officer), await homeOf(at.chair)]
  for (const words of told) {
    expect(officers).toContain(words)
    expect(chairs).not.toContain(words)
  }
})

async function addImport(state: 'ready' | 'failed' | 'saved') {
  const { importId } = await makeImport(at.home, at.officer, { board: at.board, reviewId: at.restricted })
  await at.home.app.db.as(at.officer, tx =>
    tx.updateTable('import').set({ state }).where('id', '=', importId).execute(),
  )
}

test('guidance that has moved on is listed edition by edition, with what is current and the review', async () => {
  const { text, html } = await visit(at.home, at.officer, `/boards/${at.board.slug}/guidance`)
  expect(text).toContain('2 editions, 2 times relied on')
  expect(text).toMatch(/Working Together[^.]*, 2015/)
  expect(text).toContain('Superseded: the')
  expect(html).toContain(`/reviews/${at.restricted}`)
  const chairs = await visit(at.home, at.chair, `/boards/${at.board.slug}/guidance`)
  expect(chairs.text).toContain('No document cites an edition that Heed knows to be superseded or withdrawn')
  expect((await visit(at.home, at.officer, `/boards/${at.board.slug}/guidance?page=9`)).text).toContain('is empty')
})

test('a finding that is dismissed takes the edition that it is about out of the count and the list, until it is raised again', async () => {
  const own = await furnish(at.home)
  const source = await makeImport(own.home, own.officer, { board: own.board, reviewId: own.restricted })
  const citation = (edition: string, from: number) => ({
    asWritten: `Working Together ${edition}`,
    guidance: 'working-together',
    edition,
    span: [from, from + 5] as const,
  })
  const message = '“Working Together 2013” was superseded.'
  await own.home.app.db.as(own.officer, tx =>
    saveToRegister(own.home.app, tx, own.officer, {
      ...emptyInput(own.restricted, source),
      findings: [{ code: 'superseded-guidance', message, span: [40, 45], dismissed: null }],
      citations: [citation('2013', 40), citation('2013', 50)],
    }),
  )
  const counted = async () => {
    const [home, list] = await Promise.all(
      ['', '/guidance'].map(end => visit(own.home, own.officer, `/boards/${own.board.slug}${end}`)),
    )
    return [/(\d) citations? of guidance/.exec(home?.text ?? '')?.[1], /(\d) times? relied/.exec(list?.text ?? '')?.[1]]
  }
  expect(await counted()).toEqual(['3', '3'])
  const { id } = await own.home.owner
    .selectFrom('finding')
    .select('id')
    .where('review_id', '=', own.restricted)
    .where('code', '=', 'superseded-guidance')
    .executeTakeFirstOrThrow()
  const done = await visit(own.home, own.officer, `/findings/${id}/dismissal`, {
    form: { reason: 'It is told as history' },
  })
  expect((await visit(own.home, own.officer, done.location ?? '')).text).toContain('It is dismissed, with your reason')
  expect(await counted()).toEqual(['2', '2'])
  await visit(own.home, own.officer, `/findings/${id}/raising`, { form: {} })
  expect(await counted()).toEqual(['3', '3'])
})

test('what happened last is told with its review to the support team, and not to a chair', async () => {
  const [officers, chairs] = [await homeOf(at.officer), await homeOf(at.chair)]
  expect(officers).toContain('What happened last')
  expect(officers).toMatch(/You released the review to 1 agency: <a[^>]*>Adult Rook/)
  expect(chairs).not.toContain('What happened last')
})

test('an administrator sees of the History what is the board’s own', async () => {
  const admin = await makePerson(at.home, [post(at.board, 'administrator')])
  const html = await homeOf(admin)
  expect(html).not.toContain('Adult Rook')
  expect(html).not.toContain('Child Wren')
  expect(html).toContain('Invite people')
})

test('a new board says to each role what to do first', async () => {
  const board = await makeBoard(at.home)
  const agency = await makeAgency(at.home, [board])
  const text = async (role: Parameters<typeof post>[1]) => {
    const person = await makePerson(at.home, [post(board, role, role.startsWith('agency') ? agency : null)])
    return (await visit(at.home, person, `/boards/${board.slug}`)).text
  }
  expect(await text('administrator')).toContain('Give roles to the people of the board')
  expect(await text('support officer')).toContain('Nothing is in the register yet')
  expect(await text('chair')).toContain('You see a review once it is released, or when you sit on its panel')
  expect(await text('agency contributor')).toContain('once it is released to your agency')
  expect(await text('lead reviewer')).toContain('You see the review that you lead once the support team')
  expect(await text('reader')).toContain('Your role sees no reviews')
})

describe('an agency across boards', () => {
  const linksOf = (html: string) =>
    [...html.matchAll(/<a[^>]*href="([^"]*)"[^>]*>(\d+)<\/a>/g)].map(([, href = '', count]) => ({
      href: plain(href),
      count: Number(count),
    }))

  test('each number is as long as the list that it links to', async () => {
    for (const agency of [at.police, at.health]) {
      const links = linksOf((await visit(at.home, at.officer, `/agencies/${agency}/register`)).html)
      expect(links.length).toBeGreaterThanOrEqual(6)
      for (const { href, count } of links) {
        const { status, html } = await visit(at.home, at.officer, href)
        expect([href, status, lengthOf(html)]).toEqual([href, 200, count])
      }
    }
  })

  test('what is put to a group is put to its members, and who says nothing is silent', async () => {
    const { text } = await visit(at.home, at.officer, `/agencies/${at.health}/register?show=silent`)
    expect(text).toContain('2 recommendations to')
    expect(text).toContain('on which it is silent')
    expect(text).toContain('In Health Group')
  })

  test('a restricted review is neither counted nor listed for who may not see it, nor is the page marked', async () => {
    const chairs = await visit(at.home, at.chair, `/agencies/${at.police}/register`)
    expect(chairs.text).toContain('1 recommendation to')
    expect(chairs.text).not.toContain('Child Wren')
    expect(chairs.text).not.toContain('OFFICIAL-SENSITIVE')
    const officers = await visit(at.home, at.officer, `/agencies/${at.police}/register`)
    expect(officers.text).toContain('3 recommendations to')
    expect(officers.text).toContain('OFFICIAL-SENSITIVE')
  })

  test('on a board that is not the reader’s, an agency was asked nothing', async () => {
    const stranger = await makePerson(at.home, [post(await makeBoard(at.home), 'support officer')])
    const { text } = await visit(at.home, stranger, `/agencies/${at.police}/register?board=${at.board.slug}`)
    expect(text).toContain('This agency sits on none of your boards')
    expect(text).not.toContain(at.board.name)
  })

  test('an agency that there is not is not found, and a page after the last says where the list is', async () => {
    expect((await visit(at.home, at.officer, `/agencies/${randomUUID()}/register`)).status).toBe(404)
    expect((await visit(at.home, at.officer, '/agencies/x/register')).status).toBe(404)
    const { text } = await visit(at.home, at.officer, `/agencies/${at.police}/register?page=99`)
    expect(text).toContain('See everything that it was asked')
  })
})
