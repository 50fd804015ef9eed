import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestTenant, testTenant } from '../../../../test/support/database.ts';
import { CONTENT, type DisclosureWorld, disclosureWorld } from '../../../../test/support/disclosure-world.ts';
import { fieldsOf, refusal } from '../../../../test/support/period-world.ts';
import { query } from '../../../kernel/db/sql.ts';
import { disclosureErrors } from '../errors.ts';
import { postingErrors } from '../errors-posting.ts';
import { answerCheck } from './answer-check.ts';
import { sayNil } from './exceptions.ts';
import { postAt } from './post-at.ts';
import { publishItem, withdrawItem } from './publish-item.ts';
import { recordSay } from './record-say.ts';
import { removePosting } from './remove-posting.ts';

let it_: TestTenant;
let world: DisclosureWorld;
beforeAll(async () => {
  it_ = await testTenant();
  it_.clock.set(new Date('2024-06-24T02:00:00Z'));
  world = await disclosureWorld(it_);
});
afterAll(() => it_.close());

const ID = '001085012345';
const publish = (itemId: string, parts: object = {}) =>
  world.run(world.clerk, (context, tx) =>
    publishItem(
      context,
      tx,
      { itemId, content: CONTENT, summary: 'Xã công bố mức thu.', files: [], ...parts },
      it_.files,
    ),
  );
const note = (words: string) => ({ v: 1, fields: { ...CONTENT.fields, ghi_chu: words } });

describe('words that look personal', () => {
  it('are refused with each place and a masked sample, never the number; with a reason they stand, and the audit keeps kinds alone', async () => {
    const itemId = await world.item();
    const given = { summary: 'Hỏi ông A, 0912 345 678.', content: note(`CCCD ${ID}`) };
    const asked = publish(itemId, given);
    expect(await refusal(asked)).toBe(disclosureErrors.personal_typed);
    expect(await fieldsOf(publish(itemId, given))).toEqual(['tom_tat', 'f.ghi_chu']);
    const error = await publish(itemId, given).catch((thrown: unknown) => thrown);
    expect(JSON.stringify(error)).not.toContain(ID);
    await publish(itemId, { ...given, personalBecause: 'Người này đồng ý bằng văn bản.' });
    const { after } = await it_.db.one(query({ after: 'json' })`
      select after from kernel_audit where subject_id = ${itemId} and event = 'disclosure.published'`);
    expect(after).toMatchObject({
      personal: { kinds: { phone: 1, citizen_id: 1 }, because: 'Người này đồng ý bằng văn bản.' },
    });
    expect(JSON.stringify(after)).not.toContain('001085');
  });

  it('are taken where the form asks for such a value, and money is none', async () => {
    const itemId = await world.item();
    await publish(itemId, { summary: 'Thu 250.000.000 đồng, báo cáo số 123/BC-UBND ngày 20/06/2024.' });
    expect(
      await it_.db.rows(
        query({ id: 'uuid' })`select item_id as id from disclosure_public where item_id = ${itemId}`,
      ),
    ).toHaveLength(1);
  });

  it('have no place in a title, a reason or an answer that citizens read', async () => {
    expect(await refusal(world.item({ title: `Hỗ trợ người có CCCD ${ID}` }))).toBe(
      disclosureErrors.words_personal,
    );
    const itemId = await world.item();
    const nil = world.run(world.clerk, (context, tx) =>
      sayNil(context, tx, { itemId, reason: `Ông A sinh ngày 01/02/1960 đã mất` }),
    );
    expect(await refusal(nil)).toBe(disclosureErrors.words_personal);
    await publish(itemId);
    const withdrawn = world.run(world.clerk, (context, tx) =>
      withdrawItem(context, tx, { itemId, reason: `Lộ số ${ID}` }),
    );
    expect(await refusal(withdrawn)).toBe(disclosureErrors.words_personal);
    await world.run(world.clerk, (context, tx) =>
      recordSay(context, tx, { itemId, placeId: null, verdict: 'wrong', words: '' }, it_.files),
    );
    const { id: checkId } = await it_.db.one(
      query({ id: 'uuid' })`select id from disclosure_check where item_id = ${itemId}`,
    );
    const answer = (words: string) =>
      world.run(world.clerk, (context, tx) =>
        answerCheck(context, tx, { checkId, outcome: 'stands', words, proof: [] }, it_.files),
      );
    expect(await refusal(answer(`Người có CCCD ${ID} không thuộc diện`))).toBe(
      disclosureErrors.words_personal,
    );
    await answer('Xã đã xem lại, xin gọi 0912 345 678 để hỏi thêm.');
  });
});

describe('what citizens may answer about', () => {
  it('hangs today: not what was taken down, is over, was withdrawn or did not arise', async () => {
    const itemId = await world.published();
    const placeId = await world.place({ name: 'Bảng để gỡ' });
    const { postingId } = await world.run(world.clerk, (context, tx) =>
      postAt(context, tx, { itemId, placeId, postedOn: world.day('2024-06-24'), proof: [] }, it_.files),
    );
    const say = (at: string | null, on?: string) =>
      world.run(
        world.clerk,
        (context, tx) =>
          recordSay(context, tx, { itemId, placeId: at, verdict: 'not_seen', words: '' }, it_.files),
        on,
      );
    await say(placeId);
    expect(await refusal(say(placeId, '2024-09-01T09:00'))).toBe(postingErrors.say_unknown);
    await world.run(world.clerk, (context, tx) =>
      removePosting(
        context,
        tx,
        { postingId, removedOn: world.day('2024-06-24'), reason: 'Mưa làm rách', proof: [] },
        it_.files,
      ),
    );
    expect(await refusal(say(placeId))).toBe(postingErrors.say_unknown);
    await say(null);
    await world.run(world.clerk, (context, tx) => withdrawItem(context, tx, { itemId, reason: 'Bãi bỏ' }));
    expect(await refusal(say(null))).toBe(postingErrors.say_unknown);
    await world.run(world.clerk, (context, tx) => sayNil(context, tx, { itemId, reason: 'Không phát sinh' }));
    expect(await refusal(say(null))).toBe(postingErrors.say_unknown);
  });
});

describe('an address of an entry on the web', () => {
  it('is one that citizens may be led to', async () => {
    const itemId = await world.published();
    const placeId = await world.place({ kind: 'media', name: 'Báo huyện' });
    const post = (url: string) =>
      world.run(world.clerk, (context, tx) =>
        postAt(
          context,
          tx,
          { itemId, placeId, postedOn: world.day('2024-06-24'), url, proof: [] },
          it_.files,
        ),
      );
    const bad = [
      'javascript:alert(1)',
      'http:x',
      'https://a:b@vidu.example/',
      `https://v/${'a'.repeat(2000)}`,
    ];
    for (const url of bad) expect(await refusal(post(url)), url).toBe(postingErrors.posting_address_unfit);
    expect(await post('https://vidu.example/tin/1')).toMatchObject({ isNew: true });
  });
});
