import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestApp, testApp, type Visitor } from '../../../../test/support/app.ts';
import { htmlProblems } from '../../../../test/support/html-rules.ts';
import { issueWork } from '../../../../test/support/issued-work.ts';
import { personWithPost, type SmallTree, smallTree, TEST_PASSWORD } from '../../../../test/support/people.ts';
import { calendarDate } from '../../../kernel/dates.ts';
import { readDocument } from '../../../kernel/documents/index.ts';
import type { AssignedWork } from '../../assignments/index.ts';
import { createUnit, createUnitInput } from '../../units/index.ts';

let place: TestApp;
let tree: SmallTree;
let front: string;
let planId: string;
let work: AssignedWork[];
let standing: Visitor;
let commune: Visitor;
let other: Visitor;
let asked: Visitor;

const MORNING = new Date('2024-06-24T02:00:00Z');

beforeAll(async () => {
  place = await testApp();
  tree = await smallTree(place);
  const unit = createUnitInput.parse({
    name: 'Ủy ban MTTQ huyện',
    kind: 'mttq',
    tier: 'huyện',
    parentId: tree.district,
    from: '2021-01-01',
  });
  front = (await place.db.transaction((tx) => createUnit(place.context(), tx, unit))).id;
  await personWithPost(place, 'noi.vu', { unitId: tree.office, role: 'standing', title: 'Trưởng phòng' });
  await personWithPost(place, 'xa.mot', { unitId: tree.commune, role: 'member' });
  await personWithPost(place, 'xa.hai', { unitId: tree.otherCommune, role: 'member' });
  await personWithPost(place, 'mat.tran', { unitId: front, role: 'front' });
  standing = await place.signIn('noi.vu', TEST_PASSWORD);
  commune = await place.signIn('xa.mot', TEST_PASSWORD);
  other = await place.signIn('xa.hai', TEST_PASSWORD);
  asked = await place.signIn('mat.tran', TEST_PASSWORD);
});
beforeEach(async () => {
  place.clock.set(MORNING);
  ({ planId, work } = await issueWork(place, tree, [
    {
      due: { v: 1, type: 'date', on: calendarDate('2024-03-31') },
      executors: 'chosen',
      chosenUnitIds: [tree.commune, front],
      words: 'Niêm yết danh sách hộ nghèo',
    },
    { executors: 'chosen', chosenUnitIds: [tree.otherCommune], words: 'Đối thoại với dân' },
  ]));
});
afterAll(() => place.close());

const of = (unitId: string): AssignedWork => {
  const found = work.find((item) => item.unitId === unitId);
  if (!found) throw new Error('the unit has no work');
  return found;
};

const location = (answer: Response): string => answer.headers.get('location') ?? '';
const mainOf = (page: string): string => /<main[\s\S]*<\/main>/.exec(page)?.[0] ?? '';

async function draftOf(ids: readonly string[]): Promise<string> {
  await standing.get('/don-doc/tao');
  const answer = await standing.post('/don-doc/tao', { cach: 'danh-dau', loai: 'lam', viec: [...ids] });
  expect(answer.status).toBe(303);
  return location(answer);
}

const said = {
  ve_viec: 'đôn đốc các nhiệm vụ quá hạn',
  noi_dung: 'Đề nghị khẩn trương thực hiện.\nViệc chưa xong thì giải trình.',
  loi_de_nghi: 'Trân trọng mong quý cơ quan lưu tâm.',
  so_ngay: '3',
  lai: 'van-gui',
};

async function sent(ids: readonly string[]): Promise<string> {
  const answer = await standing.post(await draftOf(ids), said);
  expect(answer.status).toBe(303);
  return location(answer);
}

describe('pages of urging', () => {
  it('each page is valid HTML, in Vietnamese and in English', async () => {
    const draft = await draftOf([of(tree.commune).id, of(front).id]);
    const round = await sent([of(tree.commune).id, of(front).id, of(tree.otherCommune).id]);
    const seen: [Visitor, string][] = [
      [standing, '/don-doc'],
      [standing, '/don-doc/tao'],
      [standing, '/don-doc/tao?loai=xac-nhan'],
      [standing, draft],
      [standing, `${draft}?don-vi=${tree.commune}`],
      [standing, round],
      [standing, `${round}?don-vi=${tree.commune}`],
      [commune, '/don-doc'],
      [commune, round],
      [asked, round],
    ];
    for (const [visitor, path] of seen)
      for (const lang of ['en', 'vi']) {
        const answer = await visitor.get(`${path}${path.includes('?') ? '&' : '?'}lang=${lang}`);
        expect(answer.status, path).toBe(200);
        expect(await htmlProblems(await answer.text()), `${path} in ${lang}`).toEqual([]);
      }
  });

  it('a signed-out visitor is sent to sign in; who may not urge is refused; what is not theirs is not there', async () => {
    const draft = await draftOf([of(tree.commune).id]);
    const round = await sent([of(tree.commune).id]);
    for (const path of ['/don-doc', '/don-doc/tao', draft, round])
      expect((await place.visitor().get(path)).status, path).toBe(303);
    expect((await commune.get('/don-doc/tao')).status).toBe(403);
    expect((await commune.post('/don-doc/tao', { cach: 'bo-loc' })).status).toBe(403);
    expect((await other.get(round)).status).toBe(404);
    expect((await other.get(`${round}/van-ban`)).status).toBe(404);
    expect((await commune.get(`${round}/van-ban`)).status).toBe(404);
    expect((await other.post(round, { don_vi: tree.commune, noi_dung: 'x' })).status).toBe(404);
    expect((await standing.get(`/don-doc/tao/${of(tree.commune).id}`)).status).toBe(404);
  });

  it('nothing ticked, no words or a wrong day shows the form again with what was typed (422)', async () => {
    await standing.get('/don-doc/tao');
    const nothing = await standing.post('/don-doc/tao', { cach: 'danh-dau', loai: 'lam', q: 'niem yet' });
    expect(nothing.status).toBe(422);
    expect(await nothing.text()).toContain('Chưa chọn phần việc nào.');
    const draft = await draftOf([of(tree.commune).id]);
    const wordless = await standing.post(draft, { ...said, noi_dung: ' ', ve_viec: 'về <b>' });
    expect(wordless.status).toBe(422);
    const page = await wordless.text();
    expect(page).toContain('về &lt;b&gt;');
    expect(page).toContain('href="#f-noi_dung"');
    const wrongDay = await standing.post(draft, { ...said, den_ngay: '31/02/2024' });
    expect(wrongDay.status).toBe(422);
    expect(await wrongDay.text()).toContain('31/02/2024');
  });

  it('by the present filter takes all that match, and the preview says which unit gets what', async () => {
    await standing.get('/don-doc/tao');
    const answer = await standing.post('/don-doc/tao', {
      cach: 'bo-loc',
      loai: 'lam',
      'ke-hoach': planId,
      'trang-thai': 'overdue',
    });
    const draft = location(answer);
    const preview = await (await standing.get(draft)).text();
    expect(preview).toContain('1 phần việc của 1 đơn vị');
    const list = await (await standing.get(`${draft}?don-vi=${tree.commune}`)).text();
    expect(list).toContain('Niêm yết danh sách hộ nghèo');
    expect(list).not.toContain('Đối thoại với dân');
  });

  it('one round: each unit is told once and sees its own list alone; reading, progress and answers are seen by whoever urged', async () => {
    const round = await sent([of(tree.commune).id, of(tree.otherCommune).id, of(front).id]);
    const notices = await (await commune.get('/thong-bao')).text();
    expect(notices).toContain(`href="${round}"`);
    expect(notices).toContain('Phòng Nội vụ đôn đốc đơn vị bạn 1 phần việc');
    expect(await (await standing.get(round)).text()).toContain('chưa ai đọc');
    const own = mainOf(await (await commune.get(round)).text());
    expect(own).toContain('Niêm yết danh sách hộ nghèo');
    expect(own).not.toContain('Đối thoại với dân');
    expect(own).toContain('Việc chưa xong thì giải trình.');
    const item = `/phan-viec/${of(tree.commune).id}`;
    await commune.get(item);
    await commune.post(item, { viec: 'claim', ngay: '24/06/2024', noi_dung: 'Đã niêm yết' });
    await commune.get(round);
    const answered = await commune.post(round, {
      don_vi: tree.commune,
      noi_dung: 'Chậm do mưa bão, đã làm xong.',
    });
    expect(answered.status).toBe(303);
    const seen = mainOf(await (await standing.get(`${round}?don-vi=${tree.commune}`)).text());
    expect(seen).toContain('Người xa.mot, 24/06/2024');
    expect(seen).toContain('1 đã báo hoàn thành');
    expect(seen).toContain('Chậm do mưa bão, đã làm xong.');
    const told = await (await standing.get('/thong-bao?xem=tat-ca')).text();
    expect(told).toContain('UBND xã Một giải trình về đợt đôn đốc');
    expect((await commune.post(round, { don_vi: tree.commune, noi_dung: ' ' })).status).toBe(422);
  });

  it('whoever looks on does not count as having read', async () => {
    const round = await sent([of(tree.commune).id]);
    await personWithPost(place, 'chu.tich', { unitId: tree.district, role: 'leader' });
    const chairman = await place.signIn('chu.tich', TEST_PASSWORD);
    await chairman.get(round);
    expect(await (await standing.get(round)).text()).toContain('chưa ai đọc');
  });

  it('a body outside the executive reads a request, and nowhere that it is urged or late', async () => {
    const round = await sent([of(tree.commune).id, of(front).id]);
    for (const path of [round, '/don-doc']) {
      const page = mainOf(await (await asked.get(path)).text());
      expect(page).toContain('Đề nghị quan tâm, phối hợp thực hiện');
      if (path === round) expect(page).toContain('Trân trọng mong quý cơ quan lưu tâm.');
      const words = page.replaceAll(/<[^>]+>/g, ' ').replaceAll(/Đôn đốc|đôn đốc các đợt/g, '');
      expect(words, path).not.toMatch(/quá hạn|đôn đốc các nhiệm vụ|khẩn trương/);
    }
    const notices = await (await asked.get('/thong-bao')).text();
    expect(notices).toContain('đề nghị đơn vị bạn quan tâm thực hiện 1 nội dung');
  });

  it('pressed twice leads to what was sent', async () => {
    const draft = await draftOf([of(tree.commune).id]);
    const first = await standing.post(draft, said);
    const second = await standing.post(draft, said);
    expect(second.status).toBe(303);
    expect(location(second)).toBe(location(first));
  });

  it('a day before it was sent knows nothing of it; a day after reads what was recorded by then', async () => {
    const round = await sent([of(tree.commune).id]);
    place.clock.set(new Date('2024-06-27T02:00:00Z'));
    const later = await place.signIn('xa.mot', TEST_PASSWORD);
    const item = `/phan-viec/${of(tree.commune).id}`;
    await later.get(item);
    await later.post(item, { viec: 'start', ngay: '25/06/2024', noi_dung: 'Bắt đầu' });
    const reader = await place.signIn('noi.vu', TEST_PASSWORD);
    const pageOf = async (path: string): Promise<string> => mainOf(await (await reader.get(path)).text());
    expect((await reader.get(`${round}?as_of=2024-06-23`)).status).toBe(404);
    expect(await pageOf(`${round}?as_of=2024-06-25`)).toContain('0/1');
    expect(await pageOf(round)).toContain('1 đang làm');
    expect(await pageOf('/don-doc?as_of=2024-06-20')).not.toContain(round);
  });

  it('the lists are taken along as workbook and CSV, and through the API', async () => {
    const round = await sent([of(tree.commune).id, of(tree.otherCommune).id]);
    const file = await standing.get(`${round}?dinh-dang=xlsx`);
    const read = await readDocument('don-doc.xlsx', new Uint8Array(await file.arrayBuffer()));
    const cells = (read.grids[0]?.rows ?? []).flatMap((row) => row.map((cell) => cell?.text));
    expect(cells).toContain('Niêm yết danh sách hộ nghèo');
    expect(cells).toContain('chưa có chuyển biến');
    expect(await (await standing.get('/don-doc?dinh-dang=csv')).text()).toContain(
      'Đôn đốc các nhiệm vụ quá hạn',
    );
    const own = await (await commune.get(`${round}?dinh-dang=csv`)).text();
    expect(own).not.toContain('Đối thoại với dân');
    const api = (await (await standing.get('/api/v1/urgings')).json()) as {
      urgings: { id: string; items: number }[];
    };
    expect(api.urgings).toContainEqual(expect.objectContaining({ id: round.split('/').at(-1), items: 2 }));
  });

  it('the letter stands in the form of an official letter, to one unit or to all with their lists; a request is a letter of its own', async () => {
    const round = await sent([of(tree.commune).id, of(tree.otherCommune).id, of(front).id]);
    const textOf = async (query: string): Promise<string> => {
      const file = await standing.get(`${round}/van-ban?dinh-dang=docx${query}`);
      expect(file.status).toBe(200);
      const read = await readDocument('cong-van.docx', new Uint8Array(await file.arrayBuffer()));
      const cells = read.grids.flatMap((grid) =>
        grid.rows.flatMap((row) => row.map((cell) => cell?.text ?? '')),
      );
      return [...read.paragraphs.map((paragraph) => paragraph.text), ...cells].join('\n');
    };
    const all = await textOf('&so=45&ky-hieu=PNV&ngay=25/06/2024');
    expect(all).toContain('45/PNV');
    expect(all).toContain('V/v đôn đốc các nhiệm vụ quá hạn');
    expect(all).toContain('ngày 25 tháng 6 năm 2024');
    expect(all).toContain('UBND xã Một');
    expect(all).toContain('UBND xã Hai');
    expect(all).not.toContain('MTTQ');
    expect(all).toContain('2 đơn vị còn 2 phần việc chưa hoàn thành, trong đó 1 phần việc đã quá hạn');
    const request = await textOf(`&don-vi=${front}`);
    expect(request).toContain('trân trọng đề nghị Ủy ban MTTQ huyện quan tâm, phối hợp thực hiện 1 nội dung');
    expect(request).not.toMatch(/đôn đốc|quá hạn/i);
    const pdf = await standing.get(`${round}/van-ban?dinh-dang=pdf&don-vi=${tree.commune}`);
    expect(pdf.headers.get('content-type')).toBe('application/pdf');
    expect(new TextDecoder().decode((await pdf.arrayBuffer()).slice(0, 5))).toBe('%PDF-');
  });
});

describe('pages of work', () => {
  it('offer to urge with the filters they show, to whoever may', async () => {
    const list = await (await standing.get(`/phan-viec?ke-hoach=${planId}&trang-thai=overdue`)).text();
    expect(list).toContain(`href="/don-doc/tao?ke-hoach=${planId}&amp;trang-thai=overdue"`);
    const board = await (await standing.get(`/dieu-hanh?ke-hoach=${planId}`)).text();
    expect(board).toContain(`href="/don-doc/tao?ke-hoach=${planId}&amp;trang-thai=overdue"`);
    const unit = `/don-vi/${tree.commune}`;
    expect(await (await standing.get(unit)).text()).toContain(`href="/don-doc/tao?don-vi=${tree.commune}"`);
    expect(await (await commune.get(unit)).text()).not.toContain('/don-doc/tao');
  });

  it('tell in the history of the work that it was urged, from the day on which it was', async () => {
    await sent([of(tree.commune).id]);
    const item = `/phan-viec/${of(tree.commune).id}`;
    const page = await (await commune.get(item)).text();
    expect(page).toContain('Được đôn đốc: đôn đốc các nhiệm vụ quá hạn');
    expect(page).toContain('trả lời chậm nhất ngày 27/06/2024');
    place.clock.set(new Date('2024-06-25T02:00:00Z'));
    const later = await place.signIn('xa.mot', TEST_PASSWORD);
    expect(await (await later.get(`${item}?as_of=2024-06-24`)).text()).toContain('Được đôn đốc');
    expect(await (await later.get(`${item}?as_of=2024-06-20`)).text()).not.toContain('Được đôn đốc');
  });
});
