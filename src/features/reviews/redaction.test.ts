/** Redaction, from the question to the search of every column of every table. */
import { randomBytes } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import {
  asking,
  factsAbout,
  whereIs as findWord,
  furnishDirectory,
  furnishReview,
  makeUnfiled,
  newName,
  rename as renameDocument,
  wordColumns,
} from '../../../test/redaction-world.ts'
import { makeImport, makeReview } from '../../../test/register-world.ts'
import {
  type Board,
  type House,
  makeAgency,
  makeBoard,
  makePerson,
  post,
  house as sharedHouse,
  type Visitor,
  visit,
} from '../../../test/world.ts'
import type { DocumentId } from '../../store/schema.ts'
import { places } from './place-queries.ts'

let house: House
let board: Board
let asker: Visitor
let second: Visitor
beforeAll(async () => {
  house = await sharedHouse()
  board = await makeBoard(house)
  asker = await makePerson(house, [post(board, 'support officer')], 'Ola Brook')
  second = await makePerson(house, [post(board, 'support officer')], 'Ben Field')
})

const team = () => ({ house, board, asker, second })
const furnish = (name: string) => furnishReview(team(), name)
const rename = (id: DocumentId, name: string) => renameDocument(team(), id, name)
const whereIs = (word: string) => findWord(house, word)

const waiting = (id: DocumentId) =>
  house.owner
    .selectFrom('redaction')
    .selectAll()
    .where('document_id', '=', id)
    .orderBy('asked_at')
    .orderBy('id')
    .executeTakeFirstOrThrow()

describe('words', () => {
  test('are found in every place before, and in no column of any table after a second person has agreed', async () => {
    const name = newName()
    const word = name.split(' ')[1] ?? ''
    const { documentId, reviewId } = await furnish(name)
    await furnishDirectory(team(), name)
    await visit(house, asker, `/reviews/${reviewId}/corrections`, {
      form: { ...factsAbout(name), title: `Review of ${name}, again`, type: 'scr', reason: `It was ${name}` },
    })
    const before = await whereIs(word)
    for (const column of [
      'addressee.as_written',
      'agency.name',
      'agency_alias.alias',
      'agency_former_name.name',
      'board_group.name',
      'board_group.purpose',
      'group_alias.alias',
      'citation.as_written',
      'correction.became',
      'correction.reason',
      'correction.was',
      'document.file_name',
      'document_text.text',
      'finding.message',
      'import.draft',
      'import.reading',
      'import.text',
      'recommendation.text',
      'recommendation.words',
      'recommendation_part.text',
      'recommendation_part.words',
      'review.lead_reviewer',
      'review.legal_basis',
      'review.methodology',
      'review.subject',
      'review.title',
      'statement.agency_as_written',
      'statement.due_as_written',
      'statement.owner',
      'statement.status',
      'statement.text',
      'statement.words',
      'stored_file.bytes',
    ])
      expect(before).toContain(`public.${column}`)

    expect(before).toContain('jobs.job.data')
    const asked = await visit(house, asker, asking(documentId), {
      form: { extent: 'words', words: `${word}\n zara   ${word} `, reason: `Zara ${word} was named` },
    })
    expect(asked.location).toBe(`/documents/${documentId}?said=asked`)
    const { id } = await waiting(documentId)
    const shown = await visit(house, second, `${asking(documentId)}/${id}`)
    expect(shown.text).toContain('Originals that will be deleted')
    expect(shown.text).toContain('Statement 1 5')
    for (const words of ['Name of an agency 1 1', 'Name that is remembered for a group 1 1', 'Group of agencies 1 2'])
      expect(shown.text).toContain(words)

    const done = await visit(house, second, `${asking(documentId)}/${id}/agreement`, { form: {} })
    expect(done.location).toBe(`/documents/${documentId}?said=redacted`)
    expect(await whereIs(word)).toEqual([])
  })

  test('leave everything else as it was, each blank as long as what stood there', async () => {
    const name = newName()
    const { documentId, reviewId } = await furnish(name)
    await redact(documentId, name)
    const row = await house.owner
      .selectFrom('recommendation')
      .select(['text', 'number', 'span_from', 'span_to'])
      .where('review_id', '=', reviewId)
      .executeTakeFirstOrThrow()
    const blank = `████ ${'█'.repeat(14)}`
    expect(row).toEqual({ text: `That ${blank} is met.`, number: '1', span_from: 18, span_to: 40 })
    const source = await visit(house, asker, `/documents/${documentId}/words?from=18&to=40`)
    expect(source.text).toContain(blank)
    const page = await visit(house, asker, `/documents/${documentId}`)
    expect(page.text).toContain('the original is deleted')
    expect(page.text).toContain('Ben Field agreed to the redaction, which was done at once')
    expect(page.text).toContain('You asked for words to be redacted')
    expect((await visit(house, asker, `/documents/${documentId}/original`)).status).toBe(404)
  })

  test('are found in the directory as whole words alone, and take nothing of a longer name away', async () => {
    const name = newName()
    const { documentId } = await furnish(name)
    const joined = `Anti${name.replace(' ', '')}ism`
    const agency = await makeAgency(house, [board], joined)
    await redact(documentId, name.replace(' ', ''))
    const row = await house.owner.selectFrom('agency').select('name').where('id', '=', agency).execute()
    expect(row).toEqual([{ name: joined }])
  })

  test('reach an import that belongs to no review yet, and its check goes on without them', async () => {
    const name = newName()
    const { documentId } = await furnish(name)
    const { importId } = await makeUnfiled(team(), name)
    await redact(documentId, name)
    const [row] = await house.owner.selectFrom('import').selectAll().where('id', '=', importId).execute()
    expect([row?.state, JSON.stringify(row).includes(name), JSON.stringify(row?.draft)]).toEqual([
      'ready',
      false,
      expect.stringContaining(`"name":"Office of ████ ${'█'.repeat(14)}"`),
    ])
  })

  test('reach a later edition in the same review, and no other review', async () => {
    const name = newName()
    const { documentId, reviewId } = await furnish(name)
    const later = await makeImport(house, asker, { board, reviewId, text: `A later edition about ${name}.` })
    const elsewhere = await furnish(name)
    await differ(later.documentId, 'b')
    await differ(elsewhere.documentId, 'c')
    await redact(documentId, name)
    expect((await visit(house, asker, `/documents/${later.documentId}/original`)).status).toBe(404)
    expect((await visit(house, asker, `/documents/${elsewhere.documentId}/original`)).status).toBe(200)
  })
})

/** The tests' documents all have one hash, which makes them copies of each other. */
const differ = (id: DocumentId, letter: string) =>
  house.app.db.as(asker, tx =>
    tx
      .updateTable('document')
      .set({ sha256: letter.repeat(64) })
      .where('id', '=', id)
      .execute(),
  )

async function redact(documentId: DocumentId, name: string) {
  await differ(documentId, randomBytes(32).toString('hex').slice(0, 1).padStart(64, documentId))
  await visit(house, asker, asking(documentId), { form: { extent: 'words', words: name, reason: 'A name got out' } })
  const { id } = await waiting(documentId)
  const done = await visit(house, second, `${asking(documentId)}/${id}/agreement`, { form: {} })
  expect(done.location).toContain('said=redacted')
}

describe('a whole file', () => {
  test('leaves the structure of the register, and not a word of the file in any column', async () => {
    const name = newName()
    const word = name.split(' ')[1] ?? ''
    const { documentId, reviewId, importId } = await furnish('Nobody')
    await rename(documentId, `${name}.docx`)
    const other = await makeReview(house, asker, board)
    await house.app.db.as(asker, tx =>
      tx
        .updateTable('statement')
        .set({ text: `We met ${name}` })
        .where('review_id', '=', reviewId)
        .execute(),
    )
    await differ(documentId, 'd')
    await visit(house, asker, asking(documentId), { form: { extent: 'file', reason: 'The wrong file' } })
    const { id } = await waiting(documentId)
    const shown = await visit(house, second, `${asking(documentId)}/${id}`)
    expect(shown.text).toContain('Redaction of the whole file')
    await visit(house, second, `${asking(documentId)}/${id}/agreement`, { form: {} })
    expect(await whereIs(word)).toEqual([])
    const statement = await house.owner
      .selectFrom('statement')
      .select(['text', 'act', 'due_to'])
      .where('review_id', '=', reviewId)
      .executeTakeFirstOrThrow()
    expect(statement).toEqual({ text: `██ ███ ████ ${'█'.repeat(14)}`, act: 'planned', due_to: '2026-12-01' })
    expect((await visit(house, asker, `/documents/${documentId}`)).text).toContain('.docx')
    expect((await visit(house, asker, `/imports/${importId}`)).status).toBe(200)
    expect((await visit(house, asker, `/reviews/${other}`)).status).toBe(200)
  })
})

describe('an import that is still being checked', () => {
  test('is ended when its file is redacted, and belongs to no review', async () => {
    const name = newName()
    const reviewId = await makeReview(house, asker, board)
    const { documentId, importId } = await makeImport(house, asker, { board, reviewId, text: `About ${name}` })
    await differ(documentId, 'f')
    await house.app.db.as(asker, async tx => {
      await tx.updateTable('document').set({ review_id: null, held: true }).where('id', '=', documentId).execute()
      await tx.updateTable('import').set({ review_id: null, state: 'ready' }).where('id', '=', importId).execute()
    })
    await visit(house, asker, asking(documentId), { form: { extent: 'file', reason: 'The wrong file' } })
    const { id } = await waiting(documentId)
    await visit(house, second, `${asking(documentId)}/${id}/agreement`, { form: {} })
    expect(await whereIs(name)).toEqual([])
    const kept = await house.owner
      .selectFrom('import')
      .select(['state', 'reading', 'draft'])
      .where('id', '=', importId)
      .executeTakeFirstOrThrow()
    expect(kept).toEqual({ state: 'discarded', reading: null, draft: null })
    expect((await visit(house, asker, `/imports/${importId}`)).status).toBe(200)
  })
})

describe('a redaction is refused', () => {
  test('to the person who asked, who cannot be the second', async () => {
    const { documentId } = await furnish(newName())
    await visit(house, asker, asking(documentId), { form: { extent: 'file', reason: 'The wrong file' } })
    const { id } = await waiting(documentId)
    const answer = await visit(house, asker, `${asking(documentId)}/${id}/agreement`, { form: {} })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('You asked for it, so somebody else must agree')
    expect((await visit(house, asker, `/documents/${documentId}/original`)).status).toBe(200)
  })

  test('while the document is being read, because the reading would bring the words back', async () => {
    const { documentId, importId } = await furnish(newName())
    await differ(documentId, 'e')
    await visit(house, asker, asking(documentId), { form: { extent: 'file', reason: 'The wrong file' } })
    const { id } = await waiting(documentId)
    const put = (state: 'reading' | 'saved') =>
      house.app.db.as(asker, tx => tx.updateTable('import').set({ state }).where('id', '=', importId).execute())
    await put('reading')
    const answer = await visit(house, second, `${asking(documentId)}/${id}/agreement`, { form: {} })
    expect(answer.text).toContain('The document is being read just now')
    await put('saved')
  })

  test('by the second person, which forgets the words and changes nothing', async () => {
    const name = newName()
    const { documentId } = await furnish(name)
    await visit(house, asker, asking(documentId), { form: { extent: 'words', words: name, reason: 'A name' } })
    const { id } = await waiting(documentId)
    expect(await whereIs(name)).toContain('public.redaction_words.words')
    const answer = await visit(house, second, `${asking(documentId)}/${id}/refusal`, { form: {} })
    expect(answer.location).toContain('said=refused')
    const left = await whereIs(name)
    expect(left).not.toContain('public.redaction_words.words')
    expect(left).toContain('public.statement.text')
    const again = await visit(house, second, `${asking(documentId)}/${id}/agreement`, { form: {} })
    expect(again.text).toContain('This redaction was decided already')
  })

  test('to whoever is not of the support team', async () => {
    const { documentId } = await furnish(newName())
    const chair = await makePerson(house, [post(board, 'chair')])
    const answer = await visit(house, chair, asking(documentId), { form: { extent: 'file', reason: 'No' } })
    expect(answer.status).toBe(403)
  })

  test('without words, with a single letter, or without a reason, and says each', async () => {
    const { documentId } = await furnish(newName())
    const none = await visit(house, asker, asking(documentId), { form: { extent: 'words', words: ' ', reason: '' } })
    expect(none.status).toBe(422)
    expect(none.text).toContain('Enter the words to blank')
    expect(none.text).toContain('Enter why it must be redacted')
    const short = await visit(house, asker, asking(documentId), { form: { extent: 'words', words: 'a', reason: 'x' } })
    expect(short.text).toContain('must be between 2 and 200 characters')
  })
})

/** Columns that hold no words of a document, and why. */
const wordless: Readonly<Record<string, string>> = {
  'board.marking board.name board.short_name board.slug': 'what a board calls itself, by its administrators',
  'invitation.email invitation.name invitation.role invitation.token_hash': 'accounts: of people who work with Heed',
  'person.email person.name person.password_hash person.totp_secret': 'accounts',
  'provider_link.issuer provider_link.subject provider_attempt.token_hash provider_attempt.browser_hash provider_attempt.sealed':
    'accounts',
  'access_rule.issuer access_rule.claim access_rule.value access_rule.role':
    'settings of a board, by its administrators',
  'access_request.issuer access_request.subject access_request.name access_request.email access_request.outcome':
    'accounts: of people who ask to work with Heed',
  'access_request.reason': 'what somebody who has seen nothing yet says of why they ask',
  'passkey.credential_id passkey.name passkey.public_key passkey.transports passkey_challenge.hash passkey_challenge.purpose':
    'accounts',
  'session.device session.stage session.token_hash session.totp_pending sign_in_failure.key asking.key password_recovery.token_hash membership.role':
    'accounts',
  'ledger_entry.facts ledger_entry.hash ledger_entry.kind ledger_entry.previous_hash ledger_entry.thing ledger_head.hash':
    'the ledger: ids, small values and hashes',
  'redaction_record.record': 'keyed fingerprints, ids, and the reason sealed',
  'migration.name migration.sha256': 'the store’s own',
  'document.media_type document.scan document.sha256 import.standing import.state': 'words of Heed’s, and a hash',
  'review.standing review.type statement.act finding.code redaction.extent legal_hold.ground correction.field correction.thing':
    'words of Heed’s',
  'citation.guidance citation.edition': 'what the data that ships with Heed calls an edition',
}

test('every column of the database that can hold a word is looked through, is deleted, or has a reason why it holds none', async () => {
  const searched = places.flatMap(({ table, texts, values = [] }) =>
    [...texts, ...values].map(column => `${table.includes('.') ? '' : 'public.'}${table}.${column}`),
  )
  const deleted = ['public.stored_file.bytes', 'public.redaction_words.words']
  const excused = Object.keys(wordless).flatMap(columns => columns.split(' ').map(column => `public.${column}`))
  const known = new Set([...searched, ...deleted, ...excused])
  const columns = await wordColumns(house)
  // The queue's own tables hold its settings; of what Heed gives it, a job holds ids.
  const isQueueOwn = (name: string) =>
    name.startsWith('jobs.') && !/^jobs\.job\.(data|output|source_output)$/.test(name)
  const names = columns
    .filter(({ isMade }) => !isMade)
    .map(({ schema, table, column }) => `${schema}.${table}.${column}`)
    .filter(name => !isQueueOwn(name))
  expect(names.filter(name => !known.has(name))).toEqual([])
  expect([...known].filter(name => !names.includes(name))).toEqual([])
})
