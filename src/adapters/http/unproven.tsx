/** Somebody who is signed in must show again who they are before an act of weight. What was typed is not lost. */
import { isProven } from '../../access/proof.ts'
import type { Ask, Reply, Route } from '../../app.ts'
import { Button, ButtonGroup, Heading, Paragraph } from '../../design/index.ts'
import { urls } from '../../urls.ts'
import { typedWords, Words } from './lapsed.tsx'

interface Sent {
  readonly provenAt: Date | null
  /** The page that a form was sent from. */
  readonly before: string | null
}

/** Where the person is sent first; null when nothing is in the way. */
export function unprovenReply(ask: Ask, route: Route, { provenAt, before }: Sent): Reply | null {
  if (route.proof !== 'recent' || isProven(provenAt, route.method, ask.app.clock.now())) return null
  const query = ask.query.size > 0 ? `?${ask.query}` : ''
  if (route.method === 'GET') return { kind: 'redirect', to: urls.proof(ask.path + query) }
  const title = 'Show that it is you first'
  const body = UnprovenPage({ title, words: typedWords(ask.form), before: before ?? urls.home() })
  return { kind: 'page', status: 403, content: { title, body } }
}

interface Props {
  readonly title: string
  readonly words: readonly string[]
  readonly before: string
}

const UnprovenPage = ({ title, words, before }: Props) => (
  <>
    <Heading level={1}>{title}</Heading>
    <Paragraph>
      Nothing has been changed. It is a while since you signed in, and this is asked for before such a change.
    </Paragraph>
    {words.length > 0 && <Words words={words} />}
    <ButtonGroup>
      <Button href={urls.proof(before)}>Go on</Button>
    </ButtonGroup>
  </>
)
