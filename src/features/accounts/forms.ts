/** What the forms of sign-in, first run and invitations bring. */
import type { AgencyId } from '../../access/actor.ts'
import { type Role, roles } from '../../access/permissions.ts'
import { formReader } from '../../core/form-fields.ts'
import { isId } from '../../core/ids.ts'
import type { Decided } from '../../core/refusals.ts'
import { isSlug, longestBoardName, longestShortName, suggestSlug } from './boards.ts'
import { decidePassword, longestPassword } from './password-decide.ts'
import { isAgencyRole } from './role-words.ts'

/** The longest name of a person, in characters. */
export const longestName = 120

export interface FirstRun {
  readonly board: { readonly name: string; readonly shortName: string; readonly slug: string }
  readonly name: string
  readonly email: string
  readonly password: string
}

/** The first board and its administrator; the slug is made from the short name unless one was typed. */
export function readFirstRun(form: URLSearchParams): Decided<FirstRun> {
  const read = formReader(form)
  const { name: boardName, shortName } = readBoardNames(read, 'boardName')
  const typed = read.line('slug', { longest: 60, label: 'The address' }).toLowerCase()
  if (typed !== '' && !isSlug(typed)) {
    read.say(
      'slug',
      'The address must be 2 characters or more: small letters, figures and hyphens, as in northshire-scp',
    )
  }
  const name = read.line('name', { missing: 'Enter your name', longest: longestName, label: 'Your name' })
  const email = read.email('email', 'Enter your e-mail address')
  const password = form.get('password') ?? ''
  const board = { name: boardName, shortName, slug: typed || suggestSlug(shortName) }
  const mistake = decidePassword(password, { name, email, boards: [boardName, shortName] })
  if (mistake) read.say(mistake.field, mistake.message)
  return read.settle(() => ({ board, name, email, password }))
}

type Reader = ReturnType<typeof formReader>

/** The two names of a board; `field` is that of the first. */
export const readBoardNames = (read: Reader, field: string) => ({
  name: read.line(field, {
    missing: 'Enter the name of the board',
    longest: longestBoardName,
    label: 'The name of the board',
  }),
  shortName: read.line('shortName', {
    missing: 'Enter the short name of the board',
    longest: longestShortName,
    label: 'The short name',
  }),
})

export interface SignIn {
  readonly email: string
  readonly password: string
}

/** E-mail address and password as they were typed; what is too long to be either is cut. */
export function readSignIn(form: URLSearchParams): Decided<SignIn> {
  const read = formReader(form)
  const email = (form.get('email') ?? '').trim()
  const password = form.get('password') ?? ''
  if (email === '') read.say('email', 'Enter your e-mail address')
  if (password === '') read.say('password', 'Enter your password')
  return read.settle(() => ({ email: email.slice(0, 254), password: password.slice(0, longestPassword + 1) }))
}

/** The e-mail address of an account whose password was forgotten. */
export function readForgotten(form: URLSearchParams): Decided<string> {
  const read = formReader(form)
  const email = read.email('email', 'Enter your e-mail address')
  return read.settle(() => email)
}

/** A new password as it was typed, to be judged with what is known of the person. */
export const readNewPassword = (form: URLSearchParams): string => form.get('password') ?? ''

/** The six figures, however they were spaced. */
export function readCode(form: URLSearchParams): Decided<string> {
  const read = formReader(form)
  const code = (form.get('code') ?? '').replace(/[\s-]/g, '')
  if (!/^\d{6}$/.test(code)) read.say('code', 'Enter the 6 figures that the app on your phone shows')
  return read.settle(() => code)
}

export interface PasswordChange {
  readonly present: string
  readonly password: string
}

/** The present password and the new one, which is judged again with what is known of the person. */
export function readPasswordChange(form: URLSearchParams): Decided<PasswordChange> {
  const read = formReader(form)
  const present = (form.get('present') ?? '').slice(0, longestPassword + 1)
  if (present === '') read.say('present', 'Enter the password that you have now')
  const password = form.get('password') ?? ''
  const mistake = decidePassword(password, nobody)
  if (mistake) read.say(mistake.field, mistake.message)
  return read.settle(() => ({ present, password }))
}

/** What shows who somebody is; the code is empty where none is asked for. */
export interface Proof {
  readonly present: string
  readonly code: string
}

/** The present password, and the code where there is a second factor. */
export function readProof(form: URLSearchParams, asksCode: boolean): Decided<Proof> {
  const read = formReader(form)
  const present = (form.get('present') ?? '').slice(0, longestPassword + 1)
  if (present === '') read.say('present', 'Enter your password')
  const code = asksCode ? readCode(form) : null
  if (code && !code.ok) read.mistakes.push(...code.mistakes)
  return read.settle(() => ({ present, code: code?.ok ? code.value : '' }))
}

/** The longest name of a passkey, in characters. */
export const longestPasskeyName = 60

/** What a person calls a passkey. */
export function readPasskeyName(form: URLSearchParams): Decided<string> {
  const read = formReader(form)
  const name = read.line('name', {
    missing: 'Enter a name, such as the device that the passkey is on',
    longest: longestPasskeyName,
    label: 'The name',
  })
  return read.settle(() => name)
}

/** What a passkey answered, as the browser sends it. */
export function readPasskeyAnswer(form: URLSearchParams): Decided<string> {
  const read = formReader(form)
  const answer = form.get('answer') ?? ''
  if (answer === '') read.say('passkey', 'A passkey needs JavaScript, which did not run. Switch it on and try again')
  return read.settle(() => answer)
}

/** A role, and the agency that it is for where it is an agency's. */
export interface PostInput {
  readonly role: Role
  readonly agencyId: AgencyId | null
}

export interface Invitee extends PostInput {
  readonly name: string
  readonly email: string
}

/** Whom to invite and as what; an agency only for an agency’s role. */
export function readInvitee(form: URLSearchParams): Decided<Invitee> {
  const read = formReader(form)
  const name = read.line('name', { missing: 'Enter the person’s name', longest: longestName, label: 'The name' })
  const email = read.email('email', 'Enter the person’s e-mail address')
  const post = readPostFields(read, form)
  return read.settle(() => ({ name, email, ...post }))
}

function readPostFields(read: Reader, form: URLSearchParams): PostInput {
  const role = read.choice('role', roles, 'Choose a role')
  const agencyId = role && isAgencyRole(role) ? readAgency(form) : null
  if (role && isAgencyRole(role) && !agencyId) read.say('agency', 'Choose the agency that the person answers for')
  return { role: role ?? 'reader', agencyId }
}

/** A role, with the agency where the role is an agency's. */
export function readPost(form: URLSearchParams): Decided<PostInput> {
  const read = formReader(form)
  const post = readPostFields(read, form)
  return read.settle(() => post)
}

/** The agency that a form names, or null. */
export const readAgency = (form: URLSearchParams): AgencyId | null => {
  const id = form.get('agency')
  return isId(id) ? (id as AgencyId) : null
}

export interface NewAccount {
  readonly name: string
  readonly password: string
}

/** Name and password of somebody who accepts an invitation; the password is judged again with what else is known. */
export function readNewAccount(form: URLSearchParams): Decided<NewAccount> {
  const read = formReader(form)
  const name = read.line('name', { missing: 'Enter your name', longest: longestName, label: 'Your name' })
  const password = form.get('password') ?? ''
  const mistake = decidePassword(password, { ...nobody, name })
  if (mistake) read.say(mistake.field, mistake.message)
  return read.settle(() => ({ name, password }))
}

const nobody = { name: '', email: '', boards: [] }

/** A person's own name. */
export function readOwnName(form: URLSearchParams): Decided<string> {
  const read = formReader(form)
  const name = read.line('name', { missing: 'Enter your name', longest: longestName, label: 'Your name' })
  return read.settle(() => name)
}
