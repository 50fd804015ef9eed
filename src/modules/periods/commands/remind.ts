import { audit, type CommandContext } from '../../../kernel/audit.ts';
import { type CalendarDate, vietnamDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { query } from '../../../kernel/db/sql.ts';
import { heldCalendar, isWorkingDay, type WorkCalendar, workingDaysBetween } from '../../calendar/index.ts';
import { type UnitsOfDay, unitsOfDay } from '../../units/index.ts';
import type { Period, Step } from '../domain/period.ts';
import { reminderFor, unitsOfStep } from '../domain/reminders.ts';
import { windowOf } from '../domain/window.ts';
import { periodClosing, periodEvents, periodOpened } from '../events.ts';
import { openPeriods } from '../queries/periods.ts';
import { type Windows, windowsOfPeriods } from '../queries/windows.ts';
import { reportedUnits } from '../reported.ts';

/** Somebody to be told of a day. */
interface Wanted {
  readonly periodId: string;
  readonly unitId: string;
  readonly step: 'opening' | Step;
  readonly aboutOn: CalendarDate;
  readonly daysLeft: number;
}

/**
 * Tells units that a period has opened, and reminds those whose milestone is near (three working days, one, the day itself). On days off
 * nobody is told; a run after a time in which nothing ran makes up for the latest reminder alone; running twice a day changes
 * nothing; who has reported is left alone. Answers how many were told.
 */
export async function remindPeriods(context: CommandContext, tx: Tx): Promise<number> {
  const { now } = context;
  const today = vietnamDate(now);
  const calendar = await heldCalendar(tx);
  if (!isWorkingDay(calendar, today)) return 0;
  const periods = await openPeriods(tx, now);
  const units = await unitsOfDay(tx, today);
  const windows = await windowsOfPeriods(tx, periods, now);
  const wanted: Wanted[] = [];
  for (const period of periods) {
    const reported = await reportedUnits(tx, period);
    const awaited = [...openings(period, units, now), ...milestones(period, units, windows, today, calendar)];
    wanted.push(...awaited.filter(({ unitId }) => !reported.has(unitId)));
  }
  const told = await storeNew(context, tx, wanted);
  if (told.length === 0) return 0;
  await audit(tx, context, periodEvents.reminded, {
    subject: { type: 'period', id: told[0]?.periodId ?? '' },
    after: told.map(({ periodId, unitId, step, daysLeft }) => ({ periodId, unitId, step, daysLeft })),
  });
  for (const period of periods) {
    const own = told.filter(({ periodId }) => periodId === period.id);
    await tellOf(context, tx, period, own, workingDaysTo(today, calendar));
  }
  return told.length;
}

const workingDaysTo =
  (today: CalendarDate, calendar: WorkCalendar) =>
  (on: CalendarDate): number =>
    workingDaysBetween(calendar, today, on);

/** While the period runs, its opening is news; later it no longer is. */
function openings(period: Period, { tree }: UnitsOfDay, now: Date): Wanted[] {
  if (windowOf(period, now, null, null).state !== 'open') return [];
  return [...unitsOfStep('unit', tree), ...unitsOfStep('sector', tree)].map((unitId) => ({
    periodId: period.id,
    unitId,
    step: 'opening',
    aboutOn: period.fromOn,
    daysLeft: 0,
  }));
}

function milestones(
  period: Period,
  { tree }: UnitsOfDay,
  windows: Windows,
  today: CalendarDate,
  calendar: WorkCalendar,
): Wanted[] {
  return period.milestones.flatMap(({ step, on }) =>
    unitsOfStep(step, tree).flatMap((unitId): Wanted[] => {
      const extension = windows.extensionOf(period.code, unitId);
      const aboutOn = extension && extension.untilOn > on ? extension.untilOn : on;
      const daysLeft = reminderFor(aboutOn, today, calendar);
      return daysLeft === null ? [] : [{ periodId: period.id, unitId, step, aboutOn, daysLeft }];
    }),
  );
}

/** Writes who is told; answers those who had not been told of it before. */
async function storeNew(context: CommandContext, tx: Tx, wanted: readonly Wanted[]): Promise<Wanted[]> {
  if (wanted.length === 0) return [];
  const rows = await tx.rows(query({ place: 'int' } as const)`
    with wanted as (
      select * from unnest(${wanted.map((one) => one.periodId)}::uuid[], ${wanted.map((one) => one.unitId)}::uuid[],
        ${wanted.map((one) => one.step)}::text[], ${wanted.map((one) => one.aboutOn)}::date[],
        ${wanted.map((one) => one.daysLeft)}::smallint[])
        with ordinality as w (period_id, unit_id, step, about_on, days_left, place)
    ), stored as (
      insert into periods_reminder (period_id, unit_id, step, about_on, days_left, made_at)
      select period_id, unit_id, step, about_on, days_left, ${context.now}::timestamptz from wanted
      on conflict do nothing
      returning period_id, unit_id, step, about_on, days_left
    )
    select place::integer as place from wanted natural join stored order by place`);
  return rows.flatMap(({ place }) => wanted[place - 1] ?? []);
}

async function tellOf(
  context: CommandContext,
  tx: Tx,
  period: Period,
  told: readonly Wanted[],
  leftTo: (on: CalendarDate) => number,
): Promise<void> {
  const { id: periodId, code, name, fromOn, cutOffOn, dueOn } = period;
  const opened = told.filter(({ step }) => step === 'opening');
  const dueOf = (unitStep: Step): CalendarDate =>
    period.milestones.find(({ step }) => step === unitStep)?.on ?? dueOn;
  if (opened.length > 0)
    await periodOpened.emit(context, tx, {
      code,
      name,
      fromOn,
      cutOffOn,
      units: opened.map(({ unitId }) => ({ unitId, dueOn: dueOf('unit') })),
    });
  for (const { step } of period.milestones) {
    const near = told.filter((one) => one.step === step);
    if (near.length === 0) continue;
    await periodClosing.emit(context, tx, {
      periodId,
      code,
      name,
      step,
      units: near.map(({ unitId, aboutOn }) => ({ unitId, on: aboutOn, left: leftTo(aboutOn) })),
    });
  }
}
