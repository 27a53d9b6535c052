/** What somebody was refused, by the address that was asked for and what was thrown: for the ledger, without words. */
import { type Permission, permissionNames } from '../../access/permissions.ts'
import type { Route } from '../../app.ts'
import { isId } from '../../core/ids.ts'
import { Forbidden, NotFound, Unseen } from '../../core/refusals.ts'

/** The things that an address can name by an id, and what they are called. */
export const things = {
  review: 'a review',
  document: 'a document',
  import: 'an import',
  redaction: 'a redaction',
  recommendation: 'a recommendation',
  part: 'a part of a recommendation',
  addressee: 'a body that is asked',
  statement: 'a statement',
  finding: 'a finding',
  citation: 'a citation',
  group: 'a group',
} as const
export type Thing = keyof typeof things

const isThing = (name: string): name is Thing => Object.hasOwn(things, name)

/** Who was refused what: a thing by its id, or the board by its slug, or whatever needs the permission. */
export interface Refused {
  readonly kind: 'attempt.unseen' | 'attempt.forbidden'
  readonly permission: Permission | null
  readonly thing: { readonly kind: Thing; readonly id: string } | null
  readonly slug: string | null
}

interface Asked {
  readonly path: Route['path']
  readonly params: Readonly<Record<string, string>>
}

/**
 * What was refused, or null for what is no attempt at anything: an address that names nothing, a form that has expired,
 * a fault.
 */
export function refusedOf(refusal: unknown, { path, params }: Asked): Refused | null {
  if (!(refusal instanceof NotFound || refusal instanceof Forbidden)) return null
  const thing = thingOf(refusal, { path, params })
  const slug = params.board ?? null
  if (refusal instanceof NotFound) {
    return thing || slug !== null ? { kind: 'attempt.unseen', permission: null, thing, slug } : null
  }
  const permission = permissionNames.find(name => name === refusal.permission)
  return permission ? { kind: 'attempt.forbidden', permission, thing, slug } : null
}

function thingOf(refusal: unknown, { path, params }: Asked): Refused['thing'] {
  if (refusal instanceof Unseen && isThing(refusal.thing)) return { kind: refusal.thing, id: refusal.id }
  // The last name of an address is what it is about: the redaction and not its document.
  const names = [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => name).toReversed()
  const name = names.filter(isThing).find(each => isId(params[each]))
  return name ? { kind: name, id: params[name] ?? '' } : null
}
