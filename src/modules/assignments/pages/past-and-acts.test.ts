import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp, type Visitor } from '../../../../test/support/app.ts';
import { htmlProblems } from '../../../../test/support/html-rules.ts';
import { issueWork } from '../../../../test/support/issued-work.ts';
import { personWithPost, type SmallTree, smallTree, TEST_PASSWORD } from '../../../../test/support/people.ts';
import { calendarDate } from '../../../kernel/dates.ts';
import { recordEntry } from '../commands/record-entry.ts';
import type { AssignedWork } from '../queries/assigned-work.ts';

let place: TestApp;
let tree: SmallTree;
let dated: AssignedWork;
let waiting: AssignedWork;
let commune: Visitor;
let lead: Visitor;
let standing: Visitor;

beforeAll(async () => {
  place = await testApp();
  tree = await smallTree(place);
  const chosen = { executors: 'chosen', chosenUnitIds: [tree.commune] } as const;
  place.clock.set(new Date('2024-06-03T02:00:00Z'));
  const issued = await issueWork(place, tree, [
    { ...chosen, words: 'Niêm yết danh sách hộ nghèo' },
    { ...chosen, words: 'Đối thoại với dân', due: { v: 1, type: 'event', event: 'khi phát sinh' } },
  ]);
  const own = issued.work.filter((item) => item.unitId === tree.commune);
  dated = own[0] as AssignedWork;
  waiting = own[1] as AssignedWork;
  await personWithPost(place, 'xa.mot', { unitId: tree.commune, role: 'member' });
  await personWithPost(place, 'xa.mot.2', { unitId: tree.commune, role: 'member' });
  await personWithPost(place, 'noi.vu', { unitId: tree.office, role: 'standing' });
  await personWithPost(place, 'chu.tri', { unitId: tree.office, role: 'lead' });
  const startOn = (day: string, note: string) =>
    place.db.transaction((tx) =>
      recordEntry(place.context(), tx, {
        assignmentId: dated.id,
        kind: 'start',
        happenedOn: calendarDate(day),
        note,
      }),
    );
  await startOn('2024-06-03', 'Lập danh sách');
  place.clock.set(new Date('2024-06-24T02:00:00Z'));
  // Told three weeks later, of a day before.
  await startOn('2024-06-05', 'Họp thôn bình xét');
  commune = await place.signIn('xa.mot', TEST_PASSWORD);
  lead = await place.signIn('chu.tri', TEST_PASSWORD);
  standing = await place.signIn('noi.vu', TEST_PASSWORD);
});
afterAll(() => place.close());

const text = async (answer: Promise<Response> | Response): Promise<string> => (await answer).text();

describe('pages of a day that has passed', () => {
  it('each is valid HTML, says which day it shows, and offers no form that records', async () => {
    for (const path of ['/viec-cua-toi', '/phan-viec', `/phan-viec/${dated.id}`, `/don-vi/${tree.commune}`])
      for (const lang of ['vi', 'en']) {
        const answer = await commune.get(`${path}?as_of=2024-06-10&lang=${lang}`);
        expect(answer.status, path).toBe(200);
        const page = await answer.text();
        expect(await htmlProblems(page), `${path} in ${lang}`).toEqual([]);
        expect(page, path).toContain('10/06/2024');
        expect(page, path).not.toContain('name="viec"');
      }
    await commune.get('/viec-cua-toi?lang=vi');
  });

  it('what was recorded later about a day before it is shown and marked, and the links stay on that day', async () => {
    const page = await text(commune.get(`/phan-viec/${dated.id}?as_of=2024-06-10`));
    expect(page).toContain('Họp thôn bình xét');
    expect(page.match(/>ghi sau</g)).toHaveLength(1);
    expect(page).toMatch(/href="\/nhiem-vu\/[0-9a-f-]{36}\?as_of=2024-06-10"/);
    const earlier = await text(commune.get(`/phan-viec/${dated.id}?as_of=2024-06-04`));
    expect(earlier).not.toContain('Họp thôn bình xét');
    expect(earlier).toContain('đang làm');
  });

  it('the day before the plan existed has no such work: the item is unknown, lists are empty', async () => {
    expect((await standing.get(`/phan-viec/${dated.id}?as_of=2024-06-02`)).status).toBe(404);
    expect(await text(standing.get('/phan-viec?as_of=2024-06-02'))).not.toContain('Niêm yết danh sách');
  });

  it('a day that has not come, or is no day, is refused in words (422)', async () => {
    for (const day of ['2024-06-25', '2024-02-30', 'homqua']) {
      const answer = await standing.get(`/phan-viec?as_of=${day}`);
      expect(answer.status, day).toBe(422);
      expect(await answer.text()).toContain('trong địa chỉ là as_of=2024-06-24');
    }
  });

  it('the API reads the same day', async () => {
    const answer = await standing.get('/api/v1/assignments?as_of=2024-06-02');
    expect(await answer.json()).toEqual({ assignments: [], next: null });
  });
});

describe('two people at the same item', () => {
  it('the second is told (409), keeps what was typed and sees what the first did; sent again it is recorded', async () => {
    const path = `/phan-viec/${dated.id}`;
    const second = await place.signIn('xa.mot.2', TEST_PASSWORD);
    const seen = /name="revision" value="(\d+)"/.exec(await text(second.get(path)))?.[1] ?? '';
    const typed = { viec: 'start', ngay: '24/06/2024', revision: seen };
    expect((await commune.post(path, { ...typed, noi_dung: 'Đã in danh sách' })).status).toBe(303);
    const answer = await second.post(path, { ...typed, noi_dung: 'Đã dán tại nhà văn hóa' });
    expect(answer.status).toBe(409);
    const page = await answer.text();
    expect(page).toContain('vừa được người khác thay đổi');
    expect(page).toContain('Đã dán tại nhà văn hóa');
    expect(page).toContain('Đã in danh sách');
    const fresh = /name="revision" value="(\d+)"/.exec(page)?.[1] ?? '';
    expect(fresh).not.toBe(seen);
    const again = await second.post(path, { ...typed, revision: fresh, noi_dung: 'Đã dán tại nhà văn hóa' });
    expect(again.status).toBe(303);
  });
});

describe('a state by hand', () => {
  const path = () => `/phan-viec/${dated.id}/trang-thai`;
  const form = {
    viec: 'dat-trang-thai',
    trang_thai: 'accepted',
    den_ngay: '28/06/2024',
    noi_dung: 'Số liệu đang đối soát',
  };

  it('is not for the unit that does the work (403), and is not offered to it', async () => {
    expect((await commune.post(path(), form)).status).toBe(403);
    expect(await text(commune.get(`/phan-viec/${dated.id}`))).not.toContain('/trang-thai"');
  });

  it('without a state, a reason or an end the form comes back with what was typed (422)', async () => {
    for (const lack of ['trang_thai', 'den_ngay', 'noi_dung']) {
      const answer = await lead.post(path(), { ...form, [lack]: '' });
      expect(answer.status, lack).toBe(422);
      const page = await answer.text();
      expect(page, lack).toContain(`href="#${lack}-override"`);
      expect(await htmlProblems(page)).toEqual([]);
    }
  });

  it('stands on the page with its end, its reason in the history, and is removed again', async () => {
    expect((await lead.post(path(), form)).status).toBe(303);
    const page = await text(commune.get(`/phan-viec/${dated.id}`));
    expect(page).toContain('Đặt bằng tay: đã chấp nhận, đến hết ngày 28/06/2024');
    expect(page).toContain('Số liệu đang đối soát');
    expect((await lead.post(path(), { viec: 'bo-trang-thai' })).status).toBe(303);
    expect(await text(commune.get(`/phan-viec/${dated.id}`))).not.toContain('Đặt bằng tay: đã');
  });
});

describe('work that is done when a case arises', () => {
  it('a case is opened from its page with the day and what happened; without words the form comes back (422)', async () => {
    const path = `/phan-viec/${waiting.id}/phat-sinh`;
    expect(await text(commune.get(`/phan-viec/${dated.id}`))).not.toContain('/phat-sinh"');
    expect(await text(commune.get(`/phan-viec/${waiting.id}`))).toContain('/phat-sinh"');
    const refused = await commune.post(path, { ngay: '20/06/2024', su_viec: '' });
    expect(refused.status).toBe(422);
    expect(await htmlProblems(await refused.text())).toEqual([]);
    const opened = await commune.post(path, { ngay: '20/06/2024', su_viec: 'Thôn Đông đề nghị đối thoại' });
    expect(opened.status).toBe(303);
    const page = await text(commune.get(opened.headers.get('location') ?? ''));
    expect(page).toContain('phát sinh ngày 20/06/2024');
    expect(page).toContain('Thôn Đông đề nghị đối thoại');
  });
});
