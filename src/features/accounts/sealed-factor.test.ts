/** The secret of a second factor stands encrypted in the database, from its first moment and whatever it was before. */
import { beforeAll, expect, test } from 'vitest'
import {
  type Board,
  type House,
  makeBoard,
  makePerson,
  post,
  house as sharedHouse,
  type Visitor,
  visit,
} from '../../../test/world.ts'
import { codeAt, fromBase32, stepOf } from '../../access/totp.ts'
import { vaultOf } from '../../adapters/vault.ts'
import { sealSecondFactors } from './second-factor-commands.ts'

let house: House
let board: Board
beforeAll(async () => {
  house = await sharedHouse()
  board = await makeBoard(house)
})

const [plain, another] = ['GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', 'ORSXG5DTORUGC5BAOJ2W4IDTOR2WMZQK']
const about = ({ id }: Visitor) => `second factor of ${id}`

const keptOf = async ({ id }: Visitor) => {
  const row = await house.owner.selectFrom('person').select('totp_secret as kept').where('id', '=', id).execute()
  return row[0]?.kept ?? ''
}

async function makeWith(kept: string): Promise<Visitor> {
  const person = await makePerson(house, [post(board, 'support officer')])
  await keep(person, kept)
  return person
}
const keep = ({ id }: Visitor, totp_secret: string) =>
  house.owner.updateTable('person').set({ totp_secret }).where('id', '=', id).execute()

test('it is encrypted while it is being set up, and once its first code was given', async () => {
  const person = await makePerson(house, [post(board, 'support officer')])
  await visit(house, person, '/account/second-factor', { form: {} })
  const { html } = await visit(house, person, '/account/second-factor')
  const shown = (/<code>([A-Z2-7 ]+)<\/code>/.exec(html)?.[1] ?? '').replaceAll(' ', '')
  const { pending } = await house.owner
    .selectFrom('session')
    .select('totp_pending as pending')
    .where('id', '=', person.sessionId)
    .executeTakeFirstOrThrow()
  expect(house.app.vault.open(pending ?? '', about(person))).toBe(shown)
  const code = codeAt(fromBase32(shown), stepOf(house.clock.now()))
  expect((await visit(house, person, '/account/second-factor/code', { form: { code } })).status).toBe(303)
  const kept = await keptOf(person)
  expect(kept).not.toContain(shown)
  expect(house.app.vault.open(kept, about(person))).toBe(shown)
})

test('one that stands unencrypted from before, or under the secret of before, is encrypted anew at the start', async () => {
  const [old, today] = ['the secret of before, which was long', 'the secret of today, which is long too']
  const [first, second] = [await makeWith(plain), await makeWith('')]
  await keep(second, vaultOf([old]).seal(another, about(second)))
  const vault = vaultOf([today, old])
  await sealSecondFactors({ ...house.app, vault })
  const kept = [await keptOf(first), await keptOf(second)]
  expect(kept.every(vault.isFresh)).toBe(true)
  expect(vaultOf([today]).open(kept[0] ?? '', about(first))).toBe(plain)
  expect(vaultOf([today]).open(kept[1] ?? '', about(second))).toBe(another)
  await sealSecondFactors({ ...house.app, vault })
  expect([await keptOf(first), await keptOf(second)]).toEqual(kept)
  await sealSecondFactors({ ...house.app, vault: vaultOf(['a secret of the tests, long enough to be one', today]) })
})

test('one under a secret that is lost is left as it is, the log says so, and no code lets its person in', async () => {
  const sealed = vaultOf(['a secret that nobody has any more']).seal(plain, 'somebody')
  const person = await makeWith(sealed)
  await sealSecondFactors(house.app)
  expect(await keptOf(person)).toBe(sealed)
  expect(house.logged.at(-1)).toBe(JSON.stringify({ event: 'second factors sealed with an unknown secret', count: 1 }))
  const half = house.owner.updateTable('session').set({ stage: 'password' }).where('id', '=', person.sessionId)
  await half.execute()
  const code = codeAt(fromBase32(plain), stepOf(house.clock.now()))
  const refused = await visit(house, person, '/sign-in/code', { form: { code } })
  expect([refused.status, refused.text.includes('The code is not right')]).toEqual([422, true])
})
