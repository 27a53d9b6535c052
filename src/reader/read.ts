/** From a document to its reading: asks each question in turn and puts the answers together. */
import { layOut } from '../core/laid-out.ts'
import type { PlainDate } from '../core/plain-date.ts'
import type { PlainDocument } from '../core/plain-document.ts'
import { addresseesOf } from './addressees.ts'
import { uncovered } from './coverage.ts'
import { directoryOf } from './directory.ts'
import type { GuidanceData } from './guidance-data.ts'
import { openingsIn } from './openings.ts'
import type { Passage, Reading, Recommendation, Span } from './reading.ts'
import { responsesIn } from './responses.ts'
import { type Section, sectionsOf } from './sections.ts'
import { passageOf, sourceLines } from './source-lines.ts'

export interface ReadOptions {
  readonly asOf: PlainDate
  readonly guidance: GuidanceData
}

/** What the document says, as the reading contract (heed.reading/1) has it. Pure: no file, clock or network. */
export function readDocument(
  document: PlainDocument,
  source: { readonly file: string; readonly sha256: string },
  _options: ReadOptions,
): Reading {
  const laidOut = layOut(document)
  const lines = sourceLines(laidOut)
  const prose = lines.filter(line => line.kind !== 'table')
  const directory = directoryOf([...new Set(lines.map(line => line.text))])
  const sections = sectionsOf(openingsIn(prose), prose)
  const said = sections.map(section => responsesIn(section.body, directory))
  const recommendations = sections.map(
    (section, at): Recommendation => ({
      ...wordsOf(section),
      addressees: addresseesOf(section, directory),
      responses: said[at]?.responses ?? [],
    }),
  )
  const headings = [
    ...prose.filter(line => line.kind === 'heading').map(line => passageOf(line)),
    ...said.flatMap(each => each.headings),
  ]
  const leadIns = [...new Set(sections.map(section => section.announcedBy))].flatMap(line =>
    line && line.kind !== 'heading' ? [passageOf(line)] : [],
  )
  const spans: Span[] = [
    ...recommendations.flatMap(spansOf),
    ...headings.map(each => each.span),
    ...leadIns.map(each => each.span),
  ]
  const rest = uncovered(lines, spans)
  const first = recommendations[0]?.span?.[0] ?? 0
  const front: Passage[] = rest.filter(({ passage }) => passage.span[0] < first).map(({ passage }) => passage)
  return {
    schema: 'heed.reading/1',
    source: { ...source, mediaType: document.mediaType, pages: document.pages, characters: laidOut.characters },
    kind: recommendations.some(each => each.responses.length > 0) ? 'response' : 'unknown',
    review: {
      title: null,
      subject: null,
      type: 'unknown',
      board: directory.board?.name ?? null,
      consideredOn: null,
      legalBasis: null,
      leadReviewer: null,
      methodology: null,
    },
    recommendations,
    citations: [],
    bodies: [],
    findings: [],
    frontMatter: front,
    leadIns,
    unplaced: rest.map(({ passage }) => passage).filter(passage => !front.includes(passage)),
  }
}

function wordsOf(section: Section): Pick<Recommendation, 'number' | 'text' | 'parts' | 'span' | 'partSpans'> {
  const text = section.text.map(({ line, from }) => passageOf(line, from))
  const parts = section.parts.map(({ line, from }) => passageOf(line, from))
  const first = section.text[0]
  const last = text.at(-1)
  return {
    number: section.number,
    text: text.map(passage => passage.text).join(' '),
    parts: parts.map(passage => passage.text),
    span: first && last ? [first.line.laid.start, last.span[1]] : null,
    partSpans: parts.map(passage => passage.span),
  }
}

function spansOf(recommendation: Recommendation): Span[] {
  const statements = recommendation.responses.flatMap(response => response.statements.map(statement => statement.span))
  return [...(recommendation.span ? [recommendation.span] : []), ...recommendation.partSpans, ...statements]
}
