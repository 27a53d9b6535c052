import { beforeAll, describe, expect, test } from 'vitest'
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
import type { AgencyId, PersonId } from '../../access/actor.ts'
import { setup } from '../../access/actor.ts'
import type { Role } from '../../access/permissions.ts'
import type { MembershipId } from '../../store/schema.ts'

let house: House
let board: Board
let police: AgencyId
let health: AgencyId
let admin: Visitor
let officer: Visitor
let lead: Visitor
beforeAll(async () => {
  house = await sharedHouse()
  board = await makeBoard(house)
  police = await makeAgency(house, [board])
  health = await makeAgency(house, [board])
  admin = await makePerson(house, [post(board, 'administrator')], 'Ada Marsh')
  officer = await makePerson(house, [post(board, 'support officer')], 'Oona Field')
  lead = await makePerson(house, [post(board, 'agency lead', police)], 'Lena Brook')
  await makePerson(house, [post(board, 'agency lead', health)], 'Nadia Khan')
})

const people = (query = '', of = board) => `/boards/${of.slug}/people${query}`
const postsOf = (person: PersonId, of = board) =>
  house.owner
    .selectFrom('membership')
    .selectAll()
    .where('person_id', '=', person)
    .where('board_id', '=', of.id)
    .orderBy('started_at')
    .execute()
async function endingOf(person: PersonId, role: Role, of = board) {
  const held = (await postsOf(person, of)).find(each => each.role === role && !each.ended_at)
  return `${people(`/${person}`, of)}/posts/${held?.id}/ending`
}
const lastEntry = (person: PersonId) =>
  house.owner
    .selectFrom('ledger_entry')
    .select(['kind', 'facts', 'person_id'])
    .where('thing_id', '=', person)
    .orderBy('position', 'desc')
    .executeTakeFirstOrThrow()

describe('the list of people', () => {
  test('says who has which role, for whom and since when, and how many there are', async () => {
    const shown = await visit(house, admin, people())
    expect(shown.text).toContain('4 people with 4 roles, by name')
    expect(shown.text).toContain('Lena Brook')
    expect(shown.text).toMatch(/Agency safeguarding lead Agency \w+ 22 November 2026/)
    expect(shown.html).toContain(`/boards/${board.slug}/people/invitations/new`)
  })

  test('is narrowed by role and by agency, with what is chosen as tags that can be removed', async () => {
    const leads = await visit(house, admin, people('?role=agency+lead'))
    expect([leads.text.includes('Lena Brook'), leads.text.includes('Oona Field')]).toEqual([true, false])
    expect(leads.text).toContain('2 people with 2 roles')
    const both = await visit(house, admin, people(`?role=agency+lead&agency=${health}`))
    expect([both.text.includes('Nadia Khan'), both.text.includes('Lena Brook')]).toEqual([true, false])
    expect(both.text).toContain('Remove this filter: Role: Agency safeguarding lead')
    expect(both.html).toContain(`href="/boards/${board.slug}/people?agency=${health}"`)
  })

  test('that is empty says so and shows the way back', async () => {
    const shown = await visit(house, admin, people('?role=lead+reviewer'))
    expect(shown.text).toContain('Nobody on the board has such a role')
  })

  test('takes no notice of a role or an agency that cannot be', async () => {
    expect((await visit(house, admin, people('?role=emperor&agency=x&page=-1'))).text).toContain(
      '4 people with 4 roles',
    )
  })

  test('is shown in pages of 50', async () => {
    const large = await makeBoard(house)
    const ada = await makePerson(house, [post(large, 'administrator')], 'Ada Marsh')
    const agencies = await Promise.all(Array.from({ length: 51 }, () => makeAgency(house, [large])))
    await makePerson(
      house,
      agencies.map(id => post(large, 'agency lead', id)),
      'Zena Last',
    )
    const first = await visit(house, ada, people('', large))
    expect(first.text).toContain('2 people with 52 roles')
    expect(first.text.match(/Zena Last/g)).toHaveLength(49 * 2)
    const second = await visit(house, ada, people('?page=2', large))
    expect(second.text.match(/Zena Last/g)).toHaveLength(2 * 2)
    expect((await visit(house, ada, people('?page=3', large))).text).toContain('This page of the list is empty')
  })

  test('shows e-mail addresses and what can be done to administrators alone', async () => {
    expect((await visit(house, admin, people())).text).toContain(lead.email)
    const shown = await visit(house, officer, people())
    expect(shown.status).toBe(200)
    expect(shown.text).toContain('Lena Brook')
    expect(shown.html).not.toContain(lead.email)
    expect(shown.html).not.toContain('/ending')
    expect(shown.html).not.toContain('/invitations')
  })

  test('is closed to lead reviewers and readers, and of another board not there', async () => {
    for (const role of ['lead reviewer', 'reader'] as const)
      expect((await visit(house, await makePerson(house, [post(board, role)]), people())).status).toBe(403)
    const stranger = await makePerson(house, [post(await makeBoard(house), 'administrator')])
    expect((await visit(house, stranger, people())).status).toBe(404)
    const both = await makePerson(house, [post(await makeBoard(house), 'chair'), post(board, 'reader')])
    expect((await visit(house, both, people())).status).toBe(403)
  })
})

describe('a person of the board', () => {
  test('is shown with the roles and, to those who run the board, the history', async () => {
    const shown = await visit(house, officer, people(`/${lead.id}`))
    expect(shown.text).toContain('Lena Brook')
    expect(shown.text).toContain('Since 22 November 2026')
    expect(shown.text).toContain('Nothing has happened yet')
    expect((await visit(house, lead, people(`/${admin.id}`))).text).not.toContain('History')
  })

  test('who is on another board alone is not there', async () => {
    const other = await makePerson(house, [post(await makeBoard(house), 'chair')])
    expect((await visit(house, admin, people(`/${other.id}`))).status).toBe(404)
    expect((await visit(house, admin, people('/no-id'))).status).toBe(404)
  })
})

describe('giving a role', () => {
  const give = (person: Visitor, form: Record<string, string>, as = admin) =>
    visit(house, as, `${people(`/${person.id}`)}/posts`, { form })

  test('to a person of the board is done at once and stands in the history by ids', async () => {
    const tom = await makePerson(house, [post(board, 'reader')], 'Tom Hale')
    const done = await give(tom, { role: 'agency contributor', agency: health })
    expect(done).toMatchObject({ status: 303, location: `${people(`/${tom.id}`)}?said=given` })
    const posts = await postsOf(tom.id)
    const given = posts.find(({ role }) => role === 'agency contributor')
    expect(given).toMatchObject({ agency_id: health, ended_at: null })
    expect(await lastEntry(tom.id)).toEqual({
      kind: 'post.given',
      facts: { role: 'agency contributor', agency: health, post: given?.id },
      person_id: admin.id,
    })
    const shown = await visit(house, admin, `${people(`/${tom.id}`)}?said=given`)
    expect(shown.text).toContain('The role is given')
    expect(shown.text).toMatch(/You gave Tom Hale a role: as agency contributor of Agency/)
  })

  test('needs a role, and for an agency’s role an agency of this board', async () => {
    expect((await give(lead, {})).text).toContain('Choose a role')
    const without = await give(lead, { role: 'agency contributor' })
    expect([without.status, without.text.includes('Choose the agency')]).toEqual([422, true])
    const foreign = await makeAgency(house, [await makeBoard(house)])
    const shown = await give(lead, { role: 'agency contributor', agency: foreign })
    expect([shown.status, shown.text.includes('Choose an agency that sits on this board')]).toEqual([422, true])
  })

  test('refuses a role that the person has already', async () => {
    const shown = await give(lead, { role: 'agency lead', agency: police })
    expect([shown.status, shown.text.includes('has this role already')]).toEqual([422, true])
  })

  test('to somebody who was never on the board is for an invitation, not for this page', async () => {
    const stranger = await makePerson(house, [post(await makeBoard(house), 'chair')])
    expect((await give(stranger, { role: 'chair' })).status).toBe(404)
    expect(await postsOf(stranger.id)).toEqual([])
  })

  test('is the administrator’s alone', async () => {
    expect((await give(lead, { role: 'administrator' }, officer)).status).toBe(403)
    const both = await makePerson(house, [post(await makeBoard(house), 'administrator'), post(board, 'chair')])
    expect((await give(both, { role: 'administrator' }, both)).status).toBe(403)
    expect((await postsOf(both.id)).map(({ role }) => role)).toEqual(['chair'])
  })
})

describe('ending a role', () => {
  test('is asked first, and then done: what the role showed is gone at once', async () => {
    const una = await makePerson(house, [post(board, 'chair')], 'Una Reed')
    const path = await endingOf(una.id, 'chair')
    const asked = await visit(house, admin, path)
    expect(asked.text).toContain('End a role of Una Reed')
    expect(asked.text).toContain('stops seeing at once what this role shows')
    expect((await visit(house, una, people())).status).toBe(200)
    const done = await visit(house, admin, path, { form: {} })
    expect(done).toMatchObject({ status: 303, location: `${people(`/${una.id}`)}?said=ended` })
    expect((await visit(house, una, people())).status).not.toBe(200)
    expect(await lastEntry(una.id)).toMatchObject({ kind: 'post.ended', facts: { role: 'chair' } })
    const shown = await visit(house, admin, `${people(`/${una.id}`)}?said=ended`)
    expect(shown.text).toContain('The role has ended')
    expect(shown.text).toContain('22 November 2026 to 22 November 2026')
    expect(shown.text).toContain('has no role on this board now')
    expect((await visit(house, officer, people(`/${una.id}`))).status).toBe(404)
  })

  test('that has ended already is not there to be ended again', async () => {
    const vic = await makePerson(house, [post(board, 'chair'), post(board, 'reader')])
    const path = await endingOf(vic.id, 'chair')
    await visit(house, admin, path, { form: {} })
    expect((await visit(house, admin, path)).status).toBe(404)
    expect((await visit(house, admin, path, { form: {} })).status).toBe(404)
  })

  test('of the only administrator is refused, with what to do', async () => {
    const path = await endingOf(admin.id, 'administrator')
    const shown = await visit(house, admin, path, { form: {} })
    expect(shown.status).toBe(422)
    expect(shown.text).toContain('Ada Marsh is the only administrator. Give the role to another person first')
    expect((await postsOf(admin.id))[0]?.ended_at).toBeNull()
  })

  test('of an administrator is done while another remains, and leads whoever ended their own role home', async () => {
    const own = await makeBoard(house)
    const [ann, ben] = [
      await makePerson(house, [post(own, 'administrator')]),
      await makePerson(house, [post(own, 'administrator')]),
    ]
    const done = await visit(house, ben, await endingOf(ben.id, 'administrator', own), { form: {} })
    expect(done).toMatchObject({ status: 303, location: '/?said=role-ended' })
    const last = await visit(house, ann, await endingOf(ann.id, 'administrator', own), { form: {} })
    expect(last.status).toBe(422)
  })

  test('by two administrators who end each other’s at the same moment leaves one', async () => {
    const own = await makeBoard(house)
    const [ann, ben] = [
      await makePerson(house, [post(own, 'administrator')]),
      await makePerson(house, [post(own, 'administrator')]),
    ]
    const paths = [await endingOf(ben.id, 'administrator', own), await endingOf(ann.id, 'administrator', own)]
    await Promise.all([
      visit(house, ann, paths[0] ?? '', { form: {} }),
      visit(house, ben, paths[1] ?? '', { form: {} }),
    ])
    const left = [...(await postsOf(ann.id, own)), ...(await postsOf(ben.id, own))].filter(each => !each.ended_at)
    expect(left).toHaveLength(1)
  })

  test('of another board’s person, or under another person’s address, is not there', async () => {
    const other = await makeBoard(house)
    const stranger = await makePerson(house, [post(other, 'chair'), post(board, 'reader')])
    const id = (await postsOf(stranger.id, other))[0]?.id
    expect((await visit(house, admin, `${people(`/${stranger.id}`)}/posts/${id}/ending`, { form: {} })).status).toBe(
      404,
    )
    const own = (await postsOf(lead.id))[0]?.id
    expect((await visit(house, admin, `${people(`/${admin.id}`)}/posts/${own}/ending`, { form: {} })).status).toBe(404)
    expect((await postsOf(stranger.id, other))[0]?.ended_at).toBeNull()
  })

  test('is the administrator’s alone', async () => {
    const path = await endingOf(lead.id, 'agency lead')
    for (const visitor of [officer, lead]) {
      expect((await visit(house, visitor, path)).status).toBe(403)
      expect((await visit(house, visitor, path, { form: {} })).status).toBe(403)
    }
    expect((await postsOf(lead.id))[0]?.ended_at).toBeNull()
  })
})

test('a person whose roles on the board ended can be given one again', async () => {
  const wes = await makePerson(house, [post(board, 'reader')], 'Wes Ford')
  await house.app.db.as(setup, tx =>
    tx
      .insertInto('membership')
      .values({
        id: crypto.randomUUID() as MembershipId,
        board_id: board.id,
        person_id: wes.id,
        agency_id: null,
        role: 'chair',
        started_at: house.clock.now(),
        ended_at: house.clock.now(),
      })
      .execute(),
  )
  const done = await visit(house, admin, `${people(`/${wes.id}`)}/posts`, { form: { role: 'chair' } })
  expect(done.status).toBe(303)
  expect((await postsOf(wes.id)).filter(({ role, ended_at }) => role === 'chair' && !ended_at)).toHaveLength(1)
})
