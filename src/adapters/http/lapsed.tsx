/** A form that came too late: its sender is signed out, or has signed in anew since. What was typed is not lost. */
import type { Ask, Reply, Route } from '../../app.ts'
import { Button, ButtonGroup, Heading, Paragraph, Textarea } from '../../design/index.ts'
import { urls } from '../../urls.ts'

/** What Heed's forms carry for themselves. */
const carried = ['csrf', 'change', 'seen', 'step', 'page', 'item', 'open', 'back']

/** What a person has typed: words, and neither a choice's code nor a password. */
export const typedWords = (form: URLSearchParams): readonly string[] =>
  [...form]
    .filter(([name]) => !carried.includes(name) && !/password|code/i.test(name))
    .map(([, value]) => value.trim())
    .filter(value => /\s/.test(value) && !/^[a-z]+ [0-9a-f-]{36}$/.test(value))

interface Props {
  readonly title: string
  readonly wasSignedOut: boolean
  readonly words: readonly string[]
  /** The page that the form was sent from. */
  readonly before: string | null
}

/** What somebody typed, to be copied. */
export const Words = ({ words }: Pick<Props, 'words'>) => (
  <>
    <Paragraph>Copy what you typed, so that you can enter it again:</Paragraph>
    {words.map((value, at) => (
      <Textarea
        name={`typed-${at + 1}`}
        label={words.length === 1 ? 'What you typed' : `What you typed, ${at + 1} of ${words.length}`}
        rows={Math.min(10, Math.ceil(value.length / 60) + 1)}
        value={value}
        attributes={{ readonly: true }}
      />
    ))}
  </>
)

const LapsedPage = ({ title, wasSignedOut, words, before }: Props) => (
  <>
    <Heading level={1}>{title}</Heading>
    <Paragraph>
      {wasSignedOut
        ? 'Heed signs you out when you have not used it for a while. Nothing has been changed.'
        : 'Somebody has signed in or out since the page was shown, or your browser keeps no cookies. Nothing has been changed.'}
    </Paragraph>
    {words.length > 0 && <Words words={words} />}
    <ButtonGroup>
      <Button href={wasSignedOut ? urls.signIn() : (before ?? urls.home())}>
        {wasSignedOut ? 'Sign in' : 'Load the page again'}
      </Button>
    </ButtonGroup>
    {wasSignedOut && before && <Paragraph>You then come back to the page that you were on.</Paragraph>}
  </>
)

/**
 * Says that nothing was saved, with every word that was sent; who is signed out and has typed none goes to sign in.
 * `before` is the page that it was sent from.
 */
export function lapsedReply({ person, form }: Ask, { door }: Route, before: string | null): Reply {
  const wasSignedOut = person === null && door !== 'anyone'
  const words = typedWords(form)
  if (wasSignedOut && words.length === 0) return { kind: 'redirect', to: urls.signIn() }
  const title = wasSignedOut ? 'You were signed out before this was saved' : 'This page was too old to save'
  const body = LapsedPage({ title, wasSignedOut, words, before })
  return { kind: 'page', status: wasSignedOut ? 401 : 403, content: { title, body } }
}
