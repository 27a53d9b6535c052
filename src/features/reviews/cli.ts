/** `heed redactions apply`: what the one who runs the installation does after restoring a backup by hand. */
import type { App } from '../../app.ts'
import { dayOf } from '../../core/instants.ts'
import { writeDate } from '../../core/plain-date.ts'
import { type RedactionRecord, readRecord } from './redaction-record.ts'
import { type Applied, applyRecord } from './restoring-commands.ts'

/** What a command prints, and the status that it ends with: 0 done, 1 not all of it. */
export interface Printed {
  readonly status: 0 | 1
  readonly lines: readonly string[]
}

/** Does the redactions of the lines again, in the order in which they were agreed to, and says of each what it did. */
export async function applyRedactions(app: App, lines: readonly string[]): Promise<Printed> {
  const read = lines.filter(line => line.trim() !== '').map(line => readRecord(line))
  const records = read.flatMap(record => record ?? []).toSorted((a, b) => (a.agreedAt < b.agreedAt ? -1 : 1))
  const wrong = read.length - records.length
  const told: string[] = []
  let failed = wrong
  for (const record of records) {
    const applied = await applyRecord(app, record)
    if (applied.kind !== 'applied') failed++
    told.push(
      `Redaction ${record.redaction} of ${writeDate(dayOf(new Date(record.agreedAt)))}: ${tell(applied, record)}`,
    )
  }
  if (wrong > 0) told.push(`${counted(wrong, 'line is', 'lines are')} no redaction and had no effect.`)
  if (read.length === 0) told.push('There is no redaction to apply.')
  return { status: failed > 0 ? 1 : 0, lines: told }
}

function tell(applied: Applied, { extent }: RedactionRecord): string {
  if (applied.kind === 'unknown secret')
    return 'NOT applied, for it was made under a secret that is not known. Put that secret in SECRET_BEFORE.'
  if (applied.kind === 'unknown board') return 'not applied, for its board is not in this database.'
  const { places, originals } = applied
  if (places + originals === 0) return 'nothing of it stood here.'
  const blanked = extent === 'file' ? counted(places, 'record', 'records') : counted(places, 'place', 'places')
  return `${blanked} blanked, ${counted(originals, 'original', 'originals')} deleted.`
}

const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`
