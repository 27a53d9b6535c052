/** The small words of English grammar. */
import { pattern } from './pattern.ts'

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter(Boolean))

/** They begin a clause that hangs on another. */
export const openers = words(
  'who whom whose which that whether if when where because although though while how what why unless whenever wherever',
)
/** They begin such a clause, or are prepositions. */
export const softOpeners = words('before after since until as than once till')
export const joiners = words('and or but then nor')
export const prepositions = words(
  `of with in to for on at by from about within under into like upon through during across between among without
  against over per via including alongside beside beyond`,
)
export const numberWords = words(`
  one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
  nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand both half
`)
/** The first of them is one. */
export const numbersInWords = `one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
  sixteen seventeen eighteen nineteen twenty`.split(/\s+/)
export const determiners = words(`
  the a an its their our his her this these those some any no every each all my your several few many most more such
  other another same first second third last next new key local national current existing further additional own
  early joint single short annual clear shared full formal regular initial final good better wider
`)
export const pronouns = words(
  'it they we he she i you this these those there everyone everybody somebody nobody none both others',
)
/** Plural in meaning without an -s. */
export const plurals = words(
  'we they i you people children men women who media data these those others few many several',
)
/** Names of groups take a verb of either number: "the team meet", "the team meets". */
export const collectives = words(
  `police team group board service council partnership trust force staff panel committee executive department
  company family government management nhs ccg icb constabulary scotland`,
)
export const adverbs = words(`
  not since also however now already recently currently still always often regularly routinely then therefore all never only
  just soon shortly fully further jointly actively formally again together ever largely mainly initially subsequently
  previously later yet well similarly thereby otherwise primarily annually monthly weekly quarterly daily consistently
  proactively successfully each both either
`)
/** The auxiliaries that begin a finite verb, by what they make of it. */
export const auxiliaries = {
  future: words("will shall we'll they'll it'll won't"),
  modal: words('would should must can could may might cannot'),
  present: words("do does don't doesn't"),
  past: words("did didn't"),
  being: words("is are am we're it's they're isn't aren't"),
  been: words("was were wasn't weren't"),
  having: words("has have we've they've hasn't haven't had hadn't"),
}
export const auxiliaryWords = new Set(Object.values(auxiliaries).flatMap(each => [...each]))

/** A word of a date: a month, a season or a year. */
export const dated = pattern('')`
  ^(?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|
  winter|20\d\d|20\d\d[/-]\d\d)$
`
