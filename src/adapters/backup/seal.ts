/** The file of a backup: packed, then encrypted in the format of age to a passphrase or a public key, in a stream. */
import { createReadStream, createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as WebStream } from 'node:stream/web'
import { createGunzip, createGzip } from 'node:zlib'
import { Decrypter, Encrypter } from 'age-encryption'

/** What a backup is encrypted to (a passphrase or `age1…`), or opened with (a passphrase or `AGE-SECRET-KEY-…`). */
export interface Lock {
  readonly passphrase: string | null
  readonly key: string | null
}

/** A file that cannot be taken for a backup. The message says why, in a sentence. */
export class BadBackup extends Error {
  override readonly name = 'BadBackup'
}

/** Writes the lines; the file has its name only when it is whole. Nobody else on the machine may read it. */
export async function sealLines(file: string, lock: Lock, lines: AsyncIterable<string>): Promise<void> {
  const part = `${file}.part`
  const encrypter = encrypterFor(lock)
  const pack = createGzip({ level: 1 })
  try {
    const packing = pipeline(Readable.from(lines), pack)
    const sealed = await encrypter.encrypt(Readable.toWeb(pack) as ReadableStream<Uint8Array>)
    const out = createWriteStream(part, { flags: 'wx', mode: 0o600, flush: true })
    const ends = await Promise.allSettled([packing, pipeline(Readable.fromWeb(sealed as WebStream), out)])
    const failed = ends.flatMap(end => (end.status === 'rejected' ? [end.reason as NodeJS.ErrnoException] : []))
    // When one end fails the other only says that it was closed.
    const cause = failed.find(({ code }) => code !== 'ERR_STREAM_PREMATURE_CLOSE') ?? failed[0]
    if (cause) throw cause
    await rename(part, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') await rm(part, { force: true })
    throw error
  }
}

function encrypterFor({ passphrase, key }: Lock): Encrypter {
  const encrypter = new Encrypter()
  try {
    if (key !== null) encrypter.addRecipient(key)
    else encrypter.setPassphrase(passphrase ?? '')
  } catch (error) {
    throw new BadBackup('The public key is none; it looks like age1… and comes from age-keygen.', { cause: error })
  }
  return encrypter
}

/** The lines of a file, as they are decrypted. Throws BadBackup for what is wrong with it or with the lock. */
export async function* openLines(file: string, lock: Lock): AsyncGenerator<string> {
  const opened = await open(file, lock)
  const unpack = createGunzip()
  // Whoever reads the lines hears of a failure by reading.
  pipeline(Readable.fromWeb(opened as WebStream), unpack).catch(() => undefined)
  let pending: Buffer[] = []
  try {
    for await (const chunk of unpack as AsyncIterable<Buffer>) {
      let from = 0
      for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
        pending.push(chunk.subarray(from, at))
        yield Buffer.concat(pending).toString('utf8')
        pending = []
        from = at + 1
      }
      pending.push(chunk.subarray(from))
    }
  } catch (error) {
    throw new BadBackup(`${file} is damaged or cut off.`, { cause: error })
  }
}

async function open(file: string, { passphrase, key }: Lock): Promise<unknown> {
  const decrypter = new Decrypter()
  try {
    if (key !== null) decrypter.addIdentity(key)
    else decrypter.addPassphrase(passphrase ?? '')
  } catch (error) {
    throw new BadBackup('The key file holds no secret key; one looks like AGE-SECRET-KEY-1….', { cause: error })
  }
  const bytes = createReadStream(file)
  try {
    return await decrypter.decrypt(Readable.toWeb(bytes) as ReadableStream<Uint8Array>)
  } catch (error) {
    bytes.destroy()
    const { code, message } = error as NodeJS.ErrnoException
    if (code) throw new BadBackup(`${file} cannot be read (${code}).`, { cause: error })
    if (message.includes('no identity matched'))
      throw new BadBackup(`The passphrase or key does not open ${file}.`, { cause: error })
    throw new BadBackup(`${file} is no backup of Heed, or its beginning is damaged.`, { cause: error })
  }
}
