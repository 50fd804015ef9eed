import { z } from 'zod';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import { formatDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { AppError, ensure } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { kernelErrors } from '../../../kernel/kernel-errors.ts';
import { unitErrors } from '../errors.ts';
import { unitEvents } from '../events.ts';
import { mayPublishContact } from '../policy.ts';
import { contactOn } from '../queries/contacts.ts';
import { unitById } from '../queries/unit-by-id.ts';
import { addContacts, loadHistory } from '../store.ts';
import { nameOf } from './apply-change.ts';
import { email, optionalText, phone, requiredDate, requiredUnit } from './fields.ts';

export const publishContactInput = z.object({
  unitId: requiredUnit,
  validFrom: requiredDate,
  headTitle: optionalText(200),
  phone,
  email,
});

/** Publishes how to reach the unit from a day on. What was published before stays in the unit's history. */
export async function publishContact(
  context: CommandContext,
  tx: Tx,
  input: z.infer<typeof publishContactInput>,
): Promise<void> {
  const history = await loadHistory(tx, input.unitId);
  ensure(history, unitErrors.not_found);
  const unit = await unitById(tx, input.unitId, input.validFrom);
  if (!unit)
    throw new AppError(unitErrors.not_standing, {
      unit: nameOf(history),
      date: formatDate(input.validFrom),
    });
  ensure(mayPublishContact(context.actor, unit), kernelErrors.forbidden);
  ensure(input.headTitle ?? input.phone ?? input.email, unitErrors.contact_empty);
  const before = await contactOn(tx, unit.id, input.validFrom);
  await addContacts(tx, [{ ...input, id: newId() }], context.now);
  await audit(tx, context, unitEvents.contact_published, {
    subject: { type: 'unit', id: unit.id },
    before,
    after: input,
  });
}
