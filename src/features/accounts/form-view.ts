import type { Ask } from '../../app.ts'
import type { Mistake } from '../../core/refusals.ts'
import type { FormView } from './person-fields.tsx'

/** What a page with a form takes from the request; with the mistakes, what was typed is shown again. */
export const viewOf = ({ frame, form }: Ask, mistakes: readonly Mistake[] = []): FormView => ({
  csrf: frame.csrf,
  form,
  mistakes,
})
