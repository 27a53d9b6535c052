/** What stands behind the last answer and answers nothing: a signature, a footer, a word about the paper itself. */
import { finiteVerbs } from './clauses.ts'
import { isPutToMeeting } from './meeting-papers.ts'
import type { Section } from './sections.ts'
import { sentences } from './sentences.ts'
import type { SourceLine } from './source-lines.ts'
import { isDateLabel } from './speaker-lines.ts'
import { isLeadLine } from './spoken-lines.ts'
import { tokens } from './tokens.ts'
import { pattern } from './vocabulary/pattern.ts'
import { roleWord } from './vocabulary/roles.ts'

/** What is said in the last section, without a word about the paper itself behind it; `others` are those before it. */
export function withoutClosing({ body }: Section, others: readonly Section[]): readonly SourceLine[] {
  const headings = new Set(others.flatMap(each => each.body.filter(isHeading).map(({ text }) => text)))

  const signed = body.findIndex(
    line =>
      signedOff.test(line.text) ||
      isPutToMeeting(line.text) ||
      closingTitle.test(line.text) ||
      (isHeading(line) && nextTitle.test(line.text) && !headings.has(line.text)),
  )
  if (signed >= 0) return body.slice(0, body[signed - 1]?.kind === 'heading' ? signed - 1 : signed)
  const last = body.findLastIndex(
    line =>
      line.kind !== 'paragraph' ||
      !(
        aboutPaper.test(line.text) ||
        footer.test(line.text) ||
        isSigner(line.text) ||
        isDateLabel(line.text) ||
        (isSignature(line.text) && !isLeadLine(line))
      ),
  )
  return body.slice(0, last + 1)
}

/** "How we will keep track" over what is said of the paper's own keeping. */
const closingTitle =
  /^(?:how (?:we|the (?:board|partnership)) (?:will|shall) (?:keep track|know|monitor|check|oversee|review)[^.?:]{0,30}|(?:monitoring|governance|oversight)(?: and \w+)?|keeping track|contact us)$/i

/** "What happens next" below the last answer alone; in a paper where it stands below each it is part of the answers. */
const nextTitle = /^(?:what (?:happens|comes) next|what next|next steps)\W*$/i

const isHeading = ({ kind }: SourceLine): boolean => kind === 'heading'

const signedOff = /^(?:yours (?:sincerely|faithfully)|(?:with )?(?:kind|best) (?:regards|wishes)|signed)\b/i

/** "J. M. Pryce", "Dr Imogen Sayle OBE": a person's name above the post, and no sentence. */
const isSigner = (text: string): boolean =>
  /^(?:(?:Dr|Prof|Professor|Mr|Mrs|Ms|Miss|Sir|Dame|Rev|Cllr)\.?\s)?(?:\p{Lu}\.\s?)+(?:\p{Lu}[\p{L}’'-]+\s?){1,3}$/u.test(
    text,
  )

/** "Chief Superintendent R. Amadi, Elm Police, 10 November 2025": who signed, and no sentence. */
const isSignature = (text: string): boolean =>
  text.length < 160 &&
  roleWord.test(text) &&
  !/[!?.]$|\bby\b/.test(text) &&
  sentences(text).length === 1 &&
  finiteVerbs(tokens(text)).length === 0

/** "Page last reviewed: 3 December 2024". */
const footer =
  /^(?:(?:this )?page |document )?(?:last |next |date )?(?:reviewed|updated|modified|published|review(?: date)?|publication date)\b[^.]{0,12}\d[^.]{0,30}$/i

const aboutPaper = pattern('i')`
  ^for (?:further|more) (?:information|details)\b|
  ^(?:this|the) (?:next |final |latest |full |further |second |later )?(?:(?:version|edition|issue|update|copy|
  review) of (?:this|the) )?(?:paper|report|response|action plan|plan|document|page|statement)\b
`
