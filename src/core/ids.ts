import { NotFound } from './refusals.ts'

const pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** The id that an address or a form names; throws NotFound for what can be no id, before the database is asked. */
export function readId<Id extends string>(text: string | null | undefined): Id {
  if (!text || !pattern.test(text)) throw new NotFound('no such id')
  return text as Id
}

/** Whether a text can be an id at all. */
export const isId = (text: string | null | undefined): boolean => Boolean(text && pattern.test(text))
