/** A stored document, its original and its words. */
import { type Ask, page, personOf, type Reply, type Route } from '../../app.ts'
import { readId } from '../../core/ids.ts'
import type { DocumentId } from '../../store/schema.ts'
import { urls } from '../../urls.ts'
import { type Board, boardOf } from '../accounts/index.ts'
import { downloadOriginal, showDocument, showWords } from './document-commands.ts'
import { DocumentPage, WordsPage } from './document-pages.tsx'
import type { Document } from './document-queries.ts'
import type { Review } from './reviews.ts'
import { readWanted } from './windows.ts'

const documentOf = (ask: Ask) => readId<DocumentId>(ask.params.document)

interface Of {
  readonly board: Board
  readonly review: Review | null
}

/** What every page of a document has around it; a document without a review is the support team's, so restricted. */
export const documentFrame = ({ board, review }: Of, inside: Document | null = null) => ({
  board: boardOf(board),
  section: review ? 'Reviews' : 'Imports',
  restricted: review?.standing !== 'released',
  breadcrumbs: [
    ...(review
      ? [
          { text: 'Reviews', href: urls.reviews(board.slug) },
          { text: review.title, href: urls.review(review.id) },
        ]
      : [{ text: 'Imports', href: urls.imports(board.slug) }]),
    ...(inside ? [{ text: inside.fileName, href: urls.document(inside.id) }] : []),
  ],
})

async function showOne(ask: Ask): Promise<Reply> {
  const { board, ...shown } = await showDocument(ask.app, personOf(ask), documentOf(ask))
  const body = DocumentPage({ ...shown, saidCode: ask.query.get('said') })
  return page({ title: shown.document.fileName, body, ...documentFrame({ board, review: shown.review }) })
}

/** Always as a file to keep, whatever it is, so that no browser ever runs what came from outside. */
async function sendOriginal(ask: Ask): Promise<Reply> {
  const file = await downloadOriginal(ask.app, personOf(ask), documentOf(ask))
  return { kind: 'file', ...file, mediaType: 'application/octet-stream', inline: false }
}

async function showSource(ask: Ask): Promise<Reply> {
  const wanted = readWanted(ask.query)
  const { document, excerpt, ...of } = await showWords(ask.app, personOf(ask), documentOf(ask), wanted)
  const body = WordsPage({ document, excerpt, wanted })
  return page({ title: `Words in ${document.fileName}`, body, ...documentFrame(of, document) })
}

const door = 'document.see'

export const documentRoutes: readonly Route[] = [
  { method: 'GET', path: urls.document(':document'), door, handle: showOne },
  { method: 'GET', path: urls.documentOriginal(':document'), door, handle: sendOriginal },
  { method: 'GET', path: urls.documentWords(':document'), door, handle: showSource },
]
