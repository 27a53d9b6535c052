/** Which agency or group of a board's directory a name in a document stands for. */
import type { AgencyId } from '../../access/actor.ts'
import type { GroupId } from '../../store/schema.ts'
import type { Directory } from './directory.ts'

export type Matched =
  | { readonly kind: 'agency'; readonly id: AgencyId }
  | { readonly kind: 'group'; readonly id: GroupId }

/**
 * The one agency or group that a name stands for, or null when it is none or could be several. In turn: the very name,
 * alias or former name (case, punctuation, "and" and "the" aside); the name without what stands in brackets behind it,
 * then that alone; both again with the abbreviations of the field written out, singular for plural and a leading "NHS",
 * "all" or "its" left off; last the name of a body that an agency came from.
 */
export function matchAgency(name: string, directory: Directory): Matched | null {
  const asked = keysOf(name)
  const known = candidates(directory)
  for (let level = 0; level < levels; level++) {
    const mine = new Set(asked.slice(0, level + 1).flat())
    const found = known.filter(({ keys }) =>
      keys
        .slice(0, level + 1)
        .flat()
        .some(key => mine.has(key)),
    )
    if (found.length > 0) return found.length === 1 ? (found[0]?.is ?? null) : null
  }
  return null
}

/** Whether two names are one but for case, punctuation, "and" and "the". */
export const isSameName = (a: string, b: string): boolean => fold(a) === fold(b)

/** What of a name is compared, by level: what comes first counts first. */
type Keys = readonly (readonly string[])[]

interface Candidate {
  readonly is: Matched
  readonly keys: Keys
}

const candidates = ({ agencies, groups }: Directory): readonly Candidate[] => [
  ...agencies.map(({ id, predecessors, ...agency }) => {
    const names = namesOf(agency).map(keysOf)
    const own = ownLevels.map(level => names.flatMap(keys => keys[level] ?? []))
    return { is: { kind: 'agency', id } as const, keys: [...own, predecessors.flatMap(p => keysOf(p.fromName).flat())] }
  }),
  ...groups.map(({ id, name, aliases }) => {
    const names = [name, ...aliases.map(({ alias }) => alias)].map(keysOf)
    return {
      is: { kind: 'group', id } as const,
      keys: ownLevels.map(level => names.flatMap(keys => keys[level] ?? [])),
    }
  }),
]

/** Every name that a board knows an agency by: its name, its aliases and what it was called before. */
export const namesOf = ({ name, aliases, formerNames }: Names): readonly string[] => [
  name,
  ...aliases.map(({ alias }) => alias),
  ...formerNames.map(former => former.name),
]
type Names = Pick<Directory['agencies'][number], 'name' | 'aliases' | 'formerNames'>

const ownLevels = [0, 1, 2, 3, 4]
/** The last level is the names of bodies that came before. */
const levels = ownLevels.length + 1

function keysOf(name: string): Keys {
  const inside = [...name.matchAll(/\(([^()]*)\)/g)].map(match => match[1] ?? '')
  const outside = [name.replace(/\([^()]*\)/g, ' ')]
  const forms = [[name].map(fold), outside.map(fold), inside.map(fold), outside.map(loosen), inside.map(loosen)]
  return forms.map(keys => keys.filter(key => key !== ''))
}

/** Small letters without accents, apostrophes and articles; "&" is "and"; every other mark is a space. */
function fold(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’‘`]/g, '')
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .split(' ')
    .filter(word => word !== '' && word !== 'the')
    .join(' ')
}

/**
 * Bodies that the field writes in short at the end of a name, and in full. Sources: Health and Care Act 2022
 * (integrated care boards), Health and Social Care Act 2012 (clinical commissioning groups), Children and Social Work
 * Act 2017 and Care Act 2014 (safeguarding partnerships and boards).
 */
const writtenOut: Readonly<Record<string, string>> = {
  icb: 'integrated care board',
  ics: 'integrated care system',
  ccg: 'clinical commissioning group',
  pct: 'primary care trust',
  ft: 'foundation trust',
  cc: 'county council',
  bc: 'borough council',
  mbc: 'metropolitan borough council',
  lscb: 'local safeguarding children board',
  lscp: 'local safeguarding children partnership',
  scp: 'safeguarding children partnership',
  sab: 'safeguarding adult board',
  csp: 'community safety partnership',
  camhs: 'child and adolescent mental health service',
  cafcass: 'children and family court advisory and support service',
}

const loosen = (name: string): string =>
  fold(name)
    .split(' ')
    .map(word => writtenOut[word] ?? writtenOut[word.replace(/s$/, '')] ?? word)
    .join(' ')
    .split(' ')
    .map(singular)
    .join(' ')
    .replace(/^(?:(?:all|its|their|our|nhs) )+(?=.)/, '')

/**
 * The singular of a plural word of a name, near enough for comparing: "agencies" and "agency", "councils" and
 * "council".
 */
function singular(word: string): string {
  if (word === 'children' || word === 'childrens') return 'child'
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`
  return word.length > 3 && word.endsWith('s') && !/(?:ss|us|is)$/.test(word) ? word.slice(0, -1) : word
}
