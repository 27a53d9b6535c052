/** What Heed says of itself, to anybody: help, cookies and accessibility. */
import { page, type Route } from '../../app.ts'
import { readPlainDate, writeDate } from '../../core/plain-date.ts'
import { accessibilityPage, cookiesPage, helpPage } from '../../design/static-pages.tsx'
import { urls } from '../../urls.ts'

/** When somebody last went through the pages against WCAG 2.2 AA. */
const reviewedOn = readPlainDate('2026-11-23')

export const aboutRoutes: readonly Route[] = [
  { method: 'GET', path: urls.help(), door: 'anyone', handle: async () => page(helpPage()) },
  { method: 'GET', path: urls.cookies(), door: 'anyone', handle: async () => page(cookiesPage()) },
  {
    method: 'GET',
    path: urls.accessibility(),
    door: 'anyone',
    handle: async () =>
      page(
        accessibilityPage({
          contact: null,
          reviewedOn: reviewedOn ? writeDate(reviewedOn) : '',
        }),
      ),
  },
]
