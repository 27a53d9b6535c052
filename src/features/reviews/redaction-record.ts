/** What is kept of a redaction, in the database and outside of it, so that a restored backup goes through it again. */
import { z } from 'zod'
import type { BoardId, PersonId } from '../../access/actor.ts'
import { isId } from '../../core/ids.ts'
import type { DocumentId, RedactionId, ReviewId } from '../../store/schema.ts'

const idOf = <Id extends string>() => z.custom<Id>(value => typeof value === 'string' && isId(value))

const schema = z.object({
  schema: z.literal('heed.redaction/1'),
  redaction: idOf<RedactionId>(),
  board: idOf<BoardId>(),
  review: idOf<ReviewId>().nullable(),
  /** The document that it was asked for, and every one that it reached. */
  document: idOf<DocumentId>(),
  documents: z.array(idOf<DocumentId>()),
  extent: z.enum(['file', 'words']),
  /** As it stands after the redaction, sealed: another redaction may be about a word in it. */
  reason: z.string().max(8000),
  askedBy: idOf<PersonId>(),
  askedAt: z.iso.datetime(),
  agreedBy: idOf<PersonId>(),
  agreedAt: z.iso.datetime(),
  /** Which secret of the installation the fingerprints were made with. */
  secret: z.string().max(100),
  fingerprints: z.array(
    z.object({
      letters: z.int().min(1).max(2000),
      salt: z.string().max(100),
      sieve: z.int().min(0).max(65_535),
      mark: z.string().max(100),
    }),
  ),
})

/** Holds ids, instants, the sealed reason and keyed fingerprints, and none of the words. */
export type RedactionRecord = z.infer<typeof schema>

/** The record as one line of a file. */
export const lineOf = (record: RedactionRecord): string => JSON.stringify(record)

/** The record of a line or of a stored value; null when it is none. */
export function readRecord(given: string | unknown): RedactionRecord | null {
  const read = schema.safeParse(typeof given === 'string' ? parsed(given) : given)
  return read.success ? read.data : null
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
