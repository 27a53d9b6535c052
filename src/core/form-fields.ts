/** Reads what a form brought, field by field, and gathers every mistake. */
import type { Decided, Mistake } from './refusals.ts'

interface LineRule {
  /** What to say when it is empty; without it the field may be left empty. */
  readonly missing?: string
  /** In characters. */
  readonly longest: number
  /** What the field is called in "… must be 120 characters or fewer". */
  readonly label: string
}

/** Whether a letter could be sent to it. */
export const isEmailAddress = (text: string): boolean =>
  text.length <= 254 && /^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\]+\.[^\s@<>,;:"()[\]\\.]+$/.test(text)

const controls = /\p{Cc}+/gu

/** The reader of one form. Ask it field by field, then `settle`. */
export function formReader(form: URLSearchParams) {
  const mistakes: Mistake[] = []
  const raw = (field: string) => form.get(field) ?? ''
  const say = (field: string, message: string) => {
    mistakes.push({ field, message })
  }
  return {
    say,
    mistakes,
    /** One line of text, white space evened; empty when it is missing. */
    line(field: string, { missing, longest, label }: LineRule): string {
      const text = raw(field).replace(controls, ' ').replace(/\s+/g, ' ').trim()
      if (text === '' && missing) say(field, missing)
      if ([...text].length > longest) say(field, `${label} must be ${longest} characters or fewer`)
      return text
    },
    /** Several lines of text, as they were written. */
    text(field: string, { missing, longest, label }: LineRule): string {
      const text = raw(field).replace(/\r\n?/g, '\n').trim()
      if (text === '' && missing) say(field, missing)
      if ([...text].length > longest) say(field, `${label} must be ${longest} characters or fewer`)
      return text
    },
    /** An e-mail address that a letter could be sent to. */
    email(field: string, missing: string): string {
      const text = raw(field).trim()
      if (text === '') say(field, missing)
      else if (!isEmailAddress(text))
        say(field, 'Enter an e-mail address in the correct format, like name@example.gov.uk')
      return text
    },
    /** One of several values, or null with the mistake said. */
    choice<Value extends string>(field: string, values: readonly Value[], missing: string): Value | null {
      const value = values.find(each => each === raw(field))
      if (value === undefined) say(field, missing)
      return value ?? null
    },
    /** What was read, unless there were mistakes. */
    settle<Value, Entry = never>(value: () => Value): Decided<Value, Entry> {
      return mistakes.length > 0 ? { ok: false, mistakes } : { ok: true, value: value(), entries: [] }
    },
  }
}

/** The message beside a field, if it has one. */
export const mistakeAt = (mistakes: readonly Mistake[], field: string): string | undefined =>
  mistakes.find(mistake => mistake.field === field)?.message
