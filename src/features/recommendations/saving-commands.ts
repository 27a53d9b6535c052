/** Saving an import to the register, within the transaction of the import. */
import type { Person } from '../../access/actor.ts'
import type { App, Tx } from '../../app.ts'
import { type Decided, decide, NotFound } from '../../core/refusals.ts'
import { record } from '../../ledger/ledger.ts'
import { holdReviewFor } from '../reviews/index.ts'
import { recommendationSaved } from './entries.ts'
import type { RegisterInput, Saved } from './register-input.ts'
import { planSaving } from './register-plan.ts'
import { findRegister, insertPlan } from './saving-queries.ts'

/**
 * Adds to the register what an import understood and a person checked, and records it. What is registered stays as it
 * is: a later edition of the same response only adds. Refuses, beside the field `register`, what is longer than the
 * register can hold. Throws NotFound for a review or a recommendation that the actor may not know of, and Forbidden.
 */
export async function saveToRegister(app: App, tx: Tx, actor: Person, input: RegisterInput): Promise<Decided<Saved>> {
  const { id: reviewId, boardId } = await holdReviewFor(tx, actor, input.reviewId, 'register.correct')
  const register = await findRegister(tx, reviewId)
  const known = new Set(register.known.map(each => each.id))
  if (input.recommendations.some(({ registered }) => registered !== null && !known.has(registered)))
    throw new NotFound('no such recommendation of the review')
  const planned = planSaving(input, register, () => app.chance.id())
  if (!planned.ok) return planned
  const plan = planned.value
  const { documentId, importId, saidOn } = input
  const now = app.clock.now()
  await insertPlan(tx, plan, { boardId, reviewId, documentId, importId, saidOn, by: actor.id, now })
  const entries = plan.under
    .filter(({ isNew, parts, statements }) => isNew || parts + statements > 0)
    .map(added => recommendationSaved({ boardId, reviewId }, { ...added, importId }))
  await record(app, tx, actor, entries)
  return decide({ recommendations: plan.recommendations.length, statements: plan.statements.length })
}
