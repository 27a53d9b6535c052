/** Pages with every part that pages are made of, for the eye and for axe. Their people, bodies and words are fictional. */
import type { ComponentChildren } from 'preact'
import * as d from '../../src/design/index.ts'
import { Forms } from './forms.tsx'
import { Register } from './register.tsx'
import { Check, Things, Words } from './things.tsx'
import { ThreadOfOne, Voices } from './thread.tsx'

/** The gallery: `frame` is where its assets and nonce come from. */
export const Gallery = ({ frame, wide }: { readonly frame: d.PageFrame; readonly wide?: boolean }) => (
  <d.Page
    {...frame}
    title="Every part"
    error
    wide={wide}
    marking="OFFICIAL-SENSITIVE"
    asOf="23 November 2026"
    breadcrumbs={[{ text: 'Northshire', href: '/' }, { text: 'Reviews', href: '/reviews' }, { text: 'Every part' }]}
  >
    <d.ErrorSummary
      errorList={[
        { text: 'Enter the title of the review', href: '#title' },
        { text: 'Due date must be a real date', href: '#due' },
      ]}
    />
    <d.Heading level={1} caption="Child Wren">
      Every part
    </d.Heading>
    <Words />
    <Voices />
    <ThreadOfOne />
    <Register />
    <Things />
    <Forms />
    <Check />
  </d.Page>
)

/** A page of reading width, as a recommendation's page would be. */
export const Reading = ({
  frame,
  children,
}: {
  readonly frame: d.PageFrame
  readonly children?: ComponentChildren
}) => (
  <d.Page {...frame} title="Recommendation 1" back="/reviews/1" asOf="23 November 2026" marking="OFFICIAL-SENSITIVE">
    <d.Heading level={1} caption="Child Wren">
      Recommendation 1
    </d.Heading>
    <ThreadOfOne />
    <d.Table
      caption="A long table"
      columns={[
        { head: 'Row number', cell: (n: number) => n, rowHeader: true },
        { head: 'Words', cell: n => `The words of row ${n}` },
      ]}
      rows={Array.from({ length: 40 }, (_, n) => n + 1)}
    />
    <Register />
    {children}
  </d.Page>
)
