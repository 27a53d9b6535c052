/** A restricted review cannot be reached without standing: every route of the house, for every role, by GET and by POST. */
import { randomBytes, randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { type Role, roles } from '../src/access/permissions.ts'
import type { Route } from '../src/app.ts'
import { features } from '../src/features.ts'
import { record } from '../src/ledger/ledger.ts'
import type {
  AddresseeId,
  CitationId,
  DocumentId,
  FindingId,
  GroupId,
  ImportId,
  PartId,
  RecommendationId,
  RedactionId,
  ReviewId,
  StatementId,
} from '../src/store/schema.ts'
import { type Overheard, overheard } from './traced-statements.ts'
import { type Board, house, makeAgency, makeBoard, makePerson, post, type Visitor, visit } from './world.ts'

/** A word that stands in every field of the review and nowhere else. */
const secret = `zq${randomBytes(6).toString('hex')}`

let home: Overheard
let board: Board
let ids: Record<string, string>
/** People without standing: each role off the panel but the support officer, one excluded, one of another board, nobody. */
let strangers: readonly { readonly name: string; readonly visitor: Visitor | null }[]
let officer: Visitor

beforeAll(async () => {
  home = await overheard(await house())
  board = await makeBoard(home)
  const [asked, other] = [await makeAgency(home, [board]), await makeAgency(home, [board])]
  officer = await makePerson(home, [post(board, 'support officer')])
  const excluded = await makePerson(home, [post(board, 'support officer')])
  const agencyOf = (role: Role) => (role.startsWith('agency') ? other : null)
  const without = await Promise.all(
    roles
      .filter(role => role !== 'support officer')
      .map(async role => ({ name: role, visitor: await makePerson(home, [post(board, role, agencyOf(role))]) })),
  )
  const elsewhere = await makePerson(home, [post(await makeBoard(home), 'support officer')])
  strangers = [
    ...without,
    { name: 'a support officer who is excluded', visitor: excluded },
    { name: 'a support officer of another board', visitor: elsewhere },
    { name: 'nobody signed in', visitor: null },
  ]
  ids = await furnish({ asked, excluded })
  // The first visit to a house asks whether there is a board, and no other does.
  await visit(home, null, '/sign-in')
})

// Among the routes are those that sign people out.
beforeEach(() => home.app.db.as({ kind: 'gate' }, tx => tx.updateTable('session').set({ ended_at: null }).execute()))

async function furnish({ asked, excluded }: { asked: string; excluded: Visitor }): Promise<Record<string, string>> {
  const id = () => randomUUID()
  const now = home.app.clock.now()
  const at = { board_id: board.id, review_id: id() as ReviewId }
  const [documentId, importId, recommendationId] = [id() as DocumentId, id() as ImportId, id() as RecommendationId]
  const [partId, statementId, findingId] = [id() as PartId, id() as StatementId, id() as FindingId]
  const citationId = id() as CitationId
  const [groupId, redactionId, addresseeId] = [id() as GroupId, id() as RedactionId, id() as AddresseeId]
  const from = { document_id: documentId, span_from: 0, span_to: 5 }
  const of = { ...at, recommendation_id: recommendationId }
  const said = {
    act: 'planned',
    answers_parts: null,
    due_as_written: null,
    due_from: null,
    due_to: null,
    said_on: null,
  } as const
  await home.app.db.as(officer, async tx => {
    const facts = {
      subject: secret,
      type: 'scr',
      considered_on: null,
      legal_basis: secret,
      lead_reviewer: secret,
    } as const
    await tx
      .insertInto('review')
      .values({
        id: at.review_id,
        board_id: board.id,
        title: `Review ${secret}`,
        standing: 'restricted',
        ...facts,
        methodology: secret,
        created_by: officer.id,
        created_at: now,
      })
      .execute()
    await tx
      .insertInto('document')
      .values({
        id: documentId,
        ...at,
        file_name: `${secret}.md`,
        media_type: 'text/markdown',
        sha256: secret,
        size_bytes: 5,
        scan: 'clean',
        uploaded_by: officer.id,
        uploaded_at: now,
      })
      .execute()
    await tx
      .insertInto('stored_file')
      .values({ document_id: documentId, board_id: board.id, bytes: Buffer.from(secret) })
      .execute()
    await tx
      .insertInto('import')
      .values({
        id: importId,
        ...at,
        document_id: documentId,
        state: 'failed',
        failure: secret,
        text: secret,
        reading: null,
        draft: null,
        started_by: officer.id,
        started_at: now,
        changed_at: now,
        saved_by: null,
      })
      .execute()
    await tx
      .insertInto('recommendation')
      .values({
        id: recommendationId,
        ...at,
        ...from,
        position: 1,
        number: '1',
        text: `Do ${secret}`,
        created_at: now,
      })
      .execute()
    await tx
      .insertInto('recommendation_part')
      .values({ id: partId, ...of, position: 1, text: secret, span_from: 0, span_to: 5 })
      .execute()
    await tx
      .insertInto('addressee')
      .values({
        id: addresseeId,
        ...of,
        position: 1,
        as_written: secret,
        agency_id: asked as never,
        group_id: null,
      })
      .execute()
    await tx
      .insertInto('statement')
      .values({
        id: statementId,
        ...of,
        ...from,
        import_id: importId,
        position: 1,
        agency_id: asked as never,
        agency_as_written: secret,
        text: `We will ${secret}`,
        ...said,
        owner: secret,
        status: secret,
        created_at: now,
      })
      .execute()
    await tx
      .insertInto('citation')
      .values({ id: citationId, ...at, ...from, as_written: secret, guidance: 'working-together', edition: null })
      .execute()
    await tx
      .insertInto('finding')
      .values({
        id: findingId,
        ...of,
        ...from,
        code: 'no-date',
        message: secret,
        created_at: now,
        dismissed_by: null,
        dismissed_reason: null,
      })
      .execute()
    await tx
      .insertInto('redaction')
      .values({
        id: redactionId,
        ...at,
        document_id: documentId,
        extent: 'file',
        reason: secret,
        asked_by: officer.id,
        asked_at: now,
        agreed_by: null,
        refused_by: null,
      })
      .execute()
    await tx
      .insertInto('board_group')
      .values({ id: groupId, board_id: board.id, name: `Group ${groupId}`, created_at: now })
      .execute()
    await tx
      .insertInto('review_exclusion')
      .values({
        ...at,
        person_id: excluded.id,
        reason: secret,
        excluded_by: officer.id,
        excluded_at: now,
      })
      .execute()
    // Making a review and uploading record where these are, which is how the door knows what was asked for.
    await record(home.app, tx, officer, [
      { kind: 'review.created', thing: 'review', thingId: at.review_id, boardId: board.id, reviewId: at.review_id },
      { kind: 'document.uploaded', thing: 'document', thingId: documentId, boardId: board.id, reviewId: at.review_id },
    ])
  })
  return {
    board: board.slug,
    review: at.review_id,
    document: documentId,
    import: importId,
    recommendation: recommendationId,
    part: partId,
    addressee: addresseeId,
    statement: statementId,
    finding: findingId,
    citation: citationId,
    redaction: redactionId,
    hold: id(),
    group: groupId,
    agency: asked,
    person: excluded.id,
    membership: id(),
    invitation: id(),
    session: id(),
    passkey: id(),
    token: id(),
    provider: 'none',
    link: id(),
    request: id(),
    rule: id(),
    alias: id(),
    succession: id(),
    item: id(),
    passage: id(),
    letter: '1',
    file: '1',
    kind: 'csv',
  }
}

const routes = features.flatMap(feature => feature.routes)

/** The route's address for the secret things, or for things that do not exist. */
function address(route: Route, exists: boolean): string {
  return route.path.replace(/:(\w+)/g, (_, name: string) => {
    const id = ids[name]
    if (!id) throw new Error(`${route.path}: say in this test what :${name} is`)
    return exists || name === 'board' ? id : randomUUID()
  })
}

/** What differs between two replies though they say the same: tokens, nonces and the ids that were asked for. */
const neutral = (html: string) =>
  html
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID')
    .replace(/nonce="[^"]*"/g, '')
    .replace(/value="[\w-]{43}"/g, '')

const isOfReview = (route: Route) =>
  /:(review|document|import|recommendation|part|addressee|statement|finding|citation|redaction)\b/.test(route.path)

test.each(routes.map(route => [`${route.method} ${route.path}`, route] as const))(
  '%s tells a person without standing nothing of a restricted review',
  async (_, route) => {
    for (const { name, visitor } of strangers) {
      const sent = route.method === 'POST' ? { form: { reason: 'because', title: 'x', text: 'x' } } : undefined
      const [real, done] = await home.overhear(() => visit(home, visitor, address(route, true), sent))
      expect(real.html, name).not.toContain(secret)
      expect(real.bytes.includes(secret), name).toBe(false)
      expect(JSON.stringify(real.headers), name).not.toContain(secret)
      expect(real.status, name).not.toBe(500)
      if (!isOfReview(route)) continue
      expect([303, 403, 404], name).toContain(real.status)
      const [nothing, undone] = await home.overhear(() => visit(home, visitor, address(route, false), sent))
      expect({ status: real.status, html: neutral(real.html) }, name).toEqual({
        status: nothing.status,
        html: neutral(nothing.html),
      })
      // The same statements in the same order, so that the time of the answer does not tell the two apart either.
      expect(done, name).toEqual(undone)
      if (visitor) expect(done.length, `${name} is signed in`).toBeGreaterThan(6)
    }
  },
)

test('a search by a person without standing finds nothing of it, and says the same as for a word that nobody wrote', async () => {
  for (const { name, visitor } of strangers) {
    if (!visitor) continue
    const found = await visit(home, visitor, '/search', { form: { words: secret, q: secret, query: secret } })
    expect(found.html.replaceAll(`value="${secret}"`, '').match(/We will|Do z/), name).toBeNull()
  }
})

test('the support officer of the board does reach it, so the tests above try real addresses', async () => {
  const reached = []
  for (const route of routes.filter(route => route.method === 'GET' && isOfReview(route))) {
    const { status, html } = await visit(home, officer, address(route, true))
    if (status === 200 && html.includes(secret)) reached.push(route.path)
  }
  expect(reached).toEqual(expect.arrayContaining(['/reviews/:review', '/recommendations/:recommendation']))
})

test('nothing that was logged meanwhile holds a word of it', () => {
  expect(home.logged.filter(line => line.includes(secret))).toEqual([])
})
