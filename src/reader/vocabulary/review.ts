/**
 * How documents tell of the review itself: its subject, type, day, legal basis, reviewer and method. Letters are Latin
 * with accents.
 */

import type { ReviewType } from '../reading.ts'
import { pattern, source } from './pattern.ts'

const upper = 'A-ZÀ-ÖØ-Þ'
const lower = 'a-zß-öø-ÿ'
const letters = `${upper}${lower}`

/** Words that follow "Child" or "Adult" in the names of bodies and things, and so make no pseudonym. */
const noPseudonym =
  `Safeguarding Partnerships? Trust Centres? Foundation Council Commissioning Homicide Plan Programme Team Panel
  Protection Social Death Sexual Criminal Boards? Services? Hub Help Court Support Reviews? In Looked Practice Mental
  Health Care Exploitation Abuse Centred And Act Conference Group Management Poverty Neglect Welfare Minister
  Safe AND OF IN FOR THE WHO AT TO IS Commissioner Law Benefit Line House Contact Development Education Learning Victims? Offenders? Week`
    .split(/\s+/)
    .join('|')

/** "Child U", "Baby Ash", "Adults A and B", "Mr C": as published. */
export const pseudonym = new RegExp(
  source`
    \b((?:Mr\sand\s)?(?:Child|Children|Baby|Babies|Adults?|Family|Young Person|Person|Infant|Siblings?|Mr|Mrs|Ms|Miss|Case|
    CHILD|CHILDREN|BABY|ADULTS?|FAMILY|MR|MRS|MS|MISS)\s(?!(?:${noPseudonym}|${noPseudonym.toUpperCase()})\b)(?:[A-Z]{1,3}\d{0,3}|(?<=[A-Z]{2}\s)[A-Z]{4,12}|
    [${upper}][${lower}’'-]+|\d{1,3}(?!\d))(?:(?:,\s|\s(?:and|&)\s)(?:(?:Child|Adult|Baby|
    Sibling)\s)?(?:[A-Z]{1,3}\d?|(?!Siblings?\b)[${upper}][${lower}]+)\b)?)(?![${letters}])
  `,
)
/** "Safeguarding Adults Review “Joan”", "Review: Hazel". */
export const namedReview = [
  // Domestic Homicide Review (Rowena)
  new RegExp(String.raw`\b[Rr]eview\s\(([${upper}][${lower}]{2,})\)`),
  new RegExp(
    source`
      \b[Rr]eviews?(?:\s\([^)]*\))?\s*(?:of|into|about|regarding|concerning|relating to|in respect of|:|–|-|
      —)?\s*[“"‘']([${upper}][${letters} .’'-]{0,30}?)[”"’']
    `,
  ),
  new RegExp(
    String.raw`\b[Rr]eview\s*(?::|–|-|—|into the death of|of|about)\s*([${upper}][${lower}]+)\s*(?:$|[–:—.-])`,
  ),
]
/** "Hazel: what has been done since the Safeguarding Adults Review". */
export const nameBeforeColon = new RegExp(
  String.raw`^([${upper}][${lower}]{2,}(?:\sand\s[${upper}][${lower}]+)?)\s*[:–—-]\s.*\b[Rr]eview\b`,
)
const oneOrTwo = String.raw`[${upper}][${lower}]{2,}(?:\sand\s[${upper}][${lower}]+)?`
/** "Walter", "Ada and Bel". */
export const loneName = new RegExp(`^${oneOrTwo}$`)
/** "Walter’s review", "the review of Ada and Bel", "the review into the death of Walter". */
export const besideReview = new RegExp(
  source`
    \b(${oneOrTwo})[’']s\s(?:[Rr]eview|death|case)\b|\b[Rr]eview\s(?:of|about|concerning|into\sthe\sdeaths?\sof|following\s
    the\sdeaths?\sof)\s(?:what\shappened\sto\s)?(${oneOrTwo})\b(?!\s[${upper}])
  `,
  'g',
)
export const commonTitle = pattern('')`
    ^(?:Response|Recommendations?|Actions?|Review|Report|Update|Progress|Summary|Appendix|Introduction|Background|
    Learning|Minutes|Safeguarding|Contents|Overview|Executive|Draft|Final|Published|Multi|Composite|Joint|
    Partnership|Board)\b
  `

/** Types of review by their names and short forms; the Panel for child safeguarding practice reviews is no review. */
export const reviewTypes: readonly (readonly [type: ReviewType, pattern: RegExp])[] = [
  ['rapid-review', /\brapid review\b/i],
  [
    'lcspr',
    /\b(?:local )?child safeguarding practice review\b(?! panel)|\bLC?SPRs?\b|\bCSPR\b|\bpractice review\b(?! panel)/i,
  ],
  ['scr', /\bserious case review\b|\bSCR\b/i],
  ['sar', /\bsafeguarding adults? reviews?\b|\bSAR\b/i],
  ['dhr', /\bdomestic homicide review\b|\bDHR\b|\bdomestic abuse[- ]related death review\b|\bDARDR\b/i],
  ['learning-review', /\blearning review\b|\bpartnership review\b|\bthematic review\b|\bMALR\b/i],
  ['audit', /\baudit\b/i],
]

/** Sentences that say when a case was considered, the plainest first. */
export const considering: readonly RegExp[] = [
  pattern('')`
    \b(?:considered|discussed)\s(?:the |this |his |her |their )?(?:case|referral|circumstances|situation|death|
    incident|notification)\b
  `,
  pattern('i')`
    \b(?:sub-?group|group|panel|meeting|board|partnership|partners|committee|executive|
    [A-Z]{3,6})\b[^.]*\b(?:considered|discussed)\b
  `,
  /\b(?:considered|discussed|referred)\b[^.]*\b(?:sub-?group|group|panel|meeting|board|partnership|committee)\b/i,
  pattern('i')`
    \b(?:case|referral|matter|death|child|notification|incident)\b[^.]{0,60}?\b(?:was|were) (?:brought|taken|
    referred|presented|put|reported|notified|sent) (?:to|before)\b
  `,
  /\b(?:sub-?group|group|panel|board|partnership|committee|executive)\b[^.]{0,40}\bmet\b/i,
  /\b(?:decided|decision|agreed|criteria|resolved|determined|commissioned|concluded)\b[^.]*\b(?:review|criteria)\b/i,
  /\brapid review\b/i,
]

/** "Regulation 5 of the … Regulations 2006", "section 44 of the Care Act 2014". */
export const legalBasis = new RegExp(
  source`
    \b((?:Regulations?|[Ss]ections?|s\.?|Chapter|Schedule|Part)\s?\d+\w*(?:\(\d+\w*\))*\s(?:of|
    to)\s(?:the\s)?[${upper}][${letters}’', ]*?(?:Act|Regulations|Together(?: to Safeguard Children)?)\s?\(?(?:19|
    20)\d\d\)?)
  `,
)

const person = source`
  ((?:(?:Dr|Professor|Prof|Mr|Mrs|Ms|Miss|Sir|
  Dame)\.?\s)?[${upper}][${letters}’'-]+(?:\s[${upper}]\.?)?(?:\s(?:van|de|der|
  von)?\s?[${upper}][${letters}’'-]+){1,3})
`
const post = source`
  (?:[Ll]ead|[Ii]ndependent(?: [Ll]ead)?|[Oo]verview)\s(?:[Rr]eviewer|[Aa]uthor|[Rr]eport [Aa]uthor|
  [Rr]eport [Ww]riter|[Cc]hair and [Aa]uthor)s?
`

/** Who led the review, in the ways that it is told. */
export const reviewers: readonly RegExp[] = [
  new RegExp(String.raw`\b${post}\s?(?::|–|-|was|is|,)\s?${person}`),
  new RegExp(
    source`
      ${person},?(?:\s[^.]{0,160}?)?\s(?:was|were)\s(?:commissioned|appointed|engaged|asked|
      chosen)[^.]{0,60}?\b(?:reviewer|author|review)\b
    `,
  ),
  new RegExp(
    source`
      \b(?:review|report|work)\s(?:was|is|has\sbeen)\s(?:led|written|carried\sout|undertaken|conducted|authored|
      completed|produced)(?:\sand\s(?:led|written|authored))?\sby\s${person}
    `,
  ),
  new RegExp(String.raw`${person}(?:,[^.]{0,160}?,)?\s(?:was|is) the (?:independent )?(?:lead )?(?:reviewer|author)\b`),
  new RegExp(
    String.raw`${person}(?:,[^.]{0,80}?,)?\s(?:led|wrote|chaired|carried out|undertook|conducted|authored)\s(?:it\b|(?:the|this|our)\s(?:review|report|panel)\b)`,
  ),
  new RegExp(
    String.raw`\b(?:asked|appointed|commissioned|engaged|invited|chose)\s${person}\sto\s(?:lead|write|carry out|undertake|conduct|chair|author)\b`,
  ),
  new RegExp(String.raw`\bcommissioned\s(?:an?\s)?(?:independent\s)?(?:lead\s)?(?:reviewer|author),\s${person}`),
]
export const methods: readonly RegExp[] = [
  pattern('i')`
    \b((?:systems?[- ]based|systemic|systems|whole[- ]systems?|appreciative inquiry|learning together|hybrid|
    proportionate|practitioner[- ]led|root cause|chronology[- ]based)\s(?:methodology|approach|model|method|
    review|analysis))\b
  `,
  pattern('')`
    \b(Significant Incident Learning Process(?: \(SILP\))?|SILP(?: methodology| model)?|
    SCIE Learning Together(?: model| methodology)?|Learning Together model|Welsh (?:Child Practice Review )?model|
    Appreciative Inquiry|PSIRF|Partnership Learning Review model)\b
  `,
  new RegExp(
    source`
      \b(?:using|used|following|adopted|by)\s(?:a|an|the)\s([${letters} -]{3,50}?\s(?:methodology|model|
      approach))\b
    `,
  ),
]
