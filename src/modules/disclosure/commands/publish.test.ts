import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestTenant, testTenant } from '../../../../test/support/database.ts';
import { CONTENT, type DisclosureWorld, disclosureWorld } from '../../../../test/support/disclosure-world.ts';
import { fieldsOf, refusal } from '../../../../test/support/period-world.ts';
import { query } from '../../../kernel/db/sql.ts';
import { disclosureErrors } from '../errors.ts';
import { itemDetail } from '../queries/item-detail.ts';
import { correctItem, publishItem, withdrawItem } from './publish-item.ts';

let place: TestTenant;
let world: DisclosureWorld;
beforeAll(async () => {
  place = await testTenant();
  world = await disclosureWorld(place);
});
afterAll(() => place.close());

const now = () => ({ day: world.day('2024-06-24'), asOf: null });
const given = (itemId: string, parts: object = {}) => ({
  itemId,
  content: CONTENT,
  summary: 'Xã công bố mức thu.',
  files: [],
  ...parts,
});
const publish = (itemId: string, parts: object = {}, actor = world.clerk) =>
  world.run(actor, (context, tx) => publishItem(context, tx, given(itemId, parts), place.files));
const correct = (itemId: string, seenVersion: number, parts: object = {}) =>
  world.run(world.clerk, (context, tx) =>
    correctItem(context, tx, { ...given(itemId, parts), reason: 'Sai số tiền', seenVersion }, place.files),
  );
const publicRow = (itemId: string) =>
  place.db.row(query({
    title: 'text',
    body: 'json',
    isWithdrawn: 'bool',
    search: 'text',
    villageIds: 'uuid[]',
  } as const)`select title, body, is_withdrawn as "isWithdrawn", search, village_ids as "villageIds" from disclosure_public
    where item_id = ${itemId}`);

describe('publishing', () => {
  it('makes the first version, its place on the own portal with the program’s proof, and the public row', async () => {
    const itemId = await world.item();
    expect(await publicRow(itemId)).toBeUndefined();
    expect(await publish(itemId)).toMatchObject({ number: 1 });
    const detail = await itemDetail(place.db, itemId, now());
    expect(detail?.postings).toMatchObject([
      { place: { kind: 'portal', url: null }, isProven: true, postedOn: '2024-06-24', staysUntil: null },
    ]);
    expect(detail?.postings[0]?.rowHash).toMatch(/^[0-9a-f]{64}$/);
    const row = await publicRow(itemId);
    expect(row).toMatchObject({ isWithdrawn: false, title: 'Quyết định 15' });
    expect(row?.search).toContain('ubnd xa mot');
    expect(row?.body).toMatchObject({ fields: [{ key: 'so_quyet_dinh', value: '15/QĐ-UBND' }, {}, {}] });
  });

  it('refuses what is not whole and names every value that is lacking', async () => {
    const itemId = await world.item();
    const lacking = { content: { v: 1, fields: { ghi_chu: 'x' } } };
    expect(await refusal(publish(itemId, lacking))).toBe(disclosureErrors.not_whole);
    expect(await fieldsOf(publish(itemId, lacking))).toEqual(['f.so_quyet_dinh', 'f.muc_thu']);
    expect(await refusal(publish(itemId, { summary: ' ' }))).toBe(disclosureErrors.summary_unfit);
    expect(await publicRow(itemId)).toBeUndefined();
  });

  it('is for the unit’s own people, once', async () => {
    const itemId = await world.item();
    for (const actor of [world.otherClerk, world.standing, world.villageHead, world.front])
      expect(await refusal(publish(itemId, {}, actor))).toBe(disclosureErrors.may_not_write);
    expect(await refusal(publish('01900000-0000-7000-8000-000000000000'))).toBe(disclosureErrors.not_found);
    const both = await Promise.allSettled([publish(itemId), publish(itemId)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await refusal(publish(itemId))).toBe(disclosureErrors.published_already);
  });
});

describe('correcting and withdrawing', () => {
  it('keeps every version with its reason and shows the last one', async () => {
    const itemId = await world.item();
    expect(await refusal(correct(itemId, 0))).toBe(disclosureErrors.not_published);
    await publish(itemId);
    await correct(itemId, 1, { content: { v: 1, fields: { ...CONTENT.fields, muc_thu: 300_000 } } });
    const detail = await itemDetail(place.db, itemId, now());
    expect(detail?.versions.map(({ number, kind, reason }) => [number, kind, reason])).toEqual([
      [2, 'correct', 'Sai số tiền'],
      [1, 'publish', null],
    ]);
    const row = await publicRow(itemId);
    expect(row?.body).toMatchObject({
      history: [{ number: 2, kind: 'correct', reason: 'Sai số tiền' }, { number: 1 }],
      fields: [{}, { value: 300_000 }, {}],
    });
  });

  it('tells the second of two who correct the same version whose version came between', async () => {
    const itemId = await world.item();
    await publish(itemId);
    await correct(itemId, 1);
    expect(await refusal(correct(itemId, 1))).toBe(disclosureErrors.changed_meanwhile);
  });

  it('a withdrawal takes the content off the portal and says so; a correction publishes again', async () => {
    const itemId = await world.item();
    await publish(itemId);
    const withdraw = () =>
      world.run(world.clerk, (context, tx) =>
        withdrawItem(context, tx, { itemId, reason: 'Văn bản bị bãi bỏ' }),
      );
    await withdraw();
    expect(await publicRow(itemId)).toMatchObject({
      isWithdrawn: true,
      body: {
        fields: [],
        places: [],
        files: [],
        history: [{ kind: 'withdraw', reason: 'Văn bản bị bãi bỏ' }, {}],
      },
    });
    expect(await refusal(withdraw())).toBe(disclosureErrors.withdrawn);
    expect((await itemDetail(place.db, itemId, now()))?.state).toBe('withdrawn');
    await correct(itemId, 2);
    expect(await publicRow(itemId)).toMatchObject({ isWithdrawn: false });
  });
});
