/** What somebody who leaves has to hand over. */
import type { ComponentChildren } from 'preact'
import { dayOf } from '../../core/instants.ts'
import { writeDate } from '../../core/plain-date.ts'
import { EmptyState, Heading, Link, Paragraph, Table } from '../../design/index.ts'
import { urls } from '../../urls.ts'
import { Reading, roleNames } from '../accounts/index.ts'
import { mostListed } from './handover.ts'
import type { Handover } from './handover-commands.ts'

export function HandoverPage({ board, person, imports, redactions, seats, invitations }: Handover) {
  const isNothing = [imports, redactions, seats, invitations].every(each => (each?.length ?? 0) === 0)
  return (
    <Reading>
      <Heading level={1} caption={board.name}>
        What is open in the name of {person.name}
      </Heading>
      <Paragraph>
        Somebody else of the board can go on with each of these where it stands. Of reviews, only what you may see is
        listed.
      </Paragraph>
      {isNothing && <EmptyState title="Nothing that you may see is open in their name" />}
      <Open
        title="Imports that are neither saved nor discarded"
        rows={imports?.map(({ id, fileName, startedAt }) => [
          <Link key={id} href={urls.import(id)}>
            {fileName}
          </Link>,
          startedAt,
        ])}
        since="Begun"
      />
      <Open
        title="Redactions that wait for a second person"
        rows={redactions?.map(({ id, documentId, fileName, askedAt }) => [
          <Link key={id} href={urls.documentRedactions(documentId)}>
            {fileName}
          </Link>,
          askedAt,
        ])}
        since="Asked for"
      />
      <Open
        title="Panels on which they sit"
        rows={seats?.map(({ reviewId, title, joinedAt }) => [
          <Link key={reviewId} href={urls.reviewPanel(reviewId)}>
            {title}
          </Link>,
          joinedAt,
        ])}
        since="Since"
      />
      <Open
        title="Invitations that can still be taken up"
        rows={invitations?.map(({ id, name, role, invitedAt }) => [
          <Link key={id} href={urls.invitations(board.slug)}>
            {name}: {roleNames[role]}
          </Link>,
          invitedAt,
        ])}
        since="Sent"
      />
    </Reading>
  )
}

interface OpenProps {
  readonly title: string
  /** What it is, and since when. */
  readonly rows: readonly (readonly [ComponentChildren, Date])[] | undefined
  readonly since: string
}

/** One kind of what is open; nothing where there is none of it. */
function Open({ title, rows = [], since }: OpenProps) {
  if (rows.length === 0) return null
  return (
    <>
      <Table
        caption={title}
        rows={rows}
        columns={[
          { head: 'What', cell: ([what]) => what, rowHeader: true },
          { head: since, cell: ([, on]) => writeDate(dayOf(on)) },
        ]}
      />
      {rows.length === mostListed && <Paragraph>Only the first {mostListed} are listed.</Paragraph>}
    </>
  )
}
