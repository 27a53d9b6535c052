import type { Permission } from '../../access/permissions.ts'

/** What each permission lets somebody do, after "to". */
export const permissionWords: Readonly<Record<Permission, string>> = {
  'board.see': 'see the board',
  'board.manage': 'change the settings of the board',
  'board.export': 'export what is the board’s own',
  'people.see': 'see the people of the board',
  'people.manage': 'change who has a role on the board',
  'request.decide': 'see and decide who asks for access to the board',
  'rule.manage': 'change the rules by which the board gives roles',
  'handover.see': 'see what is open in the name of a person',
  'agency.see': 'see the agencies',
  'agency.manage': 'change the directory of agencies',
  'group.manage': 'change the groups of agencies',
  'review.see': 'see a review',
  'review.create': 'add a review',
  'review.change': 'change a review',
  'review.release': 'release a review or take it back',
  'review.exclude': 'exclude somebody from a review',
  'document.upload': 'upload a document',
  'document.see': 'see a document',
  'import.check': 'check an import',
  'register.see': 'see the register',
  'register.correct': 'correct the register',
  'redaction.ask': 'ask for a redaction',
  'redaction.agree': 'agree to a redaction',
  'history.see': 'read the History',
}
