import { z } from 'zod';
import type { CommandContext } from '../../../kernel/audit.ts';
import { vietnamDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { query } from '../../../kernel/db/sql.ts';
import { ensure } from '../../../kernel/errors.ts';
import { kernelErrors } from '../../../kernel/kernel-errors.ts';
import { calendarDateSchema } from '../../calendar/index.ts';
import { FORMS, KINDS } from '../domain/kinds.ts';
import { inspectionErrors } from '../errors.ts';
import { mayInspect, maySee } from '../policy.ts';
import { inspectionById } from '../queries/inspections.ts';
import { rightNow } from '../queries/inspections-sql.ts';
import { makeInspection } from './make-inspection.ts';

export const reinspectInput = z.object({
  previousId: z.string(),
  kind: z.enum(KINDS),
  form: z.enum(FORMS),
  heldOn: calendarDateSchema,
});

/**
 * Makes a re-inspection from the findings of an inspection that are not closed: of the same unit, by the same units, linked with the one
 * before. Throws `inspections.nothing_open` when all are closed.
 */
export async function reinspect(
  context: CommandContext,
  tx: Tx,
  given: z.input<typeof reinspectInput>,
): Promise<{ inspectionId: string }> {
  const { previousId, kind, form, heldOn } = reinspectInput.parse(given);
  const today = vietnamDate(context.now);
  const before = await inspectionById(tx, previousId, rightNow(today));
  ensure(before && maySee(context.actor, before), inspectionErrors.not_found);
  ensure(mayInspect(context.actor, before), kernelErrors.forbidden);
  const open = await tx.rows(query({ id: 'uuid' })`
    select f.id from inspections_finding f join lateral (select e.kind from inspections_finding_event e
      where e.finding_id = f.id and e.kind in ('found', 'claimed', 'returned', 'closed', 'reopened')
      order by e.seq desc limit 1) l on true
    where l.kind <> 'closed' and (f.inspection_id = ${before.id}::uuid or f.id in (
      select c.finding_id from inspections_carried c where c.inspection_id = ${before.id}::uuid))
    order by f.id`);
  ensure(open.length > 0, inspectionErrors.nothing_open);
  return makeInspection(
    context,
    tx,
    {
      kind,
      form,
      heldOn,
      field: before.field,
      title: `Tái kiểm tra: ${before.title.replace(/^Tái kiểm tra: /, '')}`.slice(0, 300),
      scope: before.scope,
      byUnitId: before.byUnitId,
      ofUnitId: before.ofUnitId,
      partnerIds: [...before.partnerIds],
      dimension: before.dimension,
      subDimension: before.subDimension,
    },
    { previousId: before.id, findingIds: open.map(({ id }) => id) },
  );
}
