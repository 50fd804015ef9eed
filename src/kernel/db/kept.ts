import type pg from 'pg';
import type { Database, Db } from './database.ts';
import { query } from './sql.ts';

interface Kept<Value> {
  readonly revision: number;
  readonly values: Map<string, Promise<Value>>;
}

type Revisions = ReadonlyMap<string, number>;

/** What a request read of the counts; absent until something asks. */
const ofRequest = new WeakMap<Db, { revisions?: Promise<Revisions> }>();

/** The same database for one request: the counts of `keptUntilChanged` are read at most once, when first needed. */
export function forOneRequest(db: Database): Database {
  const own = { ...db };
  ofRequest.set(own, {});
  return own;
}

async function readRevisions(db: Db): Promise<Revisions> {
  const rows = await db.rows(query({ subject: 'text', revision: 'bigint' })`
    select subject, revision from kernel_revision`);
  return new Map(rows.map((row) => [row.subject, row.revision]));
}

function revisionsOf(db: Db): Promise<Revisions> {
  const request = ofRequest.get(db);
  if (!request) return readRevisions(db);
  request.revisions ??= readRevisions(db);
  return request.revisions;
}

/**
 * For whoever has read a revision in the same statement as the rest: keeps what `load` answers for a key in this process while that
 * revision is the newest seen. What is answered is shared: never change it. Keeps at most `most` keys a tenant.
 */
export function keptAtRevision<Value>(
  most: number,
): (db: Database, revision: number, key: string, load: () => Promise<Value>) => Promise<Value> {
  const byPool = new WeakMap<pg.Pool, Kept<Value>>();
  return (db, revision, key, load) => {
    let kept = byPool.get(db.pool);
    // A slower answer may come with an older count: what was kept since is newer and stays.
    if (!kept || kept.revision < revision) {
      kept = { revision, values: new Map() };
      byPool.set(db.pool, kept);
    }
    const { values } = kept;
    const known = values.get(key);
    if (known) return known;
    const loading = load();
    values.set(key, loading);
    loading.catch(() => values.delete(key));
    const [oldest] = values.keys();
    if (values.size > most && oldest !== undefined) values.delete(oldest);
    return loading;
  };
}

/**
 * Keeps what `load` answers in this process until a row of the tables behind `subject` changes, whoever changes it: their
 * triggers count revisions (`kernel_count_revision`), and each call compares the count first. A transaction, which may
 * hold changes of its own, always loads. What is answered is shared: never change it. Keeps at most `most` keys a tenant.
 */
export function keptUntilChanged<Key extends string, Value>(
  subject: string,
  most: number,
  load: (db: Db, key: Key) => Promise<Value>,
): (db: Db, key: Key) => Promise<Value> {
  const kept = keptAtRevision<Value>(most);
  return async (db, key) => {
    if (!isDatabase(db)) return load(db, key);
    const revision = (await revisionsOf(db)).get(subject) ?? 0;
    return kept(db, revision, key, () => load(db, key));
  };
}

function isDatabase(db: Db): db is Database {
  return 'pool' in db;
}
