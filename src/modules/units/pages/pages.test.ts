import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp, type Visitor } from '../../../../test/support/app.ts';
import { htmlProblems } from '../../../../test/support/html-rules.ts';
import { calendarDate } from '../../../kernel/dates.ts';
import { query } from '../../../kernel/db/sql.ts';
import { addPerson, grantPost, makeToken } from '../../identity/index.ts';
import { contactOn, createUnit, createUnitInput, defineTiers, unitById, unitTree } from '../index.ts';

const d = calendarDate;
const PASSWORD = 'ba con trâu trắng';
let world: TestApp;
let admin: Visitor;
let standing: Visitor;
let clerk: Visitor;
let clerkId: string;
let root: string;
let office: string;

async function create(fields: Record<string, unknown>): Promise<string> {
  const input = createUnitInput.parse({ kind: 'ubnd', tier: 'xã', from: '2021-01-01', ...fields });
  return (await world.db.transaction((tx) => createUnit(world.context(), tx, input))).id;
}

async function person(
  username: string,
  role: 'admin' | 'standing' | 'member',
  unitId: string,
): Promise<string> {
  const { personId } = await world.db.transaction((tx) =>
    addPerson(world.context(), tx, {
      username,
      fullName: `Nguyễn Văn ${username}`,
      email: `${username}@vidu.example`,
      password: PASSWORD,
      mustChangePassword: false,
    }),
  );
  await world.db.transaction((tx) =>
    grantPost(world.context(), tx, {
      personId,
      unitId,
      role,
      title: 'Cán bộ',
      from: '2024-01-01',
      to: null,
      acting: false,
    }),
  );
  return personId;
}

beforeAll(async () => {
  world = await testApp();
  await world.db.transaction((tx) => defineTiers(world.context(), tx, { names: ['huyện', 'xã', 'thôn'] }));
  root = await create({ name: 'UBND huyện Ân Thi', tier: 'huyện', code: '329' });
  office = await create({ name: 'Phòng Nội vụ', kind: 'phong', tier: 'huyện', parentId: root });
  await person('quan.tri', 'admin', root);
  await person('noi.vu', 'standing', office);
  clerkId = await person('can.bo', 'member', office);
  admin = await world.signIn('quan.tri', PASSWORD);
  standing = await world.signIn('noi.vu', PASSWORD);
  clerk = await world.signIn('can.bo', PASSWORD);
});
afterAll(() => world.close());

async function page(visitor: Visitor, path: string, status = 200): Promise<string> {
  const response = await visitor.get(path);
  expect(`${path} ${response.status}`).toBe(`${path} ${status}`);
  return response.text();
}

async function auditCount(): Promise<number> {
  return (await world.db.one(query({ n: 'bigint' })`select count(*) as n from kernel_audit`)).n;
}

describe('the tree page', () => {
  it('shows everyone signed in the tree of a day and sends others to sign in', async () => {
    const village = await create({
      name: 'UBND xã Cũ',
      parentId: root,
      from: '2021-01-01',
      to: '2023-12-31',
    });
    const markup = await page(clerk, '/don-vi?as_of=2023-06-01');
    expect(markup).toContain(`href="/don-vi/${village}/thong-tin"`);
    expect(markup).toContain(`href="/don-vi/${office}"`);
    expect(markup).not.toContain('/don-vi/them');
    expect(await page(clerk, '/don-vi')).not.toContain('UBND xã Cũ');
    expect((await world.visitor().get('/don-vi')).status).toBe(303);
  });

  it('finds a unit typed without marks and says so when nothing matches', async () => {
    expect(await page(clerk, '/don-vi?q=phong+noi+vu')).toContain('Phòng Nội vụ');
    expect(await page(clerk, '/don-vi?q=kh%C3%B4ng+c%C3%B3')).toContain('Không có đơn vị nào khớp');
  });

  it('refuses a day that does not exist', async () => {
    expect(await page(clerk, '/don-vi?as_of=2023-02-30', 422)).toContain('ngày/tháng/năm');
  });

  it('exports what it shows, in both formats', async () => {
    const csv = await clerk.get('/don-vi?loai=phong&dinh-dang=csv');
    const text = await csv.text();
    expect(csv.headers.get('content-type')).toContain('text/csv');
    expect(text).toContain('Phòng Nội vụ');
    expect(text).not.toContain('UBND huyện Ân Thi,Ủy');
    const xlsx = await clerk.get('/don-vi?dinh-dang=xlsx');
    expect(new Uint8Array(await xlsx.arrayBuffer()).slice(0, 2)).toEqual(new Uint8Array([0x50, 0x4b]));
  });

  it('exports a file that, imported again, changes nothing', async () => {
    const csv = await (await admin.get('/don-vi?dinh-dang=csv')).text();
    const answer = await admin.post('/don-vi/nhap', {
      file: new File([csv], 'don-vi.csv', { type: 'text/csv' }),
    });
    expect(answer.status).toBe(303);
    const preview = await page(admin, answer.headers.get('location') ?? '');
    expect(preview).toContain('Tệp này không thay đổi gì.');
  });
});

describe('changing units through the pages', () => {
  it('adds, renames from a day, moves nothing before it, and closes a unit', async () => {
    await page(admin, `/don-vi/them?cap_tren=${root}`);
    const added = await admin.post('/don-vi/them', {
      name: 'UBND xã Bãi Sậy',
      kind: 'ubnd',
      tier: 'xã',
      parentId: root,
      code: '12151',
      shortNames: 'xã Bãi Sậy\nBãi Sậy',
      from: '01/01/2021',
      to: '',
      act: '',
      note: '',
    });
    expect(added.status).toBe(303);
    const id = /\/don-vi\/([^/]+)\/thong-tin/.exec(added.headers.get('location') ?? '')?.[1] ?? '';
    expect((await unitById(world.db, id, d('2024-06-24')))?.shortNames).toEqual(['xã Bãi Sậy', 'Bãi Sậy']);
    const changed = await admin.post(`/don-vi/${id}/sua`, {
      name: 'UBND thị trấn Bãi Sậy',
      kind: 'ubnd',
      tier: 'xã',
      parentId: root,
      code: '12151',
      shortNames: '',
      from: '01/06/2024',
      act: 'NQ 9',
    });
    expect(changed.status).toBe(303);
    expect((await unitById(world.db, id, d('2024-05-31')))?.name).toBe('UBND xã Bãi Sậy');
    expect((await unitById(world.db, id, d('2024-06-01')))?.name).toBe('UBND thị trấn Bãi Sậy');
    const closed = await admin.post(`/don-vi/${id}/ket-thuc`, { lastDay: '30/06/2025', act: 'NQ 1666' });
    expect(closed.status).toBe(303);
    expect(await unitById(world.db, id, d('2025-07-01'))).toBeUndefined();
    const facts = await page(admin, `/don-vi/${id}/thong-tin`);
    expect(facts).toContain('UBND xã Bãi Sậy');
    expect(facts).toContain('NQ 1666');
  });

  it('keeps what was typed and links each wrong field when the form is incomplete', async () => {
    const before = await auditCount();
    await page(admin, '/don-vi/them');
    const answer = await admin.post('/don-vi/them', {
      name: 'Đang gõ dở',
      kind: '',
      tier: '',
      from: '31/02/2024',
    });
    expect(answer.status).toBe(422);
    const markup = await answer.text();
    expect(markup).toContain('value="Đang gõ dở"');
    expect(markup).toContain('href="#f-kind"');
    expect(markup).toContain('href="#f-from"');
    expect(await auditCount()).toBe(before);
  });

  it('answers 409 and says how many stand below when the unit to close still has units', async () => {
    await page(admin, `/don-vi/${root}/ket-thuc`);
    const answer = await admin.post(`/don-vi/${root}/ket-thuc`, { lastDay: '24/06/2024', act: 'QĐ' });
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain('Phòng Nội vụ');
  });

  it('answers 409 when a code is used by another unit on the same days', async () => {
    await page(admin, '/don-vi/them');
    const answer = await admin.post('/don-vi/them', {
      name: 'Trùng mã',
      kind: 'ubnd',
      tier: 'xã',
      code: '329',
      from: '01/01/2024',
    });
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain('UBND huyện Ân Thi');
  });

  it('merges two communes into a new one and shows where each came from', async () => {
    const a = await create({ name: 'UBND xã A', parentId: root });
    const b = await create({ name: 'UBND xã B', parentId: root });
    const village = await create({ name: 'Thôn A1', kind: 'thon', tier: 'thôn', parentId: a });
    expect(await page(admin, `/don-vi/${a}/sap-nhap`)).toContain('UBND xã B');
    const answer = await admin.post(`/don-vi/${a}/sap-nhap`, {
      sourceIds: [a, b],
      on: '01/12/2024',
      act: 'NQ 1248/NQ-UBTVQH15',
      target: 'new',
      name: 'UBND xã AB',
      kind: 'ubnd',
      tier: 'xã',
      parentId: root,
      code: '',
      shortNames: '',
      intoId: '',
    });
    expect(answer.status).toBe(303);
    const markup = await page(admin, answer.headers.get('location') ?? '');
    expect(markup).toContain('UBND xã A<');
    expect(markup).toContain('Thôn A1');
    expect((await unitById(world.db, village, d('2024-12-01')))?.lineage).toHaveLength(3);
    await page(admin, `/don-vi/${a}/sap-nhap`);
    const again = await admin.post(`/don-vi/${a}/sap-nhap`, {
      sourceIds: a,
      on: '01/01/2025',
      act: 'x',
      target: 'existing',
      intoId: root,
    });
    expect(again.status).toBe(422);
  });

  it('splits a commune and sends each village to its part', async () => {
    const unit = await create({ name: 'UBND xã C', parentId: root });
    const one = await create({ name: 'Thôn C1', kind: 'thon', tier: 'thôn', parentId: unit });
    expect(await page(admin, `/don-vi/${unit}/chia-tach`)).toContain('Thôn C1');
    const fields = { on: '01/01/2025', act: 'NQ 3', name0: '', name1: 'UBND xã C Đông', code1: '' };
    const refused = await admin.post(`/don-vi/${unit}/chia-tach`, fields);
    expect(refused.status).toBe(409);
    const answer = await admin.post(`/don-vi/${unit}/chia-tach`, { ...fields, [`child-${one}`]: '1' });
    expect(answer.status).toBe(303);
    const tree = await unitTree(world.db, d('2025-01-01'));
    const part = tree.find((candidate) => candidate.name === 'UBND xã C Đông');
    expect(tree.find((candidate) => candidate.id === one)?.parentId).toBe(part?.id);
  });

  it('lets the standing agency publish a contact under its committee, and nobody below it', async () => {
    expect(await page(standing, `/don-vi/${office}/lien-he`)).toContain('Công bố liên hệ');
    const bad = await standing.post(`/don-vi/${office}/lien-he`, {
      headTitle: 'Trưởng phòng',
      phone: 'gọi sau',
      email: 'không có',
      validFrom: '24/06/2024',
    });
    expect(bad.status).toBe(422);
    expect(await bad.text()).toContain('value="gọi sau"');
    const answer = await standing.post(`/don-vi/${office}/lien-he`, {
      headTitle: 'Trưởng phòng',
      phone: '0221 000 004',
      email: 'noivu@vidu.example',
      validFrom: '24/06/2024',
    });
    expect(answer.status).toBe(303);
    expect((await contactOn(world.db, office, d('2024-06-24')))?.phone).toBe('0221 000 004');
    await page(clerk, `/don-vi/${office}/lien-he`, 403);
  });

  it('answers 403 on every changing page to someone without the right, and 404 for a unit that is not', async () => {
    for (const path of [
      'them',
      'nhap',
      `${root}/sua`,
      `${root}/ket-thuc`,
      `${root}/sap-nhap`,
      `${root}/chia-tach`,
    ])
      await page(clerk, `/don-vi/${path}`, 403);
    for (const path of ['sua', 'ket-thuc', 'sap-nhap', 'chia-tach', 'thong-tin', 'lien-he']) {
      await page(admin, `/don-vi/khong-co/${path}`, 404);
      await page(admin, `/don-vi/00000000-0000-7000-8000-000000000000/${path}`, 404);
    }
    await page(clerk, '/don-vi');
    expect((await clerk.post(`/don-vi/${root}/ket-thuc`, { lastDay: '24/06/2024', act: 'x' })).status).toBe(
      403,
    );
    expect((await clerk.post('/don-vi/them', { name: 'x' })).status).toBe(403);
  });
});

describe('importing through the pages', () => {
  const HEADER = 'Mã,Tên,Loại,Cấp,Đơn vị cấp trên,Từ ngày,Đến ngày,Tên gọi khác';

  it('offers a template that imports without an error, previews it, and saves only on confirmation', async () => {
    const template = await admin.get('/don-vi/nhap/mau?dinh-dang=xlsx');
    const file = new File([await template.arrayBuffer()], 'mau.xlsx');
    expect(await page(admin, '/don-vi/nhap')).toContain('enctype="multipart/form-data"');
    const before = await auditCount();
    const uploaded = await admin.post('/don-vi/nhap', { file });
    expect(uploaded.status).toBe(303);
    const preview = await page(admin, uploaded.headers.get('location') ?? '');
    expect(preview).toContain('UBND xã Mẫu');
    expect(await auditCount()).toBe(before);
    const fields = Object.fromEntries(
      ['tep', 'ten'].map((name) => [
        name,
        new RegExp(`name="${name}" value="([^"]*)"`).exec(preview)?.[1] ?? '',
      ]),
    );
    const confirmed = await admin.post('/don-vi/nhap/xac-nhan', fields);
    expect(confirmed.status).toBe(303);
    const names = (await unitTree(world.db, d('2024-06-24'))).map((unit) => unit.name);
    expect(names).toEqual(expect.arrayContaining(['UBND huyện Mẫu', 'UBND xã Mẫu', 'Thôn Một']));
  });

  it('shows each problem at its cell and offers no confirmation', async () => {
    const csv = [HEADER, ',Thôn X,thôn,thôn,UBND xã Bãi Say,01/01/2024,,'].join('\n');
    await page(admin, '/don-vi/nhap');
    const uploaded = await admin.post('/don-vi/nhap', { file: new File([csv], 'x.csv') });
    const preview = await page(admin, uploaded.headers.get('location') ?? '');
    expect(preview).toContain('E2');
    expect(preview).not.toContain('/don-vi/nhap/xac-nhan');
  });

  it('answers 422 in words for a file without the columns, no file, or a file that is gone', async () => {
    await page(admin, '/don-vi/nhap');
    const wrong = await admin.post('/don-vi/nhap', { file: new File(['a,b\n1,2'], 'x.csv') });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain('dòng tiêu đề');
    expect((await admin.post('/don-vi/nhap', {})).status).toBe(422);
    await page(admin, `/don-vi/nhap/xem-truoc?tep=${'0'.repeat(64)}&ten=x.csv`, 422);
  });
});

describe('the tree for other software', () => {
  it('answers the units of a day to a token that may read, and 401 without one', async () => {
    const { secret } = await world.db.transaction((tx) =>
      makeToken(
        {
          ...world.context(),
          actor: { personId: clerkId, name: '', posts: [], current: null, scopes: null },
        },
        tx,
        { name: 'thử', scopes: 'read', days: 30 },
      ),
    );
    const request = (path: string, headers: Record<string, string> = {}) =>
      world.visitor().get(path, headers);
    const answer = await request('/api/v1/units?as_of=2024-06-24', { authorization: `Bearer ${secret}` });
    expect(answer.status).toBe(200);
    const body = (await answer.json()) as { asOf: string; units: { id: string; lineage: string[] }[] };
    expect(body.asOf).toBe('2024-06-24');
    expect(body.units.find((unit) => unit.id === office)?.lineage).toEqual([root, office]);
    expect((await request('/api/v1/units')).status).toBe(401);
    const bad = await request('/api/v1/units?as_of=hôm+nay', { authorization: `Bearer ${secret}` });
    expect(bad.status).toBe(422);
  });
});

describe('markup', () => {
  it('is valid on every page of the room', async () => {
    const paths = [
      '/don-vi',
      '/don-vi?q=xa',
      '/don-vi?q=khong-co-gi',
      '/don-vi/them',
      '/don-vi/nhap',
      ...['thong-tin', 'sua', 'ket-thuc', 'sap-nhap', 'chia-tach', 'lien-he'].map(
        (part) => `/don-vi/${root}/${part}`,
      ),
    ];
    for (const path of paths) expect([path, await htmlProblems(await page(admin, path))]).toEqual([path, []]);
  });
});
