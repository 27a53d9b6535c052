/** The counts of a board's register, each with the way to what it counts, in the three voices. */
import { CountLink, CountList, Heading, Paragraph } from '../../design/index.ts'
import { urls } from '../../urls.ts'
import type { Board } from '../accounts/index.ts'
import type { BoardCounts } from './counts-queries.ts'

interface Props {
  readonly board: Board
  readonly counts: BoardCounts
  readonly staleCitations: number
}

/** The word for one or for several. */
const either = (count: number, one: string, many: string) => (count === 1 ? one : many)

export const Counts = (props: Props) => (
  <>
    <Asked {...props} />
    {props.counts.recommendations > 0 && (
      <>
        <Said {...props} />
        <Missing {...props} />
        <Heading level={2}>What was judged</Heading>
        <Paragraph>
          No response has been assessed by the Board in Heed. Until it is, a promise kept is a claim.
        </Paragraph>
      </>
    )}
  </>
)

const Asked = ({ board: { slug }, counts }: Props) => (
  <>
    <Heading level={2}>What was asked</Heading>
    <CountList>
      <CountLink
        voice="fact"
        count={counts.recommendations}
        text={either(counts.recommendations, 'recommendation', 'recommendations')}
        href={urls.register(slug)}
      />
      <CountLink
        voice="fact"
        count={counts.unanswered}
        of={counts.recommendations}
        text="without any response"
        href={urls.register(slug, '?finding=unanswered')}
      />
      <CountLink
        voice="fact"
        count={counts.silent}
        of={counts.recommendations}
        text="with a body that was asked and is silent"
        href={urls.register(slug, '?finding=silent-addressee')}
      />
      <CountLink
        voice="fact"
        count={counts.restricted}
        text={either(counts.restricted, 'restricted review', 'restricted reviews')}
        href={`${urls.reviews(slug)}?standing=restricted`}
      />
      <CountLink
        voice="fact"
        count={counts.released}
        text={either(counts.released, 'released review', 'released reviews')}
        href={`${urls.reviews(slug)}?standing=released`}
      />
    </CountList>
  </>
)

const Said = ({ board: { slug }, counts }: Props) => (
  <>
    <Heading level={2}>What agencies say</Heading>
    <CountList>
      <CountLink
        voice="claim"
        count={counts.done}
        text="said to be done"
        href={urls.register(slug, '?show=statements&act=done')}
      />
      <CountLink
        voice="claim"
        count={counts.ongoing}
        text="said to go on"
        href={urls.register(slug, '?show=statements&act=ongoing')}
      />
      <CountLink
        voice="claim"
        count={counts.planned}
        text={either(counts.planned, 'promise', 'promises')}
        href={urls.register(slug, '?show=statements&act=planned')}
      >
        {counts.promises} open: not reported done, nor said anew since
      </CountLink>
    </CountList>
  </>
)

const Missing = ({ board: { slug }, counts, staleCitations }: Props) => (
  <>
    <Heading level={2}>What is late or missing</Heading>
    <CountList>
      <CountLink
        voice="fact"
        count={counts.overdue}
        of={counts.promises}
        text="open promises whose due date has passed"
        href={urls.register(slug, '?show=statements&due=overdue&sort=due')}
      />
      <CountLink
        voice="fact"
        count={counts.dateless}
        of={counts.promises}
        text="open promises without a date"
        href={urls.register(slug, '?show=statements&due=none')}
      />
      <CountLink
        voice="fact"
        count={counts.ownerless}
        text={either(counts.ownerless, 'promise without an owner', 'promises without an owner')}
        href={urls.register(slug, '?show=statements&finding=no-owner')}
      />
      <CountLink
        voice="fact"
        count={staleCitations}
        text={either(
          staleCitations,
          'citation of guidance that has moved on',
          'citations of guidance that has moved on',
        )}
        href={urls.guidance(slug)}
      />
    </CountList>
  </>
)
