/** Whether this process should be sent requests. */
import type { WipData } from 'pg-boss'
import { EditedMigration, findMissing, type Migration } from '../store/migrations.ts'
import type { Store } from './database/store.ts'

export interface Readiness {
  /** Why no request should be sent here, in words that reveal nothing of what is kept; null when there is no reason. */
  reason(): Promise<string | null>
  /** From now on the reason is that the process ends. */
  stop(): void
  isStopping(): boolean
}

export interface ReadinessOptions {
  readonly store: Store
  /** Those that this version of Heed needs. */
  readonly migrations: readonly Migration[]
  readonly queues: readonly string[]
}

/** An answer holds for so many milliseconds, so that whoever asks without end does not load the database. */
const answerHolds = 1000
/** A database that takes longer than this, in milliseconds, does not answer. */
const patience = 2000
/** A worker looks for jobs every second; one that has not for so many milliseconds does not run. */
const longestPause = 60_000

/** Asks the database once at a time and then not for a second, whoever asks how often. */
export function readinessOf(options: ReadinessOptions): Readiness {
  let stopping = false
  let asked: Promise<string | null> | null = null
  const forget = () => {
    asked = null
  }
  return {
    reason() {
      if (stopping) return Promise.resolve('stopping')
      asked ??= reasonNow(options).finally(() => setTimeout(forget, answerHolds).unref())
      return inTime(asked)
    },
    stop() {
      stopping = true
    },
    isStopping: () => stopping,
  }
}

const noAnswer = 'the database does not answer'

async function reasonNow({ store, migrations, queues }: ReadinessOptions): Promise<string | null> {
  try {
    if ((await findMissing(store.db, migrations)).length > 0) return otherVersion
  } catch (error) {
    return isOfOtherVersion(error) ? otherVersion : noAnswer
  }
  return jobsRun(store.boss.getWipData(), queues) ? null : 'jobs do not run'
}

const otherVersion = 'the database is not of this version'

/** The table of migrations is not there or may not be read, or one was edited after it was applied. */
const isOfOtherVersion = (error: unknown): boolean =>
  ['42P01', '42501'].includes((error as { code?: string }).code ?? '') || error instanceof EditedMigration

function inTime(answer: Promise<string | null>): Promise<string | null> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<string>(resolve => {
    timer = setTimeout(() => resolve(noAnswer), patience)
  })
  return Promise.race([answer, late]).finally(() => clearTimeout(timer))
}

function jobsRun(workers: readonly WipData[], queues: readonly string[]): boolean {
  const since = Date.now() - longestPause
  const isAlive = ({ state, count, createdOn, lastFetchedOn }: WipData) =>
    state === 'active' && (count > 0 || (lastFetchedOn ?? createdOn) > since)
  return queues.every(queue => workers.some(worker => worker.name === queue && isAlive(worker)))
}
