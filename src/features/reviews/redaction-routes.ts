/** Asking for a redaction, agreeing to it and refusing it. */
import { type Ask, page, personOf, type Reply, type Route, redirect } from '../../app.ts'
import { readId } from '../../core/ids.ts'
import type { Mistake } from '../../core/refusals.ts'
import type { DocumentId, RedactionId } from '../../store/schema.ts'
import { urls } from '../../urls.ts'
import { viewOf } from '../accounts/index.ts'
import { documentFrame } from './document-routes.ts'
import {
  agreeToRedaction,
  askForRedaction,
  refuseRedaction,
  showRedaction,
  showRedactions,
} from './redaction-commands.ts'
import { readRedaction } from './redaction-forms.ts'
import { RedactionPage, RedactionsPage } from './redaction-pages.tsx'

const documentOf = (ask: Ask) => readId<DocumentId>(ask.params.document)
const whichOf = (ask: Ask) => ({ documentId: documentOf(ask), id: readId<RedactionId>(ask.params.redaction) })
const restricted = true

async function showAll(ask: Ask, mistakes: readonly Mistake[] = []): Promise<Reply> {
  const { document, redactions, board, review } = await showRedactions(ask.app, personOf(ask), documentOf(ask))
  const body = RedactionsPage({ view: viewOf(ask, mistakes), document, redactions })
  return page({ title: 'Redact', body, ...documentFrame({ board, review }, document), mistakes, restricted })
}

async function takeAsking(ask: Ask): Promise<Reply> {
  const [documentId, read] = [documentOf(ask), readRedaction(ask.form)]
  if (!read.ok) return showAll(ask, read.mistakes)
  await askForRedaction(ask.app, personOf(ask), documentId, read.value)
  return said(documentId, 'asked')
}

const said = (id: DocumentId, code: string): Reply => redirect(`${urls.document(id)}?said=${code}`)

async function showOne(ask: Ask, mistakes: readonly Mistake[] = []): Promise<Reply> {
  const { board, review, subject: _, ...shown } = await showRedaction(ask.app, personOf(ask), whichOf(ask))
  const body = RedactionPage({ ...shown, view: viewOf(ask, mistakes) })
  return page({ title: 'Redaction', body, ...documentFrame({ board, review }, shown.document), mistakes, restricted })
}

async function takeAgreement(ask: Ask): Promise<Reply> {
  const which = whichOf(ask)
  const isKept = ask.form.get('kept') === 'yes'
  const done = await agreeToRedaction(ask.app, personOf(ask), { ...which, isKept })
  return done.ok ? said(which.documentId, 'redacted') : showOne(ask, done.mistakes)
}

async function takeRefusal(ask: Ask): Promise<Reply> {
  const which = whichOf(ask)
  const done = await refuseRedaction(ask.app, personOf(ask), which)
  return done.ok ? said(which.documentId, 'refused') : showOne(ask, done.mistakes)
}

const [asking, agreeing] = ['redaction.ask', 'redaction.agree'] as const
const agreement = urls.redactionAgreement(':document', ':redaction')
const refusal = urls.redactionRefusal(':document', ':redaction')

const proof = 'recent'

export const redactionRoutes: readonly Route[] = [
  { method: 'GET', path: urls.documentRedactions(':document'), door: asking, proof, handle: ask => showAll(ask) },
  { method: 'POST', path: urls.documentRedactions(':document'), door: asking, proof, handle: takeAsking },
  { method: 'GET', path: urls.redaction(':document', ':redaction'), door: asking, proof, handle: ask => showOne(ask) },
  { method: 'POST', path: agreement, door: agreeing, proof, handle: takeAgreement },
  { method: 'POST', path: refusal, door: agreeing, proof, handle: takeRefusal },
]
