import type { Feature } from '../../app.ts'
import { routes } from './routes.ts'

export { type Board, boardOf, findBoard, listBoards } from '../accounts/index.ts'
export { type Matched, matchAgency } from './agency-match.ts'
export { listAgencies } from './agency-queries.ts'
export { findBoardById } from './board-queries.ts'
export type { Agency, Alias, Directory, Group, Member, Succession } from './directory.ts'
export { addAgency, addAlias, addGroup, addGroupAlias, findDirectory } from './directory-commands.ts'
export { seatEntry, sentences } from './entries.ts'
export { listGroups } from './group-queries.ts'
export { endSeats } from './leaving-queries.ts'
export * as lifecycles from './lifecycle.ts'
export { recordSuccessor } from './succession-commands.ts'

/** The partnership: boards, their people, the agencies that sit on them, and groups of agencies. */
export const feature: Feature = { name: 'partnership', routes, workers: [] }
