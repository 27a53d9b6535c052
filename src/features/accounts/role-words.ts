/** The eight roles as people read them. */
import type { Role } from '../../access/permissions.ts'

/** What a role is called. */
export const roleNames: Readonly<Record<Role, string>> = {
  administrator: 'Administrator',
  'support officer': 'Partnership support officer',
  chair: 'Chair or scrutineer',
  'subgroup member': 'Subgroup member',
  'agency lead': 'Agency safeguarding lead',
  'agency contributor': 'Agency contributor',
  'lead reviewer': 'Lead reviewer',
  reader: 'Reader',
}

/** What a person in that role comes to do, in a line. */
export const roleHints: Readonly<Record<Role, string>> = {
  administrator: 'Looks after the board’s settings and people. Sees no review.',
  'support officer': 'Runs everything: imports, reviews, the register. Sees every review unless excluded from it.',
  chair: 'Sees released reviews, and those on whose panel they are.',
  'subgroup member': 'Sees released reviews, and those on whose panel they are.',
  'agency lead': 'Answers for one agency. Sees reviews that are released to it.',
  'agency contributor': 'Prepares answers for one agency. Sees reviews that are released to it.',
  'lead reviewer': 'Comes from outside for one review, and sees only the reviews on whose panel they are.',
  reader: 'Sees the board and its agencies, and no review.',
}

/** Whether a role is held for an agency, so that one must be named with it. */
export const isAgencyRole = (role: Role): boolean => role === 'agency lead' || role === 'agency contributor'

/** "Agency safeguarding lead, Northshire Police". */
export const writePost = (role: Role, agencyName: string | null): string =>
  agencyName ? `${roleNames[role]}, ${agencyName}` : roleNames[role]
