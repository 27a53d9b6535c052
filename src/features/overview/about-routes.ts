/** What Heed says of itself, to anybody: help, cookies and accessibility. */
import { page, type Route } from '../../app.ts'
import { writeDate } from '../../core/plain-date.ts'
import { accessibilityPage, cookiesPage, helpPage } from '../../design/static-pages.tsx'
import { urls } from '../../urls.ts'

/** When the project last went through the pages and wrote the statement. */
const preparedOn = '23 November 2026'

export const aboutRoutes: readonly Route[] = [
  { method: 'GET', path: urls.help(), door: 'anyone', handle: async () => page(helpPage()) },
  { method: 'GET', path: urls.cookies(), door: 'anyone', handle: async () => page(cookiesPage()) },
  {
    method: 'GET',
    path: urls.accessibility(),
    door: 'anyone',
    handle: async ({ app }) => {
      const { contact = null, reviewedOn = null } = app.site.accessibility ?? {}
      return page(accessibilityPage({ contact, preparedOn, reviewedOn: reviewedOn && writeDate(reviewedOn) }))
    },
  },
]
