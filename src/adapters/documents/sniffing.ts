/** Whether a file is what its name says, told from its first bytes. */
import { decodeText, looksBinary } from './encoding.ts'
import type { Format } from './media.ts'
import { UnreadableDocument } from './unreadable.ts'

type Content = 'pdf' | 'zip' | 'ole' | 'rtf' | 'picture' | 'html' | 'program' | 'text' | 'binary'

const signatures: readonly [Content, readonly number[]][] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['ole', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['picture', [0x89, 0x50, 0x4e, 0x47]],
  ['picture', [0xff, 0xd8, 0xff]],
  ['picture', [0x47, 0x49, 0x46, 0x38]],
  ['picture', [0x49, 0x49, 0x2a, 0x00]],
  ['picture', [0x4d, 0x4d, 0x00, 0x2a]],
  ['program', [0x4d, 0x5a, 0x90, 0x00]],
  ['program', [0x7f, 0x45, 0x4c, 0x46]],
]

const names: Readonly<Record<Content, string>> = {
  pdf: 'a PDF',
  zip: 'a packed (zip) file',
  ole: 'a Word, Excel or other Office file of the kind made before 2007, or one with a password',
  rtf: 'a rich text (.rtf) file',
  picture: 'a picture',
  html: 'a web page',
  program: 'a program',
  text: 'plain text',
  binary: 'no text that can be told',
}

const packed: ReadonlySet<Format> = new Set(['docx', 'odt', 'xlsx'])

/**
 * Throws UnreadableDocument (empty, encrypted, mislabelled or wrong-type) when the bytes cannot be of that format.
 */
export function checkContent(bytes: Uint8Array, format: Format): void {
  if (bytes.length === 0)
    throw new UnreadableDocument('empty', 'The file is empty: it has no bytes. Save or download it again.')
  const content = contentOf(bytes)
  if (content === 'ole' && format !== 'pdf' && holdsEncrypted(bytes)) throw encrypted()
  if (packed.has(format) ? content === 'zip' : format === 'pdf' ? content === 'pdf' : textual.has(content)) return
  if (content === 'binary' && !packed.has(format) && format !== 'pdf') throw noText(format)
  refuse(content, format)
}

const textual: ReadonlySet<Content> = new Set(['text', 'html'])

function noText(format: Format): UnreadableDocument {
  return new UnreadableDocument(
    'wrong-type',
    `The file has the wrong type: it is called .${format} but holds no text. Check that it is the right file.`,
  )
}

function refuse(content: Content, format: Format): never {
  const advice =
    content === 'ole'
      ? `Open it and save it as .${format} without a password, then try again.`
      : 'Give it the right name, or choose the right file.'
  throw new UnreadableDocument(
    'mislabelled',
    `The file is mislabelled: it is called .${format} but is ${names[content]}. ${advice}`,
  )
}

/** The refusal of a file that opens only with a password. */
export function encrypted(): UnreadableDocument {
  return new UnreadableDocument(
    'encrypted',
    'The file is encrypted: it opens only with a password. Save a copy without the password and try that.',
  )
}

/** An Office file with a password is wrapped in an older container, whose directory names its one encrypted part. */
function holdsEncrypted(bytes: Uint8Array): boolean {
  const name = Array.from('EncryptedPackage', sign => `${sign}\0`).join('')
  return new TextDecoder('latin1').decode(bytes).includes(name)
}

function contentOf(bytes: Uint8Array): Content {
  const signed = signatures.find(([, signature]) => signature.every((byte, at) => bytes[at] === byte))
  if (signed) return signed[0]
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024))
  if (head.includes('%PDF-')) return 'pdf'
  if (/^\s*(?:<!doctype html|<html|<head|<body)/i.test(head.replace(/^[^<]{0,3}/, ''))) return 'html'
  return looksBinary(decodeText(bytes.subarray(0, 65_536))) ? 'binary' : 'text'
}
