import type { Db } from '../../../kernel/db/database.ts';
import { isAskedFor, isEnteredBy } from '../../figures/index.ts';
import { type PlacedUnit, unitsOnDays } from '../../units/index.ts';
import type { ReadyForm } from '../domain/sheet.ts';
import { readyForms } from './ready.ts';
import type { SheetPeriod } from './sheets.ts';

/**
 * The form is asked of the unit for the period, and has at least one cell for it: a figure that is asked, or a free cell that must
 * be filled. Room for notes alone asks nothing.
 */
export function isFormAsked(ready: ReadyForm, unit: Omit<PlacedUnit, 'day'>, period: SheetPeriod): boolean {
  const { asked } = ready.version.spec;
  if (!isAskedFor({ periods: asked.periods, askedUntil: ready.form.askedUntil }, period)) return false;
  if (!isEnteredBy(asked.by, unit)) return false;
  const hasFigures = ready.compiled.cells.some((cell) => cell.input !== null && cell.figure !== null);
  return ready.compiled.cells.some((cell) => {
    if (cell.input === null) return false;
    if (!cell.figure) return cell.required || !hasFigures;
    const definition = ready.definitions.get(cell.figure.code);
    return (
      definition !== undefined && isAskedFor(definition, period) && isEnteredBy(definition.enteredBy, unit)
    );
  });
}

/** The forms that a unit fills for a period, in the versions in force, by code; three statements. */
export async function formsFor(
  db: Db,
  unitId: string,
  period: SheetPeriod,
  asOf: Date | null = null,
): Promise<ReadyForm[]> {
  const [unit] = await unitsOnDays(db, [unitId], [period.toOn]);
  if (!unit) return [];
  return (await readyForms(db, period, asOf)).filter((ready) => isFormAsked(ready, unit, period));
}

/** Which units fill which forms for a period: for boards, in three statements for any number of units. */
export async function formsAsked(
  db: Db,
  unitIds: readonly string[],
  period: SheetPeriod,
  asOf: Date | null = null,
): Promise<readonly { readonly ready: ReadyForm; readonly unitIds: readonly string[] }[]> {
  const units = await unitsOnDays(db, unitIds, [period.toOn]);
  const forms = await readyForms(db, period, asOf);
  return forms.map((ready) => ({
    ready,
    unitIds: units.filter((unit) => isFormAsked(ready, unit, period)).map((unit) => unit.id),
  }));
}
