/** The panel of a review, and exclusions from it. */

import type { PersonId } from '../../access/actor.ts'
import { type Ask, page, personOf, type Reply, type Route, redirect } from '../../app.ts'
import { readId } from '../../core/ids.ts'
import { type Mistake, NotFound } from '../../core/refusals.ts'
import type { ReviewId } from '../../store/schema.ts'
import { urls } from '../../urls.ts'
import { viewOf } from '../accounts/index.ts'
import { isConfirmed, readPerson, readReason } from './forms.ts'
import { frameOf } from './frame.ts'
import { exclude, joinPanel, leavePanel, lift, showPeople } from './people-commands.ts'
import {
  ConfirmExclusionPage,
  ConfirmLeavingPage,
  ConfirmLiftingPage,
  ConfirmSeatPage,
  ExclusionsPage,
  PanelPage,
} from './people-pages.tsx'

const reviewOf = (ask: Ask) => readId<ReviewId>(ask.params.review)
const personIn = (ask: Ask) => readId<PersonId>(ask.params.person)

async function showPanel(ask: Ask, mistakes: readonly Mistake[] = []): Promise<Reply> {
  const { board, ...shown } = await showPeople(ask.app, personOf(ask), reviewOf(ask))
  const body = PanelPage({ ...shown, view: viewOf(ask, mistakes), saidCode: ask.query.get('said') })
  return page({ title: 'Panel', body, ...frameOf(board, shown.review), mistakes })
}

const noPerson: readonly Mistake[] = [{ field: 'person', message: 'Choose a person' }]

async function takeSeat(ask: Ask): Promise<Reply> {
  const [id, personId, confirmed] = [reviewOf(ask), readPerson(ask.form), isConfirmed(ask.form)]
  if (!personId) return showPanel(ask, noPerson)
  const done = await joinPanel(ask.app, personOf(ask), id, { personId, confirmed })
  if (!done.ok) return showPanel(ask, done.mistakes)
  if (confirmed) return redirect(`${urls.reviewPanel(id)}?said=joined`)
  const { board, review } = await showPeople(ask.app, personOf(ask), id)
  const body = ConfirmSeatPage({ csrf: ask.frame.csrf, review, person: done.value })
  return page({ title: `Put ${done.value.name} on the panel`, body, ...frameOf(board, review) })
}

async function showLeaving(ask: Ask): Promise<Reply> {
  const { board, review, panel } = await showPeople(ask.app, personOf(ask), reviewOf(ask))
  const person = panel.find(({ id }) => id === personIn(ask))
  if (!person) throw new NotFound('not on the panel')
  const body = ConfirmLeavingPage({ csrf: ask.frame.csrf, review, person })
  return page({ title: `Take ${person.name} off the panel`, body, ...frameOf(board, review) })
}

async function takeLeaving(ask: Ask): Promise<Reply> {
  await leavePanel(ask.app, personOf(ask), reviewOf(ask), personIn(ask))
  return redirect(`${urls.reviewPanel(reviewOf(ask))}?said=left`)
}

async function showExclusions(ask: Ask, mistakes: readonly Mistake[] = []): Promise<Reply> {
  const { board, ...shown } = await showPeople(ask.app, personOf(ask), reviewOf(ask))
  const body = ExclusionsPage({ ...shown, view: viewOf(ask, mistakes), saidCode: ask.query.get('said') })
  return page({ title: 'Exclusions', body, ...frameOf(board, shown.review), mistakes })
}

async function takeExclusion(ask: Ask): Promise<Reply> {
  const [id, personId, confirmed] = [reviewOf(ask), readPerson(ask.form), isConfirmed(ask.form)]
  const reason = readReason(ask.form, 'Enter why the person is excluded')
  const mistakes = [...(personId ? [] : noPerson), ...(reason.ok ? [] : reason.mistakes)]
  if (!personId || !reason.ok) return showExclusions(ask, mistakes)
  const person = personOf(ask)
  const done = await exclude(ask.app, person, id, { personId, reason: reason.value, confirmed })
  if (!done.ok) return showExclusions(ask, done.mistakes)
  if (!confirmed) return confirmExclusion(ask, done.value, reason.value)
  // Whoever excludes themselves cannot be shown the review's own page any more.
  return redirect(
    personId === person.id ? `${urls.home()}?said=excluded` : `${urls.reviewExclusions(id)}?said=excluded`,
  )
}

async function confirmExclusion(ask: Ask, excluded: { id: PersonId; name: string }, reason: string): Promise<Reply> {
  const { board, review } = await showPeople(ask.app, personOf(ask), reviewOf(ask))
  const isSelf = excluded.id === personOf(ask).id
  const body = ConfirmExclusionPage({ csrf: ask.frame.csrf, review, person: excluded, reason, isSelf })
  const title = isSelf ? 'Exclude yourself' : `Exclude ${excluded.name}`
  return page({ title, body, ...frameOf(board, review) })
}

async function showLifting(ask: Ask): Promise<Reply> {
  const { board, review, exclusions } = await showPeople(ask.app, personOf(ask), reviewOf(ask))
  const person = exclusions.find(({ id }) => id === personIn(ask))
  if (!person) throw new NotFound('not excluded')
  const body = ConfirmLiftingPage({ csrf: ask.frame.csrf, review, person })
  return page({ title: `Lift the exclusion of ${person.name}`, body, ...frameOf(board, review) })
}

async function takeLifting(ask: Ask): Promise<Reply> {
  await lift(ask.app, personOf(ask), reviewOf(ask), personIn(ask))
  return redirect(`${urls.reviewExclusions(reviewOf(ask))}?said=lifted`)
}

const [change, shut] = ['review.change', 'review.exclude'] as const

export const peopleRoutes: readonly Route[] = [
  { method: 'GET', path: urls.reviewPanel(':review'), door: change, handle: ask => showPanel(ask) },
  { method: 'POST', path: urls.reviewPanel(':review'), door: change, handle: takeSeat },
  { method: 'GET', path: urls.reviewPanelLeaving(':review', ':person'), door: change, handle: showLeaving },
  { method: 'POST', path: urls.reviewPanelLeaving(':review', ':person'), door: change, handle: takeLeaving },
  { method: 'GET', path: urls.reviewExclusions(':review'), door: shut, handle: ask => showExclusions(ask) },
  { method: 'POST', path: urls.reviewExclusions(':review'), door: shut, handle: takeExclusion },
  { method: 'GET', path: urls.reviewExclusionLifting(':review', ':person'), door: shut, handle: showLifting },
  { method: 'POST', path: urls.reviewExclusionLifting(':review', ':person'), door: shut, handle: takeLifting },
]
