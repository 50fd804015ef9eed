import type { CommandContext } from '../../../kernel/audit.ts';
import { vietnamDate } from '../../../kernel/dates.ts';
import type { Db, Tx } from '../../../kernel/db/database.ts';
import { AppError, ensure } from '../../../kernel/errors.ts';
import { unitsOfDay } from '../../units/index.ts';
import { formErrors } from '../errors.ts';
import { mayDesign, type PlacedForm } from '../policy.ts';
import type { FormAndVersion } from '../store/rows.ts';
import { holdForm, versionsOf } from '../store/versions.ts';

/** Where the agency of a form stands today. */
export async function placedForm(db: Db, ownerUnitId: string, now: Date): Promise<PlacedForm> {
  const units = await unitsOfDay(db, vietnamDate(now));
  return { ownerUnitId, ownerLineage: units.byId.get(ownerUnitId)?.lineage ?? [] };
}

/** The versions of a form that the person may design, held until the transaction ends. */
export async function designed(context: CommandContext, tx: Tx, formId: string): Promise<FormAndVersion[]> {
  await holdForm(tx, formId);
  const versions = await versionsOf(tx, formId);
  const [newest] = versions;
  ensure(newest, formErrors.not_found);
  const place = await placedForm(tx, newest.form.ownerUnitId, context.now);
  ensure(mayDesign(context.actor, place), formErrors.not_allowed);
  return versions;
}

/** The draft among them, as the person saw it. */
export function draftSeen(versions: readonly FormAndVersion[], revision: number): FormAndVersion {
  const draft = versions.find(({ version }) => version.state === 'draft');
  ensure(draft, formErrors.no_draft);
  const { version } = draft;
  if (version.revision !== revision)
    throw new AppError(formErrors.draft_changed, { name: version.changedBy });
  return draft;
}
