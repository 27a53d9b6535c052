/** Every place in which the words of a document can stand, for redacting them: one row of `places` for each table. */
import { type RawBuilder, sql } from 'kysely'

/** A table in which the words of a document can stand. */
export interface Place {
  readonly table: string
  /** What people call a row of it. */
  readonly name: string
  readonly keys: readonly string[]
  readonly texts: readonly string[]
  /** Columns with values whose texts are looked through, however deep. */
  readonly values?: readonly string[]
  /**
   * Whether a row came from the documents (`d`), and whether it may hold their words: for it belongs to the reviews
   * (`r`) or to the board (`b`). Null for "never".
   */
  readonly ofDocument: RawBuilder<boolean> | null
  readonly ofReview: RawBuilder<boolean> | null
  readonly manner?: Manner
}

/** How the words of a row are blanked, where it is not one of the review's own. */
export interface Manner {
  /** Whether a part of a longer word is left: "Ann" does not blank "Planning Office". */
  readonly wholeWords: boolean
  /** The columns whose value no other row may have. */
  readonly unique: readonly string[]
  /** Whether the row is deleted, which is of no use without its words. */
  readonly isRemoved: boolean
}

const id = ['id']

const fromDocument = sql<boolean>`document_id = any (d)`
const inReview = sql<boolean>`review_id = any (r)`
/** What hangs on a recommendation came from the document too when the recommendation did. */
const underRecommendation = sql<boolean>`document_id = any (d) or document_id is null and recommendation_id in
  (select id from recommendation where document_id = any (d))`
const aboutWhatCame = sql<boolean>`thing_id in (
  select id from recommendation where document_id = any (d)
  union all select id from recommendation_part where document_id = any (d)
  union all select id from addressee where document_id = any (d)
  union all select id from statement where document_id = any (d)
  union all select id from citation where document_id = any (d))`

const inDirectory: Manner = { wholeWords: true, unique: ['name'], isRemoved: false }
const remembered: Manner = { wholeWords: true, unique: [], isRemoved: true }
const ofBoard = sql<boolean>`board_id = any (b)`
const sitsOnBoard = (column: string) =>
  sql<boolean>`${sql.ref(column)} in (select agency_id from board_agency where board_id = any (b))`

/** Every such table. A test holds it to the catalogue: a column with words that is not among them is found out. */
export const places: readonly Place[] = [
  {
    table: 'document',
    name: 'Name of the file',
    keys: id,
    texts: ['file_name'],
    ofDocument: sql<boolean>`id = any (d)`,
    ofReview: null,
  },
  {
    table: 'document_text',
    name: 'Text of the document',
    keys: ['document_id'],
    texts: ['text'],
    ofDocument: fromDocument,
    ofReview: null,
  },
  {
    table: 'import',
    name: 'Import, with its reading and its check',
    keys: id,
    texts: ['text', 'failure'],
    values: ['reading', 'draft'],
    ofDocument: fromDocument,
    ofReview: null,
  },
  {
    table: 'review',
    name: 'Facts of the review',
    keys: id,
    texts: ['title', 'subject', 'legal_basis', 'lead_reviewer', 'methodology'],
    ofDocument: null,
    ofReview: sql<boolean>`id = any (r)`,
  },
  {
    table: 'recommendation',
    name: 'Recommendation',
    keys: id,
    texts: ['number', 'text'],
    ofDocument: fromDocument,
    ofReview: inReview,
  },
  {
    table: 'recommendation_part',
    name: 'Part of a recommendation',
    keys: id,
    texts: ['text'],
    ofDocument: underRecommendation,
    ofReview: inReview,
  },
  {
    table: 'addressee',
    name: 'Body that is asked',
    keys: id,
    texts: ['as_written'],
    ofDocument: underRecommendation,
    ofReview: inReview,
  },
  {
    table: 'statement',
    name: 'Statement',
    keys: id,
    texts: ['text', 'agency_as_written', 'due_as_written', 'owner', 'status'],
    ofDocument: fromDocument,
    ofReview: inReview,
  },
  {
    table: 'finding',
    name: 'Finding',
    keys: id,
    texts: ['message', 'dismissed_reason'],
    ofDocument: fromDocument,
    ofReview: inReview,
  },
  {
    table: 'citation',
    name: 'Guidance that is cited',
    keys: id,
    texts: ['as_written'],
    ofDocument: fromDocument,
    ofReview: inReview,
  },
  {
    table: 'correction',
    name: 'Correction',
    keys: id,
    texts: ['was', 'became', 'reason'],
    ofDocument: aboutWhatCame,
    ofReview: inReview,
  },
  {
    table: 'review_exclusion',
    name: 'Reason of an exclusion',
    keys: ['review_id', 'person_id'],
    texts: ['reason'],
    ofDocument: null,
    ofReview: inReview,
  },
  {
    table: 'legal_hold',
    name: 'Reason of a legal hold',
    keys: id,
    texts: ['reason', 'lifting_reason'],
    ofDocument: null,
    ofReview: inReview,
  },
  {
    table: 'redaction',
    name: 'Reason of a redaction',
    keys: id,
    texts: ['reason'],
    ofDocument: null,
    ofReview: sql<boolean>`review_id = any (r) or document_id = any (d)`,
  },
  {
    table: 'agency_alias',
    name: 'Name that is remembered for an agency',
    keys: id,
    texts: ['alias'],
    ofDocument: null,
    ofReview: ofBoard,
    manner: remembered,
  },
  {
    table: 'group_alias',
    name: 'Name that is remembered for a group',
    keys: id,
    texts: ['alias'],
    ofDocument: null,
    ofReview: ofBoard,
    manner: remembered,
  },
  {
    table: 'agency',
    name: 'Name of an agency',
    keys: id,
    texts: ['name'],
    ofDocument: null,
    ofReview: sitsOnBoard('t.id'),
    manner: inDirectory,
  },
  {
    table: 'agency_former_name',
    name: 'Former name of an agency',
    keys: id,
    texts: ['name'],
    ofDocument: null,
    ofReview: sitsOnBoard('t.agency_id'),
    manner: inDirectory,
  },
  {
    table: 'board_group',
    name: 'Group of agencies',
    keys: id,
    texts: ['name', 'purpose'],
    ofDocument: null,
    ofReview: ofBoard,
    manner: inDirectory,
  },
  {
    table: 'jobs.job',
    name: 'Job',
    keys: id,
    texts: [],
    values: ['data', 'output', 'source_output'],
    ofDocument: null,
    ofReview: sql<boolean>`true`,
  },
]
