/** The rows of every table, as both engines give them: dates as text, instants as Date, json as values. */
import type { HouseTables } from './house-tables.ts'
import type { ProviderTables } from './provider-tables.ts'
import type { RegisterTables } from './register-tables.ts'
import type { ReviewTables } from './review-tables.ts'

export type * from './ids.ts'
export interface Schema extends HouseTables, ProviderTables, ReviewTables, RegisterTables {}
