import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestApp, testApp, type Visitor } from '../../../../../test/support/app.ts';
import { htmlProblems } from '../../../../../test/support/html-rules.ts';
import { issueWork } from '../../../../../test/support/issued-work.ts';
import {
  personWithPost,
  type SmallTree,
  smallTree,
  TEST_PASSWORD,
} from '../../../../../test/support/people.ts';
import { calendarDate } from '../../../../kernel/dates.ts';
import { newId } from '../../../../kernel/ids.ts';
import { recordLeave } from '../../../identity/index.ts';
import { recordEntry } from '../../commands/record-entry.ts';

let place: TestApp;
let tree: SmallTree;
let path: string;
let id: string;
const people: Record<string, { personId: string; postId: string }> = {};
const visitors: Record<string, Visitor> = {};

beforeAll(async () => {
  place = await testApp();
  tree = await smallTree(place);
  const staff = [
    ['chu.tich', tree.commune, 'member', 'Chủ tịch UBND xã'],
    ['van.phong', tree.commune, 'member', 'Công chức Văn phòng'],
    ['dia.chinh', tree.commune, 'member', 'Công chức Địa chính'],
    ['xa.hai', tree.otherCommune, 'member', 'Chủ tịch UBND xã'],
    ['noi.vu', tree.office, 'standing', 'Trưởng phòng'],
    ['cap.tren', tree.district, 'superior', 'Chuyên viên'],
  ] as const;
  for (const [username, unitId, role, title] of staff) {
    people[username] = await personWithPost(place, username, { unitId, role, title });
    visitors[username] = await place.signIn(username, TEST_PASSWORD);
  }
});
afterAll(() => place.close());

beforeEach(async () => {
  const { work } = await issueWork(place, tree, [
    { executors: 'chosen', chosenUnitIds: [tree.commune], words: 'Niêm yết danh sách hộ nghèo' },
  ]);
  id = work.find((one) => one.unitId === tree.commune)?.id ?? '';
  path = `/phan-viec/${id}`;
});

const as = (username: string): Visitor => {
  const found = visitors[username];
  if (!found) throw new Error(`nobody is called ${username}`);
  return found;
};
const page = async (username: string, at = path): Promise<string> => (await as(username).get(at)).text();
const send = async (username: string, at: string, fields: Record<string, string>): Promise<Response> => {
  await as(username).get('/tai-khoan');
  return as(username).post(at, fields);
};
const person = (username: string): string => `nguoi:${people[username]?.postId}`;

describe('who answers for the work', () => {
  it('stands on the page with the reason, and the form that hands it on for who may', async () => {
    const first = await page('chu.tich');
    expect(await htmlProblems(first)).toEqual([]);
    expect(first).toContain('Người chu.tich, Chủ tịch UBND xã, phụ trách với tư cách lãnh đạo đơn vị.');
    expect(first).toContain('Chưa giao riêng ai.');
    expect(first).toContain('Giao việc trong đơn vị');
    const colleague = await page('dia.chinh');
    expect(colleague).not.toContain(`action="${path}/giao#`);
    expect(await page('noi.vu')).not.toContain(`action="${path}/giao#`);
  });

  it('is handed on from the page (303), and says for whom somebody stands in', async () => {
    const saved = await send('chu.tich', `${path}/giao`, { cho: person('van.phong'), loi_dan: 'Làm ngay' });
    expect(saved.headers.get('location')).toBe(path);
    const after = await page('chu.tich');
    expect(after).toContain('Đã giao 1 phần việc.');
    expect(after).toContain('Người van.phong, Công chức Văn phòng.');
    expect(after).toContain('Giao cho Người van.phong (Công chức Văn phòng) phụ trách.');
    expect(after).toContain('Làm ngay');
    await place.db.transaction((tx) =>
      recordLeave(place.context(), tx, {
        personId: people['van.phong']?.personId ?? '',
        from: '2024-06-24',
        to: '2024-06-24',
        kind: 'sick',
        deputyId: people['dia.chinh']?.personId ?? '',
      }),
    );
    const away = await page('noi.vu');
    expect(away).toContain(
      'Người dia.chinh, Công chức Địa chính, thay Người van.phong nghỉ đến hết 24/06/2024.',
    );
    expect(away).not.toContain('ốm');
    const english = await page('noi.vu', `${path}?lang=en`);
    expect(english).toContain('for Người van.phong, on leave until the end of 24/06/2024');
    expect(await htmlProblems(english)).toEqual([]);
    await as('noi.vu').get('/tai-khoan?lang=vi');
  });

  it.each([
    ['to nobody chosen', { cho: '' }, 422, 'Chưa chọn giao cho ai.'],
    ['to what no form offers', { cho: 'nguoi:x' }, 422, 'Chưa chọn giao cho ai.'],
    ['to a post of no one', { cho: 'chuc-vu:Kế toán' }, 422, 'không thuộc đơn vị này hôm nay'],
    ['to nobody when it is nobody’s', { cho: 'khong-ai' }, 409, 'đã được giao đúng như vậy'],
    [
      'from an old page',
      { cho: 'chuc-vu:Công chức Văn phòng', revision: '99' },
      409,
      'vừa được người khác thay đổi',
    ],
  ])(
    'handed on %s it is refused at the field, and what was typed stays',
    async (_what, fields, status, says) => {
      const refused = await send('chu.tich', `${path}/giao`, {
        ...fields,
        viec: 'giao',
        loi_dan: 'Lời dặn còn đây',
      });
      expect(refused.status).toBe(status);
      const again = await refused.text();
      expect(again).toContain(says);
      expect(again).toContain('Lời dặn còn đây');
      expect(await htmlProblems(again)).toEqual([]);
    },
  );

  it('is not for others to decide: 403 for who may see it, 404 for who may not', async () => {
    const fields = { cho: person('dia.chinh'), viec: 'giao' };
    expect((await send('dia.chinh', `${path}/giao`, fields)).status).toBe(403);
    expect((await send('xa.hai', `${path}/giao`, fields)).status).toBe(404);
  });

  it('is read as it was on a day of the past, without forms', async () => {
    await send('chu.tich', `${path}/giao`, { cho: person('van.phong') });
    const past = await page('chu.tich', `${path}?as_of=2024-06-23`);
    expect(past).not.toContain('<form method="post" action="/phan-viec');
    expect(await htmlProblems(past)).toEqual([]);
  });
});

describe('comments on the page', () => {
  it('are sent (303), show names for mentions, and are withdrawn by their author', async () => {
    const saved = await send('noi.vu', `${path}/trao-doi`, {
      noi_dung: 'Nhờ @van.phong gửi ảnh <b>niêm yết</b>',
      nhac: 'chu.tich',
    });
    expect(saved.headers.get('location')).toBe(`${path}#trao-doi`);
    const seen = await page('van.phong');
    expect(seen).toContain('<strong>@Người van.phong</strong>');
    expect(seen).toContain('<strong>@Người chu.tich</strong>');
    expect(seen).toContain('&lt;b&gt;niêm yết&lt;/b&gt;');
    expect(seen).not.toContain('/rut-lai');
    const own = await page('noi.vu');
    expect(await htmlProblems(own)).toEqual([]);
    const [, commentId = ''] = /trao-doi\/([0-9a-f-]{36})\/rut-lai/.exec(own) ?? [];
    expect((await send('van.phong', `${path}/trao-doi/${commentId}/rut-lai`, {})).status).toBe(404);
    expect((await send('noi.vu', `${path}/trao-doi/${commentId}/rut-lai`, {})).status).toBe(303);
    const after = await page('van.phong');
    expect(after).toContain('Lời trao đổi này đã được người viết rút lại.');
    expect(after).not.toContain('gửi ảnh');
    for (const other of ['khong-phai-ma', newId()])
      expect((await send('noi.vu', `${path}/trao-doi/${other}/rut-lai`, {})).status).toBe(404);
  });

  it.each([
    ['without words', '   ', 'Chưa viết nội dung trao đổi.'],
    ['too long', 'a'.repeat(2001), 'Nội dung trao đổi dài quá mức cho phép.'],
    ['with an unknown name', 'Gửi @khong.co', 'Không có ai mang tên đăng nhập “khong.co”.'],
    [
      'with the name of someone who may not see it',
      'Gửi @xa.hai',
      'Người mang tên đăng nhập “xa.hai” không được xem',
    ],
  ])('%s come back with what was typed (422)', async (_what, words, says) => {
    const refused = await send('van.phong', `${path}/trao-doi`, { noi_dung: words, viec: 'trao-doi' });
    expect(refused.status).toBe(422);
    const again = await refused.text();
    expect(again).toContain(says);
    expect(again).toContain('href="#noi_dung-comment"');
    if (words.trim() !== '') expect(again).toContain(words);
    expect(await htmlProblems(again)).toEqual([]);
  });

  it('offer to mention people who see the work, by unit, and not oneself', async () => {
    const own = await page('van.phong');
    const [, options = ''] = /name="nhac"[^>]*>(.*?)<\/select>/s.exec(own) ?? [];
    expect(options).toContain('<optgroup label="UBND xã Một">');
    expect(options).toContain('value="chu.tich"');
    expect(options).toContain('value="noi.vu"');
    for (const username of ['van.phong', 'xa.hai', 'cap.tren'])
      expect(options).not.toContain(`value="${username}"`);
  });

  it('are not for superiors to write (403), nor for others to see (404)', async () => {
    expect(await page('cap.tren')).not.toContain(`action="${path}/trao-doi#`);
    expect((await send('cap.tren', `${path}/trao-doi`, { noi_dung: 'x', viec: 'trao-doi' })).status).toBe(
      403,
    );
    expect((await send('xa.hai', `${path}/trao-doi`, { noi_dung: 'x', viec: 'trao-doi' })).status).toBe(404);
  });

  it('are followed and no longer followed by a press', async () => {
    expect(await page('dia.chinh')).toContain('Bạn không theo dõi phần việc này.');
    expect((await send('dia.chinh', `${path}/theo-doi`, { theo_doi: '1' })).status).toBe(303);
    const following = await page('dia.chinh');
    expect(following).toContain('Bạn đang theo dõi phần việc này');
    expect(following).toContain('Số người theo dõi: 2.');
    expect(await page('dia.chinh', '/viec-cua-toi?xem=theo-doi')).toContain(path);
    expect((await send('dia.chinh', `${path}/theo-doi`, { theo_doi: '0' })).status).toBe(303);
    expect(await page('dia.chinh', '/viec-cua-toi?xem=theo-doi')).not.toContain(path);
    expect((await send('xa.hai', `${path}/theo-doi`, { theo_doi: '1' })).status).toBe(404);
  });
});

describe('the whole history', () => {
  it('tells everything in words, oldest first, in both languages', async () => {
    await send('chu.tich', `${path}/giao`, { cho: person('van.phong'), loi_dan: 'Làm trước' });
    await send('noi.vu', `${path}/trao-doi`, { noi_dung: 'Đã nhận' });
    place.clock.advance(60_000);
    await place.db.transaction((tx) =>
      recordEntry(place.context(), tx, {
        assignmentId: id,
        kind: 'start',
        happenedOn: calendarDate('2024-06-20'),
        note: 'Họp thôn',
      }),
    );
    const whole = await page('noi.vu', `${path}/lich-su`);
    expect(await htmlProblems(whole)).toEqual([]);
    const order = [
      'Giao việc khi ban hành kế hoạch, hạn 30/06/2024.',
      'Giao cho Người van.phong (Công chức Văn phòng) phụ trách.',
      'Đã nhận',
      'Ghi đang làm.',
      'Họp thôn',
    ].map((text) => whole.indexOf(text));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(order[0]).toBeGreaterThan(0);
    expect(whole).toContain('20/06/2024 (ghi ngày 24/06/2024)');
    const english = await page('noi.vu', `${path}/lich-su?lang=en`);
    expect(english).toContain('Assigned when the plan was issued, due on 30/06/2024.');
    expect(await htmlProblems(english)).toEqual([]);
    await as('noi.vu').get('/tai-khoan?lang=vi');
    place.clock.advance(-60_000);
  });

  it('of a past day marks what was recorded later, and leaves out what was said later', async () => {
    place.clock.advance(-7 * 86_400_000);
    const { work } = await issueWork(place, tree, [{ executors: 'chosen', chosenUnitIds: [tree.commune] }]);
    place.clock.advance(7 * 86_400_000);
    id = work.find((one) => one.unitId === tree.commune)?.id ?? '';
    path = `/phan-viec/${id}`;
    await send('noi.vu', `${path}/trao-doi`, { noi_dung: 'Nói hôm nay' });
    await place.db.transaction((tx) =>
      recordEntry(place.context(), tx, {
        assignmentId: id,
        kind: 'start',
        happenedOn: calendarDate('2024-06-20'),
        note: 'Họp thôn',
      }),
    );
    const past = await page('noi.vu', `${path}/lich-su?as_of=2024-06-21`);
    expect(past).not.toContain('Nói hôm nay');
    expect(past).toContain('Họp thôn');
    expect(past).toContain('>ghi sau<');
  });

  it('shows the latest lines on the item’s own page and leads to all', async () => {
    for (let n = 1; n <= 12; n++)
      await place.db.transaction((tx) =>
        recordEntry(place.context(), tx, {
          assignmentId: id,
          kind: 'start',
          happenedOn: calendarDate('2024-06-24'),
          note: `Lần ghi số ${n}.`,
        }),
      );
    const short = await page('noi.vu');
    expect(short).toContain(`href="${path}/lich-su"`);
    expect(short).toMatch(/Còn \d dòng trước đó\./);
    expect(short).not.toContain('Lần ghi số 2.');
    expect(await page('noi.vu', `${path}/lich-su`)).toContain('Lần ghi số 2.');
  });

  it('is there for those who see the work alone, and on a day that can be read', async () => {
    expect((await as('xa.hai').get(`${path}/lich-su`)).status).toBe(404);
    expect((await as('noi.vu').get(`/phan-viec/${newId()}/lich-su`)).status).toBe(404);
    expect((await as('noi.vu').get(`${path}/lich-su?as_of=2030-01-01`)).status).toBe(422);
    expect((await place.visitor().get(`${path}/lich-su`)).status).toBe(303);
  });
});
