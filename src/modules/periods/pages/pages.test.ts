import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Visitor } from '../../../../test/support/app.ts';
import { htmlProblems } from '../../../../test/support/html-rules.ts';
import {
  accepted,
  PERIOD,
  PERIODS,
  type PeriodPages,
  periodPages,
  read,
  refused,
  send,
} from '../../../../test/support/period-pages.ts';
import { HALF } from '../../../../test/support/period-world.ts';
import { systemActor } from '../../../kernel/authz.ts';
import { query } from '../../../kernel/db/sql.ts';
import { newId } from '../../../kernel/ids.ts';
import { takeDueSnapshots } from '../commands/take-snapshot.ts';

let pages: PeriodPages;

beforeAll(async () => {
  pages = await periodPages();
});
beforeEach(() => pages.on('2024-06-24T09:00'));
afterAll(() => pages.place.close());

const reason = { ly_do: 'Mất điện hai ngày' };

describe('the list', () => {
  it('says for the person’s own unit whether figures are taken, why, and how many working days are left', async () => {
    const page = await read(pages.commune, PERIODS);
    expect(page).toContain('UBND xã Một · 24/06/2024');
    expect(page).toContain('Đang trong kỳ: nhận số liệu từ ngày 01/01/2024');
    // The commune’s own milestone is 02/7: six working days from Monday 24/6.
    expect(page).toContain('còn 6 ngày làm việc 02/07/2024');
    expect(await read(pages.standing, PERIODS)).toContain('còn 8 ngày làm việc 04/07/2024');
  });

  it.each([
    ['2023-12-20', 'Kỳ chưa mở: nhận số liệu từ ngày 01/01/2024'],
    ['2024-07-02', 'Đã chốt số liệu hết ngày 30/06/2024'],
    ['2024-07-05', 'Đã quá hạn hết ngày 04/07/2024'],
    ['2024-07-12', 'Kỳ đã khóa hết ngày 11/07/2024'],
  ])('on %s says “%s”', async (day, words) => {
    await pages.on(`${day}T09:00`);
    expect(await read(pages.commune, `${PERIODS}?nam=2024`)).toContain(words);
  });

  it('says what to do where there is none', async () => {
    expect(await read(pages.standing, `${PERIODS}?nam=2031`)).toContain('Tạo kỳ từ lời của kế hoạch');
    expect(await read(pages.commune, `${PERIODS}?nam=2031`)).toContain(
      'Cơ quan thường trực tạo kỳ báo cáo từ kế hoạch',
    );
  });

  it('looks at any unit of the tenant', async () => {
    expect(await read(pages.commune, `${PERIODS}?don-vi=${pages.world.tree.otherCommune}`)).toContain(
      'UBND xã Hai · 24/06/2024',
    );
  });
});

describe('an extension, from asking to the answer', () => {
  it('is asked on the page of the period, shown to everybody, and answered by the standing agency', async () => {
    expect(await read(pages.commune, `${PERIOD}/gia-han`)).toContain(
      'Sau ngày 04/07/2024, không quá ngày khóa kỳ 11/07/2024',
    );
    const fields = { don_vi: pages.world.tree.commune, den_ngay: '09/07/2024', ...reason };
    expect(await accepted(pages.commune, `${PERIOD}/gia-han`, fields)).toContain(
      'Mất điện hai ngày Chờ trả lời',
    );
    expect(await read(pages.other, PERIOD)).toContain('UBND xã Một Người xa.mot, Chủ tịch, 24/06/2024 09:00');
    expect(await read(pages.standing, PERIODS)).toContain('Đề nghị gia hạn chờ bạn trả lời UBND xã Một');
    const href =
      /href="([^"]+\/gia-han\/[0-9a-f-]+)"/.exec(await (await pages.standing.get(PERIOD)).text())?.[1] ?? '';
    expect(await read(pages.standing, href)).toContain('đến hết ngày 09/07/2024');
    expect(await refused(pages.standing, href, { tra_loi: 'refused', ly_do: '' })).toContain(
      'Chưa nêu lý do từ chối',
    );
    expect(
      await refused(pages.standing, href, { tra_loi: 'approved', den_ngay: '12/07/2024', ly_do: 'Được' }),
    ).toContain('value="12/07/2024"');
    expect(await refused(pages.standing, href, { den_ngay: '09/07/2024', ly_do: '' })).toContain(
      'Chưa nhập mục này',
    );
    expect(await refused(pages.standing, href, { tra_loi: 'approved', den_ngay: '', ly_do: '' })).toContain(
      'Ghi ngày theo dạng dd/mm/yyyy',
    );
    expect(
      await accepted(pages.standing, href, { tra_loi: 'approved', den_ngay: '08/07/2024', ly_do: 'Đồng ý' }),
    ).toContain('Chấp thuận đến hết ngày 08/07/2024 Đồng ý');
    expect(await read(pages.commune, PERIODS)).toContain('được gia hạn đến hết ngày 08/07/2024');
    expect(await read(pages.commune, PERIODS)).toContain('gia hạn; hạn chung 04/07/2024');
    // What has been answered leads back to the period.
    expect((await pages.standing.get(href)).status).toBe(303);
    expect((await pages.other.get(href)).status).toBe(303);
  });

  it('shows again what was typed when it is refused', async () => {
    const again = await refused(pages.other, `${PERIOD}/gia-han`, {
      don_vi: pages.world.tree.otherCommune,
      den_ngay: '12/07/2024',
      ...reason,
    });
    expect(again).toContain('Gia hạn phải đến một ngày sau 04/07/2024 và không quá ngày khóa kỳ 11/07/2024');
    expect(again).toContain('value="12/07/2024"');
    expect(again).toContain('Mất điện hai ngày');
    expect(again).toContain('href="#f-den_ngay"');
    const bad = { don_vi: pages.world.tree.otherCommune, den_ngay: 'mai', ly_do: '' };
    expect(await refused(pages.other, `${PERIOD}/gia-han`, bad)).toContain('Ghi ngày theo dạng dd/mm/yyyy');
  });

  it('is asked for nobody else’s unit', async () => {
    const fields = { don_vi: pages.world.tree.commune, den_ngay: '09/07/2024', ...reason };
    expect((await send(pages.other, `${PERIOD}/gia-han`, fields)).status).toBe(403);
  });

  it('has its own outcome for the one who asked, for what does not exist, and for a refusal', async () => {
    await accepted(pages.other, `${PERIOD}/gia-han`, {
      don_vi: pages.world.tree.otherCommune,
      den_ngay: '10/07/2024',
      ly_do: 'Thiếu người',
    });
    const href =
      /href="([^"]+\/gia-han\/[0-9a-f-]+)"/.exec(await (await pages.standing.get(PERIOD)).text())?.[1] ?? '';
    expect(
      (await send(pages.other, href, { tra_loi: 'approved', den_ngay: '10/07/2024', ly_do: '' })).status,
    ).toBe(403);
    const page = await accepted(pages.standing, href, { tra_loi: 'refused', ly_do: 'Đủ thời gian' });
    expect(page).toContain('Không chấp thuận Đủ thời gian');
    expect((await pages.standing.get(`${PERIOD}/gia-han/${newId()}`)).status).toBe(404);
  });
});

describe('reopening', () => {
  it('is offered only past the due day; what is taken again is said with its reason, and can be ended', async () => {
    expect(await read(pages.standing, PERIOD)).not.toContain('Mở lại');
    expect(
      await refused(
        pages.standing,
        `${PERIOD}/mo-lai`,
        { don_vi: 'tat-ca', den_ngay: '30/06/2024', ...reason },
        409,
      ),
    ).toContain('Kỳ còn trong hạn (04/07/2024) nên chưa cần mở lại');
    await pages.on('2024-07-15T09:00');
    expect(await read(pages.standing, PERIOD)).toContain('Mở lại');
    expect(await read(pages.standing, `${PERIOD}/mo-lai`)).toContain('Nhiều nhất 31 ngày kể từ hôm nay');
    expect(
      await refused(pages.standing, `${PERIOD}/mo-lai`, {
        don_vi: 'tat-ca',
        den_ngay: '14/07/2024',
        ...reason,
      }),
    ).toContain('Mở lại phải đến hôm nay hoặc một ngày sau');
    const page = await accepted(pages.standing, `${PERIOD}/mo-lai`, {
      don_vi: pages.world.tree.otherCommune,
      den_ngay: '16/07/2024',
      ly_do: 'Số liệu tiếp công dân sai',
    });
    expect(page).toContain('UBND xã Hai Người noi.vu, 15/07/2024 09:00');
    expect(await read(pages.other, PERIODS)).toContain('Lý do mở lại: Số liệu tiếp công dân sai');
    expect(await read(pages.commune, PERIODS)).toContain('Đã khóa');
    const html = await (await pages.standing.get(PERIOD)).text();
    const end = /action="([^"]+\/ket-thuc)"/.exec(html)?.[1] ?? '';
    expect(await accepted(pages.standing, end, {})).toContain(
      'Kết thúc sớm lúc 15/07/2024 09:00, Người noi.vu',
    );
    expect((await send(pages.standing, end, {})).status).toBe(409);
    expect(
      (await send(pages.commune, `${PERIOD}/mo-lai`, { don_vi: 'tat-ca', den_ngay: '16/07/2024', ...reason }))
        .status,
    ).toBe(403);
  });
});

describe('the cut-off and the rule', () => {
  it('shows what was kept, with its hash, once the cut-off was taken', async () => {
    expect(await read(pages.commune, PERIOD)).toContain(
      'Sau khi hết ngày 30/06/2024, hệ thống tự chốt một lần',
    );
    await pages.on('2024-07-01T08:00');
    await takeDueSnapshots(
      { actor: systemActor, now: pages.place.clock.now(), requestId: newId() },
      pages.place.db,
    );
    const page = await read(pages.commune, PERIOD);
    expect(page).toContain('Chốt số liệu kỳ “6 tháng đầu năm 2024”, hết ngày 30/06/2024');
    expect(page).toContain('chốt lúc 01/07/2024 08:00');
    const { hash } = await pages.place.db.one(query({ hash: 'text' } as const)`
      select p.hash from periods_snapshot_part p join periods_snapshot s on s.id = p.snapshot_id
        join periods_period d on d.id = s.period_id where d.code = ${HALF} and p.source = 'assignments'`);
    expect(page).toContain(hash.slice(0, 12));
  });

  it('is published to everybody, each state with where its figures count', async () => {
    const page = await read(pages.place.visitor(), '/quy-tac-ky-bao-cao');
    expect(page).toContain(
      'Quá hạn, chưa khóa sau hạn gửi, đến hết ngày khóa kỳ có báo cáo kỳ sau, ghi là nhập muộn',
    );
    expect(page).toContain('hạn là hết ngày 04/7, đến 24 giờ');
  });
});

it('GET /api/v1/periods answers each period with the window of a unit', async () => {
  await pages.on('2024-07-05T09:00');
  const answer = await pages.commune.get('/api/v1/periods?year=2024&lang=vi');
  expect(answer.status).toBe(200);
  const { periods } = (await answer.json()) as { periods: { code: string }[] };
  expect(periods.find(({ code }) => code === HALF)).toMatchObject({
    adx: '2024S1',
    from: '2024-01-01',
    cutOff: '2024-06-30',
    window: { state: 'extended', mayEnter: true, counts: 'in_time', until: '2024-07-08T17:00:00.000Z' },
  });
  const past = await pages.commune.get(
    `/api/v1/periods?year=2024&as_of=2024-06-24&unit=${pages.world.tree.otherCommune}`,
  );
  const { periods: then } = (await past.json()) as {
    periods: { code: string; due: string; revision: number }[];
  };
  expect(then.find(({ code }) => code === HALF)).toMatchObject({ due: '2024-07-04', revision: 1 });
});

it('every page is valid HTML, in Vietnamese and in English', async () => {
  const { otherCommune } = pages.world.tree;
  const more = { don_vi: otherCommune, den_ngay: '10/07/2024', ly_do: 'Thêm người' };
  await accepted(pages.other, `${PERIOD}/gia-han`, more);
  const page = await (await pages.standing.get(PERIOD)).text();
  const answer = /href="([^"]+\/gia-han\/[0-9a-f-]+)"/.exec(page)?.[1] ?? '';
  await expectValid(pages.standing, answer);
  await expectValid(pages.other, `${PERIOD}/gia-han`);
  await pages.on('2024-07-15T09:00');
  const all = { don_vi: 'tat-ca', den_ngay: '16/07/2024', ly_do: 'Kiểm tra lại' };
  await accepted(pages.standing, `${PERIOD}/mo-lai`, all);
  for (const path of [PERIODS, PERIOD, `${PERIODS}/tao`, `${PERIOD}/sua`, `${PERIOD}/mo-lai`])
    await expectValid(pages.standing, path);
  await expectValid(pages.commune, `${PERIOD}?as_of=2024-07-02`);
  await expectValid(pages.place.visitor(), '/quy-tac-ky-bao-cao');
});

async function expectValid(visitor: Visitor, path: string): Promise<void> {
  for (const lang of ['en', 'vi']) {
    const answer = await visitor.get(`${path}${path.includes('?') ? '&' : '?'}lang=${lang}`);
    expect(answer.status, path).toBe(200);
    expect(await htmlProblems(await answer.text()), `${path} in ${lang}`).toEqual([]);
  }
}
