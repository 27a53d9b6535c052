import { sql } from 'kysely'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import {
  type Board,
  eventually,
  type House,
  makeAgency,
  makeBoard,
  makePerson,
  post,
  setPassword,
  house as sharedHouse,
  type Visitor,
  visit,
} from '../../../test/world.ts'
import type { AgencyId } from '../../access/actor.ts'
import { codeAt, fromBase32, stepOf } from '../../access/totp.ts'
import type { App } from '../../app.ts'
import type { InvitationId } from '../../store/schema.ts'
import { sendInvitation } from './jobs.ts'
import { findPerson } from './session-commands.ts'

let house: House
let board: Board
let police: AgencyId
let admin: Visitor
let officer: Visitor
beforeAll(async () => {
  house = await sharedHouse()
  board = await makeBoard(house, { name: 'Vale Safeguarding Adults Board' })
  police = await makeAgency(house, [board], `Vale Police ${Math.floor(performance.now() * 1000)}`)
  admin = await makePerson(house, [post(board, 'administrator')], 'Ada Marsh')
  officer = await makePerson(house, [post(board, 'support officer')])
})
afterEach(() => house.clock.set('2026-11-22T12:00:00Z'))

let counter = 0
const address = () => `invitee-${++counter}-${house.app.chance.token().slice(0, 6).toLowerCase()}@example.test`
const invite = (form: Record<string, string>, by = admin) =>
  visit(house, by, `/boards/${board.slug}/people/invitations`, { form: { name: 'Nadia Khan', role: 'chair', ...form } })

async function letterTo(email: string, but = '') {
  const sent = await eventually(
    async () => house.sink.mail.sent()?.find(letter => letter.to.includes(email) && letter.text !== but),
    letter => letter !== undefined,
  )
  return {
    text: sent?.text ?? '',
    subject: sent?.subject ?? '',
    path: /http:\/\/heed\.test(\S+)/.exec(sent?.text ?? '')?.[1] ?? '',
  }
}

const rowOf = (email: string) =>
  house.owner.selectFrom('invitation').selectAll().where('email', '=', email).executeTakeFirstOrThrow()

const accept = (path: string, form: Record<string, string>, visitor: Visitor | null = null) =>
  visit(house, visitor, `${path}/acceptance`, { form })
const good = { name: 'Nadia Khan', password: 'kettle-orbit-plaster' }

describe('inviting', () => {
  test('sends a letter that says which board, as what, what to do and by when, and names nobody else', async () => {
    const email = address()
    expect(await invite({ email, role: 'agency lead', agency: police })).toMatchObject({
      status: 303,
      location: `/boards/${board.slug}/people/invitations?said=invited`,
    })
    const letter = await letterTo(email)
    expect(letter.text).toContain('An administrator of Vale Safeguarding Adults Board invites you')
    expect(letter.text).toContain('agency safeguarding lead for Vale Police')
    expect(letter.text).toContain('until 29 November 2026')
    expect(letter.text).not.toContain('Ada')
    const list = await eventually(
      () => visit(house, admin, `/boards/${board.slug}/people/invitations`),
      ({ text }) => text.includes('Sent Until 29 November 2026'),
    )
    expect(list.text).toContain(`Nadia Khan ${email}`)
  })

  test('stores no token that opens anything, neither with the invitation nor with the job', async () => {
    const email = address()
    await invite({ email })
    const { path } = await letterTo(email)
    const token = path.split('/').at(-1) ?? 'none'
    const jobs = await sql`select data, output from jobs.job where name = 'send-invitation'`.execute(house.owner)
    expect(jobs.rows.length).toBeGreaterThan(0)
    expect(JSON.stringify(jobs.rows)).not.toContain(token)
    expect(JSON.stringify(await rowOf(email))).not.toContain(token)
  })

  test('says everything that is missing', async () => {
    const shown = await visit(house, admin, `/boards/${board.slug}/people/invitations`, { form: {} })
    expect(shown.status).toBe(422)
    for (const words of ['Enter the person’s name', 'Enter the person’s e-mail address', 'Choose a role'])
      expect(shown.text).toContain(words)
  })

  test('into an agency’s role needs an agency, and one of this board', async () => {
    expect((await invite({ email: address(), role: 'agency lead' })).text).toContain('Choose the agency')
    const foreign = await makeAgency(house, [await makeBoard(house)])
    const shown = await invite({ email: address(), role: 'agency lead', agency: foreign })
    expect([shown.status, shown.text.includes('sits on this board')]).toEqual([422, true])
  })

  test('refuses what is no e-mail address', async () => {
    expect((await invite({ email: 'no address' })).text).toContain('in the correct format')
  })

  test('refuses whoever has the role already, and whoever is invited to it already', async () => {
    expect((await invite({ email: officer.email, role: 'support officer' })).text).toContain(
      'has this role on the board',
    )
    const email = address()
    await invite({ email })
    expect((await invite({ email: email.toUpperCase() })).text).toContain('is invited to this role already')
  })

  test('is the administrator’s alone, and on another board as if it were not there', async () => {
    expect((await visit(house, officer, `/boards/${board.slug}/people/invitations`)).status).toBe(403)
    expect((await invite({ email: address() }, officer)).status).toBe(403)
    const other = await makeBoard(house)
    const stranger = await makePerson(house, [post(other, 'administrator')])
    expect((await visit(house, stranger, `/boards/${board.slug}/people/invitations`)).status).toBe(404)
    const both = await makePerson(house, [post(other, 'administrator'), post(board, 'chair')])
    expect((await invite({ email: address() }, both)).status).toBe(403)
  })

  test('stands in the ledger by ids and the role, without a name', async () => {
    const email = address()
    await invite({ email })
    const { id } = await rowOf(email)
    const entry = await house.owner
      .selectFrom('ledger_entry')
      .selectAll()
      .where('thing_id', '=', id)
      .executeTakeFirstOrThrow()
    expect(entry).toMatchObject({ kind: 'invitation.made', person_id: admin.id, facts: { role: 'chair' } })
  })
})

describe('accepting with a new account', () => {
  test('makes the account, gives the role and signs in, once', async () => {
    const email = address()
    await invite({ email, role: 'agency contributor', agency: police })
    const { path } = await letterTo(email)
    const shown = await visit(house, null, path)
    expect(shown.text).toContain('Agency contributor')
    expect(shown.html).toContain('value="Nadia Khan"')
    const done = await accept(path, good)
    expect(done).toMatchObject({ status: 303, location: '/?said=accepted' })
    const found = await findPerson(house.app, done.session ?? '')
    expect(found?.person.posts).toEqual([{ boardId: board.id, role: 'agency contributor', agencyId: police }])
    const again = await visit(house, null, path)
    expect([again.status, again.text.includes('It has been accepted')]).toEqual([410, true])
    expect((await accept(path, good)).status).toBe(410)
    const signed = await visit(house, null, '/sign-in', { form: { email, password: good.password } })
    expect(signed.location).toBe('/')
  })

  test('of two at the same moment only one succeeds', async () => {
    const email = address()
    await invite({ email })
    const { path } = await letterTo(email)
    const both = await Promise.all([accept(path, good), accept(path, good)])
    expect(both.map(({ status }) => status).sort()).toEqual([303, 410])
  })

  test('needs a good password, that is not made of the board’s name', async () => {
    const email = address()
    await invite({ email })
    const { path } = await letterTo(email)
    expect((await accept(path, { ...good, password: 'short' })).text).toContain('12 characters or more')
    const boardName = await accept(path, { ...good, password: 'ValeSafeguardingAdults1' })
    expect([boardName.status, boardName.text.includes('name of the board')]).toEqual([422, true])
    expect((await accept(path, { ...good, name: '' })).text).toContain('Enter your name')
    expect((await rowOf(email)).accepted_at).toBeNull()
  })

  test('is no longer possible after seven days', async () => {
    const email = address()
    await invite({ email })
    const { path } = await letterTo(email)
    house.clock.set('2026-11-29T12:00:01Z')
    const shown = await visit(house, null, path)
    expect([shown.status, shown.text.includes('Its 7 days have passed')]).toEqual([410, true])
    expect((await accept(path, good)).status).toBe(410)
  })

  test('is not possible with a link that was never made', async () => {
    const path = `/invitations/${house.app.chance.token()}`
    expect((await visit(house, null, path)).status).toBe(404)
    expect((await accept(path, good)).status).toBe(404)
  })
})

describe('accepting with an account that is there', () => {
  test('asks to sign in, comes back, and gives the role on confirmation', async () => {
    const other = await makeBoard(house)
    const known = await makePerson(house, [post(other, 'chair')])
    await setPassword(house, known, good.password)
    await invite({ email: known.email })
    const { path } = await letterTo(known.email)
    const shown = await visit(house, null, path)
    expect(shown.text).toContain('You have an account with this e-mail address already')
    const signInPath = /href="(\/sign-in\?invitation=[^"]+)"/.exec(shown.html)?.[1] ?? ''
    const signed = await visit(house, null, signInPath, { form: { email: known.email, password: good.password } })
    expect(signed.location).toBe(path)
    const session = signed.session ?? ''
    expect((await visit(house, null, path, { session })).text).toContain('Accept the invitation')
    expect((await visit(house, null, `${path}/acceptance`, { session, form: {} })).location).toBe('/?said=accepted')
    const posts = (await findPerson(house.app, session))?.person.posts ?? []
    expect(posts.map(({ boardId }) => boardId).sort()).toEqual([board.id, other.id].sort())
  })

  test('makes no second account with a password of the link’s holder', async () => {
    const known = await makePerson(house, [post(await makeBoard(house), 'chair')])
    await invite({ email: known.email })
    const { path } = await letterTo(known.email)
    const tried = await accept(path, good)
    expect(tried.text).toContain('Sign in to accept')
    expect((await rowOf(known.email)).accepted_at).toBeNull()
  })

  test('waits until a second factor that is asked for is set up', async () => {
    const strict = await makeBoard(house, { secondFactor: true })
    const known = await makePerson(house, [post(strict, 'chair')])
    await invite({ email: known.email })
    const { path } = await letterTo(known.email)
    const setUp = `/account/second-factor?invitation=${path.split('/').at(-1)}`
    expect(await visit(house, known, path)).toMatchObject({ status: 303, location: setUp })
    expect(await accept(path, {}, known)).toMatchObject({ status: 303, location: setUp })
    expect((await rowOf(known.email)).accepted_at).toBeNull()
  })

  test('leads back to the invitation once the second factor is set up', async () => {
    const strict = await makeBoard(house, { secondFactor: true })
    const known = await makePerson(house, [post(strict, 'chair')])
    await invite({ email: known.email })
    const { path } = await letterTo(known.email)
    const location = (await visit(house, known, path)).location ?? ''
    const begun = await visit(house, known, location, { form: {} })
    expect(begun.location).toBe(location)
    const { text, html } = await visit(house, known, location)
    const secret = (/Key: ([A-Z2-7 ]+) \(/.exec(text)?.[1] ?? '').replaceAll(' ', '')
    const code = codeAt(fromBase32(secret), stepOf(house.clock.now()))
    const action = /action="([^"]*second-factor\/code[^"]*)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const after = (await visit(house, known, action, { form: { code } })).location
    expect(after).toBe(`${path}?said=second-factor-set`)
    expect((await visit(house, known, after ?? '')).text).toContain(
      'Your second factor is on. Now accept the invitation',
    )
  })

  test('is not for somebody who is signed in with another', async () => {
    const email = address()
    await invite({ email })
    const { path } = await letterTo(email)
    expect((await visit(house, officer, path)).text).toContain('You are signed in with another account')
    await accept(path, {}, officer)
    expect((await rowOf(email)).accepted_at).toBeNull()
  })
})

describe('an invitation whose agency has left the board', () => {
  const leave = (agencyId: AgencyId) =>
    visit(house, admin, `/boards/${board.slug}/agencies/${agencyId}/removal`, { form: {} })
  const postsOf = (email: string) =>
    house.owner
      .selectFrom('membership as m')
      .innerJoin('person as p', 'p.id', 'm.person_id')
      .select('m.id')
      .where('p.email', '=', email)
      .where('m.board_id', '=', board.id)
      .execute()

  test('gives no role, says why, and tells the administrator', async () => {
    const fire = await makeAgency(house, [board], `Vale Fire ${house.app.chance.token().slice(0, 6)}`)
    const [email, known] = [address(), await makePerson(house, [post(await makeBoard(house), 'chair')])]
    await invite({ email, role: 'agency lead', agency: fire })
    await invite({ email: known.email, role: 'agency lead', agency: fire })
    const [first, second] = [await letterTo(email), await letterTo(known.email)]
    expect((await leave(fire)).status).toBe(303)
    const told = await visit(house, null, first.path)
    expect(told).toMatchObject({ status: 410 })
    expect(told.text).toContain('has left Vale Safeguarding Adults Board since you were invited')
    expect((await accept(first.path, good)).status).toBe(410)
    expect((await accept(second.path, {}, known)).status).toBe(410)
    expect([await postsOf(email), await postsOf(known.email)]).toEqual([[], []])
    const letter = await letterTo(admin.email)
    expect(letter.subject).toBe('An invitation to Vale Safeguarding Adults Board could not be accepted')
    expect(letter.text).not.toContain('Nadia')
    const list = await visit(house, admin, `/boards/${board.slug}/people/invitations`)
    expect(list.text).toContain('Its agency left the board')
    expect(list.text).toContain('Somebody tried to accept it on 22 November 2026')
    const history = await visit(house, admin, `/boards/${board.slug}/history`)
    expect(history.text).toContain('let nobody accept the invitation of Nadia Khan')
  })

  test('can be accepted once the agency sits there again', async () => {
    const name = `Vale Housing ${house.app.chance.token().slice(0, 6)}`
    const [housing, email] = [await makeAgency(house, [board], name), address()]
    await invite({ email, role: 'agency lead', agency: housing })
    const { path } = await letterTo(email)
    await leave(housing)
    expect((await accept(path, good)).status).toBe(410)
    await visit(house, admin, `/boards/${board.slug}/agencies`, { form: { name } })
    expect((await accept(path, good)).status).toBe(303)
    expect(await postsOf(email)).toHaveLength(1)
  })
})

describe('an invitation that is out', () => {
  test('can be sent again: the link before stops working', async () => {
    const email = address()
    await invite({ email })
    const first = await letterTo(email)
    const { id } = await eventually(
      () => rowOf(email),
      row => row.sent_at !== null,
    )
    house.clock.set('2026-11-27T12:00:00Z')
    const sessions = await freshAdmin()
    const done = await visit(house, sessions, `/boards/${board.slug}/people/invitations/${id}/letter`, { form: {} })
    expect(done.location).toContain('said=sent-again')
    const second = await letterTo(email, first.text)
    expect(second.text).toContain('until 4 December 2026')
    expect((await visit(house, null, first.path)).status).toBe(404)
    expect((await visit(house, null, second.path)).status).toBe(200)
  })

  test('can be withdrawn: its link stops working, and it cannot be sent again', async () => {
    const email = address()
    await invite({ email })
    const { path } = await letterTo(email)
    const { id } = await rowOf(email)
    const url = `/boards/${board.slug}/people/invitations/${id}`
    expect((await visit(house, admin, `${url}/withdrawal`, { form: {} })).location).toContain('said=withdrawn')
    const shown = await visit(house, null, path)
    expect([shown.status, shown.text.includes('It was withdrawn')]).toEqual([410, true])
    expect((await visit(house, admin, `${url}/letter`, { form: {} })).location).toContain('said=changed')
    expect((await visit(house, admin, `${url}/withdrawal`, { form: {} })).location).toContain('said=changed')
  })

  test('of another board is not there', async () => {
    const email = address()
    await invite({ email })
    const { id } = await rowOf(email)
    const other = await makeBoard(house)
    const stranger = await makePerson(house, [post(other, 'administrator')])
    for (const slug of [board.slug, other.slug]) {
      const tried = await visit(house, stranger, `/boards/${slug}/people/invitations/${id}/withdrawal`, { form: {} })
      expect(tried.status).toBe(404)
    }
    const sitsOnBoth = await makePerson(house, [post(other, 'administrator'), post(board, 'administrator')])
    const crossed = await visit(house, sitsOnBoth, `/boards/${other.slug}/people/invitations/${id}/withdrawal`, {
      form: {},
    })
    expect(crossed.status).toBe(404)
  })

  test('whose letter cannot be sent says so, and a link can be handed over instead', async () => {
    const email = address()
    await invite({ email })
    await letterTo(email)
    const { id } = await eventually(
      () => rowOf(email),
      row => row.sent_at !== null,
    )
    const link = `/boards/${board.slug}/people/invitations/${id}/link`
    expect((await visit(house, admin, link, { form: {} })).location).toContain('said=changed')

    await house.owner.updateTable('invitation').set({ sent_at: null }).where('id', '=', id).execute()
    const mail = { send: () => Promise.reject(new Error('no mail server')), sent: () => null }
    const withoutMail: App = { ...house.app, mail }
    await expect(sendInvitation.work(withoutMail, { invitation: id })).rejects.toThrow()
    await sendInvitation.giveUp?.(withoutMail, { invitation: id })
    expect((await visit(house, admin, `/boards/${board.slug}/people/invitations`)).text).toContain('Could not be sent')
    const shown = await visit(house, admin, link, { form: {} })
    const path = /http:\/\/heed\.test(\/invitations\/[\w-]+)/.exec(shown.html)?.[1] ?? ''
    expect((await visit(house, null, path)).status).toBe(200)
    const entries = await house.owner
      .selectFrom('ledger_entry')
      .select('kind')
      .where('thing_id', '=', id)
      .orderBy('position')
      .execute()
    expect(entries.map(({ kind }) => kind)).toEqual(['invitation.made', 'invitation.link-shown'])
  })

  test('a letter that went out is not sent twice when its job runs again', async () => {
    const email = address()
    await invite({ email })
    await letterTo(email)
    const { id } = await eventually(
      () => rowOf(email),
      row => row.sent_at !== null,
    )
    await sendInvitation.work(house.app, { invitation: id as InvitationId })
    expect(house.sink.mail.sent()?.filter(letter => letter.to.includes(email))).toHaveLength(1)
  })
})

/** Days later, the administrator has signed in again. */
async function freshAdmin(): Promise<Visitor> {
  return makePerson(house, [post(board, 'administrator')])
}
