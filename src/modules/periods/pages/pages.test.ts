import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestApp, testApp, type Visitor } from '../../../../test/support/app.ts';
import { htmlProblems } from '../../../../test/support/html-rules.ts';
import { personWithPost, TEST_PASSWORD } from '../../../../test/support/people.ts';
import {
  HALF,
  type PeriodWorld,
  periodWorld,
  reportingPlan,
  vietnamTime,
} from '../../../../test/support/period-world.ts';
import { systemActor } from '../../../kernel/authz.ts';
import { query } from '../../../kernel/db/sql.ts';
import { newId } from '../../../kernel/ids.ts';
import { takeDueSnapshots } from '../commands/take-snapshot.ts';

let place: TestApp;
let world: PeriodWorld;
let standing: Visitor;
let commune: Visitor;
let other: Visitor;

const BASE = '/ky-bao-cao';
const PERIOD = `${BASE}/${HALF}`;

beforeAll(async () => {
  place = await testApp();
  world = await periodWorld(place);
  const { office, commune: one, otherCommune } = world.tree;
  await personWithPost(place, 'noi.vu', { unitId: office, role: 'standing', title: 'Trưởng phòng' });
  await personWithPost(place, 'xa.mot', { unitId: one, role: 'member', title: 'Chủ tịch' });
  await personWithPost(place, 'xa.hai', { unitId: otherCommune, role: 'member' });
});
beforeEach(() => on('2024-06-24T09:00'));
afterAll(() => place.close());

/** Everybody signs in on the day: a session of another day has ended. */
async function on(instant: string): Promise<void> {
  place.clock.set(vietnamTime(instant));
  [standing, commune, other] = await Promise.all(
    ['noi.vu', 'xa.mot', 'xa.hai'].map((name) => place.signIn(name, TEST_PASSWORD)) as [
      Promise<Visitor>,
      Promise<Visitor>,
      Promise<Visitor>,
    ],
  );
}

const mainOf = (page: string): string =>
  (/<main[\s\S]*<\/main>/.exec(page)?.[0] ?? '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&quot;/g, '"')
    .replace(/\s+/g, ' ');

async function read(visitor: Visitor, path: string, status = 200): Promise<string> {
  const answer = await visitor.get(path);
  expect(answer.status, path).toBe(status);
  return mainOf(await answer.text());
}

async function send(
  visitor: Visitor,
  path: string,
  fields: Record<string, string | string[]>,
): Promise<Response> {
  await visitor.get(BASE);
  return visitor.post(path, fields);
}

async function accepted(
  visitor: Visitor,
  path: string,
  fields: Record<string, string | string[]>,
): Promise<string> {
  const answer = await send(visitor, path, fields);
  expect(answer.status, `${path}: ${mainOf(await answer.clone().text())}`).toBe(303);
  return read(visitor, answer.headers.get('location') ?? '');
}

async function refused(
  visitor: Visitor,
  path: string,
  fields: Record<string, string | string[]>,
  status = 422,
): Promise<string> {
  const answer = await send(visitor, path, fields);
  expect(answer.status, path).toBe(status);
  return answer.text();
}

const reason = { ly_do: 'Mất điện hai ngày' };

describe('the list', () => {
  it('says for the person’s own unit whether figures are taken, why, and how many working days are left', async () => {
    const page = await read(commune, BASE);
    expect(page).toContain('UBND xã Một · 24/06/2024');
    expect(page).toContain('Đang trong kỳ: nhận số liệu từ ngày 01/01/2024');
    // The commune’s own milestone is 02/7: six working days from Monday 24/6.
    expect(page).toContain('còn 6 ngày làm việc 02/07/2024');
    expect(await read(standing, BASE)).toContain('còn 8 ngày làm việc 04/07/2024');
  });

  it.each([
    ['2023-12-20', 'Kỳ chưa mở: nhận số liệu từ ngày 01/01/2024'],
    ['2024-07-02', 'Đã chốt số liệu hết ngày 30/06/2024'],
    ['2024-07-05', 'Đã quá hạn hết ngày 04/07/2024'],
    ['2024-07-12', 'Kỳ đã khóa hết ngày 11/07/2024'],
  ])('on %s says “%s”', async (day, words) => {
    await on(`${day}T09:00`);
    expect(await read(commune, `${BASE}?nam=2024`)).toContain(words);
  });

  it('says what to do where there is none', async () => {
    expect(await read(standing, `${BASE}?nam=2031`)).toContain('Tạo kỳ từ lời của kế hoạch');
    expect(await read(commune, `${BASE}?nam=2031`)).toContain(
      'Cơ quan thường trực tạo kỳ báo cáo từ kế hoạch',
    );
  });

  it('looks at any unit of the tenant', async () => {
    expect(await read(commune, `${BASE}?don-vi=${world.tree.otherCommune}`)).toContain(
      'UBND xã Hai · 24/06/2024',
    );
  });
});

describe('an extension, from asking to the answer', () => {
  it('is asked on the page of the period, shown to everybody, and answered by the standing agency', async () => {
    expect(await read(commune, `${PERIOD}/gia-han`)).toContain(
      'Sau ngày 04/07/2024, không quá ngày khóa kỳ 11/07/2024',
    );
    const fields = { don_vi: world.tree.commune, den_ngay: '09/07/2024', ...reason };
    expect(await accepted(commune, `${PERIOD}/gia-han`, fields)).toContain('Mất điện hai ngày Chờ trả lời');
    expect(await read(other, PERIOD)).toContain('UBND xã Một Người xa.mot, Chủ tịch, 24/06/2024 09:00');
    expect(await read(standing, BASE)).toContain('Đề nghị gia hạn chờ bạn trả lời UBND xã Một');
    const href =
      /href="([^"]+\/gia-han\/[0-9a-f-]+)"/.exec(await (await standing.get(PERIOD)).text())?.[1] ?? '';
    expect(await read(standing, href)).toContain('đến hết ngày 09/07/2024');
    expect(await refused(standing, href, { tra_loi: 'refused', ly_do: '' })).toContain(
      'Chưa nêu lý do từ chối',
    );
    expect(
      await refused(standing, href, { tra_loi: 'approved', den_ngay: '12/07/2024', ly_do: 'Được' }),
    ).toContain('value="12/07/2024"');
    expect(await refused(standing, href, { den_ngay: '09/07/2024', ly_do: '' })).toContain(
      'Chưa nhập mục này',
    );
    expect(await refused(standing, href, { tra_loi: 'approved', den_ngay: '', ly_do: '' })).toContain(
      'Ghi ngày theo dạng dd/mm/yyyy',
    );
    expect(
      await accepted(standing, href, { tra_loi: 'approved', den_ngay: '08/07/2024', ly_do: 'Đồng ý' }),
    ).toContain('Chấp thuận đến hết ngày 08/07/2024 Đồng ý');
    expect(await read(commune, BASE)).toContain('được gia hạn đến hết ngày 08/07/2024');
    expect(await read(commune, BASE)).toContain('gia hạn; hạn chung 04/07/2024');
    // What has been answered leads back to the period.
    expect((await standing.get(href)).status).toBe(303);
    expect((await other.get(href)).status).toBe(303);
  });

  it('shows again what was typed when it is refused', async () => {
    const again = await refused(other, `${PERIOD}/gia-han`, {
      don_vi: world.tree.otherCommune,
      den_ngay: '12/07/2024',
      ...reason,
    });
    expect(again).toContain('Gia hạn phải đến một ngày sau 04/07/2024 và không quá ngày khóa kỳ 11/07/2024');
    expect(again).toContain('value="12/07/2024"');
    expect(again).toContain('Mất điện hai ngày');
    expect(again).toContain('href="#f-den_ngay"');
    const bad = { don_vi: world.tree.otherCommune, den_ngay: 'mai', ly_do: '' };
    expect(await refused(other, `${PERIOD}/gia-han`, bad)).toContain('Ghi ngày theo dạng dd/mm/yyyy');
  });

  it('is asked for nobody else’s unit', async () => {
    const fields = { don_vi: world.tree.commune, den_ngay: '09/07/2024', ...reason };
    expect((await send(other, `${PERIOD}/gia-han`, fields)).status).toBe(403);
  });

  it('has its own outcome for the one who asked, for what does not exist, and for a refusal', async () => {
    await accepted(other, `${PERIOD}/gia-han`, {
      don_vi: world.tree.otherCommune,
      den_ngay: '10/07/2024',
      ly_do: 'Thiếu người',
    });
    const href =
      /href="([^"]+\/gia-han\/[0-9a-f-]+)"/.exec(await (await standing.get(PERIOD)).text())?.[1] ?? '';
    expect((await send(other, href, { tra_loi: 'approved', den_ngay: '10/07/2024', ly_do: '' })).status).toBe(
      403,
    );
    const page = await accepted(standing, href, { tra_loi: 'refused', ly_do: 'Đủ thời gian' });
    expect(page).toContain('Không chấp thuận Đủ thời gian');
    expect((await standing.get(`${PERIOD}/gia-han/${newId()}`)).status).toBe(404);
  });
});

describe('reopening', () => {
  it('is offered only past the due day; what is taken again is said with its reason, and can be ended', async () => {
    expect(await read(standing, PERIOD)).not.toContain('Mở lại');
    expect(
      await refused(
        standing,
        `${PERIOD}/mo-lai`,
        { don_vi: 'tat-ca', den_ngay: '30/06/2024', ...reason },
        409,
      ),
    ).toContain('Kỳ còn trong hạn (04/07/2024) nên chưa cần mở lại');
    await on('2024-07-15T09:00');
    expect(await read(standing, PERIOD)).toContain('Mở lại');
    expect(await read(standing, `${PERIOD}/mo-lai`)).toContain('Nhiều nhất 31 ngày kể từ hôm nay');
    expect(
      await refused(standing, `${PERIOD}/mo-lai`, { don_vi: 'tat-ca', den_ngay: '14/07/2024', ...reason }),
    ).toContain('Mở lại phải đến hôm nay hoặc một ngày sau');
    const page = await accepted(standing, `${PERIOD}/mo-lai`, {
      don_vi: world.tree.otherCommune,
      den_ngay: '16/07/2024',
      ly_do: 'Số liệu tiếp công dân sai',
    });
    expect(page).toContain('UBND xã Hai Người noi.vu, 15/07/2024 09:00');
    expect(await read(other, BASE)).toContain('Lý do mở lại: Số liệu tiếp công dân sai');
    expect(await read(commune, BASE)).toContain('Đã khóa');
    const html = await (await standing.get(PERIOD)).text();
    const end = /action="([^"]+\/ket-thuc)"/.exec(html)?.[1] ?? '';
    expect(await accepted(standing, end, {})).toContain('Kết thúc sớm lúc 15/07/2024 09:00, Người noi.vu');
    expect((await send(standing, end, {})).status).toBe(409);
    expect(
      (await send(commune, `${PERIOD}/mo-lai`, { don_vi: 'tat-ca', den_ngay: '16/07/2024', ...reason }))
        .status,
    ).toBe(403);
  });
});

describe('making periods', () => {
  it('takes one press where a plan asks for them, and shows its words first', async () => {
    const planId = await reportingPlan(place, world.tree.district, 2025);
    const page = await read(standing, `${BASE}/tao`);
    expect(page).toContain(
      '“6 tháng đầu năm trước ngày 05/7/2025 (thời gian chốt số liệu tính từ ngày 01/01/2025 đến ngày 30/6/2025)” III.1.b',
    );
    expect(page).toContain('Tạo kỳ của năm 2025');
    const made = await accepted(standing, `${BASE}/tao/tu-ke-hoach`, { ke_hoach: planId, nam: '2025' });
    expect(made).toContain('6 tháng đầu năm 2025');
    expect(made).toContain('Năm 2025');
    // 01 and 02/01/2026 are days off: the plan leaves nobody a working day, and the page says so.
    expect(await read(commune, `${BASE}/2025`)).toContain('hạn sớm nhất nên là hết ngày 05/01/2026');
    expect(await read(standing, `${BASE}/tao`)).toContain('Các kỳ này đã có.');
    expect(await read(commune, `${BASE}/2025-H1`)).toContain('15/KH-UBND, mục III.1.b');
    expect(
      await refused(standing, `${BASE}/tao/tu-ke-hoach`, { ke_hoach: planId, nam: '2025' }, 409),
    ).toContain('các kỳ đã chọn đều có rồi');
  });

  it('makes all of a year by Nghị định 09/2019/NĐ-CP, and shows again what was typed when refused', async () => {
    const fields = {
      nam: '2026',
      loai: ['month', 'quarter'],
      so_lieu: 'decree_09',
      han_sau: '3',
      khoa_sau: '5',
    };
    const page = await accepted(standing, `${BASE}/tao/nam`, fields);
    expect(page).toContain('Quý I/2026 15/12/2025 – 14/03/2026');
    const again = await refused(standing, `${BASE}/tao/nam`, { ...fields, han_sau: '0', nam: '2027' });
    expect(again).toContain('value="2027"');
    expect(again).toMatch(/value="decree_09" checked/);
    expect(again).not.toMatch(/value="year" checked/);
    expect(await refused(standing, `${BASE}/tao/nam`, fields, 409)).toContain('các kỳ đã chọn đều có rồi');
  });

  it('makes one of its own, with the deadline as the office writes it', async () => {
    const season = {
      loai_ky: 'window',
      ten: 'Mùa lễ hội',
      tu: '15/12/2024',
      den: '14/03/2025',
      chot: '',
      han: 'trước ngày 20/3/2025',
      khoa: '',
    };
    const page = await accepted(standing, `${BASE}/tao`, season);
    expect(page).toContain('Mùa lễ hội');
    expect(page).toContain('trước ngày 20/03/2025, không tính ngày này → 19/03/2025');
    expect(page).toContain('2024-12-15..2025-03-14 · ADX 2024-12-15/2025-03-14');
    expect(await refused(standing, `${BASE}/tao`, season, 409)).toContain('Kỳ 2024-12-15..2025-03-14 đã có.');
    const early = { ...season, den: '15/03/2025', han: 'chậm nhất 15/03/2025' };
    expect(await refused(standing, `${BASE}/tao`, early)).toContain(
      'Hạn gửi phải sau ngày chốt số liệu 15/03/2025',
    );
    expect(await refused(standing, `${BASE}/tao`, { ...season, han: 'sau Tết' })).toContain(
      'Chưa hiểu hạn “sau tết”',
    );
  });

  it('is not for units', async () => {
    expect((await commune.get(`${BASE}/tao`)).status).toBe(403);
    expect((await commune.get(`${PERIOD}/sua`)).status).toBe(403);
    expect((await commune.get(`${PERIOD}/mo-lai`)).status).toBe(403);
  });
});

describe('correcting days', () => {
  const days = {
    tu: '01/01/2024',
    den: '30/06/2024',
    chot: '30/06/2024',
    han: 'chậm nhất 08/07/2024',
    khoa: '12/07/2024',
    moc_unit: '3 ngày làm việc trước 08/07/2024',
    moc_sector: 'chậm nhất 05/07/2024',
    moc_standing: 'chậm nhất 08/07/2024',
    ly_do: 'Theo Công văn số 12 của UBND tỉnh',
  };

  it('begins with the days that stand, as people write them', async () => {
    const html = await (await standing.get(`${PERIOD}/sua`)).text();
    expect(html).toContain('value="trước 05/07/2024"');
    expect(html).toContain('value="2 ngày làm việc trước 04/07/2024"');
  });

  it('keeps the reason and each day that moved; a past day reads as it stood', async () => {
    await on('2024-06-25T09:00');
    const page = await accepted(standing, `${PERIOD}/sua`, { ...days, ban: '1' });
    expect(page).toContain('Theo Công văn số 12 của UBND tỉnh');
    expect(page).toContain('Hạn gửi: 04/07/2024 → 08/07/2024');
    expect(page).toContain('Đơn vị gửi: 02/07/2024 → 03/07/2024');
    const past = await read(commune, `${PERIOD}?as_of=2024-06-24`);
    expect(past).toContain('Đang xem kỳ báo cáo như đã ghi đến hết ngày 24/06/2024');
    expect(past).toContain('trước ngày 05/07/2024, không tính ngày này → 04/07/2024');
    expect(past).not.toContain('Công văn số 12');
    expect(await read(commune, `${BASE}?as_of=2024-01-21`)).toContain(
      'Chưa có kỳ báo cáo nào trong năm 2024',
    );
    expect((await commune.get(`${PERIOD}?as_of=2024-06-26`)).status).toBe(422);
    expect((await commune.get(`${PERIOD}?as_of=2024-01-21`)).status).toBe(404);
  });

  it('tells the second of two writers what the first did, and keeps what was typed', async () => {
    await on('2024-06-25T10:00');
    const again = await refused(standing, `${PERIOD}/sua`, { ...days, khoa: '15/07/2024', ban: '1' }, 409);
    expect(again).toContain('Các ngày hiện tại, người khác vừa sửa');
    expect(again).toContain('value="15/07/2024"');
    expect(again).toContain('name="ban" value="2"');
    const bad = await refused(standing, `${PERIOD}/sua`, { ...days, khoa: '05/07/2024', ban: '2' });
    expect(bad).toContain('Ngày khóa kỳ phải bằng hoặc sau hạn gửi (08/07/2024)');
    expect(await refused(standing, `${PERIOD}/sua`, { ...days, ban: '2' })).toContain(
      'Bạn chưa sửa ngày nào',
    );
    expect((await standing.get(`${BASE}/2019-H1/sua`)).status).toBe(404);
  });
});

describe('the cut-off and the rule', () => {
  it('shows what was kept, with its hash, once the cut-off was taken', async () => {
    expect(await read(commune, PERIOD)).toContain('Sau khi hết ngày 30/06/2024, hệ thống tự chốt một lần');
    await on('2024-07-01T08:00');
    await takeDueSnapshots({ actor: systemActor, now: place.clock.now(), requestId: newId() }, place.db);
    const page = await read(commune, PERIOD);
    expect(page).toContain('Chốt số liệu kỳ “6 tháng đầu năm 2024”, hết ngày 30/06/2024');
    expect(page).toContain('chốt lúc 01/07/2024 08:00');
    const { hash } = await place.db.one(query({ hash: 'text' } as const)`
      select p.hash from periods_snapshot_part p join periods_snapshot s on s.id = p.snapshot_id
        join periods_period d on d.id = s.period_id where d.code = ${HALF} and p.source = 'assignments'`);
    expect(page).toContain(hash.slice(0, 12));
  });

  it('is published to everybody, each state with where its figures count', async () => {
    const page = await read(place.visitor(), '/quy-tac-ky-bao-cao');
    expect(page).toContain(
      'Quá hạn, chưa khóa sau hạn gửi, đến hết ngày khóa kỳ có báo cáo kỳ sau, ghi là nhập muộn',
    );
    expect(page).toContain('hạn là hết ngày 04/7, đến 24 giờ');
  });
});

it('GET /api/v1/periods answers each period with the window of a unit', async () => {
  await on('2024-07-05T09:00');
  const answer = await commune.get('/api/v1/periods?year=2024&lang=vi');
  expect(answer.status).toBe(200);
  const { periods } = (await answer.json()) as { periods: { code: string }[] };
  expect(periods.find(({ code }) => code === HALF)).toMatchObject({
    adx: '2024S1',
    from: '2024-01-01',
    cutOff: '2024-06-30',
    window: { state: 'closing', mayEnter: true, counts: 'in_time', until: '2024-07-08T17:00:00.000Z' },
  });
  const past = await commune.get(
    `/api/v1/periods?year=2024&as_of=2024-06-24&unit=${world.tree.otherCommune}`,
  );
  const { periods: then } = (await past.json()) as {
    periods: { code: string; due: string; revision: number }[];
  };
  expect(then.find(({ code }) => code === HALF)).toMatchObject({ due: '2024-07-04', revision: 1 });
});

it('every page is valid HTML, in Vietnamese and in English', async () => {
  await on('2024-07-15T09:00');
  await accepted(standing, `${PERIOD}/mo-lai`, {
    don_vi: 'tat-ca',
    den_ngay: '16/07/2024',
    ly_do: 'Kiểm tra lại',
  });
  const seen: [Visitor, string][] = [
    [commune, BASE],
    [standing, BASE],
    [standing, PERIOD],
    [commune, `${PERIOD}?as_of=2024-07-02`],
    [standing, `${BASE}/tao`],
    [standing, `${PERIOD}/sua`],
    [standing, `${BASE}/2024-12-15..2025-03-14/sua`],
    [standing, `${PERIOD}/mo-lai`],
    [commune, `${PERIOD}/gia-han`],
    [place.visitor(), '/quy-tac-ky-bao-cao'],
  ];
  for (const [visitor, path] of seen)
    for (const lang of ['en', 'vi']) {
      const answer = await visitor.get(`${path}${path.includes('?') ? '&' : '?'}lang=${lang}`);
      expect(answer.status, path).toBe(200);
      expect(await htmlProblems(await answer.text()), `${path} in ${lang}`).toEqual([]);
    }
});
