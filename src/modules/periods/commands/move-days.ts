import { audit, type CommandContext } from '../../../kernel/audit.ts';
import type { CalendarDate } from '../../../kernel/dates.ts';
import { vietnamDate } from '../../../kernel/dates.ts';
import type { Db, Tx } from '../../../kernel/db/database.ts';
import { query } from '../../../kernel/db/sql.ts';
import type { Deadline, MovedDeadline, OpenDeadline } from '../../calendar/index.ts';
import { unitsOfDay } from '../../units/index.ts';
import { type Change, dayFactsOf } from '../domain/changes.ts';
import { dueOf } from '../domain/draft.ts';
import type { Period, PeriodDue, Step } from '../domain/period.ts';
import { unitsOfStep } from '../domain/reminders.ts';
import { periodCorrected, periodEvents } from '../events.ts';
import { periodColumns, periodRow, storeDays, toPeriod } from '../store.ts';
import { appendChanges } from '../store-changes.ts';

const LABELS: Readonly<Record<Step | 'due', string>> = {
  due: 'Hạn gửi báo cáo',
  unit: 'Mốc đơn vị gửi',
  sector: 'Mốc cơ quan chủ trì tổng hợp',
  standing: 'Mốc cơ quan thường trực tổng hợp',
};

/** Every computed day of a period that has not passed, so that a changed calendar shows what it would move. */
export async function openPeriodDues(db: Db, today: CalendarDate): Promise<OpenDeadline[]> {
  const rows = await db.rows(query(periodRow)`
    select ${periodColumns} from periods_period p where p.lock_on >= ${today}::date order by p.due_on, p.id`);
  return rows.map(toPeriod).flatMap((period) =>
    daysOf(period)
      .filter(([, day]) => day.on >= today)
      .map(([which, { on, expression }]) => ({
        id: `${period.id} ${which}`,
        on,
        expression,
        label: `${LABELS[which]}: ${period.name.vi}`,
        unitName: '',
      })),
  );
}

function daysOf(period: Period): [Step | 'due', PeriodDue][] {
  return [['due', period.due], ...period.milestones.map((one): [Step, PeriodDue] => [one.step, one])];
}

/** Stores days recomputed with a new calendar. The lock never comes to stand before the due day. */
export async function movePeriodDues(
  context: CommandContext,
  tx: Tx,
  moves: readonly MovedDeadline[],
): Promise<void> {
  const byPeriod = Map.groupBy(moves, ({ id }) => id.split(' ')[0] ?? '');
  const rows = await tx.rows(query(periodRow)`
    select ${periodColumns} from periods_period p where p.id = any(${[...byPeriod.keys()]}::uuid[])
    order by p.id for no key update`);
  const { tree } = await unitsOfDay(tx, vietnamDate(context.now));
  const unitIds = [...unitsOfStep('unit', tree), ...unitsOfStep('sector', tree)];
  for (const period of rows.map(toPeriod)) {
    const moved = new Map(
      (byPeriod.get(period.id) ?? []).map(({ id, deadline }) => [id.split(' ')[1] ?? '', deadline]),
    );
    const days = movedPeriod(period, moved);
    const change: Change = { v: 1, before: dayFactsOf(period), after: dayFactsOf(days) };
    const version = [...moved.values()][0]?.calendarVersion ?? '';
    const reason = `Lịch làm việc bản ${version}`;
    await storeDays(tx, period.id, days, context.now);
    await appendChanges(context, tx, [{ periodId: period.id, kind: 'calendar', change, reason }]);
    await audit(tx, context, periodEvents.moved, {
      subject: { type: 'period', id: period.id },
      before: change.before,
      after: { ...change.after, calendar: version },
    });
    const { id: periodId, code, name, cutOffOn } = period;
    await periodCorrected.emit(context, tx, {
      periodId,
      code,
      name,
      cutOffOn,
      dueOn: days.due.on,
      reason,
      unitIds,
    });
  }
}

function movedPeriod(period: Period, moved: ReadonlyMap<string, Deadline>): Period {
  const again = <T extends PeriodDue>(which: string, day: T): T => {
    const deadline = moved.get(which);
    return deadline ? { ...day, ...dueOf(deadline) } : day;
  };
  const due = again('due', period.due);
  return {
    ...period,
    due,
    dueOn: due.on,
    lockOn: due.on > period.lockOn ? due.on : period.lockOn,
    milestones: period.milestones.map((one) => again(one.step, one)),
  };
}
