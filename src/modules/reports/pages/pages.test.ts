import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp, type Visitor } from '../../../../test/support/app.ts';
import { htmlProblems } from '../../../../test/support/html-rules.ts';
import { personWithPost, TEST_PASSWORD } from '../../../../test/support/people.ts';
import {
  FIRST_HALF,
  halfYearOfWork,
  number,
  type ReportWorld,
  reportWorld,
} from '../../../../test/support/report-world.ts';
import { readDocument } from '../../../kernel/documents/index.ts';
import { editsOf } from '../queries/edits.ts';

let place: TestApp;
let world: ReportWorld;
let head: Visitor;
let clerk: Visitor;
let neighbour: Visitor;
let standing: Visitor;
let leader: Visitor;
let superior: Visitor;
let id: string;
let href: string;
let district: string;

const NOBODY = '/bao-cao/00000000-0000-7000-8000-000000000000';

beforeAll(async () => {
  place = await testApp();
  world = await reportWorld(place);
  await halfYearOfWork(place, world);
  const { commune, otherCommune, office, district: committee } = world.tree;
  for (const [name, unitId, role, title] of [
    ['xa.mot.chutich', commune, 'member', 'Chủ tịch UBND xã'],
    ['xa.mot', commune, 'member', 'Công chức Văn phòng - Thống kê'],
    ['xa.hai', otherCommune, 'member', 'Chủ tịch UBND xã'],
    ['noi.vu', office, 'standing', 'Chuyên viên'],
    ['chu.tich', committee, 'leader', 'Chủ tịch UBND huyện'],
    ['so.noi.vu', committee, 'superior', 'Chuyên viên Sở Nội vụ'],
  ] as const)
    await personWithPost(place, name, { unitId, role, title });
  await signIn();
});
afterAll(() => place.close());

async function signIn(): Promise<void> {
  const as = (name: string): Promise<Visitor> => place.signIn(name, TEST_PASSWORD);
  [head, clerk, neighbour] = [await as('xa.mot.chutich'), await as('xa.mot'), await as('xa.hai')];
  [standing, leader, superior] = [await as('noi.vu'), await as('chu.tich'), await as('so.noi.vu')];
}

/** Days pass, and with them the sessions. */
async function at(day: string): Promise<void> {
  place.clock.set(new Date(`${day}T09:00:00+07:00`));
  await signIn();
}
const pageOf = async (visitor: Visitor, path: string): Promise<string> => (await visitor.get(path)).text();
const signed = {
  number: '45/BC-UBND',
  signedOn: '02/07/2024',
  signerName: 'Trần Văn Mẫu',
  signerTitle: 'Chủ tịch',
};

describe('before the cut-off', () => {
  it('a visitor who is signed out is sent to sign in', async () => {
    for (const path of ['/bao-cao', NOBODY, `${NOBODY}/soan/causes`, `${NOBODY}/xac-nhan`])
      expect((await place.visitor().get(path)).headers.get('location')).toContain('/dang-nhap?ve=');
  });

  it('a unit sees what it owes, by when, and why the window is as it is', async () => {
    const page = await pageOf(clerk, '/bao-cao');
    expect(page).toContain('6 tháng đầu năm 2024');
    expect(page).toContain('chưa lập');
    expect(page).toContain('chốt số liệu hết ngày 30/06/2024');
    expect(page).not.toContain('Báo cáo chờ bạn xem xét');
  });

  it('a report is begun from what is there already, once (303), and not for another unit (403)', async () => {
    const form = { kind: 'unit', unitId: world.tree.commune, periodCode: FIRST_HALF };
    expect((await neighbour.post('/bao-cao', form)).status).toBe(403);
    expect((await clerk.post('/bao-cao', { ...form, kind: 'khac' })).status).toBe(422);
    const answer = await clerk.post('/bao-cao', form);
    expect(answer.status).toBe(303);
    href = answer.headers.get('location') ?? '';
    id = href.split('/').at(-1) ?? '';
    expect((await head.post('/bao-cao', form)).headers.get('location')).toBe(href);
    const page = await pageOf(clerk, href);
    expect(page).toContain(
      '21 buổi, tăng 4 buổi (23,5%) so với cùng kỳ năm trước; đạt 105% chỉ tiêu (20 buổi)',
    );
    expect(page).toContain('24/06/2024; kỳ chốt số liệu hết ngày 30/06/2024');
  });

  it('a draft does not exist for other units (404), and is read but not written by who receives it (403)', async () => {
    for (const path of [
      href,
      `${href}/soan/causes`,
      `${href}/xac-nhan`,
      `${href}/van-ban`,
      `${href}/bien-nhan`,
    ])
      expect((await neighbour.get(path)).status).toBe(404);
    expect((await superior.get(href)).status).toBe(404);
    expect((await standing.get(href)).status).toBe(200);
    expect((await standing.get(`${href}/soan/causes`)).status).toBe(403);
    expect((await clerk.get(NOBODY)).status).toBe(404);
    expect((await clerk.get(`${href}/soan/khac`)).status).toBe(404);
    expect((await clerk.get(`${href}/bien-nhan`)).status).toBe(404);
  });

  it('says that it can be confirmed only once the cut-off has passed (409)', async () => {
    expect(await pageOf(head, `${href}/xac-nhan`)).toContain('xác nhận và gửi được từ ngày 01/07/2024');
    const answer = await head.post(`${href}/xac-nhan`, { ...signed, signedOn: '24/06/2024' });
    expect(answer.status).toBe(409);
  });
});

describe('writing', () => {
  it('each sentence leads to what it rests on', async () => {
    const page = await pageOf(clerk, `${href}/soan/content_1`);
    expect(page).toContain('href="/chi-tieu/CT1.01"');
    expect(page).toMatch(/href="\/phan-viec\/[0-9a-f-]{36}">phần việc 1\.1, minh chứng: 1</);
    expect(page).toContain('Phần này chưa ai sửa');
  });

  it('in English the sentences are read in English beside the words of the paper', async () => {
    const page = await pageOf(clerk, `${href}/soan/content_1?lang=en`);
    expect(page).toContain('up 4 buổi (23.5%) on the same period last year');
    expect(page).toContain('tăng 4 buổi (23,5%)');
    await clerk.get('/bao-cao?lang=vi');
  });

  it('a save goes on to the next part, and sent back as shown changes nothing', async () => {
    const form = { revision: '0', change: 'words_next', words: 'Lời của văn phòng.\r\n- Một ý' };
    const saved = await clerk.post(`${href}/soan/causes`, form);
    expect([saved.status, saved.headers.get('location')]).toEqual([303, `${href}/soan/responsibility`]);
    const again = await clerk.post(`${href}/soan/causes`, { ...form, revision: '1', change: 'words' });
    expect(again.headers.get('location')).toBe(`${href}/soan/causes`);
    expect(await pageOf(clerk, `${href}/soan/causes`)).toContain('không thay đổi');
  });

  it('two people at one part: the second is told by whom and what (409), and nothing typed is lost', async () => {
    const theirs = { revision: '1', change: 'words', words: 'Bản của chủ tịch.' };
    expect((await head.post(`${href}/soan/causes`, theirs)).status).toBe(303);
    const refused = await clerk.post(`${href}/soan/causes`, { ...theirs, words: 'Bản của văn phòng.' });
    expect(refused.status).toBe(409);
    const page = await refused.text();
    expect(page).toContain('Người xa.mot.chutich vừa lưu phần này');
    expect(page).toMatch(/<textarea[^>]*>\s*Bản của văn phòng\./);
    expect(page).toContain('name="revision" value="2"');
    expect(page).toMatch(/<del>.*chủ tịch/);
    expect((await editsOf(place.db, id, null))[0]?.words).toBe('Bản của chủ tịch.');
  });

  it('too long a part is refused with what was typed (422)', async () => {
    const answer = await clerk.post(`${href}/soan/causes`, {
      revision: '2',
      change: 'words',
      words: 'x'.repeat(20_001),
    });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('id="f-words-error"');
  });

  it('what is new in the proposal is shown beside words that people wrote, and never put in their place', async () => {
    await world.say('2024-06-29', world.tree.commune, 'CT3.01', { kind: 'no_data', reason: 'đang rà soát' });
    const page = await pageOf(clerk, `${href}/soan/causes`);
    expect(page).toContain('Có 1 câu mới trong đề xuất');
    expect(page).toMatch(/<textarea[^>]*>\s*Bản của chủ tịch\.</);
    const added = await clerk.post(`${href}/soan/causes`, { revision: '2', change: 'news' });
    expect(added.status).toBe(303);
    expect((await editsOf(place.db, id, null))[0]?.words).toContain(
      'Bản của chủ tịch.\n- Không có số liệu “Số đơn quá hạn”: đang rà soát.',
    );
    expect(await pageOf(clerk, `${href}/soan/causes`)).toContain('Các lần sửa (3)');
  });

  it('the report shows which parts people edited, and how they differ from what was proposed', async () => {
    const page = await pageOf(clerk, href);
    expect(page).toContain('đã sửa so với đề xuất');
    expect(page).toMatch(/<ins>.*Bản của chủ tịch/);
  });
});

describe('confirming and submitting', () => {
  it('names every gap with the way to it, and offers no submission while there is one', async () => {
    await at('2024-07-02');
    const page = await pageOf(head, `${href}/xac-nhan`);
    expect(page).toContain('Còn 1 chỗ thiếu, chưa gửi được');
    expect(page).toContain(`href="${href}/soan/recommendations"`);
    expect(page).not.toContain('value="gui"');
    expect((await head.post(`${href}/gui`, {})).status).toBe(422);
    await clerk.post(`${href}/soan/recommendations`, {
      revision: '0',
      change: 'words',
      words: '- Đề nghị cấp máy quét.',
    });
  });

  it('a clerk may not confirm (403); an unreadable day comes back with what was typed (422)', async () => {
    expect(await pageOf(clerk, `${href}/xac-nhan`)).toContain('Chỉ người đứng đầu đơn vị');
    expect((await clerk.post(`${href}/xac-nhan`, signed)).status).toBe(403);
    const refused = await head.post(`${href}/xac-nhan`, { ...signed, signedOn: 'hôm qua' });
    expect(refused.status).toBe(422);
    const page = await refused.text();
    expect(page).toContain('value="hôm qua"');
    expect(page).toContain('value="45/BC-UBND"');
  });

  it('confirmed by the head, it is submitted by the clerk; a figure changed meanwhile has to be confirmed again (409)', async () => {
    expect((await clerk.post(`${href}/gui`, {})).status).toBe(409);
    expect((await head.post(`${href}/xac-nhan`, signed)).headers.get('location')).toBe(`${href}/xac-nhan`);
    expect(await pageOf(clerk, `${href}/xac-nhan`)).toContain('Gửi báo cáo</button>');
    await world.say('2024-07-02', world.tree.commune, 'CT1.01', number(22));
    expect(await pageOf(clerk, href)).toContain('nhưng nội dung đã thay đổi sau đó');
    expect((await clerk.post(`${href}/gui`, {})).status).toBe(409);
  });

  it('confirming and submitting in one act leads to a receipt with number, instant and hash', async () => {
    const answer = await head.post(`${href}/xac-nhan`, { ...signed, viec: 'gui' });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `${href}/bien-nhan`]);
    const page = await pageOf(head, `${href}/bien-nhan`);
    expect(page).toContain('Biên nhận báo cáo số 1/2024');
    expect(page).toContain('02/07/2024 09:00');
    expect(page).toContain('đúng hạn');
    expect(page).toMatch(/<code>[0-9a-f]{64}<\/code>/);
    expect((await head.post(`${href}/xac-nhan`, signed)).status).toBe(409);
    expect((await clerk.get(`${href}/soan/causes`)).status).toBe(409);
    expect((await clerk.get(`${href}?ban=dang-soan`)).status).toBe(404);
    expect((await clerk.get(`${href}?ban=7`)).status).toBe(404);
  });
});

describe('whoever receives it', () => {
  it('finds it waiting, reads what was frozen, and is told of figures that changed since', async () => {
    expect(await pageOf(standing, '/bao-cao')).toContain('Báo cáo chờ bạn xem xét');
    expect(await pageOf(standing, href)).toContain('giữ nguyên như khi gửi');
    await world.say('2024-07-03', world.tree.commune, 'CT1.01', number(30));
    const page = await pageOf(standing, href);
    expect(page).toContain('1 chỉ tiêu của đơn vị đã đổi số liệu: Số buổi đối thoại với dân');
    expect(page).toContain('22 buổi, tăng 5 buổi');
  });

  it('gives it back only with a reason (422 keeps the form); the unit corrects and submits a second version', async () => {
    const refused = await standing.post(`${href}/tra-lai`, { reason: ' ' });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('Chưa nhập lý do');
    expect((await clerk.post(`${href}/tra-lai`, { reason: 'x' })).status).toBe(403);
    expect((await standing.post(`${href}/tra-lai`, { reason: 'Nêu rõ nguyên nhân' })).status).toBe(303);
    expect(await pageOf(clerk, '/bao-cao')).toContain('Sửa và gửi lại');
    expect(await pageOf(clerk, href)).toContain('trả lại: Nêu rõ nguyên nhân');
    await at('2024-07-03');
    await head.post(`${href}/xac-nhan`, { ...signed, signedOn: '03/07/2024', viec: 'gui' });
    const page = await pageOf(standing, `${href}?ban=1`);
    expect(page).toContain('Đang xem bản gửi lần 1');
    expect(page).toContain('22 buổi, tăng 5 buổi');
    expect(await pageOf(standing, href)).toContain('30 buổi, tăng 13 buổi');
  });

  it('accepts it once; a second answer finds it accepted (409)', async () => {
    expect((await clerk.post(`${href}/chap-nhan`, {})).status).toBe(403);
    expect((await neighbour.post(`${href}/chap-nhan`, {})).status).toBe(404);
    expect((await standing.post(`${href}/chap-nhan`, { note: 'Đạt yêu cầu' })).status).toBe(303);
    expect((await leader.post(`${href}/chap-nhan`, {})).status).toBe(409);
    expect(await pageOf(clerk, href)).toContain('Đạt yêu cầu');
  });

  it('any day reads as it stood; a day to come is refused (422)', async () => {
    expect(await pageOf(clerk, `${href}?as_of=2024-07-01`)).toContain('đang soạn');
    expect(await pageOf(clerk, `${href}?as_of=2024-07-02`)).toContain('Lần 1, 02/07/2024');
    expect(await pageOf(clerk, '/bao-cao?as_of=2024-01-10')).toContain('chưa phải báo cáo kỳ nào');
    expect((await clerk.get(`${href}?as_of=2024-06-01`)).status).toBe(404);
    expect((await clerk.get(`${href}?as_of=2030-01-01`)).status).toBe(422);
  });
});

describe('the committee’s report', () => {
  it('is begun by the standing agency, confirmed by a leader, and read by the superior once it is submitted', async () => {
    const form = { kind: 'district', unitId: world.tree.district, periodCode: FIRST_HALF };
    const cell = `/bao-cao/tong-hop/${FIRST_HALF}/CT0.07/dieu-chinh/${world.tree.commune}`;
    const held = await standing.post(cell, { so: '11', ly_do: 'Ghi trùng theo sổ', sau: '' });
    expect(held.status).toBe(303);
    expect((await clerk.post('/bao-cao', form)).status).toBe(403);
    district = (await standing.post('/bao-cao', form)).headers.get('location') ?? '';
    const copy = await pageOf(standing, district);
    expect(copy).toContain('UBND xã Một: Đề nghị cấp máy quét.');
    // What the unit said stands beside what its lead agency holds.
    expect(copy).toContain('Số liệu điều chỉnh khi tổng hợp (1)');
    expect(copy).toMatch(/đã điều chỉnh 1 đơn vị; tổng theo số đơn vị báo là \d+ buổi/);
    expect(copy).toContain('Ghi trùng theo sổ');
    await standing.post(`${district}/soan/causes`, { revision: '0', change: 'words', words: 'Không có.' });
    expect((await superior.get(district)).status).toBe(404);
    expect((await standing.post(`${district}/xac-nhan`, signed)).status).toBe(403);
    const sent = await leader.post(`${district}/xac-nhan`, {
      ...signed,
      signedOn: '03/07/2024',
      viec: 'gui',
    });
    expect(sent.headers.get('location')).toBe(`${district}/bien-nhan`);
    expect(await pageOf(superior, '/bao-cao')).toContain('Báo cáo gửi cấp trên');
    const page = await pageOf(superior, district);
    expect(page).toContain('Tình hình gửi báo cáo của các đơn vị');
    expect(page).not.toContain('Rút lại để sửa');
    expect(await pageOf(leader, district)).toContain('Rút lại để sửa');
    expect((await superior.post(`${district}/chap-nhan`, {})).status).toBe(403);
  });
});

describe('files and the API', () => {
  it('Word, PDF and Excel of what was frozen; a working copy says that it is one', async () => {
    const of = async (format: string, more = '') => {
      const answer = await standing.get(`${href}/van-ban?dinh-dang=${format}${more}`);
      expect(answer.status).toBe(200);
      return {
        name: answer.headers.get('content-disposition'),
        bytes: new Uint8Array(await answer.arrayBuffer()),
      };
    };
    const docx = await of('docx', '&ban=1');
    expect(docx.name).toContain('bao-cao-2024-h1-ban-1.docx');
    const { paragraphs } = await readDocument('a.docx', docx.bytes);
    expect(paragraphs.some(({ text }) => text.includes('22 buổi, tăng 5 buổi'))).toBe(true);
    expect(new TextDecoder().decode((await of('pdf')).bytes.slice(0, 5))).toBe('%PDF-');
    const { grids } = await readDocument('a.xlsx', (await of('xlsx')).bytes);
    expect(grids.map(({ name }) => name)).toContain('Chỉ tiêu');
  });

  it('programs read reports as far as the caller may see them, with states, receipts and hashes', async () => {
    const { reports } = (await (await standing.get(`/api/v1/reports?period=${FIRST_HALF}`)).json()) as {
      reports: { id: string; state: string; late: boolean; submissions: { receipt: string }[] }[];
    };
    expect(reports.find((one) => one.id === id)).toMatchObject({
      state: 'accepted',
      late: false,
      unitName: 'UBND xã Một',
      submissions: [{ receipt: '1/2024' }, { receipt: '2/2024' }],
    });
    const theirs = (await (await neighbour.get(`/api/v1/reports?period=${FIRST_HALF}`)).json()) as {
      reports: unknown[];
    };
    expect(theirs.reports).toEqual([]);
    const past = await standing.get(`/api/v1/reports?period=${FIRST_HALF}&as_of=2024-07-01`);
    expect(await past.json()).toMatchObject({ reports: [{ id, state: 'draft', submissions: [] }] });
  });

  it('a program submits what was confirmed, and is told why not', async () => {
    const refused = await clerk.post(`/api/v1/reports/${id}/submit`, {});
    expect(refused.status).toBe(409);
    expect(await refused.json()).toMatchObject({ error: { code: 'reports.not_writable' } });
  });
});

it('every page is sound HTML', async () => {
  for (const [visitor, path] of [
    [clerk, '/bao-cao'],
    [standing, '/bao-cao'],
    [clerk, href],
    [clerk, `${href}/bien-nhan`],
    [superior, district],
    [leader, district],
    [clerk, '/bao-cao?lang=en'],
    [clerk, `${href}?lang=en`],
  ] as const)
    expect(await htmlProblems(await pageOf(visitor, path)), path).toEqual([]);
});
