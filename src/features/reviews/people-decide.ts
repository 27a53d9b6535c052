/** Who may be put on a panel, and who may be excluded from a review. */
import type { PersonId } from '../../access/actor.ts'
import { permissions } from '../../access/permissions.ts'
import { allows } from '../../core/lifecycle.ts'
import { type Decided, decide, refuse } from '../../core/refusals.ts'
import { place, stateOfPlace } from './lifecycle.ts'
import type { BoardPerson } from './people-queries.ts'

interface People {
  readonly people: readonly BoardPerson[]
  readonly panel: readonly { readonly id: PersonId }[]
  readonly exclusions: readonly { readonly id: PersonId }[]
}

/** Whether a place on a panel would let the person see a review: it lets no administrator and no reader. */
export const canSit = ({ roles }: Pick<BoardPerson, 'roles'>): boolean =>
  roles.some(role => permissions['review.see'][role] !== 'none')

/** Somebody with a role on the board, who is neither on the panel nor excluded. */
export function decideSeat(id: PersonId, { people, panel, exclusions }: People): Decided<BoardPerson> {
  const person = people.find(each => each.id === id)
  if (!person || !canSit(person)) return refuse({ field: 'person', message: 'Choose a person from the list' })
  const state = stateOfPlace(id, { panel, exclusions })
  if (allows(place, state, 'join the panel')) return decide(person)
  if (state === 'on the panel') return refuse({ field: 'person', message: `${person.name} is on the panel already` })
  const message = `${person.name} is excluded from this review. Lift the exclusion first, if it no longer holds`
  return refuse({ field: 'person', message })
}

/** Anybody with a role on the board who is not excluded yet; somebody of the support team must still see the review. */
export function decideExclusion(id: PersonId, { people, panel, exclusions }: People): Decided<BoardPerson> {
  const person = people.find(each => each.id === id)
  if (!person) return refuse({ field: 'person', message: 'Choose a person from the list' })
  if (!allows(place, stateOfPlace(id, { panel, exclusions }), 'exclude'))
    return refuse({ field: 'person', message: `${person.name} is excluded from this review already` })
  if (!people.some(each => each.id !== id && isOfTeam(each) && !exclusions.some(out => out.id === each.id))) {
    const message =
      'Nobody of the support team would see this review or could lift the exclusion. Give somebody else that role first'
    return refuse({ field: 'person', message })
  }
  return decide(person)
}

const isOfTeam = ({ roles }: BoardPerson): boolean => roles.includes('support officer')
