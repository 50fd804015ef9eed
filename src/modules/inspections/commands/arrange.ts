import { z } from 'zod';
import { audit, auditEach, type CommandContext } from '../../../kernel/audit.ts';
import { formatDate, vietnamDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { query } from '../../../kernel/db/sql.ts';
import { ensure } from '../../../kernel/errors.ts';
import { calendarDateSchema } from '../../calendar/index.ts';
import { inspectionErrors } from '../errors.ts';
import { inspectionAnnounced, inspectionChanged, inspectionEvents } from '../events.ts';
import { mayArrange } from '../policy.ts';
import type { Inspection } from '../queries/inspections.ts';
import { appendInspectionEvents, heldInspection } from '../store.ts';

const told = ({ id, title, ofUnitId, byName }: Inspection) => ({
  inspectionId: id,
  title,
  ofUnitId,
  byName,
});

export const moveInspectionInput = z.object({
  inspectionId: z.string(),
  heldOn: calendarDateSchema,
  reason: z.string().trim().max(2000),
});

/**
 * Moves an inspection to another day, from today on. The unit is told if it knew of it; one whose day had begun stays known. Throws
 * `inspections.begun_already` once findings were recorded.
 */
export async function moveInspection(
  context: CommandContext,
  tx: Tx,
  given: z.input<typeof moveInspectionInput>,
): Promise<void> {
  const { inspectionId, heldOn, reason } = moveInspectionInput.parse(given);
  const inspection = await heldInspection(context, tx, inspectionId, mayArrange);
  ensure(inspection.findings === 0, inspectionErrors.begun_already);
  ensure(reason.length >= 3, inspectionErrors.words_needed);
  ensure(heldOn >= vietnamDate(context.now), inspectionErrors.day_past, { date: formatDate(heldOn) });
  const stayKnown = inspection.kind === 'unannounced' && !inspection.isSecret && !inspection.announcedOn;
  await appendInspectionEvents(context, tx, [
    ...(stayKnown ? [{ inspectionId, kind: 'announced' } as const] : []),
    { inspectionId, kind: 'moved', heldOn, words: reason },
  ]);
  await audit(tx, context, inspectionEvents.moved, {
    subject: { type: 'inspection', id: inspectionId },
    before: { heldOn: inspection.heldOn },
    after: { heldOn, reason },
  });
  if (inspection.isSecret) return;
  await inspectionChanged.emit(context, tx, {
    ...told(inspection),
    from: inspection.heldOn,
    to: heldOn,
    reason,
  });
}

export const cancelInspectionInput = z.object({
  inspectionId: z.string(),
  reason: z.string().trim().max(2000),
});

/** Calls an inspection off, with the reason; the unit is told if it knew of it. Throws `inspections.begun_already`. */
export async function cancelInspection(
  context: CommandContext,
  tx: Tx,
  given: z.input<typeof cancelInspectionInput>,
): Promise<void> {
  const { inspectionId, reason } = cancelInspectionInput.parse(given);
  const inspection = await heldInspection(context, tx, inspectionId, mayArrange);
  ensure(inspection.findings === 0, inspectionErrors.begun_already);
  ensure(reason.length >= 3, inspectionErrors.words_needed);
  await appendInspectionEvents(context, tx, [{ inspectionId, kind: 'cancelled', words: reason }]);
  await audit(tx, context, inspectionEvents.cancelled, {
    subject: { type: 'inspection', id: inspectionId },
    after: { reason },
  });
  if (inspection.isSecret) return;
  await inspectionChanged.emit(context, tx, {
    ...told(inspection),
    from: inspection.heldOn,
    to: null,
    reason,
  });
}

/** Lets the inspected unit know of an unannounced inspection ahead of its day. Throws `inspections.known_already`. */
export async function announceInspection(
  context: CommandContext,
  tx: Tx,
  { inspectionId }: { readonly inspectionId: string },
): Promise<void> {
  const inspection = await heldInspection(context, tx, inspectionId, mayArrange);
  ensure(inspection.isSecret, inspectionErrors.known_already);
  await appendInspectionEvents(context, tx, [{ inspectionId, kind: 'announced' }]);
  await audit(tx, context, inspectionEvents.announced, {
    subject: { type: 'inspection', id: inspectionId },
    after: { heldOn: inspection.heldOn },
  });
  await inspectionAnnounced.emit(context, tx, { ...told(inspection), heldOn: inspection.heldOn });
}

const begunRow = { id: 'uuid', title: 'text', ofUnitId: 'uuid', byName: 'text', heldOn: 'date' } as const;

/** Announces the unannounced inspections whose day has begun: from now on they are known, wherever they are moved. Answers how many. */
export async function announceBegun(context: CommandContext, tx: Tx): Promise<number> {
  const today = vietnamDate(context.now);
  const begun = await tx.rows(query(begunRow)`
    select i.id, i.title, i.of_unit_id as "ofUnitId", coalesce(units_name(i.by_unit_id, ${today}::date), '') as "byName",
      h.held_on as "heldOn"
    from inspections_inspection i join lateral (select e.held_on from inspections_event e
      where e.inspection_id = i.id and e.held_on is not null order by e.seq desc limit 1) h on true
    where i.kind = 'unannounced' and h.held_on <= ${today}::date and not exists (select from inspections_event e
      where e.inspection_id = i.id and e.kind in ('announced', 'concluded', 'cancelled'))
    order by i.id for update of i`);
  if (begun.length === 0) return 0;
  await appendInspectionEvents(
    context,
    tx,
    begun.map(({ id }) => ({ inspectionId: id, kind: 'announced' })),
  );
  await auditEach(
    tx,
    context,
    inspectionEvents.announced,
    begun.map(({ id, heldOn }) => ({ subject: { type: 'inspection', id }, after: { heldOn } })),
  );
  for (const { id, ...one } of begun)
    await inspectionAnnounced.emit(context, tx, { inspectionId: id, ...one });
  return begun.length;
}
