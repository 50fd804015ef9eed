import type { Problem } from '../../figures/index.ts';
import { formErrors } from '../errors.ts';
import type { ReadyForm, Sheet } from './sheet.ts';

/** Said to be complete under the version in force, and so it is: what would undo that is refused. */
export function isClosed(sheet: Sheet): boolean {
  return sheet.completed?.versionId === sheet.versionId && isWhole(sheet);
}

/** Nothing that must be there is lacking, and no error check is broken. */
export function isWhole({ broken, filled, asked }: Sheet): boolean {
  return filled >= asked && !broken.some((check) => check.severity === 'error');
}

/** Why a sheet that was closed may not become this one; `undefined` when it may. */
export function undoing({ form }: Pick<ReadyForm, 'form'>, sheet: Sheet): Problem | undefined {
  const check = sheet.broken.find((one) => one.severity === 'error');
  if (check) return { error: formErrors.breaks_complete, params: { form: form.code, check: check.message } };
  return isWhole(sheet) ? undefined : { error: formErrors.lacks_complete, params: { form: form.code } };
}
