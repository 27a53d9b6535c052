import { sql } from 'kysely'
import type { PersonId } from '../../access/actor.ts'
import type { Tx } from '../../app.ts'
import type { Identity } from '../../identity.ts'
import type { LinkId } from '../../store/schema.ts'

/** An account at a provider that is linked to a person. */
export interface Link {
  readonly id: LinkId
  readonly personId: PersonId
  readonly issuer: string
  readonly linkedAt: Date
}

type Named = Pick<Identity, 'issuer' | 'subject'>

/** Makes two who deal with the same account at a provider at the same moment wait for each other. */
export async function awaitSubject(tx: Tx, { issuer, subject }: Named): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`provider ${issuer} ${subject}`}, 0))`.execute(tx)
}

const links = (tx: Tx) =>
  tx
    .selectFrom('provider_link')
    .select(['id', 'person_id as personId', 'issuer', 'linked_at as linkedAt'])
    .where('ended_at', 'is', null)

/** The link of an account at a provider; null where it is nobody's. */
export async function findLink(tx: Tx, { issuer, subject }: Named): Promise<Link | null> {
  const found = await links(tx).where('issuer', '=', issuer).where('subject', '=', subject).executeTakeFirst()
  return found ?? null
}

/** The links of a person, by when they were made. */
export const listLinks = (tx: Tx, personId: PersonId): Promise<Link[]> =>
  links(tx).where('person_id', '=', personId).orderBy('linked_at').execute()

interface NewLink extends Named {
  readonly id: LinkId
  readonly personId: PersonId
}

export async function insertLink(tx: Tx, { id, personId, issuer, subject }: NewLink, now: Date): Promise<void> {
  await tx.insertInto('provider_link').values({ id, person_id: personId, issuer, subject, linked_at: now }).execute()
}

/** Ends a link. */
export async function endLink(tx: Tx, id: LinkId, now: Date): Promise<void> {
  await tx.updateTable('provider_link').set({ ended_at: now }).where('id', '=', id).execute()
}
