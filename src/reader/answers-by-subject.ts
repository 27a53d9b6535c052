import type { Answer } from './answers.ts'
import type { Body, Directory } from './directory.ts'
import type { Statement } from './reading.ts'
import { subjectOf } from './speakers.ts'

/** An answer under nobody's name, parted by the bodies that its sentences begin with; else the answer itself. */
export function answersBySubject(answer: Answer, directory: Directory): readonly Answer[] {
  if (answer.agency !== '') return [answer]
  const said = new Map<Body | null, Statement[]>()
  let speaker: Body | null = null
  for (const statement of answer.statements) {
    speaker = subjectOf(statement.text, directory, speaker) ?? speaker
    said.set(speaker, [...(said.get(speaker) ?? []), statement])
  }
  if (speaker === null) return [answer]
  return [...said].map(([body, statements]) => ({
    ...answer,
    statements,
    ...(body && { agency: body.name, bodies: [body] }),
  }))
}
