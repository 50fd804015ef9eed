import type { Db } from '../../../kernel/db/database.ts';
import type { ReadyForm, Sheet } from '../domain/sheet.ts';
import { formsAsked } from './forms-for.ts';
import { type SheetPeriod, sheetsOfForms } from './sheets.ts';

/** How far one unit is with one form. */
export interface SheetProgress
  extends Pick<Sheet, 'formId' | 'unitId' | 'asked' | 'filled' | 'state' | 'completed'> {
  readonly errors: number;
  readonly warnings: number;
  /** Cells entered after the time for the period. */
  readonly late: number;
}

export interface Completeness {
  readonly forms: readonly ReadyForm[];
  /** Only of units that are asked for the form; form by form. */
  readonly sheets: readonly SheetProgress[];
}

export function progressOf(sheet: Sheet): SheetProgress {
  const { formId, unitId, asked, filled, state, completed, broken, cells } = sheet;
  const errors = broken.filter((check) => check.severity === 'error').length;
  const late = Object.values(cells).filter((cell) => cell.isLate && cell.asked).length;
  return { formId, unitId, asked, filled, state, completed, errors, warnings: broken.length - errors, late };
}

/** How far any number of units are with every form they fill for a period: seven statements, whatever their number. */
export async function completenessOf(
  db: Db,
  unitIds: readonly string[],
  period: SheetPeriod,
  asOf: Date | null = null,
): Promise<Completeness> {
  const asked = (await formsAsked(db, unitIds, period, asOf)).filter((one) => one.unitIds.length > 0);
  const forms = asked.map((one) => one.ready);
  const units = [...new Set(asked.flatMap((one) => one.unitIds))];
  const sheets = await sheetsOfForms(db, forms, { unitIds: units, period, asOf });
  const pairs = new Set(
    asked.flatMap(({ ready, unitIds: of }) => of.map((unitId) => `${ready.form.id} ${unitId}`)),
  );
  return { forms, sheets: sheets.filter((one) => pairs.has(`${one.formId} ${one.unitId}`)).map(progressOf) };
}
