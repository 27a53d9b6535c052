import { Pagination } from '../../design/index.ts'

/** How many rows of a list stand on a page. */
export const rowsPerPage = 50

interface Props {
  readonly page: number
  /** Of rows, over all pages. */
  readonly total: number
  readonly href: (page: number) => string
}

/** The links to the page before and after; nothing for a list that fits on one. */
export function PageLinks({ page, total, href }: Props) {
  const pages = Math.ceil(total / rowsPerPage)
  if (pages <= 1) return null
  return (
    <Pagination
      {...(page > 1 ? { previous: { href: href(page - 1), labelText: `${page - 1} of ${pages}` } } : {})}
      {...(page < pages ? { next: { href: href(page + 1), labelText: `${page + 1} of ${pages}` } } : {})}
    />
  )
}

/** The page that an address asks for, from 1, and the rows that it shows. */
export function readPage(query: URLSearchParams): { page: number; limit: number; offset: number } {
  const asked = Number(query.get('page') ?? 1)
  const page = Number.isInteger(asked) && asked >= 1 && asked <= 100_000 ? asked : 1
  return { page, limit: rowsPerPage, offset: (page - 1) * rowsPerPage }
}
