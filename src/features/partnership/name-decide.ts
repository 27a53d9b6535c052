/** What an agency, an alias or a group may be called on a board: a name must stand for one thing only. */
import { type Decided, decide, refuse } from '../../core/refusals.ts'
import { isSameName, namesOf } from './agency-match.ts'
import { type Directory, longestAgencyName } from './directory.ts'

interface Naming {
  readonly name: string
  /** The field that the mistake stands beside. */
  readonly field: string
  /** What to say when there is no name. */
  readonly missing?: string
  /** The agency or group that is being named, whose own names do not stand in the way. */
  readonly of?: string
}

/** Takes a name that is free on the board, white space evened. Refuses one that is empty, too long or taken. */
export function decideName(
  { name, field, missing = 'Enter a name', of }: Naming,
  directory: Directory,
): Decided<string> {
  const evened = name.replace(/\s+/g, ' ').trim()
  if (!/[\p{L}\p{N}]/u.test(evened)) return refuse({ field, message: missing })
  if ([...evened].length > longestAgencyName)
    return refuse({ field, message: `The name must be ${longestAgencyName} characters or fewer` })
  const holder = holderOf(evened, directory, of)
  return holder ? refuse({ field, message: holder }) : decide(evened)
}

function holderOf(name: string, { agencies, groups }: Directory, of: string | undefined): string | null {
  const others = agencies.filter(each => each.id !== of)
  const agency = others.find(each => isSameName(each.name, name))
  if (agency) return `${agency.name} is an agency of this board already`
  const known = others.find(each => namesOf(each).some(other => isSameName(other, name)))
  if (known) return `This board knows ${known.name} by that name already`
  const otherGroups = groups.filter(each => each.id !== of)
  const group = otherGroups.find(each => isSameName(each.name, name))
  if (group) return `${group.name} is a group of this board already`
  const called = otherGroups.find(({ aliases }) => aliases.some(({ alias }) => isSameName(alias, name)))
  return called ? `This board knows the group ${called.name} by that name already` : null
}
