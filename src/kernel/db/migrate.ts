import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';

/**
 * Forward-only migrations in plain SQL. `shared` ones build what all tenants use (the register of tenants), `tenant` ones
 * build one tenant's schema. Each file runs once, in one transaction, under an advisory lock; a file that changed after
 * it ran stops everything, because what stands in the database would no longer be what the file says.
 */
export interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly hash: string;
}

const ROOT = path.resolve(import.meta.dirname, '../../../db/migrations');
const LOCK = 0x64616e62; // "danb"

export async function readMigrations(kind: 'shared' | 'tenant'): Promise<Migration[]> {
  const folder = path.join(ROOT, kind);
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort();
  return Promise.all(
    files.map(async (file) => {
      const sql = await readFile(path.join(folder, file), 'utf8');
      return { name: file.slice(0, -4), sql, hash: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

export interface MigrateOptions {
  readonly connection: pg.ClientConfig;
  readonly schema: string;
  readonly kind: 'shared' | 'tenant';
  /** The role the web server connects as, when it is not the owner: it gets the rows, never the definitions. */
  readonly appRole?: string;
  /** The role of the citizens' pages: it may read the views `portal_…` of a tenant and nothing else. */
  readonly portalRole?: string;
}

/** Applies what is pending to `schema` (made when missing); answers the names applied. */
export async function migrate(options: MigrateOptions): Promise<string[]> {
  const migrations = await readMigrations(options.kind);
  const client = new pg.Client(options.connection);
  await client.connect();
  try {
    return await applyPending(client, migrations, options);
  } finally {
    await client.end();
  }
}

async function applyPending(
  client: pg.Client,
  migrations: Migration[],
  options: MigrateOptions,
): Promise<string[]> {
  const schema = client.escapeIdentifier(options.schema);
  const applied: string[] = [];
  await client.query('begin');
  try {
    await client.query('select pg_advisory_xact_lock($1)', [LOCK]);
    if (options.schema !== 'public') await client.query(`create schema if not exists ${schema}`);
    await client.query(`set local search_path = ${schema}, public`);
    if (options.appRole) {
      const role = client.escapeIdentifier(options.appRole);
      await client.query(`grant usage on schema ${schema} to ${role}`);
      await client.query(
        `alter default privileges in schema ${schema} grant select, insert, update, delete on tables to ${role}`,
      );
      await client.query(`alter default privileges in schema ${schema} grant usage on sequences to ${role}`);
    }
    await client.query(`create table if not exists kernel_migration (
      name text primary key, hash text not null, applied_at timestamptz not null default now())`);
    if (options.appRole)
      await client.query(`revoke all on kernel_migration from ${client.escapeIdentifier(options.appRole)}`);
    const done = new Map(
      (
        await client.query<{ name: string; hash: string }>('select name, hash from kernel_migration')
      ).rows.map((row) => [row.name, row.hash]),
    );
    for (const migration of migrations) {
      const hash = done.get(migration.name);
      if (hash === migration.hash) continue;
      if (hash !== undefined)
        throw new Error(`migration ${migration.name} changed after it was applied to ${options.schema}`);
      await client.query(migration.sql);
      await client.query('insert into kernel_migration (name, hash) values ($1, $2)', [
        migration.name,
        migration.hash,
      ]);
      applied.push(migration.name);
    }
    if (options.kind === 'tenant') await grantServing(client, options);
    await client.query('commit');
    return applied;
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

/**
 * What is given anew at each start, so that it always is what this version means. Functions are for the application alone (PostgreSQL
 * gives each new one to everybody); the portal gets its views, and loses whatever else it was given.
 */
async function grantServing(
  client: pg.Client,
  { schema, appRole, portalRole }: MigrateOptions,
): Promise<void> {
  const name = client.escapeIdentifier(schema);
  const { rows: open } = await client.query<{ signature: string }>(
    `select oid::regprocedure as signature from pg_proc
      where pronamespace = $1::regnamespace and proowner = current_user::regrole
        and (proacl is null or exists (select from aclexplode(proacl) where grantee = 0))`,
    [schema],
  );
  for (const { signature } of open) {
    await client.query(`revoke execute on function ${signature} from public`);
    if (appRole)
      await client.query(`grant execute on function ${signature} to ${client.escapeIdentifier(appRole)}`);
  }
  if (!portalRole) return;
  const portal = client.escapeIdentifier(portalRole);
  await client.query(`revoke all on all tables in schema ${name} from ${portal}`);
  await client.query(`revoke all on schema ${name} from ${portal}`);
  await client.query(`grant usage on schema ${name} to ${portal}`);
  const { rows: views } = await client.query<{ view: string }>(
    `select oid::regclass as view from pg_class
      where relnamespace = $1::regnamespace and relkind = 'v' and relname like 'portal\\_%'`,
    [schema],
  );
  for (const { view } of views) await client.query(`grant select on ${view} to ${portal}`);
}
