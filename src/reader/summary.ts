/** A reading as a page of plain text, for people at a terminal. */
import type { Finding, Reading, Recommendation, Response, Statement } from './reading.ts'

const kindNames = {
  response: 'Response',
  'action-plan': 'Action plan',
  report: 'Report',
  policy: 'Policy',
  unknown: 'Document',
} as const

/**
 * What was read, recommendation by recommendation: who said what, what was found, and what was left over. Ends with a
 * line break.
 */
export function summaryOf(reading: Reading): string {
  const { kind, review, recommendations, findings, unplaced } = reading
  const general = findings.filter(finding => !recommendations.some(each => each.number === finding.recommendation))
  const lines = [
    `${kindNames[kind]}: ${review.title ?? reading.source.file}`,
    ...[review.board, review.subject, review.consideredOn && `considered ${review.consideredOn}`].filter(
      fact => fact !== null,
    ),
    ...recommendations.flatMap(each => ['', ...recommendationLines(each, findings)]),
    ...(general.length > 0 ? ['', 'On the whole document', ...general.map(findingLine)] : []),
    ...(unplaced.length > 0 ? ['', `${unplaced.length} passages were left over, which answer no recommendation.`] : []),
  ]
  return `${lines.join('\n')}\n`
}

function recommendationLines(recommendation: Recommendation, findings: readonly Finding[]): string[] {
  const { number, text, parts, responses } = recommendation
  return [
    `Recommendation ${number ?? '(without a number)'}: ${text}`,
    ...parts.map((part, at) => `   ${at + 1}. ${part}`),
    ...responses.flatMap(responseLines),
    ...findings.filter(finding => finding.recommendation === number).map(findingLine),
  ]
}

function responseLines({ agency, statements }: Response): string[] {
  return [`  ${agency === '' ? '(nobody named)' : agency}`, ...statements.map(statementLine)]
}

function statementLine({ act, text, due }: Statement): string {
  return `    ${act.padEnd(8)} ${text}${due ? ` [${due.from ?? ''}..${due.to ?? ''}]` : ''}`
}

const findingLine = ({ code, message }: Finding): string => `  ! ${code}: ${message}`
