export type UnreadableReason =
  | 'missing'
  | 'encrypted'
  | 'scanned'
  | 'wrong-type'
  | 'mislabelled'
  | 'too-large'
  | 'too-many-pages'
  | 'too-many-cells'
  | 'too-deep'
  | 'too-slow'
  | 'corrupt'
  | 'empty'

/** A file that cannot be read. The message is one plain sentence or two that say why and what to do. */
export class UnreadableDocument extends Error {
  readonly reason: UnreadableReason

  constructor(reason: UnreadableReason, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'UnreadableDocument'
    this.reason = reason
  }
}

/** The refusal of a file that breaks off or contradicts itself; the cause is kept for the log. */
export function corrupt(what: string, cause?: unknown): UnreadableDocument {
  const message = `The file is damaged: ${what}. Open it in the program that made it, save it again, and try that copy.`
  return new UnreadableDocument('corrupt', message, { cause })
}
