/** Puts what a feature shows into the whole page: navigation, marking, mistakes. */
import { couldEver } from '../../access/can.ts'
import type { Permission } from '../../access/permissions.ts'
import type { Ask, PageContent } from '../../app.ts'
import { writeDate } from '../../core/plain-date.ts'
import { ErrorSummary, Link, Page, type PageFrame, renderPage, type SignedIn } from '../../design/index.ts'
import { urls } from '../../urls.ts'

type Section = { readonly text: string; readonly href: (slug: string) => string; readonly permission: Permission }

/** The board's navigation, in order; an item is shown to whoever could ever be permitted what stands behind it. */
const sections: readonly Section[] = [
  { text: 'Board', href: urls.board, permission: 'board.see' },
  { text: 'Reviews', href: urls.reviews, permission: 'review.see' },
  { text: 'Recommendations', href: urls.register, permission: 'register.see' },
  { text: 'Imports', href: urls.imports, permission: 'import.check' },
  { text: 'Agencies', href: urls.agencies, permission: 'agency.see' },
  { text: 'People', href: urls.people, permission: 'people.see' },
]

/** What every page takes from the request. */
export const frameOf = (ask: Ask, content: Pick<PageContent, 'board' | 'section'> = {}): PageFrame => ({
  assets: ask.frame.asset,
  nonce: ask.frame.nonce,
  address: ask.person ? ask.app.site.address + ask.path : undefined,
  signedIn: signedIn(ask, content),
  notice: ask.app.site.demo && ask.person ? demoNotice : undefined,
})

const demoNotice = (
  <>
    A demo: all of it is fiction. <Link href={urls.demo()}>Sign in as somebody else</Link>
  </>
)

export function showPage(ask: Ask, content: PageContent): string {
  const mistakes = content.mistakes ?? []
  return renderPage(
    <Page
      {...frameOf(ask, content)}
      title={content.title}
      error={mistakes.length > 0}
      back={content.back}
      breadcrumbs={content.breadcrumbs}
      marking={content.restricted ? content.marking || content.board?.marking || undefined : undefined}
      asOf={writeDate(ask.app.clock.today())}
      wide={content.wide}
    >
      {mistakes.length > 0 && (
        <ErrorSummary errorList={mistakes.map(({ field, message }) => ({ text: message, href: `#${field}` }))} />
      )}
      {content.body}
    </Page>,
  )
}

function signedIn(ask: Ask, { board, section }: Pick<PageContent, 'board' | 'section'>): SignedIn | undefined {
  const { person, frame } = ask
  if (!person) return undefined
  const onBoard = board
    ? sections
        .filter(({ permission }) =>
          couldEver({ ...person, posts: person.posts.filter(p => p.boardId === board.id) }, permission),
        )
        .map(({ text, href }) => ({
          text,
          href: href(board.slug),
          active: text === section,
          current: href(board.slug) === ask.path,
        }))
    : []
  const isOnSeveral = person.posts.some(({ boardId }) => boardId !== person.posts[0]?.boardId)
  return {
    name: person.name,
    boardName: board?.name ?? null,
    boards: isOnSeveral || !board ? { text: isOnSeveral ? 'Your boards' : 'Your board', href: urls.home() } : null,
    navigation: [
      ...onBoard,
      { text: 'Search', href: urls.search(), current: ask.path === urls.search() },
      { text: 'Your account', href: urls.account(), active: ask.path.startsWith(urls.account()) },
    ],
    signOutHref: urls.signOut(),
    csrf: frame.csrf,
  }
}
