/** The letters of this feature, written when they are sent. */
import { gate, type PersonId } from '../../access/actor.ts'
import type { App, Letter } from '../../app.ts'
import { urls } from '../../urls.ts'
import { findOwnAccount } from '../accounts/index.ts'
import { linkedLetter } from './letters.ts'

/** The queue of letters that tell somebody of a link that was made. */
export const linkedQueue = 'tell-linked-account'

/** Tells a person of a link. */
export const writeLinked = (app: App, id: PersonId): Promise<Letter> =>
  app.db.as(gate, async tx => {
    const { email } = await findOwnAccount(tx, id)
    return linkedLetter({ to: email, link: app.site.address + urls.providerLinks() })
  })
