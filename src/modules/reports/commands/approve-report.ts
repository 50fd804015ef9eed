import { z } from 'zod';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import {
  addDays,
  type CalendarDate,
  formatDate,
  parseVietnameseDate,
  vietnamDate,
} from '../../../kernel/dates.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { ensure } from '../../../kernel/errors.ts';
import type { Signed } from '../domain/event-facts.ts';
import { isWritable } from '../domain/report.ts';
import { reportErrors } from '../errors.ts';
import { reportEvents } from '../events.ts';
import { freeze } from '../frozen.ts';
import { m } from '../messages.ts';
import { mayApprove } from '../policy.ts';
import { contentOfScene, type ReportScene, readScene } from '../scene.ts';
import { appendEvents, lockReport } from '../store.ts';

const typedDay = z.string().transform((text, check): CalendarDate => {
  const day = parseVietnameseDate(text);
  if (day) return day;
  check.addIssue({ code: 'custom', params: { message: m.day_unreadable } });
  return z.NEVER;
});

export const approveReportInput = z.object({
  reportId: z.string(),
  /** "45/BC-UBND"; empty when the office has not numbered it yet. */
  number: z.string().trim().max(60),
  signedOn: typedDay,
  signerName: z.string().trim().min(1).max(120),
  signerTitle: z.string().trim().min(1).max(200),
});

/** Refuses until the cut-off has passed: before it nobody can confirm what the period will have been. */
export function ensureCutOff({ period }: Pick<ReportScene, 'period'>, now: Date): void {
  ensure(vietnamDate(now) > period.cutOffOn, reportErrors.before_cut_off, {
    date: formatDate(addDays(period.cutOffOn, 1)),
  });
}

/**
 * The head of the unit confirms what the report says now, by its hash: figures, work and words. Gaps do not keep anybody from
 * confirming; they keep the report from being submitted.
 */
export async function approveReport(
  context: CommandContext,
  tx: Tx,
  input: z.infer<typeof approveReportInput>,
): Promise<void> {
  const { reportId, number, signedOn, signerName, signerTitle } = input;
  const report = await lockReport(context, tx, reportId, mayApprove);
  ensure(isWritable(report.state), reportErrors.not_writable);
  const today = vietnamDate(context.now);
  ensure(signedOn <= today, reportErrors.future_day, { date: formatDate(signedOn) });
  const scene = await readScene(tx, report, context.now, { today, asOf: null });
  ensureCutOff(scene, context.now);
  const signed: Signed = { number, signedOn, signerName, signerTitle };
  const { hash } = freeze(contentOfScene(scene, signed));
  await appendEvents(context, tx, [{ reportId: report.id, kind: 'approved', facts: { hash, signed } }]);
  await audit(tx, context, reportEvents.approved, {
    subject: { type: 'report', id: report.id },
    after: { hash, signed, gaps: scene.lacks.length },
  });
}
