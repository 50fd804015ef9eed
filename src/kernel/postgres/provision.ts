import pg from 'pg';
import { ADMIN, APP, connectionTo, DATABASE, OWNER, PORTAL } from './connection.ts';

const EXTENSIONS = ['unaccent', 'pg_trgm', 'btree_gist', 'ltree', 'citext'];

/**
 * Makes roles, database and extensions that are missing. Each step can be repeated, so a start that dies half way is finished
 * by the next. The roles that serve come last: whoever can connect as one finds everything there.
 */
export async function ensureDatabase(socketFolder: string): Promise<void> {
  if (await complete(socketFolder)) return;
  await as(socketFolder, 'postgres', async (client) => {
    if (!(await exists(client, 'select from pg_roles where rolname = $1', OWNER))) {
      await client.query(`create role ${OWNER} login`);
    }
    if (!(await exists(client, 'select from pg_database where datname = $1', DATABASE))) {
      await client.query(`create database ${DATABASE} owner ${OWNER}`);
    }
    await client.query(`revoke all on database ${DATABASE}, postgres, template1 from public`);
  });
  await as(socketFolder, DATABASE, async (client) => {
    for (const name of EXTENSIONS) await client.query(`create extension if not exists ${name} schema public`);
    for (const role of [PORTAL, APP]) {
      if (!(await exists(client, 'select from pg_roles where rolname = $1', role)))
        await client.query(`create role ${role} login`);
      await client.query(`grant connect on database ${DATABASE} to ${role}`);
    }
  });
}

async function complete(socketFolder: string): Promise<boolean> {
  try {
    return await as(socketFolder, DATABASE, async (client) => {
      const { rows } = await client.query<{ complete: boolean }>(
        `select (select count(*) from pg_extension where extname = any($1)) = $2
            and (select count(*) from pg_roles where rolname = any($3)
              and has_database_privilege(oid, $4, 'connect')) = cardinality($3::text[]) as complete`,
        [EXTENSIONS, EXTENSIONS.length, [PORTAL, APP], DATABASE],
      );
      return rows[0]?.complete === true;
    });
  } catch (error) {
    const NO_SUCH_DATABASE = '3D000';
    if ((error as { code?: string }).code === NO_SUCH_DATABASE) return false;
    throw error;
  }
}

async function exists(client: pg.Client, question: string, name: string): Promise<boolean> {
  return (await client.query(question, [name])).rowCount === 1;
}

async function as<T>(
  socketFolder: string,
  database: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ ...connectionTo(socketFolder, 'admin', database), user: ADMIN });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
