import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp, type Visitor } from '../../../../test/support/app.ts';
import { htmlProblems } from '../../../../test/support/html-rules.ts';
import { issueWork } from '../../../../test/support/issued-work.ts';
import { personWithPost, type SmallTree, smallTree, TEST_PASSWORD } from '../../../../test/support/people.ts';
import { newId } from '../../../kernel/ids.ts';
import { endPost, recordLeave } from '../../identity/index.ts';

let place: TestApp;
let tree: SmallTree;
let head: Visitor;
let staff: Visitor;
let colleague: Visitor;
const people: Record<string, { personId: string; postId: string }> = {};

beforeAll(async () => {
  place = await testApp();
  tree = await smallTree(place);
  const chosen = { executors: 'chosen', chosenUnitIds: [tree.commune] } as const;
  await issueWork(place, tree, [
    { ...chosen, words: 'Niêm yết danh sách hộ nghèo' },
    { ...chosen, words: 'Tập huấn về PAPI' },
    { ...chosen, words: 'Đối thoại với dân' },
  ]);
  for (const [username, title] of [
    ['chu.tich', 'Chủ tịch UBND xã'],
    ['van.phong', 'Công chức Văn phòng'],
    ['dia.chinh', 'Công chức Địa chính'],
  ] as const)
    people[username] = await personWithPost(place, username, { unitId: tree.commune, role: 'member', title });
  await personWithPost(place, 'xa.hai', { unitId: tree.otherCommune, role: 'member' });
  head = await place.signIn('chu.tich', TEST_PASSWORD);
  staff = await place.signIn('van.phong', TEST_PASSWORD);
  colleague = await place.signIn('dia.chinh', TEST_PASSWORD);
});
afterAll(() => place.close());

const text = async (visitor: Visitor, path: string): Promise<string> => (await visitor.get(path)).text();
const at = (view: string): string => `/giao-viec?don-vi=${tree.commune}&xem=${view}`;

/** The values of the rows of a page, by the words of their tasks. */
function rowsOf(page: string): Map<string, string> {
  const rows = [...page.matchAll(/name="chon" value="([^"]+)"[^>]*aria-label="([^"]+)"/g)];
  return new Map(rows.map(([, value = '', label = '']) => [label, value]));
}

const rowFor = (page: string, words: string): string =>
  [...rowsOf(page)].find(([label]) => label.includes(words))?.[1] ?? '';

const hand = (visitor: Visitor, fields: Record<string, string | string[]>) =>
  visitor.post('/giao-viec', { don_vi: tree.commune, xem: 'tat-ca', loi_dan: '', ...fields });

describe('handing on many assignments', () => {
  it('shows the open work of the unit with who answers, in valid HTML and both languages', async () => {
    for (const lang of ['vi', 'en']) {
      const page = await text(head, `${at('tat-ca')}&lang=${lang}`);
      expect(await htmlProblems(page)).toEqual([]);
      expect(rowsOf(page).size).toBe(3);
    }
    const page = await text(head, `${at('chua-giao')}&lang=vi`);
    expect(rowsOf(page).size).toBe(3);
    expect(page).toContain('Người chu.tich, Chủ tịch UBND xã, phụ trách với tư cách lãnh đạo đơn vị');
    expect(page).not.toMatch(/name="chon"[^>]* checked/);
    expect(await text(head, `/don-vi/${tree.commune}`)).toContain(`href="/giao-viec?don-vi=${tree.commune}"`);
  });

  it('hands on what was ticked (303) and says how many; the person finds it under their own work', async () => {
    const page = await text(head, at('tat-ca'));
    const chon = [rowFor(page, 'Niêm yết'), rowFor(page, 'Tập huấn')];
    const saved = await hand(head, { chon, cho: `nguoi:${people['van.phong']?.postId}` });
    expect(saved.headers.get('location')).toBe(at('tat-ca'));
    expect(await text(head, at('tat-ca'))).toContain('Đã giao 2 phần việc.');
    const own = await text(staff, '/viec-cua-toi?xem=giao-cho-toi');
    expect(await htmlProblems(own)).toEqual([]);
    expect(own).toContain('Niêm yết danh sách hộ nghèo');
    expect(own).toContain('Tập huấn về PAPI');
    expect(own).not.toContain('Đối thoại với dân');
    expect(rowsOf(await text(head, at('chua-giao'))).size).toBe(1);
  });

  it('shows staff what they answer for, and others of the unit nothing to hand on', async () => {
    expect(rowsOf(await text(staff, at('tat-ca'))).size).toBe(2);
    const none = await text(colleague, at('tat-ca'));
    expect(rowsOf(none).size).toBe(0);
    expect(none).toContain('Không có phần việc nào ở đây.');
  });

  it('is refused with everything typed: nothing ticked and nobody chosen (422), changed meanwhile (409)', async () => {
    await head.get(at('tat-ca'));
    const nothing = await hand(head, { cho: '', loi_dan: 'Lời dặn còn đây' });
    expect(nothing.status).toBe(422);
    const again = await nothing.text();
    expect(again).toContain('Chưa chọn phần việc nào.');
    expect(again).toContain('Chưa chọn giao cho ai.');
    expect(again).toContain('Lời dặn còn đây');
    for (const [, target = ''] of again.matchAll(/<li><a href="#([\w-]+)"/g))
      expect(again).toContain(`id="${target}"`);
    expect(await htmlProblems(again)).toEqual([]);
    const value = rowFor(await text(head, at('tat-ca')), 'Đối thoại');
    const old = value.replace(/:\d+$/, ':77');
    const late = await hand(head, { chon: old, cho: 'chuc-vu:Công chức Địa chính' });
    expect(late.status).toBe(409);
    const shown = await late.text();
    expect(shown).toContain('vừa được người khác thay đổi');
    // Ticked still, with the revision that stands now: sent again it is done.
    expect(shown).toMatch(new RegExp(`value="${value}" checked`));
    expect((await hand(head, { chon: value, cho: 'chuc-vu:Công chức Địa chính' })).status).toBe(303);
    expect((await hand(head, { chon: 'không phải', cho: 'khong-ai' })).status).toBe(422);
  });

  it('is not there for another unit (404), nor for who is not signed in', async () => {
    const other = await place.signIn('xa.hai', TEST_PASSWORD);
    expect((await other.get(at('tat-ca'))).status).toBe(404);
    for (const id of [newId(), 'khong-phai-ma'])
      expect((await head.get(`/giao-viec?don-vi=${id}`)).status).toBe(404);
    expect((await place.visitor().get('/giao-viec')).status).toBe(303);
    expect((await head.get('/giao-viec')).status).toBe(200);
  });
});

describe('people who are away or gone', () => {
  it('the deputy finds the work under their own, and for whom', async () => {
    await place.db.transaction((tx) =>
      recordLeave(place.context(), tx, {
        personId: people['van.phong']?.personId ?? '',
        from: '2024-06-24',
        to: '2024-06-26',
        kind: 'mission',
        deputyId: people['dia.chinh']?.personId ?? '',
      }),
    );
    const own = await text(colleague, '/viec-cua-toi?xem=giao-cho-toi');
    expect(own).toContain('Niêm yết danh sách hộ nghèo');
    expect(own).toContain('Đối thoại với dân');
    expect(own).toContain('Trong đó có việc bạn phụ trách thay: Người van.phong.');
    expect(await text(head, '/viec-cua-toi')).not.toContain('xem=giao-lai');
  });

  it('work of someone who left waits for the head, ticked and handed on in one press', async () => {
    const lastDay = '2024-06-23';
    await place.db.transaction((tx) =>
      endPost(place.context(), tx, { postId: people['van.phong']?.postId ?? '', lastDay }),
    );
    const mine = await text(head, '/viec-cua-toi');
    expect(await htmlProblems(mine)).toEqual([]);
    expect(mine).toContain('2 phần việc được giao cho người hoặc chức vụ không còn trong đơn vị.');
    const page = await text(head, at('giao-lai'));
    expect(await htmlProblems(page)).toEqual([]);
    expect([...page.matchAll(/name="chon"[^>]* checked/g)]).toHaveLength(2);
    expect(page).toContain('thay Người van.phong đã thôi giữ chức vụ sau ngày 23/06/2024');
    const chon = [...rowsOf(page).values()];
    expect((await hand(head, { chon, xem: 'giao-lai', cho: 'chuc-vu:Công chức Địa chính' })).status).toBe(
      303,
    );
    expect(rowsOf(await text(head, at('giao-lai'))).size).toBe(0);
    expect(await text(head, '/viec-cua-toi')).not.toContain('không còn trong đơn vị');
  });
});
