/** Words of general English that tell nothing of what a sentence is about. */
import { pattern } from './pattern.ts'

export const emptyWords = new Set(
  `a an the and or but nor so yet if then than as at by for from in into of on onto to with within without about above
  across after again against all also although always am among any are around be became because become been before
  being below between both can cannot could did do does doing done during each either else ever every few first
  further get give given had has have having he her here hers him his how however i including is it its itself just
  last later like made make makes making many may me might more most much must my need needs new next no none not now
  off often once one only other others our ours out over own per put said same second see several shall she should
  since some such take taken takes taking that their theirs them themselves there therefore these they this those
  three through throughout thus together too two under until up upon us use used using very via was way we well were
  what when where whether which while who whom whose why will would you your ensure ensures ensuring sure particular
  especially relation regarding relevant appropriate recommendation recommendations action actions board partnership
  agency agencies partner partners organisation organisations service services children's child children adult adults
  people person staff professional professionals practitioner practitioners work working local key multi-agency multi
  safeguarding case cases thing things part parts`
    .split(/\s+/)
    .filter(Boolean),
)

/** Words by which a text speaks of finding out whether something has worked; matched at the beginning of a word. */
export const evaluation = pattern('i')`
    \b(?:evaluat\w*|measur\w*|audit\w*|survey\w*|impact\w*|assess whether|assurance|assured|confirm(?:ed|ation)|monitor\w*|dip[- ]sampl\w*|
    sampl\w+|re-?audit\w*|baseline|count(?:s|ed|ing)? (?:of|how)|ask(?:s|ed|ing)?\b.{0,50}\b(?:whether|if|how|what)|feedback|evidenc\w* (?:of|that)|(?<!\b(?:health|safety|background|dbs) )check\w*|test(?:s|ed|
    ing)?\b|analys\w*|difference (?:it|this|they)|outcomes?|benchmark\w*|review\w*\b.{0,40}\bwhether|review\w* (?:of )?(?:the )?(?:effect|
    impact)\w*|learned whether|track\w*|dashboards?|\d+ (?:case|record|file|referral|assessment)s?|\d(?:%| per ?cent)|interview\w*|questionnaire\w*|focus groups?)\b
  `

/** How a recommendation asks for it. */
export const asksEvaluation = pattern('i')`
    \b(?:evaluat\w+|measur(?:e|es|ing)\b|(?<!\bhow \w{2,12} )assess(?:es|ing)? (?:the |its |their )?(?:impact|effect\w*|
    difference|whether)|\bmonitors?\b|(?<=\b(?:and|by|for|keep|,) )monitoring\b|check(?:s|ing)? (?:that|whether|if)|find(?:s|ing)? out (?:from [\w ]{3,30} )?(?:whether|if|what|how)|
    test(?:s|ing)? (?:whether|that|if|the impact)|(?:should|and|to) audit\b|review(?:s|ing)? (?:the )?(?:impact|
    effect\w*)|judge whether|know whether|seek(?:s|ing)? assurance|assure (?:itself|themselves)|satisfy itself)\b
  `

/** Verbs that promise nothing which could be finished. */
export const openVerbs = new Set(
  `explore consider support contribute cooperate co-operate collaborate engage liaise endeavour strive look
  reflect`.split(/\s+/),
)

/** They promise as little behind "continue to": "will continue to work with partners". */
export const openWhenContinued = new Set(
  'work promote encourage raise help assist facilitate foster champion participate attend develop build'.split(/\s+/),
)

/** Things that tell of a deed by another word: who sent a letter has written. */
export const deedOfThing: ReadonlyMap<string, string> = new Map([
  ['letter', 'write'],
  ['letters', 'write'],
  ['workshop', 'train'],
  ['workshops', 'train'],
  ['questionnaire', 'survey'],
])
