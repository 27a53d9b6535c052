/** A house with a provider beside it, for the tests of signing in with an organisation. */
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { goThrough, openProvider, type Subject, type TestProvider } from './provider.ts'
import { type House, openHouse } from './world.ts'

export interface ProviderWorld {
  readonly house: House
  readonly provider: TestProvider
}

type Opening = Parameters<typeof openProvider>[0]

/** Opens both for the tests of a file, and sets the house's clock to the provider's before each. */
export function providerWorld(opening: Opening = {}): ProviderWorld {
  const world = {} as { house: House; provider: TestProvider }
  beforeAll(async () => {
    world.provider = await openProvider(opening)
    world.house = await openHouse({ providers: [world.provider.settings] })
    world.house.clock.set(new Date().toISOString())
  })
  beforeEach(() => world.house.clock.set(new Date().toISOString()))
  afterAll(async () => {
    await world.house?.web.close()
    await world.house?.store.close()
    await world.house?.sink.close()
    await world.provider?.close()
  })
  return world
}

/** Somebody signs in with the provider, from a browser that carries no session. */
export function signInAt({ house, provider }: ProviderWorld, who: Subject | null, how: { amr?: string[] } = {}) {
  provider.enter(who, how)
  return goThrough(house, null, '/sign-in/with/vale')
}
