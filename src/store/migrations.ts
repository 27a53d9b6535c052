/** The schema's history: plain SQL files, applied once each, in order, under a lock, and never edited after release. */
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { type Kysely, sql } from 'kysely'
import type { Schema } from './schema.ts'

export interface Migration {
  readonly name: string
  readonly text: string
}

/** A migration reads otherwise than when it was applied. */
export class EditedMigration extends Error {
  override readonly name = 'EditedMigration'
}

/** The migrations of a folder, by name. Throws when a script's name would leave it out of their order. */
export async function listMigrations(folder: string): Promise<readonly Migration[]> {
  const names = (await readdir(folder)).filter(name => name.endsWith('.sql')).sort()
  const odd = names.find(name => !/^\d{4}_[a-z-]+\.sql$/.test(name))
  if (odd !== undefined) throw new Error(`migration ${odd} is to be named like 0001_house.sql`)
  return Promise.all(names.map(async name => ({ name, text: await readFile(path.join(folder, name), 'utf8') })))
}

const lock = 4_233_700_001

/**
 * Brings the schema up to date and returns the names of what was applied. All of it happens, or nothing does.
 * Throws EditedMigration when one that was applied earlier reads otherwise now.
 */
export async function migrate(db: Kysely<Schema>, migrations: readonly Migration[]): Promise<readonly string[]> {
  return db.transaction().execute(tx => migrateWithin(tx, migrations))
}

/** As `migrate`, in a transaction that the caller began. */
export async function migrateWithin(tx: Kysely<Schema>, migrations: readonly Migration[]): Promise<readonly string[]> {
  await sql`select pg_advisory_xact_lock(${lock}::bigint)`.execute(tx)
  await sql`create table if not exists migration (name text primary key, sha256 text not null,
    applied_at timestamptz not null default now())`.execute(tx)
  const fresh = await missing(tx, migrations)
  for (const { name, text } of fresh) {
    await sql.raw(asOneStatement(text)).execute(tx)
    await sql`insert into migration (name, sha256) values (${name}, ${digest(text)})`.execute(tx)
  }
  return fresh.map(({ name }) => name)
}

/** The names of the migrations that the database lacks. Throws EditedMigration. */
export async function findMissing(db: Kysely<Schema>, migrations: readonly Migration[]): Promise<readonly string[]> {
  return (await missing(db, migrations)).map(({ name }) => name)
}

async function missing(db: Kysely<Schema>, migrations: readonly Migration[]): Promise<readonly Migration[]> {
  const { rows } = await sql<{ name: string; sha256: string }>`select name, sha256 from migration`.execute(db)
  const applied = new Map(rows.map(row => [row.name, row.sha256]))
  return migrations.filter(migration => !isApplied(applied, migration))
}

// The embedded engine prepares every statement and so takes one at a time; a block that executes the script is one.
const asOneStatement = (script: string) => `do $migration$ begin execute $script$${script}$script$; end $migration$`

function isApplied(applied: ReadonlyMap<string, string>, { name, text }: Migration): boolean {
  const before = applied.get(name)
  if (before !== undefined && before !== digest(text))
    throw new EditedMigration(`migration ${name} was edited after it was applied`)
  return before !== undefined
}

/** The fingerprint by which an edited script is found out. */
export const digest = (text: string) => createHash('sha256').update(text).digest('hex')
