/** What the whole document settles, so that any part of it can be read. */
import type { Calendar } from './calendar.ts'
import type { Directory } from './directory.ts'
import type { Legend } from './legends.ts'
import type { RoleTies } from './owners.ts'

export interface ReadingContext {
  readonly directory: Directory
  readonly calendar: Calendar
  readonly ties: RoleTies
  readonly legend: Legend
}
