/** The register as rows of words, for csv and Excel: the same filter as the page, without its paging. */
import type { RecommendationRow, StatementRow } from './register-queries.ts'
import { actWords } from './register-words.ts'

export const recommendationHead = [
  'Review',
  'Number',
  'Recommendation',
  'Put to',
  'Statements',
  'Silent bodies',
  'Overdue promises',
]
export const recommendationCells = (row: RecommendationRow): readonly string[] => [
  row.reviewTitle,
  row.number ?? '',
  row.text,
  row.askedOf,
  String(row.statements),
  String(row.silent),
  String(row.overdue),
]

export const statementHead = [
  'Review',
  'Recommendation',
  'Agency',
  'Owner',
  'What it does',
  'Statement',
  'Due, as written',
  'Due from',
  'Due to',
  'Overdue',
]
export const statementCells = (row: StatementRow): readonly string[] => [
  row.reviewTitle,
  row.number ?? '',
  row.agency,
  row.owner ?? '',
  actWords[row.act],
  row.text,
  row.dueAsWritten ?? '',
  row.dueFrom ?? '',
  row.dueTo ?? '',
  row.isOverdue ? 'yes' : 'no',
]
