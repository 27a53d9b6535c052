/** Answers worth keeping: long plans say the same thing in thousands of cells. */

const most = 50_000

/** The same function of a text, that works each answer out once. It forgets all when it has kept very many. */
export function remembering<T>(answer: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return text => {
    const kept = known.get(text)
    if (kept !== undefined || known.has(text)) return kept as T
    const found = answer(text)
    if (known.size >= most) known.clear()
    known.set(text, found)
    return found
  }
}
