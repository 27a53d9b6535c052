/** Who speaks: the body that a heading names, else the one that the first words name, else the speaker before. */

import { type FiniteVerb, finiteVerbs } from './clauses.ts'
import type { Body, Directory } from './directory.ts'
import type { NameMention } from './names.ts'
import { bodyOfPost } from './posts.ts'
import { type Token, tokens, wordAt } from './tokens.ts'
import { verbForms } from './verbs.ts'
import { prepositions } from './vocabulary/grammar.ts'
import { badge, minuted } from './vocabulary/labels.ts'
import { roleHeads } from './vocabulary/names.ts'
import { pattern } from './vocabulary/pattern.ts'

/** Words that may stand before the subject of a sentence. */
const introduction = pattern('iu')`
    ^(?:\W*(?:the|a|an|all|both|in addition(?: to this)?|additionally|furthermore|similarly|also|therefore|
    however|finally|lastly|meanwhile|(?:following|further to|since|in|on|during|from|as|to|with|through|for|at|by|
    under|after|before|when|once|while|although|despite|having|turning|moving|regarding|concerning|until|over|every|
    each|last|this|next)\s.*),?\s*)*$
  `
const purpose = pattern('i')`
    ^(?:the |our )?(?:aim|aims|intention|plan|plans|priority|expectation|ambition|position|response|role|
    view) (?:for|of|from|within) (?:the )?
  `

const behindClause = /^(?:since|when|while|after|once|although|because|if|where|as soon as)\s/i

/** "According to the Trust, …" gives the Trust's own words. */
const reported = /^according to (?:the )?(?=\p{L})/iu

/** The body that a sentence names as the one that acts, or null. */
export function subjectOf(text: string, directory: Directory, context: Body | null): Body | null {
  const sentence = text.replace(minuted, '')
  const words = tokens(sentence)
  const verbs = finiteVerbs(words)
  // "Since the services were joined in June, the Trust has …": who acts stands behind the first clause.
  const verb = (behindClause.test(sentence) && verbs.find(({ clause }) => clause === 'main')) || verbs[0]
  const end = verb ? (words[verb.first]?.from ?? sentence.length) : sentence.length
  const subject = sentence.slice(0, end)
  const owner = purpose.exec(subject)
  if (owner) return directory.find(capital(subject.slice(owner[0].length).trim()), context)
  const told = reported.exec(sentence)?.[0].length ?? 0
  if (told > 0) return directory.find(capital(sentence.slice(told)), context)
  const named = directory.mentions(sentence).filter(mention => mention.from < end)
  const [first] = named
  if (!first) return bodyOfPost(subject, directory) ?? agentIn(sentence, directory, context)
  // In "For the Partnership, the Trust has …" the one behind the comma acts.
  if (verb && isReceiver(words, verb)) return agentIn(sentence, directory, context)
  // "Our Domestic Abuse Forum" is the speaker's own.
  const isOwn =
    context !== null && /^our\s$/i.test(subject.slice(0, first.from)) && /^(?:services|group)$/.test(first.kind)
  if (isOwn) return context
  const acting = isSubject(subject, first) ? first : named.findLast(mention => isSubject(subject, mention))
  return acting ? bodyOf(acting, directory, context) : null
}

const receiving = /^(?:tell|give|send|offer|remind|ask|invite|inform|notify|issue)$/

/** "GPs are told within two days": who is told does not act. */
function isReceiver(words: readonly Token[], { tense, verb, last }: FiniteVerb): boolean {
  const passive = tense === 'passive' || tense === 'passive-past' || tense === 'passive-continuous'
  const been = ['be', 'been'].includes(wordAt(words, last - 1))
  return (passive || been) && receiving.test(verb)
}

/** "The audit will be repeated by the Trust": who does it. */
function agentIn(sentence: string, directory: Directory, context: Body | null): Body | null {
  const [mention, more] = directory.mentions(sentence)
  if (!mention || more) return null
  const verb = /([a-z]+)\s(?:(?:jointly|also)\s)?by\s(?:(?:the|our)\s)?$/.exec(sentence.slice(0, mention.from))?.[1]
  return verb && verbForms(verb).participle !== undefined ? bodyOf(mention, directory, context) : null
}

const sector =
  /^(?:Housing|Health|Education|Maternity|Midwifery|Primary Care|Social Care|Early Years|Early Help|Public Health)$/

const clinical = /^(?:Maternity|Midwifery|Nursing)$/

function isSubject(subject: string, mention: NameMention): boolean {
  // "Health visitors" are people, and no body called Health.
  if (sector.test(mention.name) && /^\s(?!and\b|also\b)\p{Ll}/u.test(subject.slice(mention.to))) return false
  const before = subject.slice(0, mention.from)
  // The Head of Midwifery speaks for the hospital.
  if (clinical.test(mention.name) && /\b(?:head|director) of $/i.test(before)) return false
  return (
    before.trim() === '' ||
    /^(?:the|all|both|our)$/i.test(before.trim()) ||
    initials.test(before) ||
    isPost(before) ||
    (/,\s*(?:the\s*)?$/.test(before) && introduction.test(before))
  )
}

/** "AM (Children’s Social Care) said …", "Jo Reed (Elm Hospitals) reported …". */
const initials = /^(?:\p{Lu}{2,3}|\p{Lu}\p{L}+ \p{Lu}\p{L}+) \($/u

/** "The Chair of the Board wrote …": a post of the body acts for it. */
function isPost(before: string): boolean {
  if (!/\s(?:of|for|at|from|in)\s(?:the\s)?$/.test(before)) return false
  const words = before.toLowerCase().trim().split(/\s+/).slice(0, -1)
  // "Our Director of Housing" is the speaker's own.
  if (/^(?:my|our)$/.test(words[0] ?? '')) return false
  return words.length < 8 && words.some(word => roleHeads.has(word)) && !prepositions.has(words[0] ?? '')
}

/** The body that a mention means; a subgroup or a team speaks for the body that it belongs to. */
export function bodyOf(mention: NameMention, directory: Directory, context: Body | null): Body | null {
  if (mention.kind !== 'group') return directory.find(mention.name, context)
  // "The Committee" of a Child Protection Committee is that board; "the Unit" is a unit of some body's.
  const meant = mention.generic ? directory.find(mention.name, context) : null
  if (meant?.kind === 'board') return meant
  const owner = ownerOfGroup(mention.name, directory)
  if (owner) return owner
  return /\bsub-?group$/i.test(mention.name) ? (directory.board ?? context) : (context ?? directory.board)
}

/** "The Health Working Group" is Health's, "the HSCB Executive" the Board's. */
function ownerOfGroup(name: string, directory: Directory): Body | null {
  const words = name.split(' ')
  for (let end = words.length - 1; end > 0; end--) {
    const found = directory.find(words.slice(0, end).join(' '))
    if (found && found.kind !== 'group') return found
  }
  return null
}

/** The body that a heading, a row's cell or a label names, or null. */
export function bodyNamed(text: string, directory: Directory, context: Body | null = null): Body | null {
  const mention = directory.mentions(text.replace(badge, ''))[0]
  if (mention) return bodyOf(mention, directory, context)
  if (boardsOwn.test(text)) return directory.board
  const own = ownResponse.exec(text)?.[1]
  return own ? directory.find(`the ${own}`, context) : null
}

/** "Council response" is the response of the one council that the document names. */
const ownResponse =
  /^\W*(?:the\s)?(Council|Trust|Force|Hospital|School|College|Authority)(?:[’']s)?\s(?:responses?|progress|updates?|position|reply|answer)\b/

/** "Partnership response" is the response of the document's own. */
const boardsOwn = /^\W*(?:the\s)?(?:board|partnership)(?:[’']s)?\s(?:responses?|progress|updates?|position|actions?)\b/i

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
