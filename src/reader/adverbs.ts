/** Which words are adverbs. */
import { adverbs } from './vocabulary/grammar.ts'

/** Whether a word is an adverb that may stand between an auxiliary and its verb. */
export function isAdverb(word: string): boolean {
  return (
    adverbs.has(word) ||
    (word.length > 4 &&
      word.endsWith('ly') &&
      !/^(?:apply|supply|comply|rely|reply|family|early|only|likely)$/.test(word))
  )
}
