/** What stands in the way of a sign-in with a provider, from whatever was thrown. */
import * as oidc from 'openid-client'
import type { ProviderFault } from '../identity.ts'

/** A token was made at a time that is not this one. */
export class WrongTime extends Error {
  override readonly name = 'WrongTime'
}

interface Found {
  readonly fault: ProviderFault
  /** For the log: a code of the protocol or of the system, never words. */
  readonly code: string
}

/** OpenID Connect Core 1.0, section 3.1.2.6, and RFC 6749, section 4.1.2.1. */
const sentBack: Readonly<Record<string, ProviderFault>> = {
  access_denied: 'cancelled',
  login_required: 'cancelled',
  interaction_required: 'cancelled',
  consent_required: 'cancelled',
  account_selection_required: 'cancelled',
  temporarily_unavailable: 'away',
  server_error: 'away',
}

const ofLibrary: Readonly<Record<string, ProviderFault>> = {
  OAUTH_JWT_TIMESTAMP_CHECK_FAILED: 'clock',
  OAUTH_JWT_CLAIM_COMPARISON_FAILED: 'mismatch',
  OAUTH_TIMEOUT: 'away',
  OAUTH_ABORT: 'away',
  OAUTH_RESPONSE_IS_NOT_CONFORM: 'away',
  OAUTH_RESPONSE_IS_NOT_JSON: 'away',
  OAUTH_PARSE_ERROR: 'away',
}

const ofCertificate = /^(CERT_|ERR_TLS_|ERR_SSL_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|INVALID_CA)/
const codePattern = /^[\w-]{1,60}$/

/** What kind of fault it is; what is not known is a refusal. */
export function faultOfProvider(error: unknown): Found {
  if (error instanceof WrongTime) return { fault: 'clock', code: 'iat' }
  if (error instanceof oidc.AuthorizationResponseError)
    return { fault: sentBack[error.error] ?? 'refused', code: safe(error.error) }
  if (error instanceof oidc.ResponseBodyError) return ofTokenEndpoint(error)
  const code = codeOf(error)
  if (ofCertificate.test(code)) return { fault: 'certificate', code }
  const known = ofLibrary[code]
  if (known) return { fault: known, code }
  return { fault: error instanceof TypeError ? 'away' : 'refused', code }
}

function ofTokenEndpoint({ error, status }: oidc.ResponseBodyError): Found {
  if (status >= 500) return { fault: 'away', code: safe(error) }
  return { fault: error === 'invalid_grant' ? 'used' : 'refused', code: safe(error) }
}

const safe = (code: unknown): string => (typeof code === 'string' && codePattern.test(code) ? code : 'unknown')

/** The code of the error, or of what caused it: `fetch` says only that it failed. */
function codeOf(error: unknown): string {
  const own = safe((error as { code?: unknown } | null)?.code)
  const cause = (error as { cause?: unknown } | null)?.cause
  const below = cause instanceof Error ? codeOf(cause) : 'unknown'
  return ofCertificate.test(below) || own === 'unknown' ? below : own
}
