import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../../../test/support/app.ts';
import { htmlProblems } from '../../../test/support/html-rules.ts';
import { personWithPost, type SmallTree, smallTree, TEST_PASSWORD } from '../../../test/support/people.ts';
import { query, sql } from '../../kernel/db/sql.ts';
import { nothingOutward } from '../../kernel/outward.ts';
import { createLog } from '../../kernel/telemetry.ts';
import { grantPost } from './commands/grant-post.ts';
import { cleanUp } from './jobs.ts';
import { personById } from './store/people.ts';

let place: TestApp;
let tree: SmallTree;

beforeAll(async () => {
  place = await testApp();
  tree = await smallTree(place);
});
afterAll(() => place.close());

describe('the account page', () => {
  it('shows posts, sessions and tokens in valid HTML, in both languages', async () => {
    await personWithPost(place, 'xem.tai.khoan', { unitId: tree.commune, role: 'member', title: 'Chủ tịch' });
    const visitor = await place.signIn('xem.tai.khoan', TEST_PASSWORD);
    for (const path of ['/tai-khoan', '/tai-khoan?lang=en', '/mat-khau']) {
      const page = await (await visitor.get(path)).text();
      expect(await htmlProblems(page)).toEqual([]);
    }
    const page = await (await visitor.get('/tai-khoan?lang=vi')).text();
    expect(page).toContain('Chủ tịch');
    expect(page).toContain('UBND xã Một');
    expect(page).toContain('thiết bị này');
  });

  it('lets a person with several posts choose the one to act from', async () => {
    const { personId } = await personWithPost(place, 'hai.vai', { unitId: tree.commune, role: 'member' });
    const { postId } = await place.db.transaction((tx) =>
      grantPost(place.context(), tx, {
        personId,
        unitId: tree.office,
        title: 'Phụ trách phòng',
        role: 'standing',
        from: '2024-02-01',
      }),
    );
    const visitor = await place.signIn('hai.vai', TEST_PASSWORD);
    const chosen = await visitor.post('/chuc-vu', { postId, returnTo: '/tai-khoan' });
    expect(chosen.headers.get('location')).toBe('/tai-khoan');
    const page = await (await visitor.get('/tai-khoan')).text();
    expect(page).toContain('Bạn đang làm việc với chức vụ: Phụ trách phòng, Phòng Nội vụ.');
    expect(page).toContain('<span class="who-post">Phụ trách phòng</span>');
    const away = await visitor.post('/chuc-vu', { postId, returnTo: '//evil.example' });
    expect(away.headers.get('location')).toBe('/viec-cua-toi');
  });

  it('does not let anyone act from another person’s post', async () => {
    const other = await personWithPost(place, 'nguoi.khac', { unitId: tree.office, role: 'standing' });
    await personWithPost(place, 'muon.vai', { unitId: tree.commune, role: 'member' });
    const visitor = await place.signIn('muon.vai', TEST_PASSWORD);
    expect((await visitor.post('/chuc-vu', { postId: other.postId })).status).toBe(404);
  });
});

describe('sessions', () => {
  it('can be ended one by one, and only by their owner', async () => {
    await personWithPost(place, 'chu.phien', { unitId: tree.commune, role: 'member' });
    await personWithPost(place, 'ke.la', { unitId: tree.commune, role: 'member' });
    const here = await place.signIn('chu.phien', TEST_PASSWORD);
    const elsewhere = await place.signIn('chu.phien', TEST_PASSWORD);
    const page = await (await here.get('/tai-khoan')).text();
    const [, id = ''] = /\/tai-khoan\/phien\/([^/]+)\/ket-thuc/.exec(page) ?? [];
    const stranger = await place.signIn('ke.la', TEST_PASSWORD);
    await stranger.post(`/tai-khoan/phien/${id}/ket-thuc`, {});
    expect((await elsewhere.get('/tai-khoan')).status).toBe(200);
    await here.post(`/tai-khoan/phien/${id}/ket-thuc`, {});
    expect((await elsewhere.get('/tai-khoan')).status).toBe(303);
    expect((await here.get('/tai-khoan')).status).toBe(200);
    expect((await here.post('/tai-khoan/phien/khong-phai-ma/ket-thuc', {})).status).toBe(404);
  });

  it('can all be ended at once', async () => {
    await personWithPost(place, 'het.phien', { unitId: tree.commune, role: 'member' });
    const visitors = [
      await place.signIn('het.phien', TEST_PASSWORD),
      await place.signIn('het.phien', TEST_PASSWORD),
    ];
    expect((await visitors[0]?.post('/tai-khoan/dang-xuat-moi-noi', {}))?.status).toBe(303);
    for (const visitor of visitors) expect((await visitor.get('/tai-khoan')).status).toBe(303);
  });

  it('that open nothing any more are removed by the hourly job, with wrong passwords of another day', async () => {
    const { personId } = await personWithPost(place, 'don.dep', { unitId: tree.commune, role: 'member' });
    await place.signIn('don.dep', TEST_PASSWORD);
    await place.visitor().post('/dang-nhap', { login: 'don.dep', password: 'sai mật khẩu rồi' });
    const sessions = async (): Promise<number> =>
      (
        await place.db.one(query({ n: 'int' } as const)`
          select count(*)::int as n from identity_session where person_id = ${personId}`)
      ).n;
    const tools = {
      tenant: place.tenant,
      log: createLog('silent'),
      outward: nothingOutward,
      files: place.files,
    };
    await cleanUp.run(undefined as never, tools);
    expect([await sessions(), (await personById(place.db, personId))?.failedCount]).toEqual([1, 1]);
    place.clock.advance(25 * 3_600_000);
    await cleanUp.run(undefined as never, tools);
    expect([await sessions(), (await personById(place.db, personId))?.failedCount]).toEqual([0, 0]);
    place.clock.advance(-25 * 3_600_000);
  });
});

describe('access tokens', () => {
  it('are shown once, listed without their secret, and revoked', async () => {
    await personWithPost(place, 'tao.ma', { unitId: tree.commune, role: 'member' });
    const visitor = await place.signIn('tao.ma', TEST_PASSWORD);
    const made = await visitor.post('/tai-khoan/ma-truy-cap', {
      name: 'Phần mềm báo cáo',
      scopes: ['read', 'write'],
      days: '30',
    });
    expect(made.status).toBe(200);
    const page = await made.text();
    const [, secret = ''] = /<code>(danbiet_[\w-]{43})<\/code>/.exec(page) ?? [];
    expect(secret).not.toBe('');
    expect(await htmlProblems(page)).toEqual([]);
    const account = await (await visitor.get('/tai-khoan')).text();
    expect(account).toContain('Phần mềm báo cáo');
    expect(account).not.toContain(secret);
    const audited = await place.db.rows(
      query({ all: 'text' } as const)`select row_to_json(a)::text as all from kernel_audit a`,
    );
    expect(audited.map((row) => row.all).join()).not.toContain(secret);
    // A token opens /api/v1 alone, not the pages of its owner.
    const asToken = await place.visitor().get('/tai-khoan', { authorization: `Bearer ${secret}` });
    expect(asToken.status).toBe(403);
    const [, id = ''] = /\/tai-khoan\/ma-truy-cap\/([^/]+)\/thu-hoi/.exec(account) ?? [];
    expect((await visitor.post(`/tai-khoan/ma-truy-cap/${id}/thu-hoi`, {})).status).toBe(303);
    const gone = await place.visitor().get('/tai-khoan', { authorization: `Bearer ${secret}` });
    expect(gone.status).toBe(303);
  });

  it.each([
    ['without a name', { name: '', scopes: 'read', days: '30' }, 422, 'f-name'],
    ['without a scope', { name: 'x', days: '30' }, 422, 'f-scopes'],
    ['with an unknown scope', { name: 'x', scopes: 'admin', days: '30' }, 422, 'f-scopes'],
    ['for longer than a year', { name: 'x', scopes: 'read', days: '366' }, 422, 'f-days'],
  ])('are refused %s, at the field', async (what, fields, status, at) => {
    const username = `loi.ma.${what.length}`;
    await personWithPost(place, username, { unitId: tree.commune, role: 'member' });
    const visitor = await place.signIn(username, TEST_PASSWORD);
    const response = await visitor.post('/tai-khoan/ma-truy-cap', fields);
    expect(response.status).toBe(status);
    const page = await response.text();
    expect(page).toContain(`href="#${at}"`);
    expect(page).toContain(`id="${at}"`);
    expect(await htmlProblems(page)).toEqual([]);
  });

  it('are refused under a name in use (409) and beyond the most allowed (409)', async () => {
    const { personId } = await personWithPost(place, 'nhieu.ma', { unitId: tree.commune, role: 'member' });
    const visitor = await place.signIn('nhieu.ma', TEST_PASSWORD);
    const make = (name: string) =>
      visitor.post('/tai-khoan/ma-truy-cap', { name, scopes: 'read', days: '30' });
    await make('một');
    await visitor.get('/tai-khoan');
    expect((await make('một')).status).toBe(409);
    await place.db.transaction((tx) =>
      tx.run(sql`insert into identity_token (id, token_hash, person_id, name, scopes, created_at, expires_on)
        select gen_random_uuid(), sha256(n::text::bytea), ${personId}, 'mã ' || n, array['read'], now(), '2030-01-01'
        from generate_series(1, 19) n`),
    );
    const refused = await make('thêm');
    expect(refused.status).toBe(409);
    expect(await refused.text()).toContain('20 mã truy cập');
  });
});
