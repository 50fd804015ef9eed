import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp, type Visitor } from '../../../../test/support/app.ts';
import { issueWork } from '../../../../test/support/issued-work.ts';
import { personWithPost, type SmallTree, smallTree, TEST_PASSWORD } from '../../../../test/support/people.ts';
import { calendarDate } from '../../../kernel/dates.ts';
import { query } from '../../../kernel/db/sql.ts';
import { writeBriefs } from './write-briefs.ts';

let place: TestApp;
let tree: SmallTree;
let leader: Visitor;
let commune: Visitor;

const TODAY = calendarDate('2024-06-24');
const write = (day = TODAY) => writeBriefs(place.context(), place.db, day);

beforeAll(async () => {
  place = await testApp();
  tree = await smallTree(place);
  place.clock.set(new Date('2024-06-03T02:00:00Z'));
  const due = { v: 1, type: 'date', on: calendarDate('2024-06-14') } as const;
  await issueWork(place, tree, [
    { executors: 'chosen', chosenUnitIds: [tree.commune, tree.otherCommune], due },
  ]);
  place.clock.set(new Date('2024-06-24T02:00:00Z'));
  await personWithPost(place, 'chu.tich', { unitId: tree.district, role: 'leader', title: 'Chủ tịch' });
  await personWithPost(place, 'xa.mot', { unitId: tree.commune, role: 'leader' });
  await personWithPost(place, 'can.bo', { unitId: tree.commune, role: 'member' });
  leader = await place.signIn('chu.tich', TEST_PASSWORD);
  commune = await place.signIn('xa.mot', TEST_PASSWORD);
});
afterAll(() => place.close());

describe('the brief of the week', () => {
  it('is written for nobody who did not ask for it, then once a week for who did, each by what they see', async () => {
    expect(await write()).toEqual({ briefs: 0 });
    for (const one of [leader, commune])
      expect((await one.post('/dieu-hanh/ban-tin', { nhan: 'nhan' })).status).toBe(303);
    expect(await write()).toEqual({ briefs: 2 });
    expect(await write()).toEqual({ briefs: 0 });
    expect(await write(calendarDate('2024-06-26'))).toEqual({ briefs: 0 });
    const told = await place.db.rows(query({ params: 'json' } as const)`
      select params from notices_notice where kind = 'weekly_brief' order by (params ->> 'total')::int desc`);
    expect(told.map(({ params }) => params)).toMatchObject([
      { upTo: '2024-06-23', overdue: 2, total: 2 },
      { upTo: '2024-06-23', overdue: 1, total: 1 },
    ]);
    expect(await (await leader.get('/thong-bao')).text()).toContain(
      'Bản tin điều hành đến hết ngày 23/06/2024',
    );
    await commune.post('/dieu-hanh/ban-tin', { nhan: 'thoi' });
    expect(await write(calendarDate('2024-07-01'))).toEqual({ briefs: 1 });
  });

  it('is read on its page and taken away as Word and PDF; who does not lead is refused (403)', async () => {
    const page = await (await leader.get('/dieu-hanh/ban-tin')).text();
    expect(page).toContain('Phần việc quá hạn: 2/2');
    expect(page).toMatch(/Quá hạn nhiều nhất: Xã (?:Hai|Một) \(1\), Xã (?:Hai|Một) \(1\)/);
    for (const [format, begins] of [
      ['docx', 'PK'],
      ['pdf', '%PDF-'],
    ] as const) {
      const file = await leader.get(`/dieu-hanh/ban-tin?dinh-dang=${format}`);
      expect(file.status).toBe(200);
      expect(new TextDecoder().decode((await file.arrayBuffer()).slice(0, begins.length))).toBe(begins);
    }
    const member = await place.signIn('can.bo', TEST_PASSWORD);
    expect((await member.get('/dieu-hanh/ban-tin')).status).toBe(403);
    expect((await member.post('/dieu-hanh/ban-tin', { nhan: 'nhan' })).status).toBe(403);
  });
});
