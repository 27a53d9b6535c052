/** Who does what a lifecycle table lists: a row of the permission table, or nobody with a role at all. */
import type { Lifecycle } from '../core/lifecycle.ts'
import type { Permission } from './permissions.ts'

/** Besides people with a permission: whoever holds a link that was sent, a job of Heed’s own, and the calendar. */
export const bystanders = {
  link: 'whoever holds the link',
  job: 'Heed itself, as a job',
  time: 'time',
} as const

export type Doer = Permission | keyof typeof bystanders

/** A lifecycle table whose acts each name who may. */
export type Table = Lifecycle<Doer>
