import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp, type Visitor } from '../../../../test/support/app.ts';
import { counting } from '../../../../test/support/counting.ts';
import { htmlProblems } from '../../../../test/support/html-rules.ts';
import { issueWork } from '../../../../test/support/issued-work.ts';
import { madeGeoJson } from '../../../../test/support/made-boundaries.ts';
import { personWithPost, type SmallTree, smallTree, TEST_PASSWORD } from '../../../../test/support/people.ts';
import { systemActor } from '../../../kernel/authz.ts';
import { calendarDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { query } from '../../../kernel/db/sql.ts';
import { type AssignedWork, readingOf, recordEntry } from '../../assignments/index.ts';
import { createUnit, createUnitInput, importBoundaries } from '../../units/index.ts';
import { heatBoard } from '../queries/board.ts';
import { mattersOf } from '../queries/matters.ts';

let place: TestApp;
let tree: SmallTree;
let communes: string[];
let planId: string;
let work: AssignedWork[];
let leader: Visitor;
let commune: Visitor;

const text = async (answer: Promise<Response> | Response): Promise<string> => (await answer).text();

beforeAll(async () => {
  place = await testApp();
  tree = await smallTree(place);
  const more = ['Ba', 'Bốn', 'Năm'].map((name) =>
    createUnitInput.parse({
      name: `UBND xã ${name}`,
      kind: 'ubnd',
      tier: 'xã',
      parentId: tree.district,
      from: '2021-01-01',
    }),
  );
  const made = await place.db.transaction(async (tx) => {
    const ids: string[] = [];
    for (const unit of more) ids.push((await createUnit(place.context(), tx, unit)).id);
    return ids;
  });
  communes = [tree.commune, tree.otherCommune, ...made];
  place.clock.set(new Date('2024-06-03T02:00:00Z'));
  const due = { v: 1, type: 'date', on: calendarDate('2024-06-14') } as const;
  ({ planId, work } = await issueWork(place, tree, [
    { executors: 'chosen', chosenUnitIds: communes, due },
    { executors: 'chosen', chosenUnitIds: communes, dimension: 2, subDimension: '2.1' },
    {},
  ]));
  const first = work.find(({ unitId, dueOn }) => unitId === tree.commune && dueOn === '2024-06-14');
  for (const kind of ['claim', 'accept'] as const)
    await place.db.transaction((tx) =>
      recordEntry(place.context(), tx, {
        assignmentId: first?.id ?? '',
        kind,
        happenedOn: calendarDate('2024-06-03'),
        note: 'Xong',
      }),
    );
  place.clock.set(new Date('2024-06-24T02:00:00Z'));
  await personWithPost(place, 'chu.tich', { unitId: tree.district, role: 'leader' });
  await personWithPost(place, 'xa.mot', { unitId: tree.commune, role: 'leader' });
  leader = await place.signIn('chu.tich', TEST_PASSWORD);
  commune = await place.signIn('xa.mot', TEST_PASSWORD);
});
afterAll(() => place.close());

const cellOf = (unitId: string, dimension: number): string =>
  `/dieu-hanh/o?ke-hoach=${planId}&don-vi=${unitId}&noi-dung=${dimension}`;

describe('the board', () => {
  it('is valid HTML in both languages, on a past day, on the wall of a meeting room', async () => {
    for (const path of [
      '/dieu-hanh?x=1',
      '/dieu-hanh?as_of=2024-06-10',
      '/dieu-hanh?man-hinh=day-du',
      '/dieu-hanh?nhom=tat-ca',
      '/quy-tac-dieu-hanh?x=1',
      '/dieu-hanh/giai-trinh?x=1',
      cellOf(tree.commune, 1),
      `/dieu-hanh/o?don-vi=${tree.otherCommune}`,
    ])
      for (const lang of ['en', 'vi']) {
        const answer = await leader.get(`${path}&lang=${lang}`);
        expect(answer.status, path).toBe(200);
        expect(await htmlProblems(await answer.text()), `${path} in ${lang}`).toEqual([]);
      }
  });

  it('shows each unit’s counts and level; what was recorded later is not on a past day', async () => {
    const page = await text(leader.get('/dieu-hanh'));
    expect(page).toMatch(/heat-many-late[^>]*><a [^>]*don-vi=[^>]*noi-dung=1/);
    expect(page).toContain('>4</span> <span class="stat-of">/ 10');
    const before = await text(leader.get('/dieu-hanh?as_of=2024-06-10'));
    expect(before).toContain('>0</span> <span class="stat-of">/ 10');
    expect(before).toContain('Không đơn vị nào quá hạn.');
    expect(await text(leader.get('/dieu-hanh?as_of=2024-06-02'))).toContain('Không có phần việc nào.');
  });

  it('draws units as squares until their boundaries are known, then as they lie on the day that is read', async () => {
    expect(await text(leader.get('/dieu-hanh'))).toContain('class="tiles"');
    const names = await place.db.rows(query({ name: 'text' })`
      select name from units_version where unit_id = any(${communes}::uuid[]) order by name`);
    await place.db.transaction((tx) =>
      importBoundaries(place.context(), tx, {
        fileName: 'a.geojson',
        bytes: new TextEncoder().encode(madeGeoJson(names)),
        from: calendarDate('2024-06-20'),
        source: 'Bản đồ thử',
      }),
    );
    const page = await text(leader.get('/dieu-hanh'));
    expect(page.match(/<a class="map-piece [^>]*href="\/dieu-hanh\/o\?/g)).toHaveLength(communes.length);
    expect(await text(leader.get('/dieu-hanh?as_of=2024-06-19'))).toContain('class="tiles"');
  });

  it('a signed-out visitor is sent to sign in', async () => {
    for (const path of ['/dieu-hanh', '/dieu-hanh/giai-trinh', '/quy-tac-dieu-hanh'])
      expect((await place.visitor().get(path)).status).toBe(303);
  });

  it('shows a commune itself beside the median, and no other commune by name', async () => {
    const page = await text(commune.get('/dieu-hanh'));
    expect(page).toContain('Đơn vị bạn cạnh mức giữa');
    expect(page).toMatch(
      /1\. [^<]*<\/a><\/th><td[^>]*>100%<\/td><td[^>]*>0%<\/td><td[^>]*>0<\/td><td[^>]*>1</,
    );
    for (const name of ['Hai', 'Ba', 'Bốn', 'Năm']) expect(page).not.toContain(`Xã ${name}`);
    expect(await text(leader.get('/dieu-hanh'))).not.toContain('Đơn vị bạn cạnh mức giữa');
    expect((await commune.get(cellOf(tree.otherCommune, 1))).status).toBe(404);
  });

  it('goes as CSV and as tidy rows of the API, with the same numbers', async () => {
    const csv = await text(leader.get('/dieu-hanh?dinh-dang=csv'));
    const answer = await leader.get('/api/v1/board');
    const { cells, trend } = (await answer.json()) as {
      cells: { unitId: string; dimension: number; total: number; overdue: number; level: string }[];
      trend: { on: string; overdue: number }[];
    };
    expect(
      cells.find(({ unitId, dimension }) => unitId === tree.otherCommune && dimension === 1),
    ).toMatchObject({
      total: 1,
      overdue: 1,
      level: 'many_late',
    });
    expect(cells.filter(({ unitId }) => communes.includes(unitId))).toHaveLength(communes.length * 9);
    expect(csv.trim().split('\n')).toHaveLength(1 + communes.length * 9);
    expect(trend.at(-1)).toMatchObject({ on: '2024-06-24', overdue: 5 });
    expect(trend.find(({ on }) => on === '2024-06-10')).toMatchObject({ overdue: 0 });
    expect(trend.some(({ on }) => on < '2024-06-03')).toBe(false);
    const own = (await (await commune.get('/api/v1/board')).json()) as { cells: { unitId: string }[] };
    expect(new Set(own.cells.map(({ unitId }) => unitId))).toEqual(new Set([tree.commune]));
    expect((await leader.get('/api/v1/board?as_of=2025-01-01')).status).toBe(422);
  });

  it('opens each number to a list of just as many, of the units that are shown, late acceptance counted', async () => {
    const late = work.find(({ unitId, dueOn }) => unitId === tree.otherCommune && dueOn === '2024-06-14');
    for (const kind of ['claim', 'accept'] as const)
      await place.db.transaction((tx) =>
        recordEntry(place.context(), tx, {
          assignmentId: late?.id ?? '',
          kind,
          happenedOn: calendarDate('2024-06-20'),
          note: 'Xong muộn',
        }),
      );
    const page = (await text(leader.get('/dieu-hanh'))).replaceAll('&amp;', '&');
    const listed = async (href: string): Promise<number> => {
      const csv = await text(leader.get(`${href}&dinh-dang=csv`));
      return csv.trim().split('\n').length - 1;
    };
    const [overdue, accepted] = ['overdue', 'done'].map(
      (state) => new RegExp(`href="(/phan-viec[^"]*trang-thai=${state})"`).exec(page)?.[1] ?? '',
    );
    const { cells } = (await (await leader.get('/api/v1/board')).json()) as {
      cells: { unitId: string; overdue: number; accepted: number }[];
    };
    const ofCommunes = cells.filter(({ unitId }) => communes.includes(unitId));
    const sum = (of: 'overdue' | 'accepted') => ofCommunes.reduce((all, one) => all + one[of], 0);
    expect([await listed(overdue ?? ''), await listed(accepted ?? '')]).toEqual([
      sum('overdue'),
      sum('accepted'),
    ]);
    expect(sum('accepted')).toBe(2);
    // The office has work of its own, which no number of the communes opens to.
    const whole = (accepted ?? '').replace('&trang-thai=done', '');
    expect(await listed(whole)).toBe(10);
  });

  it('asks as many statements for five communes as for one', async () => {
    const now = place.clock.now();
    const ask = async (actor: typeof systemActor): Promise<number> => {
      const reading = await readingOf({ db: place.db, today: place.tenant.clock.today(), actor });
      const counted = counting(place.db as unknown as Tx);
      await heatBoard(counted.tx, { reading: { ...reading, scope: { ...reading.scope } }, now });
      await mattersOf(counted.tx, actor, { reading, planId });
      return counted.count();
    };
    await ask(systemActor);
    const all = await ask(systemActor);
    const one = await ask({
      ...systemActor,
      personId: tree.commune,
      posts: [
        {
          postId: tree.commune,
          role: 'member',
          title: '',
          unitId: tree.otherCommune,
          unitName: '',
          lineage: [tree.district, tree.otherCommune],
          acting: false,
          carries: [],
        },
      ],
    });
    // The one more counts the median.
    expect(one).toBe(all + 1);
    expect(all).toBeLessThan(40);
  });
});

describe('a cell', () => {
  it('is asked about by a leader, explained by the commune, accepted; a refused form keeps what was typed (422, 409, 404)', async () => {
    const cell = cellOf(tree.otherCommune, 1);
    expect(await text(leader.get(cell))).toContain('Cần giải trình điều gì');
    const fields = { 'ke-hoach': planId, 'don-vi': tree.otherCommune, 'noi-dung': '1', so_ngay: '3' };
    const empty = await leader.post('/dieu-hanh/o', { ...fields, noi_dung: '', so_ngay: '99' });
    expect(empty.status).toBe(422);
    expect(await text(empty)).toContain('value="99"');
    const sent = await leader.post('/dieu-hanh/o', { ...fields, noi_dung: 'Vì sao chậm?' });
    expect(sent.status).toBe(303);
    const address = sent.headers.get('location') ?? '';
    expect(await text(leader.get(cell))).toContain('Đang có yêu cầu giải trình');
    expect((await leader.post('/dieu-hanh/o', { ...fields, noi_dung: 'Lần nữa' })).status).toBe(409);
    expect((await commune.get(address)).status).toBe(404);
    await personWithPost(place, 'xa.hai', { unitId: tree.otherCommune, role: 'leader' });
    const asked = await place.signIn('xa.hai', TEST_PASSWORD);
    expect(await text(asked.get('/viec-cua-toi'))).toContain('Yêu cầu giải trình chờ bạn');
    expect(await text(asked.get('/thong-bao'))).toContain('giải trình về nội dung 1: “Vì sao chậm?”');
    expect((await asked.post(address, { viec: 'answer', noi_dung: '' })).status).toBe(422);
    expect((await asked.post(address, { viec: 'answer', noi_dung: 'Do ốm, xong trước 30/6.' })).status).toBe(
      303,
    );
    expect((await asked.post(address, { viec: 'accept', noi_dung: '' })).status).toBe(403);
    expect(await text(leader.get('/viec-cua-toi'))).toContain('Yêu cầu giải trình chờ bạn');
    expect((await leader.post(address, { viec: 'return', noi_dung: '' })).status).toBe(422);
    expect((await leader.post(address, { viec: 'accept', noi_dung: 'Đồng ý.' })).status).toBe(303);
    const page = await text(asked.get(address));
    expect(page).toContain('đã chấp nhận giải trình');
    expect(await htmlProblems(page)).toEqual([]);
    expect(await text(leader.get('/dieu-hanh/giai-trinh?xem=tat-ca&dinh-dang=csv'))).toContain('Do ốm');
    expect(await text(leader.get('/dieu-hanh/giai-trinh'))).toContain('Chưa có yêu cầu giải trình nào.');
  });

  it('that does not exist, or a unit without work, is not found (404)', async () => {
    expect((await leader.get('/dieu-hanh/giai-trinh/khong-co')).status).toBe(404);
    expect((await leader.get(`/dieu-hanh/o?don-vi=${tree.village}`)).status).toBe(404);
  });
});
