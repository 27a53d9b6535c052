/** For the tests of redaction: a name that stands wherever one can stand, and the search for it in every column. */
import { randomBytes, randomUUID } from 'node:crypto'
import { CompiledQuery } from 'kysely'
import { saveToRegister } from '../src/features/recommendations/index.ts'
import type { DocumentId, GroupId, ImportId, ReviewId } from '../src/store/schema.ts'
import { day, emptyInput, makeImport, makeReview, type Source, said } from './register-world.ts'
import { type Board, type House, makeAgency, type Visitor, visit } from './world.ts'

/** A name that nobody has, in letters only: a word with figures in it would be cut up by the search index. */
export const newName = () => `Zara q${[...randomBytes(12)].map(byte => 'bcdfghjklm'[byte % 10]).join('')}x`

export const factsAbout = (name: string) => ({
  subject: name,
  legalBasis: `${name} and the law`,
  leadReviewer: name,
  methodology: `Talks with ${name}`,
})

interface Team {
  readonly house: House
  readonly board: Board
  readonly asker: Visitor
}

/** A review in which the name stands in every field that people or documents can fill. */
export async function furnishReview(team: Team, name: string) {
  const { house, asker, board } = team
  const reviewId = await makeReview(house, asker, board, { title: `Review of ${name}`, ...factsAbout(name) })
  const text = `Recommendation 1: that ${name.toUpperCase()} is met.\nWe met ${name.replace(' ', '\n')}.`
  const source = await makeImport(house, asker, { board, reviewId, text })
  await rename(team, source.documentId, `${name}.txt`)
  await saveAll(team, { ...source, reviewId }, name)
  return { reviewId, ...source }
}

export const rename = ({ house, asker }: Team, id: DocumentId, name: string) =>
  house.app.db.as(asker, tx => tx.updateTable('document').set({ file_name: name }).where('id', '=', id).execute())

const saveAll = ({ house, asker }: Team, source: Source & { reviewId: ReviewId }, name: string) =>
  house.app.db.as(asker, tx =>
    saveToRegister(house.app, tx, asker, {
      ...emptyInput(source.reviewId, source),
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

/** The name in what a board knows beside its reviews, in an import that belongs to none yet, and in a job. */
export async function furnishDirectory(team: Team, name: string): Promise<void> {
  const { house, board, asker } = team
  const now = house.clock.now()
  const agencies = [await makeAgency(house, [board], `Trust of ${name}`), await makeAgency(house, [board])]
  const groupId = randomUUID() as GroupId
  const of = { board_id: board.id, created_at: now }
  await house.app.db.as(asker, async tx => {
    const [agency_id = agencies[1]] = agencies
    if (!agency_id) throw new Error('an agency was made')
    const alias = { agency_id, ...of, alias: `Friends of ${name}` }
    await tx
      .insertInto('agency_alias')
      .values({ id: randomUUID(), ...alias })
      .execute()
    const former = { agency_id, name: `The ${name} Service`, until_on: day('2020-01-01'), created_at: now }
    await tx
      .insertInto('agency_former_name')
      .values({ id: randomUUID(), ...former })
      .execute()
    await tx
      .insertInto('board_group')
      .values({ id: groupId, ...of, name: `Group for ${name}`, purpose: `To meet ${name}` })
      .execute()
    await tx
      .insertInto('group_alias')
      .values({ id: randomUUID(), ...of, group_id: groupId, alias: `${name}’s group` } as never)
      .execute()
    await house.app.jobs.send(tx, 'read-import', { import: randomUUID(), person: asker.id, note: `About ${name}` })
  })
  await makeUnfiled(team, name)
}

/** An import under check that belongs to no review, whose draft says that the name is a new agency. */
export async function makeUnfiled(team: Team, name: string): Promise<{ documentId: DocumentId; importId: ImportId }> {
  const { house, board, asker } = team
  const reviewId = await makeReview(house, asker, board)
  const source = await makeImport(house, asker, { board, reviewId, text: `Put to ${name}.` })
  const meaning = { kind: 'new agency', name: `Office of ${name}` }
  const draft = { items: { n1: { kind: 'name', name, meaning } }, undo: [{ before: { n1: { kind: 'name', name } } }] }
  await house.app.db.as(asker, async tx => {
    const sha256 = randomBytes(32).toString('hex')
    await tx
      .updateTable('document')
      .set({ review_id: null, held: true, sha256 })
      .where('id', '=', source.documentId)
      .execute()
    await tx
      .updateTable('import')
      .set({ review_id: null, state: 'ready', draft: JSON.stringify(draft) })
      .where('id', '=', source.importId)
      .execute()
  })
  return source
}

/** Asked outside any unit of work, where no policy holds and every row is read. */
export const raw = <Row>({ owner }: Pick<House, 'owner'>, query: string) =>
  owner.executeQuery<Row>(CompiledQuery.raw(query))

interface Column {
  readonly schema: string
  readonly table: string
  readonly column: string
  readonly type: string
  /** Whether the database makes it from other columns. */
  readonly isMade: boolean
}

/** Every column of every table that can hold a word, from the catalogue. */
export async function wordColumns(house: Pick<House, 'owner'>): Promise<readonly Column[]> {
  const { rows } = await raw<Column>(
    house,
    `select n.nspname as schema, c.relname as table, a.attname as column, t.typname as type,
       a.attgenerated <> '' as "isMade"
     from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
     join pg_type t on t.oid = a.atttypid
     where n.nspname in ('public', 'jobs') and c.relkind in ('r', 'p', 'm') and not c.relispartition
       and a.attnum > 0 and not a.attisdropped
       and t.typname in ('text', 'varchar', 'bpchar', 'json', 'jsonb', 'bytea', 'tsvector', 'citext', 'xml', 'name',
         '_text', '_varchar', '_json', '_jsonb', '_bytea')`,
  )
  return rows
}

/** Every table and column in which the word stands, whatever its kind, as the owner of all of them reads it. */
export async function whereIs(house: Pick<House, 'owner'>, word: string): Promise<string[]> {
  const found: string[] = []
  for (const { schema, table, column, type } of await wordColumns(house)) {
    const text = type === 'bytea' ? `encode("${column}", 'escape')` : `"${column}"::text`
    const query = `select count(*) as hits from "${schema}"."${table}" where strpos(lower(${text}), '${word.toLowerCase()}') > 0`
    const [only] = (await raw<{ hits: number }>(house, query)).rows
    if (Number(only?.hits) > 0) found.push(`${schema}.${table}.${column}`)
  }
  return found.toSorted()
}

/** Gives a document bytes of its own kind: the tests' documents all have one hash, which makes them copies. */
export const differ = ({ house, asker }: Team, id: DocumentId) =>
  house.app.db.as(asker, tx =>
    tx
      .updateTable('document')
      .set({ sha256: randomBytes(32).toString('hex') })
      .where('id', '=', id)
      .execute(),
  )

export const asking = (id: string) => `/documents/${id}/redactions`

/** Asks for a redaction. Gives the address at which it waits for somebody else. */
export async function askFor(
  { house, asker }: Pick<Team, 'house' | 'asker'>,
  documentId: DocumentId,
  form: Readonly<Record<string, string>>,
): Promise<string> {
  await visit(house, asker, asking(documentId), { form: { reason: 'A name got out', ...form } })
  const { id } = await house.owner
    .selectFrom('redaction')
    .select('id')
    .where('document_id', '=', documentId)
    .where('agreed_at', 'is', null)
    .where('refused_at', 'is', null)
    .executeTakeFirstOrThrow()
  return `${asking(documentId)}/${id}`
}

/** Asks for a redaction as one person and agrees to it as another. Gives where the second is led. */
export async function redact(
  team: Team & { readonly second: Visitor },
  documentId: DocumentId,
  form: Readonly<Record<string, string>>,
): Promise<string | null> {
  const asked = await askFor(team, documentId, form)
  return (await visit(team.house, team.second, `${asked}/agreement`, { form: {} })).location
}
