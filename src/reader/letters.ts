/** Letters: where they begin, and whose they are. */
import type { Body, Directory } from './directory.ts'
import type { SourceLine } from './source-lines.ts'
import { isNameOnly } from './speaker-lines.ts'
import { bodyNamed, bodyOf } from './speakers.ts'

/** "From: Chief Nurse, Elm Hospitals" at the head of an e-mail or a memorandum. */
const sent = /^(?:from|sent by|sender)\s*:\s+/i
/** "Letter to the Chair of the Board" names who receives it. */
const received = /^(?:(?:open )?letter |e-?mail )?to\b/i
const salutation = /^dear\s[^.]{1,60}$/i
const closing = /^(?:yours (?:sincerely|faithfully|truly)|(?:with )?(?:kind|best) (?:regards|wishes))\b/i

/** A salutation stands at the top, below the addresses. */
const mostAddressLines = 25

/** Without the names and addresses above a letter's salutation; all lines of any other document. */
export function withoutAddresses(lines: readonly SourceLine[]): readonly SourceLine[] {
  const begins = salutationIn(lines)
  if (begins < 0) return lines
  return lines.filter(({ text }, at) => at > begins || /\b(?:review|response|report|recommendations?)\b/i.test(text))
}

/** The body that sends a letter, by its signature or its head; null for any other document, and for neither. */
export function senderOf(lines: readonly SourceLine[], directory: Directory): Body | null {
  const from = lines
    .slice(0, mostAddressLines)
    .find(({ text }) => sent.test(text))
    ?.text.replace(sent, '')
  const sender = from ? bodyNamed(from, directory) : null
  if (sender) return sender
  const begins = salutationIn(lines)
  const ends = begins < 0 ? -1 : lines.findLastIndex(({ text }) => closing.test(text))
  if (ends < 0 || ends < begins) return null
  const named = ({ text }: SourceLine): Body[] => {
    const [mention] = !received.test(text) && isNameOnly(text, directory) ? directory.mentions(text) : []
    return mention ? [bodyOf(mention, directory, null) ?? []].flat() : []
  }
  const [signing] = lines.slice(ends + 1, ends + 6).flatMap(named)
  if (signing) return signing
  const head = lines.slice(0, begins)
  const [first, ...others] = head.flatMap(named)
  // The only name above the salutation may be that of whom it is sent to.
  const isAtTop = head.slice(0, 2).flatMap(named).length > 0
  return first && (isAtTop || others.length > 0) ? first : null
}

function salutationIn(lines: readonly SourceLine[]): number {
  return lines.slice(0, mostAddressLines).findIndex(({ text }) => salutation.test(text))
}
