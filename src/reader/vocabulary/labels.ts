/** How recommendations are labelled and introduced, and the headings that stand round them. */
import { numbersInWords } from './grammar.ts'
import { pattern, source } from './pattern.ts'

const number = source`
  (?<number>\d+(?:\.\d+)*[a-z]?|[ivx]+|[a-z](?=\b)|[A-Z]{1,4}\d+(?:\.\d+)*|[A-Z](?:-\d+)+|\d+-\d+|one|two|three|
  ${numbersInWords.slice(3).join('|')})
`
const outerNumber = String.raw`(?:(?:section\s)?\d+(?:\.\d+)*\.?\s+)?`
const kindOfOne = source`
  (?:(?:key|local|national|regional|overarching|strategic|individual|additional|further|single[- ]agency|
  multi[- ]agency|review|sar|scr|dhr|lcspr|cspr|overview|board|partnership|[a-z]+ agency)\s)*
`

/**
 * "Recommendation 3", "8.2 Recommendation 3:", "Rec. 1.2 –", "Rec 1/5", "Single agency recommendation 4". What
 * follows is `rest`.
 */
export const recommendationLabel = new RegExp(
  source`
    ^\W{0,2}${outerNumber}${kindOfOne}rec(?:ommendation)?s?\b\.?\s?(?:no\.?|number|ref\.?|
    #)?\s?\(?${number}(?:\s?(?:/|of)\s?\d{1,2}\b)?\)?(?<mark>\s*[:.)\]–—-]+|\*+|\b)\s*(?<rest>.*)$
  `,
  'iu',
)
/** "Recommendation: 1", and nothing else in the line. */
export const numberAlone =
  /^\W?rec(?:ommendation)?s?\s*:\s*(?<number>\d{1,2}(?:\.\d{1,2})*[a-z]?)(?<mark>\W?)(?<rest>)$/i
/** "R1", "R 2.1:", "[R3]", "REC4", "3.4 R2.1" in a paper that numbers its paragraphs. */
export const shortLabel =
  /^(?:\d{1,2}(?:\.\d{1,2}){1,3}\.?\s+)?\W?R(?:EC)?\.?\s?(?<number>\d+(?:\.\d+)*[a-z]?)\]?(?<mark>\s*[:.)\]–—-]+|\b)\s*(?<rest>.*)$/u
/** "1)", "1.", "(a)", "1.2", "iv)" at the head of a line's own words. */
export const typedNumber =
  /^\(?(?<number>\d{1,3}(?:\.\d{1,3})*[a-z]?|[a-z]|[ivx]{1,5})(?:[.):]|(?<=\d\.\d+)|(?<=\d)\s[–·|-])\)?\s+(?<rest>\S.*)$/i
/** "2.4" before a paragraph that is no entry of a list. */
export const paragraphNumber = /^\d{1,2}(?:\.\d{1,2}){1,3}\.?\s+(?=[“"‘']?\p{Lu})/u
/** A list marker that numbers its entry. */
export const numberedMarker =
  /^[([]?(?:R(?:ec)?\.?\s?)?(?<number>\d{1,3}(?:\.\d{1,3})*[a-z]?|[a-z]{1,2}|[ivx]{1,6})[.):\]]*$/i

/** A heading under which recommendations are to be expected. */
export const recommendationsHeading =
  /\brecommendations?\b|\bactions? (?:required|recommended)\b|\bwhat (?:we|the (?:review|panel)) recommends?\b/i
/** A heading over what somebody was asked to do, in plain words. */
export const askedHeading = pattern('i')`
    ^\W*what (?:(?:we|you|agencies|partners|(?:the|this|our) \w+) (?:were|was|are|is|have been|has been) asked(?: to do)?|
    (?:the|this) (?:review|report|panel|reviewer) (?:asks?|asked|wants?|wanted|said)[^.]{0,40}|
    (?:needs|needed|has|had) to (?:change|happen|be done))\W*$
  `
/** A heading under which those of others, or of earlier times, are told of. */
export const othersRecommendations = pattern('i')`
    \b(?:previous|earlier|prior|past|other|former|predecessor|history|historic)\b.{0,40}\b(?:recommendations?|
    reviews?|learning)\b|\brecommendations?\b.{0,40}\b(?:previous|earlier|prior|past|other|former)\b|
    \bearlier review\b
  `
/** A heading over the response to a recommendation that stands elsewhere. */
export const responseHeading = pattern('i')`
    ^(?:\W*(?:the )?)?(?:(?:agency|partner|partnership|council|trust|force|hospital|school|college|board|board[’']s|single agency|multi-agency|management|proposed|recommended|draft|formal|initial|
    joint|our|summary of)\s)*(?:(?:and |so )?we (?:did|have done|are doing)|responses?|progress|actions? taken(?: to date)?|action taken|updates?|
    (?:current )?position|position statement|stance|decision|what (?:did|do|does|have|will|we|difference|changed?|happen\w*|remains?|impact|agencies|partners|the \w+|has|have|was|is|will|needs)\b[^.]{0,40}\.?|
    next(?: steps)?|(?:still |left |yet )?to (?:do|come)|outstanding(?: actions?| work)?|remaining(?: actions?| work)?|
    (?:work |actions? )?(?:done|completed|achieved)(?: actions?)?|outcomes?|impact|evidence(?: of impact)?|actions?|comments?|response and actions?)(?:\s(?:to date|
    so far|from .*|by .*|on .*|to (?:the )?recommendation.*|received))?\s*[:?]?$
  `
/** A heading over the response to one recommendation: "Response to Recommendation 2", "Recommendation 2: progress". */
export const responseToOne = pattern('i')`
  ^\W*(?:.{0,60}?\b(?:responses?|answers?|reply|updates?|progress|actions?)\b.{0,30}?
  \b(?:to|on|against|for|under)\s(?:the\s)?rec(?:ommendation)?s?\b\.?\s?(?:no\.?\s?)?${number}|
  rec(?:ommendation)?\b\.?\s?(?:no\.?\s?)?${number.replace('number', 'other')}\s*[–—:(-]+\s*
  (?:[a-z]+\s){0,2}(?:responses?|progress|updates?|actions? taken))\b[^.]{0,60}$
`
/** A heading or label over what explains a recommendation and answers nothing. */
export const asideHeading = pattern('i')`
    ^\W*(?:the )?(?:rationale|background|context|reasons?|why\b.*|findings?|learning(?: points?)?|explanation|
    evidence from the review|what (?:we|the (?:review|panel|reviewer)s?) (?:found|learned|learnt|heard).*|what (?:did|does) (?:the
    (?:review|panel|reviewer|report)s?|it|reviewers|we) (?:find|learn|hear|say|conclude).*|
    what (?:will change|this (?:will )?means?|difference (?:this|it) will make) for (?:children|adults|people|families)|
    (?:intended|expected|desired|required|anticipated) (?:outcomes?|impact)|outcome sought|success (?:criteria|
    measures?)|purpose|national context|relevant research|key issues?)\b[^.]{0,40}$
  `
/** A heading over what has been done, is being done or is to be done: entries below it without a verb are that. */
export const headingActs: readonly (readonly [pattern: RegExp, act: 'done' | 'ongoing' | 'planned'])[] = [
  [
    /\b(?:will|would|shall|still to|yet to|left to|remains?|plan(?:s|ned)?|next|future|further|to be|intend)\b/i,
    'planned',
  ],
  [/\b(?:are doing|is happening|under ?way|ongoing|in progress)\b/i, 'ongoing'],
  [/\b(?:have done|has been done|did|taken|achiev\w+|complete\w*|done|to date|so far|happened)\b/i, 'done'],
]
/** A heading that dates what stands under it. */
export const updateHeading = pattern('i')`
    ^(?:\W*(?:progress |further |latest |second |first |final |six[- ]month(?:ly)? |annual )*update[sd]?\b.{0,40}|
    .{0,24}\bupdate|(?:progress|update|follow-up) notes?(?:,? (?:from|by|of|on)\b[^.]{0,70})?(?:[, (–-]+[^.]{0,20}\d{4}\)?)?)\s*:?$
  `

/** How the two columns of a log are headed: when, and what was reported then. */
export const logColumns: readonly RegExp[] = [
  /^(?:date(?: (?:of|reported|added|posted)\b.*)?|when|entry made|entered|reported(?: on)?|as at|posted|updated?(?: on)?|month|day)$/i,
  pattern('i')`
    ^(?:what (?:was|we|has|is|they|it)\b.*|(?:latest |progress |further )?(?:updates?|progress|comments?|entry|entries|
    notes?|news|log|reports?|position|details?|development|statement|message)(?:\s(?:made|reported|received|given))?)$
  `,
]
/** A label or a heading that names many bodies of one kind, which then speak. */
export const manyBodies = pattern('i')`
  ^\W*(?:(?:all|other|local|partner|the|our|academy|housing|special|private) )*(?:agencies|partners|partner agencies|schools(?: and colleges)?|
  colleges|gps|(?:gp|general) practices|hospitals|trusts|nurseries|(?:care|children[’']s) homes|(?:housing|care|
  commissioned|registered|service)? ?providers|landlords|voluntary (?:and community )?sector|third sector|vcse|
  district councils|faith groups)\W*$
`
/** What stands in place of an answer that nobody gave. */
export const noAnswer = pattern('i')`
  ^\W*(?:no (?:response|reply|answer|return|update)s?(?: (?:yet|to date|as yet))?|(?:response|reply|answer) (?:still )?
  (?:awaited|outstanding|not (?:yet )?received)|none(?: received| given| provided)?|nothing(?: (?:more|further|outstanding|left|to (?:add|report|date)|yet|as yet|so far))*|nil(?: return)?|n/?a|not applicable|
  tb[ca]|to be confirmed|awaiting (?:a )?(?:response|reply|answer)(?: from .{3,60})?|
  no (?:response|reply|answer|return|update)s? (?:provided|given|received|supplied|available|made|sent|returned)|
  no (?:response|reply|answer|return|update)s? (?:has|have|had|was|were) (?:yet )?(?:been )?(?:received|given|made|
  provided|sent|returned|supplied)(?: (?:at|by|from|before|when) [^.]{3,60})?|
  no (?:response|reply|answer|return|update)s? (?:received|provided|given) (?:from|by) [^.]{3,60})\W*$
`
/** The last words of such badges. */
export const badgeEnds = new Set(
  `open closed complete completed done progress way underway ongoing started overdue track delayed outstanding reply
  response answer yet received awaited accepted part principle agreed rejected declined noted green amber red blue`.split(
    /\s+/,
  ),
)
/** What a page may show behind a body's name: how far its answer is. */
export const badge = pattern('i')`
  \s+[([–—-]?\s?(?:open|closed|completed?|done|in progress|under way|underway|ongoing|not (?:yet )?started|overdue|
  on track|delayed|outstanding|no (?:reply|response|answer)(?: (?:yet|received))*|awaiting (?:a )?(?:reply|response)|
  awaited|accepted(?: in (?:part|principle))?|part(?:ly|ially) accepted|agreed|not accepted|rejected|declined|noted|green|amber|red|
  blue)[\])]?$
`

/** "ACTION: Manager to write": what a meeting gave somebody to do. */
export const minuted = /^(?:ACTION|Action|AP)(?: (?:point|required))?(?: \d+)?\s*[:–-]\s*/

/** "What the review asked of us.", "What was recommended:" before a recommendation's words. */
export const askedLabel = pattern('i')`
  ^(?:what (?:was|were|we|you|(?:the|this|our) (?:[\w-]+ ){1,3}?|reviewers? )\s?(?:were |was |has |have )?(?:asked|recommended|called for|said|
  wanted|sought)|(?:the |original |full )*(?:recommendation|text|wording|details?|description)(?: (?:text|wording|in full|of the
  recommendation))?)(?: (?:of|for|from|to|us|we|by|should|do|happen|see|agencies|partners|them|board|the|partnership))*\s*(?:[:–—?]|[.](?=\s))\s+(?=\S)
`

/** A line that introduces several recommendations. */
export const leadInToMany = pattern('i')`
    \b(?:recommend(?:s|ed|ations?)?|asked|requested|invited)\b(?:(?![.?!]\s+\p{Lu}).)*:$|^(?:the following|these|
    those) (?:recommendations?)\b|\b(?:makes?|made) (?:the following |\w+ )?recommendations?\b
  `

/** What a recommendation asks in: "should", "must", "recommends that". */
export const asks = pattern('i')`
    \b(?:should|must|needs? to|ought to|is asked to|are asked to|is requested to|is recommended|
    recommends?(?: that)?|is to|are to|shall|required to|to ensure|to consider|to review)\b
  `
