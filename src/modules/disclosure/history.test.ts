import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestTenant, testTenant } from '../../../test/support/database.ts';
import { CONTENT, type DisclosureWorld, disclosureWorld } from '../../../test/support/disclosure-world.ts';
import type { Actor } from '../../kernel/authz.ts';
import { say } from '../../kernel/i18n.ts';
import { answerCheck } from './commands/answer-check.ts';
import { postAt } from './commands/post-at.ts';
import { correctItem } from './commands/publish-item.ts';
import { recordSay } from './commands/record-say.ts';
import { removePosting } from './commands/remove-posting.ts';
import { historyOf } from './history.ts';
import { checksOf } from './queries/checks.ts';
import { itemDetail } from './queries/item-detail.ts';

let place: TestTenant;
let world: DisclosureWorld;
beforeAll(async () => {
  place = await testTenant();
  world = await disclosureWorld(place);
});
afterAll(() => place.close());

const citizen: Actor = { personId: '', name: '', posts: [], current: null, scopes: null };

it('tells what happened to an item in words, newest first, in both languages, and never who the citizen was', async () => {
  const { files } = place;
  const board = await world.place({}, '2024-06-20T08:00');
  const itemId = await world.published(CONTENT, '2024-06-20T09:00');
  const { postingId } = await world.run(
    world.clerk,
    (context, tx) =>
      postAt(context, tx, { itemId, placeId: board, postedOn: world.day('2024-06-20'), proof: [] }, files),
    '2024-06-20T10:00',
  );
  await world.run(
    citizen,
    (context, tx) =>
      recordSay(context, tx, { itemId, placeId: board, verdict: 'not_seen', words: 'Không thấy' }, files),
    '2024-06-21T08:00',
  );
  const [check] = await checksOf(place.db, { itemIds: [itemId], asOf: null });
  await world.run(
    world.clerk,
    (context, tx) =>
      answerCheck(
        context,
        tx,
        { checkId: check?.id ?? '', outcome: 'put_right', words: 'Đã dán lại tờ bị rơi.', proof: [] },
        files,
      ),
    '2024-06-21T09:00',
  );
  await world.run(
    world.clerk,
    (context, tx) =>
      correctItem(
        context,
        tx,
        { itemId, content: CONTENT, summary: 'Đã sửa.', files: [], reason: 'Sai số', seenVersion: 1 },
        files,
      ),
    '2024-06-22T09:00',
  );
  await world.run(
    world.clerk,
    (context, tx) =>
      removePosting(
        context,
        tx,
        { postingId, removedOn: world.day('2024-06-23'), reason: 'Thay bản mới', proof: [] },
        files,
      ),
    '2024-06-23T09:00',
  );
  const detail = await itemDetail(place.db, itemId, { day: world.day('2024-06-24'), asOf: null });
  const lines = detail ? historyOf(detail) : [];
  const words = lines.map(({ message, params }) => say('vi', message, params));
  expect(words[0]).toBe('Gỡ sớm tại Bảng tin trụ sở UBND xã ngày 23/06/2024: Thay bản mới');
  expect(words).toContain(
    'Niêm yết bản 1 tại Bảng tin trụ sở UBND xã từ ngày 20/06/2024, đến hết ngày 20/07/2024',
  );
  expect(words).toContain('Trả lời về Bảng tin trụ sở UBND xã, đã khắc phục: Đã dán lại tờ bị rơi.');
  expect(words).toContain('Đính chính (bản 2): Sai số');
  expect(words.slice(-3)).toEqual([
    'Đăng bản 1 lên Cổng công khai ngày 20/06/2024',
    'Công bố nội dung',
    'Mở mục, hạn công khai 27/06/2024',
  ]);
  expect(lines.map(({ at }) => at.getTime())).toEqual(
    lines.map(({ at }) => at.getTime()).sort((a, b) => b - a),
  );
  for (const { message, params } of lines) expect(say('en', message, params)).not.toMatch(/[{}]/);
  expect(lines.find(({ message }) => say('vi', message, {}).startsWith('Người dân'))?.who).toBe('');
});
