/** Redaction, from the question to the search of every column of every table. */
import { randomBytes } from 'node:crypto'
import { CompiledQuery } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { day, emptyInput, makeImport, makeReview, said } from '../../../test/register-world.ts'
import {
  type Board,
  type House,
  makeBoard,
  makePerson,
  post,
  house as sharedHouse,
  type Visitor,
  visit,
} from '../../../test/world.ts'
import type { DocumentId, ReviewId } from '../../store/schema.ts'
import { saveToRegister } from '../recommendations/index.ts'

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

/** A name that stands nowhere else in the house. */
/** A name that nobody has, in letters only: a word with figures in it would be cut up by the search index. */
const newName = () => `Zara q${[...randomBytes(12)].map(byte => 'bcdfghjklm'[byte % 10]).join('')}x`

const factsAbout = (name: string) => ({
  subject: name,
  legalBasis: `${name} and the law`,
  leadReviewer: name,
  methodology: `Talks with ${name}`,
})

/** A review in which the name stands in every field that people or documents can fill. */
async function furnish(name: string) {
  const reviewId = await makeReview(house, asker, board, {
    title: `Review of ${name}`,
    ...factsAbout(name),
  })
  const text = `Recommendation 1: that ${name.toUpperCase()} is met.\nWe met ${name.replace(' ', '\n')}.`
  const source = await makeImport(house, asker, { board, reviewId, text })
  await rename(source.documentId, `${name}.txt`)
  await saveAll(reviewId, source, name)
  return { reviewId, ...source }
}

const rename = (id: DocumentId, name: string) =>
  house.app.db.as(asker, tx => tx.updateTable('document').set({ file_name: name }).where('id', '=', id).execute())

type Source = Awaited<ReturnType<typeof makeImport>>
const saveAll = (reviewId: ReviewId, source: Source, name: string) =>
  house.app.db.as(asker, tx =>
    saveToRegister(house.app, tx, asker, {
      ...emptyInput(reviewId, source),
      recommendations: [
        {
          registered: null,
          number: '1',
          text: `That ${name} is met.`,
          span: [18, 40],
          parts: [
            { registered: null, text: `by ${name}`, span: null },
            { registered: null, text: 'and by others', span: null },
          ],
          addressees: [{ asWritten: `Team ${name}`, agencyId: null, groupId: null }],
          statements: [
            said({
              text: `We met ${name.toUpperCase()}.`,
              agencyAsWritten: name,
              owner: name,
              status: `Done by ${name}`,
              due: { asWritten: `when ${name} is back`, from: null, to: day('2026-12-01') },
            }),
          ],
          findings: [{ code: 'open-ended', message: `“${name}” has no end`, span: null, dismissed: null }],
        },
      ],
      findings: [{ code: 'abolished-body', message: `${name} is gone`, span: null, dismissed: null }],
      citations: [
        { asWritten: `Working Together (${name})`, guidance: 'working-together', edition: '2015', span: [0, 5] },
      ],
    }),
  )

const asking = (id: string) => `/documents/${id}/redactions`
const waiting = (id: DocumentId) =>
  house.store.db
    .selectFrom('redaction')
    .selectAll()
    .where('document_id', '=', id)
    .orderBy('asked_at')
    .orderBy('id')
    .executeTakeFirstOrThrow()

/** Every table and column in which the word stands, whatever its kind, as the owner of all of them reads it. */
async function whereIs(word: string): Promise<string[]> {
  const { rows: columns } = await raw<{ schema: string; table: string; column: string; type: string }>(
    `select n.nspname as schema, c.relname as table, a.attname as column, t.typname as type
     from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
     join pg_type t on t.oid = a.atttypid
     where n.nspname in ('public', 'jobs') and c.relkind in ('r', 'p', 'm') and a.attnum > 0 and not a.attisdropped
       and t.typname in ('text', 'varchar', 'bpchar', 'json', 'jsonb', 'bytea', 'tsvector', '_text', 'name')`,
  )
  const found: string[] = []
  for (const { schema, table, column, type } of columns) {
    const text = type === 'bytea' ? `encode("${column}", 'escape')` : `"${column}"::text`
    const [only] = (
      await raw<{ hits: number }>(
        `select count(*) as hits from "${schema}"."${table}" where strpos(lower(${text}), '${word.toLowerCase()}') > 0`,
      )
    ).rows
    if (Number(only?.hits) > 0) found.push(`${schema}.${table}.${column}`)
  }
  return found.toSorted()
}

/** Asked outside any unit of work, where no policy holds and every row is read. */
const raw = <Row>(query: string) => house.store.db.executeQuery<Row>(CompiledQuery.raw(query))

describe('words', () => {
  test('are found in every place before, and in no column of any table after a second person has agreed', async () => {
    const name = newName()
    const word = name.split(' ')[1] ?? ''
    const { documentId, reviewId } = await furnish(name)
    await visit(house, asker, `/reviews/${reviewId}/corrections`, {
      form: { ...factsAbout(name), title: `Review of ${name}, again`, type: 'scr', reason: `It was ${name}` },
    })
    const before = await whereIs(word)
    for (const column of [
      'addressee.as_written',
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

    const asked = await visit(house, asker, asking(documentId), {
      form: { extent: 'words', words: `${word}\n zara   ${word} `, reason: `Zara ${word} was named` },
    })
    expect(asked.location).toBe(`/documents/${documentId}?said=asked`)
    const { id } = await waiting(documentId)
    const shown = await visit(house, second, `${asking(documentId)}/${id}`)
    expect(shown.text).toContain('Originals that will be deleted')
    expect(shown.text).toContain('Statement 1 5')

    const done = await visit(house, second, `${asking(documentId)}/${id}/agreement`, { form: {} })
    expect(done.location).toBe(`/documents/${documentId}?said=redacted`)
    expect(await whereIs(word)).toEqual([])
  })

  test('leave everything else as it was, each blank as long as what stood there', async () => {
    const name = newName()
    const { documentId, reviewId } = await furnish(name)
    await redact(documentId, name)
    const row = await house.store.db
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
    const statement = await house.store.db
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
    const kept = await house.store.db
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
