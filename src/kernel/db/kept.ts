import type { Database, Db } from './database.ts';
import { query } from './sql.ts';

interface Kept<Value> {
  revision: number;
  readonly values: Map<string, Promise<Value>>;
}

const revisionRow = query({ revision: 'bigint' });

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
  const byDatabase = new WeakMap<Database, Kept<Value>>();
  return async (db, key) => {
    if (!isDatabase(db)) return load(db, key);
    const row = await db.row(revisionRow`select revision from kernel_revision where subject = ${subject}`);
    const revision = row?.revision ?? 0;
    let kept = byDatabase.get(db);
    // A slower answer may come with an older count: what was kept since is newer and stays.
    if (!kept || kept.revision < revision) {
      kept = { revision, values: new Map() };
      byDatabase.set(db, kept);
    }
    const { values } = kept;
    const known = values.get(key);
    if (known) return known;
    const loading = load(db, key);
    values.set(key, loading);
    loading.catch(() => values.delete(key));
    const [oldest] = values.keys();
    if (values.size > most && oldest !== undefined) values.delete(oldest);
    return loading;
  };
}

function isDatabase(db: Db): db is Database {
  return 'pool' in db;
}
