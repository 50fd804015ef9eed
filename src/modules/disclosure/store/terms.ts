import { createHash } from 'node:crypto';
import type { Db, Tx } from '../../../kernel/db/database.ts';
import { query, sql } from '../../../kernel/db/sql.ts';
import { newId } from '../../../kernel/ids.ts';
import type { Terms } from '../domain/terms.ts';
import { disclosureLimits } from '../limits.ts';

/** JSON with its keys in order, so that the same words have the same hash. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, one]) => [key, ordered(one)]),
  );
}

function hashOf(terms: Terms): string {
  return createHash('sha256')
    .update(JSON.stringify(ordered(terms)))
    .digest('hex');
}

/** Stores the terms that are not stored yet; answers the id of each, in the order given. Two statements for any number. */
export async function keepTerms(tx: Tx, all: readonly Terms[], now: Date): Promise<string[]> {
  const hashes = all.map(hashOf);
  const codes = all.map(({ code }) => code);
  await tx.run(sql`
    insert into disclosure_terms (id, code, hash, terms, recorded_at)
    select t.id, t.code, t.hash, t.terms, ${now}::timestamptz
    from unnest(${all.map(() => newId())}::uuid[], ${codes}::text[], ${hashes}::text[],
      ${all.map((terms) => JSON.stringify(terms))}::jsonb[]) as t (id, code, hash, terms)
    on conflict (code, hash) do nothing`);
  const rows = await tx.rows(query({ id: 'uuid', code: 'text', hash: 'text' } as const)`
    select t.id, t.code, t.hash from disclosure_terms t
    join unnest(${codes}::text[], ${hashes}::text[]) as w (code, hash) on w.code = t.code and w.hash = t.hash`);
  const ids = new Map(rows.map(({ id, code, hash }) => [`${code} ${hash}`, id]));
  return codes.map((code, at) => ids.get(`${code} ${hashes[at]}`) ?? '');
}

/** Terms never change: each is read once a process; the one used longest ago leaves first. */
const kept = new Map<string, Terms>();

/** The terms of these ids, in one statement or none. */
export async function termsByIds(db: Db, ids: Iterable<string>): Promise<ReadonlyMap<string, Terms>> {
  const wanted = [...new Set(ids)];
  const missing = wanted.filter((id) => !kept.has(id));
  if (missing.length > 0) {
    const rows = await db.rows(query({ id: 'uuid', terms: 'json' } as const)`
      select id, terms from disclosure_terms where id = any(${missing}::uuid[])`);
    for (const { id, terms } of rows) kept.set(id, terms as Terms);
  }
  const found = new Map<string, Terms>();
  for (const id of wanted) {
    const terms = kept.get(id);
    if (!terms) continue;
    kept.delete(id);
    kept.set(id, terms);
    found.set(id, terms);
  }
  for (const id of kept.keys()) {
    if (kept.size <= disclosureLimits.terms_kept) break;
    kept.delete(id);
  }
  return found;
}
