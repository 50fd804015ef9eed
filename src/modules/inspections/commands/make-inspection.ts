import { z } from 'zod';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import { formatDate, vietnamDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { query, sql } from '../../../kernel/db/sql.ts';
import { ensure } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { kernelErrors } from '../../../kernel/kernel-errors.ts';
import { calendarDateSchema } from '../../calendar/index.ts';
import { subDimension } from '../../papi/index.ts';
import { type Unit, unitsByIds } from '../../units/index.ts';
import { FIELDS, FORMS, KINDS } from '../domain/kinds.ts';
import { reaches } from '../domain/reach.ts';
import { inspectionErrors } from '../errors.ts';
import { inspectionAnnounced, inspectionEvents } from '../events.ts';
import { inspectionLimits } from '../limits.ts';
import { mayMakeFor } from '../policy.ts';
import { appendInspectionEvents } from '../store.ts';

export const placeInIndex = {
  dimension: z.int().min(0).max(8).default(0),
  subDimension: z.string().nullable().default(null),
};

export const makeInspectionInput = z.object({
  kind: z.enum(KINDS),
  form: z.enum(FORMS),
  field: z.enum(FIELDS),
  title: z.string().trim().min(3).max(300),
  scope: z.string().trim().max(4000).default(''),
  decision: z.string().trim().max(200).default(''),
  byUnitId: z.uuid(),
  ofUnitId: z.uuid(),
  partnerIds: z.array(z.uuid()).max(inspectionLimits.partners).default([]),
  heldOn: calendarDateSchema,
  team: z
    .array(
      z.object({ name: z.string().trim().min(2).max(200), duty: z.string().trim().max(200).default('') }),
    )
    .default([]),
  ...placeInIndex,
});
export type MakeInspection = z.input<typeof makeInspectionInput>;

/** What makes an inspection a re-inspection. */
export interface Again {
  readonly previousId: string;
  readonly findingIds: readonly string[];
}

/**
 * Makes an inspection of one unit on a day. A planned one is told to the unit at once, an unannounced one when its day begins. Throws
 * `inspections.out_of_reach` when the unit does not lie within what the inspecting unit inspects.
 */
export async function makeInspection(
  context: CommandContext,
  tx: Tx,
  given: MakeInspection,
  again: Again | null = null,
): Promise<{ inspectionId: string }> {
  const input = makeInspectionInput.parse(given);
  const { actor, now } = context;
  ensure(mayMakeFor(actor, { unitId: input.byUnitId }), kernelErrors.forbidden);
  ensure(input.heldOn >= vietnamDate(now), inspectionErrors.day_past, { date: formatDate(input.heldOn) });
  ensureInIndex(input);
  const limit = inspectionLimits.members;
  ensure(input.team.length <= limit, inspectionErrors.too_many_members, { limit });
  const { by, partnerIds } = await unitsThatFit(tx, input);
  await refuseRepeat(context, tx, input);
  const inspectionId = newId();
  await tx.run(sql`
    insert into inspections_inspection (id, kind, form, field, title, scope, decision, by_unit_id, of_unit_id, dimension, sub_dimension,
      previous_id, made_at, person_id, person_name)
    values (${inspectionId}, ${input.kind}, ${input.form}, ${input.field}, ${input.title}, ${input.scope}, ${input.decision},
      ${input.byUnitId}, ${input.ofUnitId}, ${input.dimension}, ${input.subDimension}, ${again?.previousId ?? null}, ${now},
      ${actor.personId}, ${actor.name})`);
  await tx.run(sql`insert into inspections_partner (inspection_id, unit_id)
    select ${inspectionId}::uuid, p from unnest(${partnerIds}::uuid[]) as p`);
  await tx.run(sql`insert into inspections_member (inspection_id, position, name, duty)
    select ${inspectionId}::uuid, m.position, m.name, m.duty
    from unnest(${input.team.map((one) => one.name)}::text[], ${input.team.map((one) => one.duty)}::text[])
      with ordinality as m (name, duty, position)`);
  await tx.run(sql`insert into inspections_carried (inspection_id, finding_id)
    select ${inspectionId}::uuid, f from unnest(${again?.findingIds ?? []}::uuid[]) as f`);
  await appendInspectionEvents(context, tx, [{ inspectionId, kind: 'made', heldOn: input.heldOn }]);
  await audit(tx, context, inspectionEvents.made, {
    subject: { type: 'inspection', id: inspectionId },
    after: {
      kind: input.kind,
      byUnitId: input.byUnitId,
      ofUnitId: input.ofUnitId,
      heldOn: input.heldOn,
      ...(again ?? {}),
    },
  });
  if (input.kind === 'planned')
    await inspectionAnnounced.emit(context, tx, {
      inspectionId,
      title: input.title,
      ofUnitId: input.ofUnitId,
      byName: by.name,
      heldOn: input.heldOn,
    });
  return { inspectionId };
}

/** A button pressed twice makes one inspection: the same of the same unit on the same day is refused for some minutes. */
async function refuseRepeat(
  context: CommandContext,
  tx: Tx,
  { kind, byUnitId, ofUnitId, title, heldOn }: z.output<typeof makeInspectionInput>,
): Promise<void> {
  const key = `.inspections ${byUnitId} ${ofUnitId}`;
  await tx.run(sql`select pg_advisory_xact_lock(hashtextextended(current_schema() || ${key}::text, 0))`);
  const since = new Date(context.now.getTime() - inspectionLimits.repeat_minutes * 60_000);
  const made = await tx.row(query({ id: 'uuid' })`
    select i.id from inspections_inspection i join inspections_event e on e.inspection_id = i.id and e.kind = 'made'
    where i.by_unit_id = ${byUnitId} and i.of_unit_id = ${ofUnitId} and i.kind = ${kind} and i.title = ${title} and e.held_on = ${heldOn}::date
      and i.person_id is not distinct from ${context.actor.personId}::uuid and i.made_at > ${since}::timestamptz limit 1`);
  ensure(!made, inspectionErrors.made_already);
}

/** Throws `inspections.part_unknown` unless the part, where one is named, belongs to the content. */
export function ensureInIndex(place: {
  readonly dimension: number;
  readonly subDimension: string | null;
}): void {
  const { dimension, subDimension: code } = place;
  if (code === null) return;
  ensure(subDimension(code)?.dimension === dimension, inspectionErrors.part_unknown, { code });
}

/** The inspecting unit, and the partners each once. */
async function unitsThatFit(
  tx: Tx,
  input: z.output<typeof makeInspectionInput>,
): Promise<{ by: Unit; partnerIds: string[] }> {
  const { byUnitId, ofUnitId, heldOn } = input;
  const partnerIds = [...new Set(input.partnerIds)];
  const units = new Map(
    (await unitsByIds(tx, [byUnitId, ofUnitId, ...partnerIds], heldOn)).map((unit) => [unit.id, unit]),
  );
  const [by, of] = [units.get(byUnitId), units.get(ofUnitId)];
  ensure(by && of, inspectionErrors.unit_not_standing, { date: formatDate(heldOn) });
  ensure(reaches(by, of.lineage), inspectionErrors.out_of_reach, { unit: of.name, by: by.name });
  // A body below the inspected unit would be the unit inspecting itself.
  const fits = partnerIds.every(
    (id) => id !== byUnitId && units.get(id)?.lineage.includes(ofUnitId) === false,
  );
  ensure(fits, inspectionErrors.partner_unknown);
  return { by, partnerIds };
}
