import type { Feature } from '../../app.ts'
import { sendInvitation, sendRecovery, tellChangedPassword, tellPasskey, tellRefusal } from './jobs.ts'
import { routes } from './routes.ts'

export { holdOpen, takePost } from './acceptance-commands.ts'
export { aboutAccount } from './account-commands.ts'
export { type Attempt, attemptKey, beginAttempt, forgiveOnly } from './attempt-queries.ts'
export { findBoard, listAgencyNames, listBoards } from './board-queries.ts'
export { type Board, boardOf, longestBoardName, longestMarking, longestShortName } from './boards.ts'
export { asPost, type Facts, nameOr, type Sentences, sentences } from './entries.ts'
export { noteExport } from './export-commands.ts'
export { isEmpty } from './first-run-commands.ts'
export { viewOf } from './form-view.ts'
export { type PostInput, readAgency, readBoardNames, readCode, readPost } from './forms.ts'
export { AgencySelect, RoleRadios } from './invitation-pages.tsx'
export { findPersonForJob, noSession } from './job-commands.ts'
export { sendToSome } from './jobs.ts'
export { sealDevice } from './known-device.ts'
export { tellHistory } from './ledger-sentences.ts'
export * as lifecycles from './lifecycle.ts'
export { PageLinks, readPage, rowsPerPage } from './page-links.tsx'
export { noPassword } from './password-decide.ts'
export { type FormView, LineField, Reading } from './person-fields.tsx'
export {
  type Account,
  addPerson,
  addPost,
  findAccount,
  findOwnAccount,
  holdAccount,
  listAddresses,
} from './person-queries.ts'
export { findFactors, takeProofCode } from './proof-commands.ts'
export { showProof, wayOn } from './proof-routes.ts'
export { noteRefusal } from './refusal-commands.ts'
export { roleHints, roleNames, writePost } from './role-words.ts'
export { sealSecondFactors } from './second-factor-commands.ts'
export { findPerson, openSession } from './session-commands.ts'
export { endOtherSessions, endSessionOf, type Stage, setProven } from './session-queries.ts'
export { signedInEntry, signIn } from './sign-in-commands.ts'
export { later, waitSentence } from './sign-in-limits.ts'
export { invitationOf } from './sign-in-routes.ts'

/** Accounts: first run, sign-in, forgotten passwords, sessions, the second factor, invitations. */
export const feature: Feature = {
  name: 'accounts',
  routes,
  workers: [sendInvitation, tellRefusal, sendRecovery, tellChangedPassword, tellPasskey],
}
