import { audit, type CommandContext } from '../../../kernel/audit.ts';
import { type CalendarDate, vietnamDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { query } from '../../../kernel/db/sql.ts';
import { heldCalendar, isWorkingDay, type WorkCalendar, workingDaysBetween } from '../../calendar/index.ts';
import { type UnitsOfDay, unitsOfDay } from '../../units/index.ts';
import type { Period, Step } from '../domain/period.ts';
import { reminderFor, unitsOfStep } from '../domain/reminders.ts';
import { windowOf } from '../domain/window.ts';
import { periodEvents, periodsClosing, periodsOpened } from '../events.ts';
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
  const byId = new Map(periods.map((period) => [period.id, period]));
  await tellOpened(context, tx, told, byId);
  await tellClosing(context, tx, told, byId, (on) => workingDaysBetween(calendar, today, on));
  return told.length;
}

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

interface SameNews {
  readonly about: Wanted;
  readonly periods: readonly Period[];
  readonly unitIds: string[];
}

/** What units are told alike, put together: a unit hears once of all the periods that have the same step on the same day. */
function together(told: readonly Wanted[], byId: ReadonlyMap<string, Period>): SameNews[] {
  const ofUnit = Map.groupBy(
    told,
    (one) => `${one.step} ${one.step === 'opening' ? '' : one.aboutOn} ${one.unitId}`,
  );
  const news = new Map<string, SameNews>();
  for (const own of ofUnit.values()) {
    const [about] = own;
    if (!about) continue;
    const day = about.step === 'opening' ? '' : about.aboutOn;
    const key = [about.step, day, ...own.map(({ periodId }) => periodId)].join(' ');
    const periods = own.flatMap(({ periodId }) => byId.get(periodId) ?? []);
    const same = news.get(key) ?? { about, periods, unitIds: [] };
    same.unitIds.push(about.unitId);
    news.set(key, same);
  }
  return [...news.values()];
}

async function tellOpened(
  context: CommandContext,
  tx: Tx,
  told: readonly Wanted[],
  byId: ReadonlyMap<string, Period>,
): Promise<void> {
  const opened = told.filter(({ step }) => step === 'opening');
  for (const { periods, unitIds } of together(opened, byId))
    await periodsOpened.emit(context, tx, {
      periods: periods.map(({ code, name, fromOn, cutOffOn, dueOn, milestones: days }) => ({
        code,
        name,
        fromOn,
        cutOffOn,
        dueOn: days.find(({ step }) => step === 'unit')?.on ?? dueOn,
      })),
      unitIds,
    });
}

async function tellClosing(
  context: CommandContext,
  tx: Tx,
  told: readonly Wanted[],
  byId: ReadonlyMap<string, Period>,
  leftTo: (on: CalendarDate) => number,
): Promise<void> {
  const near = told.filter(({ step }) => step !== 'opening');
  for (const { about, periods, unitIds } of together(near, byId)) {
    if (about.step === 'opening') continue;
    await periodsClosing.emit(context, tx, {
      periods: periods.map(({ code, name }) => ({ code, name })),
      step: about.step,
      on: about.aboutOn,
      left: leftTo(about.aboutOn),
      unitIds,
    });
  }
}
