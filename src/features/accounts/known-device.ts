/**
 * Devices on which somebody has signed in before. Wrong passwords from elsewhere do not count against them, so that
 * whoever tries passwords on an account does not lock its person out (OWASP: "Slow Down Online Guessing Attacks with
 * Device Cookies").
 */
import type { PersonId } from '../../access/actor.ts'
import type { App } from '../../app.ts'

const about = 'known device'

/** What a device keeps once a person has signed in fully on it: sealed, so that only Heed makes it and can read it. */
export const sealDevice = ({ vault, chance }: Pick<App, 'vault' | 'chance'>, personId: PersonId): string =>
  vault.seal(`${personId} ${chance.token()}`, about)

/** The device's own name, where what it keeps is of this person; else null. */
export function deviceOf({ vault }: Pick<App, 'vault'>, kept: string | null, personId: PersonId | null): string | null {
  const [person, device] = (kept ? vault.open(kept, about) : null)?.split(' ') ?? []
  return device && person === personId ? device : null
}
