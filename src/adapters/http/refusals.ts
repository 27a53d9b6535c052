/** What is thrown becomes a page, once and here. */
import type { Ask } from '../../app.ts'
import { Forbidden, NotFound, Stale } from '../../core/refusals.ts'
import { errorPages } from '../../design/error-pages.tsx'
import { faultOf } from '../database/faults.ts'
import { showPage } from './shell.tsx'

/**
 * The status that a thrown thing is answered with: 503 while the database does not answer, 507 while the disk is full.
 * Everything that is not known is a fault of Heed's: 500.
 */
export function statusOf(error: unknown): number {
  if (error instanceof NotFound) return 404
  if (error instanceof Forbidden) return 403
  if (error instanceof Stale) return 409
  const fault = faultOf(error)
  if (fault) return fault === 'full' ? 507 : 503
  const status = (error as { statusCode?: number }).statusCode ?? 500
  return status >= 400 && status < 500 ? status : 500
}

/** `before` is the page that the request came from, when it was one of this house. */
export const showRefusal = (ask: Ask, status: number, before: string | null): string =>
  showPage(ask, errorPages(status, ask.frame.requestId, before))
