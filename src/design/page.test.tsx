import { render } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { assetPaths, errorPages, Form, Page, type PageProps, renderPage, Table } from './index.ts'
import { accessibilityPage, cookiesPage } from './static-pages.tsx'

const show = (props: Partial<PageProps>) =>
  renderPage(
    <Page title="Reviews" assets={name => `/assets/${name}`} nonce="n1" {...props}>
      content
    </Page>,
  )

const signedIn = {
  name: 'Ruth Adeyemi',
  boardName: 'Northshire',
  boards: { text: 'Your boards', href: '/' },
  navigation: [{ text: 'Reviews', href: '/reviews', current: true }],
  signOutHref: '/sign-out',
  csrf: 'token',
}

describe('a page', () => {
  test('is a whole document in British English with its title', () => {
    expect(show({})).toMatch(/^<!doctype html><html lang="en-GB"/)
    expect(show({})).toContain('<title>Reviews – Heed</title>')
  })
  test('says in its title that there is an error', () => {
    expect(show({ error: true })).toContain('<title>Error: Reviews – Heed</title>')
  })
  test('lets the keyboard skip to its content first', () => {
    const html = show({ signedIn })
    expect(html.indexOf('href="#main-content"')).toBeLessThan(html.indexOf('<header'))
    expect(html).toContain('<main class="govuk-main-wrapper" id="main-content">')
  })
  test('runs its one inline script, and only with the nonce', () => {
    const html = show({})
    expect(html.match(/<script(?![^>]*nonce="n1")/)).toBeNull()
    expect(html).toContain("className += ' js-enabled'")
  })
  test('signs out by a form that carries its token, not by a link', () => {
    expect(show({ signedIn })).toMatch(
      /<form[^>]*method="post" action="\/sign-out"><input[^>]*name="csrf" value="token"/,
    )
    expect(show({})).not.toContain('Sign out')
  })
  test('carries its marking above and below, and once for each sheet of paper at the head and at the foot', () => {
    expect(show({ marking: 'OFFICIAL-SENSITIVE' }).match(/OFFICIAL-SENSITIVE/g)).toHaveLength(4)
    expect(show({}).match(/heed-sheet|heed-marking/)).toBeNull()
  })
  test('says what day its facts are of', () => {
    expect(show({ asOf: '30 September 2018' })).toContain('<p class="heed-as-of">As of 30 September 2018</p>')
  })
  test('leads to help, accessibility and cookies, without a crown', () => {
    for (const href of ['/help', '/accessibility', '/cookies']) expect(show({})).toContain(`href="${href}"`)
    expect(show({})).not.toMatch(/crown/i)
  })
})

test('an asset that was not built is named when it is asked for', () => {
  const assets = assetPaths({ 'heed.css': 'heed-1a.css' })
  expect(assets('heed.css')).toBe('/assets/heed-1a.css')
  expect(() => assets('heed.js')).toThrow('heed.js')
})

test('a form posts its token', () => {
  const html = render(
    <Form action="/x" csrf="a&quot;b">
      field
    </Form>,
  )
  expect(html).toContain('method="post"')
  expect(html).toContain('name="csrf"')
})

describe('a table', () => {
  const columns = [
    { head: 'Number', cell: (row: string) => row, rowHeader: true },
    {
      head: <i>Due</i>,
      label: 'Due',
      cell: () => '1 May',
      sort: { href: '?sort=due', direction: 'ascending' as const },
    },
  ]
  test('says its headings beside the values when it folds to cards, and stays a table to screen readers', () => {
    const html = render(<Table caption="Promises" columns={columns} rows={['1.1']} />)
    expect(html).toContain('data-label="Due"')
    expect(html).toMatch(/<th scope="row" role="rowheader"/)
  })
  test('says how it is sorted', () => {
    const html = render(<Table caption="Promises" columns={columns} rows={['1.1']} />)
    expect(html).toContain('aria-sort="ascending"')
    expect(html).toContain('href="?sort=due"')
  })
})

describe('error pages', () => {
  const text = (status: number, reference?: string) => render(errorPages(status, reference).body)
  test.each([403, 404, 409, 413, 422, 429, 500, 503, 507])('%i says what happened and where to go', status => {
    expect(errorPages(status).title.length).toBeGreaterThan(10)
    expect(text(status)).toContain(`<h1 class="govuk-heading-l">${errorPages(status).title}</h1>`)
    expect(text(status)).toContain('href="/"')
  })
  test('only a fault of Heed’s own shows a reference', () => {
    expect(text(500, 'f3a9')).toContain('f3a9')
    expect(text(404, 'f3a9')).not.toContain('f3a9')
  })
  test('not found does not tell whether the thing exists', () => {
    expect(text(404)).not.toMatch(/permission|not allowed|restricted|forbidden|exists/i)
  })
  test('any other status has the words of its kind', () => {
    expect(errorPages(418).title).toBe(errorPages(422).title)
    expect(errorPages(599).title).toBe(errorPages(500).title)
  })
})

test('the cookies page names exactly the cookies that are set', () => {
  const html = render(cookiesPage().body)
  expect(html.match(/<code>[^<]*<\/code>/g)).toEqual([
    '<code>__Host-heed-session</code>',
    '<code>__Host-heed-form</code>',
    '<code>__Host-heed-way</code>',
    '<code>__Host-heed-device</code>',
  ])
  expect(
    render(cookiesPage({ session: 'heed-session', form: 'heed-form', way: 'way', device: 'device' }).body),
  ).toContain('<code>heed-session</code>')
})

test('the accessibility statement says whom to write to and when it was reviewed, or that nobody has said so', () => {
  const contact = { name: 'the board', email: 'a@northshire.example' }
  const said = render(accessibilityPage({ contact, preparedOn: '1 May 2026', reviewedOn: '2 June 2026' }).body)
  expect(said).toContain('mailto:a@northshire.example')
  expect(said).toContain('last reviewed it on 2 June 2026')
  const silent = render(accessibilityPage({ contact: null, preparedOn: '1 May 2026', reviewedOn: null }).body)
  expect(silent).toContain('has not yet given')
  expect(silent).toContain('prepared it on 1 May 2026')
  expect(silent).toContain('has not yet said when it reviewed it')
})
