/** What an agency, an alias or a group may be called on a board: a name must stand for one thing only. */
import { type Decided, decide, refuse } from '../../core/refusals.ts'
import { isSameName } from './agency-match.ts'
import { type Directory, longestAgencyName } from './directory.ts'

interface Naming {
  readonly name: string
  /** The field that the mistake stands beside. */
  readonly field: string
  /** The agency or group that is being named, whose own names do not stand in the way. */
  readonly of?: string
}

/** Takes a name that is free on the board, white space evened. Refuses one that is empty, too long or taken. */
export function decideName({ name, field, of }: Naming, directory: Directory): Decided<string> {
  const evened = name.replace(/\s+/g, ' ').trim()
  if (evened === '') return refuse({ field, message: 'Enter a name' })
  if ([...evened].length > longestAgencyName)
    return refuse({ field, message: `The name must be ${longestAgencyName} characters or fewer` })
  const holder = holderOf(evened, directory, of)
  return holder ? refuse({ field, message: holder }) : decide(evened)
}

function holderOf(name: string, { agencies, groups }: Directory, of: string | undefined): string | null {
  const agency = agencies.find(each => each.id !== of && isSameName(each.name, name))
  if (agency) return `${agency.name} is an agency of this board already`
  const known = agencies.find(each => each.id !== of && each.aliases.some(({ alias }) => isSameName(alias, name)))
  if (known) return `This board knows ${known.name} by that name already`
  const group = groups.find(each => each.id !== of && isSameName(each.name, name))
  return group ? `${group.name} is a group of this board already` : null
}
