/** The guidance data as lists for people and programs: every edition and every body with its standing on a day. */
import type { PlainDate } from '../core/plain-date.ts'
import { standingOf } from './citations.ts'
import type { GuidanceData, Sure } from './guidance-data.ts'
import type { BodyStanding, EditionStanding } from './reading.ts'

export interface ListedEdition {
  readonly guidance: string
  readonly title: string
  /** Null for a title of which no edition is listed. */
  readonly edition: string | null
  readonly published: string | null
  readonly superseded: string | null
  readonly standing: EditionStanding
  readonly source: string
  readonly sure: Sure
  readonly note: string | null
}

export interface ListedBody {
  readonly id: string
  readonly name: string
  readonly standing: BodyStanding
  readonly on: string | null
  readonly successor: string
  readonly source: string
  readonly sure: Sure
  readonly note: string | null
}

export interface GuidanceList {
  /** The day on which the data was last looked into. */
  readonly asAt: string
  readonly editions: readonly ListedEdition[]
  readonly bodies: readonly ListedBody[]
}

/** Every edition and body that the data knows, with its standing on a day. */
export function listGuidance(data: GuidanceData, asOf: PlainDate): GuidanceList {
  const editions = data.guidance.flatMap((entry): ListedEdition[] => {
    const { id: guidance, title, withdrawn } = entry
    if (entry.editions.length === 0 && withdrawn) {
      const { source, sure, note, on } = withdrawn
      return [
        { guidance, title, edition: null, published: null, superseded: on, standing: 'withdrawn', source, sure, note },
      ]
    }
    return entry.editions.map(({ edition, published, superseded, source, sure, note }) => {
      const { standing } = standingOf(entry, edition, asOf)
      return { guidance, title, edition, published, superseded, standing, source, sure, note }
    })
  })
  const bodies = data.bodies.map(({ id, name, standing, on, successor, source, sure, note }): ListedBody => {
    const gone = on === null || on <= asOf
    return { id, name, standing: gone ? standing : 'current', on, successor, source, sure, note }
  })
  return { asAt: data.asAt, editions, bodies }
}
