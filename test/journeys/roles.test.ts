/** Each of the demo's cast signs in with a password, and sees what the role should and nothing more. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cast, seedDemo, sharedPassword } from '../../src/demo/index.ts'
import { type House, openHouse, visit } from '../world.ts'

let home: House
/** The session of each of the cast, by first name. */
const sessions = new Map<string, string>()
/** The pages of the released review and of the restricted one: review, document and recommendation. */
let saffron: readonly string[]
let sorrel: readonly string[]

beforeAll(async () => {
  home = await openHouse({ demo: true })
  await seedDemo(home.app)
  for (const { name, email } of cast) {
    const signed = await visit(home, null, '/sign-in', { form: { email, password: sharedPassword } })
    sessions.set(name.split(' ')[0] ?? '', signed.session ?? '')
  }
  saffron = await pagesOf('Saffron')
  sorrel = await pagesOf('Sorrel')
})
afterAll(async () => {
  await home?.web.close()
  await home?.store.close()
  await home?.sink.close()
})

/** A page as one of the cast sees it. */
const see = (name: string, path: string) => visit(home, null, path, { session: sessions.get(name) ?? '' })
const statuses = (name: string, paths: readonly string[]) =>
  Promise.all(paths.map(async path => (await see(name, path)).status))

async function pagesOf(child: string): Promise<readonly string[]> {
  const review = await home.owner
    .selectFrom('review')
    .select('id')
    .where('title', 'like', `%${child}`)
    .executeTakeFirstOrThrow()
  const of = (table: 'document' | 'recommendation') =>
    home.owner.selectFrom(table).select('id').where('review_id', '=', review.id).orderBy('id').execute()
  const [documents, recommendations] = [await of('document'), await of('recommendation')]
  return [
    `/reviews/${review.id}`,
    ...documents.map(({ id }) => `/documents/${id}`),
    ...recommendations.map(({ id }) => `/recommendations/${id}`),
  ]
}

const search = async (name: string, words: string) => {
  const session = sessions.get(name) ?? ''
  return (await visit(home, null, '/search', { form: { words }, session })).text
}

const both = [200, 200]

test('each of the cast signs in with the password and reaches the boards they hold a role on, no other', async () => {
  for (const { name, posts } of cast) {
    const first = name.split(' ')[0] ?? ''
    const slugs = [...new Set(posts.map(({ board }) => board))]
    const seen = await Promise.all(['tarnwold', 'quillhaven'].map(slug => see(first, `/boards/${slug}`)))
    expect([name, ...seen.map(({ status }) => status === 200)]).toEqual([
      name,
      slugs.includes('tarnwold'),
      slugs.includes('quillhaven'),
    ])
  }
})

test('a support officer sees everything of both reviews, and of the board’s office', async () => {
  const paths = [...saffron, ...sorrel, '/boards/tarnwold/imports', '/boards/tarnwold/history']
  expect(new Set(await statuses('Miriam', paths))).toEqual(new Set([200]))
})

test('the officer who is excluded from a review cannot reach any page of it, nor find a word of it', async () => {
  expect(new Set(await statuses('Tobias', sorrel))).toEqual(new Set([404]))
  expect(new Set(await statuses('Tobias', saffron))).toEqual(new Set([200]))
  const register = await see('Tobias', '/boards/tarnwold/recommendations')
  for (const text of [register.text, (await see('Tobias', '/boards/tarnwold')).text]) {
    expect(text).not.toContain('Sorrel')
  }
  expect(await search('Tobias', 'emergency injury')).toContain('Nothing in the register that you may see')
  expect(await search('Miriam', 'emergency injury')).toContain('Rapid review: Child Sorrel')
})

test('an agency lead of both boards sees what is released on each, and no restricted review', async () => {
  for (const name of ['Callum', 'Hannah']) {
    expect(await statuses(name, ['/boards/tarnwold', '/boards/quillhaven'])).toEqual(both)
    expect(new Set(await statuses(name, saffron))).toEqual(new Set([200]))
    expect(new Set(await statuses(name, sorrel))).toEqual(new Set([404]))
  }
})

test('an agency lead sees a review of the second board too, once it is released to the agency', async () => {
  const session = sessions.get('Farida') ?? ''
  const form = { title: 'Learning review: Adult Yarrow', type: 'sar' }
  const made = await visit(home, null, '/boards/quillhaven/reviews', { form, session })
  const path = (made.location ?? '').split('?')[0] ?? ''
  expect(await statuses('Callum', [path])).toEqual([404])
  const police = await home.owner
    .selectFrom('agency')
    .select('id')
    .where('name', '=', 'Estuary and Wolds Police')
    .executeTakeFirstOrThrow()
  const released = await visit(home, null, `${path}/release`, {
    form: { agency: police.id, confirmed: 'yes' },
    session,
  })
  expect(released.location).toBe(`${path}?said=released`)
  expect(await statuses('Callum', [path, saffron[0] ?? ''])).toEqual(both)
  expect(await statuses('Hannah', [path])).toEqual([404])
})

test('the chair sees released reviews alone, and a member of a panel the restricted one as well', async () => {
  expect(new Set(await statuses('Josephine', saffron))).toEqual(new Set([200]))
  expect(new Set(await statuses('Josephine', sorrel))).toEqual(new Set([404]))
  expect(new Set(await statuses('Sunita', [...saffron, ...sorrel]))).toEqual(new Set([200]))
})

test('the lead reviewer from outside sees the one review and nothing of the other', async () => {
  expect(new Set(await statuses('Edith', sorrel))).toEqual(new Set([200]))
  expect(new Set(await statuses('Edith', saffron))).toEqual(new Set([404]))
})

test('a reader and an administrator see the board and no review', async () => {
  for (const name of ['Grace', 'Ines']) {
    expect(await statuses(name, ['/boards/tarnwold', '/boards/tarnwold/agencies'])).toEqual(both)
    const reached = await statuses(name, [...saffron, ...sorrel])
    expect(reached.filter(status => status !== 403 && status !== 404)).toEqual([])
    const lists = ['recommendations', 'recommendations?due=overdue', 'recommendations/files/csv', 'reviews', 'guidance']
    expect(
      new Set(
        await statuses(
          name,
          lists.map(list => `/boards/tarnwold/${list}`),
        ),
      ),
    ).toEqual(new Set([403]))
    const home = await see(name, '/boards/tarnwold')
    expect(home.text).not.toMatch(/Saffron|Sorrel/)
    expect(home.html).not.toMatch(/href="[^"]*\/(recommendations|reviews|guidance)/)
  }
})

test('every link that a reader and an administrator are shown leads somewhere', async () => {
  for (const name of ['Grace', 'Ines']) {
    const { html } = await see(name, '/boards/tarnwold/agencies')
    const agency = /href="(\/agencies\/[^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const pages = ['/boards/tarnwold', '/boards/tarnwold/agencies', '/boards/tarnwold/groups', '/search', agency]
    for (const path of pages) {
      const shown = await see(name, path)
      expect([path, shown.status]).toEqual([path, 200])
      const main = shown.html.slice(shown.html.indexOf('<body'))
      const links = [...new Set([...main.matchAll(/<a [^>]*href="(\/[^"#]*)/g)].map(([, href = '']) => href))]
      const dead = []
      for (const link of links) {
        const { status } = await see(name, link.replaceAll('&amp;', '&'))
        if (status !== 200 && status !== 303) dead.push(`${link}: ${status}`)
      }
      expect([path, dead]).toEqual([path, []])
    }
    expect((await see(name, `${agency.split('?')[0]}/register`)).status).toBe(403)
  }
})

test('nobody of the other board sees this one', async () => {
  for (const name of ['Farida', 'Walter', 'Oluchi']) {
    const reached = await statuses(name, [...saffron, ...sorrel, '/boards/tarnwold', '/boards/tarnwold/agencies'])
    expect(reached.filter(status => status !== 403 && status !== 404)).toEqual([])
  }
})
