/** How long it is enough to have shown who one is, before an act of weight is asked for. */

const minute = 60_000

/**
 * In milliseconds. A page is opened within the shorter time, so that its form, which may take as long again to be
 * filled in, is not refused.
 */
const proofLasts = { GET: 15 * minute, POST: 30 * minute } as const

/** Whether somebody has shown lately enough who they are. */
export const isProven = (provenAt: Date | null, method: 'GET' | 'POST', now: Date): boolean =>
  provenAt !== null && now.getTime() - provenAt.getTime() < proofLasts[method]
