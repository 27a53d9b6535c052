/** A zip archive that is written as it is made, with the hash of every file in it. */
import { createHash } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { Zip, ZipDeflate } from 'fflate'

export interface ArchiveFile {
  /** With "/" between folders. */
  readonly name: string
  readonly chunks: AsyncIterable<Uint8Array | string>
}

/** The last file of an archive: a line for each of the others, as `sha256sum --check` takes them. */
export const manifestName = 'manifest-sha256.txt'

/** Writes the files; the archive has its name only when it is whole. Nobody else on the machine may read it. */
export async function writeArchive(file: string, files: AsyncIterable<ArchiveFile>): Promise<void> {
  const part = `${file}.part`
  const out = await open(part, 'wx', 0o600)
  try {
    const waiting: Uint8Array[] = []
    const zip = new Zip((error, data) => {
      if (error) throw error
      waiting.push(data)
    })
    const flush = async () => {
      for (const data of waiting.splice(0)) await out.writeFile(data)
    }
    const hashes: string[] = []
    for await (const each of files) hashes.push(`${await pack(zip, each, flush)}  ${each.name}\n`)
    await pack(zip, { name: manifestName, chunks: each([hashes.join('')]) }, flush)
    zip.end()
    await flush()
    await out.sync()
    await out.close()
    await rename(part, file)
  } catch (error) {
    await out.close().catch(() => undefined)
    await rm(part, { force: true })
    throw error
  }
}

async function pack(zip: Zip, { name, chunks }: ArchiveFile, flush: () => Promise<void>): Promise<string> {
  const hash = createHash('sha256')
  const entry = new ZipDeflate(name, { level: 6 })
  zip.add(entry)
  for await (const chunk of chunks) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
    hash.update(bytes)
    entry.push(bytes)
    await flush()
  }
  entry.push(new Uint8Array(0), true)
  await flush()
  return hash.digest('hex')
}

/** The chunks of a file that is in memory already. */
export async function* each(chunks: readonly (Uint8Array | string)[]): AsyncGenerator<Uint8Array | string> {
  yield* chunks
}
