/** What is said when somebody was not signed in with a provider, and what to do. */
import { Button, Heading, Paragraph } from '../../design/index.ts'
import { Reading } from '../accounts/index.ts'
import type { Problem } from './errand.ts'

interface Words {
  readonly title: string
  readonly says: readonly string[]
  readonly status: number
}

const otherwise = 'Nothing is lost. Sign in with your password if you have one, or try again in some minutes.'
const again = 'Nothing has been changed. Begin again.'

const words: Readonly<Record<Problem, (name: string) => Words>> = {
  away: name => ({
    title: `${name} does not answer`,
    says: [`Heed cannot reach ${name} now, so you are not signed in with it.`, otherwise],
    status: 503,
  }),
  certificate: name => ({
    title: `${name} cannot be reached safely`,
    says: [
      `The certificate by which ${name} shows that it is itself has expired or is not trusted, so Heed sends nothing to it.`,
      `Whoever runs ${name} must put this right. Signing in with it then works again by itself.`,
      otherwise,
    ],
    status: 503,
  }),
  clock: name => ({
    title: `The clocks of ${name} and Heed differ`,
    says: [
      `What ${name} sent was made at another time than now, so Heed does not take it.`,
      'If it goes on, tell whoever runs this installation that one of the two clocks is wrong.',
      otherwise,
    ],
    status: 400,
  }),
  mismatch: name => ({
    title: 'This answer does not belong to your sign-in',
    says: [`What ${name} sent was made for another sign-in than yours, so Heed does not take it.`, again],
    status: 400,
  }),
  used: name => ({
    title: 'This sign-in was used already',
    says: [`What ${name} sends counts once and for a short time.`, again],
    status: 400,
  }),
  over: () => ({
    title: 'This sign-in can no longer be used',
    says: ['It counts once, for 10 minutes, and only in the browser in which it was begun.', again],
    status: 400,
  }),
  cancelled: name => ({
    title: 'You are not signed in',
    says: [`You went back, or ${name} ended the sign-in. Nothing has been changed.`],
    status: 200,
  }),
  refused: name => ({
    title: `${name} did not let you in`,
    says: [
      `${name} refused, or what it sent could not be used. Nothing has been changed.`,
      'If it goes on, tell whoever runs this installation.',
    ],
    status: 400,
  }),
  taken: name => ({
    title: 'This account is linked to somebody else',
    says: [
      `The account that you have at ${name} opens another account in Heed, so it cannot be linked to this one as well.`,
      'If both are yours, sign in to the other one and end the link there.',
    ],
    status: 409,
  }),
  'other link': name => ({
    title: `Another account of ${name} is linked already`,
    says: ['End that link first.'],
    status: 409,
  }),
  'other account': name => ({
    title: 'The invitation is for another account',
    says: [
      `The account that you have at ${name} opens an account in Heed with another e-mail address than the one that was invited.`,
      'Ask an administrator of the board to invite that address, or accept in another way.',
    ],
    status: 409,
  }),
  'not yours': name => ({
    title: 'That was another account',
    says: [`Sign in to ${name} with the account that is linked to yours in Heed.`],
    status: 403,
  }),
  'has account': name => ({
    title: 'Sign in first',
    says: [
      'There is an account with the e-mail address that was invited, and nobody links it but its owner.',
      `Sign in with it as you always do and accept the invitation. You can then link ${name} under “Your account”.`,
    ],
    status: 409,
  }),
}

/** What is said of a problem, with the status of its page. */
export const problemWords = (problem: Problem, name: string): Words => words[problem](name)

interface Props {
  readonly words: Pick<Words, 'title' | 'says'>
  readonly way: { readonly href: string; readonly text: string }
}

export const ProblemPage = ({ words: { title, says }, way }: Props) => (
  <Reading>
    <Heading level={1}>{title}</Heading>
    {says.map(each => (
      <Paragraph>{each}</Paragraph>
    ))}
    <Button href={way.href}>{way.text}</Button>
  </Reading>
)
