import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp, type Visitor } from '../../../../test/support/app.ts';
import { htmlProblems } from '../../../../test/support/html-rules.ts';
import { issueWork } from '../../../../test/support/issued-work.ts';
import { personWithPost, type SmallTree, smallTree, TEST_PASSWORD } from '../../../../test/support/people.ts';
import { calendarDate } from '../../../kernel/dates.ts';
import { readDocument } from '../../../kernel/documents/index.ts';
import type { AssignedWork } from '../queries/assigned-work.ts';

let place: TestApp;
let tree: SmallTree;
let planId: string;
let work: AssignedWork[];
let commune: Visitor;
let other: Visitor;
let standing: Visitor;
let superior: Visitor;

beforeAll(async () => {
  place = await testApp();
  tree = await smallTree(place);
  ({ planId, work } = await issueWork(place, tree, [
    {
      executors: 'chosen',
      chosenUnitIds: [tree.commune, tree.otherCommune],
      words: 'Niêm yết danh sách hộ nghèo',
    },
    {
      due: { v: 1, type: 'date', on: calendarDate('2024-03-31') },
      dueWords: 'Trước 01/4',
      words: 'Tập huấn về PAPI',
    },
    {
      due: { v: 1, type: 'event', event: 'khi phát sinh' },
      dueWords: 'Khi phát sinh',
      words: 'Đối thoại với dân',
    },
  ]));
  await personWithPost(place, 'xa.mot', { unitId: tree.commune, role: 'member' });
  await personWithPost(place, 'xa.hai', { unitId: tree.otherCommune, role: 'member' });
  await personWithPost(place, 'noi.vu', { unitId: tree.office, role: 'standing' });
  await personWithPost(place, 'cap.tren', { unitId: tree.district, role: 'superior' });
  commune = await place.signIn('xa.mot', TEST_PASSWORD);
  other = await place.signIn('xa.hai', TEST_PASSWORD);
  standing = await place.signIn('noi.vu', TEST_PASSWORD);
  superior = await place.signIn('cap.tren', TEST_PASSWORD);
});
afterAll(() => place.close());

const ofCommune = (): AssignedWork => {
  const found = work.find((item) => item.unitId === tree.commune);
  if (!found) throw new Error('the commune has no work');
  return found;
};

describe('pages of work', () => {
  it('each page is valid HTML, in Vietnamese and in English', async () => {
    const item = ofCommune();
    const task = `/nhiem-vu/${await taskOf(item)}`;
    for (const path of [
      '/viec-cua-toi',
      '/phan-viec',
      `/phan-viec/${item.id}`,
      task,
      `/don-vi/${tree.commune}`,
    ])
      for (const lang of ['vi', 'en']) {
        const answer = await standing.get(`${path}?lang=${lang}`);
        expect(answer.status, path).toBe(200);
        expect(await htmlProblems(await answer.text()), `${path} in ${lang}`).toEqual([]);
      }
    await standing.get('/viec-cua-toi?lang=vi');
  });

  it('a signed-out visitor is sent to sign in', async () => {
    for (const path of ['/viec-cua-toi', '/phan-viec', `/phan-viec/${ofCommune().id}`]) {
      const answer = await place.visitor().get(path);
      expect(answer.status).toBe(303);
      expect(answer.headers.get('location')).toBe(`/dang-nhap?ve=${encodeURIComponent(path)}`);
    }
  });

  it('my work shows what is mine: overdue first, and work without a day last', async () => {
    const page = await (await standing.get('/viec-cua-toi')).text();
    expect(page.indexOf('Tập huấn về PAPI')).toBeLessThan(page.indexOf('Đối thoại với dân'));
    expect(page).toContain('quá hạn');
    const mine = await (await commune.get('/viec-cua-toi')).text();
    expect(mine).toContain('Niêm yết danh sách hộ nghèo');
    expect(mine).not.toContain('Tập huấn về PAPI');
  });

  it('the work of another commune looks as if it did not exist', async () => {
    const item = ofCommune();
    expect((await other.get(`/phan-viec/${item.id}`)).status).toBe(404);
    const answer = await other.post(`/phan-viec/${item.id}`, {
      viec: 'claim',
      ngay: '24/06/2024',
      noi_dung: 'x',
    });
    expect(answer.status).toBe(404);
    expect(await (await other.get('/phan-viec')).text()).not.toContain('UBND xã Một');
  });

  it('who only reads is refused to record (403); a wrong day or a missing reason shows the form again (422)', async () => {
    const item = ofCommune();
    const refused = await superior.post(`/phan-viec/${item.id}`, {
      viec: 'claim',
      ngay: '24/06/2024',
      noi_dung: 'x',
    });
    expect(refused.status).toBe(403);
    const typed = await commune.post(`/phan-viec/${item.id}`, {
      viec: 'claim',
      ngay: '31/02/2024',
      noi_dung: 'Đã làm <b>',
    });
    expect(typed.status).toBe(422);
    const page = await typed.text();
    expect(page).toContain('Đã làm &lt;b&gt;');
    expect(page).toContain('31/02/2024');
  });

  it('a claim is recorded once; repeating it in another tab says what happened meanwhile (409)', async () => {
    const path = `/phan-viec/${ofCommune().id}`;
    const claim = { viec: 'claim', ngay: '20/06/2024', noi_dung: 'Đã niêm yết' };
    expect((await commune.post(path, claim)).status).toBe(303);
    const again = await commune.post(path, claim);
    expect(again.status).toBe(409);
    expect(await again.text()).toContain('chờ xác nhận');
  });

  it('a form of another site or without its token changes nothing', async () => {
    const path = `/phan-viec/${ofCommune().id}`;
    const fields = { viec: 'start', ngay: '20/06/2024' };
    expect((await commune.post(path, { ...fields, _csrf: 'x' })).status).toBe(403);
    expect((await commune.post(path, fields, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  });

  it('the list exports what it shows, in a workbook that opens again', async () => {
    const answer = await standing.get(`/phan-viec?ke-hoach=${planId}&q=niem+yet&dinh-dang=xlsx`);
    expect(answer.headers.get('content-disposition')).toContain('.xlsx');
    const read = await readDocument('phan-viec.xlsx', new Uint8Array(await answer.arrayBuffer()));
    const cells = (read.grids[0]?.rows ?? []).flatMap((row) => row.map((cell) => cell?.text));
    expect(cells.filter((text) => text === 'Niêm yết danh sách hộ nghèo')).toHaveLength(3);
    expect(cells).not.toContain('Tập huấn về PAPI');
    const csv = await (await standing.get('/phan-viec?dinh-dang=csv')).text();
    expect(csv).toContain('Tập huấn về PAPI');
  });

  it('a calendar feed opens with its address alone, and not after it is withdrawn', async () => {
    const made = await commune.post(`/don-vi/${tree.commune}/lich`, { viec: 'tao' });
    const address = /\/lich\/[\w-]{43}\.ics/.exec(await made.text())?.[0] ?? '';
    const feed = await place.visitor().get(address);
    expect(feed.headers.get('content-type')).toContain('text/calendar');
    expect((await feed.text()).replaceAll('\r\n ', '')).toContain('SUMMARY:Niêm yết danh sách hộ nghèo');
    expect((await other.post(`/don-vi/${tree.commune}/lich`, { viec: 'thu-hoi' })).status).toBe(403);
    await commune.post(`/don-vi/${tree.commune}/lich`, { viec: 'thu-hoi' });
    expect((await place.visitor().get(address)).status).toBe(404);
  });

  it('pages of a list join without gap or repeat, whatever the order', async () => {
    const many = Array.from({ length: 60 }, (_, index) => ({
      words: `Việc lặp ${index}`,
      executors: 'chosen' as const,
      chosenUnitIds: [tree.commune],
      due: {
        v: 1 as const,
        type: 'date' as const,
        on: calendarDate(index % 2 ? '2024-09-30' : '2024-10-31'),
      },
    }));
    const { planId: bigPlan, work: all } = await issueWork(place, tree, many);
    for (const sort of ['han', 'han-xa', 'ma']) {
      const seen: string[] = [];
      let next: string | undefined = `/phan-viec?ke-hoach=${bigPlan}&xep=${sort}`;
      while (next !== undefined) {
        const page: string = await (await standing.get(next)).text();
        seen.push(
          ...[...page.matchAll(/href="\/phan-viec\/([0-9a-f-]{36})"/g)].map((match) => match[1] ?? ''),
        );
        next = /rel="next"[^>]*href="([^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&');
      }
      expect(seen.length, sort).toBe(120);
      expect(new Set(seen), sort).toEqual(new Set(all.map((item) => item.id)));
    }
  });
});

async function taskOf(item: AssignedWork): Promise<string> {
  const page = await (await standing.get(`/phan-viec/${item.id}`)).text();
  return /\/nhiem-vu\/([0-9a-f-]{36})/.exec(page)?.[1] ?? '';
}
