import { beforeAll, describe, expect, test } from 'vitest'
import { type House, makeBoard, makePerson, post, house as sharedHouse, visit } from '../../../test/world.ts'
import { addBoardCommand, recoverAccountCommand } from './cli.ts'
import { findPerson } from './session-commands.ts'

let house: House
beforeAll(async () => {
  house = await sharedHouse()
})

const words = (name: string, email = 'ada@example.test') => [
  name,
  '--short-name',
  'Fell SAB',
  '--administrator-email',
  email,
  '--administrator-name',
  'Ada Marsh',
]

describe('heed board add', () => {
  test('adds a board, and its administrator comes in by the printed link', async () => {
    const email = `admin-${house.app.chance.token().slice(0, 8).toLowerCase()}@example.test`
    const printed = await addBoardCommand(house.app, words('Fell Safeguarding Adults Board', email))
    expect(printed.status).toBe(0)
    const path = /http:\/\/heed\.test(\/invitations\/\S+)/.exec(printed.lines.join('\n'))?.[1] ?? ''
    const accepted = await visit(house, null, `${path}/acceptance`, {
      form: { name: 'Ada Marsh', password: 'kettle-orbit-plaster' },
    })
    expect(accepted.status).toBe(303)
    expect(await findPerson(house.app, accepted.session ?? '')).toMatchObject({ stage: 'full', mustEnrol: true })
  })

  test('gives a second board of the same short name another address', async () => {
    const first = (await addBoardCommand(house.app, words('Fell One'))).lines[0]
    const second = (await addBoardCommand(house.app, words('Fell Two'))).lines[0]
    expect(first).not.toBe(second)
    expect(second).toMatch(/\/boards\/fell-sab-\d+$/)
  })

  test.each([
    [[]],
    [words('')],
    [['Fell', 'SAB', '--short-name', 'F', '--administrator-email', 'a@b.cd', '--administrator-name', 'A']],
    [words('Fell', 'no address')],
    [[...words('Fell'), '--unknown', 'x']],
  ])('says what is wrong with %j, and adds nothing', async args => {
    const before = await house.owner.selectFrom('board').select('id').execute()
    const printed = await addBoardCommand(house.app, args)
    expect(printed.status).toBe(2)
    expect(printed.lines.at(-1)).toContain('Usage: heed board add')
    expect(await house.owner.selectFrom('board').select('id').execute()).toHaveLength(before.length)
  })
})

describe('heed account recover', () => {
  test('gives a new password, takes the second factor off and ends every session', async () => {
    const person = await makePerson(house, [post(await makeBoard(house), 'chair')])
    await house.owner
      .updateTable('person')
      .set({ totp_secret: 'GEZDGNBVGY3TQOJQ', totp_confirmed_at: house.clock.now() })
      .where('id', '=', person.id)
      .execute()
    const printed = await recoverAccountCommand(house.app, [person.email])
    const password = /New password: (\S+)/.exec(printed.lines[0] ?? '')?.[1] ?? ''
    expect(await findPerson(house.app, person.token)).toBeNull()
    const signed = await visit(house, null, '/sign-in', { form: { email: person.email, password } })
    expect(signed).toMatchObject({ status: 303, location: '/' })
  })

  test('says when there is no such account', async () => {
    expect(await recoverAccountCommand(house.app, ['nobody@example.test'])).toMatchObject({ status: 1 })
    expect(await recoverAccountCommand(house.app, [])).toMatchObject({ status: 2 })
  })
})
