/** What people see when a request cannot be met. No page tells whether a thing exists that the reader may not see. */
import { Heading, Link, Paragraph } from './components/typography.tsx'
import type { PageWords } from './page.tsx'

const words = {
  403: {
    title: 'You cannot do this',
    body: (
      <>
        <Paragraph>Nothing has been changed. Your role does not allow this step on this page.</Paragraph>
        <Paragraph>
          If you think that it should, ask your board’s administrator, who can give you a role that does.
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
  409: {
    title: 'Somebody else changed this before you',
    body: (
      <>
        <Paragraph>What you sent has not been saved, so that theirs is not lost.</Paragraph>
        <Paragraph>Go back, load the page again to see what they did, and repeat what is still needed.</Paragraph>
      </>
    ),
  },
  413: {
    title: 'The file is too large',
    body: (
      <>
        <Paragraph>Nothing has been stored.</Paragraph>
        <Paragraph>
          Go back and choose at most 10 files, of at most 25 MB each. A document with many pictures is often smaller
          when it is saved again as a PDF, or without the pictures.
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
        <Paragraph>More requests came from your connection within a minute than we allow.</Paragraph>
        <Paragraph>Wait a minute, then try again. Nothing that you saved is lost.</Paragraph>
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
        <Paragraph>
          Try again in a few minutes. What you sent just now may not have been saved: check before you repeat it.
        </Paragraph>
      </>
    ),
  },
  507: {
    title: 'Heed has no room left',
    body: (
      <>
        <Paragraph>
          Nothing can be saved at the moment, because the disk that Heed keeps things on is full. What you did last has
          not been saved. Everything saved before is safe.
        </Paragraph>
        <Paragraph>Tell whoever runs Heed for your board. As soon as there is room again, you can go on.</Paragraph>
      </>
    ),
  },
} as const satisfies Record<number, PageWords>

/** The statuses that have a page of their own. */
export type ErrorStatus = keyof typeof words

function wordsOf(status: number): PageWords {
  if (status in words) return words[status as ErrorStatus]
  return status >= 400 && status < 500 ? words[422] : words[500]
}

/**
 * The words for a request that could not be met, for any HTTP status. The reference finds the error in the log and says
 * nothing else; it is shown where the fault is Heed's own. `before` is the page that the request came from.
 */
export function errorPages(status: number, reference?: string, before?: string | null): PageWords {
  const { title, body } = wordsOf(status)
  const shown = (
    <>
      <Heading level={1}>{title}</Heading>
      {body}
      {reference && status >= 500 && (
        <Paragraph>
          Give this reference when you report it: <b>{reference}</b>
        </Paragraph>
      )}
      {before && (
        <Paragraph>
          <Link href={before}>Load the page before again</Link>
        </Paragraph>
      )}
      <Paragraph>
        <Link href="/">Go to the start page</Link>
      </Paragraph>
    </>
  )
  return { title, body: shown }
}
