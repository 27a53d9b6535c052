import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { goThrough, onwardOf, passProvider, type Subject } from '../../../test/provider.ts'
import { providerWorld, signInAt } from '../../../test/provider-world.ts'
import {
  type Board,
  makeAgency,
  makeBoard,
  makePerson,
  post,
  setPassword,
  type Visitor,
  visit,
} from '../../../test/world.ts'
import { roles } from '../../access/permissions.ts'
import type { ReviewId } from '../../store/schema.ts'
import { findPerson } from '../accounts/index.ts'

const world = providerWorld()
let count = 0
const word = () => `w${++count}`

const somebody = (more: Partial<Subject> = {}): Subject => {
  const own = word()
  return { sub: own, name: `Maud ${own}`, email: `${own}@police.example`, email_verified: true, groups: [], ...more }
}

interface Place {
  readonly board: Board
  readonly admin: Visitor
  readonly path: string
}

async function openPlace(): Promise<Place> {
  const board = await makeBoard(world.house)
  return {
    board,
    admin: await makePerson(world.house, [post(board, 'administrator')]),
    path: `/boards/${board.slug}/settings/rules`,
  }
}

const make = ({ admin, path }: Place, form: Record<string, string>) =>
  visit(world.house, admin, path, { form: { asks: 'vale claim groups', role: 'reader', ...form } })

const postsAfter = async (session: string | null) =>
  (await findPerson(world.house.app, session ?? ''))?.person.posts ?? null

const endings = async ({ admin, path }: Place) =>
  [...(await visit(world.house, admin, path)).html.matchAll(/action="([^"]+\/ending)"/g)].map(
    ([, action = '']) => action,
  )

describe('a rule', () => {
  test('lets in somebody whom nobody invited, with its role and agency, and says so', async () => {
    const place = await openPlace()
    const agency = await makeAgency(world.house, [place.board], `Vale Police ${word()}`)
    const group = word()
    expect(await make(place, { value: group, role: 'agency lead', agency })).toMatchObject({
      location: `${place.path}?said=made`,
    })
    expect((await signInAt(world, somebody())).session).toBeNull()
    const who = somebody({ groups: ['others', group] })
    const signed = await signInAt(world, who)
    expect(signed).toMatchObject({ status: 303, location: '/?said=role-granted' })
    expect(await postsAfter(signed.session)).toEqual([post(place.board, 'agency lead', agency)])
    expect((await visit(world.house, null, '/account', { session: signed.session ?? '' })).text).toContain(
      'By a rule of the board',
    )
    const people = await visit(world.house, place.admin, `/boards/${place.board.slug}/people`)
    expect(people.text).toContain('By a rule, while it names them')
    const history = await visit(world.house, place.admin, `/boards/${place.board.slug}/history`)
    expect(history.text).toContain(
      `${who.name} signed in and was given a role by a rule of the board, as agency safeguarding lead of Vale Police`,
    )
    expect(history.text).toContain('made a rule that gives people of an organisation a role')
  })

  test('lets somebody in once who comes back in two windows at the same moment', async () => {
    const place = await openPlace()
    const group = word()
    await make(place, { value: group })
    const who = somebody({ groups: [group] })
    world.provider.enter(who)
    const come = async () =>
      passProvider(onwardOf(await visit(world.house, null, '/sign-in/with/vale', { form: {} })) ?? '')
    const ways = [await come(), await come()]
    const both = await Promise.all(ways.map(back => visit(world.house, null, back)))
    expect(both.map(({ status }) => status)).toEqual([303, 303])
    const people = both.map(async ({ session }) => (await findPerson(world.house.app, session ?? ''))?.person.id)
    expect(new Set(await Promise.all(people)).size).toBe(1)
  })

  test('goes by the domain of a verified e-mail address, and by no other address', async () => {
    const place = await openPlace()
    const domain = `${word()}.example`
    expect((await make(place, { asks: 'vale email', value: `@${domain.toUpperCase()}` })).status).toBe(303)
    const email = `a@${domain}`
    expect((await signInAt(world, somebody({ email, email_verified: false }))).session).toBeNull()
    const signed = await signInAt(world, somebody({ email }))
    expect(await postsAfter(signed.session)).toEqual([post(place.board, 'reader')])
  })

  test('ends what it gave at the next sign-in at which it does not name the person, and says so', async () => {
    const place = await openPlace()
    const group = word()
    await make(place, { value: group })
    const who = somebody({ groups: [group] })
    await signInAt(world, who)
    const left = await signInAt(world, { ...who, groups: [] })
    expect(left).toMatchObject({ location: '/?said=role-lapsed' })
    expect((await visit(world.house, null, left.location ?? '', { session: left.session ?? '' })).text).toContain(
      'does not name you any more',
    )
    expect(await postsAfter(left.session)).toEqual([])
    const back = await signInAt(world, who)
    expect(await postsAfter(back.session)).toHaveLength(1)
  })

  test('that an administrator ends gives nothing more, and what it gave ends at the next sign-in', async () => {
    const place = await openPlace()
    const group = word()
    await make(place, { value: group })
    const who = somebody({ groups: [group] })
    await signInAt(world, who)
    const [ending = ''] = await endings(place)
    expect(await visit(world.house, place.admin, ending, { form: {} })).toMatchObject({
      location: `${place.path}?said=ended`,
    })
    expect((await visit(world.house, place.admin, ending, { form: {} })).status).toBe(404)
    expect(await postsAfter((await signInAt(world, who)).session)).toEqual([])
    expect((await signInAt(world, somebody({ groups: [group] }))).session).toBeNull()
  })

  test('with the last role go the seats on panels, and they do not come back', async () => {
    const place = await openPlace()
    const group = word()
    await make(place, { value: group, role: 'subgroup member' })
    const who = somebody({ groups: [group] })
    const person = (await findPerson(world.house.app, (await signInAt(world, who)).session ?? ''))?.person
    const officer = await makePerson(world.house, [post(place.board, 'support officer')])
    const made = await visit(world.house, officer, `/boards/${place.board.slug}/reviews`, {
      form: { title: 'Adult Rowan', type: 'sar' },
    })
    const path = (made.location ?? '').split('?')[0] ?? ''
    const seat = {
      board_id: place.board.id,
      review_id: path.split('/').at(-1) as ReviewId,
      person_id: person?.id as never,
    }
    await world.house.owner
      .insertInto('panel_member')
      .values({ ...seat, joined_at: world.house.clock.now() })
      .execute()
    const inside = await signInAt(world, who)
    expect((await visit(world.house, null, path, { session: inside.session ?? '' })).status).toBe(200)
    await signInAt(world, { ...who, groups: [] })
    const again = await signInAt(world, who)
    expect((await visit(world.house, null, path, { session: again.session ?? '' })).status).toBe(404)
  })

  test('for an agency that has left the board gives nothing', async () => {
    const place = await openPlace()
    const [agency, group] = [await makeAgency(world.house, [place.board]), word()]
    await make(place, { value: group, role: 'agency contributor', agency })
    await visit(world.house, place.admin, `/boards/${place.board.slug}/agencies/${agency}/removal`, { form: {} })
    expect((await signInAt(world, somebody({ groups: [group] }))).session).toBeNull()
  })
})

describe('what a person gave', () => {
  test('stays, also where a rule had given the same role before', async () => {
    const place = await openPlace()
    const group = word()
    await make(place, { value: group })
    const who = somebody({ groups: [group] })
    const person = (await findPerson(world.house.app, (await signInAt(world, who)).session ?? ''))?.person
    const posts = `/boards/${place.board.slug}/people/${person?.id}/posts`
    expect((await visit(world.house, place.admin, posts, { form: { role: 'reader' } })).location).toContain(
      'said=given',
    )
    expect(await postsAfter((await signInAt(world, { ...who, groups: [] })).session)).toEqual([
      post(place.board, 'reader'),
    ])
  })

  test('and ended is given by no rule again: whoever has left stays away until an administrator says otherwise', async () => {
    const place = await openPlace()
    const group = word()
    await make(place, { value: group })
    const who = somebody({ groups: [group] })
    const first = await signInAt(world, who)
    const person = (await findPerson(world.house.app, first.session ?? ''))?.person
    const leaving = `/boards/${place.board.slug}/people/${person?.id}/leaving`
    expect((await visit(world.house, place.admin, leaving, { form: { left: 'board' } })).location).toContain(
      'said=left',
    )
    expect(await findPerson(world.house.app, first.session ?? '')).toBeNull()
    const again = await signInAt(world, who)
    expect([again.location, await postsAfter(again.session)]).toEqual(['/', []])
  })
})

describe('a role by a rule', () => {
  test('is not there for whoever signs in with a password, nor once the link has ended', async () => {
    const place = await openPlace()
    const group = word()
    await make(place, { value: group, role: 'chair' })
    const person = await makePerson(world.house, [post(await makeBoard(world.house), 'reader')])
    await setPassword(world.house, person, 'kettle-orbit-plaster')
    const who = somebody({ groups: [group] })
    world.provider.enter(who)
    await goThrough(world.house, person, '/account/providers/vale/link')
    expect(await postsAfter((await signInAt(world, who)).session)).toHaveLength(2)
    const form = { email: person.email, password: 'kettle-orbit-plaster' }
    const signed = await visit(world.house, null, '/sign-in', { form })
    expect(await postsAfter(signed.session)).toEqual(person.posts)
    const page = await visit(world.house, person, '/account/providers')
    const ending = /action="(\/account\/providers\/links\/[^"]+)"/.exec(page.html)?.[1] ?? ''
    expect((await visit(world.house, person, ending, { form: {} })).status).toBe(303)
    const held = await world.house.owner
      .selectFrom('membership')
      .select('role')
      .where('person_id', '=', person.id)
      .where('ended_at', 'is', null)
      .execute()
    expect(held.map(({ role }) => role)).toEqual(['reader'])
  })

  test('comes to no account by its e-mail address alone', async () => {
    const place = await openPlace()
    const domain = `${word()}.example`
    await make(place, { asks: 'vale email', value: domain })
    const owner = await makePerson(world.house, [])
    await world.house.owner
      .updateTable('person')
      .set({ email: `known@${domain}` })
      .where('id', '=', owner.id)
      .execute()
    const came = await signInAt(world, somebody({ email: `known@${domain}` }))
    expect([came.session, came.location]).toEqual([null, expect.stringMatching(/^\/sign-in\/access\//)])
  })
})

describe('the rules of a board', () => {
  test('are made field by field, with every mistake at once, and never for an administrator', async () => {
    const place = await openPlace()
    const shown = await visit(world.house, place.admin, place.path)
    expect(shown.text).toContain('This board has no rule')
    expect(shown.text).toContain('What you or another administrator gave by hand stays')
    expect(shown.html).not.toContain('value="administrator"')
    const empty = await make(place, { asks: '', value: '', role: '' })
    for (const words of ['Choose what the rule goes by', 'Enter the value', 'Choose a role'])
      expect(empty.text).toContain(words)
    expect((await make(place, { asks: 'vale email', value: 'not a domain' })).text).toContain('after the @')
    expect((await make(place, { value: 'x', role: 'agency lead' })).text).toContain('Choose the agency')
    expect((await make(place, { value: 'x', role: 'administrator' })).text).toContain('A rule gives no administrator')
    expect((await make(place, { asks: 'vale claim secret', value: 'x' })).text).toContain(
      'Choose what the rule goes by',
    )
    expect(await endings(place)).toEqual([])
  })

  test('are seen and changed by its administrators alone, who have shown lately who they are', async () => {
    const place = await openPlace()
    const value = word()
    await make(place, { value })
    const [ending = ''] = await endings(place)
    const agency = await makeAgency(world.house, [place.board])
    const other = await openPlace()
    expect((await visit(world.house, other.admin, place.path)).status).toBe(404)
    expect(
      (await visit(world.house, other.admin, ending.replace(place.board.slug, other.board.slug), { form: {} })).status,
    ).toBe(404)
    for (const role of roles.filter(each => each !== 'administrator')) {
      const person = await makePerson(world.house, [post(place.board, role, role.startsWith('agency') ? agency : null)])
      const tried = [
        await visit(world.house, person, place.path),
        await make({ ...place, admin: person }, { value: randomUUID() }),
        await visit(world.house, person, ending, { form: {} }),
      ]
      expect(
        tried.map(({ status }) => status),
        role,
      ).toEqual([403, 403, 403])
    }
    await world.house.owner
      .updateTable('session')
      .set({ proven_at: null })
      .where('id', '=', place.admin.sessionId)
      .execute()
    expect((await make(place, { value: word() })).status).toBe(403)
    expect((await visit(world.house, place.admin, place.path)).location).toContain('/account/proof')
  })
})
