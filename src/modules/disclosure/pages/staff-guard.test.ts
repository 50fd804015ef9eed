import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  accepted,
  aPhoto,
  type DisclosurePages,
  disclosurePages,
  FILLED,
  itemHref,
  read,
  refused,
  wordsOf,
} from '../../../../test/support/disclosure-pages.ts';
import { prepareSayPhoto, recordSay } from '../commands/record-say.ts';

let pages: DisclosurePages;

beforeAll(async () => {
  pages = await disclosurePages();
});
beforeEach(() => pages.on('2024-06-24T09:00'));
afterAll(() => pages.place.close());

const NOBODY = '01900000-0000-7000-8000-000000000000';

describe('what looks personal in the form', () => {
  it('is shown masked before publishing, needs a reason, and stands with it', async () => {
    const { clerk, world } = pages;
    const id = await world.item();
    const typed = { ...FILLED, tom_tat: 'Hỏi anh A, số 0912 345 678, để biết mức thu.' };
    const review = await accepted(clerk, itemHref(id, '/noi-dung'), typed);
    expect(review).toContain('trông như dữ liệu cá nhân');
    expect(review).toContain('Tóm tắt: trông như Số điện thoại (091');
    const without = await refused(clerk, itemHref(id, '/cong-bo'), {});
    expect(wordsOf(without)).toContain('Ghi lý do, từ 5 đến 1.000 ký tự');
    const published = await accepted(clerk, itemHref(id, '/cong-bo'), { vi_sao: 'Số trực của bộ phận thu.' });
    expect(published).toContain('Đã công bố');
  });
});

describe('a picture that a citizen sent', () => {
  it('is seen by the unit that looks into it, and by nobody else', async () => {
    const { clerk, other, village, standing, world, place } = pages;
    const id = await world.published();
    const photo = await prepareSayPhoto('a.jpg', new Uint8Array(await (await aPhoto(77)).arrayBuffer()));
    const { sayId } = await world.run(world.clerk, (context, tx) =>
      recordSay(
        context,
        tx,
        { itemId: id, placeId: null, verdict: 'wrong', words: 'Sai', photo },
        place.files,
      ),
    );
    expect(await read(clerk, itemHref(id))).toContain('Xem ảnh người dân gửi');
    expect(await read(standing, itemHref(id))).not.toContain('Xem ảnh người dân gửi');
    const path = itemHref(id, `/anh-nguoi-dan/${sayId}`);
    const seen = await clerk.get(path);
    expect([seen.status, seen.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    for (const visitor of [standing, village]) expect((await visitor.get(path)).status).toBe(404);
    expect((await other.get(path)).status).toBe(403);
    expect((await place.visitor().get(path)).status).toBe(303);
    expect((await clerk.get(itemHref(id, `/anh-nguoi-dan/${NOBODY}`))).status).toBe(404);
  });
});
