import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp, type Visitor } from '../../../test/support/app.ts';
import { htmlProblems } from '../../../test/support/html-rules.ts';
import { personWithPost, type SmallTree, smallTree, TEST_PASSWORD } from '../../../test/support/people.ts';
import { addPerson } from './commands/add-person.ts';
import { resetPassword } from './commands/reset-password.ts';

let place: TestApp;
let tree: SmallTree;

beforeAll(async () => {
  place = await testApp();
  tree = await smallTree(place);
  await personWithPost(place, 'noivu', { unitId: tree.office, role: 'standing', title: 'Trưởng phòng' });
});
afterAll(() => place.close());

const location = (response: Response): string => response.headers.get('location') ?? '';

async function enter(visitor: Visitor, login: string, password: string, returnTo = ''): Promise<Response> {
  return visitor.post('/dang-nhap', { login, password, returnTo });
}

describe('the sign-in page', () => {
  it('is valid HTML with a form that needs no script, in both languages', async () => {
    for (const path of ['/dang-nhap', '/dang-nhap?lang=en']) {
      const response = await place.visitor().get(path);
      expect(response.status).toBe(200);
      expect(await htmlProblems(await response.text())).toEqual([]);
    }
  });

  it('shows no example account outside the example', async () => {
    const page = await (await place.visitor().get('/dang-nhap')).text();
    expect(page).not.toContain('noivu');
    expect(page).not.toContain('dan-biet-2024');
  });

  it('is where a page that needs a sign-in leads, and leads back there afterwards', async () => {
    const visitor = place.visitor();
    const asked = await visitor.get('/tai-khoan?x=1');
    expect(asked.status).toBe(303);
    const page = await (await visitor.get(location(asked))).text();
    expect(page).toContain('name="returnTo" value="/tai-khoan?x=1"');
    expect(location(await enter(visitor, 'noivu', TEST_PASSWORD, '/tai-khoan?x=1'))).toBe('/tai-khoan?x=1');
  });

  it.each(['//evil.example', '/\\evil.example', 'https://evil.example/', '/.//evil.example'])(
    'never leads to another site: %s',
    async (target) => {
      const page = await (await place.visitor().get(`/dang-nhap?ve=${encodeURIComponent(target)}`)).text();
      expect(page).toContain('name="returnTo" value="/viec-cua-toi"');
      expect(location(await enter(place.visitor(), 'noivu', TEST_PASSWORD, target))).toBe('/viec-cua-toi');
    },
  );

  it('leads on who is signed in already', async () => {
    const visitor = await place.signIn('noivu', TEST_PASSWORD);
    expect((await visitor.get('/dang-nhap')).status).toBe(303);
  });
});

describe('signing in', () => {
  it('sets a cookie that scripts and other sites do not get', async () => {
    const response = await enter(place.visitor(), 'noivu', TEST_PASSWORD);
    const cookie = response.headers.getSetCookie().find((line) => line.startsWith('danbiet_session='));
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Lax/);
  });

  it('answers 401 with the same page for a wrong password and for an unknown name', async () => {
    const known = await enter(place.visitor(), 'noivu', 'sai mật khẩu rồi');
    const unknown = await enter(place.visitor(), 'noivX', 'sai mật khẩu rồi');
    expect([known.status, unknown.status]).toEqual([401, 401]);
    const page = await known.text();
    expect((await unknown.text()).replace('noivX', 'noivu')).toBe(page);
    expect(page).toContain('value="noivu"');
    expect(page).not.toContain('sai mật khẩu rồi');
    expect(known.headers.getSetCookie()).toEqual([]);
    expect(await htmlProblems(page)).toEqual([]);
  });

  it('answers 422 and names the field that is missing', async () => {
    const response = await enter(place.visitor(), '', '');
    expect(response.status).toBe(422);
    const page = await response.text();
    expect(page).toContain('href="#f-login"');
    expect(page).toContain('href="#f-password"');
    expect(await htmlProblems(page)).toEqual([]);
  });

  it('refuses a form that another site sends', async () => {
    const response = await place
      .visitor()
      .post('/dang-nhap', { login: 'noivu', password: TEST_PASSWORD }, { origin: 'https://evil.example' });
    expect(response.status).toBe(403);
    expect(response.headers.getSetCookie()).toEqual([]);
  });

  it('tells of the wrong passwords since the last time', async () => {
    await personWithPost(place, 'bi.doan', { unitId: tree.office, role: 'standing' });
    await enter(place.visitor(), 'bi.doan', 'sai mật khẩu rồi');
    await enter(place.visitor(), 'bi.doan', 'sai mật khẩu rồi');
    const visitor = place.visitor();
    await enter(visitor, 'bi.doan', TEST_PASSWORD, '/tai-khoan');
    expect(await (await visitor.get('/tai-khoan')).text()).toContain('có 2 lần nhập sai mật khẩu');
  });
});

describe('signing out', () => {
  it('ends the session on the server, not only in the browser', async () => {
    const visitor = await place.signIn('noivu', TEST_PASSWORD);
    const session = visitor.cookie('danbiet_session') ?? '';
    expect((await visitor.post('/dang-xuat', {})).status).toBe(303);
    const again = await place.visitor().get('/tai-khoan', { cookie: `danbiet_session=${session}` });
    expect(again.status).toBe(303);
    expect(visitor.cookie('danbiet_session')).toBeUndefined();
  });

  it('is no mistake when the session has ended already', async () => {
    expect((await place.visitor().post('/dang-xuat', {})).status).toBe(303);
  });

  it('needs the token of the form, so that no other page can do it', async () => {
    const visitor = await place.signIn('noivu', TEST_PASSWORD);
    expect((await visitor.post('/dang-xuat', { _csrf: 'x' })).status).toBe(403);
    expect((await visitor.get('/tai-khoan')).status).toBe(200);
  });
});

describe('a first password', () => {
  async function newcomer(username: string): Promise<{ password: string; personId: string }> {
    const { personId, firstPassword } = await place.db.transaction((tx) =>
      addPerson(place.context(), tx, {
        username,
        fullName: 'Người Mới Đến',
        post: { unitId: tree.district, title: 'Quản trị', role: 'admin', from: '2024-01-01' },
      }),
    );
    return { personId, password: firstPassword ?? '' };
  }
  const OWN = 'mưa rơi trên mái ngói';

  it('opens nothing but its own page and the way out until it is changed', async () => {
    const { password } = await newcomer('moi.mot');
    const visitor = place.visitor();
    expect(location(await enter(visitor, 'moi.mot', password, '/nguoi-dung'))).toBe('/mat-khau');
    for (const path of ['/nguoi-dung', '/tai-khoan'])
      expect(location(await visitor.get(path))).toBe('/mat-khau');
    const page = await (await visitor.get('/mat-khau')).text();
    expect(page).toContain('mật khẩu ban đầu');
    expect(await htmlProblems(page)).toEqual([]);
    expect(location(await visitor.post('/tai-khoan/ma-truy-cap', { name: 'x', scopes: 'read' }))).toBe(
      '/mat-khau',
    );
    const changed = await visitor.post('/mat-khau', {
      currentPassword: password,
      newPassword: OWN,
      newPasswordAgain: OWN,
    });
    expect(location(changed)).toBe('/tai-khoan');
    expect((await visitor.get('/nguoi-dung')).status).toBe(200);
    expect((await enter(place.visitor(), 'moi.mot', password)).status).toBe(401);
  });

  it.each([
    ['wrong', { currentPassword: 'không phải mật khẩu' }, 'currentPassword'],
    ['different the second time', { newPasswordAgain: 'mưa rơi trên mái tôn' }, 'newPasswordAgain'],
    ['too short', { newPassword: 'ngắn', newPasswordAgain: 'ngắn' }, 'newPassword'],
    ['common', { newPassword: 'matkhau123456', newPasswordAgain: 'matkhau123456' }, 'newPassword'],
  ])('answers 422 at its field when it is %s', async (what, fields, at) => {
    const username = `loi.${what.replace(/[^a-z]/g, '')}`.slice(0, 30);
    const { password } = await newcomer(username);
    const visitor = place.visitor();
    await enter(visitor, username, password);
    await visitor.get('/mat-khau');
    const response = await visitor.post('/mat-khau', {
      currentPassword: password,
      newPassword: OWN,
      newPasswordAgain: OWN,
      ...fields,
    });
    expect(response.status).toBe(422);
    const page = await response.text();
    expect(page).toContain(`href="#f-${at}"`);
    for (const typed of Object.values(fields)) expect(page).not.toContain(`"${typed}"`);
    expect((await enter(place.visitor(), username, password)).status).toBe(303);
  });

  it('changed by its owner ends every other session, and this one goes on', async () => {
    await personWithPost(place, 'doi.mat.khau', { unitId: tree.office, role: 'standing' });
    const here = await place.signIn('doi.mat.khau', TEST_PASSWORD);
    const elsewhere = await place.signIn('doi.mat.khau', TEST_PASSWORD);
    await here.get('/mat-khau');
    await here.post('/mat-khau', { currentPassword: TEST_PASSWORD, newPassword: OWN, newPasswordAgain: OWN });
    expect((await here.get('/tai-khoan')).status).toBe(200);
    expect((await elsewhere.get('/tai-khoan')).status).toBe(303);
  });

  it('given by an administrator ends every session', async () => {
    const { personId } = await personWithPost(place, 'bi.dat.lai', { unitId: tree.office, role: 'standing' });
    const visitor = await place.signIn('bi.dat.lai', TEST_PASSWORD);
    await place.db.transaction((tx) => resetPassword(place.context(), tx, { personId }));
    expect((await visitor.get('/tai-khoan')).status).toBe(303);
  });
});
