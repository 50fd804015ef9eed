import { type CatalogForm, readFormCatalog } from '../../../../reference/forms/index.ts';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import { calendarDate, vietnamDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { AppError, ensure } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { definitionsOf } from '../../figures/index.ts';
import { unitGroups, unitsOfDay } from '../../units/index.ts';
import { compile } from '../domain/compile.ts';
import { formSpecSchema } from '../domain/spec.ts';
import { formErrors } from '../errors.ts';
import { formEvents } from '../events.ts';
import { mayLoadCatalog } from '../policy.ts';
import { allForms } from '../queries/forms.ts';
import { insertDraft, insertForm, publishVersion } from '../store/versions.ts';

export interface LoadedForms {
  readonly added: readonly string[];
  /** Codes that stood already: what the tenant made of them stays. */
  readonly kept: readonly string[];
}

/**
 * Loads the forms that ship, those that the tenant has not yet, as published first versions. Throws `forms.catalog_unfit` where a
 * unit, a group or a figure that they name is missing.
 */
export async function loadFormCatalog(
  context: CommandContext,
  tx: Tx,
  given: readonly CatalogForm[] = readFormCatalog(),
): Promise<LoadedForms> {
  ensure(mayLoadCatalog(context.actor, null), formErrors.not_allowed);
  const known = new Set((await allForms(tx)).map(({ form }) => form.code));
  const [units, groups, definitions] = [
    await unitsOfDay(tx, vietnamDate(context.now)),
    await unitGroups(tx),
    await definitionsOf(tx),
  ];
  const idOf = new Map(units.tree.map(({ key, id }) => [key, id]));
  const unfit = (problem: string): AppError => new AppError(formErrors.catalog_unfit, { problem });
  const unitNamed = (key: string): string => {
    const id = idOf.get(key);
    if (id === undefined) throw unfit(key);
    return id;
  };
  const wanted = given.filter(({ code }) => !known.has(code));
  for (const { code, owner, from, by, periods, spec: bare } of wanted) {
    const named = by.map((one) => one.split(':') as [string, string]);
    const codes = named.filter(([type]) => type === 'group').map(([, group]) => group);
    const missing = codes.find((group) => !groups.some((one) => one.code === group));
    if (missing !== undefined) throw unfit(missing);
    const unitIds = named.filter(([type]) => type === 'unit').map(([, key]) => unitNamed(key));
    const spec = formSpecSchema.parse({
      ...bare,
      asked: { periods, by: { groups: codes, kinds: [], unitIds } },
    });
    const { form, problems } = compile(spec, definitions);
    const [problem] = problems;
    if (problem) throw unfit(`${code}, ${problem.place}: ${problem.message.vi}`);
    const id = newId();
    await insertForm(context, tx, { id, code, ownerUnitId: unitNamed(owner) });
    const versionId = await insertDraft(context, tx, { formId: id, number: 1, spec });
    await publishVersion(context, tx, { id: versionId, fromOn: calendarDate(from), checks: form.checks });
  }
  const added = wanted.map(({ code }) => code);
  if (added.length > 0)
    await audit(tx, context, formEvents.catalog_loaded, {
      subject: { type: 'forms', id: newId() },
      after: { codes: added },
    });
  return { added, kept: given.filter(({ code }) => known.has(code)).map(({ code }) => code) };
}
