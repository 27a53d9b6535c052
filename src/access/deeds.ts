/** Who does what a lifecycle table lists: a row of the permission table, or nobody with a role at all. */
import type { Lifecycle } from '../core/lifecycle.ts'
import type { Permission } from './permissions.ts'

/** Besides people with a permission: an account’s owner, whoever holds a link, a job of Heed’s own, the calendar. */
export const bystanders = {
  link: 'whoever holds the link',
  owner: 'the person whose account it is',
  job: 'Heed itself, as a job',
  time: 'time',
} as const

export type Doer = Permission | keyof typeof bystanders

/** A lifecycle table whose acts each name who may. */
export type Table = Lifecycle<Doer>
