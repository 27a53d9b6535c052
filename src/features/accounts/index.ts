import type { Feature } from '../../app.ts'
import { sendInvitation, sendRecovery, tellChangedPassword, tellRefusal } from './jobs.ts'
import { routes } from './routes.ts'

export { findBoard, listBoards } from './board-queries.ts'
export { type Board, boardOf, longestBoardName, longestMarking, longestShortName } from './boards.ts'
export { asPost, type Facts, nameOr, type Sentences, sentences } from './entries.ts'
export { noteExport } from './export-commands.ts'
export { isEmpty } from './first-run-commands.ts'
export { viewOf } from './form-view.ts'
export { type PostInput, readAgency, readBoardNames, readPost } from './forms.ts'
export { AgencySelect, RoleRadios } from './invitation-pages.tsx'
export { findPersonForJob } from './job-commands.ts'
export { tellHistory } from './ledger-sentences.ts'
export * as lifecycles from './lifecycle.ts'
export { PageLinks, readPage, rowsPerPage } from './page-links.tsx'
export { type FormView, LineField, Reading } from './person-fields.tsx'
export { addPost } from './person-queries.ts'
export { noteRefusal } from './refusal-commands.ts'
export { roleHints, roleNames, writePost } from './role-words.ts'
export { sealSecondFactors } from './second-factor-commands.ts'
export { findPerson } from './session-commands.ts'
export { endOtherSessions } from './session-queries.ts'
export { signIn } from './sign-in-commands.ts'

/** Accounts: first run, sign-in, forgotten passwords, sessions, the second factor, invitations. */
export const feature: Feature = {
  name: 'accounts',
  routes,
  workers: [sendInvitation, tellRefusal, sendRecovery, tellChangedPassword],
}
