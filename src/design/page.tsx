import type { ComponentChildren, VNode } from 'preact'
import { render } from 'preact-render-to-string'
import type { Assets } from './asset-paths.ts'
import { BackLink } from './components/back-link.tsx'
import { Breadcrumbs, type Crumb } from './components/breadcrumbs.tsx'
import { classNames } from './components/class-names.ts'
import { Footer } from './components/footer.tsx'
import { type NavigationItem, ServiceNavigation } from './components/service-navigation.tsx'
import { SkipLink } from './components/skip-link.tsx'
import { Link } from './components/typography.tsx'

/** The person who is signed in, and where they can go. */
export interface SignedIn {
  readonly name: string
  /** The board that the page belongs to, if any. */
  readonly boardName: string | null
  /** The way to the list of the person's boards; null where the page belongs to the only one. */
  readonly boards: { readonly text: string; readonly href: string } | null
  readonly navigation: readonly NavigationItem[]
  readonly signOutHref: string
  readonly csrf: string
}

/** What every page takes from the request, whatever it shows. */
export interface PageFrame {
  readonly assets: Assets
  /** The Content-Security-Policy's nonce for scripts. */
  readonly nonce: string
  readonly signedIn?: SignedIn | undefined
  /** What is to be known of the whole house, above every page: that it is a demo. */
  readonly notice?: VNode | undefined
  readonly serviceName?: string | undefined
  /** Where the page is, in full: said on paper, which cannot be clicked. */
  readonly address?: string | undefined
}

/** One whole page. */
export interface PageProps extends PageFrame {
  /** The same words as the page's `h1`. */
  readonly title: string
  /** Whether the form on the page has mistakes: the title then begins with "Error: ". */
  readonly error?: boolean | undefined
  /** The address of the page before; not together with breadcrumbs. */
  readonly back?: string | undefined
  readonly breadcrumbs?: readonly Crumb[] | undefined
  /** The protective marking, such as "OFFICIAL-SENSITIVE"; said above, below and on every sheet of paper. */
  readonly marking?: string | undefined
  /** The day that the page's facts were worked out for, as it is written: "30 September 2018". */
  readonly asOf?: string | undefined
  /** For tables and for things side by side. */
  readonly wide?: boolean | undefined
  readonly children: ComponentChildren
}

/** What a page says, without what stands around it: for pages that are the same for everybody. */
export interface PageWords {
  readonly title: string
  readonly body: VNode
}

/** The links at the foot of every page. */
const footerLinks = [
  { text: 'Help', href: '/help' },
  { text: 'Accessibility', href: '/accessibility' },
  { text: 'Cookies', href: '/cookies' },
] as const

// GOV.UK Frontend styles what scripts work only once the body says that they run. No quotes of the kind that HTML
// escapes.
const supported = `document.body.className += ' js-enabled' + ('noModule' in HTMLScriptElement.prototype ? ' govuk-frontend-supported' : '');`

const Head = ({ title, assets }: { readonly title: string; readonly assets: Assets }) => (
  <head>
    <meta charset="utf-8" />
    <title>{title}</title>
    <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
    <meta name="theme-color" content="#0f4c4c" />
    <meta name="referrer" content="same-origin" />
    <link rel="icon" href={assets('favicon.svg')} type="image/svg+xml" sizes="any" />
    <link rel="stylesheet" href={assets('govuk.css')} />
    <link rel="stylesheet" href={assets('heed.css')} />
  </head>
)

const SignedInBar = ({ signedIn, container }: { readonly signedIn: SignedIn; readonly container: string }) => (
  <div class="heed-signed-in">
    <div class={classNames(container, 'heed-signed-in__line')}>
      <div class="heed-signed-in__place">
        {signedIn.boardName !== null && <span class="heed-signed-in__board">{signedIn.boardName}</span>}
        {signedIn.boards && <Link href={signedIn.boards.href}>{signedIn.boards.text}</Link>}
      </div>
      <form class="heed-signed-in__person" method="post" action={signedIn.signOutHref}>
        <input type="hidden" name="csrf" value={signedIn.csrf} />
        <span>{signedIn.name}</span>
        <button type="submit" class="heed-link-button">
          Sign out
        </button>
      </form>
    </div>
  </div>
)

const Marking = ({ words, place }: { readonly words: string; readonly place: 'top' | 'bottom' }) => (
  <p class={`heed-marking heed-marking--${place}`}>{words}</p>
)

type OnSheets = Pick<PageProps, 'marking' | 'asOf' | 'address'> & { readonly place: 'top' | 'bottom' }

/** What comes again on every sheet of paper. On screen and to screen readers the same is said once, in its place. */
function Sheet({ marking, asOf, address, place }: OnSheets) {
  if (!marking && !asOf && !address) return null
  return (
    <div class={`heed-sheet heed-sheet--${place}`} aria-hidden="true">
      <div class="heed-sheet__line">
        <span class="heed-sheet__marking">{marking}</span>
        {address && <span class="heed-sheet__address">{address}</span>}
        {asOf && <span>As of {asOf}</span>}
      </div>
    </div>
  )
}

function Header({ page, container }: { readonly page: PageProps; readonly container: string }) {
  const { signedIn, serviceName = 'Heed', wide } = page
  return (
    <header class="govuk-template__header">
      <ServiceNavigation
        classes={classNames('govuk-service-navigation--inverse heed-navigation', wide && 'heed-navigation--wide')}
        serviceName={serviceName}
        serviceUrl="/"
        navigation={signedIn?.navigation}
      />
      {signedIn && <SignedInBar signedIn={signedIn} container={container} />}
      {page.notice && (
        <div class="heed-notice">
          <p class={classNames(container, 'heed-notice__words')}>{page.notice}</p>
        </div>
      )}
      {page.marking && <Marking words={page.marking} place="top" />}
    </header>
  )
}

/** The whole HTML document of one page. Give it to `renderPage`. */
export function Page(page: PageProps) {
  const { title, error, serviceName = 'Heed', assets, nonce, back, breadcrumbs, marking, asOf } = page
  const container = classNames('govuk-width-container', page.wide && 'heed-wide')
  return (
    <html lang="en-GB" class="govuk-template">
      <Head title={`${error ? 'Error: ' : ''}${title} – ${serviceName}`} assets={assets} />
      <body class="govuk-template__body">
        <script nonce={nonce}>{supported}</script>
        <Sheet marking={marking} asOf={asOf} place="top" />
        <SkipLink href="#main-content">Skip to main content</SkipLink>
        <Header page={page} container={container} />
        <div class={container}>
          {back && <BackLink href={back} />}
          {breadcrumbs && <Breadcrumbs items={breadcrumbs} collapseOnMobile />}
          <main class="govuk-main-wrapper" id="main-content">
            {page.children}
            {asOf && <p class="heed-as-of">As of {asOf}</p>}
          </main>
        </div>
        <footer class="govuk-template__footer">
          {marking && <Marking words={marking} place="bottom" />}
          <Footer links={footerLinks} containerClasses={page.wide ? 'heed-wide' : undefined} />
        </footer>
        <Sheet marking={marking} asOf={asOf} address={page.address} place="bottom" />
        <script type="module" nonce={nonce} src={assets('heed.js')} />
      </body>
    </html>
  )
}

/** The page as the text that is sent. */
export const renderPage = (page: VNode): string => `<!doctype html>${render(page)}`
