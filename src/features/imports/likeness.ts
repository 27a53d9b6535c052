/** How alike two texts are: by the pairs of neighbouring words that they share. */

/** The words that are compared: lower case, without punctuation, so that a comma more is no difference. */
const wordsOf = (text: string): readonly string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+(?:['’][\p{L}]+)?/gu)
    ?.map(word => word.replace('’', "'")) ?? []

/** Each pair of neighbours, with the text's first and last word as pairs with its edges. */
function pairsOf(text: string): Map<string, number> {
  const words = ['', ...wordsOf(text), '']
  const pairs = new Map<string, number>()
  for (let i = 1; i < words.length; i++) {
    const pair = `${words[i - 1]} ${words[i]}`
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  return pairs
}

/** From 0 (nothing shared) to 1 (the same words in the same order). */
export function likeness(a: string, b: string): number {
  return pairLikeness(pairsOf(a), pairsOf(b))
}

function pairLikeness(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let shared = 0
  for (const [pair, count] of a) shared += Math.min(count, b.get(pair) ?? 0)
  return (2 * shared) / (total(a) + total(b))
}

const total = (pairs: ReadonlyMap<string, number>) => [...pairs.values()].reduce((sum, count) => sum + count, 0)

/** From this on two texts are the same text, slightly changed. */
const alikeFrom = 0.6

/** Whether two texts say the same in all but small things. */
export const areAlike = (a: string, b: string): boolean => likeness(a, b) >= 0.8

/** Whether two texts have the same words. */
export const areSame = (a: string, b: string): boolean => wordsOf(a).join(' ') === wordsOf(b).join(' ')

/** A pair of texts that go together, as their places in the two lists. */
export interface TextPair {
  readonly left: number
  readonly right: number
  readonly likeness: number
}

/** Pairs the most alike texts of two lists first; each text stands in one pair at most, and unlike ones in none. */
export function pairAlike(left: readonly string[], right: readonly string[], from = alikeFrom): readonly TextPair[] {
  const [leftPairs, rightPairs] = [left.map(pairsOf), right.map(pairsOf)]
  const holders = holdersOf(rightPairs)
  const candidates = leftPairs.flatMap((pairs, l) => {
    const near = new Set([...pairs.keys()].flatMap(pair => holders.get(pair) ?? []))
    return [...near].map(r => ({ left: l, right: r, likeness: pairLikeness(pairs, rightPairs[r] ?? new Map()) }))
  })
  const [leftDone, rightDone] = [new Set<number>(), new Set<number>()]
  return candidates
    .filter(pair => pair.likeness >= from)
    .sort((a, b) => b.likeness - a.likeness || a.left - b.left || a.right - b.right)
    .filter(pair => {
      const isFree = !leftDone.has(pair.left) && !rightDone.has(pair.right)
      if (isFree) {
        leftDone.add(pair.left)
        rightDone.add(pair.right)
      }
      return isFree
    })
}

/** Which texts hold a pair of words, so that only texts that share one are compared. */
function holdersOf(texts: readonly ReadonlyMap<string, number>[]): ReadonlyMap<string, readonly number[]> {
  const holders = new Map<string, number[]>()
  texts.forEach((pairs, at) => {
    for (const pair of pairs.keys()) {
      const held = holders.get(pair)
      if (held) held.push(at)
      else holders.set(pair, [at])
    }
  })
  return holders
}
