import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestApp, testApp, type Visitor } from '../../../../test/support/app.ts';
import { htmlProblems } from '../../../../test/support/html-rules.ts';
import { type InspectionWorld, inspectionWorld } from '../../../../test/support/inspection-world.ts';
import { personWithPost, TEST_PASSWORD } from '../../../../test/support/people.ts';
import { query } from '../../../kernel/db/sql.ts';

let place: TestApp;
let world: InspectionWorld;
let inspector: Visitor;
let commune: Visitor;
let other: Visitor;

beforeAll(async () => {
  place = await testApp();
  world = await inspectionWorld(place);
  const { tree } = world;
  await personWithPost(place, 'noivu', { unitId: tree.office, role: 'standing', title: 'Trưởng phòng' });
  await personWithPost(place, 'xamot', { unitId: tree.commune, role: 'member' });
  await personWithPost(place, 'xahai', { unitId: tree.otherCommune, role: 'member' });
});
beforeEach(async () => {
  place.clock.set(new Date('2024-06-24T02:00:00Z'));
  inspector = await place.signIn('noivu', TEST_PASSWORD);
  commune = await place.signIn('xamot', TEST_PASSWORD);
  other = await place.signIn('xahai', TEST_PASSWORD);
});
afterAll(() => place.close());

let count = 0;

const typed = (changes: Record<string, string> = {}): Record<string, string> => ({
  loai: 'planned',
  hinh_thuc: 'on_site',
  linh_vuc: 'one_stop',
  ten: `Kiểm tra Bộ phận Một cửa, lần ${++count}`,
  don_vi_kiem_tra: world.tree.office,
  don_vi: world.tree.commune,
  ngay: '24/06/2024',
  noi_dung: '5.1',
  doan: 'Nguyễn Thị Hòa, Trưởng đoàn\nTrần Văn Bình',
  ...changes,
});

/** Makes an inspection through the form and answers its address. */
async function made(changes: Record<string, string> = {}): Promise<string> {
  await inspector.get('/kiem-tra/moi');
  const answer = await inspector.post('/kiem-tra/moi', typed(changes));
  expect(answer.status).toBe(303);
  return answer.headers.get('location') ?? '';
}

const found = {
  ton_tai: 'Chưa niêm yết phí, lệ phí',
  yeu_cau: 'Niêm yết đủ, gửi ảnh chụp',
  noi_dung: '5.3',
  so_ngay: '5',
  den_ngay: '',
};

/** The address of the last finding that was recorded. */
async function lastFinding(): Promise<string> {
  const { id } = await place.db.one(query({ id: 'uuid' } as const)`
    select id from inspections_finding order by recorded_at desc, id desc limit 1`);
  return `/kiem-tra/ton-tai/${id}`;
}

const text = async (visitor: Visitor, path: string): Promise<string> => (await visitor.get(path)).text();

describe('the pages of inspections', () => {
  it('are well-formed', async () => {
    const href = await made();
    await inspector.get(href);
    await inspector.post(`${href}/ton-tai`, { ...found, don_vi: world.tree.commune });
    const finding = await lastFinding();
    for (const path of [
      '/kiem-tra',
      '/kiem-tra/moi',
      '/kiem-tra/ton-tai',
      '/kiem-tra/chua-kiem-tra',
      href,
      finding,
    ])
      for (const visitor of [inspector, commune])
        expect(await htmlProblems(await text(visitor, path)), path).toEqual([]);
  });

  it('take one from the form to its conclusion, its remedy and the judgement', async () => {
    const href = await made();
    expect(await text(commune, href)).toContain('Kiểm tra Bộ phận Một cửa');
    expect(await text(inspector, href)).toContain('Trần Văn Bình');
    const recorded = await inspector.post(`${href}/ton-tai`, { ...found, don_vi: world.tree.commune });
    expect(recorded.status).toBe(303);
    const finding = await lastFinding();
    expect(await text(commune, '/viec-cua-toi')).toContain('Chưa niêm yết phí, lệ phí');
    await commune.get(finding);
    const claimed = await commune.post(`${finding}/bao-khac-phuc`, {
      da_lam: 'Đã niêm yết đủ',
      lien_ket: 'https://example.vn/niem-yet',
    });
    expect(claimed.status).toBe(303);
    expect(await text(inspector, '/viec-cua-toi')).toContain('Khắc phục chờ xác nhận');
    await inspector.get(finding);
    const judged = await inspector.post(`${finding}/xac-nhan`, { ket_qua: 'closed', can_cu: '' });
    expect(judged.status).toBe(303);
    expect(await text(commune, finding)).toContain('Đã khắc phục');
    await inspector.get(href);
    const concluded = await inspector.post(`${href}/ket-luan`, { ket_luan: 'Cơ bản đúng quy định.' });
    expect(concluded.status).toBe(303);
    const page = await text(commune, href);
    expect(page).toContain('Cơ bản đúng quy định.');
    expect(page).not.toContain('id="ghi-ton-tai"');
    const notices = await text(commune, '/thong-bao');
    for (const words of ['kiểm tra đơn vị bạn', 'xác nhận đã khắc phục xong', 'đã kết luận'])
      expect(notices).toContain(words);
  });

  it('show the form again with what was typed and each problem at its field', async () => {
    await inspector.get('/kiem-tra/moi');
    const answer = await inspector.post('/kiem-tra/moi', typed({ ten: 'a', ngay: 'mai', doan: 'B' }));
    expect(answer.status).toBe(422);
    const page = await answer.text();
    for (const id of ['f-ten', 'f-ngay', 'f-doan']) expect(page).toContain(`href="#${id}"`);
    expect(page).toContain('value="mai"');
    const href = await made();
    await inspector.get(href);
    const both = { ...found, den_ngay: '01/08/2024', don_vi: world.tree.commune };
    const refused = await inspector.post(`${href}/ton-tai`, both);
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('href="#tt-so_ngay"');
  });

  it('hide a secret one from the unit, its neighbours and their lists until its day', async () => {
    const href = await made({ loai: 'unannounced', ngay: '01/07/2024', ten: 'Kiểm tra đột xuất công vụ' });
    expect((await inspector.get(href)).status).toBe(200);
    for (const visitor of [commune, other]) {
      expect((await visitor.get(href)).status).toBe(404);
      for (const path of [
        '/kiem-tra',
        '/kiem-tra?dinh-dang=csv',
        '/api/v1/inspections',
        '/thong-bao',
        '/viec-cua-toi',
      ])
        expect(await text(visitor, path), path).not.toContain('Kiểm tra đột xuất công vụ');
    }
    expect(await text(inspector, '/kiem-tra?dinh-dang=csv')).toContain('Kiểm tra đột xuất công vụ');
    place.clock.set(new Date('2024-06-30T17:05:00Z'));
    const [theirs, others] = [
      await place.signIn('xamot', TEST_PASSWORD),
      await place.signIn('xahai', TEST_PASSWORD),
    ];
    expect((await theirs.get(href)).status).toBe(200);
    expect((await others.get(href)).status).toBe(404);
  });

  it('refuse acts of the other side, and look like nothing to whom they do not concern', async () => {
    const href = await made();
    await inspector.get(href);
    await inspector.post(`${href}/ton-tai`, { ...found, don_vi: world.tree.commune });
    const finding = await lastFinding();
    expect((await other.get(finding)).status).toBe(404);
    await commune.get(finding);
    expect((await commune.post(`${finding}/xac-nhan`, { ket_qua: 'closed', can_cu: 'Xong' })).status).toBe(
      403,
    );
    await inspector.get(finding);
    const claim = { da_lam: 'Đã xong', lien_ket: 'https://example.vn/a' };
    expect((await inspector.post(`${finding}/bao-khac-phuc`, claim)).status).toBe(403);
    expect((await commune.post(`${href}/ket-luan`, { ket_luan: 'Tốt' })).status).toBe(403);
    expect(await text(commune, href)).not.toContain('id="ket-luan"');
    expect((await commune.get('/kiem-tra/ton-tai/0')).status).toBe(404);
  });

  it('list findings by state, unit and content, as CSV and for programs, and read a past day', async () => {
    const href = await made();
    await inspector.get(href);
    await inspector.post(`${href}/ton-tai`, {
      ...found,
      ton_tai: 'Sổ tiếp công dân ghi chưa đủ',
      noi_dung: '3.1',
      don_vi: world.tree.commune,
    });
    const path = `/kiem-tra/ton-tai?trang-thai=chua-xong&noi-dung=3.1&don-vi=${world.tree.commune}`;
    expect(await text(inspector, path)).toContain('Sổ tiếp công dân');
    expect(await text(inspector, '/kiem-tra/ton-tai?noi-dung=3')).toContain('Sổ tiếp công dân');
    expect(await text(inspector, '/kiem-tra/ton-tai?noi-dung=4')).not.toContain('Sổ tiếp công dân');
    expect(await text(inspector, `${path}&dinh-dang=csv`)).toContain('Sổ tiếp công dân');
    expect(await text(inspector, `${path}&as_of=2024-06-23`)).not.toContain('Sổ tiếp công dân');
    const { findings } = (await (await commune.get('/api/v1/findings?state=open')).json()) as {
      findings: { words: string; sub_dimension: string }[];
    };
    expect(findings).toContainEqual(
      expect.objectContaining({ words: 'Sổ tiếp công dân ghi chưa đủ', sub_dimension: '3.1' }),
    );
    const past = await (await commune.get('/api/v1/findings?as_of=2024-06-23')).json();
    expect(past).toEqual({ findings: [], next: null });
  });

  it('name the communes and villages that were not inspected this year', async () => {
    await made();
    const communes = await text(inspector, '/kiem-tra/chua-kiem-tra');
    expect(communes).toContain('UBND xã Hai');
    expect(communes).not.toMatch(/row-link"[^>]*>UBND xã Một/);
    expect(await text(inspector, '/kiem-tra/chua-kiem-tra?cap=thon')).toContain('Thôn Đông');
    await made({ don_vi: world.tree.village, ten: 'Kiểm tra thôn' });
    expect(await text(inspector, '/kiem-tra/chua-kiem-tra?cap=thon')).toContain(
      'Mọi nơi đều đã được kiểm tra',
    );
    expect(await text(inspector, '/kiem-tra/chua-kiem-tra?cap=thon&dinh-dang=csv')).not.toContain(
      'Thôn Đông',
    );
  });

  it('make a re-inspection from what is open, from which a finding is judged', async () => {
    const href = await made();
    await inspector.get(href);
    await inspector.post(`${href}/ton-tai`, { ...found, don_vi: world.tree.commune });
    const finding = await lastFinding();
    await inspector.get(href);
    const again = await inspector.post(`${href}/tai-kiem-tra`, {
      loai: 'unannounced',
      hinh_thuc: 'on_site',
      ngay: '24/06/2024',
    });
    const second = again.headers.get('location') ?? '';
    expect(await text(inspector, second)).toContain('Tồn tại được kiểm tra lại');
    const lan = second.split('/').at(-1) ?? '';
    expect(await text(inspector, `${finding}?lan=${lan}`)).toContain('Xác nhận trong cuộc');
    const judged = await inspector.post(`${finding}/xac-nhan`, {
      ket_qua: 'closed',
      can_cu: 'Đã niêm yết đủ tại chỗ',
      lan,
    });
    expect(judged.status).toBe(303);
    expect(await text(commune, finding)).toContain('Tại cuộc tái kiểm tra');
  });

  it('do not tell the unit of a secret second look, neither by the inspection before nor by its findings', async () => {
    const href = await made();
    await inspector.get(href);
    await inspector.post(`${href}/ton-tai`, { ...found, don_vi: world.tree.commune });
    const finding = await lastFinding();
    await inspector.get(href);
    const again = { loai: 'unannounced', hinh_thuc: 'on_site', ngay: '09/07/2024' };
    expect((await inspector.post(`${href}/tai-kiem-tra`, again)).status).toBe(303);
    for (const path of [href, finding])
      expect(await text(commune, path), path).not.toContain('Tái kiểm tra: ');
    for (const path of [href, finding, '/kiem-tra/chua-kiem-tra', '/kiem-tra'])
      expect(await text(commune, path), path).not.toContain('09/07/2024');
    expect(await text(inspector, finding)).toContain('Tái kiểm tra: ');
  });

  it('speak English', async () => {
    await made({ ngay: '25/06/2024' });
    expect(await text(inspector, '/kiem-tra?lang=en')).toContain('To come');
    await inspector.get('/kiem-tra?lang=vi');
  });
});
