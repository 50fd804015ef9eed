import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestTenant, testTenant } from '../../../../test/support/database.ts';
import { actorWith } from '../../../../test/support/people.ts';
import {
  fieldsOf,
  HALF,
  type PeriodWorld,
  periodWorld,
  refusal,
  reportingPlan,
  toldUnits,
  vietnamTime,
} from '../../../../test/support/period-world.ts';
import type { Actor } from '../../../kernel/authz.ts';
import { type CalendarDate, calendarDate, formatDate } from '../../../kernel/dates.ts';
import { newId } from '../../../kernel/ids.ts';
import { kernelErrors } from '../../../kernel/kernel-errors.ts';
import { periodErrors } from '../errors.ts';
import { periodByCode, periodsOf } from '../queries/periods.ts';
import { windowFor, windowsAt } from '../queries/windows.ts';
import { answerExtension } from './answer-extension.ts';
import { askExtension } from './ask-extension.ts';
import { correctPeriod } from './correct-period.ts';
import { makeFromPlan, makePeriod, makeYear } from './make-periods.ts';

let place: TestTenant;
let world: PeriodWorld;

beforeAll(async () => {
  place = await testTenant();
  world = await periodWorld(place);
});
afterAll(() => place.close());

const stateOf = async (instant: string, unitId = world.tree.commune) =>
  (await windowFor(place.db, (await world.half()).id, unitId, vietnamTime(instant)))?.state;

async function grantTo10July(): Promise<void> {
  const [unitId, untilOn] = [world.tree.commune, calendarDate('2024-07-10')];
  const extensionId = await world.at('2024-07-03T09:00', world.clerk, (context, tx) =>
    askExtension(context, tx, { code: HALF, unitId, untilOn, reason: 'Mất điện' }),
  );
  await world.at('2024-07-03T10:00', world.standing, (context, tx) =>
    answerExtension(context, tx, { outcome: 'approved', extensionId, untilOn, reason: '' }),
  );
}

describe('making periods', () => {
  it('one by its kind and days: the code follows from where its last day lies', async () => {
    const period = await world.half();
    expect(period).toMatchObject({
      code: '2024-H1',
      name: { vi: '6 tháng đầu năm 2024' },
      cutOffOn: '2024-06-30',
      dueOn: '2024-07-04',
      lockOn: '2024-07-11',
      revision: 1,
    });
    expect(period.due.explanation.vi).toBe('trước ngày 05/07/2024, không tính ngày này → 04/07/2024');
    const make = (fromOn: string, toOn: string, kind: 'quarter' | 'window', name = '') =>
      world.at('2024-01-22T09:00', world.standing, (context, tx) =>
        makePeriod(context, tx, {
          kind,
          name,
          fromOn: calendarDate(fromOn),
          toOn: calendarDate(toOn),
          cutOffOn: null,
          due: { v: 1, type: 'after', bound: 'max', amount: 3, unit: 'wd', from: calendarDate(toOn) },
          lockOn: null,
        }),
      );
    expect(await make('2024-12-15', '2025-03-14', 'quarter')).toBe('2025-Q1');
    expect(await make('2024-12-15', '2025-03-14', 'window', 'Mùa lễ hội')).toBe('2024-12-15..2025-03-14');
    expect(await refusal(make('2024-12-15', '2025-03-14', 'window'))).toBe(periodErrors.exists);
    expect(await fieldsOf(make('2025-03-14', '2024-12-15', 'window'))).toEqual(['tu']);
  });

  it('of a year: those that stand stay as they are, and a second time there is nothing to make', async () => {
    const make = () =>
      world.at('2024-01-22T09:00', world.standing, (context, tx) =>
        makeYear(context, tx, {
          year: 2024,
          kinds: ['half', 'quarter'],
          regime: 'calendar_year',
          dueWithin: 4,
          lockWithin: 5,
        }),
      );
    expect(await make()).toEqual({
      made: ['2024-Q1', '2024-Q2', '2024-Q3', '2024-Q4', '2024-H2'],
      stood: ['2024-H1'],
    });
    expect((await periodByCode(place.db, HALF))?.due.expression.type).toBe('before');
    expect(await refusal(make())).toBe(periodErrors.nothing_to_make);
    expect((await periodsOf(place.db, 2024)).map(({ code }) => code)).toEqual([
      '2024-Q1',
      '2024-Q2',
      '2024-H1',
      '2024-Q3',
      '2024-Q4',
      '2024-H2',
    ]);
  });

  it('from the words of an issued plan, with the plan and the clause that ask for them', async () => {
    const planId = await reportingPlan(place, world.tree.district, 2023);
    const make = (id: string) =>
      world.at('2024-01-22T09:00', world.standing, (context, tx) =>
        makeFromPlan(context, tx, { planId: id }),
      );
    expect(await make(planId)).toEqual({ made: ['2023-H1', '2023'], stood: [] });
    expect(await periodByCode(place.db, '2023')).toMatchObject({
      planId,
      clausePath: 'III.1.b',
      cutOffOn: '2023-12-31',
      dueOn: '2024-01-04',
    });
    expect(await refusal(make(planId))).toBe(periodErrors.nothing_to_make);
    expect(await refusal(make(newId()))).toBe(periodErrors.plan_says_nothing);
  });

  it('is for the standing agency and the administrator of the whole', async () => {
    const input = {
      year: 2030,
      kinds: ['year' as const],
      regime: 'calendar_year' as const,
      dueWithin: 4,
      lockWithin: 5,
    };
    const make = (actor: Actor) =>
      world.at('2024-01-22T09:00', actor, (context, tx) => makeYear(context, tx, input));
    expect(await refusal(make(world.clerk))).toBe(kernelErrors.forbidden);
    expect(await refusal(make(actorWith('lead', [world.tree.district, world.tree.office])))).toBe(
      kernelErrors.forbidden,
    );
    expect((await make(actorWith('admin', [world.tree.district]))).made).toEqual(['2030']);
  });
});

describe('correcting days', () => {
  const by = (date: string) => ({ v: 1, type: 'by', date: calendarDate(date) }) as const;
  const correct = (instant: string, changes: object, actor: Actor = world.standing) =>
    world.at(instant, actor, async (context, tx) => {
      const { fromOn, toOn, cutOffOn, lockOn, revision } = await world.half();
      await correctPeriod(context, tx, {
        code: HALF,
        revision,
        fromOn,
        toOn,
        cutOffOn,
        lockOn,
        due: by('2024-07-08'),
        milestones: { unit: by('2024-07-03'), sector: by('2024-07-05'), standing: by('2024-07-08') },
        reason: 'Huyện lùi hạn',
        ...changes,
      });
    });

  it('recomputes with a reason, tells units, and the past reads as it stood', async () => {
    await grantTo10July();
    await correct('2024-07-20T09:00', {});
    expect(await world.half()).toMatchObject({ dueOn: '2024-07-08', revision: 2 });
    const before = await periodByCode(place.db, HALF, vietnamTime('2024-07-20T09:00'));
    expect(before).toMatchObject({ dueOn: '2024-07-04', revision: 1 });
    const told = await toldUnits(place, 'period_corrected');
    expect(new Set(told)).toEqual(new Set([world.tree.commune, world.tree.otherCommune, world.tree.office]));
    // An extension that had been granted past the new due day stays.
    expect(await stateOf('2024-07-10T12:00')).toBe('extended');
    const windows = await windowsAt(
      place.db,
      [HALF],
      vietnamTime('2024-07-05T12:00'),
      vietnamTime('2024-07-20T09:00'),
    );
    expect(windows.of(HALF, world.tree.otherCommune)?.state).toBe('late');
    expect(await stateOf('2024-07-05T12:00', world.tree.otherCommune)).toBe('closing');
  });

  it('is refused when days contradict each other, when nothing changes, and to the second of two writers', async () => {
    expect(await fieldsOf(correct('2024-07-21T09:00', { lockOn: calendarDate('2024-07-05') }))).toEqual([
      'khoa',
    ]);
    expect(await fieldsOf(correct('2024-07-21T09:00', { due: by('2024-06-30') }))).toEqual([
      'han',
      'moc_unit',
      'moc_sector',
      'moc_standing',
    ]);
    expect(await refusal(correct('2024-07-21T09:00', {}))).toBe(periodErrors.nothing_corrected);
    expect(await refusal(correct('2024-07-21T09:00', { revision: 1 }))).toBe(periodErrors.changed_meanwhile);
    expect(await refusal(correct('2024-07-21T09:00', {}, world.clerk))).toBe(kernelErrors.forbidden);
  });

  it('never changes the days by which a window is named', async () => {
    const code = '2024-12-15..2025-03-14';
    const period = await periodByCode(place.db, code);
    if (!period) throw new Error('no window');
    const { revision, cutOffOn, lockOn, due, milestones } = period;
    const [unit, sector, standing] = milestones.map(({ expression }) => expression);
    if (!unit || !sector || !standing) throw new Error('no milestones');
    const change = (fromOn: CalendarDate) =>
      world.at('2024-07-20T09:00', world.standing, (context, tx) =>
        correctPeriod(context, tx, {
          code,
          revision,
          fromOn,
          toOn: period.toOn,
          cutOffOn,
          lockOn,
          due: due.expression,
          milestones: { unit, sector, standing },
          reason: `Bắt đầu ${formatDate(fromOn)}`,
        }),
      );
    expect(await refusal(change(calendarDate('2024-12-16')))).toBe(periodErrors.days_fixed);
  });
});
