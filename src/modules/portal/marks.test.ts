import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../../../test/support/app.ts';
import { CONTENT, type DisclosureWorld, disclosureWorld } from '../../../test/support/disclosure-world.ts';
import { calendarDate } from '../../kernel/dates.ts';
import { query, sql } from '../../kernel/db/sql.ts';
import { newId } from '../../kernel/ids.ts';
import { postAt } from '../disclosure/index.ts';
import { SLUG_OF } from './domain/section-slug.ts';

let it_: TestApp;
let world: DisclosureWorld;
let itemId: string;
beforeAll(async () => {
  it_ = await testApp();
  world = await disclosureWorld(it_);
  itemId = await world.published(CONTENT, '2024-06-21T08:00');
});
afterAll(() => it_.close());

const UNIT = '/xa/ubnd-xa-mot';
const read = async (path: string): Promise<string> => {
  const answer = await it_.visitor().get(path, { 'accept-encoding': 'gzip' });
  expect(answer.status, path).toBe(200);
  const bytes = Buffer.from(await answer.arrayBuffer());
  return answer.headers.get('content-encoding') === 'gzip' ? gunzipSync(bytes).toString() : bytes.toString();
};
const changed = async (): Promise<void> => {
  await it_.db.transaction((tx) =>
    tx.run(sql`update disclosure_public set title = title || ' nữa' where item_id = ${itemId}`),
  );
};

describe('pages kept in memory', () => {
  it.each(['/', `${UNIT}/dang-niem-yet`, `${UNIT}/nhom/${SLUG_OF.fees}`, UNIT])(
    '%s changes with what it shows',
    async (path) => {
      const at = path === '/' ? `/muc/${itemId}` : path;
      const before = [await read(at), await read(at)];
      expect(before[1]).toBe(before[0]);
      if (path.endsWith('dang-niem-yet')) {
        const placeId = await world.place({ address: 'Thôn Đông' });
        await world.run(world.clerk, async (context, tx) =>
          postAt(
            context,
            tx,
            { itemId, placeId, postedOn: calendarDate('2024-06-21'), proof: [] },
            it_.files,
          ),
        );
      } else await changed();
      expect(await read(at)).not.toBe(before[0]);
    },
  );

  it('what is withdrawn, and what a unit is called, is seen at once', async () => {
    await read(UNIT);
    await it_.db.transaction((tx) =>
      tx.run(sql`update disclosure_public set is_withdrawn = true where item_id = ${itemId}`),
    );
    expect(await read(UNIT)).toContain('class="tag care"');
    await read(`/muc/${itemId}`);
    await it_.db.transaction((tx) =>
      tx.run(sql`update units_version set name = 'UBND xã Đổi Tên' where unit_id = ${world.tree.commune}`),
    );
    expect(await read(UNIT)).toContain('Xã Đổi Tên');
    expect(await read(`/muc/${itemId}`)).toContain('Xã Đổi Tên');
  });

  it('what lies around a commune is seen at once: its district, its villages, its telephone', async () => {
    const { commune, district, village } = world.tree;
    const entry = `/muc/${itemId}`;
    await read(UNIT);
    await read(entry);
    const renamed = (id: string, name: string): Promise<number> =>
      it_.db.transaction((tx) => tx.run(sql`update units_version set name = ${name} where unit_id = ${id}`));
    await renamed(district, 'UBND huyện Đổi Tên');
    expect(await read(UNIT)).toContain('huyện Đổi Tên');
    expect(await read(entry)).toContain('huyện Đổi Tên');
    await renamed(village, 'Thôn Đổi Tên');
    expect(await read(UNIT)).toContain('Thôn Đổi Tên');
    await it_.db.transaction((tx) =>
      tx.run(sql`insert into units_contact (id, unit_id, valid_from, phone, published_at)
        values (${newId()}, ${commune}, '2024-01-01', '0221 3333 444', now())`),
    );
    expect(await read(UNIT)).toContain('02213333444');
  });
});

describe('the counts of what is public', () => {
  const counted = async () =>
    it_.db.rows(query({ unitId: 'uuid', section: 'text', entries: 'bigint' })`
      select unit_id as "unitId", section, entries from portal_section_count order by 1, 2`);
  const really = async () =>
    it_.db.rows(query({ unitId: 'uuid', section: 'text', entries: 'bigint' })`
      select unit_id as "unitId", section, count(*) as entries from disclosure_public group by 1, 2 order by 1, 2`);

  it('stay right because an entry cannot go to another unit or section', async () => {
    const moved = it_.db.transaction((tx) =>
      tx.run(sql`update disclosure_public set section = 'land' where item_id = ${itemId}`),
    );
    await expect(moved).rejects.toThrow('stays with its unit and its section');
  });

  it('are what one would count, after one or many entries came, changed or went', async () => {
    const more: string[] = [];
    for (const eventOn of ['2024-05-01', '2024-05-02', '2024-05-03'])
      more.push(await world.item({ eventOn }));
    await it_.db.transaction((tx) =>
      tx.run(sql`
        insert into disclosure_public (item_id, unit_id, unit_name, section, code, occurrence, title, summary, body, dimension, event_on,
          published_on, updated_at, is_withdrawn, village_ids, is_indexed, search)
        select n.id, unit_id, unit_name, section, code, occurrence, title, summary, body, dimension, event_on,
          published_on, updated_at, is_withdrawn, village_ids, is_indexed, search
        from disclosure_public p, unnest(${more}::uuid[]) as n (id) where p.item_id = ${itemId}`),
    );
    expect(await counted()).toEqual(await really());
    await it_.db.transaction((tx) => tx.run(sql`update disclosure_public set title = title || ' x'`));
    expect(await counted()).toEqual(await really());
    await it_.db.transaction((tx) => tx.run(sql`delete from disclosure_public where item_id = ${itemId}`));
    expect(await counted()).toEqual(await really());
    await it_.db.transaction((tx) => tx.run(sql`delete from disclosure_public`));
    expect(await counted()).toEqual([]);
  });
});
