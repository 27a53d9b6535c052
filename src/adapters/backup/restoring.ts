/** Puts the rows of a backup into a house that holds nothing, as the owner of its tables, in one transaction. */
import { type Kysely, sql } from 'kysely'
import { digest, type Migration, migrateWithin } from '../../store/migrations.ts'
import type { Schema } from '../../store/schema.ts'
import { type Head, type Section, type Tally, takeBackup } from './reading.ts'
import { BadBackup } from './seal.ts'
import { jobsSection } from './writing.ts'

/** The house that was to be restored into holds something. The message says what to do. */
export class HouseNotEmpty extends Error {
  override readonly name = 'HouseNotEmpty'
}

export interface Restoring {
  readonly lines: AsyncIterable<string>
  readonly migrations: readonly Migration[]
  /** Queues a job in the transaction. */
  queueJob(tx: Kysely<Schema>, queue: string, data: Readonly<Record<string, string>>): Promise<void>
}

/**
 * Makes the tables anew as they were when the backup was made, fills them and adds later migrations; all of it happens,
 * or nothing does. Throws HouseNotEmpty and BadBackup.
 */
export async function restoreInto(owner: Kysely<Schema>, restoring: Restoring): Promise<Tally> {
  const { lines, migrations, queueJob } = restoring
  return owner.transaction().execute(async tx => {
    await refuseInhabited(tx)
    let constraints: readonly Constraint[] = []
    let forced: readonly string[] = []
    const tally = await takeBackup(lines, {
      async head(head) {
        const known = migrationsOf(head, migrations)
        await sql.raw(clearing).execute(tx)
        await migrateWithin(tx, known)
        forced = await letOwnerIn(tx)
        constraints = await liftConstraints(tx)
      },
      rows: (section, json) =>
        section.section === jobsSection
          ? queueAll(JSON.parse(json), (queue, data) => queueJob(tx, queue, data))
          : insert(tx, section, json),
    })
    for (const { table, name, definition } of constraints)
      await sql.raw(`alter table ${table} add constraint ${name} ${definition}`).execute(tx)
    for (const table of forced) await sql.raw(`alter table ${table} force row level security`).execute(tx)
    await migrateWithin(tx, migrations)
    return tally
  })
}

async function refuseInhabited(tx: Kysely<Schema>): Promise<void> {
  const { rows: tables } = await sql<{
    table: string | null
  }>`select to_regclass('public.board')::text as "table"`.execute(tx)
  if (!tables[0]?.table) return
  await sql`alter table public.board no force row level security`.execute(tx)
  const { rows } = await sql<{ inhabited: boolean }>`select exists (select from public.board) as inhabited`.execute(tx)
  if (rows[0]?.inhabited)
    throw new HouseNotEmpty('There are boards in this database already. A backup is restored into an empty one only.')
  await sql`alter table public.board force row level security`.execute(tx)
}

/** Those of Heed's migrations that the backup's house had. */
function migrationsOf({ heed, migrations: had }: Head, migrations: readonly Migration[]): readonly Migration[] {
  const texts = new Map(migrations.map(({ name, text }) => [name, digest(text)]))
  const unknown = had.find(({ name }) => !texts.has(name))
  if (unknown)
    throw new BadBackup(
      `The backup is of a later version of Heed (${heed}) than this one. Restore it with that version.`,
    )
  const edited = had.find(({ name, sha256 }) => texts.get(name) !== sha256)
  if (edited) throw new BadBackup(`The backup was made with another form of the migration ${edited.name}.`)
  const names = new Set(had.map(({ name }) => name))
  return migrations.filter(({ name }) => names.has(name))
}

const clearing = `do $clearing$ declare r record; begin
  for r in select c.oid::regclass::text as name from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'v'
  loop execute format('drop view if exists %s cascade', r.name); end loop;
  for r in select c.oid::regclass::text as name from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
  loop execute format('drop table if exists %s cascade', r.name); end loop;
  for r in select p.oid::regprocedure::text as name from pg_proc p where p.pronamespace = 'public'::regnamespace
  loop execute format('drop function if exists %s cascade', r.name); end loop;
end $clearing$`

/** Row-level security holds for the owner too, until it is lifted; gives the tables for which it is to hold again. */
async function letOwnerIn(tx: Kysely<Schema>): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`select oid::regclass::text as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r' and relforcerowsecurity`.execute(tx)
  for (const { name } of rows) await sql.raw(`alter table ${name} no force row level security`).execute(tx)
  return rows.map(({ name }) => name)
}

interface Constraint {
  readonly table: string
  readonly name: string
  readonly definition: string
}

// Tables come by their names, not in the order in which they refer to each other; added again, references are checked.
async function liftConstraints(tx: Kysely<Schema>): Promise<readonly Constraint[]> {
  const { rows } = await sql<Constraint>`select conrelid::regclass::text as "table", quote_ident(conname) as name,
      pg_get_constraintdef(oid) as definition
    from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`.execute(tx)
  for (const { table, name } of rows) await sql.raw(`alter table ${table} drop constraint ${name}`).execute(tx)
  return rows
}

async function insert(tx: Kysely<Schema>, { section, columns }: Section, json: string): Promise<void> {
  const names = sql.join(columns.map(({ name }) => sql.ref(name)))
  const values = sql.join(columns.map(({ type }, at) => sql`(r ->> ${sql.lit(at)})::${sql.raw(typeName(type))}`))
  await sql`insert into ${sql.table(section)} (${names})
    select ${values} from json_array_elements(${json}::text::json) r`.execute(tx)
}

/** The words of a type as the catalogue writes it; whoever could write a backup writes no statement. */
function typeName(type: string): string {
  if (!/^[a-z0-9_ ]+(\(\d+(,\d+)?\))?(\[\])?$/.test(type))
    throw new BadBackup(`The backup has a column of type ${type}.`)
  return type
}

async function queueAll(
  jobs: readonly [string, string][],
  queueJob: (queue: string, data: Readonly<Record<string, string>>) => Promise<void>,
): Promise<void> {
  for (const [queue, data] of jobs) await queueJob(queue, JSON.parse(data))
}
