/** How often one address asked within a minute, counted in this process by a clock that nobody sets. */
import type { FastifyRateLimitStoreCtor } from '@fastify/rate-limit'

type Counted = (error: Error | null, result: { current: number; ttl: number }) => void

/** So many addresses are remembered; the one that began first is forgotten first. */
const most = 5000

/** A store for the limits of the web server. `elapsed` is in milliseconds since whenever. */
export function localCounts(elapsed: () => number = () => performance.now()): FastifyRateLimitStoreCtor {
  return class LocalCounts {
    readonly #counts = new Map<string, { count: number; beganAt: number }>()
    incr(address: string, counted: Counted, window: number): void {
      const now = elapsed()
      const known = this.#counts.get(address)
      const current = known && now - known.beganAt < window ? known : { count: 0, beganAt: now }
      current.count++
      if (current !== known) this.#remember(address, current)
      counted(null, { current: current.count, ttl: Math.ceil(current.beganAt + window - now) })
    }
    #remember(address: string, current: { count: number; beganAt: number }): void {
      this.#counts.delete(address)
      this.#counts.set(address, current)
      const [oldest] = this.#counts.keys()
      if (this.#counts.size > most && oldest !== undefined) this.#counts.delete(oldest)
    }
    child(): LocalCounts {
      return new LocalCounts()
    }
  } as unknown as FastifyRateLimitStoreCtor
}
