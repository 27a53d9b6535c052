/**
 * What the columns of action plans are headed, and the labels of the same things in prose. The headings are those of
 * plans in use: the Home Office's template for domestic homicide reviews, Safeguarding Adults Boards' SAR templates,
 * LSCB and council progress reports, audit trackers.
 */
import { pattern } from './pattern.ts'

const columnRoles = [
  'number',
  'recommendation',
  'action',
  'milestone',
  'agency',
  'addressee',
  'owner',
  'revised',
  'due',
  'completed',
  'status',
  'evidence',
  'progress',
  'other',
] as const
export type ColumnRole = (typeof columnRoles)[number]

/**
 * The first that matches counts; headings are in small letters, without brackets' contents at first and then with them.
 */
export const columnHeadings: readonly (readonly [pattern: RegExp, role: ColumnRole])[] = [
  [
    pattern('')`
      critical[- ]friend|scrutiny|\bboard comments|panel comments|moderat|auditor|challenge|assurance comments|
      chair[’']?s comments
    `,
    'other',
  ],
  [
    pattern('')`
      \b(?:success|desired|intended|expected|anticipated)\b|how (?:will (?:we|you)|(?:we|you)(?:[’']ll| will)) know|measure|\bkpi|
      what difference (?:(?:it|this|that) )?(?:will|would|we want|should)|outcomes? (?:we )?(?:sought|want\w*|required|aimed)|\bsought\b|\bstart(?:ing)? date|\bdate (?:added|raised|opened|started|agreed)|what will (?:it|
      success) look|\bbaseline|\btheme|\bfinding|^learning|\bissue\b|\brationale|\bscope\b|\bpriority\b|\brisk\b|
      \bresources?\b|\bbudget|\bcosts?\b|\blink(?:s|ed)?\b|\bsource\b|\bbackground|\bcategory|\bstandard\b|
      \bwhat (?:we|you|they|was|is|(?:the|this) \w+) (?:have |has )?(?:learned|learnt|heard)\b|
      \bmonitor|^(?:created|modified|edited)\b|\blast (?:updated|modified|edited|changed)|\bupdated (?:on|by)\b|
      \bdate (?:of )?(?:the )?(?:last )?(?:update|report)|\b(?:verified|checked|approved|sign(?:ed)?[- ]?off|agreed|raised|
      reported) by\b|^(?:measurable|achievable|attainable|realistic|relevant|oversight|governance|reporting to)$|
      \baccepted\b|^accept /|^(?:item type|path|attachments|content type|version)$
    `,
    'other',
  ],
  [
    pattern('')`
      ^(?:#|no\.?|nr\.?|ref(?:erence)?\.?(?: (?:no|number))?\.?|rec(?:ommendation)?s?\.? ?(?:no|number|ref|#)\.?|
      (?:source|review|sar|dhr|scr|lcspr) ref(?:erence)?\.?|item(?: no\.?)?|(?:unique |row |line )?(?:number|id)|
      s\.?no\.?|tracker (?:no|number|ref|id)\.?|(?:action|unique) (?:no|ref|number|id|reference)\.?|
      rec(?:ommendation)? id)$
    `,
    'number',
  ],
  [/\bhow (?:do )?we know\b(?!.* will\b)|\bwhat difference\b/, 'evidence'],
  [
    /\b(?:so far|to date)\b(?!.*\b(?:rag|status)\b)|\bwhat (?:\w+ ){0,3}(?:changed|happened|introduced|put in place)\b/,
    'progress',
  ],
  [/\bsaid (?:they|we|it) (?:would|will)\b|\bwould do\b/, 'action'],
  [/\bwhat (?:did|do|have|has) \w+ (?:commit|agree|promise|pledge|undertake|plan)/, 'action'],
  [
    /\bmilestones? (?:already )?(?:achieved|met|reached|completed|passed)\b(?! in (?:enacting|implementing|delivering|carrying))/,
    'progress',
  ],
  [/\bmilestones?\b|\b(?:key|stepping|interim) (?:steps|stones)\b|^steps\b|\bstages?\b|sub-?actions?/, 'milestone'],
  [
    pattern('')`
      \bwhere (?:we|things|it) (?:are|is|stands?)\b|\b(?:b?rag|blue|red|traffic light)\b|^(?:current )?status\b|
      \brating\b|\bassessment\b|^score|\b(?:progress|action|delivery|implementation|completion) status\b|^state$|
      ^lights?$|\bverdict\b|^colou?r\b|\bon (?:track|course)\?|^how far\b|^(?:%|per ?cent(?:age)?) (?:complete|done|progress|achieved)|^embedded\b|\bstatus$|\bopen\s?/\s?closed\b|^progress \(?(?:b?rag|status)
    `,
    'status',
  ],
  [
    /^revised$|\b(?:revised|new|extended|amended|updated) (?:target |completion |due )*(?:date|deadline|timescale|timeframe)|\b(?:revised|new) (?:due|target|completion)\b/,
    'revised',
  ],
  [
    pattern('')`
      \bdate (?:of completion|completed|closed|achieved|signed off|implemented|done|of sign)|\bactual (?:date|
      completion)|^completed?\b(?! by\b)|^closed\b|^finished\??$|^done\??$|
      ^clos(?:ure|ing|ed) date|\bclosure\b|\bdate (?:of )?clos|\bclosed (?:on|date)|^completion date|\bcompleted (?:on|date|\(|y)|^date complete|^sign(?:ed)?[- ]?off|
      ^outcome and date
    `,
    'completed',
  ],
  [
    pattern('')`
      \bby when\b|\b(?:original|initial|first|agreed|planned|proposed) (?:target |due |completion )?date\b|
      \btarget\b|\btime[- ]?(?:scales?|frames?|line|table)\b|\bdeadline|\bdue\b|^when\b|^dates?\b|
      \bcompletion by\b|\bcomplete by\b|\bdate (?:for|to be)|\bfor completion\b|\bimplementation date\b|
      \b(?:sorted|finish(?:ed)?|done|back|wanted|ready|needed|delivered?) (?:by|back|for)\b|\bdue back\b|
      ^by date\b|^by$|^time(?:ly|[- ]?bound)\b|\bdelivery date\b|\bend date\b|\bplanned (?:date|completion)\b|\breview date\b
    `,
    'due',
  ],
  [
    pattern('')`
      \brecommendations?\b(?! (?:owners?|leads?|status|(?:made|addressed|put|directed) to|due|target|dates?|progress|updates?|
      responses?|agenc|themes?|type|category|accepted)\b)|^recs?\.?$|^rec (?:text|wording|detail|description)|
      what (?:was|were|(?:the|this|it|they|our|your) ?(?:review|report|panel|reviewer|inquiry|sar|dhr)?s?) (?:we )?
      (?:recommend|said|asked|found|wants?)|^(?:the )?asks?\b(?! of (?:whom|who)\b)|\basked for\b|
      what (?:we|you) (?:were|are|have been) asked|\blearning point\b|^what is asked
    `,
    'recommendation',
  ],
  [/^asked of\b|^ask of (?:whom|who)\b|\b(?:put|addressed|directed|made) to\b|^addressees?\b|^for whom\b/, 'addressee'],
  [
    pattern('')`
      \b(?:lead|responsible|relevant|owning|accountable|named) (?:agenc(?:y|ies)|organisations?|partners?|service|
      body|bodies|department)\b|^(?:agenc(?:y|ies)|organisations?|partners?|service|directorate|department|
      provider|trust|body|force|\borgs?)(?: /.*| name)?$|\b(?:owning|lead|responsible) \borgs?|^(?:which|whose) (?:agency|
      organisation|body)\b|
      ^organisations? (?:involved|responsible)\b|\bagency\b(?!.*(?:response|update|progress|comment|action|say|said|tell|told|answer|repl(?:y|ies)|\bdo(?:es|ne|ing)?\b|\bdid\b))
    `,
    'agency',
  ],
  [
    pattern('')`
      ^owners?\b|\b(?:action|plan|risk|senior|delivery|recommendation) (?:responsible )?owner|^whose\b|\bin (?:whose|which) hands\b|
      \bwho (?:is|will|leads?|answers|does|owns)\b|\btaking (?:it|this) forward|^posts?$|^sro\b|\bsponsor\b|
      \blead\b|\bleads\b|\bresponsib|\bby whom\b|^who\b|\baccountable\b|
      \bperson\b|\bofficer\b|\bassigned|\ballocated|\bnamed\b|\bowned by\b|\bcontact\b
    `,
    'owner',
  ],
  [/\bwhat (?:needs|will|is|are|must|we will|do we)\b|\bto be (?:taken|done)\b/, 'action'],
  [
    /^(?!.*\bprogress\b).*\bevidence\b|\bimpact\b|^outcomes?\b|\bproof\b|\bassurance\b|\boutcome (?:achieved|evidence)/,
    'evidence',
  ],
  [
    pattern('')`
      \bprogress\b|\bupdates?\b|\blatest\b|\bstory\b|\bso far\b|\bto date\b|\bhow (?:is|are|has|have|did|far|
      it)\b|\bhappen(?:ed|ing)\b|\bnews\b|\bremarks?\b|\bfeedback\b|\breported\b|\bresponses?\b|\bposition\b|\bactions? (?:already )?(?:taken|completed|to date|
      undertaken)\b|\bwhat (?:have|has|did)\b|\bcomments?\b|\bnotes?\b|\bcommentary\b|\bdone\b|\bachieve(?:d|
      ments?)\b|\bposition statement\b|\bwhat (?:it|they|(?:each|the|every|your|our|this) \w+|each|agencies|partners|bodies) (?:says?|said|reports?|reported|answers?|answered|replied|tells? us|told us)\b|\bcompleted actions?\b|\bnarrative\b
    `,
    'progress',
  ],
  [
    pattern('')`
      \bactions?\b|\btasks?\b|\bwhat (?:needs|will|do|are|is|must)\b|\bactivit(?:y|ies)\b|\bhow\b|\bagreed\b|
      \bplan\b|\bwhat\b|\bsteps?\b|\bjobs?\b|^specific\b|\bpledges?\b|\bcommitments?\b|\bpromises?\b|\bundertakings?\b|\bdeliverables?\b|\bintervention
    `,
    'action',
  ],
]

/** What recommendations are called where nothing in a plan bears their name. */
export const asOtherwiseCalled = pattern('i')`
    \bareas? for (?:improvement|development|action)\b|\bimprovements?\b|\bobjectives?\b|^aims?\b|^goals?\b|
    \bwhat needs to (?:change|improve|be different)\b|^(?:details?|description|wording|text|subject)$|\blearning\b|\bpriorit(?:y|ies)\b|\bfindings?\b
  `

/** Notes under a heading that say who fills a column in. */
export const columnNote = pattern('i')`
    ^(?:\(?(?:to be )?(?:completed|filled[- ]in|entered|populated|agreed) by\b|\(?(?:one|each) (?:line|
    row) (?:per|for)|\(?e\.?g\.?\b|\(?please\b|\(?dd/mm)
  `

/** Values of a cell that say how far a thing is and nothing else. */
export const statusWord = pattern('i')`
    ^(?:(?:fully |now |all |partly |partially |not yet |on-?)?(?:completed?|ongoing|in progress|not started|
    started|on track|on target|in part|part|off track|delayed|overdue|slipped|outstanding|achieved|closed|open|done|pending|
    n/?a|not applicable|partly|partially|in part|tb[cda]|to be (?:confirmed|agreed|determined|decided)|yes|no|y|n|none|nil|
    immediate(?:ly)?|with immediate effect|asap|continuous|continuing|red|amber|green|blue|gr[ea]y|purple|black|
    white|yellow|[rbag]|-+|–|\d|✓|✔|x))[.!]?$
  `

/** "Complete – September 2025", where a date would stand. */
export const finishedInPlaceOfDate = /^(?:completed?|done|closed|achieved|finished)\b/i
/** What of a status says that a thing is finished. */
export const finishedStatus =
  /\b(?:completed?|finished|achieved|closed|done|implemented|signed[- ]off|embedded|delivered|discharged|fully met)\b/i
export const unfinishedStatus = pattern('i')`
    \b(?:not|partly|partially|nearly|almost|in part|in progress|to be \w+ed|to be done|on track|on target|due|
    incomplete|yet|ongoing|awaiting|mostly|un\w+|some|delay\w*|expected)\b
  `
/** What of a status says that a thing is late or not begun. */
export const lateStatus = pattern('i')`
    \b(?:slipp\w+|(?:partly|partially|mostly|nearly|almost) (?:complete|done|met|achieved|implemented)\w*|incomplete|behind|
    delay\w*|overdue|outstanding|missed|late|stalled|seriously|off[- ]track|off[- ]target|
    not (?:yet )?(?:started|begun|achieved|done|met|completed?|doing|delivered|implemented))\b|
    ^(?:partly|partially|in part|no|n)$
  `
