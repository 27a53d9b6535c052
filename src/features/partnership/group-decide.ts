/** What a group may be called, be for and consist of. */
import type { AgencyId } from '../../access/actor.ts'
import { type Decided, decide, type Mistake } from '../../core/refusals.ts'
import type { GroupId } from '../../store/schema.ts'
import { type Directory, longestPurpose } from './directory.ts'
import { decideName } from './name-decide.ts'

export interface GroupInput {
  readonly name: string
  readonly purpose: string
  readonly members: readonly AgencyId[]
}

/** Takes a group's name, purpose and members, all evened; `of` is the group that is being changed. */
export function decideGroup(input: GroupInput, directory: Directory, of?: GroupId): Decided<GroupInput> {
  const naming = { name: input.name, field: 'name', missing: 'Enter the name of the group', ...(of ? { of } : {}) }
  const name = decideName(naming, directory)
  const purpose = input.purpose.trim()
  const members = [...new Set(input.members)]
  const mistakes: Mistake[] = [...(name.ok ? [] : name.mistakes)]
  if ([...purpose].length > longestPurpose)
    mistakes.push({ field: 'purpose', message: `What it is for must be ${longestPurpose} characters or fewer` })
  if (!members.every(id => directory.agencies.some(agency => agency.id === id)))
    mistakes.push({ field: 'members', message: 'Choose agencies that sit on this board' })
  return name.ok && mistakes.length === 0 ? decide({ name: name.value, purpose, members }) : { ok: false, mistakes }
}
