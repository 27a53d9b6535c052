import { pino } from 'pino'
import type { Log } from '../app.ts'

/** One line of JSON for each event, on standard output. Callers give ids, counts and names of things, never words. */
export function pinoLog(level: string): Log {
  const log = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime })
  return {
    info: (event, facts = {}) => log.info(facts, event),
    warn: (event, facts = {}) => log.warn(facts, event),
    error: (event, facts = {}) => log.error(facts, event),
  }
}
