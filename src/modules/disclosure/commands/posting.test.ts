import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestTenant, testTenant } from '../../../../test/support/database.ts';
import { type DisclosureWorld, disclosureWorld } from '../../../../test/support/disclosure-world.ts';
import { refusal } from '../../../../test/support/period-world.ts';
import type { Actor } from '../../../kernel/authz.ts';
import { query } from '../../../kernel/db/sql.ts';
import { hashOf } from '../../../kernel/files.ts';
import { evidenceOf, prepareEvidence } from '../../evidence/index.ts';
import { disclosureErrors } from '../errors.ts';
import { postingErrors } from '../errors-posting.ts';
import { postingRemovedEarly } from '../events.ts';
import { itemDetail } from '../queries/item-detail.ts';
import { POSTING } from '../queries/item-facts.ts';
import { closePlace } from './places.ts';
import { type PostAt, postAt } from './post-at.ts';
import { addProof, recordBroadcast } from './prove-posting.ts';
import { withdrawItem } from './publish-item.ts';
import { removePosting } from './remove-posting.ts';

let place: TestTenant;
let world: DisclosureWorld;
let board: string;
let hall: string;
const alarms: { toUnitIds: readonly string[]; placeName: string }[] = [];

beforeAll(async () => {
  place = await testTenant();
  world = await disclosureWorld(place);
  board = await world.place();
  hall = await world.place({
    kind: 'village_hall',
    name: 'Nhà văn hóa thôn Đông',
    villageId: world.tree.village,
  });
  postingRemovedEarly.on(async (_context, _tx, alarm) => {
    alarms.push(alarm);
  });
});
afterAll(() => place.close());

const TODAY = '2024-06-24';
const nobody = '01900000-0000-7000-8000-000000000000';
const post = (itemId: string, parts: Partial<PostAt> = {}, actor: Actor = world.clerk) =>
  world.run(actor, (context, tx) =>
    postAt(
      context,
      tx,
      { itemId, placeId: board, postedOn: world.day(TODAY), proof: [], ...parts },
      place.files,
    ),
  );
const remove = (postingId: string, removedOn: string, at = '2024-09-02T09:00', actor: Actor = world.clerk) =>
  world.run(
    actor,
    (context, tx) =>
      removePosting(
        context,
        tx,
        { postingId, removedOn: world.day(removedOn), reason: 'Hết thời gian niêm yết', proof: [] },
        place.files,
      ),
    at,
  );
const state = async (itemId: string, day = TODAY) => {
  const detail = await itemDetail(place.db, itemId, { day: world.day(day), asOf: null });
  return { state: detail?.state, tests: detail?.tests };
};

describe('posting', () => {
  it('stays as long as the law asks, is claimed without proof and proven with it at every place', async () => {
    const itemId = await world.published();
    expect((await state(itemId)).state).toBe('due_soon');
    const { postingId } = await post(itemId);
    expect((await state(itemId)).tests?.place).toMatchObject({ answer: 'not_yet', reason: 'not_all_posted' });
    await post(itemId, { placeId: hall, proof: await world.photo() }, world.villageHead);
    expect((await state(itemId)).state).toBe('posted');
    await world.run(world.clerk, async (context, tx) =>
      addProof(context, tx, { postingId, proof: await world.photo() }, place.files),
    );
    const proven = await state(itemId);
    expect(proven.state).toBe('proven');
    expect(Object.values(proven.tests ?? {}).map(({ answer }) => answer)).toEqual(['yes', 'yes', 'yes']);
    const row = await place.db.one(query({ until: 'date', stays: 'json' } as const)`
      select stays_until as until, stays from disclosure_posting where id = ${postingId}`);
    // Thirty days after the day of posting, and never shortened; the day explains itself.
    expect(row).toMatchObject({ until: '2024-07-24', stays: { expression: { bound: 'min', amount: 30 } } });
    expect((await state(itemId, '2024-07-24')).state).toBe('proven');
  });

  it('keeps a picture with the hash of what was sent, and the public row tells of the place', async () => {
    const itemId = await world.published();
    const proof = await world.photo();
    const { postingId } = await post(itemId, { placeId: hall, proof });
    const [kept] = await evidenceOf(place.db, { type: POSTING, id: postingId }, null);
    expect(kept?.file?.originalHash).toBe(proof[0]?.file?.originalHash);
    expect(kept?.file && hashOf(await place.files.read(kept.file.hash))).toBe(kept?.file?.hash);
    const row = await place.db.one(query({ villages: 'uuid[]', body: 'json' } as const)`
      select village_ids as villages, body from disclosure_public where item_id = ${itemId}`);
    expect(row.villages).toEqual([world.tree.village]);
    expect(row.body).toMatchObject({
      places: expect.arrayContaining([
        expect.objectContaining({ kind: 'village_hall', villageName: 'Thôn Đông', isProven: true }),
      ]),
    });
  });

  it('sent twice by a phone is one posting', async () => {
    const itemId = await world.published();
    const requestKey = 'dien-thoai-0001';
    const both = await Promise.all([post(itemId, { requestKey }), post(itemId, { requestKey })]);
    expect(new Set(both.map(({ postingId }) => postingId)).size).toBe(1);
    expect(both.map(({ isNew }) => isNew).sort()).toEqual([false, true]);
    expect(await refusal(post(itemId, { requestKey, placeId: hall }))).toBe(postingErrors.request_key_reused);
  });

  it('refuses days that cannot be, places of others, and what nobody published', async () => {
    const itemId = await world.published();
    expect(await refusal(post(itemId, { postedOn: world.day('2024-06-25') }))).toBe(
      postingErrors.posted_ahead,
    );
    expect(await refusal(post(itemId, { postedOn: world.day('2024-06-21') }))).toBe(
      postingErrors.posted_before_version,
    );
    await post(itemId, { postedOn: world.day('2024-06-21'), words: 'Bản giấy đã dán từ thứ sáu' });
    expect(
      await refusal(post(itemId, { postedOn: world.day('2023-12-01'), words: 'Trước khi có bảng' })),
    ).toBe(postingErrors.place_not_standing);
    expect(await refusal(post(nobody))).toBe(disclosureErrors.not_found);
    expect(await refusal(post(itemId, { placeId: nobody }))).toBe(postingErrors.place_not_found);
    expect(await refusal(post(itemId, {}, world.villageHead))).toBe(disclosureErrors.may_not_post);
    expect(await refusal(post(itemId, {}, world.otherClerk))).toBe(disclosureErrors.may_not_post);
    expect(await refusal(post(await world.item()))).toBe(disclosureErrors.not_published);
    const own = (await itemDetail(place.db, itemId, { day: world.day(TODAY), asOf: null }))?.postings.find(
      ({ place }) => place.kind === 'portal',
    );
    expect(await refusal(post(itemId, { placeId: own?.placeId ?? '' }))).toBe(postingErrors.portal_by_itself);
    await world.run(world.clerk, (context, tx) => withdrawItem(context, tx, { itemId, reason: 'Bãi bỏ' }));
    expect(await refusal(post(itemId))).toBe(disclosureErrors.withdrawn);
  });

  it('on a website needs the address, and is proven by it with a copy', async () => {
    const itemId = await world.published();
    const site = await world.place({ kind: 'portal', name: 'Trang của xã', url: 'https://xa.vidu.example' });
    expect(await refusal(post(itemId, { placeId: site }))).toBe(postingErrors.posting_needs_address);
    const { postingId } = await post(itemId, { placeId: site, url: 'https://xa.vidu.example/tin/1' });
    const isProven = async () =>
      (await itemDetail(place.db, itemId, { day: world.day(TODAY), asOf: null }))?.postings.find(
        ({ id }) => id === postingId,
      )?.isProven;
    expect(await isProven()).toBe(false);
    const copy = await prepareEvidence(
      [
        {
          kind: 'file',
          words: 'Bản lưu của trang',
          upload: {
            name: 'trang.pdf',
            bytes: new TextEncoder().encode(`%PDF-1.7\n${'x'.repeat(900)}\n%%EOF\n`),
          },
        },
      ],
      place.clock.now(),
    );
    await world.run(world.clerk, (context, tx) =>
      addProof(context, tx, { postingId, proof: copy }, place.files),
    );
    expect(await isProven()).toBe(true);
  });
});

describe('a loudspeaker', () => {
  it('is proven by its log: twice a day on three days in a row', async () => {
    const itemId = await world.published();
    const speaker = await world.place({
      kind: 'loudspeaker',
      name: 'Loa thôn Đông',
      villageId: world.tree.village,
    });
    const { postingId } = await post(itemId, { placeId: speaker });
    const read = (onDay: string, atTime: string, actor: Actor = world.villageHead) =>
      world.run(
        actor,
        (context, tx) =>
          recordBroadcast(context, tx, { postingId, onDay: world.day(onDay), atTime, minutes: 5 }),
        '2024-06-27T09:00',
      );
    const isProven = async () =>
      (await itemDetail(place.db, itemId, { day: world.day('2024-06-27'), asOf: null }))?.postings.find(
        ({ id }) => id === postingId,
      )?.isProven;
    for (const day of ['2024-06-24', '2024-06-25', '2024-06-26'])
      for (const time of ['05:30', '17:00']) {
        expect(await isProven()).toBe(false);
        await read(day, time);
      }
    expect(await isProven()).toBe(true);
    expect(await refusal(read('2024-06-26', '17:00'))).toBe(postingErrors.broadcast_twice);
    expect(await refusal(read('2024-06-23', '17:00'))).toBe(postingErrors.broadcast_outside);
    expect(await refusal(read('2024-06-28', '17:00'))).toBe(postingErrors.broadcast_outside);
    expect(await refusal(read('2024-06-26', '18:00', world.otherClerk))).toBe(disclosureErrors.may_not_post);
    const elsewhere = (await post(itemId)).postingId;
    expect(
      await refusal(
        world.run(world.clerk, (context, tx) =>
          recordBroadcast(context, tx, {
            postingId: elsewhere,
            onDay: world.day(TODAY),
            atTime: '05:30',
            minutes: null,
          }),
        ),
      ),
    ).toBe(postingErrors.no_loudspeaker);
  });
});

describe('taking down', () => {
  it('before the last day is over alarms the unit and everybody above it; after it is quiet', async () => {
    const itemId = await world.published();
    const early = (await post(itemId)).postingId;
    const quiet = (await post(itemId, { placeId: hall })).postingId;
    expect(await remove(early, '2024-07-01', '2024-07-01T10:00')).toMatchObject({ isEarly: true });
    expect((await state(itemId, '2024-07-01')).state).toBe('removed_early');
    expect(alarms).toMatchObject([{ placeName: 'Bảng tin trụ sở UBND xã' }]);
    expect(alarms[0]?.toUnitIds).toEqual(expect.arrayContaining([world.tree.commune, world.tree.district]));
    expect(await remove(quiet, '2024-07-25')).toMatchObject({ isEarly: false });
    expect(alarms).toHaveLength(1);
  });

  it('of what hangs again, or was withdrawn, is no alarm', async () => {
    const itemId = await world.published();
    const old = (await post(itemId)).postingId;
    const last = (await post(itemId)).postingId;
    const before = alarms.length;
    expect(await remove(old, TODAY)).toMatchObject({ isEarly: false });
    await world.run(world.clerk, (context, tx) => withdrawItem(context, tx, { itemId, reason: 'Bãi bỏ' }));
    expect(await remove(last, TODAY)).toMatchObject({ isEarly: false });
    expect(alarms).toHaveLength(before);
  });

  it('happens once, on a day that can be, by whoever may hang there', async () => {
    const itemId = await world.published();
    const { postingId } = await post(itemId, { placeId: hall });
    expect(await refusal(remove(postingId, '2024-06-23'))).toBe(postingErrors.removed_before_posted);
    expect(await refusal(remove(postingId, '2024-09-03'))).toBe(postingErrors.posted_ahead);
    expect(await refusal(remove(nobody, '2024-08-01'))).toBe(postingErrors.posting_not_found);
    expect(await refusal(remove(postingId, '2024-08-01', undefined, world.otherClerk))).toBe(
      disclosureErrors.may_not_post,
    );
    await remove(postingId, '2024-08-01', undefined, world.villageHead);
    expect(await refusal(remove(postingId, '2024-08-01'))).toBe(postingErrors.removed_already);
  });

  it('a place is not closed while something must hang there longer', async () => {
    const own = await world.place({ name: 'Bảng tin cũ' });
    const itemId = await world.published();
    const { postingId } = await post(itemId, { placeId: own });
    const close = (untilOn: string) =>
      world.run(world.clerk, (context, tx) =>
        closePlace(context, tx, { placeId: own, untilOn: world.day(untilOn) }),
      );
    expect(await refusal(close('2024-07-01'))).toBe(postingErrors.place_in_use);
    expect(await refusal(close('2023-07-01'))).toBe(postingErrors.place_days_crossed);
    await remove(postingId, '2024-07-01', '2024-07-01T10:00');
    await close('2024-07-01');
    expect(await refusal(post(itemId, { placeId: own, postedOn: world.day(TODAY) }))).toBe('no error');
  });
});
