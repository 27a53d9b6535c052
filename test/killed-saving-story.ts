/** What `killed-saving.test.ts` runs and kills: imports a document, corrects it, and saves it, killing itself on the way. */
import { type BoardId, type Person, type PersonId, type SessionId, setup } from '../src/access/actor.ts'
import { machineClock } from '../src/adapters/clock.ts'
import { openEmbedded } from '../src/adapters/database/embedded.ts'
import { fileKeepsake } from '../src/adapters/keepsake-file.ts'
import { noMail } from '../src/adapters/smtp.ts'
import { vaultOf } from '../src/adapters/vault.ts'
import { migrationsFolder } from '../src/config.ts'
import { changeCheck } from '../src/features/imports/check-commands.ts'
import * as imports from '../src/features/imports/index.ts'
import { buildApp, queues } from '../src/house.ts'
import type { MembershipId } from '../src/store/schema.ts'

const [folder = '', nth = ''] = process.argv.slice(2)
const store = await openEmbedded({ folder, migrations: migrationsFolder, queues })
const quiet = { info() {}, warn() {}, error() {} }
const site = { address: 'http://heed.test', demo: false }
const vault = vaultOf(['a secret of this story, long enough to be one'])
const keepsake = fileKeepsake(null)
const app = buildApp({ store, vault, keepsake, clock: machineClock, mail: noMail, log: quiet, site, clamd: null })
const [boardId, personId] = [app.chance.id<BoardId>(), app.chance.id<PersonId>()]
const now = app.clock.now()
await app.db.as(setup, async tx => {
  const board = { id: boardId, slug: 'marl', name: 'Marl', short_name: 'Marl', marking: '', created_at: now }
  await tx
    .insertInto('board')
    .values({ ...board, second_factor_required: false })
    .execute()
  const person = { id: personId, name: 'Nadia', email: 'nadia@example.test', password_hash: 'none', totp_secret: null }
  await tx
    .insertInto('person')
    .values({ ...person, totp_last_step: null, created_at: now })
    .execute()
  const post = { id: app.chance.id<MembershipId>(), board_id: boardId, person_id: personId, agency_id: null } as const
  await tx
    .insertInto('membership')
    .values({ ...post, role: 'support officer', started_at: now })
    .execute()
})
const posts = [{ boardId, role: 'support officer', agencyId: null }] as const
const nadia: Person = { kind: 'person', id: personId, name: 'Nadia', sessionId: app.chance.id<SessionId>(), posts }
const text =
  '# Response\n\n## Recommendation 1\n\nThe Board should train staff.\n\nMarl Police will train all staff by May 2027.'
const files = [{ field: 'files', name: 'a.md', bytes: new TextEncoder().encode(text) }]
const choice = { reviewId: null, standing: 'restricted', again: false } as const
const [taken] = (await imports.upload(app, nadia, 'marl', { files, choice })).taken
if (!taken || !('importId' in taken)) throw new Error('the document was not taken')
const { importId } = taken
await imports.readImport(app, importId, personId)
const change = { kind: 'recommendation.add', number: '2', text: 'Confirmed before the end' } as const
const outcome = await changeCheck(app, nadia, importId, { change, seen: 0 })
if (!('draft' in outcome)) throw new Error('the correction was not taken')
const { draft } = outcome
let left = Number(nth)
const chance = {
  ...app.chance,
  id<Id extends string>(): Id {
    if (left-- === 0) process.kill(process.pid, 'SIGKILL')
    return app.chance.id<Id>()
  },
}
const saving = { seen: draft.version, title: 'Half', standing: 'restricted', saidOn: null } as const
await imports.saveCheck({ ...app, chance }, nadia, importId, saving)
process.stdout.write('saved\n')
process.exit(0)
