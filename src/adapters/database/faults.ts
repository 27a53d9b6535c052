/** What stands behind an error of the database, or of the disk under it, where that is not Heed's own fault. */

/** Whether the database did not answer: it is away, being started, or out of connections. */
const away = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN'],
  // Shut down by its administrator, crashed, starting, no connection left.
  ...['57P01', '57P02', '57P03', '53300'],
])

/** The driver gives these no code. */
const awayWords =
  /^(Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client has encountered a connection error)/

/** No room on the disk, or the quota is used up: PostgreSQL's own code, and the system's. */
const full = new Set(['53100', 'ENOSPC', 'EDQUOT'])

/** What stands behind the error; null for anything else. Looks behind errors that wrap another. */
export function faultOf(error: unknown): 'away' | 'full' | null {
  if (!(error instanceof Error)) return null
  const code = (error as { code?: unknown }).code
  if (typeof code === 'string' && full.has(code)) return 'full'
  // Class 08 is all that can go wrong with a connection.
  if (typeof code === 'string' && (away.has(code) || /^08\w{3}$/.test(code))) return 'away'
  if (awayWords.test(error.message)) return 'away'
  return faultOf(error.cause)
}
