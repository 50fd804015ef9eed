import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';

export interface SweepOptions {
  /** Where the files lie. */
  readonly root: string;
  readonly connection: pg.ClientConfig;
}

export interface Swept {
  /** Files removed because no tenant's row names them. */
  readonly files: number;
  /** Half-written files removed. */
  readonly temporary: number;
  /** Left alone: an upload that may still commit holds them. */
  readonly inHand: number;
  /** The folder was filled by another database: nothing was looked at. */
  readonly foreign: boolean;
}

/** "file": keeps these locks apart from others of the database. */
const FILE_LOCKS = 0x66696c65;

/** The lock that stands for a file: whoever stores it shares it until the transaction ends, the sweep takes it alone. */
export function lockOf(hash: string): readonly [number, number] {
  return [FILE_LOCKS, Number.parseInt(hash.slice(0, 8), 16) | 0];
}

const NOTHING: Swept = { files: 0, temporary: 0, inHand: 0, foreign: false };
const FOLDER = /^[0-9a-f]{2}$/;
const FILE = /^[0-9a-f]{62}$/;
const TEMPORARY = /^[0-9a-f]{62}\.[0-9a-f-]{36}$/;
const OWNER_NOTE = 'of-database-';

/**
 * Removes what uploads that were cut off left behind: files that no `kernel_file` of any tenant names, and half-written
 * ones. Safe beside uploads in hand of this and other processes: storing a file holds its lock from before the disk is
 * looked at until its transaction ends, and the sweep removes only what it can lock alone and still finds without a row.
 * Touches nothing when the folder belongs to another database.
 */
export async function sweepFiles(options: SweepOptions): Promise<Swept> {
  const { root } = options;
  const client = new pg.Client(options.connection);
  client.on('error', () => undefined);
  await client.connect();
  try {
    if (!(await isOurs(client, root))) return { ...NOTHING, foreign: true };
    const swept = { files: 0, temporary: 0, inHand: 0 };
    for (const folder of (await readdir(root)).filter((name) => FOLDER.test(name)))
      for (const leftover of await leftoversIn(client, path.join(root, folder), folder)) {
        const removed = await removeAlone(client, leftover);
        if (!removed) swept.inHand++;
        else if (leftover.temporary) swept.temporary++;
        else swept.files++;
      }
    return { ...swept, foreign: false };
  } finally {
    await client.end();
  }
}

/** An empty file whose name holds the database's id says whose folder this is; one without is this database's from now on. */
async function isOurs(client: pg.Client, root: string): Promise<boolean> {
  const { rows } = await client.query<{ id: string }>(
    'select database_id as id from public.registry_file_folder',
  );
  const own = `${OWNER_NOTE}${rows[0]?.id}`;
  await mkdir(root, { recursive: true, mode: 0o700 });
  const notes = (await readdir(root)).filter((name) => name.startsWith(OWNER_NOTE));
  if (notes.length === 0) await writeFile(path.join(root, own), '', { mode: 0o600 });
  return notes.every((name) => name === own);
}

interface Leftover {
  readonly file: string;
  readonly hash: string;
  readonly temporary: boolean;
}

async function leftoversIn(client: pg.Client, folder: string, prefix: string): Promise<Leftover[]> {
  const names = await readdir(folder);
  const temporary = names
    .filter((name) => TEMPORARY.test(name))
    .map((name) => ({ file: path.join(folder, name), hash: prefix + name.slice(0, 62), temporary: true }));
  const hashes = names.filter((name) => FILE.test(name)).map((name) => prefix + name);
  const unnamed = await withoutRow(client, hashes);
  return [
    ...temporary,
    ...unnamed.map((hash) => ({ file: path.join(folder, hash.slice(2)), hash, temporary: false })),
  ];
}

/** Which of the hashes no tenant's row names; asks every schema that keeps files, whether this process serves it or not. */
async function withoutRow(client: pg.Client, hashes: readonly string[]): Promise<string[]> {
  if (hashes.length === 0) return [];
  const schemas = await client.query<{ name: string }>(
    "select relnamespace::regnamespace::text as name from pg_class where relname = 'kernel_file' and relkind = 'r'",
  );
  // regnamespace::text is already quoted where it must be.
  const named = schemas.rows.map(
    ({ name }) => `and not exists (select from ${name}.kernel_file k where k.hash = h.hash)`,
  );
  const { rows } = await client.query<{ hash: string }>(
    `select h.hash from unnest($1::text[]) as h (hash) where true ${named.join(' ')}`,
    [hashes],
  );
  return rows.map(({ hash }) => hash);
}

/** Removes one leftover under its lock, after looking for its row once more; false when an upload holds the lock. */
async function removeAlone(client: pg.Client, { file, hash, temporary }: Leftover): Promise<boolean> {
  await client.query('begin');
  try {
    const { rows } = await client.query<{ mine: boolean }>(
      'select pg_try_advisory_xact_lock($1::integer, $2::integer) as mine',
      [...lockOf(hash)],
    );
    const mine = rows[0]?.mine === true;
    const free = mine && (temporary || (await withoutRow(client, [hash])).length === 1);
    if (free) await rm(file, { force: true });
    return free;
  } finally {
    await client.query('commit');
  }
}
