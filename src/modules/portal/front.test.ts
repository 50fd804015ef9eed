import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestTenant, testTenant } from '../../../test/support/database.ts';
import { CONTENT, type DisclosureWorld, disclosureWorld } from '../../../test/support/disclosure-world.ts';
import { READ_TABLES } from '../../../test/support/read-tables.ts';
import { addDays, calendarDate } from '../../kernel/dates.ts';
import { query, sql } from '../../kernel/db/sql.ts';
import { PAPER_PLACES, postAt, SECTIONS, type Section } from '../disclosure/index.ts';
import { NO_PAPERS, papersOn } from './domain/front.ts';
import { BEGINNING, type PageCursor } from './domain/page-cursor.ts';
import { tableNamed } from './domain/tables.ts';
import { portalLimits } from './limits.ts';
import { dataLimits } from './limits-data.ts';
import { unitWithEntries } from './queries/lists.ts';
import { unitWithPapers } from './queries/papers.ts';
import { saidItems } from './queries/said-items.ts';
import { unitHome } from './queries/unit-home.ts';

let it_: TestTenant;
let world: DisclosureWorld;
let items: string[];
let places: { id: string; name: string; isPaper: boolean }[];
beforeAll(async () => {
  it_ = await testTenant();
  world = await disclosureWorld(it_);
  items = [];
  for (let at = 0; at < 6; at++) items.push(await world.item({ eventOn: addDays(START, -at) }));
  items.sort();
  places = [];
  for (const kind of ['office_board', 'village_hall', 'community_point', 'loudspeaker'] as const) {
    const villageId = kind === 'village_hall' || kind === 'community_point' ? world.tree.village : null;
    const id = await world.place({ kind, villageId, name: `Điểm ${kind}` });
    places.push({ id, name: `Điểm ${kind}`, isPaper: PAPER_PLACES.includes(kind) });
  }
});
afterAll(() => it_.close());

const START = calendarDate('2024-06-01');
const LATEST = 10;
const KEY = 'ubnd-xa-mot';

interface Posted {
  readonly place: number;
  readonly posted: number;
  readonly stays: number | null;
  readonly isRemoved: boolean;
}
interface Written {
  readonly published: number;
  readonly isWithdrawn: boolean;
  readonly postings: readonly Posted[];
}

const offset = fc.integer({ min: 0, max: LATEST });
const posted: fc.Arbitrary<Posted> = fc.record({
  place: fc.integer({ min: 0, max: 3 }),
  posted: offset,
  stays: fc.option(fc.integer({ min: 0, max: 20 }), { freq: 6 }),
  isRemoved: fc.boolean(),
});
const written: fc.Arbitrary<Written> = fc.record({
  published: offset,
  isWithdrawn: fc.boolean(),
  postings: fc.uniqueArray(posted, { maxLength: 4, selector: ({ place }) => place }),
});

const dayAt = (days: number) => addDays(START, days);
const staysUntil = ({ posted: from, stays }: Posted) => (stays === null ? null : dayAt(from + stays));

const bodyOf = ({ postings }: Written) => ({
  v: 1,
  places: postings.map((one) => ({
    placeId: places[one.place]?.id,
    postedOn: dayAt(one.posted),
    staysUntil: staysUntil(one),
    removedOn: one.isRemoved ? dayAt(one.posted) : null,
  })),
});

/** Writes each entry, over what stood there before, in one statement or one after another. */
async function write(entries: readonly Written[], atOnce: boolean): Promise<void> {
  const rows = entries.map((entry, at) => ({
    id: items[at],
    published: dayAt(entry.published),
    isWithdrawn: entry.isWithdrawn,
    body: bodyOf(entry),
  }));
  for (const some of atOnce ? [rows] : rows.map((row) => [row]))
    await it_.db.transaction((tx) =>
      tx.run(sql`
        insert into disclosure_public (item_id, unit_id, unit_name, section, code, occurrence, title, summary, body, dimension, event_on,
          published_on, updated_at, is_withdrawn, village_ids, is_indexed, search)
        select id, ${world.tree.commune}, 'Xã', 'fees', 'thu', '2024', 'Mục', '', body, 2, published, published, now(), "isWithdrawn", '{}', true, ''
        from jsonb_to_recordset(${JSON.stringify(some)}::jsonb) as r (id uuid, published date, "isWithdrawn" boolean, body jsonb)
        on conflict (item_id) do update set body = excluded.body, is_withdrawn = excluded.is_withdrawn, published_on = excluded.published_on`),
    );
}

/** What hangs on the day at places that `counts`, from the entries themselves. */
const hangs = (entries: readonly Written[], day: string, counts: (place: number) => boolean) =>
  entries.flatMap((entry, at) =>
    entry.isWithdrawn
      ? []
      : entry.postings
          .filter((one) => {
            const until = staysUntil(one);
            return (
              counts(one.place) &&
              !one.isRemoved &&
              dayAt(one.posted) <= day &&
              (until === null || until >= day)
            );
          })
          .map((one) => ({
            itemId: items[at] ?? '',
            placeId: places[one.place]?.id ?? '',
            postedOn: dayAt(one.posted),
          })),
  );

const newestFirst = (a: { postedOn: string; itemId: string; placeId: string }, b: typeof a): number =>
  b.postedOn.localeCompare(a.postedOn) ||
  a.itemId.localeCompare(b.itemId) ||
  a.placeId.localeCompare(b.placeId);

describe('what stands on the front of a unit', () => {
  it('is on every day what its entries and postings say, whoever wrote them and in which order', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(written, { minLength: 1, maxLength: 6 }),
        fc.boolean(),
        fc.integer({ min: LATEST, max: LATEST + 25 }),
        async (entries, atOnce, days) => {
          await it_.db.transaction((tx) => tx.run(sql`delete from disclosure_public`));
          await write(entries, atOnce);
          const day = dayAt(days);
          const newSince = addDays(day, -6);
          const onPaper = hangs(entries, day, (place) => places[place]?.isPaper === true).sort(newestFirst);

          const home = await unitHome(it_.tenant.publicDb, KEY, day, newSince);
          expect(home?.hanging).toBe(new Set(onPaper.map(({ itemId }) => itemId)).size);
          const young = onPaper.filter(({ postedOn }) => postedOn >= newSince);
          expect(home?.hangingNew).toBe(new Set(young.map(({ itemId }) => itemId)).size);
          expect(home?.newestPosting ?? undefined).toEqual(onPaper[0] && expect.objectContaining(onPaper[0]));
          expect(home?.sections).toEqual([{ section: 'fees', count: entries.length }]);
          expect(home?.newest.length).toBe(Math.min(5, entries.length));

          const found = await unitWithPapers(it_.tenant.publicDb, KEY, day);
          const posted = found?.papers ?? NO_PAPERS;
          const papers = papersOn(posted, day);
          const lines = papers.flatMap(({ itemId, at }) =>
            at.map(({ placeId, postedOn }) => ({ itemId, placeId, postedOn })),
          );
          expect(lines.toSorted(newestFirst)).toEqual(onPaper);
          expect(papers.map(({ itemId }) => itemId)).toEqual([
            ...new Set(onPaper.map(({ itemId }) => itemId)),
          ]);
          const inVillage = papersOn(posted, day, { villageId: world.tree.village }).flatMap(
            ({ itemId, at }) => at.map(({ placeId, postedOn }) => ({ itemId, placeId, postedOn })),
          );
          expect(inVillage.toSorted(newestFirst)).toEqual(
            onPaper.filter(({ placeId }) => placeId === places[1]?.id || placeId === places[2]?.id),
          );
          for (const [at, place] of places.entries()) {
            const there = papersOn(posted, day, { placeId: place.id });
            expect(there.map(({ itemId }) => itemId)).toEqual(
              hangs(entries, day, (one) => one === at)
                .sort(newestFirst)
                .map(({ itemId }) => itemId),
            );
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('of two transactions that write at once holds both', async () => {
    await it_.db.transaction((tx) => tx.run(sql`delete from disclosure_public`));
    const paper = (place: number): Written => ({
      published: 0,
      isWithdrawn: false,
      postings: [{ place, posted: 0, stays: 30, isRemoved: false }],
    });
    await write([paper(0), paper(0)], true);
    const change = (at: number) => sql`
      update disclosure_public set body = ${JSON.stringify(bodyOf(paper(1)))}::jsonb where item_id = ${items[at] ?? ''}`;
    let second: Promise<void> | undefined;
    await it_.db.transaction(async (tx) => {
      await tx.run(change(0));
      second = it_.db.transaction(async (other) => {
        await other.run(change(1));
      });
      // Long enough for the second to have read what it will wait with; it ends only after this one.
      await tx.one(query({ waited: 'text' })`select pg_sleep(0.3)::text as waited`);
    });
    await second;
    const found = await unitWithPapers(it_.tenant.publicDb, KEY, dayAt(5));
    const hanging = papersOn(found?.papers ?? NO_PAPERS, dayAt(5));
    expect(hanging.flatMap(({ at }) => at.map(({ placeId }) => placeId))).toEqual([
      places[1]?.id,
      places[1]?.id,
    ]);
  });

  it('is empty again when everything was taken back', async () => {
    await it_.db.transaction((tx) => tx.run(sql`delete from disclosure_public`));
    const home = await unitHome(it_.tenant.publicDb, KEY, dayAt(5), START);
    expect(home).toMatchObject({ hanging: 0, newestPosting: null, sections: [], newest: [] });
    expect((await unitWithPapers(it_.tenant.publicDb, KEY, dayAt(5)))?.papers).toEqual(NO_PAPERS);
  });

  it('names a place as it is called now', async () => {
    const itemId = await world.published(CONTENT, '2024-06-21T08:00');
    const placeId = await world.place({ name: 'Bảng tin cổng trụ sở' });
    await world.run(world.clerk, (context, tx) =>
      postAt(context, tx, { itemId, placeId, postedOn: calendarDate('2024-06-21'), proof: [] }, it_.files),
    );
    const found = await unitWithPapers(it_.tenant.publicDb, KEY, calendarDate('2024-06-24'));
    expect(found?.papers.places.map(({ placeName }) => placeName)).toEqual(['Bảng tin cổng trụ sở']);
  });
});

describe('what the latest entries of a section say', () => {
  const said = () => saidItems(it_.tenant.publicDb, { unitId: world.tree.commune, section: 'fees' });
  const fields = (number: number) => [
    { key: 'nam', kind: 'text', label: { vi: 'Năm', en: 'Year' }, value: String(number) },
    { key: 'trong', kind: 'text', label: { vi: 'Trống', en: 'Empty' }, value: null },
    {
      key: 'khoan_thu',
      kind: 'table',
      label: { vi: 'Thu', en: 'Fees' },
      columns: [],
      rows: [{ ten: 'Phí', muc: null, so: 1.5 }],
    },
  ];
  interface More {
    readonly withdrawn?: boolean;
    readonly personalUntil?: string;
    readonly section?: Section;
    readonly fields?: readonly object[];
  }
  const put = (at: number, more: More = {}) =>
    it_.db.transaction((tx) =>
      tx.run(sql`
        insert into disclosure_public (item_id, unit_id, unit_name, section, code, occurrence, title, summary, body, dimension, event_on,
          published_on, updated_at, is_withdrawn, village_ids, is_indexed, search, personal_until)
        values (${ids[at]}, ${world.tree.commune}, 'Xã', ${more.section ?? 'fees'}, 'thu', '2024', ${`Mục ${at}`}, '',
          ${JSON.stringify({ v: 1, places: [], fields: more.fields ?? fields(at) })}::jsonb, 2, ${dayAt(at)}, ${dayAt(at)}, '2024-06-20T01:02:03Z',
          ${more.withdrawn ?? false}, '{}', true, '', ${more.personalUntil ?? null})
        on conflict (item_id) do update set is_withdrawn = excluded.is_withdrawn, personal_until = excluded.personal_until`),
    );
  const ids: string[] = [];
  beforeAll(async () => {
    for (let at = 0; at < portalLimits.page_entries + 2; at++)
      ids.push(await world.item({ eventOn: addDays(START, -40 - at) }));
    await it_.db.transaction((tx) => tx.run(sql`delete from disclosure_public`));
    for (const [at] of ids.entries()) await put(at);
  });

  it('is kept as it is written: so many, the latest first, without labels and empty cells', async () => {
    const items = await said();
    expect(items.map(({ itemId }) => itemId)).toEqual(ids.toReversed().slice(0, dataLimits.said_items));
    expect(items[0]).toEqual({
      itemId: ids.at(-1),
      title: `Mục ${ids.length - 1}`,
      occurrence: '2024',
      eventOn: dayAt(ids.length - 1),
      updatedAt: '2024-06-20T01:02:03+00:00',
      fields: [
        { key: 'nam', value: String(ids.length - 1) },
        { key: 'trong' },
        { key: 'khoan_thu', rows: [{ ten: 'Phí', so: 1.5 }] },
      ],
    });
  });

  it('stands with the first page of the list, newest first, to which the next page follows on', async () => {
    const list = (after: PageCursor) =>
      unitWithEntries(it_.tenant.publicDb, { key: KEY, day: dayAt(30), section: 'fees', after });
    const first = (await list(BEGINNING))?.entries ?? [];
    expect(first.map(({ itemId }) => itemId)).toEqual(
      ids.toReversed().slice(0, portalLimits.page_entries + 1),
    );
    expect(first.length).toBe(portalLimits.page_entries + 1);
    expect(first[0]).toMatchObject({ title: `Mục ${ids.length - 1}`, hangsUntil: null, isWithdrawn: false });
    const last = first[portalLimits.page_entries - 1];
    const next = (await list({ publishedOn: last?.publishedOn ?? '', itemId: last?.itemId ?? '' }))?.entries;
    expect(next?.map(({ itemId }) => itemId)).toEqual(ids.toReversed().slice(portalLimits.page_entries));
    // A line of the first page and one of a later page are the same thing.
    const before = (await list({ publishedOn: '9999-12-31', itemId: BEGINNING.itemId }))?.entries;
    expect(before).toEqual(first);
  });

  it('holds nothing that was withdrawn, no list with names, and nothing once all was taken back', async () => {
    const last = ids.length - 1;
    await put(last, { withdrawn: true });
    await put(last - 1, { personalUntil: '2024-12-31' });
    expect((await said()).map(({ itemId }) => itemId)).toEqual(
      ids.toReversed().slice(2, 2 + dataLimits.said_items),
    );
    await put(last);
    expect((await said())[0]?.itemId).toBe(ids.at(-1));
    await it_.db.transaction((tx) => tx.run(sql`delete from disclosure_public`));
    expect(await said()).toEqual([]);
  });

  describe('as much of it as pages show', () => {
    const table = (key: string, rows: number, from = 0) => ({
      key,
      kind: 'table',
      rows: Array.from({ length: rows }, (_, at) => ({ ten: `Dòng ${from + at}`, so: from + at })),
    });
    const rowsOf = async (section: Section, key: string) =>
      (await saidItems(it_.tenant.publicDb, { unitId: world.tree.commune, section })).map((item) =>
        (tableNamed(item, key)?.rows ?? []).map(({ so }) => so),
      );

    it('of a budget form its total, in every entry', async () => {
      for (const at of [0, 1, 2])
        await put(at, { section: 'budget', fields: [table('thu', 15, at), table('chi', 15, at + 100)] });
      expect(await rowsOf('budget', 'thu')).toEqual([[2], [1], [0]]);
      expect(await rowsOf('budget', 'chi')).toEqual([[102], [101], [100]]);
    });

    it('of any other table the first rows of all entries together, the latest first, each name once', async () => {
      await it_.db.transaction((tx) => tx.run(sql`delete from disclosure_public`));
      expect(dataLimits.said_rows).toBe(dataLimits.lead_rows + 1);
      for (const at of [0, 1, 2, 3])
        await put(at, {
          section: 'projects',
          fields: [table('du_an', 15, at * 1000), table('tien_do', 5, at)],
        });
      expect((await rowsOf('projects', 'du_an')).map((rows) => [rows[0], rows.length])).toEqual([
        [3000, 15],
        [2000, 15],
        [1000, dataLimits.said_rows - 30],
        [undefined, 0],
      ]);
      // The same name again is what an earlier entry said of it.
      expect(await rowsOf('projects', 'tien_do')).toEqual([[3, 4, 5, 6, 7], [2], [1], [0]]);
    });

    it('is kept of the sections that a page puts into a table, and of no other', async () => {
      const kept = await it_.db.rows(query({ section: 'text', rows: 'int' })`
        select s.section, in_all as rows from unnest(${[...SECTIONS]}::text[]) s(section) cross join disclosure_rows_said(s.section) order by s.section`);
      expect(kept.map(({ section }) => section)).toEqual(
        [...new Set(READ_TABLES.map(({ section }) => section))].sort(),
      );
      const { said_items, said_rows, said_schedule_rows } = dataLimits;
      const others: Partial<Record<string, number>> = {
        budget: said_items,
        reception: said_schedule_rows,
        leaders: said_schedule_rows,
      };
      for (const { section, rows } of kept) expect(rows, section).toBe(others[section] ?? said_rows);
    });
  });
});

describe('paper on a wall', () => {
  it('means the same to the database as to the declaration', async () => {
    const kinds = await it_.db.rows(query({ kind: 'text', isOnPaper: 'bool' })`
      select distinct kind, is_on_paper as "isOnPaper" from portal_place order by kind`);
    expect(kinds.length).toBeGreaterThanOrEqual(4);
    for (const { kind, isOnPaper } of kinds)
      expect(isOnPaper, kind).toBe((PAPER_PLACES as readonly string[]).includes(kind));
  });
});
