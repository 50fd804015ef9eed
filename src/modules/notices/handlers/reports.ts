import type { CommandContext } from '../../../kernel/audit.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import type { ReportAccepted, ReportReturned, ReportSubmitted, ReportsDue } from '../../reports/index.ts';
import { settleNotices } from '../commands/settle.ts';
import { tellUnits } from '../commands/tell-units.ts';
import { shortened } from '../domain/kind.ts';

const linkOf = (reportId: string): string => `/bao-cao/${reportId}`;
const subjectOf = (reportId: string) => ({ type: 'report', id: reportId });

async function onReportsDue(context: CommandContext, tx: Tx, { period, units }: ReportsDue): Promise<void> {
  for (const { reportId, unitId, dueOn } of units)
    await tellUnits(context, tx, {
      kind: 'report_due',
      subject: subjectOf(reportId),
      units: [{ unitId, facts: { v: 1, period, dueOn }, link: linkOf(reportId) }],
    });
}

/** Whoever asked is told, and what the unit was told to do is done. */
async function onReportSubmitted(context: CommandContext, tx: Tx, submitted: ReportSubmitted): Promise<void> {
  const { reportId, unitName: unit, toUnitId, period, receipt, isLate, version, unitId } = submitted;
  await settleNotices(context, tx, 'report_due', reportId);
  await settleNotices(context, tx, 'report_returned', reportId);
  // The committee's own report goes to those above it, who read it in the product.
  if (toUnitId === unitId) return;
  const facts = { v: 1, unit, period, receipt, isLate, version } as const;
  await tellUnits(context, tx, {
    kind: 'report_submitted',
    subject: subjectOf(reportId),
    units: [{ unitId: toUnitId, facts, link: linkOf(reportId) }],
  });
}

async function onReportReturned(context: CommandContext, tx: Tx, returned: ReportReturned): Promise<void> {
  const { reportId, unitId, period, byName: by, reason } = returned;
  await settleNotices(context, tx, 'report_submitted', reportId);
  await tellUnits(context, tx, {
    kind: 'report_returned',
    subject: subjectOf(reportId),
    units: [{ unitId, facts: { v: 1, by, period, note: shortened(reason) }, link: linkOf(reportId) }],
  });
}

async function onReportAccepted(context: CommandContext, tx: Tx, accepted: ReportAccepted): Promise<void> {
  const { reportId, unitId, period, byName: by } = accepted;
  await settleNotices(context, tx, 'report_submitted', reportId);
  await tellUnits(context, tx, {
    kind: 'report_accepted',
    subject: subjectOf(reportId),
    units: [{ unitId, facts: { v: 1, by, period }, link: linkOf(reportId) }],
  });
}

/** What units and whoever asked them are told of reports. */
export const reportHandlers = {
  onReportsDue,
  onReportSubmitted,
  onReportReturned,
  onReportAccepted,
} as const;
