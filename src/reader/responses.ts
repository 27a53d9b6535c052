/** What is said under a recommendation, by whom: the statements of its prose, one response for each body. */
import type { Body, Directory } from './directory.ts'
import type { Act, Passage, Response, Statement } from './reading.ts'
import { isBodyHeading, isNameOnly } from './sections.ts'
import { passageOf, type SourceLine } from './source-lines.ts'
import { bodyNamed, subjectOf } from './speakers.ts'
import { leadInAct, statementsOf } from './statements.ts'
import { updateHeading } from './vocabulary/labels.ts'

export interface Said {
  readonly responses: readonly Response[]
  readonly headings: readonly Passage[]
  readonly unplaced: readonly Passage[]
}

interface State {
  speaker: Body | null
  /** Whether a heading said who speaks: then first words do not change it. */
  headed: boolean
  leadIn: Act | null
}

/** Reads the lines behind a recommendation as responses. */
export function responsesIn(body: readonly SourceLine[], directory: Directory): Said {
  const state: State = { speaker: null, headed: false, leadIn: null }
  const said = new Map<string, Statement[]>()
  const headings: Passage[] = []
  const unplaced: Passage[] = []
  for (const line of body) {
    if (takeHeading(line, state, directory)) {
      headings.push(passageOf(line))
      continue
    }
    if (line.kind !== 'item') state.leadIn = null
    for (const statement of statementsOf(line, 0, state.leadIn)) {
      if (!state.headed) state.speaker = subjectOf(statement.text, directory, state.speaker) ?? state.speaker
      const agency = state.speaker?.name ?? ''
      said.set(agency, [...(said.get(agency) ?? []), statement])
    }
    state.leadIn = leadInAct(line) ?? state.leadIn
  }
  return { responses: [...said].map(([agency, statements]) => proseResponse(agency, statements)), headings, unplaced }
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

function proseResponse(agency: string, statements: readonly Statement[]): Response {
  return { agency, statements, action: null, owner: null, status: null, evidence: null }
}
