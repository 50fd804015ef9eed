import { auditEach, type CommandContext } from '../../../kernel/audit.ts';
import { vietnamDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { inTimeUntil, openPeriods, windowsAt } from '../../periods/index.ts';
import { reportEvents, reportsDue } from '../events.ts';
import { owedReports } from '../queries/owed.ts';
import { appendEvents, insertReports } from '../store.ts';

/**
 * Once a cut-off has passed: begins the report of each unit that owes one and has not begun it, and tells the unit by when it is
 * wanted. Running again changes nothing. Answers how many reports were prepared.
 */
export async function prepareReports(context: CommandContext, tx: Tx): Promise<number> {
  const today = vietnamDate(context.now);
  const day = { today, asOf: null };
  const periods = (await openPeriods(tx, context.now)).filter((period) => today > period.cutOffOn);
  const owed = await owedReports(tx, periods, day);
  const made = new Map<string, string>();
  for (const period of periods) {
    const wanted = owed.filter((one) => one.period.code === period.code);
    const rows = await insertReports(
      context,
      tx,
      wanted.map(({ planId, askerUnitId, unitId, isRequest }) => {
        return { kind: 'unit', unitId, periodCode: period.code, planId, askerUnitId, isRequest };
      }),
    );
    for (const { id, unitId } of rows) made.set(`${period.code} ${unitId}`, id);
  }
  const ids = [...made.values()];
  if (ids.length === 0) return 0;
  await appendEvents(
    context,
    tx,
    ids.map((reportId) => ({ reportId, kind: 'begun' as const, facts: {} })),
  );
  await auditEach(
    tx,
    context,
    reportEvents.prepared,
    ids.map((id) => ({ subject: { type: 'report', id } })),
  );
  const windows = await windowsAt(
    tx,
    periods.map((period) => period.code),
    context.now,
  );
  for (const period of periods) {
    const units = owed.flatMap((one) => {
      const reportId = made.get(`${period.code} ${one.unitId}`);
      if (one.period.code !== period.code || reportId === undefined) return [];
      const dueOn = inTimeUntil(period, windows.extensionOf(period.code, one.unitId));
      return [{ reportId, unitId: one.unitId, dueOn: one.isRequest ? null : dueOn }];
    });
    if (units.length > 0)
      await reportsDue.emit(context, tx, { periodCode: period.code, period: period.name, units });
  }
  return ids.length;
}
