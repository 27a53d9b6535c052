/** What the forms for uploading and saving bring. */
import { formReader } from '../../core/form-fields.ts'
import { isId } from '../../core/ids.ts'
import { type PlainDate, plainDate } from '../../core/plain-date.ts'
import type { Decided } from '../../core/refusals.ts'
import type { ReviewId } from '../../store/schema.ts'

/** What can be read: the file's ending, and what it is called in a reply. */
export const readable: Readonly<Record<string, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  odt: 'application/vnd.oasis.opendocument.text',
  html: 'text/html',
  htm: 'text/html',
  md: 'text/markdown',
  txt: 'text/plain',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
}

/** As it is said to people. */
export const readableWords =
  'Word (docx), PDF, OpenDocument (odt), web pages (html), Markdown (md), text (txt), Excel (xlsx) or csv'
export const mostMegabytes = 25
export const mostBytes = mostMegabytes * 1024 * 1024
export const mostFiles = 10

export const standings = ['restricted', 'released'] as const
export type Standing = (typeof standings)[number]

/** Which review an upload is for: a new one with a standing, or one that the board has. */
export interface UploadChoice {
  readonly reviewId: ReviewId | null
  readonly standing: Standing
  /** Whether a file is to be taken though its bytes were uploaded before. */
  readonly again: boolean
}

/** Reads which review an upload is for. */
export function readUpload(form: URLSearchParams): Decided<UploadChoice> {
  const read = formReader(form)
  const chosen = form.get('review') ?? 'new'
  if (chosen !== 'new' && !isId(chosen)) read.say('review', 'Choose a new review or one of the list')
  const standing = form.has('standing')
    ? read.choice('standing', standings, 'Choose whether the review is restricted or released')
    : 'restricted'
  return read.settle(() => ({
    reviewId: chosen === 'new' ? null : (chosen as ReviewId),
    standing: standing ?? 'restricted',
    again: form.get('again') === 'yes',
  }))
}

type Reader = ReturnType<typeof formReader>

/** A day in three boxes; null when all are empty, and with a mistake when they are no day. */
export function readDay(read: Reader, form: URLSearchParams, field: string): PlainDate | null {
  const [day, month, year] = ['day', 'month', 'year'].map(part => (form.get(`${field}-${part}`) ?? '').trim())
  if (!day && !month && !year) return null
  const isWritten = [day, month].every(each => /^\d{1,2}$/.test(each ?? '')) && /^\d{4}$/.test(year ?? '')
  const date = isWritten ? plainDate(Number(year), Number(month), Number(day)) : null
  if (!date) read.say(`${field}-day`, 'Enter a real date, such as 30 9 2027')
  return date
}

/** What is asked once more before a check is saved. */
export interface SavingChoice {
  /** The page's version of the check: it must still be that. */
  readonly seen: number
  readonly title: string
  readonly standing: Standing
  readonly saidOn: PlainDate | null
}

export const longestTitle = 300

/** Reads what is asked before saving; a title and a standing are asked only for a new review. */
export function readSaving(form: URLSearchParams, isNewReview: boolean): Decided<SavingChoice> {
  const read = formReader(form)
  const missing = 'Enter what the review is called'
  const title = read.line('title', { ...(isNewReview ? { missing } : {}), longest: longestTitle, label: 'The title' })
  const standing = isNewReview
    ? read.choice('standing', standings, 'Choose whether the review is restricted or released')
    : 'restricted'
  const saidOn = readDay(read, form, 'said-on')
  return read.settle(() => ({ seen: readSeen(form), title, standing: standing ?? 'restricted', saidOn }))
}

/** The version of the check that the page with the form showed. */
export function readSeen(form: URLSearchParams): number {
  const seen = Number(form.get('seen') ?? 0)
  return Number.isSafeInteger(seen) && seen >= 0 ? seen : 0
}
