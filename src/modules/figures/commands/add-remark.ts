import { z } from 'zod';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { sql } from '../../../kernel/db/sql.ts';
import { ensure } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { periodByCode } from '../../periods/index.ts';
import { unitsOnDays } from '../../units/index.ts';
import { figureErrors } from '../errors.ts';
import { figureEvents } from '../events.ts';
import { mayRemark } from '../policy.ts';
import { definitionsNamed } from '../queries/definitions.ts';

export const addRemarkInput = z.object({
  figureId: z.uuid(),
  unitId: z.uuid(),
  periodCode: z.string().min(4).max(40),
  words: z.string().trim().min(1).max(2000),
});

/** Says something beside a cell, filled or empty. Throws `figures.not_found` also where the cell is not the person's to see. */
export async function addRemark(
  context: CommandContext,
  tx: Tx,
  given: z.input<typeof addRemarkInput>,
): Promise<string> {
  const input = addRemarkInput.parse(given);
  const { actor } = context;
  const [definition] = await definitionsNamed(tx, { ids: [input.figureId], codes: [] });
  const period = await periodByCode(tx, input.periodCode);
  const [unit] = period ? await unitsOnDays(tx, [input.unitId], [period.toOn]) : [];
  ensure(definition && unit, figureErrors.not_found);
  const cell = { lineage: unit.lineage, ownerUnitId: definition.ownerUnitId };
  ensure(mayRemark(actor, cell), figureErrors.not_found);
  const id = newId();
  await tx.run(sql`insert into figures_remark (id, figure_id, unit_id, period_code, words, person_id, person_name, by_unit_id, recorded_at)
    values (${id}, ${input.figureId}, ${input.unitId}, ${input.periodCode}, ${input.words}, ${actor.personId}, ${actor.name},
      ${actor.current?.unitId ?? null}, ${context.now})`);
  await audit(tx, context, figureEvents.remarked, {
    subject: { type: 'figure', id: input.figureId },
    after: { unitId: input.unitId, period: input.periodCode },
  });
  return id;
}
