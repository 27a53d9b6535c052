/** What stands in the way of opening or starting a house, in a sentence that says what to do. */
import type { Config } from './config.ts'

/** Something outside stands in the way. The message says what to do. */
class InTheWay extends Error {
  override readonly name = 'InTheWay'
}

/** Does the work; what fails for a reason that people can mend is thrown again as InTheWay. */
export async function explain<T>(config: Config, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const sentence = sentenceFor(error as NodeJS.ErrnoException, config)
    if (sentence) throw new InTheWay(sentence, { cause: error })
    throw error
  }
}

function sentenceFor(error: NodeJS.ErrnoException, { host, port, metrics, dataFolder }: Config): string | null {
  const { code, syscall } = error
  if (syscall === 'listen') {
    const isMetrics = metrics !== null && metrics.port === (error as { port?: number }).port && metrics.port !== port
    return isMetrics
      ? listening(code, `${metrics.host}:${metrics.port}`, 'METRICS')
      : listening(code, `${host}:${port}`)
  }
  if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM')
    return `Heed may not write to ${dataFolder}. Give it that folder, or set DATA_FOLDER to another.`
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'ETIMEDOUT')
    return 'The database of DATABASE_URL does not answer. Check that it runs and that the address is right.'
  if (code === '28P01' || code === '28000') return 'The database refuses the name or the password in DATABASE_URL.'
  if (code === '3D000') return 'There is no database of the name in DATABASE_URL. Make it first: see docs/operating.md.'
  return null
}

function listening(code: string | undefined, place: string, setting = 'PORT'): string {
  if (code === 'EADDRINUSE') return `Something else listens on ${place}. Stop it, or set ${setting} to another port.`
  if (code === 'EACCES') return `Heed may not listen on ${place}. Set ${setting} to a port of 1024 or more.`
  return `Heed cannot listen on ${place}. Check ${setting === 'PORT' ? 'HOST and PORT' : setting}.`
}
