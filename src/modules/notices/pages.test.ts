import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp, type Visitor } from '../../../test/support/app.ts';
import { type PlanWorld, planWorld, TEST_PASSWORD } from '../../../test/support/plan-world.ts';
import { calendarDate } from '../../kernel/dates.ts';
import { query } from '../../kernel/db/sql.ts';
import { tellPeople, tellUnits } from './index.ts';

let it_: TestApp;
let world: PlanWorld;
let clerk: Visitor;

beforeAll(async () => {
  it_ = await testApp();
  world = await planWorld(it_);
  await world.account('can.bo', 'member', 'xa-bai-say');
  const { personId } = await it_.db.one(query({ personId: 'uuid' } as const)`
    select id as "personId" from identity_person where username = 'can.bo'`);
  const unitId = world.unit('xa-bai-say').id;
  await world.run(undefined, async (context, tx) => {
    await tellUnits(context, tx, {
      kind: 'plan_issued',
      subject: { type: 'plan', id: 'ke-hoach' },
      units: [unitId, world.unit('xa-tan-phuc').id].map((id) => ({
        unitId: id,
        facts: {
          v: 1,
          issuer: 'UBND huyện Ân Thi',
          plan: 'PAPI 2024',
          count: 3,
          firstDueOn: calendarDate('2024-07-01'),
          isRequest: false,
        },
        link: '/phan-viec',
      })),
    });
    await tellUnits(context, tx, {
      kind: 'calendar_moved',
      subject: { type: 'calendar', id: 'vn-thu' },
      units: [{ unitId, facts: { v: 1, calendar: 'vn-thu', count: 1 }, link: '/phan-viec' }],
    });
    await tellPeople(context, tx, {
      kind: 'work_claimed',
      subject: { type: 'assignment', id: 'rieng' },
      people: [
        {
          personId,
          unitId,
          facts: { v: 1, by: 'Phòng Nội vụ', words: 'Việc riêng', isRequest: false },
          link: '/phan-viec',
        },
      ],
    });
  });
  clerk = await it_.signIn('can.bo', TEST_PASSWORD);
});
afterAll(() => it_.close());

describe('the page', () => {
  it('sends a visitor to sign in', async () => {
    const response = await it_.visitor().get('/thong-bao');
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toContain('/dang-nhap');
  });

  it('shows what is unread first, marks one, then all, and says when nothing is left', async () => {
    const page = async () => (await clerk.get('/thong-bao')).text();
    const first = await page();
    expect(first).toContain('Lịch làm việc bản vn-thu được áp dụng');
    expect(first).toContain('được giao');
    expect(first).toContain('Riêng bạn');
    const action = /action="(\/thong-bao\/[0-9a-f-]{36}\/da-doc)"/.exec(first)?.[1] ?? '';
    const marked = await clerk.post(action, {});
    expect(marked.status).toBe(303);
    expect(marked.headers.get('location')).toBe('/thong-bao');
    expect(await page()).not.toContain(action);
    const until = /name="until" value="([^"]+)"/.exec(await page())?.[1] ?? '';
    expect((await clerk.post('/thong-bao/da-doc-het', { until })).status).toBe(303);
    expect(await (await clerk.get('/thong-bao?xem=chua-doc')).text()).toContain(
      'Không còn thông báo chưa đọc',
    );
    expect(await page()).not.toContain('· chưa đọc');
  });

  it('answers 404 for a notice of another unit and 422 for a time it cannot read', async () => {
    const { id } = await it_.db.one(query({ id: 'uuid' } as const)`
      select id from notices_notice where unit_id = ${world.unit('xa-tan-phuc').id}`);
    await clerk.get('/thong-bao');
    expect((await clerk.post(`/thong-bao/${id}/da-doc`, {})).status).toBe(404);
    expect((await clerk.post('/thong-bao/da-doc-het', { until: 'hôm nay' })).status).toBe(422);
  });

  it('gives the list as .xlsx and .csv', async () => {
    const csv = await clerk.get('/thong-bao?xem=tat-ca&dinh-dang=csv');
    expect(csv.headers.get('content-disposition')).toContain('thong-bao-2024-06-24.csv');
    expect(await csv.text()).toContain('được giao');
    expect((await clerk.get('/thong-bao?dinh-dang=xlsx')).headers.get('content-type')).toContain(
      'spreadsheetml',
    );
  });

  it('ignores a page that does not exist', async () => {
    for (const sau of ['xyz', `1719190800000_${'-'.repeat(36)}`])
      expect((await clerk.get(`/thong-bao?sau=${sau}&xem=gi`)).status, sau).toBe(200);
  });
});
