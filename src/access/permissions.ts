/** The one permission table: who may do what, one row a permission, one column a role, one word a cell. */

export const roles = [
  'administrator',
  'support officer',
  'chair',
  'subgroup member',
  'agency lead',
  'agency contributor',
  'lead reviewer',
  'reader',
] as const
export type Role = (typeof roles)[number]

/**
 * What a cell says:
 * `none` never; `all` anything of the board;
 * `own` what belongs to the person's own agency;
 * and of a review, always less those that the person is excluded from:
 * `team` every review of the board; `seen` those released and those on whose panel the person is;
 * `asked` those released to the person's agency and those on whose panel the person is;
 * `panel` only those on whose panel the person is.
 */
export const words = ['none', 'all', 'own', 'team', 'seen', 'asked', 'panel'] as const
export type Word = (typeof words)[number]

type Row = Readonly<Record<Role, Word>>

const row = (...cells: readonly [Word, Word, Word, Word, Word, Word, Word, Word]): Row =>
  Object.fromEntries(roles.map((role, i) => [role, cells[i]])) as Row

export const permissions = {
  //                         admin   office  chair   member  lead     contrib  reviewer reader
  'board.see': row('all', 'all', 'all', 'all', 'all', 'all', 'all', 'all'),
  'board.manage': row('all', 'none', 'none', 'none', 'none', 'none', 'none', 'none'),
  'board.export': row('all', 'all', 'none', 'none', 'none', 'none', 'none', 'none'),
  'people.see': row('all', 'all', 'all', 'all', 'all', 'all', 'none', 'none'),
  'people.manage': row('all', 'none', 'none', 'none', 'none', 'none', 'none', 'none'),
  'request.decide': row('all', 'none', 'none', 'none', 'none', 'none', 'none', 'none'),
  'rule.manage': row('all', 'none', 'none', 'none', 'none', 'none', 'none', 'none'),
  'handover.see': row('all', 'all', 'none', 'none', 'none', 'none', 'none', 'none'),
  'agency.see': row('all', 'all', 'all', 'all', 'all', 'all', 'all', 'all'),
  'agency.manage': row('all', 'all', 'none', 'none', 'none', 'none', 'none', 'none'),
  'group.manage': row('all', 'all', 'none', 'none', 'none', 'none', 'none', 'none'),
  'review.see': row('none', 'team', 'seen', 'seen', 'asked', 'asked', 'panel', 'none'),
  'review.create': row('none', 'all', 'none', 'none', 'none', 'none', 'none', 'none'),
  'review.change': row('none', 'team', 'none', 'none', 'none', 'none', 'none', 'none'),
  'review.release': row('none', 'team', 'none', 'none', 'none', 'none', 'none', 'none'),
  'review.exclude': row('none', 'team', 'none', 'none', 'none', 'none', 'none', 'none'),
  'document.upload': row('none', 'all', 'none', 'none', 'none', 'none', 'none', 'none'),
  'document.see': row('none', 'team', 'seen', 'seen', 'asked', 'asked', 'panel', 'none'),
  'import.check': row('none', 'team', 'none', 'none', 'none', 'none', 'none', 'none'),
  'register.see': row('none', 'team', 'seen', 'seen', 'asked', 'asked', 'panel', 'none'),
  'register.correct': row('none', 'team', 'none', 'none', 'none', 'none', 'none', 'none'),
  'redaction.ask': row('none', 'team', 'none', 'none', 'none', 'none', 'none', 'none'),
  'redaction.agree': row('none', 'team', 'none', 'none', 'none', 'none', 'none', 'none'),
  'hold.place': row('none', 'team', 'none', 'none', 'none', 'none', 'none', 'none'),
  'hold.lift': row('none', 'team', 'none', 'none', 'none', 'none', 'none', 'none'),
  'history.see': row('all', 'all', 'none', 'none', 'none', 'none', 'none', 'none'),
} as const satisfies Record<string, Row>

export type Permission = keyof typeof permissions
export const permissionNames = Object.keys(permissions) as readonly Permission[]
