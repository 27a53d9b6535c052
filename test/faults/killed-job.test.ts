/** The process that reads a document is killed half-way: another reads it from the beginning, once. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { urls } from '../../src/urls.ts'
import { isServerMissing } from '../engines.ts'
import { marlResponse } from '../marl-response.ts'
import { eventually, visit } from '../world.ts'
import { openServed, type Served } from './served.ts'

describe.skipIf(isServerMissing)('a killed job (skipped where TEST_DATABASE_URL names no server)', () => {
  let served: Served
  beforeAll(async () => {
    served = await openServed()
  })
  afterAll(() => served?.close())

  const rows = () => served.house.owner.selectFrom('import').select(['id', 'state', 'progress']).execute()

  test('is done by another process within a minute, and its page says meanwhile that it is read', async () => {
    const first = await served.start()
    const form = new FormData()
    form.set('files', new File([marlResponse()], 'response.md'))
    expect((await served.ask(first.address, urls.newImport(served.board.slug), form)).status).toBe(303)
    for (let state = ''; state !== 'reading'; state = (await rows())[0]?.state ?? '') expect(state).not.toBe('ready')
    first.process.kill('SIGKILL')
    await first.ended

    const second = await served.start()
    const [{ id, state } = { id: '', state: '' }] = await rows()
    expect(state).toBe('reading')
    const page = await served.ask(second.address, urls.import(id))
    expect([page.status, page.text.includes('Reading')]).toEqual([200, true])
    const isRead = (found: { state: string }[]) => found.every(each => each.state === 'ready')
    for (let n = 0; n < 4; n++) if (await eventually(rows, isRead).catch(() => null)) break
    expect((await rows()).map(each => each.state)).toEqual(['ready'])
    const entries = served.house.owner.selectFrom('ledger_entry').select('kind').where('thing_id', '=', id)
    expect((await entries.orderBy('position').execute()).map(({ kind }) => kind)).toEqual([
      'import.started',
      'import.read',
    ])
    expect((await served.ask(second.address, urls.import(id))).text).toContain('Marl Police will tell schools')
  })

  test('that killed its process every time is given up, and its page says so', async () => {
    const { house, board, officer } = served
    const files = [{ field: 'files', name: 'again.md', bytes: Buffer.from(marlResponse('Again, on 3 March 2026')) }]
    const { location } = await visit(house, officer, urls.newImport(board.slug), { form: {}, files })
    const id = location?.split('/').at(-1) ?? ''
    await sql`update import set state = 'reading' where id = ${id}`.execute(house.owner)
    // As the last of its processes left it.
    await sql`update jobs.job set state = 'active', retry_count = retry_limit, started_on = now() - interval '2 minutes',
      heartbeat_on = now() - interval '1 minute' where data->>'import' = ${id}`.execute(house.owner)
    const { address } = await served.start()
    const isEnded = async () => (await rows()).find(row => row.id === id)?.state === 'failed'
    for (let n = 0; n < 3; n++) if (await eventually(isEnded, ended => ended).catch(() => false)) break
    const page = await served.ask(address, urls.import(id))
    expect([page.status, page.text.includes('Start the reading again')]).toEqual([200, true])
  })
})
