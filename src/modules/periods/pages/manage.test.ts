import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { htmlProblems } from '../../../../test/support/html-rules.ts';
import {
  accepted,
  PERIOD,
  PERIODS,
  type PeriodPages,
  periodPages,
  read,
  refused,
} from '../../../../test/support/period-pages.ts';
import { reportingPlan } from '../../../../test/support/period-world.ts';

let pages: PeriodPages;

beforeAll(async () => {
  pages = await periodPages();
});
beforeEach(() => pages.on('2024-06-24T09:00'));
afterAll(() => pages.place.close());

describe('making periods', () => {
  it('takes one press where a plan asks for them, and shows its words first', async () => {
    const planId = await reportingPlan(pages.place, pages.world.tree.district, 2025);
    const page = await read(pages.standing, `${PERIODS}/tao`);
    expect(page).toContain(
      '“6 tháng đầu năm trước ngày 05/7/2025 (thời gian chốt số liệu tính từ ngày 01/01/2025 đến ngày 30/6/2025)” III.1.b',
    );
    expect(page).toContain('Tạo kỳ của năm 2025');
    const made = await accepted(pages.standing, `${PERIODS}/tao/tu-ke-hoach`, {
      ke_hoach: planId,
      nam: '2025',
    });
    expect(made).toContain('6 tháng đầu năm 2025');
    expect(made).toContain('Năm 2025');
    // 01 and 02/01/2026 are days off: the plan leaves nobody a working day, and the page says so.
    expect(await read(pages.commune, `${PERIODS}/2025`)).toContain('hạn sớm nhất nên là hết ngày 05/01/2026');
    expect(await read(pages.standing, `${PERIODS}/tao`)).toContain('Các kỳ này đã có.');
    expect(await read(pages.commune, `${PERIODS}/2025-H1`)).toContain('15/KH-UBND, mục III.1.b');
    expect(
      await refused(pages.standing, `${PERIODS}/tao/tu-ke-hoach`, { ke_hoach: planId, nam: '2025' }, 409),
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
    const page = await accepted(pages.standing, `${PERIODS}/tao/nam`, fields);
    expect(page).toContain('Quý I/2026 15/12/2025 – 14/03/2026');
    const again = await refused(pages.standing, `${PERIODS}/tao/nam`, {
      ...fields,
      han_sau: '0',
      nam: '2027',
    });
    expect(again).toContain('value="2027"');
    expect(again).toMatch(/value="decree_09" checked/);
    expect(again).not.toMatch(/value="year" checked/);
    expect(await refused(pages.standing, `${PERIODS}/tao/nam`, fields, 409)).toContain(
      'các kỳ đã chọn đều có rồi',
    );
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
    const page = await accepted(pages.standing, `${PERIODS}/tao`, season);
    expect(page).toContain('Mùa lễ hội');
    expect(page).toContain('trước ngày 20/03/2025, không tính ngày này → 19/03/2025');
    expect(page).toContain('2024-12-15..2025-03-14 · ADX 2024-12-15/2025-03-14');
    expect(await refused(pages.standing, `${PERIODS}/tao`, season, 409)).toContain(
      'Kỳ 2024-12-15..2025-03-14 đã có.',
    );
    const early = { ...season, den: '15/03/2025', han: 'chậm nhất 15/03/2025' };
    expect(await refused(pages.standing, `${PERIODS}/tao`, early)).toContain(
      'Hạn gửi phải sau ngày chốt số liệu 15/03/2025',
    );
    expect(await refused(pages.standing, `${PERIODS}/tao`, { ...season, han: 'sau Tết' })).toContain(
      'Chưa hiểu hạn “sau tết”',
    );
  });

  it('of its own keeps its first and last day, whatever is corrected', async () => {
    const html = await (await pages.standing.get(`${PERIODS}/2024-12-15..2025-03-14/sua`)).text();
    expect(html).toContain('Kỳ riêng giữ nguyên ngày đầu và ngày cuối (15/12/2024 – 14/03/2025)');
    expect(await htmlProblems(html)).toEqual([]);
  });

  it('is not for units', async () => {
    expect((await pages.commune.get(`${PERIODS}/tao`)).status).toBe(403);
    expect((await pages.commune.get(`${PERIOD}/sua`)).status).toBe(403);
    expect((await pages.commune.get(`${PERIOD}/mo-lai`)).status).toBe(403);
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
    const html = await (await pages.standing.get(`${PERIOD}/sua`)).text();
    expect(html).toContain('value="trước 05/07/2024"');
    expect(html).toContain('value="2 ngày làm việc trước 04/07/2024"');
  });

  it('keeps the reason and each day that moved; a past day reads as it stood', async () => {
    await pages.on('2024-06-25T09:00');
    const page = await accepted(pages.standing, `${PERIOD}/sua`, { ...days, ban: '1' });
    expect(page).toContain('Theo Công văn số 12 của UBND tỉnh');
    expect(page).toContain('Hạn gửi: 04/07/2024 → 08/07/2024');
    expect(page).toContain('Đơn vị gửi: 02/07/2024 → 03/07/2024');
    const past = await read(pages.commune, `${PERIOD}?as_of=2024-06-24`);
    expect(past).toContain('Đang xem kỳ báo cáo như đã ghi đến hết ngày 24/06/2024');
    expect(past).toContain('trước ngày 05/07/2024, không tính ngày này → 04/07/2024');
    expect(past).not.toContain('Công văn số 12');
    expect(await read(pages.commune, `${PERIODS}?as_of=2024-01-21`)).toContain(
      'Chưa có kỳ báo cáo nào trong năm 2024',
    );
    expect((await pages.commune.get(`${PERIOD}?as_of=2024-06-26`)).status).toBe(422);
    expect((await pages.commune.get(`${PERIOD}?as_of=2024-01-21`)).status).toBe(404);
  });

  it('tells the second of two writers what the first did, and keeps what was typed', async () => {
    await pages.on('2024-06-25T10:00');
    const again = await refused(
      pages.standing,
      `${PERIOD}/sua`,
      { ...days, khoa: '15/07/2024', ban: '1' },
      409,
    );
    expect(again).toContain('Các ngày hiện tại, người khác vừa sửa');
    expect(again).toContain('value="15/07/2024"');
    expect(again).toContain('name="ban" value="2"');
    const bad = await refused(pages.standing, `${PERIOD}/sua`, { ...days, khoa: '05/07/2024', ban: '2' });
    expect(bad).toContain('Ngày khóa kỳ phải bằng hoặc sau hạn gửi (08/07/2024)');
    expect(await refused(pages.standing, `${PERIOD}/sua`, { ...days, ban: '2' })).toContain(
      'Bạn chưa sửa ngày nào',
    );
    expect((await pages.standing.get(`${PERIODS}/2019-H1/sua`)).status).toBe(404);
  });
});
