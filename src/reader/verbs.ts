/** Forms of verbs: which word may be which form of which verb. */
import { pattern } from './vocabulary/pattern.ts'
import { irregular, regular } from './vocabulary/verbs.ts'

export interface VerbForms {
  readonly base?: string
  /** "reviews" */
  readonly present?: string
  readonly past?: string
  readonly participle?: string
  /** "reviewing" */
  readonly ing?: string
}

/** Verbs that double their last letter before -ed and -ing. */
const doubles = pattern('')`
    ^(?:plan|map|stop|ship|commit|refer|submit|permit|omit|equip|vet|log|step|chat|tag|flag|scan|fit|net|let|put|
    run|cut|set|get|sit|begin|win|occur|transfer|opt|prefer|control|compel|fulfil|travel|model|remodel|remap|
    label|cancel|counsel|signal|swap|trap|drop|pin|underpin|tap|rub|shut|slip)$
  `

const forms = new Map<string, VerbForms>()

function add(word: string, form: VerbForms): void {
  forms.set(word, { ...forms.get(word), ...form })
}

for (const base of [...regular, ...Object.keys(irregular)]) {
  const [past, participle] = irregular[base] ?? [withEd(base), withEd(base)]
  add(base, { base })
  add(withS(base), { present: base })
  add(past, { past: base })
  add(participle, { participle: base })
  add(withIng(base), { ing: base })
}
for (const [past, base] of [
  ['learned', 'learn'],
  ['upheld', 'uphold'],
] as const)
  add(past, { past: base, participle: base })

function withEd(base: string): string {
  if (base.endsWith('e')) return `${base}d`
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ied`
  return doubles.test(base) ? `${base}${base.at(-1)}ed` : `${base}ed`
}

function withIng(base: string): string {
  if (base.endsWith('ie')) return `${base.slice(0, -2)}ying`
  if (base.endsWith('e') && !/(?:ee|oe|ye)$/.test(base)) return `${base.slice(0, -1)}ing`
  return doubles.test(base) ? `${base}${base.at(-1)}ing` : `${base}ing`
}

function withS(base: string): string {
  if (/(?:s|x|z|ch|sh|o)$/.test(base)) return `${base}es`
  return /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ies` : `${base}s`
}

const notPast =
  /^(?:need|seed|speed|feed|breed|indeed|hundred|unprecedented|red|bed|shed|sacred|naked|wicked|rugged|used)$/

/** What forms of a verb a word in small letters may be; a verb that is not listed is known by -ed and -ing alone. */
export function verbForms(word: string): VerbForms {
  const known = forms.get(word)
  if (known) return known
  if (word.length > 4 && word.endsWith('ed') && !notPast.test(word)) {
    const base = word.slice(0, -2)
    return { past: base, participle: base }
  }
  if (
    word.length > 5 &&
    word.endsWith('ing') &&
    !/^(?:during|nothing|something|anything|everything|evening|morning)$/.test(word)
  )
    return { ing: word.slice(0, -3) }
  return {}
}
