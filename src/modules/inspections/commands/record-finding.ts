import { z } from 'zod';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import { formatDate, vietnamDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { query, sql } from '../../../kernel/db/sql.ts';
import { ensure } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { unitsByIds } from '../../units/index.ts';
import { mayBeAsked } from '../domain/reach.ts';
import { inspectionErrors } from '../errors.ts';
import { findingRecorded, inspectionEvents } from '../events.ts';
import { inspectionLimits } from '../limits.ts';
import { mayInspect } from '../policy.ts';
import { dueWanted, remedyDue } from '../remedy-due.ts';
import { appendFindingEvents, heldInspection } from '../store.ts';
import { ensureInIndex, placeInIndex } from './make-inspection.ts';

export const recordFindingInput = z.object({
  inspectionId: z.string(),
  /** Who has to put it right. */
  ownerId: z.uuid(),
  words: z.string().trim().min(5).max(2000),
  remedy: z.string().trim().min(5).max(2000),
  due: dueWanted,
  ...placeInIndex,
});
export type RecordFinding = z.input<typeof recordFindingInput>;

/**
 * Records what an inspection found wrong, with the remedy that is asked and its due; the unit that has to put it right is told. From the day of
 * the inspection until its conclusion. Throws `inspections.not_begun`, `owner_unfit` and `due_unfit`.
 */
export async function recordFinding(
  context: CommandContext,
  tx: Tx,
  given: RecordFinding,
): Promise<{ findingId: string }> {
  const input = recordFindingInput.parse(given);
  const { now } = context;
  const today = vietnamDate(now);
  const inspection = await heldInspection(context, tx, input.inspectionId, mayInspect);
  const { heldOn } = inspection;
  ensure(today >= heldOn, inspectionErrors.not_begun, { date: formatDate(heldOn) });
  const limit = inspectionLimits.findings;
  ensure(inspection.findings < limit, inspectionErrors.too_many_findings, { limit });
  ensureInIndex(input);
  await refuseRepeat(tx, input, now);
  const units = await unitsByIds(tx, [inspection.byUnitId, input.ownerId], today);
  const by = units.find(({ id }) => id === inspection.byUnitId);
  const owner = units.find(({ id }) => id === input.ownerId);
  ensure(owner, inspectionErrors.unit_not_standing, { date: formatDate(today) });
  const fits = by !== undefined && mayBeAsked(by, inspection.ofLineage, owner.lineage);
  ensure(fits, inspectionErrors.owner_unfit, { unit: owner.name });
  const due = await remedyDue(context, tx, input.due);
  const findingId = newId();
  await tx.run(sql`
    insert into inspections_finding (id, inspection_id, unit_id, dimension, sub_dimension, words, remedy, recorded_at)
    values (${findingId}, ${inspection.id}, ${owner.id}, ${input.dimension}, ${input.subDimension}, ${input.words}, ${input.remedy},
      ${now})`);
  await appendFindingEvents(context, tx, [{ findingId, kind: 'found', due }]);
  await audit(tx, context, inspectionEvents.found, {
    subject: { type: 'inspection_finding', id: findingId },
    after: { inspectionId: inspection.id, unitId: owner.id, dueOn: due.on },
  });
  await findingRecorded.emit(context, tx, {
    findingId,
    unitId: owner.id,
    words: input.words,
    byName: inspection.byName,
    dueOn: due.on,
  });
  return { findingId };
}

/** The inspection is held, so that of two presses of one button the second is refused. */
async function refuseRepeat(tx: Tx, input: z.output<typeof recordFindingInput>, now: Date): Promise<void> {
  const since = new Date(now.getTime() - inspectionLimits.repeat_minutes * 60_000);
  const made = await tx.row(query({ id: 'uuid' })`
    select f.id from inspections_finding f
    where f.inspection_id = ${input.inspectionId}::uuid and f.unit_id = ${input.ownerId}::uuid and f.words = ${input.words}
      and f.recorded_at > ${since}::timestamptz limit 1`);
  ensure(!made, inspectionErrors.made_already);
}
