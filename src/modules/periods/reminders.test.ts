import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestTenant, testTenant } from '../../../test/support/database.ts';
import { HALF, type PeriodWorld, periodWorld } from '../../../test/support/period-world.ts';
import { systemActor } from '../../kernel/authz.ts';
import { calendarDate } from '../../kernel/dates.ts';
import { query } from '../../kernel/db/sql.ts';
import { remindPeriods } from './commands/remind.ts';
import { answerExtension, askExtension, makeYear, registerReported } from './index.ts';

let place: TestTenant;
let world: PeriodWorld;

beforeAll(async () => {
  place = await testTenant();
  world = await periodWorld(place);
});
afterAll(() => place.close());

const remind = (day: string): Promise<number> =>
  world.at(`${day}T07:05`, systemActor, (context, tx) => remindPeriods(context, tx));

interface Told {
  readonly kind: string;
  readonly unitId: string;
  readonly params: {
    readonly step?: string;
    readonly on?: string;
    readonly left?: number;
    readonly period?: { readonly vi: string };
  };
}

const toldOn = async (day: string): Promise<Told[]> =>
  (
    await place.db.rows(query({ kind: 'text', unitId: 'uuid', params: 'json' } as const)`
      select kind, unit_id as "unitId", params from notices_notice
      where made_at = ${new Date(`${day}T07:05+07:00`)} order by kind, params ->> 'step', unit_id`)
  ).map((row) => ({ ...row, params: row.params as Told['params'] }));

const unitsOf = (told: readonly Told[], step: string): Set<string> =>
  new Set(told.filter(({ params }) => params.step === step).map(({ unitId }) => unitId));

describe('reminders of periods', () => {
  it('tell of the opening once, to communes and offices alike', async () => {
    expect(await remind('2024-01-23')).toBe(3);
    const told = await toldOn('2024-01-23');
    expect(told.every(({ kind }) => kind === 'period_opening')).toBe(true);
    expect(new Set(told.map(({ unitId }) => unitId))).toEqual(
      new Set([world.tree.commune, world.tree.otherCommune, world.tree.office]),
    );
    expect(await remind('2024-01-23')).toBe(0);
    expect(await remind('2024-01-24')).toBe(0);
  });

  it('come three working days ahead of each step’s own milestone, one, and on the day; never on a day off', async () => {
    // Communes until 02/7, lead agencies until 03/7, the standing agency until 04/7.
    expect(await remind('2024-06-26')).toBe(0);
    expect(await remind('2024-06-27')).toBe(2);
    expect(unitsOf(await toldOn('2024-06-27'), 'unit')).toEqual(
      new Set([world.tree.commune, world.tree.otherCommune]),
    );
    expect((await toldOn('2024-06-27'))[0]?.params).toMatchObject({ on: '2024-07-02', left: 3 });
    expect(await remind('2024-06-28')).toBe(1);
    expect(unitsOf(await toldOn('2024-06-28'), 'sector')).toEqual(new Set([world.tree.office]));
    expect(await remind('2024-06-29')).toBe(0);
    expect(await remind('2024-06-30')).toBe(0);
    expect(await remind('2024-07-01')).toBe(3);
    expect(unitsOf(await toldOn('2024-07-01'), 'standing')).toEqual(new Set([world.tree.district]));
  });

  it('follow a unit’s extension, and leave alone who has reported', async () => {
    const id = await world.at('2024-07-01T09:00', world.clerk, (context, tx) =>
      askExtension(context, tx, {
        code: HALF,
        unitId: world.tree.commune,
        untilOn: calendarDate('2024-07-08'),
        reason: 'Mất điện',
      }),
    );
    await world.at('2024-07-01T10:00', world.standing, (context, tx) =>
      answerExtension(context, tx, {
        outcome: 'approved',
        extensionId: id,
        untilOn: calendarDate('2024-07-08'),
        reason: '',
      }),
    );
    const reported = new Set<string>();
    registerReported(async (_db, { code }) => (code === HALF ? reported : new Set()));
    reported.add(world.tree.otherCommune);
    await remind('2024-07-02');
    expect(unitsOf(await toldOn('2024-07-02'), 'unit')).toEqual(new Set());
    await remind('2024-07-03');
    expect(unitsOf(await toldOn('2024-07-03'), 'unit')).toEqual(new Set([world.tree.commune]));
    expect((await toldOn('2024-07-03')).find(({ params }) => params.step === 'unit')?.params).toMatchObject({
      on: '2024-07-08',
      left: 3,
    });
  });

  it('are made up for by the latest alone after a time in which nothing ran', async () => {
    // Neither Thursday 04/7 nor Friday 05/7 ran: on Monday the last one comes.
    expect(await remind('2024-07-08')).toBe(1);
    expect((await toldOn('2024-07-08'))[0]?.params).toMatchObject({ step: 'unit', left: 0 });
    expect(await remind('2024-07-08')).toBe(0);
  });

  it('leave only the last of several waiting to be read', async () => {
    const waiting = await place.db.rows(query({ step: 'text', left: 'text' } as const)`
      select params ->> 'step' as step, params ->> 'left' as left from notices_notice n
      where kind = 'period_closing' and not exists (select 1 from notices_settled s where s.notice_id = n.id)
      order by step, made_at`);
    expect(waiting.filter(({ step }) => step === 'unit')).toEqual([{ step: 'unit', left: '0' }]);
  });
});

describe('periods that end together', () => {
  it('are told of together, and each once', async () => {
    await world.at('2024-07-09T09:00', world.standing, (context, tx) =>
      makeYear(context, tx, {
        year: 2025,
        kinds: ['month', 'quarter', 'half', 'year'],
        regime: 'calendar_year',
        dueWithin: 4,
        lockWithin: 5,
      }),
    );
    // On 02/01/2025 a month, a quarter, a half-year and the year have begun: one sentence for the three that report.
    expect(await remind('2025-01-02')).toBe(12);
    const opened = await toldOn('2025-01-02');
    expect(opened.map(({ kind }) => kind)).toEqual(['period_opening', 'period_opening', 'period_opening']);
    expect(opened[0]?.params.period?.vi).toBe('Tháng 1/2025; Quý I/2025; 6 tháng đầu năm 2025; Năm 2025');
    // March and the first quarter have the same milestone, 02/4, and nothing else is due then.
    await remind('2025-04-02');
    const closing = (await toldOn('2025-04-02')).filter(({ params }) => params.step === 'unit');
    expect(closing).toHaveLength(2);
    expect(closing[0]?.params).toMatchObject({
      period: { vi: 'Tháng 3/2025; Quý I/2025' },
      on: '2025-04-02',
      left: 0,
    });
  });
});
