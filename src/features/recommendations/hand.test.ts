/** Making, correcting and withdrawing by hand: each with a reason that is kept, and nothing lost. */
import { beforeAll, describe, expect, test } from 'vitest'
import { day, emptyInput, makeImport, makeReview, said } from '../../../test/register-world.ts'
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
import type { AgencyId } from '../../access/actor.ts'
import type { RecommendationId, ReviewId } from '../../store/schema.ts'
import { listRegistered, saveToRegister } from './index.ts'

let house: House
let board: Board
let officer: Visitor
let police: AgencyId
let reviewId: ReviewId
beforeAll(async () => {
  house = await sharedHouse()
  board = await makeBoard(house)
  police = await makeAgency(house, [board], `Mere Police ${house.app.chance.token().slice(0, 6)}`)
  officer = await makePerson(house, [post(board, 'support officer')], 'Olive Officer')
  reviewId = await makeReview(house, officer, board)
})

type Form = Record<string, string | readonly string[]>
const see = (path: string, visitor = officer) => visit(house, visitor, path)
const send = (path: string, form: Form, visitor = officer) => visit(house, visitor, path, { form })
const pageOf = async (id: RecommendationId) => (await see(`/recommendations/${id}`)).text

/** A recommendation that was imported, with one part, one addressee and one promise. */
async function imported() {
  const own = await makeReview(house, officer, board)
  const source = await makeImport(house, officer, { board, reviewId: own })
  await house.app.db.as(officer, tx =>
    saveToRegister(house.app, tx, officer, {
      ...emptyInput(own, source),
      recommendations: [
        {
          registered: null,
          number: '1',
          text: 'That visits are recorded.',
          span: [0, 10],
          parts: [{ registered: null, text: 'within a day', span: null }],
          addressees: [{ asWritten: 'the Police', agencyId: police, groupId: null }],
          statements: [
            said({ agencyId: police, due: { asWritten: 'June 2026', from: day('2026-06-01'), to: day('2026-06-30') } }),
          ],
          findings: [],
        },
      ],
    }),
  )
  const [first] = await house.app.db.as(officer, tx => listRegistered(tx, own))
  const id = first?.id as RecommendationId
  const rows = async (table: 'recommendation_part' | 'addressee' | 'statement') =>
    (await house.owner.selectFrom(table).select('id').where('recommendation_id', '=', id).execute())[0]?.id as string
  return {
    id,
    own,
    part: await rows('recommendation_part'),
    addressee: await rows('addressee'),
    statement: await rows('statement'),
  }
}

/** The form of a correction as its page shows it, to be sent back with changes. */
async function formOf(path: string): Promise<Record<string, string>> {
  const { html } = await see(path)
  const main = html.slice(html.indexOf('<main'))
  const fields: Record<string, string> = {}
  for (const [tag] of main.matchAll(/<input[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(tag)?.[1]
    const isOff = /type="(radio|checkbox)"/.test(tag) && !/\bchecked\b/.test(tag)
    if (name && name !== 'csrf' && !isOff) fields[name] = /value="([^"]*)"/.exec(tag)?.[1] ?? ''
  }
  for (const [, name = '', text = ''] of main.matchAll(/<textarea[^>]*name="([^"]*)"[^>]*>([^<]*)</g))
    fields[name] = text
  for (const [, name = '', options = ''] of main.matchAll(/<select[^>]*name="([^"]*)"[^>]*>([\s\S]*?)<\/select>/g))
    fields[name] = /value="([^"]*)" selected/.exec(options)?.[1] ?? /selected value="([^"]*)"/.exec(options)?.[1] ?? ''
  return fields
}

describe('adding by hand', () => {
  test('a recommendation, a part, a body that is asked and a statement, each with its reason', async () => {
    expect((await see(`/reviews/${reviewId}/recommendations/new`)).text).toContain('Add a recommendation')
    const why = { reason: 'Agreed at the meeting' }
    const made = await send(`/reviews/${reviewId}/recommendations`, {
      number: '7',
      text: 'That absences are told.',
      ...why,
    })
    const id = /recommendations\/([^?]+)\?said=added/.exec(made.location ?? '')?.[1] as RecommendationId
    await send(`/recommendations/${id}/parts`, { text: 'on the same day', ...why })
    await send(`/recommendations/${id}/addressees`, { body: `agency:${police}`, asWritten: '', ...why })
    const statement = {
      text: 'We will tell them.',
      agency: police,
      act: 'planned',
      answers: 'parts',
      part: '1',
      due: 'March 2027',
    }
    expect((await send(`/recommendations/${id}/statements`, { ...statement, ...why })).status).toBe(303)
    const text = await pageOf(id)
    for (const words of [
      'Recommendation 7',
      'Part 1: on the same day',
      'Mere Police',
      'We will tell them.',
      'Takes up part 1',
      'March 2027',
      'Olive Officer added a statement: “We will tell them.”. Reason: Agreed at the meeting',
      'You added a body that is asked by hand',
    ])
      expect(text).toContain(words)
    const row = await house.owner
      .selectFrom('statement')
      .selectAll()
      .where('recommendation_id', '=', id)
      .executeTakeFirst()
    expect(row, 'the days are worked out from the words').toMatchObject({
      due_from: '2027-03-01',
      due_to: '2027-03-31',
      agency_id: police,
    })
  })

  test('says every mistake at once and adds nothing', async () => {
    const { id } = await imported()
    const empty = await send(`/recommendations/${id}/statements`, {
      answers: 'parts',
      'due-to-day': '31',
      'due-to-month': '2',
      'due-to-year': '2026',
    })
    expect(empty.status).toBe(422)
    for (const words of [
      'Enter what was said',
      'Choose what the statement does',
      'Choose the parts',
      'Enter a real day',
      'Enter why',
    ])
      expect(empty.text).toContain(words)
    expect((await send(`/recommendations/${id}/addressees`, { reason: 'x' })).text).toContain(
      'Enter the body as it is written',
    )
    expect((await send(`/reviews/${reviewId}/recommendations`, { reason: 'x' })).text).toContain(
      'Enter the words of the recommendation',
    )
    expect((await send(`/recommendations/${id}/parts`, { text: 'x'.repeat(5001), reason: 'x' })).text).toContain(
      'must be 5000 characters or fewer',
    )
    const rows = await house.owner.selectFrom('statement').select('id').where('recommendation_id', '=', id).execute()
    expect(rows, 'only the imported one').toHaveLength(1)
  })

  test('takes no agency of another board and no part that is not there', async () => {
    const { id } = await imported()
    const foreign = await makeAgency(house, [await makeBoard(house)])
    const form = { text: 'We will.', act: 'planned', reason: 'x', agency: foreign, answers: 'parts', part: '9' }
    const { text, status } = await send(`/recommendations/${id}/statements`, form)
    expect(status).toBe(422)
    expect(text).toContain('Choose an agency from the list')
    expect(text).toContain('Choose parts from the list')
  })
})

describe('correcting', () => {
  test('a statement keeps what it said, who changed it and why', async () => {
    const { id, statement } = await imported()
    const path = `/statements/${statement}/corrections`
    const form = await formOf(path)
    expect(form).toMatchObject({ text: 'We will do it.', act: 'planned', due: 'June 2026', 'due-to-day': '30' })
    const done = await send(path, { ...form, act: 'done', reason: 'They say that it is done' })
    expect(done.location).toBe(`/recommendations/${id}?said=corrected`)
    const text = await pageOf(id)
    expect(text).toContain('what it does was “planned” and is “done”. Reason: They say that it is done')
    expect(text).not.toContain('Due date passed')
    expect(text).toContain('You corrected a statement: 1 field')
  })

  test('a recommendation, a part and a body that is asked', async () => {
    const { id, part, addressee } = await imported()
    const change = async (path: string, form: Record<string, string>) =>
      expect((await send(path, { ...(await formOf(path)), ...form, reason: 'Misread' })).status).toBe(303)
    await change(`/recommendations/${id}/corrections`, { number: '1a', text: 'That visits are written down.' })
    await change(`/parts/${part}/corrections`, { text: 'within two days' })
    await change(`/addressees/${addressee}/corrections`, { body: '', asWritten: 'the Constabulary' })
    const text = await pageOf(id)
    for (const words of [
      'Recommendation 1a',
      'the wording was “That visits are recorded.” and is “That visits are written down.”',
      'Part 1: within two days',
      'the Constabulary (not in the board’s directory)',
      'No answer from the Constabulary',
    ])
      expect(text).toContain(words)
  })

  test('asks a reason and a change', async () => {
    const { part } = await imported()
    const path = `/parts/${part}/corrections`
    const form = await formOf(path)
    expect((await send(path, { ...form, text: 'other' })).text).toContain('Enter why')
    expect((await send(path, { ...form, reason: 'x' })).text).toContain('Nothing has been changed yet')
  })

  test('does not overwrite what somebody else has just corrected', async () => {
    const { part, id } = await imported()
    const path = `/parts/${part}/corrections`
    const form = await formOf(path)
    await send(path, { ...form, text: 'within a week', reason: 'First' })
    expect((await send(path, { ...form, text: 'within a year', reason: 'Second' })).status).toBe(409)
    expect(await pageOf(id)).toContain('within a week')
  })

  test('does not let two statements take the place of each other', async () => {
    const { id, statement } = await imported()
    await send(`/recommendations/${id}/statements`, {
      text: 'We did.',
      act: 'done',
      agency: police,
      follows: statement,
      reason: 'x',
    })
    const later = await house.owner
      .selectFrom('statement')
      .select('id')
      .where('follows_id', '=', statement as never)
      .executeTakeFirst()
    const path = `/statements/${statement}/corrections`
    const done = await send(path, { ...(await formOf(path)), follows: later?.id ?? '', reason: 'x' })
    expect(done.text).toContain('That statement takes the place of this one already')
  })
})

describe('withdrawing', () => {
  test('a statement no longer counts, and what it said is kept with the reason', async () => {
    const { id, statement } = await imported()
    const path = `/statements/${statement}/withdrawal`
    expect((await see(path)).text).toContain('We will do it.')
    expect(await send(path, { reason: '' })).toMatchObject({ status: 422 })
    expect((await send(path, { reason: 'Read twice' })).location).toBe(`/recommendations/${id}?said=withdrawn`)
    const text = await pageOf(id)
    expect(text).toContain('Missing: No response')
    expect(text).toContain('Olive Officer withdrew a statement: “We will do it.”. Reason: Read twice')
    expect((await send(path, { reason: 'Again' })).status).toBe(409)
    expect((await see(path)).status).toBe(404)
  })

  test('a part is no longer missed and a body no longer silent', async () => {
    const { id, part, addressee, statement } = await imported()
    for (const path of [`/parts/${part}`, `/addressees/${addressee}`, `/statements/${statement}`])
      expect((await send(`${path}/withdrawal`, { reason: 'x' })).status).toBe(303)
    const text = await pageOf(id)
    expect(text).toContain('Nobody is named who is asked')
    expect(text).not.toContain('Part 1')
  })

  test('a part, a body and a statement can be put back, each with its reason', async () => {
    const { id, part, addressee, statement } = await imported()
    const things = [`/parts/${part}`, `/addressees/${addressee}`, `/statements/${statement}`]
    for (const path of things) {
      expect((await see(`${path}/reinstatement`)).status).toBe(404)
      await send(`${path}/withdrawal`, { reason: 'A slip' })
    }
    const without = await pageOf(id)
    for (const words of ['A part, withdrawn on', 'A body that was asked, withdrawn on', 'A statement, withdrawn on'])
      expect(without).toContain(words)
    for (const path of things) {
      expect((await see(`${path}/reinstatement`)).text).toContain('Why is it put back?')
      expect(await send(`${path}/reinstatement`, { reason: '' })).toMatchObject({ status: 422 })
      const done = await send(`${path}/reinstatement`, { reason: 'It was right' })
      expect(done.location).toBe(`/recommendations/${id}?said=reinstated`)
      expect((await send(`${path}/reinstatement`, { reason: 'Again' })).status).toBe(409)
    }
    const text = await pageOf(id)
    for (const words of [
      'Part 1: within a day',
      'the Police: Mere Police',
      'We will do it.',
      'Olive Officer put a statement back. Reason: It was right',
    ])
      expect(text).toContain(words)
    expect(text).not.toContain('Missing: No response')
    expect(text).not.toContain('A part, withdrawn on')
  })

  test('a recommendation leaves the register, and can be put back', async () => {
    const { id, own } = await imported()
    await send(`/recommendations/${id}/withdrawal`, { reason: 'Not one' })
    expect(await pageOf(id)).toContain('This recommendation was withdrawn on 22 November 2026')
    const list = () => see(`/boards/${board.slug}/recommendations?review=${own}`)
    expect((await list()).text).not.toContain('That visits are recorded.')
    expect((await see(`/recommendations/${id}/statements/new`)).status).toBe(404)
    expect((await see(`/recommendations/${id}/reinstatement`)).text).toContain('That visits are recorded.')
    expect((await send(`/recommendations/${id}/reinstatement`, { reason: 'It is one' })).status).toBe(303)
    expect((await list()).text).toContain('That visits are recorded.')
    expect((await send(`/recommendations/${id}/reinstatement`, { reason: 'x' })).status).toBe(409)
  })
})

describe('moving a statement', () => {
  /** A second recommendation of the same review. */
  async function another(own: ReviewId) {
    const form = { number: '9', text: 'That schools are told.', reason: 'x' }
    const { location } = await send(`/reviews/${own}/recommendations`, form)
    return /recommendations\/([^?]+)/.exec(location ?? '')?.[1] as RecommendationId
  }

  test('puts it under another recommendation, with where it stood and why', async () => {
    const { id, own, statement } = await imported()
    const other = await another(own)
    const path = `/statements/${statement}/recommendation`
    expect((await see(path)).text).toContain('Recommendation 9: That schools are told.')
    expect((await send(path, { to: '', reason: '' })).text).toContain('Choose the recommendation that it answers')
    const done = await send(path, { to: other, from: id, reason: 'It answers the second' })
    expect(done.location).toBe(`/recommendations/${other}?said=moved`)
    const [here, there] = [await pageOf(id), await pageOf(other)]
    expect(here).toContain('Missing: No response')
    expect(here).toContain('Olive Officer moved a statement to Recommendation 9: “We will do it.”')
    expect(here).toContain('moved 1 statement to another recommendation')
    expect(there).toContain('We will do it.')
    expect(there).toContain('the recommendation that it answers was “Recommendation 1” and is “Recommendation 9”')
    expect(there).toContain('moved 1 statement here from another recommendation')
    expect((await send(path, { to: id, from: id, reason: 'Back' })).status).toBe(409)
  })

  test('takes along what it took the place of, and all of the same body when asked', async () => {
    const { id, own, statement } = await imported()
    const other = await another(own)
    const add = { act: 'planned', agency: police, reason: 'x' }
    await send(`/recommendations/${id}/statements`, { ...add, text: 'By May instead.', follows: statement })
    await send(`/recommendations/${id}/statements`, { ...add, text: 'We agree.', act: 'position' })
    const path = `/statements/${statement}/recommendation`
    await send(path, { to: other, from: id, reason: 'x' })
    expect(await pageOf(other)).toContain('By May instead.')
    expect(await pageOf(id)).toContain('We agree.')
    await send(path, { to: id, from: other, all: 'yes', reason: 'x' })
    const text = await pageOf(id)
    for (const words of ['By May instead.', 'We agree.', 'What was said before']) expect(text).toContain(words)
    expect(await pageOf(other)).toContain('Missing: No response')
  })

  test('reaches no recommendation of another review', async () => {
    const [first, second] = [await imported(), await imported()]
    const path = `/statements/${first.statement}/recommendation`
    const done = await send(path, { to: second.id, from: first.id, reason: 'x' })
    expect(done).toMatchObject({ status: 422 })
    expect(await pageOf(first.id)).toContain('We will do it.')
  })
})

test('nothing is made, corrected or withdrawn by a chair who can read it', async () => {
  const { id, own, part, addressee, statement } = await imported()
  await send(`/reviews/${own}/release`, { agency: [police], confirmed: 'yes' })
  const chair = await makePerson(house, [post(board, 'chair')])
  expect((await see(`/recommendations/${id}`, chair)).status).toBe(200)
  const paths = [
    `/reviews/${own}/recommendations`,
    `/recommendations/${id}/parts`,
    `/recommendations/${id}/addressees`,
    `/recommendations/${id}/statements`,
    `/recommendations/${id}/corrections`,
    `/parts/${part}/corrections`,
    `/addressees/${addressee}/withdrawal`,
    `/statements/${statement}/withdrawal`,
    `/recommendations/${id}/reinstatement`,
    `/parts/${part}/reinstatement`,
    `/statements/${statement}/recommendation`,
  ]
  for (const path of paths) expect((await send(path, { reason: 'x', text: 'x' }, chair)).status, path).toBe(403)
})

describe('findings by hand', () => {
  const form = { code: 'open-ended', message: 'Nothing here can be finished.', reason: 'Raised by the panel' }
  const idOf = async (id: RecommendationId) =>
    (
      await house.owner
        .selectFrom('finding')
        .select('id')
        .where('recommendation_id', '=', id)
        .where('added_by', 'is not', null)
        .executeTakeFirstOrThrow()
    ).id
  const found = async (own: ReviewId, code: string) =>
    (await see(`/boards/${board.slug}/recommendations?review=${own}&finding=${code}`)).text

  test('a finding is written with its statement, and counts in the register from then on', async () => {
    const { id, own, statement } = await imported()
    expect((await see(`/recommendations/${id}/findings/new`)).text).toContain('What is wrong or missing')
    expect(await found(own, 'open-ended')).not.toContain('That visits are recorded.')
    const done = await send(`/recommendations/${id}/findings`, { ...form, statement })
    expect(done.location).toBe(`/recommendations/${id}?said=added`)
    const text = await pageOf(id)
    for (const words of [
      'What was noticed',
      'A promise with no end. Nothing here can be finished. (added by hand)',
      'Olive Officer added a finding: “Nothing here can be finished.”. Reason: Raised by the panel',
      'You added a finding by hand',
    ])
      expect(text).toContain(words)
    expect(await found(own, 'open-ended')).toContain('That visits are recorded.')
  })

  test('says every mistake at once, and takes no statement of another recommendation', async () => {
    const { id } = await imported()
    const { statement: foreign } = await imported()
    const empty = await send(`/recommendations/${id}/findings`, {})
    expect(empty.status).toBe(422)
    for (const words of ['Choose what is wrong or missing', 'Enter what you noticed, in words', 'Enter why'])
      expect(empty.text).toContain(words)
    const path = `/recommendations/${id}/findings`
    expect((await send(path, { ...form, statement: foreign })).text).toContain('Choose a statement from the list')
    expect((await send(path, form)).text).toContain('Choose the promise that it is about')
    const done = { text: 'We did.', act: 'done', agency: police, reason: 'x' }
    await send(`/recommendations/${id}/statements`, done)
    const { id: kept } = await house.owner
      .selectFrom('statement')
      .select('id')
      .where('recommendation_id', '=', id)
      .where('act', '=', 'done')
      .executeTakeFirstOrThrow()
    expect((await send(path, { ...form, statement: kept })).text).toContain('Choose the promise that it is about')
    const computed = await send(path, { ...form, code: 'overdue' })
    expect(computed.text, 'the register tells that itself').toContain('Choose what is wrong or missing')
    expect(await pageOf(id)).not.toContain('What was noticed')
  })

  test('a finding is corrected, withdrawn and put back, each with its reason', async () => {
    const { id, own } = await imported()
    await send(`/recommendations/${id}/findings`, { ...form, code: 'stale-tense' })
    const finding = await idOf(id)
    const path = `/findings/${finding}/corrections`
    const filled = await formOf(path)
    expect(filled).toMatchObject({ code: 'stale-tense', message: 'Nothing here can be finished.', statement: '' })
    await send(path, { ...filled, code: 'part-unanswered', message: 'The day is not taken up.', reason: 'Misread' })
    expect((await send(path, { ...filled, message: 'Another', reason: 'x' })).status, 'a stale form').toBe(409)
    const corrected = await pageOf(id)
    expect(corrected).toContain('A part is not taken up. The day is not taken up. (added by hand)')
    expect(corrected).toContain(
      'the kind of finding was “Speaks of a past date as still to come” and is “A part is not taken up”. Reason: Misread',
    )
    expect(corrected).toContain('You corrected a finding: 2 fields')
    const away = `/findings/${finding}/withdrawal`
    expect((await see(away)).text).toContain('The day is not taken up.')
    expect((await send(away, { reason: 'It is' })).location).toBe(`/recommendations/${id}?said=withdrawn`)
    expect(await pageOf(id)).toContain('A finding, withdrawn on')
    expect(await found(own, 'part-unanswered')).not.toContain('That visits are recorded.')
    expect((await see(path)).status).toBe(404)
    expect((await see(`/findings/${finding}/dismissal`)).status).toBe(404)
    expect((await send(`/findings/${finding}/reinstatement`, { reason: 'It is not' })).status).toBe(303)
    expect(await found(own, 'part-unanswered')).toContain('That visits are recorded.')
    expect(await pageOf(id)).toContain('Olive Officer put a finding back. Reason: It is not')
  })

  test('a promise without an owner that a person noticed is counted until it is withdrawn', async () => {
    const { id, own, statement } = await imported()
    await send(`/recommendations/${id}/findings`, { ...form, code: 'no-owner', statement })
    const list = async () =>
      (await see(`/boards/${board.slug}/recommendations?review=${own}&show=statements&finding=no-owner`)).text
    expect(await list()).toContain('We will do it.')
    await send(`/findings/${await idOf(id)}/withdrawal`, { reason: 'It has one' })
    expect(await list()).not.toContain('We will do it.')
  })

  test('what a person wrote is not dismissed, and what Heed noticed is not withdrawn, by whatever address', async () => {
    const { id } = await imported()
    await send(`/recommendations/${id}/findings`, { ...form, code: 'stale-tense' })
    const finding = await idOf(id)
    expect((await see(`/findings/${finding}/dismissal`)).status).toBe(404)
    expect((await send(`/findings/${finding}/dismissal`, { reason: 'Not so' })).status).toBe(404)
    await house.owner.updateTable('finding').set({ added_by: null }).where('id', '=', finding).execute()
    expect(await pageOf(id)).not.toContain('Withdraw: Nothing here can be finished.')
    expect((await see(`/findings/${finding}/withdrawal`)).status).toBe(404)
    expect((await send(`/findings/${finding}/withdrawal`, { reason: 'Not so' })).status).toBe(409)
    expect((await send(`/findings/${finding}/dismissal`, { reason: 'Not so' })).status).toBe(303)
    expect((await see(`/findings/${finding}/corrections`)).status, 'while it is dismissed').toBe(404)
  })

  test('what Heed noticed is corrected by the way that its page shows', async () => {
    const { id } = await imported()
    await send(`/recommendations/${id}/findings`, { ...form, code: 'stale-tense' })
    const finding = await idOf(id)
    await house.owner.updateTable('finding').set({ added_by: null }).where('id', '=', finding).execute()
    const path = /href="([^"]*\/corrections)"[^>]*>Correct<span[^>]*>: Nothing here/.exec(
      (await see(`/recommendations/${id}`)).html,
    )?.[1] as string
    const filled = await formOf(path)
    await send(path, { ...filled, message: 'The day is past.', reason: 'Misread' })
    expect(await pageOf(id)).toContain('Speaks of a past date as still to come. The day is past.')
  })

  test('of a review as a whole: written, corrected, withdrawn and put back on a page of its own', async () => {
    const { own } = await imported()
    const list = `/reviews/${own}/findings`
    expect((await see(list)).text).toContain('Nothing was noticed of the review as a whole')
    const whole = { code: 'abolished-body', message: 'The foreword thanks the CCG.', reason: 'Read again' }
    expect((await send(list, { ...whole, code: 'open-ended' })).text).toContain('Choose what is wrong from the list')
    expect((await see(`${list}/new`)).text).not.toContain('A promise without an owner')
    expect((await send(list, whole)).location).toBe(`${list}?said=added`)
    expect((await see(`/reviews/${own}`)).text).toContain('The foreword thanks the CCG. (added by hand)')
    const { id } = await house.owner
      .selectFrom('finding')
      .select('id')
      .where('review_id', '=', own)
      .executeTakeFirstOrThrow()
    expect((await see(`/findings/${id}/dismissal`)).status).toBe(404)
    const filled = await formOf(`/findings/${id}/corrections`)
    const corrected = await send(`/findings/${id}/corrections`, {
      ...filled,
      message: 'It thanks the PCT.',
      reason: 'x',
    })
    expect(corrected.location).toBe(`${list}?said=corrected`)
    expect((await send(`/findings/${id}/withdrawal`, { reason: 'A quotation' })).location).toBe(
      `${list}?said=withdrawn`,
    )
    expect((await see(`/reviews/${own}`)).text).not.toContain('It thanks the PCT.')
    expect((await see(list)).text).toContain('A finding, withdrawn on')
    await send(`/findings/${id}/reinstatement`, { reason: 'Not one' })
    const text = (await see(list)).text
    expect(text).toContain('Names a body that no longer exists. It thanks the PCT. (added by hand)')
    expect(text).toContain('the wording was “The foreword thanks the CCG.” and is “It thanks the PCT.”. Reason: x')
    expect((await see(`/reviews/${own}`)).text).toContain('You put a finding back')
  })

  test('of a review as a whole: what Heed noticed is dismissed and raised again, and shown so', async () => {
    const { own } = await imported()
    const list = `/reviews/${own}/findings`
    await send(list, { code: 'abolished-body', message: 'It names the CCG.', reason: 'x' })
    await house.owner.updateTable('finding').set({ added_by: null }).where('review_id', '=', own).execute()
    const path = /\/findings\/[^"/]+\/dismissal/.exec((await see(list)).html)?.[0] as string
    expect((await send(path, { reason: 'History' })).location).toBe(`${list}?said=dismissed`)
    expect((await see(`/reviews/${own}`)).text).toContain('Dismissed by Olive Officer')
    const raising = /\/findings\/[^"/]+\/raising/.exec((await see(list)).html)?.[0] as string
    expect((await send(raising, {})).location).toBe(`${list}?said=raised`)
    expect((await see(`/reviews/${own}`)).text).not.toContain('Dismissed by')
  })

  test('whoever may only read sees a finding without any way to change it, and cannot write one', async () => {
    const { id, own } = await imported()
    await send(`/recommendations/${id}/findings`, { ...form, code: 'stale-tense' })
    await house.owner.updateTable('review').set({ standing: 'released' }).where('id', '=', own).execute()
    const chair = await makePerson(house, [post(board, 'chair')])
    const text = (await see(`/recommendations/${id}`, chair)).text
    expect(text).toContain('Nothing here can be finished.')
    expect(text).not.toContain('Withdraw')
    expect((await send(`/recommendations/${id}/findings`, form, chair)).status).toBe(403)
    expect((await send(`/findings/${await idOf(id)}/withdrawal`, { reason: 'x' }, chair)).status).toBe(403)
    await expect(
      house.app.db.as(chair, tx =>
        tx.updateTable('finding').set({ withdrawn_at: house.app.clock.now() }).where('review_id', '=', own).execute(),
      ),
      'the database lets nobody else change one',
    ).resolves.toMatchObject([{ numUpdatedRows: 0n }])
  })
})
