/** What is said under a recommendation, by whom: the statements of its prose, one answer for each body. */
import type { Answer } from './answers.ts'
import type { Body, Directory } from './directory.ts'
import type { Act, Statement } from './reading.ts'
import { isBodyHeading, isNameOnly } from './sections.ts'
import type { SourceLine } from './source-lines.ts'
import { bodyNamed, subjectOf } from './speakers.ts'
import { leadInAct, statementsOf } from './statements.ts'
import { updateHeading } from './vocabulary/labels.ts'

export interface Said {
  readonly answers: readonly Answer[]
  readonly headings: readonly SourceLine[]
}

interface State {
  speaker: Body | null
  /** Whether a heading said who speaks: then first words do not change it. */
  headed: boolean
  leadIn: Act | null
}

/** Reads the lines behind a recommendation as answers. */
export function answersIn(body: readonly SourceLine[], directory: Directory): Said {
  const state: State = { speaker: null, headed: false, leadIn: null }
  const said = new Map<string, { speaker: Body | null; headed: boolean; statements: Statement[] }>()
  const headings: SourceLine[] = []
  for (const line of body) {
    if (takeHeading(line, state, directory)) {
      headings.push(line)
      continue
    }
    if (line.kind !== 'item') state.leadIn = null
    for (const statement of statementsOf(line, 0, state.leadIn)) {
      if (!state.headed) state.speaker = subjectOf(statement.text, directory, state.speaker) ?? state.speaker
      const agency = state.speaker?.name ?? ''
      const answer = said.get(agency) ?? { speaker: state.speaker, headed: state.headed, statements: [] }
      answer.statements.push(statement)
      said.set(agency, answer)
    }
    state.leadIn = leadInAct(line) ?? state.leadIn
  }
  return { answers: [...said].map(([agency, answer]) => proseAnswer(agency, answer)), headings }
}

/** A heading that names a body says who speaks from there on; one that dates an update changes nothing. */
function takeHeading(line: SourceLine, state: State, directory: Directory): boolean {
  if (line.kind !== 'heading' && !isNameOnly(line.text) && !updateHeading.test(line.text)) return false
  if (line.kind !== 'heading' && line.kind !== 'paragraph') return false
  state.leadIn = null
  const named = isBodyHeading(line) ? bodyNamed(line.text, directory) : null
  if (named) {
    state.speaker = named
    state.headed = true
  }
  return true
}

function proseAnswer(
  agency: string,
  { speaker, headed, statements }: { speaker: Body | null; headed: boolean; statements: Statement[] },
): Answer {
  const bodies = speaker ? [speaker] : []
  return {
    agency,
    statements,
    action: null,
    owner: null,
    status: null,
    evidence: null,
    bodies,
    headed,
    fromTable: false,
    finished: false,
  }
}
