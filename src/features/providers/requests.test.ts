import { beforeAll, describe, expect, test } from 'vitest'
import type { Subject } from '../../../test/provider.ts'
import { providerWorld, signInAt } from '../../../test/provider-world.ts'
import {
  type Board,
  eventually,
  makeAgency,
  makeBoard,
  makePerson,
  post,
  type Visitor,
  visit,
} from '../../../test/world.ts'
import { roles } from '../../access/permissions.ts'
import { findPerson } from '../accounts/index.ts'

const world = providerWorld()
let [board, admin] = [{} as Board, {} as Visitor]
beforeAll(async () => {
  board = await makeBoard(world.house, { name: 'Vale Safeguarding Adults Board' })
  admin = await makePerson(world.house, [post(board, 'administrator')])
})

let count = 0
const stranger = (more: Partial<Subject> = {}): Subject => ({
  sub: `stranger-${++count}`,
  name: `Zelda Quist ${count}`,
  email: `zelda-${count}@example.test`,
  email_verified: true,
  ...more,
})

/** The page on which a stranger can ask, after signing in with the provider. */
async function arrive(who: Subject): Promise<string> {
  const came = await signInAt(world, who)
  expect([came.status, came.session]).toEqual([303, null])
  expect(came.location).toMatch(/^\/sign-in\/access\/[\w-]{43}$/)
  return came.location ?? ''
}

const ask = (path: string, form: Record<string, string> = {}) =>
  visit(world.house, null, path, { form: { board: board.id, reason: 'I work at the council', ...form } })

const requestOf = (who: Subject) =>
  world.house.owner.selectFrom('access_request').selectAll().where('subject', '=', who.sub).executeTakeFirstOrThrow()

/** A stranger who has asked, with the address of the request. */
async function makeRequest(more: Partial<Subject> = {}) {
  const who = stranger(more)
  await ask(await arrive(who))
  const { id } = await requestOf(who)
  return { who, path: `/boards/${board.slug}/people/requests/${id}` }
}

const decide = (path: string, form: Record<string, string>, by: Visitor | null = admin) =>
  visit(world.house, by, path, { form })

describe('a stranger who comes through the provider', () => {
  test('gets no session, sees who the provider says they are, and can ask a board', async () => {
    const who = stranger()
    const path = await arrive(who)
    const shown = await visit(world.house, null, path)
    for (const words of [who.name, who.email, board.name, 'Nobody has let you in yet'])
      expect(shown.text).toContain(words)
    expect(path + shown.headers.location).not.toContain('zelda')
    const asked = await ask(path)
    expect(asked).toMatchObject({ status: 303, location: `${path}?said=asked`, session: null })
    expect((await visit(world.house, null, path)).text).toContain('Waits for an administrator of the board')
    const letter = await eventually(
      async () =>
        world.house.sink.mail.sent()?.find(({ to, subject }) => to.includes(admin.email) && subject.includes('asks')),
      found => found !== undefined,
    )
    expect(letter?.text).not.toMatch(/Zelda|zelda/)
    const history = await visit(world.house, admin, `/boards/${board.slug}/history`)
    expect(history.text).toContain('Somebody without an account asked for access to the board')
  })

  test('is known in this browser alone, and for half an hour', async () => {
    const path = await arrive(stranger())
    expect((await visit(world.house, admin, path)).status).toBe(404)
    world.house.clock.set(new Date(Date.now() + 30 * 60_000 + 1000).toISOString())
    expect((await visit(world.house, null, path)).status).toBe(404)
    expect((await ask(path)).status).toBe(404)
  })

  test('asks a board once, and not without end', async () => {
    const path = await arrive(stranger())
    expect((await ask(path, { board: '' })).text).toContain('Choose a board')
    expect((await ask(path, { reason: 'x'.repeat(501) })).text).toContain('must be 500 characters or fewer')
    expect((await ask(path)).status).toBe(303)
    expect((await ask(path)).text).toContain('You have asked this board already')
    for (let i = 0; i < 4; i++) expect((await ask(path, { board: (await makeBoard(world.house)).id })).status).toBe(303)
    expect((await ask(path, { board: (await makeBoard(world.house)).id })).text).toContain(
      'You wait for 5 boards already',
    )
  })

  test('without a name or an e-mail address is sent to the board’s administrators', async () => {
    const path = await arrive({ sub: `nameless-${++count}` })
    expect((await visit(world.house, null, path)).text).toContain('Ask an administrator of the board to invite you')
    expect((await ask(path)).status).toBe(404)
  })
})

describe('a request', () => {
  test('is confirmed with role and agency by an administrator: then the person comes in, and is told', async () => {
    const agency = await makeAgency(world.house, [board], `Vale Police ${++count}`)
    const { who, path } = await makeRequest()
    const shown = await visit(world.house, admin, path)
    for (const words of [who.name, who.email, 'Vale Council', 'I work at the council', 'Yes, it is theirs'])
      expect(shown.text).toContain(words)
    expect((await decide(path, { role: 'agency lead' })).text).toContain('Choose the agency')
    expect(await decide(path, { role: 'agency lead', agency })).toMatchObject({ status: 303 })
    const signed = await signInAt(world, who)
    expect((await findPerson(world.house.app, signed.session ?? ''))?.person).toMatchObject({
      name: who.name,
      posts: [post(board, 'agency lead', agency)],
    })
    expect((await signInAt(world, { ...who, groups: [] })).session).not.toBeNull()
    await eventually(
      async () =>
        world.house.sink.mail
          .sent()
          ?.some(({ to, subject }) => to.includes(who.email ?? '') && subject.includes(board.name)),
      Boolean,
    )
    const history = await visit(world.house, admin, `/boards/${board.slug}/history`)
    expect(history.text).toContain(
      `confirmed who ${who.name} is, who had asked for access, as agency safeguarding lead of Vale Police`,
    )
  })

  test('says when the provider does not confirm the e-mail address', async () => {
    const { path } = await makeRequest({ email_verified: false })
    expect((await visit(world.house, admin, path)).text).toContain('does not say that the address is theirs')
  })

  test('is decided once', async () => {
    const { path } = await makeRequest()
    expect((await decide(`${path}/refusal`, {})).status).toBe(303)
    const late = await decide(path, { role: 'reader' })
    expect([late.status, late.text.includes('was decided meanwhile')]).toEqual([422, true])
  })

  test('that is refused lets nobody in, and is not asked again within a week', async () => {
    const { who, path } = await makeRequest()
    expect((await decide(`${path}/refusal`, {})).location).toBe(`/boards/${board.slug}/people/requests?said=refused`)
    const again = await arrive(who)
    expect((await visit(world.house, null, again)).text).toContain('Refused')
    expect((await ask(again)).text).toContain('refused within the last 7 days')
    expect(
      await world.house.owner
        .selectFrom('person')
        .select('id')
        .where('email', '=', who.email ?? '')
        .execute(),
    ).toEqual([])
  })

  test('that has run out cannot be confirmed', async () => {
    const { who, path } = await makeRequest()
    const past = new Date(Date.now() - 1000)
    await world.house.owner
      .updateTable('access_request')
      .set({ expires_at: past })
      .where('subject', '=', who.sub)
      .execute()
    expect((await visit(world.house, admin, path)).text).toContain('Ran out after 30 days')
    expect((await decide(path, { role: 'reader' })).status).toBe(422)
  })

  test('never takes over an account that has the same e-mail address', async () => {
    const owner = await makePerson(world.house, [post(await makeBoard(world.house), 'chair')])
    const { who, path } = await makeRequest({ email: owner.email.toUpperCase() })
    const tried = await decide(path, { role: 'reader' })
    expect([tried.status, tried.text.includes('There is an account with this e-mail address')]).toEqual([422, true])
    expect((await signInAt(world, who)).session).toBeNull()
  })

  test('is seen and decided by nobody but an administrator of its board', async () => {
    const { path } = await makeRequest()
    const agency = await makeAgency(world.house, [board])
    const elsewhere = await makePerson(world.house, [post(await makeBoard(world.house), 'administrator')])
    expect([
      (await visit(world.house, elsewhere, path)).status,
      (await decide(path, { role: 'reader' }, elsewhere)).status,
    ]).toEqual([404, 404])
    for (const role of roles.filter(each => each !== 'administrator')) {
      const person = await makePerson(world.house, [post(board, role, role.startsWith('agency') ? agency : null)])
      const tried = [
        await visit(world.house, person, path),
        await decide(path, { role: 'reader' }, person),
        await decide(`${path}/refusal`, {}, person),
      ]
      expect(
        tried.map(({ status }) => status),
        role,
      ).toEqual([403, 403, 403])
    }
    expect((await decide(path, { role: 'reader' }, null)).location).toBe('/sign-in')
  })

  test('may go to two boards: the second gives a role to the same account', async () => {
    const second = await makeBoard(world.house)
    const chief = await makePerson(world.house, [post(second, 'administrator')])
    const who = stranger()
    const asking = await arrive(who)
    await ask(asking)
    await ask(asking, { board: second.id })
    const rows = await world.house.owner
      .selectFrom('access_request')
      .selectAll()
      .where('subject', '=', who.sub)
      .execute()
    const on = (of: Board) => `/boards/${of.slug}/people/requests/${rows.find(row => row.board_id === of.id)?.id}`
    expect((await decide(on(board), { role: 'reader' })).status).toBe(303)
    expect((await decide(on(second), { role: 'chair' }, chief)).status).toBe(303)
    const signed = await signInAt(world, who)
    const posts = (await findPerson(world.house.app, signed.session ?? ''))?.person.posts
    expect(posts).toEqual(expect.arrayContaining([post(board, 'reader'), post(second, 'chair')]))
  })
})

test('nothing that was logged names anybody or holds a code or a token of the provider', () => {
  const lines = world.house.logged.join('\n')
  expect(lines).not.toMatch(/zelda|quist|stranger-/i)
  expect(lines).not.toMatch(/[?&](code|state)=|eyJ/)
})
