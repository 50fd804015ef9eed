import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { counting } from '../../../../test/support/counting.ts';
import { type TestTenant, testTenant } from '../../../../test/support/database.ts';
import {
  CONTENT,
  DECISION,
  type DisclosureWorld,
  disclosureWorld,
} from '../../../../test/support/disclosure-world.ts';
import { toldUnits } from '../../../../test/support/period-world.ts';
import { systemActor } from '../../../kernel/authz.ts';
import { query } from '../../../kernel/db/sql.ts';
import type { DeclarationInput } from '../domain/declaration.ts';
import { jobs } from '../jobs.ts';
import { openDueItems } from './open-due-items.ts';
import { postAt } from './post-at.ts';
import { publishItem } from './publish-item.ts';
import { remindDisclosure } from './remind.ts';
import { removePosting } from './remove-posting.ts';

let place: TestTenant;
let world: DisclosureWorld;

/** A list whose names hang on paper and stand on the web for 30 days. */
const LIST: DeclarationInput = {
  ...DECISION,
  code: 'danh-sach-ho',
  section: 'support',
  fields: [
    { key: 'so_quyet_dinh', label: { vi: 'Số', en: 'Number' }, kind: 'text' },
    {
      key: 'danh_sach',
      label: { vi: 'Danh sách', en: 'List' },
      kind: 'table',
      columns: [
        { key: 'ho_ten', label: { vi: 'Chủ hộ', en: 'Head' }, kind: 'text', personal: 'paper' },
        { key: 'thon', label: { vi: 'Thôn', en: 'Village' }, kind: 'village' },
      ],
    },
  ],
  personalOnWeb: {
    show: 'names',
    days: 30,
    reason: { vi: 'Theo quy trình bình xét', en: 'By the procedure of review' },
  },
};

beforeAll(async () => {
  place = await testTenant();
  world = await disclosureWorld(place);
  await world.declare(LIST);
});
afterAll(() => place.close());

const job = async (name: string, at: string) => {
  place.clock.set(new Date(`${at}+07:00`));
  const found = jobs.find((one) => one.name === name);
  const counts = await found?.run(undefined as never, { tenant: place.tenant } as never);
  place.clock.set(new Date('2024-06-24T02:00:00Z'));
  return counts;
};

describe('names on the portal', () => {
  it('are gone from the row, its search and the index at the end of their time; figures by village stay', async () => {
    const itemId = await world.item({ code: LIST.code, title: 'Danh sách hỗ trợ' });
    const content = {
      v: 1 as const,
      fields: {
        so_quyet_dinh: '20/QĐ-UBND',
        danh_sach: [{ ho_ten: 'Nguyễn Thị Mơ', thon: 'Thôn Đông' }],
      },
    };
    const file = {
      role: 'official' as const,
      name: 'danh-sach.pdf',
      mediaType: 'application/pdf',
      bytes: new TextEncoder().encode('%PDF-1.7 danh sách'),
      found: null,
      allowedBecause: null,
    };
    const sealed = {
      ...file,
      role: 'sealed' as const,
      name: 'goc.pdf',
      bytes: new TextEncoder().encode('gốc'),
    };
    await world.run(world.clerk, (context, tx) =>
      publishItem(
        context,
        tx,
        { itemId, content, summary: 'Danh sách.', files: [{ kind: 'prepared', parts: [file, sealed] }] },
        place.files,
      ),
    );
    const row = () =>
      place.db.one(query({
        body: 'json',
        search: 'text',
        isIndexed: 'bool',
        until: 'date?',
        whole: 'text',
      } as const)`
        select body, search, is_indexed as "isIndexed", personal_until as until, to_jsonb(p)::text as whole
        from disclosure_public p where item_id = ${itemId}`);
    expect(await row()).toMatchObject({ until: '2024-07-24', isIndexed: false });
    // Read on its page for its time, but nobody is looked for by a name.
    expect((await row()).whole).toContain('Nguyễn Thị Mơ');
    expect((await row()).search).not.toContain('nguyen thi mo');
    // The sealed original is never public, not even by its name.
    expect((await row()).body).toMatchObject({ files: [{ name: 'danh-sach.pdf' }] });
    expect(await job('disclosure_expire_personal', '2024-07-24T00:03')).toEqual({ items: 0 });
    expect(await job('disclosure_expire_personal', '2024-07-25T00:03')).toEqual({ items: 1 });
    const after = await row();
    expect(after).toMatchObject({ until: null, isIndexed: true });
    expect(after.whole.toLowerCase()).not.toMatch(/mơ|nguyen thi mo|danh-sach\.pdf/);
    expect(after.body).toMatchObject({
      personal: { shown: 'figures', figures: [{ village: 'Thôn Đông', count: 1 }] },
      files: [],
    });
    expect(await job('disclosure_expire_personal', '2024-07-26T00:03')).toEqual({ items: 0 });
  });
});

describe('reminders', () => {
  const remind = (at: string) => job('disclosure_remind', at);
  const kinds = async () =>
    (
      await place.db.rows(query({ kind: 'text' })`
        select params ->> 'reminder' as kind from notices_notice where kind = 'disclosure_reminder' order by made_at, id`)
    ).map(({ kind }) => kind);

  it('come when something falls due, is late, hangs too long or has grown old; once each, on working days', async () => {
    await world.declare({
      ...DECISION,
      code: 'thuong-xuyen',
      occasion: { kind: 'standing', refresh: { amount: 10, unit: 'wd' } },
    });
    await world.run(systemActor, (context, tx) => openDueItems(context, tx, world.day('2024-06-24')));
    const { id: standing } = await place.db.one(query({ id: 'uuid' })`
      select id from disclosure_item where code = 'thuong-xuyen' and unit_id = ${world.tree.commune}`);
    await world.run(world.clerk, (context, tx) =>
      publishItem(
        context,
        tx,
        { itemId: standing, content: CONTENT, summary: 'Mức thu', files: [] },
        place.files,
      ),
    );
    const board = await world.place();
    const hall = await world.place({
      kind: 'village_hall',
      name: 'Nhà văn hóa',
      villageId: world.tree.village,
    });
    const itemId = await world.published();
    const before = (await kinds()).length;
    await remind('2024-06-24T07:10');
    expect((await kinds()).slice(before)).toContain('due_soon');
    const again = (await kinds()).length;
    await remind('2024-06-24T08:10');
    await remind('2024-06-29T07:10');
    expect((await kinds()).length).toBe(again);
    await remind('2024-07-01T07:10');
    expect((await kinds()).slice(again)).toContain('late');
    for (const placeId of [board, hall])
      await world.run(world.clerk, (context, tx) =>
        postAt(context, tx, { itemId, placeId, postedOn: world.day('2024-06-24'), proof: [] }, place.files),
      );
    // Twenty days later content that is looked at every ten has grown old; a month later what hangs must come down.
    await remind('2024-07-10T07:10');
    expect((await kinds()).at(-1)).toBe('stale');
    await remind('2024-07-25T07:10');
    expect(await kinds()).toContain('overstays');
  });

  it('take the same number of statements for many items as for few', async () => {
    const count = (at: string) =>
      world.run(
        systemActor,
        async (context, tx) => {
          const counted = counting(tx);
          await remindDisclosure(context, counted.tx);
          return counted.count();
        },
        at,
      );
    await count('2024-06-24T07:00');
    const few = await count('2024-06-24T07:30');
    for (let n = 0; n < 15; n++) await world.item({ title: `Quyết định ${n} nữa` });
    await count('2024-06-24T08:00');
    expect(await count('2024-06-24T08:30')).toBe(few);
  });
});

it('a posting that comes down early is told to the unit and to those above it', async () => {
  const placeId = await world.place({ name: 'Bảng tin thứ hai' });
  const itemId = await world.published();
  const { postingId } = await world.run(world.clerk, (context, tx) =>
    postAt(context, tx, { itemId, placeId, postedOn: world.day('2024-06-24'), proof: [] }, place.files),
  );
  await world.run(world.clerk, (context, tx) =>
    removePosting(
      context,
      tx,
      { postingId, removedOn: world.day('2024-06-24'), reason: 'Sơn lại bảng', proof: [] },
      place.files,
    ),
  );
  expect((await toldUnits(place, 'disclosure_removed_early')).sort()).toEqual(
    [world.tree.district, world.tree.commune].sort(),
  );
});
