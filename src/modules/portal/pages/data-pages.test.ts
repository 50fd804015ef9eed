import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../../../../test/support/app.ts';
import { htmlProblems } from '../../../../test/support/html-rules.ts';
import { type PortalScene, portalScene } from '../../../../test/support/portal-scene.ts';
import { flushVisits } from '../visits.ts';

let it_: TestApp;
let scene: PortalScene;
beforeAll(async () => {
  it_ = await testApp();
  scene = await portalScene(it_);
});
afterAll(() => it_.close());

const PHONE = 'Mozilla/5.0 (Linux; Android 9) AppleWebKit/537.36 Chrome/103.0 Mobile Safari/537.36';

/** Reads a page and holds its HTML to the rules. */
async function read(path: string): Promise<string> {
  const answer = await it_.visitor().get(path, { 'user-agent': PHONE });
  expect(answer.status, path).toBe(200);
  const page = await answer.text();
  expect(await htmlProblems(page), path).toEqual([]);
  return page;
}
const of = (rest: string): string => `/xa/${scene.key}${rest}`;
const plain = (page: string): string =>
  page
    .replace(/<script[\s\S]*?<\/script>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

describe('money of a commune', () => {
  it('is said in plain words of the latest period, with the exact number beside, against the plan', async () => {
    const page = await read(of('/tien'));
    expect(page).toContain('Xã thu được 3,2 tỷ đồng, bằng 48 % dự toán cả năm.');
    expect(page).toContain('Xã đã chi 2,9 tỷ đồng, bằng 44,6 % dự toán cả năm.');
    expect(page).toContain('3.214.500.000 đồng');
    expect(page).toContain('41,3 triệu đồng');
    expect(page).toContain('Thu đạt khá do nộp sớm.');
    expect(page.indexOf('quý I năm 2024'), 'the quarter before the accounts of an older year').toBeLessThan(
      page.indexOf('Quyết toán ngân sách xã năm 2022'),
    );
  });

  it('has a chart whose name says the same, and no style inside the page', async () => {
    const page = await read(of('/tien?lang=en'));
    expect(page).toMatch(
      /<svg [^>]*role="img" aria-label="Money in \(revenue\): 3.2 billion đồng done of 6.7 billion đồng planned\./,
    );
    expect(page).not.toMatch(/style="/);
    expect(page).toContain('The commune took in 3.2 billion đồng, 48% of the year’s plan.');
  });

  it('that has published nothing says what must be public and whom to ask', async () => {
    expect(await read(`/xa/${scene.otherKey}/tien`)).toContain('Xã chưa công khai ngân sách ở đây');
  });
});

describe('reception of citizens', () => {
  it('has the next day on top, and what is over nowhere', async () => {
    const page = await read(of('/lich-tiep-dan'));
    expect(plain(page)).toContain('Buổi tiếp gần nhất thứ Năm, 27/06/2024, từ 07:30 đến 11:30');
    expect(page).not.toContain('20/06/2024');
    expect(page).toContain('Giờ hành chính các ngày làm việc');
    expect(await read(`/xa/${scene.otherKey}/lich-tiep-dan`)).toContain('Chưa có buổi tiếp nào sắp tới');
  });

  it('describes the next one to machines, and what an official typed cannot end the block', async () => {
    const page = await read(of('/lich-tiep-dan'));
    const block = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page)?.[1] ?? '';
    expect(block).not.toContain('<');
    expect(JSON.parse(block)).toMatchObject({
      '@type': 'Event',
      name: 'Tiếp công dân: Chủ tịch </script>',
      startDate: '2024-06-27T07:30:00+07:00',
      endDate: '2024-06-27T11:30:00+07:00',
    });
  });

  it('comes as a calendar with hours and places, each with an id that stays', async () => {
    const answer = await it_.visitor().get(of('/lich-tiep-dan.ics'));
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    const lines = (await answer.text()).replaceAll('\r\n ', '').split('\r\n');
    expect(lines.filter((line) => line.startsWith('DTSTART;TZID=Asia/Ho_Chi_Minh:'))).toEqual([
      'DTSTART;TZID=Asia/Ho_Chi_Minh:20240620T073000',
      'DTSTART;TZID=Asia/Ho_Chi_Minh:20240627T073000',
      'DTSTART;TZID=Asia/Ho_Chi_Minh:20240704T133000',
    ]);
    expect(lines).toContain('LOCATION:Trụ sở\\, phòng 1');
    const ids = lines.filter((line) => line.startsWith('UID:'));
    expect(new Set(ids).size).toBe(3);
    const again = (await (await it_.visitor().get(of('/lich-tiep-dan.ics'))).text()).replaceAll('\r\n ', '');
    expect(ids.every((id) => again.includes(id))).toBe(true);
  });
});

describe('who leads', () => {
  it('stands with duty, telephone and mailbox, and each office with what it published', async () => {
    const page = await read(of('/lanh-dao'));
    for (const words of [
      'Chủ tịch UBND xã',
      'Nguyễn Văn Ví Dụ',
      'href="tel:0221000111"',
      'mailto:xamot@vidu.example',
    ])
      expect(page).toContain(words);
    expect(page).not.toContain('Xã chưa công khai cách liên hệ');
  });

  it('of a commune that published nothing is a warning with the law', async () => {
    const page = await read(`/xa/${scene.otherKey}/lanh-dao`);
    expect(page).toContain('Xã chưa công khai cách liên hệ');
    expect(page).toContain('Điều 17');
  });
});

describe('the plan and what was done', () => {
  it('shows accepted work alone: no claim that waits, no note, no name of a person', async () => {
    const page = await read(of('/ke-hoach'));
    expect(page).toContain('Kế hoạch nâng cao PAPI 2024');
    expect(page).toContain('Việc đã làm năm 2024: 1');
    expect(page).toContain('24/06/2024');
    expect(page).toContain('đợt 1');
    expect(page).not.toContain('đợt 2');
    expect(page).not.toContain(scene.secret);
    expect(await read(`/xa/${scene.otherKey}/ke-hoach`)).toContain(
      'Chưa có việc nào được xác nhận hoàn thành',
    );
  });

  it('leads from a piece of work to its clause', async () => {
    const path = `/ke-hoach-cong-khai/${scene.planId}`;
    expect(await read(of('/ke-hoach'))).toContain(`${path}#muc-II-1-1-b`);
    const page = await read(path);
    expect(page).toContain('id="muc-II-1-1-b"');
    expect(page).toContain('Các xã phổ biến &lt;luật&gt;.');
  });

  it('holds a plan back until it is issued, and again when it is withdrawn', async () => {
    const path = `/ke-hoach-cong-khai/${scene.planId}`;
    const put = (state: string) =>
      it_.db.pool.query(`update plans_plan set state = '${state}' where id = $1`, [scene.planId]);
    await put('draft');
    expect((await it_.visitor().get(path)).status).toBe(404);
    expect(await read(of('/ke-hoach'))).not.toContain('đợt 1');
    await put('issued');
    expect((await it_.visitor().get(path)).status).toBe(200);
  });
});

describe('above the list of a section', () => {
  it.each([
    ['thu-tuc-hanh-chinh', ['Đăng ký khai sinh', 'trong ngày', 'Bộ phận Một cửa']],
    ['phi-le-phi', ['20.000 đồng/tháng', 'Hộ nghèo']],
    ['du-an', ['Đường thôn Đông', '1,5 tỷ đồng', '62,5 %', '15/10/2024']],
    ['dat-dai', ['Kế hoạch sử dụng đất 2024', '0,25 ha', 'href="https://bando.vidu.example/"']],
    [
      'ho-ngheo',
      [
        'Rà soát hộ nghèo, hộ cận nghèo năm 2024',
        'chậm nhất 26/11/2024',
        'từ 15/06/2024',
        'hỏi tại: Trưởng thôn',
      ],
    ],
    ['ngan-sach', ['Xã thu được 3,2 tỷ đồng']],
    ['tiep-cong-dan', ['Buổi tiếp gần nhất']],
    ['lanh-dao', ['/lanh-dao']],
    ['phong-chong-tham-nhung', ['Xã chưa công khai báo cáo phòng, chống tham nhũng']],
    ['ke-hoach', ['/ke-hoach']],
  ])('of %s stands its content in short', async (section, words) => {
    const page = await read(of(`/nhom/${section}`));
    for (const word of words) expect(page).toContain(word);
    await read(of(`/nhom/${section}?lang=en`));
  });

  it('stands nothing made up where nothing was published', async () => {
    for (const section of ['thu-tuc-hanh-chinh', 'phi-le-phi', 'du-an', 'dat-dai', 'ngan-sach'])
      expect(await read(`/xa/${scene.otherKey}/nhom/${section}`)).not.toContain('<table');
  });
});

describe('every page of a commune', () => {
  it('names its feeds for readers, and describes commune and item to machines', async () => {
    const page = await read(of(''));
    expect(page).toContain(
      `<link rel="alternate" type="application/atom+xml" title="UBND xã Một: mới công khai" href="${of('/tin-moi.atom')}">`,
    );
    expect(page).toContain('"@type":"GovernmentOrganization"');
    expect(page).toContain('"telephone":"0221 000 222"');
    const itemPath = /href="(\/muc\/[0-9a-f-]{36})"/.exec(page)?.[1] ?? '';
    const item = await read(itemPath);
    expect(item).toContain('"@type":"Dataset"');
    expect(item).toContain(`href="${itemPath}.json"`);
  });

  it('of an unknown commune is not found', async () => {
    for (const page of ['tien', 'lich-tiep-dan', 'lich-tiep-dan.ics', 'lanh-dao', 'ke-hoach'])
      expect((await it_.visitor().get(`/xa/khong-co/${page}`)).status, page).toBe(404);
  });
});

describe('public statistics', () => {
  it('count what was looked at, by commune and item, and can be taken along', async () => {
    await flushVisits(it_.tenant);
    const page = await read('/thong-ke');
    expect(page).toContain('24/06/2024');
    expect(page).toContain('Xã Một');
    expect(page).toContain('Không dùng cookie');
    expect(await read(`/thong-ke?xa=${scene.key}`)).toContain('Lượt xem: Xã Một');
    const file = await it_.visitor().get('/thong-ke.csv');
    const lines = (await file.text()).trimEnd().split('\r\n');
    expect(lines[0]).toBe('ngay,ma_don_vi,don_vi,ma_muc,tieu_de,luot_xem');
    expect(lines.length).toBeGreaterThan(2);
    expect((await it_.visitor().get('/thong-ke?xa=khong-co')).status).toBe(404);
  });
});
