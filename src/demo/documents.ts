/** The demo's three published responses, in the project's own words. */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { demoFolder } from '../config.ts'
import type { Slug } from './cast.ts'

export interface DemoDocument {
  /** The file's name, which is also its name in addresses. */
  readonly file: string
  readonly mediaType: string
  readonly title: string
  /** What it is, in a line. */
  readonly says: string
  /** The board whose response it is. */
  readonly board: Slug
}

const office = 'application/vnd.openxmlformats-officedocument'

/** In the register from the start. */
export const saffron: DemoDocument = {
  file: 'child-saffron-response.docx',
  mediaType: `${office}.wordprocessingml.document`,
  title: 'Response to the review of Child Saffron',
  says: 'Word: seven recommendations, with what each agency says under its own heading.',
  board: 'tarnwold',
}

/** Ready to import. */
export const marram: DemoDocument = {
  file: 'marram-children-action-plan.xlsx',
  mediaType: `${office}.spreadsheetml.sheet`,
  title: 'Action plan of the learning review of the Marram children',
  says: 'Excel: a row for each action, with owner, target date, progress and rating.',
  board: 'tarnwold',
}

/** Ready to import. */
export const tansy: DemoDocument = {
  file: 'adult-tansy-response.pdf',
  mediaType: 'application/pdf',
  title: 'Response to the Safeguarding Adults Review of Tansy',
  says: 'PDF: six recommendations, each with a table of what agencies say.',
  board: 'quillhaven',
}

export const readyToImport: readonly DemoDocument[] = [marram, tansy]
export const documents: readonly DemoDocument[] = [saffron, ...readyToImport]

/** The document's bytes. */
export const readDemoFile = ({ file }: DemoDocument): Promise<Uint8Array> => readFile(path.join(demoFolder, file))
