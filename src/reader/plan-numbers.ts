/** The numbers of a plan: which of them are those of recommendations, and which only of rows or actions. */
import type { Plan, PlanRecord } from './plan-records.ts'

/** The number that a record gives: by its label, or in its own cell ("3", "R3", "Recommendation 3"); else null. */
export function numberIn(record: PlanRecord): string | null {
  if (record.number !== null) return record.number
  return numberOf(record.cells.get('number')?.[0]?.text ?? '')
}

function numberOf(text: string): string | null {
  const cell = text.trim()
  if (cell === '') return null
  return written.exec(cell)?.[1] ?? entitled.exec(cell)?.[1] ?? (cell.length <= 12 ? cell : null)
}

/** "Rec 1 – Cumulative harm": its number with its title. */
const entitled = /^r(?:ec(?:ommendation)?)?\.?\s?(\d+(?:\.\d+)*[a-z]?)\b\s*[:–—.-]/i

/** Of several numbers ("1 and 3") the first counts, since an action stands under one recommendation. */
const written =
  /^(?:rec(?:ommendation)?s?\.?|r|no\.?|#)?\s*(?:no\.?\s*)?(\d+(?:\.\d+)*[a-z]?|[a-z]|[ivx]+)[.):]?(?:\s*(?:,|;|&|\/|and\b).*)?$/i

/**
 * The records; where a plan's numbers are those of its actions ("1.1", "1.2" under one recommendation), each with the
 * number of the recommendation alone.
 */
export function withNumbers({ records }: Pick<Plan, 'records'>): readonly PlanRecord[] {
  if (!records.some(record => stemOf(numberIn(record) ?? '') !== null)) return records
  const groups = groupsOf(records)
  const several = groups.filter(({ numbers }) => numbers.size > 1)
  if (several.length === 0) return records
  const stems = groups.map(({ numbers }) => commonStem([...numbers]))
  if (stems.every(stem => stem !== null) && new Set(stems).size === stems.length)
    return renumbered(records, number => stemOf(number))
  return records
}

/** What a record's own cell of recommendations says; empty where it has none. */
const wordsOf = ({ cells, carried }: PlanRecord): string =>
  carried.has('recommendation') ? '' : (cells.get('recommendation') ?? []).map(({ text }) => text).join(' ')

/** The records whose words go on with those of the row above, as where a page ends within a recommendation. */
export function goingOn(records: readonly PlanRecord[]): ReadonlySet<PlanRecord> {
  const told = records.filter(record => wordsOf(record) !== '')
  const small = told.filter(record => /^\p{Ll}/u.test(wordsOf(record)))
  if (small.length * 4 > told.length) return new Set()
  const before = (record: PlanRecord): string => wordsOf(told[told.indexOf(record) - 1] ?? record)
  return new Set(small.filter(record => record !== told[0] && !/[.?!:;]$/.test(before(record))))
}

/** The numbers that stand beside each recommendation's words. */
function groupsOf(records: readonly PlanRecord[]): { numbers: Set<string> }[] {
  const groups = new Map<string, { numbers: Set<string> }>()
  const further = goingOn(records)
  let current: { numbers: Set<string> } | null = null
  for (const record of records) {
    const key = wordsOf(record)
    if (key !== '' && !further.has(record)) {
      current = groups.get(key) ?? { numbers: new Set() }
      groups.set(key, current)
    }
    // A merged cell may hold the numbers of all actions that it covers, a line each.
    const lines = record.cells.get('number') ?? []
    const number = numberIn(record)
    for (const each of lines.length > 1 ? lines.map(({ text }) => numberOf(text)) : [number])
      if (each !== null) current?.numbers.add(each)
  }
  return [...groups.values()].filter(({ numbers }) => numbers.size > 0)
}

function renumbered(records: readonly PlanRecord[], number: (number: string) => string | null): PlanRecord[] {
  return records.map(record => {
    const given = numberIn(record)
    return given === null ? record : { ...record, number: number(given) }
  })
}

/** "1" of "1.2", "1a" and "R1/2"; null of a number without parts. */
function stemOf(number: string): string | null {
  return /^(.*\d)(?:[.\-/]\d+|[a-z])$/i.exec(number)?.[1] ?? null
}

function commonStem(numbers: readonly string[]): string | null {
  const stems = new Set(numbers.map(stemOf))
  return stems.size === 1 ? ([...stems][0] ?? null) : null
}

/** The recommendation that a row's number means: the one of that number, or of what an action's number begins with. */
export function recommendationNumbered<Numbered extends { readonly number: string | null }>(
  found: readonly Numbered[],
  number: string,
): Numbered | undefined {
  for (let sought: string | null = number; sought !== null; sought = stemOf(sought)) {
    const same = found.find(each => each.number !== null && plain(each.number) === plain(sought ?? ''))
    if (same) return same
  }
  return undefined
}

const plain = (number: string): string => number.toLowerCase().replace(/^(?:r(?:ec)?|lp|l)[\s.]*(?=\d)/, '')
