/** Settling the names of a document when its check is saved: new agencies, new groups, and names to be remembered. */
import type { AgencyId, BoardId, Person } from '../../access/actor.ts'
import type { App, Tx } from '../../app.ts'
import type { Decided } from '../../core/refusals.ts'
import type { GroupId } from '../../store/schema.ts'
import { addAgency, addAlias, addGroup, addGroupAlias, findDirectory, matchAgency } from '../partnership/index.ts'
import type { Directory } from './check-view.ts'
import type { UsedName } from './names.ts'
import { NotSaved } from './not-saved.ts'
import type { Settled } from './register-input.ts'
import { nameKey } from './remark-decide.ts'

const nobody: Settled = { agencyId: null, groupId: null }

interface Board {
  readonly boardId: BoardId
  readonly directory: Directory
}

/**
 * What each name stands for, after the directory has got what people said is new. Throws NotSaved with what stands in
 * the way.
 */
export async function settleNames(
  app: App,
  tx: Tx,
  person: Person,
  { names, boardId, directory }: Board & { readonly names: readonly UsedName[] },
): Promise<(name: string) => Settled> {
  const settled = new Map<string, Settled>()
  const made = new Map<string, Settled>()
  for (const name of names) {
    const known = name.known
    if (!name.decided) settled.set(name.key, known ? settledAs(known) : nobody)
    else settled.set(name.key, await settleDecided(app, tx, person, { name, boardId, directory, made }))
  }
  return name => settled.get(nameKey(name)) ?? nobody
}

const settledAs = (is: { agencyId: AgencyId } | { groupId: GroupId }): Settled =>
  'agencyId' in is ? { agencyId: is.agencyId, groupId: null } : { agencyId: null, groupId: is.groupId }

interface Deciding extends Board {
  readonly name: UsedName
  /** What earlier names of the same document made, by the new name. */
  readonly made: Map<string, Settled>
}

async function settleDecided(app: App, tx: Tx, person: Person, deciding: Deciding): Promise<Settled> {
  const { name, boardId, directory, made } = deciding
  const meaning = name.decided
  switch (meaning?.kind) {
    case 'agency': {
      if (!directory.agencies.some(each => each.id === meaning.agencyId)) return nobody
      if (meaning.remember) await remember(app, tx, person, { boardId, is: settledAs(meaning), name })
      return settledAs(meaning)
    }
    case 'group': {
      const { groupId } = meaning
      if (!directory.groups.some(each => each.id === groupId)) return nobody
      if (meaning.remember !== false) await remember(app, tx, person, { boardId, is: settledAs({ groupId }), name })
      return settledAs({ groupId })
    }
    case 'new agency': {
      const key = nameKey(meaning.name)
      const earlier = made.get(key)
      const agencyId =
        earlier?.agencyId ?? unwrap(await addAgency(app, tx, person, { boardId, name: meaning.name }), name)
      made.set(key, settledAs({ agencyId }))
      if (key !== name.key) await remember(app, tx, person, { boardId, is: settledAs({ agencyId }), name })
      return settledAs({ agencyId })
    }
    case 'new group': {
      const key = nameKey(meaning.name)
      const { members } = meaning
      const earlier = made.get(key)?.groupId
      const groupId = earlier ?? unwrap(await addGroup(app, tx, person, { boardId, name: meaning.name, members }), name)
      made.set(key, settledAs({ groupId }))
      if (key !== name.key) await remember(app, tx, person, { boardId, is: settledAs({ groupId }), name })
      return settledAs({ groupId })
    }
    default:
      return nobody
  }
}

interface Remembering {
  readonly boardId: BoardId
  readonly is: Settled
  readonly name: UsedName
}

/** A name by which the directory finds the agency or the group already need not be remembered. */
async function remember(app: App, tx: Tx, person: Person, { boardId, is, name }: Remembering): Promise<void> {
  const { agencyId, groupId } = is
  // Asked anew, for another name of the same document may have been remembered just now.
  const known = matchAgency(name.name, await findDirectory(tx, boardId))
  if (known && known.id === (agencyId ?? groupId)) return
  const alias = name.name
  if (agencyId) unwrap(await addAlias(app, tx, person, { boardId, agencyId, alias }), name)
  if (groupId) unwrap(await addGroupAlias(app, tx, person, { boardId, groupId, alias }), name)
}

function unwrap<T>(decided: Decided<T>, { name }: UsedName): T {
  if (decided.ok) return decided.value
  const message = decided.mistakes.map(mistake => `“${name}”: ${mistake.message}`).join('. ')
  throw new NotSaved([{ field: 'names', message }])
}
