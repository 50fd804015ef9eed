import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestTenant, testTenant } from '../../../test/support/database.ts';
import { forOneRequest, keptAtRevision, keptUntilChanged } from './kept.ts';
import { query, sql } from './sql.ts';

let place: TestTenant;
let loads = 0;
let fail = false;

const notes = keptUntilChanged('trial', 2, async (db, key: string) => {
  loads++;
  if (fail) throw new Error('on purpose');
  return db.rows(query({ note: 'text' })`select note || ${key}::text as note from kernel_note order by note`);
});
const read = async (key = ''): Promise<string[]> => (await notes(place.db, key)).map((row) => row.note);
const add = (note: string) => sql`insert into kernel_note values (${note})`;

beforeAll(async () => {
  place = await testTenant();
  const owner = new pg.Client(place.owner);
  await owner.connect();
  await owner.query(`set search_path = ${place.tenant.schema}, public;
    create table kernel_note (note text);
    create trigger kernel_note_revision after insert or update or delete or truncate on kernel_note
      for each statement execute function kernel_count_revision('trial')`);
  await owner.end();
});
afterAll(() => place.close());

describe('what is kept until it changes', () => {
  it('is read once while nothing changes, and again after any committed change', async () => {
    expect([await read(), await read(), loads]).toEqual([[], [], 1]);
    await place.db.transaction((tx) => tx.run(add('a')));
    expect([await read(), await read(), loads]).toEqual([['a'], ['a'], 2]);
    await place.db.transaction((tx) => tx.run(sql`delete from kernel_note`));
    expect([await read(), loads]).toEqual([[], 3]);
  });

  it('never comes from a transaction that was undone, and a transaction sees its own changes', async () => {
    const undone = place.db.transaction(async (tx) => {
      await tx.run(add('undone'));
      expect((await notes(tx, '')).map((row) => row.note)).toEqual(['undone']);
      expect(await read()).toEqual([]);
      throw new Error('undo');
    });
    await expect(undone).rejects.toThrow('undo');
    expect(await read()).toEqual([]);
  });

  it('a failed reading is not kept', async () => {
    await place.db.transaction((tx) => tx.run(add('b')));
    fail = true;
    await expect(read()).rejects.toThrow('on purpose');
    fail = false;
    expect(await read()).toEqual(['b']);
  });

  it('one request reads the counts once; the next sees what changed meanwhile', async () => {
    const request = forOneRequest(place.db);
    const before = await notes(request, '');
    await place.db.transaction((tx) => tx.run(add('meanwhile')));
    expect(await notes(request, '')).toBe(before);
    expect((await notes(forOneRequest(place.db), '')).length).toBe(before.length + 1);
  });

  it('keeps only so many answers, the newest', async () => {
    loads = 0;
    for (const key of ['', '1', '2', '1', '2']) await read(key);
    expect(loads).toBe(2);
    await read('');
    expect(loads).toBe(3);
  });

  it('is loaded anew for a newer revision, and a slow answer with an older one takes what is newer and displaces nothing', async () => {
    const kept = keptAtRevision<string>(2);
    const at = (revision: number, value: string): Promise<string> =>
      kept(place.db, revision, 'key', () => Promise.resolve(value));
    expect([await at(1, 'old'), await at(1, 'again'), await at(2, 'new')]).toEqual(['old', 'old', 'new']);
    expect([await at(1, 'late'), await at(2, 'again')]).toEqual(['new', 'new']);
  });
});
