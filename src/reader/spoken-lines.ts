/** Takes the lines of an answer in prose, sentence by sentence, each for the body that says it. */
import type { Answer } from './answers.ts'
import type { ReadingContext } from './context.ts'
import type { Body } from './directory.ts'
import { statusSays } from './legends.ts'
import type { Statement } from './reading.ts'
import { partOf, type SourceLine } from './source-lines.ts'
import { subjectOf } from './speakers.ts'
import { type LeadIn, statementsOf } from './statements.ts'
import { statusWord } from './vocabulary/columns.ts'

/** Where the reading of an answer is. */
export interface State {
  speaker: Body | null
  /** Whether a heading or a label said who speaks: then first words do not change it. */
  headed: boolean
  /** Whether it was a label in front of a paragraph: it holds for that paragraph and the list behind it. */
  labelled: boolean
  /** The depth of the list entry in which that label stood, which holds for that entry alone; else null. */
  entry: number | null
  leadIn: LeadIn | null
  /** Whether the line before introduces a list, or is an entry of one whose numbers were typed. */
  listed: boolean
  /** What the heading above gives to entries without a verb. */
  under: LeadIn | null
  /** Whether what stands here explains the recommendation and answers nothing. */
  aside: boolean
}

/** What one body says. */
export interface Told {
  readonly speaker: Body | null
  readonly headed: boolean
  readonly statements: Statement[]
  /** "COMPLETE", "On track" as a sentence of its own. */
  readonly status: string | null
  /** Whether the status stands with these very words, and so tells whether they are finished. */
  readonly settles: boolean
  /** "Lead: Head of Housing" behind the words. */
  readonly owner: string | null
}

/** What is gathered while lines are taken. */
export interface Taking {
  readonly said: Map<string, Told>
  readonly cells: SourceLine[]
  readonly context: ReadingContext
}

interface Line {
  readonly words: SourceLine
  /** The part whose letter stands before the words, or 0. */
  readonly part: number
  /** The post that is to see to it; null where none is named. */
  readonly owner?: string | null
}

const namedLead =
  /\s*[[(]?(?:Lead|Owner|Responsible)(?: (?:officer|agency|organisation|person|partner))?\s*[:–]\s+(?<who>[^.\])]{3,80})[\])]?\.?$/

/** Whether a line says who leads and nothing else. */
export const isLeadLine = ({ text }: SourceLine): boolean => namedLead.exec(text)?.index === 0

/** Gives what was said so far under nobody's lead to the post that a line of its own names. */
export function takeLead(line: SourceLine, { said, cells, context }: Taking): void {
  cells.push(line)
  const { role } = context.ownerOf('', namedLead.exec(line.text)?.groups?.who ?? '')
  for (const [key, told] of said) said.set(key, { ...told, owner: told.owner ?? role })
}

/** Takes a line whose last words may say who leads ("… Lead: Head of Housing, Elm Council"). */
export function takeLine(line: Line, state: State, taking: Taking): void {
  const lead = namedLead.exec(line.words.text)
  if (!lead || lead.index === 0) {
    takeStatements(line, state, taking)
    return
  }
  taking.cells.push(partOf(line.words, lead.index))
  const { body, role } = taking.context.ownerOf('', lead.groups?.who ?? '')
  const { speaker, headed, labelled } = state
  if (body && !headed) Object.assign(state, { speaker: body, headed: true, labelled: false })
  takeStatements({ ...line, words: partOf(line.words, 0, lead.index), owner: role }, state, taking)
  Object.assign(state, { speaker, headed, labelled })
}

/** Takes the sentences of a line, each for who says it. What has a status of its own is an answer of its own. */
function takeStatements({ words, part, owner = null }: Line, state: State, { said, cells, context }: Taking): void {
  const all = statementsOf(words, context.calendar, state.leadIn)
  const statuses = all.filter(({ text }) => statusWord.test(withoutBrackets(text)) || statusLine.test(text))
  for (const { text } of statuses) {
    const from = words.text.lastIndexOf(text)
    cells.push(partOf(words, from, from + text.length))
  }
  // "Yes" answers a question of the form and says nothing of how far a thing is.
  const status = statuses.map(({ text }) => withoutBrackets(text)).findLast(text => !yesOrNo.test(text)) ?? null
  const settles = status !== null && statuses.length < all.length
  for (const statement of all) {
    if (!state.headed) state.speaker = speakerOf(statement.text, state.speaker, context) ?? state.speaker
    const agency = state.speaker?.name ?? ''
    const key = settles ? `${agency}\n${words.at}` : agency
    // A label tells who speaks; only a heading gives all below it to somebody to do.
    const headed = state.headed && !state.labelled
    const answer = said.get(key) ?? { speaker: state.speaker, headed, statements: [], status, settles, owner }
    const isPart = part > 0 && context.hasParts
    if (!statuses.includes(statement))
      answer.statements.push(isPart ? { ...statement, answersParts: [part] } : statement)
    said.set(key, { ...answer, status: answer.status ?? status, owner: answer.owner ?? owner })
  }
}

/** "Status: Closed - alternative agreed". */
const statusLine = /^(?:current )?(?:status|b?rag)(?: rating)?:\s+\S.{0,60}$/i

const yesOrNo = /^(?:y|yes|n|no|none|nil)[.!]?$/i

/** "[Completed]" at the end of a paragraph, and "Status: Completed", are "Completed". */
const withoutBrackets = (text: string): string =>
  (/^[[(]([^\])]+)[\])]\.?$/.exec(text)?.[1] ?? text).replace(/^(?:current )?(?:status|b?rag)(?: rating)?:\s+/i, '')

/** Who acts in a sentence: "the Trust" is the trust that speaks, the only one, or the one that was asked. */
function speakerOf(text: string, speaker: Body | null, { directory, asked }: ReadingContext): Body | null {
  const found = subjectOf(text, directory, speaker)
  return found ?? asked.map(body => subjectOf(text, directory, body)).find(body => body !== null) ?? null
}

/** What one body said, as its answer. */
export function proseAnswer(told: Told, { legend }: ReadingContext): Answer {
  const { speaker, headed, statements, status, settles, owner } = told
  return {
    agency: speaker?.name ?? '',
    statements,
    action: null,
    owner,
    status,
    evidence: null,
    bodies: speaker ? [speaker] : [],
    headed,
    fromTable: false,
    finished: status !== null && settles ? statusSays(status, legend) : null,
  }
}
