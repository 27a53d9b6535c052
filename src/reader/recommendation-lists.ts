/** Lists of recommendations without labels of their own: where they are announced, and which entries they have. */

import { actOf } from './acts.ts'
import { isAsked, isPlainlyAsked } from './asking.ts'
import type { Directory } from './directory.ts'
import { follows, isFirst, type Label, namedLabel, numberLabel } from './labels.ts'
import { isPutToMeeting } from './meeting-papers.ts'
import type { SourceLine } from './source-lines.ts'
import { isBodyHeading, isNameOnly } from './speaker-lines.ts'
import { askedHeading, leadInToMany, recommendationsHeading, responseHeading } from './vocabulary/labels.ts'
import { pattern } from './vocabulary/pattern.ts'

/** An entry of a list: where it begins, and the line that announces it. */
export interface Listed {
  readonly line: SourceLine
  readonly number: string | null
  /** Where its words begin in the line. */
  readonly textFrom: number
  readonly announcedBy: SourceLine | null
}

interface Area {
  /** Null for a list that nothing announces. */
  readonly announcedBy: SourceLine | null
  readonly lines: readonly SourceLine[]
}

/** The recommendations of the lists among lines: numbered ones first, else bulleted, else plain paragraphs. */
export function listedRecommendations(all: readonly SourceLine[], directory: Directory): Listed[] {
  const lines = all.filter(line => !isPutToMeeting(line.text))
  const areas = announcements(lines, directory)
  for (const find of [numbered, bulleted, plain]) {
    const found = inEachArea(areas, find)
    if (found.length > 0) return found
  }
  const unannounced = numbered({ announcedBy: null, lines })
  const asked = unannounced.filter(({ line, textFrom }) => isPlainlyAsked(line.text.slice(textFrom)))
  return unannounced.length > 1 && asked.length * 3 >= unannounced.length * 2 ? unannounced : []
}

/** Each stretch behind a sentence or a heading that announces recommendations; those announced by a sentence first. */
function announcements(lines: readonly SourceLine[], directory: Directory): Area[] {
  const bySentence = lines.filter(
    line => (line.kind !== 'heading' || line.text.endsWith(':')) && leadInToMany.test(line.text),
  )
  const byHeading = lines.filter(
    (line, at) =>
      (line.kind === 'heading' || isTitleLike(line)) &&
      (isAboveMany(line) || isAboveAsked(line, lines.slice(at + 1, at + 3))),
  )
  return [...bySentence, ...byHeading.reverse()].flatMap(announcedBy => {
    const start = lines.indexOf(announcedBy)
    const end = lines.findIndex((line, at) => at > start && endsArea(line, announcedBy, directory))
    const area = { announcedBy, lines: lines.slice(start + 1, end < 0 ? undefined : end) }
    return forEachBody(area, directory) ?? [area]
  })
}

/** "Recommendations", "What the panel recommends"; the label of one recommendation announces no others. */
function isAboveMany(line: SourceLine): boolean {
  return recommendationsHeading.test(line.text) && namedLabel(line) === null && !/\brecommendation \d/i.test(line.text)
}

/** "What we were asked to do" over a numbered list of two or more; over one it is the label of that. */
const isAboveAsked = (line: SourceLine, [first, second]: readonly SourceLine[]): boolean =>
  askedHeading.test(line.text) &&
  [first, second].every(each => each && each.kind !== 'heading' && numberLabel(each) !== null)

function isTitleLike(line: SourceLine): boolean {
  return line.kind === 'paragraph' && line.text.length < 80 && !/[.?!:;,]$/.test(line.text)
}

function endsArea(line: SourceLine, announcedBy: SourceLine, directory: Directory): boolean {
  const again = recommendationsHeading.test(line.text) && (line.kind === 'heading' || isTitleLike(line))
  if (announcedBy.kind !== 'heading')
    return again ? isTitleLike(announcedBy) || line.kind === 'heading' : endsSentencesArea(line, directory)
  if (line.kind !== 'heading' || line.level > announcedBy.level) return false
  return again || (directory.mentions(line.text).length === 0 && !responseHeading.test(line.text))
}

/** What a sentence announces goes on to the next heading that neither names a body nor heads responses. */
function endsSentencesArea(line: SourceLine, directory: Directory): boolean {
  return line.kind === 'heading' && !isBodyHeading(line, directory) && !isPlainlyAsked(line.text)
}

/** "Recommendations", then a body's name over each list: a list for each body. Null when the area is no such. */
function forEachBody({ lines }: Area, directory: Directory): Area[] | null {
  const names = lines.filter(line => line.kind !== 'item' && isNameOnly(line.text, directory))
  if (names.length === 0 || lines[0] !== names[0]) return null
  const areas = names.map(announcedBy => {
    const start = lines.indexOf(announcedBy) + 1
    const end = lines.findIndex((line, at) => at >= start && names.includes(line))
    return { announcedBy, lines: lines.slice(start, end < 0 ? undefined : end) }
  })
  const entries = areas.flatMap(area => area.lines.filter(line => line.kind === 'item' || numberLabel(line) !== null))
  const words = entries.map(line => line.text.slice(numberLabel(line)?.textFrom ?? 0))
  const asked = words.filter(text => isAsked(text) && !isTold(text))
  return entries.length > 0 && asked.length === entries.length ? areas : null
}

/** Whether a text tells of what was done or goes on, as an answer does. */
function isTold(text: string): boolean {
  return ['done', 'ongoing'].includes(actOf(text)) && !isPlainlyAsked(text)
}

/**
 * What is found in areas that do not overlap: "Recommendations for Health" and "Recommendations for Police" are two.
 */
function inEachArea(areas: readonly Area[], find: (area: Area) => Listed[]): Listed[] {
  const taken = new Set<SourceLine>()
  return areas.flatMap(area => {
    if (area.lines.some(line => taken.has(line))) return []
    const found = find(area)
    if (found.length > 0) for (const line of area.lines) taken.add(line)
    return found
  })
}

/** "10. Recommendations", "Single agency recommendations": nothing but recommendations, whose numbers may go on. */
const plainlyHeads = pattern('i')`
  ^(?:\d+(?:\.\d+)*\.?\s+)?(?:(?:multi|single|individual|inter)[- ]?agency |(?:national|local|regional|overview|report|key|
  further|the|for) )*recommendations?$
`

interface Entry {
  readonly line: SourceLine
  readonly label: Label
}

/** Numbered entries from the first on, each following the one before in the same style. */
function numbered({ announcedBy, lines }: Area): Listed[] {
  const entries = lines.flatMap(line => {
    const label = line.kind === 'heading' && !isPlainlyAsked(line.text) ? null : numberLabel(line)
    return label ? [{ line, label }] : []
  })
  const goesOn = announcedBy?.kind === 'heading' && plainlyHeads.test(announcedBy.text)
  const first = Math.max(
    entries.findIndex(({ label }) => isFirst(label.number)),
    goesOn && entries.length > 0 ? 0 : -1,
  )
  const found: Entry[] = []
  for (const entry of first < 0 ? [] : entries.slice(first)) {
    const before = found.at(-1)
    const goes = !before || follows(before.label.number, entry.label.number) || isFurther(before, entry)
    if (goes && (!before || sameStyle(before, entry))) found.push(entry)
  }
  const asked = found.filter(({ line, label }) => {
    const words = line.text.slice(label.textFrom)
    // "Elm Homes will review its policy" is how a report's single agencies put theirs.
    return isAsked(words) || (goesOn && /\bwill\b/.test(words))
  }).length
  // A paper may number its paragraphs; of these at least half must ask for something.
  const isList = announcedBy?.kind !== 'heading' && found.some(({ line }) => line.kind === 'item')
  const least = isList ? 1 : found.length / 2
  if (asked < least && !isPromise(announcedBy)) return []
  return found.map(({ line, label }) => ({ line, number: label.number, textFrom: label.textFrom, announcedBy }))
}

/** One body's answer may leave out what others are asked: 5.4 behind 5.1, when both ask in so many words. */
function isFurther(before: Entry, { line, label }: Entry): boolean {
  const [stem, last] = [/^(.*\.)(\d+)$/.exec(before.label.number), /^(.*\.)(\d+)$/.exec(label.number)]
  const isLater = stem !== null && last !== null && stem[1] === last[1] && Number(last[2]) > Number(stem[2])
  return isLater && [before, { line, label }].every(each => isPlainlyAsked(each.line.text.slice(each.label.textFrom)))
}

/** A format may take a typed "1)" for a list entry in one place and for plain words in another. */
function sameStyle(before: Entry, entry: Entry): boolean {
  const bothItems = before.line.kind === 'item' && entry.line.kind === 'item'
  return styleOf(before) === styleOf(entry) && (!bothItems || before.line.level === entry.line.level)
}

function styleOf({ line, label }: Entry): string {
  const written = label.textFrom > 0 ? line.text.slice(0, label.textFrom).trim() : (line.marker ?? '')
  return written.replace(/\d+/g, '1').replace(/[a-z]+/gi, 'a')
}

/** Bulleted entries that ask for something; straight behind "The panel recommends that:" each entry does. */
function bulleted({ announcedBy, lines }: Area): Listed[] {
  const promised = isPromise(announcedBy)
  const end = promised ? lines.findIndex(line => line.kind !== 'item') : -1
  const items = lines.slice(0, end < 0 ? undefined : end).filter(line => line.kind === 'item')
  const outer = Math.min(...items.map(line => line.level))
  const asked = items.filter(line => line.level === outer && (promised || isAsked(line.text)))
  return asked.map(line => ({ line, number: null, textFrom: 0, announcedBy }))
}

/** "The panel recommends that:" promises that what follows is recommended. */
function isPromise(line: SourceLine | null): boolean {
  return line !== null && /\brecommend\w*\b.*:$/.test(line.text)
}

function plain({ announcedBy, lines }: Area): Listed[] {
  if (announcedBy?.kind !== 'heading') return []
  const asks = /\b(?:should|must|recommends? that|is recommended)\b/i
  return lines
    .filter(line => line.kind === 'paragraph' && asks.test(line.text))
    .map(line => ({ line, number: null, textFrom: 0, announcedBy }))
}
