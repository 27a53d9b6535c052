/** What a change of a thing comes to, field by field: what is kept when something is corrected. */

/** A field of a thing before and after, as words. */
export interface ChangedField {
  readonly field: string
  readonly was: string | null
  readonly became: string | null
}

/** A thing's fields as words, for comparing: null where there is nothing. */
export type Written = Readonly<Record<string, string | null>>

/** The fields that differ. Nothing and no words are the same. */
export const changedFields = (was: Written, became: Written): readonly ChangedField[] =>
  Object.keys(became)
    .filter(field => (was[field] || null) !== (became[field] || null))
    .map(field => ({ field, was: was[field] || null, became: became[field] || null }))
