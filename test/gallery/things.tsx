import * as d from '../../src/design/index.ts'
import { promises, today } from './sample.ts'

/** What pages are written in. */
export const Words = () => (
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
    <d.Tag>Restricted</d.Tag> <d.Tag classes="govuk-tag--grey">Draft</d.Tag>
    <d.NotificationBanner>Saved to the register.</d.NotificationBanner>
    <d.Panel title="Response released" headingLevel={2}>
      Reference NS-2025-14
    </d.Panel>
  </>
)

const Summaries = () => (
  <>
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
  </>
)

const Parts = () => (
  <>
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
        {
          at: '2 May 2025, 16:10',
          instant: '2025-05-02T15:10:00Z',
          sentence: 'The officer saved 2 recommendations.',
          parts: [
            { at: '2 May 2025, 16:10', sentence: 'The officer saved recommendation 1.' },
            { at: '2 May 2025, 16:10', sentence: 'The officer saved recommendation 2.' },
          ],
        },
      ]}
    />
  </>
)

/** What is known of one thing. */
export const Things = () => (
  <>
    <d.Heading level={2}>One thing</d.Heading>
    <Summaries />
    <Parts />
  </>
)

const words =
  'The Trust has revised its handover protocol and will train every ward manager by 31 March 2027. It accepts part 2 in principle.'

/** Where some of those words stand. */
const spanOf = (part: string): [number, number] => [words.indexOf(part), words.indexOf(part) + part.length]

/** Two sides that are joined. */
export const Check = () => (
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
