/** What is said on the first page to somebody who was sent there because what they did left nothing else to show. */
export const arrivalWords = {
  'second-factor-set': 'Your second factor is on, and your other sessions have ended',
  accepted: 'You have accepted the invitation',
  'role-ended': 'Your role has ended',
  'role-granted': 'A rule of a board has given you a role',
  'role-lapsed': 'A role that a rule of a board gave you has ended, for the rule does not name you any more',
  excluded: 'You are excluded from the review, and no longer see it',
} as const

/** Whether a code that an address carries is one of these. */
export const isArrival = (code: string | null): code is keyof typeof arrivalWords =>
  code !== null && Object.hasOwn(arrivalWords, code)
