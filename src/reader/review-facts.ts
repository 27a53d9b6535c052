/** What the document says of the review itself: its title, subject, type, board, day, legal basis, reviewer and method. */
import { type PlainDate, readPlainDate } from '../core/plain-date.ts'
import { datesIn } from './dates.ts'
import type { Directory } from './directory.ts'
import { titleLines } from './kinds.ts'
import type { ReviewFacts, ReviewType } from './reading.ts'
import { sentences } from './sentences.ts'
import type { SourceLine } from './source-lines.ts'

/** Reads the facts from the lines `around` recommendations and responses; `metadata` is the title that the file itself carries. */
export function reviewFactsOf(
  lines: readonly SourceLine[],
  around: readonly SourceLine[],
  directory: Directory,
  metadata: string | null,
): ReviewFacts {
  const titles = titleLines(lines).filter(text => !/^\d/.test(text))
  const texts = around.map(line => line.text)
  const said = texts.flatMap(text => sentences(text).map(([from, to]) => text.slice(from, to)))
  return {
    title: titles.find(text => /\b(?:review|response|report|plan|audit)\b/i.test(text)) ?? titles[0] ?? metadata,
    subject: subjectOf([...titles, ...(metadata ? [metadata] : [])], texts),
    type: typeOf(titles, texts),
    board: directory.board?.name ?? null,
    consideredOn: consideredOn(said),
    legalBasis: firstMatch(said, legalBasis),
    leadReviewer: firstMatch(said, ...reviewers),
    methodology: firstMatch(said, ...methods),
  }
}

const pseudonym =
  /\b((?:Child|Children|Baby|Babies|Adult|Adults|Family|Young Person|Person|Infant|Siblings?|Mr|Mrs|Ms|Miss|Case)\s(?!Safeguarding|Partnership|Partnerships|Trust|Centre|Centres|Foundation|Council|Commissioning|Homicide|Plan|Programme|Team|Panel|Protection|Social|Death|Sexual|Criminal|Board|Boards|Services|Service|Hub|Help|Court|Support|Review|Reviews|In|Looked|Practice|Mental|Health|Care|Exploitation|Abuse|Centred|And|Act|Conference|Group|Management)(?:[A-Z]{1,3}\d{0,3}|\p{Lu}[\p{Ll}’'-]+|\d{1,3}(?!\d))(?:(?:,\s|\s(?:and|&)\s)(?:[A-Z]{1,3}\d?|\p{Lu}\p{Ll}+)\b)?)(?![\p{L}])/u
const commonTitle =
  /^(?:Response|Recommendations?|Action|Actions|Review|Report|Update|Progress|Summary|Appendix|Introduction|Background|Learning|Minutes|Safeguarding|Contents|Overview|Executive|Draft|Final|Published)\b/
const nameBeforeColon = /^(\p{Lu}\p{Ll}{2,}(?:\sand\s\p{Lu}\p{Ll}+)?)\s*[:–—-]\s.*\breview\b/iu
const namedReview =
  /\breview(?:s)?(?:\s\([^)]*\))?\s*(?:of|into|about|regarding|concerning|relating to|in respect of|:|–|-|—)?\s*[“"‘']([\p{Lu}][\p{L} .’'-]{0,30})[”"’']|[“"‘](\p{Lu}[\p{L}-]{1,20})[”"’]|\breview\s*(?::|–|-|—|into the death of|of|about)\s*(\p{Lu}\p{Ll}+)\s*(?:$|[–:—-])/iu

/** The pseudonym as published, from the titles or else from the text. */
function subjectOf(titles: readonly string[], texts: readonly string[]): string | null {
  const ofTitle =
    firstMatch(titles, pseudonym, namedReview) ??
    firstMatch(
      titles.filter(title => !commonTitle.test(title)),
      nameBeforeColon,
    )
  return ofTitle ?? firstMatch(texts.slice(0, 40), pseudonym)
}

const types: readonly (readonly [type: ReviewType, pattern: RegExp])[] = [
  ['rapid-review', /\brapid review\b/i],
  [
    'lcspr',
    /\b(?:local )?child safeguarding practice review\b(?! panel)|\bLC?SPRs?\b|\bCSPR\b|\bpractice review\b(?! panel)/i,
  ],
  ['scr', /\bserious case review\b|\bSCR\b/i],
  ['sar', /\bsafeguarding adults? reviews?\b|\bSAR\b/i],
  ['dhr', /\bdomestic homicide review\b|\bDHR\b|\bdomestic abuse[- ]related death review\b|\bDARDR\b/i],
  [
    'learning-review',
    /\b(?:multi-agency |partnership |thematic |local )?learning review\b|\bpartnership review\b|\bthematic review\b|\bMALR\b/i,
  ],
  ['audit', /\baudit\b/i],
]

/** The type that the titles name, else the one that the text names most. */
function typeOf(titles: readonly string[], texts: readonly string[]): ReviewType {
  const own = titles.flatMap(title => earliest(title))
  if (own[0]) return own[0]
  const counted = types
    .slice(0, 6)
    .map(([type, pattern]) => ({ type, count: texts.filter(text => pattern.test(text)).length }))
  const most = counted.reduce((best, each) => (each.count > best.count ? each : best))
  return most.count > 0 ? most.type : 'unknown'
}

function earliest(title: string): ReviewType[] {
  const found = types.map(([type, pattern]) => ({ type, at: title.search(pattern) })).filter(({ at }) => at >= 0)
  return found.sort((a, b) => a.at - b.at).map(({ type }) => type)
}

const considering = [
  /\b(?:considered|discussed)\s(?:the |this |his |her |their )?(?:case|referral|circumstances|situation|death|incident|notification)\b/,
  /\b(?:considered|discussed|referred|referral)\b.*\b(?:subgroup|sub-group|group|panel|meeting|board|partnership|committee)\b|\b(?:subgroup|sub-group|group|panel|meeting|board|partnership|partners|committee|executive|\p{Lu}{3,6})\b.*\b(?:considered|discussed)\b/u,
  /\b(?:decided|decision|agreed|criteria)\b.*\b(?:review|criteria)\b/,
  /\brapid review\b/i,
]

/** The day on which the case was considered, by the first sentence that says so with a whole date. */
function consideredOn(said: readonly string[]): PlainDate | null {
  for (const pattern of considering) {
    for (const sentence of said) {
      if (!pattern.test(sentence)) continue
      const day = datesIn(sentence).find(
        date => date.range.to !== null && (date.range.from === date.range.to || date.range.from === null),
      )
      const written = day?.range.to
      if (written) return readPlainDate(written)
    }
  }
  return null
}

const legalBasis =
  /\b((?:Regulations?|section|sections|s\.?|Chapter|Schedule|Part)\s?\d+\w*(?:\(\d+\w*\))*\s(?:of|to)\s(?:the\s)?\p{Lu}[\p{L}’', ]*?(?:Act|Regulations|Together(?: to Safeguard Children)?)\s?\(?(?:19|20)\d\d\)?)/u
const person = String.raw`((?:(?:Dr|Professor|Prof|Mr|Mrs|Ms|Miss|Sir|Dame)\.?\s)?\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}\.?)?(?:\s(?:van|de|der|von|O’|Mc)?\s?\p{Lu}[\p{L}’'-]+){1,3})`
const reviewers = [
  new RegExp(
    String.raw`\b(?:lead|independent(?: lead)?|overview)\s(?:reviewer|author|report author|report writer|chair and author)s?\s?(?::|–|-|was|is|,)?\s?${person}`,
    'u',
  ),
  new RegExp(
    String.raw`\b(?:Lead|Independent(?: Lead)?|Overview)\s(?:[Rr]eviewer|[Aa]uthor|[Rr]eport [Aa]uthor|[Rr]eport [Ww]riter)s?\s?(?::|–|-|was|is|,)?\s?${person}`,
    'u',
  ),
  new RegExp(
    String.raw`${person},?(?:\s[^.]{0,160}?)?\s(?:was|were)\s(?:commissioned|appointed|engaged|asked|chosen)[^.]{0,60}?\b(?:reviewer|author|review)\b`,
    'u',
  ),
  new RegExp(
    String.raw`${person}(?:,[^.]{0,160}?,)?\s(?:was|is) the (?:independent )?(?:lead )?(?:reviewer|author)\b`,
    'u',
  ),
  new RegExp(
    String.raw`${person}\s(?:led|wrote|carried out|undertook|conducted|authored)\sthe\s(?:review|report)\b`,
    'u',
  ),
]
const methods = [
  /\b((?:systems?[- ]based|systemic|systems|whole[- ]systems?|appreciative inquiry|learning together|hybrid|proportionate|practitioner[- ]led|root cause|chronology[- ]based)\s(?:methodology|approach|model|method|review|analysis))\b/i,
  /\b(Significant Incident Learning Process(?: \(SILP\))?|SILP(?: methodology| model)?|SCIE Learning Together(?: model| methodology)?|Learning Together model|Welsh (?:Child Practice Review )?model|Appreciative Inquiry|PSIRF|Partnership Learning Review model)\b/,
  /\b(?:using|used|following|adopted|by)\s(?:a|an|the)\s([\p{L} -]{3,50}?\s(?:methodology|model|approach))\b/u,
]

/** The first thing that a pattern takes out of the texts, pattern by pattern. */
function firstMatch(texts: readonly string[], ...patterns: readonly RegExp[]): string | null {
  for (const pattern of patterns) {
    for (const text of texts) {
      const match = pattern.exec(text)
      const found = match?.slice(1).find(group => group !== undefined)
      if (found) return found.trim()
    }
  }
  return null
}
