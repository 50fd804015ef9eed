import { z } from 'zod';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { sql } from '../../../kernel/db/sql.ts';
import { ensure } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { addRemark } from '../../figures/index.ts';
import { unitsOnDays } from '../../units/index.ts';
import { formErrors } from '../errors.ts';
import { formEvents } from '../events.ts';
import { mayRemarkSheet } from '../policy.ts';
import { formAndPeriod } from './save-scene.ts';

export const remarkCellInput = z.object({
  formId: z.uuid(),
  periodCode: z.string().min(4).max(40),
  unitId: z.uuid(),
  key: z.string().min(3).max(41),
  words: z.string().trim().min(1).max(2000),
});

/**
 * Says something beside a cell that is entered, filled or empty: beside a figure, where every form shows it, else in this form.
 * Throws `forms.not_found` also where the sheet is not the person's to see.
 */
export async function remarkCell(
  context: CommandContext,
  tx: Tx,
  given: z.input<typeof remarkCellInput>,
): Promise<void> {
  const { formId, periodCode, unitId, key, words } = remarkCellInput.parse(given);
  const { actor } = context;
  const { ready, period } = await formAndPeriod(tx, formId, periodCode);
  const cell = ready.compiled.cells.find((one) => one.key === key);
  ensure(cell?.input, formErrors.unknown_cell, { cell: key });
  if (cell.figure) {
    await addRemark(context, tx, { figureId: cell.figure.id, unitId, periodCode, words });
    return;
  }
  const [unit] = await unitsOnDays(tx, [unitId], [period.toOn]);
  const { ownerUnitId } = ready.form;
  ensure(unit && mayRemarkSheet(actor, { lineage: unit.lineage, ownerUnitId }), formErrors.not_found);
  await tx.run(sql`insert into forms_remark (id, form_id, unit_id, period_code, cell_key, words, person_id, person_name, by_unit_id, recorded_at)
    values (${newId()}, ${formId}, ${unitId}, ${periodCode}, ${key}, ${words}, ${actor.personId}, ${actor.name},
      ${actor.current?.unitId ?? null}, ${context.now})`);
  await audit(tx, context, formEvents.remarked, {
    subject: { type: 'form', id: formId },
    after: { unitId, period: periodCode, cell: key },
  });
}
