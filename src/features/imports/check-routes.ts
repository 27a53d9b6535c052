/** The pages of a check, and what is sent from them. */
import type { VNode } from 'preact'
import { type Ask, page, personOf, type Reply, type Route, redirect } from '../../app.ts'
import { readId } from '../../core/ids.ts'
import type { Mistake } from '../../core/refusals.ts'
import type { ImportId, ReviewId } from '../../store/schema.ts'
import { urls } from '../../urls.ts'
import { tellHistory } from '../accounts/index.ts'
import { readChange } from './change-forms.ts'
import { changeCheck, type Outcome, undoChange } from './check-commands.ts'
import { CheckFrame, CheckPage, type CheckPart } from './check-pages.tsx'
import { type Asked, type CheckView, viewOfCheck } from './check-view.ts'
import { ComparisonPage } from './comparison-pages.tsx'
import { ConflictPage } from './conflict-pages.tsx'
import type { Draft } from './draft.ts'
import { lastStep } from './edits.ts'
import { sentences } from './entries.ts'
import { FindingsPage } from './finding-pages.tsx'
import { readSaving, readSeen } from './forms.ts'
import type { Import } from './import-queries.ts'
import { EndedPage, FailedPage, ReadingPage } from './list-pages.tsx'
import { NamesPage } from './name-pages.tsx'
import { chooseReview } from './review-choice-commands.ts'
import { ReviewFactsPage } from './review-fact-pages.tsx'
import { saveCheck, showCheck } from './saving-commands.ts'
import { SavingPage } from './saving-pages.tsx'

const idOf = ({ params }: Ask) => readId<ImportId>(params.import)

/** What every page of an import has around it. */
function framed(found: Import, title: string, body: VNode) {
  const board = { id: found.boardId, slug: found.boardSlug, name: found.boardName, marking: found.boardMarking }
  const breadcrumbs = [{ text: 'Imports', href: urls.imports(found.boardSlug) }, { text: found.fileName }]
  return { title, body, board, section: 'Imports', breadcrumbs, restricted: true } as const
}

const titles: Readonly<Record<CheckPart | 'saving', string>> = {
  check: 'Check what Heed understood',
  names: 'Names in the document',
  findings: 'Findings',
  review: 'About the review',
  comparison: 'Against the register',
  saving: 'Save to the register',
}

const bodies: Readonly<Record<Exclude<CheckPart, 'check'>, (view: CheckView) => VNode | null>> = {
  names: view => NamesPage({ view }),
  findings: view => FindingsPage({ view }),
  review: view => ReviewFactsPage({ view }),
  comparison: view => ComparisonPage({ view }),
}

function bodyOf(ask: Ask, part: CheckPart | 'saving', view: CheckView): VNode {
  if (part === 'saving') return SavingPage({ view })
  if (part === 'check') return CheckPage({ view, script: { src: ask.frame.asset('check.js'), nonce: ask.frame.nonce } })
  return CheckFrame({ view, part, title: titles[part], children: bodies[part](view) })
}

function askedOf({ frame, query, form, method }: Ask, mistakes: readonly Mistake[]): Asked {
  const from = method === 'POST' ? form : query
  const at = Number(from.get('page') ?? 1)
  return {
    csrf: frame.csrf,
    page: Number.isSafeInteger(at) ? at : 1,
    open: from.get('open'),
    at: from.get('at'),
    said: query.get('said'),
    mistakes,
    typed: form,
  }
}

/** A page of the check; while there is nothing to check, the page that says why. */
async function show(ask: Ask, part: CheckPart | 'saving', mistakes: readonly Mistake[] = []): Promise<Reply> {
  const { found, grounds, history } = await showCheck(ask.app, personOf(ask), idOf(ask))
  const told = tellHistory(history, sentences, personOf(ask).id)
  if (found.state === 'waiting' || found.state === 'reading') {
    return page({
      ...framed(found, 'Reading the document', ReadingPage({ found, now: ask.app.clock.now() })),
      refreshAfter: 2,
    })
  }
  if (found.state === 'failed') {
    return page(
      framed(found, 'This document could not be read', FailedPage({ found, history: told, csrf: ask.frame.csrf })),
    )
  }
  if (found.state !== 'ready' || !grounds) {
    const title = found.state === 'saved' ? 'This import is in the register' : 'This import was discarded'
    return page({ ...framed(found, title, EndedPage({ found, history: told, said: ask.query.get('said') })), mistakes })
  }
  const view = viewOfCheck(grounds, askedOf(ask, mistakes))
  return page({ ...framed(found, titles[part], bodyOf(ask, part, view)), mistakes, wide: part === 'check' })
}

const backs: readonly string[] = ['names', 'findings', 'review', 'comparison']
const partOf = (ask: Ask): CheckPart => {
  const back = ask.form.get('back') ?? ''
  return backs.includes(back) ? (back as CheckPart) : 'check'
}

const hrefOf: Readonly<Record<CheckPart, (id: string) => string>> = {
  check: urls.import,
  names: urls.importNames,
  findings: urls.importFindings,
  review: urls.importReview,
  comparison: urls.importComparison,
}

/** Mistakes of a press stand with the thing that was pressed. */
const presses: readonly string[] = ['merge', 'unplace', 'remove', 'seen', 'change']

async function answer(ask: Ask, outcome: Outcome): Promise<Reply> {
  const item = ask.form.get('item')
  switch (outcome.kind) {
    case 'mistakes': {
      const mistakes = outcome.mistakes.map(each =>
        presses.includes(each.field) && item ? { ...each, field: item } : each,
      )
      return show(ask, partOf(ask), mistakes)
    }
    case 'conflict': {
      const { found } = await showCheck(ask.app, personOf(ask), idOf(ask))
      const { conflict, draft } = outcome
      const body = ConflictPage({ found, draft, conflict, csrf: ask.frame.csrf, form: ask.form })
      return page(framed(found, 'Somebody else changed this meanwhile', body), 409)
    }
    case 'done':
      return redirect(afterChange(ask, outcome.draft))
  }
}

/** Back to what was changed: the item itself, or what it became. */
function afterChange(ask: Ask, draft: Draft): string {
  const part = partOf(ask)
  const href = hrefOf[part](idOf(ask))
  if (part !== 'check') return href
  const touched = [ask.form.get('item') ?? '', ...Object.keys(lastStep(draft)?.before ?? {})]
  const item = touched.find(id => Object.hasOwn(draft.items, id))
  return item ? `${href}?page=${Number(ask.form.get('page')) || 1}&at=${item}#${item}` : href
}

async function takeChange(ask: Ask): Promise<Reply> {
  const read = readChange(ask.form)
  if (!read.ok) return answer(ask, { kind: 'mistakes', mistakes: read.mistakes })
  const asked = { change: read.value, seen: readSeen(ask.form) }
  return answer(ask, await changeCheck(ask.app, personOf(ask), idOf(ask), asked))
}

async function takeReviewChoice(ask: Ask): Promise<Reply> {
  const chosen = ask.form.get('chosen')
  const reviewId = chosen === 'new' ? null : readId<ReviewId>(chosen ?? '')
  const done = await chooseReview(ask.app, personOf(ask), idOf(ask), reviewId)
  if (!done.ok) return show(ask, 'review', done.mistakes)
  return redirect(reviewId ? urls.importComparison(idOf(ask)) : urls.importReview(idOf(ask)))
}

const takeUndoing = async (ask: Ask): Promise<Reply> =>
  answer(ask, await undoChange(ask.app, personOf(ask), idOf(ask), Number(ask.form.get('step') ?? -1)))

async function takeSaving(ask: Ask): Promise<Reply> {
  const { found } = await showCheck(ask.app, personOf(ask), idOf(ask))
  const read = readSaving(ask.form, found.reviewId === null)
  if (!read.ok) return show(ask, 'saving', read.mistakes)
  const done = await saveCheck(ask.app, personOf(ask), idOf(ask), read.value)
  if (!done.ok) return show(ask, 'saving', done.mistakes)
  return redirect(`${urls.import(idOf(ask))}?said=saved`)
}

const door = 'import.check'
const get = (path: string, part: CheckPart | 'saving'): Route => ({
  method: 'GET',
  path,
  door,
  handle: ask => show(ask, part),
})

export const checkRoutes: readonly Route[] = [
  get(urls.import(':import'), 'check'),
  get(urls.importNames(':import'), 'names'),
  get(urls.importFindings(':import'), 'findings'),
  get(urls.importReview(':import'), 'review'),
  get(urls.importComparison(':import'), 'comparison'),
  get(urls.importSaving(':import'), 'saving'),
  { method: 'POST', path: urls.importChanges(':import'), door, handle: takeChange },
  { method: 'POST', path: urls.importReviewChoice(':import'), door, handle: takeReviewChoice },
  { method: 'POST', path: urls.importUndoing(':import'), door, handle: takeUndoing },
  { method: 'POST', path: urls.importSaving(':import'), door, handle: takeSaving },
]
