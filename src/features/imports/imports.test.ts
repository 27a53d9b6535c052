import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { marlResponse } from '../../../test/marl-response.ts'
import {
  type Answer,
  type Board,
  eventually,
  type House,
  house,
  makeAgency,
  makeBoard,
  makePerson,
  post,
  type Visitor,
  visit,
} from '../../../test/world.ts'
import { caretaker } from '../../access/actor.ts'
import type { ImportId, ReviewId } from '../../store/schema.ts'
import { urls } from '../../urls.ts'
import { type Draft, type Item, type ItemOf, itemsOf } from './draft.ts'
import { giveUpReading, readImport } from './reading-commands.ts'
import { upload } from './upload-commands.ts'

const response = (mark = randomBytes(4).toString('hex')) => marlResponse(`Edition ${mark}, published on 3 March 2026`)

interface Scene {
  readonly home: House
  readonly board: Board
  readonly nadia: Visitor
}

async function scene(): Promise<Scene> {
  const home = await house()
  const board = await makeBoard(home)
  return { home, board, nadia: await makePerson(home, [post(board, 'support officer')]) }
}

const file = (text: string, name = 'response.md') => ({ field: 'files', name, bytes: new TextEncoder().encode(text) })

const send = ({ home, board, nadia }: Scene, files: ReturnType<typeof file>[], form: Record<string, string> = {}) =>
  visit(home, nadia, urls.newImport(board.slug), { form, files })

/** Uploads a document and waits until it has been read. */
async function imported(at: Scene, text = response(), form: Record<string, string> = {}) {
  const sent = await send(at, [file(text)], form)
  expect(sent.status).toBe(303)
  const address = sent.location ?? ''
  await eventually(
    () => visit(at.home, at.nadia, address),
    answer => !answer.text.includes('Reading the document'),
  )
  return { address, id: address.split('/').at(-1) as ImportId }
}

const rowOf = ({ home, nadia }: Scene, id: ImportId) =>
  home.app.db.as(nadia, tx => tx.selectFrom('import').selectAll().where('id', '=', id).executeTakeFirstOrThrow())

const draftIn = async (at: Scene, id: ImportId) => (await rowOf(at, id)).draft as Draft

function found<K extends Item['kind']>(
  draft: Draft,
  kind: K,
  has: (item: ItemOf<K>) => boolean = () => true,
): ItemOf<K> {
  const item = itemsOf(draft, kind).find(has)
  if (!item) throw new Error(`there is no such ${kind}`)
  return item
}

/** Sends one change as its form does. */
async function change(
  at: Scene,
  id: ImportId,
  form: Record<string, string | string[]>,
  by: Visitor = at.nadia,
): Promise<Answer> {
  const { version } = await draftIn(at, id)
  return visit(at.home, by, urls.importChanges(id), { form: { seen: String(version), page: '1', ...form } })
}

const kindsOf = ({ home, nadia }: Scene, thingId: string) =>
  home.app.db.as(nadia, async tx => {
    const entries = await tx
      .selectFrom('ledger_entry')
      .select('kind')
      .where('thing_id', '=', thingId)
      .orderBy('position')
      .execute()
    return entries.map(entry => entry.kind)
  })

const day = { 'said-on-day': '3', 'said-on-month': '3', 'said-on-year': '2026' }

async function save(at: Scene, id: ImportId, form: Record<string, string> = {}) {
  const { version } = await draftIn(at, id)
  const fields = { seen: String(version), title: 'Child Teal', standing: 'restricted', ...day, ...form }
  return visit(at.home, at.nadia, urls.importSaving(id), { form: fields })
}

const reviewOf = async (at: Scene, id: ImportId) => (await rowOf(at, id)).review_id as ReviewId

test('the form says what can be uploaded and how large, and restricted is the default', async () => {
  const { home, board, nadia } = await scene()
  const { text, html } = await visit(home, nadia, urls.newImport(board.slug))
  expect(text).toContain('Word (docx), PDF, OpenDocument (odt)')
  expect(text).toContain('At most 25 MB each, 10 at a time')
  expect(text).toContain('Only the review’s panel and the board’s support team see it')
  expect(html).toMatch(/value="restricted"[^>]*checked/)
})

test('a document that is uploaded is read, and the check page shows it beside what was understood', async () => {
  const at = await scene()
  const { address, id } = await imported(at)
  const { text, status } = await visit(at.home, at.nadia, address)
  expect(status).toBe(200)
  expect(text).toContain('Check what Heed understood')
  expect(text).toMatch(/\d+ of \d+ sentences placed, \d+ to look at/)
  expect(text).toContain('This document was not scanned for viruses')
  expect(text).toContain('Recommendation 1')
  expect(text).toContain('Marl Police says')
  expect(await kindsOf(at, id)).toEqual(['import.started', 'import.read'])
  const row = await rowOf(at, id)
  expect(await kindsOf(at, row.document_id)).toEqual(['document.uploaded'])
  const list = await visit(at.home, at.nadia, urls.imports(at.board.slug))
  expect(list.text).toContain('1 import, newest first')
  expect(list.text).toContain('To check (1)')
})

test('a row that the plan calls finished is not shown as past its date, whatever its day', async () => {
  const at = await scene()
  const plan = (status: string) => `# Action plan of the Marl Safeguarding Board

| No | Recommendation | Lead agency | Action | By when | Status |
| --- | --- | --- | --- | --- | --- |
| 1 | Visits should be recorded. | Marl Police | Officers will record each visit in the system. | 30/06/2025 | ${status} |
`
  const open = await imported(at, plan('In progress'))
  expect((await visit(at.home, at.nadia, open.address)).text).toContain('Due date passed')
  const finished = await imported(at, plan('Finished'))
  const { text } = await visit(at.home, at.nadia, finished.address)
  expect(text).toContain('Status in the document: Finished')
  expect(text).not.toContain('Due date passed')
})

test('each statement is joined to its words by a number, a link and a mark', async () => {
  const at = await scene()
  const { address, id } = await imported(at)
  const said = found(await draftIn(at, id), 'statement')
  const { html } = await visit(at.home, at.nadia, address)
  expect(html).toContain(`id="w-${said.id}"`)
  expect(html).toContain(`href="#w-${said.id}"`)
  expect(html).toContain(`href="#${said.id}"`)
})

test('nothing is in the register before somebody saves it', async () => {
  const at = await scene()
  await imported(at)
  const count = await at.home.app.db.as(at.nadia, async tx => {
    const rows = await tx.selectFrom('recommendation').select('id').where('board_id', '=', at.board.id).execute()
    const reviews = await tx.selectFrom('review').select('id').where('board_id', '=', at.board.id).execute()
    return rows.length + reviews.length
  })
  expect(count).toBe(0)
})

test('an upload without a document, of a wrong kind or without words is refused in plain words', async () => {
  const at = await scene()
  const none = await send(at, [])
  expect(none.status).toBe(422)
  expect(none.text).toContain('Choose a document')
  const wrong = await send(at, [file('x', 'macro.exe')])
  expect(wrong.text).toContain('macro.exe is of a kind that cannot be read')
  const empty = await send(at, [file('', 'empty.md')])
  expect(empty.text).toContain('empty.md is empty')
})

test('of several documents those that can be read are taken, and of the others it is said why not', async () => {
  const at = await scene()
  const answer = await send(at, [file(response(), 'one.md'), file('x', 'two.exe')])
  expect(answer.status).toBe(422)
  expect(answer.text).toContain('one.md was taken')
  expect(answer.text).toContain('two.exe is of a kind that cannot be read')
  const others = await send(at, [file('x', 'two.exe'), file('', 'three.md')])
  for (const each of ['two.exe is of a kind', 'three.md is empty'])
    expect(others.text.split(each), 'in the summary and beside the field').toHaveLength(3)
  const both = await send(at, [file(response(), 'three.md'), file(response(), 'four.md')])
  expect(both.location).toBe(`${urls.imports(at.board.slug)}?said=uploaded`)
})

test('a document that is too large is named, and the others are taken', async () => {
  const at = await scene()
  const large = { field: 'files', name: 'scans.pdf', bytes: new Uint8Array(25 * 1024 * 1024 + 1) }
  const answer = await send(at, [large, file(response(), 'one.md')])
  expect(answer.status).toBe(422)
  expect(answer.text).toContain('scans.pdf is larger than 25 MB. Take pictures out of it, or split it')
  expect(answer.text).toContain('one.md was taken')
  const alone = await send(at, [large])
  expect(alone.text).toContain('scans.pdf is larger than 25 MB')
  const rows = await at.home.owner.selectFrom('document').select('file_name').where('board_id', '=', at.board.id)
  expect(await rows.execute(), 'nothing of it is stored').toEqual([{ file_name: 'one.md' }])
})

test('an upload of no known end, or of a far larger one, is refused as a whole', async () => {
  const at = await scene()
  const path = urls.newImport(at.board.slug)
  const head = '--b\r\nContent-Disposition: form-data; name="files"; filename="endless.md"\r\n\r\n'
  const sent = (length: string | null) =>
    at.home.web.inject({
      method: 'POST',
      url: path,
      cookies: { 'heed-session': at.nadia.token },
      headers: { 'content-type': 'multipart/form-data; boundary=b', ...(length ? { 'content-length': length } : {}) },
      payload: Readable.from([Buffer.from(head), Buffer.alloc(26 * 1024 * 1024), Buffer.from('\r\n--b--\r\n')]),
    })
  expect((await sent(null)).statusCode).toBe(413)
  expect((await sent(String(2 ** 31))).statusCode).toBe(413)
})

test('the same bytes again: the earlier upload is offered, and they are taken when somebody insists', async () => {
  const at = await scene()
  const text = response()
  const { address } = await imported(at, text)
  const again = await send(at, [file(text, 'copy.md')])
  expect(again.status).toBe(422)
  expect(again.text).toContain('copy.md was uploaded before, to the last byte')
  expect(again.html).toContain(`href="${address}"`)
  const insisted = await send(at, [file(text, 'copy.md')], { again: 'yes' })
  expect(insisted.status).toBe(303)
  const twice = await send(at, [file('Words', 'a.txt'), file('Words', 'b.txt')])
  expect(twice.text).toContain('b.txt holds the same as another file that you chose')
})

test('a document with a virus is not taken, nor one that the scanner says nothing about', async () => {
  const at = await scene()
  const choice = { reviewId: null, standing: 'restricted', again: false } as const
  const scanning = (scan: () => Promise<'clean' | 'infected'>) => ({
    ...at.home.app,
    documents: { ...at.home.app.documents, scan },
  })
  const files = () => [{ field: 'files', name: 'a.md', bytes: new TextEncoder().encode(response()) }]
  const ill = await upload(
    scanning(async () => 'infected'),
    at.nadia,
    at.board.slug,
    { files: files(), choice },
  )
  expect(ill.taken[0]).toMatchObject({ refusal: expect.stringContaining('a.md holds a virus') })
  const silent = () => Promise.reject(new Error('no answer'))
  const unsure = await upload(scanning(silent), at.nadia, at.board.slug, { files: files(), choice })
  expect(unsure.taken[0]).toMatchObject({ refusal: expect.stringContaining('could not be scanned') })
  const well = await upload(
    scanning(async () => 'clean'),
    at.nadia,
    at.board.slug,
    { files: files(), choice },
  )
  const [taken] = well.taken
  if (!taken || !('importId' in taken)) throw new Error('the clean document was not taken')
  const page = await eventually(
    () => visit(at.home, at.nadia, urls.import(taken.importId)),
    answer => answer.text.includes('Check what Heed understood'),
  )
  expect(page.text).not.toContain('not scanned')
})

test('a document that cannot be read says why, can be tried again, and can be discarded', async () => {
  const at = await scene()
  const sent = await send(at, [file('%PDF-1.4 broken', 'broken.pdf')])
  const page = await eventually(
    () => visit(at.home, at.nadia, sent.location ?? ''),
    answer => answer.text.includes('This document could not be read'),
  )
  expect(page.text).toMatch(/damaged|encrypted|wrong type|no text|empty|holds/i)
  const id = (sent.location ?? '').split('/').at(-1) as ImportId
  expect(await kindsOf(at, id)).toEqual(['import.started', 'import.failed'])
  const again = await visit(at.home, at.nadia, urls.importReading(id), { form: {} })
  expect(again.location).toBe(urls.import(id))
  await eventually(
    () => visit(at.home, at.nadia, urls.import(id)),
    answer => answer.text.includes('This document could not be read'),
  )
  const asked = await visit(at.home, at.nadia, urls.importDiscarding(id))
  expect(asked.text).toContain('Discard this import?')
  const discarded = await visit(at.home, at.nadia, urls.importDiscarding(id), { form: {} })
  expect(discarded.location).toBe(`${urls.imports(at.board.slug)}?said=discarded`)
  const { document_id } = await rowOf(at, id)
  const bytes = await at.home.app.db.as(at.nadia, tx =>
    tx.selectFrom('stored_file').select('document_id').where('document_id', '=', document_id).execute(),
  )
  expect(bytes).toEqual([])
})

/** An import that no job will read. */
async function unread(at: Scene): Promise<ImportId> {
  const app = { ...at.home.app, jobs: { send: async () => {} } }
  const choice = { reviewId: null, standing: 'restricted', again: false } as const
  const files = [{ field: 'files', name: 'a.md', bytes: new TextEncoder().encode(response()) }]
  const { taken } = await upload(app, at.nadia, at.board.slug, { files, choice })
  const [one] = taken
  if (!one || !('importId' in one)) throw new Error('the document was not taken')
  return one.importId
}

test('a reading whose person has left the board ends, and somebody else can start it again', async () => {
  const at = await scene()
  const id = await unread(at)
  const other = await makePerson(at.home, [post(at.board, 'support officer')])
  await at.home.owner
    .updateTable('membership')
    .set({ ended_at: at.home.clock.now() })
    .where('person_id', '=', at.nadia.id)
    .execute()
  await readImport(at.home.app, id, at.nadia.id)
  const page = await visit(at.home, other, urls.import(id))
  expect(page.text).toContain('The person who uploaded the document may no longer check imports here')
  const again = await visit(at.home, other, urls.importReading(id), { form: {} })
  expect(again.status).toBe(303)
  await eventually(
    () => visit(at.home, other, urls.import(id)),
    answer => answer.text.includes('Check what Heed understood'),
  )
})

test('a reading that was cut off half-way is done when its job runs again, and then left alone', async () => {
  const at = await scene()
  const id = await unread(at)
  await at.home.app.db.as(at.nadia, tx =>
    tx.updateTable('import').set({ state: 'reading', progress: 50 }).where('id', '=', id).execute(),
  )
  const reading = await visit(at.home, at.nadia, urls.import(id))
  expect(reading.text).toContain('Finding the recommendations')
  expect(reading.headers.refresh).toBe('2')
  await readImport(at.home.app, id, at.nadia.id)
  await change(at, id, { change: 'recommendation.add', number: '9', text: 'By hand' })
  await readImport(at.home.app, id, at.nadia.id)
  expect(itemsOf(await draftIn(at, id), 'recommendation').map(each => each.number)).toContain('9')
})

test('a reading that failed every time says so, and one that is ready is not touched by giving up', async () => {
  const at = await scene()
  const id = await unread(at)
  await giveUpReading(at.home.app, id)
  expect((await visit(at.home, at.nadia, urls.import(id))).text).toContain(
    'Heed could not finish reading this document',
  )
  const ready = await imported(at)
  await giveUpReading(at.home.app, ready.id)
  expect((await rowOf(at, ready.id)).state).toBe('ready')
})

test('a statement is corrected in place: words, act, agency, date and parts', async () => {
  const at = await scene()
  const { id, address } = await imported(at)
  const before = await draftIn(at, id)
  const said = found(before, 'statement', each => each.act === 'planned')
  const [, second] = itemsOf(before, 'part')
  const open = await visit(at.home, at.nadia, `${address}?open=${said.id}`)
  expect(open.text).toContain('Keep this correction')
  const answer = await change(at, id, {
    change: 'statement.correct',
    item: said.id,
    text: 'Marl Police will tell schools.',
    act: 'ongoing',
    'agency-is': 'another',
    'agency-name': 'Marl Constabulary',
    recommendation: said.recommendation,
    answers: 'parts',
    part: second?.id ?? '',
    due: 'September 2027',
    owner: 'Head of Crime',
  })
  expect(answer.location).toContain(`#${said.id}`)
  expect(found(await draftIn(at, id), 'statement', each => each.id === said.id)).toMatchObject({
    text: 'Marl Police will tell schools.',
    act: 'ongoing',
    agency: 'Marl Constabulary',
    answers: [second?.id],
    due: { asWritten: 'September 2027', from: '2027-09-01', to: '2027-09-30' },
    owner: 'Head of Crime',
  })
  const page = await visit(at.home, at.nadia, address)
  expect(page.text).toContain('Marl Constabulary says')
  expect(page.text).toContain('Undo: a statement corrected')
})

test('mistakes in a correction are said beside the fields, with what was typed', async () => {
  const at = await scene()
  const { id } = await imported(at)
  const said = found(await draftIn(at, id), 'statement')
  const answer = await change(at, id, {
    change: 'statement.correct',
    open: said.id,
    item: said.id,
    text: '',
    act: 'dancing',
    'agency-is': 'another',
    recommendation: said.recommendation,
    'due-to-day': '31',
    'due-to-month': '2',
    'due-to-year': '2027',
    owner: 'Somebody typed',
  })
  expect(answer.status).toBe(422)
  expect(answer.text).toContain('There is a problem')
  expect(answer.text).toContain('Enter what the statement says')
  expect(answer.text).toContain('Choose what the statement does')
  expect(answer.text).toContain('Enter the name of the agency')
  expect(answer.text).toContain('Enter a real date, such as 30 9 2027')
  expect(answer.html).toContain('Somebody typed')
})

test('splitting, merging and unplacing go through their forms, and the last change can be undone', async () => {
  const at = await scene()
  const { id, address } = await imported(at)
  const before = await draftIn(at, id)
  const said = found(before, 'statement', each => each.text.startsWith('Officers'))
  await change(at, id, { change: 'statement.split', item: said.id, pieces: 'Officers were\ntrained in 2025.' })
  expect(itemsOf(await draftIn(at, id), 'statement').map(each => each.text)).toContain('trained in 2025.')
  const split = await draftIn(at, id)
  const next = found(split, 'statement', each => each.text === 'trained in 2025.')
  await change(at, id, { change: 'statement.merge', item: said.id, next: next.id })
  await change(at, id, { change: 'statement.unplace', item: said.id })
  const page = await visit(at.home, at.nadia, address)
  expect(page.text).toContain('Words that stand nowhere yet')
  const { undo } = await draftIn(at, id)
  const step = String(undo.at(-1)?.version)
  const undone = await visit(at.home, at.nadia, urls.importUndoing(id), { form: { step } })
  expect(undone.status).toBe(303)
  expect(itemsOf(await draftIn(at, id), 'statement').map(each => each.text)).toContain('Officers were trained in 2025.')
  const stale = await visit(at.home, at.nadia, urls.importUndoing(id), { form: { step } })
  expect(stale.status).toBe(422)
  expect(stale.text).toContain('Somebody changed something after this page was shown')
})

test('words that stand nowhere are placed as a statement of a recommendation and agency', async () => {
  const at = await scene()
  const { id } = await imported(at)
  const said = found(await draftIn(at, id), 'statement')
  await change(at, id, { change: 'statement.unplace', item: said.id })
  const draft = await draftIn(at, id)
  const passage = found(draft, 'passage', each => each.role === 'unplaced')
  const second = found(draft, 'recommendation', each => each.number === '2')
  await change(at, id, {
    change: 'passage.place',
    item: passage.id,
    as: 'statement',
    recommendation: second.id,
    agency: 'Marl Council',
    act: 'planned',
  })
  expect(found(await draftIn(at, id), 'statement', each => each.recommendation === second.id)).toMatchObject({
    text: said.text,
    agency: 'Marl Council',
    act: 'planned',
  })
})

test('two people who change different things both succeed; the same thing shows both and lets one choose', async () => {
  const at = await scene()
  const other = await makePerson(at.home, [post(at.board, 'support officer')])
  const { id } = await imported(at)
  const { version, ...draft } = await draftIn(at, id)
  const [first, second] = itemsOf(draft, 'recommendation')
  const form = (item: string, text: string) => ({
    change: 'recommendation.correct',
    item,
    text,
    number: '1',
    seen: String(version),
  })
  const mine = await change(at, id, form(first?.id ?? '', 'Mine'))
  const elsewhere = await change(at, id, form(second?.id ?? '', 'Theirs elsewhere'), other)
  const clash = await change(at, id, form(first?.id ?? '', 'Theirs'), other)
  expect([mine.status, elsewhere.status, clash.status]).toEqual([303, 303, 409])
  expect(clash.text).toContain('Somebody else changed this meanwhile')
  expect(clash.text).toContain('Mine')
  expect(clash.text).toContain('Theirs')
  expect(found(await draftIn(at, id), 'recommendation').text).toBe('Mine')
  const seen = /name="seen" value="(\d+)"/.exec(clash.html)?.[1] ?? ''
  const chosen = await change(at, id, { ...form(first?.id ?? '', 'Theirs'), seen }, other)
  expect(chosen.status).toBe(303)
  expect(itemsOf(await draftIn(at, id), 'recommendation').map(each => each.text)).toEqual([
    'Theirs',
    'Theirs elsewhere',
  ])
})

test('a finding shows the words that raised it and is dismissed with a reason, which may not be empty', async () => {
  const at = await scene()
  const { id } = await imported(at)
  const finding = found(await draftIn(at, id), 'finding', each => each.code === 'overdue')
  const page = await visit(at.home, at.nadia, urls.importFindings(id))
  expect(page.text).toContain('Overdue.')
  expect(page.text).toContain('Marl Police will tell schools on the same day by May 2026.')
  const form = { change: 'finding.dismiss', item: finding.id, back: 'findings', open: finding.id }
  const empty = await change(at, id, { ...form, reason: ' ' })
  expect(empty.status).toBe(422)
  expect(empty.text).toContain('Enter why this finding does not hold')
  const done = await change(at, id, { ...form, reason: 'It was done in April 2026' })
  expect(done.location).toBe(urls.importFindings(id))
  expect((await visit(at.home, at.nadia, urls.importFindings(id))).text).toContain(
    'Dismissed: It was done in April 2026',
  )
})

test('an unknown name becomes an agency or a group when the check is saved, and the next import knows it', async () => {
  const at = await scene()
  const council = await makeAgency(at.home, [at.board], `Council ${at.board.slug}`)
  const { id } = await imported(at)
  const names = await visit(at.home, at.nadia, urls.importNames(id))
  expect(names.text).toContain('Marl Police')
  expect(names.text).toContain('3 names that are not in the directory')
  const force = `Marl Constabulary ${at.board.slug}`
  const police = { change: 'name.decide', back: 'names', name: 'Marl Police', meaning: 'new agency', 'new-name': force }
  expect((await change(at, id, { ...police, 'new-name': '' })).text).toContain('Enter the full name of the new body')
  await change(at, id, police)
  await change(at, id, {
    change: 'names.decide',
    back: 'names',
    name: ['Marl Council', 'Partnership'],
    'meaning-0': `agency ${council}`,
    'meaning-1': 'nobody',
  })
  const confirming = await visit(at.home, at.nadia, urls.importSaving(id))
  expect(confirming.text).toContain(`${force} (a new agency, made when you save)`)
  expect((await save(at, id)).status).toBe(303)
  const statements = await at.home.app.db.as(at.nadia, tx =>
    tx
      .selectFrom('statement as s')
      .leftJoin('agency as a', 'a.id', 's.agency_id')
      .select(['s.agency_as_written as written', 'a.name'])
      .where('s.board_id', '=', at.board.id)
      .execute(),
  )
  expect(new Set(statements.map(each => `${each.written}: ${each.name}`))).toEqual(
    new Set([`Marl Police: ${force}`, `Marl Council: Council ${at.board.slug}`]),
  )
  const next = await imported(at)
  const known = await visit(at.home, at.nadia, urls.importNames(next.id))
  expect(known.text).toMatch(new RegExp(`Marl Police ${force}`))
  expect(known.text).toMatch(new RegExp(`Marl Council Council ${at.board.slug}`))
})

test('a name that means a group of the board is remembered for the next import', async () => {
  const at = await scene()
  const council = await makeAgency(at.home, [at.board], `Council ${at.board.slug}`)
  const made = await visit(at.home, at.nadia, urls.groups(at.board.slug), { form: { name: 'Quorum', member: council } })
  const group = /groups\/([0-9a-f-]+)/.exec(made.location ?? '')?.[1] ?? ''
  const { id } = await imported(at)
  const decide = { change: 'name.decide', back: 'names', meaning: 'group', group }
  await change(at, id, { ...decide, name: 'Partnership', 'remember-group': 'yes' })
  await change(at, id, { ...decide, name: 'Marl Council' })
  expect((await save(at, id)).status).toBe(303)
  const page = await visit(at.home, at.nadia, urls.group(group))
  expect(page.text).toContain('Partnership')
  expect(page.text).not.toContain('Marl Council')
  const next = await visit(at.home, at.nadia, urls.importNames((await imported(at)).id))
  expect(next.text).toContain('Partnership Quorum (a group)')
  expect(next.text).not.toContain('Marl Council Quorum')
})

test('saving makes the review, files the document and says where all of it is', async () => {
  const at = await scene()
  const { id } = await imported(at)
  const confirming = await visit(at.home, at.nadia, urls.importSaving(id))
  expect(confirming.text).toContain('2 recommendations and 3 statements')
  expect(confirming.html).toContain('value="2026"')
  const saved = await save(at, id)
  expect(saved.location).toBe(`${urls.import(id)}?said=saved`)
  const page = await visit(at.home, at.nadia, saved.location ?? '')
  expect(page.text).toContain('Saved to the register')
  expect(page.text).toContain('under “Child Teal”. Corrections are made in the register now. Go to the review')
  expect(page.text).toContain(
    'You checked the reading (0 corrections) and saved 2 recommendations and 3 statements to the register',
  )
  const reviewId = await reviewOf(at, id)
  const stored = await at.home.app.db.as(at.nadia, async tx => ({
    review: await tx.selectFrom('review').selectAll().where('id', '=', reviewId).executeTakeFirstOrThrow(),
    document: await tx.selectFrom('document').selectAll().where('review_id', '=', reviewId).executeTakeFirstOrThrow(),
    statements: await tx
      .selectFrom('statement')
      .selectAll()
      .where('review_id', '=', reviewId)
      .orderBy('position')
      .execute(),
  }))
  expect(stored.review).toMatchObject({ title: 'Child Teal', standing: 'restricted', considered_on: '2025-05-04' })
  expect(stored.document.held).toBe(false)
  expect(stored.statements).toHaveLength(3)
  expect(stored.statements[0]).toMatchObject({ said_on: '2026-03-03', import_id: id, answers_parts: [1] })
  expect(await kindsOf(at, id)).toEqual(['import.started', 'import.read', 'import.saved'])
  expect(await kindsOf(at, stored.document.id)).toEqual(['document.uploaded', 'document.filed'])
})

test('the History of a review tells a saving once, with what it saved within it', async () => {
  const at = await scene()
  const { id } = await imported(at)
  await save(at, id)
  const reviewId = await reviewOf(at, id)
  const { html, text } = await visit(at.home, at.nadia, urls.review(reviewId))
  const entries = html.slice(html.indexOf('heed-history__list')).split('heed-history__entry').slice(1)
  const saving = entries.filter(entry => /saved 2 recommendations and 3 statements to the register/.test(entry))
  expect(saving).toHaveLength(1)
  expect(saving[0]).toContain('The 3 entries within it')
  expect(saving[0]).toMatch(
    /saved recommendation 1 from an import.*saved recommendation 2 from an import.*put the document/s,
  )
  expect(text.match(/saved recommendation 1 from an import/g), 'not told a second time').toHaveLength(1)
  const home = await visit(at.home, at.nadia, urls.board(at.board.slug))
  expect(home.text).toContain('saved 2 recommendations and 3 statements to the register')
  expect(home.text).not.toContain('from an import')
  const [first] = await at.home.app.db.as(at.nadia, tx =>
    tx.selectFrom('recommendation').select('id').where('review_id', '=', reviewId).orderBy('position').execute(),
  )
  const own = await visit(at.home, at.nadia, urls.recommendation(first?.id ?? ''))
  expect(own.text, 'its own page keeps its own entry').toContain('You saved the recommendation from an import')
})

test('saving twice is refused, and so is saving a check that somebody changed after the page was shown', async () => {
  const at = await scene()
  const { id } = await imported(at)
  const { version } = await draftIn(at, id)
  await change(at, id, { change: 'recommendation.add', number: '3', text: 'By hand' })
  const stale = await save(at, id, { seen: String(version) })
  expect(stale.status).toBe(422)
  expect(stale.text).toContain('Somebody changed the check after this page was shown')
  await save(at, id)
  const twice = await save(at, id)
  expect(twice.status).toBe(422)
  const rows = await at.home.app.db.as(at.nadia, tx =>
    tx.selectFrom('recommendation').select('id').where('board_id', '=', at.board.id).execute(),
  )
  expect(rows).toHaveLength(3)
  const late = await change(at, id, { change: 'recommendation.add', number: '4', text: 'Too late' })
  expect(late.text).toContain('This import can no longer be changed')
})

test('a saving without a title, with an impossible date or without a recommendation says what to do', async () => {
  const at = await scene()
  const { id } = await imported(at)
  const wrong = await save(at, id, { title: '', 'said-on-day': '31', 'said-on-month': '2' })
  expect(wrong.status).toBe(422)
  expect(wrong.text).toContain('Enter what the review is called')
  expect(wrong.text).toContain('Enter a real date')
  for (const { id: item } of itemsOf(await draftIn(at, id), 'recommendation')) {
    await change(at, id, { change: 'recommendation.remove', item })
  }
  const nothing = await save(at, id)
  expect(nothing.text).toContain('There is no recommendation to save')
})

test('when one thing cannot be saved, nothing is: no review, no agency, no recommendation', async () => {
  const at = await scene()
  const { id } = await imported(at)
  const taken = `Taken ${at.board.slug}`
  const fresh = `Fresh ${at.board.slug}`
  const decide = (name: string, full: string) =>
    change(at, id, { change: 'name.decide', name, meaning: 'new agency', 'new-name': full })
  await decide('Marl Police', fresh)
  await decide('Marl Council', taken)
  await makeAgency(at.home, [at.board], taken)
  const answer = await save(at, id)
  expect(answer.status).toBe(422)
  expect(answer.text).toContain(`“Marl Council”: ${taken} is an agency of this board already`)
  const left = await at.home.app.db.as(at.nadia, async tx => ({
    reviews: await tx.selectFrom('review').select('id').where('board_id', '=', at.board.id).execute(),
    agencies: await tx.selectFrom('agency').select('id').where('name', '=', fresh).execute(),
    recommendations: await tx.selectFrom('recommendation').select('id').where('board_id', '=', at.board.id).execute(),
  }))
  expect(left).toEqual({ reviews: [], agencies: [], recommendations: [] })
  expect((await rowOf(at, id)).state).toBe('ready')
})

test('a review that is released goes to the agencies that it asks, and not where none is known', async () => {
  const at = await scene()
  const { id } = await imported(at)
  const nobody = await save(at, id, { standing: 'released' })
  expect(nobody.status).toBe(422)
  expect(nobody.text).toContain('No agency of the directory is asked or answers')
  const police = await makeAgency(at.home, [at.board], `Force ${at.board.slug}`)
  await makeAgency(at.home, [at.board], `Bystander ${at.board.slug}`)
  await change(at, id, { change: 'name.decide', name: 'Marl Police', meaning: 'agency', agency: police })
  const confirming = await visit(at.home, at.nadia, urls.importSaving(id))
  expect(confirming.text).toContain(`Agencies of the board that it asks or that answer Force ${at.board.slug}`)
  expect((await save(at, id, { standing: 'released' })).location).toBe(`${urls.import(id)}?said=saved`)
  const reviewId = await reviewOf(at, id)
  const { standing, released } = await at.home.app.db.as(at.nadia, async tx => ({
    ...(await tx.selectFrom('review').select('standing').where('id', '=', reviewId).executeTakeFirstOrThrow()),
    released: await tx.selectFrom('review_release').select('agency_id').where('review_id', '=', reviewId).execute(),
  }))
  expect({ standing, released }).toEqual({ standing: 'released', released: [{ agency_id: police }] })
})

test('a later edition shows what is new and gone, adds dated statements and overwrites nothing', async () => {
  const at = await scene()
  const first = await imported(at)
  await save(at, first.id)
  const reviewId = await reviewOf(at, first.id)
  const later = response()
    .replace(
      'Marl Police will tell schools on the same day by May 2026.',
      'Marl Police have told schools on the same day since May 2026.',
    )
    .replace('Marl Council recognises the importance of this.', 'Marl Council has bought a new system.')
  const form = await visit(at.home, at.nadia, `${urls.newImport(at.board.slug)}?review=${reviewId}`)
  expect(form.html).toMatch(new RegExp(`<option[^>]*value="${reviewId}"[^>]* selected`))
  const second = await imported(at, later, { review: reviewId })
  const page = await visit(at.home, at.nadia, urls.importComparison(second.id))
  expect(page.text).toContain('This is a later edition of a response that stands in the register')
  expect(page.text).toContain('Gone')
  expect(page.text).toContain('Marl Council recognises the importance of this.')
  const [, gone = '', now = ''] =
    /name="register" value="([0-9a-f-]{36})"[\s\S]*?<option value="([^"]+)"/.exec(page.html) ?? []
  const match = { change: 'statement.match', back: 'comparison', item: now }
  expect((await change(at, second.id, { ...match, register: gone })).location).toBe(urls.importComparison(second.id))
  const matched = await visit(at.home, at.nadia, urls.importComparison(second.id))
  expect(matched.text).toContain('Gone 0 recommendations, 0 statements')
  expect(matched.html).not.toContain(`value="${gone}"`)
  expect(matched.text).toContain('They are two different statements')
  await change(at, second.id, { ...match, register: 'new' })
  const check = await visit(at.home, at.nadia, second.address)
  expect(check.text).toContain('Changed in this edition')
  expect(check.text).toContain('In the register already')
  const confirming = await visit(at.home, at.nadia, urls.importSaving(second.id))
  expect(confirming.text).toContain(
    '0 new recommendations, 1 new statement and 1 changed; 1 are in the register already',
  )
  await save(at, second.id, { 'said-on-day': '1', 'said-on-month': '9' })
  const rows = await at.home.app.db.as(at.nadia, tx =>
    tx
      .selectFrom('statement')
      .select(['text', 'said_on', 'follows_id'])
      .where('review_id', '=', reviewId)
      .orderBy('created_at')
      .execute(),
  )
  expect(rows).toHaveLength(5)
  expect(rows.filter(each => each.said_on === '2026-03-03')).toHaveLength(3)
  expect(rows.find(each => each.text.includes('have told schools'))).toMatchObject({ said_on: '2026-09-01' })
  expect(rows.find(each => each.text.includes('have told schools'))?.follows_id).not.toBeNull()
  const recommendations = await at.home.app.db.as(at.nadia, tx =>
    tx.selectFrom('recommendation').select('id').where('review_id', '=', reviewId).execute(),
  )
  expect(recommendations).toHaveLength(2)
})

test('a document that was uploaded for a new review is put to the review that it is of', async () => {
  const at = await scene()
  const first = await imported(at)
  await save(at, first.id)
  const reviewId = await reviewOf(at, first.id)
  const { id } = await imported(at)
  expect((await visit(at.home, at.nadia, urls.importComparison(id))).text).toContain('has nothing of this review yet')
  const choose = (chosen: string, as = at.nadia) =>
    visit(at.home, as, urls.importReviewChoice(id), { form: { chosen } })
  expect((await visit(at.home, at.nadia, urls.importReview(id))).html).toContain(`value="${reviewId}"`)
  expect((await choose(reviewId)).location).toBe(urls.importComparison(id))
  expect((await visit(at.home, at.nadia, urls.importComparison(id))).text).toContain('This is a later edition')
  const elsewhere = await scene()
  const foreign = await imported(elsewhere)
  await save(elsewhere, foreign.id)
  expect((await choose(await reviewOf(elsewhere, foreign.id))).status).toBe(404)
  expect((await choose('new')).location).toBe(urls.importReview(id))
  await choose(reviewId)
  await save(at, id)
  expect(await reviewOf(at, id)).toBe(reviewId)
  const page = await visit(at.home, at.nadia, urls.import(id))
  expect(page.text).toContain('You said which review the document is of')
  expect((await choose('new')).status).toBe(422)
})

const pagesOf = (id: ImportId, slug: string) => [
  urls.imports(slug),
  urls.newImport(slug),
  urls.import(id),
  urls.importNames(id),
  urls.importFindings(id),
  urls.importReview(id),
  urls.importComparison(id),
  urls.importSaving(id),
  urls.importDiscarding(id),
]

test('nobody but the support team of the board reaches an import, by any page or form', async () => {
  const at = await scene()
  const { id } = await imported(at)
  const agency = await makeAgency(at.home, [at.board])
  const elsewhere = await makeBoard(at.home)
  const others = await Promise.all([
    makePerson(at.home, [post(elsewhere, 'support officer')]),
    ...(['administrator', 'chair', 'subgroup member', 'lead reviewer', 'reader'] as const).map(role =>
      makePerson(at.home, [post(at.board, role)]),
    ),
    makePerson(at.home, [post(at.board, 'agency lead', agency)]),
    makePerson(at.home, [post(at.board, 'agency contributor', agency)]),
  ])
  for (const other of others) {
    for (const path of pagesOf(id, at.board.slug)) {
      const { status, text } = await visit(at.home, other, path)
      expect([403, 404]).toContain(status)
      expect(text).not.toContain('Teal')
      expect(text).not.toContain('response.md')
    }
    for (const path of [
      urls.importChanges(id),
      urls.importUndoing(id),
      urls.importSaving(id),
      urls.importDiscarding(id),
      urls.importReading(id),
    ]) {
      const { status } = await visit(at.home, other, path, { form: { change: 'recommendation.add', text: 'x' } })
      expect([403, 404]).toContain(status)
    }
  }
  expect((await rowOf(at, id)).state).toBe('ready')
})

test('an import for a review is hidden from whoever is excluded from it, and its reading ends for them', async () => {
  const at = await scene()
  const first = await imported(at)
  await save(at, first.id)
  const reviewId = await reviewOf(at, first.id)
  const second = await imported(at, response(), { review: reviewId })
  const omar = await makePerson(at.home, [post(at.board, 'support officer')])
  const exclusion = {
    review_id: reviewId,
    board_id: at.board.id,
    person_id: omar.id,
    reason: 'Knows the family',
    excluded_by: at.nadia.id,
    excluded_at: at.home.clock.now(),
  }
  await at.home.app.db.as(at.nadia, tx => tx.insertInto('review_exclusion').values(exclusion).execute())
  for (const path of pagesOf(second.id, at.board.slug).slice(2)) {
    expect((await visit(at.home, omar, path)).status).toBe(404)
  }
  expect((await visit(at.home, omar, urls.imports(at.board.slug))).text).toContain('0 imports')
  await at.home.app.db.as(at.nadia, tx =>
    tx.updateTable('import').set({ state: 'waiting' }).where('id', '=', second.id).execute(),
  )
  await readImport(at.home.app, second.id, omar.id)
  expect((await rowOf(at, second.id)).state).toBe('failed')
})

test('while it is checked the document is held back from the panel of its review, and then it is not', async () => {
  const at = await scene()
  const first = await imported(at)
  await save(at, first.id)
  const reviewId = await reviewOf(at, first.id)
  const chair = await makePerson(at.home, [post(at.board, 'chair')])
  const member = { review_id: reviewId, board_id: at.board.id, person_id: chair.id, joined_at: at.home.clock.now() }
  await at.home.app.db.as(at.nadia, tx => tx.insertInto('panel_member').values(member).execute())
  const seen = () => at.home.app.db.as(chair, tx => tx.selectFrom('document').select('id').execute())
  expect(await seen()).toHaveLength(1)
  const second = await imported(at, response(), { review: reviewId })
  expect(await seen()).toHaveLength(1)
  await save(at, second.id)
  expect(await seen()).toHaveLength(2)
})

test('an upload for a review of another board is refused as if there were none', async () => {
  const at = await scene()
  const first = await imported(at)
  await save(at, first.id)
  const elsewhere = await makeBoard(at.home)
  const both = await makePerson(at.home, [post(at.board, 'support officer'), post(elsewhere, 'support officer')])
  const answer = await visit(at.home, both, urls.newImport(elsewhere.slug), {
    form: { review: await reviewOf(at, first.id) },
    files: [file(response())],
  })
  expect(answer.status).toBe(404)
})

test('no entry of the ledger and no line of the log holds a word of the document', async () => {
  const at = await scene()
  const { id } = await imported(at)
  await change(at, id, { change: 'recommendation.add', number: '3', text: 'Unmistakable' })
  await save(at, id)
  const entries = await at.home.app.db.as(at.nadia, tx =>
    tx.selectFrom('ledger_entry').select('facts').where('board_id', '=', at.board.id).execute(),
  )
  const written = JSON.stringify(entries) + at.home.logged.join('\n')
  for (const word of ['Teal', 'Unmistakable', 'response.md', 'Marl']) expect(written).not.toContain(word)
})

test('a document with 300 statements stays usable: short pages, each with what it is about', async () => {
  const at = await scene()
  const many = Array.from({ length: 30 }, (_, i) => {
    const said = Array.from({ length: 10 }, (_unused, n) => `Marl Police will do thing ${i}.${n} by May 2027.`)
    return `## Recommendation ${i + 1}\n\nMarl Police should do thing ${i + 1}.\n\n${said.join('\n\n')}`
  })
  const { address } = await imported(
    at,
    `# Response to the review ${randomBytes(4).toString('hex')}\n\n${many.join('\n\n')}`,
  )
  const begun = performance.now()
  const page = await visit(at.home, at.nadia, `${address}?page=2`)
  expect(performance.now() - begun).toBeLessThan(2000)
  expect(page.text).toContain('Recommendations')
  expect(page.html.length).toBeLessThan(250_000)
  expect(page.text).toContain('thing 6.1')
  expect(page.text).not.toContain('thing 20.1')
})

test('the history of an import reads as sentences', async () => {
  const { sentences } = await import('./entries.ts')
  expect(sentences['import.saved']?.({ recommendations: 2, statements: 1, corrections: 3 })).toBe(
    'checked the reading (3 corrections) and saved 2 recommendations and 1 statement to the register',
  )
  expect(sentences['document.uploaded']?.({ scan: 'not scanned' })).toBe('uploaded a document, which was not scanned')
})

test('the caretaker sees imports only while they are read or have failed', async () => {
  const at = await scene()
  const { id } = await imported(at)
  const seen = await at.home.app.db.as(caretaker, tx => tx.selectFrom('import').select('id').execute())
  expect(seen.map(each => each.id)).not.toContain(id)
  const documents = await at.home.app.db.as(caretaker, tx => tx.selectFrom('document').select('id').execute())
  expect(documents).toEqual([])
})
