/** What this feature records, and the sentence of each. A page puts the person's name before it. */
import type { Sentences } from '../accounts/index.ts'

export const sentences: Sentences = {
  'account.provider-linked': () => 'linked an account of an organisation, to sign in with',
  'account.provider-unlinked': () => 'ended the link to an account of an organisation, which ended all other sessions',
}
