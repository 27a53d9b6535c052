/** Who asks for what they may not see, or tries what they may not do, is noted: in one place, for every page of the house. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Role } from '../src/access/permissions.ts'
import { mostAttempts } from '../src/features/accounts/refusal-commands.ts'
import { record } from '../src/ledger/ledger.ts'
import { type Furnished, furnish } from './overview-world.ts'
import { makeImport, makeReview } from './register-world.ts'
import { house, makePerson, post, type Visitor, visit } from './world.ts'

let at: Furnished
let visitor: Visitor
let ids: Record<string, string>

beforeAll(async () => {
  at = await furnish(await house())
  const { documentId, importId } = await makeImport(at.home, at.officer, { board: at.board, reviewId: at.restricted })
  // Uploading records where a document is, and the tests' own way of making one does not.
  await at.home.app.db.as(at.officer, tx =>
    record(at.home.app, tx, at.officer, [
      {
        kind: 'document.uploaded',
        thing: 'document',
        thingId: documentId,
        boardId: at.board.id,
        reviewId: at.restricted,
      },
    ]),
  )
  const form = { extent: 'file', reason: 'The wrong file' }
  await visit(at.home, at.officer, `/documents/${documentId}/redactions`, { form })
  ids = { document: documentId, import: importId, review: at.restricted, ...(await registered()) }
})
beforeEach(async () => {
  visitor = await makePerson(at.home, [post(at.board, 'chair')], 'Cara Chair')
})

async function registered(): Promise<Record<string, string>> {
  const found: Record<string, string> = {}
  const tables = {
    recommendation: 'recommendation',
    part: 'recommendation_part',
    addressee: 'addressee',
    statement: 'statement',
    redaction: 'redaction',
  } as const
  const db = at.home.owner
  for (const [name, table] of Object.entries(tables)) {
    const query = db.selectFrom(table as 'statement').where('review_id', '=', at.restricted)
    found[name] = (await query.select('id').limit(1).executeTakeFirstOrThrow()).id
  }
  const finding = {
    id: at.home.app.chance.id<string>(),
    board_id: at.board.id,
    review_id: at.restricted,
    code: 'never-existed',
    message: 'Something',
    created_at: at.home.clock.now(),
  }
  await db
    .insertInto('finding')
    .values(finding as never)
    .execute()
  return { ...found, finding: finding.id }
}

const noted = ({ id }: Visitor) =>
  at.home.owner
    .selectFrom('ledger_entry')
    .select(['kind', 'thing', 'thing_id as thingId', 'board_id as boardId', 'review_id as reviewId', 'facts'])
    .where('person_id', '=', id)
    .where('kind', 'like', 'attempt.%')
    .orderBy('position')
    .execute()

describe('what a person may not see', () => {
  const addresses: Readonly<Record<string, (id: string) => string>> = {
    review: id => `/reviews/${id}`,
    document: id => `/documents/${id}/original`,
    recommendation: id => `/recommendations/${id}`,
    statement: id => `/statements/${id}`,
  }
  const acts: Readonly<Record<string, (id: string) => string>> = {
    part: id => `/parts/${id}/corrections`,
    addressee: id => `/addressees/${id}/withdrawal`,
    finding: id => `/findings/${id}/dismissal`,
    import: id => `/imports/${id}/saving`,
    redaction: id => `/documents/${ids.document}/redactions/${id}/agreement`,
  }

  test.each(Object.keys(addresses))('of the kind "%s" is noted on its review', async kind => {
    const id = ids[kind] ?? ''
    expect((await visit(at.home, visitor, addresses[kind]?.(id) ?? '')).status).toBe(404)
    const entry = { kind: 'attempt.unseen', thing: kind, thingId: id, boardId: at.board.id, reviewId: at.restricted }
    expect(await noted(visitor)).toEqual([{ ...entry, facts: { thing: kind } }])
  })

  test.each(Object.keys(acts))(
    'nor change, of the kind "%s", is noted on its review with what was not permitted',
    async kind => {
      const id = ids[kind] ?? ''
      expect((await visit(at.home, visitor, acts[kind]?.(id) ?? '', { form: { reason: 'x' } })).status).toBe(403)
      const [entry, ...more] = await noted(visitor)
      expect([entry?.kind, entry?.thing, entry?.thingId, entry?.reviewId, more]).toEqual([
        'attempt.forbidden',
        kind,
        id,
        at.restricted,
        [],
      ])
      expect(Object.keys(entry?.facts as object).toSorted()).toEqual(['permission', 'thing'])
    },
  )

  test('is noted with the review too where it is named by a form', async () => {
    const excluded = await makePerson(at.home, [post(at.board, 'support officer')])
    await visit(at.home, at.officer, `/reviews/${at.restricted}/exclusions`, {
      form: { person: excluded.id, reason: 'A conflict of interest', confirmed: 'yes' },
    })
    const files = [{ field: 'files', name: 'a.txt', bytes: Buffer.from('Words') }]
    const sent = { form: { review: at.restricted }, files }
    expect((await visit(at.home, excluded, `/boards/${at.board.slug}/imports/new`, sent)).status).toBe(404)
    expect(await noted(excluded)).toMatchObject([{ thing: 'review', thingId: at.restricted }])
  })

  test('and that is not there at all, is not noted', async () => {
    for (const address of Object.values(addresses)) await visit(at.home, visitor, address(at.home.app.chance.id()))
    await visit(at.home, visitor, '/reviews/no-id-at-all')
    await visit(at.home, visitor, '/boards/no-board-at-all')
    expect(await noted(visitor)).toEqual([])
  })

  test('is another thing than what has ended: asking for a deleted original of one’s own board is no attempt', async () => {
    const { documentId } = await makeImport(at.home, at.officer, { board: at.board, reviewId: at.restricted })
    const own = await makePerson(at.home, [post(at.board, 'support officer')])
    await at.home.owner.deleteFrom('stored_file').where('document_id', '=', documentId).execute()
    expect((await visit(at.home, own, `/documents/${documentId}/original`)).status).toBe(404)
    expect(await noted(own)).toEqual([])
  })
})

describe('what the role does not allow', () => {
  test('is noted at the door, and the board’s administrator reads it in the History', async () => {
    const path = `/boards/${at.board.slug}/settings`
    expect((await visit(at.home, visitor, path)).status).toBe(403)
    const facts = { permission: 'board.manage' }
    expect(await noted(visitor)).toMatchObject([{ kind: 'attempt.forbidden', thing: 'board', reviewId: null, facts }])
    const admin = await makePerson(at.home, [post(at.board, 'administrator')])
    const { text } = await visit(at.home, admin, `/boards/${at.board.slug}/history`)
    expect(text).toContain('Cara Chair tried to change the settings of the board, which the role does not allow')
  })

  test('is noted on what is in sight too, and the support team reads it on the review', async () => {
    const path = `/reviews/${at.released}/corrections`
    expect((await visit(at.home, visitor, path, { form: { title: 'x' } })).status).toBe(403)
    const { text } = await visit(at.home, at.officer, `/reviews/${at.released}`)
    expect(text).toContain('Cara Chair tried to change a review, which the role does not allow')
  })

  test('on another board is noted on that board, whose people are not told who it was', async () => {
    const other = await furnish(at.home)
    expect((await visit(at.home, other.officer, `/reviews/${at.restricted}`)).status).toBe(404)
    expect(await noted(other.officer)).toMatchObject([{ boardId: at.board.id, reviewId: at.restricted }])
    const { text } = await visit(at.home, at.officer, `/reviews/${at.restricted}`)
    expect(text).toContain('Somebody asked for a review and was not let in')
  })
})

describe('the ledger is not flooded', () => {
  test('by asking for the same again and again', async () => {
    for (let i = 0; i < 4; i++) await visit(at.home, visitor, `/reviews/${at.restricted}`)
    expect(await noted(visitor)).toHaveLength(1)
  })

  test('by a script that tries everything: the last that is noted says that there is more, until an hour has passed', async () => {
    const roles: readonly Role[] = ['reader']
    const script = await makePerson(
      at.home,
      roles.map(role => post(at.board, role)),
    )
    const reviews: string[] = []
    for (let i = 0; i < mostAttempts + 10; i++) {
      const id = await makeReview(at.home, at.officer, at.board)
      reviews.push(id)
      await visit(at.home, script, `/reviews/${id}`)
    }
    const entries = await noted(script)
    expect(entries).toHaveLength(mostAttempts)
    expect(entries.map(({ facts }) => 'isLast' in (facts as object)).indexOf(true)).toBe(mostAttempts - 1)
    at.home.clock.set('2026-11-22T13:00:01Z')
    await visit(at.home, script, `/reviews/${reviews.at(-1)}`)
    at.home.clock.set('2026-11-22T12:00:00Z')
    expect(await noted(script)).toHaveLength(mostAttempts + 1)
  })
})
