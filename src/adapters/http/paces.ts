/** How often one address may ask for one page, in requests a minute. */
export interface Paces {
  readonly every: number
  readonly 'sign-in': number
  readonly search: number
  readonly upload: number
}

/**
 * An office of fifty people can share one address, so these stop machines, not people. Accounts have limits of their
 * own.
 */
export const paces: Paces = { every: 1200, 'sign-in': 60, search: 120, upload: 30 }
