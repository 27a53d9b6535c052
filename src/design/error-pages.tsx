/** What people see when a request cannot be met. No page tells whether a thing exists that the reader may not see. */
import type { ComponentChildren, VNode } from 'preact'
import { Heading, Link, Paragraph } from './components/typography.tsx'
import { Page, type PageFrame } from './page.tsx'

interface ErrorWords {
  readonly title: string
  readonly body: ComponentChildren
}

const Home = ({ signedIn }: { readonly signedIn: boolean }) => (
  <Paragraph>
    <Link href="/">{signedIn ? 'Go to your home page' : 'Go to the start page'}</Link>
  </Paragraph>
)

const words = {
  403: {
    title: 'You cannot do this',
    body: (
      <>
        <Paragraph>Nothing has been changed. Your role does not allow this step on this page.</Paragraph>
        <Paragraph>
          If you think that it should, ask your board’s administrator. If you left the page open for a long time, go
          back, load it again and repeat what you did.
        </Paragraph>
      </>
    ),
  },
  404: {
    title: 'Page not found',
    body: (
      <>
        <Paragraph>If you typed the address, check that it is correct.</Paragraph>
        <Paragraph>If you pasted the address, check that you copied all of it.</Paragraph>
        <Paragraph>
          Some pages can only be seen by the people who work on them. If you expected to see one here, ask the person
          who sent you the address, or your board’s administrator.
        </Paragraph>
      </>
    ),
  },
  413: {
    title: 'The file is too large',
    body: (
      <>
        <Paragraph>Nothing has been stored.</Paragraph>
        <Paragraph>
          Go back and choose a smaller file. A document with many pictures is often smaller when it is saved again as a
          PDF, or without the pictures.
        </Paragraph>
      </>
    ),
  },
  422: {
    title: 'We could not read what was sent',
    body: (
      <>
        <Paragraph>Nothing has been changed.</Paragraph>
        <Paragraph>Go back, load the page again and repeat what you did.</Paragraph>
      </>
    ),
  },
  429: {
    title: 'Too many tries',
    body: (
      <>
        <Paragraph>There have been more requests from your connection in a short time than we allow.</Paragraph>
        <Paragraph>Wait 5 minutes, then try again. Nothing that you saved is lost.</Paragraph>
      </>
    ),
  },
  500: {
    title: 'Sorry, there is a problem with Heed',
    body: (
      <>
        <Paragraph>What you did last may not have been saved. Everything saved before is safe.</Paragraph>
        <Paragraph>Go back and check, then try again. If it happens again, tell your board’s administrator.</Paragraph>
      </>
    ),
  },
  503: {
    title: 'Heed is not available at the moment',
    body: (
      <>
        <Paragraph>It is being started, updated or repaired. Everything that you saved is safe.</Paragraph>
        <Paragraph>Try again in a few minutes.</Paragraph>
      </>
    ),
  },
} as const satisfies Record<number, ErrorWords>

/** The statuses that have a page of their own. */
export type ErrorStatus = keyof typeof words

/** The status whose page to show: the status itself, or the nearest that has a page. */
export function shownStatus(status: number): ErrorStatus {
  if (status in words) return status as ErrorStatus
  return status >= 500 ? 500 : status >= 400 ? 422 : 500
}

interface Props {
  readonly frame: PageFrame
  readonly status: ErrorStatus
  /** What finds the error in the log. It says nothing else. */
  readonly reference?: string | undefined
}

/** The whole page for a request that could not be met. */
export function errorPage({ frame, status, reference }: Props): VNode {
  const { title, body } = words[status]
  return (
    <Page {...frame} title={title}>
      <Heading level={1}>{title}</Heading>
      {body}
      {reference && (
        <Paragraph>
          Give this reference when you report it: <b>{reference}</b>
        </Paragraph>
      )}
      <Home signedIn={Boolean(frame.signedIn)} />
    </Page>
  )
}
