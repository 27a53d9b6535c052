import type { ComponentChildren } from 'preact'
import { classNames } from '../components/class-names.ts'

interface PaneProps {
  readonly side: 'left' | 'right'
  readonly label: string
  readonly children: ComponentChildren
}

const Pane = ({ side, label, children }: PaneProps) => (
  <section
    class={`heed-side-by-side__pane heed-side-by-side__pane--${side}`}
    aria-label={label}
    // biome-ignore lint/a11y/noNoninteractiveTabindex: reachable by keyboard, as what scrolls must be (WCAG 2.1.1).
    tabIndex={0}
  >
    {children}
  </section>
)

interface Props {
  readonly left: ComponentChildren
  readonly leftLabel: string
  readonly right: ComponentChildren
  readonly rightLabel: string
  /** Stays in sight above both: a `ProgressBar`. */
  readonly bar?: ComponentChildren
}

/**
 * Two columns that scroll by themselves on a wide screen and stand below each other on a narrow one. For a wide `Page`.
 */
export const SideBySide = ({ left, leftLabel, right, rightLabel, bar }: Props) => (
  <div class="heed-side-by-side">
    {bar && <div class="heed-side-by-side__bar">{bar}</div>}
    <Pane side="left" label={leftLabel}>
      {left}
    </Pane>
    <Pane side="right" label={rightLabel}>
      {right}
    </Pane>
  </div>
)

interface JoinedProps {
  readonly id: string
  readonly children: ComponentChildren
  /** Whether it is the one under focus, like the words that it is joined to. */
  readonly current?: boolean | undefined
  /** Whether a person should look at it. */
  readonly doubtful?: boolean | undefined
}

/** A thing that is joined to words of the source, which are marked by a `Mark` with its number. */
export const Joined = ({ id, children, current, doubtful }: JoinedProps) => (
  <div
    class={classNames('heed-joined', current && 'heed-joined--current', doubtful && 'heed-joined--doubtful')}
    id={id}
  >
    {children}
  </div>
)
