import { z } from 'zod';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { AppError, ensure } from '../../../kernel/errors.ts';
import { periodByCode } from '../../periods/index.ts';
import { reportErrors } from '../errors.ts';
import { reportAccepted, reportEvents, reportReturned } from '../events.ts';
import { mayAccept, mayReturn } from '../policy.ts';
import type { Report } from '../queries/reports.ts';
import { appendEvents, lockReport } from '../store.ts';

export const returnReportInput = z.object({
  reportId: z.string(),
  reason: z.string().trim().max(4000),
});

/** Gives a submitted report back with what has to be corrected; what was submitted stays readable, and the unit submits again. */
export async function returnReport(
  context: CommandContext,
  tx: Tx,
  input: z.infer<typeof returnReportInput>,
): Promise<void> {
  const { reportId, reason } = input;
  const report = await lockReport(context, tx, reportId, mayReturn);
  const { version } = awaited(report);
  if (reason === '')
    throw new AppError(reportErrors.reason_needed, {}, [
      { field: 'reason', message: reportErrors.reason_needed },
    ]);
  await appendEvents(context, tx, [
    { reportId: report.id, kind: 'returned', facts: { version }, note: reason },
  ]);
  await audit(tx, context, reportEvents.returned, {
    subject: { type: 'report', id: report.id },
    after: { version, reason },
  });
  await reportReturned.emit(context, tx, { ...(await told(context, tx, report)), reason });
}

export const acceptReportInput = z.object({
  reportId: z.string(),
  note: z.string().trim().max(4000).default(''),
});

/** Accepts what was submitted: by another person than submitted it, also for the database. */
export async function acceptReport(
  context: CommandContext,
  tx: Tx,
  input: z.infer<typeof acceptReportInput>,
): Promise<void> {
  const { reportId, note } = input;
  const report = await lockReport(context, tx, reportId, mayAccept);
  const { version, hash, byPersonId } = awaited(report);
  await appendEvents(context, tx, [
    { reportId: report.id, kind: 'accepted', facts: { version, hash }, note, submittedBy: byPersonId },
  ]);
  await audit(tx, context, reportEvents.accepted, {
    subject: { type: 'report', id: report.id },
    after: { version, hash, note },
  });
  await reportAccepted.emit(context, tx, await told(context, tx, report));
}

/** The submission that awaits its reader. */
function awaited(report: Report) {
  const last = report.course.submissions.at(-1);
  ensure(report.state === 'submitted' && last, reportErrors.not_submitted);
  return last;
}

async function told({ actor }: CommandContext, tx: Tx, report: Report) {
  const period = await periodByCode(tx, report.periodCode);
  const { kind, unitId } = report;
  return {
    reportId: report.id,
    kind,
    unitId,
    period: period?.name ?? { vi: report.periodCode, en: report.periodCode },
    byName: actor.current?.unitName ?? actor.name,
  };
}
