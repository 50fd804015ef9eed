import { z } from 'zod';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import { formatDate, vietnamDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { query } from '../../../kernel/db/sql.ts';
import { ensure } from '../../../kernel/errors.ts';
import { isId } from '../../../kernel/ids.ts';
import { mayFollow } from '../domain/finding.ts';
import { inspectionErrors } from '../errors.ts';
import { inspectionEvents, remedyJudged } from '../events.ts';
import { maySee, mayVerify } from '../policy.ts';
import type { Finding } from '../queries/findings.ts';
import { inspectionById } from '../queries/inspections.ts';
import { rightNow } from '../queries/inspections-sql.ts';
import { dueWanted, remedyDue } from '../remedy-due.ts';
import { appendFindingEvents, heldFinding } from '../store.ts';

const words = z.string().trim().max(4000).default('');

export const judgeRemedyInput = z.discriminatedUnion('verdict', [
  z.object({ verdict: z.literal('closed'), words }),
  z.object({ verdict: z.literal('returned'), words }),
  /** A closed finding that turned out not to be put right gets a new due. */
  z.object({ verdict: z.literal('reopened'), words, due: dueWanted }),
  z.object({ verdict: z.literal('extended'), words, due: dueWanted }),
]);

const about = z.object({
  findingId: z.string(),
  /** The re-inspection during which it was looked at again. */
  inspectionId: z.string().nullable().default(null),
});

export type JudgeRemedy = z.input<typeof judgeRemedyInput> & z.input<typeof about>;

/**
 * The inspecting side's word about a remedy: closed, returned with what lacks, opened again with a new due, or more time. Nobody of the unit that
 * had to put it right, nor who reported it, judges (`inspections.may_not_verify`). Closing what was not reported needs words.
 */
export async function judgeRemedy(context: CommandContext, tx: Tx, given: JudgeRemedy): Promise<void> {
  const input = judgeRemedyInput.parse(given);
  const { findingId, inspectionId } = about.parse(given);
  const finding = await heldFinding(context, tx, findingId);
  const claimedBy = finding.standing === 'claimed' ? finding.stoodBy : null;
  ensure(mayVerify(context.actor, { ...finding, claimedBy }), inspectionErrors.may_not_verify);
  ensure(mayFollow(finding.standing).includes(input.verdict), inspectionErrors.stands_otherwise);
  const silent = input.verdict === 'closed' && finding.standing === 'claimed';
  ensure(silent || input.words.length >= 3, inspectionErrors.words_needed);
  if (inspectionId !== null) await ensureCarried(context, tx, finding, inspectionId);
  const due = 'due' in input ? await remedyDue(context, tx, input.due) : undefined;
  if (input.verdict === 'extended')
    ensure(due && due.on > finding.dueOn, inspectionErrors.due_not_later, {
      date: formatDate(finding.dueOn),
    });
  await appendFindingEvents(context, tx, [
    { findingId, kind: input.verdict, words: input.words, inspectionId, ...(due && { due }) },
  ]);
  const event = input.verdict === 'extended' ? inspectionEvents.extended : inspectionEvents.judged;
  await audit(tx, context, event, {
    subject: { type: 'inspection_finding', id: findingId },
    before: { standing: finding.standing, dueOn: finding.dueOn },
    after: { verdict: input.verdict, dueOn: due?.on ?? finding.dueOn, words: input.words },
  });
  await remedyJudged.emit(context, tx, {
    findingId,
    unitId: finding.ownerId,
    words: finding.words,
    byName: finding.byName,
    verdict: input.verdict,
    dueOn: due?.on ?? finding.dueOn,
    reason: input.words,
  });
}

/** A judgement made during a re-inspection names one that carries the finding and whose day has come. */
async function ensureCarried(
  context: CommandContext,
  tx: Tx,
  finding: Finding,
  inspectionId: string,
): Promise<void> {
  const today = vietnamDate(context.now);
  const again = await inspectionById(tx, inspectionId, rightNow(today));
  const carried = isId(inspectionId)
    ? await tx.row(query({ id: 'uuid' })`
        select c.finding_id as id from inspections_carried c
        where c.inspection_id = ${inspectionId}::uuid and c.finding_id = ${finding.id}::uuid`)
    : undefined;
  // One that is secret to who judges is none, and does not tell its day.
  ensure(again && carried && maySee(context.actor, again), inspectionErrors.not_found);
  ensure(today >= again.heldOn, inspectionErrors.not_begun, { date: formatDate(again.heldOn) });
}
