import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { amending } from '../../../../test/support/amend-plan.ts';
import { type TestApp, testApp, type Visitor } from '../../../../test/support/app.ts';
import { htmlProblems } from '../../../../test/support/html-rules.ts';
import { type PlanWorld, planWorld, TEST_PASSWORD } from '../../../../test/support/plan-world.ts';
import { openAmendment } from '../../plans/index.ts';

let place: TestApp;
let world: PlanWorld;
let planId: string;
let standing: Visitor;
let finance: Visitor;
let commune: Visitor;
let superior: Visitor;

beforeAll(async () => {
  place = await testApp();
  world = await planWorld(place);
  const plans = amending(world, place.db);
  const issued = await plans.issuedPlan();
  planId = issued.planId;
  // The task of 5.3 is dropped, so that nothing covers that part.
  await plans.start(planId);
  for (const task of issued.tasks.filter(({ subDimension }) => subDimension === '5.3'))
    await plans.amend(planId, { task, with: null });
  await plans.issue(planId);
  await world.account('noi.vu', 'standing', 'phong-noi-vu', 'Trưởng phòng');
  await world.account('tai.chinh', 'lead', 'phong-tai-chinh-ke-hoach', 'Trưởng phòng');
  await world.account('bai.say', 'member', 'xa-bai-say', 'Văn phòng');
  await world.account('so.noi.vu', 'superior', 'so-noi-vu-hung-yen', 'Chuyên viên');
  standing = await place.signIn('noi.vu', TEST_PASSWORD);
  finance = await place.signIn('tai.chinh', TEST_PASSWORD);
  commune = await place.signIn('bai.say', TEST_PASSWORD);
  superior = await place.signIn('so.noi.vu', TEST_PASSWORD);
});
afterAll(() => place.close());

async function page(who: Visitor, path: string, status = 200): Promise<string> {
  const answer = await who.get(path);
  expect(answer.status, path).toBe(status);
  const markup = await answer.text();
  if (status === 200) expect(await htmlProblems(markup), path).toEqual([]);
  return /<main[\s\S]*<\/main>/.exec(markup)?.[0] ?? '';
}

const text = (markup: string): string =>
  markup
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
const rowOf = (markup: string, code: string): string =>
  text(
    /<tr[^>]*>(?:(?!<\/tr>)[\s\S])*?<\/tr>/g
      [Symbol.match](markup)
      ?.find((row) => text(row).includes(`${code}. `)) ?? '',
  );
const location = (answer: Response): string => answer.headers.get('location') ?? '';

describe('where points are lost', () => {
  it('shows the parts of the latest year known on the day, the largest loss first, with owner, tasks and citation', async () => {
    const main = await page(standing, '/chi-so/phan-tich');
    expect(text(main)).toContain('Hưng Yên, PAPI năm 2023');
    expect(text(main)).toContain('CECODES, VFF-CRT, RTA & UNDP'.replace('&', '&amp;'));
    const parts = [...main.matchAll(/\/chi-so\/phan-tich\/(\d\.\d)"/g)].map(([, code]) => code);
    expect(new Set(parts).size).toBe(28);
    expect(parts[0]).toBe('7.3');
    expect(rowOf(main, '2.3')).toMatch(/Đầu mối: Phòng Tài chính - Kế hoạch \(suy từ kế hoạch\).*3 nhiệm vụ/);
    expect(parts).not.toContain('5.2');
  });

  it('is reached from the scores of the home province, part by part, and from those of no other', async () => {
    const home = await page(commune, '/chi-so');
    expect(home).toContain('href="/chi-so/phan-tich?nam=2023"');
    expect(home).toContain('href="/chi-so/phan-tich/7.3?nam=2023"');
    expect(await page(commune, '/chi-so/tinh/34')).not.toContain('/chi-so/phan-tich');
  });

  it('says which losses no task covers, and leaves the task of an ended code out of all parts', async () => {
    const main = await page(standing, '/chi-so/phan-tich');
    expect(rowOf(main, '5.3')).toContain('Chưa có nhiệm vụ nào');
    expect(text(main)).toContain('1 nội dung thành phần còn mất điểm mà kế hoạch');
    expect(text(main)).toMatch(/mã 5\.2 \(1 nhiệm vụ/);
    expect(text(main)).toContain('Chương trình không có việc của năm 2023');
    const part = text(await page(standing, '/chi-so/phan-tich/5.3'));
    expect(part).toMatch(/Kế hoạch \d+\/KH-UBND chưa có nhiệm vụ nào cho phần điểm còn mất này/);
  });

  it('reads an earlier year in its own edition, and a past day without what was published since', async () => {
    const old = await page(standing, '/chi-so/phan-tich?nam=2019');
    expect(old).toContain('/chi-so/phan-tich/5.2?nam=2019');
    const ended = text(await page(standing, '/chi-so/phan-tich/5.2?nam=2019'));
    expect(ended).toContain('không còn được đo');
    expect(ended).not.toContain('Soạn nhiệm vụ vào dự thảo');
    const before = await page(standing, '/chi-so/phan-tich?as_of=2024-03-01');
    expect(text(before)).toContain('PAPI năm 2022');
    await page(standing, '/chi-so/phan-tich?nam=2024', 404);
    await page(standing, '/chi-so/phan-tich/5.2', 404);
    await page(standing, '/chi-so/phan-tich/9.1', 404);
  });

  it('is read by a commune and by the superior, who get no form to write', async () => {
    for (const who of [commune, superior]) {
      const main = await page(who, '/chi-so/phan-tich/2.3');
      expect(main).not.toContain('name="trach-nhiem"');
      expect(main).not.toContain('soan-nhiem-vu');
      expect(main).not.toContain('name="ton"');
    }
    expect(text(await page(commune, '/chi-so/phan-tich'))).toContain('bạn được xem');
  });

  it('stands as a file and for programs with the same numbers', async () => {
    const csv = await (await standing.get('/chi-so/phan-tich?dinh-dang=csv')).text();
    const line = csv.split('\r\n').find((one) => one.includes('7.3')) ?? '';
    const api = (await (await standing.get('/api/v1/scoring/parts')).json()) as {
      year: number;
      parts: { code: string; lostAgainstBest: number; isUncovered: boolean; movement: string }[];
    };
    const part = api.parts.find(({ code }) => code === '7.3');
    expect(api.year).toBe(2023);
    expect(part?.lostAgainstBest).toBeGreaterThan(0.9);
    expect(line).toContain(String(Math.round((part?.lostAgainstBest ?? 0) * 1e6) / 1e6));
    expect(api.parts.filter(({ isUncovered }) => isUncovered).map(({ code }) => code)).toEqual(['5.3']);
    expect(new Set(api.parts.map(({ movement }) => movement))).toEqual(new Set(['no_work']));
  });
});

describe('what if', () => {
  it('tells part, content, total and rank without a script, and keeps what was typed when it cannot be read', async () => {
    const main = text(await page(commune, '/chi-so/phan-tich/2.3?ma=2.3&den=1,5'));
    expect(main).toMatch(/Chỉ số tổng hợp 44,228 44,380 \+0,151/);
    expect(main).toMatch(/Hạng 12\/61 10\/61 tăng 2 hạng/);
    expect(await page(commune, '/chi-so/phan-tich/2.3?ma=2.3&den=nhiều')).toContain('value="nhiều"');
    expect(text(await page(commune, '/chi-so/phan-tich/2.3?ma=2.3&den=9'))).toContain('0,250–2,500');
  });

  it('takes a part apart into indicators where they are known, and says how sure the rule is', async () => {
    const main = text(await page(commune, '/chi-so/phan-tich/4.1?nam=2018'));
    expect(main).toContain('Cách tính dựng lại đúng điểm đã công bố năm 2018');
    expect(main).toContain('4.1.1');
    expect(text(await page(commune, '/chi-so/phan-tich/4.1'))).toContain(
      'Chưa có chỉ tiêu hợp thành của năm 2023',
    );
    const rough = text(await page(commune, '/chi-so/phan-tich/1.2?nam=2018'));
    expect(rough).toContain('các con số dưới đây là ước tính');
  });
});

describe('causes', () => {
  const cause = {
    nam: '2023',
    'ton-tai': 'Bảng khó đọc',
    'nguyen-nhan': 'Mẫu dài',
    'trach-nhiem': 'Phòng ra mẫu',
  };

  it('are written on the page by whoever answers for the part; a second writer keeps what was typed', async () => {
    const path = '/chi-so/phan-tich/2.3/nguyen-nhan';
    const unit = world.unit('xa-bai-say').id;
    await page(finance, '/chi-so/phan-tich/2.3');
    const saved = await finance.post(path, { ...cause, 'da-thay': '0', 'don-vi-1': unit });
    expect(saved.status).toBe(303);
    const main = text(await page(commune, '/chi-so/phan-tich/2.3'));
    expect(main).toMatch(/Tồn tại, hạn chế Bảng khó đọc.*UBND xã Bãi Sậy/);
    const late = await standing.post(path, { ...cause, 'ton-tai': 'Tôi viết lâu', 'da-thay': '0' });
    expect(late.status).toBe(409);
    const again = await late.text();
    expect(again).toContain('Tôi viết lâu');
    expect(again).toContain('name="da-thay" value="1"');
    expect((await commune.post(path, { ...cause, 'da-thay': '1' })).status).toBe(403);
    const empty = await finance.post(path, { ...cause, 'nguyen-nhan': '', 'da-thay': '1' });
    expect(empty.status).toBe(422);
    expect(await empty.text()).toContain('Bảng khó đọc');
  });
});

describe('owners', () => {
  it('are named by the standing agency on their page and shown to everybody; others are refused', async () => {
    const fields = {
      phan: '1.4',
      'don-vi': world.unit('thanh-tra').id,
      ngay: '24/06/2024',
      'ghi-chu': 'TB 12',
    };
    await page(standing, '/chi-so/phu-trach');
    expect((await standing.post('/chi-so/phu-trach', { ...fields, ngay: 'mai' })).status).toBe(422);
    expect((await standing.post('/chi-so/phu-trach', fields)).status).toBe(303);
    const main = await page(commune, '/chi-so/phu-trach');
    expect(rowOf(main, '1.4')).toMatch(/Thanh tra huyện 24\/06\/2024 TB 12/);
    expect(main).not.toContain('name="don-vi"');
    expect((await commune.post('/chi-so/phu-trach', fields)).status).toBe(403);
    const csv = await (await commune.get('/chi-so/phu-trach?dinh-dang=csv')).text();
    expect(csv).toContain('Thanh tra huyện');
  });
});

describe('efforts', () => {
  it('are told by an office and turned into points for a unit of effort', async () => {
    const fields = {
      nam: '2023',
      'co-quan': world.unit('phong-tai-chinh-ke-hoach').id,
      nang: '2.3',
      muc: '0,1',
      ton: '50',
      'don-vi-tinh': 'million_vnd',
    };
    await page(finance, '/chi-so/phan-tich/2.3');
    const wrong = await finance.post('/chi-so/phan-tich/2.3/cong-suc', { ...fields, ton: 'nhiều' });
    expect(wrong.status).toBe(422);
    expect((await finance.post('/chi-so/phan-tich/2.3/cong-suc', fields)).status).toBe(303);
    const main = text(await page(commune, '/chi-so/phan-tich/2.3'));
    expect(main).toMatch(/2\.3 \+0,1 50 triệu đồng 0,100 0,002 Phòng Tài chính/);
    expect((await commune.post('/chi-so/phan-tich/2.3/cong-suc', fields)).status).toBe(403);
  });
});

describe('practices', () => {
  const fields = {
    ten: 'Bảng ngân sách một trang',
    noi: 'Một xã ở Thái Bình',
    tinh: '34',
    nam: '2023',
    phan: ['2.3', '2.1'],
    'lam-gi': 'Tóm tắt thu, chi thành một trang.',
    'the-nao': 'Lập sau mỗi quý.',
    nguon: 'Xem tận nơi ngày 10/5/2024',
    'nhiem-vu': 'Niêm yết bảng tóm tắt thu, chi tại nhà văn hóa thôn',
    'san-pham': 'Bảng niêm yết',
    'thoi-gian': 'Hằng quý',
    'don-vi': 'communes',
  };
  let address = '';

  it('are recorded on a form that keeps what was typed, and shown with the score of their place', async () => {
    await page(commune, '/mo-hinh-hay/them');
    const refused = await commune.post('/mo-hinh-hay/them', { ...fields, phan: [], 'thoi-gian': 'không rõ' });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('Một xã ở Thái Bình');
    const unread = await commune.post('/mo-hinh-hay/them', { ...fields, 'thoi-gian': 'không rõ' });
    expect(unread.status).toBe(422);
    expect(await unread.text()).toContain('Không hiểu thời gian hoàn thành');
    const made = await commune.post('/mo-hinh-hay/them', fields);
    expect(made.status).toBe(303);
    address = location(made);
    const main = text(await page(superior, address));
    expect(main).toMatch(/Điểm PAPI năm 2023 .*2\.3 .*: 1,504 điểm/);
    expect(main).toContain('Nhiệm vụ soạn sẵn');
    expect((await superior.get('/mo-hinh-hay/them')).status).toBe(403);
    expect((await standing.get('/mo-hinh-hay/00000000-0000-7000-8000-000000000000')).status).toBe(404);
  });

  it('are listed, filtered, and mark what is an illustration, also in files and for programs', async () => {
    const invented = { ...fields, ten: 'Mô hình đặt ra', 'minh-hoa': '1', phan: ['7.3'] };
    expect((await standing.post('/mo-hinh-hay/them', invented)).status).toBe(303);
    expect(text(await page(commune, '/mo-hinh-hay?phan=7.3'))).toContain('Minh họa, không có thật');
    expect(text(await page(commune, '/mo-hinh-hay?tim=ngan%20sach'))).not.toContain('Mô hình đặt ra');
    expect(text(await page(commune, '/mo-hinh-hay?tim=khongco'))).toContain('Không có mô hình nào khớp');
    const csv = await (await commune.get('/mo-hinh-hay?dinh-dang=csv')).text();
    expect(csv).toContain('Minh họa, không có thật');
    const api = (await (await commune.get('/api/v1/scoring/practices?part=7.3')).json()) as {
      practices: { isIllustration: boolean }[];
    };
    expect(api.practices.map(({ isIllustration }) => isIllustration)).toEqual([true]);
  });

  it('are taken over by a unit, with what it measured before and after', async () => {
    const unit = world.unit('xa-bai-say').id;
    const given = { 'don-vi': unit, ngay: '01/06/2024', 'ghi-chu': '', 'do-gi': 'Lượt hỏi', truoc: '4' };
    await page(commune, address);
    expect((await commune.post(`${address}/ap-dung`, { ...given, truoc: 'bốn' })).status).toBe(422);
    expect((await commune.post(`${address}/ap-dung`, { ...given, ngay: '01/09/2024' })).status).toBe(422);
    expect((await commune.post(`${address}/ap-dung`, given)).status).toBe(303);
    const adoption = /name="lan" value="([^"]+)"/.exec(await page(commune, address))?.[1] ?? '';
    const told = { lan: adoption, ngay: '20/06/2024', sau: '19,5', loi: 'Dân hỏi nhiều hơn' };
    expect((await commune.post(`${address}/ket-qua`, { ...told, loi: '' })).status).toBe(422);
    expect((await commune.post(`${address}/ket-qua`, told)).status).toBe(303);
    const main = text(await page(superior, address));
    expect(main).toMatch(/UBND xã Bãi Sậy 01\/06\/2024 4 Lượt hỏi 19,5 \(20\/06\/2024\)/);
    expect((await finance.post(`${address}/ap-dung`, given)).status).toBe(403);
  });

  it('are changed by their unit, and withdrawn with a reason', async () => {
    expect((await finance.get(`${address}/sua`)).status).toBe(403);
    const form = await page(commune, `${address}/sua`);
    expect(form).toContain('name="da-thay" value="1"');
    const changed = { ...fields, ten: 'Bảng ngân sách một trang, có hình', 'da-thay': '1' };
    expect((await commune.post(`${address}/sua`, changed)).status).toBe(303);
    expect((await standing.post(`${address}/sua`, changed)).status).toBe(409);
    expect(text(await page(superior, address))).toContain('Bản 1: Bảng ngân sách một trang');
    const extra = location(await commune.post('/mo-hinh-hay/them', { ...fields, ten: 'Sẽ rút' }));
    await page(commune, extra);
    expect((await commune.post(`${extra}/rut`, { 'da-thay': '1', 'ly-do': '' })).status).toBe(422);
    expect((await commune.post(`${extra}/rut`, { 'da-thay': '1', 'ly-do': 'Trùng' })).status).toBe(303);
    expect(text(await page(superior, extra))).toContain('Mô hình đã được rút: Trùng');
    expect(text(await page(superior, '/mo-hinh-hay'))).not.toContain('Sẽ rút');
  });

  it('suggested on the page of a weak part become a task in the draft of the amendment with one click', async () => {
    const main = await page(standing, '/chi-so/phan-tich/2.3');
    const practice = /name="mo-hinh" value="([^"]+)"/.exec(main)?.[1] ?? '';
    const fields = { nam: '2023', 'mo-hinh': practice };
    expect((await commune.post('/chi-so/phan-tich/2.3/soan-nhiem-vu', fields)).status).toBe(403);
    expect(await openAmendment(place.db, planId)).toBeUndefined();
    const drafted = await standing.post('/chi-so/phan-tich/2.3/soan-nhiem-vu', fields);
    expect(location(drafted)).toBe(`/ke-hoach/${planId}/sua-doi/du-thao`);
    expect(text(await page(standing, location(drafted)))).toContain('Niêm yết bảng tóm tắt thu, chi');
    expect(text(await page(standing, '/chi-so/phan-tich/2.3'))).toMatch(
      /trong dự thảo sửa đổi.*đã soạn thành nhiệm vụ 2\.\d+/,
    );
    const again = await standing.post('/chi-so/phan-tich/2.3/soan-nhiem-vu', fields);
    expect(again.status).toBe(409);
    expect(await again.text()).toContain('đã được soạn cho nội dung 2.3');
    expect(text(await page(commune, '/chi-so/phan-tich/2.3'))).not.toContain('trong dự thảo sửa đổi');
  });
});
