/** A page with every part that pages are made of, for the eye and for axe. Its people, bodies and words are fictional. */
import type { ComponentChildren } from 'preact'
import type { PlainDate } from '../src/core/plain-date.ts'
import * as d from '../src/design/index.ts'

const day = (text: string) => text as PlainDate
const today = day('2026-11-23')

const words =
  'The Trust has revised its handover protocol and will train every ward manager by 31 March 2027. It accepts part 2 in principle.'

/** Where some of those words stand. */
const spanOf = (part: string): [number, number] => [words.indexOf(part), words.indexOf(part) + part.length]

interface Promise_ {
  readonly id: string
  readonly text: string
  readonly body: string
  readonly due: d.Due | null
  readonly count: number
  readonly act: d.ShownAct
}

const promises: readonly Promise_[] = [
  {
    id: '1.1',
    text: 'Train every ward manager in the handover protocol',
    body: 'Northshire NHS Foundation Trust',
    due: { asWritten: '31 March 2027', from: day('2027-03-31'), to: day('2027-03-31') },
    count: 3,
    act: 'planned',
  },
  {
    id: '1.2',
    text: 'Review how absence from school is recorded',
    body: 'Northshire County Council',
    due: { asWritten: 'September 2026', from: day('2026-09-01'), to: day('2026-09-30') },
    count: 12,
    act: 'ongoing',
  },
  { id: '2.1', text: 'Publish the lessons', body: 'Northshire Police', due: null, count: 1204, act: 'done' },
]

const columns: readonly d.Column<Promise_>[] = [
  { head: 'Number', cell: p => p.id, rowHeader: true, sort: { href: '?sort=number', direction: 'ascending' } },
  { head: 'Promise', cell: p => <d.Link href={`/statements/${p.id}`}>{p.text}</d.Link> },
  { head: 'Agency', cell: p => p.body, sort: { href: '?sort=agency', direction: 'none' } },
  { head: 'Kind', cell: p => <d.ActTag act={p.act} /> },
  { head: 'Due', cell: p => <d.DueDate due={p.due} today={today} /> },
  { head: 'Updates', cell: p => d.writeNumber(p.count), numeric: true },
]

const Voices = () => (
  <>
    <d.Heading level={2}>The three voices</d.Heading>
    <d.Fact>Due date passed 14 days ago</d.Fact>
    <d.Claim by="Northshire Police" on={day('2025-05-03')} source={{ href: '/documents/1#s3' }}>
      All officers on the unit have been trained, and new officers are trained within a month of joining.
    </d.Claim>
    <d.Assessment by="Board" on={day('2025-06-12')} verdict="not yet acceptable">
      <d.Paragraph>The training records cover two of the three districts.</d.Paragraph>
    </d.Assessment>
    <d.Paragraph>
      In a line: <d.Fact inline>Silent 34 days</d.Fact>{' '}
      <d.Assessment inline by="Board" verdict="acceptable" on={day('2025-07-01')} />
    </d.Paragraph>
    <p>
      {(['done', 'ongoing', 'planned', 'position', 'context'] as const).map(act => (
        <>
          <d.ActTag act={act} />{' '}
        </>
      ))}
    </p>
  </>
)

const ThreadOfOne = () => (
  <>
    <d.Heading level={2}>The thread</d.Heading>
    <d.Thread>
      <d.ThreadStep title="Recommended" on={day('2025-01-20')} source={{ href: '/documents/1#r1' }} headingLevel={3}>
        <d.Paragraph>
          That the Trust and the Police make sure that a child’s absence is told to the school on the same day.
        </d.Paragraph>
      </d.ThreadStep>
      <d.ThreadStep title="Answered by Northshire Police" on={day('2025-03-02')} headingLevel={3}>
        <d.Claim by="Northshire Police">Accepted. A daily return has been sent since February.</d.Claim>
        <d.Assessment by="Board" verdict="acceptable" on={day('2025-04-01')} />
      </d.ThreadStep>
      <d.MissingStep
        title="No answer from Northshire NHS Foundation Trust"
        action={{ href: '/recommendations/1/responses/trust', text: 'Ask for an answer' }}
        headingLevel={3}
      >
        <d.Paragraph>
          <d.Fact inline>Silent 34 days</d.Fact>
        </d.Paragraph>
        <d.Paragraph>An answer to parts 1 and 2 is needed. The Trust’s lead can give it.</d.Paragraph>
      </d.MissingStep>
      <d.ThreadStep title="Published" on={day('2025-09-09')} headingLevel={3}>
        <d.Paragraph>The report and two answers.</d.Paragraph>
      </d.ThreadStep>
    </d.Thread>
  </>
)

const Register = () => (
  <>
    <d.Heading level={2}>A register</d.Heading>
    <d.CountList>
      <d.CountLink count={41} text="recommendations" href="/r" />
      <d.CountLink count={12} text="promises overdue" href="/o" voice="fact">
        oldest since 1 March 2025
      </d.CountLink>
      <d.CountLink count={7} of={9} text="promises that agencies say are done" href="/d" voice="claim" />
      <d.CountLink count={0} text="answers found acceptable" href="/a" voice="assessment" />
    </d.CountList>
    <d.FilterBar
      action="/register"
      clearHref="/register"
      chosen={[
        { label: 'Agency', text: 'Northshire Police', removeHref: '/register?act=planned' },
        { label: 'Kind', text: 'planned', removeHref: '/register?agency=police' },
      ]}
    >
      <d.Select name="agency" label="Agency" items={[{ text: 'All' }, { text: 'Northshire Police' }]} />
      <d.Input name="words" label="Words" />
      <d.Select name="kind" label="Kind" items={[{ text: 'All' }, { text: 'Planned' }]} />
    </d.FilterBar>
    <d.ListSentence
      downloads={[
        { text: 'Download as Excel', href: '/register.xlsx' },
        { text: 'Download as CSV', href: '/register.csv' },
      ]}
    >
      3 promises of all agencies, by number
    </d.ListSentence>
    <d.Table
      caption="Promises"
      captionClasses="govuk-visually-hidden"
      columns={columns}
      rows={promises}
      rowId={p => `p${p.id}`}
      stickyHeader
    />
    <d.Pagination
      previous={{ href: '?page=1' }}
      next={{ href: '?page=3' }}
      items={[
        { number: 1, href: '?page=1' },
        { number: 2, href: '?page=2', current: true },
        { number: 3, href: '?page=3' },
        { ellipsis: true },
        { number: 24, href: '?page=24' },
      ]}
    />
    <d.EmptyState title="No promises are overdue" action={{ href: '/register', text: 'See all promises' }}>
      <d.Paragraph>Every promise with a due date is either done or not yet due.</d.Paragraph>
    </d.EmptyState>
    <d.ScrollRegion label="Who answered what">
      <d.Table
        caption="Who answered what"
        classes="heed-matrix"
        stickyHeader
        columns={[
          { head: 'Agency', cell: p => p.body, rowHeader: true },
          ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map(n => ({
            head: `Recommendation ${n}`,
            cell: (p: Promise_) => <d.Link href={`/m/${p.id}/${n}`}>silent {n} days</d.Link>,
          })),
        ]}
        rows={promises}
      />
    </d.ScrollRegion>
  </>
)

const Forms = () => (
  <d.Form action="/gallery" csrf="token">
    <d.Heading level={2}>Forms</d.Heading>
    <d.Input
      name="title"
      label="Title of the review"
      hint="As it stands on the report"
      errorMessage="Enter the title of the review"
    />
    <d.Input name="weeks" label="Weeks" classes="govuk-input--width-3" suffix={{ text: 'weeks' }} inputmode="numeric" />
    <d.PasswordInput name="password" label="Password" />
    <d.Textarea name="reason" label="Reason" value="Because" />
    <d.CharacterCount name="summary" label="Summary" maxlength={200} rows={3} />
    <d.Select name="board" label="Board" items={[{ text: 'Northshire' }, { text: 'Southmere' }]} />
    <d.Radios
      name="access"
      value="restricted"
      fieldset={{ legend: { text: 'Who may see it?', classes: 'govuk-fieldset__legend--m' } }}
      hint="You can release it later"
      items={[
        { value: 'restricted', text: 'Only its panel', hint: 'And the support team' },
        { value: 'released', text: 'The agencies asked', conditional: <d.Input name="since" label="Since when" /> },
        { divider: 'or' },
        { value: 'later', text: 'Decide later' },
      ]}
    />
    <d.Checkboxes
      name="agencies"
      fieldset={{ legend: 'Which agencies were asked?' }}
      values={['police']}
      items={[
        { value: 'police', text: 'Northshire Police' },
        { value: 'trust', text: 'Northshire NHS Foundation Trust' },
        { divider: 'or' },
        { value: 'none', text: 'None of them', behaviour: 'exclusive' },
      ]}
    />
    <d.DateInput
      id="due"
      namePrefix="due"
      fieldset={{ legend: 'When is it due?' }}
      hint="For example, 31 3 2027"
      errorMessage="Due date must be a real date"
      wrong={['day']}
      values={{ day: '31', month: '2', year: '2027' }}
    />
    <d.Fieldset legend="Two names">
      <d.Input name="first" label="First" classes="govuk-!-width-one-half" />
    </d.Fieldset>
    <d.FileUpload name="file" label="Upload a published response" hint="Word, PDF or Excel, up to 20 MB" javascript />
    <d.ButtonGroup>
      <d.Button preventDoubleClick>Save and continue</d.Button>
      <d.Button classes="govuk-button--secondary">Save as a draft</d.Button>
      <d.Button classes="govuk-button--warning">Withdraw</d.Button>
      <d.Link href="/cancel">Cancel</d.Link>
    </d.ButtonGroup>
  </d.Form>
)

const Words = () => (
  <>
    <d.Lead>A lead paragraph says what the page is about, in one or two lines.</d.Lead>
    <d.Paragraph>
      Body text with <d.Link href="/link">a link in it</d.Link> and <b>bold words</b>. It is set in Atkinson
      Hyperlegible Next at 19 pixels, with about sixty-six characters in a line, so that somebody who is tired can read
      it without losing the line.
    </d.Paragraph>
    <d.List items={['one thing', 'another thing', 'Łukasz and Siân, with letters beyond English']} />
    <d.List type="number" items={['first', 'second']} />
    <d.InsetText>The Board met on 12 June 2025.</d.InsetText>
    <d.WarningText>What is published cannot be taken back.</d.WarningText>
    <d.Details summary="How this is worked out">From the due dates that agencies gave.</d.Details>
    <d.SectionBreak />
    <d.Tag>Restricted</d.Tag> <d.Tag classes="govuk-tag--grey">Draft</d.Tag>
    <d.NotificationBanner>Saved to the register.</d.NotificationBanner>
    <d.Panel title="Response released" headingLevel={2}>
      Reference NS-2025-14
    </d.Panel>
  </>
)

const Things = () => (
  <>
    <d.Heading level={2}>One thing</d.Heading>
    <d.SummaryList
      rows={[
        {
          key: 'Review',
          value: 'Child Wren',
          actions: [{ href: '/change', text: 'Change', visuallyHiddenText: 'review' }],
        },
        { key: 'Considered on', value: '12 June 2025' },
        { key: 'Lead reviewer', value: '' },
      ]}
    />
    <d.SummaryList
      card={{ title: 'Recommendation 1', headingLevel: 3, actions: [{ href: '/r/1', text: 'Open' }] }}
      rows={[{ key: 'Agencies', value: '3' }]}
    />
    <d.TaskList
      items={[
        { title: 'Match the agencies', href: '/t/1', status: 'Completed' },
        { title: 'Look at 3 sentences', href: '/t/2', hint: 'They were not placed', status: <d.Tag>To do</d.Tag> },
      ]}
    />
    <d.Tabs
      items={[
        { id: 'answers', label: 'Answers', panel: <d.Heading level={3}>Answers</d.Heading> },
        { id: 'papers', label: 'Papers', panel: 'No papers.' },
      ]}
    />
    <d.History
      entries={[
        {
          at: '12 June 2025, 14:05',
          instant: '2025-06-12T13:05:00Z',
          sentence: 'The Board found the answer acceptable.',
        },
        {
          at: '3 May 2025, 09:30',
          instant: '2025-05-03T08:30:00Z',
          sentence: 'The Police lead released the answer.',
          reason: 'Agreed at the silver group.',
        },
      ]}
    />
  </>
)

const Check = () => (
  <>
    <d.Heading level={2}>Checking</d.Heading>
    <d.SideBySide
      bar={<d.ProgressBar id="placed" value={38} max={41} text="38 of 41 sentences placed, 3 to look at" />}
      leftLabel="Source"
      rightLabel="What was understood"
      left={
        <d.Paragraph>
          <d.Marked
            text={words}
            marks={[
              { span: spanOf('has revised its handover protocol'), number: 1, id: 'w1', href: '#u1' },
              {
                span: spanOf('will train every ward manager by 31 March 2027'),
                number: 2,
                id: 'w2',
                href: '#u2',
                current: true,
              },
            ]}
          />
        </d.Paragraph>
      }
      right={
        <>
          <d.Joined id="u1">
            <d.ActTag act="done" /> Revised the handover protocol
          </d.Joined>
          <d.Joined id="u2" current doubtful>
            <d.ActTag act="planned" /> Train every ward manager{' '}
            <d.DueDate due={promises[0]?.due ?? null} today={today} />
          </d.Joined>
        </>
      }
    />
  </>
)

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
    <Register />
    {children}
  </d.Page>
)
