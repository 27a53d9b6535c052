import { createHash } from 'node:crypto'

/** What is stored in place of a random token, so that the table alone opens nothing. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('base64url')
