import { gate, type Person } from '../../access/actor.ts'
import type { App } from '../../app.ts'
import type { Decided } from '../../core/refusals.ts'
import { takeProofCode } from '../accounts/index.ts'

/** Takes the code of Heed's own second factor from whoever then shows a provider who they are. */
export const giveProofCode = (app: App, person: Person, code: string): Promise<Decided<null>> =>
  app.db.as(gate, tx => takeProofCode(app, tx, person, code))
