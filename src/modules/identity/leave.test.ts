import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp, type Visitor } from '../../../test/support/app.ts';
import { htmlProblems } from '../../../test/support/html-rules.ts';
import { personWithPost, type SmallTree, smallTree, TEST_PASSWORD } from '../../../test/support/people.ts';
import { addDays, calendarDate, formatDate } from '../../kernel/dates.ts';
import { query, sql } from '../../kernel/db/sql.ts';
import { newId } from '../../kernel/ids.ts';
import { endPost } from './commands/end-post.ts';
import { grantPost } from './commands/grant-post.ts';
import { recordLeave } from './commands/record-leave.ts';
import { withdrawLeave } from './commands/withdraw-leave.ts';
import { effectiveHolders, type WantedInUnit } from './queries/effective-holders.ts';
import { leavesOf } from './store/leaves.ts';

const TODAY = calendarDate('2024-06-24');
const OWN = '/tai-khoan/nghi-uy-quyen';

let place: TestApp;
let tree: SmallTree;
let head: Visitor;
const ids: Record<string, string> = {};

const titles = {
  'truong.phong': ['office', 'standing', 'Trưởng phòng'],
  'pho.phong': ['office', 'standing', 'Phó Trưởng phòng'],
  'chuyen.vien': ['office', 'standing', 'Chuyên viên'],
  'ke.toan': ['office', 'standing', 'Kế toán'],
  'chu.tich.xa': ['commune', 'member', 'Chủ tịch UBND xã'],
  'cong.chuc.xa': ['commune', 'member', 'Công chức Văn phòng'],
  'chu.tich.huyen': ['district', 'leader', 'Chủ tịch UBND huyện'],
  'quan.tri': ['district', 'admin', 'Quản trị hệ thống'],
} as const;

beforeAll(async () => {
  place = await testApp();
  tree = await smallTree(place);
  for (const [username, [unit, role, title]] of Object.entries(titles))
    ids[username] = (await personWithPost(place, username, { unitId: tree[unit], role, title })).personId;
  head = await place.signIn('truong.phong', TEST_PASSWORD);
});
afterAll(() => place.close());

const idOf = (username: keyof typeof titles): string => ids[username] ?? '';
const signIn = (username: keyof typeof titles): Promise<Visitor> => place.signIn(username, TEST_PASSWORD);

const record = (
  username: keyof typeof titles,
  from: string,
  to: string,
  deputy: keyof typeof titles | null = null,
) =>
  place.db.transaction((tx) =>
    recordLeave(place.context(), tx, {
      personId: idOf(username),
      from,
      to,
      kind: 'annual',
      deputyId: deputy === null ? null : idOf(deputy),
    }),
  );

const withdraw = (leaveId: string, lastDay = '') =>
  place.db.transaction((tx) => withdrawLeave(place.context(), tx, { leaveId, lastDay }));

const standing = (username: keyof typeof titles) => leavesOf(place.db, [idOf(username)], TODAY);

describe('one’s own leave', () => {
  it('is recorded with a deputy, shown on the page and the account, and audited', async () => {
    const visitor = await signIn('chuyen.vien');
    expect(await htmlProblems(await (await visitor.get(OWN)).text())).toEqual([]);
    const saved = await visitor.post(OWN, {
      from: '01/07/2024',
      to: '05/07/2024',
      kind: 'sick',
      deputyId: idOf('ke.toan'),
    });
    expect(saved.headers.get('location')).toBe(OWN);
    const page = await (await visitor.get(OWN)).text();
    expect(await htmlProblems(page)).toEqual([]);
    expect(page).toContain('Đã ghi nghỉ từ 01/07/2024 đến hết 05/07/2024.');
    expect(page).toContain('01/07/2024 – 05/07/2024');
    const account = await (await visitor.get('/tai-khoan')).text();
    expect(account).toContain('Bạn sẽ nghỉ từ 01/07/2024 đến hết 05/07/2024. Người thay: Người ke.toan.');
    const deputy = await (await (await signIn('ke.toan')).get('/tai-khoan')).text();
    expect(deputy).toContain('Bạn thay Người chuyen.vien từ 01/07/2024 đến hết 05/07/2024.');
    const audited = await place.db.one(query({ after: 'json?', actor: 'uuid?' } as const)`
      select after, actor_id as actor from kernel_audit where event = 'identity.leave_recorded'`);
    expect(audited).toMatchObject({
      actor: idOf('chuyen.vien'),
      after: { from: '2024-07-01', to: '2024-07-05', deputyId: idOf('ke.toan') },
    });
  });

  it('reads in English too', async () => {
    const page = await (await (await signIn('ke.toan')).get(`${OWN}?lang=en`)).text();
    expect(page).toContain('Leave and deputies');
    expect(await htmlProblems(page)).toEqual([]);
  });

  it.each([
    ['without days', { from: '', to: '', kind: 'annual' }, 'f-from'],
    ['without a reason', { from: '01/08/2024', to: '02/08/2024', kind: 'x' }, 'f-kind'],
    ['that ends before it begins', { from: '02/08/2024', to: '01/08/2024', kind: 'annual' }, 'f-to'],
    ['of more than three years', { from: '01/08/2024', to: '02/08/2027', kind: 'training' }, 'f-to'],
    ['begun more than a month ago', { from: '01/05/2024', to: '01/08/2024', kind: 'annual' }, 'f-from'],
    [
      'with a deputy of no unit',
      { from: '01/08/2024', to: '02/08/2024', kind: 'annual', deputyId: 'x' },
      'f-deputyId',
    ],
  ])('%s is refused at the field (422), and what was typed stays', async (_what, fields, at) => {
    const visitor = await signIn('pho.phong');
    await visitor.get(OWN);
    const refused = await visitor.post(OWN, fields);
    expect(refused.status).toBe(422);
    const page = await refused.text();
    expect(page).toContain(`href="#${at}"`);
    expect(page).toContain(`id="${at}"`);
    expect(page).toContain(`value="${fields.to}"`);
    expect(await htmlProblems(page)).toEqual([]);
    expect(await standing('pho.phong')).toEqual([]);
  });

  it('names no deputy of another unit and not oneself (422)', async () => {
    const visitor = await signIn('pho.phong');
    await visitor.get(OWN);
    for (const deputy of ['cong.chuc.xa', 'pho.phong'] as const) {
      const fields = { from: '01/08/2024', to: '02/08/2024', kind: 'annual', deputyId: idOf(deputy) };
      expect((await visitor.post(OWN, fields)).status).toBe(422);
    }
  });

  it('on days already taken is refused (409), also when two are recorded at the same moment', async () => {
    const both = await Promise.allSettled([
      record('pho.phong', '2024-09-01', '2024-09-05'),
      record('pho.phong', '2024-09-05', '2024-09-09'),
    ]);
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    const visitor = await signIn('pho.phong');
    await visitor.get(OWN);
    const refused = await visitor.post(OWN, { from: '05/09/2024', to: '05/09/2024', kind: 'annual' });
    expect(refused.status).toBe(409);
    expect(await refused.text()).toContain('Đã có một lần nghỉ trong những ngày này.');
  });
});

describe('leave of one’s people', () => {
  it('is recorded by the head of their unit, by a leader above it and by an administrator', async () => {
    const path = `/nguoi-dung/${idOf('cong.chuc.xa')}/nghi-uy-quyen`;
    const days = ['08', '09', '10'];
    for (const username of ['chu.tich.xa', 'chu.tich.huyen', 'quan.tri'] as const) {
      const visitor = await signIn(username);
      const page = await (await visitor.get(path)).text();
      expect(page).toContain('Nghỉ, ủy quyền: Người cong.chuc.xa');
      expect(await htmlProblems(page)).toEqual([]);
      const day = `${days.shift()}/07/2024`;
      expect((await visitor.post(path, { from: day, to: day, kind: 'mission' })).status).toBe(303);
    }
    const [first] = await standing('cong.chuc.xa');
    expect(first).toMatchObject({ from: '2024-07-08', recordedBy: 'Người chu.tich.xa' });
  });

  it('is nobody else’s matter: others find no such page (404)', async () => {
    const path = `/nguoi-dung/${idOf('cong.chuc.xa')}/nghi-uy-quyen`;
    for (const visitor of [await signIn('chuyen.vien'), head]) {
      expect((await visitor.get(path)).status).toBe(404);
      const fields = { from: '15/07/2024', to: '15/07/2024', kind: 'annual' };
      expect((await visitor.post(path, fields)).status).toBe(404);
    }
    for (const id of ['khong-phai-ma', newId()])
      expect((await head.get(`/nguoi-dung/${id}/nghi-uy-quyen`)).status).toBe(404);
    expect((await place.visitor().get(OWN)).status).toBe(303);
  });

  it('stands on the page of whoever leads the unit, for that unit alone', async () => {
    await record('ke.toan', '2024-06-20', '2024-06-28');
    const page = await (await head.get(OWN)).text();
    expect(page).toContain('Người của đơn vị bạn phụ trách');
    expect(page).toContain('Vắng đến hết 28/06/2024');
    expect(page).not.toContain('Người cong.chuc.xa');
    const staff = await (await (await signIn('chuyen.vien')).get(OWN)).text();
    expect(staff).not.toContain('Người của đơn vị bạn phụ trách');
  });
});

describe('a leave that changes', () => {
  it('is shortened by someone back early: the days after are free, the first record stays in the table', async () => {
    const { leaveId } = await record('truong.phong', '2024-06-20', '2024-06-30', 'pho.phong');
    await head.get(OWN);
    const wrong = await head.post(`/nghi-uy-quyen/${leaveId}/rut-lai`, { lastDay: '01/07/2024' });
    expect(wrong.status).toBe(422);
    const page = await wrong.text();
    expect(page).toContain('Ngày nghỉ cuối cùng phải từ 20/06/2024 đến 30/06/2024.');
    expect(page).toContain('href="#f-lastDay"');
    expect(await htmlProblems(page)).toEqual([]);
    const saved = await head.post(`/nghi-uy-quyen/${leaveId}/rut-lai`, { lastDay: '24/06/2024' });
    expect(saved.headers.get('location')).toBe(OWN);
    expect(await standing('truong.phong')).toMatchObject([{ from: '2024-06-20', to: '2024-06-24' }]);
    await record('truong.phong', '2024-06-25', '2024-06-26');
    const kept = await place.db.rows(query({ to: 'date', withdrawn: 'bool' } as const)`
      select upper(away) - 1 as "to", withdrawn_at is not null as withdrawn from identity_leave
      where person_id = ${idOf('truong.phong')} order by recorded_at, upper(away)`);
    expect(kept).toContainEqual({ to: '2024-06-30', withdrawn: true });
    for (const leave of await standing('truong.phong')) await withdraw(leave.id);
  });

  it('is withdrawn whole, once (404 the second time), and by nobody without a say', async () => {
    const { leaveId } = await record('chu.tich.xa', '2024-08-01', '2024-08-02');
    await head.get(OWN);
    expect((await head.post(`/nghi-uy-quyen/${leaveId}/rut-lai`, { lastDay: '' })).status).toBe(404);
    expect(await standing('chu.tich.xa')).toHaveLength(1);
    await withdraw(leaveId);
    expect(await standing('chu.tich.xa')).toEqual([]);
    await expect(withdraw(leaveId)).rejects.toMatchObject({ type: { code: 'identity.leave_not_found' } });
    expect((await head.post('/nghi-uy-quyen/khong-phai-ma/rut-lai', { lastDay: '' })).status).toBe(404);
  });

  it('cannot be stored without an end or with oneself as deputy', async () => {
    const insert = (away: string, deputy: string | null) =>
      place.db.transaction((tx) =>
        tx.run(sql`insert into identity_leave (id, person_id, away, deputy_id, kind, recorded_at)
          values (${newId()}, ${idOf('quan.tri')}, ${away}::daterange, ${deputy}, 'annual', now())`),
      );
    await expect(insert('[2024-08-01,)', null)).rejects.toThrow('identity_leave_period');
    await expect(insert('[2024-08-01,2024-08-02)', idOf('quan.tri'))).rejects.toThrow(
      'identity_leave_deputy_other',
    );
  });
});

describe('who answers for work in a unit', () => {
  const ask = async (wanted: Partial<WantedInUnit>, day = '2024-06-24', asOf: string | null = null) => {
    const one = { unitId: tree.office, personId: null, title: null, ...wanted };
    const [found] = await effectiveHolders(
      place.db,
      [one],
      calendarDate(day),
      asOf === null ? null : calendarDate(asOf),
    );
    return found;
  };

  it('is the deputy while the leave lasts, said with names, and the person again afterwards', async () => {
    const personId = idOf('chuyen.vien');
    expect(await ask({ personId }, '2024-07-05')).toMatchObject({
      reason: 'deputy',
      name: 'Người ke.toan',
      passed: [{ name: 'Người chuyen.vien', why: 'away', until: '2024-07-05', kind: 'leave' }],
    });
    expect(await ask({ personId }, '2024-07-06')).toMatchObject({
      reason: 'holder',
      name: 'Người chuyen.vien',
    });
  });

  it('of a past day is answered with what had been recorded by then', async () => {
    place.clock.advance(86_400_000);
    const { leaveId } = await record('pho.phong', '2024-06-23', '2024-06-26', 'chuyen.vien');
    const personId = idOf('pho.phong');
    expect((await ask({ personId }, '2024-06-24'))?.reason).toBe('deputy');
    expect((await ask({ personId }, '2024-06-24', '2024-06-24'))?.reason).toBe('holder');
    place.clock.advance(86_400_000);
    await withdraw(leaveId);
    expect((await ask({ personId }, '2024-06-24', '2024-06-25'))?.reason).toBe('deputy');
    expect((await ask({ personId }, '2024-06-24'))?.reason).toBe('holder');
    place.clock.advance(-2 * 86_400_000);
  });

  it('is the new holder after the old one left, and the head when the account was disabled or nobody follows', async () => {
    const next = await personWithPost(place, 'ke.toan.moi', { unitId: tree.commune, role: 'member' });
    const context = place.context();
    const posts = await place.db.rows(query({ id: 'uuid' } as const)`
      select id from identity_post where person_id = ${idOf('ke.toan')}`);
    await place.db.transaction(async (tx) => {
      await endPost(context, tx, { postId: posts[0]?.id ?? '', lastDay: '2024-09-30' });
      await grantPost(context, tx, {
        personId: next.personId,
        unitId: tree.office,
        title: 'Kế toán',
        role: 'standing',
        from: '2024-10-15',
      });
    });
    const personId = idOf('ke.toan');
    expect(await ask({ personId }, '2024-10-01')).toMatchObject({
      reason: 'head',
      name: 'Người truong.phong',
    });
    expect(await ask({ personId }, '2024-10-15')).toMatchObject({
      reason: 'successor',
      personId: next.personId,
      title: 'Kế toán',
      passed: [{ why: 'left', until: '2024-09-30', name: 'Người ke.toan' }],
    });
    await place.db.transaction((tx) =>
      tx.run(
        sql`update identity_person set disabled_at = '2024-10-20T02:00:00Z' where id = ${next.personId}`,
      ),
    );
    expect(await ask({ title: 'Kế toán' }, '2024-10-19')).toMatchObject({ reason: 'holder' });
    expect(await ask({ title: 'Kế toán' }, '2024-10-20')).toMatchObject({ reason: 'head' });
  });

  it('is told for many at once in two statements, in the order asked, for units without anybody too', async () => {
    let statements = 0;
    const counting = {
      ...place.db,
      rows: <Row>(statement: Parameters<typeof place.db.rows<Row>>[0]) => {
        statements++;
        return place.db.rows(statement);
      },
    };
    const wanted: WantedInUnit[] = [
      { unitId: tree.village, personId: null, title: 'Trưởng thôn' },
      { unitId: tree.commune, personId: null, title: null },
      { unitId: tree.office, personId: idOf('truong.phong'), title: 'Trưởng phòng' },
    ];
    const found = await effectiveHolders(counting, wanted, TODAY);
    expect(found.map((one) => [one.reason, one.name])).toEqual([
      ['unit', null],
      ['head', 'Người chu.tich.xa'],
      ['holder', 'Người truong.phong'],
    ]);
    expect(statements).toBe(2);
  });

  it('does not reach beyond the most days a leave may take', async () => {
    const { leaveId } = await record('quan.tri', '2024-06-24', addDays(TODAY, 1095));
    await withdraw(leaveId);
    await expect(record('quan.tri', '2024-06-24', addDays(TODAY, 1096))).rejects.toMatchObject({
      type: { code: 'identity.leave_too_long' },
    });
    const tooEarly = formatDate(addDays(TODAY, -32));
    await expect(record('quan.tri', tooEarly, '2024-06-24')).rejects.toMatchObject({
      type: { code: 'identity.leave_too_early' },
    });
  });
});
