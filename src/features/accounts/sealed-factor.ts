/** The secret of a second factor as it is stored: encrypted, and of no use in another person's row. */
import type { PersonId } from '../../access/actor.ts'
import type { Vault } from '../../app.ts'

const about = (id: PersonId) => `second factor of ${id}`

export const sealFactor = (vault: Vault, id: PersonId, secret: string): string => vault.seal(secret, about(id))

/** The secret; null when the installation's secret of that time is unknown. Older rows may stand unencrypted. */
export const openFactor = (vault: Vault, id: PersonId, kept: string): string | null =>
  kept.includes(':') ? vault.open(kept, about(id)) : kept
