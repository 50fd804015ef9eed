import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp, type Visitor } from '../../../test/support/app.ts';
import { htmlProblems } from '../../../test/support/html-rules.ts';
import { personWithPost, type SmallTree, smallTree, TEST_PASSWORD } from '../../../test/support/people.ts';
import { calendarDate } from '../../kernel/dates.ts';
import { query } from '../../kernel/db/sql.ts';
import { readDocument } from '../../kernel/documents/index.ts';
import { newId } from '../../kernel/ids.ts';
import { disablePerson } from './commands/change-person.ts';
import { endPost } from './commands/end-post.ts';
import { grantPost } from './commands/grant-post.ts';
import { postsOf } from './store/posts.ts';

let place: TestApp;
let tree: SmallTree;
let admin: Visitor;
let communeAdmin: Visitor;
let adminId: string;
let adminPost: string;
const ids: Record<string, string> = {};

beforeAll(async () => {
  place = await testApp();
  tree = await smallTree(place);
  const root = await personWithPost(place, 'quantri', {
    unitId: tree.district,
    role: 'admin',
    title: 'Quản trị',
  });
  adminId = root.personId;
  adminPost = root.postId;
  await personWithPost(place, 'quantri.xa', { unitId: tree.commune, role: 'admin', title: 'Quản trị xã' });
  for (const [username, unitId, role] of [
    ['xa.mot', tree.commune, 'member'],
    ['thon.dong', tree.village, 'member'],
    ['xa.hai', tree.otherCommune, 'member'],
    ['noi.vu', tree.office, 'standing'],
  ] as const)
    ids[username] = (await personWithPost(place, username, { unitId, role })).personId;
  admin = await place.signIn('quantri', TEST_PASSWORD);
  communeAdmin = await place.signIn('quantri.xa', TEST_PASSWORD);
});
afterAll(() => place.close());

const of = (username: string): string => `/nguoi-dung/${ids[username]}`;

describe('the list of people', () => {
  it('shows an administrator of the root everyone, and one of a commune only that commune with its villages', async () => {
    const all = await (await admin.get('/nguoi-dung')).text();
    for (const name of ['xa.mot', 'thon.dong', 'xa.hai', 'noi.vu']) expect(all).toContain(`Người ${name}`);
    const some = await (await communeAdmin.get('/nguoi-dung')).text();
    for (const name of ['xa.mot', 'thon.dong']) expect(some).toContain(`Người ${name}`);
    for (const name of ['xa.hai', 'noi.vu']) expect(some).not.toContain(`Người ${name}`);
    expect(some).toContain('Dòng 1–3 trong 3');
  });

  it('finds without diacritics, by role and by state, and keeps what was asked in its links', async () => {
    const page = await (await admin.get('/nguoi-dung?tim=NGUOI+noi&vai-tro=standing')).text();
    expect(page).toContain('Người noi.vu');
    expect(page).not.toContain('Người xa.mot');
    expect(page).toContain('href="/nguoi-dung?tim=NGUOI+noi&amp;vai-tro=standing&amp;dinh-dang=xlsx"');
    for (const state of ['active', 'first_password', 'locked', 'no_post', 'disabled'])
      expect((await admin.get(`/nguoi-dung?tinh-trang=${state}&sap-xep=username`)).status).toBe(200);
    const nobody = await (await admin.get('/nguoi-dung?tim=%25')).text();
    expect(nobody).toContain('Không có ai phù hợp');
  });

  it('answers 422 to a filter it does not know', async () => {
    expect((await admin.get('/nguoi-dung?vai-tro=vua')).status).toBe(422);
  });

  it('can be taken away as .xlsx and .csv, within the same limits, and that is recorded', async () => {
    const xlsx = await communeAdmin.get('/nguoi-dung?dinh-dang=xlsx');
    const content = await readDocument('nguoi-dung.xlsx', new Uint8Array(await xlsx.arrayBuffer()));
    const texts = content.grids[0]?.rows.flat().map((cell) => cell?.text);
    expect(texts).toContain('Người thon.dong');
    expect(texts).not.toContain('Người xa.hai');
    const csv = await (await communeAdmin.get('/nguoi-dung?dinh-dang=csv&tim=thon')).text();
    expect(csv.trim().split('\r\n')).toHaveLength(2);
    const recorded = await place.db.rows(query({ id: 'uuid' } as const)`
      select id from kernel_audit where event = 'identity.people_exported'`);
    expect(recorded).toHaveLength(2);
  });

  it('is valid HTML, in both languages', async () => {
    for (const path of [
      '/nguoi-dung',
      '/nguoi-dung?lang=en',
      '/nguoi-dung/them?lang=vi',
      of('xa.mot'),
      of('noi.vu'),
    ])
      expect(await htmlProblems(await (await admin.get(path)).text())).toEqual([]);
  });
});

describe('who is no administrator', () => {
  it('gets 403 at every page about people, and is led to sign in when signed out', async () => {
    const member = await place.signIn('xa.mot', TEST_PASSWORD);
    for (const path of ['/nguoi-dung', '/nguoi-dung/them', of('xa.mot')]) {
      expect((await member.get(path)).status).toBe(403);
      expect((await place.visitor().get(path)).status).toBe(303);
    }
    for (const path of [
      '/nguoi-dung/them',
      of('xa.mot'),
      `${of('xa.mot')}/mat-khau`,
      `${of('xa.mot')}/vo-hieu`,
    ]) {
      expect((await member.post(path, {})).status).toBe(403);
      expect((await place.visitor().post(path, {})).status).toBe(401);
    }
  });

  it('of a person’s unit finds nobody there (404), whatever is tried', async () => {
    for (const path of [of('xa.hai'), of('noi.vu'), `/nguoi-dung/${newId()}`, '/nguoi-dung/khong-phai-ma'])
      expect((await communeAdmin.get(path)).status).toBe(404);
    for (const act of ['mat-khau', 'vo-hieu', 'hoat-dong'])
      expect((await communeAdmin.post(`${of('xa.hai')}/${act}`, {})).status).toBe(404);
    const names = { fullName: 'Tên Khác', username: 'ten.khac', email: '' };
    expect((await communeAdmin.post(of('xa.hai'), names)).status).toBe(404);
  });

  it('over all of a person’s posts sees the person but changes nothing (403)', async () => {
    const { personId } = await personWithPost(place, 'hai.noi', { unitId: tree.commune, role: 'member' });
    await place.db.transaction((tx) =>
      grantPost(place.context(), tx, {
        personId,
        unitId: tree.office,
        title: 'Biệt phái',
        role: 'standing',
        from: '2024-03-01',
      }),
    );
    const page = await (await communeAdmin.get(`/nguoi-dung/${personId}`)).text();
    expect(page).toContain('ngoài phạm vi bạn quản trị');
    expect(page).not.toContain('Đặt lại mật khẩu');
    expect((await communeAdmin.post(`/nguoi-dung/${personId}/mat-khau`, {})).status).toBe(403);
  });
});

describe('adding a person', () => {
  const form = {
    fullName: 'Đỗ Thị Mới',
    username: 'do.moi',
    email: 'do.moi@vidu.example',
    title: 'Công chức',
    role: 'member',
    from: '24/06/2024',
  };

  it('gives a first password, shown once, with which the person can sign in', async () => {
    await admin.get('/nguoi-dung/them');
    const response = await admin.post('/nguoi-dung/them', { ...form, unitId: tree.commune });
    expect(response.status).toBe(200);
    const page = await response.text();
    expect(await htmlProblems(page)).toEqual([]);
    const [, password = ''] = /<code>(\w{4}-\w{4}-\w{4}-\w{4})<\/code>/.exec(page) ?? [];
    const entered = await place.visitor().post('/dang-nhap', { login: 'do.moi', password });
    expect(entered.headers.get('location')).toBe('/mat-khau');
  });

  it('answers 409 to a user name or an email in use, and keeps what was typed', async () => {
    for (const fields of [
      { ...form, email: 'khac@vidu.example', fullName: 'Nguyễn Văn Gõ' },
      { ...form, username: 'ten.khac', email: 'DO.MOI@vidu.example', fullName: 'Nguyễn Văn Gõ' },
    ]) {
      const response = await admin.post('/nguoi-dung/them', { ...fields, unitId: tree.commune });
      expect(response.status).toBe(409);
      const page = await response.text();
      expect(page).toContain('value="Nguyễn Văn Gõ"');
      expect(page).toContain(`<option value="${tree.commune}" selected`);
    }
  });

  it('answers 422 and names each field that is wrong', async () => {
    const response = await admin.post('/nguoi-dung/them', {
      username: 'Có Dấu',
      email: 'x',
      from: '31/02/2024',
    });
    expect(response.status).toBe(422);
    const page = await response.text();
    for (const field of ['fullName', 'username', 'email', 'unitId', 'title', 'role', 'from'])
      expect(page).toContain(`href="#f-${field}"`);
    expect(await htmlProblems(page)).toEqual([]);
  });

  it('is refused outside the administrator’s tree (403), also with a role that would reach above it', async () => {
    const outside = { ...form, username: 'ngoai.cay', email: '', unitId: tree.otherCommune };
    expect((await communeAdmin.post('/nguoi-dung/them', outside)).status).toBe(403);
    const above = { ...form, username: 'len.cao', email: '', unitId: tree.commune, role: 'standing' };
    expect((await communeAdmin.post('/nguoi-dung/them', above)).status).toBe(403);
    const inside = { ...form, username: 'trong.cay', email: '', unitId: tree.village };
    expect((await communeAdmin.post('/nguoi-dung/them', inside)).status).toBe(200);
  });
});

describe('changing a person', () => {
  it('corrects names, and 409 leaves them', async () => {
    await admin.get(of('xa.hai'));
    const saved = await admin.post(of('xa.hai'), { fullName: 'Trần Văn Hai', username: 'xa.hai', email: '' });
    expect(saved.status).toBe(303);
    expect(await (await admin.get(of('xa.hai'))).text()).toContain('Đã lưu thông tin của Trần Văn Hai.');
    const taken = await admin.post(of('xa.hai'), { fullName: 'Trần Văn Hai', username: 'noi.vu', email: '' });
    expect(taken.status).toBe(409);
  });

  it('disables an account so that it cannot sign in, and enables it again', async () => {
    const visitor = await place.signIn('thon.dong', TEST_PASSWORD);
    expect((await communeAdmin.post(`${of('thon.dong')}/vo-hieu`, {})).status).toBe(303);
    expect((await visitor.get('/tai-khoan')).status).toBe(303);
    const refused = await place.visitor().post('/dang-nhap', { login: 'thon.dong', password: TEST_PASSWORD });
    expect(refused.status).toBe(401);
    expect((await communeAdmin.post(`${of('thon.dong')}/hoat-dong`, {})).status).toBe(303);
    expect((await place.signIn('thon.dong', TEST_PASSWORD)).cookie('danbiet_session')).toBeTruthy();
  });

  it('resets a password to one that is shown once and stands in no record', async () => {
    const response = await communeAdmin.post(`${of('xa.mot')}/mat-khau`, {});
    const [, password = ''] = /<code>(\w{4}-\w{4}-\w{4}-\w{4})<\/code>/.exec(await response.text()) ?? [];
    expect(password).not.toBe('');
    const rows = await place.db.rows(
      query({ all: 'text' } as const)`select row_to_json(a)::text as all from kernel_audit a`,
    );
    expect(rows.map((row) => row.all).join()).not.toContain(password);
  });

  it('never lets an administrator disable or reset themselves (409)', async () => {
    for (const act of ['vo-hieu', 'mat-khau'])
      expect((await admin.post(`/nguoi-dung/${adminId}/${act}`, {})).status).toBe(409);
  });

  it('keeps the last administrator of the whole, disabled or ended by whomever', async () => {
    const context = place.context();
    const end = (postId: string) =>
      place.db.transaction((tx) => endPost(context, tx, { postId, lastDay: '2024-06-30' }));
    const disable = (personId: string) =>
      place.db.transaction((tx) => disablePerson(context, tx, { personId }));
    await expect(end(adminPost)).rejects.toMatchObject({ type: { code: 'identity.last_administrator' } });
    await expect(disable(adminId)).rejects.toMatchObject({ type: { code: 'identity.last_administrator' } });
    const second = await personWithPost(place, 'quantri.hai', { unitId: tree.district, role: 'admin' });
    // Two at the same moment: one of them stays.
    const outcomes = await Promise.allSettled([disable(second.personId), end(adminPost)]);
    expect(outcomes.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
  });
});

describe('posts', () => {
  it('are granted and ended with a date, and the past stays to be read', async () => {
    const { personId } = await personWithPost(place, 'chuyen.viec', {
      unitId: tree.otherCommune,
      role: 'member',
    });
    const path = `/nguoi-dung/${personId}`;
    const root = await place.signIn('quantri.hai', TEST_PASSWORD).catch(() => admin);
    await root.get(path);
    const granted = await root.post(`${path}/chuc-vu`, {
      unitId: tree.office,
      title: 'Phó Trưởng phòng',
      role: 'standing',
      from: '01/07/2024',
      acting: '1',
    });
    expect(granted.status).toBe(303);
    const [next, first] = await postsOf(place.db, personId, calendarDate('2024-06-24'));
    expect(next).toMatchObject({ title: 'Phó Trưởng phòng', acting: true, from: '2024-07-01', to: null });
    const end = (postId: string | undefined, lastDay: string) =>
      root.post(`${path}/chuc-vu/${postId}/ket-thuc`, { lastDay });
    expect((await end(first?.id, '30/06/2024')).status).toBe(303);
    expect((await end(first?.id, '01/01/2023')).status).toBe(422);
    expect((await end(first?.id, 'hôm qua')).status).toBe(422);
    expect((await end(newId(), '30/06/2024')).status).toBe(404);
    expect((await end('khong-phai-ma', '30/06/2024')).status).toBe(404);
    // Not begun yet: ending it the day before its first withdraws it.
    expect((await end(next?.id, '30/06/2024')).status).toBe(303);
    const left = await postsOf(place.db, personId, calendarDate('2024-06-24'));
    expect(left).toMatchObject([{ id: first?.id, to: '2024-06-30' }]);
  });

  it('cannot be held twice at a time (409), in a unit that does not stand (422) or backwards (422)', async () => {
    const { personId } = await personWithPost(place, 'mot.chuc', {
      unitId: tree.commune,
      role: 'member',
      title: 'Công chức',
    });
    await communeAdmin.get('/nguoi-dung');
    const grant = (fields: Record<string, string>) =>
      communeAdmin.post(`/nguoi-dung/${personId}/chuc-vu`, {
        unitId: tree.commune,
        title: 'công chức',
        role: 'member',
        from: '24/06/2024',
        ...fields,
      });
    expect((await grant({})).status).toBe(409);
    expect((await grant({ from: '01/01/2020', title: 'Khác' })).status).toBe(422);
    expect((await grant({ unitId: newId(), title: 'Khác' })).status).toBe(422);
    expect((await grant({ title: 'Khác', to: '01/06/2024' })).status).toBe(422);
    expect((await grant({ unitId: tree.office, title: 'Khác' })).status).toBe(403);
    expect((await grant({ title: 'Khác' })).status).toBe(303);
  });
});
