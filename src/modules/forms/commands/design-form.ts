import { z } from 'zod';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import { vietnamDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { ensure } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { unitsOfDay } from '../../units/index.ts';
import { formSpecSchema } from '../domain/spec.ts';
import { formErrors } from '../errors.ts';
import { formEvents } from '../events.ts';
import { formLimits } from '../limits.ts';
import { mayDesign } from '../policy.ts';
import { countForms, discardVersion, insertDraft, insertForm, updateDraft } from '../store/versions.ts';
import { designed, draftSeen } from './design-access.ts';

/** As forms are cited: `II.06a/VPCP/KSTT`. */
export const formCodeSchema = z
  .string()
  .trim()
  .normalize('NFC')
  .regex(/^[A-Za-z0-9Đđ][A-Za-z0-9Đđ./-]{1,39}$/);

export const createFormInput = z.object({
  code: formCodeSchema,
  ownerUnitId: z.uuid(),
  spec: formSpecSchema,
});
export const draftInput = z.object({ formId: z.uuid(), revision: z.int() });
export const saveDraftInput = draftInput.extend({ spec: formSpecSchema });

/** Makes a form with its first draft; answers its id. Throws `forms.code_taken`, `forms.unknown_owner`, `forms.not_allowed`. */
export async function createForm(
  context: CommandContext,
  tx: Tx,
  given: z.input<typeof createFormInput>,
): Promise<string> {
  const { code, ownerUnitId, spec } = createFormInput.parse(given);
  const units = await unitsOfDay(tx, vietnamDate(context.now));
  const owner = units.byId.get(ownerUnitId);
  ensure(owner, formErrors.unknown_owner);
  ensure(mayDesign(context.actor, { ownerUnitId, ownerLineage: owner.lineage }), formErrors.not_allowed);
  const limit = formLimits.forms;
  ensure((await countForms(tx)) < limit, formErrors.too_many_forms, { limit });
  const id = newId();
  await insertForm(context, tx, { id, code, ownerUnitId });
  await insertDraft(context, tx, { formId: id, number: 1, spec });
  await audit(tx, context, formEvents.created, {
    subject: { type: 'form', id },
    after: { code, ownerUnitId, title: spec.title },
  });
  return id;
}

/** Begins the next version from the newest published one. Throws `forms.draft_exists`. */
export async function startDraft(context: CommandContext, tx: Tx, formId: string): Promise<void> {
  const versions = await designed(context, tx, formId);
  ensure(!versions.some(({ version }) => version.state === 'draft'), formErrors.draft_exists);
  const newest = versions.find(({ version }) => version.state === 'published') ?? versions[0];
  ensure(newest, formErrors.not_found);
  const number = Math.max(...versions.map(({ version }) => version.number)) + 1;
  await insertDraft(context, tx, { formId, number, spec: newest.version.spec });
  await audit(tx, context, formEvents.draft_saved, {
    subject: { type: 'form', id: formId },
    after: { version: number, from: newest.version.number },
  });
}

/** Saves the draft as it is, with whatever problems it still has. Throws `forms.draft_changed`. */
export async function saveDraft(
  context: CommandContext,
  tx: Tx,
  given: z.input<typeof saveDraftInput>,
): Promise<void> {
  const { formId, revision, spec } = saveDraftInput.parse(given);
  const { version } = draftSeen(await designed(context, tx, formId), revision);
  await updateDraft(context, tx, version.id, spec);
  await audit(tx, context, formEvents.draft_saved, {
    subject: { type: 'form', id: formId },
    after: { version: version.number, revision: revision + 1 },
  });
}

/** Gives the draft up; it stays to be read. */
export async function discardDraft(
  context: CommandContext,
  tx: Tx,
  given: z.input<typeof draftInput>,
): Promise<void> {
  const { formId, revision } = draftInput.parse(given);
  const { version } = draftSeen(await designed(context, tx, formId), revision);
  await discardVersion(context, tx, version.id);
  await audit(tx, context, formEvents.draft_discarded, {
    subject: { type: 'form', id: formId },
    after: { version: version.number },
  });
}
