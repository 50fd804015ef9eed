import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestTenant, testTenant } from '../../../../test/support/database.ts';
import { CONTENT, type DisclosureWorld, disclosureWorld } from '../../../../test/support/disclosure-world.ts';
import { refusal } from '../../../../test/support/period-world.ts';
import { jpegPicture } from '../../../../test/support/pictures.ts';
import type { Actor } from '../../../kernel/authz.ts';
import { query } from '../../../kernel/db/sql.ts';
import { disclosureErrors } from '../errors.ts';
import { postingErrors } from '../errors-posting.ts';
import { checksOf } from '../queries/checks.ts';
import { itemDetail } from '../queries/item-detail.ts';
import { answerCheck, type Outcome } from './answer-check.ts';
import { postAt } from './post-at.ts';
import { correctItem } from './publish-item.ts';
import { prepareSayPhoto, type RecordSay, recordSay } from './record-say.ts';

let place: TestTenant;
let world: DisclosureWorld;
let board: string;
beforeAll(async () => {
  place = await testTenant();
  world = await disclosureWorld(place);
  board = await world.place();
});
afterAll(() => place.close());

/** Nobody: no account, no name. */
const citizen: Actor = { personId: '', name: '', posts: [], current: null, scopes: null };
const nobody = '01900000-0000-7000-8000-000000000000';

const say = (itemId: string, parts: Partial<RecordSay> = {}, at?: string) =>
  world.run(
    citizen,
    (context, tx) =>
      recordSay(
        context,
        tx,
        { itemId, placeId: board, verdict: 'not_seen', words: '', ...parts },
        place.files,
      ),
    at,
  );
const answer = (
  checkId: string,
  outcome: Outcome = 'stands',
  actor = world.clerk,
  words = 'Bảng vẫn treo bên trái cổng.',
) =>
  world.run(actor, (context, tx) =>
    answerCheck(context, tx, { checkId, outcome, words, proof: [] }, place.files),
  );
const hung = async () => {
  const itemId = await world.published();
  await world.run(world.clerk, async (context, tx) =>
    postAt(
      context,
      tx,
      { itemId, placeId: board, postedOn: world.day('2024-06-24'), proof: await world.photo() },
      place.files,
    ),
  );
  return itemId;
};
const checks = (itemId: string) => checksOf(place.db, { itemIds: [itemId], asOf: null });
const body = async (itemId: string) =>
  (await place.db.one(query({ body: 'json' })`select body from disclosure_public where item_id = ${itemId}`))
    .body as { places: { placeId: string; notSeen: number }[]; says: object; answers: object[] };

describe('“Có đúng không?”', () => {
  it('“not seen” opens one check that later ones join, due in five working days, and is counted beside the claim', async () => {
    const itemId = await hung();
    expect(await say(itemId, { verdict: 'seen' })).toMatchObject({ opensCheck: false });
    const many = await Promise.all([say(itemId), say(itemId), say(itemId, { verdict: 'wrong' })]);
    expect(many.filter(({ opensCheck }) => opensCheck)).toHaveLength(1);
    expect(await checks(itemId)).toMatchObject([
      {
        placeId: board,
        placeName: 'Bảng tin trụ sở UBND xã',
        dueOn: '2024-07-01',
        notSeen: 2,
        wrong: 1,
        answer: null,
      },
    ]);
    const detail = await itemDetail(place.db, itemId, { day: world.day('2024-06-24'), asOf: null });
    expect(detail?.tests).toMatchObject({
      place: { answer: 'no' },
      content: { answer: 'no', reason: 'said_wrong' },
    });
    expect((await body(itemId)).places.find(({ placeId }) => placeId === board)).toMatchObject({
      seen: 1,
      notSeen: 2,
      wrong: 1,
    });
  });

  it('keeps nothing of who said it: no name, no account, and a picture without what the phone wrote into it', async () => {
    const itemId = await hung();
    const sent = await jpegPicture({ width: 300, height: 200 });
    const photo = await prepareSayPhoto('anh.jpg', sent);
    expect(Buffer.from(photo.bytes).includes('Exif')).toBe(false);
    const { sayId } = await say(itemId, { photo, words: 'Chỉ thấy bảng trống' });
    const audited = await place.db.rows(query({ actor: 'uuid?', name: 'text', after: 'json' } as const)`
      select actor_id as actor, actor_name as name, after from kernel_audit
      where event = 'disclosure.said' and after ->> 'sayId' = ${sayId}`);
    expect(audited).toMatchObject([{ actor: null, name: '', after: { hasPhoto: true } }]);
    const columns = await place.db.rows(query({ name: 'text' })`
      select column_name::text as name from information_schema.columns
      where table_name = 'disclosure_say' and table_schema = current_schema() order by ordinal_position`);
    expect(columns.map(({ name }) => name)).toEqual([
      'id',
      'seq',
      'item_id',
      'place_id',
      'verdict',
      'words',
      'photo_hash',
      'photo_media_type',
      'said_on',
      'recorded_at',
    ]);
  });

  it('speaks only of what the portal shows, at places where it hangs', async () => {
    const itemId = await hung();
    expect(await refusal(say(nobody))).toBe(postingErrors.say_unknown);
    expect(await refusal(say('khong-phai-ma'))).toBe(postingErrors.say_unknown);
    expect(await refusal(say(await world.item()))).toBe(postingErrors.say_unknown);
    expect(await refusal(say(itemId, { placeId: nobody }))).toBe(postingErrors.say_unknown);
    expect(await refusal(say(itemId, { words: 'x'.repeat(1001) }))).toBe(postingErrors.say_too_long);
    expect(await say(itemId, { placeId: null, verdict: 'wrong' })).toMatchObject({ opensCheck: true });
  });
});

describe('answering', () => {
  it('closes the check with words that citizens read; what is said later opens another', async () => {
    const itemId = await hung();
    await say(itemId);
    const [check] = await checks(itemId);
    await answer(check?.id ?? '');
    const row = await body(itemId);
    expect(row.answers).toMatchObject([
      { outcome: 'stands', words: 'Bảng vẫn treo bên trái cổng.', on: '2024-06-24' },
    ]);
    expect(row.places.find(({ placeId }) => placeId === board)?.notSeen).toBe(1);
    const detail = await itemDetail(place.db, itemId, { day: world.day('2024-06-24'), asOf: null });
    expect(detail?.tests.content.answer).toBe('yes');
    expect(await say(itemId, {}, '2024-06-25T08:00')).toMatchObject({ opensCheck: true });
    expect((await checks(itemId)).map(({ notSeen }) => notSeen)).toEqual([1, 1]);
  });

  it('is done once, by the unit’s own people, with words, and “corrected” only after a correction', async () => {
    const itemId = await hung();
    await say(itemId, { verdict: 'wrong' });
    const id = (await checks(itemId))[0]?.id ?? '';
    expect(await refusal(answer(nobody))).toBe(postingErrors.check_not_found);
    for (const actor of [world.otherClerk, world.standing, world.villageHead])
      expect(await refusal(answer(id, 'stands', actor))).toBe(disclosureErrors.may_not_write);
    expect(await refusal(answer(id, 'stands', world.clerk, ' a '))).toBe(postingErrors.answer_unfit);
    expect(await refusal(answer(id, 'corrected'))).toBe(postingErrors.not_corrected);
    await world.run(
      world.clerk,
      (context, tx) =>
        correctItem(
          context,
          tx,
          { itemId, content: CONTENT, summary: 'Đã sửa.', files: [], reason: 'Sai số', seenVersion: 1 },
          place.files,
        ),
      '2024-06-25T09:00',
    );
    await answer(id, 'corrected');
    expect(await refusal(answer(id))).toBe(postingErrors.check_answered);
  });
});
