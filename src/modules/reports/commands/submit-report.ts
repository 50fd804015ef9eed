import { z } from 'zod';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import { vietnamDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { AppError, ensure } from '../../../kernel/errors.ts';
import { say } from '../../../kernel/i18n.ts';
import { holdPeriods } from '../../periods/index.ts';
import { cameLate, isWritable, receiptNumber, type Submission } from '../domain/report.ts';
import { reportErrors } from '../errors.ts';
import { reportEvents, reportSubmitted } from '../events.ts';
import { freeze } from '../frozen.ts';
import { mayWrite } from '../policy.ts';
import { contentOfScene, type ReportScene, readScene } from '../scene.ts';
import { appendEvents, freezeVersion, lockReport, nextReceipt } from '../store.ts';
import { ensureCutOff } from './approve-report.ts';

export const submitReportInput = z.object({ reportId: z.string() });

/**
 * Sends a report that is complete and confirmed, in exactly the content that was confirmed: the document is frozen, a receipt issued,
 * whoever asked is told. Whether it is taken and counts as late is the window of the period.
 */
export async function submitReport(
  context: CommandContext,
  tx: Tx,
  input: z.infer<typeof submitReportInput>,
): Promise<Submission> {
  const report = await lockReport(context, tx, input.reportId, mayWrite);
  ensure(isWritable(report.state), reportErrors.not_writable);
  // No day of the period changes between the answer of its window and the commit.
  await holdPeriods(tx, [report.periodCode]);
  const today = vietnamDate(context.now);
  const scene = await readScene(tx, report, context.now, { today, asOf: null });
  ensureCutOff(scene, context.now);
  ensureOpen(scene);
  ensure(scene.lacks.length === 0, reportErrors.incomplete, { n: scene.lacks.length });
  const document = confirmedDocument(scene);
  const version = report.course.submissions.length + 1;
  const isLate = version === 1 ? isLateNow(scene) : cameLate(report.course);
  const receipt = await nextReceipt(tx, context.now);
  await freezeVersion(context, tx, {
    reportId: report.id,
    version,
    document: document.text,
    hash: document.hash,
    receipt,
    isLate,
  });
  const { hash } = document;
  await appendEvents(context, tx, [
    {
      reportId: report.id,
      kind: 'submitted',
      facts: { version, hash, receiptYear: receipt.year, receiptNumber: receipt.number, isLate },
    },
  ]);
  await audit(tx, context, reportEvents.submitted, {
    subject: { type: 'report', id: report.id },
    after: { version, hash, receipt, isLate },
  });
  const submission = submissionOf(context, { version, hash, receipt, isLate });
  await tell(context, tx, scene, submission);
  return submission;
}

function ensureOpen({ window }: ReportScene): void {
  const { message, params } = window.reason;
  ensure(window.mayEnter, reportErrors.window_closed, {
    reason: { vi: say('vi', message, params), en: say('en', message, params) },
  });
}

/** A body that was only asked is never late. */
const isLateNow = ({ report, window }: ReportScene): boolean => !report.isRequest && window.counts === 'late';

/** What the head of the unit confirmed, if the report still says it. */
function confirmedDocument(scene: ReportScene) {
  const { approval } = scene.report.course;
  ensure(approval, reportErrors.not_approved);
  const { number, signedOn, signerName, signerTitle } = approval;
  const document = freeze(contentOfScene(scene, { number, signedOn, signerName, signerTitle }));
  if (document.hash !== approval.hash)
    throw new AppError(reportErrors.changed_since_approval, { name: approval.by });
  return document;
}

function submissionOf(
  { actor, now }: CommandContext,
  facts: Pick<Submission, 'version' | 'hash' | 'receipt' | 'isLate'>,
): Submission {
  return { ...facts, at: now, byPersonId: actor.personId || null, by: actor.name };
}

async function tell(
  context: CommandContext,
  tx: Tx,
  { report, period, unitName }: ReportScene,
  { version, receipt, isLate }: Submission,
): Promise<void> {
  await reportSubmitted.emit(context, tx, {
    reportId: report.id,
    kind: report.kind,
    unitId: report.unitId,
    period: period.name,
    unitName,
    toUnitId: report.askerUnitId,
    receipt: receiptNumber({ receipt }),
    isLate,
    version,
  });
}
