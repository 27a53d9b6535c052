import { NotificationBanner } from '../components/notification-banner.tsx'

interface Props {
  /** The code that the address carries: `?said=CODE`. */
  readonly code: string | null
  /** What each known code says. A code that is not among them says nothing. */
  readonly words: Readonly<Record<string, string>>
}

/** Says, on the page that follows, what was just done. */
export const Said = ({ code, words }: Props) =>
  code && Object.hasOwn(words, code) ? <NotificationBanner type="success">{words[code]}</NotificationBanner> : null
