import { expect, test } from 'vitest'
import { house, makeBoard } from '../../../test/world.ts'
import { buildWeb } from '../../house.ts'

const home = await house()
await makeBoard(home)
const paces = { every: 3, 'sign-in': 3, search: 3, upload: 3 }

/** The statuses of four requests, each of which says that it comes from another address, through one proxy. */
async function fourVisits(trustProxy: boolean, sayAddress: (visit: number) => string): Promise<number[]> {
  const web = await buildWeb(home.app, { trustProxy, paces })
  const statuses: number[] = []
  for (const visit of [1, 2, 3, 4]) {
    const reply = await web.inject({
      url: '/sign-in',
      remoteAddress: '10.0.0.1',
      headers: { 'x-forwarded-for': sayAddress(visit) },
    })
    statuses.push(reply.statusCode)
    if (reply.statusCode === 429) expect(reply.body).toContain('Wait a minute, then try again.')
  }
  await web.close()
  return statuses
}

const limited = [200, 200, 200, 429]

test('whoever asks too often is told to try again later', async () => {
  expect(await fourVisits(true, () => '192.0.2.7')).toEqual(limited)
})

test('behind a proxy, people at different addresses do not use up each other’s requests', async () => {
  expect(await fourVisits(true, visit => `192.0.2.${visit}`)).toEqual([200, 200, 200, 200])
})

test('behind a proxy, an address that the visitor made up counts for nothing', async () => {
  expect(await fourVisits(true, visit => `198.51.100.${visit}, 192.0.2.7`)).toEqual(limited)
})

test('without a proxy, no address is taken from a header', async () => {
  expect(await fourVisits(false, visit => `198.51.100.${visit}`)).toEqual(limited)
})
