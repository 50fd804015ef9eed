import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestTenant, testTenant } from '../../../test/support/database.ts';
import { HALF, type PeriodWorld, periodWorld, vietnamTime } from '../../../test/support/period-world.ts';
import { systemActor } from '../../kernel/authz.ts';
import { calendarDate } from '../../kernel/dates.ts';
import { query } from '../../kernel/db/sql.ts';
import { applyProposal, proposeEdit } from '../calendar/index.ts';
import {
  holdPeriods,
  openPeriodDues,
  openPeriods,
  periodByCode,
  periodById,
  reopenPeriod,
  windowsAt,
} from './index.ts';
import { changesOf } from './queries/period-record.ts';

let place: TestTenant;
let world: PeriodWorld;

beforeAll(async () => {
  place = await testTenant();
  world = await periodWorld(place);
});
afterAll(() => place.close());

describe('a changed calendar', () => {
  it('moves the milestones that count working days, tells units, and leaves the day that the plan fixed', async () => {
    const open = await openPeriodDues(place.db, calendarDate('2024-06-24'));
    expect(open.map(({ label, on }) => [label, on])).toEqual([
      ['Hạn gửi báo cáo: 6 tháng đầu năm 2024', '2024-07-04'],
      ['Mốc đơn vị gửi: 6 tháng đầu năm 2024', '2024-07-02'],
      ['Mốc cơ quan chủ trì tổng hợp: 6 tháng đầu năm 2024', '2024-07-03'],
      ['Mốc cơ quan thường trực tổng hợp: 6 tháng đầu năm 2024', '2024-07-04'],
    ]);
    await world.at('2024-06-24T09:00', systemActor, async (context, tx) => {
      const day = {
        type: 'day_off',
        date: calendarDate('2024-07-03'),
        nameVi: 'Nghỉ bù',
        nameEn: '',
      } as const;
      await proposeEdit(context, tx, { ...day, source: 'QĐ 1/QĐ-TTg', kind: 'in_lieu', status: 'CONFIRMED' });
      await applyProposal(context, tx, { revision: 1, note: 'QĐ 1/QĐ-TTg' });
    });
    const period = await world.half();
    expect(period.dueOn).toBe('2024-07-04');
    expect(period.milestones.map(({ on }) => on)).toEqual(['2024-07-01', '2024-07-02', '2024-07-04']);
    expect(period.milestones[0]?.explanation.vi).toContain('trừ nghỉ Nghỉ bù 03/07');
    const [change] = await changesOf(place.db, period.id, null);
    expect(change).toMatchObject({
      kind: 'calendar',
      change: { before: { unit: '2024-07-02' }, after: { unit: '2024-07-01' } },
    });
    const told = await place.db.rows(query({ unitId: 'uuid' } as const)`
      select unit_id as "unitId" from notices_notice where kind = 'period_corrected'`);
    expect(told).toHaveLength(3);
  });
});

describe('whoever writes by a window', () => {
  it('holds the period: what would change the window waits until the writing is committed', async () => {
    const order: string[] = [];
    let reopening: Promise<unknown> = Promise.resolve();
    await place.db.transaction(async (tx) => {
      await holdPeriods(tx, [HALF]);
      reopening = world
        .at('2024-07-15T09:00', world.standing, (context, other) =>
          reopenPeriod(context, other, {
            code: HALF,
            unitId: null,
            untilOn: calendarDate('2024-07-16'),
            reason: 'Số liệu sai',
          }),
        )
        .then(() => order.push('reopened'));
      for (let waiting = 0; waiting === 0; )
        ({ waiting } = await place.db.one(query({ waiting: 'int' } as const)`
          select count(*)::integer as waiting from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock'`));
      const windows = await windowsAt(tx, [HALF], vietnamTime('2024-07-15T09:00'));
      expect(windows.of(HALF, world.tree.commune)?.state).toBe('locked');
      order.push('written');
    });
    await reopening;
    expect(order).toEqual(['written', 'reopened']);
  });

  it('does not keep others from writing at the same time', async () => {
    await place.db.transaction(async (tx) => {
      await holdPeriods(tx, [HALF]);
      await place.db.transaction((other) => holdPeriods(other, [HALF]));
    });
  });
});

describe('the doors', () => {
  it('find a period by id and code, and what is open by the clock', async () => {
    const { id } = await world.half();
    expect((await periodById(place.db, id))?.code).toBe(HALF);
    expect(await periodByCode(place.db, '2019')).toBeUndefined();
    const codes = async (instant: string) =>
      (await openPeriods(place.db, vietnamTime(instant))).map(({ code }) => code);
    expect(await codes('2023-12-31T23:59:59')).toEqual([]);
    expect(await codes('2024-01-01T00:00:00')).toEqual([HALF]);
    expect(await codes('2024-07-11T23:59:59')).toEqual([HALF]);
    expect(await codes('2024-07-12T00:00:00')).toEqual([]);
  });
});
