import { z } from 'zod';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import { vietnamDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { ensure } from '../../../kernel/errors.ts';
import { say } from '../../../kernel/i18n.ts';
import { isId } from '../../../kernel/ids.ts';
import { kernelErrors } from '../../../kernel/kernel-errors.ts';
import { type Period, periodByCode, windowFor } from '../../periods/index.ts';
import { unitById } from '../../units/index.ts';
import { isCommitteeReport, REPORT_KINDS, type ReportKind } from '../domain/report.ts';
import { reportErrors } from '../errors.ts';
import { reportEvents } from '../events.ts';
import { mayWrite } from '../policy.ts';
import { owedReports, planOf } from '../queries/owed.ts';
import { reportsOf } from '../queries/reports.ts';
import { appendEvents, insertReports, type NewReport } from '../store.ts';

export const beginReportInput = z.object({
  kind: z.enum(REPORT_KINDS),
  unitId: z.string(),
  periodCode: z.string().max(40),
});

/**
 * Begins a report, prepared from work and figures, and answers its id; one that is there already is answered as it is. Throws
 * `reports.not_owed` where the unit has nothing to report on, `reports.not_open` before the period has opened.
 */
export async function beginReport(
  context: CommandContext,
  tx: Tx,
  input: z.infer<typeof beginReportInput>,
): Promise<string> {
  const today = vietnamDate(context.now);
  const period = await periodByCode(tx, input.periodCode);
  ensure(period && isId(input.unitId), reportErrors.not_owed);
  const wanted = await wantedReport(context, tx, input, period);
  const unit = await unitById(tx, wanted.unitId, today);
  const asker = await unitById(tx, wanted.askerUnitId, today);
  const placed = {
    kind: wanted.kind,
    lineage: unit?.lineage ?? [],
    askerLineage: asker?.lineage ?? [],
    isSubmitted: false,
  };
  ensure(mayWrite(context.actor, placed), kernelErrors.forbidden);
  const window = await windowFor(tx, period.id, wanted.unitId, context.now);
  const why = window?.reason;
  ensure(window && window.state !== 'not_open', reportErrors.not_open, {
    reason: why ? { vi: say('vi', why.message, why.params), en: say('en', why.message, why.params) } : '',
  });
  const [made] = await insertReports(context, tx, [wanted]);
  if (!made) return existing(tx, wanted, today);
  await appendEvents(context, tx, [{ reportId: made.id, kind: 'begun', facts: {} }]);
  await audit(tx, context, reportEvents.begun, {
    subject: { type: 'report', id: made.id },
    after: { kind: wanted.kind, unitId: wanted.unitId, period: period.code },
  });
  return made.id;
}

async function existing(tx: Tx, wanted: NewReport, today: ReturnType<typeof vietnamDate>): Promise<string> {
  const { kind, unitId, periodCode, planId } = wanted;
  const found = await reportsOf(
    tx,
    { kinds: [kind], unitIds: [unitId], periodCodes: [periodCode] },
    { today, asOf: null },
  );
  const report = found.find((one) => one.planId === planId);
  ensure(report, reportErrors.not_found);
  return report.id;
}

/** Whose report it is, and who asked: a unit's own is owed; an assembled one belongs to the committee or to a lead agency of it. */
async function wantedReport(
  context: CommandContext,
  tx: Tx,
  { kind, unitId }: { readonly kind: ReportKind; readonly unitId: string },
  period: Period,
): Promise<NewReport> {
  const day = { today: vietnamDate(context.now), asOf: null };
  const plan = await planOf(tx, period, day);
  ensure(plan, reportErrors.not_owed);
  const base = { kind, unitId, periodCode: period.code, planId: plan.id, askerUnitId: plan.unitId };
  if (isCommitteeReport(kind)) {
    ensure(unitId === plan.unitId, reportErrors.not_owed);
    return { ...base, isRequest: false };
  }
  const owed = (await owedReports(tx, [period], day)).find((one) => one.unitId === unitId);
  ensure(owed && !(kind === 'sector' && owed.isRequest), reportErrors.not_owed);
  return { ...base, isRequest: owed.isRequest };
}
