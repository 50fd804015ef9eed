import { audit, type CommandContext } from '../../../kernel/audit.ts';
import { systemActor } from '../../../kernel/authz.ts';
import { vietnamDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { query } from '../../../kernel/db/sql.ts';
import { addWorkingDays, heldCalendar, isWorkingDay, workingDaysBetween } from '../../calendar/index.ts';
import { AHEAD, lateStep } from '../domain/reminders.ts';
import { inspectionEvents, remediesReminded } from '../events.ts';
import { inspectionLimits } from '../limits.ts';
import { openFindings } from '../queries/open-findings.ts';

/**
 * Reminds units of remedies that fall due within days or are late, once for each due and step; on days off nobody is reminded, and running twice
 * changes nothing. What waits for the inspecting side is left out. A constant number of statements; answers how many.
 */
export async function remindRemedies(context: CommandContext, tx: Tx): Promise<number> {
  const today = vietnamDate(context.now);
  const calendar = await heldCalendar(tx);
  if (!isWorkingDay(calendar, today)) return 0;
  const soonUntil = addWorkingDays(calendar, today, inspectionLimits.ahead_working_days);
  const open = await openFindings(tx, { actor: systemActor, unitIds: null, day: today, asOf: null });
  const wanted = open.flatMap((finding) => {
    if (finding.state === 'claimed') return [];
    if (finding.state === 'late') {
      const step = lateStep(workingDaysBetween(calendar, finding.dueOn, today));
      return step === null ? [] : [{ finding, step }];
    }
    return finding.dueOn <= soonUntil ? [{ finding, step: AHEAD }] : [];
  });
  const made = await tx.rows(query({ id: 'uuid' })`
    insert into inspections_reminder (finding_id, due_on, step, made_at)
    select r.id, r.due_on, r.step, ${context.now}::timestamptz
    from unnest(${wanted.map(({ finding }) => finding.id)}::uuid[], ${wanted.map(({ finding }) => finding.dueOn)}::date[],
      ${wanted.map(({ step }) => step)}::smallint[]) as r (id, due_on, step)
    on conflict do nothing returning finding_id as id`);
  const fresh = new Set(made.map(({ id }) => id));
  const told = wanted.filter(({ finding }) => fresh.has(finding.id));
  if (told.length === 0) return 0;
  await audit(tx, context, inspectionEvents.reminded, {
    subject: { type: 'inspection_finding', id: told[0]?.finding.id ?? '' },
    after: told.map(({ finding, step }) => ({ findingId: finding.id, dueOn: finding.dueOn, step })),
  });
  await remediesReminded.emit(context, tx, {
    findings: told.map(({ finding: { id, unitId, words, dueOn, state } }) => ({
      findingId: id,
      unitId,
      words,
      dueOn,
      isLate: state === 'late',
    })),
  });
  return told.length;
}
