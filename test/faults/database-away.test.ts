/** The database's server goes away and comes back: pages say so, nothing acknowledged is lost, and all goes on by itself. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { urls } from '../../src/urls.ts'
import { isServerMissing } from '../engines.ts'
import { marlResponse } from '../marl-response.ts'
import { eventually } from '../world.ts'
import { openWay, type Way } from './interruptible.ts'
import { openServed, type Served } from './served.ts'

describe.skipIf(isServerMissing)('the database away (skipped where TEST_DATABASE_URL names no server)', () => {
  let way: Way
  let served: Served
  let at: Awaited<ReturnType<Served['start']>>

  beforeAll(async () => {
    way = await openWay()
    served = await openServed(way.urlOf)
    at = await served.start()
  })
  afterAll(async () => {
    await served?.close()
    await way?.cut()
  })

  const ask = (url: string, form?: URLSearchParams | FormData) => served.ask(at.address, url, form)
  const reviews = () => urls.reviews(served.board.slug)
  const addReview = (title: string) => ask(reviews(), new URLSearchParams({ title, type: 'lcspr' }))
  const upload = (mark: string) => {
    const form = new FormData()
    form.set('files', new File([marlResponse(`Edition ${mark}, published on 3 March 2026`)], 'response.md'))
    return ask(urls.newImport(served.board.slug), form)
  }
  const titles = async () => {
    const found = served.house.owner.selectFrom('review').select('title').where('board_id', '=', served.board.id)
    return (await found.execute()).map(({ title }) => title).filter(title => /^Child /.test(title))
  }
  const isUp = async () => (await ask('/ready')).status === 200

  async function seesNothingButAPage(): Promise<void> {
    for (const url of [reviews(), urls.home(), urls.signIn()]) {
      const { status, text } = await ask(url)
      expect([url, status]).toEqual([url, 503])
      expect(text).toContain('Heed is not available at the moment')
      expect(text).toContain('Everything that you saved is safe')
      expect(text).not.toMatch(/ECONN|postgres|127\.0\.0\.1|terminated|heed_test/i)
    }
  }

  test('a page says that Heed is not available, /ready says why and /health goes on', async () => {
    expect((await addReview('Child Wren')).status).toBe(303)
    expect((await upload('one')).status).toBe(303)
    await way.cut()
    await seesNothingButAPage()
    expect(await ask('/health')).toMatchObject({ status: 200, text: 'alive\n' })
    await eventually(isUp, up => !up)
    expect(await ask('/ready')).toMatchObject({ status: 503, text: 'not ready: the database does not answer\n' })
    expect((await addReview('Child Robin')).status).toBe(503)
  })

  test('when it is back, all goes on by itself: pages, forms, and the job that was waiting or begun', async () => {
    await way.mend()
    await eventually(isUp, up => up)
    expect((await ask(reviews())).status).toBe(200)
    expect(await titles()).toEqual(['Child Wren'])
    expect((await addReview('Child Jay')).status).toBe(303)
    expect((await upload('two')).status).toBe(303)
    const states = () => served.house.owner.selectFrom('import').select('state').execute()
    // What was begun when the connection ended is done again when its worker has not been heard of for a while.
    const isRead = (rows: { state: string }[]) => rows.every(({ state }) => state === 'ready')
    for (let n = 0; n < 4; n++) if (await eventually(states, isRead).catch(() => null)) break
    expect(await states()).toEqual([{ state: 'ready' }, { state: 'ready' }])
  })

  test('a network that swallows all is the same to whoever asks, and no request waits for ever', async () => {
    way.swallow()
    await eventually(isUp, up => !up)
    const began = Date.now()
    expect((await ask('/ready')).text).toBe('not ready: the database does not answer\n')
    expect(Date.now() - began).toBeLessThan(4000)
    await way.cut()
    await seesNothingButAPage()
    await way.mend()
    await eventually(isUp, up => up)
    expect((await ask(reviews())).status).toBe(200)
  })

  test('the log says that the database was away, and no word of what was sent', () => {
    expect(at.printed()).toContain('"msg":"database away"')
    expect(at.printed()).not.toContain('Child Robin')
  })
})
