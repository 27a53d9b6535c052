import { expect, test } from 'vitest'
import { house, makeBoard, makePerson, post, visit } from '../../../test/world.ts'
import { typedWords } from './lapsed.tsx'

const home = await house()
const board = await makeBoard(home)
const officer = await makePerson(home, [post(board, 'support officer')])
const newReview = `/boards/${board.slug}/reviews`
const words = 'We considered for a long time what to write here.'

const send = (cookies: Record<string, string>, headers: Record<string, string> = {}) =>
  home.web.inject({
    method: 'POST',
    url: newReview,
    cookies,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      host: 'heed.test',
      referer: `http://heed.test${newReview}/new?from=list`,
      ...headers,
    },
    payload: new URLSearchParams({ csrf: 'of-a-session-that-ended', title: 'Child Wren', basis: words }).toString(),
  })

test('what somebody typed is given back when the session ended meanwhile, and nothing is saved', async () => {
  const sent = await send({ 'heed-session': 'ended' })
  expect(sent.statusCode).toBe(401)
  expect(sent.body).toContain('You were signed out before this was saved')
  expect(sent.body).toContain(words)
  expect((await visit(home, officer, newReview)).text).not.toContain('Child Wren')
})

test('after signing in one comes back to the page that the form was sent from, once', async () => {
  const sent = await send({ 'heed-session': 'ended' })
  const way = sent.cookies.find(cookie => cookie.name === 'heed-way')?.value ?? ''
  const ask = (cookies: Record<string, string>) =>
    home.web.inject({ url: '/', cookies: { 'heed-session': officer.token, ...cookies } })
  const first = await ask({ 'heed-way': way })
  expect(first.headers.location).toBe(`${newReview}/new?from=list`)
  expect(first.cookies.find(cookie => cookie.name === 'heed-way')?.value).toBe('')
  expect((await ask({})).headers.location).not.toContain('reviews')
})

test('so does whoever follows a link before signing in', async () => {
  const asked = await home.web.inject({ url: `${newReview}?order=title` })
  expect(asked.headers.location).toBe('/sign-in')
  expect(asked.cookies.find(cookie => cookie.name === 'heed-way')).toMatchObject({
    value: `${newReview}?order=title`,
    httpOnly: true,
    sameSite: 'Lax',
  })
})

test.each(['//evil.example/', 'https://evil.example/', '/\\evil.example', '/sign-out'])(
  'the way back never leads to %s',
  async way => {
    const asked = await home.web.inject({
      url: '/',
      cookies: { 'heed-session': officer.token, 'heed-way': way },
    })
    expect(asked.headers.location ?? '').not.toContain('evil')
    expect(asked.headers.location).not.toBe('/sign-out')
  },
)

test('a form of an earlier sign-in is refused with its words, and one of another site without', async () => {
  const mine = await send({ 'heed-session': officer.token })
  expect(mine.statusCode).toBe(403)
  expect(mine.body).toContain('This page was too old to save')
  expect(mine.body).toContain(words)
  const foreign = await send({ 'heed-session': officer.token }, { 'sec-fetch-site': 'cross-site' })
  expect(foreign.statusCode).toBe(403)
  expect(foreign.body).not.toContain(words)
})

test('given back is what was typed, and no password, choice or number of the form', () => {
  const form = new URLSearchParams([
    ['csrf', 'a b'],
    ['new-password', 'copper kettle river'],
    ['act', 'planned'],
    ['meaning-0', 'agency 01a206db-78f7-740c-97ca-328764340e56'],
    ['reason', ' It stands on page two. '],
  ])
  expect(typedWords(form)).toEqual(['It stands on page two.'])
})

test('a page that says what went wrong leads back to the page that the form was sent from', async () => {
  const path = `/boards/${board.slug}/imports/new`
  const sent = await home.web.inject({
    method: 'POST',
    url: path,
    cookies: { 'heed-session': officer.token },
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      host: 'heed.test',
      referer: `http://heed.test${path}`,
    },
    payload: 'x'.repeat(2_000_000),
  })
  expect(sent.statusCode).toBe(413)
  expect(sent.body).toContain(`href="${path}">Load the page before again`)
})
