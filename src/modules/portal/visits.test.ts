import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestTenant, testTenant } from '../../../test/support/database.ts';
import { query } from '../../kernel/db/sql.ts';
import { newId } from '../../kernel/ids.ts';
import { createLog } from '../../kernel/telemetry.ts';
import { flushVisits, noteVisit, startVisitCounting } from './visits.ts';

const PHONE = 'Mozilla/5.0 (Linux; Android 9) AppleWebKit/537.36 Chrome/103.0 Mobile Safari/537.36';
const [unitId, itemId] = [newId(), newId()];

let it_: TestTenant;
beforeAll(async () => {
  it_ = await testTenant();
});
afterAll(() => it_.close());

const look = (
  visited: { unitId: string | null; itemId: string | null },
  { agent = PHONE, signedIn = false, purpose = '' } = {},
): void =>
  noteVisit(
    {
      tenant: it_.tenant,
      today: it_.clock.today(),
      userAgent: agent,
      signedIn,
      header: (name) => (name === 'sec-purpose' && purpose !== '' ? purpose : undefined),
    },
    visited,
  );
const counted = () =>
  it_.tenant.publicDb.rows(query({ unitId: 'uuid?', itemId: 'uuid?', visits: 'bigint' })`
    select unit_id as "unitId", item_id as "itemId", visits from portal_visit_day order by 1 nulls first, 2 nulls first`);

describe('visits', () => {
  it('are counted by day, commune and item alone, and add up over the minutes', async () => {
    look({ unitId, itemId });
    look({ unitId, itemId });
    look({ unitId, itemId: null });
    look({ unitId: null, itemId: null });
    expect(await flushVisits(it_.tenant)).toBe(3);
    look({ unitId, itemId });
    look({ unitId: null, itemId: null });
    expect(await flushVisits(it_.tenant)).toBe(2);
    expect(await flushVisits(it_.tenant)).toBe(0);
    expect(await counted()).toEqual([
      { unitId: null, itemId: null, visits: 2 },
      { unitId, itemId: null, visits: 1 },
      { unitId, itemId, visits: 3 },
    ]);
    const { rows } = await it_.db.pool.query(
      "select column_name from information_schema.columns where table_name = 'portal_visit' order by 1",
    );
    expect(rows.map((row) => row.column_name)).toEqual(['day', 'item_id', 'unit_id', 'visits']);
  });

  it('of programs, of officials who are signed in and of pages fetched ahead are none', async () => {
    look({ unitId, itemId }, { agent: 'Googlebot/2.1' });
    look({ unitId, itemId }, { signedIn: true });
    look({ unitId, itemId }, { purpose: 'prefetch;prerender' });
    expect(await flushVisits(it_.tenant)).toBe(0);
  });

  it('that could not be written are written the next time', async () => {
    look({ unitId, itemId });
    const broken = { db: { ...it_.db, transaction: () => Promise.reject(new Error('cut off')) } };
    await expect(flushVisits(broken as never)).rejects.toThrow('cut off');
    expect(await flushVisits(it_.tenant)).toBe(1);
  });

  it('are written once more when the program stops', async () => {
    const counting = startVisitCounting(it_.tenants, createLog('silent'));
    look({ unitId, itemId });
    await counting.stop();
    expect(await flushVisits(it_.tenant)).toBe(0);
    expect((await counted()).at(-1)?.visits).toBe(5);
  });
});
