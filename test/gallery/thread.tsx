import * as d from '../../src/design/index.ts'
import { day } from './sample.ts'

/** The three voices. */
export const Voices = () => (
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

/** The thread of one recommendation. */
export const ThreadOfOne = () => (
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
