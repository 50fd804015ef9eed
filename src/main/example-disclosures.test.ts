import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exampleTenant } from '../../reference/example/index.ts';
import { type TestTenant, testTenant } from '../../test/support/database.ts';
import { actorWith } from '../../test/support/people.ts';
import { planWorld } from '../../test/support/plan-world.ts';
import { type Actor, systemActor } from '../kernel/authz.ts';
import { type CalendarDate, startOfVietnamDay } from '../kernel/dates.ts';
import { query } from '../kernel/db/sql.ts';
import { newId } from '../kernel/ids.ts';
import type { BoardItem } from '../modules/disclosure/index.ts';
import { boardItems } from '../modules/disclosure/index.ts';
import { unitTree } from '../modules/units/index.ts';
import { discloseExample } from './example-disclosures.ts';

let place: TestTenant;
let items: BoardItem[];
let idOf: (key: string) => string;

beforeAll(async () => {
  place = await testTenant();
  const { db, files } = place;
  await planWorld(place);
  const units = await unitTree(db, exampleTenant.today);
  idOf = (key) => units.find((unit) => unit.key === key)?.id ?? '';
  const people = new Map(
    units.map((unit) => [unit.id, [{ ...actorWith('member', unit.lineage), name: unit.name }]]),
  );
  const office = units.find(({ key }) => key === 'phong-noi-vu');
  await discloseExample(db, {
    units,
    files,
    standing: actorWith('standing', office?.lineage ?? []),
    peopleOf: (unitId) => people.get(unitId) ?? [],
    at: (day: CalendarDate, actor: Actor = systemActor) => ({
      actor,
      now: new Date(startOfVietnamDay(day).getTime() + 9 * 3_600_000),
      requestId: newId(),
    }),
  });
  items = await boardItems(db, { unitIds: null, day: exampleTenant.today, asOf: null });
}, 120_000);
afterAll(() => place.close());

const find = (key: string, code: string): BoardItem[] =>
  items.filter(({ item }) => item.unitId === idOf(key) && item.code === code);

describe('the disclosures of the example', () => {
  it('have items of 21 communes in every state that a board must show', () => {
    expect(new Set(items.map(({ item }) => item.unitId)).size).toBe(21);
    const states = new Set(items.map(({ state }) => state));
    for (const state of ['removed_early', 'late', 'not_due', 'posted', 'proven', 'nil', 'exempt'])
      expect(states).toContain(state);
  });

  it('have one commune late with its first quarter, one paper taken down early, one not proven', () => {
    const quarter = (key: string) =>
      find(key, 'thuc-hien-ngan-sach-quy').find(({ item }) => item.occurrence === '2024Q1');
    expect(quarter('xa-bac-son')?.tests.time).toMatchObject({ answer: 'no', reason: 'posted_late' });
    expect(quarter('xa-bai-say')?.tests.time.answer).toBe('yes');
    expect(find('thi-tran-an-thi', 'du-an-dau-tu')[0]?.state).toBe('removed_early');
    expect(find('xa-dao-duong', 'du-an-dau-tu')[0]?.state).toBe('posted');
  });

  it('have a hall at which a citizen did not see it, and an answer that was given elsewhere', () => {
    expect(find('xa-bai-say', 'du-an-dau-tu')[0]).toMatchObject({ notSeen: 1, state: 'proven' });
    expect(find('xa-phu-ung', 'du-an-dau-tu')[0]).toMatchObject({ notSeen: 0, state: 'proven' });
  });

  it('put no name of a household on the web, and figures by village', async () => {
    const rows = await place.db.rows(query({ body: 'json', search: 'text' } as const)`
      select body, search from disclosure_public where code = 'ho-ngheo-cong-nhan'`);
    expect(rows).toHaveLength(5);
    for (const { body, search } of rows) {
      expect(JSON.stringify(body)).not.toMatch(/chu_ho|"Nguyễn |"Trần |"Lê /);
      expect(search).not.toMatch(/nguyen van|tran thi/);
      expect(body).toMatchObject({ personal: { shown: 'figures' }, files: [] });
    }
  });

  it('say on the portal that what is proven is proven', async () => {
    const { unproven } = await place.db.one(query({ unproven: 'int' })`
      select count(*)::integer as unproven from disclosure_public d
        cross join lateral jsonb_array_elements(d.body -> 'places') p
      where d.code = 'thuc-hien-ngan-sach-quy' and d.unit_id = ${idOf('xa-bai-say')} and not (p ->> 'isProven')::boolean`);
    expect(unproven).toBe(0);
  });

  it('count for citizens what is public, proven wherever it hangs, and late', async () => {
    const count = (key: string) =>
      place.db.row(query({ shown: 'int', proven: 'int', late: 'int' } as const)`
        select public_count as shown, proven_count as proven, late_count as late from portal_compliance
        where unit_id = ${idOf(key)}`);
    expect(await count('xa-bai-say')).toEqual({ shown: 13, proven: 13, late: 0 });
    expect(await count('xa-dao-duong')).toEqual({ shown: 10, proven: 9, late: 0 });
    expect(await count('xa-bac-son')).toEqual({ shown: 10, proven: 10, late: 1 });
    expect(await count('xa-dang-le')).toBeUndefined();
  });
});
