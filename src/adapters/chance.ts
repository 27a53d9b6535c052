import { randomBytes } from 'node:crypto'
import type { Chance, Clock } from '../app.ts'

/** The machine's randomness. */
export const machineChance = (clock: Clock): Chance => ({
  id: <Id extends string>() => uuidVersion7(clock.now().getTime(), randomBytes(10)) as Id,
  token: () => randomBytes(32).toString('base64url'),
})

/** RFC 9562, section 5.7: 48 bits of milliseconds, then chance, so that new rows stand together in an index. */
function uuidVersion7(milliseconds: number, chance: Uint8Array): string {
  const hex = milliseconds.toString(16).padStart(12, '0') + Buffer.from(chance).toString('hex')
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 3) | 8).toString(16)
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `7${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ].join('-')
}
