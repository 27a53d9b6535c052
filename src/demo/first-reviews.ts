/** The reviews that the demo begins with, made in the way in which people make them. */
import type { AgencyId, BoardId, Person } from '../access/actor.ts'
import type { App } from '../app.ts'
import type { PlainDate } from '../core/plain-date.ts'
import { readImport, saveCheck, showCheck, upload } from '../features/imports/index.ts'
import { addThing } from '../features/recommendations/index.ts'
import { createReview, exclude, joinPanel } from '../features/reviews/index.ts'
import type { ReviewId } from '../store/schema.ts'
import { hospitals, police } from './cast.ts'
import { readDemoFile, saffron } from './documents.ts'
import { settled } from './settled.ts'

/** Whom the restricted review concerns. */
interface Concerned {
  readonly boardId: BoardId
  readonly agencies: ReadonlyMap<string, AgencyId>
  readonly panel: readonly Person[]
  readonly excluded: Person
}

/** One review with a response in the register, released to those it asks, and one that is restricted to its panel. */
export async function seedReviews(app: App, officer: Person, concerned: Concerned): Promise<void> {
  await importFirst(app, officer)
  await restrict(app, officer, concerned)
}

/** Reads the response that is in the register from the start, and saves it as it was read. */
async function importFirst(app: App, officer: Person): Promise<void> {
  const file = { field: 'files', name: saffron.file, bytes: await readDemoFile(saffron) }
  const choice = { reviewId: null, standing: 'restricted', again: false } as const
  const { taken } = await upload(app, officer, saffron.board, { files: [file], choice })
  const [only] = taken
  if (!only || !('importId' in only)) throw new Error('the first document of the demo is refused')
  await readImport(app, only.importId, officer.id)
  const { read } = await showCheck(app, officer, only.importId)
  if (!read) throw new Error('the first document of the demo could not be read')
  const saving = {
    seen: read.draft.version,
    title: 'Local Child Safeguarding Practice Review: Child Saffron',
    standing: 'released',
    saidOn: '2026-09-04' as PlainDate,
  } as const
  settled(await saveCheck(app, officer, only.importId, saving))
}

async function restrict(app: App, officer: Person, { boardId, agencies, panel, excluded }: Concerned): Promise<void> {
  const facts = {
    title: 'Rapid review: Child Sorrel',
    subject: 'Child Sorrel',
    type: 'rapid-review',
    consideredOn: '2026-11-05' as PlainDate,
    legalBasis: 'Working Together to Safeguard Children 2026',
    leadReviewer: 'Edith Kowal',
    methodology: null,
  } as const
  const id = await app.db.as(officer, tx => createReview(app, tx, officer, { boardId, facts }))
  for (const { id: personId } of panel) settled(await joinPanel(app, officer, id, { personId, confirmed: true }))
  const reason = 'Supervised a worker who knew the family.'
  settled(await exclude(app, officer, id, { personId: excluded.id, reason, confirmed: true }))
  await recommend(app, officer, { reviewId: id, agencies })
}

interface Learning {
  readonly reviewId: ReviewId
  readonly agencies: ReadonlyMap<string, AgencyId>
}

const unexplained = 'a child comes to the emergency department with an injury that nobody can explain'

/** What the rapid review asks, entered by hand, with an answer from one of the two that it is put to. */
async function recommend(app: App, officer: Person, { reviewId, agencies }: Learning): Promise<void> {
  // There is nothing yet that somebody could have seen.
  const why = { reason: 'From the note of the rapid review meeting, 5 November 2026.', seen: '' }
  const text = `${police} and ${hospitals} should tell each other on the same day when ${unexplained}.`
  const asked = { kind: 'recommendation', reviewId } as const
  const { recommendationId } = settled(await addThing(app, officer, asked, { fields: { number: '1', text }, ...why }))
  const agencyOf = (name: string) => ({ agencyId: agencies.get(name) ?? null })
  for (const asWritten of [police, hospitals]) {
    const fields = { asWritten, ...agencyOf(asWritten), groupId: null }
    settled(await addThing(app, officer, { kind: 'addressee', recommendationId }, { fields, ...why }))
  }
  const fields = {
    ...agencyOf(hospitals),
    agencyAsWritten: hospitals,
    text: 'The Trust will brief every shift leader in the emergency department by 20 November 2026.',
    act: 'planned',
    answersParts: [],
    due: { asWritten: 'by 20 November 2026', from: null, to: '2026-11-20' as PlainDate },
    owner: 'Matron, emergency department',
    status: null,
    reportedDone: false,
    saidOn: '2026-11-05' as PlainDate,
    followsId: null,
  } as const
  settled(await addThing(app, officer, { kind: 'statement', recommendationId }, { fields, ...why }))
}
