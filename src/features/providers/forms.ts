/** What the forms of this feature bring. */
import type { BoardId } from '../../access/actor.ts'
import { formReader } from '../../core/form-fields.ts'
import { isId } from '../../core/ids.ts'
import type { Decided } from '../../core/refusals.ts'
import type { Provider } from '../../identity.ts'
import { type PostInput, readPost } from '../accounts/index.ts'
import { longestReason } from './request-decide.ts'

export interface RequestInput {
  readonly boardId: BoardId
  readonly reason: string
}

/** Which board is asked for access, and what is said to it. */
export function readRequest(form: URLSearchParams): Decided<RequestInput> {
  const read = formReader(form)
  const board = form.get('board')
  if (!isId(board)) read.say('board', 'Choose a board')
  const reason = read.text('reason', { longest: longestReason, label: 'What you say to the board' })
  return read.settle(() => ({ boardId: board as BoardId, reason }))
}

/** What a rule asks and gives. */
export interface RuleInput extends PostInput {
  readonly issuer: string
  readonly claim: string | null
  readonly value: string
}

/** One thing that a rule can ask of somebody whom a provider names. */
export interface Question {
  /** What the form carries: the provider's key, and the claim where it is one. */
  readonly code: string
  readonly issuer: string
  readonly claim: string | null
  readonly words: string
}

/** Everything that rules can ask of the providers that are set up. */
export const questionsOf = (providers: readonly Provider[]): readonly Question[] =>
  providers.flatMap(({ key, name, issuer, claims }) => [
    { code: `${key} email`, issuer, claim: null, words: `${name}: the domain of a verified e-mail address` },
    ...claims.map(claim => ({ code: `${key} claim ${claim}`, issuer, claim, words: `${name}: a value of “${claim}”` })),
  ])

/** The longest value of a claim that a rule can ask for, in characters. */
export const longestValue = 200

const domainPattern = /^(?=.{1,200}$)[a-z0-9-]+(\.[a-z0-9-]+)+$/

/** A new rule, with every mistake at once. */
export function readRule(form: URLSearchParams, providers: readonly Provider[]): Decided<RuleInput> {
  const read = formReader(form)
  const asked = questionsOf(providers).find(({ code }) => code === form.get('asks'))
  if (!asked) read.say('asks', 'Choose what the rule goes by')
  const typed = read.line('value', { missing: 'Enter the value', longest: longestValue, label: 'The value' })
  const value = asked?.claim === null ? typed.toLowerCase().replace(/^@/, '') : typed
  if (asked?.claim === null && typed !== '' && !domainPattern.test(value))
    read.say('value', 'Enter the part of the e-mail address after the @, like police.example.uk')
  const post = readPost(form)
  if (!post.ok) read.mistakes.push(...post.mistakes)
  return read.settle(() => ({
    issuer: asked?.issuer ?? '',
    claim: asked?.claim ?? null,
    value,
    ...(post.ok ? post.value : { role: 'reader', agencyId: null }),
  }))
}
