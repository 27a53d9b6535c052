/** From a document to its reading: asks each question in turn and puts the answers together. */
import { layOut } from '../core/laid-out.ts'
import type { PlainDate } from '../core/plain-date.ts'
import type { PlainDocument } from '../core/plain-document.ts'
import { withAnswerTables } from './answer-tables.ts'
import { printed } from './answers.ts'
import { citationsIn } from './citations.ts'
import { findingsOf } from './findings.ts'
import type { GuidanceData } from './guidance-data.ts'
import { kindOf } from './kinds.ts'
import { withLogs } from './logs.ts'
import { placesOf } from './places.ts'
import type { Reading } from './reading.ts'
import { reviewFactsOf } from './review-facts.ts'
import { sourceLines, withNumberedHeadings } from './source-lines.ts'
import { bodyMentionsIn } from './successors.ts'
import { understand } from './understanding.ts'

export interface ReadOptions {
  readonly asOf: PlainDate
  readonly guidance: GuidanceData
}

/** What the document says, as the reading contract (heed.reading/1) has it. Pure: no file, clock or network. */
export function readDocument(
  document: PlainDocument,
  source: { readonly file: string; readonly sha256: string },
  { asOf, guidance }: ReadOptions,
): Reading {
  const laidOut = layOut(document)
  const lines = withAnswerTables(withLogs(withNumberedHeadings(sourceLines(laidOut)), document), document)
  const understood = understand(lines, document)
  const { recommendations, directory } = understood
  const kind = kindOf(lines, document.title, recommendations)
  const citations = citationsIn(lines, guidance, asOf)
  const bodies = bodyMentionsIn(lines, guidance, asOf)
  const places = placesOf(lines, understood, kind)
  return {
    schema: 'heed.reading/1',
    source: { ...source, mediaType: document.mediaType, pages: document.pages, characters: laidOut.characters },
    kind,
    review: reviewFactsOf(lines, places.around, directory, document.title),
    recommendations: recommendations.map(printed),
    citations,
    bodies,
    findings: findingsOf({ kind, recommendations, citations, bodies, directory, asOf, lines }),
    frontMatter: places.frontMatter,
    leadIns: places.leadIns,
    headings: places.headings,
    cells: places.cells,
    unplaced: places.unplaced,
  }
}
