import { beforeAll, expect, test } from 'vitest'
import { makeReview } from '../../../test/register-world.ts'
import {
  type Board,
  type House,
  makeAgency,
  makeBoard,
  makePerson,
  post,
  house as sharedHouse,
  type Visitor,
  visit,
} from '../../../test/world.ts'
import type { AgencyId, PersonId, Post } from '../../access/actor.ts'
import { urls } from '../../urls.ts'
import { joinPanel } from '../reviews/index.ts'
import { decideLeaving } from './leaving-decide.ts'

let house: House
let board: Board
let police: AgencyId
let health: AgencyId
let admin: Visitor
let officer: Visitor
beforeAll(async () => {
  house = await sharedHouse()
  board = await makeBoard(house)
  police = await makeAgency(house, [board], 'Elm Police')
  health = await makeAgency(house, [board], 'Elm Hospitals')
  admin = await makePerson(house, [post(board, 'administrator')], 'Ada Marsh')
  officer = await makePerson(house, [post(board, 'support officer')], 'Oona Field')
})

const person = (name: string, ...posts: Post[]) => makePerson(house, posts, name)
const leave = (who: PersonId, left: string, by = admin) =>
  visit(house, by, urls.leaving(board.slug, who), { form: left ? { left } : {} })
const heldBy = async (who: PersonId) => {
  const rows = house.owner.selectFrom('membership').select(['role', 'agency_id']).where('person_id', '=', who)
  return (await rows.where('ended_at', 'is', null).execute()).map(({ role }) => role)
}
const seatsOf = (who: PersonId) =>
  house.owner.selectFrom('panel_member').select('review_id').where('person_id', '=', who).where('left_at', 'is', null)

test('whoever leaves the board loses every role, every seat on a panel and every session at once', async () => {
  const lena = await person('Lena Brook', post(board, 'agency lead', police), post(board, 'chair'))
  const reviewId = await makeReview(house, officer, board, { title: 'Child Elm' })
  await joinPanel(house.app, officer, reviewId, { personId: lena.id, confirmed: true })
  expect((await visit(house, lena, urls.review(reviewId))).status).toBe(200)

  const asked = await visit(house, admin, urls.leaving(board.slug, lena.id))
  for (const words of [
    'Lena Brook is leaving',
    'Agency safeguarding lead, Elm Police',
    'This board altogether',
    '2 roles end',
  ])
    expect(asked.text).toContain(words)
  const done = await leave(lena.id, 'board')
  expect(done.location).toBe(`${urls.person(board.slug, lena.id)}?said=left`)

  expect(await heldBy(lena.id)).toEqual([])
  expect(await seatsOf(lena.id).execute()).toEqual([])
  expect((await visit(house, lena, urls.review(reviewId))).location).toContain(urls.signIn())
  const shown = await visit(house, admin, `${urls.person(board.slug, lena.id)}?said=left`)
  expect(shown.text).toContain('Their roles have ended, and they are signed out everywhere')
  expect(shown.text).toContain('You recorded that Lena Brook left the board: 2 roles and 1 seat on a panel ended')
})

test('whoever moves to another agency keeps the account, the history and the seats, and sees nothing of the old agency’s', async () => {
  const noor = await person('Noor Hale', post(board, 'agency lead', police), post(board, 'subgroup member'))
  const reviewId = await makeReview(house, officer, board)
  await joinPanel(house.app, officer, reviewId, { personId: noor.id, confirmed: true })
  await leave(noor.id, police)
  expect(await heldBy(noor.id)).toEqual(['subgroup member'])
  expect(await seatsOf(noor.id).execute()).toHaveLength(1)
  const given = await visit(house, admin, urls.posts(board.slug, noor.id), {
    form: { role: 'agency lead', agency: health },
  })
  expect(given.location).toContain('said=given')
  const shown = (await visit(house, admin, urls.person(board.slug, noor.id))).text
  expect(shown).toContain('You recorded that Noor Hale left Elm Police: 1 role and 0 seats on panels ended')
  expect(shown).toMatch(/Agency safeguarding lead Elm Hospitals Since/)
  expect(shown).toMatch(/Agency safeguarding lead Elm Police 22 November 2026 to 22 November 2026/)
})

test('without a choice, and for the only administrator, it is refused in plain words and nothing ends', async () => {
  const other = await makeBoard(house)
  const only = await person('Olga Reed', post(other, 'administrator'))
  const path = urls.leaving(other.slug, only.id)
  const nothing = await visit(house, only, path, { form: {} })
  expect([nothing.status, nothing.text.includes('Choose what the person leaves')]).toEqual([422, true])
  const last = await visit(house, only, path, { form: { left: 'board' } })
  expect(last.status).toBe(422)
  expect(last.text).toContain('Olga Reed is the only administrator. Give the role to another person first')
  expect(await heldBy(only.id)).toEqual(['administrator'])
  expect((await visit(house, only, path)).status).toBe(200)
})

test('the last role that is ended by itself takes the seats with it, and the review tells it', async () => {
  const rob = await person('Rob Teal', post(board, 'chair'))
  const reviewId = await makeReview(house, officer, board)
  await joinPanel(house.app, officer, reviewId, { personId: rob.id, confirmed: true })
  const [held] = await house.owner.selectFrom('membership').select('id').where('person_id', '=', rob.id).execute()
  await visit(house, admin, urls.postEnding(board.slug, rob.id, held?.id ?? ''), { form: {} })
  expect(await seatsOf(rob.id).execute()).toEqual([])
  expect((await visit(house, officer, urls.review(reviewId))).text).toContain('Ada Marsh took Rob Teal off the panel')
})

test('nobody but an administrator of the board may do it', async () => {
  const lead = await person('Ned Cole', post(board, 'agency lead', police))
  const elsewhere = await person('Eve Moor', post(await makeBoard(house), 'administrator'))
  for (const by of [officer, lead]) expect((await leave(lead.id, 'board', by)).status).toBe(403)
  expect((await leave(lead.id, 'board', elsewhere)).status).toBe(404)
  expect(await heldBy(lead.id)).toEqual(['agency lead'])
})

test('roles on another board stay', async () => {
  const other = await makeBoard(house)
  const both = await person('Bea Lund', post(board, 'chair'), post(other, 'chair'))
  await leave(both.id, 'board')
  expect(await heldBy(both.id)).toEqual(['chair'])
})

test('an administrator sees no seat of anybody who has a role', async () => {
  const chair = await person('Cy Marl', post(board, 'chair'))
  const reviewId = await makeReview(house, officer, board)
  await joinPanel(house.app, officer, reviewId, { personId: chair.id, confirmed: true })
  const seen = await house.app.db.as(admin, tx => tx.selectFrom('panel_member').select('person_id').execute())
  expect(seen.map(({ person_id }) => person_id)).not.toContain(chair.id)
})

test('the roles of one agency are chosen, and of the administrators one stays', () => {
  const held = (id: string, role: Post['role'], agencyId: AgencyId | null) =>
    ({ id, role, agencyId, personName: 'Ada' }) as unknown as Parameters<typeof decideLeaving>[0][number]
  const posts = [held('1', 'administrator', null), held('2', 'agency lead', police)]
  expect(decideLeaving(posts, police, 1)).toMatchObject({ ok: true, value: [{ id: '2' }] })
  expect(decideLeaving(posts, 'board', 1).ok).toBe(false)
  expect(decideLeaving(posts, 'board', 2)).toMatchObject({ ok: true, value: [{ id: '1' }, { id: '2' }] })
  expect(decideLeaving(posts, health, 2).ok).toBe(false)
})
