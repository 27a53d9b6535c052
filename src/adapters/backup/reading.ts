/** Reads the lines of a backup back and holds them to what they say of themselves. */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { BadBackup } from './seal.ts'
import { format } from './writing.ts'

const head = z.object({
  format: z.string(),
  heed: z.string(),
  madeAt: z.coerce.date(),
  migrations: z.array(z.object({ name: z.string(), sha256: z.string() })),
})
const beginning = z.object({
  section: z.string(),
  columns: z.array(z.object({ name: z.string(), type: z.string() })),
})
const end = z.object({ end: z.string(), rows: z.number(), sha256: z.string() })
const whole = z.object({ whole: z.number() })

export type Head = z.infer<typeof head>
export type Section = z.infer<typeof beginning>

/** What a reader of a backup does with it; each is awaited before the next line is read. */
export interface Taking {
  head(head: Head): Promise<void>
  /** Some rows of a section as the text of a JSON array; each row is an array of texts and nulls. */
  rows(section: Section, json: string): Promise<void>
}

export interface Tally {
  readonly head: Head
  readonly rows: ReadonlyMap<string, number>
}

const mostRows = 500
const mostCharacters = 1_000_000

/** Throws BadBackup when a row is missing or other than it was written, or the end is missing. */
export async function takeBackup(lines: AsyncIterable<string>, taking: Taking): Promise<Tally> {
  const each = lines[Symbol.asyncIterator]()
  try {
    const first = await next(each)
    const read = head.safeParse(parse(first))
    if (!read.success || read.data.format !== format) throw new BadBackup('The file is no backup that this Heed reads.')
    await taking.head(read.data)
    const rows = new Map<string, number>()
    for (;;) {
      const line = parse(await next(each))
      const last = whole.safeParse(line)
      if (last.success && last.data.whole === rows.size) return { head: read.data, rows }
      const section = beginning.safeParse(line)
      if (!section.success) throw damaged()
      rows.set(section.data.section, await takeSection(each, section.data, taking))
    }
  } finally {
    await each.return?.()
  }
}

async function takeSection(each: AsyncIterator<string>, section: Section, taking: Taking): Promise<number> {
  const hash = createHash('sha256')
  let [count, characters] = [0, 0]
  let batch: string[] = []
  const flush = async () => {
    if (batch.length > 0) await taking.rows(section, `[${batch.join(',')}]`)
    batch = []
    characters = 0
  }
  for (;;) {
    const line = await next(each)
    if (!line.startsWith('[')) {
      await flush()
      const said = end.safeParse(parse(line))
      const holds = said.success && said.data.end === section.section && said.data.rows === count
      if (!holds || said.data.sha256 !== hash.digest('hex')) throw damaged()
      return count
    }
    hash.update(`${line}\n`)
    batch.push(line)
    count++
    characters += line.length
    if (batch.length >= mostRows || characters >= mostCharacters) await flush()
  }
}

async function next(each: AsyncIterator<string>): Promise<string> {
  const { value, done } = await each.next()
  if (done) throw damaged()
  return value
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch (error) {
    throw new BadBackup('The file is no backup of Heed.', { cause: error })
  }
}

const damaged = () => new BadBackup('The backup is damaged: what it holds is not what it says that it holds.')
