/** Who somebody is by the claims of a provider: only what Heed asks for, each cut to what it can hold. */

import type { ProviderSettings } from '../config-providers.ts'
import { clockTolerance } from '../core/clock-tolerance.ts'
import { isEmailAddress } from '../core/form-fields.ts'
import type { Identity } from '../identity.ts'
import { WrongTime } from './provider-faults.ts'

type Claims = Readonly<Record<string, unknown>>

const [longestName, longestEmail, longestValue, mostValues] = [120, 254, 200, 500]

/**
 * Throws WrongTime when the token was made at another time than now. It was fetched this moment, so one from long ago
 * is as wrong as one from the future.
 */
export function identityOf(set: ProviderSettings, claims: Claims, now: Date): Identity {
  const seconds = now.getTime() / 1000
  const { iat, auth_time: shown } = claims
  if (typeof iat !== 'number' || Math.abs(iat - seconds) > clockTolerance / 1000) throw new WrongTime('iat')
  return {
    issuer: set.issuer,
    subject: String(claims.sub),
    name: lineOf(claims.name, longestName) ?? lineOf(claims.preferred_username, longestName),
    email: emailOf(claims.email),
    emailVerified: claims.email_verified === true || claims.email_verified === 'true',
    values: Object.fromEntries(set.claims.map(claim => [claim, valuesOf(claims[claim])])),
    secondFactor: hasSecondFactor(set, claims),
    // A provider whose clock runs ahead a little has not shown anybody in the future.
    shownAt: typeof shown === 'number' ? new Date(Math.min(shown, seconds) * 1000) : null,
  }
}

function hasSecondFactor({ secondFactor }: ProviderSettings, { amr, acr }: Claims): boolean {
  const given = valuesOf(amr)
  return secondFactor.amr.some(each => given.includes(each)) || secondFactor.acr.some(each => each === acr)
}

const valuesOf = (claim: unknown): readonly string[] =>
  [claim]
    .flat()
    .filter((value): value is string => typeof value === 'string' && value.length <= longestValue)
    .slice(0, mostValues)

function lineOf(claim: unknown, longest: number): string | null {
  if (typeof claim !== 'string') return null
  const line = claim
    .replace(/\p{C}+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return [...line].slice(0, longest).join('') || null
}

function emailOf(claim: unknown): string | null {
  const line = lineOf(claim, longestEmail + 1)
  return line && line.length <= longestEmail && isEmailAddress(line) ? line : null
}
